"""What changed between two pictures."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kraftsamla.core.text import Text
from kraftsamla.editions.comparison import compare
from kraftsamla.editions.content import Action, Change, FieldChange, Ref, Source
from tests.editions import sample

SEEN = Source("d", "Ett dokument", "report", "Utgivaren", "2024", "https://exempel.se/", "sv", "orden", "t1-6", "")


def changed(**values: Any) -> tuple[Change, ...]:
    """What is told when the first action differs in these values."""
    before = sample.picture()
    first = replace(before.actions[0], **values)
    return compare(before, replace(before, actions=(first, *before.actions[1:])))


def fields(**values: Any) -> tuple[FieldChange, ...]:
    (change,) = changed(**values)
    return change.fields


def first() -> Action:
    return sample.picture().actions[0]


def test_nothing_has_changed_between_a_picture_and_itself() -> None:
    assert compare(sample.picture(), sample.picture()) == ()


def test_what_is_new_brings_its_sources() -> None:
    after = sample.picture()
    before = replace(after, actions=after.actions[1:])
    action = after.actions[0]
    assert compare(before, after) == (
        Change("new", Ref("action", action.slug, action.title), "under_way", (), action.sources),
    )


def test_what_is_gone_is_named_as_it_was() -> None:
    before = sample.picture()
    after = replace(before, questions=())
    question = before.questions[0]
    assert compare(before, after) == (Change("gone", Ref("question", question.slug, question.wording), "", (), ()),)


def test_a_code_is_told_in_words_in_both_languages() -> None:
    assert fields(progress="done") == (FieldChange("progress", Text("pågår", "under way"), Text("genomförd", "done")),)


def test_progress_that_was_not_read_in_is_said_so() -> None:
    assert fields(progress="") == (
        FieldChange("progress", Text("pågår", "under way"), Text("läget ej inläst", "progress not recorded")),
    )


def test_a_title_is_told_before_and_after() -> None:
    title = first().title
    assert fields(title=Text("En ny titel", "")) == (FieldChange("title", title, Text("En ny titel", "En ny titel")),)


def test_a_long_text_is_cut_between_words() -> None:
    (field,) = fields(description=Text("ord " * 100, ""))
    assert len(field.after.sv) <= 162
    assert field.after.sv.endswith("ord …")


def test_of_a_set_only_what_came_and_went_is_told() -> None:
    parts = first().parts
    accepted = replace(parts[0], state="accepted", accepted=True)
    assert fields(parts=(accepted, *parts[1:])) == (
        FieldChange(
            "parts",
            Text("Regeringen (ansvarig, utpekad i källan)", "Government of Sweden (responsible, named in the source)"),
            Text(
                "Regeringen (ansvarig, har åtagit sig uppgiften)",
                "Government of Sweden (responsible, has accepted the task)",
            ),
        ),
    )


def test_a_status_update_more_is_told_with_its_source() -> None:
    update = replace(first().updates[0], on="2024-11-01", words=Text("Klart", "Ready"), sources=(SEEN,))
    (change,) = changed(updates=(update, *first().updates))
    assert change.fields == (
        FieldChange("updates", Text(), Text("1 november 2024: pågår – Klart", "1 November 2024: under way – Ready")),
    )
    assert change.sources == (SEEN,)


def test_a_source_more_is_told_once_as_a_source_more() -> None:
    parts = first().parts
    (change,) = changed(
        parts=(replace(parts[0], sources=(*parts[0].sources, SEEN)), *parts[1:]), sources=(*first().sources, SEEN)
    )
    assert change.fields == (FieldChange("sources", Text(), Text("Ett dokument", "Ett dokument")),)
    assert change.sources == (SEEN,)


def test_the_passing_of_time_is_no_change() -> None:
    assert changed(days_since_update=900, weakest="stale") == ()


def test_a_new_edition_of_the_same_facts_on_a_later_day_changes_nothing() -> None:
    before = sample.picture()
    assert compare(before, replace(before, as_of="2025-11-15")) == ()


def test_what_follows_from_another_record_is_told_only_there() -> None:
    before = sample.picture()
    objective = replace(before.objectives[0], actions=(), counts=(), state="no_action")
    assert compare(before, replace(before, objectives=(objective, *before.objectives[1:]))) == ()


def test_a_date_is_told_in_words() -> None:
    before = sample.picture()
    meeting = replace(before.meetings[0], starts_on="2024-12-01")
    (change,) = compare(before, replace(before, meetings=(meeting, *before.meetings[1:])))
    assert change.fields == (
        FieldChange(
            "starts_on", Text("10 november 2024", "10 November 2024"), Text("1 december 2024", "1 December 2024")
        ),
    )


def test_every_kind_of_record_is_compared() -> None:
    full = sample.picture()
    names = ("areas", "objectives", "actions", "organisations", "people", "bodies", "meetings", "documents",
             "questions", "followups")  # fmt: skip
    nothing: dict[str, Any] = dict.fromkeys(names, ())
    empty = replace(full, **nothing)
    changes = compare(empty, full)
    assert len(changes) == sum(len(getattr(full, name)) for name in names)
    assert {change.how for change in changes} == {"new"}
    assert {change.how for change in compare(full, empty)} == {"gone"}


def emptied(record: Any) -> Any:
    """The record with its name and nothing else."""
    kinds: dict[type, Any] = {tuple: (), Text: Text(), str: "", Ref: None}
    values = {name: getattr(record, name) for name in record.__dataclass_fields__ if name not in {"slug", "number"}}
    return replace(record, **{name: kinds[type(value)] for name, value in values.items() if type(value) in kinds})


def test_every_field_that_may_change_can_be_told() -> None:
    full = sample.picture()
    for name in ("areas", "actions", "organisations", "people", "bodies", "meetings", "documents", "questions"):
        record = getattr(full, name)[0]
        before: dict[str, Any] = {name: (emptied(record),)}
        after: dict[str, Any] = {name: (record,)}
        (change,) = compare(replace(full, **before), replace(full, **after))
        assert [field for field in change.fields if not (field.after.sv and field.after.en)] == []
        assert len(change.fields) == len({field.field for field in change.fields}) > 1
