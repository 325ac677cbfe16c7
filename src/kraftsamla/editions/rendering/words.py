"""What the codes of the content are called in the public edition, and its standing sentences."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from django.utils import translation
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kraftsamla.core.text import Language
from kraftsamla.editions.rendering import figures
from kraftsamla.editions.rendering.vocabulary import TABLES

WEAKNESSES = {
    "not_read": _("Läget är ej inläst: ingen uppgift om hur långt arbetet har kommit har lästs in."),
    "no_action": _("Ingen insats är inläst för målet. Det kan finnas insatser som ännu inte har lästs in."),
    "no_source": _("Ingen källa är angiven."),
    "no_responsible": _("Ingen organisation är angiven som ansvarig."),
    "not_accepted": _("Ingen organisation har åtagit sig ansvaret."),
    "declined": _("Den som har tillfrågats om ansvaret har avböjt. Ingen har åtagit sig det."),
    "changes_proposed": _("Ingen har åtagit sig ansvaret ännu: de ändrade villkoren är inte bekräftade."),
    "no_status": _("Ingen har lämnat någon lägesuppdatering."),
    "stale": _("Den senaste uppgiften om läget är äldre än sex månader."),
    "disputed": _("Ett uppgivet resultat är ifrågasatt av den som har granskat det."),
    "no_evidence": _("Ett uppgivet resultat är granskat, men underlag som visar det saknas."),
    "no_result": _(
        "Insatsen uppges vara genomförd, men inget resultat är redovisat och ingen annan har bekräftat det."
    ),
    "not_verified": _("Resultatet är inte bekräftat av någon annan än den som lämnat uppgiften."),
}


@cache
def tables(language: Language) -> Mapping[str, Mapping[str, str]]:
    """Every code's word in one language, looked up once."""
    with translation.override(language):
        return {name: {code: str(word) for code, word in table.items()} for name, table in TABLES.items()}


def word(table: str, code: str, language: Language) -> str:
    """The word for a code; a code without a word is shown as it is rather than left out."""
    return tables(language)[table].get(code, code)


def weakness(code: str, *, named: str = "", days: int | None = None) -> str:
    """The sentence that tells a record's weakest link, in the language in force; "" when no link is weak.

    ``named``: the organisations the source points out without any of them having accepted. ``days``: the age of the
    newest update.
    """
    if not code:
        return ""
    language: Language = "en" if translation.get_language() == "en" else "sv"
    if code == "not_accepted" and named:
        return _t("Ingen organisation har åtagit sig ansvaret – källan pekar ut %(names)s.") % {"names": named}
    if code == "stale" and days is not None:
        return _t("Den senaste uppgiften om läget är %(age)s gammal.") % {"age": figures.age(days, language)}
    return str(WEAKNESSES[code])
