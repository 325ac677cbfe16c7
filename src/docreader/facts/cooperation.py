"""The areas in which the parties of an agreement mean to work together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.model import Suggestion
from docreader.text.page import Page
from docreader.text.triggers import quick
from docreader.text.units import Unit

_LETTERED = re.compile(r"^[a-h][.)]\s")
_LEAD = quick(
    r"\b(?:samarbet\w*|samverk\w*|samarbejd\w*|samarbeid\w*|cooperat\w*|collaborat\w*)\b.{0,120}:\s?$"
    r"|\b(?:områden|områder|areas|områdena|områdene|punkter|punkterna|frågor|teman|temaer|spår|spor)\b.{0,120}:\s?$"
    r"|\b(?:avtalet|avtalen|aftalen|överenskommelsen|agreement|parterna|partene|parterne|parties|länderna|landene"
    r"|landene)\b.{0,120}:\s?$"
    r"|^(?:samarbetet|samarbeidet|samarbejdet|avtalet|avtalen|aftalen|överenskommelsen|the (?:cooperation|agreement))"
    r"\s(?:gäller|omfattar|avser|rör|gjelder|omfatter|gælder|covers|concerns|includes)\W{0,2}$",
    re.IGNORECASE,
)
_ASKED = quick(r"\b(?:frågor|spørsmål|spørgsmål|questions)\b", re.IGNORECASE)
_HEAD = re.compile(
    r"(?:samarbetsområden|samverkansområden|samarbeidsområder|samarbejdsområder|areas of cooperation"
    r"|områden för samarbete|det här ska vi göra"
    r"|vad (?:avtalet )?innehåller(?: avtalet)?|avtalets innehåll|innehåll|avtalet omfattar|hva avtalen omfatter"
    r"|aftalens indhold|what it covers"
    r"|prioriterade områden|gemensamma områden|fokusområden)",
    re.IGNORECASE,
)
_INLINE = quick(
    r"\b(?:samarbet\w*|samverk\w*|samarbejd\w*|samarbeid\w*|cooperat\w*|collaborat\w*)\s(?:ska ske "
    r"|will be )?(?:inom|på|om|in|on|within|i)\s(?:följande områden|områdena"
    r"|the (?:following )?areas(?: of)?|områderne)\s?:?\s(?P<list>[^.]{6,300})",
    re.IGNORECASE,
)


def _points(unit: Unit) -> Iterator[Suggestion]:
    """One point, or several lettered ones that run on in one paragraph."""
    starts = [match.end() for match in re.finditer(r"(?:^|(?<=\s))[a-h][.)]\s", unit.text)] or [0]
    stops = [*(match.start() for match in re.finditer(r"\s[a-h][.)]\s", unit.text)), len(unit.text)]
    for start, stop in zip(starts, stops[-len(starts) :], strict=True):
        title = unit.text[start:stop].strip(" .;,")
        if title:
            span = (unit.start, unit.end) if len(starts) == 1 else unit.body.span(start, start + len(title))
            yield suggest("cooperation_area", [span], 0.82, title=title[0].upper() + title[1:])


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Points below such a sentence, on pages with an agreement."""
    if page.document.kind != "agreement_page" and not any(found.of("agreement")):
        return
    active = False
    for unit in page.units:
        headed = unit.kind == "heading" and _HEAD.match(unit.text.strip("#* "))
        if (
            active
            and not unit.sign
            and (unit.bullet or unit.number or _LETTERED.match(unit.text))
            and len(unit.text) < 200
            and not unit.text.rstrip().endswith("?")
        ):
            yield from _points(unit)
            continue
        active = bool(headed or (_LEAD.search(unit.text) and not _ASKED.search(unit.text))) or (
            active and unit.kind == "paragraph" and unit.text.endswith(":")
        )
        match = _INLINE.search(unit.text) if len(unit.text) < 900 else None
        for piece in re.finditer(r"[^,]+?(?=,|\s(?:och|samt|and|og)\s|$)", match["list"]) if match else ():
            words = re.sub(r"^\s?(?:och|samt|and|og)\s", "", piece[0]).strip()
            if len(words) > 3 and match is not None:
                start = match.start("list") + piece.start()
                yield suggest("cooperation_area", [unit.body.span(start, start + len(piece[0]))], 0.7, title=words)
