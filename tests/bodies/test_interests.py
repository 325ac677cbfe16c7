"""Declared interests are for those who work in the body: on no other page, in no log and in no export."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from kraftsamla.accounts.models import User
from kraftsamla.audit.models import Entry
from kraftsamla.bodies.models import Appointment, Interest
from kraftsamla.bodies.operations import appoint, declare_interest, end_interest, give_access
from kraftsamla.core.errors import NotAllowed
from tests import factories
from tests.bodies.test_views import posted

Browse = Callable[[User], Client]
WORDS = "Äger aktier i Firman"


@pytest.fixture
def appointment(alva: User) -> Appointment:
    return appoint(values={"body": factories.body("Styrgruppen"), "person": factories.person("Gunvor Ek")}, by=alva)


def declared(appointment: Appointment, *, by: User, on: str = "2021-10") -> Interest:
    return declare_interest(appointment=appointment, values={"words": WORDS, "declared_on": on}, by=by)


def test_who_works_in_the_body_notes_and_reads_them_and_a_member_does_not(
    appointment: Appointment, alva: User, bo: User, elsa: User, cia: User, browse: Browse
) -> None:
    give_access(body=appointment.body, user=bo, right="work", by=alva)
    give_access(body=appointment.body, user=elsa, right="read", by=alva)
    page = f"/arbetsyta/forordnande/{appointment.pk}/intressen/"
    client = browse(bo)
    client.post(page, posted(client.get(page), words=WORDS, declared_on="2021-10"))
    one = Interest.objects.get()
    assert (one.words, one.appointment) == (WORDS, appointment)
    pages = [page, f"{page}{one.pk}/upphort/"]
    for user, status in ((alva, 200), (bo, 200), (elsa, 403), (cia, 404)):
        assert [browse(user).get(each).status_code for each in pages] == [status] * 2
    with pytest.raises(NotAllowed):
        declared(appointment, by=elsa)
    with pytest.raises(NotAllowed):
        end_interest(interest=one, on="2022", by=elsa)


def test_the_log_and_the_body_s_page_never_say_what_was_declared(
    appointment: Appointment, alva: User, bo: User, browse: Browse
) -> None:
    end_interest(interest=declared(appointment, by=alva), on="2022", by=alva)
    assert [e.event for e in Entry.objects.newest_first()[:2]] == ["interest.ended", "interest.declared"]
    told = [f"{each.subject_name}{each.note}{each.changes}" for each in Entry.objects.all()]
    assert [words for words in told if WORDS in words] == []
    pages = [browse(each).get("/arbetsyta/organ/om/styrgruppen/") for each in (alva, bo)]
    assert [WORDS in page.content.decode() for page in pages] == [False, False]
    assert [len(page.context["overview"].history) for page in pages] == [4, 2]


def test_an_interest_ends_on_a_page_and_not_before_it_was_declared(
    appointment: Appointment, alva: User, browse: Browse
) -> None:
    one = declared(appointment, by=alva)
    client = browse(alva)
    page = f"/arbetsyta/forordnande/{appointment.pk}/intressen/{one.pk}/upphort/"
    early = client.post(page, posted(client.get(page), ended_on="2021-09"))
    assert early.context["form"].errors == {
        "ended_on": ["Intresset anmäldes senare än så. Skriv ett senare datum."]
    }
    client.post(page, posted(early, ended_on="2021"))
    one.refresh_from_db()
    assert (one.ended_on, one.words) == ("2021", WORDS)
    with pytest.raises(ValidationError):
        end_interest(interest=one, on="", by=alva)


def test_an_interest_of_another_appointment_is_not_found(appointment: Appointment, alva: User, browse: Browse) -> None:
    other = appoint(values={"body": appointment.body, "person": factories.person("Bertil")}, by=alva)
    one = declared(other, by=alva)
    address = f"/arbetsyta/forordnande/{appointment.pk}/intressen/{one.pk}/upphort/"
    assert browse(alva).get(address).status_code == 404
