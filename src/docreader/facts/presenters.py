"""Who presented what at the meeting, from sentences and from names beside the points of the agenda."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.entries import Assembler
from docreader.facts.found import Found, suggest
from docreader.facts.people import People
from docreader.facts.phrases import phrases
from docreader.model import Note, Suggestion
from docreader.text.names import NAME_WORD, PERSON
from docreader.text.page import Page
from docreader.text.sentences import Sentence
from docreader.text.triggers import first_words
from docreader.text.units import Unit
from docreader.text.words import words

_VERB = (
    r"presentera(?:de|r)|redovisa(?:de|r)|redogjorde|redogör|informera(?:de|r)|berätta(?:de|r)|föredrog"
    r"|föredrar|visa(?:de|r)|rapportera(?:de|r)|orientera(?:de|r)"
    r"|gick igenom|går igenom|beskrev|beskriver|demonstrera(?:de|r)|introducera(?:de|r)|gav en|ger en"
    r"|höll (?:en|ett)|håller (?:en|ett)|drog|lade fram|la fram|fortsatte|inledde med|sammanfatta(?:de|r)|"
    r"opplyste|opplyser|forklarte|forklarede|ga en|ga et|gjorde rede for|redogjorde för|gjennomgår|gennemgår|talte om|"
    r"orienterte|redegjorde|redegjør|presenterte|informerte|viste(?! til)|fortalte|gjennomgikk"
    r"|gikk gjennom|la frem|la fram|orienterede|orienterer|præsenterede|fortæller|gennemgik|fremlagde|"
    r"fremviste|oplyste|viste(?! til)|holdt (?:et|en)|gav (?:et|en)|presented|presents|reported|gave (?:an?|the)"
    r"|introduced|showed|described|outlined|briefed|demonstrated|explained|summari[sz]ed|updated"
)
_CLAUSE = re.compile(
    rf"(?P<who>{PERSON}|{NAME_WORD}(?: [A-ZÅÄÖÆØ]\b\.?){{1,2}}|{NAME_WORD})(?P<tail>\s?\([^()]{{2,60}}\)"
    rf"|,\s[^,.;:]{{2,70}},|\s(?:från|fra|from|of|på|vid)\s(?:the )?[^,.;:]{{2,60}}?)?"
    rf"(?:\s(?:och|og|and)\s(?P<second>{PERSON}|{NAME_WORD}))?\s(?P<verb>{_VERB})\b(?P<rest>.{{0,400}})"
)
_SPOKEN_BY = re.compile(
    rf"\b(?:presentera(?:de)?s|redovisa(?:de)?s|föredrogs|presenteres|presenterades|presented|præsenteret"
    rf"|presentert|genomgång|presentation|oplæg|foredrag|innlegg)\s(?:[^.]{{0,80}}\s)?(?:av|af|by|ved"
    rf"|v/)\s(?P<who>{PERSON})"
)
#: One of these words stands in every sentence that tells of a presenter.
_TELLING = first_words(_VERB) | words(
    "presenteras presenterades presenterads redovisas redovisades redovisads föredrogs presenteres presented"
    " præsenteret presentert genomgång presentation oplæg foredrag innlegg"
)
_LEAD = re.compile(
    r"^\s*(?:därefter |sedan |även |också |kort |bl\.a\. |bland annat |kortfattat |derefter |also "
    r"|briefly )?(?:för (?:gruppen |mötet |deltagarna )?|om |över |kring |på |av |från arbetsgruppen \w+ "
    r"|for |om |about |on |the results of |av |"
    r"en (?:kort )?(?:presentation|genomgång|uppdatering|information|lägesrapport|dragning) (?:av|om|kring"
    r"|över) |an? (?:short )?(?:update|overview|presentation|introduction) (?:on|of|to) |"
    r"ett? (?:kort )?(?:lägesrapport|inlägg) (?:om|av) |orientering om |status for |status på |hva |hvad )?",
    re.IGNORECASE,
)
_TITLE_LABEL = re.compile(
    r"\b(?:[Ff]öredragande|[Ff]öredragare|[Pp]resenter(?:as av|es av)?|[Ss]peaker|[Ii]nnleder|[Ii]nnledning ved"
    r"|[Oo]plæg ved"
    r"|[Oo]rientering ved|[Aa]nsvarig|v/|ved)\s?:?\s(?P<after>[A-ZÅÄÖÆØ].{3,120})$"
)
_TITLE_TAIL = re.compile(
    r"\((?P<inside>[^()]{3,90})\)\s*$|\s[-–]\s(?P<dash>[^–]{4,60})$"
    r"|,\s(?P<comma>[A-ZÅÄÖÆØ][\w-]+ [A-ZÅÄÖÆØ][\w-]+)$"
)
_GREETING = re.compile(r"\s(?:alla )?(?:välkom|velkom|everyone welcome)|mötet|dagordning", re.IGNORECASE)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """One suggestion for each person and point."""
    if page.document.kind == "event_page":
        yield from _in_programme(page)
    if not page.is_minutes:
        return
    people = People(found)
    seen: set[tuple[str, str | None]] = set()
    for suggestion in (
        *_labelled(page, found, people),
        *_in_titles(page, found, people),
        *_in_sentences(page, found, people),
    ):
        key = (str(suggestion.fields["person"]).casefold(), _text(suggestion.fields.get("agenda_item")))
        if key not in seen:
            seen.add(key)
            yield suggestion


def _text(value: object) -> str | None:
    return None if value is None else str(value)


_LABEL = re.compile(
    r"^(?:Föredragande|Föredragare|Presentation av|Innledning ved|Innleder|Oplæg ved|Presenter"
    r"|Speaker)\s?:\s?(?P<who>.{3,160})$",
    re.IGNORECASE,
)


def _labelled(page: Page, found: Found, people: People) -> Iterator[Suggestion]:
    """ "Föredragande: Anna Ek, SMHI" on a line of its own below the point."""
    titles = {item.fields.get("number"): item.fields["title"] for item in found.of("agenda_item")}
    for unit in page.units:
        match = _LABEL.match(unit.text) if len(unit.text) < 240 else None
        number = found.number_at("agenda_item", unit.start)
        for name, organisation, role in _named(match["who"], people) if match else ():
            person, notes, known = people.resolve(name)
            if person is not None:
                topic = titles.get(number)
                yield suggest(
                    "presenter",
                    [(unit.start, unit.end)],
                    0.92,
                    notes,
                    person=person,
                    organisation=organisation or known,
                    role=role,
                    topic=str(topic) if topic else None,
                    agenda_item=number,
                )


def _in_titles(page: Page, found: Found, people: People) -> Iterator[Suggestion]:
    """ "3. Budget (Anna, konsult Digg)": the presenter stands beside the title."""
    starts = {item.evidence[0][0]: item for item in found.of("agenda_item")}
    for unit in page.units:
        item = starts.get(unit.start)
        match = (_TITLE_LABEL.search(unit.text) or _TITLE_TAIL.search(unit.text)) if item is not None else None
        if item is None or match is None:
            continue
        inside = next((words for words in match.groups() if words), "")
        for name, organisation, role in _named(inside, people):
            person, notes, known = people.resolve(name)
            if person is None:
                continue
            yield suggest(
                "presenter",
                [(unit.start, unit.end)],
                0.86,
                notes,
                person=person,
                organisation=organisation or known,
                role=role,
                topic=str(item.fields["title"]),
                agenda_item=_text(item.fields.get("number")),
            )


_SPEAKERS = re.compile(
    r"\W{0,4}(?:speakers|talare|föreläsare|foredragsholdere|oplægsholdere|medverkande|innledere|keynotes?"
    r"|panel)\W{0,4}$",
    re.IGNORECASE,
)


def _in_programme(page: Page) -> Iterator[Suggestion]:
    """The programme of a conference: "13.15 Title. Name and Name, organisation"; and the list of speakers."""
    for section in page.sections:
        if section.heading is not None and _SPEAKERS.match(section.heading.text):
            for unit in section.units:
                yield from _speaker(unit)
    for unit in page.units:
        slot = _SLOT.match(unit.text)
        if slot is None or len(unit.text) > 400:
            continue
        parts = re.split(r"(?<=[.?!])\s|:\s|,\s(?=[A-ZÅÄÖÆØ])|\s[-–]\s", unit.text[slot.end() :], maxsplit=1)
        words = unit.text[slot.end() :]
        assembler = Assembler(unit.body, sharing=True)
        assembler.feed(phrases(words if len(parts) < 2 else words[len(parts[0]) :]))
        for entry in assembler.entries:
            yield suggest(
                "presenter",
                [(unit.start, unit.end)],
                0.8,
                person=entry.person,
                organisation=entry.organisation,
                role=entry.role,
                topic=parts[0].strip(" .,") or None,
            )


_SLOT = re.compile(r"(?:kl\.?\s?)?[012]?\d[.:][0-5]\d(?:\s?[-–]\s?[012]?\d[.:][0-5]\d)?\s*[-–:.]?\s+(?=[A-ZÅÄÖÆØ\"])")


def _speaker(unit: Unit) -> Iterator[Suggestion]:
    assembler = Assembler(unit.body, sharing=True)
    quoted = re.search(r"[\"]([^\"]{3,160})[\"]", unit.text)
    assembler.feed(phrases(unit.text[: quoted.start()] if quoted else unit.text))
    for entry in assembler.entries[:3]:
        yield suggest(
            "presenter",
            [(unit.start, unit.end)],
            0.85,
            person=entry.person,
            organisation=entry.organisation,
            role=entry.role,
            topic=quoted[1] if quoted else None,
        )


def _named(words: str, people: People) -> Iterator[tuple[str, str | None, str | None]]:
    """The people in a bracket with what is said of them."""
    items = phrases(words)
    current: list[str | None] = []
    for item in items:
        first_name = people.knows(item.text)
        if item.sort == "person" or first_name:
            if current:
                yield str(current[0]), current[1], current[2]
            current = [item.text, None, None]
        elif current and item.sort == "role":
            current[2] = item.text
        elif current and item.sort == "organisation":
            current[1] = item.text
        elif not current:
            return
    if current:
        yield str(current[0]), current[1], current[2]


def _in_sentences(page: Page, found: Found, people: People) -> Iterator[Suggestion]:
    for sentence in page.sentences:
        if found.covers(sentence.span, "participant"):
            continue
        for match in _clauses(sentence, people):
            for group in ("who", "second"):
                name = match.groupdict().get(group)
                if name is None:
                    continue
                person, notes, organisation = people.resolve(name)
                if person is None or _GREETING.match(match.groupdict().get("rest") or ""):
                    continue
                yield _make(found, sentence, match, person, notes, organisation)


def _clauses(sentence: Sentence, people: People) -> Iterator[re.Match[str]]:
    text = sentence.text
    if sentence.words.isdisjoint(_TELLING):
        return
    match = _CLAUSE.search(text) if len(text) < 3000 else None
    for _ in range(4):
        if match is None or match.start() >= 90:
            break
        if people.resolve(match["who"])[0] is not None:
            yield match
            return
        # The first capital was no person ("Report from X Anna showed ..."): look again behind it.
        match = _CLAUSE.search(text, match.end("who"))
    match = _SPOKEN_BY.search(text)
    if match is not None:
        yield match


def _make(
    found: Found,
    sentence: Sentence,
    match: re.Match[str],
    person: str,
    notes: list[Note],
    organisation: str | None,
) -> Suggestion:
    rest = match.groupdict().get("rest") or ""
    role = None
    tail = (match.groupdict().get("tail") or "").strip(" ,()")
    tail = re.sub(r"^(?:från|fra|from|of|på|vid)\s(?:the )?", "", tail)
    for item in phrases(tail):
        if item.sort == "role" and role is None:
            role = item.text
        elif item.sort == "organisation" and organisation is None:
            organisation = item.text
    end = match.end() if rest else len(sentence.text)
    return suggest(
        "presenter",
        [sentence.part(match.start(), min(end, match.start() + 320))],
        0.85,
        notes,
        person=person,
        organisation=organisation,
        role=role,
        topic=_topic(rest),
        agenda_item=found.number_at("agenda_item", sentence.unit.start),
    )


def _topic(rest: str) -> str | None:
    """The matter presented: what follows the verb, up to the next clause."""
    quoted = re.search(r"\"([^\"]{4,160})\"", rest)
    if quoted:
        return quoted[1]
    lead = _LEAD.match(rest)
    words = rest[lead.end() if lead else 0 :]
    words = re.sub(r"^(?:med )?(?:presentation|genomgång) av ", "", words)
    words = re.split(
        r"(?:,? (?:som|samt|vilket|which|där|kopplat)\b|,? (?:och|og|and) (?=[a-zåäö]+(?:ade|erade|te|ede"
        r"|ed)\b)|[.;:])",
        words,
        maxsplit=1,
    )[0]
    return words.strip(" ,.") or None
