"""Actions told in running text: an organisation that starts, builds, leads or supports something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docreader.facts.completion import completion
from docreader.facts.dating import finest, resolve
from docreader.facts.deed_patterns import (
    AGREED,
    BODY,
    BY,
    CUT,
    HAS,
    LITTLE,
    MEANS,
    MODAL,
    NOT,
    OWN,
    PLAIN,
    SEVERAL,
    STARTED_WITH,
    TURNED,
    WE,
    WE_DID,
    WILL,
)
from docreader.facts.deed_verbs import DEED_WORDS, STATE
from docreader.facts.doers_told import doers_in, proper_names
from docreader.facts.found import Found, suggest
from docreader.facts.measures import SHARED, explained
from docreader.facts.organisations import names_in
from docreader.model import Suggestion, SuggestionKind
from docreader.text.page import Page
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick
from docreader.text.words import words


@dataclass(frozen=True, slots=True)
class _Deed:
    who: tuple[str, ...]
    verb: str
    what: str
    confidence: float
    passive: bool = False


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """On all pages but minutes; what another finder has taken for an action is not told again."""
    if page.is_minutes:
        return
    kinds: tuple[SuggestionKind, ...] = (
        "action",
        "milestone",
        "document_date",
        "objective",
        "area",
        "agreement",
        "event",
        "agenda_item",
        "question",
    )
    beside = explained(page, found)
    names, quotes = proper_names(page), _quotes(page)
    for sentence in page.sentences:
        text = sentence.text
        if sentence.unit.start in beside or sentence.unit.kind == "table_row":
            continue
        started = _started(sentence) if len(text) < 420 else None
        if started is not None and not found.covers(sentence.span, *kinds):
            yield started
            continue
        if sentence.unit.start in quotes or not _may_tell(sentence) or _SAID.search(text):
            continue
        if len(text) > 420 or text.endswith("?") or found.covers(sentence.span, *kinds):
            continue
        suggestion = _undertaken(page, sentence, names)
        if suggestion is not None:
            yield suggestion


def _quotes(page: Page) -> frozenset[int]:
    """Where the units begin that are quotations: a dash or quotation mark before them, and no list around."""
    found: set[int] = set()
    units = page.units
    for number, unit in enumerate(units):
        first = unit.lines[0].text
        if first.startswith(("–", '"', "> –", "> -", '> "')):
            found.add(unit.start)
        elif first.startswith("-"):
            around = units[max(0, number - 1) : number] + units[number + 1 : number + 2]
            if not any(other.bullet for other in around):
                found.add(unit.start)
    return frozenset(found)


_SAID = quick(r"\b(?:säger|sier|siger|says|said|sa|sade|menar|mener|berättar|forteller|fortæller)\b")


def _started(sentence: Sentence) -> Suggestion | None:
    match = STARTED_WITH.search(sentence.text)
    if match is None:
        return None
    what = re.sub(r"^(?:den|det|en|ett|the|an?)\s", "", match["what"])
    return suggest(
        "action",
        [sentence.part(*match.span())],
        0.6,
        title=what[0].upper() + what[1:],
        responsible=(),
        partners=(match["who"].strip(),),
    )


def _undertaken(page: Page, sentence: Sentence, names: frozenset[str]) -> Suggestion | None:
    deed = _agreed(sentence) or _several(sentence) or _deed(sentence.text, names)
    if deed is None:
        return None
    text = sentence.text
    dates = [d for d in page.find_dates(text) if d.month or d.shift is not None or d.year]
    past = bool(re.search(r"(?:ade|de|te|et|at)$", deed.verb))
    date, notes = resolve(page, finest(dates), past=past) if dates else (None, [])
    ready = completion(page, sentence) if not dates else None
    if ready is not None:
        date, notes = resolve(page, ready[1], past=past)
    shared = SHARED.search(text)
    partners = [name for name in names_in(shared["who"]) if name not in deed.who] if shared else []
    return suggest(
        "action",
        [sentence.span],
        deed.confidence,
        notes,
        title=_title(deed),
        responsible=deed.who,
        partners=tuple(partners),
        date=date.iso if date else None,
        date_kind="due" if ready is not None else None,
    )


def _title(deed: _Deed) -> str:
    """Verb and object, without what the deed is for, with whom and when."""
    what = CUT.split(deed.what.strip())[0].strip(" .")
    words = what if deed.passive else f"{deed.verb} {what}".strip()
    return words[0].upper() + words[1:]


def _deed(text: str, names: frozenset[str]) -> _Deed | None:
    for pattern, confidence in ((WILL, 0.62), (HAS, 0.6), (PLAIN, 0.6), (TURNED, 0.55), (BY, 0.58), (WE, 0.6)):
        match = pattern.match(text) if pattern is not WE else pattern.search(text)
        if match is None:
            continue
        groups = match.groupdict()
        verb, what = groups["verb"], groups.get("what") or groups.get("rest") or ""
        if pattern is TURNED and re.fullmatch(rf"{MODAL}|har", verb):
            verb = ""
        if text.rstrip().endswith(":"):
            continue
        if pattern is BY and BODY.search(match["what"]):
            continue
        if (
            (verb and STATE.match(verb))
            or (not verb and STATE.match(what.strip()))
            or NOT.match(f"{verb} {what.strip()}".strip())
        ):
            continue
        who = doers_in(groups["who"], names) if groups["who"] != "vi" else []
        if who and not (pattern is BY and OWN.match(match["what"])) and not LITTLE.match(f"{verb} {what.strip()}"):
            return _Deed(tuple(who), verb, what, confidence, pattern is BY)
    means = MEANS.match(text)
    if means is not None:
        return _deed(means["what"][0].upper() + means["what"][1:], names)
    match = WE_DID.match(text)
    return _Deed((), match["verb"], match["what"], 0.5) if match else None


def is_deed(sentence: Sentence, names: frozenset[str]) -> bool:
    """True when a sentence tells that somebody undertakes something."""
    return len(sentence.text) <= 420 and _may_tell(sentence) and _deed(sentence.text, names) is not None


_TELLING = words(
    """
    ska skall skal vil will shall kommer skulle bør planerar planlegger avser agter har have has enige enats
    enades överens agreed enedes innebär betyder innebærer indebærer medfører means går bestämdes beslutades
    beslutade av af by
    """
)


def _may_tell(sentence: Sentence) -> bool:
    """A cheap test: without one of these words no pattern below can be met."""
    return not sentence.words.isdisjoint(DEED_WORDS) or not sentence.words.isdisjoint(_TELLING)


def _agreed(sentence: Sentence) -> _Deed | None:
    """ "The ministers agreed on a joint survey": the survey is the action."""
    match = AGREED.search(sentence.text)
    return _Deed((), "", re.sub(r"^(?:en|ett|et|a|an)\s", "", match["what"]), 0.6) if match else None


def _several(sentence: Sentence) -> _Deed | None:
    """ "Three municipalities have begun to share teachers": a doer counted, not named."""
    match = SEVERAL.match(sentence.text)
    return _Deed((), "", match["what"], 0.55) if match else None
