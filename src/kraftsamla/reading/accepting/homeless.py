"""Kinds that the picture has no place for yet. They stay at the desk, waiting or rejected, and are never lost."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kraftsamla.reading.accepting.shape import Field, Kind, Words

TITLE, DATE = Field("title", _("titel")), Field("date", _("datum"), "date")


def _kind(code: str, plural: Words, *fields: Field) -> Kind:
    return Kind(code=code, plural=plural, becomes="", fields=fields or (TITLE,))


KINDS = (
    _kind("programme", _("Program"), TITLE, Field("owner", _("ägare")), DATE),
    _kind("milestone", _("Milstolpar"), TITLE, DATE, Field("of", _("del av"))),
    _kind("cooperation_area", _("Samarbetsområden")),
    _kind("media", _("Filmer, poddar och rapporter"), TITLE, Field("media_type", _("slag")), DATE),
    _kind("metric", _("Siffror"), TITLE, Field("value", _("värde"), "number")),
    _kind("relation", _("Samarbeten"), Field("from_", _("från")), Field("to", _("till"), "lines")),
    _kind("decision", _("Beslut")),
    _kind("meeting_goal", _("Mötets syfte")),
    _kind("organisation_goal", _("Organisationers mål"), TITLE, Field("owner", _("ägare"))),
)
