"""Lines, and which of them are page furniture: page numbers, running heads, credits, buttons, cookie words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

#: Buttons and chrome of sites and viewers, whole lines, in lower case.
_CHROME = frozenset(
    "lyssna|laddar...|laddar…|hoppa till huvudinnehåll|hoppa till innehåll|till innehåll på sidan|skriv ut|dela|"
    "dela sidan|meny|sök|stäng|kontakt|om webbplatsen|om cookies|tillbaka|till toppen|nästa artikel|"
    "föregående artikel|läs mer|läs mer här|hem|logga in|share|print|menu|search|close|listen|download|read more|"
    "skip to main content|skip to content|back to top|next article|del|skriv ut siden|hopp til hovedinnhold|"
    "les også|lytt|søg|luk|gå til hovedindhold|udskriv|save this pdf as:|start display at page:|transkript|"
    "download \"\"|facebook|twitter|linkedin|e-post|kopiera länk|illustration|relaterat|relaterade nyheter|"
    "godkänn alla|acceptera alla|avvisa alla|inställningar|tipsa|rss|in english|lättläst|teckenspråk|other languages|"
    "dela på facebook|dela på linkedin|dela på twitter|dela på x|uppdaterad|prenumerera|annons".split("|")
)
_PAGE_NUMBER = re.compile(
    r"(?:(?:sida|sid\.?|side|page|blad|s\.)\s{0,3})?[-–]?\s?\d{1,4}\s?[-–]?"
    r"(?:\s?(?:\(\s?\d{1,4}\s?\)|/\s?\d{1,4}|(?:av|af|of)\s?\d{1,4}))?",
    re.IGNORECASE,
)
_CERTAIN_PAGE_NUMBER = re.compile(
    r"(?:(?:sida|sid\.?|side|page|blad)\s{0,3}\d{1,4}.{0,12}|\d{1,4}\s?\(\s?\d{1,4}\s?\)|\d{1,3}\s(?:av|af|of)\s\d{1,3}"
    r"|[-–]\s?\d{1,4}\s?[-–])",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:foto(?:graf)?|bild(?:er)?|illustration(?:er)?|photo(?:graph)?(?:er)?|fotograf)\s{0,3}[:/]|"
    r"(?:foto|fotograf|illustration|photo)\s[A-ZÅÄÖ]|©|.{0,120}\b(?:illustration|foto|photo)\b:?\s[A-ZÅÄÖ][^|]{2,40}\|",
    re.IGNORECASE,
)
_COOKIE = re.compile(
    r".{0,200}\b(?:cookies?|kakor|informasjonskapsler|javascript)\b.{0,200}"
    r"|innehållet publicerades under perioden.{0,200}|storlek:? ?px|save this pdf as.{0,80}|\d{1,2} (?:år|years) sedan visningar.{0,80}"
    r"|.{0,60}denna text är maskinöversatt.{0,60}|size: ?px",
    re.IGNORECASE,
)


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
    if lowered in _CHROME or len(text) < 30 and _CERTAIN_PAGE_NUMBER.fullmatch(text):
        return True
    if len(text) > 240:
        return False
    return bool(_CREDIT.match(text) or _COOKIE.fullmatch(text))


def _running(stripped: list[str]) -> set[str]:
    """Short lines that come back at least three times, digits apart: running heads and feet."""
    counts = Counter(_mask(text) for text in stripped if 3 <= len(text) <= 90)
    return {masked for masked, count in counts.items() if count >= 3 and re.search(r"[^\W\d_]{3}", masked)}


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
    running = _running(texts)
    lines = []
    for number, (start, end, indent, gap) in enumerate(found):
        text = texts[number]
        furniture = _is_furniture(text) or _is_lone_page_number(texts, number)
        if not furniture and _mask(text) in running:
            furniture = _repeats_as_furniture(text, running)
        lines.append(Line(start, end, indent, text, gap, furniture))
    return lines


def _repeats_as_furniture(text: str, running: set[str]) -> bool:
    """A list item or a table row that comes back is content; a bare line is a running head or foot."""
    del running
    return not re.match(r"[-•*|>]|\d{1,2}[.)]\s|§", text) and ":" not in text and "|" not in text and "," not in text


def _is_lone_page_number(texts: list[str], number: int) -> bool:
    """A bare number: at the very start or end, or one that follows the bare number before it."""
    text = texts[number]
    if len(text) > 14 or not _PAGE_NUMBER.fullmatch(text):
        return False
    return text.isdigit() and (number in (0, len(texts) - 1))
