"""What the page of an event says behind labels: when, where, by whom, about what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docreader.text.page import Page
from docreader.text.triggers import quick
from docreader.text.units import Unit

_LABELS: tuple[tuple[str, str], ...] = (
    (
        "date",
        (
            r"när|datum|dag|dagar|dato|datoer|tidspunkt|tidpunkt|hvornår|når|when|dates?|time|date and time|tid"
            r"|tid och plats"
            r"|tid og sted|tid & plats|när och var|når og hvor|hvornår og hvor|datum och tid|dato og tid"
            r"|datum och plats"
            r"|dato og sted|time and place|when and where|starttid|startdatum|start|börjar|begins|starts"
        ),
    ),
    (
        "place",
        (
            r"var|plats|lokal|sted|stad|hvor|where|venue|location|place|adress|adresse|address|mötesplats|träffpunkt"
            r"|konferenslokal"
            r"|ort|hållplats|lokale|lokaler|arena"
        ),
    ),
    (
        "organisers",
        (
            r"arrangör(?:er)?|arrangeras av|anordnas av|anordnare|medarrangör(?:er)?|värd(?:ar)?|värdorganisation"
            r"|värdskap|vem bjuder in"
            r"|arrangører?|arrangøre?r|arrangeres av|arrangeres af|vert|vertskap|vært|værter|værtskab"
            r"|medarrangør(?:er)?"
            r"|organisers?|organizers?|organi[sz]ed by|hosts?|hosted by|co-?organi[sz]ers?|inbjudare|bjuder in"
            r"|avsändare"
        ),
    ),
    ("theme", r"tema|årets tema|theme|ämne|emne|topic"),
    ("form", r"form|format|mötesform|deltagande|deltagelse|deltakelse|språk|language|sprog"),
    ("title", r"vad|hva|hvad|what|titel|tittel|title|evenemang|arrangement|aktivitet|event|rubrik"),
    (
        "due",
        (
            r"sista (?:anmälnings)?dag|anmäl(?:an|ning)(?: senast)?|osa|registration|påmeldingsfrist|tilmeldingsfrist"
            r"|anmälningstid"
        ),
    ),
)
_LABEL = quick(
    r"\W{0,4}(?:"
    + "|".join(rf"(?P<{name}>{pattern})" for name, pattern in _LABELS)
    + r")\s?\*{0,2}(?P<sign>\s?[:|]|\s–\s|\s{2,}|$)\*{0,2}\s*",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"(?:\s[|•]\s|\s{2,}|[.;]\s)(?=(?:när|var|plats|tid|datum|arrangör(?:er)?|when|where|venue|sted|hvor|når|dato"
    r"|tema|arrangør(?:er)?"
    r"|pris|kostnad|anmälan|osa|price|organisers?|språk|form)\s?:)",
    re.IGNORECASE,
)
_LOOK_AT = 60


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value and where it stands within its unit's text."""

    name: str
    value: str
    unit: Unit
    start: int
    end: int


def labelled(page: Page) -> list[Labelled]:
    """The values in order. A label may stand on a line of its own with the value on the next."""
    found: list[Labelled] = []
    units = page.units[:_LOOK_AT]
    for number, unit in enumerate(units):
        if len(unit.text) > 400:
            continue
        below = units[number + 1] if number + 1 < len(units) else None
        found += _in_unit(unit, below)
    return found


def _in_unit(unit: Unit, below: Unit | None) -> Iterator[Labelled]:
    start = 0
    cuts = [match.end() for match in _INLINE.finditer(unit.text)]
    for stop in (*cuts, len(unit.text)):
        piece = unit.text[start:stop]
        match = _LABEL.match(piece)
        if match is not None:
            name = next(key for key, _ in _LABELS if match[key])
            value = re.split(r"\s[|•]\s(?=\w+\s?:)", piece[match.end() :])[0].strip(" |•*")
            if value:
                at = unit.text.find(value, start + match.end())
                if at >= 0 and match["sign"].strip() + value:
                    yield Labelled(name, value, unit, at, at + len(value))
            elif below is not None and not cuts and len(below.text) < 160 and not _LABEL.match(below.text):
                yield Labelled(name, below.text.strip(" |*"), below, 0, len(below.text))
        start = stop
