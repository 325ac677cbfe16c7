"""The words for bodies and appointments, and what the log calls the deeds on them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kraftsamla.audit.registry import register


class BodyKind(models.TextChoices):
    OFFICE = "office", _("kansli")
    STEERING_GROUP = "steering_group", _("styrgrupp")
    COLLABORATION_GROUP = "collaboration_group", _("samverkansgrupp")
    WORKING_GROUP = "working_group", _("arbetsgrupp")
    REFERENCE_GROUP = "reference_group", _("referensgrupp")
    NETWORK = "network", _("nätverk")


class AppointmentRole(models.TextChoices):
    CHAIR = "chair", _("ordförande")
    VICE_CHAIR = "vice_chair", _("vice ordförande")
    LEAD = "lead", _("ledare")
    SECRETARY = "secretary", _("sekreterare")
    MEMBER = "member", _("ledamot")
    OFFICER = "officer", _("handläggare")
    ADJUNCT = "adjunct", _("adjungerad")
    OBSERVER = "observer", _("observatör")
    SUBSTITUTE = "substitute", _("ersättare")


class NominationState(models.TextChoices):
    """What became of a nomination: somebody decides, and says why."""

    RECEIVED = "received", _("mottagen")
    APPOINTED = "appointed", _("förordnad")
    DECLINED = "declined", _("inte utsedd")
    WITHDRAWN = "withdrawn", _("återtagen")


class BodyRight(models.TextChoices):
    """What somebody with an account may do in a body. It is not membership, and nobody is a member by it."""

    READ = "read", _("läsa")
    WORK = "work", _("förbereda och dokumentera möten")


class MinutesWord(models.TextChoices):
    """What a body calls what is written from its meetings."""

    MEETING_NOTES = "meeting_notes", pgettext_lazy("ordet för anteckningar", "mötesanteckningar")
    MEMORANDUM = "memorandum", pgettext_lazy("ordet för anteckningar", "minnesanteckningar")
    NOTES = "notes", pgettext_lazy("ordet för anteckningar", "anteckningar")
    MINUTES = "minutes", pgettext_lazy("ordet för anteckningar", "protokoll")


BODY_CREATED = register("body.created", _("lade till organet"))
BODY_CHANGED = register("body.changed", _("ändrade organet"))
BODY_ENDED = register("body.ended", _("avslutade organet"))
BODY_WITHDRAWN = register("body.withdrawn", _("tog bort organet"))
APPOINTMENT_CREATED = register("appointment.created", _("förordnade"))
APPOINTMENT_CHANGED = register("appointment.changed", _("ändrade förordnandet"))
APPOINTMENT_ENDED = register("appointment.ended", _("avslutade förordnandet"))
APPOINTMENT_WITHDRAWN = register("appointment.withdrawn", _("tog bort förordnandet"))
SEAT_CREATED = register("seat.created", _("lade till platsen"))
SEAT_CHANGED = register("seat.changed", _("ändrade platsen"))
SEAT_ENDED = register("seat.ended", _("avslutade platsen"))
SEAT_WITHDRAWN = register("seat.withdrawn", _("tog bort platsen"))
SEATS_ORDERED = register("body.seats_ordered", _("ändrade ordningen på platserna i"))
NOMINATION_RECEIVED = register("nomination.received", _("antecknade en nominering till platsen"))
NOMINATION_CHANGED = register("nomination.changed", _("ändrade en nominering till platsen"))
NOMINATION_APPOINTED = register("nomination.appointed", _("förordnade en nominerad till platsen"))
NOMINATION_DECLINED = register("nomination.declined", _("antecknade att en nominerad inte utsågs till platsen"))
NOMINATION_TAKEN_BACK = register("nomination.taken_back", _("antecknade att en nominering togs tillbaka till platsen"))
NOMINATION_ERASED = register("nomination.erased", _("raderade en avgjord nominering till platsen"))
INTEREST_DECLARED = register("interest.declared", _("antecknade ett anmält intresse vid förordnandet"))
INTEREST_ENDED = register("interest.ended", _("antecknade att ett intresse har upphört vid förordnandet"))
READING_GIVEN = register("access.reading_given", _("gav rätt att läsa i"))
WORKING_GIVEN = register("access.working_given", _("gav rätt att förbereda och dokumentera möten i"))
ACCESS_TAKEN_BACK = register("access.taken_back", _("tog tillbaka tillträdet till"))

#: What the pages that every member sees leave out of the history: it stands in the log.
NOT_FOR_ALL = (INTEREST_DECLARED, INTEREST_ENDED, READING_GIVEN, WORKING_GIVEN, ACCESS_TAKEN_BACK)
