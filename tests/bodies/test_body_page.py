"""A body's page: as it is, as it was on a date, over the years, and how many questions it costs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kraftsamla.accounts.models import User
from kraftsamla.bodies.models import Appointment, Body
from kraftsamla.bodies.operations import add_seat, appoint, change_body, declare_interest, give_access, nominate
from kraftsamla.bodies.overviews import sitting_overview
from tests import factories
from tests.bodies.test_seats import a_seat

Browse = Callable[[User], Client]
PAGE = "/arbetsyta/organ/om/styrgruppen/"


def sits(body: Body, name: str, *, by: User, **values: Any) -> Appointment:
    return appoint(values={"body": body, "person": factories.person(name), **values}, by=by)


def names(page: Any) -> list[str]:
    return [str(row.appointment.person) for row in page.context["overview"].sitting]


def test_the_page_shows_who_sat_on_a_date_a_month_or_in_a_year(alva: User, bo: User, browse: Browse) -> None:
    body = factories.body("Styrgruppen")
    sits(body, "Anna", by=alva, valid_from="2018", valid_to="2021-10-22")
    sits(body, "Bertil", by=alva, valid_from="2021-10-23")
    client = browse(bo)
    asked = {when: names(client.get(PAGE, {"datum": when})) for when in ("2021-10-22", "okt 2021", "2022", "2017")}
    assert asked == {"2021-10-22": ["Anna"], "okt 2021": ["Anna", "Bertil"], "2022": ["Bertil"], "2017": []}
    assert names(client.get(PAGE)) == ["Bertil"]


def test_a_date_that_is_none_is_named_and_today_is_shown(alva: User, bo: User, browse: Browse) -> None:
    sits(factories.body("Styrgruppen"), "Bertil", by=alva)
    page = browse(bo).get(PAGE, {"datum": "2021-13"})
    assert (page.status_code, names(page)) == (200, ["Bertil"])
    assert "Månaden ska vara 01–12" in page.content.decode()


def test_a_body_that_has_ended_is_shown_as_it_was_last(alva: User, bo: User, browse: Browse) -> None:
    body = factories.body("Styrgruppen", valid_to="2022-08")
    a_seat(body)
    sits(body, "Anna", by=alva, seen_on="2021-11-10")
    sits(body, "Bertil", by=alva, valid_to="2020")
    page = browse(bo).get(PAGE)
    overview = page.context["overview"]
    assert (overview.shown, names(page), overview.open_seats) == ("2022-08", ["Anna"], 0)
    (first, second) = sitting_overview(body, at=dt.date(2026, 11, 22)).rows
    assert [each.is_over for each in (first, second)] == [True, False]
    assert second.bar.start + second.bar.width < 1000


def test_a_substitute_stands_beside_whom_they_stand_in_for(alva: User, bo: User, browse: Browse) -> None:
    body = factories.body("Styrgruppen")
    ordinary = sits(body, "Anna", by=alva)
    stands = sits(body, "Bertil", by=alva, substitute_for=ordinary, role="substitute")
    (row,) = browse(bo).get(PAGE).context["overview"].sitting
    assert (row.appointment, row.substitutes) == (ordinary, (stands,))


def test_bars_lie_where_the_years_are_and_say_when_a_start_is_not_known(alva: User) -> None:
    body = factories.body()
    sits(body, "Anna", by=alva, valid_from="2020", valid_to="2021")
    sits(body, "Bertil", by=alva, valid_to="2020")
    rows = {str(each.appointment.person): each for each in sitting_overview(body, at=dt.date(2023, 12, 31)).rows}
    assert [(rows[n].bar.start, rows[n].bar.width, rows[n].bar.unsure) for n in ("Anna", "Bertil")] == [
        (0, 500, False),
        (0, 250, True),
    ]


def test_addresses_are_shown_to_those_who_work_in_the_body_and_to_no_other_member(
    alva: User, bo: User, elsa: User, browse: Browse
) -> None:
    body = factories.body("Styrgruppen")
    sits(body, "Anna", by=alva, email="anna@example.org")
    give_access(body=body, user=bo, right="work", by=alva)
    shown = ["anna@example.org" in browse(each).get(PAGE).content.decode() for each in (alva, bo, elsa)]
    assert shown == [True, True, False]


def test_what_set_the_body_up_its_meetings_and_series_are_on_the_page(alva: User, bo: User, browse: Browse) -> None:
    from kraftsamla.meetings.models import MeetingSeries

    body = factories.body("Styrgruppen", decided_by=factories.document("Direktivet"))
    MeetingSeries.objects.create(slug="hosten", name_sv="Hösten", body=body)
    factories.meeting("Förra mötet", body=body, starts_on="2021-03-03")
    factories.meeting("Nästa möte", body=body, starts_on="2099-03-03")
    page = browse(bo).get(PAGE)
    overview = page.context["overview"]
    assert [[str(each) for each in found] for found in (overview.coming, overview.held, overview.series)] == [
        ["Nästa möte"], ["Förra mötet"], ["Hösten"],
    ]  # fmt: skip
    assert "Direktivet" in page.content.decode()


def test_the_pages_ask_as_many_questions_at_30_seats_as_at_1(alva: User, bo: User, browse: Browse) -> None:
    body = factories.body("Styrgruppen")
    give_access(body=body, user=bo, right="work", by=alva)
    asking = [
        (browse(alva), PAGE), (browse(bo), PAGE), (browse(bo), f"{PAGE}?datum=2021"), (browse(bo), f"{PAGE}over-tid/"),
        (browse(alva), f"{PAGE}nomineringar/"), (browse(alva), f"{PAGE}tilltrade/"),
        (browse(alva), f"{PAGE}forordna/"),
    ]  # fmt: skip

    def questions(more: int) -> list[int]:
        for number in range(more):
            agency = factories.organisation(f"Verk {number} av {more}")
            seat = add_seat(body=body, values={"label_sv": f"Plats {number}", "nominated_by": agency}, by=alva)
            charter = factories.document(f"Beslut {number} av {more}")
            ordinary = sits(body, f"Ek {number} av {more}", by=alva, seat=seat, on_behalf_of=agency, decided_by=charter)
            sits(body, f"Ask {number} av {more}", by=alva, substitute_for=ordinary, role="substitute", seat=seat)
            declare_interest(appointment=ordinary, values={"words": "Ett", "declared_on": "2021"}, by=alva)
            values = {"name": "Gran", "received_on": "2026", "organisation": agency, "nominated_by": agency}
            nominate(seat=seat, values=values, by=alva)
            factories.meeting(f"Möte {number} av {more}", body=body)
        change_body(body=body, values={"mandate_sv": f"Nummer {more}"}, version=body.version, by=alva)
        counts = []
        for client, address in asking:
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address).status_code == 200
            counts.append(len(asked))
        return counts

    few, many = questions(1), questions(29)
    assert few == many
