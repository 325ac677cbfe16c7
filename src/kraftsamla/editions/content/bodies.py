"""Bodies, their places, and who sits in them."""

from __future__ import annotations

from dataclasses import dataclass

from kraftsamla.core.text import Text
from kraftsamla.editions.content.actors import Seat
from kraftsamla.editions.content.refs import Ref, Source


@dataclass(frozen=True, slots=True)
class Post:
    """A place in a body, whoever sits there. ``key`` is its name within the body. ``is_open``: it exists and nobody
    holds it on the edition's day."""

    key: str
    label: Text
    role: str
    meant_for: str
    nominated_by: Ref | None
    valid_from: str
    valid_to: str
    exists: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class Body:
    """``shows_members``: the body lets everybody see who takes part; where it does not, no seat and post is here."""

    slug: str
    name: Text
    kind: str
    mandate: Text
    host: Ref | None
    parent: Ref | None
    objectives: tuple[Ref, ...]
    valid_from: str
    valid_to: str
    seats: tuple[Seat, ...]
    meetings: tuple[Ref, ...]
    sources: tuple[Source, ...]
    parts: tuple[Ref, ...] = ()
    decided_by: Ref | None = None
    shows_members: bool = True
    posts: tuple[Post, ...] = ()
