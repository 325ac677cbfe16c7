"""Events in calendars: lines with a name, a day and perhaps a place, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.dating import resolve
from docreader.facts.event_sides import CANCELLED, ORGANISERS, organisers_in
from docreader.facts.event_titles import cut_at_verb
from docreader.facts.found import Found, suggest
from docreader.facts.milestone_lists import is_head
from docreader.facts.nature import nature_of
from docreader.model import Suggestion
from docreader.text.date_patterns import MONTH, WEEKDAY
from docreader.text.dates import FoundDate, may_hold_date, month_number
from docreader.text.document_dates import document_dates
from docreader.text.names import UPPER, organisation_score, person_score
from docreader.text.page import Page
from docreader.text.places import form_of, place_in
from docreader.text.register import PLACES
from docreader.text.triggers import quick
from docreader.text.units import Unit

_HEAD = quick(
    r"(?:[\w-]{2,20} ){0,3}?(?:kalender(?:n|en)?|kalendarium|kalendariet|kommande(?: evenemang| aktiviteter"
    r"| händelser| möten)?"
    r"|kommende(?: arrangementer| arrangement| begivenheder| hendelser)?|evenemang|arrangemang|arrangementer"
    r"|arrangement|aktiviteter"
    r"|aktivitetskalender|begivenheder|träffa oss|möt oss|møt oss|mød os|meet us|på gång|det händer|dette skjer"
    r"|det sker|hva skjer"
    r"|hvad sker der|upcoming(?: events)?|events|what's on|datum att (?:komma ihåg|hålla koll på)|boka in"
    r"|sett av datoen|save the dates?"
    r"|missa inte|konferenser|seminarier(?: och konferenser)?|kurser(?: och konferenser)?|fler evenemang"
    r"|andra evenemang"
    r"|relaterade evenemang|related events|other events|more events|programpunkter|höstens program|vårens program"
    r"|träffar|møter"
    r"|møder|meetings|mötesplatser|samlinger|samlingar|tidigare (?:konferenser|evenemang|träffar|år)|turnéplan"
    r"|hållplatser"
    r"|nästa (?:evenemang|träff(?:ar)?|konferens)|neste (?:arrangement|samling)|næste arrangement|öppet hus"
    r"|utbildningstillfällen"
    r"|tillfällen|kurstillfällen|datum och orter|datum och platser|dates and places|dates)\b[^/|»>]{0,24}\W{0,3}",
    re.IGNORECASE,
)
_BARE_MONTH = quick(
    rf"(?:^|[,;(–-]\s?|\s)(?:i\s|in\s|under\s)?(?P<m>{MONTH})(?:\s(?P<y>(?:19|20)\d\d))?(?=[,.;)]|\s*$)", re.IGNORECASE
)
_CLOCK = re.compile(
    r"(?:,?\s?\b(?:kl\.?|klockan|at)\s?\d{1,2}(?:[.:]\d\d)?|\b\d{1,2}[.:]\d\d)(?:\s?[-–]\s?\d{1,2}(?:[.:]\d\d)?)?",
    re.IGNORECASE,
)
_LEAD = re.compile(rf"^(?:(?:kl\.?|den|d\.|on|{WEEKDAY})[\s,:]+|[\s:,.|–-]+)+", re.IGNORECASE)
_TRAIL = re.compile(rf"(?:[\s,:(|–-]+(?:den|d\.|on|fra|från|from|i|in|under|{WEEKDAY}|kl\.?)?)+$", re.IGNORECASE)
_NO = quick(
    r"\b(?:anmäl\w*|påmeld\w*|tilmeld\w*|registration|deadline|sista dag|senast|senest|frist|publicera\w*|publiser\w*"
    r"|published"
    r"|uppdatera\w*|oppdater\w*|opdater\w*|updated|inlagt|upplagd|endret|ændret|ändrad|skapad|postat|handbok\w*"
    r"|håndbo\w*|notat\w*|rapport\w*|redovis\w*|foto|underteckna\w*|diarienr|dnr|beslut\w*|inställ[dt]\w*|avlyst"
    r"|aflyst"
    r"|cancelled)\b",
    re.IGNORECASE,
)
_LONGEST = 220
#: How sure a line of a calendar is.
IN_CALENDAR = 0.85


def listed(page: Page, found: Found) -> Iterator[Suggestion]:
    """Lines of calendars anywhere, and lines elsewhere that name a gathering and its day."""
    if page.is_minutes:
        return
    in_calendar = in_milestones = False
    units = page.units
    for number, unit in enumerate(units):
        if unit.kind == "heading" or (unit.text.endswith(":") and len(unit.text) < 60):
            if number > 2 and _HEAD.fullmatch(unit.text.strip("#* :")) and not page.find_dates(unit.text):
                in_calendar = True
                continue
            following = units[number + 1] if number + 1 < len(units) else None
            entry = in_calendar and following is not None and _begins(page, following)
            if unit.kind == "heading" and not _has_day(page, unit) and not entry:
                in_calendar, in_milestones = False, is_head(unit.text)
        if (
            len(unit.text) > _LONGEST
            or in_milestones
            or found.covers((unit.start, unit.end), "milestone", "objective", "agenda_item")
        ):
            continue
        around = units[number - 1] if number else None, units[number + 1] if number + 1 < len(units) else None
        yield from _entry(page, unit, around, calendar=in_calendar)


def _begins(page: Page, unit: Unit) -> bool:
    """A line that begins with its day, below what is on that day."""
    dates = [date for date in page.find_dates(unit.text) if date.day] if len(unit.text) < 120 else []
    return bool(dates) and not _LEAD.sub("", unit.text[: dates[0].start]).strip(" ,:–-|")


def _has_day(page: Page, unit: Unit) -> bool:
    return any(date.month for date in page.find_dates(unit.text))


_STOP = re.compile(r"(?<=[a-zåäöæø\d)])\.\s(?=[A-ZÅÄÖÆØ])")


def _entry(page: Page, unit: Unit, around: tuple[Unit | None, Unit | None], *, calendar: bool) -> Iterator[Suggestion]:
    text = unit.text.strip()
    if not may_hold_date(text) and not calendar:
        return
    head = _STOP.split(text)
    dated = next((i for i, piece in enumerate(head) if page.find_dates(piece)), 0)
    line = ". ".join(head[: dated + 1])
    if CANCELLED.search(line):
        return
    dates = [d for d in page.find_dates(line) if d.month] or (_month_only(line) if calendar else [])
    if not dates or (not calendar and not any(d.day for d in dates)):
        return
    date = dates[0]
    title, rest, span = _split(line, date), line[date.end :], (unit.start, unit.end)
    rest = rest.partition(title)[2] if title and title in rest else rest
    above, below = around
    bare = not _LEAD.sub("", line[: date.start]).strip(" ,:–-|")
    if bare and calendar and above is not None and _names(page, above):
        title, span = above.text.strip("#* "), (above.start, unit.end)
    if not title and calendar and below is not None and below.kind != "heading" and not page.find_dates(below.text):
        title, span = below.text if len(below.text) < 120 else "", (unit.start, below.end)
    invited = _INVITED.match(title)
    name, place = _place_off(invited["what"] if invited else cut_at_verb(title))
    if not _is_event(name, line[: date.end], calendar=calendar) or (not calendar and _is_prose(line)):
        return
    year = re.search(r"\b(?:19|20)\d\d\b", line)
    date = date.with_year(int(year[0])) if year and date.lacks_year else date
    if calendar and date.lacks_year and (seen := _last_seen(page)):
        date = date.after(seen)
    resolved, notes = resolve(page, date, past=False)
    if resolved.iso is None:
        return
    held = ORGANISERS.search(text)
    place = place or _place_behind(rest) or place_in(rest)
    yield suggest(
        "event",
        [span],
        IN_CALENDAR if calendar else 0.8,
        notes,
        title=name[0].upper() + name[1:],
        date=resolved.iso,
        end_date=resolved.last_iso,
        place=place,
        organisers=tuple(organisers_in(held["who"])) if held else None,
        form=form_of(text, place),
    )


#: "After the day: the network invites to a webinar": what is held stands behind the verb.
_INVITED = quick(
    r"^.{2,90}?\s(?:bjuder|bjöd|inbjuder|inviterar|inviterer|inviterte|invites?|invited)\s"
    r"(?:[\w ]{2,40}?\s)?(?:till|til|to)\s(?P<what>.{5,120})$",
    re.IGNORECASE,
)


def _last_seen(page: Page) -> str | None:
    """The latest day on which the page says that somebody looked it over: what a calendar shows comes after it."""
    days = document_dates(page.units, day_first=page.day_first, bare=False)
    return max((item.iso for item in days if item.kind != "decided"), default=None)


def _is_event(name: str, until_day: str, *, calendar: bool) -> bool:
    """In a calendar any name, elsewhere only that of a gathering."""
    if not _is_name(name) or _NO.search(name):
        return False
    if calendar:
        return not _is_prose(name) and len(name) <= 110
    return nature_of(name) == "event" and not _NO.search(until_day)


def _names(page: Page, above: Unit) -> bool:
    """The line above a day names what is on that day."""
    text = above.text.strip("#* :")
    short = 4 < len(text) < 90 and not text.endswith((".", "?", "!"))
    return short and not page.find_dates(text) and not _HEAD.fullmatch(text)


def _split(line: str, date: FoundDate) -> str:
    """What the line calls the event: before the day, or behind it where nothing stands before."""
    before = _TRAIL.sub("", _CLOCK.sub("", line[: date.start]))
    before = _LEAD.sub("", before).strip(" ,:–-|")
    if len(before) > 3 and not re.fullmatch(rf"{WEEKDAY}\w*", before, re.IGNORECASE):
        return before.strip(" .")
    after = _LEAD.sub("", _CLOCK.sub("", line[date.end :]))
    if not after[:1].isupper() and after[:1] not in '"(':
        return ""
    return after.strip(" .,:–-|")


def _month_only(line: str) -> list[FoundDate]:
    """A month without day or year at the end of a field ("..., september")."""
    match = _BARE_MONTH.search(line)
    number = month_number(match["m"]) if match and len(match["m"]) > 3 else None
    if match is None or number is None or match.start() == 0:
        return []
    year = int(match["y"]) if match["y"] else None
    return [FoundDate(match.start(), match.end(), year, number)]


def _place_off(title: str) -> tuple[str, str | None]:
    """ "Name, Town" and "Name, House, Town": what stands behind the comma is the place, when it looks like one."""
    title = title.split(" | ")[0]
    asked = re.match(r"(?P<title>.{8,100}\?)\s(?P<place>[A-ZÅÄÖÆØ].{2,68})$", title)
    if asked and any(_is_place(part) for part in asked["place"].split(", ")):
        return asked["title"], asked["place"].strip(" ,.")
    parts = re.split(r",\s|\s[–-]\s(?=[A-ZÅÄÖÆØ])", title)
    for number in range(1, len(parts)):
        tail = ", ".join(parts[number:])
        if parts[number] and parts[number][0].isupper() and len(tail) < 70 and _is_place(parts[number]):
            return ", ".join(parts[:number]).strip(" ,."), tail.strip(" ,.")
    return title.strip(" ,."), None


def _is_place(words: str) -> bool:
    first = re.split(r"\s(?:i|in)\s", words)
    return (
        words.split()[0] in PLACES
        or first[-1] in PLACES
        or organisation_score(words) >= 0.4
        or bool(
            re.search(
                r"(?:hus|huset|sal|salen|scen|teater|hall|hallen|center|senter|museum|museet|torg|park|arena|skola"
                r"|hotell?)\b",
                words,
                re.I,
            )
        )
    )


def _place_behind(rest: str) -> str | None:
    words = re.split(r"\.\s|\s\(|;|\s\|\s", _CLOCK.sub("", rest))[0].strip(" ,.:–-|")
    named = re.match(rf"(?:(?:i|på|in|at|hos|vid|ved)\s)?(?P<place>[{UPPER}][\w' -]+(?:,\s[{UPPER}][\w' -]+)?)", words)
    if named is None or len(named["place"]) > 70 or person_score(named["place"]) > 0.7 or form_of(named["place"], None):
        return None
    return named["place"].strip(" ,.")


def _is_name(name: str) -> bool:
    """Something is named: not a person, a clock or a mere word for a day."""
    words = re.findall(r"[^\W\d_]{2,}", name)
    return (
        4 < len(name) < 150
        and bool(words)
        and person_score(name) < 0.7
        and not re.fullmatch(
            r"(?:\w+dag|dag \d|program|datum|tid|plats|när|var|when|where|vecka \d+|start|slut)", name.casefold()
        )
    )


def _is_prose(line: str) -> bool:
    """A sentence with a verb of its own is read elsewhere."""
    return bool(
        re.search(
            r"\b(?:är|var|har|hade|ska|kommer|hålls|hölls|blir|blev|äger|arrangeras|genomfördes|genomförs|er|ble"
            r"|holdes|skal"
            r"|is|was|were|will|held|takes|took|samlades|deltog|vi|de|han|hon|det)\s",
            line,
        )
    )
