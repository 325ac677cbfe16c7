"""The grammars of lists of people. Each tells what a list says and how much of it that explains."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from docreader.facts.attendance import Region
from docreader.facts.entries import Assembler, Entry, assemble
from docreader.facts.listing_shapes import content_at, heads_group, in_columns, is_wrapped, surnames_first
from docreader.facts.phrases import Phrase, columns_apart, names_houses, phrases
from docreader.facts.remarks import MARKS, without_substitutes
from docreader.facts.tables import table_entries
from docreader.model import Span
from docreader.text.names import organisation_score, person_score
from docreader.text.shadow import shadow_of


@dataclass
class Listing:
    """The outcome of one grammar: the entries and how much of the text they explain, 0..1."""

    entries: list[Entry] = field(default_factory=list)
    explained: float = 0.0
    grammar: str = ""


Grammar = Callable[[str, Region], Listing]


def best_listing(flat: str, region: Region) -> Listing:
    """The listing of the grammar that explains most."""
    barred = any("|" in flat[start:end] for start, end in region.spans)
    outcomes = [table(flat, region) if barred else Listing(grammar="table"), lines(flat, region)]
    if len(region.spans) >= 3:
        # Several lines that each begin with a name are a list, however well they read as one paragraph.
        outcomes[1].explained *= 1.05
    running = sum(flat[end - 1] in ",;-" for _, end in region.spans)
    wrapped = not barred and is_wrapped(flat, region)
    if wrapped:
        outcomes[1].explained *= 0.7
    if wrapped or len(region.spans) < 3 or outcomes[1].explained < 1.0 or running > 0.3 * len(region.spans):
        outcomes += [labelled(flat, region), flow(flat, region)]
        if len(region.spans) < 3 or wrapped:
            outcomes.append(houses(flat, region))
    return max(outcomes, key=lambda listing: listing.explained)


def _unmarked_absent(entries: list[Entry]) -> list[Entry]:
    """Where most have a mark that they came, those without one did not."""
    marked = sum(entry.marked for entry in entries)
    if marked < 3 or marked < 0.5 * len(entries):
        return entries
    return [
        replace(entry, attendance="absent") if entry.person and not entry.marked and not entry.attendance else entry
        for entry in entries
    ]


_ONLY_MARKS = re.compile(r"[Xx1–0-](?:\s+[Xx1–0-])*")


def lines(flat: str, region: Region) -> Listing:
    """One person (or one organisation with its people) on each line."""
    entries: list[Entry] = []
    explained = total = 0
    organisations = 0
    marks: list[str] = []
    turned = surnames_first(flat, region)
    for number, (start, end) in enumerate(region.spans):
        if _ONLY_MARKS.fullmatch(flat[start:end]):
            marks += flat[start:end].split()
            continue
        content = start + content_at(flat[start:end])
        shadow, text = in_columns(flat, content, end)
        text = without_substitutes(columns_apart(text))
        items = phrases(text)
        assembler = assemble(shadow, items, sharing=True) if len(region.spans) == 1 else Assembler(shadow, sharing=True)
        assembler.turned = turned
        if not assembler.entries:
            assembler.feed(items)
        total += assembler.total
        explained -= _labels_within(items, assembler)
        continued = bool(text) and (text[0].islower() or flat[max(0, start - 200) : start].rstrip()[-1:] == "-")
        if assembler.entries:
            explained += 0 if continued else assembler.explained
            entries += assembler.entries
        elif (
            items
            and not continued
            and _organisation_line(items, among=2 if heads_group(region, number) else organisations)
        ):
            span = shadow.span(items[0].start, items[-1].end)
            entries.append(Entry(span, organisation=_with_department(items)))
            organisations += 1
            explained += int(0.9 * assembler.total)
        elif items and items[0].sort == "role" and len(items) == 1:
            explained += assembler.total // 2
    return Listing(_settled(entries, marks), explained / total if total else 0.0, "lines")


def _labels_within(items: Sequence[Phrase], assembler: Assembler) -> int:
    """What a line leaves unexplained that holds several employers with colons: the grammar of labels tells them."""
    labels = sum(item.before == "colon" and item.sort == "person" for item in items)
    ragged = any(entry.organisation and entry.organisation.endswith(":") for entry in assembler.entries)
    return assembler.total // 3 if labels > 1 or (labels and ragged) else 0


def _settled(entries: list[Entry], marks: Sequence[str]) -> list[Entry]:
    """The entries of all lines, with what only the whole list tells: a column of marks, headings of groups."""
    named = [entry for entry in entries if entry.person]
    if len(marks) == len(named) == len(entries):
        # The column of attendance came after the names, one mark a name.
        entries = [replace(entry, attendance=MARKS[mark]) for entry, mark in zip(entries, marks, strict=True)]
    if named and len(named) < len(entries):
        entries = _without_headings(entries)
    return _unmarked_absent(entries)


def _organisation_line(items: Sequence[Phrase], *, among: int) -> bool:
    """A line with an organisation alone; among others of them its name may be any."""
    first = items[0]
    if among >= 2 and len(items) == 1 and organisation_score(first.text) >= 0.3:
        return len(first.text) < 60
    rest = [item for item in items[1:] if not item.remark]
    return organisation_score(first.text) >= 0.45 and len(rest) <= 1 and len(first.text) < 80


def _with_department(items: Sequence[Phrase]) -> str:
    """ "Göteborgs stad, stadsarkivet": the part of the house belongs to the name."""
    name = items[0].text.rstrip(":")
    second = items[1] if len(items) > 1 and items[1].before == "comma" and not items[1].remark else None
    if second is not None and second.text.islower() and organisation_score(second.text.capitalize()) >= 0.8:
        return f"{name}, {second.text}"
    return name


def _without_headings(entries: list[Entry]) -> list[Entry]:
    """An organisation on a line of its own just above people without employer is their heading."""
    result: list[Entry] = []
    heading: Entry | None = None
    for number, entry in enumerate(entries):
        if entry.person is None:
            following = entries[number + 1] if number + 1 < len(entries) else None
            heading = entry if following is not None and following.person and following.organisation is None else None
            above = following is not None and following.person and organisation_score(entry.organisation or "") < 0.8
            if heading is None and not above:
                result.append(entry)
        elif heading is not None and entry.organisation is None:
            result.append(replace(entry, organisation=heading.organisation, label=heading.span))
        else:
            heading = None
            result.append(entry)
    return result


def labelled(flat: str, region: Region) -> Listing:
    """ "Org: Name, Name" again and again, also running on over line ends."""
    shadow = shadow_of(flat, _joined(flat, region))
    text = shadow.text
    items = phrases(text)
    groups: list[list[Phrase]] = [[]]
    for number, item in enumerate(items):
        following = items[number + 1] if number + 1 < len(items) else None
        skip = following is not None and following.remark and number + 2 < len(items)
        after = items[number + 2] if skip else following
        if after is not None and after.before in ("colon", "dash") and item.sort != "person":
            groups.append([])
        groups[-1].append(item)
    if len(groups) < 3 and not (len(groups) == 2 and not groups[0]):
        return Listing(grammar="labelled")
    entries: list[Entry] = []
    explained = total = 0
    for group in groups:
        assembler = Assembler(shadow, sharing=True)
        assembler.feed(group)
        if assembler.label is not None and not assembler.entries:
            span = shadow.span(assembler.label.start, assembler.label.end)
            entries.append(Entry(span, organisation=assembler.label.text))
        entries += assembler.entries
        explained += assembler.explained
        total += assembler.total
    unlabelled = sum(1 for entry in entries if entry.person and entry.label is None)
    share = explained / total if total else 0.0
    return Listing(entries, share * (1 - 0.5 * unlabelled / max(1, len(entries))), "labelled")


def flow(flat: str, region: Region) -> Listing:
    """One running paragraph of names, with or without employers."""
    shadow = shadow_of(flat, _joined(flat, region))
    text = without_substitutes(columns_apart(shadow.text))
    items = phrases(text)
    assembler = assemble(shadow, items, sharing=False)
    _share_tail(assembler, items)
    share = assembler.explained / assembler.total if assembler.total else 0.0
    labels = sum(item.before == "colon" and item.sort == "person" for item in items)
    share *= 0.8 if labels > 1 else 1.0
    if len(region.spans) > 1:
        ended = sum(flat[end - 1] in ",;-" or flat[start].islower() for start, end in region.spans[:-1])
        share *= 0.8 + 0.25 * ended / (len(region.spans) - 1)
    return Listing(_unmarked_absent(assembler.entries), share, "flow")


def houses(flat: str, region: Region) -> Listing:
    """Organisations in a row, without anybody's name."""
    shadow = shadow_of(flat, _joined(flat, region))
    if not names_houses(shadow.text):
        return Listing(grammar="houses")
    entries: list[Entry] = []
    for item in phrases(shadow.text):
        if not item.remark and organisation_score(item.text) >= 0.3 and person_score(item.text) < 0.8:
            entries.append(Entry(shadow.span(item.start, item.end), organisation=item.text))
    return Listing(entries, 1.06, "houses")


def _share_tail(assembler: Assembler, items: Sequence[Phrase]) -> None:
    """ "A, B och C från Org": the employer is everybody's who stands before it without one."""
    for number, item in enumerate(items):
        if item.before != "from" or number == 0:
            continue
        for index in range(len(assembler.entries) - 1, -1, -1):
            entry = assembler.entries[index]
            position = assembler.shadow.span(item.start, item.end)[0]
            if entry.span[0] > position:
                continue
            if entry.organisation not in (None, item.text):
                break
            assembler.entries[index] = replace(entry, organisation=item.text)


def _joined(flat: str, region: Region) -> list[Span]:
    spans: list[Span] = []
    for start, end in region.spans:
        content = start + content_at(flat[start:end])
        if spans and not flat[spans[-1][1] : start].strip() and content == start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((content, end))
    return spans


def table(flat: str, region: Region) -> Listing:
    """Rows with cells between bars, with or without a heading row."""
    entries, share = table_entries(flat, region.spans)
    return Listing(entries, 1.02 * share, "table")
