"""News from the register: what organisations do in the strategy follows the record that is kept."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from kraftsamla.actors.models import Organisation
from kraftsamla.actors.signals import organisations_merged
from kraftsamla.strategy.models import Assignment, Money, StatusUpdate, Strategy


@receiver(organisations_merged, dispatch_uid="strategy.organisations_merged")
def follow_organisation(*, kept: Organisation, gone: Organisation, **_: Any) -> None:
    Strategy.objects.filter(owner=gone).update(owner=kept)
    Money.objects.filter(funder=gone).update(funder=kept)
    StatusUpdate.objects.filter(on_behalf_of=gone).change_organisation(to=kept)
    for assignment in Assignment.objects.filter(organisation=gone):
        same = Assignment.objects.filter(action=assignment.action, role=assignment.role, organisation=kept)
        if same.exists():
            assignment.delete()
        else:
            Assignment.objects.filter(pk=assignment.pk).update(organisation=kept)
