"""Organisations and people, and what they have a part in."""

from __future__ import annotations

from dataclasses import dataclass

from kraftsamla.core.text import Text
from kraftsamla.editions.content.refs import NOTHING, Ref, Source


@dataclass(frozen=True, slots=True)
class OtherName:
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class ActionRole:
    """What an organisation has to do with an action, what it has promised, and how the action stands.

    ``verification`` is that of the organisation's own results there, the weakest first; "" when it has claimed none.
    """

    action: Ref
    role: str
    accepted: bool
    progress: str
    state: str = "named"
    due: str = ""
    what: Text = NOTHING
    updated_on: str = ""
    days_since_update: int | None = None
    verification: str = ""


@dataclass(frozen=True, slots=True)
class Engagement:
    person: Ref
    organisation: Ref
    title: Text
    valid_from: str
    valid_to: str
    seen_on: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """A person in a body on behalf of an organisation. ``current``: in force on the edition's date.

    ``post`` is the key of the place in the body; ``decided_by`` the document that appointed them.
    """

    body: Ref
    person: Ref
    on_behalf_of: Ref | None
    role: str
    valid_from: str
    valid_to: str
    seen_on: str
    current: bool
    sources: tuple[Source, ...]
    post: str = ""
    substitute_for: Ref | None = None
    decided_by: Ref | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    slug: str
    name: Text
    sector: str
    kind: str
    country: str
    region: str
    website: str
    other_names: tuple[OtherName, ...]
    valid_from: str
    valid_to: str
    ending: str
    parent: Ref | None
    successor: Ref | None
    roles: tuple[ActionRole, ...]
    people: tuple[Engagement, ...]
    bodies: tuple[Ref, ...]
    meetings: tuple[Ref, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Person:
    slug: str
    name: str
    spellings: tuple[str, ...]
    engagements: tuple[Engagement, ...]
    seats: tuple[Seat, ...]
    meetings: tuple[Ref, ...]
    presentations: tuple[Ref, ...]
    sources: tuple[Source, ...]
