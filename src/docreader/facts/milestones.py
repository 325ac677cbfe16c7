"""Milestones: reports due, deliveries and deadlines of an assignment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.dating import finest, resolve
from docreader.facts.found import Found, suggest
from docreader.model import Suggestion
from docreader.text.page import Page

_DUE = re.compile(
    r"\b(?:ska|skall|skal|shall|will|must|bör|senast|innan|inden|innen"
    r"|no later than)\b[^.]{0,160}?\b(?:delredovis\w*|redovis\w*|slutredovis\w*|slutrapport\w*"
    r"|delrapport\w*|publicera\w*|lämna\w*|överlämna\w*|vara klar\w*|vara på plats|levere\w*|rapporte\w*|"
    r"införas?|inrättas|starta\w*|påbörja\w*|slutför\w*|avslut\w*|offentliggør\w*|udgives|afrapporter\w*"
    r"|afleveres|evaluer\w*|utvärder\w*|presenter\w*|presented|præsenter\w*|report\w*|deliver\w*|publish\w*"
    r"|submit\w*|complet\w*|stå klar\w*"
    r"|ferdig\w*|lansera\w*)"
    r"|\b(?:åpner|öppnar|öppnas|åbner|opens|lanseras|lanseres|lanceres|tas i bruk|tages i brug|tas i drift"
    r"|träder i kraft"
    r"|trer i kraft|træder i kraft|innføres|indføres|går live|goes live|begynner|begynder|enters into force)\b"
    r"|^(?:slutredovisning|delredovisning|slutrapport|delrapport|redovisning|interim report|final report"
    r"|mid-?term|midtvejs\w*|delleverans|milstolpe)\b",
    re.IGNORECASE,
)


_HEAD = re.compile(
    r"(?:[\w-]{2,20} )?(?:milepæl(?:er|e)|milstolpar|milestones|hållpunkter|delmoment|tidsplan|tidplan|tidslinje"
    r"|tidslinjen"
    r"|timeline|time ?table|schedule|viktiga datum|viktige datoer|vigtige datoer|key dates|leveranser|deliverables"
    r"|framdrift"
    r"|fremdriftsplan)\W{0,3}",
    re.IGNORECASE,
)


def _listed(page: Page) -> Iterator[Suggestion]:
    """ "Final report: 15 December" and "2026: final conference" below a heading for milestones."""
    for section in page.sections:
        if section.heading is None or not _HEAD.fullmatch(section.heading.text.strip("#* ")):
            continue
        for unit in section.units:
            if '"' in unit.text or len(unit.text) > 240:
                continue
            dates = [d for d in page.find_dates(unit.text) if d.month or d.year]
            if not dates:
                continue
            date, notes = resolve(page, finest(dates), past=False)
            first, last = dates[0].start, dates[-1].end
            rest = unit.text[last:] if len(unit.text[:first].strip(" :–-(")) < 4 else unit.text[:first]
            title = re.sub(r"[\s(,:–|-]+(?:den|d\.|senast|by|innen|inden|i|in)?[\s(]*$", "", rest).strip(" :.,–-|()")
            title = re.sub(r"^(?:[A-ZÅÄÖÆØ]?[a-zåäöæø]+:\s)(?=\w)", "", title) if first < 4 else title
            if date.iso and len(title) > 3:
                yield suggest(
                    "milestone",
                    [(unit.start, unit.end)],
                    0.88,
                    notes,
                    title=title[0].upper() + title[1:],
                    date=date.iso,
                )


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """On pages about an assignment, a programme or a strategy: what is to be ready by a day."""
    if page.document.kind not in ("assignment_page", "programme_page", "strategy_page", "agreement_page"):
        return
    listed = Found()
    listed.extend(list(_listed(page)))
    yield from listed.of("milestone")
    of = page.document.title if page.document.kind == "assignment_page" else None
    for sentence in page.sentences:
        text = sentence.text
        if len(text) > 400 or found.covers(sentence.span, "action", "objective", "document_date", "event"):
            continue
        if listed.covers(sentence.span, "milestone"):
            continue
        dates = [d for d in page.find_dates(text) if d.month or d.year]
        if not dates or not _DUE.search(text):
            continue
        date, notes = resolve(page, dates[-1] if dates[-1].month else dates[0], past=False)
        if date.iso is not None:
            yield suggest("milestone", [sentence.span], 0.75, notes, title=text.strip(" ."), date=date.iso, of=of)
