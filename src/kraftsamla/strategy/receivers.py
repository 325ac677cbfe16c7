"""News from the register: what organisations do in the strategy follows the record that is kept."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from kraftsamla.actors.models import Organisation
from kraftsamla.actors.signals import organisations_merged
from kraftsamla.strategy.models import (
    Assignment,
    AssignmentStep,
    Money,
    Result,
    StatusUpdate,
    Strategy,
    Terms,
    Verdict,
)


@receiver(organisations_merged, dispatch_uid="strategy.organisations_merged")
def follow_organisation(*, kept: Organisation, gone: Organisation, **_: Any) -> None:
    Strategy.objects.filter(owner=gone).update(owner=kept)
    Money.objects.filter(funder=gone).update(funder=kept)
    StatusUpdate.objects.filter(on_behalf_of=gone).change_organisation(to=kept)
    Result.objects.filter(claimed_by=gone).change_organisation(to=kept)
    Verdict.objects.filter(found_by=gone).change_organisation(to=kept)
    AssignmentStep.objects.change_organisation(gone=gone, to=kept)
    for assignment in Assignment.objects.filter(organisation=gone):
        same = Assignment.objects.filter(action=assignment.action, role=assignment.role, organisation=kept).first()
        if same is None:
            Assignment.objects.filter(pk=assignment.pk).update(organisation=kept)
        else:
            _join(same, assignment)


def _join(kept: Assignment, gone: Assignment) -> None:
    """The same part twice turns out to be one: it stands where the agreement that came furthest was made, and the
    trails of both are told together."""
    first, other = (gone, kept) if gone.is_accepted and not kept.is_accepted else (kept, gone)
    Terms.objects.join(other, to=first)
    AssignmentStep.objects.join(other, to=first)
    Assignment.objects.filter(handed_from=other).exclude(pk=first.pk).update(handed_from=first)
    organisation = kept.organisation
    other.delete()
    Assignment.objects.filter(pk=first.pk).update(organisation=organisation)
