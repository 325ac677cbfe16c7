"""The day the document itself was published or updated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.model import Suggestion
from docreader.text.page import Page

_WORD = re.compile(
    r"\b(?P<published>publicerad|publicerat|publiserad|publisert|published|udgivet|offentliggjort|posted"
    r"|publiceringsdatum|publiseringsdato)\b"
    r"|\b(?P<updated>(?:senast |sist |sidst |last )?(?:uppdaterad|oppdatert|opdateret|updated|ändrad"
    r"|endret|granskad))\b",
    re.IGNORECASE,
)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Near the top or the bottom, where a word says what the date is."""
    del found
    if page.is_minutes and page.document.published is None:
        return
    seen: set[str] = set()
    for unit in dict.fromkeys((*page.units[:25], *page.units[-8:])):
        alone = page.find_dates(unit.text) if len(unit.text) < 30 else []
        if (
            alone
            and alone[0].iso == page.document.published
            and alone[0].iso not in seen
            and not _WORD.search(unit.text)
        ):
            seen.add(str(alone[0].iso))
            yield suggest(
                "document_date",
                [unit.body.span(alone[0].start, alone[0].end)],
                0.75,
                date=alone[0].iso,
                date_kind="published",
            )
        for match in _WORD.finditer(unit.text) if len(unit.text) < 260 else ():
            if re.search(r"\b(?:ska|skall|skal|shall|will)\b", unit.text):
                continue
            if re.search(r"\([^()]{0,80}$", unit.text[: match.start()]):
                continue
            date = next((d for d in page.find_dates(unit.text) if 0 <= d.start - match.end() < 40), None)
            if date is None or date.iso is None or date.day is None or date.iso in seen:
                continue
            seen.add(date.iso)
            start = match.start() if match.start() > 60 else 0
            kind = "published" if match["published"] else "updated"
            confidence = 0.95 if kind == "published" else 0.7
            yield suggest("document_date", [unit.body.span(start, date.end)], confidence, date=date.iso, date_kind=kind)
