"""Minutes are assembled from the records; what people have edited is never overwritten."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from kraftsamla.accounts.models import User
from kraftsamla.audit.models import Entry
from kraftsamla.core.clock import now
from kraftsamla.core.errors import NotAllowed, Refused, Stale
from kraftsamla.meetings.assembly.minutes import paper_of
from kraftsamla.meetings.assembly.plain import plain
from kraftsamla.meetings.models import ItemNote, Minutes, MinutesPart
from kraftsamla.meetings.operations import add_item, record_attendance
from kraftsamla.meetings.operations.minuting import (
    add_part,
    change_minutes,
    change_part,
    discard_draft,
    draft_minutes,
    leave_note,
    leave_out,
    move_part,
    reassemble,
    take_note,
)
from kraftsamla.meetings.overviews.minuting import minutes_overview
from kraftsamla.meetings.papers.content import Facts, Paper, People, Points, Prose, Table
from tests import factories
from tests.meetings.minuting_case import Held, decided, drafted, held, note, part


@pytest.fixture
def case(alva: User) -> Held:
    return held(by=alva)


def _section(paper: Paper, heading: str) -> list[object]:
    return [block for each in paper.sections if each.heading == heading for block in each.blocks]


def test_a_draft_has_a_part_for_each_thing_on_the_meeting(case: Held, alva: User) -> None:
    made = drafted(case, by=alva)
    assert [(each.kind, each.item_id) for each in made.parts.all()] == [
        ("facts", None), ("item", case.first.pk), ("item", case.second.pk), ("discussion", case.second.pk),
        ("summary", None), ("decisions", None), ("followups", None), ("next", None), ("participants", None),
    ]  # fmt: skip


def test_the_paper_holds_what_the_records_say(case: Held, alva: User) -> None:
    decided(case, by=alva)
    factories.meeting("Nästa möte", starts_on="2021-05-09", follows=case.meeting)
    paper = paper_of(drafted(case, by=alva))
    assert (paper.word, paper.title, paper.date) == ("Mötesanteckningar", "Möte med gruppen", "3 mars 2021")
    assert paper.facts == (
        ("Organ", "Samverkansgruppen"), ("Datum", "3 mars 2021"), ("Tid", "09.00–12.00"), ("Plats", "Stockholm"),
        ("Form", "Hybridmöte"), ("Ordförande", "Gunvor Ek"), ("Antecknat av", "Alva"),
        ("Närvarande", "3, varav 1 på distans"),
    )  # fmt: skip
    assert _section(paper, "Läget") == [
        Prose("Karin berättade om läget.\n\n- Först det ena\n- Sedan det andra"),
        Points((("Nytt uppdrag", "Karin Strand, Vinnova"),)), Facts((("Beslut", "Att ge uppdraget"),)),
    ]  # fmt: skip
    assert _section(paper, "Beslut") == [Points((("Att ge uppdraget", "punkt 1"),), numbered=True)]
    assert _section(paper, "Uppföljning") == [
        Table("Att följa upp", ("Vad", "Vem", "När"), (("Lämna exempel", "Vinnova", "1 april 2021"),))
    ]
    assert _section(paper, "Nästa möte") == [Prose("Nästa möte, 9 maj 2021.")]
    assert _section(paper, "Deltagare") == [
        People((
            ("Ordförande", (("Gunvor Ek", ""),)),
            ("Ledamot", (("Ada Al", "på distans"), ("Bea Bo", "ersätter Cilla Ce, kom kl. 09.30"))),
            ("Anmält förhinder", (("Disa De", "ledamot"),)),
        ))
    ]  # fmt: skip


def test_groups_that_have_not_reported_are_said_and_summaries_stand_by_their_question(case: Held, alva: User) -> None:
    paper = paper_of(drafted(case, by=alva))
    assert _section(paper, "Gruppdiskussion") == [
        Prose("Deltagarna diskuterade i 4 grupper kring:\n- Vad är viktigt framåt?"),
        Prose("Alla grupper har inte redovisat: 1 av 4 saknas."),
    ]
    assert _section(paper, "Vad är viktigt framåt?") == [Prose("Grupperna vill samla kraften.")]


def test_an_advisory_body_says_that_nothing_was_decided(case: Held, alva: User) -> None:
    paper = paper_of(drafted(case, by=alva))
    assert _section(paper, "Beslut") == [Prose("Samverkansgruppen är rådgivande. Mötet fattade inga beslut.")]


def test_a_body_that_decides_only_says_that_it_did_not(alva: User) -> None:
    case = held(by=alva, body=factories.body("Styrgruppen", kind="steering_group"))
    assert _section(paper_of(drafted(case, by=alva)), "Beslut") == [Prose("Mötet fattade inga beslut.")]


def test_an_english_paper_has_english_headings_and_keeps_words_that_nobody_translated(case: Held, alva: User) -> None:
    made = drafted(case, by=alva, language="en")
    paper = paper_of(made)
    assert [each.heading for each in paper.sections] == [
        "The state", "Diskussion", "Group discussion", "Vad är viktigt framåt?", "Decisions", "Follow-up",
        "Participants",
    ]  # fmt: skip
    facts = dict(paper.facts)
    assert (facts["Date"], facts["Time"], facts["Body"]) == ("3 March 2021", "09:00–12:00", "Samverkansgruppen")
    (people,) = _section(paper, "Participants")
    assert isinstance(people, People)
    assert [heading for heading, _rows in people.groups] == ["Chair", "Member", "Apologies received"]
    assert minutes_overview(made, revisions=[made]).lacks_english == 3


def test_a_meeting_has_one_draft_and_a_cancelled_one_none(case: Held, alva: User, bo: User) -> None:
    with pytest.raises(NotAllowed):
        draft_minutes(meeting=case.meeting, language="sv", by=bo)
    drafted(case, by=alva)
    with pytest.raises(Refused, match="finns redan"):
        drafted(case, by=alva)
    cancelled = factories.meeting("Inställt")
    cancelled.cancelled_at = now()
    with pytest.raises(Refused, match="inställt"):
        draft_minutes(meeting=cancelled, language="sv", by=alva)
    assert Minutes.objects.count() == 1


def test_new_facts_come_in_by_themselves(case: Held, alva: User) -> None:
    made = drafted(case, by=alva)
    record_attendance(meeting=case.meeting, values={"person_name": "Eva Ek", "role": "ledamot"}, by=alva)
    assert "Eva Ek" in plain(paper_of(made))


def test_a_new_point_comes_in_at_its_place_and_a_newer_note_where_nobody_has_edited(case: Held, alva: User) -> None:
    made = drafted(case, by=alva)
    third = add_item(meeting=case.meeting, values={"number": "3", "title_sv": "Övrigt"}, by=alva)
    note(case.first, "Karin berättade mer.", by=alva)
    assert reassemble(minutes=made, by=alva) == 2
    assert part(made, "item", case.first).text == "Karin berättade mer."
    kinds = [(each.kind, each.item_id) for each in made.parts.all()][3:6]
    assert kinds == [("discussion", case.second.pk), ("item", third.pk), ("summary", None)]
    assert reassemble(minutes=made, by=alva) == 0


def test_edited_text_is_never_overwritten_but_shown_beside_the_newer_note(case: Held, alva: User) -> None:
    made = drafted(case, by=alva)
    first = part(made, "item", case.first)
    change_part(part=first, values={"text": "Min egen text."}, version=first.version, by=alva)
    note(case.first, "Ny anteckning.", by=alva)
    assert reassemble(minutes=made, by=alva) == 0
    assert _newer(made) == ["Ny anteckning."]
    first = part(made, "item", case.first)
    leave_note(part=first, version=first.version, by=alva)
    assert (_newer(made), part(made, "item", case.first).text) == ([], "Min egen text.")
    note(case.first, "Ännu nyare.", by=alva)
    assert _newer(made) == ["Ännu nyare."]
    first = part(made, "item", case.first)
    take_note(part=first, version=first.version, by=alva)
    assert (_newer(made), part(made, "item", case.first).text) == ([], "Ännu nyare.")


def _newer(made: Minutes) -> list[str]:
    return [row.newer for row in minutes_overview(made, revisions=[made]).rows if row.newer]


def test_saving_over_a_note_that_was_not_shown_is_refused_once(case: Held, alva: User) -> None:
    made = drafted(case, by=alva)
    first = part(made, "item", case.first)
    seen = ItemNote.objects.get(item=case.first).version
    note(case.first, "Under tiden.", by=alva)
    first = part(made, "item", case.first)
    with pytest.raises(Refused, match="har ändrats medan du skrev"):
        change_part(part=first, values={"text": "Min"}, version=first.version, by=alva, note_seen=seen)
    change_part(part=first, values={"text": "Min"}, version=first.version, by=alva, note_seen=seen + 1)
    assert part(made, "item", case.first).text == "Min"


def test_two_who_edit_the_same_part_see_both_texts(case: Held, alva: User) -> None:
    made = drafted(case, by=alva)
    first = part(made, "item", case.first)
    seen = first.version
    change_part(part=first, values={"text": "Den förstas."}, version=seen, by=alva)
    with pytest.raises(Stale) as stale:
        change_part(part=part(made, "item", case.first), values={"text": "Den andras."}, version=seen, by=alva)
    assert stale.value.current["text"] == "Den förstas."


def test_parts_are_added_moved_and_left_out(case: Held, alva: User) -> None:
    made = drafted(case, by=alva)
    own = add_part(minutes=made, values={"heading": "Tack", "text": "Tack till alla."}, by=alva)
    move_part(part=own, steps=-1, by=alva)
    assert [each.kind for each in made.parts.all()][-2:] == ["text", "participants"]
    move_part(part=part(made, "facts"), steps=-1, by=alva)
    assert next(iter(made.parts.all())).kind == "facts"
    leave_out(part=part(made, "participants"), out=True, by=alva)
    assert [each.heading for each in paper_of(made).sections][-1] == "Tack"
    with pytest.raises(ValidationError):
        add_part(minutes=made, values={"heading": " "}, by=alva)


def test_a_member_may_not_edit(case: Held, alva: User, bo: User) -> None:
    made = drafted(case, by=alva)
    first = part(made, "item", case.first)
    for deed in (
        lambda: change_part(part=first, values={"text": "x"}, version=1, by=bo),
        lambda: move_part(part=first, steps=1, by=bo), lambda: leave_out(part=first, out=True, by=bo),
        lambda: reassemble(minutes=made, by=bo), lambda: discard_draft(minutes=made, by=bo),
        lambda: change_minutes(minutes=made, values={"reference": "x"}, version=1, by=bo),
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            deed()


def test_a_draft_by_mistake_is_taken_away_and_stands_in_the_log(case: Held, alva: User) -> None:
    made = drafted(case, by=alva)
    discard_draft(minutes=made, by=alva)
    assert (Minutes.objects.count(), MinutesPart.objects.count()) == (0, 0)
    assert "Karin berättade" in str(Entry.objects.get(event="minutes.discarded").changes)


def test_a_pause_is_no_point_and_a_point_below_another_has_its_number(case: Held, alva: User) -> None:
    pause = add_item(meeting=case.meeting, values={"title_sv": "Paus"}, by=alva)
    pause.purpose = "break"
    pause.save()
    below = add_item(meeting=case.meeting, values={"title_sv": "En del"}, by=alva)
    below.parent = case.first
    below.save()
    paper = paper_of(drafted(case, by=alva))
    found = [(each.number, each.heading, each.level) for each in paper.sections if each.kind == "item"]
    assert found == [("1", "Läget", 1), ("1.1", "En del", 2), ("2", "Diskussion", 1)]


def test_the_paper_does_not_depend_on_when_it_is_made(case: Held, alva: User) -> None:
    made = drafted(case, by=alva)
    first = paper_of(made)
    Minutes.objects.filter(pk=made.pk).update(changed_at=now() + dt.timedelta(days=3))
    assert paper_of(Minutes.objects.get(pk=made.pk)) == first
