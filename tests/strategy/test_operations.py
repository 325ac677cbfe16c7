from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from kraftsamla.accounts.models import User
from kraftsamla.core.errors import NotAllowed, Refused, Stale
from kraftsamla.strategy.models import Action, StatusUpdate
from kraftsamla.strategy.operations import (
    add_date,
    add_money,
    assign,
    change_action,
    change_area,
    change_objective,
    correct_status,
    create_action,
    create_objective,
    end_action,
    merge_actions,
    report_status,
    reword_objective,
    withdraw_action,
    withdraw_objective,
)
from tests import factories

DAY = dt.date(2026, 11, 21)


def test_a_member_may_not_add_an_action(bo: User) -> None:
    with pytest.raises(NotAllowed):
        create_action(strategy=factories.strategy(), values={"title_sv": "X"}, by=bo)


def test_an_objectives_number_begins_with_its_areas(alva: User) -> None:
    area = factories.area(factories.strategy(), "2")
    with pytest.raises(ValidationError) as caught:
        create_objective(area=area, values={"number": "3.1"}, wording={"title_sv": "X"}, by=alva)
    assert caught.value.message_dict == {"number": ["Målets nummer ska börja med 2., områdets nummer och en punkt."]}


def test_a_number_is_never_used_again(alva: User) -> None:
    area = factories.area(factories.strategy())
    factories.objective(area, "1.1")
    with pytest.raises(ValidationError) as caught:
        factories.objective(area, "1.1")
    assert caught.value.messages == ["Numret används redan. Ett måls nummer används aldrig igen."]


def test_an_objectives_number_cannot_be_changed(alva: User) -> None:
    objective = factories.objective(factories.area(factories.strategy()), "1.1")
    with pytest.raises(ValidationError) as caught:
        change_objective(objective=objective, values={"number": "1.2"}, version=1, by=alva)
    assert list(caught.value.message_dict) == ["number"]


def test_an_areas_number_stays_while_it_has_objectives(alva: User) -> None:
    area = factories.area(factories.strategy())
    factories.objective(area)
    with pytest.raises(ValidationError) as caught:
        change_area(area=area, values={"number": "4"}, version=1, by=alva)
    assert list(caught.value.message_dict) == ["number"]


def test_a_new_wording_ends_the_old_one_and_both_can_be_read(alva: User) -> None:
    objective = factories.objective(factories.area(factories.strategy()), title="Gammal lydelse")
    values = {"title_sv": "Ny lydelse", "valid_from": "2024-11-07", "reason_sv": "Uppdaterad strategi"}
    reword_objective(objective=objective, wording=values, by=alva)
    objective.refresh_from_db()
    before, after = objective.wording_at(dt.date(2024, 11, 6)), objective.wording_at(dt.date(2024, 11, 8))
    assert (before and before.title_sv, after and after.title_sv) == ("Gammal lydelse", "Ny lydelse")
    assert [wording.valid_to for wording in objective.wordings.all()] == ["2024-11-07", ""]


@pytest.mark.parametrize("missing", ["valid_from", "reason_sv"])
def test_a_new_wording_needs_its_date_and_its_reason(alva: User, missing: str) -> None:
    objective = factories.objective(factories.area(factories.strategy()))
    values = {"title_sv": "Ny", "valid_from": "2024", "reason_sv": "Beslut", missing: ""}
    with pytest.raises(ValidationError) as caught:
        reword_objective(objective=objective, wording=values, by=alva)
    assert list(caught.value.message_dict) == [missing]


def test_status_is_the_newest_row_that_stands(alva: User) -> None:
    action = factories.action(factories.strategy())
    report_status(action=action, values={"on": "2021", "progress": "decided"}, by=alva)
    wrong = report_status(action=action, values={"on": "2022-06", "progress": "done"}, by=alva)
    correct_status(update=wrong, values={"on": "2022-06", "progress": "under_way"}, reason="Delrapport", by=alva)
    days = [DAY, dt.date(2021, 12, 31), dt.date(2020, 12, 31)]
    found = [vars(Action.objects.with_progress(at=day).get()) for day in days]
    expected = [("under_way", "2022-06"), ("decided", "2021"), (None, None)]
    assert [(row["progress_now"], row["updated_on"]) for row in found] == expected


def test_a_correction_needs_a_reason_and_is_made_once(alva: User) -> None:
    update = report_status(
        action=factories.action(factories.strategy()), values={"on": "2021", "progress": "done"}, by=alva
    )
    with pytest.raises(ValidationError) as caught:
        correct_status(update=update, values={"on": "2021", "progress": "stopped"}, reason=" ", by=alva)
    assert list(caught.value.message_dict) == ["reason"]
    correct_status(update=update, values={"on": "2021", "progress": "stopped"}, reason="Fel", by=alva)
    with pytest.raises(Refused):
        correct_status(update=update, values={"on": "2021", "progress": "done"}, reason="Igen", by=alva)


def test_status_rows_cannot_be_changed_or_removed(alva: User) -> None:
    report_status(action=factories.action(factories.strategy()), values={"on": "2021", "progress": "done"}, by=alva)
    with pytest.raises(TypeError):
        StatusUpdate.objects.update(progress="stopped")
    with pytest.raises(TypeError):
        StatusUpdate.objects.all().delete()


def test_nobody_can_report_on_the_future(alva: User) -> None:
    with pytest.raises(ValidationError) as caught:
        report_status(action=factories.action(factories.strategy()), values={"on": "2999", "progress": "done"}, by=alva)
    assert list(caught.value.message_dict) == ["on"]


def test_a_date_that_does_not_exist_is_refused(alva: User) -> None:
    action = factories.action(factories.strategy())
    with pytest.raises(ValidationError) as caught:
        add_date(action=action, values={"kind": "decided", "date": "2021-02-30"}, by=alva)
    assert caught.value.message_dict == {"date": ["2021-02-30 finns inte. Den månaden har 28 dagar."]}
    assert not action.dates.exists()


def test_two_dates_that_disagree_stand_side_by_side(alva: User) -> None:
    action = factories.action(factories.strategy())
    for date in ("2022-02-08", "2021-06-09"):
        add_date(action=action, values={"kind": "published", "date": date}, by=alva)
    assert [fact.date for fact in action.dates.all()] == ["2021-06-09", "2022-02-08"]


def test_the_same_organisation_has_a_role_once(alva: User) -> None:
    action, organisation = factories.action(factories.strategy()), factories.organisation()
    assign(action=action, organisation=organisation, role="responsible", by=alva)
    with pytest.raises(ValidationError, match="redan den rollen"):
        assign(action=action, organisation=organisation, role="responsible", by=alva)


def test_a_named_organisation_has_not_accepted_anything(alva: User) -> None:
    action, organisation = factories.action(factories.strategy()), factories.organisation()
    assignment = assign(action=action, organisation=organisation, role="responsible", by=alva)
    assert (assignment.state, assignment.is_accepted) == ("named", False)


def test_merging_actions_moves_all_that_is_said_and_keeps_the_one_that_goes(alva: User) -> None:
    strategy = factories.strategy()
    area = factories.area(strategy)
    objective = factories.objective(area)
    kept, gone = (
        factories.action(strategy, "Hubb"),
        factories.action(strategy, "Innovationshubb", objectives=[objective]),
    )
    organisation = factories.organisation()
    assign(action=kept, organisation=organisation, role="responsible", by=alva)
    assign(action=gone, organisation=organisation, role="responsible", by=alva)
    assign(action=gone, organisation=organisation, role="partner", by=alva)
    add_date(action=gone, values={"kind": "decided", "date": "2021-10"}, by=alva)
    add_money(action=gone, values={"amount": 21_000_000}, by=alva)
    report_status(action=gone, values={"on": "2021-10", "progress": "decided"}, by=alva)
    later = factories.action(strategy, "Fortsättning", follows=gone)

    merge_actions(kept=kept, gone=gone, by=alva)

    gone.refresh_from_db()
    later.refresh_from_db()
    assert (gone.ending, gone.merged_into, later.follows) == ("merged", kept, kept)
    assert sorted(a.role for a in kept.assignments.all()) == ["partner", "responsible"]
    assert [kept.dates.count(), kept.money.count(), kept.updates.count(), kept.objectives.count()] == [1, 1, 1, 1]
    assert set(Action.objects.in_picture()) == {kept, later}


def test_striking_out_an_action_needs_a_reason(alva: User) -> None:
    action = factories.action(factories.strategy())
    with pytest.raises(ValidationError):
        end_action(action=action, reason="", version=1, by=alva)
    end_action(action=action, reason="Blev aldrig av", version=1, by=alva)
    assert list(Action.objects.in_picture()) == []


def test_an_action_with_status_cannot_be_withdrawn(alva: User) -> None:
    action = factories.action(factories.strategy())
    report_status(action=action, values={"on": "2021", "progress": "done"}, by=alva)
    with pytest.raises(Refused):
        withdraw_action(action=action, by=alva)


def test_an_objective_with_actions_cannot_be_withdrawn(alva: User) -> None:
    strategy = factories.strategy()
    objective = factories.objective(factories.area(strategy))
    factories.action(strategy, objectives=[objective])
    with pytest.raises(Refused):
        withdraw_objective(objective=objective, by=alva)


def test_an_action_cannot_continue_itself_in_a_ring(alva: User) -> None:
    strategy = factories.strategy()
    first = factories.action(strategy, "Första")
    second = factories.action(strategy, "Andra", follows=first)
    with pytest.raises(ValidationError) as caught:
        change_action(action=first, values={"follows": second}, version=1, by=alva)
    assert list(caught.value.message_dict) == ["follows"]


def test_changing_objectives_is_a_change_like_any_other(alva: User) -> None:
    strategy = factories.strategy()
    area = factories.area(strategy)
    one, two = factories.objective(area, "1.1"), factories.objective(area, "1.2")
    action = factories.action(strategy, objectives=[one])
    changes = change_action(action=action, values={"objectives": [one, two]}, version=1, by=alva)
    assert list(changes) == ["objectives"]
    assert set(action.objectives.all()) == {one, two}
    with pytest.raises(Stale):
        change_action(action=action, values={"objectives": [one]}, version=1, by=alva)
    assert set(action.objectives.all()) == {one, two}
