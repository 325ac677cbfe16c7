"""Actions in minutes: lists of things to do, and sentences in which somebody takes something on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.doers import SUGGESTED, SUGGESTED_WORDS, TASK, TASK_WORDS, due, is_doer, people_in
from docreader.facts.found import Found, suggest
from docreader.facts.people import People
from docreader.facts.task_lists import from_point, under_heads
from docreader.model import Note, Span, Suggestion
from docreader.text.names import NAME_WORD, PERSON
from docreader.text.page import Page
from docreader.text.sentences import Sentence
from docreader.text.triggers import first_words
from docreader.text.words import words

_MARKED = re.compile(
    r"^(?:action|åtgärd|uppgift|att göra|issue|ap|todo|to do|opgave|tiltak|aktion"
    r"|aksjon)\s?\d{0,2}\s?[:–-]\s",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
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
_PRESENT_PASSIVE = re.compile(
    r"^(?:Därefter |Sedan |Også |Även )?(?:(?:Ett|En|Et|Den|Det|De)\s)?[A-ZÅÄÖÆØa-zåäöæø][\w-]{3,40}"
    rf"(?:\s[\w-]{{1,24}}){{0,4}}?\s(?:{_DONE})\b(?=\s\w|$)",
)
_DELIVERED = re.compile(
    r"\b(?P<what>(?:[\w-]*(?:redovisning|rapport|redegørelse|redegjørelse|redogörelse|remissvar|yttrande|ansökan"
    r"|underlag"
    r"|report|statement))\w{0,4}\b[^.;]{0,50}?\s(?:ska|skall|skal|must|shall)\s(?:ske|lämnas|lämnas in|vara \w+|göras"
    r"|leveres|sendes|være \w+|avleveres|afleveres|be (?:submitted|delivered|ready))\b.*)",
    re.IGNORECASE,
)
#: "X is commissioned to ...": the doer stands before, the task behind.
_COMMISSIONED = re.compile(
    r"(?:^|(?<=att )|(?<=at ))(?P<who>[A-ZÅÄÖÆØa-zåäöæø][\w -]{2,50}?)\s(?:får|fick|ges|gavs|gis|får|fikk|fik|har fått"
    r"|is|was|are|were)\s(?:i uppdrag|i oppdrag|til opgave|ansvaret för|tasked with|commissioned|asked|instructed)"
    r"\s?(?:att|å|at|to)?\s(?P<what>.{6,300})"
)
_COMMISSIONED_WORDS = words("uppdrag oppdrag opgave ansvaret tasked commissioned asked instructed")
_WILL = words("ska skall skal must shall kommer vil will bør")
_DEADLINE = re.compile(
    r"\b(?:senast|innan|före|klart|klar|deadline|inden|innen|senest|by|no later than|före den|frist"
    r"|till den|till)\b\s?(?:den |d\. |the )?$",
    re.IGNORECASE,
)
_PUT = re.compile(r"\b(?:senast|inden|innen|senest|no later than|deadline)\b", re.IGNORECASE)
#: Somebody of the list and a verb in the present: in minutes written in the past that is a thing to do.
_KNOWN = re.compile(
    rf"(?P<who>{PERSON}|{NAME_WORD})(?:\s(?:och|og|and)\s(?P<second>{PERSON}"
    rf"|{NAME_WORD}))?\s(?P<verb>[a-zåäöæø]{{2,14}}(?:ar|er|år|ör))\s(?=\w)"
)
_DISCOURSE = re.compile(
    r"(?:säg|men|tyck|ans|påpek|fråg|undr|föreslå|inform|berätt|present|redovis|vis|framhåll|svar|konstat"
    r"|tack|häls|öppn|avslut|delt|anslut|lämn|föredr|beskriv|instämm|yrk|påminn|rapport|redog|önsk"
    r"|efterlys|lyft|betydd|ha|ä|"
    r"öv|förklar|inled|kommenter|sammanfatt|efterfråg|nämn|underström|understryk|beton|hänvis|befar|stödj"
    r"|stött|biträd|orient|foreslå|redegj|fortell|fortæll|spør|spørg|sie|sig|ber|bed|pek|beklag|tror|tro"
    r"|trod|funder|resoner|upplys|gratuler|reserver|närvar|kom|komm|argumenter|bekräft|ifrågasätt|e|vur"
    r"|opplys|oplys|uttryck|fram|förord|ställ|anfö|går|få|må|bö|vill|gö|gå|stå|se|viss|känn|bli|ligg)(?:ar"
    r"|er|r|år|ör|erar|ör)?"
)
_MAY = re.compile(r"\b(?:kan|kunna|bör|får|må|måste|can|may)\s")
_TAKEN_NOTE = re.compile(r"til (?:orientering|etterretning|efterretning)|till handlingarna", re.IGNORECASE)
_RESPONSIBLE = re.compile(
    r"\((?:ansvarig\w*|ansvar|ansvarlig\w*|responsible|lead)\s?:\s?(?P<who>[^()]{2,80})\)", re.IGNORECASE
)
_ASKED_WORDS = words("ombads ombeds uppmanas uppmanades bes bad")
_ASKED = re.compile(r"\b(?:ombads|ombeds|uppmanas|uppmanades|bes om|bad alle|bes sende)\b", re.IGNORECASE)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Points under a heading for actions; elsewhere sentences with a doer, a mark or a deadline."""
    if not page.is_minutes:
        return
    people = People(found)
    listed: set[int] = set()
    for unit in under_heads(page):
        if not found.covers((unit.start, unit.end), "participant"):
            listed.add(unit.start)
            yield from from_point(page, people, unit)
    for item in found.of("decision"):
        yield from _tasked(page, item)
    for sentence in page.sentences:
        if sentence.unit.start in listed or (
            found.covers(sentence.span, "participant", "next_meeting") or found.covers(sentence.tail, "agenda_item")
        ):
            continue
        suggestion = _from_sentence(page, people, sentence)
        if suggestion is not None:
            yield suggestion


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


def _from_sentence(page: Page, people: People, sentence: Sentence) -> Suggestion | None:
    text = sentence.text
    if len(text) > 700 or text.rstrip().endswith("?"):
        return None
    named = _RESPONSIBLE.search(text) if "(" in text else None
    if named:
        together = re.sub(r"\b(?:tillsammans med|med hjälp av|with)\b", ",", named["who"])
        return _made(page, sentence, (0, len(text)), *people_in(together, people), 0.85)
    if not sentence.words.isdisjoint(_ASKED_WORDS) and _ASKED.search(text):
        return None
    tasked = not sentence.words.isdisjoint(_COMMISSIONED_WORDS)
    commissioned = _COMMISSIONED.search(text) if tasked else None
    if commissioned and len(commissioned["who"].split()) <= 4:
        who = people.resolve(commissioned["who"])[0] or commissioned["who"][0].upper() + commissioned["who"][1:]
        return _made(page, sentence, (commissioned.start(), len(text)), [who], [], 0.8, commissioned.start("what"))
    if not sentence.words.isdisjoint(SUGGESTED_WORDS) and SUGGESTED.search(text) and not _MARKED.match(text):
        return None
    return (
        _from_mark(page, people, sentence)
        or _from_doer(page, people, sentence)
        or _from_known(page, people, sentence)
        or _without_doer(page, sentence)
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
    return _made(page, sentence, (marked.end(), len(text)), responsible, notes, 0.88)


#: Verbs that in minutes written in the present tell what was done in the room.
_NARRATED = re.compile(r"(?:går igenom|tar upp|gjennomgår|gennemgår|tager|tar|delar|deler)$")
_AHEAD = re.compile(
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
            return _made(page, sentence, (task.start(), len(text)), responsible, notes, 0.78, task.start("verb"))
    return None


def _from_known(page: Page, people: People, sentence: Sentence) -> Suggestion | None:
    """Somebody of the list and any verb in the present that is not one of talking."""
    plain = _KNOWN.match(sentence.text)
    if plain is None or not people.knows(plain["who"]) or _DISCOURSE.fullmatch(plain["verb"]):
        return None
    responsible, notes = people_in(", ".join(filter(None, (plain["who"], plain["second"]))), people)
    return _made(page, sentence, (0, len(sentence.text)), responsible, notes, 0.62, plain.start("verb"))


def _without_doer(page: Page, sentence: Sentence) -> Suggestion | None:
    """In the passive, or only with a deadline: nobody is named, and nobody is guessed."""
    text = sentence.text
    done = len(text) < 160 and not sentence.words.isdisjoint(_DONE_WORDS)
    passive = _PRESENT_PASSIVE.match(text) if done else None
    if passive and not _MAY.search(passive[0]) and not _TAKEN_NOTE.search(text):
        return _made(page, sentence, (0, len(text)), [], [], 0.6)
    will = not sentence.words.isdisjoint(_WILL)
    delivered = _DELIVERED.search(text) if will else None
    if delivered and due(page, delivered["what"])[0]:
        return _made(page, sentence, (delivered.start(), len(text)), [], [], 0.6)
    deadline = _PUT.search(text)
    if (will and _PASSIVE.search(text)) or (deadline and len(text) < 260 and due(page, text[deadline.end() :])[0]):
        return _made(page, sentence, (0, len(text)), [], [], 0.6)
    return None


def _made(
    page: Page,
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
