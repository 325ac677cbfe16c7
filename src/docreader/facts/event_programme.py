"""The programme of an event: what is on at which hour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docreader.facts.dating import resolve
from docreader.facts.event_sides import CANCELLED
from docreader.facts.found import Found, suggest
from docreader.model import Suggestion
from docreader.text.names import PERSON, UPPER, is_title, organisation_score, person_score
from docreader.text.page import Page
from docreader.text.triggers import quick
from docreader.text.units import Unit

_SLOT = re.compile(
    r"\W{0,4}(?:kl\.?\s?)?(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d)(?:\s?(?P<half>[ap]\.?m\.?))?"
    r"(?:\s?(?:[-–]|till|til|to)\s?(?:kl\.?\s?)?(?P<h2>[01]?\d|2[0-4])[.:](?P<m2>[0-5]\d)(?:\s?[ap]\.?m\.?)?)?"
    r"(?![\d.:])\s{0,3}[:|–-]{0,2}\**\s{0,3}(?P<title>\S.*)$",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"\W{0,4}(?:kl\.?\s?)?(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d)(?:\s?(?P<half>[ap]\.?m\.?))?"
    r"(?:\s?(?:[-–]|till|til|to)\s?(?:kl\.?\s?)?(?P<h2>[01]?\d|2[0-4])[.:](?P<m2>[0-5]\d)(?:\s?[ap]\.?m\.?)?)?\W{0,3}",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?P<letter>[A-H]|\d)[.:)]\s(?P<title>\S.*)$")
#: What is no matter of its own: coffee, meals, doors.
_PAUSE = quick(
    r"(?:kaffe|te och|registrering|lunch|fika|paus|pause|bensträckare|middag|mingel|slut|incheckning|insläpp|ankomst"
    r"|samling"
    r"|avfärd|avresa|buss|frukost|förmiddagsfika|eftermiddagsfika|coffee|tea|registration|break|dinner|end\b|arrival"
    r"|doors"
    r"|close|frokost|pausa|beinstrekk|innsjekk|registrering|avreise|transport|smörgås|morgonkaffe|drop-?in|sandwich"
    r"|networking"
    r"|nätverksmingel|kafé|mat\b|lättare förtäring|soppa|walk|hemfärd|tack för|velkomstkaffe|morgenkaffe|morgenbrød"
    r"|refreshments"
    r"|reception|welcome coffee|mottagning med|eftermiddagskaffe|lunsj|kake|pizza|utcheckning)",
    re.IGNORECASE,
)
_DAY_HEAD = quick(r"(?:program|programme|agenda|schema|dag|day|session|onsdag|torsdag|\w+dag)\b", re.IGNORECASE)
_SPEAKER = re.compile(
    rf"(?:[.?!:;]|\s[–-]|,|\(|\smed|\smed:|\sav|\sby|\swith|\sv/)\s?(?:(?:[\w-]+\s){{0,3}}?)(?={PERSON}\b)"
)
_END = re.compile(r"(?<=[^\W\d_]{2})[.](?=\s)|(?<=\d{4})[.](?=\s)|[?!](?=\s)")


@dataclass(frozen=True, slots=True)
class _Row:
    unit: Unit
    begins: str
    until: str | None
    title: str
    at: int
    letter: str | None
    date: str | None


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """On the pages of events: each hour with a matter; breaks are left out."""
    del found
    if page.is_minutes:
        return
    rows = list(_rows(page))
    if len(rows) < (3 if page.document.kind == "event_page" else 5):
        return
    for number, row in enumerate(rows):
        following = rows[number + 1] if number + 1 < len(rows) else None
        heads = following is not None and following.letter is not None and row.letter is None
        if heads or _PAUSE.match(row.title) or CANCELLED.search(row.title):
            continue
        title = _title(row.title)
        if len(title) < 4 or not re.search(r"[^\W\d_]{3}", title):
            continue
        yield suggest(
            "agenda_item",
            [row.unit.body.span(row.at, row.at + len(title))],
            0.82,
            title=title,
            number=row.letter,
            start=row.begins,
            end=row.until,
            date=row.date,
        )


def _rows(page: Page) -> Iterator[_Row]:
    day: str | None = None
    last: tuple[str, str | None] | None = None
    waiting: tuple[str, str | None] | None = None
    for unit in page.units:
        alone = _HOUR.fullmatch(unit.text)
        match = _SLOT.match(unit.text) if alone is None and len(unit.text) < 400 else None
        if alone is not None:
            waiting = last = _hours(alone)
            continue
        if waiting is not None and match is None and unit.text[:1].isalpha():
            yield _Row(unit, waiting[0], waiting[1], unit.text, 0, None, day)
            waiting = None
            continue
        waiting = None
        if match is None:
            letter = _LETTER.match(unit.text) if last and len(unit.text) < 200 else None
            lettered = unit.number or (letter["letter"] if letter else "")
            if last and lettered and (letter or unit.number):
                title = letter["title"] if letter else unit.text
                at = letter.start("title") if letter else 0
                yield _Row(unit, last[0], last[1], title, at, lettered, day)
                continue
            dates = [d for d in page.find_dates(unit.text) if d.day and d.last is None]
            if dates and len(unit.text) < 80:
                day = resolve(page, dates[0], past=False)[0].iso
            if unit.kind == "heading" or len(unit.text) > 160:
                last = None
            continue
        last = _hours(match)
        yield _Row(unit, last[0], last[1], match["title"], match.start("title"), None, day)


def _hours(match: re.Match[str]) -> tuple[str, str | None]:
    """When it begins and ends."""
    afternoon = (match["half"] or "").casefold().startswith("p") and int(match["h"]) < 12
    until = f"{int(match['h2']):02}:{match['m2']}" if match["h2"] else None
    return f"{int(match['h']) + (12 if afternoon else 0):02}:{match['m']}", until


def _title(words: str) -> str:
    """The matter without who speaks and where."""
    words = re.split(r"\s\|\s|,?\s(?:v/|ved\s(?=[A-ZÅÄÖÆØ])|ved\s\w+\s(?=[A-ZÅÄÖÆØ]))", words)[0]
    cuts = [len(words)]
    for match in _SPEAKER.finditer(words):
        name = re.match(PERSON, words[match.end() :])
        if name and match.start() >= 2 and person_score(name[0]) >= 0.6:
            keep = 1 if words[match.start()] in "?!" else 0
            cuts.append(match.start() + keep)
            break
    for match in _END.finditer(words):
        rest = words[match.end() :].strip()
        if match.start() > 3 and _is_side(rest):
            cuts.append(match.end() if match[0] in "?!" else match.start())
            break
    bracket = re.search(r"\s\((?!.*\)\s+[a-z])", words)
    if bracket and bracket.start() > 3:
        cuts.append(bracket.start())
    return words[: min(cuts)].strip(' .,:;–-*|"')


def _is_side(rest: str) -> bool:
    """True for what follows a title: a person with a title, an organisation, another sentence."""
    first = rest.split(",")[0]
    word = first.split()[0] if first.split() else ""
    return (
        person_score(first) >= 0.5
        or is_title(word)
        or organisation_score(first) >= 0.5
        or bool(re.match(rf"[{UPPER}]", rest))
    )
