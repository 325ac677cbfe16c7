"""What a meeting decided: on its page, in the public edition, and in what is dumped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import system_account
from kraftsamla.core.errors import NotAllowed, Refused
from kraftsamla.editions.selection import select_picture
from kraftsamla.library.operations import add_evidence, cite
from kraftsamla.meetings.models import Decision, Meeting
from kraftsamla.meetings.operations import add_decision, add_item, withdraw_decision, withdraw_item
from kraftsamla.meetings.operations.agenda import change_decision
from kraftsamla.portal.exchange.dumping import dump_folder
from kraftsamla.portal.exchange.loading import load_folder
from tests import factories

Browse = Callable[[User], Client]
PAGE = "/arbetsyta/moten/mote-med-gruppen/"


@pytest.fixture
def meeting(db: None) -> Meeting:
    return factories.meeting("Möte med gruppen", slug="mote-med-gruppen")


def test_a_decision_is_added_and_taken_back_on_the_meetings_page(
    meeting: Meeting, alva: User, browse: Browse
) -> None:
    client = browse(alva)
    answer = client.post(f"{PAGE}beslut/", {"text_sv": "Mätningen fortsätter", "text_en": "", "item": ""}, follow=True)
    assert "Mätningen fortsätter" in answer.content.decode()
    decision = Decision.objects.get()
    assert (decision.meeting, decision.item, decision.position) == (meeting, None, 1)
    assert client.post(f"{PAGE}beslut/{decision.pk}/ta-bort/").status_code == 302
    assert Decision.objects.count() == 0


def test_an_empty_decision_is_told(meeting: Meeting, alva: User, browse: Browse) -> None:
    answer = browse(alva).post(f"{PAGE}beslut/", {"text_sv": "", "text_en": "It goes on"})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"text_sv"}
    assert answer.context["form"]["text_en"].value() == "It goes on"


def test_only_the_meetings_own_points_can_be_chosen(meeting: Meeting, alva: User, browse: Browse) -> None:
    other = add_item(meeting=factories.meeting("Ett annat"), values={"title_sv": "Annat"}, by=alva)
    answer = browse(alva).post(f"{PAGE}beslut/", {"text_sv": "Ja", "item": str(other.pk)})
    assert set(answer.context["form"].errors) == {"item"}


def test_who_may(meeting: Meeting, alva: User, bo: User, cia: User, browse: Browse) -> None:
    decision = add_decision(meeting=meeting, values={"text_sv": "Ja"}, by=alva)
    for address in (f"{PAGE}beslut/", f"{PAGE}beslut/{decision.pk}/ta-bort/"):
        assert [browse(user).post(address).status_code for user in (bo, cia)] == [403, 404]
        assert Client().post(address).status_code == 404
    assert browse(alva).get(f"{PAGE}beslut/{decision.pk}/ta-bort/").status_code == 405
    for deed in (
        lambda: add_decision(meeting=meeting, values={"text_sv": "Nej"}, by=bo),
        lambda: withdraw_decision(decision=decision, by=bo),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_a_point_with_a_decision_stays(meeting: Meeting, alva: User) -> None:
    item = add_item(meeting=meeting, values={"number": "2", "title_sv": "Mätningen"}, by=alva)
    add_decision(meeting=meeting, values={"text_sv": "Den fortsätter", "item": item}, by=alva)
    with pytest.raises(Refused):
        withdraw_item(item=item, by=alva)


def test_the_edition_shows_it_with_its_source(meeting: Meeting, alva: User) -> None:
    item = add_item(meeting=meeting, values={"number": "2", "title_sv": "Mätningen"}, by=alva)
    decision = add_decision(meeting=meeting, values={"text_sv": "Den fortsätter", "item": item}, by=alva)
    add_evidence(to=decision, passage=cite(document=factories.document(), by=alva), by=alva)
    (shown,) = select_picture(factories.strategy(), at=dt.date(2026, 11, 21)).meetings
    (told,) = shown.decisions
    assert (told.text.sv, told.item.sv if told.item else "", len(told.sources)) == ("Den fortsätter", "Mätningen", 1)


def test_it_goes_out_as_yaml_and_comes_in_again(meeting: Meeting, alva: User, tmp_path: Path) -> None:
    item = add_item(meeting=meeting, values={"number": "2", "title_sv": "Mätningen"}, by=alva)
    decision = add_decision(meeting=meeting, values={"text_sv": "Den fortsätter", "item": item}, by=alva)
    dump_folder(tmp_path / "ut")
    withdraw_decision(decision=decision, by=alva)
    for _twice in range(2):
        load_folder(tmp_path / "ut", by=system_account())
        again = Decision.objects.get()
        assert (again.text_sv, again.item) == ("Den fortsätter", item)


def test_as_many_questions_to_the_database_for_1_as_for_30(meeting: Meeting, alva: User, browse: Browse) -> None:
    client, numbers = browse(alva), []
    for many in (1, 29):
        for number in range(many):
            add_decision(meeting=meeting, values={"text_sv": f"Beslut {many} {number}"}, by=alva)
        client.get(PAGE)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(PAGE).status_code == 200
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


def test_a_decision_says_what_it_concerns_and_they_say_it_back(
    meeting: Meeting, alva: User, bo: User, browse: Browse
) -> None:
    strategy = factories.strategy()
    objective, action = factories.objective(factories.area(strategy)), factories.action(strategy, "Bygg hubben")
    decision = add_decision(meeting=meeting, values={"text_sv": "Hubben byggs"}, by=alva)
    client = browse(alva)
    page = f"{PAGE}beslut/{decision.pk}/andra/"
    assert client.get(page).status_code == 200
    typed = {"text_sv": "Hubben byggs i år", "actions": ["Bygg hubben"], "objectives": [str(objective.pk)]}
    assert client.post(page, typed)["Location"] == f"{PAGE}#beslut-{decision.pk}"
    decision.refresh_from_db()
    assert (decision.text_sv, list(decision.actions.all()), list(decision.objectives.all())) == (
        "Hubben byggs i år", [action], [objective],
    )  # fmt: skip
    addresses = ("/arbetsyta/insatser/bygg-hubben/", f"/arbetsyta/strategi/{strategy.slug}/mal/{objective.number}/")
    for address in (PAGE, *addresses):
        assert "Hubben byggs i år" in browse(bo).get(address).content.decode()
    shut = factories.body("Sluten", is_closed=True)
    Meeting.objects.filter(pk=meeting.pk).update(body=shut)
    assert ["Hubben" in browse(bo).get(address).content.decode() for address in addresses[1:]] == [False]


def test_who_may_change_it(meeting: Meeting, alva: User, bo: User, cia: User, browse: Browse) -> None:
    decision = add_decision(meeting=meeting, values={"text_sv": "Ja"}, by=alva)
    page = f"{PAGE}beslut/{decision.pk}/andra/"
    assert [browse(user).get(page).status_code for user in (alva, bo, cia)] == [200, 403, 404]
    with pytest.raises(NotAllowed):
        change_decision(decision=decision, values={"text_sv": "Nej"}, by=bo)
