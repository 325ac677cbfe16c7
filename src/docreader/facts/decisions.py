"""What was decided: labelled decisions, and sentences that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.model import Suggestion
from docreader.text.page import Page
from docreader.text.sentences import Sentence
from docreader.text.words import words

_LABEL = re.compile(
    r"^\W{0,4}(?:\w{0,24}beslut|beslut i korthet|vedtak|enstemmig vedtak|beslutning|indstilling|decision"
    r"|decisions|resolved|beslutade)\W{0,3}:\W{0,3}",
    re.IGNORECASE,
)
_BARE = re.compile(r"^\W{0,4}(?:\w{0,24}beslut|vedtak|beslutning|decisions?)\W{0,4}$", re.IGNORECASE)
_SENTENCE = re.compile(
    r"\b(?:beslutar|beslutade|beslöt|beslutades|besluta[dt]s?|beslöts|vedtok|vedtar|besluttede|beslutter"
    r"|besluttet|decided|agreed|resolved|enades om|kom överens om|aftaltes|aftalt|avtalt|vedtatt)\b",
    re.IGNORECASE,
)
_SHORT = re.compile(r"^(?:Beslut(?:ades|at)?|Vedtak|Decision) (?:att|om å|om at|to) (?P<what>.{4,300})")
_APPROVED = re.compile(
    r"\b(?:godkändes|godkänns|godkända|fastställdes|fastställs|godkjent|godkent|godkendt|vedtatt|approved"
    r"|adopted|lades till handlingarna|utses till|utsågs|valdes)\b",
    re.IGNORECASE,
)
_DECIDING = words(
    "beslutar beslutade beslöt beslutades beslutat beslutad beslutats beslutads beslöts vedtok vedtar"
    " besluttede beslutter"
    " besluttet decided agreed resolved enades överens aftaltes aftalt avtalt vedtatt godkändes godkänns"
    " godkända fastställdes"
    " fastställs godkjent godkent godkendt approved adopted lades utses utsågs valdes"
)
#: How the chair put the question is not what was decided.
_VOTE = re.compile(
    r"\b(?:ställer|ställde|ställs)\b.{0,60}\bmot\b|\bfinner att\b|propositionsordning|satte .{0,40} opp mot"
    r"|under afstemning",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\b(?:att|at|that|to|om at)\s(?P<what>.{4,400})")


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """In minutes only. What stands after a label is surest."""
    if not page.is_minutes:
        return
    under = False
    listed = list(_listed(page))
    taken = Found()
    taken.extend(listed)
    yield from listed
    for unit in page.units:
        if taken.covers((unit.start, unit.end), "decision"):
            continue
        sentences = [s for s in page.sentences_in(unit) if not found.covers(s.span, "participant")]
        if _BARE.match(unit.text):
            under = True
            continue
        label = _LABEL.match(unit.text)
        if unit.kind == "heading" and not label:
            under = False
            continue
        if label and sentences and len(unit.text) > label.end():
            yield _make(sentences[0], label.end(), 0.9)
            under = False
            continue
        if label:
            under = True
            continue
        if under and (unit.bullet or unit.number or unit.kind == "paragraph") and sentences:
            yield _make(sentences[0], 0, 0.85)
            under = bool(unit.bullet or unit.number)
            continue
        for sentence in sentences:
            yield from _spoken(sentence)


def _listed(page: Page) -> Iterator[Suggestion]:
    """ "The board decides" with each decision on a line of its own below, beginning with "att"."""
    open_list = False
    for line in page.lines:
        if line.furniture:
            continue
        if open_list and re.match(r"(?:-\s|•\s)?att\s", line.text):
            start = line.start + len(line.text) - len(re.sub(r"^(?:-\s|•\s)?att\s", "", line.text))
            decided = re.sub(r",?\s(?:samt|och)$|[,.;]$", "", line.text.rstrip())
            yield suggest(
                "decision",
                [(line.start, line.start + len(decided))],
                0.93,
                title=page.value((start, line.start + len(decided))),
            )
            continue
        open_list = (
            bool(re.search(r"\b(?:besluta[rd]?e?|beslöt|föreslår)\s?:?$", line.text)) and "föreslår" not in line.text
        )


def _make(sentence: Sentence, start: int, confidence: float) -> Suggestion:
    title = sentence.text[start:].strip(" .:")
    return suggest("decision", [sentence.part(start, len(sentence.text))], confidence, title=title)


def _spoken(sentence: Sentence) -> Iterator[Suggestion]:
    text = sentence.text
    if len(text) > 500 or text.endswith("?"):
        return
    label = _LABEL.match(text)
    if label and len(text) > label.end() + 3:
        yield _make(sentence, label.end(), 0.85)
        return
    short = _SHORT.match(text)
    if short:
        yield suggest("decision", [sentence.span], 0.8, title=short["what"].strip(" ."))
        return
    if sentence.words.isdisjoint(_DECIDING):
        return
    match = _SENTENCE.search(text)
    if (
        match
        and not _VOTE.search(text)
        and not re.search(r"\b(?:ska|kan|inte|ej|ikke|not|innan|ännu)\s(?:\w+\s)?$", text[: match.start()])
    ):
        clause = _CLAUSE.search(text, match.end())
        near = clause is not None and clause.start() - match.end() < 30
        title = clause["what"] if clause and near else text
        yield suggest("decision", [sentence.span], 0.7, title=title.strip(" ."))
    elif _APPROVED.search(text) and len(text) < 200:
        yield suggest("decision", [sentence.span], 0.65, title=re.split(r":\s", text)[0].strip(" ."))
