"""News from the register: follow-ups follow the record that is kept."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from kraftsamla.actors.models import Organisation
from kraftsamla.actors.signals import organisations_merged
from kraftsamla.followup.models import FollowUp


@receiver(organisations_merged, dispatch_uid="followup.organisations_merged")
def follow_organisation(*, kept: Organisation, gone: Organisation, **_: Any) -> None:
    FollowUp.objects.filter(owner=gone).update(owner=kept)
