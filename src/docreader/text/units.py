"""Units: the headings, paragraphs, list items and table rows that a text is made of.

Where the format knows its blocks they are taken over; else lines are put together by reading them. A unit's
``body`` is the shadow of its text without bullet or number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from docreader.model import Block, BlockKind, Span
from docreader.text.date_patterns import MONTH
from docreader.text.lines import Line
from docreader.text.shadow import Shadow, shadow_of

_BULLET = re.compile(r"(?:[-–*•+]|>(?: ?>)*)\s+(?:\[ ?\]\s+)?(?=\S)")
_QUOTE = re.compile(r"(?:>\s?){1,4}")
_HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
_NUMBER = re.compile(
    r"(?:(?P<sign>§+|[Ss]ak(?:snr\.?)?|[Pp]unkt|[ÄÆ]rende|[Ss]ag|[Pp]kt\.?|PS|FS|KS|Item|[Aa]genda item|Ad\.?)\s{0,2})?"
    r"(?P<number>\d{1,3}/\d{2,4}|\d{1,3} ?[a-f](?=[.)]\s)|(?<=§ )\d{1,3} ?[a-f](?=\s[A-ZÅÄÖÆØ])"
    r"|\d{1,3}(?:\.\d{1,2}){0,3})(?P<after>\s?§\.?|\s[-–](?=\s[A-ZÅÄÖÆØ])|[.):]{0,2})(?P<space>\s+)(?=\S)"
)
_NUMBER_WITH_STOP = re.compile(re.sub(r"\(\?P<after>.*?\{0,2\}\)", "(?P<after>[.)])", _NUMBER.pattern))
#: What a line with a bullet, a number or a heading sign begins with: the digits, the signs and the words of the above.
_MARKS = frozenset("-–*•+>#_§0123456789sSpPFKIAaÄÆ")
_BULLETS = frozenset("-–*•+>")
_QUANTITY = re.compile(r"(?:kl|h)\b|[%–:/-]|\d", re.IGNORECASE)
_TITLE_START = re.compile(r"[A-ZÅÄÖÆØÉ\"*]")
_MONTH_AFTER = re.compile(rf"{MONTH}(?: \d|\s*$|,)", re.IGNORECASE)
_CLOCK_LIKE = re.compile(r"(\d{1,2})\.[0-5]\d")
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_DIVIDED = re.compile(r"[^\W\d_]-$")
_RULE = re.compile(r"[=-]{3,}")
_BOLD_LINE = re.compile(r"(?:\*\*|__)(?P<inner>[^*_\n]{1,160})(?:\*\*|__)\s?:?")
_SLOT = re.compile(
    r"(?:[Kk][Ll]\.?\s?)?[012]?\d[.:][0-5]\d(?:\s?[-–]\s?[012]?\d[.:][0-5]\d)?:?\s{1,3}(?:[-–]\s)?(?=[A-ZÅÄÖÆØ\"])"
)
_LABELLED = re.compile(r"[A-ZÅÄÖÆØ][\w-]{2,24}(?: [\w-]{1,16})?:\s")


_STOPS = frozenset(".!?:;")


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One piece of the text. ``number`` is the written number ("3", "1.2", "94", "12/2014"), ``sign`` what
    stands before it ("§"), ``after`` what follows it, ``gap`` the blank lines above."""

    kind: BlockKind
    level: int
    start: int
    end: int
    body: Shadow
    lines: tuple[Line, ...]
    gap: int
    bullet: bool = False
    number: str = ""
    sign: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """The text of the body."""
        return self.body.text


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before the words of a line, and how long it is."""

    length: int = 0
    bullet: bool = False
    number: str = ""
    sign: str = ""
    after: str = ""
    hashes: int = 0


_NO_MARK = Mark()


def mark_of(text: str) -> Mark:
    """The bullet, number or Markdown heading sign at the start of a line."""
    if text[:1] not in _MARKS:
        return _NO_MARK
    hashes = _HASHES.match(text) if text[0] == "#" else None
    length = hashes.end() if hashes else 0
    bullet = _BULLET.match(text) if text[0] in _BULLETS else None
    length = bullet.end() if bullet else length
    bold = 2 if text.startswith("**", length) else 0
    number = _NUMBER.match(text, length + bold)
    if number and not number["after"] and not number["sign"]:
        # A page number set down before the item's own: "2 4. Reservkraft".
        number = _NUMBER_WITH_STOP.match(text, number.end()) or number
    if number is None or _is_quantity(number, text):
        return Mark(length, bullet is not None, hashes=len(hashes[1]) if hashes else 0)
    return Mark(
        number.end(),
        bullet is not None,
        number["number"],
        number["sign"] or "",
        number["after"],
        len(hashes[1]) if hashes else 0,
    )


def _is_quantity(number: re.Match[str], text: str) -> bool:
    """A number that belongs to the words after it: a date, a clock time, a year, an amount."""
    rest = text[number.end() :]
    if number["sign"]:
        return False
    clock = _CLOCK_LIKE.fullmatch(number["number"])
    if clock and not number["after"] and (int(clock[1]) > 6 or number["number"].endswith("00")):
        return True
    if _QUANTITY.match(rest):
        return True
    if number["after"] == "" and not _TITLE_START.match(rest):
        return True
    return _MONTH_AFTER.match(rest) is not None


def heading_shape(text: str) -> bool:
    """Short, begins with a capital or a digit, and does not end like a sentence."""
    if not 2 <= len(text) <= 120 or text.count(" ") > 15:
        return False
    if text[-1] in ".,;" or not (text[0].isupper() or text[0].isdigit() or text[0] in '§"('):
        return False
    return _TWO_LETTERS.search(text) is not None


def make_units(flat: str, lines: Sequence[Line], blocks: Sequence[Block] = ()) -> list[Unit]:
    """Divide the lines into units, guided by the format's blocks where there are any."""
    known = {block.start: block for block in blocks}
    width = _wrap_width(lines)
    groups = list(_groups(lines, known, width))
    units = [_unit(flat, group, known) for group in groups]
    return [_as_heading(unit, units, number) for number, unit in enumerate(units)] if not known else units


def _wrap_width(lines: Sequence[Line]) -> int:
    """The column at which a hard-wrapped text was broken, or 0 for a text with one line a paragraph."""
    lengths = sorted(len(line.text) for line in lines if not line.furniture)
    if len(lengths) < 5:
        return 0
    widest = lengths[int(len(lengths) * 0.95)]
    return widest if 50 <= widest <= 130 and lengths[-1] <= widest * 1.6 else 0


def _groups(lines: Sequence[Line], known: Mapping[int, Block], width: int) -> Iterable[list[Line]]:
    """Lines that make one unit. Furniture between two lines of a paragraph does not divide it."""
    group: list[Line] = []
    held: list[Line] = []
    for line in lines:
        if line.furniture and line.start not in known:
            held.append(line)
            continue
        if group and _continues(group, line, known, width, broken=bool(held)):
            group.append(line)
        else:
            if group:
                yield group
            group = [line]
        yield from ([item] for item in held)
        held = []
    if group:
        yield group
    yield from ([item] for item in held)


def _continues(group: list[Line], line: Line, known: Mapping[int, Block], width: int, *, broken: bool) -> bool:
    if line.start in known or known:
        return line.start not in known
    previous = group[-1]
    if (line.gap and not broken) or _starts_unit(line.text) or "|" in line.text or "|" in previous.text:
        return False
    first = group[0].text
    if _HASHES.match(first) or _BOLD_LINE.fullmatch(first) or _RULE.fullmatch(line.text):
        return False
    if _DIVIDED.search(previous.text, len(previous.text) - 2) and line.text[0].islower():
        return True
    lower = line.text[0].islower() or line.text[0] in ",;)"
    if lower and not _ends(previous.text) and len(previous.text) >= (0.5 * width if width else 30):
        return True
    if not width or len(previous.text) < 0.72 * width or (broken and not lower):
        return False
    if _LABELLED.match(line.text) and _LABELLED.match(previous.text):
        return False
    ended = _ends(previous.text)
    # A few words without a stop below a finished sentence are a heading ("Beslut").
    headed = ended and len(line.text) < 40 and heading_shape(line.text) and not _ends(line.text)
    return not (ended and len(previous.text) < 0.8 * width) and not headed


def _ends(text: str) -> bool:
    """With a stop, whatever closes behind it."""
    return text.rstrip("\"')]")[-1:] in _STOPS


def _starts_unit(text: str) -> bool:
    mark = mark_of(text)
    return (
        _SLOT.match(text) is not None
        or (text.startswith(("**", "__")) and _BOLD_LINE.fullmatch(text) is not None)
        or mark.bullet
        or bool(mark.hashes)
        or bool(mark.number and mark.after)
        or bool(mark.number and heading_shape(text) and text[mark.length].isupper())
    )


def _unit(flat: str, group: list[Line], known: Mapping[int, Block]) -> Unit:
    first, last = group[0], group[-1]
    block = known.get(first.start)
    mark = mark_of(first.text)
    bold = _BOLD_LINE.fullmatch(first.text) if len(group) == 1 else None
    start = first.start + mark.length
    quote = _QUOTE.match(first.text)
    if quote and not mark.length:
        start = first.start + quote.end()
    spans = [(start, first.end), *((line.start, line.end) for line in group[1:])]
    kind: BlockKind = "paragraph"
    level = 0
    if block is not None:
        kind, level = block.kind, block.level
    elif first.furniture:
        kind = "furniture"
    elif mark.hashes:
        kind, level = "heading", mark.hashes
    elif bold and heading_shape(bold["inner"].rstrip(": ")):
        kind, level = "heading", 3
    elif "|" in first.text and first.text.count("|") >= (2 if first.text.startswith("|") else 1) and not quote:
        kind = "table_row"
    elif mark.bullet or (mark.number and mark.after):
        kind, level = "list_item", 1 + min(first.indent // 4, 4)
    spans = _joined(flat, [span for span in spans if span[0] < span[1]] or [(first.start, first.end)])
    return Unit(
        kind,
        level,
        first.start,
        last.end,
        shadow_of(flat, spans),
        tuple(group),
        first.gap,
        mark.bullet,
        mark.number,
        mark.sign,
        mark.after,
    )


def _joined(flat: str, spans: list[Span]) -> list[Span]:
    """Spans with nothing but space between them as one, so that words divided at a line end can be put together."""
    joined = spans[:1]
    for start, end in spans[1:]:
        if flat[joined[-1][1] : start].isspace():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _as_heading(unit: Unit, units: Sequence[Unit], number: int) -> Unit:
    """A plain line that stands like a heading becomes one."""
    if unit.kind not in ("paragraph", "list_item") or unit.bullet or not heading_shape(unit.lines[0].text):
        return unit
    if len(unit.text) > 120 or (unit.kind == "list_item" and unit.text.endswith((":", "?"))):
        return unit
    if _last_of_list(unit, units, number):
        return unit
    after = next((units[i] for i in range(number + 1, len(units)) if units[i].kind != "furniture"), None)
    if not _stands_alone(unit, after):
        return unit
    level = 1 if number == 0 else 2 + unit.number.count(".")
    return replace(unit, kind="heading", level=level)


def _last_of_list(unit: Unit, units: Sequence[Unit], number: int) -> bool:
    """The last point of a list has text below it, as a heading has; the point right above tells them apart."""
    before = next((units[i] for i in range(number - 1, -1, -1) if units[i].kind != "furniture"), None)
    if before is None or before.kind != "list_item" or unit.gap or before.after != unit.after:
        return False
    return before.number.isdigit() and unit.number == str(int(before.number) + 1)


def _stands_alone(unit: Unit, after: Unit | None) -> bool:
    if after is None:
        return False
    roomy = unit.gap > 0 or unit.start == 0
    if unit.number:
        return after.number == "" or after.number.startswith(unit.number + ".") or (roomy and after.gap > 0)
    if unit.text.endswith(":"):
        return len(unit.text) < 60
    if not roomy:
        return False
    told = len(after.text) > 1.5 * len(unit.text) or re.search(r"[.!?]$", after.text) is not None
    return after.gap > 0 or after.bullet or bool(after.number) or told
