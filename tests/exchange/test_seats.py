"""Seats, substitutes and what a body shows survive being written out and read back; what is not public does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kraftsamla.accounts.models import User
from kraftsamla.bodies.models import Body, Interest, Nomination
from kraftsamla.bodies.operations import (
    add_seat,
    appoint,
    declare_interest,
    give_access,
    move_seat,
    nominate,
    withdraw_seat,
)
from kraftsamla.portal.exchange.dumping import dump_folder
from kraftsamla.portal.exchange.files import BadFiles
from kraftsamla.portal.exchange.loading import load_folder
from tests import factories
from tests.conftest import undone

SECRETS = ("greta@example.org", "gunvor@example.org", "Äger aktier", "Greta Gran", "bo@example.org")


def a_body(alva: User, bo: User) -> Body:
    charter = factories.document("Direktivet")
    agency = factories.organisation("Verket")
    body = factories.body(
        "Styrgruppen", decided_by=charter, minutes_word="minutes", shows_members=False, is_closed=True
    )
    mistake, chair, member = (
        add_seat(body=body, values={"label_sv": name, "label_en": f"{name} (en)", "nominated_by": agency,
                                    "meant_for": "en myndighet", "valid_from": "2018"}, by=alva)
        for name in ("Misstag", "Ordförande", "Ledamot")
    )  # fmt: skip
    withdraw_seat(seat=mistake, by=alva)
    move_seat(seat=member, to="up", by=alva)
    substitute = appoint(values={"body": body, "person": factories.person("Bertil Ask")}, by=alva)
    ordinary = appoint(
        values={"body": body, "person": factories.person("Gunvor Ek"), "seat": chair, "role": "chair",
                "valid_from": "2020-02", "decided_by": charter, "email": "gunvor@example.org"}, by=alva,
    )  # fmt: skip
    type(substitute).objects.filter(pk=substitute.pk).update(substitute_for=ordinary, role="substitute")
    declare_interest(appointment=ordinary, values={"words": "Äger aktier", "declared_on": "2021"}, by=alva)
    values = {"name": "Greta Gran", "email": "greta@example.org", "received_on": "2026"}
    nominate(seat=member, values=values, by=alva)
    give_access(body=body, user=bo, right="work", by=alva)
    return body


def test_a_body_is_written_out_and_read_back_the_same(alva: User, bo: User, tmp_path: Path) -> None:
    with undone():
        a_body(alva, bo)
        dump_folder(tmp_path / "first")
    load_folder(tmp_path / "first", by=alva)
    dump_folder(tmp_path / "second")
    first, second = (sorted((tmp_path / name).iterdir()) for name in ("first", "second"))
    assert [each.read_text(encoding="utf-8") for each in first] == [each.read_text(encoding="utf-8") for each in second]
    body = Body.objects.get()
    assert [str(seat) for seat in body.seats.all()] == ["Ledamot", "Ordförande"]
    substitute = body.appointments.exclude(substitute_for=None).get()
    assert (str(substitute.person), str(substitute.substitute_for.person)) == ("Bertil Ask", "Gunvor Ek")  # type: ignore[union-attr]  # excluded above
    assert (body.is_closed, body.shows_members, body.minutes_word, str(body.decided_by)) == (
        True, False, "minutes", "Direktivet",
    )  # fmt: skip


def test_reading_back_what_is_there_changes_nothing(alva: User, bo: User, tmp_path: Path) -> None:
    body = a_body(alva, bo)
    dump_folder(tmp_path)
    load_folder(tmp_path, by=alva)
    body.refresh_from_db()
    assert (body.seats.count(), body.appointments.count(), body.version) == (2, 2, 1)
    assert (Interest.objects.count(), Nomination.objects.count()) == (1, 1)


def test_what_is_not_public_is_in_no_file(alva: User, bo: User, tmp_path: Path) -> None:
    a_body(alva, bo)
    written = "".join(path.read_text(encoding="utf-8") for path in dump_folder(tmp_path))
    assert [secret for secret in SECRETS if secret in written] == []
    assert "Gunvor Ek" in written


@pytest.mark.parametrize(
    ("rows", "remedy"),
    [
        ("[{person: bo-ask, seat: 2}]", "Plats 2 finns inte bland organets platser."),
        ("[{person: bo-ask, substitute_for: {person: ek}}]", "ek, som ska ersättas, är inte ordinarie i organet."),
    ],
)
def test_a_seat_or_a_member_that_is_not_there_is_named(rows: str, remedy: str, alva: User, tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_text("people:\n  - {slug: bo-ask, name: Bo Ask}\n", encoding="utf-8")
    (tmp_path / "bodies.yaml").write_text(
        "bodies:\n  - slug: gruppen\n    name: {sv: Gruppen}\n    kind: office\n"
        f"    seats: [{{number: 1, label: {{sv: Ordförande}}}}]\n    appointments: {rows}\n", encoding="utf-8",
    )  # fmt: skip
    with pytest.raises(BadFiles) as caught:
        load_folder(tmp_path, by=alva)
    assert remedy in str(caught.value.faults)
