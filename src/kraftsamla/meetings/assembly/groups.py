"""Putting people together in groups: nothing but arithmetic, so that it can be proved.

People are laid in one row, sector by sector, in each sector kind by kind of organisation, in each kind organisation by
organisation, and are then dealt like cards. A run that lies together in the row is spread as evenly as it can be, so
that at the same time the sizes, the sectors, the kinds and the colleagues of one organisation differ by one at most
between any two groups. The order inside each level is drawn from a seed: the same people and the same seed give the
same groups, on every machine.

In a hybrid meeting each group is in the room or at a distance. Whoever would be alone on their side sits with the
others: a discussion takes two.
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody to place. ``key`` tells them apart; an organisation that is not known is ''."""

    key: str
    sector: str = ""
    kind: str = ""
    organisation: str = ""
    is_remote: bool = False


Groups = list[list[Seat]]


def put_together(people: Iterable[Seat], *, groups: int, seed: int) -> Groups:
    """As many groups as are asked for, those in the room first. ValueError when some would be empty."""
    everybody = list(people)
    if not 1 <= groups <= len(everybody):
        raise ValueError(f"{len(everybody)} people cannot be {groups} groups")
    room = [each for each in everybody if not each.is_remote]
    remote = [each for each in everybody if each.is_remote]
    apart = remote_groups(len(room), len(remote), groups=groups)
    if not apart:
        return _deal(everybody, groups=groups, seed=seed)
    return [*_deal(room, groups=groups - apart, seed=seed), *_deal(remote, groups=apart, seed=seed)]


def remote_groups(room: int, remote: int, *, groups: int) -> int:
    """How many groups meet at a distance; 0 when everybody sits together. What makes the largest group smallest."""
    if min(room, remote) < 2 or groups < 2:
        return 0
    possible = [apart for apart in range(1, groups) if apart <= remote and groups - apart <= room]

    def largest(apart: int) -> tuple[int, int]:
        return max(-(-remote // apart), -(-room // (groups - apart))), apart

    return min(possible, key=largest)


def best_group(person: Seat, groups: Sequence[Sequence[Seat]]) -> int:
    """The place in ``groups`` of the one to join late: same side, then fewest people, then fewest of their own."""

    def cost(place: int) -> tuple[int, ...]:
        there = groups[place]
        other_side = bool(there) and is_remote(there) != person.is_remote
        return (
            int(other_side), len(there),
            sum(bool(person.organisation) and each.organisation == person.organisation for each in there),
            sum(each.sector == person.sector for each in there),
            sum((each.sector, each.kind) == (person.sector, person.kind) for each in there), place,
        )  # fmt: skip

    return min(range(len(groups)), key=cost)


def is_remote(group: Sequence[Seat]) -> bool:
    """Whether a group meets at a distance: where most of it is."""
    return sum(each.is_remote for each in group) * 2 > len(group)


def _deal(people: Iterable[Seat], *, groups: int, seed: int) -> Groups:
    row = sorted(
        people,
        key=lambda each: tuple(
            _drawn(seed, *parts)
            for parts in (
                (each.sector,), (each.sector, each.kind), (each.sector, each.kind, each.organisation),
                (each.sector, each.kind, each.organisation, each.key),
            )
        ),
    )  # fmt: skip
    return [row[place::groups] for place in range(groups)]


def _drawn(seed: int, *parts: Hashable) -> str:
    """A place in the draw: the same for the same words, and as good as random otherwise."""
    return hashlib.sha256("\x00".join(map(str, (seed, *parts))).encode()).hexdigest()
