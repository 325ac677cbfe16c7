from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.followup.models import FollowUp
from kraftsamla.followup.operations import change_followup, close_followup
from kraftsamla.library.operations import add_evidence, cite
from kraftsamla.meetings.operations import link_followup
from tests import factories

Browse = Callable[[User], Client]
SLUG = "lamna-underlag"
TO_READ: list[tuple[str, list[str]]] = [("followup-list", []), ("followup", [SLUG]), ("followup-choices", [])]
TO_EDIT: list[tuple[str, list[str]]] = [
    ("followup-add", []), ("followup-edit", [SLUG]), ("followup-close", [SLUG]), ("followup-remove", [SLUG]),
]  # fmt: skip


@pytest.fixture
def point(db: None) -> FollowUp:
    return factories.followup("Lämna underlag")


def _address(name: str, *args: str) -> str:
    return reverse(f"followup:{name}", args=args)


def _statuses(client: Client) -> list[int]:
    return [client.get(_address(name, *args)).status_code for name, args in [*TO_READ, *TO_EDIT]]


def _listed(client: Client, query: str = "") -> list[str]:
    rows = client.get(f"{_address('followup-list')}?{query}").context["rows"]
    return [row.followup.what_sv for row in rows]


def test_each_role_meets_its_door(point: FollowUp, alva: User, bo: User, cia: User, browse: Browse) -> None:
    assert {user.name: _statuses(browse(user)) for user in (alva, bo, cia)} == {
        "Alva": [200] * 7, "Bo": [200] * 3 + [403] * 4, "Cia": [404] * 7,
    }  # fmt: skip
    assert _statuses(Client()) == [404] * 7


def test_what_only_reads_takes_no_post(point: FollowUp, alva: User, browse: Browse) -> None:
    client = browse(alva)
    assert [client.post(_address(name, *args)).status_code for name, args in TO_READ] == [405, 405, 405]


def test_a_member_is_offered_no_change(point: FollowUp, bo: User, browse: Browse) -> None:
    main = browse(bo).get(_address("followup", SLUG)).content.decode().partition("<main")[2]
    assert ('<form method="post"' in main, "/andra/" in main, "Lägg till källa" in main) == (False, False, False)


def test_a_point_is_added_for_an_organisation(alva: User, browse: Browse) -> None:
    region = factories.organisation("Region Skåne")
    typed = {"what_sv": "Skicka siffror", "owner": "region skåne", "due": "2022-02", "asked_on": "10 nov 2021"}
    response = browse(alva).post(_address("followup-add"), typed)
    made = FollowUp.objects.get()
    assert (response["Location"], made.owner, made.due, made.asked_on) == (
        _address("followup", "skicka-siffror"), region, "2022-02", "2021-11-10",
    )  # fmt: skip


def test_a_date_that_does_not_exist_is_named_and_nothing_is_lost(alva: User, browse: Browse) -> None:
    response = browse(alva).post(_address("followup-add"), {"what_sv": "Skicka siffror", "due": "2022-13"})
    assert (response.status_code, response.context["form"].errors) == (
        422, {"due": ["2022-13 finns inte. Månaden ska vara 01–12 och året större än 0000."]},
    )  # fmt: skip
    assert ("Skicka siffror" in response.content.decode(), FollowUp.objects.count()) == (True, 0)


def test_a_change_meanwhile_shows_both(point: FollowUp, alva: User, browse: Browse) -> None:
    change_followup(followup=point, values={"asked_of": "Dem"}, version=1, by=alva)
    typed = {"what_sv": "Lämna underlag", "asked_of": "Oss", "version": "1"}
    response = browse(alva).post(_address("followup-edit", SLUG), typed)
    form = response.context["form"]
    assert (response.status_code, form.standing, form["asked_of"].value()) == (409, {"asked_of": "Dem"}, "Oss")


def test_a_point_is_closed_with_what_came_of_it(point: FollowUp, alva: User, browse: Browse) -> None:
    client = browse(alva)
    silent = client.post(_address("followup-close", SLUG), {"closed_on": "2022-01", "version": "1"})
    assert (silent.status_code, list(silent.context["form"].errors)) == (422, ["outcome_sv"])
    client.post(_address("followup-close", SLUG), {"closed_on": "2022-01", "outcome_sv": "Tre förslag", "version": "1"})
    point.refresh_from_db()
    assert (point.closed_on, point.outcome_sv) == ("2022-01", "Tre förslag")


def test_what_came_of_a_closed_point_can_be_put_right(point: FollowUp, alva: User, browse: Browse) -> None:
    close_followup(followup=point, on="2022-01", outcome_sv="Tre", version=1, by=alva)
    typed = {"what_sv": "Lämna underlag", "closed_on": "2022-01", "outcome_sv": "Fyra", "version": "2"}
    browse(alva).post(_address("followup-edit", SLUG), typed)
    point.refresh_from_db()
    assert point.outcome_sv == "Fyra"


def test_a_point_is_taken_back(point: FollowUp, alva: User, browse: Browse) -> None:
    response = browse(alva).post(_address("followup-remove", SLUG))
    assert (response["Location"], FollowUp.objects.count()) == (_address("followup-list"), 0)


def test_the_oldest_promise_comes_first_and_closed_ones_are_asked_for(alva: User, browse: Browse) -> None:
    factories.followup("Sedan", due="2022-05")
    factories.followup("Först", due="2021-12", owner=factories.organisation("Vinnova"))
    factories.followup("Utan datum")
    close_followup(followup=factories.followup("Klar"), on="2021", outcome_sv="Ja", version=1, by=alva)
    client = browse(alva)
    assert [_listed(client, query) for query in ("", "visa=avslutade", "organisation=vinnova", "sok=DATUM")] == [
        ["Först", "Sedan", "Utan datum"], ["Klar"], ["Först"], ["Utan datum"],
    ]  # fmt: skip


def test_a_promise_whose_time_has_passed_is_late(alva: User, browse: Browse) -> None:
    factories.followup("För sent", due="2021-12")
    factories.followup("I tid", due="2999")
    rows = browse(alva).get(_address("followup-list")).context["rows"]
    assert [(row.followup.what_sv, row.is_late) for row in rows] == [("För sent", True), ("I tid", False)]


def test_questions_to_the_database_do_not_grow_with_the_rows(point: FollowUp, alva: User, browse: Browse) -> None:
    client = browse(alva)

    def fill(numbers: range) -> list[int]:
        for number in numbers:
            owner = factories.organisation(f"Ägare {number}")
            factories.followup(f"Punkt {number}", owner=owner)
            passage = cite(document=factories.document(f"Dokument {number}"), by=alva)
            add_evidence(to=point, passage=passage, by=alva)
            link_followup(meeting=factories.meeting(f"Möte {number}"), followup=point, by=alva)
        counts = []
        for name, args in TO_READ[:2]:
            with CaptureQueriesContext(connection) as queries:
                client.get(_address(name, *args))
            counts.append(len(queries))
        return counts

    assert fill(range(1)) == fill(range(1, 30))


def test_a_point_nobody_named_is_not_found(alva: User, browse: Browse) -> None:
    answer: Any = browse(alva).get(_address("followup", "finns-inte"))
    assert answer.status_code == 404
