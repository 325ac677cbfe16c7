"""From the phrases of a list to the people in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from docreader.facts.phrases import Phrase
from docreader.model import Note, Span, note
from docreader.text.names import (
    is_given_name,
    is_registered,
    organisation_score,
    person_score,
    role_score,
    sort_of,
    surname_first,
)
from docreader.text.shadow import Shadow

_PARTY = re.compile(
    r"(?:S|M|SD|C|V|KD|L|FP|MP|DEM|H|A|Ap|SV|FrP|KrF|Sp|R|MDG|B|F|K|O|Ø|Å|SF|DF|LA|KF|NB)(?:-\w{2,12})?"
)
ABSENT = re.compile(
    r"afbud|förhinder|frånvarande|forfall|frafall|absent|excused|sjuk|ej närvarande|fraværende|återbud|meldt",
    re.I,
)
_PARTIAL = re.compile(
    r"anslöt|lämnade|del av|delvis|deltog|till och med|t\.?o\.?m|fr\.?o\.?m|from|från kl|till kl|till \d"
    r"|til \d|fra \d|kl\.? ?\d|\d\d[.:]\d\d|§|punkt|pkt|sak \d|"
    r"förmiddag|eftermiddag|fm\b|em\b|until|joined|left|part of|delar|fra kl|til kl|forlod|ankom|gick|kom ",
    re.IGNORECASE,
)
_REMOTE = re.compile(
    r"digital|länk|teams|zoom|skype|distans|telefon|online|remot|videokonf|video|lync|webb", re.IGNORECASE
)
_ROOM = re.compile(r"på plats|fysisk|on site|in person|i rummet", re.IGNORECASE)
_SUBSTITUTE = re.compile(
    r"\b(?:tjänstgörande )?(?:ersättare|ers\.?|suppleant|vara|stedfortreder|stedfortræder|substitute"
    r"|ersätter|i stället)"
    r" (?:för |for )?(?=(?-i:[A-ZÅÄÖÆØ]))",
    re.I,
)


#: What a remark in brackets tells about attendance, the first that fits.
_REMARKS: tuple[tuple[re.Pattern[str], dict[str, str | bool]], ...] = (
    (ABSENT, {"attendance": "absent"}),
    (_REMOTE, {"mode": "digital"}),
    (_ROOM, {"mode": "physical"}),
    (_PARTIAL, {"partial": True}),
)


#: The marks of a column of attendance that lost its table.
MARKS: Final = {"X": "present", "x": "present", "1": "present", "-": "absent", "–": "absent", "0": "absent"}


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


class Assembler:
    """Puts phrases together into entries, from left to right."""

    def __init__(self, shadow: Shadow, *, sharing: bool) -> None:
        self.shadow = shadow
        self.sharing = sharing
        self.entries: list[Entry] = []
        self.open: list[int] = []
        self.explained = 0
        self.total = 0
        self.label: Phrase | None = None
        self.employers = True
        self._after_remark = False

    def feed(self, items: Sequence[Phrase]) -> None:
        """Take in one line or one whole list."""
        self.label = None
        index = 0
        while index < len(items):
            item = items[index]
            size = len(item.text)
            self.total += size
            following = items[index + 1] if index + 1 < len(items) else None
            if following is not None and following.remark and not item.remark:
                after = next((other for other in items[index + 2 :] if not other.remark), None)
                following = after if after is not None and after.before in ("colon", "dash") else following
            if self._comma_in_name(item, following) and following is not None:
                self._person(replace_text(item, f"{item.text} {following.text}", following.end), note("comma_in_name"))
                self.total += len(following.text)
                self.explained += size + len(following.text)
                index += 2
                continue
            self.explained += size if self._take(item, following) else 0
            self._after_remark = item.remark
            index += 1

    def _comma_in_name(self, item: Phrase, following: Phrase | None) -> bool:
        if following is None or following.before != "comma" or " " in item.text or item.remark or item.before:
            return False
        word = following.text
        return (
            is_given_name(item.text)
            and bool(re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)?", word))
            and word[0].isupper()
            and not word.isupper()
            and organisation_score(word) <= 0.5
        )

    def _take(self, item: Phrase, following: Phrase | None) -> bool:
        if item.remark or item.before == "bracket":
            return self._remark(item)
        if (
            following is not None
            and following.before in ("colon", "dash")
            and not self.open
            and self._labels(item, following)
        ):
            self.label = item
            return True
        if item.sort == "person" and person_score(item.text) >= 0.5 and not self._is_employer(item, following):
            self._person(item)
            return True
        if not self.entries or not self.open:
            return False
        if item.text in MARKS:
            return self._update(attendance=MARKS[item.text])
        if ABSENT.fullmatch(item.text) or (ABSENT.match(item.text) and len(item.text) < 30):
            return self._update(attendance="absent")
        if item.sort == "role" and role_score(item.text) >= 0.4:
            return self._role(item)
        if organisation_score(item.text) >= 0.3:
            return self._organisation(item)
        if _PARTIAL.search(item.text):
            return self._update(partial=True)
        return False

    def _labels(self, item: Phrase, following: Phrase) -> bool:
        """In "Visit Dalarna – Bosse Ek" what stands first is the employer when the second is more of a person."""
        if item.sort == "person":
            return following.sort == "person" and person_score(following.text) > person_score(item.text)
        return organisation_score(item.text) >= 0.3 or item.sort == "organisation"

    def _is_employer(self, item: Phrase, following: Phrase | None) -> bool:
        """A phrase shaped like a name that stands where an employer is due: "Anna Ek, Medicon Village"."""
        if not self.open or item.before not in ("comma", "dash", "bar", "from"):
            return False
        if self.label is not None or self._after_remark or not self.employers:
            return False
        last = self.entries[self.open[-1]]
        given = is_given_name(item.text.split()[0])
        if following is not None and following.before == "comma" and role_score(following.text) >= 0.85:
            # "Kystverket, Bo Ek, rådmann": whoever has a title of the town hall is the next person.
            return organisation_score(item.text) >= 0.7
        if last.organisation is not None and person_score(item.text) >= 0.5 and not self.sharing:
            return organisation_score(item.text) >= 0.7
        if following is not None and following.before == "comma" and organisation_score(following.text) >= 0.7:
            return False
        if last.organisation is not None and item.before != "comma":
            return False
        return not given and person_score(item.text) < 0.7

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
        self.entries[number] = replace(self.entries[number], **values)  # type: ignore[arg-type]  # names are Entry's own
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
        """Words in brackets: a party, an absence, a way or time of attending, a role, or the employer."""
        text = item.text
        if not self.open:
            return self.label is not None
        if _PARTY.fullmatch(text.rstrip(".")):
            return self._update(party=text)
        if _SUBSTITUTE.search(text):
            return self._role(item)
        if "," in text:
            parts = [replace(item, text=part.strip(), sort=sort_of(part)) for part in text.split(",") if part.strip()]
            outcomes = [self._remark(part) for part in parts]
            return all(outcomes)
        told = next((values for pattern, values in _REMARKS if pattern.search(text)), None)
        if told is not None:
            return self._update(**told)
        if role_score(text) >= 0.85 and not is_registered(text):
            return self._role(item)
        if organisation_score(text) >= 0.3 and self.entries[self.open[-1]].organisation is None:
            return self._organisation(item)
        return True


def assemble(shadow: Shadow, items: Sequence[Phrase], *, sharing: bool) -> Assembler:
    """The phrases put together. When all employers found look like people, they are people: a list without
    employers."""
    assembler = Assembler(shadow, sharing=sharing)
    assembler.feed(items)
    employers = {entry.organisation for entry in assembler.entries if entry.organisation}
    if employers and all(person_score(name) >= 0.5 and organisation_score(name) < 0.5 for name in employers):
        assembler = Assembler(shadow, sharing=sharing)
        assembler.employers = False
        assembler.feed(items)
    return assembler


def replace_text(item: Phrase, text: str, end: int) -> Phrase:
    """The phrase with other words and a later end."""
    return replace(item, text=text, end=end, sort="person")


def without_substitutes(text: str) -> str:
    """ "ersättare för Bo Ek" names somebody who is not there: the name is blanked, character for character."""

    def blank(match: re.Match[str]) -> str:
        return " " * len(match[0])

    return re.sub(_SUBSTITUTE.pattern + r"[^,;()\n]{3,40}(?:\([^()]{1,6}\))?", blank, text, flags=re.IGNORECASE)
