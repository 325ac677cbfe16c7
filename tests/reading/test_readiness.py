"""What "accept all certain" takes, what it leaves, and that the button counts exactly that."""

from __future__ import annotations

from typing import Any

from kraftsamla.accounts.models import User
from kraftsamla.reading.accepting.known import Entry, Known, Names
from kraftsamla.reading.accepting.likeness import plain
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.operations import accept, accept_certain, describe
from kraftsamla.reading.overviews import desk_of
from kraftsamla.strategy.models import Action, Area, Objective, Strategy
from tests import factories
from tests.reading.conftest import MINUTES, Read, the
from tests.reading.test_kinds import ACTION, AREA, OBJECTIVE, STRATEGY, TEXT, found

ANOTHER = {**STRATEGY, "fields": {"title": "Kuststrategin"}, "confidence": 0.88}


def promised(reading: Reading) -> int:
    return desk_of(Reading.objects.get(pk=reading.pk)).progress.certain


def states(reading: Reading) -> dict[str, str]:
    return dict(Suggestion.objects.filter(reading=reading).values_list("kind", "state"))


def test_nothing_goes_into_a_strategy_that_nobody_has_said_the_document_belongs_to(read: Read, alva: User) -> None:
    factories.strategy("Vattenstrategin")
    reading = read(ANOTHER, AREA, OBJECTIVE, ACTION, text=TEXT)
    assert promised(reading) == 0
    done = accept_certain(reading=reading, by=alva)
    assert (done.accepted, dict(done.why)) == ([], {"svar om strategi": 3})
    assert (Area.objects.count(), Objective.objects.count(), Action.objects.count()) == (0, 0, 0)
    cards = [card for group in desk_of(reading).groups for card in group.cards]
    assert {card.kind.code: str(card.awaits) for card in cards} == {
        "strategy": "", "area": "svar om strategi", "objective": "svar om strategi", "action": "svar om strategi",
    }  # fmt: skip


def test_the_answer_sets_all_of_it_free(read: Read, alva: User) -> None:
    strategy = factories.strategy("Vattenstrategin")
    reading = read(ANOTHER, AREA, OBJECTIVE, ACTION, text=TEXT)
    accept(suggestion=the(reading, "strategy"), version=1, by=alva, choices={"strategy": strategy.slug})
    assert promised(reading) == 3
    assert len(accept_certain(reading=reading, by=alva).accepted) == 3
    assert Area.objects.get().strategy == strategy


def test_the_answer_may_also_be_given_about_the_document(read: Read, alva: User) -> None:
    strategy = factories.strategy("Vattenstrategin")
    reading = read(ANOTHER, AREA, text=TEXT)
    describe(reading=reading, values={}, strategy=strategy, version=1, by=alva)
    assert promised(reading) == 1


def test_a_document_that_names_no_strategy_belongs_to_the_only_one(read: Read, alva: User) -> None:
    strategy = factories.strategy("Vattenstrategin")
    reading = read(AREA, text=TEXT)
    assert (reading.strategy, promised(reading)) == (strategy, 1)


def test_without_any_strategy_it_says_what_is_missing(read: Read, alva: User) -> None:
    reading = read(AREA, OBJECTIVE, text=TEXT)
    done = accept_certain(reading=reading, by=alva)
    assert dict(done.why) == {"val av strategi under Om dokumentet": 2}
    assert Strategy.objects.count() == 0


def test_what_hangs_on_something_unsure_waits(read: Read, alva: User) -> None:
    unsure = {**AREA, "confidence": 0.6}
    reading = read(STRATEGY, unsure, OBJECTIVE, text=TEXT)
    done = accept_certain(reading=reading, by=alva)
    assert ([each.kind for each in done.accepted], dict(done.why)) == (["strategy"], {"osäkert": 1})


def test_two_spellings_in_one_document_are_not_two_people(read: Read, alva: User) -> None:
    reading = read(
        MINUTES[0], found_in("Gunvor Ek, ordförande", person="Gunvor Ekman"),
        found_in("Siv Östbergh", person="Gunvor Eckman"),
    )  # fmt: skip
    assert promised(reading) == 2
    done = accept_certain(reading=reading, by=alva)
    assert (len(done.accepted), dict(done.why)) == (2, {"två stavningar i dokumentet": 1})
    waiting = Suggestion.objects.get(reading=reading, state="waiting")
    assert [slot.is_open for slot in cards_slots(reading, waiting)] == [True]


def found_in(words: str, **fields: Any) -> dict[str, Any]:
    from tests.reading.conftest import found as found_in_minutes

    return found_in_minutes("participant", words, **fields)


def cards_slots(reading: Reading, suggestion: Suggestion) -> list[Any]:
    from kraftsamla.reading.overviews import card_of

    return card_of(suggestion, Known(Reading.objects.get(pk=reading.pk))).slots


def test_notes_and_what_lacks_its_date_are_for_somebody_who_reads(read: Read, alva: User) -> None:
    reading = read(
        found("metric", "12 april 2023", title="insatser", value=12),
        found("event", "Strandmötet hålls", title="Strandmötet", date=None),
        text=TEXT,
    )
    assert promised(reading) == 0
    assert dict(accept_certain(reading=reading, by=alva).why) == {"uppgift om datum": 1}


def test_the_button_does_what_it_says(minutes: Reading, alva: User) -> None:
    for _round in range(3):
        count = promised(minutes)
        assert len(accept_certain(reading=minutes, by=alva).accepted) == count


def test_accepted_with_others_is_told_apart_from_read_one_by_one(minutes: Reading, alva: User) -> None:
    accept(suggestion=the(minutes, "participant", person="Gunvor Ek"), version=1, by=alva)
    accept_certain(reading=minutes, by=alva)
    alone = Suggestion.objects.filter(state="accepted", together=False)
    assert [str(each) for each in alone] == ["Gunvor Ek"]


def test_every_name_one_edit_away_is_found_and_no_other() -> None:
    names = Names()
    for key, name in enumerate(("Siv Östberg", "Gunvor Ekelund", "Per Lindroth", "Bo Ek")):
        names.add(Entry(key, str(key), name), name)
    letters = "abå"
    for at in range(len("siv östberg")):
        name = "siv östberg"
        swapped = name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :]
        edited = {name[:at] + name[at + 1 :], swapped, *(name[:at] + x + name[at:] for x in letters)}
        edited |= {name[:at] + x + name[at + 1 :] for x in letters}
        # A space more or less at the edges is the same name, not one nearly the same.
        for each in edited - {name}:
            if plain(each) not in {name, plain(name)}:
                assert [entry.name for entry in names.nearly_called(each)] == ["Siv Östberg"], each
    assert [entry.name for entry in names.nearly_called("Östberg Siv")] == ["Siv Östberg"]
    assert names.nearly_called("Sven Östberg") == []
    assert names.nearly_called("Bo Ed") == []
