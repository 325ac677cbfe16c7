"""Who sits in which group, and what becomes of the groups' words."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import link_account
from kraftsamla.audit.models import Entry
from kraftsamla.core.clock import now
from kraftsamla.core.errors import NotAllowed, Refused, Stale
from kraftsamla.meetings.assembly.records import records_of
from kraftsamla.meetings.choices import Mode, Reply, SummaryState
from kraftsamla.meetings.choices.grouping import Gathered
from kraftsamla.meetings.models import Contribution, Discussion, GroupMember, Invitation, Summary
from kraftsamla.meetings.operations import (
    add_guest,
    add_item,
    agree_summary,
    ask_at,
    ask_groups,
    close_discussion,
    drop_question,
    keep_point,
    make_groups,
    move_member,
    place_late,
    reopen_summary,
    report_group,
    start_discussion,
    unseat_member,
    withdraw_discussion,
    withdraw_point,
    write_summary,
)
from kraftsamla.meetings.overviews.grouping import results_of, stamp_of, tables_of
from tests import factories
from tests.meetings.grouping_case import talk_of


def test_everybody_who_comes_sits_in_one_group_and_the_sectors_are_mixed(alva: User) -> None:
    talk = talk_of(alva, people=8, groups=2)
    tables = tables_of(talk.discussion)
    assert [[number for _sector, number in table.sectors] for table in tables.tables] == [[1, 1, 1, 1]] * 2
    assert (tables.seated, list(tables.late)) == (8, [])


def test_who_has_not_said_they_come_who_is_only_informed_and_who_is_withdrawn_sit_nowhere(alva: User) -> None:
    talk = talk_of(alva, people=3, groups=0)
    known = {"meeting": talk.meeting, "reply": Reply.ROOM}
    Invitation.objects.create(**{**known, "reply": Reply.NONE}, name="Tyst")
    Invitation.objects.create(**{**known, "reply": Reply.NO}, name="Nej")
    Invitation.objects.create(**known, name="Kopia", is_informed=True)
    Invitation.objects.create(**known, name="Borttagen", withdrawn_at=now())
    make_groups(discussion=talk.discussion, number=1, who=Gathered.COMING, seed=1, by=alva)
    assert sorted(GroupMember.objects.values_list("name", flat=True)) == ["Person 0", "Person 1", "Person 2"]


def test_in_a_hybrid_meeting_those_at_a_distance_have_a_group_of_their_own(alva: User) -> None:
    tables = tables_of(talk_of(alva, people=9, remote=3, groups=3).discussion).tables
    assert [(table.is_remote, table.is_mixed, len(table.members)) for table in tables] == [
        (False, False, 3), (False, False, 3), (True, False, 3),
    ]  # fmt: skip


def test_a_late_arrival_is_offered_a_place_and_gets_the_best_one(alva: User) -> None:
    talk = talk_of(alva, people=5, remote=2, groups=2)
    add_guest(meeting=talk.meeting, name="Sen", organisation="Ny", title="", mode=Mode.REMOTE, by=alva)
    [late] = tables_of(talk.discussion).late
    [placed] = place_late(discussion=talk.discussion, keys=[late.key], by=alva)
    assert (placed.name, placed.group.number) == ("Sen", 2)
    assert place_late(discussion=talk.discussion, keys=[late.key], by=alva) == []


def test_somebody_is_moved_by_hand_and_taken_out(alva: User) -> None:
    talk = talk_of(alva, people=4, groups=2)
    one, two = talk.groups
    member = one.members.get(name=one.members.first().name)  # type: ignore[union-attr]
    move_member(member=member, group=two, by=alva)
    assert [group.members.count() for group in talk.groups] == [1, 3]
    unseat_member(member=member, by=alva)
    assert [each.name for each in tables_of(talk.discussion).late] == [member.name]


def test_nobody_is_moved_to_a_group_of_another_discussion(alva: User) -> None:
    talk = talk_of(alva)
    other = start_discussion(item=add_item(meeting=talk.meeting, values={"title_sv": "Annat"}, by=alva), by=alva)
    make_groups(discussion=other, number=1, who=Gathered.COMING, seed=1, by=alva)
    with pytest.raises(Refused, match="annan diskussion"):
        move_member(member=talk.groups[0].members.all()[0], group=other.groups.get(), by=alva)


def test_more_groups_than_people_and_none_to_place_are_said_at_their_fields(alva: User) -> None:
    talk = talk_of(alva, people=2, groups=0)
    with pytest.raises(ValidationError, match="3 grupper av 2 personer"):
        make_groups(discussion=talk.discussion, number=3, who=Gathered.COMING, seed=1, by=alva)
    with pytest.raises(ValidationError, match="Ingen att placera"):
        make_groups(discussion=talk.discussion, number=1, who=Gathered.HERE, seed=1, by=alva)


def test_groups_that_have_written_are_not_drawn_anew_and_not_taken_back(alva: User) -> None:
    talk = talk_of(alva)
    talk.says(1, "Tiden")
    with pytest.raises(Refused, match="redan skrivit"):
        make_groups(discussion=talk.discussion, number=2, who=Gathered.COMING, seed=2, by=alva)
    with pytest.raises(Refused, match="redan skrivit"):
        withdraw_discussion(discussion=talk.discussion, by=alva)


def test_a_discussion_without_words_is_taken_back_and_its_questions_stay(alva: User) -> None:
    talk = talk_of(alva)
    withdraw_discussion(discussion=talk.discussion, by=alva)
    item = talk.meeting.agenda.get()
    assert (Discussion.objects.count(), item.questions.count()) == (0, 2)


def test_making_a_point_a_discussion_twice_makes_one(alva: User) -> None:
    talk = talk_of(alva)
    assert start_discussion(item=talk.discussion.item, by=alva).pk == talk.discussion.pk


def test_a_known_question_is_asked_again_and_one_that_is_answered_stays(alva: User) -> None:
    known = factories.question("Vad kostar det?")
    talk = talk_of(alva)
    assert ask_groups(discussion=talk.discussion, wording=" Vad kostar  det? ", by=alva) == known
    talk.says(1, "Tiden")
    with pytest.raises(Refused, match="redan svarat"):
        drop_question(discussion=talk.discussion, question=talk.questions[0], by=alva)
    drop_question(discussion=talk.discussion, question=known, by=alva)
    assert talk.discussion.item.questions.count() == 2


def test_a_point_sent_many_times_is_kept_once(alva: User) -> None:
    talk = talk_of(alva)
    sent: dict[str, Any] = {"group": talk.groups[0], "question": talk.questions[0], "key": uuid.uuid4()}
    sent["by"] = link_account()
    kept = [keep_point(text="Tiden", **sent) for _ in range(3)]
    assert (len({each.pk for each in kept}), Contribution.objects.count()) == (1, 1)
    with pytest.raises(Refused, match="Något annat"):
        keep_point(text="Pengarna", **sent)


def test_a_changed_point_takes_the_place_of_the_old_which_is_kept_withdrawn(alva: User) -> None:
    talk = talk_of(alva)
    old = talk.says(1, "Tiden")
    key = uuid.uuid4()
    for _ in range(2):
        new = keep_point(
            group=talk.groups[0], question=talk.questions[0], key=key, text="Tiden räcker inte", replaces=old.key,
            by=link_account(),
        )  # fmt: skip
    old.refresh_from_db()
    assert (new.replaces, old.text, old.withdrawn_at is not None) == (old, "Tiden", True)
    said = results_of(talk.discussion, visitor=alva).answered[0].said
    assert [[point.text for point in one.points] for one in said] == [["Tiden räcker inte"], []]


def test_a_group_withdraws_its_own_points_alone(alva: User) -> None:
    talk = talk_of(alva)
    point = talk.says(1, "Tiden")
    with pytest.raises(Refused, match="finns inte"):
        withdraw_point(group=talk.groups[1], key=point.key, by=link_account())
    withdraw_point(group=talk.groups[0], key=point.key, by=link_account())
    assert results_of(talk.discussion, visitor=alva).answered[0].points == 0


def test_what_was_typed_before_the_end_still_arrives(alva: User) -> None:
    talk = talk_of(alva)
    close_discussion(discussion=talk.discussion, by=alva)
    assert talk.says(1, "Sent").pk


def test_a_point_says_nothing_of_who_wrote_it_and_the_log_neither(alva: User) -> None:
    talk = talk_of(alva)
    before = Entry.objects.count()
    talk.says(1, "Tiden")
    columns = {field.name for field in Contribution._meta.get_fields()}
    assert columns == {
        "id", "group", "question", "key", "text", "replaces", "replaced_by", "made_at", "withdrawn_at", "summaries",
    }  # fmt: skip
    assert Entry.objects.count() == before


def test_the_summary_rests_on_chosen_points_and_is_agreed_on_as_it_was_read(alva: User) -> None:
    talk = talk_of(alva)
    point, question = talk.says(1, "Tiden"), talk.questions[0]
    written = {"text_sv": "Tiden hindrar.", "text_en": "", "contributions": [point]}
    summary = write_summary(discussion=talk.discussion, question=question, values=written, version=0, by=alva)
    write_summary(
        discussion=talk.discussion, question=question, values={**written, "text_sv": "Tiden."}, version=1, by=alva
    )
    with pytest.raises(Stale):
        agree_summary(summary=summary, version=1, by=alva)
    summary = Summary.objects.get()
    agree_summary(summary=summary, version=2, by=alva)
    summary.refresh_from_db()
    assert (summary.state, summary.agreed_by, list(summary.contributions.all())) == (SummaryState.AGREED, alva, [point])
    with pytest.raises(Refused, match="överenskommen"):
        write_summary(discussion=talk.discussion, question=question, values=written, version=3, by=alva)
    reopen_summary(summary=summary, version=3, by=alva)
    assert Summary.objects.get().agreed_at is None


def test_nobody_agrees_on_an_empty_summary_or_rests_it_on_another_questions_points(alva: User) -> None:
    talk = talk_of(alva)
    point = talk.says(1, "Tiden", question=1)
    values = {"text_sv": "", "text_en": "", "contributions": []}
    summary = write_summary(discussion=talk.discussion, question=talk.questions[0], values=values, version=0, by=alva)
    with pytest.raises(ValidationError, match="innan mötet enas"):
        agree_summary(summary=summary, version=1, by=alva)
    with pytest.raises(ValidationError, match="den här frågan"):
        write_summary(
            discussion=talk.discussion, question=talk.questions[0], values={**values, "contributions": [point]},
            version=1, by=alva,
        )  # fmt: skip


def test_the_minutes_know_what_was_agreed_and_who_had_not_reported(alva: User) -> None:
    talk = talk_of(alva, people=9, groups=3)
    report_group(group=talk.groups[0], is_done=True, by=link_account())
    values = {"text_sv": "Tiden hindrar.", "text_en": "", "contributions": []}
    summary = write_summary(discussion=talk.discussion, question=talk.questions[0], values=values, version=0, by=alva)
    agree_summary(summary=summary, version=1, by=alva)
    told = Entry.objects.filter(event="summary.agreed").get()
    assert told.changes["groups_without_report"] == [None, 2]
    found = records_of(talk.meeting).points[talk.discussion.item_id].talk
    assert found is not None
    assert (found.groups, found.silent) == (3, 2)
    assert [each.text_sv for each in found.summaries.values()] == ["Tiden hindrar."]


def test_what_earlier_meetings_agreed_on_a_question_is_shown_and_not_what_comes_later(alva: User, bo: User) -> None:
    talk = talk_of(alva)
    for slug, day in (("forra", "2029-01-01"), ("nasta", "2031-01-01")):
        item = add_item(
            meeting=factories.meeting(slug, slug=slug, starts_on=day), values={"title_sv": "Punkt"}, by=alva
        )
        ask_at(item=item, questions=[talk.questions[0]], by=alva)
        values = {"text_sv": f"Enligt {slug}", "text_en": "", "contributions": []}
        held = start_discussion(item=item, by=alva)
        summary = write_summary(discussion=held, question=talk.questions[0], values=values, version=0, by=alva)
        agree_summary(summary=summary, version=1, by=alva)
    earlier = results_of(talk.discussion, visitor=bo).answered[0].earlier
    assert [each.text_sv for each in earlier] == ["Enligt forra"]


def test_the_stamp_changes_with_everything_the_leaders_see(alva: User) -> None:
    talk = talk_of(alva)
    stamps = [stamp_of(talk.discussion)]
    point = talk.says(1, "Tiden")
    stamps.append(stamp_of(talk.discussion))
    withdraw_point(group=talk.groups[0], key=point.key, by=link_account())
    stamps.append(stamp_of(talk.discussion))
    report_group(group=talk.groups[0], is_done=True, by=link_account())
    stamps.append(stamp_of(talk.discussion))
    values = {"text_sv": "x", "text_en": "", "contributions": []}
    write_summary(discussion=talk.discussion, question=talk.questions[0], values=values, version=0, by=alva)
    stamps.append(stamp_of(talk.discussion))
    close_discussion(discussion=talk.discussion, by=alva)
    stamps.append(stamp_of(talk.discussion))
    assert len(set(stamps)) == len(stamps)
    assert stamp_of(talk.discussion) == stamps[-1]


def test_a_member_runs_no_discussion(alva: User, bo: User) -> None:
    talk = talk_of(alva)
    with pytest.raises(NotAllowed):
        make_groups(discussion=talk.discussion, number=1, who=Gathered.COMING, seed=1, by=bo)
    with pytest.raises(NotAllowed):
        keep_point(group=talk.groups[0], question=talk.questions[0], key=uuid.uuid4(), text="x", by=bo)
