"""Who attended, where the minutes tell it in sentences instead of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.entries import Assembler, Entry
from docreader.facts.phrases import names_houses, phrases
from docreader.text.names import PERSON, is_given_name, organisation_score, person_score
from docreader.text.page import Page
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick

_CAME = quick(
    r"\b(?:närvarande|närvarade|närvaro|deltog|deltar|representerades av|representerade|medverkade|møtte|deltok"
    r"|mødte|deltager|til ?stede"
    r"|tilstede|present|attended|took part|participated|ledde mötet|ledet møtet|ledede mødet|förde protokoll\w*"
    r"|förde anteckning\w*"
    r"|skrev (?:referat|anteckning\w*|protokoll\w*)|chaired by|var referent|var sekreterare|var ordstyrer)\b",
    re.IGNORECASE,
)
_STAYED_AWAY = quick(
    r"\b(?:(?:anmält|anmälde|meddelat|meddelade|hade) förhinder|förhindrad\w*|frånvarande|återbud|kunde (?:inte"
    r"|ej) (?:delta|närvara|vara med)"
    r"|meldt (?:forfall|frafall|afbud)|forfall|afbud|forhindret|kunne ikke (?:delta|deltage|møte|være med)"
    r"|apologies|absent|regrets"
    r"|unable to attend|could not attend)\b",
    re.IGNORECASE,
)
_HOUSES = re.compile(
    r"\b(?:[Rr]epresenterade (?:var|är)|[Rr]epresenterte var|[Rr]epræsenteret var|[Ff]öljande organisationer deltog"
    r"|[Rr]epresented were|[Oo]rganisations represented were)\s?:?\s(?P<names>[A-ZÅÄÖÆØ].{20,900})"
)
_TOP = 24
_NAME = re.compile(PERSON)


def told(page: Page) -> Iterator[Entry]:
    """The people of the sentences at the top that tell who came and who did not."""
    for sentence in page.sentences:
        if sentence.unit.start > page.units[min(_TOP, len(page.units) - 1)].start:
            return
        houses = _HOUSES.search(sentence.text) if len(sentence.text) < 1200 else None
        if houses and names_houses(houses["names"].rstrip(".")):
            yield from _houses(sentence, houses)
            continue
        if len(sentence.text) > 900 or not (_CAME.search(sentence.text) or _STAYED_AWAY.search(sentence.text)):
            continue
        yield from _in_clauses(sentence)


def _houses(sentence: Sentence, match: re.Match[str]) -> Iterator[Entry]:
    """Organisations told of without anybody's name."""
    shadow = sentence.shadow.cut(*match.span("names"))
    for item in phrases(shadow.text.rstrip(".")):
        if not item.remark and organisation_score(item.text) >= 0.3:
            yield Entry(shadow.span(item.start, item.end), organisation=item.text, attendance="present")


def _in_clauses(sentence: Sentence) -> Iterator[Entry]:
    """Clauses between semicolons and full clauses after a comma each tell of their own people."""
    position = 0
    attendance = None
    for clause in re.split(r"(;\s|,\s(?=[A-ZÅÄÖÆØ]\S+ [A-ZÅÄÖÆØ]\S+ (?:skrev|ledet|ledde|förde)\b))", sentence.text):
        start, position = position, position + len(clause)
        away, came = _STAYED_AWAY.search(clause), _CAME.search(clause)
        attendance = "absent" if away else "present" if came else attendance
        if attendance is None or not _NAME.search(clause):
            continue
        trigger = away or came
        names, offset = clause, start
        if trigger and _NAME.search(clause, trigger.end()):
            names, offset = clause[trigger.end() :], start + trigger.end()
        elif trigger:
            names = clause[: trigger.start()].removesuffix("hade ").removesuffix("havde ")
        yield from _people(sentence, names, offset, attendance)


def _people(sentence: Sentence, names: str, offset: int, attendance: str) -> Iterator[Entry]:
    shadow = sentence.shadow.cut(offset, offset + len(names))
    assembler = Assembler(shadow, sharing=False)
    assembler.feed(phrases(names))
    for entry in assembler.entries:
        if entry.person and (is_given_name(entry.person.split()[0]) or person_score(entry.person) >= 0.6):
            yield Entry(
                entry.span, entry.person, entry.organisation, entry.role, entry.party, entry.attendance or attendance
            )
