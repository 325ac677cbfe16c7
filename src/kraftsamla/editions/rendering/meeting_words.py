"""The public words for what meetings and bodies are made of. Data, not logic."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Table = dict[str, str | Promise]

MEETING_FORM_LONG: Table = {
    "on_site": _("På plats"),
    "remote": _("På distans"),
    "hybrid": _("På plats och på distans"),
}
MEETING_STATE: Table = {
    "coming": _("kommande"),
    "today": _("pågår i dag"),
    "held": _("har hållits"),
    "cancelled": _("inställt"),
}
ITEM_PURPOSE: Table = {
    "inform": _("information"),
    "present": _("presentation"),
    "discuss": _("diskussion"),
    "decide": _("beslut"),
    "follow_up": _("uppföljning"),
    "break": _("paus"),
    "close": _("avslutning"),
}
MATERIAL_KIND: Table = {
    "paper": pgettext_lazy("material", "underlag"),
    "presentation": _("presentation"),
    "film": _("film"),
    "link": _("länk"),
}
MINUTES_WORD: Table = {
    "meeting_notes": _("mötesanteckningar"),
    "memorandum": _("minnesanteckningar"),
    "notes": _("anteckningar"),
    "minutes": _("protokoll"),
}
MINUTES_STATE: Table = {"published": _("publicerade"), "replaced": _("ersatta av en rättad version")}
POST: Table = {"open": _("ledig"), "held": _("tillsatt"), "past": _("finns inte nu")}
MEETING_TABLES: dict[str, Table] = {
    "meeting_state": MEETING_STATE,
    "meeting_form_long": MEETING_FORM_LONG,
    "item_purpose": ITEM_PURPOSE,
    "material_kind": MATERIAL_KIND,
    "minutes_word": MINUTES_WORD,
    "minutes_state": MINUTES_STATE,
    "post": POST,
}
