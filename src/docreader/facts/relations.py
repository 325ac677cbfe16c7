"""Who stands to whom in which relation: who gives tasks, who pays, who works with whom."""

from __future__ import annotations

from collections.abc import Iterator

from docreader.facts.commissions import COMMISSION_STEMS, commission_in
from docreader.facts.found import Found, suggest
from docreader.facts.organisations import names_in
from docreader.model import Suggestion
from docreader.text.names import UPPER
from docreader.text.page import Page
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick, stems_of

_WHO = rf"(?P<who>[{UPPER}][\w&.-]*(?: (?:[{UPPER}][\w&-]*|i|för|for|of|och|og|and)){{0,5}})"
_TO = r"(?P<to>(?:the |den |det )?[\w&.-]+(?: [\w&-]+){0,5}?)"
_END = r"(?=[.,;:()]|\s(?:och|og|and|som|der|för att|for å|under|sedan|att|at|i|in|på|med)\b|$)"
_PATTERNS = (
    (
        "finansiering",
        quick(
            rf"^{_WHO}\s(?:finansieras|finansieres|is funded|is financed|støttes|stöds)\s(?:[\w ]{{2,20}} )??(?:av|af"
            rf"|by)\s{_TO}{_END}"
        ),
    ),
    (
        "uppdrag",
        quick(
            rf"\b{_WHO}\s(?:\w+\s){{1,4}}?(?:på uppdrag av|på oppdrag fra|på vegne av|efter opdrag fra|on behalf of"
            rf"|på vegne af)\s{_TO}{_END}"
        ),
    ),
    (
        "del av",
        quick(
            rf"^{_WHO}\s(?:är|er|is)\s(?:en )?(?:del av|del af|part of|underställd|underlagt"
            rf"|subordinate to)\s{_TO}{_END}"
        ),
    ),
)


_STEMS = (*COMMISSION_STEMS, *stems_of(*(pattern for _, pattern in _PATTERNS)))


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Outside minutes, each pair once."""
    del found
    if page.is_minutes:
        return
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for sentence in page.sentences_with(*_STEMS):
        if len(sentence.text) > 500:
            continue
        for who, to, relation, span in _in_sentence(sentence):
            if (who, to) not in seen:
                seen.add((who, to))
                yield suggest("relation", [span], 0.55, from_=who, to=to, relation=relation)


def _in_sentence(sentence: Sentence) -> Iterator[tuple[str, tuple[str, ...], str, tuple[int, int]]]:
    told = commission_in(sentence.text)
    if told is not None and told.by:
        yield told.by, told.whom, "uppdrag", sentence.span
    for relation, pattern in _PATTERNS:
        match = pattern.search(sentence.text)
        who = names_in(match["who"]) if match else []
        to = names_in(match["to"]) if match else []
        if match is not None and who and to:
            yield who[0], tuple(to), relation, sentence.part(*match.span())
