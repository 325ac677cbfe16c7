"""Contacts: kept while they are of use, and erased when the person asks."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.operations import merge_organisations
from kraftsamla.audit.models import Entry
from kraftsamla.followup.models import Answer, Contact
from kraftsamla.followup.operations import (
    erase_person,
)
from kraftsamla.followup.overviews.contacts import everything_about
from tests import factories
from tests.followup.conftest import Browse, Sheet, contact


def test_a_contact_is_added_exported_and_erased(
    sheet: Sheet, agency: Organisation, alva: User, bo: User, browse: Browse
) -> None:
    client, person = browse(alva), Contact.objects.get()
    assert browse(bo).get(reverse("followup:contact-list", args=[agency.slug])).status_code == 403
    lead = {"part": "lead", "name": "Greta Gran", "email": "greta@example.org", "language": "sv"}
    client.post(reverse("followup:contact-add", args=[agency.slug]), {**lead, "valid_from": "2026-01-01"})
    assert "Greta Gran" in client.get(reverse("followup:contact-list", args=[agency.slug])).content.decode()
    known = client.get(reverse("followup:contact-export", args=[person.pk])).json()
    assert (known["kontakter"][0]["namn"], len(known["lankar"])) == ("Elsa Ek", 1)
    client.post(reverse("followup:contact-erase", args=[person.pk]))
    left = everything_about("elsa@example.org")
    assert {key: len(rows) for key, rows in left.items() if key not in {"epost"}} == {
        "kontakter": 0, "rundor": 0, "vidarelamnade": 0, "lankar": 0, "brev": 0,
    }  # fmt: skip
    assert (Client().get(sheet.address).status_code, Answer.objects.get().name) == (404, "")


def test_the_log_does_not_name_a_contact(agency: Organisation, alva: User) -> None:
    erase_person(contact=contact(agency, by=alva, name="Hemlig Person"), by=alva)
    kept = [f"{entry.note}{entry.changes}{entry.subject_name}" for entry in Entry.objects.all()]
    assert [words for words in kept if "Hemlig" in words] == []


def test_when_two_organisations_become_one_contacts_and_answers_follow(
    sheet: Sheet, agency: Organisation, alva: User
) -> None:
    kept = factories.organisation("Den nya myndigheten")
    merge_organisations(kept=kept, gone=agency, by=alva)
    assert (Contact.objects.get().organisation, Answer.objects.get().organisation) == (kept, kept)
