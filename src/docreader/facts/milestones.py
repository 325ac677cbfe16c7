"""Milestones: reports due, deliveries and deadlines of an assignment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.dating import resolve
from docreader.facts.found import Found, suggest
from docreader.model import Suggestion
from docreader.text.page import Page

_DUE = re.compile(
    r"\b(?:ska|skall|skal|shall|will|must|bör|senast|innan|inden|innen"
    r"|no later than)\b[^.]{0,160}?\b(?:delredovis\w*|redovis\w*|slutredovis\w*|slutrapport\w*"
    r"|delrapport\w*|publicera\w*|lämna\w*|överlämna\w*|vara klar\w*|vara på plats|levere\w*|rapporte\w*|"
    r"införas?|inrättas|starta\w*|påbörja\w*|slutför\w*|avslut\w*|offentliggør\w*|udgives|afrapporter\w*"
    r"|afleveres|evaluer\w*|utvärder\w*|report\w*|deliver\w*|publish\w*|submit\w*|complet\w*|stå klar\w*"
    r"|ferdig\w*|lansera\w*)"
    r"|^(?:slutredovisning|delredovisning|slutrapport|delrapport|redovisning|interim report|final report"
    r"|mid-?term|midtvejs\w*|delleverans|milstolpe)\b",
    re.IGNORECASE,
)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """On pages about an assignment, a programme or a strategy: what is to be ready by a day."""
    if page.document.kind not in ("assignment_page", "programme_page", "strategy_page", "agreement_page"):
        return
    of = page.document.title if page.document.kind == "assignment_page" else None
    for sentence in page.sentences:
        text = sentence.text
        if len(text) > 400 or found.covers(sentence.span, "action", "objective", "document_date", "event"):
            continue
        dates = [d for d in page.find_dates(text) if d.month or d.year]
        if not dates or not _DUE.search(text):
            continue
        date, notes = resolve(page, dates[-1] if dates[-1].month else dates[0], past=False)
        if date.iso is not None:
            yield suggest("milestone", [sentence.span], 0.75, notes, title=text.strip(" ."), date=date.iso, of=of)
