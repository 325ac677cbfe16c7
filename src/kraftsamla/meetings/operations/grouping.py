"""Deeds on a discussion in groups: its questions, who sits where, its links, opening and closing it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import system_account
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.actors.operations import issue_link, revoke_links
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.core.clock import now
from kraftsamla.core.errors import Refused
from kraftsamla.core.partial_dates import latest
from kraftsamla.core.records import Changes, Values, append, change, create
from kraftsamla.meetings.assembly.groups import best_group, put_together
from kraftsamla.meetings.assembly.seats import Sitter, gathered, seated, unplaced
from kraftsamla.meetings.choices import grouping as events
from kraftsamla.meetings.choices.grouping import GROUP_LINK, Gathered
from kraftsamla.meetings.models import AgendaItem, Contribution, Discussion, Group, GroupMember, Meeting
from kraftsamla.meetings.rules import may_run
from kraftsamla.strategy.models import Question
from kraftsamla.strategy.operations import create_question

FIELDS = ("guidance_sv", "guidance_en")
GROUP_FIELDS = ("name", "place", "scribe")
LINK_LIVES_AFTER = dt.timedelta(days=3)


class GroupLink(NamedTuple):
    """``token`` is what stands in the address; it is known now and never again."""

    group: Group
    token: str


@transaction.atomic
def start_discussion(*, item: AgendaItem, by: User) -> Discussion:
    """Make a point one that is discussed in groups; what it is already when it is one."""
    require(may_run(by, item.meeting))
    AgendaItem.objects.select_for_update().get(pk=item.pk)
    if (known := Discussion.objects.filter(item=item).first()) is not None:
        return known
    discussion = create(Discussion, {"item": item}, fields=("item",))
    _record(events.DISCUSSION_STARTED, discussion, by=by, note=str(item))
    return discussion


@transaction.atomic
def change_discussion(*, discussion: Discussion, values: Values, version: int, by: User) -> Changes:
    """Write what differs in the guidance to the groups. Stale when somebody changed it after ``version``."""
    require(may_run(by, discussion.item.meeting))
    changes = change(discussion, values, fields=FIELDS, version=version)
    if changes:
        _record(events.DISCUSSION_CHANGED, discussion, by=by, changes=changes)
    return changes


@transaction.atomic
def withdraw_discussion(*, discussion: Discussion, by: User) -> None:
    """Take it back, with its groups. The point and its questions stay. Refused when a group has written something."""
    require(may_run(by, discussion.item.meeting))
    _refuse_if_written(discussion)
    if discussion.summaries.exists():
        raise Refused(_("Det finns en sammanfattning. Gruppdiskussionen kan inte tas bort."))
    _clear(discussion)
    withdraw(subject=discussion, event=events.DISCUSSION_WITHDRAWN, by=by)


@transaction.atomic
def ask_groups(*, discussion: Discussion, wording: str, by: User) -> Question:
    """Give the groups a question, in one line. One that is known by exactly these words is that question."""
    meeting = discussion.item.meeting
    require(may_run(by, meeting))
    wording = " ".join(wording.split())
    if not wording:
        raise ValidationError({"wording": _("Skriv frågan.")})
    known = Question.objects.filter(wording_sv=wording).order_by("pk").first()
    values = {"wording_sv": wording, "asked_by": meeting.title_sv[:300], "asked_on": meeting.starts_on}
    # Questions are the coordinators'; who runs the meeting of a body may ask one there, and the log says who did.
    question = known or create_question(values=values, by=by if may_edit(by) else system_account())
    discussion.item.questions.add(question)
    _record(events.DISCUSSION_CHANGED, discussion, by=by, changes={"questions": [None, question.slug]})
    return question


@transaction.atomic
def drop_question(*, discussion: Discussion, question: Question, by: User) -> None:
    """Take a question from the groups; it stays among the strategy's. Refused when a group has answered it."""
    require(may_run(by, discussion.item.meeting))
    answered = Contribution.objects.filter(group__discussion=discussion, question=question).exists()
    if answered or discussion.summaries.filter(question=question).exists():
        raise Refused(_("En grupp har redan svarat på frågan. Den kan inte tas bort."))
    discussion.item.questions.remove(question)
    _record(events.DISCUSSION_CHANGED, discussion, by=by, changes={"questions": [question.slug, None]})


@transaction.atomic
def make_groups(*, discussion: Discussion, number: int, who: Gathered, seed: int, by: User) -> Sequence[Group]:
    """Put everybody together in groups anew. Refused when a group has written something: move people by hand then."""
    meeting = discussion.item.meeting
    require(may_run(by, meeting))
    _locked(discussion)
    _refuse_if_written(discussion)
    people = {each.key: each for each in gathered(meeting, who)}
    if not people:
        raise ValidationError({"who": _("Ingen att placera. Vänta på svar, eller anteckna vilka som är här.")})
    if not 1 <= number <= len(people):
        raise ValidationError(
            {"number": _("Det går inte att göra %(groups)s grupper av %(people)s personer. Välj ett mindre antal.")
             % {"groups": number, "people": len(people)}}
        )  # fmt: skip
    drawn = put_together((each.seat for each in people.values()), groups=number, seed=seed)
    places = {group.number: group for group in discussion.groups.all()}
    _clear(discussion)
    made = []
    for place, seats in enumerate(drawn, start=1):
        before = places.get(place)
        kept = {"name": before.name, "place": before.place} if before else {}
        group = append(Group, {"discussion": discussion, "number": place, **kept})
        for seat in seats:
            _sit(people[seat.key], group)
        made.append(group)
    _record(events.GROUPS_MADE, discussion, by=by, note=f"{len(people)} → {number}")
    return made


@transaction.atomic
def move_member(*, member: GroupMember, group: Group, by: User) -> None:
    """Let somebody sit in another group of the same discussion."""
    require(may_run(by, group.discussion.item.meeting))
    before = member.group
    if before.discussion_id != group.discussion_id:
        raise Refused(_("Gruppen hör till en annan diskussion."))
    if before.pk == group.pk:
        return
    member.group = group
    member.save(update_fields=["group"])
    _record(events.GROUP_CHANGED, group.discussion, by=by, note=f"{member}: {before.number} → {group.number}")


@transaction.atomic
def unseat_member(*, member: GroupMember, by: User) -> None:
    """Take somebody out of the groups, for example who did not come."""
    discussion = member.group.discussion
    require(may_run(by, discussion.item.meeting))
    _record(events.GROUP_CHANGED, discussion, by=by, note=f"{member}: {member.group.number} → –")
    member.delete()


@transaction.atomic
def place_late(*, discussion: Discussion, keys: Sequence[str], by: User) -> Sequence[GroupMember]:
    """Seat people who sit nowhere in the group where each fits best. Those who sit already are left where they are."""
    require(may_run(by, discussion.item.meeting))
    _locked(discussion)
    groups = list(discussion.groups.order_by("number"))
    if not groups:
        raise Refused(_("Sätt samman grupperna först."))
    rows = seated(discussion)
    tables = [[seat for member, seat in rows if member.group_id == group.pk] for group in groups]
    placed = []
    for sitter in unplaced(discussion, [member for member, _seat in rows]):
        if sitter.key not in keys:
            continue
        best = best_group(sitter.seat, tables)
        tables[best].append(sitter.seat)
        placed.append(_sit(sitter, groups[best]))
    for member in placed:
        _record(events.GROUP_CHANGED, discussion, by=by, note=f"{member}: – → {member.group.number}")
    return placed


@transaction.atomic
def change_group(*, group: Group, values: Values, by: User) -> None:
    """Say what a group is called, where it sits and who takes its notes. ValidationError by field."""
    require(may_run(by, group.discussion.item.meeting))
    for name in GROUP_FIELDS:
        setattr(group, name, values.get(name, getattr(group, name)))
    group.full_clean()
    group.save(update_fields=GROUP_FIELDS)
    _record(events.GROUP_CHANGED, group.discussion, by=by, note=str(group.number))


@transaction.atomic
def open_groups(*, discussion: Discussion, by: User) -> list[GroupLink]:
    """A new link to each group's page. Links made before stop working: of two scribes only one would be the group's."""
    meeting = discussion.item.meeting
    require(may_run(by, meeting))
    groups = list(discussion.groups.order_by("number"))
    if not groups:
        raise Refused(_("Sätt samman grupperna först."))
    made = []
    for group in groups:
        revoke_links(purpose=GROUP_LINK, subject=group, by=system_account())
        issued = issue_link(
            purpose=GROUP_LINK, subject=group, organisation=None, expires_at=_until(meeting), by=system_account(),
            name=_("Grupp %(number)s: %(meeting)s") % {"number": group.number, "meeting": meeting.title_sv[:150]},
        )  # fmt: skip
        made.append(GroupLink(group, issued.token))
    Discussion.objects.filter(pk=discussion.pk, opened_at=None).update(opened_at=now())
    _record(events.GROUP_OPENED, discussion, by=by, note=str(len(made)))
    return made


@transaction.atomic
def close_discussion(*, discussion: Discussion, by: User) -> None:
    """End it. What a group sends that was typed before still arrives. Nothing when it is closed already."""
    require(may_run(by, discussion.item.meeting))
    current = _locked(discussion)
    if current.closed_at is not None:
        return
    at = now()
    Discussion.objects.filter(pk=discussion.pk).update(closed_at=at, opened_at=current.opened_at or at)
    _record(events.DISCUSSION_CLOSED, discussion, by=by)


@transaction.atomic
def reopen_discussion(*, discussion: Discussion, by: User) -> None:
    """Let the groups write again. Nothing when it is open."""
    require(may_run(by, discussion.item.meeting))
    if Discussion.objects.filter(pk=discussion.pk).exclude(closed_at=None).update(closed_at=None):
        _record(events.DISCUSSION_REOPENED, discussion, by=by)


def _sit(sitter: Sitter, group: Group) -> GroupMember:
    values = {
        "group": group, "name": sitter.name[:200], "organisation_name": sitter.organisation[:300],
        "invitation_id": sitter.invitation or None, "attendance_id": sitter.attendance or None,
    }  # fmt: skip
    return append(GroupMember, values)


def _clear(discussion: Discussion) -> None:
    for group in discussion.groups.all():
        revoke_links(purpose=GROUP_LINK, subject=group, by=system_account())
    discussion.groups.all().delete()


def _refuse_if_written(discussion: Discussion) -> None:
    if Contribution.objects.filter(group__discussion=discussion).exists():
        raise Refused(_("En grupp har redan skrivit något. Flytta personer en och en i stället."))


def _locked(discussion: Discussion) -> Discussion:
    """Two who press at once queue here."""
    return Discussion.objects.select_for_update().get(pk=discussion.pk)


def _until(meeting: Meeting) -> dt.datetime:
    """A few days after the meeting, so that what a telephone has kept can still be sent."""
    last = latest(meeting.ends_on or meeting.starts_on)
    over = localtime().replace(year=last.year, month=last.month, day=last.day)
    return min(max(over, localtime()) + LINK_LIVES_AFTER, localtime() + dt.timedelta(days=399))


def _record(event: str, discussion: Discussion, *, by: User, changes: Changes | None = None, note: str = "") -> None:
    """In the meeting's history."""
    record(event=event, subject=discussion.item.meeting, by=by, changes=changes, note=note)
