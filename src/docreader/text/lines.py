"""Lines, and which of them are page furniture: page numbers, running heads, credits, buttons, cookie words."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Buttons and chrome of sites and viewers, whole lines, in lower case.
_CHROME_LINES = (
    "lyssna|laddar...|laddar…|hoppa till huvudinnehåll|hoppa till innehåll|till innehåll på sidan|"
    "skriv ut|dela|dela sidan|meny|sök|stäng|kontakt|om webbplatsen|om cookies|tillbaka|till toppen|"
    "nästa artikel|föregående artikel|läs mer|läs mer här|hem|logga in|share|print|menu|search|"
    "close|listen|download|read more|skip to main content|skip to content|back to top|next article|"
    "del|skriv ut siden|hopp til hovedinnhold|til hovedinnhold|til indhold|til hovedindhold|hopp til innhold|"
    "spring til indhold|menu søg|meny sök|meny søk|les også|lytt|søg|luk|gå til hovedindhold|udskriv|"
    "save this pdf as:|start display at page:|transkript|godkänn alla|acceptera alla|avvisa alla|"
    "inställningar|tipsa|rss|in english|lättläst|teckenspråk|other languages|dela på facebook|"
    "dela på linkedin|dela på twitter|dela på x|uppdaterad|prenumerera|annons|log på|logg inn|søk|"
    "sök|search|english|svenska|norsk|dansk|hjem|forside|start|nyheter|del på facebook|"
    "cookies og privatliv|cookies och integritet|tillgänglighetsredogörelse|kontakta oss"
)
_CHROME = frozenset(_CHROME_LINES.split("|"))
_PAGE_NUMBER = re.compile(
    r"(?:(?:sida|sid\.?|side|page|blad|s\.)\s{0,3})?[-–]?\s?\d{1,4}\s?[-–]?"
    r"(?:\s?(?:\(\s?\d{1,4}\s?\)|/\s?\d{1,4}|(?:av|af|of)\s?\d{1,4}))?",
    re.IGNORECASE,
)
_CERTAIN_PAGE_NUMBER = re.compile(
    r"(?:(?:sida|sid\.?|side|page|blad)\s{0,3}\d{1,4}.{0,12}|\d{1,4}\s?\(\s?\d{1,4}\s?\)|\d{1,3}\s(?:av|af"
    r"|of)\s\d{1,3}"
    r"|[-–]\s?\d{1,4}\s?[-–])",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:foto(?:graf)?|bild(?:er)?|illustration(?:er)?|photo(?:graph)?(?:er)?|fotograf)\s{0,3}[:/]|"
    r"(?:foto|fotograf|illustration|photo)\s[A-ZÅÄÖ]|©|.{0,120}\b(?:illustration|foto"
    r"|photo)\b:?\s[A-ZÅÄÖ][^|]{2,40}\|",
    re.IGNORECASE,
)
_FEEDBACK = re.compile(
    r"(?:var (?:den här |denna )?(?:informationen|sidan|texten|artikeln)\b.{0,20}(?:till hjälp|användbar)"
    r"|hade du nytta av|hjälpte (?:informationen|sidan)|fant du det du|fandt du (?:det|hvad) du"
    r"|var (?:denne )?siden nyttig"
    r"|was this (?:page|information)|did you find what|is this page useful|hvad synes du om siden).{0,60}",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"^(?:[-•*|>]|\d{1,2}[.)]\s|§)|[:|,]")
_COOKIE = re.compile(
    r".{0,200}\b(?:cookies?|kakor|informasjonskapsler|javascript)\b.{0,200}"
    r"|innehållet publicerades under perioden.{0,200}|storlek:? ?px|save this pdf as.{0,80}|\d{1,2} (?:år"
    r"|years) sedan visningar.{0,80}"
    r"|.{0,60}denna text är maskinöversatt.{0,60}|size: ?px",
    re.IGNORECASE,
)


_OPENING_LINES = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it. ``start`` and ``end`` leave out space around it."""

    start: int
    end: int
    indent: int
    text: str
    gap: int
    furniture: bool = False


def _is_furniture(text: str) -> bool:
    lowered = text.casefold()
    parts = re.split(r"\s{2,}|\s?\|\s?", lowered)
    if (
        lowered in _CHROME
        or (len(parts) > 1 and all(part in _CHROME for part in parts))
        or (len(text) < 30 and _CERTAIN_PAGE_NUMBER.fullmatch(text))
    ):
        return True
    if len(text) > 240:
        return False
    return bool(_CREDIT.match(text) or _COOKIE.fullmatch(text) or (len(text) < 90 and _FEEDBACK.match(text)))


def _running(texts: list[str], certain: list[bool]) -> set[str]:
    """Running heads and feet: short lines that come back, each time beside a page number or with one inside.
    A list item, a label or a row that comes back is content."""
    near = list(certain)
    found: set[str] = set()
    places: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        if 3 <= len(text) <= 90 and not certain[number] and not _CONTENT.search(text):
            places.setdefault(_mask(text), []).append(number)
    places = {masked: numbers for masked, numbers in places.items() if len(numbers) > 1}
    # A head of several lines: those that stand beside a line of the head belong to it as well.
    for _ in range(3):
        more = {masked for masked, numbers in places.items() if masked not in found and _runs(masked, numbers, near)}
        if not more:
            break
        found |= more
        for masked in more:
            for number in places[masked]:
                near[number] = True
    return found


def _runs(masked: str, numbers: list[int], near: list[bool]) -> bool:
    if not re.search(r"[^\W\d_]{3}", masked):
        return False
    beside = sum(any(near[max(0, n - 2) : n] + near[n + 1 : n + 3]) for n in numbers)
    paged = bool(re.search(r"#\s?\(#\)|#/#$|\b(?:sid\w*|page|side) #", masked, re.IGNORECASE))
    return paged or (beside >= 2 and beside >= 0.6 * len(numbers))


def _mask(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def split_lines(flat: str) -> list[Line]:
    """All lines that are not blank, in order."""
    found: list[tuple[int, int, int, int]] = []
    position = gap = 0
    for raw in flat.split("\n"):
        stripped = raw.strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip())
            found.append((position + indent, position + indent + len(stripped), indent, gap))
            gap = 0
        else:
            gap += 1
        position += len(raw) + 1
    return _with_furniture(flat, found)


def _with_furniture(flat: str, found: list[tuple[int, int, int, int]]) -> list[Line]:
    texts = [flat[start:end] for start, end, _, _ in found]
    certain = [_is_furniture(text) or _is_lone_page_number(texts, number) for number, text in enumerate(texts)]
    running = _running(texts, certain)
    lines = []
    for number, (start, end, indent, gap) in enumerate(found):
        # The first time, at the top of the first page, a running head is the document's own head.
        heads = number < _OPENING_LINES and not re.search(r"\d", texts[number])
        furniture = certain[number] or (_mask(texts[number]) in running and not heads)
        lines.append(Line(start, end, indent, texts[number], gap, furniture))
    return lines


def _is_lone_page_number(texts: list[str], number: int) -> bool:
    """A bare number: at the very start or end, or one that follows the bare number before it."""
    text = texts[number]
    if len(text) > 14 or not _PAGE_NUMBER.fullmatch(text):
        return False
    return text.isdigit() and (number in (0, len(texts) - 1))
