"""What a recorded meeting is called, whose it is, and which in the row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docreader.facts.found import Found
from docreader.facts.tables import heads_table
from docreader.text.genre import trim_title
from docreader.text.list_words import ABSENT, PRESENT
from docreader.text.minutes import MINUTES_WORD
from docreader.text.names import organisation_score, person_score
from docreader.text.page import Page
from docreader.text.triggers import quick
from docreader.text.units import Unit

_BODY_WORD = (
    r"[\w-]{0,40}(?:råd|rådet|grupp|gruppen|nätverk|nätverket|nätet|forum|forumet|nämnd|nämnden|styrelse|styrelsen"
    r"|kommitté|kommittén|utskott|utskottet|panel|panelen|delegation|delegationen|beredning|beredningen|council"
    r"|committee"
    r"|board|network|group|gruppe|gruppen|gruppa|utvalg|utvalget|udvalg|udvalget|udvalgene|nettverk|nettverket|netværk"
    r"|netværket|styret|bestyrelse|bestyrelsen|nemnd|nemnda|team|ledning|ledningen|partnerskap|partnerskapet|samverkan"
    r"|kommunestyret|kommunestyre|formannskap|formannskapet|byrådet|bystyret|fylkesting|fylkestinget|fullmäktige"
    r"|kollegium"
    r"|samråd|assembly|commission|taskforce|secretariat|kollegiet|sekretariatet|kansliet)"
)
IS_BODY = quick(rf"\b{_BODY_WORD}\b", re.IGNORECASE)
_LED = (
    r"(?:(?:nr|no|nummer|number)\.?\s?\d{1,3}(?:/\d{2,4})?|\d{1,3}(?:/\d{2,4})?|fört|ført|förda|från|fra|frå|av"
    r"|af|of|the|vid"
    r"|for|för|i|med|den|det|kort|utkast|till|til)"
)
#: "Minnesanteckningar från", "Protokoll nr 2/2013 fört vid", "Minutes of the": how the title begins.
_MINUTES_LEAD = quick(
    rf"^\W*(?:{MINUTES_WORD.pattern})(?:\s*[-–:|,.]\s*|\s+)(?:{_LED}(?:\s*[-–:|,]\s*|\s+)){{0,5}}", re.IGNORECASE
)
_MINUTES_TAIL = quick(rf"\s*[-–|:,(]?\s*(?:{MINUTES_WORD.pattern}|notes|noter)\W*(?:\([^()]*\)\W*)?$", re.IGNORECASE)
_WEEKDAY_TAIL = re.compile(
    r"[\s,–-]+(?:den|d\.|on)?\s?(?:(?:mån|tis|ons|tors|fre|lör|sön|man|tirs|lør|søn)da[gy](?:en)?|\w+day)?[\s,]*$",
    re.IGNORECASE,
)
_GATHERING = quick(
    r"[\w-]{0,30}(?:möte|mötet|møte|møtet|møde|mødet|meeting|sammanträde|träff|samling|workshop|dialog|samråd"
    r"|stämma|årsmøte)\b",
    re.IGNORECASE,
)
_OF_BODY = quick(
    r"\b[\w-]{0,24}(?:möte[nt]?|møte[t]?|møde[t]?|sammanträde|meeting|samling|workshop|träff)s?\s(?:(?:nr|nummer"
    r"|no)\.? ?[\d/]+,?\s|\d[\d/]*\s)?"
    r"(?:med|i|för|for|of the|of|with the|with|in the|av|af|inom|hos)\s(?:the |den |det )?(?P<body>[^,(\n]{3,100})",
    re.IGNORECASE,
)
_MET = quick(
    r"\b(?:träffades|samlades|möttes|sammanträdde|møttes|mødtes|samledes|met)\s(?P<body>(?:det |den "
    r"|the )?[\w-]*(?:nätverket|rådet"
    r"|gruppen|forumet|nettverket|netværket|gruppa|utvalget|udvalget|council|group|network|board|committee"
    r"|nämnden|nätet|styrelsen)"
    r"(?:\s(?:för|for|of|om)\s[\w -]{3,60}?)?(?:\s[A-ZÅÄÖÆØ][\w-]+(?:\s[a-zåäöæø]+)?)?)(?=\s(?:till|för att"
    r"|digitalt|i|på|den|to|på|via|hos|at)\b|[.,]|$)"
    r"|\b(?:träffades|samlades|möttes)\s(?P<name>[A-ZÅÄÖ][\w-]+(?:nätet|rådet|gruppen|forum))\b"
)
_NUMBERED = quick(
    r"\b(?:[\w-]{0,24}(?:möte|møte|møde|meeting|sammanträde|protokoll|referat|anteckningar|träff))\s(?:nr\.?"
    r"|no\.?|number|nummer)\s?"
    r"(?P<n>\d{1,3}(?:[/-]\d{2,4})?)\b"
    r"|\b(?:möte|møte|møde|[\w-]{3,24}möte)\s(?P<plain>\d{1,3}(?:/\d{2,4})?)\b(?!\s?[a-z.:-])"
    r"|\banteckningar\s(?P<note>\d{1,3}(?:/\d{2,4})?)\s[A-ZÅÄÖ]"
    r"|\b(?P<rank>\d{1,3})(?:st|nd|rd|th|:e|:a)\s(?:\w+\s)?(?:meeting|möte)|^\W*(?:nr"
    r"|no)\.?\s(?P<alone>\d{1,3}(?:/\d{2,4})?)\W*$",
    re.IGNORECASE,
)
CRUMBS = re.compile(r"\s[»›>/|]\s.*\s[»›>/|]\s|^\w+ [»›>/] ")
_POLITICAL = quick(
    r"(?:nämnd|nemnd|udvalg|utvalg|kommunestyre|formannskap|byråd|bystyre|fullmäktige|fylkesting)", re.IGNORECASE
)
_MEETING_WITH = {"sv": "Möte med {}", "nb": "Møte i {}", "da": "Møde i {}", "en": "Meeting of the {}"}


@dataclass(frozen=True, slots=True)
class Names:
    """Title, body and organiser as far as the head of the minutes gives them."""

    title: str | None
    body: str | None
    organiser: str | None
    inferred: bool = False


def title_unit_of(page: Page) -> Unit | None:
    """The line that says that these are minutes: not the crumbs of a site, and of several the fullest."""
    best: Unit | None = None
    for unit in page.units[:12]:
        if len(unit.text) > 260 or not MINUTES_WORD.search(unit.text) or CRUMBS.search(unit.text):
            continue
        if re.match(r"\W*(?:föregående|forrige|previous|last)\b", unit.text, re.IGNORECASE) or unit.text.endswith("."):
            continue
        if best is None or (_is_bare(best.text) and not _is_bare(unit.text)):
            best = unit
    return best


def _is_bare(text: str) -> bool:
    """Nothing but the word for minutes, a date or a number."""
    left = MINUTES_WORD.sub("", trim_title(text))
    return not re.search(r"[^\W\d_]{4}", left)


def names_of(page: Page, found: Found, title_unit: Unit | None) -> Names:
    """Title, body and organiser, from the title and the lines around it."""
    head = list(_head(page, found))
    whole = _whole_title(page, title_unit)
    title = _title(whole)
    body = _body_in(title or whole) or next((name for name in map(_body_in, _sentences(page)) if name), None)
    if body is None:
        body = next((line for line in head if IS_BODY.search(line) and not _is_bare(line)), None)
    organiser = _organiser(head, body, title_unit)
    if title is None or len(title) < 4:
        named = next((line for line in head if _GATHERING.search(line) and not MINUTES_WORD.search(line)), None)
        title = named or _from_body(page, body)
        title = title or _from_top(page)
        return Names(title, body, organiser, inferred=True)
    return Names(title, body, organiser)


def _from_body(page: Page, body: str | None) -> str | None:
    if body is None:
        return None
    short = _POLITICAL.search(body) is not None and len(body) < 60
    return _MEETING_WITH[page.language].format(body) if short else body


def _from_top(page: Page) -> str | None:
    """The document's own title without its day, where nothing says that these are minutes."""
    title = re.sub(r"\s\d{1,2}/\d{1,2}$", "", trim_title(page.document.title))
    return title if 3 < len(title) < 120 else None


def _whole_title(page: Page, unit: Unit | None) -> str:
    """The title, with a line below that goes on in lower case."""
    if unit is None:
        return ""
    text = max(re.split(r"\s{3,}|\s?\|\s?", unit.text), key=len) if not _is_bare(unit.text) else unit.text
    number = page.units.index(unit)
    after = page.units[number + 1] if number + 1 < len(page.units) else None
    if after is not None and after.text[:1].islower() and not after.gap and len(after.text) < 120:
        return f"{text} {after.text}"
    return text


def _title(text: str) -> str | None:
    """What the meeting is called: the title of the minutes without that they are minutes, and without its day."""
    trimmed = _WEEKDAY_TAIL.sub("", trim_title(text)) if text else ""
    bare = _MINUTES_LEAD.sub("", trimmed, count=1)
    bare = _MINUTES_TAIL.sub("", bare).strip(' .,:–-|*#"(')
    if not re.search(r"[^\W\d_]{3}", bare) or _is_bare(bare):
        return None
    return bare[0].upper() + bare[1:]


def _body_in(text: str) -> str | None:
    """The body that a title or sentence names."""
    met = _MET.search(text)
    if met:
        words = met["body"] or met["name"]
        return re.sub(r"^(?:det|den|the)\s", "", words)
    match = _OF_BODY.search(text)
    if match and IS_BODY.search(match["body"]):
        return _clean(match["body"])
    if len(text) < 140 and IS_BODY.search(text) and not text.endswith("."):
        bare = re.sub(rf"[\s:–-]*{_GATHERING.pattern}(?:\s(?:nr\.?|no\.?)?\s?[\d/]*)?$", "", text, flags=re.IGNORECASE)
        return _clean(bare) if IS_BODY.search(bare) else None
    return None


def _clean(name: str) -> str:
    name = _WEEKDAY_TAIL.sub("", name)
    return re.sub(r"\s(?:den|on|\d{1,2})$", "", name).strip(' .,:–-|"*#')


def _sentences(page: Page) -> Iterator[str]:
    for sentence in page.sentences[:6]:
        if len(sentence.text) < 400 and _MET.search(sentence.text):
            yield sentence.text


_LABEL = re.compile(
    r"^\W{0,4}[\w/ -]{2,28}:\s|^\W*(?:sida|side|page)\b|org\.?nr|cvr|dnr|https?:|www\.|@", re.IGNORECASE
)
_CHROME = quick(
    r"(?:publicera|publiser|uppdatera|download|lyssna|lästid|dela|innehåll|meny|cookie|you are here|du är här)",
    re.IGNORECASE,
)


def _head(page: Page, found: Found) -> Iterator[str]:
    """The short lines above the list of people and the first point, cell by cell, running heads included."""
    for line in page.lines[:16]:
        first = re.findall(r"[^\W\d_]+", line.text[:40].casefold())[:1]
        if first and first[0] in PRESENT | ABSENT:
            return
        if found.covers((line.start, line.end), "participant", "agenda_item") or heads_table(line.text):
            return
        for cell in re.split(r"\s{3,}|\t|\s?\|\s?", line.text.strip("#* ")):
            short = (
                3 < len(cell) < 110 and not _LABEL.search(cell) and not _CHROME.search(cell) and not CRUMBS.search(cell)
            )
            if short and not page.find_dates(cell) and not cell.endswith((".", "?")) and person_score(cell) < 0.7:
                yield re.sub(r"\s+\d{1,3}\s?\(\d{1,3}\)$", "", cell).strip("* :")


def _organiser(head: list[str], body: str | None, title_unit: Unit | None) -> str | None:
    """The house whose paper it is: the line above the title."""
    for line in head[:3]:
        if title_unit is not None and line in title_unit.text:
            break
        if line != body and not MINUTES_WORD.search(line) and len(line.split()) <= 6 and not IS_BODY.fullmatch(line):
            likely = organisation_score(line) >= 0.45
            return line if likely else None
    return None


def number_of(page: Page, title_unit: Unit | None) -> str | None:
    """The number of the meeting, "Meeting no. 7", "möte 3/2014" or "11th meeting"."""
    units = ([title_unit] if title_unit else []) + list(page.units[:8])
    for unit in units:
        match = _NUMBERED.search(unit.text[:200])
        if match:
            return next(value for value in match.groups() if value)
    return None
