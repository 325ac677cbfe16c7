"""Where every page lies in the edition's folder, in both languages. Swedish lies at the root, English under en/."""

from __future__ import annotations

from dataclasses import dataclass

from kraftsamla.core.text import Language
from kraftsamla.editions.content import Ref

AREA_FILTER = ("omrade", "area")
PROGRESS_FILTER = ("lage", "progress")
#: How far an action has come, as said in addresses; "" is what nobody has read in.
PROGRESS = {
    "proposed": ("foreslagen", "proposed"),
    "decided": ("beslutad", "decided"),
    "under_way": ("pagar", "under-way"),
    "done": ("genomford", "done"),
    "stopped": ("avbruten", "stopped"),
    "": ("ej-inlast", "not-read"),
}
#: The kinds of meetings, as said in addresses.
MEETING_KIND = {
    "group_meeting": ("gruppmote", "group-meeting"),
    "working_group_meeting": ("arbetsgruppsmote", "working-group-meeting"),
    "steering_group_meeting": ("styrgruppsmote", "steering-group-meeting"),
    "relay_leg": ("stafettmote", "relay-meeting"),
    "conference": ("konferens", "conference"),
    "seminar": ("seminarium", "seminar"),
    "network_meeting": ("natverkstraff", "network-meeting"),
    "information_meeting": ("informationsmote", "information-meeting"),
    "summit": ("toppmote", "summit"),
    "expo": ("massa", "expo"),
    "other": ("annat", "other"),
}
FOLDERS = {
    "area": ("omrade", "area"),
    "objective": ("mal", "objective"),
    "action": ("insats", "action"),
    "organisation": ("aktor", "organisation"),
    "person": ("person", "person"),
    "body": ("organ", "body"),
    "meeting": ("mote", "meeting"),
    "document": ("dokument", "document"),
}


@dataclass(frozen=True, slots=True)
class Address:
    """One page in its two languages: "mal/1.2/" and "en/objective/1.2/". A folder ends with a slash."""

    sv: str
    en: str

    def within(self, language: Language) -> str:
        return self.sv if language == "sv" else self.en

    def file(self, language: Language) -> str:
        path = self.within(language)
        return f"{path}index.html" if path.endswith("/") or not path else path

    def part(self, number: int) -> Address:
        """Where the list goes on: the first part lies at the address itself."""
        return self if number == 1 else Address(f"{self.sv}sida-{number}/", f"{self.en}page-{number}/")


FRONT = Address("", "en/")
STRATEGY = Address("strategi/", "en/strategy/")
ACTIONS = Address("insatser/", "en/actions/")
ORGANISATIONS = Address("aktorer/", "en/organisations/")
PEOPLE = Address("personer/", "en/people/")
BODIES = Address("organ/", "en/bodies/")
MEETINGS = Address("moten/", "en/meetings/")
CALENDAR = Address("kalender/", "en/calendar/")
DOCUMENTS = Address("dokument/", "en/documents/")
QUESTIONS = Address("fragor/", "en/questions/")
FOLLOWUPS = Address("att-folja-upp/", "en/follow-up/")
CHANGES = Address("andringar/", "en/changes/")
ABOUT = Address("om/", "en/about/")
OURSELVES = Address("sa-arbetar-vi/", "en/how-we-work/")
GLOSSARY = Address("ordlista/", "en/glossary/")
ACCESSIBILITY = Address("tillganglighet/", "en/accessibility/")
MISSING = Address("404.html", "en/404.html")
TABLE = Address("insatser.csv", "en/actions.csv")
FEED = Address("andringar.atom", "en/changes.atom")
CALENDAR_FEED = Address("kalender.ics", "en/calendar.ics")
MEETINGS_TABLE = Address("moten.csv", "en/meetings.csv")
SEATS_TABLE = Address("organ.csv", "en/bodies.csv")
#: What other systems read lies once, whatever the language.
POPOLO = "data/popolo/"
OPARL = "data/oparl/"
#: Where the service itself, not the edition, takes sign-ups.
SIGN_UP = "anmalan/"


def record(kind: str, slug: str) -> Address:
    """A record's own page, or its place on the page that lists its kind."""
    if kind == "question":
        return Address(f"{QUESTIONS.sv}#{slug}", f"{QUESTIONS.en}#{slug}")
    if kind == "followup":
        return Address(f"{FOLLOWUPS.sv}#{slug}", f"{FOLLOWUPS.en}#{slug}")
    sv, en = FOLDERS[kind]
    return Address(f"{sv}/{slug}/", f"en/{en}/{slug}/")


def of(ref: Ref) -> Address:
    return record(ref.kind, ref.slug)


def actions(area: str | None = None, progress: str | None = None) -> Address:
    """The list of actions, of one area and at one progress if given ("" is not read)."""
    sv, en = ACTIONS.sv, ACTIONS.en
    if area is not None:
        sv, en = f"{sv}{AREA_FILTER[0]}-{area}/", f"{en}{AREA_FILTER[1]}-{area}/"
    if progress is not None:
        words = PROGRESS[progress]
        sv, en = f"{sv}{PROGRESS_FILTER[0]}-{words[0]}/", f"{en}{PROGRESS_FILTER[1]}-{words[1]}/"
    return Address(sv, en)


def calendar(*, body: str = "", kind: str = "", year: str = "") -> Address:
    """The calendar, of one body, one kind of meeting or one year if given."""
    if body:
        return Address(f"{CALENDAR.sv}organ-{body}/", f"{CALENDAR.en}body-{body}/")
    if kind:
        sv, en = MEETING_KIND[kind]
        return Address(f"{CALENDAR.sv}slag-{sv}/", f"{CALENDAR.en}kind-{en}/")
    return Address(f"{CALENDAR.sv}{year}/", f"{CALENDAR.en}{year}/") if year else CALENDAR


def calendar_feed(body: str = "") -> Address:
    """The calendar to subscribe to: of all meetings, or of a body's."""
    if not body:
        return CALENDAR_FEED
    page = record("body", body)
    return Address(f"{page.sv}kalender.ics", f"{page.en}calendar.ics")


def root_from(path: str) -> str:
    """The way back to the edition's folder from a page in it: "mal/1.2/" gives "../../"."""
    return "../" * path.count("/") or "./"
