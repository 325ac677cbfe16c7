"""Somebody in a public role, with where and as what."""

from __future__ import annotations

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Person
from kraftsamla.core.errors import Refused
from kraftsamla.reading.accepting.context import Context
from kraftsamla.reading.accepting.shape import NEW, Field, Kind


def accept(context: Context) -> None:
    person = context.person("person")
    if person is None:
        raise Refused(_now("Skriv personens namn, eller avvisa förslaget."))
    if context.answer("person") != NEW:
        context.quoted(Person.objects.get(pk=person.pk))
    context.engagement(person, context.organisation("organisation"), context.text("role"))


KIND = Kind(
    code="person",
    plural=_("Personer"),
    becomes=_("en person i registret"),
    fields=(
        Field("person", _("namn"), noun="person", required=True),
        Field("organisation", _("organisation"), noun="organisation"),
        Field("role", _("titel")),
    ),
    accept=accept,
)
