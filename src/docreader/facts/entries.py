"""From the phrases of a list to the people in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from docreader.facts.phrases import Phrase, role_apart
from docreader.facts.remarks import (
    ABBREVIATED,
    PARTIAL,
    PARTY,
    REMARKS,
    SUBSTITUTE,
    are_initials,
    surname_then_given,
    told_of,
)
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
from docreader.text.triggers import quick


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
    #: a column of marks says whether they came
    marked: bool = False


#: "politiadvokat Bjørnar Øien": a title that no register knows, right before a name.
_TITLED = re.compile(r"(?P<title>[a-zåäöæø][a-zåäöæø-]{3,30})\s(?P<name>[A-ZÅÄÖÆØ].{4,60})")
_FROM = quick(r"^(?:från|fra|frå|from)\s", re.IGNORECASE)


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
        #: a list with the surname before the comma and the given name behind it
        self.turned = False
        self._after_remark = False
        #: a title that stands before the name it belongs to
        self._pending: Phrase | None = None

    def feed(self, items: Sequence[Phrase]) -> None:
        """Take in one line or one whole list."""
        self.label = None
        self._pending = None
        index = 0
        while index < len(items):
            item = items[index]
            size = len(item.text)
            self.total += size
            following = items[index + 1] if index + 1 < len(items) else None
            if following is not None and following.remark and not item.remark:
                after = next((other for other in items[index + 2 :] if not other.remark), None)
                following = after if after is not None and after.before in ("colon", "dash") else following
            turned = self.sharing and following is not None and surname_then_given(item, following, listed=self.turned)
            if following is not None and (turned or self._comma_in_name(item, following)):
                words = (following.text, item.text) if turned else (item.text, following.text)
                reason = note("name_order") if turned else note("comma_in_name")
                self._person(replace_text(item, " ".join(words), following.end), reason)
                self.total += len(following.text)
                self.explained += size + len(following.text)
                index += 2
                continue
            self.explained += size if self._take(item, following) else 0
            # Initials in brackets say nothing about where somebody works: the employer is still to come.
            own = bool(self.open) and are_initials(item.text, self.entries[self.open[-1]].person or "")
            self._after_remark = item.remark and not own
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
        if item.sort == "role" and following is not None and following.before == "glue" and following.sort == "person":
            return self._title_between(item)
        if self._title_run_in(item):
            return True
        return bool(self.entries and self.open) and self._of_last(item)

    def _of_last(self, item: Phrase) -> bool:
        """What is said of whoever was named last."""
        told = told_of(item)
        if told is not None:
            return self._update(**told)
        if item.sort == "role" and role_score(item.text) >= 0.4:
            return self._role(item)
        if organisation_score(item.text) >= 0.3:
            return self._organisation(item)
        if PARTIAL.search(item.text):
            return self._update(partial=True)
        return False

    def _title_run_in(self, item: Phrase) -> bool:
        """A title that no register knows in one phrase with the name behind it."""
        titled = _TITLED.fullmatch(item.text) if item.sort == "role" else None
        least = 0.5 if self.label is not None and not self.open else 0.8
        if titled is None or " " not in titled["name"] or person_score(titled["name"]) < least:
            return False
        self._pending = replace(item, text=titled["title"], end=item.start + titled.end("title"))
        self._person(replace(item, text=titled["name"], start=item.start + titled.start("name"), sort="person"))
        return True

    def _title_between(self, item: Phrase) -> bool:
        """A title right before a name is that person's; but in "Jan Ek, räddningschef Eva Öst, miljöinspektör Bo As" it
        follows its bearer."""
        last = self.entries[self.open[-1]] if self.open else None
        if last is not None and item.before == "comma" and last.role is None and last.organisation is None:
            return self._role(item)
        self._pending = item
        return True

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
        role, self._pending = self._pending, None
        if surname_first(name):
            name = " ".join(reversed(name.split()))
            notes = (*notes, note("name_order"))
        organisation = _FROM.sub("", self.label.text) if self.label else None
        label = self.shadow.span(self.label.start, self.label.end) if self.label else None
        self.open.append(len(self.entries))
        span = self.shadow.span(role.start if role else item.start, item.end)
        title = None if role is None else role.text if role.text[:2].isupper() else role.text[0].lower() + role.text[1:]
        self.entries.append(Entry(span, name, organisation, title, notes=tuple(notes), label=label))

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
        words = ABBREVIATED.get(item.text.casefold().rstrip("."), item.text)
        role = words if entry.role is None else f"{entry.role}, {words}"
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
        if are_initials(text, self.entries[self.open[-1]].person or ""):
            return True
        if PARTY.fullmatch(text.rstrip(".")):
            return self._update(party=text)
        if SUBSTITUTE.search(text):
            return self._role(item)
        if "," in text:
            parts = [replace(item, text=part.strip(), sort=sort_of(part)) for part in text.split(",") if part.strip()]
            outcomes = [self._remark(part) for part in parts]
            return all(outcomes)
        told = next((values for pattern, values in REMARKS if pattern.search(text)), None)
        if told is not None:
            return self._update(**told)
        apart = role_apart(text)
        if apart is not None and person_score(apart[1]) < 0.8:
            self._role(replace(item, text=apart[0]))
            return self._organisation(replace(item, text=apart[1]))
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
    employers = {entry.organisation for entry in assembler.entries if entry.organisation and not entry.role}
    alike = sum(person_score(name) >= 0.5 and organisation_score(name) < 0.5 for name in employers)
    if employers and alike > 0.6 * len(employers):
        assembler = Assembler(shadow, sharing=sharing)
        assembler.employers = False
        assembler.feed(items)
    return assembler


def replace_text(item: Phrase, text: str, end: int) -> Phrase:
    """The phrase with other words and a later end."""
    return replace(item, text=text, end=end, sort="person")
