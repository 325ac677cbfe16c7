"""Which accounts answer for an organisation: who may say so, and what it takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import link_account, system_account
from kraftsamla.actors.models import Organisation, Representation
from kraftsamla.actors.operations import empower, end_representation
from kraftsamla.actors.rules import acts_for
from kraftsamla.audit.models import Entry
from kraftsamla.core.clock import today
from kraftsamla.core.errors import NotAllowed
from tests import factories

Browse = Callable[[User], Client]


@pytest.fixture
def agency(db: None) -> Organisation:
    return factories.organisation("Luftmyndigheten")


def address(name: str, *args: object) -> str:
    return reverse(f"actors:{name}", args=args)


def test_a_coordinator_lets_an_account_answer_and_takes_it_back(
    agency: Organisation, alva: User, elsa: User, browse: Browse
) -> None:
    client = browse(alva)
    typed = {"email": "ELSA@example.org", "title": "enhetschef"}
    assert client.post(address("representation-add", agency.slug), typed).status_code == 302
    assert "Elsa" in client.get(address("organisation", agency.slug)).content.decode()
    assert acts_for(elsa, agency, at=today()) is True
    held = Representation.objects.get()
    client.post(address("representation-end", agency.slug, held.pk))
    assert acts_for(elsa, agency, at=today()) is False
    events = [entry.event for entry in Entry.objects.about(agency).newest_first()[:2]]
    assert events == ["representation.ended", "representation.given"]


def test_an_address_without_an_account_is_named_and_kept(agency: Organisation, alva: User, browse: Browse) -> None:
    typed = {"email": "ingen@example.org", "title": "chef"}
    response = browse(alva).post(address("representation-add", agency.slug), typed)
    shown = response.content.decode()
    assert (response.status_code, "inget konto" in shown, "ingen@example.org" in shown) == (422, True, True)


def test_the_same_account_answers_once(agency: Organisation, alva: User, elsa: User) -> None:
    factories.representative(elsa, agency)
    with pytest.raises(ValidationError, match="redan"):
        empower(user=elsa, organisation=agency, title="chef", by=alva)
    end_representation(representation=elsa.representations.get(), by=alva)
    empower(user=elsa, organisation=agency, title="chef", by=alva)
    assert acts_for(elsa, agency, at=today()) is True


def test_no_account_of_the_programs_own_answers_for_anybody(agency: Organisation, alva: User, cia: User) -> None:
    for user in (system_account(), link_account(), cia):
        with pytest.raises(ValidationError):
            empower(user=user, organisation=agency, title="chef", by=alva)


def test_who_has_lost_the_role_answers_for_nobody(agency: Organisation, elsa: User) -> None:
    factories.representative(elsa, agency)
    elsa.role = "none"
    elsa.save(update_fields=["role"])
    assert acts_for(elsa, agency, at=today()) is False


def test_a_member_gives_nobody_a_mandate(agency: Organisation, bo: User, cia: User, browse: Browse) -> None:
    with pytest.raises(NotAllowed):
        empower(user=bo, organisation=agency, title="chef", by=bo)
    door = address("representation-add", agency.slug)
    assert [browse(bo).get(door).status_code, browse(cia).get(door).status_code] == [403, 404]
