"""Who sits in which body, out to a sheet and back."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Person
from kraftsamla.bodies.models import Appointment
from kraftsamla.bodies.operations import add_seat, appoint, give_access
from kraftsamla.core.clock import today
from kraftsamla.core.errors import NotAllowed
from kraftsamla.portal.sheets.bringing import carry_out, rehearse
from kraftsamla.portal.sheets.kinds import KINDS, kind_named
from kraftsamla.portal.sheets.reading import read_book
from kraftsamla.portal.sheets.writing import write_book
from tests import factories
from tests.portal.books import became, faults, get, out, put, read


def test_members_come_in_with_seat_substitute_and_address_also_those_who_are_new(alva: User) -> None:
    body, agency = factories.body("Styrgruppen"), factories.organisation("Verket")
    seat = add_seat(body=body, values={"label_sv": "Ledamot"}, by=alva)
    book = out("forordnanden", alva)
    put(book, 2, Organ="Styrgruppen", Person="Gunvor Ek", För_organisationen="Verket", Roll="ordförande",
        Plats="Ledamot", Från="2020-02", **{"E-post_för_kallelser": "gunvor@example.org"})  # fmt: skip
    put(book, 3, Organ="Styrgruppen", Person="Bertil Ask", Roll="ersättare", Ersättare_för="Gunvor Ek")
    assert became(rehearse(book=read(book), by=alva)) == [("added", 2)]
    assert not Person.objects.exists()
    carry_out(book=read(book), by=alva, over={})
    ordinary, substitute = Appointment.objects.order_by("pk")
    assert (str(ordinary.person), ordinary.on_behalf_of, ordinary.role, ordinary.seat, ordinary.valid_from) == (
        "Gunvor Ek", agency, "chair", seat, "2020-02",
    )  # fmt: skip
    assert ordinary.email == "gunvor@example.org"
    assert (str(substitute.person), substitute.substitute_for) == ("Bertil Ask", ordinary)
    again = out("forordnanden", alva)
    assert [get(again, row, "Plats") for row in (2, 3)] == [None, "1. Ledamot"]
    assert became(rehearse(book=read(again), by=alva)) == [("left", 2)]


def test_a_taken_seat_an_unknown_seat_and_somebody_who_sits_already_are_named(alva: User) -> None:
    body = factories.body("Styrgruppen")
    seat = add_seat(body=body, values={"label_sv": "Ledamot"}, by=alva)
    appoint(values={"body": body, "person": factories.person("Gunvor Ek"), "seat": seat, "valid_from": "2020"}, by=alva)
    book = out("forordnanden", alva)
    put(book, 3, Organ="Styrgruppen", Person="Bertil Ask", Roll="ledamot", Plats="Ledamot")
    put(book, 4, Organ="Styrgruppen", Person="Bertil Ask", Roll="ledamot", Plats="Kassör")
    put(book, 5, Organ="Styrgruppen", Person="Gunvor Ek", Roll="ledamot")
    put(book, 6, Organ="Styrgruppen", Person="Nils Tall", Roll="ersättare", Ersättare_för="Okänd")
    assert faults(rehearse(book=read(book), by=alva)) == [
        (3, "Plats",
         "Gunvor Ek sitter på platsen (från 2020). Avsluta det förordnandet först, eller ändra tiden här."),
        (4, "Plats", "”Kassör” är inte en av organets platser. Skriv en av: 1. Ledamot."),
        (5, "Person", "Personen är redan förordnad med den rollen. Ändra den raden i stället."),
        (6, "Ersättare för", "”Okänd” finns inte. Kontrollera stavningen, eller lägg till posten först."),
    ]  # fmt: skip


def test_an_end_is_written_in_the_sheet(alva: User) -> None:
    one = appoint(values={"body": factories.body(), "person": factories.person()}, by=alva)
    book = out("forordnanden", alva)
    put(book, 2, Till="2022-08")
    carry_out(book=read(book), by=alva, over={})
    one.refresh_from_db()
    assert (one.valid_to, one.version) == ("2022-08", 2)


def test_addresses_and_closed_bodies_are_in_no_sheet_of_a_member_without_the_right(
    alva: User, bo: User, elsa: User
) -> None:
    area = factories.area(factories.strategy())
    body, closed = factories.body("Styrgruppen"), factories.body("Slutna gruppen", is_closed=True)
    factories.objective(area, bodies=[body, closed])
    for each in (body, closed):
        values = {"body": each, "person": factories.person(f"I {each}"), "email": "gunvor@example.org"}
        appoint(values=values, by=alva)
    give_access(body=body, user=bo, right="work", by=alva)
    kept = {each.name: _words(out("forordnanden", each)) for each in (alva, bo, elsa)}
    assert {who: "gunvor@example.org" in words for who, words in kept.items()} == {
        "Alva": True, "Bo": True, "Elsa": False,
    }  # fmt: skip
    assert {who: any("Slutna gruppen" in each for each in words) for who, words in kept.items()} == {
        "Alva": True, "Bo": False, "Elsa": False,
    }  # fmt: skip
    goals = {each.name: any("Slutna" in words for words in _words(out("mal", each))) for each in (alva, elsa)}
    assert goals == {"Alva": True, "Elsa": False}


def _words(book: object) -> set[str]:
    sheets = getattr(book, "worksheets")  # noqa: B009  the library says nothing of its types
    return {str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value}


def test_the_sheet_asks_as_many_questions_at_30_rows_as_at_1(alva: User) -> None:
    body = factories.body("Styrgruppen")
    kind = kind_named("forordnanden")
    assert kind is not None

    def questions(start: int, more: int) -> int:
        for number in range(start, start + more):
            seat = add_seat(body=body, values={"label_sv": f"Plats {number}"}, by=alva)
            terms = {"body": body, "seat": seat, "on_behalf_of": factories.organisation(f"Verk {number}")}
            ordinary = appoint(values={**terms, "person": factories.person(f"Ek {number}")}, by=alva)
            stands = {"body": body, "person": factories.person(f"Ask {number}"), "substitute_for": ordinary}
            appoint(values=stands, by=alva)
        with CaptureQueriesContext(connection) as asked:
            content = write_book([kind], visitor=alva, at=today())
            assert rehearse(book=read_book(content, KINDS), by=alva).to_write == 0
        return len(asked)

    questions(1, 1)
    assert questions(2, 1) == questions(3, 30)


def test_a_member_brings_no_members_in(bo: User) -> None:
    with pytest.raises(NotAllowed):
        rehearse(book=read(out("forordnanden", bo)), by=bo)
