"""Presenters whom no sentence tells of.

Beside the title of a point, after a label, on a line below it, in a programme.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docreader.facts.entries import Assembler
from docreader.facts.found import Found, suggest
from docreader.facts.naming import Named, group_of
from docreader.facts.people import People
from docreader.facts.phrases import phrases
from docreader.facts.telling import LABEL_AT_END, LABEL_LINE, LABEL_RUN_IN, TITLE_LEAD, TITLE_TAIL
from docreader.model import Span, Suggestion
from docreader.text.names import PERSON, is_given_name
from docreader.text.page import Page
from docreader.text.triggers import quick
from docreader.text.units import Unit


def labelled(page: Page, found: Found, people: People) -> Iterator[Suggestion]:
    """ "Föredragande: Anna Ek, SMHI" on a line of its own below the point."""
    titles = {item.fields.get("number"): item.fields["title"] for item in found.of("agenda_item")}
    starts = {item.evidence[0][0] for item in found.of("agenda_item")}
    for unit in page.units:
        if len(unit.text) > 200 or unit.start in starts:
            continue
        match = LABEL_LINE.fullmatch(unit.text.strip())
        if match is None or found.covers((unit.start, unit.end), "next_meeting", "meeting"):
            continue
        number = found.number_at("agenda_item", unit.start)
        if number is None and titles and not _below_a_point(unit, starts):
            continue
        topic = titles.get(number) if number is not None else None
        for named in group_of(match["who"], people):
            yield _made(named, [(unit.start, unit.end)], 0.92, topic, number)


def _below_a_point(unit: Unit, starts: set[int]) -> bool:
    return any(start < unit.start for start in starts)


def below_titles(page: Page, found: Found, people: People) -> Iterator[Suggestion]:
    """A line right below the title that is nothing but a name with its employer: "*Kwame Ek, SGI*"."""
    items = {item.evidence[0][0]: item for item in found.of("agenda_item")}
    for title, unit, after in zip(page.units, page.units[1:], (*page.units[2:], None), strict=False):
        item = items.get(title.start)
        if item is None or unit.bullet or (after is not None and _is_name(after, people)):
            continue
        if unit.start in items or len(unit.text) > 110 or unit.text.rstrip(" *_").endswith((".", ":")):
            continue
        group = list(group_of(unit.text, people, whole=True))
        if not group or found.covers((unit.start, unit.end), "participant"):
            continue
        for named in group:
            number = item.fields.get("number")
            yield _made(named, [(unit.start, unit.end)], 0.82, item.fields["title"], number)


def _is_name(unit: Unit, people: People) -> bool:
    """Another name on the next line: this is a list of people."""
    return len(unit.text) < 110 and any(True for _ in group_of(unit.text, people, whole=True))


def in_titles(page: Page, found: Found, people: People) -> Iterator[Suggestion]:
    """ "3. Budget (Anna, konsult Digg)": the presenter stands beside the title."""
    items = {item.evidence[0][0]: item for item in found.of("agenda_item")}
    for unit in page.units:
        item = items.get(unit.start)
        if item is None:
            continue
        for match in _beside(unit.text[:400]):
            group = list(
                group_of(
                    match[match.lastgroup or 0],
                    people,
                    whole=match.re.pattern in (TITLE_TAIL.pattern, TITLE_LEAD.pattern),
                )
            )
            if match.re.pattern != LABEL_RUN_IN.pattern:
                group = [named for named in group if _is_sure(named, people)]
            if group:
                span = unit.body.span(*match.span(match.lastgroup or 0))
                for named in group:
                    yield _made(named, [span], 0.92, item.fields["title"], item.fields.get("number"))
                break


def _is_sure(named: Named, people: People) -> bool:
    """Beside a title a place looks like a name: "Naturgenopretning ved Nakskov Fjord"."""
    return people.knows(named.person) or is_given_name(named.person.split()[0])


def _beside(text: str) -> Iterator[re.Match[str]]:
    """Where in a title the presenter may stand, the surest first."""
    for pattern in (LABEL_RUN_IN, LABEL_AT_END, TITLE_TAIL):
        match = pattern.search(text)
        if match is not None and match.lastgroup:
            yield match
    lead = TITLE_LEAD.match(text)
    if lead is not None:
        yield lead


_ABOUT = quick(
    rf"(?:^|[,;.]\s|\s(?:och|og|and|samt)\s)(?P<who>{PERSON}(?:\s?\([^()]{{2,60}}\)|,\s[^,.;:]{{2,60}},"
    rf"|,\s[^,.;:]{{2,60}}(?=\s(?:om|on|about)\s))?)\s(?:om|on|about)\s(?P<topic>[^,.;]{{3,120}})"
)


_PREPOSITIONS = (" om ", " on ", " about ")


def about(page: Page, found: Found, people: People) -> Iterator[Suggestion]:
    """ "Mirjam Ek (Vuxenskolan) om lagacirklar, Bo Ek (Erikshjälpen) om reparation": no verb at all."""
    for unit in page.units:
        text = unit.text
        if (
            unit.bullet
            or unit.number
            or len(text) > 500
            or not text[:1].isupper()
            or found.covers((unit.start, unit.end), "participant")
        ):
            continue
        first = _ABOUT.match(text[:160]) if any(word in text for word in _PREPOSITIONS) else None
        for match in _ABOUT.finditer(text) if first is not None else ():
            number = found.number_at("agenda_item", unit.start)
            for named in group_of(match["who"], people):
                yield _made(named, [unit.body.span(*match.span("who"))], 0.8, match["topic"], number)


_REPORTS = quick(
    r"(?P<who>[A-ZÅÄÖÆØ][\w-]{2,30}(?: [A-ZÅÄÖÆØ][\w-]{2,30})?)\s(?:informera[rd]e?|informerer|orientera[rd]e?"
    r"|orienterer|rapportera[rd]e?"
    r"|rapporterer|har ordet|har ordet|berättar|forteller|fortæller|reports?|informs|föredrar)\W{0,3}"
)


def reporting(page: Page, found: Found, people: People) -> Iterator[Suggestion]:
    """A point that is called "Rektor informerar": who has that title presents what stands below."""
    items = {item.evidence[0][0]: item for item in found.of("agenda_item")}
    for title, below in pairwise(page.units):
        item = items.get(title.start)
        match = _REPORTS.fullmatch(str(item.fields["title"])) if item is not None else None
        group = list(group_of(match["who"], people, whole=True)) if match else []
        if not group and match is not None:
            person = people.titled(match["who"])
            group = [Named(person, people.employer_of(person), people.role_of(person))] if person else []
        for named in group:
            spans = [(title.start, title.end), (below.start, min(below.end, below.start + 200))]
            if item is not None:
                yield _made(named, spans, 0.8, item.fields["title"], item.fields.get("number"))


def _made(named: Named, spans: list[Span], confidence: float, topic: object, number: object) -> Suggestion:
    return suggest(
        "presenter",
        spans,
        confidence,
        named.notes,
        person=named.person,
        organisation=named.organisation,
        role=named.role,
        topic=str(topic) if topic else None,
        agenda_item=None if number is None else str(number),
    )


_SPEAKERS = re.compile(
    r"\W{0,4}(?:(?:våra |our |meet the |huvud|invited |medverkande )?(?:speakers|talare|föreläsare|foredragsholdere"
    r"|foredragsholderne"
    r"|oplægsholdere|oplægsholderne|medverkande|medvirkende|innledere|keynotes?|keynote speakers|panel|panelister"
    r"|panelists"
    r"|presenters|talere|talerne|indlægsholdere|paneldeltakere|paneldeltagare))\W{0,4}$",
    re.IGNORECASE,
)
_SLOT = re.compile(
    r"(?:[Kk][Ll]\.?\s?)?[012]?\d[.:][0-5]\d(?:\s?[-–]\s?[012]?\d[.:][0-5]\d)?\s*(?:[-–:.|]\s*)?\s*(?=[A-ZÅÄÖÆØ\"])"
)
#: So many times of day make a programme on a page that is called something else.
_SLOTS = 3
_LETTERED = re.compile(
    r"(?:[A-H]\.|[A-H]\)|(?:Spår|Pass|Track|Session|Spor|Parallell)\s\w{1,3}[.:])\s+(?=[A-ZÅÄÖÆØ\"])"
)


def in_programme(page: Page, people: People) -> Iterator[Suggestion]:
    """The programme of a conference: "13.15 Title. Name and Name, organisation"; and the list of speakers."""
    for section in page.sections:
        if section.heading is not None and _SPEAKERS.match(section.heading.text):
            for unit in section.units:
                yield from _speaker(unit)
    invites = page.document.kind == "event_page"
    if not invites and sum(_SLOT.match(line.text) is not None for line in page.lines) < _SLOTS:
        return
    timed = False
    for unit in page.units:
        yield from _below_slot(unit, people)
        for text, span in _rows(unit):
            slot = _SLOT.match(text) or (_LETTERED.match(text) if timed else None)
            timed = timed or slot is not None
            if slot is None or len(text) > 400:
                continue
            words = text[slot.end() :]
            cut = _AFTER_TITLE.search(words)
            topic = words[: cut.start() + 1].strip(" .,|:–-") if cut else None
            for named in group_of(words[cut.end() :] if cut else words, people):
                yield _made(named, [span], 0.8, topic, None)


_AFTER_TITLE = re.compile(
    r"(?<=[.?!])\s|\)\s(?=[A-ZÅÄÖÆØ])|:\s|,\s(?=[A-ZÅÄÖÆØ])|\s[-–]\s(?=[A-ZÅÄÖÆØ])|\s\|\s"
    r"|,\s(?=[a-zåäöæø]+\s[A-ZÅÄÖÆØ])"
    r"|\s(?:v/|ved|av|by|med|with)\s(?=(?:[a-zåäöæø-]+\s){0,2}[A-ZÅÄÖÆØ])"
)


def _rows(unit: Unit) -> list[tuple[str, Span]]:
    """The lines of a unit that are slots of their own, else the unit as a whole."""
    whole = (unit.text, (unit.start, unit.end))
    lines = [(line.text.strip(), (line.start, line.end)) for line in unit.lines]
    slots = sum(_SLOT.match(text) is not None for text, _ in lines)
    return lines if slots > 1 else [whole]


def _below_slot(unit: Unit, people: People) -> Iterator[Suggestion]:
    """ "v/ havnedirektør Ole Lund, Esbjerg Havn" on the line below a title."""
    for above, line in pairwise((*unit.lines[:1], *unit.lines)):
        match = LABEL_LINE.fullmatch(line.text.strip()) if len(line.text) < 200 else None
        for named in group_of(match["who"], people) if match else ():
            topic = above.text.strip() if above is not line else None
            yield _made(named, [(line.start, line.end)], 0.82, topic, None)


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
