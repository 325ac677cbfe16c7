"""HTML in a text: a page that was saved or pasted as it is, or a text with tags and entities left over.

The text itself is not touched, for offsets count in it. What is searched is a copy of the same length in which each
tag has become space, a line end, a bullet or a bar, and each entity its character.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docreader.model import Span
from docreader.text.words import words

#: Takes up room without parting a word: it is left out of every shadow.
FILLER = "\u2060"
_TOKEN = re.compile(
    r"<!--|<!doctype[^<>]{0,200}>|<(?P<close>/?)(?P<name>[a-z][a-z0-9]{0,15})(?P<rest>(?:\s[^<>]{0,3000})?/?)>"
    r"|&(?:\#\d{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});",
    re.IGNORECASE,
)
_TAGS = re.compile(
    r"</(?:p|div|li|td|tr|h[1-6]|a|span|strong|em|b|ul|ol|table|body|html|section)>|<br ?/?>", re.IGNORECASE
)
_ENTITY = re.compile(
    r"&(?:nbsp|amp|[ao](?:uml|ring|slash)|aelig|[mn]dash|[rl]d?quo|quot|shy|raquo|laquo|middot|#\d{2,5});", re.I
)
_WHOLE = re.compile(r"<(?:!doctype html|html|body)\b", re.IGNORECASE)
#: Elements with nothing to read in them.
_DROPPED = words("script style noscript template svg iframe object nav head button select dialog canvas")
_CHROME = re.compile(
    r"(?:class|id)\s?=\s?[\"']?[^\"'>]{0,80}?\b(?:cookies?|consent|breadcrumbs?|crumbs|menu|navbar|navigation|sidebar"
    r"|share|social|skip|newsletter|related|pagination)\b",
    re.IGNORECASE,
)
_BLOCKS = words(
    "p div section article main ul ol table tr dl dt blockquote pre figure address details summary header"
    " footer aside hr body html fieldset title figcaption center form tbody thead h1 h2 h3 h4 h5 h6 li"
)
_PUBLISHED = re.compile(
    r"(?:article:published_time|dcterms\.issued|dc\.date\.issued|publish-?date|datepublished)\"[^<>]{0,40}?content=\""
    r"(?P<date>\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
)
_PUBLISHED_WORD = "\n\nPublicerad "


@dataclass(frozen=True, slots=True)
class Unmarked:
    """The copy, where the tags are, and which parts stand beside the matter of the page."""

    text: str
    tags: tuple[Span, ...] = ()
    apart: tuple[Span, ...] = ()

    def tidied(self, span: Span) -> Span:
        """A passage without the tags at its edges."""
        start, end = span
        while start < end and ((tag := self._tag_at(start)) or self.text[start].isspace()):
            start = tag[1] if tag else start + 1
        while end > start and ((tag := self._tag_at(end - 1)) or self.text[end - 1].isspace()):
            end = tag[0] if tag else end - 1
        while self.text[end : end + 1] == FILLER and not self._tag_at(end):
            # The rest of an entity.
            end += 1
        return (start, end) if start < end else span

    def _tag_at(self, position: int) -> Span | None:
        place = bisect_right(self.tags, (position, len(self.text))) - 1
        return self.tags[place] if place >= 0 and self.tags[place][1] > position else None


def unmarked(text: str) -> Unmarked | None:
    """The copy, or None for a text without mark-up."""
    if "<" in text and (_WHOLE.search(text, 0, 20_000) or sum(1 for _ in _first(_TAGS, text, 3)) == 3):
        return _Copy(text, whole=_WHOLE.search(text, 0, 20_000) is not None).made()
    if "&" in text and _ENTITY.search(text):
        return _Copy(text, whole=False).made()
    return None


def _first(pattern: re.Pattern[str], text: str, most: int) -> Iterator[re.Match[str]]:
    for number, match in enumerate(pattern.finditer(text), 1):
        yield match
        if number == most:
            return


class _Copy:
    """Goes through the tokens once. In a whole page the line ends of the source are only space."""

    def __init__(self, text: str, *, whole: bool) -> None:
        self._text = text
        self._whole = whole
        self._pieces: list[str] = []
        self._tags: list[Span] = []
        self._apart: list[Span] = []
        self._at = 0
        self._cells = 0
        self._in_cell = 0
        self._lists: list[int] = []

    def made(self) -> Unmarked:
        """The copy, of the same length as the text."""
        closing = self._closing()
        until, beside = 0, 0
        for token in list(_TOKEN.finditer(self._text)):
            start, end = token.span()
            if start < max(until, self._at):
                continue
            if token[0] == "<!--":
                close = self._text.find("-->", end)
                end = close + 3 if close >= 0 else end
                self._write(start, end, " " * (end - start))
                continue
            name = (token["name"] or "").lower()
            last = closing.get(start)
            if last is not None and name in _DROPPED:
                self._head(start, last) if name == "head" else self._write(start, last, _blank(last - start))
                until = last
                continue
            if last is not None and start >= beside:
                self._apart.append((start, last))
                beside = last
            self._write(start, end, self._instead(token, name))
        self._write_text(len(self._text))
        return Unmarked("".join(self._pieces), tuple(self._tags), tuple(self._apart))

    def _closing(self) -> dict[int, int]:
        """Where the elements to drop or to set apart end, by where they begin."""
        open_: dict[str, list[tuple[int, bool]]] = {}
        found: dict[int, int] = {}
        for token in _TOKEN.finditer(self._text):
            name = (token["name"] or "").lower()
            if not name or token["rest"].endswith("/"):
                continue
            if not token["close"]:
                wanted = name in _DROPPED or (name in _BLOCKS and bool(_CHROME.search(token["rest"])))
                open_.setdefault(name, []).append((token.start(), wanted))
            elif open_.get(name):
                start, wanted = open_[name].pop()
                if wanted:
                    found[start] = token.end()
        return found

    def _head(self, start: int, end: int) -> None:
        """Of the head only the day of publication is kept, as a line of its own."""
        published = _PUBLISHED.search(self._text, start, end)
        if published is None or published.start("date") - start < len(_PUBLISHED_WORD):
            self._write(start, end, _blank(end - start))
            return
        first, last = published.span("date")
        self._write(start, first, " " * (first - start - len(_PUBLISHED_WORD)) + _PUBLISHED_WORD)
        self._write_text(last)
        self._write(last, end, _blank(end - last))

    def _write(self, start: int, end: int, instead: str) -> None:
        self._write_text(start)
        self._pieces.append(instead)
        if self._text[start] == "<":
            self._tags.append((start, end))
        self._at = end

    def _write_text(self, end: int) -> None:
        piece = self._text[self._at : end]
        self._pieces.append(piece.replace("\n", " ").replace("\r", " ") if self._whole else piece)
        self._at = max(self._at, end)

    def _instead(self, token: re.Match[str], name: str) -> str:
        """What takes the place of one tag or entity."""
        length = token.end() - token.start()
        if not name:
            return _character(token[0]) if token[0].startswith("&") else " " * length
        if name in ("td", "th"):
            return self._cell(length, closes=bool(token["close"]))
        if self._in_cell and name not in ("table", "tr", "li", "ul", "ol"):
            return " " * length if name in _BLOCKS or name == "br" else self._inline(token)
        if name == "br":
            return self._line(token, "\n" + " " * (length - 1))
        if name in _BLOCKS or name == "dd":
            return self._block(token, name)
        return self._inline(token)

    def _block(self, token: re.Match[str], name: str) -> str:
        length, closes = token.end() - token.start(), bool(token["close"])
        if name == "tr":
            self._cells = 0
        if name in ("dt", "dd"):
            return (":" if closes and name == "dt" else " " if name == "dd" else "\n") + " " * (length - 1)
        if name in ("ul", "ol"):
            if closes:
                self._lists = self._lists[:-1]
            else:
                self._lists.append(0 if name == "ol" else -1)
        if not closes and name == "li":
            return _last(length, self._mark())
        if not closes and len(name) == 2 and name[0] == "h" and name[1].isdigit():
            return _last(length, "\n\n# " if name == "h1" or length < 5 else "\n\n## ")
        room = closes or name in ("p", "table", "blockquote", "section", "dl")
        return self._line(token, ("\n\n" if room and name not in ("li", "tr") else "\n").ljust(length))

    def _mark(self) -> str:
        """The number of a point in an ordered list, else a bullet."""
        if not self._lists or self._lists[-1] < 0:
            return "\n• "
        self._lists[-1] += 1
        return f"\n{self._lists[-1]}. "

    def _cell(self, length: int, *, closes: bool) -> str:
        self._in_cell = 0 if closes else 1
        if closes:
            return " " * length
        self._cells += 1
        return (" | " if self._cells > 1 else "").ljust(length)

    def _line(self, token: re.Match[str], instead: str) -> str:
        """A line end; in a text with left-over tags none where there is one already."""
        if self._whole:
            return instead
        before, after = self._text[token.start() - 1 : token.start()], self._text[token.end() : token.end() + 1]
        return " " * len(instead) if "\n" in (before, after) or not before or not after else instead

    def _inline(self, token: re.Match[str]) -> str:
        """Nothing at all within a word or before a comma, else space."""
        before, after = self._text[token.start() - 1 : token.start()], self._text[token.end() : token.end() + 1]
        tight = before and after and not before.isspace() and not after.isspace() and before != ">"
        return (FILLER if tight else " ") * (token.end() - token.start())


def _blank(length: int) -> str:
    return ("\n" + " " * (length - 1)) if length else ""


def _last(length: int, mark: str) -> str:
    """A mark at the end of the room that a tag leaves."""
    return mark.rjust(length)[-length:] if len(mark) <= length else mark.lstrip("\n").rjust(length)[-length:]


def _character(entity: str) -> str:
    """An entity's character, and room for the rest of it."""
    character = html.unescape(entity)
    if len(character) != 1 or character == "<":
        return entity
    if character == "\u00ad":
        return FILLER * len(entity)
    if character.isspace():
        return " " * len(entity)
    return character + FILLER * (len(entity) - 1)


def lines_apart(spans: Sequence[Span], starts: Sequence[int]) -> frozenset[int]:
    """Which of the places lie within the spans."""
    begins = [start for start, _ in spans]
    found = set()
    for place in starts:
        number = bisect_right(begins, place) - 1
        if number >= 0 and place < spans[number][1]:
            found.add(place)
    return frozenset(found)
