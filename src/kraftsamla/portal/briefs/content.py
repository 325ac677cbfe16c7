"""What stands on the page, in the language it is made in, and how much of it there is room for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import ngettext


@dataclass(frozen=True, slots=True)
class Words:
    """``lang``: the language they are in, which is another than the page's when nobody has translated them."""

    text: str
    lang: str

    def __bool__(self) -> bool:
        return bool(self.text)

    def clipped(self, length: int) -> Words:
        """At most so many letters, cut between words."""
        text = " ".join(self.text.split())
        if len(text) <= length:
            return replace(self, text=text)
        return replace(self, text=text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:–") + " …")


@dataclass(frozen=True, slots=True)
class Line:
    """``lead`` comes before, ``note`` after and quieter."""

    words: Words
    lead: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """One of the four, in words."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """A list under a heading, the most important first. ``empty`` is said when there is nothing, ``total`` how many
    there are in all."""

    key: str
    heading: str
    lines: tuple[Line, ...]
    empty: str
    total: int

    @property
    def more(self) -> str:
        """"och 12 till", when not all are shown."""
        left = self.total - len(self.lines)
        return ngettext("och %(number)d till", "och %(number)d till", left) % {"number": left} if left > 0 else ""


@dataclass(frozen=True, slots=True)
class Brief:
    language: str
    kind: str
    title: Words
    plain: Words
    scales: tuple[Scale, ...]
    parts: tuple[Part, ...]
    foot: str
    file_name: str


@dataclass(frozen=True, slots=True)
class Room:
    """How many lines each list gets, and how long a text may be."""

    actions: int
    answers: int
    latest: int
    weakest: int
    sources: int
    text: int


#: From the most that a page can hold to what it holds whatever stands there.
LADDER = (
    Room(14, 10, 8, 4, 10, 260),
    Room(11, 8, 7, 4, 8, 230),
    Room(9, 7, 6, 3, 7, 200),
    Room(8, 6, 5, 3, 6, 180),
    Room(7, 5, 4, 3, 5, 160),
    Room(6, 5, 4, 3, 4, 140),
    Room(5, 4, 3, 2, 3, 120),
    Room(4, 3, 2, 2, 3, 100),
    Room(3, 2, 2, 1, 2, 80),
    Room(2, 2, 1, 1, 1, 70),
)


def fitted(brief: Brief, room: Room) -> Brief:
    """As much of it as there is room for."""
    return replace(
        brief, title=brief.title.clipped(200), plain=brief.plain.clipped(room.text * 2),
        parts=tuple(
            replace(part, lines=tuple(_clipped(line, room.text) for line in part.lines[: getattr(room, part.key)]))
            for part in brief.parts
        ),
    )  # fmt: skip


def _clipped(line: Line, length: int) -> Line:
    words = line.words.clipped(length)
    return replace(line, words=words, note=Words(line.note, "").clipped(max(40, length)).text)
