"""Bodies whose members are listed behind or below their name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.body_words import CHAIR, DEFINITE, KIND
from docreader.facts.found import suggest
from docreader.model import Suggestion
from docreader.text.names import PERSON, person_score
from docreader.text.page import Page
from docreader.text.triggers import quick

_ROSTER = quick(
    rf"\W{{0,4}}(?P<name>(?:[\w-]+\s){{0,2}}?(?:{DEFINITE}|{KIND}))(?:\s(?:består av|bestod av|utgörs av|består af"
    rf"|consists of))?\s?:?(?P<who>\s.{{6,600}})?$"
)


def rosters(page: Page) -> Iterator[Suggestion]:
    """A line that names a body, with people behind it or on the lines below."""
    units = page.units
    for number, unit in enumerate(units):
        match = _ROSTER.match(unit.text) if len(unit.text) < 700 else None
        if match is None or not match["name"][0].isupper() or len(match["name"]) > 60:
            continue
        if match["who"] and ":" not in unit.text[: match.start("who") + 1]:
            continue
        texts = [match["who"]] if match["who"] else [below.text for below in units[number + 1 : number + 12]]
        people: list[str] = []
        for text in texts:
            named_here = [m for m in re.findall(PERSON, text) if person_score(m) >= 0.6]
            if not match["who"] and (
                len(text) > 150 or not re.match(rf"(?:\W{{0,3}}[a-zåäöæø.]+\s){{0,3}}(?:{PERSON})", text)
            ):
                break
            if not named_here:
                break
            people += named_here if match["who"] else named_here[:1]
        if len(people) < 2 or (not match["who"] and unit.kind not in ("heading", "paragraph")):
            continue
        chair = next((m["lead"] for text in texts[: len(people)] if (m := CHAIR.search(text))), None)
        yield suggest(
            "body", [unit.body.span(*match.span("name"))], 0.72, name=match["name"], members=tuple(people), lead=chair
        )
