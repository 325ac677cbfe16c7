"""What of meetings and bodies gets into an edition, and above all what does not."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kraftsamla.accounts.models import User
from kraftsamla.bodies.models import Access, Appointment, Body, Interest, Nomination, Seat
from kraftsamla.bodies.operations import appoint
from kraftsamla.core.clock import now
from kraftsamla.core.text import Text
from kraftsamla.editions import content
from kraftsamla.editions.comparison import compare
from kraftsamla.editions.rendering import render_edition
from kraftsamla.editions.selection import select_picture
from kraftsamla.meetings.models import (
    Adjuster,
    AgendaItem,
    Attendance,
    Comment,
    Contribution,
    Decision,
    Discussion,
    Group,
    GroupMember,
    Invitation,
    ItemNote,
    Material,
    Meeting,
    MeetingSeries,
    Minutes,
    MinutesPart,
    MinutesStep,
    NoteVersion,
    Presentation,
    Registration,
    SignUp,
    Summary,
)
from kraftsamla.strategy.models import Strategy
from tests import factories
from tests.editions import sample

DAY = dt.date(2026, 11, 21)
SECRET = "Zyxqvutt"
SECRET_EMAIL = "zyxqvutt@example.org"


def picture(strategy: Strategy, at: dt.date = DAY) -> content.Picture:
    return select_picture(strategy, at=at)


def item(meeting: Meeting, title: str, position: int = 1, **values: Any) -> AgendaItem:
    return AgendaItem.objects.create(meeting=meeting, title_sv=title, position=position, **values)


def secret_everywhere(meeting: Meeting, alva: User) -> None:
    """The word in every field of a public meeting that is not for everybody."""
    Meeting.objects.filter(pk=meeting.pk).update(
        room=SECRET, link=f"https://exempel.se/{SECRET}", cancelled_why=SECRET, shows_attendance=False
    )
    point = item(meeting, "Öppen punkt")
    closed = item(meeting, SECRET, 2, is_public=False, intro_sv=SECRET, room=SECRET)
    part = item(meeting, f"{SECRET} del", 3, parent=closed)
    question = factories.question("Hur då?")
    point.questions.add(question)
    for hidden in (closed, part):
        Presentation.objects.create(item=hidden, person=factories.person(f"{SECRET} {hidden.pk}"), topic_sv=SECRET)
        Decision.objects.create(meeting=meeting, item=hidden, position=hidden.pk, text_sv=SECRET)
    meeting.followups.add(followup := factories.followup(f"{SECRET} att göra"))
    closed.followups.add(followup)
    private = factories.document(f"{SECRET} privat", publicity="private")
    shown = factories.document(f"{SECRET} internt")
    Material.objects.create(meeting=meeting, item=point, document=private, is_public=True)
    Material.objects.create(meeting=meeting, document=shown, is_public=False)
    Material.objects.create(meeting=meeting, item=closed, document=shown, is_public=True)
    secret_people(meeting, alva)
    secret_groups(meeting, point, question)
    secret_minutes(meeting, point, alva)


def secret_people(meeting: Meeting, alva: User) -> None:
    Invitation.objects.create(meeting=meeting, name=SECRET, title=SECRET, email=SECRET_EMAIL, greeting=SECRET,
                              role=SECRET)  # fmt: skip
    Attendance.objects.create(meeting=meeting, position=1, person_name=SECRET, organisation_name=SECRET, title=SECRET,
                              substitute_for=SECRET, role=SECRET)  # fmt: skip
    sign_up = SignUp.objects.create(meeting=meeting, opens_on="2026-11-01", closes_on="2026-12-01")
    Registration.objects.create(sign_up=sign_up, reference="a", name=SECRET, organisation_name=SECRET, title=SECRET,
                                email=SECRET_EMAIL, mode="room", consent=SECRET, digest=SECRET)  # fmt: skip
    body = meeting.body
    assert body is not None
    seat = Seat.objects.create(body=body, label_sv=f"{SECRET} plats", meant_for=SECRET)
    person = factories.person(f"{SECRET} ledamot")
    held = Appointment.objects.create(body=body, person=person, email=SECRET_EMAIL, seat=seat)
    Interest.objects.create(appointment=held, words=SECRET, declared_on="2026")
    Nomination.objects.create(seat=seat, name=SECRET, email=SECRET_EMAIL, approved_by=SECRET, words=SECRET,
                              interests=SECRET, received_on="2026", reason=SECRET)  # fmt: skip
    alva.name = SECRET
    alva.save()
    Access.objects.create(body=body, user=alva)
    Body.objects.filter(pk=body.pk).update(shows_members=False)


def secret_groups(meeting: Meeting, point: AgendaItem, question: Any) -> None:
    discussion = Discussion.objects.create(item=point, guidance_sv=SECRET)
    group = Group.objects.create(discussion=discussion, number=1, name=SECRET, place=SECRET, scribe=SECRET)
    GroupMember.objects.create(group=group, name=SECRET, organisation_name=SECRET)
    Contribution.objects.create(group=group, question=question, key=uuid4(), text=SECRET)
    Summary.objects.create(discussion=discussion, question=question, text_sv=SECRET)


def secret_minutes(meeting: Meeting, point: AgendaItem, alva: User) -> None:
    note = ItemNote.objects.create(item=point, text=SECRET, changed_by=alva)
    NoteVersion.objects.create(note=note, number=1, began_from=0, text=SECRET, saved_by=alva)
    paper = factories.document(f"{SECRET} utkast")
    for revision, state in enumerate(("circulated", "draft"), 1):
        minutes = Minutes.objects.create(meeting=meeting, revision=revision, state=state, reason=SECRET,
                                         reference=SECRET, content={"x": SECRET}, document=paper)  # fmt: skip
        kept = MinutesPart.objects.create(minutes=minutes, position=1, kind="text", heading=SECRET, text=SECRET)
        Comment.objects.create(minutes=minutes, part=kept, text=SECRET, name=SECRET, answer=SECRET)
        Adjuster.objects.create(minutes=minutes, name=SECRET, email=SECRET_EMAIL, words=SECRET)
        MinutesStep.objects.create(minutes=minutes, kind="circulated", made_by=alva, said_by=SECRET, words=SECRET)


def test_no_public_file_holds_what_is_not_for_everybody(alva: User) -> None:
    strategy = factories.strategy()
    body = factories.body("Gruppen")
    meeting = factories.meeting("Öppet möte", body=body, starts_on="2026-12-03", form="hybrid", place="Umeå")
    secret_everywhere(meeting, alva)
    hidden_body = factories.body(f"{SECRET} organ", is_public=False)
    MeetingSeries.objects.create(name_sv=SECRET, slug="serie", sort_key="s", body=hidden_body)
    Meeting.objects.filter(pk=meeting.pk).update(series=MeetingSeries.objects.get())
    factories.meeting(f"{SECRET} stängt", is_public=False, body=body, follows=meeting)
    factories.meeting(f"{SECRET} organets", body=hidden_body, follows=meeting)
    found = picture(strategy)
    edition = content.Edition(1, "2026-11-21", None, Text(), found, ())
    files = {each.path: each.body for each in render_edition(edition, site=sample.SITE)}
    files["edition.json"] = content.to_json(edition)
    assert [m.title.sv for m in found.meetings] == ["Öppet möte"]
    assert [path for path, data in files.items() if SECRET.casefold() in data.decode().casefold()] == []
    assert "mote/oppet-mote/index.html" in files


def test_published_minutes_and_agreed_summaries_are_shown(alva: User) -> None:
    strategy = factories.strategy()
    meeting = factories.meeting(body=factories.body(minutes_word="minutes"))
    point = item(meeting, "Diskussion")
    question = factories.question("Hur då?")
    discussion = Discussion.objects.create(item=point)
    for number, at in enumerate((now(), None), 1):
        Group.objects.create(discussion=discussion, number=number, reported_at=at)
    Summary.objects.create(discussion=discussion, question=question, text_sv="Så här.", state="agreed")
    first = Minutes.objects.create(meeting=meeting, revision=1, state="replaced", document=factories.document("Ett"))
    second = Minutes.objects.create(meeting=meeting, revision=2, state="published", corrects=first, reason="Fel namn",
                                    document=factories.document("Två"))  # fmt: skip
    late = dt.datetime(2026, 11, 1, 23, 30, tzinfo=dt.UTC)
    MinutesStep.objects.create(minutes=second, kind="published", made_by=alva, made_at=late)
    found = picture(strategy)
    (shown,) = found.meetings
    assert shown.agenda[0].discussion == content.Discussion(
        2, 1, ((content.Ref("question", question.slug, Text("Hur då?")), Text("Så här.")),)
    )
    newest, before = shown.revisions
    assert (newest.revision, newest.state, newest.word, newest.replaces, newest.reason, newest.published_on) == (
        2, "published", "minutes", 1, "Fel namn", "2026-11-02",
    )  # fmt: skip
    assert before.state == "replaced"
    assert {document.title for document in found.documents} == {"Ett", "Två"}


def test_points_have_the_times_that_follow_from_the_start_also_past_a_closed_one(alva: User) -> None:
    strategy = factories.strategy()
    meeting = factories.meeting(starts_at=dt.time(13), starts_on="2026-12-03")
    item(meeting, "Ett", 1, minutes=10)
    item(meeting, "Stängt", 2, minutes=20, is_public=False)
    item(meeting, "Tre", 3, minutes=30)
    (shown,) = picture(strategy).meetings
    assert [(each.title.sv, each.starts_at, each.ends_at) for each in shown.agenda] == [
        ("Ett", "13:00", "13:10"), ("Tre", "13:30", "14:00"),
    ]  # fmt: skip


def test_a_vacant_seat_is_one_that_exists_and_nobody_holds(alva: User) -> None:
    strategy, body = factories.strategy(), factories.body()
    taken, vacant, past = (
        Seat.objects.create(body=body, label_sv=name, position=number, valid_to=end)
        for number, (name, end) in enumerate((("Tagen", ""), ("Ledig", ""), ("Förr", "2020")))
    )
    appoint(values={"body": body, "person": factories.person(), "seat": taken, "valid_from": "2024"}, by=alva)
    (shown,) = picture(strategy).bodies
    assert [(post.key, post.exists, post.is_open) for post in shown.posts] == [
        (str(taken.pk), True, False), (str(vacant.pk), True, True), (str(past.pk), False, False),
    ]  # fmt: skip
    assert shown.seats[0].post == str(taken.pk)


@pytest.mark.parametrize("shows", [True, False])
def test_who_came_is_named_only_where_the_meeting_says_so(*, shows: bool, alva: User) -> None:
    strategy = factories.strategy()
    meeting = factories.meeting(shows_attendance=shows)
    organisation = factories.organisation()
    for number, mode in enumerate(("room", "remote", "remote")):
        Attendance.objects.create(meeting=meeting, position=number, person_name=f"P{number}", mode=mode,
                                  organisation=organisation, organisation_name="M")  # fmt: skip
    Attendance.objects.create(meeting=meeting, position=9, person_name="Borta", presence="absent")
    (shown,) = picture(strategy).meetings
    assert shown.turnout == content.Turnout(3, 1, 2, 1)
    assert len(shown.attendance) == (4 if shows else 0)


def test_a_decision_leads_to_what_it_is_about_if_the_edition_has_it(alva: User) -> None:
    strategy = factories.strategy()
    objective = factories.objective(factories.area(strategy), title="Målet")
    action = factories.action(strategy, objectives=[objective])
    elsewhere = factories.action(factories.strategy("En annan"))
    decision = Decision.objects.create(meeting=factories.meeting(), position=1, text_sv="Mät mer.")
    decision.objectives.add(objective)
    decision.actions.add(action, elsewhere)
    (shown,) = picture(strategy).meetings[0].decisions
    assert [ref.title.sv for ref in shown.objectives] == ["Målet"]
    assert [ref.slug for ref in shown.actions] == [action.slug]


def test_what_changed_at_meetings_and_in_bodies_is_told_in_words(alva: User) -> None:
    strategy, body = factories.strategy(), factories.body()
    meeting = factories.meeting(body=body, starts_on="2026-12-03")
    before = picture(strategy)
    Meeting.objects.filter(pk=meeting.pk).update(cancelled_at=dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC))
    Decision.objects.create(meeting=meeting, position=1, text_sv="Mät mer.")
    Seat.objects.create(body=body, label_sv="Patienternas plats")
    told = {change.ref.kind: {field.field: field.after.sv for field in change.fields}
            for change in compare(before, picture(strategy))}  # fmt: skip
    assert told == {
        "meeting": {"decisions": "Mät mer.", "cancelled_on": "20 november 2026"},
        "body": {"posts": "Patienternas plats (ledig)"},
    }


def one_more(number: int, body: Body) -> None:
    meeting = factories.meeting(f"Möte {number}", body=body)
    point = item(meeting, "Punkt")
    point.questions.add(question := factories.question(f"Fråga {number}"))
    discussion = Discussion.objects.create(item=point)
    Group.objects.create(discussion=discussion, number=1)
    Summary.objects.create(discussion=discussion, question=question, text_sv="Så.", state="agreed")
    paper = factories.document(f"Papper {number}")
    Material.objects.create(meeting=meeting, item=point, document=paper, is_public=True)
    Minutes.objects.create(meeting=meeting, state="published", document=paper)
    SignUp.objects.create(meeting=meeting, opens_on="2026", closes_on="2026")
    Decision.objects.create(meeting=meeting, item=point, position=1, text_sv="Beslut")
    person = factories.person(f"Person {number}")
    Presentation.objects.create(item=point, person=person)
    Attendance.objects.create(meeting=meeting, position=1, person=person, person_name="P")
    meeting.followups.add(followup := factories.followup(f"Punkt {number}"))
    point.followups.add(followup)
    seat = Seat.objects.create(body=body, label_sv=f"Plats {number}")
    Appointment.objects.create(body=body, person=person, seat=seat, decided_by=paper)


def test_thirty_meetings_take_as_many_queries_as_one(alva: User) -> None:
    strategy, body = factories.strategy(), factories.body()
    one_more(0, body)
    with CaptureQueriesContext(connection) as few:
        picture(strategy)
    for number in range(1, 31):
        one_more(number, body)
    with CaptureQueriesContext(connection) as many:
        picture(strategy)
    assert len(many) == len(few)
