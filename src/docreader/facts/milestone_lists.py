"""Milestones in a list or table of days below a heading for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.dating import finest, resolve
from docreader.facts.found import suggest
from docreader.model import Note, Suggestion
from docreader.text.page import Page
from docreader.text.triggers import quick
from docreader.text.units import Unit

_HEAD = quick(
    r"(?:[\w-]{2,20} ){0,3}?(?:milepæl(?:er|e|ene)?|milstolpar(?:na)?|milstolpe|milestones?|hållpunkter(?:na)?"
    r"|delmoment"
    r"|tidsplan(?:en)?|tidplan(?:en)?|tidslinje[n]?|tidslinja|framdriftsplan(?:en)?|fremdriftsplan(?:en)?|framdrift"
    r"|timeline|time ?table|schedule|viktiga datum|viktige datoer|vigtige datoer|key dates|important dates"
    r"|leveranser(?:na)?"
    r"|leverancer|deliverables|datoer|datum|kalendarium|milstolpar och leveranser|nästa steg|neste steg|næste skridt"
    r"|next steps|etapper|faser|process|processen|vad händer när|hva skjer når|hvad sker hvornår|what happens when"
    r"|så här ser tidplanen ut|preliminär tidplan)(?:\s(?:framover|framöver|fremover|ahead|för|for|i|till|til"
    r"|20\d\d)[\w –-]{0,40})?\W{0,3}",
    re.IGNORECASE,
)
_MONTH = re.compile(r"^(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2]))(?![\d-])\s*[:–|-]?\s*(?P<title>.{3,200})$")
_MONTH_LAST = re.compile(
    r"^(?:M\d{1,2}\s?[–:.-]\s)?(?P<title>.{3,200}?)\s?[–:|,-]\s?(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2]))$"
)
_HALF = re.compile(
    r"^(?:Q[1-4]|kvartal [1-4]|[1-4]\. kvartal|H[12]|(?:vår|höst|høst|sommer|sommar|vinter)(?:en)?)\b", re.IGNORECASE
)
_LEAD = (
    r"(?:den|d\.|senast|by|innen|inden|i|in|under|from|från|fra|on|før|före|senest|klart?|klar:?|frist:?|deadline:?)"
)


def is_head(text: str) -> bool:
    """True for a heading of milestones."""
    return _HEAD.fullmatch(text.strip("#* ")) is not None


def listed(page: Page) -> list[Suggestion]:
    """ "Final report: 15 December", "2026: final conference", "| 1 June 2018 | Guide out for comment |"."""
    found: list[Suggestion] = []
    for section in page.sections:
        if section.heading is None or not is_head(section.heading.text):
            continue
        rows = [unit for unit in section.units if len(unit.text) <= 240]
        items = [item for unit in rows for item in _item(page, unit)]
        found += items if len(items) >= 2 or any(unit.bullet for unit in rows) else []
    return found


def _item(page: Page, unit: Unit) -> Iterator[Suggestion]:
    if '"' in unit.text and unit.kind != "table_row":
        return
    month = _MONTH.match(unit.text.strip(" |")) or _MONTH_LAST.match(unit.text.strip(" |"))
    if month:
        yield _made(unit, month["title"], month["iso"], [])
        return
    dates = [d for d in page.find_dates(unit.text) if d.month or d.year]
    if not dates:
        return
    cells = [cell.strip() for cell in unit.text.strip(" |").split("|")]
    date, notes = resolve(page, finest(dates), past=False)
    if date.iso is None:
        return
    if len(cells) > 1:
        titles = [cell for cell in cells if not page.find_dates(cell) and len(cell) > 3]
        title = titles[0] if titles else ""
    else:
        title = _rest(unit.text, dates[0].start, dates[-1].end)
    if len(title) > 3:
        yield _made(unit, title, date.iso, notes)


def _rest(text: str, first: int, last: int) -> str:
    """What is left of a line without its day."""
    lead = re.sub(rf"\b{_LEAD}\b", "", text[:first], flags=re.IGNORECASE).strip(" :–-(,.|")
    rest = text[last:] if len(lead) < 4 else text[:first]
    title = re.sub(rf"[\s(,:–|-]+(?:{_LEAD}\b)?[\s(]*$", "", rest, flags=re.IGNORECASE).strip(" :.,–-|()")
    return re.sub(r"^(?:[A-ZÅÄÖÆØ]?[a-zåäöæø]+:\s)(?=\w)", "", title) if len(lead) < 4 else title


def _made(unit: Unit, title: str, iso: str, notes: list[Note]) -> Suggestion:
    title = title.strip(" .")
    return suggest("milestone", [(unit.start, unit.end)], 0.9, notes, title=title[0].upper() + title[1:], date=iso)
