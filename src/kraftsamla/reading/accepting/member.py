"""Somebody who sits in a body."""

from __future__ import annotations

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kraftsamla.bodies.choices import AppointmentRole
from kraftsamla.bodies.models import Appointment, Body
from kraftsamla.bodies.operations import appoint
from kraftsamla.core.errors import Refused
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.known import Known
from kraftsamla.reading.accepting.shape import Field, Kind, Option, Slot, Values

ROLES = (
    ("vice ordförande", AppointmentRole.VICE_CHAIR), ("ordförande", AppointmentRole.CHAIR),
    ("sekreterare", AppointmentRole.SECRETARY), ("adjungerad", AppointmentRole.ADJUNCT),
    ("observatör", AppointmentRole.OBSERVER), ("handläggare", AppointmentRole.OFFICER),
    ("ledare", AppointmentRole.LEAD),
)  # fmt: skip


def accept(context: Context) -> None:
    body = Body.objects.filter(slug=context.answer("body")).first()
    person, organisation = context.person("person"), context.organisation("organisation")
    if body is None or person is None:
        raise Refused(_now("Välj organ och skriv vem som är ledamot, eller avvisa förslaget."))
    known = Appointment.objects.filter(body=body, person=person, valid_to="").first()
    if known is not None:
        context.quoted(known)
        return
    context.engagement(person, organisation, context.text("title_at_home"))
    said = context.text("role").casefold()
    role = next((role for word, role in ROLES if word in said), AppointmentRole.MEMBER)
    values = {
        "body": body, "person": person, "on_behalf_of": organisation, "role": role, "seen_on": context.seen_on,
    }  # fmt: skip
    context.created(appoint(values=values, by=context.by))


def slots(values: Values, known: Known) -> list[Slot]:
    """The body of the document's meeting; else the person says which."""
    options = tuple(Option(entry.slug, entry.name) for entry in known.bodies.by_slug.values())
    body = known.meeting.body if known.meeting else None
    if body is not None:
        return [Slot("body", _("organ"), "", known=Option(body.slug, body.name_sv), options=options, default=body.slug)]
    remark = _("framgår inte av texten") if options else _("lägg till organet först")
    return [Slot("body", _("organ"), "", options=options, remark=remark)]


KIND = Kind(
    code="member",
    plural=_("Ledamöter"),
    becomes=_("ett förordnande i ett organ"),
    fields=(
        Field("person", _("person"), noun="person", required=True),
        Field("organisation", _("organisation"), noun="organisation"),
        Field("role", _("roll")),
        Field("title_at_home", _("titel")),
    ),
    accept=accept,
    slots=slots,
)
