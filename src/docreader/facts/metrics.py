"""Figures about what has been done: how many so far, in all, of how many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.model import Suggestion, note
from docreader.text.numbers import number_of
from docreader.text.page import Page
from docreader.text.triggers import quick

_FIGURE = quick(
    r"\b(?:[Hh]ittills|[Tt]otalt|[Ss]ammanlagt|[Ss]o far|[Ss]å langt|[Mm]ålet är att|[Mm]ålet er at"
    r"|[Mm]ålet er å|[Tt]he goal is that|[Hh]idtil|[Hh]ittil|[Ii] dag|[Ii] dagsläget|[Ii]n total"
    r"|[Tt]o date|[Ss]amlet|[Ii] alt)\b[^.\d]{0,80}?(?P<clause>(?:[a-zåäöæø]+\s)?(?:ett "
    r"|en )?(?P<n>\d{1,3}(?:[ .]\d{3})*|\d+)(?P<tal>[- ]{0,2}tal)?\s(?P<what>[^.;]{4,140}))"
)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Outside minutes, in sentences that count up to now."""
    if page.is_minutes:
        return
    for sentence in page.sentences:
        match = _FIGURE.search(sentence.text) if len(sentence.text) < 600 else None
        if match is None or found.covers(sentence.part(match.start(), match.end()), "strategy"):
            continue
        what = re.split(r"\s(?:för att|som|och|in order|to)\s", match["what"])[0]
        value = number_of(match["n"])
        if value is None or 1990 <= value <= 2035:
            continue
        notes = [note("approximate", words=f"{match['n']}-tal")] if match["tal"] else []
        start = match.start("clause") if match.start("clause") - match.start() > 30 else match.start()
        end = match.start("what") + len(what)
        yield suggest("metric", [sentence.part(start, end)], 0.65, notes, title=what.strip(" ."), value=value)
