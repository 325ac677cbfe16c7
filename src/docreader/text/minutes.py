"""Is a document the record of a meeting? Several signs are weighed; no single word decides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docreader.text.lines import Line
from docreader.text.list_words import ABSENT, PRESENT
from docreader.text.triggers import quick
from docreader.text.words import words

_GATHERING = (
    r"[\w-]{0,30}(?:möte|träff|samling|workshop|dialog|samråd|møte|samling|møde|meeting|dialogue|sammanträde"
    r"|session|samtal|rundabord|stämma)"
)
MINUTES_WORD = quick(
    r"\b(?:minnes|mötes|möte|tjänste|arbets|dag)?anteckning(?:ar|arna)?\b|\b\w{0,24}protokoll\b|\b(?:møte|møde"
    r"|beslutnings|bestyrelses|styremøte|kort|års|årsmøte)?referat\b"
    r"|\b(?:meeting )?minutes (?:of|from)\b|\bmeeting minutes\b|\bminutes\b|\bmeeting notes\b"
    r"|\bnotes from\b|\bnoteringar (?:från|vid)\b|\bnotater (?:fra|frå)\b|\bnotat (?:fra|frå)\b"
    r"|\bmöte(?:s)?notat\b|\bmøtenotat\b|\bmødenotat\b|\bmøtebok\b|\brecord of (?:the )?meeting\b"
    r"|\b(?:sammanfattning|resumé|summary|oppsummering|opsummering|opsamling|sammendrag|noter|rapport|report)"
    rf"(?: (?:av|från|fra|af|of|from)|:) (?:(?:the|ett|den|det|första|andra|andre|nationell\w*|regional\w*|gemensam\w*"
    rf"|digital\w*) ){{0,2}}{_GATHERING}",
    re.IGNORECASE,
)
_TITLED_NOTES = re.compile(
    r"#*\s*[^.:]{3,80}\s[-–|]\s(?:notes|noter|notat|anteckningar|referat|minutes)\b", re.IGNORECASE
)
_TABLE_OF_NAMES = re.compile(
    r"\|?\s*\**(?:namn|navn|name|närvarande|deltagare|deltaker|deltager|participant|present)\**\s*\|", re.IGNORECASE
)
_GATHERED = re.compile(
    r"\b(?:möttes|träffades|samlades|sammanträdde|mødtes|møttes|samledes|samlet seg|met on|met at|gathered)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(r"\b\w{0,20}(?:möte|møte|møde|meeting|sammanträde)\w{0,4}\b", re.IGNORECASE)
_PROCEEDINGS = re.compile(
    r"\b(?:öppnade mötet|hälsade (?:alla |mötet |deltagarna )?välkom|förklarade mötet|mötet avsluta\w*|nästa möte"
    r"|åpnet møtet|ønsket (?:alle )?velkommen|møtet (?:ble )?hevet|neste møte|bød velkommen|næste møde|mødet slut\w*"
    r"|welcomed (?:everyone|the|all)|opened the meeting|meeting closed|next meeting|apologies|sak \d{1,3}/\d{2,4})\b",
    re.IGNORECASE,
)
#: Words that also stand on pages about a body.
_STANDING = words("medlemmar ledamöter medlemmer medlemer members representanter delegates stede deltagande attendance")
_ATTENDING = (PRESENT | ABSENT) - _STANDING
_ENOUGH = 3


def is_minutes(lines: Sequence[Line]) -> bool:
    """Enough signs of a meeting that has been held. A running head may be where the document says what it is."""
    content = [line for line in lines if not line.furniture]
    opening = [line.text[:200] for line in content[:14]]
    running = [line.text[:200] for line in lines[:8] if line.furniture and re.search(r"\s\d{1,3}\s?\(\d", line.text)]
    weight = 0
    if any(re.match(r"\W{0,4}" + MINUTES_WORD.pattern, text, re.IGNORECASE) for text in opening[:6]):
        return True
    weight += 2 * any(MINUTES_WORD.search(text) or _TITLED_NOTES.match(text) for text in (*opening, *running))
    weight += 2 * any(_lists_people(line.text) for line in content)
    weight += any(_MEETING.search(text) for text in opening)
    weight += any(_GATHERED.search(text) for text in opening)
    return weight >= _ENOUGH or (
        weight == _ENOUGH - 1 and any(_PROCEEDINGS.search(line.text[:600]) for line in content)
    )


_WORD = re.compile(r"[^\W\d_]+")
_ATTENDED = words("deltog deltok deltok møtte mødte närvarade attended")


def _lists_people(text: str) -> bool:
    """The heading of a list of those who came or stayed away, or of a table of them."""
    start = text[:48].casefold()
    first = _WORD.findall(start)[:3]
    if not first:
        return False
    headed = first[0] in _ATTENDING or start.lstrip("#*_ ").startswith(
        ("til stede", "ikke møtt", "ikke mødt", "in attendance")
    )
    headed = headed or (first[0] in ("deltagande", "medverkande") and len(first) > 1)
    clause = len(first) > 1 and not _ATTENDED.isdisjoint(first)
    if (headed or clause) and (len(text) < 60 or ":" in text[:48]):
        return True
    return _TABLE_OF_NAMES.match(text) is not None
