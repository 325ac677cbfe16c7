"""An assignment page: the assignment itself as an action, and the money that goes with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.facts.organisations import names_in
from docreader.model import Suggestion
from docreader.text.names import organisation_score
from docreader.text.numbers import number_of
from docreader.text.page import Page

_GIVEN = re.compile(
    r"^(?P<who>[A-ZÅÄÖÆØ][^.;:]{2,160}?)\s(?:får|fick|har fått|har|gis|får nu|skal|får i|has been|is|are"
    r"|have been)\s(?:i uppdrag|i oppdrag|til opgave|to opgave|uppdraget|ett uppdrag|tasked|commissioned"
    r"|instructed|assigned|oppdrag)\b"
    r"|\b(?:[Rr]egeringen|[Rr]egjeringen|[Tt]he [Gg]overnment|[A-ZÅÄÖ]\w+departementet)\s(?:har )?(?:ger"
    r"|gav|gett|gir|ga|giver|has given|uppdrar|uppdrog|commissions|tasks|instructs)\s(?:i uppdrag )?(?:åt "
    r"|til |to |i oppdrag til )?(?P<whom>[A-ZÅÄÖÆØ][^.;:]{2,160}?)\s(?:i uppdrag|uppdraget|att|at|to|å"
    r"|i oppdrag)\b"
)
_LABEL = re.compile(
    r"^(?P<label>ansvarig\w*|ansvarlig\w*|mottagare|responsible|samverkan|samarbete|partners?|beslutsdatum"
    r"|beslutad|beslutat|besluttet|decided|decision date|uppdragstagare"
    r"|departement)\W{1,4}(?P<value>[^|]{2,200})$",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\b(?P<clause>(?:får använda|beräknas få använda|avsätter|avsätts|tilldelas|satsar|anslår|bidrar med"
    r"|finansieras med|budget(?:en)? (?:är|på|uppgår till)|kostnad(?:en)? uppgår till|allocates?|bevilgas"
    r"|bevilges|afsætter|setter av)\s(?:högst |upp till |cirka |ca |omkring "
    r"|up to )?(?P<n>\d{1,3}(?:[ .]\d{3}){0,4}|\d+(?:,\d+)?)\s?(?P<unit>miljoner|milj\.?|mkr|miljarder"
    r"|million|mio\.?|mill\.?|tkr)?\s?(?:kronor|kr\.?|euro|SEK|EUR|NOK|DKK)?(?:[^.,;]{0,40}?(?:under|för"
    r"|in|for) (?:19|20)\d\d)?)",
    re.IGNORECASE,
)
_TIMES = {
    "milj": 1_000_000,
    "mill": 1_000_000,
    "mio": 1_000_000,
    "mkr": 1_000_000,
    "tkr": 1_000,
    "miljarder": 1_000_000_000,
}


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """The action once; each amount as a metric."""
    if page.document.kind == "assignment_page":
        yield from _assignment(page)
    if page.is_minutes:
        return
    for sentence in page.sentences:
        for match in _MONEY.finditer(sentence.text) if len(sentence.text) < 600 else ():
            value = _value(match["n"], match["unit"] or "")
            if value is not None and (match["unit"] or value >= 1000):
                yield suggest(
                    "metric", [sentence.part(*match.span("clause"))], 0.75, title=match["clause"], value=value
                )


def _value(figure: str, unit: str) -> int | float | None:
    times = next(
        (
            factor
            for start, factor in sorted(_TIMES.items(), key=lambda i: -len(i[0]))
            if unit.casefold().startswith(start)
        ),
        1,
    )
    if "," in figure:
        return float(figure.replace(",", ".")) * times
    number = number_of(figure)
    return number * times if number is not None else None


def _assignment(page: Page) -> Iterator[Suggestion]:
    labels: dict[str, str] = {}
    for unit in page.units[:40]:
        match = _LABEL.match(unit.text)
        if match:
            labels.setdefault(match["label"].casefold()[:8], match["value"].strip())
    given = next(((s, m) for s in page.sentences[:25] if (m := _GIVEN.search(s.text))), None)
    title = page.document.title
    at = page.flat.find(title)
    spans = [given[0].part(0, min(len(given[0].text), 300))] if given else []
    if not spans and at >= 0:
        spans = [(at, at + len(title))]
    responsible = names_in(given[1]["who"] or given[1]["whom"]) if given else []
    responsible = responsible or next(
        (names_in(v) for k, v in labels.items() if k.startswith(("ansvar", "mottag", "respons", "uppdragst"))),
        [],
    )
    partners = next((_plain(v) for k, v in labels.items() if k.startswith(("samver", "samarb", "partner"))), [])
    decided = next(
        (
            d
            for k, v in labels.items()
            if k.startswith(("beslut", "decid", "decis"))
            for d in page.find_dates(v)
            if d.iso
        ),
        None,
    )
    if spans:
        yield suggest(
            "action",
            spans,
            0.82,
            title=title,
            responsible=tuple(responsible),
            partners=tuple(partners),
            date=decided.iso if decided else None,
            date_kind="decided" if decided else None,
        )


def _plain(words: str) -> list[str]:
    return [
        part.strip()
        for part in re.split(r",\s|\s(?:och|samt|and|og)\s(?=\w)", words)
        if organisation_score(part) > 0 or len(part) > 3
    ]
