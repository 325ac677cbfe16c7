"""News from the register: follow-ups, contacts and what is asked follow the record that is kept."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from kraftsamla.actors.models import Organisation
from kraftsamla.actors.signals import organisations_merged
from kraftsamla.followup.models import Answer, Contact, FollowUp, FollowUpStep, UpdateRound


@receiver(organisations_merged, dispatch_uid="followup.organisations_merged")
def follow_organisation(*, kept: Organisation, gone: Organisation, **_: Any) -> None:
    FollowUp.objects.filter(owner=gone).update(owner=kept)
    FollowUp.objects.filter(verifier=gone).update(verifier=kept)
    FollowUpStep.objects.change_organisation(gone=gone, to=kept)
    Contact.objects.filter(organisation=gone).update(organisation=kept)
    Answer.objects.filter(organisation=gone).update(organisation=kept)
    for each in UpdateRound.objects.filter(organisations=gone):
        each.organisations.add(kept)
        each.organisations.remove(gone)
