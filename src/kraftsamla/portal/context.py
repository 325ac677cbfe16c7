"""What every page of the workspace knows: its parts, and which of them the reader is in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kraftsamla.accounts.rules import may_edit, may_enter, may_publish, may_read_log


@dataclass(frozen=True, slots=True)
class Door:
    """A part of the workspace: the page it opens on, and how the names of all its pages begin."""

    label: str | Promise
    page: str
    inside: tuple[str, ...]
    for_log_readers: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    label: str | Promise
    address: str
    #: What ``aria-current`` says: "page" on the part's first page, "true" further in, "" elsewhere.
    current: str


@dataclass(frozen=True, slots=True)
class Group:
    """Parts that belong together, under one word in the menu."""

    label: str | Promise
    items: list[Item]

    @property
    def is_current(self) -> bool:
        return any(item.current for item in self.items)


DOORS: tuple[tuple[str | Promise, tuple[Door, ...]], ...] = (
    (_("Min dag"), (Door(_("Min dag"), "portal:my-day", ("portal:my-day",)),)),
    (_("Läsbord"), (Door(_("Läsbord"), "reading:desk-list", ("reading:",)),)),
    (_("Strategi"), (
        Door(_("Strategi"), "strategy:strategy-list",
             ("strategy:strategy", "strategy:area", "strategy:objective", "strategy:wording")),
        Door(_("Insatser"), "strategy:action-list",
             ("strategy:action", "strategy:assignment", "strategy:status",
              "strategy:date", "strategy:money", "strategy:milestone", "strategy:result", "strategy:verdict")),
        Door(_("Frågor"), "strategy:question-list", ("strategy:question",)),
        Door(_("Överblick"), "portal:coverage", ("portal:coverage", "portal:weak", "portal:brief")),
    )),
    (_("Uppföljning"), (
        Door(_("Att följa upp"), "followup:followup-list", ("followup:followup",)),
        Door(_("Rundor"), "followup:round-list",
             ("followup:round", "followup:updateround", "followup:answer", "followup:handover")),
        Door(_("Brev"), "letters:letter-list", ("letters:",), for_log_readers=True),
    )),
    (_("Möten"), (
        Door(_("Möten"), "meetings:meeting-list", ("meetings:",)),
        Door(pgettext_lazy("arbetsytans del", "Organ"), "bodies:body-list", ("bodies:",)),
    )),
    (_("Register"), (
        Door(pgettext_lazy("arbetsytans del", "Aktörer"), "actors:organisation-list", ("actors:", "followup:contact")),
        Door(pgettext_lazy("arbetsytans del", "Dokument"), "library:document-list", ("library:",)),
    )),
    (_("Utgåvor"), (
        Door(_("Utgåvor"), "editions:edition-list", ("editions:",)),
        Door(_("Excel"), "portal:sheet-list", ("portal:sheet",)),
        Door(_("Logg"), "audit:log", ("audit:",), for_log_readers=True),
    )),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Workspace:
    """``may_edit``, ``may_publish`` and ``may_read_log`` decide what is offered; the deeds decide what is done."""

    nav: list[Group]
    entered: bool
    may_edit: bool
    may_publish: bool
    may_read_log: bool


def workspace(request: HttpRequest) -> dict[str, Any]:
    return {"workspace": SimpleLazyObject(lambda: _workspace(request))}


def _workspace(request: HttpRequest) -> Workspace:
    visitor = getattr(request, "user", None)
    if visitor is None or not may_enter(visitor):
        return Workspace([], entered=False, may_edit=False, may_publish=False, may_read_log=False)
    reads_log = may_read_log(visitor)
    here = request.resolver_match.view_name if request.resolver_match else ""
    groups = [Group(label, list(_items(doors, here=here, reads_log=reads_log))) for label, doors in DOORS]
    return Workspace(
        [group for group in groups if group.items],
        entered=True,
        may_edit=may_edit(visitor),
        may_publish=may_publish(visitor),
        may_read_log=reads_log,
    )


def _items(doors: tuple[Door, ...], *, here: str, reads_log: bool) -> Iterator[Item]:
    for door in doors:
        if door.for_log_readers and not reads_log:
            continue
        try:
            address = reverse(door.page)
        except NoReverseMatch:
            continue
        inside = "true" if here.startswith(door.inside) else ""
        yield Item(door.label, address, "page" if here == door.page else inside)
