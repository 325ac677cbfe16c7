"""Seats: who sits there, one at a time, and what ends with what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import system_account
from kraftsamla.audit.models import Entry
from kraftsamla.bodies.models import Appointment, Body, Seat
from kraftsamla.bodies.operations import (
    add_seat,
    appoint,
    change_appointment,
    end_appointment,
    end_body,
    end_seat,
    move_seat,
    withdraw_seat,
)
from kraftsamla.core.errors import NotAllowed, Refused
from tests import factories
from tests.bodies.test_views import posted

Browse = Callable[[User], Client]
PAGE = "/arbetsyta/organ/om/styrgruppen/"


def a_seat(body: Body, label: str = "Ordförande", **values: Any) -> Seat:
    return add_seat(body=body, values={"label_sv": label, **values}, by=system_account())


def sits(seat: Seat, name: str, *, by: User, **values: Any) -> Appointment:
    return appoint(values={"body": seat.body, "seat": seat, "person": factories.person(name), **values}, by=by)


def test_two_cannot_sit_on_one_seat_at_the_same_time_and_the_message_names_who_sits_there(alva: User) -> None:
    seat = a_seat(factories.body())
    sits(seat, "Gunvor Ek", by=alva, valid_from="2020-02")
    with pytest.raises(ValidationError, match=r"Gunvor Ek sitter på platsen \(från februari 2020\)") as caught:
        sits(seat, "Bertil Ask", by=alva, valid_from="2021")
    assert list(caught.value.message_dict) == ["seat"]
    assert [str(each.person) for each in Appointment.objects.all()] == ["Gunvor Ek"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"valid_from": "2018", "valid_to": "2021-10"}, {"valid_from": "2021-10"}),
        ({"valid_from": "2018", "valid_to": "2021-10-22"}, {"valid_from": "2021-10-22"}),
        ({"valid_from": "2018", "valid_to": "2021"}, {"valid_from": "2021"}),
        ({"valid_to": "2021"}, {"valid_from": "2015", "valid_to": "2020"}),
        ({}, {"valid_from": "2015", "valid_to": "2020"}),
    ],
)
def test_dates_that_may_but_need_not_collide_are_let_through(
    first: dict[str, str], second: dict[str, str], alva: User
) -> None:
    seat = a_seat(factories.body())
    sits(seat, "Gunvor Ek", by=alva, **first)
    assert sits(seat, "Bertil Ask", by=alva, **second).seat == seat


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {}),
        ({"seen_on": "2021-11-10"}, {"valid_from": "2022"}),
        ({}, {"valid_from": "2099"}),
        ({"valid_from": "2018", "valid_to": "2021"}, {"valid_from": "2017", "valid_to": "2020-06"}),
    ],
)
def test_dates_that_are_certain_to_collide_are_refused(
    first: dict[str, str], second: dict[str, str], alva: User
) -> None:
    seat = a_seat(factories.body())
    sits(seat, "Gunvor Ek", by=alva, **first)
    with pytest.raises(ValidationError, match="Gunvor Ek sitter på platsen"):
        sits(seat, "Bertil Ask", by=alva, **second)


def test_a_substitute_may_share_the_seat_of_whom_they_stand_in_for(alva: User) -> None:
    seat = a_seat(factories.body())
    ordinary = sits(seat, "Gunvor Ek", by=alva)
    assert sits(seat, "Bertil Ask", by=alva, substitute_for=ordinary, role="substitute").substitute_for == ordinary


def test_moving_somebody_to_a_taken_seat_changes_nothing(alva: User) -> None:
    body = factories.body()
    seat = a_seat(body)
    sits(seat, "Gunvor Ek", by=alva)
    other = appoint(values={"body": body, "person": factories.person("Bertil Ask")}, by=alva)
    with pytest.raises(ValidationError, match="Gunvor Ek"):
        change_appointment(appointment=other, values={"seat": seat}, version=1, by=alva)
    other.refresh_from_db()
    assert (other.seat, other.version) == (None, 1)


def test_a_seat_and_a_member_of_another_body_are_refused(alva: User) -> None:
    here, there = factories.body("Här"), factories.body("Där")
    above = appoint(values={"body": there, "person": factories.person("Gunvor Ek")}, by=alva)
    with pytest.raises(ValidationError) as caught:
        appoint(values={"body": here, "person": factories.person("Bo Ask"), "seat": a_seat(there),
                        "substitute_for": above}, by=alva)  # fmt: skip
    assert caught.value.message_dict == {
        "seat": ["Platsen hör till ett annat organ."],
        "substitute_for": ["Den som ersätts ska ingå i samma organ."],
    }


def test_nobody_stands_in_for_a_substitute(alva: User) -> None:
    body = factories.body()
    first = appoint(values={"body": body, "person": factories.person("A")}, by=alva)
    second = appoint(values={"body": body, "person": factories.person("B"), "substitute_for": first}, by=alva)
    with pytest.raises(ValidationError, match="B är själv ersättare"):
        appoint(values={"body": body, "person": factories.person("C"), "substitute_for": second}, by=alva)


def test_a_seat_that_is_gone_takes_nobody_new(alva: User) -> None:
    seat = a_seat(factories.body(), valid_from="2018", valid_to="2020")
    with pytest.raises(ValidationError, match="Platsen upphörde 2020"):
        sits(seat, "Gunvor Ek", by=alva, valid_from="2021")
    with pytest.raises(ValidationError, match="Platsen finns först från 2018"):
        sits(seat, "Bertil Ask", by=alva, valid_from="2015", valid_to="2017")


def test_a_seat_ends_with_whoever_sits_there(alva: User) -> None:
    seat = a_seat(factories.body())
    runs = sits(seat, "Gunvor Ek", by=alva, valid_from="2020")
    end_seat(seat=seat, on="2022-08", version=1, by=alva)
    runs.refresh_from_db()
    seat.refresh_from_db()
    assert (seat.valid_to, runs.valid_to) == ("2022-08", "2022-08")


def test_a_body_ends_with_its_appointments_and_seats_also_those_meant_to_run_longer(alva: User) -> None:
    body = factories.body()
    seat, gone = a_seat(body), a_seat(body, "Gammal", valid_to="2019")
    longer = sits(seat, "Gunvor Ek", by=alva, valid_from="2020", valid_to="2025")
    end_body(body=body, on="2022-08", version=1, by=alva)
    for each in (seat, gone, longer):
        each.refresh_from_db()
    assert (seat.valid_to, gone.valid_to, longer.valid_to) == ("2022-08", "2019", "2022-08")


def test_what_has_not_begun_is_named_when_a_body_would_end_before_it(alva: User) -> None:
    body = factories.body()
    appoint(values={"body": body, "person": factories.person("Gunvor Ek"), "valid_from": "2024"}, by=alva)
    with pytest.raises(ValidationError, match=r"Gunvor Ek.* börjar först 2024"):
        end_body(body=body, on="2022-08", version=1, by=alva)
    body.refresh_from_db()
    assert body.valid_to == ""


def test_seats_change_places_and_stay_at_the_ends(alva: User) -> None:
    body = factories.body()
    one, two, three = (a_seat(body, name) for name in ("Ett", "Två", "Tre"))
    move_seat(seat=three, to="up", by=alva)
    move_seat(seat=one, to="up", by=alva)
    assert [str(each) for each in body.seats.all()] == ["Ett", "Tre", "Två"]
    move_seat(seat=one, to="down", by=alva)
    assert [str(each) for each in body.seats.all()] == ["Tre", "Ett", "Två"]
    assert two.body == body


def test_a_seat_in_use_is_not_taken_back_and_a_member_arranges_no_seats(alva: User, bo: User) -> None:
    seat = a_seat(factories.body())
    ended = sits(seat, "Gunvor Ek", by=alva)
    end_appointment(appointment=ended, on="2021", version=1, by=alva)
    with pytest.raises(Refused, match="förordnande"):
        withdraw_seat(seat=seat, by=alva)
    for deed in (lambda: add_seat(body=seat.body, values={"label_sv": "X"}, by=bo),
                 lambda: move_seat(seat=seat, to="up", by=bo), lambda: withdraw_seat(seat=seat, by=bo),
                 lambda: end_seat(seat=seat, on="2021", version=1, by=bo)):  # fmt: skip
        with pytest.raises(NotAllowed):
            deed()


def test_the_address_for_calls_is_not_told_to_the_log(alva: User) -> None:
    appointment = appoint(values={"body": factories.body(), "person": factories.person()}, by=alva)
    change_appointment(appointment=appointment, values={"email": "gunvor@example.org", "valid_from": "2020"},
                       version=1, by=alva)  # fmt: skip
    newest = Entry.objects.newest_first()[0]
    assert newest.changes == {"valid_from": ["", "2020"]}


def test_alva_adds_a_seat_appoints_from_it_and_ends_it(alva: User, browse: Browse) -> None:
    body = factories.body("Styrgruppen")
    factories.person("Gunvor Ek")
    client = browse(alva)
    client.post(f"{PAGE}platser/", posted(client.get(f"{PAGE}platser/"), label_sv="Ledamot för regionerna",
                                          role="vice_chair", meant_for="en region"))  # fmt: skip
    seat = body.seats.get()
    page = client.get(PAGE)
    assert page.context["overview"].open_seats == 1
    new = client.get(f"{PAGE}forordna/?plats={seat.pk}")
    assert (new.context["form"]["seat"].value(), new.context["form"]["role"].value()) == (seat.pk, "vice_chair")
    client.post(f"{PAGE}forordna/", posted(new, person="Gunvor Ek", valid_from="2020"))
    assert client.get(PAGE).context["overview"].open_seats == 0
    taken = client.post(f"{PAGE}forordna/", posted(new, person="Gunvor Ek", valid_from="2021"))
    assert taken.status_code == 422
    assert taken.context["form"].errors["seat"] == [
        "Gunvor Ek sitter på platsen (från 2020). Avsluta det förordnandet först, eller ändra tiden här."
    ]
    ending = client.get(f"{PAGE}platser/{seat.pk}/avsluta/")
    assert ending.context["consequences"] == ["Förordnandet för Gunvor Ek avslutas samma dag."]
    client.post(f"{PAGE}platser/{seat.pk}/avsluta/", posted(ending, valid_to="2022-08"))
    assert client.get(PAGE).context["overview"].ended_seats == [seat]


def test_the_page_that_ends_a_body_counts_its_seats_too(alva: User, browse: Browse) -> None:
    body = factories.body("Styrgruppen")
    sits(a_seat(body), "Gunvor Ek", by=alva)
    a_seat(body, "Ledamot")
    assert browse(alva).get(f"{PAGE}avsluta/").context["consequences"] == [
        "1 förordnande som löper avslutas samma dag.",
        "2 platser avslutas samma dag.",
    ]


def test_seats_are_moved_by_buttons_that_work_without_script(alva: User, browse: Browse) -> None:
    body = factories.body("Styrgruppen")
    _first, second = a_seat(body, "Ett"), a_seat(body, "Två")
    answer = browse(alva).post(f"{PAGE}platser/{second.pk}/flytta/", {"to": "up"})
    assert answer["Location"] == f"{PAGE}#platser"
    assert [str(each) for each in body.seats.all()] == ["Två", "Ett"]


def test_who_may_arrange_seats(alva: User, bo: User, cia: User, browse: Browse) -> None:
    seat = a_seat(factories.body("Styrgruppen"))
    one = f"{PAGE}platser/{seat.pk}/"
    look = [f"{PAGE}platser/", one, f"{one}avsluta/", f"{one}ta-tillbaka/"]
    assert [browse(alva).get(address).status_code for address in look] == [200] * 4
    assert [browse(bo).get(address).status_code for address in look] == [403] * 4
    assert [browse(cia).get(address).status_code for address in look] == [404] * 4
    assert browse(bo).post(f"{one}flytta/", {"to": "up"}).status_code == 403
    other = a_seat(factories.body("Annan"))
    assert browse(alva).get(f"{PAGE}platser/{other.pk}/").status_code == 404
