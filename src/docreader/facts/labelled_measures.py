"""What labelled lines below a measure say of it: "Responsible: ...", "Partners: ...", "Deadline: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from docreader.facts.organisations import names_in
from docreader.model import FieldValue
from docreader.text.page import Page
from docreader.text.units import Unit

_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "responsible": r"(?:huvud|hoved)?ansvarig\w*|(?:hoved)?ansvarlig\w*|ansvar|responsible|lead|owner",
        "partners": (
            r"samarbeidspart\w*|samarbejdspart\w*|samarbetspart\w*|samverkanspart\w*|samverkar med|i samverkan med"
            r"|partners?|partnere|medverkande|deltakende|deltagende"
        ),
        "date": r"frist|tidsfrist|slutdatum|klart?(?: senast)?|deadline|due|senast|tidplan|ferdig|færdig",
    }
)
_LABEL = re.compile("|".join(rf"(?P<{name}>{words})" for name, words in _LABELS.items()), re.IGNORECASE)
_LINE = re.compile(r"(?P<label>[^\W\d_][\w ]{2,28}?)\s?:\s(?P<value>.+)")
_NUMBERED = re.compile(r"(?:tiltak|åtgärd|insats|indsats|initiativ|action|measure)\s\d{1,3}[.:]?\s+", re.IGNORECASE)
_MOST = 9


def told_below(page: Page, units: Sequence[Unit], number: int) -> dict[str, FieldValue]:
    """The fields that the lines below a point give it, empty when no label says who is responsible or until when."""
    told: dict[str, FieldValue] = {}
    for label, value in _lines(units[number + 1 : number + 1 + _MOST]):
        name = label.lastgroup or ""
        if name == "date":
            date = next((d for d in reversed(page.find_dates(value)) if d.iso), None)
            told.update({"date": date.iso, "date_kind": "due"} if date else {})
        else:
            told[name] = tuple(names_in(value)) or (value.strip(" .,"),)
    return told if {"responsible", "date"} & told.keys() else {}


def _lines(units: Iterable[Unit]) -> Iterable[tuple[re.Match[str], str]]:
    """The labelled lines up to the next heading or point."""
    for unit in units:
        if unit.kind == "heading" or unit.bullet or unit.number:
            return
        for line in unit.lines:
            match = _LINE.fullmatch(line.text.strip())
            label = _LABEL.fullmatch(match["label"]) if match else None
            if match and label:
                yield label, match["value"]


def without_number(title: str) -> str:
    """ "Measure 7 Better marking" is called "Better marking"."""
    return _NUMBERED.sub("", title)


def leads_in(units: Sequence[Unit], number: int) -> bool:
    """One short paragraph between an objective and its list says what the list is about."""
    unit, after = units[number], units[number + 1 : number + 2]
    above = units[number - 1 : number] if number else []
    headed = bool(above) and not above[0].bullet and above[0].kind == "heading"
    return unit.kind == "paragraph" and len(unit.text) < 160 and headed and bool(after) and after[0].bullet


def behind(units: Sequence[Unit], number: int, below: Sequence[Unit]) -> Sequence[Unit]:
    """The unit that follows a point and its paragraphs, if any."""
    return units[number + 1 + len(below) : number + 2 + len(below)]
