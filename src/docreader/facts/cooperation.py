"""The areas in which the parties of an agreement mean to work together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.model import Suggestion
from docreader.text.page import Page

_LEAD = re.compile(
    r"\b(?:samarbet\w*|samverk\w*|samarbejd\w*|samarbeid\w*|cooperat\w*|collaborat\w*)\b.{0,120}:\s?$"
    r"|\b(?:områden|områder|areas)\b.{0,40}:\s?$",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"\b(?:samarbet\w*|samverk\w*|samarbejd\w*|samarbeid\w*|cooperat\w*|collaborat\w*)\s(?:ska ske "
    r"|will be )?(?:inom|på|om|in|on|within|i)\s(?:följande områden|områdena"
    r"|the (?:following )?areas(?: of)?|områderne)\s?:?\s(?P<list>[^.]{6,300})",
    re.IGNORECASE,
)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Points below such a sentence, on pages with an agreement."""
    if page.document.kind != "agreement_page" and not any(found.of("agreement")):
        return
    active = False
    for unit in page.units:
        if active and (unit.bullet or unit.number) and len(unit.text) < 200:
            title = unit.text.strip(" .;,")
            yield suggest("cooperation_area", [(unit.start, unit.end)], 0.82, title=title[0].upper() + title[1:])
            continue
        active = bool(_LEAD.search(unit.text))
        match = _INLINE.search(unit.text) if len(unit.text) < 900 else None
        for piece in re.finditer(r"[^,]+?(?=,|\s(?:och|samt|and|og)\s|$)", match["list"]) if match else ():
            words = re.sub(r"^\s?(?:och|samt|and|og)\s", "", piece[0]).strip()
            if len(words) > 3 and match is not None:
                start = match.start("list") + piece.start()
                yield suggest("cooperation_area", [unit.body.span(start, start + len(piece[0]))], 0.7, title=words)
