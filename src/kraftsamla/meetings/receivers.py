"""News from the register: meetings point at the records that are kept. Names noted that day stay as they were."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from kraftsamla.actors.models import Organisation, Person
from kraftsamla.actors.signals import holder_forgotten, organisations_merged, people_merged
from kraftsamla.meetings.models import Adjuster, Attendance, Comment, Invitation, Meeting, Presentation
from kraftsamla.meetings.operations.inviting import forget_address


@receiver(organisations_merged, dispatch_uid="meetings.organisations_merged")
def follow_organisation(*, kept: Organisation, gone: Organisation, **_: Any) -> None:
    for meeting in gone.meetings.all():
        meeting.organisers.remove(gone)
        meeting.organisers.add(kept)
    for meeting in gone.meetings_partnered.all():
        meeting.partners.remove(gone)
        meeting.partners.add(kept)
    for model in (Presentation, Attendance, Invitation, Adjuster, Comment):
        model._base_manager.filter(organisation=gone).update(organisation=kept)


@receiver(holder_forgotten, dispatch_uid="meetings.holder_forgotten")
def forget_invitee(*, email: str, **_: Any) -> None:
    forget_address(email)


@receiver(people_merged, dispatch_uid="meetings.people_merged")
def follow_person(*, kept: Person, gone: Person, **_: Any) -> None:
    Meeting.objects.filter(chair=gone).update(chair=kept)
    Presentation.objects.filter(person=gone).update(person=kept)
    Adjuster.objects.filter(person=gone).update(person=kept)
    for attendance in Attendance.objects.filter(person=gone):
        if Attendance.objects.filter(meeting=attendance.meeting, person=kept).exists():
            attendance.delete()
        else:
            Attendance.objects.filter(pk=attendance.pk).update(person=kept)
    twice = Meeting.objects.filter(invitations__person=kept)
    Invitation.objects.filter(person=gone, meeting__in=twice).update(person=None)
    Invitation.objects.filter(person=gone).update(person=kept)
