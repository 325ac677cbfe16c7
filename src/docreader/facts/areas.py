"""The areas of a strategy: by number and title, and the one that a page is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.facts.plan_words import PLAN, place_of
from docreader.model import Suggestion, note
from docreader.text.dates import find_dates
from docreader.text.numbers import NUMBER_WORD, number_of
from docreader.text.page import Page
from docreader.text.triggers import quick
from docreader.text.units import Unit

_NOUN = (
    r"(?:prioriterat |prioriterade |strategiskt |strategic |priority |focus |thematic |tematisk )?"
    r"(?:insats|fokus|prioritets|prioriterings|mål|delmål|innsats|indsats|tema|satsnings|satsings|utvecklings"
    r"|udviklings"
    r"|huvud|hoved|kärn|verksamhets|åtgärds)?"
    r"(?:områden?|omr\.|område|area|pelare|pillar|søyle|søjle|spår|spor|track|strand|tema|theme)"
)
_AREA = quick(
    rf"\W{{0,4}}(?:[\w ,-]{{0,60}}?[\w]\s?[:|–-]\s)?{_NOUN}\s(?P<number>\d{{1,2}}|(?-i:[IVX]{{1,4}}|[A-H])"
    rf"|{NUMBER_WORD})\b"
    rf"\s?[.:,)|–-]?\s*(?P<title>[\"]?[A-ZÅÄÖÆØ].{{2,140}})?",
    re.IGNORECASE,
)
_INSIDE = quick(
    rf"\b{_NOUN}\s(?P<number>\d{{1,2}}|(?-i:[IVX]{{1,4}}|[A-H])"
    rf"|{NUMBER_WORD})\b\s?[.:,)|–-]\s*(?P<title>[\"]?[A-ZÅÄÖÆØ].{{2,140}})$",
    re.IGNORECASE,
)
_IN_QUOTES = quick(
    rf"\b{_NOUN}\s(?P<number>\d{{1,2}}|(?-i:[IVX]{{1,4}}|[A-H])"
    rf"|{NUMBER_WORD})\b\s?[.:,(–-]{{0,2}}\s*\"(?P<title>[^\"]{{3,140}})\"",
    re.IGNORECASE,
)
_LIST_HEAD = quick(
    r"(?:^|\b)[\w-]*(?:områden|områdena|områder|områdene|områderne|areas|pelare|pelarna|pillars|spår|søyler|søjler"
    r"|teman|temaer|themes)\b",
    re.IGNORECASE,
)
#: Headings of links to other pages.
_ELSEWHERE = re.compile(
    r"(?:relatera|relatert|relatere|related|övriga|øvrige|andra|andre|other|mer (?:om|i)|mere|more|se också|se også"
    r"|se även"
    r"|läs (?:mer|också|vidare)|les (?:mer|også)|læs|read|fler|flere|till |gå |vidare|genväg|snarvei|genvej|hitta"
    r"|i denna|i dette"
    r"|alla områden|alle områder|all areas|navig)",
    re.IGNORECASE,
)
_OWN = quick(
    rf"\b{_NOUN}\s(?P<number>\d{{1,2}})\b|\b(?P<word>{NUMBER_WORD})\s(?:[\w-]+\s)?(?:insats|fokus|innsats"
    rf"|indsats)?områden?\b",
    re.IGNORECASE,
)


def areas(page: Page, found: Found) -> Iterator[Suggestion]:
    """ "Område 2: Title", and the area that a page of objectives 1.1, 1.2 … is about by its title."""
    seen: set[str] = set()
    groups = _groups(found)
    yield from _above_objectives(page, groups, seen)
    own = _own(page, groups, seen)
    yield from own
    elsewhere = False
    for number, unit in enumerate(page.units):
        if unit.kind == "heading" or unit.text.endswith(":") or len(unit.text) < 40:
            named = _AREA.match(unit.text)
            elsewhere = bool(_ELSEWHERE.match(unit.text)) or (elsewhere and bool(named))
        if own and elsewhere:
            continue
        below = page.units[number + 1] if number + 1 < len(page.units) else None
        yield from _area_in(unit, below, seen)
    yield from _listed(page, seen)


def _groups(found: Found) -> set[str]:
    """The first figures of decimal objectives: the numbers of their areas."""
    return {
        str(item.fields["number"]).split(".")[0] for item in found.of("objective") if "." in str(item.fields["number"])
    }


def _above_objectives(page: Page, groups: set[str], seen: set[str]) -> Iterator[Suggestion]:
    """ "2. Title" right above "2.1 ..."."""
    for number, unit in enumerate(page.units[:-1]):
        if unit.number not in groups or unit.number in seen or len(unit.text) > 140:
            continue
        near = page.units[number + 1 : number + 4]
        if any(below.number == f"{unit.number}.1" for below in near):
            seen.add(unit.number)
            yield suggest("area", [(unit.start, unit.end)], 0.9, number=unit.number, title=unit.text.strip(" .*"))


def _own(page: Page, groups: set[str], seen: set[str]) -> list[Suggestion]:
    """The area in the page's own title: "Strategy: area" or "Overview: area 3 – title"."""
    title = page.document.title
    span = place_of(page, title)
    if span is None:
        return []
    match = _AREA.match(title) or _INSIDE.search(title)
    number = _number(match["number"]) if match else None
    if match and match["title"] and number and number not in seen:
        seen.add(number)
        return [suggest("area", [span], 0.9, number=number, title=match["title"].strip(' ."'))]
    quoted = _quoted(page, seen)
    if quoted is not None:
        return [quoted]
    parts = re.split(r":\s|\s[–|-]\s", title, maxsplit=1)
    if len(parts) != 2 or not re.search(PLAN, parts[0], re.IGNORECASE) or len(groups) > 1 or groups & seen:
        return []
    said = next((m for unit in page.units[:8] if (m := _OWN.search(unit.text))), None)
    counted = (said["number"] or str(number_of(said["word"]) or "")) if said else ""
    number = next(iter(groups), None) or counted or None
    if number is None or number in seen:
        return []
    seen.add(number)
    return [suggest("area", [span], 0.85, [note("number_inferred")], number=number, title=parts[1].strip())]


def _quoted(page: Page, seen: set[str]) -> Suggestion | None:
    """'measures within area 2, "Robust plants", of the strategy' near the top."""
    for unit in page.units[:12]:
        match = _IN_QUOTES.search(unit.text) if '"' in unit.text else None
        number = _number(match["number"]) if match else None
        if match is not None and number is not None and number not in seen:
            seen.add(number)
            return suggest(
                "area", [unit.body.span(*match.span())], 0.88, number=number, title=match["title"].strip(" .,")
            )
    return None


def _number(word: str) -> str | None:
    """As it is written ("II", "B"); a word becomes a figure."""
    if re.fullmatch(r"[IVX]{1,5}|[A-H]", word):
        return word
    value = number_of(word)
    return str(value) if value is not None else None


def _area_in(unit: Unit, below: Unit | None, seen: set[str]) -> Iterator[Suggestion]:
    match = _AREA.match(unit.text) if len(unit.text) < 200 else None
    if match is None:
        return
    title, span = match["title"], (unit.start, unit.end)
    if not title and match.end() >= len(unit.text.rstrip(" .:")) and below is not None and len(below.text) < 100:
        # The title on the next line.
        title, span = below.text, (unit.start, below.end)
    if not title or unit.text.rstrip().endswith((".", "?")) or find_dates(title) or not title[0].isupper():
        return
    number = _number(match["number"])
    if number is None or number in seen:
        return
    seen.add(number)
    yield suggest("area", [span], 0.88, number=number, title=title.strip(' ."*'))


def _listed(page: Page, seen: set[str]) -> Iterator[Suggestion]:
    """Short points below a heading such as "Focus areas"."""
    if page.document.kind not in ("strategy_page", "programme_page") and not re.search(PLAN, page.document.title, re.I):
        return
    for section in page.sections:
        heading = section.heading
        if (
            heading is None
            or len(heading.text) > 70
            or not _LIST_HEAD.search(heading.text)
            or _ELSEWHERE.match(heading.text)
        ):
            continue
        points = [unit for unit in section.units if unit.bullet or unit.number]
        if not 2 <= len(points) <= 12 or any(len(unit.text) > 160 for unit in points):
            continue
        for position, unit in enumerate(points, 1):
            title = re.split(r"(?<=[a-zåäöæø])[.:]\s|\s–\s", unit.text)[0].strip(" .*")
            inferred = [] if unit.number else [note("number_inferred")]
            if (seen and not unit.number) or (unit.number or str(position)) in seen or _AREA.match(unit.text):
                continue
            seen.add(unit.number or str(position))
            yield suggest(
                "area", [(unit.start, unit.end)], 0.75, inferred, number=unit.number or str(position), title=title
            )
        return
