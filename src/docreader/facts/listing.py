"""The grammars of lists of people. Each tells what a list says and how much of it that explains."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from docreader.facts.attendance import Region
from docreader.facts.phrases import Phrase, phrases
from docreader.model import Note, Span, note
from docreader.text.names import (
    is_given_name,
    is_registered,
    organisation_score,
    person_score,
    role_score,
    surname_first,
)
from docreader.text.shadow import Shadow, shadow_of
from docreader.text.units import mark_of

_PARTY = re.compile(r"(?:S|M|SD|C|V|KD|L|FP|MP|DEM|H|A|Ap|SV|FrP|KrF|Sp|R|MDG|B|F|K|O|Ø|Å|SF|DF|LA|KF|NB)(?:-\w{2,12})?")
_ABSENT = re.compile(r"afbud|förhinder|frånvarande|forfall|frafall|absent|excused|sjuk|ej närvarande|fraværende|återbud|meldt", re.I)
_PARTIAL = re.compile(
    r"anslöt|lämnade|del av|delvis|deltog|till och med|t\.?o\.?m|fr\.?o\.?m|from|från kl|till kl|till \d|til \d|fra \d|kl\.? ?\d|\d\d[.:]\d\d|§|punkt|pkt|sak \d|"
    r"förmiddag|eftermiddag|fm\b|em\b|until|joined|left|part of|delar|fra kl|til kl|forlod|ankom|gick|kom ",
    re.IGNORECASE,
)
_REMOTE = re.compile(r"digital|länk|teams|zoom|skype|distans|telefon|online|remot|videokonf|video|lync|webb", re.IGNORECASE)
_ROOM = re.compile(r"på plats|fysisk|on site|in person|i rummet", re.IGNORECASE)
_SUBSTITUTE = re.compile(r"\b(?:tjänstgörande )?(?:ersättare|ers\.?|suppleant|vara|stedfortreder|stedfortræder|substitute|ersätter|i stället)"
                         r" (?:för |for )?(?=(?-i:[A-ZÅÄÖÆØ]))", re.I)


@dataclass(frozen=True, slots=True)
class Entry:
    """One attending person, or (``person`` None) an organisation without a named person."""

    span: Span
    person: str | None = None
    organisation: str | None = None
    role: str | None = None
    party: str | None = None
    attendance: str | None = None
    mode: str | None = None
    partial: bool | None = None
    notes: tuple[Note, ...] = ()
    #: where the organisation stands when that is apart from the name (a label before it, a line above)
    label: Span | None = None


@dataclass
class Listing:
    """The outcome of one grammar: the entries and how much of the text they explain, 0..1."""

    entries: list[Entry] = field(default_factory=list)
    explained: float = 0.0
    grammar: str = ""


Grammar = Callable[[str, Region], Listing]


def best_listing(flat: str, region: Region) -> Listing:
    """The listing of the grammar that explains most."""
    outcomes = [grammar(flat, region) for grammar in (table, lines, labelled, flow)]
    if len(region.spans) >= 3:
        # Several lines that each begin with a name are a list, however well they read as one paragraph.
        outcomes[1].explained *= 1.05
    return max(outcomes, key=lambda listing: listing.explained)


class Assembler:
    """Puts phrases together into entries, from left to right."""

    def __init__(self, shadow: Shadow, sharing: bool) -> None:
        self.shadow = shadow
        self.sharing = sharing
        self.entries: list[Entry] = []
        self.open: list[int] = []
        self.explained = 0
        self.total = 0
        self.label: Phrase | None = None

    def feed(self, items: Sequence[Phrase]) -> None:
        """Take in one line or one whole list."""
        self.label = None
        index = 0
        while index < len(items):
            item = items[index]
            size = len(item.text)
            self.total += size
            following = items[index + 1] if index + 1 < len(items) else None
            if self._comma_in_name(item, following) and following is not None:
                self._person(replace_text(item, f"{item.text} {following.text}", following.end), note("comma_in_name"))
                self.total += len(following.text)
                self.explained += size + len(following.text)
                index += 2
                continue
            self.explained += size if self._take(item, following) else 0
            index += 1

    def _comma_in_name(self, item: Phrase, following: Phrase | None) -> bool:
        if following is None or following.before != "comma" or " " in item.text or item.remark or item.before:
            return False
        word = following.text
        return (
            is_given_name(item.text) and bool(re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)?", word)) and word[0].isupper()
            and not word.isupper() and organisation_score(word) <= 0.5
        )

    def _take(self, item: Phrase, following: Phrase | None) -> bool:
        if item.remark or item.before == "bracket":
            return self._remark(item)
        if following is not None and following.before in ("colon", "dash") and item.sort != "person" and not self.open:
            if organisation_score(item.text) >= 0.3 or item.sort == "organisation":
                self.label = item
                return True
        if item.sort == "person" and person_score(item.text) >= 0.5 and not self._is_employer(item, following):
            self._person(item)
            return True
        if not self.entries or not self.open:
            return False
        if _ABSENT.fullmatch(item.text) or _ABSENT.match(item.text) and len(item.text) < 30:
            return self._update(attendance="absent")
        if item.sort == "role" and role_score(item.text) >= 0.4:
            return self._role(item)
        if organisation_score(item.text) >= 0.3:
            return self._organisation(item)
        if _PARTIAL.search(item.text):
            return self._update(partial=True)
        return False

    def _is_employer(self, item: Phrase, following: Phrase | None) -> bool:
        """A phrase shaped like a name that stands where an employer is due: "Anna Ek, Medicon Village"."""
        if not self.open or item.before not in ("comma", "dash", "bar", "from"):
            return False
        last = self.entries[self.open[-1]]
        given = is_given_name(item.text.split()[0])
        if following is not None and following.before == "comma" and organisation_score(following.text) >= 0.7:
            return False
        return not given and last.organisation is None and person_score(item.text) < 0.7 and item.before != "and"

    def _person(self, item: Phrase, *notes: Note) -> None:
        if not self.sharing or not self.open or self.entries[self.open[-1]].organisation is not None:
            self.open = []
        name = re.sub(r"\s+", " ", item.text)
        if surname_first(name):
            name = " ".join(reversed(name.split()))
            notes = (*notes, note("name_order"))
        organisation = self.label.text if self.label else None
        label = self.shadow.span(self.label.start, self.label.end) if self.label else None
        self.open.append(len(self.entries))
        span = self.shadow.span(item.start, item.end)
        self.entries.append(Entry(span, name, organisation, notes=tuple(notes), label=label))

    def _update(self, **values: str | bool) -> bool:
        if not self.open:
            return False
        number = self.open[-1]
        self.entries[number] = replace(self.entries[number], **values)  # type: ignore[arg-type]
        return True

    def _extend(self, number: int, item: Phrase) -> None:
        start, _ = self.entries[number].span
        end = self.shadow.span(item.start, item.end)[1]
        if end - start < 300:
            self.entries[number] = replace(self.entries[number], span=(start, end))

    def _role(self, item: Phrase) -> bool:
        entry = self.entries[self.open[-1]]
        role = item.text if entry.role is None else f"{entry.role}, {item.text}"
        self._update(role=role)
        self._extend(self.open[-1], item)
        return True

    def _organisation(self, item: Phrase) -> bool:
        for number in self.open:
            if self.entries[number].organisation is None:
                self.entries[number] = replace(self.entries[number], organisation=item.text)
        self._extend(self.open[-1], item)
        return True

    def _remark(self, item: Phrase) -> bool:
        text = item.text
        if self.label is not None and not self.open:
            return True
        if not self.open:
            return False
        if _PARTY.fullmatch(text.rstrip(".")):
            return self._update(party=text)
        if _SUBSTITUTE.search(text):
            return self._role(item)
        if _ABSENT.search(text):
            return self._update(attendance="absent")
        if _REMOTE.search(text):
            return self._update(mode="digital")
        if _ROOM.search(text):
            return self._update(mode="physical")
        if _PARTIAL.search(text):
            return self._update(partial=True)
        if role_score(text) >= 0.85 and not is_registered(text):
            return self._role(item)
        if organisation_score(text) >= 0.3 and self.entries[self.open[-1]].organisation is None:
            return self._organisation(item)
        return True


def replace_text(item: Phrase, text: str, end: int) -> Phrase:
    """The phrase with other words and a later end."""
    return replace(item, text=text, end=end, sort="person")


def _content(line_text: str) -> int:
    """Where the words of a list line begin, after bullet and number."""
    length = mark_of(line_text).length
    return length if length < len(line_text) else 0


def lines(flat: str, region: Region) -> Listing:
    """One person (or one organisation with its people) on each line."""
    entries: list[Entry] = []
    explained = total = 0
    organisations = 0
    heading: Entry | None = None
    for start, end in region.spans:
        content = start + _content(flat[start:end])
        shadow = shadow_of(flat, [(content, end)])
        text = _blank_substitutes(shadow.text)
        assembler = Assembler(shadow, sharing=True)
        items = phrases(text)
        assembler.feed(items)
        total += assembler.total
        continued = bool(text) and (text[0].islower() or flat[:start].rstrip()[-1:] == "-")
        if assembler.entries:
            explained += 0 if continued else assembler.explained
            entries += [_under(entry, heading) for entry in assembler.entries]
        elif items and not continued and _organisation_line(items):
            span = shadow.span(items[0].start, items[-1].end)
            heading = Entry(span, organisation=items[0].text.rstrip(":"))
            entries.append(heading)
            organisations += 1
            explained += int(0.9 * assembler.total)
        elif items and items[0].sort == "role" and len(items) == 1:
            explained += assembler.total // 2
    named = [entry for entry in entries if entry.person]
    if named and organisations:
        entries = _without_headings(entries)
    return Listing(entries, explained / total if total else 0.0, "lines")


def _under(entry: Entry, heading: Entry | None) -> Entry:
    del heading
    return entry


def _organisation_line(items: Sequence[Phrase]) -> bool:
    first = items[0]
    rest = [item for item in items[1:] if not item.remark]
    return organisation_score(first.text) >= 0.45 and len(rest) <= 1 and len(first.text) < 80


def _without_headings(entries: list[Entry]) -> list[Entry]:
    """An organisation on a line of its own just above people without employer is their heading."""
    result: list[Entry] = []
    heading: Entry | None = None
    for number, entry in enumerate(entries):
        if entry.person is None:
            following = entries[number + 1] if number + 1 < len(entries) else None
            heading = entry if following is not None and following.person and following.organisation is None else None
            if heading is None:
                result.append(entry)
        elif heading is not None and entry.organisation is None:
            result.append(replace(entry, organisation=heading.organisation, label=heading.span))
        else:
            heading = None
            result.append(entry)
    return result


def _blank_substitutes(text: str) -> str:
    """"ersättare för Bo Ek" names somebody who is not there: the name is blanked, character for character."""
    def blank(match: re.Match[str]) -> str:
        return " " * len(match[0])

    return re.sub(
        _SUBSTITUTE.pattern + r"[^,;()\n]{3,40}(?:\([^()]{1,6}\))?", blank, text, flags=re.IGNORECASE
    )


def labelled(flat: str, region: Region) -> Listing:
    """"Org: Name, Name" again and again, also running on over line ends."""
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
    assembler = Assembler(shadow, sharing=False)
    items = phrases(_blank_substitutes(shadow.text))
    assembler.feed(items)
    _share_tail(assembler, items)
    share = assembler.explained / assembler.total if assembler.total else 0.0
    if len(region.spans) > 1:
        ended = sum(flat[end - 1] in ",;-" or flat[start].islower() for start, end in region.spans[:-1])
        share *= 0.8 + 0.25 * ended / (len(region.spans) - 1)
    return Listing(assembler.entries, share, "flow")


def _share_tail(assembler: Assembler, items: Sequence[Phrase]) -> None:
    """"A, B och C från Org": the employer is everybody's who stands before it without one."""
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
        content = start + _content(flat[start:end])
        if spans and not flat[spans[-1][1] : start].strip() and content == start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((content, end))
    return spans


_COLUMNS = (
    ("attendance", re.compile(r"närvaro|status|tilstede|present", re.I)),
    ("organisation", re.compile(r"organisation|myndighet|företag|arbetsplats|representerar|verksamhet|virksomhet|region|kommun|org\b|affiliation|company", re.I)),
    ("role", re.compile(r"roll|funktion|titel|uppdrag|rolle|title|role|befattning|tittel|stilling", re.I)),
    ("person", re.compile(r"namn|navn|name|närvarande|deltagare|deltakere|deltagere|participant|ledamot|medlem", re.I)),
)


def table(flat: str, region: Region) -> Listing:
    """Rows with cells between bars, with or without a heading row."""
    rows = [(start, end) for start, end in region.spans if "|" in flat[start:end]]
    if len(rows) < max(1, 0.6 * len(region.spans)):
        return Listing(grammar="table")
    columns: dict[int, str] = {}
    entries: list[Entry] = []
    explained = total = 0
    for start, end in rows:
        cells = _cells(flat, start, end)
        if not cells or all(re.fullmatch(r"[:\s-]*", flat[a:b]) for a, b in cells):
            continue
        texts = [flat[a:b] for a, b in cells]
        if not entries and not any(person_score(text.strip("* ")) >= 0.6 for text in texts):
            columns = columns or _columns(texts)
            if columns:
                continue
        total += sum(map(len, texts))
        entry = _row(flat, cells, columns)
        if entry is not None:
            entries.append(entry)
            explained += sum(map(len, texts))
    return Listing(entries, 1.02 * explained / total if total else 0.0, "table")


def _cells(flat: str, start: int, end: int) -> list[Span]:
    cells: list[Span] = []
    position = start
    for piece in flat[start:end].split("|"):
        inner = piece.strip(" *")
        if inner or cells and position < end:
            at = position + (piece.index(inner) if inner else 0)
            cells.append((at, at + len(inner)))
        position += len(piece) + 1
    return [cell for cell in cells if cell[0] < cell[1]] or []


def _columns(texts: Sequence[str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for index, text in enumerate(texts):
        for name, pattern in reversed(_COLUMNS):
            if pattern.search(text) and name not in found.values():
                found[index] = name
                break
    return found if len(found) >= 2 or len(texts) == 1 else {}


_PRESENT_MARK = re.compile(r"(?:x|1|ja|när\w*|present|til stede|√|✓)", re.IGNORECASE)
_ABSENT_MARK = re.compile(r"(?:-|–|0|nej|nei|ej|frv?|" + _ABSENT.pattern + ")", re.IGNORECASE)


def _row(flat: str, cells: Sequence[Span], columns: dict[int, str]) -> Entry | None:
    entry = Entry((cells[0][0], cells[-1][1]))
    marks: list[bool] = []
    for index, (a, b) in enumerate(cells):
        text = re.sub(r"\s+", " ", flat[a:b])
        column = columns.get(index)
        if entry.person is None and (column == "person" or person_score(text) >= 0.6 or _begins_with_person(text)):
            entry = _person_cell(flat, (a, b), entry, sure=column == "person") or entry
        elif _PRESENT_MARK.fullmatch(text) or _ABSENT_MARK.fullmatch(text):
            marks.append(bool(_PRESENT_MARK.fullmatch(text)))
        elif column == "role" or column is None and role_score(text) >= 0.8:
            entry = replace(entry, role=text)
        elif entry.organisation is None and column != "attendance":
            entry = replace(entry, organisation=text)
    if marks and not any(marks):
        entry = replace(entry, attendance="absent")
    if entry.person is None and entry.organisation is None:
        return None
    return entry if entry.person is None or len(entry.person.split()) > 1 else None


def _begins_with_person(text: str) -> bool:
    items = phrases(text)
    return bool(items) and items[0].sort == "person" and person_score(items[0].text) >= 0.6


def _person_cell(flat: str, cell: Span, entry: Entry, sure: bool) -> Entry | None:
    """A cell with a name and perhaps party and role beside it."""
    shadow = shadow_of(flat, [cell])
    assembler = Assembler(shadow, sharing=True)
    assembler.feed(phrases(_blank_substitutes(shadow.text)))
    if assembler.entries:
        return replace(assembler.entries[0], span=entry.span)
    return replace(entry, person=shadow.text) if sure and " " in shadow.text else None
