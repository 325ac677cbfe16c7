"""What is written at a point: nothing acknowledged is lost, whoever writes at once."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from kraftsamla.accounts.models import User
from kraftsamla.core.errors import NotAllowed, Refused
from kraftsamla.meetings.models import AgendaItem, ItemNote, NoteVersion, Receipt
from kraftsamla.meetings.operations import add_item, save_note, settle_note
from kraftsamla.meetings.operations.leading import Kept, notes
from kraftsamla.meetings.operations.leading.notes import only_adds
from kraftsamla.meetings.overviews.leading.notes import texts_at, union
from tests import factories


@pytest.fixture
def item(db: None, alva: User) -> AgendaItem:
    return add_item(meeting=factories.meeting(), values={"title_sv": "Läget"}, by=alva)


@pytest.fixture
def erik(elsa: User) -> User:
    """A second secretary."""
    elsa.role = "coordinator"
    elsa.save()
    return elsa


def save(item: AgendaItem, text: str, base: int, by: User, **values: Any) -> Kept:
    return save_note(item=item, text=text, base=base, by=by, **{"key": uuid.uuid4(), **values})


def texts(item: AgendaItem) -> list[tuple[str, bool]]:
    return list(NoteVersion.objects.filter(note__item=item).order_by("pk").values_list("text", "is_aside"))


def test_a_save_becomes_the_newest_and_raises_the_version(item: AgendaItem, alva: User) -> None:
    assert [save(item, "Ett.", 0, alva), save(item, "Två.", 1, alva)] == [Kept(1), Kept(2)]
    note = ItemNote.objects.get()
    assert (note.text, note.version, note.changed_by) == ("Två.", 2, alva)
    assert texts(item) == [("Ett.", False), ("Två.", False)]


def test_the_same_key_twice_is_kept_once_and_answered_the_same(item: AgendaItem, alva: User) -> None:
    key = uuid.uuid4()
    first = save(item, "Ett.", 0, alva, key=key)
    save(item, "Två.", 1, alva)
    assert save(item, "Ett.", 0, alva, key=key) == first == Kept(1)
    assert (ItemNote.objects.get().text, NoteVersion.objects.count(), Receipt.objects.count()) == ("Två.", 2, 2)


def test_a_key_that_has_been_used_for_other_words_is_refused(item: AgendaItem, alva: User) -> None:
    key = uuid.uuid4()
    save(item, "Ett.", 0, alva, key=key)
    with pytest.raises(Refused):
        save(item, "Två.", 1, alva, key=key)
    assert ItemNote.objects.get().text == "Ett."


def test_a_save_from_an_older_version_is_kept_beside(item: AgendaItem, alva: User, erik: User) -> None:
    save(item, "Gemensamt.", 0, alva)
    save(item, "Alvas text.", 1, alva)
    kept = save(item, "Eriks text.", 1, erik)
    aside = NoteVersion.objects.get(is_aside=True)
    assert kept == Kept(1, aside.pk)
    assert (ItemNote.objects.get().text, aside.text, aside.saved_by, aside.settled_at) == (
        "Alvas text.", "Eriks text.", erik, None,
    )  # fmt: skip


def test_the_same_text_from_an_older_version_is_no_conflict(item: AgendaItem, alva: User, erik: User) -> None:
    save(item, "Samma.", 0, alva)
    assert save(item, "Samma.", 0, erik) == Kept(1)
    assert texts(item) == [("Samma.", False)]


def test_who_goes_on_writing_beside_leaves_one_text_to_choose(item: AgendaItem, alva: User, erik: User) -> None:
    save(item, "Alva.", 0, alva)
    first = save(item, "Erik.", 0, erik)
    second = save(item, "Erik skriver vidare.", first.version, erik, continues=first.aside)
    waiting = NoteVersion.objects.filter(is_aside=True, settled_at=None)
    assert [each.pk for each in waiting] == [second.aside]
    assert texts(item) == [("Alva.", False), ("Erik.", True), ("Erik skriver vidare.", True)]


def test_two_tabs_beside_each_other_both_wait_to_be_chosen(item: AgendaItem, alva: User, erik: User) -> None:
    save(item, "Alva.", 0, alva)
    save(item, "Ena fliken.", 0, erik)
    save(item, "Andra fliken.", 0, erik)
    assert [each.text for each in texts_at(item).note.asides] == ["Ena fliken.", "Andra fliken."]


def test_nobody_goes_on_from_somebody_elses_text(item: AgendaItem, alva: User, erik: User) -> None:
    save(item, "Alva.", 0, alva)
    aside = save(item, "Erik.", 0, erik).aside
    save(item, "Alva i en annan flik.", 0, alva, continues=aside)
    assert [each.text for each in texts_at(item).note.asides] == ["Erik.", "Alva i en annan flik."]


def test_choosing_settles_what_was_read_and_keeps_it(item: AgendaItem, alva: User, erik: User) -> None:
    save(item, "Alva.", 0, alva)
    aside = save(item, "Erik.", 0, erik).aside
    kept = settle_note(item=item, text="Alva.\nErik.", base=1, asides=[aside], key=uuid.uuid4(), by=alva)
    settled = NoteVersion.objects.get(pk=aside)
    assert (kept, ItemNote.objects.get().text, settled.settled_at is None) == (Kept(2), "Alva.\nErik.", False)
    assert settled.text == "Erik."


def test_a_choice_overtaken_by_a_save_settles_nothing(item: AgendaItem, alva: User, erik: User) -> None:
    save(item, "Alva.", 0, alva)
    aside = save(item, "Erik.", 0, erik).aside
    save(item, "Alva skriver.", 1, alva)
    kept = settle_note(item=item, text="Valt.", base=1, asides=[aside], key=uuid.uuid4(), by=erik)
    assert (bool(kept.aside), NoteVersion.objects.get(pk=aside).settled_at) == (True, None)
    assert (ItemNote.objects.get().text, len(texts_at(item).note.asides)) == ("Alva skriver.", 2)


def test_a_text_put_aside_after_the_choice_was_read_still_waits(item: AgendaItem, alva: User, erik: User) -> None:
    save(item, "Alva.", 0, alva)
    read = save(item, "Erik.", 0, erik).aside
    unread = save(item, "Erik i en annan flik.", 0, erik).aside
    settle_note(item=item, text="Alva.", base=1, asides=[read], key=uuid.uuid4(), by=alva)
    assert [each.pk for each in texts_at(item).note.asides] == [unread]


def test_rows_are_put_together_only_when_nothing_is_taken_away(item: AgendaItem, alva: User) -> None:
    for number, text in enumerate(["Vi", "Vi börjar", "Vi nu börjar", "Vi slutar"]):
        save(item, text, number, alva)
    assert texts(item) == [("Vi nu börjar", False), ("Vi slutar", False)]
    assert ItemNote.objects.get().version == 4


def test_rows_are_not_put_together_after_a_minute_or_by_another(
    item: AgendaItem, alva: User, erik: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(item, "Vi", 0, alva)
    save(item, "Vi börjar", 1, erik)
    later = NoteVersion.objects.latest("pk").saved_at + notes.TOGETHER
    monkeypatch.setattr(notes, "now", lambda: later)
    save(item, "Vi börjar nu", 2, erik)
    assert [text for text, _aside in texts(item)] == ["Vi", "Vi börjar", "Vi börjar nu"]


def test_signs_that_differ_between_browsers_and_databases_are_made_alike(item: AgendaItem, alva: User) -> None:
    save(item, "Rad ett\r\nRad två\rRad\x00 tre", 0, alva)
    assert ItemNote.objects.get().text == "Rad ett\nRad två\nRad tre"


def test_a_text_that_is_too_long_is_refused_with_a_remedy(item: AgendaItem, alva: User) -> None:
    with pytest.raises(ValidationError) as refusal:
        save(item, "x" * (notes.LONGEST + 1), 0, alva)
    assert refusal.value.messages == [
        "Anteckningen är för lång: 100001 tecken, högst 100000. Flytta en del till en annan punkt."
    ]
    assert not NoteVersion.objects.exists()


def test_a_member_may_not_write(item: AgendaItem, bo: User) -> None:
    with pytest.raises(NotAllowed):
        save(item, "Bo var här.", 0, bo)


def test_the_union_holds_every_line_of_both_once() -> None:
    assert union("Inledning\nAlva\nSlut", "Inledning\nErik\nSlut\nEfteråt") == "Inledning\nAlva\nErik\nSlut\nEfteråt"


@given(before=st.text(max_size=20), at=st.integers(0, 20), added=st.text(max_size=10))
def test_putting_in_at_one_place_only_adds(before: str, at: int, added: str) -> None:
    assert only_adds(before, before[:at] + added + before[at:])


@given(before=st.text(max_size=20), after=st.text(max_size=20))
def test_what_only_adds_holds_all_of_what_was(before: str, after: str) -> None:
    rest = iter(after)
    held = all(letter in rest for letter in before)
    assert held or not only_adds(before, after)


@settings(max_examples=30, deadline=None)
@given(
    data=st.lists(
        st.tuples(st.booleans(), st.text(alphabet="ab\n", max_size=6), st.booleans()), min_size=1, max_size=12
    )
)  # fmt: skip
@pytest.mark.django_db
def test_every_acknowledged_text_can_be_found_again(data: list[tuple[bool, str, bool]]) -> None:
    """Two write in turn; each sometimes reads what stands first. Whatever was acknowledged is held by some row."""
    from tests.conftest import undone

    with undone():
        people = [User.objects.create(email=f"{n}@example.org", name=n, role="coordinator") for n in ("ett", "två")]
        item = add_item(meeting=factories.meeting(), values={"title_sv": "Läget"}, by=people[0])
        base, aside = [0, 0], [0, 0]
        for second, text, reads in data:
            if reads and (note := ItemNote.objects.filter(item=item).first()):
                base[second], aside[second] = note.version, 0
            kept = save(item, text, base[second], people[second], continues=aside[second])
            base[second], aside[second] = kept.version, kept.aside
            rows = NoteVersion.objects.filter(note__item=item).values_list("text", flat=True)
            assert text == "" or any(only_adds(text, row) for row in rows)
            standing = ItemNote.objects.get(item=item)
            assert standing.text == "" or standing.text in set(rows)
            assert bool(kept.aside) or standing.text == text


def test_five_minutes_of_saving_by_one_person_leaves_a_row_a_minute(
    item: AgendaItem, alva: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, text = dt.datetime(2026, 11, 22, 10, 0, tzinfo=dt.UTC), ""
    for second in range(0, 300, 2):
        monkeypatch.setattr(notes, "now", lambda at=start + dt.timedelta(seconds=second): at)
        text += "a"
        save(item, text, second // 2, alva)
    assert len(texts(item)) == 5
