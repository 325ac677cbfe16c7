"""When what the sentence before tells of is to be ready: "The agency prepares a guide. It is to be ready in May"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from docreader.text.dates import FoundDate
from docreader.text.page import Page
from docreader.text.sentences import Sentence

_READY = re.compile(
    r"^(?P<what>(?:Den|Det|De|It|They|This|Denne|Dette|Arbetet|Arbeidet|Arbejdet"
    r"|The (?:work|task|assignment|report)"
    r"|[A-ZÅÄÖÆØ][\w-]{3,40}(?:en|et|an|n|a|erna|orna|ene|erne)))\s"
    r"(?:ska|skal|skall|skulle|will|is|are|shall|beräknas|väntas|ventes|forventes|planeras|er|är|låg|lå|stod|blir"
    r"|bliver|skickas|sendes|is expected)\b"
    r".{0,60}?\b(?:klar\w*|färdig\w*|ferdig\w*|færdig\w*|ready|finished|done|due|på plats|in place|slutför\w*"
    r"|lämna\w*|levere\w*|delivered|redovisa\w*"
    r"|rapportera\w*|publicera\w*|publiser\w*|published|presentera\w*|presenter\w*|presented|skickas|sendes|sent"
    r"|avsluta\w*|evaluer\w*|evaluated"
    r"|utvärder\w*|införd\w*|i drift|tas i bruk|tages i brug|overleveres|forelig\w*|completed)\b",
)
_INDEFINITE = re.compile(r"(?:erna|orna|erne|ene|en|et|an|n|a)$")


def completion(page: Page, sentence: Sentence) -> tuple[Sentence, FoundDate] | None:
    """The sentence right behind one, and its day, when it says when the thing is to be ready."""
    following = _next(page, sentence)
    if following is None or not completes(sentence, following):
        return None
    dates = [date for date in page.find_dates(following.text) if date.month or date.year]
    return (following, dates[-1]) if dates else None


def completes(sentence: Sentence, following: Sentence) -> bool:
    """True when the second sentence speaks of what the first one names."""
    match = _READY.match(following.text)
    if match is None or len(following.text) > 200:
        return False
    what = match["what"].casefold()
    if what in ("uppdraget", "oppdraget", "opgaven"):
        return False
    if what in (
        "den",
        "det",
        "de",
        "it",
        "they",
        "this",
        "denne",
        "dette",
        "arbetet",
        "uppdraget",
        "oppdraget",
        "opgaven",
        "arbeidet",
        "arbejdet",
    ):
        return True
    stem = _INDEFINITE.sub("", what)
    return len(stem) > 3 and stem[:12] in sentence.text.casefold()


def before(page: Page, sentence: Sentence) -> Sentence | None:
    """The sentence right before one in its unit."""
    siblings = page.sentences_in(sentence.unit)
    place = place_in_unit(siblings, sentence)
    return siblings[place - 1] if place else None


def place_in_unit(siblings: Sequence[Sentence], sentence: Sentence) -> int:
    """Where a sentence stands among those of its unit, found by halving: a unit may be a whole document."""
    return bisect_left(siblings, sentence.span[0], key=lambda other: other.span[0])


def _next(page: Page, sentence: Sentence) -> Sentence | None:
    siblings = page.sentences_in(sentence.unit)
    place = place_in_unit(siblings, sentence) + 1
    return siblings[place] if place < len(siblings) else None
