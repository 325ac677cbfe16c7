"""Actions on the pages of a strategy: links with source and date, points with a paragraph below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docreader.facts.found import Found, suggest
from docreader.facts.labelled_measures import behind, leads_in, told_below, without_number
from docreader.facts.linked_measures import links
from docreader.facts.nature import nature_of
from docreader.facts.organisations import names_in
from docreader.facts.work_packages import part_of
from docreader.model import FieldValue, Suggestion
from docreader.text.names import PERSON, person_score
from docreader.text.page import Page
from docreader.text.triggers import quick
from docreader.text.units import Unit

_TASKED = quick(
    r"\b(?:uppdrag(?:et|en)? (?:(?:har|i Sverige|[\w-]{2,16})\s){0,4}?(?:till|åt|gick till|gått till"
    r"|lämnats till|gavs till)|uppdrag till|ges|gav|ger|ger i uppdrag åt|fått i uppdrag"
    r"|ansvarig(?:a)?(?: är|:)|utförs av|genomförs av|tas fram av|utarbetas av|tages frem af|utarbeides av"
    r"|udarbejdes af|leds av|samordnas av|opdrag til|ansvar:?"
    r"|responsible:?|led by|carried out by)\s(?P<who>[^.;()]{2,140})",
    re.IGNORECASE,
)
_SUBJECT = quick(
    r"^(?!(?:Innen|Inden|Senast|Senest|Under|Efter|Etter|I|På|Från|Fra|Per|Om|By|In|From|Before|After|Until|Til|Till"
    r"|Hösten|Våren|Høsten|Efteråret)\s)(?P<who>[A-ZÅÄÖÆØ][^.,;()]{1,80}?)\s"
    r"(?:ska|skall|får|har fått|fick|ansvarar|leder|samordnar"
    r"|genomför|utreder|tar (?:nu |tillsammans |gemensamt )?fram|erbjuder|fördelar|tilbyr|tilbyder|offers|skal"
    r"|will|leads|is responsible|arbetar med)\b"
)
SHARED = quick(
    r"\b(?:tillsammans med|i samverkan med|i samarbete med|i samråd med|sammen med|i samarbeid med"
    r"|i samarbejde med|together with|in cooperation with|in collaboration with)\s(?P<who>[^.;()]{2,160})",
    re.IGNORECASE,
)
_AGREED = quick(
    r"^(?P<who>(?:[A-ZÅÄÖ][\w-]+, ){1,6}[A-ZÅÄÖ][\w-]+ och [A-ZÅÄÖ][\w-]+) (?:har kommit överens|har enats"
    r"|har beslutat|samarbetar)"
)


#: Headings of parts of a page.
_SECTION = quick(
    r"(?:så |sådan |slik |hur |hvordan |how |om |about |nästa |næste |neste |next |vad |hva |hvad |what |kontakt"
    r"|contact|bakgrund"
    r"|bakgrunn|baggrund|background|uppfölj|oppfølg|opfølg|follow|organis|läs mer|les mer|læs mere|read more|syfte"
    r"|formål|purpose"
    r"|insats(?:er)? |röster|aktuell|pågående|genomför|planera|innsatser |indsatser |actions |measures |relaterat"
    r"|relatert|related|mer om"
    r"|finansier|funding|tidplan|tidsplan|fakta|facts|sammanfatt|sammendrag|summary|inledning|innledning|indledning)",
    re.IGNORECASE,
)
_RESPONSIBLE = quick(
    r"[,(.;–-]?\s\(?(?:huvud)?(?:ansvarig\w*|ansvarlig\w*|ansvar|responsible|lead|leds av|ledes av|led by"
    r"|gennemføres af"
    r"|gjennomføres av|genomförs av)\b(?:\s(?:är|er|is|myndighet|organisation|part"
    r"|aktör))?\s?:?\s(?P<who>(?-i:[A-ZÅÄÖÆØ])[^();]{2,140}?)\)?\.?$",
    re.IGNORECASE,
)


def _assigned(page: Page, found: Found, unit: Unit) -> Iterator[Suggestion]:
    """ "• The bus for volunteers, responsible: Centre, together with ..." """
    listed = unit.bullet or unit.kind in ("list_item", "table_row")
    match = _RESPONSIBLE.search(unit.text) if listed and len(unit.text) < 300 else None
    if match is None or match.start() < 5 or found.covers((unit.start, unit.end), "objective", "area"):
        return
    shared = SHARED.search(match["who"])
    who = match["who"][: shared.start()] if shared else match["who"]
    who = re.split(r"\.\s(?=[A-ZÅÄÖÆØ])", who)[0]
    dates = [d for d in page.find_dates(unit.text) if d.iso]
    yield suggest(
        "action",
        [(unit.start, unit.end)],
        0.82,
        title=unit.text[: match.start()].strip(" .,;:–-("),
        responsible=tuple(names_in(who)) or (who.strip(" .,"),),
        partners=tuple(names_in(shared["who"])) if shared else (),
        objective=found.number_at("objective", unit.start),
        date=dates[0].iso if dates else None,
    )


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Only on pages that have objectives or say by their kind that they list actions."""
    if page.is_minutes:
        return
    seen: set[str] = set()
    linked = Found()
    linked.extend(_linked(page, found))
    decided = _decided(page, found, linked)
    for suggestion in linked.of("action"):
        if suggestion.evidence[0][0] not in decided and _is_new(suggestion, seen):
            yield suggestion
    bulleted = sum(unit.bullet and found.number_at("objective", unit.start) is not None for unit in page.units) >= 2
    fresh = False
    for number, unit in enumerate(page.units):
        fresh = _is_fresh(page, found, number, fresh=fresh)
        if linked.covers((unit.start, unit.end), "action"):
            continue
        below = _below(page.units, number)
        decision = next((decided.get(u.start) for u in behind(page.units, number, below)), None)
        for suggestion in (
            *_assigned(page, found, unit),
            *_pointed(page, found, unit, below, decision, bulleted=bulleted),
            *(_short_point(page, found, unit, below) if fresh else ()),
        ):
            if _is_new(suggestion, seen):
                yield suggestion


def _is_fresh(page: Page, found: Found, number: int, *, fresh: bool) -> bool:
    """Whether points are still the objective's: not below another heading or a paragraph that leads to no list."""
    unit = page.units[number]
    if found.covers((unit.start, unit.end), "objective"):
        return True
    return fresh and (unit.bullet or _MEASURES.match(unit.text) is not None or leads_in(page.units, number))


def _is_new(suggestion: Suggestion, seen: set[str]) -> bool:
    """True the first time that an action of this name is met."""
    key = re.sub(r"\W+", "", str(suggestion.fields["title"]).casefold())
    new = key not in seen
    seen.add(key)
    return new


def _decided(page: Page, found: Found, linked: Found) -> dict[int, Suggestion]:
    """Links that give the decision on the point above them: "Task to the agency (3 May 2021)" right below a bullet with
    a paragraph that tells of the same. The two are one action; by where the link stands."""
    starts = {item.evidence[0][0]: item for item in linked.of("action")}
    beside: dict[int, Suggestion] = {}
    for number, unit in enumerate(page.units) if starts else ():
        if not unit.bullet or found.number_at("objective", unit.start) is None:
            continue
        below = _below(page.units, number)
        after = behind(page.units, number, below)
        item = starts.get(after[0].start) if below and after else None
        alone = item is not None and item.fields.get("date_kind") == "stated" and "publisher" not in item.fields
        if item is not None and alone and not any(_pointed(page, found, unit, below, None, bulleted=True)):
            alone = False
        if item is not None and alone:
            beside[after[0].start] = item
    return beside


def explained(page: Page, found: Found) -> frozenset[int]:
    """Where the paragraphs begin that stand beside a listed action: they tell of that action, not of another."""
    listed = [item for item in found.of("action") if item.fields.get("objective")]
    starts = {unit.start: number for number, unit in enumerate(page.units)} if listed else {}
    beside: set[int] = set()
    for item in listed:
        number = starts.get(item.evidence[0][0])
        if number is None:
            continue
        beside |= {unit.start for unit in (*_paragraphs_before(page.units, number), *_below(page.units, number))}
    return frozenset(beside)


def _below(units: Sequence[Unit], number: int) -> list[Unit]:
    """The paragraphs that follow, up to the next heading, point or link."""
    result: list[Unit] = []
    for unit in units[number + 1 : number + 4]:
        if unit.kind == "heading" or unit.number or unit.bullet or unit.text.endswith(")"):
            break
        result.append(unit)
    return result


def _linked(page: Page, found: Found) -> Iterator[Suggestion]:
    """ "Title (source - published date)"."""
    below = any(found.of("objective"))
    own = below or page.document.kind == "strategy_page"
    entries = links(page)
    worded = sum(link.date_kind not in (None, "stated") for link in entries)
    for link in entries:
        if own and link.date_kind == "stated" and _beside(page, link.start):
            continue
        if not own and (worded < 2 or link.date_kind in (None, "stated") or _beside(page, link.start)):
            continue
        objective = found.number_at("objective", link.start.start)
        if (not link.sure and objective is None) or found.covers(link.span, "objective", "area"):
            continue
        number = page.number_of(link.start)
        yield suggest(
            "action",
            [link.span],
            0.95 if link.sure and below and link.date_kind != "stated" else 0.85,
            link.notes,
            title=link.title,
            publisher=link.source,
            date=link.date,
            date_kind=link.date_kind,
            objective=objective,
            **_parties(link.title, _paragraphs_before(page.units, number)),
        )


_OTHERS = quick(
    r"(?:genvägar|snarveier|genveje|relatera|relatert|relatere|related|läs (?:mer|också|även)|les (?:mer|også)|læs"
    r"|read more|se även|mer om|links|länkar|lenker)",
    re.IGNORECASE,
)


def _beside(page: Page, unit: Unit) -> bool:
    """Below a heading for other pages."""
    number = page.number_of(unit)
    above = reversed(page.units[max(0, number - 40) : number])
    heading = next((other for other in above if other.kind in ("heading", "furniture")), None)
    return heading is not None and _OTHERS.match(heading.text) is not None


def _paragraphs_before(units: Sequence[Unit], number: int) -> list[Unit]:
    """The paragraph between the heading and a link: it may tell who does what."""
    result: list[Unit] = []
    for unit in reversed(units[max(0, number - 2) : number]):
        if unit.kind != "paragraph" or len(unit.text) < 60:
            break
        result.append(unit)
    return result


def _parties(title: str, paragraphs: Sequence[Unit]) -> dict[str, FieldValue]:
    """Who is responsible and who takes part, from the title and the paragraphs beside it."""
    responsible: list[str] = []
    partners: list[str] = []
    for text in (title, *(unit.text for unit in paragraphs)):
        for sentence in re.split(r"(?<=[a-zåäö)])\.\s", text):
            tasked, shared, agreed = _TASKED.search(sentence), SHARED.search(sentence), _AGREED.match(sentence)
            subject = _SUBJECT.match(sentence) if text is not title else None
            if tasked and not responsible:
                responsible += names_in(re.split(r"\s(?:att|som|om|under|för|inom|med|på|to)\s", tasked["who"])[0])
            if subject and not responsible:
                responsible += names_in(subject["who"])
            if shared and not partners:
                partners += names_in(shared["who"])
            if agreed and not partners:
                partners += names_in(agreed["who"])
    return {
        "responsible": tuple(responsible),
        "partners": tuple(name for name in partners if name not in responsible),
    }


_MEASURES = quick(
    r"\W{0,3}(?:tiltak|åtgärder|insatser|innsatser|indsatser|aktiviteter|measures|actions|activities|exempel"
    r"|eksempler)\b",
    re.IGNORECASE,
)


def _short_point(page: Page, found: Found, unit: Unit, below: Sequence[Unit]) -> Iterator[Suggestion]:
    """A short point with nothing below it, in the list of what is done for an objective."""
    objective = found.number_at("objective", unit.start)
    text = unit.text.strip(" .*")
    if objective is None or not unit.bullet or below or not 10 < len(text) < 150 or unit.text.endswith((":", "?")):
        return
    spoken = unit.text.startswith('"') or re.search(r"\b(?:säger|sier|siger|says)\b", text)
    sentence = re.search(r"\.\s[A-ZÅÄÖÆØ]", text) and not re.search(r"\s[–-]\s[A-ZÅÄÖÆØ]", text)
    people = any(person_score(name) >= 0.6 for name in re.findall(PERSON, text.split(",")[0]))
    if spoken or sentence or people or nature_of(text) != "action" or _RESPONSIBLE.search(unit.text):
        return
    taken = found.covers((unit.start, unit.end), "objective", "area", "strategy")
    if taken or not text[0].isupper() or _SECTION.match(text):
        return
    for item in part_of(page, unit, 0, 0.62, objective):
        told = {} if item.fields.get("responsible") else _parties(unit.text, ())
        yield replace(item, fields={**item.fields, **told})


def _pointed(
    page: Page, found: Found, unit: Unit, below: Sequence[Unit], decision: Suggestion | None, *, bulleted: bool
) -> Iterator[Suggestion]:
    """A point or heading below an objective with a paragraph of its own, and perhaps the decision on it."""
    objective = found.number_at("objective", unit.start)
    is_point = unit.bullet or (unit.kind == "heading" and not unit.number and not bulleted)
    if objective is None or not is_point or len(unit.text) > 180 or not below:
        return
    if found.covers((unit.start, unit.end), "objective", "area", "strategy") or unit.text.endswith((".", "?", ":")):
        return
    labelled = told_below(page, page.units, page.number_of(unit))
    if _SECTION.match(unit.text) or (not labelled and (len(below[0].text) < 60 or nature_of(unit.text) != "action")):
        return
    if page.document.kind == "programme_page" and "." not in objective:
        return
    last = below[0]
    date = next((d for u in below[:2] for d in page.find_dates(u.text) if d.iso and d.month), None)
    spans = [(unit.start, min(last.end, unit.start + 380))]
    told: dict[str, FieldValue] = {"title": without_number(unit.text.strip(" .*")), "date": date.iso if date else None}
    if decision is not None:
        spans = [(unit.start, unit.end), *decision.evidence]
        told = {name: decision.fields.get(name) for name in ("title", "date", "date_kind")}
    told |= {"objective": objective, **_parties(unit.text, below), **labelled}
    yield suggest("action", spans, 0.8, **told)
