"""Who is invited to a meeting, what they answer, and who took part."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kraftsamla.accounts.choices import InterfaceLanguage
from kraftsamla.actors.models import Organisation, Person
from kraftsamla.bodies.models import Appointment
from kraftsamla.core.models import Versioned
from kraftsamla.library.models import Passage
from kraftsamla.meetings.choices import Mode, Presence, Reply
from kraftsamla.meetings.models.meetings import Meeting
from kraftsamla.meetings.querysets import AttendanceQuerySet


class Invitation(Versioned):
    """Somebody asked to come. The name, title and organisation are as they were when they were asked.

    ``sent_sequence`` is the meeting's sequence in the newest calendar file they got; None when none has gone.
    ``is_informed``: gets to know what was said, but is not asked to come.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="invitations")
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, null=True, blank=True, related_name="invitations"
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("för organisationen"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="invitations",
    )
    appointment = models.ForeignKey(
        Appointment, on_delete=models.SET_NULL, null=True, blank=True, related_name="invitations", editable=False
    )
    substitute_for = models.ForeignKey(
        "self", verbose_name=_("ersätter"), on_delete=models.SET_NULL, null=True, blank=True, related_name="substitutes"
    )
    name = models.CharField(_("namn"), max_length=200)
    title = models.CharField(_("titel"), max_length=200, blank=True, default="")
    email = models.EmailField(_("e-postadress"), blank=True, default="")
    language = models.CharField(
        _("språk"), max_length=2, choices=InterfaceLanguage.choices, default=InterfaceLanguage.SWEDISH
    )
    role = models.CharField(_("roll"), max_length=200, blank=True, default="")
    is_guest = models.BooleanField(_("gäst"), default=False)
    is_informed = models.BooleanField(_("får bara anteckningarna"), default=False)
    reply = models.CharField(_("svar"), max_length=10, choices=Reply.choices, default=Reply.NONE, editable=False)
    replied_at = models.DateTimeField(null=True, blank=True, editable=False)
    greeting = models.CharField(_("hälsning"), max_length=500, blank=True, default="")
    sent_at = models.DateTimeField(null=True, blank=True, editable=False)
    sent_sequence = models.PositiveIntegerField(null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("inbjudan")
        verbose_name_plural = _("inbjudningar")
        ordering = ["meeting", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"],
                condition=~Q(person=None),
                name="meetings_invitation_once",
                violation_error_message=_("Personen är redan inbjuden."),
            )
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, str(self.organisation or "")) if part)


class Attendance(models.Model):
    """Somebody, or an organisation, at a meeting. The names are kept as they were that day."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendance")
    position = models.PositiveSmallIntegerField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="attendance")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="attendance"
    )
    person_name = models.CharField(_("namn"), max_length=200, blank=True, default="")
    organisation_name = models.CharField(_("organisation"), max_length=300, blank=True, default="")
    role = models.CharField(_("roll"), max_length=200, blank=True, default="")
    presence = models.CharField(_("närvaro"), max_length=10, choices=Presence.choices, default=Presence.PRESENT)
    mode = models.CharField(_("hur"), max_length=10, choices=Mode.choices, blank=True, default="")
    title = models.CharField(_("titel"), max_length=200, blank=True, default="")
    substitute_for = models.CharField(_("ersätter"), max_length=200, blank=True, default="")
    is_guest = models.BooleanField(_("gäst"), default=False)
    came_at = models.TimeField(_("kom kl."), null=True, blank=True)
    left_at = models.TimeField(_("gick kl."), null=True, blank=True)
    invitation = models.OneToOneField(
        Invitation, on_delete=models.SET_NULL, null=True, blank=True, related_name="attendance", editable=False
    )
    passages = models.ManyToManyField(Passage, related_name="attendance", blank=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("en deltagare", "deltagare")
        verbose_name_plural = _("deltagare")
        ordering = ["meeting", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"],
                condition=~Q(person=None),
                name="meetings_attendance_once",
                violation_error_message=_("Personen finns redan bland deltagarna."),
            ),
            models.CheckConstraint(
                condition=~(Q(person_name="") & Q(organisation_name="")),
                name="meetings_attendance_somebody",
                violation_error_message=_("Ange en person eller en organisation."),
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.person_name, self.organisation_name or self.role) if part)
