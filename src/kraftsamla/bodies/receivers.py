"""News from the register: bodies and appointments follow the record that is kept."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from kraftsamla.actors.models import Organisation, Person
from kraftsamla.actors.signals import organisations_merged, people_merged
from kraftsamla.bodies.models import Appointment, Body, Interest, Nomination, Seat


@receiver(organisations_merged, dispatch_uid="bodies.organisations_merged")
def follow_organisation(*, kept: Organisation, gone: Organisation, **_: Any) -> None:
    Body.objects.filter(host=gone).update(host=kept)
    Appointment.objects.filter(on_behalf_of=gone).update(on_behalf_of=kept)
    Seat.objects.filter(nominated_by=gone).update(nominated_by=kept)
    Interest.objects.filter(organisation=gone).update(organisation=kept)
    Nomination.objects.filter(organisation=gone).update(organisation=kept)
    Nomination.objects.filter(nominated_by=gone).update(nominated_by=kept)


@receiver(people_merged, dispatch_uid="bodies.people_merged")
def follow_person(*, kept: Person, gone: Person, **_: Any) -> None:
    Appointment.objects.filter(person=gone).update(person=kept)
