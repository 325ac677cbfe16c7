"""Who sits in a council, a group or a board, on pages that are no minutes.

Lists below a heading, and enumerations after "består av" or "Styrgrupp:".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docreader.facts.found import suggest
from docreader.facts.member_words import ANY_HEAD, HEADS, LABELLED
from docreader.model import Span, Suggestion
from docreader.text.names import (
    NAME_WORD,
    PERSON,
    is_given_name,
    organisation_score,
    person_score,
    role_score,
)
from docreader.text.page import Page
from docreader.text.placed import placed
from docreader.text.register import PLACES
from docreader.text.role_words import MEETING_ROLES
from docreader.text.triggers import quick
from docreader.text.units import Unit

_BODY = (
    r"[\w-]{0,24}(?:grupp|gruppen|gruppe|gruppa|kommitté|kommittén|komité|komiteen|styrelse|styrelsen|rådet|råd|nämnd"
    r"|nämnden|utvalg|utvalget|udvalg|udvalget|bestyrelse|bestyrelsen|styre|styret"
    r"|panel|panelen|jury|juryn|redaktion|redaktionen|committee|board|council|group|team|secretariat|sekretariat"
    r"|sekretariatet|presidium|ledning|ledningen|arbetslag)"
)
_CONSISTS = placed(
    rf"\b(?P<body>{_BODY})(?:\s[\w-]+){{0,4}}?(?:\s(?:består|bestått|bestod|bestående|utgörs|utgjordes|utgøres"
    rf"|udgøres|har bestått|har bestått|consists?|consisted|comprises?|is made up|består)\s(?:av|af|of)?|\sär|\ser"
    rf"|\sare|\sis|\smed|\smed folk från|\swith|,\swith|:)\s(?P<who>.{{8,700}})",
    re.IGNORECASE,
)
_SITS = quick(
    rf"\b(?:[Ii]|[Tt]ill)\s(?P<body>{_BODY})\s(?:ingår|ingick|sitter|satt|sidder|sad|inngår|indgår|hör"
    rf"|deltar)\s(?:också |även |bland andra |blant andre |bl\.a\. )?(?P<who>.{{8,700}})"
)
_START = re.compile(
    rf"(?P<name>(?:(?:Dr|Prof|Professor|Docent|Prof\. Emerita|Mr|Ms|Mrs)\.?\s(?:[Ee]merit[au]s?\s)?)?(?:{PERSON}"
    rf"|[A-ZÅÄÖ](?:-[A-ZÅÄÖ]|\.(?:\s?[A-ZÅÄÖ]\.)*)\s{NAME_WORD}))"
)
_ADDRESS = re.compile(r"^(?:(?:Dr|Prof|Professor|Docent|Mr|Ms|Mrs)\.?\s(?:[Ee]merit[au]s?\s)?)")
_REGION = quick(r"(?:sjukvårdsregion|health region|helseregion|regionen?$)", re.IGNORECASE)
_ROLE_SHORT = {
    "ordf": "ordförande",
    "fmd": "formand",
    "v ordf": "vice ordförande",
    "adj": "adjungerad",
    "sekr": "sekreterare",
}
_ABSENT = quick(r"avgång|avgått|tidigare|entledig|former|tidligere|vakant|ledig", re.IGNORECASE)

#: Longer than any line of a list.
_PROSE = 200


@dataclass(frozen=True, slots=True)
class Seat:
    """One member as the list gives them."""

    person: str
    organisation: str | None
    role: str | None
    title_at_home: str | None
    span: Span


def listed(page: Page) -> Iterator[Suggestion]:
    """Members of the lists and the enumerations of a page, each once."""
    seen: set[str] = set()
    for seat, sure in (
        *((seat, 0.92 if seat.organisation else 0.85) for seat in _below_headings(page)),
        *((seat, 0.8) for seat in _enumerated(page)),
    ):
        if seat.person.casefold() in seen:
            continue
        seen.add(seat.person.casefold())
        yield suggest(
            "member",
            [seat.span],
            sure,
            person=seat.person,
            organisation=seat.organisation,
            role=seat.role,
            title_at_home=seat.title_at_home,
        )


def _below_headings(page: Page) -> Iterator[Seat]:
    """Lists below a heading like "Ledamöter" or "Styrgruppen", as long as the lines name people."""
    role: str | None = None
    active = False
    for unit in page.units:
        text = unit.text.strip()
        head = _head(text) if len(text) < 80 and _START.match(text) is None else None
        if head is not None:
            active, role = True, head[1]
            continue
        if not active:
            continue
        seats = list(_seats(unit, role))
        if not seats and (unit.kind == "heading" or len(text) > _PROSE):
            active = False
        yield from seats


def _head(text: str) -> tuple[str, str | None] | None:
    if ANY_HEAD.fullmatch(text) is None or _ABSENT.search(text):
        return None
    for pattern, role in HEADS:
        if pattern.fullmatch(text):
            return text, role
    return None


def _seats(unit: Unit, role: str | None) -> Iterator[Seat]:
    """Each line of a unit by itself where every line begins with a name, else the unit as a whole."""
    rows = [(line.text.strip(), (line.start, line.end)) for line in unit.lines]
    if len(rows) == 1 or not all(_begins_row(text) for text, _ in rows[1:]):
        rows = [(unit.text, (unit.start, unit.end))]
    for text, span in rows:
        seat = _seat(text, span, role)
        if seat is not None:
            yield seat


def _begins_row(text: str) -> bool:
    text = re.sub(r"^(?:[-•*–]|\d{1,2}[.)])\s+", "", text)
    label = LABELLED.match(text)
    return label is not None or _START.match(text) is not None


def _seat(text: str, span: Span, role: str | None) -> Seat | None:
    """ "Per-Anders Ek, överläkare, Norrlands universitetssjukhus, Norra sjukvårdsregionen"."""
    text = re.sub(r"^(?:[-•*–]|\d{1,2}[.)])\s+", "", text.strip(" *_|")).strip()
    label = LABELLED.match(text)
    if label:
        role, text = label["role"].casefold(), text[label.end() :]
    match = _START.match(text)
    if match is None or len(text) > 260 or re.search(r"\.\s+[A-ZÅÄÖÆØ][a-zåäö]+ [a-zåäö]", text):
        return None
    name = _ADDRESS.sub("", match["name"])
    rest = text[match.end() :]
    if person_score(name) < 0.5 and not re.match(r"[A-ZÅÄÖ][-.]", name):
        return None
    if rest.strip() and not re.match(r"\s*(?:[,(–|:-]|från|fra|from|at)", rest):
        return None
    organisation, said, home = told(rest)
    return Seat(name, organisation, said or role, home, span)


def told(rest: str) -> tuple[str | None, str | None, str | None]:
    """Organisation, role in the group and title at home, out of what stands behind a name; a region is left out."""
    pieces = [piece.strip(" .|–-") for piece in re.split(r"[,;()|]|\s[–-]\s|\s(?:från|fra|from)\s", rest)]
    pieces = [piece for piece in pieces if re.search(r"\w", piece)]
    role = organisation = None
    titles: list[str] = []
    organisations: list[str] = []
    for piece in pieces:
        lowered = piece.casefold().strip(".")
        if re.match(
            r"(?:på distans|digitalt|via |ersättare|tjl|tjänstledig|on leave|permisjon|orlov|vald|utsedd)", lowered
        ):
            continue
        if lowered in _ROLE_SHORT or all(word in MEETING_ROLES or word == "vice" for word in lowered.split()):
            role = _ROLE_SHORT.get(lowered, piece)
        elif _REGION.search(piece) and organisations and organisation_score(organisations[-1]) >= 0.35:
            continue
        elif _is_title(piece):
            titles.append(piece)
        else:
            organisations.append(piece)
    if organisations:
        # The longest name is the employer: what follows it is its abbreviation or its department.
        organisation = max(organisations[-2:], key=lambda name: (organisation_score(name) >= 0.7, len(name)))
        if len(organisations) > 1 and organisations[0][0].islower():
            titles.append(organisations[0])
    if organisation in PLACES and len(organisations) == 1:
        organisation = None if titles else organisation
    glued = _glued(titles, organisation)
    return glued[1], role, ", ".join(glued[0]) or None


def _is_title(piece: str) -> bool:
    return piece[0].islower() or (role_score(piece) >= 0.6 and organisation_score(piece) < 0.7)


def _glued(titles: Sequence[str], organisation: str | None) -> tuple[list[str], str | None]:
    """ "kostchef i Tingsryds kommun", "vd Sweco": title and employer in one piece."""
    found = list(titles)
    if organisation is None and found:
        match = re.match(
            r"(?P<title>[a-zåäöæø][\w\s-]{2,60}?)\s(?:(?:i|på|vid|hos|för|ved|at|of|for"
            r"|in)\s)?(?P<org>[A-ZÅÄÖÆØ].{2,80})$",
            found[-1],
        )
        if match and organisation_score(match["org"]) >= 0.35:
            return [*found[:-1], match["title"]], match["org"]
    return found, organisation


def _enumerated(page: Page) -> Iterator[Seat]:
    """ "Styrgrupp: Anna Ek, SGU (ordf.); Bo Ek, SMHI", "Gruppen består av Anna Ek (SGU), Bo Ek, SMHI, och Cia Ek"."""
    for unit in page.units:
        if unit.kind == "heading" or len(unit.text) > 2500:
            continue
        for sentence in page.sentences_in(unit):
            match = _CONSISTS.search(sentence.text) or _SITS.search(sentence.text)
            if match is None:
                continue
            people = list(_people(match["who"]))
            if len(people) < 2:
                continue
            offset = match.start("who")
            for start, end, name, rest in people:
                organisation, role, home = told(rest)
                yield Seat(name, organisation, role, home, sentence.part(offset + start, offset + end))


def _is_member(name: str, *, first: bool) -> bool:
    """The first one must be a name for certain; those after it only look like one."""
    score = person_score(name)
    if first:
        return score >= 0.9 or (score >= 0.65 and is_given_name(name.split()[0]))
    return score >= 0.5 and organisation_score(name) < 0.6


def _people(who: str) -> Iterator[tuple[int, int, str, str]]:
    """The people of an enumeration: where each begins and ends, the name, and what is said of them."""
    starts: list[tuple[int, int, str]] = []
    for match in re.finditer(_START.pattern, who):
        name = _ADDRESS.sub("", match["name"])
        before = who[: match.start()].rstrip()
        boundary = (
            not before or before[-1] in ",;)" or re.search(r"\b(?:och|og|and|samt|bland andra|[a-zåäöæø]{4,})$", before)
        )
        if boundary and _is_member(name, first=not starts):
            starts.append((match.start(), match.end(), name))
    for number, (start, end, name) in enumerate(starts):
        stop = starts[number + 1][0] if number + 1 < len(starts) else len(who)
        rest = re.sub(r"[,;]?\s(?:och|og|and|samt)?\s*$", "", who[end:stop])
        rest = re.split(r"\.\s|\s(?:som|who|which|der|vilka)\s", rest)[0][:140]
        yield start, end + len(rest.rstrip(" .,;")), name, rest
