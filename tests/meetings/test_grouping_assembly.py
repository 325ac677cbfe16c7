"""Putting people together in groups, for every set of people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kraftsamla.meetings.assembly.groups import Seat, best_group, is_remote, put_together, remote_groups

SECTORS = ("public", "private", "academic", "civil")


@st.composite
def gatherings(draw: Any) -> tuple[list[Seat], int, int]:
    """People of few organisations, each of one kind and sector, some of them at a distance."""
    homes = draw(st.lists(st.tuples(st.sampled_from(SECTORS), st.sampled_from("abc")), min_size=1, max_size=8))
    rows = draw(st.lists(st.tuples(st.integers(0, len(homes) - 1), st.booleans()), min_size=1, max_size=60))
    people = [
        Seat(f"p{number}", homes[home][0], homes[home][1], f"o{home}", remote)
        for number, (home, remote) in enumerate(rows)
    ]
    return people, draw(st.integers(1, len(people))), draw(st.integers(0, 9))


def spread(groups: Sequence[Sequence[Seat]], of: Callable[[Seat], Any]) -> int:
    """By how many the groups differ at most, of what is counted."""
    counts = [Counter(of(each) for each in group) for group in groups]
    kinds = {kind for count in counts for kind in count}
    return max((max(c[kind] for c in counts) - min(c[kind] for c in counts) for kind in kinds), default=0)


@given(gatherings())
def test_nobody_is_lost_and_nobody_sits_twice(case: tuple[list[Seat], int, int]) -> None:
    people, number, seed = case
    groups = put_together(people, groups=number, seed=seed)
    assert sorted(each.key for group in groups for each in group) == sorted(each.key for each in people)
    assert (len(groups), all(groups)) == (number, True)


@given(gatherings())
def test_within_a_side_sizes_sectors_kinds_and_colleagues_differ_by_one_at_most(
    case: tuple[list[Seat], int, int],
) -> None:
    people, number, seed = case
    groups = put_together(people, groups=number, seed=seed)
    remote = sum(each.is_remote for each in people)
    apart = remote_groups(len(people) - remote, remote, groups=number)
    sides = [groups[: number - apart], groups[number - apart :]] if apart else [groups]
    for side in sides:
        assert spread(side, lambda seat: "everybody") <= 1
        assert spread(side, lambda seat: seat.sector) <= 1
        assert spread(side, lambda seat: (seat.sector, seat.kind)) <= 1
        assert spread(side, lambda seat: (seat.sector, seat.kind, seat.organisation)) <= 1


@given(gatherings())
def test_a_group_is_in_the_room_or_at_a_distance_unless_somebody_would_sit_alone(
    case: tuple[list[Seat], int, int],
) -> None:
    people, number, seed = case
    groups = put_together(people, groups=number, seed=seed)
    remote = sum(each.is_remote for each in people)
    mixed = [group for group in groups if len({each.is_remote for each in group}) > 1]
    impossible = number == 1 or min(remote, len(people) - remote) < 2
    assert impossible or not mixed


@given(gatherings(), st.randoms())
def test_the_same_people_and_the_same_seed_give_the_same_groups_in_whatever_order_they_come(
    case: tuple[list[Seat], int, int], random: Any
) -> None:
    people, number, seed = case
    shuffled = [*people]
    random.shuffle(shuffled)
    assert put_together(shuffled, groups=number, seed=seed) == put_together(people, groups=number, seed=seed)


def test_another_seed_gives_other_groups() -> None:
    people = [Seat(str(number), "public", "agency", str(number)) for number in range(20)]
    drawn = {tuple(each.key for each in put_together(people, groups=4, seed=seed)[0]) for seed in range(10)}
    assert len(drawn) == 10


def test_more_groups_than_people_are_refused() -> None:
    with pytest.raises(ValueError, match="1 people cannot be 2 groups"):
        put_together([Seat("a")], groups=2, seed=1)


def test_the_sides_get_groups_so_that_the_largest_is_as_small_as_it_can_be() -> None:
    asked = [(21, 10, 4), (24, 3, 4), (2, 20, 5), (10, 1, 3), (0, 9, 3), (5, 5, 1)]
    assert [remote_groups(room, remote, groups=groups) for room, remote, groups in asked] == [1, 1, 4, 0, 0, 0]


@given(gatherings(), st.builds(Seat, st.just("late"), st.just("public"), st.just("a"), st.just("o1"), st.booleans()))
def test_who_comes_late_joins_the_smallest_group_of_their_side(
    case: tuple[list[Seat], int, int], late: Seat
) -> None:
    people, number, seed = case
    groups = put_together(people, groups=number, seed=seed)
    chosen = groups[best_group(late, groups)]
    same = [group for group in groups if is_remote(group) == late.is_remote]
    assert len(chosen) == min(len(group) for group in same or groups)
    assert is_remote(chosen) == late.is_remote or not same


def test_who_comes_late_sits_apart_from_their_colleagues_and_their_sector() -> None:
    sitting = (("public", "agency", "a"), ("public", "agency", "b"), ("private", "company", "c"))
    groups = [[Seat(home, sector, kind, home)] for sector, kind, home in sitting]
    assert best_group(Seat("4", "public", "agency", "a"), groups) == 2
    assert best_group(Seat("5", "private", "startup", "d"), groups) == 0
