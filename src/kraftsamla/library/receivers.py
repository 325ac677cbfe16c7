"""News from the register: passages follow the record that is kept."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from kraftsamla.actors.models import Organisation, Person
from kraftsamla.actors.signals import organisations_merged, people_merged
from kraftsamla.library.models import Document, Passage


@receiver(organisations_merged, dispatch_uid="library.organisations_merged")
def follow_organisation(*, kept: Organisation, gone: Organisation, **_: Any) -> None:
    Document.objects.filter(publisher=gone).update(publisher=kept)
    for passage in Passage.objects.filter(organisations=gone):
        passage.organisations.add(kept)
        passage.organisations.remove(gone)


@receiver(people_merged, dispatch_uid="library.people_merged")
def follow_person(*, kept: Person, gone: Person, **_: Any) -> None:
    for passage in Passage.objects.filter(people=gone):
        passage.people.add(kept)
        passage.people.remove(gone)
