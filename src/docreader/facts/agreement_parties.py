"""The parties of an agreement as a section or a sentence lists them, its full title, its signing."""

from __future__ import annotations

import re

from docreader.facts.dating import resolve
from docreader.model import Note
from docreader.text.dates import FoundDate
from docreader.text.names import UPPER
from docreader.text.page import Page
from docreader.text.places import place_in
from docreader.text.triggers import quick

NOUN = (
    r"(?P<noun>[\w-]{0,24}(?:avtal(?:et)?|avsiktsförklaring(?:en)?|överenskommelse[n]?"
    r"|samförståndsavtal(?:et)?|agreement|memorandum of understanding|MoU|letter of intent|avtale[n]?"
    r"|aftale[n]?|intensjonsavtale[n]?|hensigtserklæring(?:en)?|declaration|deklaration(?:en)?|fördrag(?:et)?"
    r"|kontrakt(?:et|en)?|pakt(?:en)?"
    r"|samarbetsavtal(?:et)?|partnerskabsaftale[n]?|samarbeidsavtale[n]?|samarbejdsaftale[n]?|protokoll om samarbete"
    r"|erklæring(?:en)?))\b"
)
SIGNING = quick(
    r"\b(?:underteckna|underskr|undertegn|signe|signed|slöts|slutits|ingicks|ingått|inngått|indgået|skrevs under"
    r"|skrev under|skrevs på|skrev på|skriver under|skrevet under|skrive under)"
)
#: A section of its own that names the parties ...
_PARTIES = re.compile(
    r"\W{0,4}(?:(?:§\s?)?\d{1,2}[.)]?\s+)?(?:(?:avtals|avtale|aftale)?(?:parter|parterna|partene|parterne)"
    r"|(?:the )?(?:parties|signatories)|undertecknande parter)(?: till avtalet| i avtalet| to the agreement)?\W{0,3}",
    re.IGNORECASE,
)
#: ... with what their names are followed by: a number, and what they are called further down.
_CALLED = re.compile(
    r"[,;]?\s*\(?(?:org(?:anisations|anisasjons)?\.?[- ]?n(?:umme)?r\.?|cvr|nedan|nedenfor|heretter|herefter|hereafter"
    r"|hereinafter|härefter|med adress|adress|som (?:nedan|i det följande)|represented by|företräd[da]\w*)\b[^\n]*",
    re.IGNORECASE,
)
_SIGNATORIES = quick(
    r"^(?:(?:de|the)\s)?(?:\w+ )?(?:signatories|parties|parter|parterna|avtalsparter(?:na)?|partene|parterne"
    r"|undertecknarna)(?: (?:till|i|to|of) [\w ]{3,30}?)?\s(?:är|er|are)\s(?P<who>[^;]{8,300})",
    re.IGNORECASE,
)
_SIGNED_AT = quick(
    rf"^(?P<place>[{UPPER}][\w-]+(?: [{UPPER}][\w-]+)?)(?:,| den|, den| d\.)\s(?=\d{{1,2}}[ .])", re.IGNORECASE
)


_TITLED = quick(
    rf"\b(?:full title|full name|official title|fullständiga (?:titel|namn)|fulle navn|fulde navn|officiella namn"
    rf"|officielle titel)\s(?:is|är|er|lyder)\s\"?(?P<title>[{UPPER}][^.;\"]{{8,160}})",
    re.IGNORECASE,
)


def full_title(page: Page) -> str | None:
    """What the agreement is called in full, where a sentence says so."""
    titled = next((match for sentence in page.sentences[:40] if (match := _TITLED.search(sentence.text))), None)
    return titled["title"].strip() if titled and re.search(NOUN, titled["title"], re.IGNORECASE) else None


def listed_parties(page: Page) -> tuple[list[str], tuple[int, int]]:
    """The parties as a section of their own lists them, one a line, or as a sentence enumerates them."""
    for section in page.sections:
        if section.heading is None or not _PARTIES.fullmatch(section.heading.text):
            continue
        lines = [line for unit in section.units for line in unit.lines]
        names = [_party(line.text) for line in lines]
        if len(names) > 1 and all(name[:1].isupper() and len(name) < 100 for name in names):
            return names, (lines[0].start, lines[-1].end)
    for sentence in page.sentences[:60]:
        match = _SIGNATORIES.match(sentence.text)
        if match:
            return _enumerated(match["who"]), sentence.span
    return [], (0, 1)


def _party(text: str) -> str:
    """A party's name on its line, without number, by-name and joint."""
    name = _CALLED.split(text.strip(" •*–-"))[0]
    return re.sub(r"(?:,|;|\.|,?\s(?:samt|och|og|and))+$", "", name.strip()).strip()


def _enumerated(words: str) -> list[str]:
    """All parts of an enumeration of parties, articles and places left out."""
    parts = re.split(r",\s|\s(?:och|samt|and|og)\s(?=(?:the )?[A-ZÅÄÖÆØ])", words.strip(" ."))
    names = [re.sub(r"^(?:[Tt]he|[Dd]en|[Dd]et)\s|\s(?:in|i)\s[A-ZÅÄÖÆØ]\w+$", "", part.strip()) for part in parts]
    return names if all(name[:1].isupper() for name in names) else []


def signing_day(page: Page) -> tuple[FoundDate | None, list[Note]]:
    """The day beside the place above the signatures, or of a sentence that tells of the signing."""
    for unit in reversed(page.units):
        if _SIGNED_AT.match(unit.text) and len(unit.text) < 60:
            dates = page.find_dates(unit.text)
            return resolve(page, dates[0], past=True) if dates else (None, [])
    for sentence in page.dated_sentences:
        dates = [date for date in page.find_dates(sentence.text) if date.month]
        if dates and SIGNING.search(sentence.text):
            return resolve(page, dates[0], past=True)
    return None, []


def signing_place(page: Page) -> str | None:
    """The place above the signatures, or of the sentence that tells of the signing."""
    for unit in reversed(page.units):
        at = _SIGNED_AT.match(unit.text) if len(unit.text) < 60 else None
        if at and page.find_dates(unit.text):
            return at["place"]
    signed = next((sentence for sentence in page.dated_sentences if SIGNING.search(sentence.text)), None)
    return place_in(signed.text) if signed else None
