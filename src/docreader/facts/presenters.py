"""Who presented what at the meeting.

Sentences that tell of it, and what stands beside the points of the agenda.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from docreader.facts.found import Found, suggest
from docreader.facts.naming import Named, group_of
from docreader.facts.people import People
from docreader.facts.phrases import phrases
from docreader.facts.presenter_lines import about, below_titles, in_programme, in_titles, labelled, reporting
from docreader.facts.telling import BRACKETED, BY, CLAUSE, COMES, GREETING, INVERTED, SPOKEN_BY, STATEMENT, TELLING
from docreader.model import Suggestion
from docreader.text.names import NAME_WORD, PERSON, is_given_name, person_score, role_score
from docreader.text.page import Page
from docreader.text.sentences import Sentence, sentences_of
from docreader.text.triggers import quick
from docreader.text.units import Unit

_LEAD = re.compile(
    r"^\s*(?:därefter |sedan |även |också |kort |bl\.a\. |bland annat |kortfattat |derefter |herefter "
    r"|kortfattet |også |also |briefly )?"
    r"(?:för (?:gruppen |mötet |deltagarna |styrelsen |rådet |nämnden )?|om |över |kring |på |av "
    r"|från arbetsgruppen \w+ |for (?:gruppen |gruppa )?|about |on |the results of |av |"
    r"en (?:kort )?(?:presentation|genomgång|uppdatering|information|lägesrapport|dragning|orientering"
    r"|gjennomgang|gennemgang|oppdatering|opdatering|status) (?:av|af|om|kring"
    r"|över|på|for) |an? (?:short |brief )?(?:update|overview|presentation|introduction) (?:on|of|to) |"
    r"ett? (?:kort )?(?:lägesrapport|inlägg|innlegg|oplæg|indlæg|foredrag|föredrag) (?:om|av) |orientering om "
    r"|status for |status på |hva |hvad )?",
    re.IGNORECASE,
)
_TOLD = TELLING | BY
_ENDS_TOPIC = re.compile(
    r"(?:,? (?:som|samt|vilket|which|där|kopplat)\b|,? (?:och|og|and) (?=[a-zåäö]+(?:ade|erade|te|ede|ed)\b)|[.;:])"
)
_BEFORE = re.compile(rf"(?P<who>{PERSON}|{NAME_WORD})(?:\s\([^()]{{2,60}}\))?,\s$")
_OWN_EMPLOYER = re.compile(r"^(?:från|fra|from|of|på|vid|hos|i|ved|at|in)\s(?:the )?")
#: Points at which everybody tells of this and that.
_OTHER = quick(
    r"övrig|øvrig|eventuel|any other|aob|other (?:matters|business)|laget runt|rundt bordet|bordet rundt|rundan"
    r"|kort om|gott och blandat",
    re.I,
)
#: "Folke welcomed everybody and presented the newcomer": what follows the verb is no subject then.
_JOINED = quick(r"\s(?:och|og|and|samt)\s$")
#: A line that ends with the preposition: the list below says of what.
_CUT_SHORT = re.compile(r"\s(?:om|on|about)$")
_ARTICLE = re.compile(r"^(?:[Tt]he|Dr\.?|Prof\.?|Professor|Docent)\s")


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """One suggestion for each person and point."""
    if not page.is_minutes:
        yield from in_programme(page, People(found, page))
        return
    people = People(found, page)
    known: dict[tuple[str, int], Suggestion] = {}
    points = sorted(item.evidence[0][0] for item in found.of("agenda_item"))
    for suggestion in (
        *labelled(page, found, people),
        *in_titles(page, found, people),
        *below_titles(page, found, people),
        *reporting(page, found, people),
        *about(page, found, people),
        *_in_sentences(page, found, people),
    ):
        key = (str(suggestion.fields["person"]).casefold(), bisect_right(points, suggestion.evidence[0][0]))
        first = known.get(key)
        known[key] = suggestion if first is None else _both(first, suggestion)
    yield from known.values()


def _both(first: Suggestion, second: Suggestion) -> Suggestion:
    """The title names the presenter and a sentence below tells of it: two passages for one fact."""
    if len(first.evidence) > 1 or sum(end - start for start, end in (*first.evidence, *second.evidence)) > 360:
        return first
    return replace(first, evidence=(*first.evidence, *second.evidence))


def _in_sentences(page: Page, found: Found, people: People) -> Iterator[Suggestion]:
    announced = (item for unit in page.units if _announces(unit) for item in sentences_of(unit))
    for sentence in (*page.sentences, *announced):
        if len(sentence.text) > 3000 or sentence.words.isdisjoint(_TOLD) or found.covers(sentence.tail, "participant"):
            continue
        for match, group in _tellings(sentence, people):
            if STATEMENT.match(match.groupdict().get("rest") or "") and _OTHER.search(_title_at(found, sentence)):
                continue
            for named in group:
                yield _make(found, sentence, match, named)


def _title_at(found: Found, sentence: Sentence) -> str:
    """The title of the point that the sentence stands below."""
    item = found.last_at("agenda_item", sentence.unit.start)
    return str(item.fields["title"]) if item else ""


def _announces(unit: Unit) -> bool:
    """ "Camilla berättade:" above the points she made looks like a heading."""
    return (
        unit.kind == "heading"
        and len(unit.text) < 120
        and (unit.text.endswith(":") or _CUT_SHORT.search(unit.text) is not None)
    )


def _tellings(sentence: Sentence, people: People) -> Iterator[tuple[re.Match[str], list[Named]]]:
    """The first way in which the sentence tells of presenters."""
    text = sentence.text
    telling = not sentence.words.isdisjoint(TELLING)
    match = CLAUSE.search(text) if telling else None
    for _ in range(8):
        if match is None or match.start() >= 120:
            break
        group = _subjects(text, match, people)
        if group and not GREETING.match(match["rest"] or ""):
            yield match, group
            return
        # The first capital was no person ("Report from X Anna showed ..."): look again behind it.
        after = text.find(" ", match.start("who"))
        match = CLAUSE.search(text, match.end("verb") if group else after)
    inverted = INVERTED.search(text) if telling else None
    for _ in range(3):
        if inverted is None or inverted.start() > 160:
            break
        group = [] if _JOINED.search(text, 0, inverted.start()) else _subjects(text, inverted, people)
        if group and not GREETING.match(inverted["rest"] or ""):
            yield inverted, group
            return
        inverted = INVERTED.search(text, inverted.end("verb"))
    yield from _spoken(sentence, people)


def _spoken(sentence: Sentence, people: People) -> Iterator[tuple[re.Match[str], list[Named]]]:
    """ "A presentation by Anna Ek", "Genomgång av registret (Anna Ek)"."""
    text = sentence.text
    spoken = SPOKEN_BY.search(text) if not sentence.words.isdisjoint(BY) else None
    group: list[Named] = []
    if spoken is not None:
        named = person_score(spoken["who"]) >= 0.5 or spoken["who"][0].islower()
        group = _subjects(text, spoken, people) if named else list(group_of(spoken["who"], people, whole=True))
    if spoken is not None and group:
        yield spoken, group
        return
    bracketed = BRACKETED.match(text) if "(" in text else None
    group = list(group_of(bracketed["who"], people, whole=True)) if bracketed else []
    if bracketed is not None and group:
        yield bracketed, group


def _subjects(text: str, match: re.Match[str], people: People) -> list[Named]:
    """Those who present: the subject, whoever is joined to it, and those enumerated before it."""
    given = match.groupdict()
    first = _subject(match["who"], given.get("tail"), people)
    if first is None:
        return []
    group = [first]
    second = _subject(given["second"], given.get("tail2"), people) if given.get("second") else None
    if second is not None:
        group.append(second)
    position = match.start()
    for _ in range(5):
        before = _BEFORE.search(text, max(0, position - 90), position) if "tail2" in given else None
        earlier = _subject(before["who"], None, people) if before else None
        if before is None or earlier is None:
            break
        group.insert(0, earlier)
        position = before.start()
    return group


def _subject(words: str, tail: str | None, people: People) -> Named | None:
    """Whom the subject means, with the title before the name and what is said behind it."""
    words = _ARTICLE.sub("", words)
    if words[:1].islower() and not any(word[0].isupper() for word in words.split()):
        titled = people.titled(words)
        return Named(titled, people.employer_of(titled), people.role_of(titled)) if titled else None
    name = words
    title = None
    while name and name[0].islower() and " " in name:
        name = name.partition(" ")[2]
    if name != words and name[:1].isupper():
        title = words[: len(words) - len(name)].strip()
    if name[:1].islower():
        name = words
    last = name.rpartition(" ")[2]
    if last != name and not people.knows(name) and people.knows(last) and not is_given_name(name.split()[0]):
        # "Juridik Emanuel presented ...": the title of the point runs on into its first sentence.
        name = last
    person, notes, organisation = people.resolve(name)
    if person is None and " " in name and person_score(name) >= 0.5:
        person = name
    if person is None or (title is not None and role_score(title) < 0.4 and person_score(name) < 0.5):
        return None
    role = title if title is not None and role_score(title) >= 0.7 else None
    said_organisation, said_role = _said(tail or "")
    return Named(person, said_organisation or organisation, said_role or role or people.role_of(person), tuple(notes))


def _said(tail: str) -> tuple[str | None, str | None]:
    """The employer and the title that stand behind a name."""
    organisation = role = None
    for item in phrases(_OWN_EMPLOYER.sub("", tail.strip(" ,()"))):
        if item.sort == "role" and role is None:
            role = item.text
        elif item.sort == "organisation" and organisation is None:
            organisation = item.text
    return organisation, role


def _make(found: Found, sentence: Sentence, match: re.Match[str], named: Named) -> Suggestion:
    rest = match.groupdict().get("rest") or ""
    end = match.end() if rest else len(sentence.text)
    number = found.number_at("agenda_item", sentence.unit.start)
    sure = not STATEMENT.match(rest) and COMES.match(match.groupdict().get("verb") or "") is None
    return suggest(
        "presenter",
        [sentence.part(match.start(), min(end, match.start() + 320))],
        0.85 if sure else 0.65,
        named.notes,
        person=named.person,
        organisation=named.organisation,
        role=named.role,
        topic=_topic(rest),
        agenda_item=number,
    )


def _topic(rest: str) -> str | None:
    """The matter presented: what follows the verb, up to the next clause."""
    quoted = re.search(r"\"([^\"]{4,160})\"", rest)
    if quoted:
        return quoted[1]
    if _CUT_SHORT.fullmatch(rest):
        return None
    lead = _LEAD.match(rest)
    words = rest[lead.end() if lead else 0 :]
    words = re.sub(r"^(?:med )?(?:presentation|genomgång) av ", "", words)
    return _ENDS_TOPIC.split(words, maxsplit=1)[0].strip(" ,.") or None
