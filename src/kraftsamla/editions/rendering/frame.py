"""What a page knows about itself: its language, its place in the folder, and the way from it to the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from kraftsamla.core.text import Language, Text
from kraftsamla.editions.content import Ref, Source
from kraftsamla.editions.rendering import addresses
from kraftsamla.editions.rendering.addresses import Address
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.pages import Draft, Site
from kraftsamla.editions.rendering.proof import Notes

PAGES: Mapping[str, Address] = {
    "front": addresses.FRONT, "strategy": addresses.STRATEGY, "actions": addresses.ACTIONS,
    "actors": addresses.ORGANISATIONS, "people": addresses.PEOPLE, "bodies": addresses.BODIES,
    "meetings": addresses.MEETINGS, "documents": addresses.DOCUMENTS, "questions": addresses.QUESTIONS,
    "followups": addresses.FOLLOWUPS, "changes": addresses.CHANGES, "about": addresses.ABOUT,
    "ourselves": addresses.OURSELVES, "glossary": addresses.GLOSSARY, "accessibility": addresses.ACCESSIBILITY,
    "table": addresses.TABLE, "calendar": addresses.CALENDAR, "calendar_feed": addresses.CALENDAR_FEED,
    "meetings_table": addresses.MEETINGS_TABLE, "seats_table": addresses.SEATS_TABLE,
    "feed": addresses.FEED,
}  # fmt: skip
FOLDERS: Mapping[Language, Mapping[str, str]] = {
    "sv": {kind: f"{folders[0]}/" for kind, folders in addresses.FOLDERS.items()},
    "en": {kind: f"en/{folders[1]}/" for kind, folders in addresses.FOLDERS.items()},
}
PLACES: Mapping[Language, Mapping[str, str]] = {
    "sv": {"source": "kalla", "sources": "kallor", "people": "personer",
           "promises": "ataganden", "contribute": "bidra", "item": "punkt", "minutes": "anteckningar"},
    "en": {"source": "source", "sources": "sources", "people": "people",
           "promises": "promises", "contribute": "contribute", "item": "item", "minutes": "minutes"},
}
MENU = {
    "front": _("Lägesbild"), "strategy": _("Strategi"), "actions": _("Insatser"), "actors": _("Aktörer"),
    "bodies": _("Organ"), "meetings": _("Möten"), "documents": _("Dokument"), "changes": _("Ändringar"),
    "about": _("Om"),
}  # fmt: skip
FOOT = {
    "about": _("Om lägesbilden"), "ourselves": _("Så arbetar vi"), "glossary": _("Ordlista"),
    "accessibility": _("Tillgänglighet"),
    "people": _("Personer"), "calendar": _("Kalender"), "questions": _("Frågor"), "followups": _("Att följa upp"),
    "table": _("Insatser som tabell (CSV)"), "feed": _("Prenumerera på ändringar (Atom)"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a menu. ``is_here``: how aria-current says that it leads to this page or to the part it lies in."""

    href: str
    label: str
    is_here: str


@dataclass(frozen=True, slots=True)
class Frame:
    """``root`` leads from the page to the edition's folder, so that the folder works at any address."""

    index: Index
    site: Site
    language: Language
    address: Address
    root: str
    section: str
    notes: Notes

    def to(self, address: Address) -> str:
        return self.root + address.within(self.language)

    def to_record(self, kind: str, slug: str) -> str:
        """The way to a record, "" if the edition does not hold it."""
        return self.to(addresses.record(kind, slug)) if self.index.holds(kind, slug) else ""

    def to_ref(self, ref: Ref) -> str:
        return self.to_record(ref.kind, ref.slug)

    def to_source(self, source: Source) -> str:
        """The way to the document, at the marked words if there are any."""
        path = self.to_record("document", source.document)
        marked = source.anchor in self.index.anchors.get(source.document, ())
        return f"{path}#{source.anchor}" if path and marked and source.anchor else path

    @property
    def place(self) -> Mapping[str, str]:
        """What the places on a page are called in its address, after the #."""
        return PLACES[self.language]

    @property
    def folder(self) -> Mapping[str, str]:
        """Where the pages of each kind of record lie, seen from this page."""
        return {kind: f"{self.root}{path}" for kind, path in FOLDERS[self.language].items()}

    @property
    def page(self) -> Mapping[str, str]:
        """The ways to the pages there is one of."""
        return {name: self.to(address) for name, address in PAGES.items()}

    @property
    def sign_up(self) -> str:
        """Where sign-ups are taken: by the service, wherever a copy of the edition is read."""
        return f"{self.site.address}/{addresses.SIGN_UP}"

    @property
    def data(self) -> Mapping[str, str]:
        """The ways to what other systems read."""
        return {"popolo": f"{self.root}{addresses.POPOLO}organizations.json",
                "oparl": f"{self.root}{addresses.OPARL}system.json"}  # fmt: skip

    def asset(self, name: str) -> str:
        return self.root + self.site.static[name]

    @property
    def menu(self) -> list[Entry]:
        return [
            Entry(self.to(PAGES[name]), str(label), self._here(name)) for name, label in MENU.items()
        ]

    @property
    def foot(self) -> list[Entry]:
        return [Entry(self.to(PAGES[name]), str(label), "") for name, label in FOOT.items()]

    def _here(self, name: str) -> str:
        if self.address == PAGES[name]:
            return "page"
        return "true" if self.section == name else ""

    @property
    def other_language(self) -> Language:
        return "en" if self.language == "sv" else "sv"

    @property
    def twin(self) -> str:
        """The way to the same page in the other language."""
        return self.root + self.address.within(self.other_language)

    @property
    def canonical(self) -> str:
        return self.absolute(self.language)

    @property
    def swedish(self) -> str:
        return self.absolute("sv")

    @property
    def english(self) -> str:
        return self.absolute("en")

    def absolute(self, language: Language) -> str:
        return f"{self.site.address}/{self.address.within(language)}"


def said(text: Text, language: Language) -> str:
    """The text in a language, or in the other when nobody has written it."""
    return (text.sv or text.en) if language == "sv" else (text.en or text.sv)


def context_of(draft: Draft, frame: Frame) -> dict[str, Any]:
    return {
        "at": frame,
        "page": frame.page,
        "folder": frame.folder,
        "place": frame.place,
        "edition": frame.index.edition,
        "picture": frame.index.picture,
        "title": draft.title,
        "about": draft.about,
        "crumbs": _crumbs(draft.crumbs, frame),
        **draft.context,
    }


def _crumbs(crumbs: Sequence[tuple[Address, Text]], frame: Frame) -> list[Mapping[str, Any]]:
    return [{"href": frame.to(address), "title": title} for address, title in crumbs]
