"""Lists of people that no known heading announces: recognised by their shape alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docreader.facts.phrases import person_density, phrases
from docreader.text.lines import Line
from docreader.text.names import is_given_name, person_score
from docreader.text.triggers import quick
from docreader.text.units import mark_of

_SIGNING = re.compile(
    r"(?:vid (?:protokollet|anteckningarna|pennan)|justera\w*|underskrift\w*|undertegn\w*|signatur\w*|sign\b|attest"
    r"|godkänn\w*s|foto|bild|kontakt\w*|text|av:|ansvarig|copy|kopia|kopi|cc|distribution|sändlista|utses|contact|photo"
    r"|presentationer|talare|speakers|nominera\w*|valda?\b|väljs|stipend\w*|relaterat)",
    re.IGNORECASE,
)
#: Labels before names that do not tell who came.
_OTHER_LABEL = quick(
    r"(?:vid|justera\w*|underskrift\w*|kontakt\w*|contact\w*|foto\w*|photo\w*|bild\w*|text|av|by|ansvar\w*"
    r"|responsible|copy|kopia|kopi"
    r"|cc|distribution|sändlista|till|til|to|fra|from|från|för|föredragande|föredragare|presenter\w*|speaker\w*"
    r"|talare|innled\w*"
    r"|inled\w*|oplæg\w*|redaktör\w*|redaktion\w*|utgivare|valda?|väljs|valgt|utses|nominer\w*|frånfälle|ersätter"
    r"|author\w*|källa|kilde"
    r"|source|beslut|vedtak|decision|action|åtgärd|uppgift|tags?|taggar|ämne\w*|plats|sted|place|tid|time|datum"
    r"|dato|date|arrangör\w*"
    r"|organi[sz]er\w*|projektledare|prosjektleder|handläggare|saksbehandler|sagsbehandler)\b",
    re.IGNORECASE,
)
_RUN_IN = re.compile(r"\W{0,4}(?P<label>[A-ZÅÄÖÆØ][\w ,/&-]{2,38}?)\W{0,3}:\W{0,3}\s(?=\S)")
_SPEECH = re.compile(r"[.!?]\s|\b(?:är|var|har|ska|kan|er|skal|is|was|has)\b")


def bare_lists(lines: Sequence[Line], taken: set[int]) -> Iterator[tuple[Line, ...]]:
    """Lines below one another that each begin with a name and hold nothing but what is told of people, under a
    heading nobody foresaw ("The board", "Composition of the council") or under none."""
    run: list[Line] = []
    before: Line | None = None
    signed = sure = 0
    for line in (*lines, None):
        like = 0 if line is None or line.start in taken or (run and line.gap > 1) else _entry_like(line.text)
        if line is not None and like:
            run.append(line)
            sure += like > 1
            continue
        if len(run) >= 3 and sure >= 0.5 * len(run) and not signed and not _elects(before):
            yield tuple(run)
        if run:
            signed = 0
        run, sure = [], 0
        if line is not None:
            signed = 3 if _SIGNING.match(line.text.strip("#*_ ")) else max(0, signed - 1)
            before = line


def labelled_lines(lines: Sequence[Line], taken: set[int]) -> Iterator[tuple[Line, int]]:
    """Single lines "Label: Anna Ek (SCB), Bo Ås (SKR), ...", and where the names begin, among the first lines."""
    for line in lines[:_TOP]:
        match = _RUN_IN.match(line.text)
        if match is None or line.start in taken or _OTHER_LABEL.match(match["label"]):
            continue
        names = line.text[match.end() :]
        items = phrases(names) if len(names) < 3000 else []
        people = [item for item in items if item.sort == "person" and person_score(item.text) >= 0.6]
        if len(people) >= 2 and person_density([names]) == 1 and not _SPEECH.search(names):
            yield line, match.end()


_TOP = 45


def _elects(line: Line | None) -> bool:
    """Above a list of people elected, who need not have been there."""
    return line is not None and bool(
        re.search(r"\b(?:väl\w+|utse\w*|valgt\w*|vælg\w+|elected|appointed)\b", line.text, re.I)
    )


_WORD = re.compile(r"[^\W\d_]+")


def is_prose(text: str) -> bool:
    """A sentence: long, mostly lower-case words, and hardly any names."""
    words = _WORD.findall(text)
    if len(words) < 7:
        return False
    lower = sum(word[0].islower() for word in words)
    return lower > 0.72 * len(words) and (text.rstrip().endswith((".", "?", ":")) or len(words) > 11)


def _entry_like(text: str) -> int:
    """2 for a line as in a list of people: a full name first, then employer or role, and no sentence. 1 for one that
    would do among such lines: the name is not known as one, or more is told of its bearer."""
    if len(text) > 130 or is_prose(text) or text.rstrip().endswith(("?", "!")):
        return 0
    body = text[mark_of(text).length :] if mark_of(text).length < len(text) else text
    first = next(iter(phrases(body)), None)
    if first is None or first.start > 2 or not body[:1].isupper() or ":" in body:
        return 0
    if first.sort != "person" and not (first.sort == "role" and person_density([body]) == 1):
        return 0
    sure = is_given_name(first.text.split()[0]) or person_score(first.text) >= 0.6 or first.sort == "role"
    if person_score(first.text) < 0.5 and first.sort != "role":
        return 0
    return 2 if sure and person_density([body]) == 1 else 1 if len(text) < 90 else 0
