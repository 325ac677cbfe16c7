"""What an edition says of each thing: status, weakest link, and who is shown."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kraftsamla.accounts.models import User
from kraftsamla.bodies.operations import appoint
from kraftsamla.editions import content
from kraftsamla.editions.selection import select_picture
from kraftsamla.library.operations import add_evidence, cite
from kraftsamla.strategy.models import Action, Strategy
from kraftsamla.strategy.operations import assign, correct_status, report_status, reword_objective
from tests import factories

DAY = dt.date(2026, 11, 21)


def picture(strategy: Strategy, at: dt.date = DAY) -> content.Picture:
    return select_picture(strategy, at=at)


def status(action: Action, by: User, on: str, progress: str) -> Any:
    return report_status(action=action, values={"on": on, "progress": progress}, by=by)


def proven(strategy: Strategy, by: User, *, accepted: bool) -> Action:
    action = factories.action(strategy)
    add_evidence(to=action, passage=cite(document=factories.document(), by=by), by=by)
    assignment = assign(action=action, organisation=factories.organisation(), role="responsible", by=by)
    if accepted:
        type(assignment).objects.filter(pk=assignment.pk).update(state="accepted")
    return action


def test_the_first_objection_that_holds_is_the_weakest_link(alva: User) -> None:
    strategy = factories.strategy()
    bare = factories.action(strategy, "Utan källa")
    sourced = factories.action(strategy, "Med källa")
    add_evidence(to=sourced, passage=cite(document=factories.document(), by=alva), by=alva)
    named = proven(strategy, alva, accepted=False)
    accepted = [proven(strategy, alva, accepted=True) for _ in range(4)]
    status(accepted[1], alva, "2026-01", "under_way")
    status(accepted[2], alva, "2026-11", "done")
    status(accepted[3], alva, "2026-11", "under_way")
    found = {action.slug: action.weakest for action in picture(strategy).actions}
    expected = ["no_source", "no_responsible", "not_accepted", "no_status", "stale", "no_result", ""]
    assert [found[a.slug] for a in (bare, sourced, named, *accepted)] == expected


def test_what_is_done_does_not_grow_old(alva: User) -> None:
    strategy = factories.strategy()
    status(factories.action(strategy), alva, "2019", "done")
    (action,) = picture(strategy).actions
    assert (action.progress, action.is_stale, action.days_since_update) == ("done", False, 2517)


@pytest.mark.parametrize(
    ("progresses", "state"),
    [
        ([], "no_action"), ([""], "not_read"), (["done", ""], "not_read"), (["done", "done"], "done"),
        (["done", "stopped"], "done"), (["stopped"], "stopped"), (["done", "decided"], "decided"),
        (["proposed", "", "under_way"], "under_way"),
    ],
)  # fmt: skip
def test_an_objective_stands_as_its_liveliest_action(alva: User, progresses: list[str], state: str) -> None:
    strategy = factories.strategy()
    objective = factories.objective(factories.area(strategy))
    for progress in progresses:
        action = factories.action(strategy, objectives=[objective])
        if progress:
            status(action, alva, "2026-10", progress)
    (found,) = picture(strategy).objectives
    assert found.state == state


def test_an_objective_is_shown_as_far_as_its_best_action_is(alva: User) -> None:
    strategy = factories.strategy()
    objective = factories.objective(factories.area(strategy))
    for action in (factories.action(strategy), proven(strategy, alva, accepted=True)):
        action.objectives.add(objective)
    assert picture(strategy).objectives[0].weakest == "no_status"


def test_a_corrected_status_is_shown_but_does_not_count(alva: User) -> None:
    strategy = factories.strategy()
    action = factories.action(strategy)
    wrong = status(action, alva, "2022", "done")
    correct_status(update=wrong, values={"on": "2022", "progress": "stopped"}, reason="Avbröts", by=alva)
    (found,) = picture(strategy).actions
    assert found.progress == "stopped"
    assert [(u.progress, u.corrected, u.reason) for u in found.updates] == [
        ("stopped", False, "Avbröts"),
        ("done", True, ""),
    ]


def test_the_picture_is_that_of_its_day(alva: User) -> None:
    strategy = factories.strategy()
    objective = factories.objective(factories.area(strategy), title="Gammal")
    values = {"title_sv": "Ny", "valid_from": "2024-11-07", "reason_sv": "Beslut"}
    reword_objective(objective=objective, wording=values, by=alva)
    status(factories.action(strategy, objectives=[objective]), alva, "2025", "done")
    seat = {"body": factories.body(), "person": factories.person(), "valid_from": "2020-02", "valid_to": "2022-08"}
    appoint(values=seat, by=alva)
    then, now = picture(strategy, dt.date(2021, 6, 1)), picture(strategy)
    assert [p.objectives[0].title.sv for p in (then, now)] == ["Gammal", "Ny"]
    assert [p.actions[0].progress for p in (then, now)] == ["", "done"]
    assert [p.bodies[0].seats[0].current for p in (then, now)] == [True, False]


def test_people_without_a_public_role_are_not_shown(alva: User) -> None:
    strategy = factories.strategy()
    factories.person("Privat Person")
    hidden = factories.body("Hemlig", is_public=False)
    appoint(values={"body": hidden, "person": factories.person("Dold Ledamot")}, by=alva)
    appoint(values={"body": factories.body("Öppen"), "person": factories.person("Öppen Ledamot")}, by=alva)
    assert [person.name for person in picture(strategy).people] == ["Öppen Ledamot"]


def test_merged_and_struck_records_are_not_shown(alva: User) -> None:
    from kraftsamla.actors.operations import merge_organisations
    from kraftsamla.strategy.operations import end_action

    strategy = factories.strategy()
    end_action(action=factories.action(strategy), reason="Fel", version=1, by=alva)
    kept, gone = factories.organisation("Kvar"), factories.organisation("Borta")
    merge_organisations(kept=kept, gone=gone, by=alva)
    found = picture(strategy)
    assert ([a.slug for a in found.actions], [o.name.sv for o in found.organisations]) == ([], ["Kvar"])


def test_a_document_shows_which_records_quote_it_and_its_text_only_when_it_may(alva: User) -> None:
    from kraftsamla.library.operations import store_document

    strategy = factories.strategy()
    values = {"title": "Anteckningar", "kind": "minutes"}
    text = "Kansliet startade i februari."
    for publicity in ("quotes", "full"):
        document = store_document(
            file_name="a.txt", content=publicity.encode(), text=text, layout=[], by=alva,
            values={**values, "title": publicity, "publicity": publicity},
        )  # fmt: skip
        action = factories.action(strategy, f"Insats {publicity}")
        add_evidence(to=action, passage=cite(document=document, start=0, end=8, by=alva), by=alva)
    found = {d.title: d for d in picture(strategy).documents}
    assert [found[name].text for name in ("quotes", "full")] == ["", text]
    (passage,) = found["quotes"].passages
    assert (passage.quote, passage.anchor, [ref.title.sv for ref in passage.shows]) == (
        "Kansliet",
        "t0-8",
        ["Insats quotes"],
    )


def test_objectives_that_nobody_has_read_are_counted(alva: User) -> None:
    strategy = factories.strategy(objectives_announced=30)
    factories.objective(factories.area(strategy, "1", all_objectives_read=True))
    factories.area(strategy, "2")
    found = picture(strategy)
    assert found.objectives_not_read == 29
    assert [area.more_objectives for area in found.areas] == [False, True]
