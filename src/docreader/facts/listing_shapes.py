"""How a list of people is laid out: wrapped, in columns, by surname, in groups."""

from __future__ import annotations

import re
from itertools import pairwise

from docreader.facts.attendance import Region
from docreader.facts.phrases import person_density
from docreader.text.names import is_given_name
from docreader.text.shadow import Shadow, shadow_of
from docreader.text.units import mark_of

_TURNED = re.compile(
    r"(?:[a-z]{2,3} ){0,2}[^\W\d_a-zåäöæø][\w'-]+(?: [^\W\d_a-zåäöæø][\w'-]+)?, "
    r"(?P<given>[^\W\d_a-zåäöæø][\w-]+)[^,(]{0,24}(?:[(,]|$)"
)


def surnames_first(flat: str, region: Region) -> bool:
    """A list written as in a register, "Ek, Anna (SCB)": most lines have a given name behind the first comma."""
    told = [_TURNED.match(flat, start + content_at(flat[start:end]), end) for start, end in region.spans]
    given = sum(
        match is not None and is_given_name(match["given"]) and not is_given_name(match[0].split()[0].rstrip(","))
        for match in told
    )
    return given >= 2 and given >= 0.5 * len(told)


def is_wrapped(flat: str, region: Region) -> bool:
    """A paragraph broken at a margin: full lines that end or begin in the middle of a name."""
    spans = region.spans
    lengths = [end - start for start, end in spans]
    if len(spans) < 2 or max(lengths) < 45 or min(lengths[:-1]) < 0.66 * max(lengths):
        return False
    if any(content_at(flat[start:end]) for start, end in spans):
        return False
    joints = [
        flat[end - 1] in ",;-/"
        or flat[start].islower()
        or flat[start] in "(,"
        or flat[max(0, end - 4) : end].endswith((" och", " og"))
        for (_, end), (start, _) in pairwise(spans)
    ]
    commas = sum(flat.count(sign, start, end) for start, end in spans for sign in ",;:")
    return any(joints) and commas >= 1.5 * len(spans)


def content_at(line_text: str) -> int:
    """Where the words of a list line begin, after bullet and number."""
    length = mark_of(line_text).length
    code = _CODE.match(line_text, length)
    length = code.end() if code else length
    return length if length < len(line_text) else 0


#: What a list may count its people by: a class, a seat, a letter.
_CODE = re.compile(r"(?:\d{1,2}[A-Da-d]?|[A-Da-d]\d{0,2})[.):]?\s+(?=[A-ZÅÄÖÆØ][a-zåäöæøé])")


def in_columns(flat: str, start: int, end: int) -> tuple[Shadow, str]:
    """The shadow of a line, and its text with a bar where columns stood far apart."""
    cells = [(start + gap.start(), start + gap.end()) for gap in re.finditer(r"(?<=\S) {3,}(?=\S)", flat[start:end])]
    borders = [start, *(place for gap in cells for place in gap), end]
    spans = list(zip(borders[::2], borders[1::2], strict=True))
    shadow = shadow_of(flat, spans)
    text, at = shadow.text, 0
    for span in spans[:-1]:
        at += len(shadow_of(flat, [span]).text) + 1
        text = f"{text[: at - 1]}|{text[at:]}" if text[at - 1 : at] == " " else text
    return shadow, text


def heads_group(region: Region, number: int) -> bool:
    """A line at the top of a group: below an empty line or first of all, with somebody right below."""
    lines_of = region.lines
    if number + 1 >= len(lines_of) or len(lines_of) != len(region.spans) or lines_of[number + 1].gap:
        return False
    return (number == 0 or lines_of[number].gap > 0) and person_density([lines_of[number + 1].text]) == 1
