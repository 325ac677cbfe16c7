"""Actions in minutes: lists of things to do, and sentences in which somebody takes something on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.doers import SUGGESTED, SUGGESTED_WORDS, TASK, TASK_WORDS, due, is_doer, people_in
from docreader.facts.found import Found, suggest
from docreader.facts.people import People
from docreader.facts.promises import Promise, promised, to_be_done, told_in_past, undertaken
from docreader.facts.task_lists import from_point, from_row, in_task_tables, under_heads, unticked
from docreader.model import Note, Span, Suggestion
from docreader.text.page import Page
from docreader.text.sentences import Sentence, part_of
from docreader.text.triggers import first_words, quick
from docreader.text.words import words

_MARKED = quick(
    r"^(?:action|åtgärd|uppgift|att göra|issue|ap|todo|to do|opgave|tiltak|aktion"
    r"|aksjon)\s?\d{0,2}\s?[:–-]\s",
    re.IGNORECASE,
)
_PASSIVE = quick(
    r"\b(?:ska|kommer att|skall|skal|vil|will be|bør)\s(?:\w+\s)?(?:skickas|tas fram|publiceras|bokas"
    r"|sammanställas|distribueras|uppdateras|läggas (?:upp|ut)|skrivas|bjudas in|kontaktas|mejlas"
    r"|levereras|undersökas|sendes|udsendes|sent|circulated|published|kallas|beställas|granskas"
    r"|kompletteras|rättas|utlysas|påminnas)\b",
    re.IGNORECASE,
)
#: The plain passive of minutes: a short subject and what is done to it ("The report is sent out").
_DONE = (
    r"skickas|mejlas|mailas|läggs|tas fram|tas upp|publiceras|bokas|sammanställs|distribueras|uppdateras|bjuds in"
    r"|kompletteras|beställs|kontaktas|översätts|trycks|sprids|kallas|stäms av|sänds|redovisas|återkopplas"
    r"|sendes|udsendes|rundsendes|bestilles|oppdateres|opdateres|undersøkes|undersøges|følges op|følges opp"
    r"|udarbejdes|utarbeides|lages|laves|publiseres|offentliggøres|innkalles|indkaldes|bookes|tas kontakt|legges"
    r"|lægges|is sent|are sent|is circulated|are circulated|is booked|is prepared|is published|is updated"
)
_DONE_WORDS = first_words(_DONE)
_PRESENT_PASSIVE = quick(
    r"^(?:Därefter |Sedan |Også |Även )?(?:(?:Ett|En|Et|Den|Det|De)\s)?[A-ZÅÄÖÆØa-zåäöæø][\w-]{3,40}"
    rf"(?:\s[\w-]{{1,24}}){{0,4}}?\s(?:{_DONE})\b(?=\s\w|$)",
)
_DELIVERED = quick(
    r"\b(?P<what>(?:[\w-]*(?:redovisning|rapport|redegørelse|redegjørelse|redogörelse|remissvar|yttrande|ansökan"
    r"|underlag"
    r"|report|statement))\w{0,4}\b[^.;]{0,50}?\s(?:ska|skall|skal|must|shall)\s(?:ske|lämnas|lämnas in|vara \w+|göras"
    r"|leveres|sendes|være \w+|avleveres|afleveres|be (?:submitted|delivered|ready))\b.*)",
    re.IGNORECASE,
)
#: "X is commissioned to ...": the doer stands before, the task behind.
_COMMISSIONED = quick(
    r"(?:^|(?<=att )|(?<=at ))(?P<who>[A-ZÅÄÖÆØa-zåäöæø][\w -]{2,50}?)\s(?:får|fick|ges|gavs|gis|får|fikk|fik|har fått"
    r"|is|was|are|were)\s(?:i uppdrag|i oppdrag|til opgave|ansvaret för|tasked with|commissioned|asked|instructed)"
    r"\s?(?:att|å|at|to)?\s(?P<what>.{6,300})"
)
_COMMISSIONED_WORDS = words("uppdrag oppdrag opgave ansvaret tasked commissioned asked instructed")
_WILL = words("ska skall skal must shall kommer vil will bør")
_DEADLINE = quick(
    r"\b(?:senast|innan|före|klart|klar|deadline|inden|innen|senest|by|no later than|före den|frist"
    r"|till den|till)\b\s?(?:den |d\. |the )?$",
    re.IGNORECASE,
)
_PUT = quick(r"\b(?:senast|inden|innen|senest|no later than|deadline)\b", re.IGNORECASE)
_MAY = quick(r"\b(?:kan|kunna|bör|får|må|måste|can|may)\s")
#: What takes place by itself, and what is only wished.
_EVENT = quick(
    r"\b(?:senast (?:uppdatera|ändra|granska|publicera)\w*|sist (?:oppdater|endr)\w*|senest (?:opdater|ændr)\w*"
    r"|\w*konferens\w*|\w*konferanse\w*|\w*konference\w*|\w*seminari\w*|mässa\w*|messe\w*|conference|afholdes"
    r"|avholdes|äger rum|finder sted|finner sted"
    r"|takes place|will be held)\b|konferansen?\b",
    re.IGNORECASE,
)
_WISHED = quick(
    r"\b(?:önskar|önskade|ønsker|ønskede|ønsket|efterlyser|etterlyser|vill gärna|would like|wishes)\b", re.IGNORECASE
)
_TAKEN_NOTE = quick(
    r"til (?:orientering|etterretning|efterretning)|till handlingarna|justera (?:dagens )?protokoll", re.IGNORECASE
)
_RESPONSIBLE = re.compile(
    r"\((?:ansvarig\w*|ansvar|ansvarlig\w*|responsible|lead)\s?:\s?(?P<who>[^()]{2,80})\)", re.IGNORECASE
)
_ASKED_WORDS = words("ombads ombeds uppmanas uppmanades bes bad")
_ASKED = quick(r"\b(?:ombads|ombeds|uppmanas|uppmanades|bes om|bad alle|bes sende)\b", re.IGNORECASE)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Points under a heading for actions; elsewhere sentences with a doer, a mark or a deadline."""
    if not page.is_minutes:
        return
    people = People(found, page)
    listed: set[int] = set()
    yield from _in_lists(page, found, people, listed)
    for item in found.of("decision"):
        yield from _tasked(page, item)
    past = told_in_past(page)
    for sentence in page.sentences:
        if sentence.unit.start in listed or (
            found.covers(sentence.span, "participant", "next_meeting") or found.covers(sentence.tail, "agenda_item")
        ):
            continue
        for part in _parts(sentence, people):
            suggestion = _from_sentence(page, people, part, past=past)
            if suggestion is not None:
                yield suggestion


def _in_lists(page: Page, found: Found, people: People, listed: set[int]) -> Iterator[Suggestion]:
    """The points below headings for actions and the rows of their tables; where they stand is added to ``listed``."""
    for unit in under_heads(page):
        if not found.covers((unit.start, unit.end), "participant"):
            listed.add(unit.start)
            yield from from_point(page, people, unit)
    for unit in unticked(page):
        if unit.start not in listed:
            listed.add(unit.start)
            yield from from_point(page, people, unit)
    for unit in in_task_tables(page):
        if unit.start not in listed:
            listed.add(unit.start)
            yield from from_row(page, people, unit, strict=True)


_TASKED = re.compile(
    r"^(?:att )?(?:ge|uppdra åt|uppdrar åt|ger|gi"
    r"|give)\s(?P<who>[\w -]{3,50}?)\s(?:i uppdrag )?att\s(?P<what>.{6,300})"
)


def _tasked(page: Page, decision: Suggestion) -> Iterator[Suggestion]:
    """ "to commission the office to look into X" is a decision and an action."""
    match = _TASKED.match(str(decision.fields["title"]))
    if match:
        date, notes = due(page, match["what"])
        yield suggest(
            "action",
            decision.evidence,
            0.85,
            notes,
            title=match["what"],
            responsible=(match["who"],),
            date=date,
            date_kind="due" if date else None,
        )


_SECOND = re.compile(
    rf"(?:,|;|,? (?:och|og|and|mens|medan|while)) (?={TASK.pattern[TASK.pattern.index('(?P<who>') :]})"
)


def _parts(sentence: Sentence, people: People) -> list[Sentence]:
    """ "Solveig writes the text, and Tarjei checks the pictures" tells of two tasks."""
    if len(sentence.text) > 600 or len(sentence.words & TASK_WORDS) < 2 or sentence.text.endswith("?"):
        return [sentence]
    first = TASK.match(sentence.text)
    if first is None:
        return [sentence]
    for match in _SECOND.finditer(sentence.text, first.end()):
        if is_doer(match["who"], people):
            return [part_of(sentence, 0, match.start()), part_of(sentence, match.end(), len(sentence.text))]
    return [sentence]


def _from_sentence(page: Page, people: People, sentence: Sentence, *, past: bool) -> Suggestion | None:
    text = sentence.text
    if len(text) > 700 or text.rstrip().endswith("?"):
        return None
    named = _RESPONSIBLE.search(text) if "(" in text else None
    if named:
        together = re.sub(r"\b(?:tillsammans med|med hjälp av|with)\b", ",", named["who"])
        return _made(page, people, sentence, (0, len(text)), *people_in(together, people), 0.85)
    if not sentence.words.isdisjoint(_ASKED_WORDS) and _ASKED.search(text):
        return None
    tasked = not sentence.words.isdisjoint(_COMMISSIONED_WORDS)
    commissioned = _COMMISSIONED.search(text) if tasked else None
    if commissioned and len(commissioned["who"].split()) <= 4:
        who = people.resolve(commissioned["who"])[0] or commissioned["who"][0].upper() + commissioned["who"][1:]
        return _made(
            page, people, sentence, (commissioned.start(), len(text)), [who], [], 0.8, commissioned.start("what")
        )
    if not sentence.words.isdisjoint(SUGGESTED_WORDS) and SUGGESTED.search(text) and not _MARKED.match(text):
        return None
    return (
        _from_mark(page, people, sentence)
        or _from_doer(page, people, sentence)
        or _from_promise(page, people, sentence, promised(sentence, people))
        or _from_promise(page, people, sentence, undertaken(page, sentence, people, past=past))
        or _without_doer(page, people, sentence)
    )


def _from_mark(page: Page, people: People, sentence: Sentence) -> Suggestion | None:
    """A sentence marked "Action:", with or without a name."""
    text = sentence.text
    marked = _MARKED.match(text)
    if marked is None:
        return None
    rest = text[marked.end() :]
    responsible, notes = people_in(rest.split(":")[0], people) if ":" in rest else ([], [])
    task = TASK.match(rest)
    if task and is_doer(task["who"], people):
        responsible, notes = people_in(task["who"], people)
    return _made(page, people, sentence, (marked.end(), len(text)), responsible, notes, 0.88)


#: Verbs that in minutes written in the present tell what was done in the room.
_NARRATED = re.compile(r"(?:går igenom|tar upp|gjennomgår|gennemgår|tager|tar|delar|deler)$")
_AHEAD = quick(
    r"\b(?:till nästa|inför|innan|senast|före|før|til neste|til næste|inden|innen|before|by|ansvar|kontakt|fram"
    r"|initiativ|med)\b",
    re.IGNORECASE,
)


def _from_doer(page: Page, people: People, sentence: Sentence) -> Suggestion | None:
    """Somebody and a verb of doing."""
    text = sentence.text
    if sentence.words.isdisjoint(TASK_WORDS):
        return None
    for task in TASK.finditer(text):
        if _NARRATED.match(task["verb"]) and not _AHEAD.search(text):
            continue
        if _TAKEN_NOTE.search(text) or (not text[task.end() :].strip(" .") and task.start() > 20):
            continue
        if is_doer(task["who"], people):
            responsible, notes = people_in(", ".join(filter(None, (task["who"], task["second"]))), people)
            return _made(
                page, people, sentence, (task.start(), len(text)), responsible, notes, 0.78, task.start("verb")
            )
    return None


def _from_promise(page: Page, people: People, sentence: Sentence, promise: Promise | None) -> Suggestion | None:
    """Somebody takes it on, in whatever words."""
    if promise is None or _TAKEN_NOTE.search(sentence.text):
        return None
    responsible, notes = people_in(promise.who, people)
    return _made(page, people, sentence, promise.place, responsible, notes, promise.confidence, promise.verb)


def _without_doer(page: Page, people: People, sentence: Sentence) -> Suggestion | None:
    """In the passive, or only with a deadline: nobody is named, and nobody is guessed."""
    text = sentence.text
    done = len(text) < 160 and not sentence.words.isdisjoint(_DONE_WORDS)
    passive = _PRESENT_PASSIVE.match(text) if done else None
    if passive and not _MAY.search(passive[0]) and not _TAKEN_NOTE.search(text):
        return _made(page, people, sentence, (0, len(text)), [], [], 0.6)
    will = not sentence.words.isdisjoint(_WILL)
    delivered = _DELIVERED.search(text) if will else None
    if delivered and due(page, delivered["what"])[0]:
        return _made(page, people, sentence, (delivered.start(), len(text)), [], [], 0.6)
    deadline = _PUT.search(text)
    if _EVENT.search(text) or _WISHED.search(text):
        return None
    if (will and (_PASSIVE.search(text) or to_be_done(page, sentence))) or (
        deadline and len(text) < 260 and due(page, text[deadline.end() :])[0]
    ):
        return _made(page, people, sentence, (0, len(text)), [], [], 0.6)
    return None


def _made(
    page: Page,
    people: People,
    sentence: Sentence,
    place: Span,
    responsible: list[str],
    notes: list[Note],
    confidence: float,
    verb: int | None = None,
) -> Suggestion:
    start, end = place
    title = sentence.text[verb if verb is not None else start : end].strip(" .,;:")
    date, more = due(page, sentence.text[start:end])
    trailing = re.search(r"\s\((?P<who>[^()]{2,60})\)\W*$", title + sentence.text[end:][:1])
    if trailing and not responsible:
        responsible, notes = people_in(trailing["who"], people)
        title = title[: trailing.start()].strip(" .,;:") if responsible else title
    return suggest(
        "action",
        [sentence.part(start, end)],
        confidence,
        [*notes, *more],
        title=title,
        responsible=tuple(responsible),
        date=date,
        date_kind="due" if date else None,
    )
