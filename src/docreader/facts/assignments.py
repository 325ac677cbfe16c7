"""An assignment page: the assignment itself as an action."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.facts.measures import SHARED
from docreader.facts.organisations import names_in
from docreader.model import Suggestion
from docreader.text.names import organisation_score
from docreader.text.page import Page

_GIVEN = re.compile(
    r"^(?P<who>[A-ZÅÄÖÆØ][^.;:]{2,160}?)\s(?:får|fick|har fått|har|gis|får nu|skal|får i|has been|is|are"
    r"|have been)\s(?:i uppdrag|i oppdrag|til opgave|to opgave|uppdraget|ett uppdrag|tasked|commissioned"
    r"|instructed|assigned|oppdrag)\b"
    r"|\b(?P<by>[Rr]egeringen|[Rr]egjeringen|[Tt]he [Gg]overnment|[A-ZÅÄÖÆØ]\w+(?:departementet|ministeriet|nämnden"
    r"|styrelsen))\s(?:har )?(?:ger"
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


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """The action once."""
    del found
    if page.document.kind == "assignment_page":
        yield from _assignment(page)


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
    if not partners:
        shared = next((m for sentence in page.sentences[:30] if (m := SHARED.search(sentence.text))), None)
        partners = names_in(shared["who"]) if shared else []
    if spans:
        yield suggest(
            "action",
            spans,
            0.82,
            title=title,
            responsible=tuple(responsible),
            partners=tuple(partners),
            commissioner=given[1]["by"] if given else None,
            date=decided.iso if decided else None,
            date_kind="decided" if decided else None,
        )


def _plain(words: str) -> list[str]:
    return [
        part.strip()
        for part in re.split(r",\s|\s(?:och|samt|and|og)\s(?=\w)", words)
        if organisation_score(part) > 0 or len(part) > 3
    ]
