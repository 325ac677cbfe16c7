"""Actions in a strategy's list of links: "Title (source - published date)", one after the other below an objective.

A title may run over several lines, the date may be missing or lack its year, and dash, spacing and source vary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docreader.facts.dating import resolve
from docreader.facts.nature import nature_of
from docreader.model import Note, Span
from docreader.text.dates import FoundDate
from docreader.text.names import organisation_score, person_score
from docreader.text.page import Page
from docreader.text.triggers import quick
from docreader.text.units import Unit

_WORD = (
    r"publ\.|publ|publicera[dt]e?|publicerades|publisert|publiceret|published|udgivet|offentliggjort|offentliggjord"
    r"|posted|beslutad"
    r"|beslutat|beslutet|besluttet|uppdaterad|oppdatert|opdateret|updated|daterad|datert|dateret|dated|vedtatt|vedtaget"
    r"|decided|adopted|lanserad|lansert|lanceret|launched"
)
_WORDED = quick(rf"\b(?:{_WORD})(?!\w)", re.IGNORECASE)
_ASIDE = re.compile(
    r",\s(?:(?:extern )?länk\b.*|utan datum|uten dato|uden dato|no date|undated|pdf.*|extern.*|nytt fönster"
    r"|in English|på engelska|ekstern.*)$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\((?P<inner>[^()]{2,130})\)")
_KINDS = (
    ("publi", "published"),
    ("udgiv", "published"),
    ("offent", "published"),
    ("post", "published"),
    ("lans", "published"),
    ("lanc", "published"),
    ("launch", "published"),
    ("beslut", "decided"),
    ("decid", "decided"),
    ("adopt", "decided"),
    ("vedta", "decided"),
    ("uppdat", "updated"),
    ("oppdat", "updated"),
    ("opdat", "updated"),
    ("updat", "updated"),
)
_CITED = re.compile(r"^\W{0,3}\"[^\"]{3,140}\"\W{0,3}$")


@dataclass(frozen=True, slots=True)
class Link:
    """One entry. ``sure`` when a word such as "published" or a date stands in the bracket."""

    title: str
    source: str | None
    date: str | None
    date_kind: str | None
    span: Span
    start: Unit
    notes: tuple[Note, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class _Inner:
    """What stands in the bracket."""

    source: str
    word: str | None
    date: FoundDate | None


def _inner(page: Page, words: str) -> _Inner:
    """Source, word and date; the word divides them, else the date does."""
    match = _WORDED.search(words)
    if match:
        before, after = words[: match.start()], words[match.end() :]
        date = next(iter([*page.find_dates(after), *page.find_dates(before)]), None)
        return _Inner(_named(before), match[0].casefold(), date)
    words = _ASIDE.sub("", words)
    date = next(iter(page.find_dates(words)), None)
    return _Inner(_named(words[: date.start] if date else words), None, date)


def _named(words: str) -> str:
    """A source without the date, dash and preposition behind it."""
    return re.sub(r"[\s,–-]*(?:\bden|\bd\.)?[\s\d]*$", "", words).strip(" -–,:;./|")


def links(page: Page) -> list[Link]:
    """All entries, in order. Those without a word or date count only among others that have one."""
    found = [link for link in _entries(page) if 5 < len(link.title) <= 230]
    worded = sum(link.sure and link.date_kind != "stated" for link in found)
    return [link for link in found if link.sure or worded >= 2]


def _entries(page: Page) -> Iterator[Link]:
    pending: list[Unit] = []
    for unit in page.units:
        pieces = list(_pieces(page, unit))
        if pieces:
            yield from _links(page, unit, pieces, pending if not unit.gap else [])
            pending = []
        elif _runs_on(unit):
            pending = [*pending, unit][-4:] if not unit.gap else [unit]
        else:
            pending = []


def _runs_on(unit: Unit) -> bool:
    """A line that may be the beginning of a title that goes on below."""
    return not unit.number and len(unit.text) < 130 and not unit.text.rstrip().endswith((".", "!", "?", ":"))


def _pieces(page: Page, unit: Unit) -> Iterator[tuple[int, int, _Inner]]:
    """Start of the title, start of the bracket and the bracket's parts, for each entry that the unit holds."""
    if unit.kind == "table_row" or len(unit.text) > 1500 or (unit.kind == "heading" and unit.number):
        return
    start, text = 0, unit.text
    for bracket in _BRACKET.finditer(text):
        closes = not text[bracket.end() :].strip(" .*_")
        inner = _inner(page, bracket["inner"].strip())
        dated = inner.date is not None and (inner.date.day is not None or (unit.bullet and not inner.source))
        if inner.word or (closes and (dated or _is_name(inner.source))):
            yield start, bracket.start(), inner
            start = bracket.end()


def _is_name(source: str) -> bool:
    return organisation_score(source) >= 0.35 and person_score(source) < 0.6 and len(source.split()) <= 8


def _links(
    page: Page, unit: Unit, pieces: Sequence[tuple[int, int, _Inner]], pending: Sequence[Unit]
) -> Iterator[Link]:
    for number, (start, end, inner) in enumerate(pieces):
        words, first = unit.text[start:end].strip(" .•*–-[]"), unit
        span = unit.body.span(start, len(unit.text) if number == len(pieces) - 1 else pieces[number + 1][0])
        if number == 0 and pending and _belong(pending, words):
            words = " ".join([*(item.text.strip(" •*") for item in pending), words]).strip()
            first, span = pending[0], (pending[0].start, span[1])
        if number == 0 and not pending:
            span = (unit.start, span[1])
        if _is_other(words, inner, sentence=unit.text[start:end]):
            continue
        dated, notes = resolve(page, inner.date, past=True) if inner.date else (None, [])
        yield Link(
            title=words,
            source=inner.source or None,
            date=dated.iso if dated else None,
            date_kind=_date_kind(inner),
            span=span,
            start=first,
            notes=tuple(notes),
            sure=bool(inner.word or inner.date),
        )


def _belong(pending: Sequence[Unit], words: str) -> bool:
    """Lines above belong to the title when it goes on in lower case or they are cut short."""
    return (
        not words
        or words[0].islower()
        or words[0].isdigit()
        or len(words.split()) <= 2
        or bool(
            re.search(
                r"(?:,|–|:|\b(?:och|og|and|för|for|i|av|af|om|till|til|med|den|det|the|på|en|ett|et))$",
                pending[-1].text,
            )
        )
    )


def _is_other(words: str, inner: _Inner, *, sentence: str) -> bool:
    """A sentence, a work cited with its year, or something to read or see."""
    if sentence.rstrip().endswith((".", "!", "?")) or len(words) > 200:
        return True
    if _NEWS.match(words) or re.match(
        r"(?:läs|les|læs|se|read|see)\s(?:mer|också|også|även|more|rapport|om)", words, re.IGNORECASE
    ):
        return True
    if re.search(r"(?:\w+ ){4}[a-zåäöæø]+\.\s+[A-ZÅÄÖÆØ]", sentence) or nature_of(words) == "media":
        return True
    return not inner.word and ('"' in words and bool(_CITED.match(words)))


#: What was written about it, not what is done.
_NEWS = re.compile(
    r"(?:pressmeddelande|pressemelding|pressemeddelelse|press release|artikel|artikkel|article|nyhet|nyhed|news"
    r"|debatt\w*|blogg\w*|intervju|interview|podd\w*|film|video|rapport|report)\s?:\s",
    re.IGNORECASE,
)


def _date_kind(inner: _Inner) -> str | None:
    if inner.date is None:
        return None
    return next((kind for start, kind in _KINDS if (inner.word or "").startswith(start)), "stated")
