"""Which objective an action belongs to, and why we think so: because the document says it, or because words are shared.

What the document says is a fact and is chosen beforehand. Shared words are only a likeness: they are proposed.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kraftsamla.core.collation import fold
from kraftsamla.library.models import Document
from kraftsamla.reading.accepting.likeness import ALIKE, COMMON, title_likeness
from kraftsamla.strategy.models import Objective

if TYPE_CHECKING:
    from kraftsamla.reading.accepting.known import Known

Evidence = Sequence[Sequence[int]]

NUMBER = re.compile(r"(?:del)?mål(?:et|en)?\s+(?:nr\s+|nummer\s+)?(\d{1,2}\.\d{1,2})(?![.\d])|"
                    r"\b(?:objective|goal)\s+(\d{1,2}\.\d{1,2})(?![.\d])", re.IGNORECASE)  # fmt: skip
HEADED = re.compile(r"\s*(mål(?:et)?\s+|objective\s+|goal\s+)?(\d{1,2}\.\d{1,2})(?![.\d])\W*(.*)", re.IGNORECASE | re.S)
ENDINGS = sorted(
    re.findall(
        r"\w+",
        "a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or as arnas ernas "
        "ornas es ades andes ens arens hetens erns at andet het ast s et n na ns t ets",
    ),
    key=len, reverse=True,
)  # fmt: skip
#: Words of every strategy and every assignment: that two share them says nothing.
GENERIC = re.findall(r"\w+", """
    uppdrag regering regeringen myndighet myndigheten nationell nationella svensk svenska sverige sveriges strategi
    strategin strategisk utveckla utveckling utvecklat stärka stärkt förstärka främja främjande öka ökad ökat bättre
    förbättra förbättrad arbete arbetet insats insatser åtgärd åtgärder program programmet projekt område området
    stöd stödja bidra skapa genomföra genomförande möjlighet möjligheter förutsättningar samverkan samordning samordnad
    samordna internationell internationella government national sweden swedish strategy develop improve increase support
""")
LEAST_LETTERS = 5
#: A single shared word has to be this long, and no other objective may have it.
LEAST_ALONE = 7
#: The best has to be this much better than the next, or nothing is proposed.
AHEAD = 1.25


@dataclass(frozen=True, slots=True)
class Fit:
    """An objective's number, and the reason in words."""

    number: str
    why: str


@dataclass(frozen=True, slots=True)
class Words:
    """The stems of one objective, by where they stand, the most official place first."""

    number: str
    places: Mapping[str, frozenset[str]]

    @property
    def all(self) -> frozenset[str]:
        return frozenset().union(*self.places.values())


def stated_in(known: Known, evidence: Evidence) -> Fit | None:
    """The objective whose number stands in the passage, or under whose heading the passage stands."""
    text = known.reading.document.text
    said = {a or b for start, end in evidence for a, b in NUMBER.findall(text[start:end])}
    if len(said) == 1 and (number := said.pop()) in known.objectives:
        return Fit(number, _("målets nummer står i texten: %(number)s") % {"number": number})
    if said or not evidence:
        return None
    for heading in _above(known.headings, evidence[0][0]):
        number = _objective_of(heading, known.objectives)
        if number:
            return Fit(number, _("samma rubrik i dokumentet: %(number)s") % {"number": number})
    return None


def likely(title: str, known: Known) -> Fit | None:
    """The objective that shares the most and rarest words with the title, when one is clearly ahead."""
    words, among = _stems(title), known.objective_words
    rarity = Counter(stem for each in among for stem in each.all)
    most = max(1, len(among) // 4)
    scores = [(_score(words, each, rarity, most, len(among)), each) for each in among]
    scored = sorted(scores, key=lambda pair: -pair[0])
    if not scored or not scored[0][0] or (len(scored) > 1 and scored[0][0] < AHEAD * scored[1][0]):
        return None
    best = scored[0][1]
    shared = {stem: word for stem, word in words.items() if stem in best.all and rarity[stem] <= most}
    if len(shared) == 1 and any(len(word) < LEAST_ALONE or rarity[stem] > 1 for stem, word in shared.items()):
        return None
    return Fit(best.number, _why(shared, best))


def words_of(objectives: Mapping[str, Objective], actions: Iterable[tuple[str, str]]) -> list[Words]:
    """What likeness compares with. ``actions`` are pairs of an objective's number and an action's title."""
    titles: dict[str, list[str]] = {}
    for number, title in actions:
        titles.setdefault(number, []).append(title)
    return [
        Words(
            number,
            {
                "wording": _keys(*(t for w in objective.wordings.all() for t in (w.title_sv, w.title_en))),
                "plain": _keys(objective.plain_sv, objective.plain_en),
                "actions": _keys(*titles.get(number, [])),
            },
        )
        for number, objective in objectives.items()
    ]


def headings_of(document: Document) -> list[tuple[int, int, str]]:
    """Where each heading of the document begins, its level and its words."""
    layout: list[list[Any]] = document.layout or []
    return [(start, level, document.text[start:end]) for kind, level, start, end in layout if kind == "heading"]


def _above(headings: Sequence[tuple[int, int, str]], at: int) -> Iterator[str]:
    """The headings a place stands under, the nearest first."""
    least = 100
    for start, level, words in reversed(headings):
        if start < at and level < least:
            least = level
            yield words


def _objective_of(heading: str, objectives: Mapping[str, Objective]) -> str:
    """A numbered heading is an objective's when it says so or reads alike: in minutes the same number is a point."""
    found = HEADED.match(heading)
    if found is None or found[2] not in objectives:
        return ""
    titles = [title for w in objectives[found[2]].wordings.all() for title in (w.title_sv, w.title_en) if title]
    same = bool(found[1]) or any(title_likeness(found[3], title) >= ALIKE for title in titles)
    return found[2] if same else ""


def _score(words: Mapping[str, str], one: Words, rarity: Counter[str], most: int, among: int) -> float:
    shared = [stem for stem in words if stem in one.all and rarity[stem] <= most]
    return sum(math.log(1 + among / rarity[stem]) for stem in shared)


def _why(shared: Mapping[str, str], best: Words) -> str:
    places = {
        "wording": _("målets lydelse"), "plain": _("målet i klartext"), "actions": _("insatser under målet"),
    }  # fmt: skip
    within: frozenset[str] = frozenset()
    named = []
    for place, stems in best.places.items():
        if stems & shared.keys() - within:
            named.append(places[place])
            within |= stems
    words = {"words": _listed(list(shared.values())), "where": _listed(named)}
    return ngettext("ordet %(words)s står i %(where)s", "orden %(words)s står i %(where)s", len(shared)) % words


def _listed(words: Sequence[str]) -> str:
    return _("%(first)s och %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]} if words[1:] else words[0]


def _keys(*texts: str) -> frozenset[str]:
    return frozenset(stem for text in texts for stem in _stems(text))


def _stems(text: str) -> dict[str, str]:
    """The stems of the words that say something, each with the word as it stands."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= LEAST_LETTERS]
    dull = {*COMMON, *GENERIC_STEMS}
    return {stem: word.casefold() for word in words if (stem := _stem(word)) not in dull}


def _stem(word: str) -> str:
    folded = fold(word)
    ending = next((each for each in ENDINGS if folded.endswith(each) and len(folded) - len(each) >= 4), "")
    return folded.removesuffix(ending)


GENERIC_STEMS = frozenset(_stem(word) for word in GENERIC)
