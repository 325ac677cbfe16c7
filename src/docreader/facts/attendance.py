"""Where a document lists who attended: the headings that open such a list and the lines that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docreader.facts.bare_lists import bare_lists, is_prose, labelled_lines
from docreader.facts.list_heads import Head, head_of
from docreader.facts.phrases import names_houses, person_density
from docreader.facts.tables import heads_table
from docreader.text.lines import Line
from docreader.text.names import organisation_score
from docreader.text.page import Page
from docreader.text.triggers import quick
from docreader.text.units import mark_of

_STOP = quick(
    r"(?:dagordning|dagsorden|agenda|plats|tid|tidpunkt|datum|sted|dato|lokal|place|date|time|ärenden?"
    r"|saker|mötesanteckningar|minnesanteckningar|anteckningar|"
    r"referat|protokoll|minutes|notes|inledning|mötets öppnande|mötet öppna\w*|punkter|underskrift\w*"
    r"|justering|utses att justera|paragrafer|välkommen|sammanfattning|bakgrund|"
    r"distribution|kopia|bilag\w+|för kännedom|sändlista|next meeting|nästa möte|neste møte|næste møde"
    r"|program|syfte\w*|actions?|saksliste|sakliste|sakslista|"
    r"godkjen\w+|godkendelse\w*|velkom\w+|velkommen|dagordningen?)(?![\wåäö])\s*(?::|$|\d|för\b|med\b|av\b"
    r"|på\b|från\b|of\b|og\b|och\b)",
    re.IGNORECASE,
)


#: Lines below a list that name somebody of it for another reason.
_ADJUSTER = re.compile(
    r"(?:utses att justera|att justera|justerar|utsedd justerare|protokollet justeras av|underskrifter|kallelse till"
    r"|kopia|kopi|copy|cc|kopi til|kopia till|copy to|vid protokollet|vid anteckningarna|underskrift\w*|signatur\w*"
    r"|til orientering|till kännedom|för kännedom)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Region:
    """A list of people: its heading's meaning, and its lines (the first may begin inside a line)."""

    head: Head
    spans: tuple[tuple[int, int], ...]
    lines: tuple[Line, ...]
    single: bool = False


def regions(page: Page) -> Iterator[Region]:
    """All lists of people: those with a heading that says so, then those that only look like it."""
    lines = [line for line in page.lines if not line.furniture or line.text in ("X", "x")]
    headed = list(_headed(page, lines))
    yield from headed
    if page.is_minutes:
        taken = {line.start for region in headed for line in region.lines}
        for line, start in labelled_lines(lines, taken):
            part = replace(line, start=line.start + start, text=line.text[start:])
            taken.add(line.start)
            known = head_of(line.text, opening=False)
            head = known[0] if known else Head(sure=False)
            yield Region(head, ((part.start, part.end),), (part,), single=True)
        for run in bare_lists(lines, taken):
            yield Region(Head(sure=False), tuple((item.start, item.end) for item in run), run)


def _headed(page: Page, lines: Sequence[Line]) -> Iterator[Region]:
    number = 0
    while number < len(lines):
        inline = _inline(lines[number]) if len(lines[number].text) > 150 else []
        if inline and not head_of(lines[number].text, opening=True):
            yield from inline
            number += 1
            continue
        head = head_of(lines[number].text, opening=True)
        if head is None and heads_table(lines[number].text) and page.is_minutes:
            head = Head(), len(lines[number].text)
        if head is None and page.is_minutes:
            head = _likely_head(page, lines, number)
        if head is None or not _plausible(page, lines, number, head[1]):
            number += 1
            continue
        collected = list(_collect(page, lines, number))
        yield from (region for region, _ in collected)
        number = collected[-1][1]


_INLINE = quick(
    r"(?P<absent>\b(?:Ej närvarande|Frånvarande|Anmält förhinder|Förhindrade|Frafall|Forfall|Afbud|Absent"
    r"|Apologies|Regrets))\s?:\s"
    r"|(?P<present>\b(?:Närv ?a?r?ande|Närvarande|Deltagare|Deltagande|Medverkande|Beslutande|Ledamöter"
    r"|Övriga(?: närvarande)?|Adjungerade?|Til ?stede|Deltakere|Deltagere|Participants|Present|Attendees)"
    r"|(?<=\s)ande)\s?:\s"
)
_INLINE_END = re.compile(
    r"\s(?:§ ?\d|\d{1,2}[.)]\s[A-ZÅÄÖÆØ]|Mötets öppnande|Mötet öppna|Inledning\b|Välkommen|Dagordning"
    r"|Dagsorden|Agenda|Datum\b|Plats\b|Tid\b|Sekreterare\s?:|Vid protokollet|Föregående|Velkom)"
)


def _inline(line: Line) -> list[Region]:
    """Lists inside one long line, as a PDF loses its line ends: from a heading word with a colon to the next."""
    heads = list(_INLINE.finditer(line.text))
    found: list[Region] = []
    for number, match in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(line.text)
        stop = _INLINE_END.search(line.text, match.end(), end)
        end = stop.start() if stop else end
        text = line.text[match.end() : end].rstrip()
        if person_density([text]) < 0.3:
            continue
        start = line.start + match.end()
        part = replace(line, start=start, end=start + len(text), text=text)
        head = Head("absent" if match["absent"] else "present")
        found.append(Region(head, ((part.start, part.end),), (part,), single=True))
    return found


def _likely_head(page: Page, lines: Sequence[Line], number: int) -> tuple[Head, int] | None:
    """A lesser heading ("Invited:", "Members taking part") opens a list when nothing but people follow it."""
    text = lines[number].text
    bare = text.strip("#*_ ")
    if len(bare) > 60 or not (bare.endswith(":") or page.kind_at.get(lines[number].start) == "heading"):
        return None
    head = head_of(text, opening=False)
    following = [line.text for line in lines[number + 1 : number + 4]]
    if head is None or head[1] < len(text) or len(following) < 2:
        return None
    return head if person_density(following) >= 0.6 else None


def _plausible(page: Page, lines: Sequence[Line], number: int, rest: int) -> bool:
    """A heading counts when people follow it at once."""
    after = lines[number].text[rest:].strip()
    following = [line.text for line in lines[number + 1 : number + 9]]
    if page.is_minutes and names_houses(after or "".join(following[:1])):
        return True
    named = person_density(following[:2]) >= 0.5 and len(after) < 120
    if after and person_density([after]) < 0.3 and not named and not (len(after) < 30 and following):
        return False
    return not (not page.is_minutes and not after and person_density(following[:4]) < 0.3)


def _collect(page: Page, lines: Sequence[Line], number: int) -> Iterator[tuple[Region, int]]:
    """The list that opens at a line and the sub-lists that follow it; with each the next line to look at."""
    likely = head_of(lines[number].text, opening=True) or _likely_head(page, lines, number)
    opened: tuple[Head, int] | None = likely or (Head(), 0 if "|" in lines[number].text else len(lines[number].text))
    while opened is not None:
        head, rest = opened
        body: list[Line] = []
        spans: list[tuple[int, int]] = []
        line = lines[number]
        if line.text[rest:].lstrip(" *_").startswith("|"):
            # The heading is the first cell of a table's heading row, which tells what the columns hold.
            spans.append((line.start, line.end))
            body.append(line)
        elif line.text[rest:].strip(" *_|"):
            offset = rest + len(line.text[rest:]) - len(line.text[rest:].lstrip())
            spans.append((line.start + offset, line.end))
            body.append(replace(line, start=line.start + offset, text=line.text[offset:]))
        number += 1
        opened = None
        while number < len(lines):
            line = lines[number]
            sub = head_of(line.text, opening=False)
            if sub is not None and (body or head_of(line.text, opening=True)) and not _is_entry(line.text):
                opened = sub
                break
            if sub is not None and not body and not _is_entry(line.text):
                opened = (_combined(head, sub[0]), sub[1])
                break
            if _ends(page, lines, number, body):
                break
            body.append(line)
            spans.append((line.start, line.end))
            number += 1
        if body:
            yield Region(head, tuple(spans), tuple(body), len(body) == 1), number
        if opened is not None and body:
            opened = (_inherit(head, opened[0]), opened[1])
    yield Region(Head(), (), ()), number


def _combined(outer: Head, inner: Head) -> Head:
    return Head(
        outer.attendance if inner.attendance == "present" else inner.attendance,
        inner.mode or outer.mode,
        inner.role or outer.role,
        inner.organisation or outer.organisation,
    )


def _inherit(above: Head, below: Head) -> Head:
    """ "Digitalt" below "Frånvarande" would be odd: a sub-list starts afresh."""
    del above
    return below


def _is_entry(text: str) -> bool:
    """ "Övriga, Anna Ek" is a person's line, not a heading."""
    return bool(re.match(r"\d{1,3}[.)]\s", text)) and person_density([text]) > 0.5


def _numbers_begin(text: str, body: Sequence[Line]) -> bool:
    """A number where the list had none, or the count beginning again: the points of the agenda."""
    mark, first = mark_of(text), mark_of(body[0].text)
    if mark.number and not first.number and not mark_of(body[-1].text).number and person_density([text]) < 1:
        return True
    return bool(mark.number and first.number and mark.number == "1" and person_density([text]) < 0.5)


def _lists_houses(text: str, body: Sequence[Line]) -> bool:
    """An organisation alone, where none above it came with a name."""
    return organisation_score(text) >= 0.7 and len(text) < 60 and not person_density([line.text for line in body[:3]])


def _ends(page: Page, lines: Sequence[Line], number: int, body: Sequence[Line]) -> bool:
    line = lines[number]
    text = line.text
    bare = text.strip("#*_ ")
    if _ADJUSTER.match(bare) or (_STOP.match(bare) and person_density([bare]) < 0.5):
        return True
    mark = mark_of(text)
    if mark.hashes or mark.sign:
        return True
    if _lists_houses(bare, body):
        return False
    unit = _unit_at(page, line.start)
    if unit is not None and unit == "heading" and person_density([text]) < 0.3 and (body or not text.endswith(":")):
        return not _subheading(lines, number)
    if body and _numbers_begin(text, body):
        return True
    if is_prose(text):
        return True
    if body and "|" in text and "|" not in body[0].text and person_density([text]) < 0.5:
        return True
    if line.gap and body:
        ahead = [item.text for item in lines[number : number + 2]]
        return person_density(ahead[:1]) < 0.3 and person_density(ahead) < 0.3 and not _organisations_go_on(body, text)
    return False


def _organisations_go_on(body: Sequence[Line], text: str) -> bool:
    return mark_of(body[-1].text).bullet and mark_of(text).bullet


def _subheading(lines: Sequence[Line], number: int) -> bool:
    """A short heading inside the list (an organisation, a city) with people below it."""
    following = [line.text for line in lines[number + 1 : number + 4]]
    text = lines[number].text.strip("*_# ")
    if len(text) >= 60 or not following:
        return False
    named = text.endswith(":") or organisation_score(text) >= 0.8
    near = [line.text for line in lines[number + 1 : number + 3] if not line.gap or line is lines[number + 1]]
    return (
        person_density(following) > 0.7
        or (len(near) > 1 and person_density(near) == 1)
        or (named and person_density(following[:1]) == 1)
    )


def _unit_at(page: Page, start: int) -> str | None:
    return page.kind_at.get(start)
