"""The parts of a piece of work in a list: "Part 2. Samples in seven counties – Agency A and B. Ready: 30 June 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.dating import resolve
from docreader.facts.doers_told import doers_in
from docreader.facts.found import Found, suggest
from docreader.facts.organisations import names_in
from docreader.model import Suggestion
from docreader.text.names import organisation_score, person_score
from docreader.text.page import Page
from docreader.text.triggers import quick
from docreader.text.units import Unit

_LABEL = quick(
    r"(?:del|delprojekt|delprosjekt|deluppdrag|deloppdrag|delopgave|delmoment|delaktivitet|arbetspaket|arbeidspakke"
    r"|arbejdspakke|ap|wp"
    r"|work package|aktivitet|activity|insats|innsats|indsats|åtgärd|tiltak|action|uppgift|oppgave|opgave|task"
    r"|projekt|prosjekt)"
    r"\s(?:\d{1,2}|[A-H])\s?[.:)–-]\s?",
    re.IGNORECASE,
)
#: Without the end of a label there is none: a cheap test.
_NUMBERED = re.compile(r"\s(?:\d{1,2}|[A-Ha-h])\s?[.:)–-]")
_HEAD = quick(
    r"(?:[\w-]{2,20} ){0,3}?(?:åtgärder(?:na)?|insatser(?:na)?|aktiviteter(?:na)?|deluppdrag(?:en)?|delprojekt(?:en)?"
    r"|tiltak(?:ene)?|innsatser"
    r"|indsatser(?:ne)?|aktiviteter|measures|actions|activities|work packages|arbetspaket(?:en)?|arbeidspakker"
    r"|arbejdspakker|projekter"
    r"|prosjekter|vad ska göras|vad görs|vad gör vi|det här gör vi|detta gör vi|det gör vi|hva gjør vi|hvad gør vi"
    r"|what we do"
    r"|what will be done|så ska det gå till|pågående arbete|pågående projekt|projekt som pågår|igångsatta (?:insatser"
    r"|projekt)"
    r"|delar|oppgaver|opgaver|tasks|uppgifter)(?:\s(?:i gang|på gång|i|som|för|inom|under"
    r"|20\d\d)[\w –-]{0,40})?\W{0,3}",
    re.IGNORECASE,
)
_LEAD = quick(
    r"(?:regeringen|regjeringen|uppdraget|uppdragen|oppdraget|opgaven|assignment|myndighet\w*|arbetet|arbeidet"
    r"|arbejdet|projektet|verket|styrelsen|ska|skal|shall|will|[A-ZÅÄÖ]\w+)"
    r"\s.{0,60}?\b(?:ingår|inngår|indgår|includes?|omfattar|omfatter|består i|innebär|särskilt|ska|skal|shall|will"
    r"|vil|vill|kommer att)\b.{0,40}?(?:att|å|at|to)?\s?:?\s*$",
    re.IGNORECASE,
)
_DIVIDER = re.compile(
    r"\s[–-]\s|\s\|\s|,\s(?:ansvarig\w*|ansvarlig|ansvar|responsible)\W{1,2}|\.\s(?:ansvarig\w*|ansvarlig|ansvar"
    r"|responsible)\W{1,2}",
    re.I,
)
_DUE = quick(
    r"\b(?:klart?|färdig\w*|ferdig|færdig|ready|due|senast|senest|innen|inden|by|avslutas|avsluttes|afsluttes|slut"
    r"|nytt datum|till|until|redovisas)\b",
    re.I,
)
_AREAS = quick(r"samarbe\w*|samverka\w*|område|areas", re.IGNORECASE)
_VERB = re.compile(r"^(?:att |å |at |to )?[a-zåäöæø]{3,}(?:a|e|ere|era|å)?\s\w")


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Labelled parts anywhere, and points below a heading or lead for what is to be done."""
    if page.is_minutes:
        return
    labelled = [
        (unit, match)
        for unit in page.units
        if len(unit.text) < 900 and _NUMBERED.search(unit.text)
        for match in _LABEL.finditer(unit.text)
        if match.start() == 0 or unit.text[: match.start()].rstrip().endswith((".", ")"))
    ]
    for number, (unit, match) in enumerate(labelled if len(labelled) >= 2 else ()):
        following = labelled[number + 1] if number + 1 < len(labelled) else None
        stop = following[1].start() if following is not None and following[0] is unit else len(unit.text)
        span = unit.body.span(match.start(), stop)
        if not found.covers(span, "action", "objective", "area", "event"):
            yield from part_of(page, unit, match.end(), 0.85, stop=stop)
    yield from _below_heads(page, found)
    yield from _below_leads(page, found)


def _below_heads(page: Page, found: Found) -> Iterator[Suggestion]:
    for section in page.sections:
        if section.heading is None or not _HEAD.fullmatch(section.heading.text.strip("#* ?")):
            continue
        points = [unit for unit in section.units if (unit.bullet or unit.number) and 8 < len(unit.text) < 300]
        for unit in points if len(points) >= 2 else ():
            taken = found.covers(
                (unit.start, unit.end), "action", "objective", "area", "event", "agenda_item", "question"
            )
            if not taken and not _LABEL.match(unit.text) and not unit.text.endswith("?"):
                yield from part_of(page, unit, 0, 0.75)


def _below_leads(page: Page, found: Found) -> Iterator[Suggestion]:
    """ "In uppdraget ingår att" with a point for each thing to be done; whose they are the lead may say."""
    if page.document.kind in ("agreement_page", "event_page"):
        return
    units = page.units
    for number, unit in enumerate(units):
        following = units[number + 1] if number + 1 < len(units) else None
        if following is None or not (following.bullet or following.number or following.text.startswith("–")):
            continue
        if unit.bullet or not _LEAD.search(unit.text[-160:]) or len(unit.text) > 400 or _AREAS.search(unit.text):
            continue
        who = doers_in(re.split(r"\s(?:ska|skal|shall|will|ingår)\b", unit.text)[0])
        for point in units[number + 1 : number + 12]:
            if not (point.bullet or point.number or point.text.startswith("–")) or len(point.text) > 300:
                break
            text = point.text.lstrip("– ")
            if _VERB.match(text) and not found.covers((point.start, point.end), "action", "cooperation_area"):
                title = re.sub(
                    r"(?:,?\s(?:och|samt|og|and)|[,;.])$", "", re.sub(r"^(?:att|å|at|to)\s", "", text)
                ).strip()
                span = (point.start, point.end)
                yield suggest(
                    "action", [span], 0.65, title=title[0].upper() + title[1:], responsible=tuple(who), partners=()
                )


def part_of(
    page: Page, unit: Unit, start: int, confidence: float, objective: str | None = None, *, stop: int | None = None
) -> Iterator[Suggestion]:
    """A point read as a piece of work: its title, whose it is and when it is due."""
    last = len(unit.text.rstrip()) if stop is None else stop
    text = unit.text[start:last].rstrip()
    dates = [d for d in page.find_dates(text) if d.month or d.year]
    divider = next((m for m in _DIVIDER.finditer(text) if m.start() > 5), None)
    pause = re.search(r"(?<=[a-zåäöæø\d)])[.]\s", text)
    title = text[: min([len(text), *([divider.start()] if divider else []), *([pause.start()] if pause else [])])]
    responsible = _who(text[divider.end() :]) if divider else _bracketed(text)
    if dates and dates[0].start < len(title):
        title = title[: dates[0].start]
    title = re.sub(r"\s*\([^()]*\)?\s*$", "", re.sub(r"[\s,(–-]+(?:klar\w*|senast|den|i)?\s*$", "", title)).strip(
        " .,:–-"
    )
    if len(title) < 5 or person_score(title) > 0.6:
        return
    due = [d for d in dates if _DUE.search(text[max(0, d.start - 24) : d.start])] or dates
    date, notes = resolve(page, due[-1], past=False) if due else (None, [])
    yield suggest(
        "action",
        [unit.body.span(start, last)],
        confidence,
        notes,
        title=title,
        responsible=tuple(responsible),
        partners=(),
        date=date.iso if date else None,
        date_kind="due" if due else None,
        objective=objective,
    )


def _who(words: str) -> list[str]:
    words = re.split(
        r"\.\s|\s(?:ansvarar|ansvarig|har ansvar|på uppdrag|svarar|leder|is responsible|ansvarlig|i samarbete"
        r"|sammen)\b|\s\(",
        words,
    )[0]
    return doers_in(words.strip(" .,")) or (names_in(words) if organisation_score(words) >= 0.45 else [])


def _bracketed(text: str) -> list[str]:
    bracket = re.search(r"\(([^()]{2,60})\)", text)
    return names_in(bracket[1]) if bracket and organisation_score(bracket[1]) >= 0.45 else []
