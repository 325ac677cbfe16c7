"""What goes in and what comes out: the site an edition is made for, the draft of a page, and the finished page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kraftsamla.core.text import Text
from kraftsamla.editions.rendering.addresses import Address

#: What the pages ask for; the style sheets in turn ask for the typefaces beside them.
ASSETS = ("ui/tokens.css", "ui/base.css", "ui/edition.css", "ui/filter.js", "ui/mark.svg")


@dataclass(frozen=True, slots=True)
class Site:
    """``address``: where the edition will be read, without a slash at the end. ``static``: each asset's path in it.

    ``contact``: an e-mail address for readers who miss something, "" if there is none.
    """

    address: str
    static: Mapping[str, str]
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A finished file: its path in the edition's folder, and what it holds."""

    path: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """A page before it is written out. ``section`` is the entry of the menu that it belongs to."""

    address: Address
    template: str
    section: str
    title: Text
    about: Text
    context: Mapping[str, Any] = field(default_factory=dict)
    crumbs: Sequence[tuple[Address, Text]] = ()
    #: What the page's facts rest on, each with its own number.
    sources_of: tuple[object, ...] = ()
