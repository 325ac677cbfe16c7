"""The words for readings and suggestions, and what the log calls the deeds on them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.audit.registry import register

#: From here on the reader is right at least 95 times of 100, and suggestions may be accepted together.
CERTAIN = 0.9
LIKELY = 0.7


class SuggestionState(models.TextChoices):
    WAITING = "waiting", _("väntar")
    ACCEPTED = "accepted", _("godkänt")
    REJECTED = "rejected", _("avvisat")


class Sureness(models.TextChoices):
    """The reader's confidence in words."""

    CERTAIN = "certain", _("säker")
    LIKELY = "likely", _("trolig")
    UNSURE = "unsure", _("osäker")

    @classmethod
    def of(cls, confidence: float | None) -> Sureness | None:
        """None for what a person has made by hand."""
        if confidence is None:
            return None
        if confidence >= CERTAIN:
            return cls.CERTAIN
        return cls.LIKELY if confidence >= LIKELY else cls.UNSURE


class Change(models.TextChoices):
    """How a suggestion differs from the earlier version of the document."""

    NEW = "new", _("ny i den här versionen")
    GONE = "gone", _("står inte längre i texten")


class Outcome(models.TextChoices):
    """What became of a suggestion. Every suggestion has exactly one."""

    UNTOUCHED = "untouched", _("godkända som de var")
    TOGETHER = "together", _("godkända flera på en gång")
    EDITED = "edited", _("ändrade och godkända")
    REJECTED = "rejected", _("avvisade")
    UNDONE = "undone", _("ångrade")
    WAITING = "waiting", _("väntar")


#: What the reader's note codes mean to a person; the names in the sentences are the note's own parameters.
NOTES = {
    "year_inferred": _("Året står inte i texten, räknat från %(from)s."),
    "relative_date": _("Datumet är räknat från %(from)s; i texten står ”%(words)s”."),
    "conflicting_date": _("Dokumentet anger också %(other)s för samma sak."),
    "no_date": _("Aviserat, men utan datum."),
    "approximate": _("Ungefärlig uppgift: ”%(words)s”."),
    "single_line_list": _("Listan kom som en enda rad utan tydliga gränser."),
    "unresolved_first_name": _("Bara förnamnet %(name)s står i texten."),
    "spelling_differs": _("Stavas också %(other)s i dokumentet."),
    "name_order": _("Förnamn och efternamn stod i omvänd ordning."),
    "comma_in_name": _("Namnet hade ett komma i sig."),
    "listed_twice": _("Stod mer än en gång och är sammanfört."),
    "absent_wins": _("Står både som närvarande och som frånvarande."),
    "number_inferred": _("Numret står inte vid rubriken, det är härlett."),
    "title_inferred": _("Titeln är sammansatt av dokumentets ord."),
    "responsible_inferred": _("Den ansvariga framgår av en mening i närheten."),
    "decoded_as": _("Filen var inte UTF-8 utan lästes som %(encoding)s."),
    "name_lies": _("Filnamnet säger %(said)s, men innehållet är %(found)s."),
    "controls_replaced": _("%(count)s tecken som inte kan visas har bytts ut."),
    "pages_without_text": _("%(count)s sidor består bara av bilder och kunde inte läsas."),
}

READING_SETTLED = register("reading.settled", _("sade att det är ett eget dokument:"))
READING_MADE = register("reading.made", _("läste in"))
READING_DESCRIBED = register("reading.described", _("såg över uppgifterna om"))
SUGGESTION_MARKED = register("suggestion.marked", _("markerade ett ställe och gjorde det till förslaget"))
SUGGESTION_ACCEPTED = register("suggestion.accepted", _("godkände förslaget"))
SUGGESTION_EDITED = register("suggestion.edited", _("ändrade förslaget"))
SUGGESTION_REJECTED = register("suggestion.rejected", _("avvisade förslaget"))
SUGGESTION_UNDONE = register("suggestion.undone", _("ångrade beslutet om förslaget"))
