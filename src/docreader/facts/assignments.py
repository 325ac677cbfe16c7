"""Assignments: the one that a page is about, and those told in passing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.commissions import COMMISSION_STEMS, Commission, commission_in
from docreader.facts.dating import resolve
from docreader.facts.found import Found, suggest
from docreader.facts.measures import SHARED, explained
from docreader.facts.organisations import names_in
from docreader.model import Suggestion
from docreader.text.dates import FoundDate
from docreader.text.names import organisation_score
from docreader.text.page import Page
from docreader.text.sentences import Sentence, sentences_of
from docreader.text.triggers import quick

_LABEL = re.compile(
    r"^\W{0,3}(?P<label>ansvarig\w*|ansvarlig\w*|mottagare|responsible|samverkan|samarbete|partners?|beslutsdatum"
    r"|beslutad|beslutat|besluttet|vedtatt|decided|decision date|uppdragstagare|utförare|utfører|genomförs av"
    r"|oppdragstaker|utføres av"
    r"|udføres af|samarbeid|samarbejde|i samverkan med|samverkar med|departement|uppdragsgivare|oppdragsgiver"
    r"|opdragsgiver"
    r"|commissioned by)\*{0,2}\W{1,4}(?P<value>[^|]{2,200})$",
    re.IGNORECASE,
)
_ITSELF = quick(
    r"^(?:regerings)?(?:uppdrag|oppdrag|opdrag|opgave|assignment|commission)\w*\s(?:att|om|till|å|at|to|on|til)\b", re.I
)
_DECIDED = quick(
    r"\b(?:beslut(?:et|ade|ades)?|gav|lämnades|gavs|fattades|regeringssammanträde|decided|gitt|givet|vedtatt"
    r"|besluttet)\b",
    re.IGNORECASE,
)
_BESIDE = quick(
    r"^(?P<who>[A-ZÅÄÖÆØ][^.;:]{2,140}?)\s(?:ska|skall|skal|shall|will)\s(?:\w+\s){0,2}(?:bistå|bidra|medverka|stödja"
    r"|delta|støtte"
    r"|bidrage|assist|contribute|support)"
)
_TOGETHER = quick(
    r"\b(?:vi arbetar tillsammans med|genomförs tillsammans med|i samråd med|i dialog med|i nära samarbete med"
    r"|i nært samarbeid med"
    r"|efter samråd med)\s(?P<who>[^.;()]{2,160})",
    re.IGNORECASE,
)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """The page's own assignment once, then others in sentences."""
    if page.is_minutes:
        return
    own = page.document.kind == "assignment_page"
    if own:
        yield from _assignment(page)
    beside = explained(page, found)
    for sentence in page.sentences_with(*COMMISSION_STEMS):
        if sentence.unit.start in beside or found.covers(sentence.span, "action", "objective", "area"):
            continue
        told = commission_in(sentence.text)
        if told is None:
            continue
        if own:
            own = False
            continue
        yield _told(page, sentence, told)


def _told(page: Page, sentence: Sentence, told: Commission) -> Suggestion:
    dates = [d for d in page.find_dates(sentence.text) if d.month]
    date, notes = resolve(page, dates[-1], past=False) if dates else (None, [])
    title = told.what if told.to in ("att", "å", "at", "to") else f"Uppdrag {told.to} {told.what}"
    return suggest(
        "action",
        [sentence.span],
        0.75,
        notes,
        title=title[0].upper() + title[1:],
        responsible=told.whom,
        partners=_partners(sentence.text, told.whom),
        commissioner=told.by,
        date=date.iso if date else None,
    )


def _partners(text: str, whom: tuple[str, ...]) -> tuple[str, ...]:
    shared = SHARED.search(text) or _TOGETHER.search(text)
    return tuple(name for name in names_in(shared["who"]) if name not in whom) if shared else ()


def _assignment(page: Page) -> Iterator[Suggestion]:
    labels = _labels(page)
    given = next(((s, told) for s in page.sentences[:25] if (told := commission_in(s.text))), None)
    if given is None:
        heads = (s for unit in page.units[:6] if unit.kind == "heading" for s in sentences_of(unit))
        given = next(((s, told) for s in heads if (told := commission_in(s.text))), None)
    title = page.document.title
    at = page.flat.find(title)
    spans = [given[0].part(0, min(len(given[0].text), 300))] if given else []
    if not spans and at >= 0:
        spans = [(at, at + len(title))]
    if not spans:
        return
    responsible = list(given[1].whom) if given else []
    responsible = responsible or _labelled(
        labels, "ansvar", "mottag", "respons", "uppdragst", "utför", "utfør", "genomförs", "oppdragst"
    )
    decided = _decided(page, labels, given)
    by = (given[1].by if given else None) or next(
        iter(_labelled(labels, "uppdragsg", "oppdragsg", "opdragsg", "commiss")), None
    )
    yield suggest(
        "action",
        spans,
        0.85 if given else 0.8,
        title=_title(page, given[1] if given else None),
        responsible=tuple(responsible),
        partners=tuple(_beside(page, labels, responsible)),
        commissioner=by,
        date=decided.iso if decided else None,
        date_kind="decided" if decided else None,
    )


def _title(page: Page, told: Commission | None) -> str:
    """The page's title where it is that of the assignment, else what the sentence says is to be done."""
    title = page.document.title
    if told is None or told.to not in ("att", "å", "at", "to"):
        return title
    if _ITSELF.match(title) and not re.search(r"\s–\s|\?", title):
        return title
    word = {"å": "Oppdrag å", "at": "Opgave at", "to": "Assignment to"}.get(told.to, "Uppdrag att")
    return f"{word} {told.what}"


def _labels(page: Page) -> dict[str, str]:
    labels: dict[str, str] = {}
    for unit in page.units[:40]:
        match = _LABEL.match(unit.text)
        if match:
            labels.setdefault(match["label"].casefold(), match["value"].strip())
    return labels


def _labelled(labels: dict[str, str], *starts: str) -> list[str]:
    return next((names_in(value) or [value] for key, value in labels.items() if key.startswith(starts)), [])


def _beside(page: Page, labels: dict[str, str], responsible: list[str]) -> list[str]:
    """Who takes part: behind a label, "together with", or as those who are to assist."""
    found = next(
        (_plain(v) for k, v in labels.items() if k.startswith(("samver", "samarb", "partner", "i samver"))), []
    )
    for sentence in page.sentences[:30] if not found else ():
        shared = SHARED.search(sentence.text) or _TOGETHER.search(sentence.text) or _BESIDE.match(sentence.text)
        found += [name for name in names_in(shared["who"]) if name not in found] if shared else []
    return [name for name in found if name not in responsible]


def _decided(page: Page, labels: dict[str, str], given: tuple[Sentence, Commission] | None) -> FoundDate | None:
    """The day of the decision: behind its label, in the sentence that gives the task, or where a decision is told."""
    for key, value in labels.items():
        if key.startswith(("beslut", "decid", "decis", "vedtatt")):
            date = next((d for d in page.find_dates(value) if d.iso), None)
            if date:
                return date
    sentences = ([given[0]] if given else []) + [s for s in page.sentences[:20] if _DECIDED.search(s.text)]
    for sentence in sentences:
        date = next((d for d in page.find_dates(sentence.text) if d.day and d.iso), None)
        if date is not None and not re.search(r"\b(?:senast|senest|innen|inden|by)\b", sentence.text[: date.start]):
            return date
    return None


def _plain(words: str) -> list[str]:
    return [
        part.strip()
        for part in re.split(r",\s|\s(?:och|samt|and|og)\s(?=\w)", words)
        if organisation_score(part) > 0 or len(part) > 3
    ]
