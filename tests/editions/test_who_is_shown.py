"""What a body and a meeting choose not to show is in no part of the picture."""

from __future__ import annotations

import datetime as dt

from kraftsamla.accounts.models import User
from kraftsamla.bodies.operations import appoint
from kraftsamla.editions import content
from kraftsamla.editions.selection import select_picture
from kraftsamla.library.operations import add_evidence, cite
from kraftsamla.meetings.operations import ask_for, record_attendance
from kraftsamla.strategy.models import Strategy
from tests import factories


def picture() -> content.Picture:
    strategy = Strategy.objects.first() or factories.strategy()
    return select_picture(strategy, at=dt.date(2026, 11, 21))


def test_a_body_that_does_not_show_its_members_is_shown_without_them(alva: User) -> None:
    body = factories.body("Styrgruppen", shows_members=False)
    agency = factories.organisation()
    seat = appoint(values={"body": body, "person": factories.person("Dold Ledamot"), "on_behalf_of": agency}, by=alva)
    add_evidence(to=seat, passage=cite(document=factories.document("Beslut om ledamöter"), by=alva), by=alva)
    shown = picture()
    assert [(each.slug, each.seats) for each in shown.bodies] == [("styrgruppen", ())]
    assert (shown.people, shown.documents, shown.organisations[0].bodies) == ((), (), ())


def test_a_closed_body_is_public_when_it_says_so(alva: User) -> None:
    factories.meeting("Öppet protokoll", body=factories.body("Styrgruppen", is_closed=True))
    shown = picture()
    assert ([each.slug for each in shown.bodies], len(shown.meetings)) == (["styrgruppen"], 1)


def test_a_meeting_that_is_not_public_is_in_no_part_of_the_picture(alva: User) -> None:
    body, person, agency = factories.body("Styrgruppen"), factories.person(), factories.organisation()
    hidden = factories.meeting("Internt", body=body, is_public=False, organisers=[agency])
    factories.meeting("Öppet", body=body, follows=hidden)
    record_attendance(meeting=hidden, values={"person": person}, by=alva)
    ask_for(meeting=hidden, values={"what_sv": "Internt uppdrag"}, by=alva)
    factories.followup("Utan möte")
    shown = picture()
    assert [each.title.sv for each in shown.meetings] == ["Öppet"]
    assert shown.meetings[0].follows is None
    assert [[ref.slug for ref in each.meetings] for each in shown.bodies] == [[shown.meetings[0].slug]]
    assert shown.organisations[0].meetings == ()
    assert shown.people == ()
    assert [each.what.sv for each in shown.followups] == ["Utan möte"]


def test_what_came_out_of_a_meeting_of_a_body_that_is_not_public_is_not_shown(alva: User) -> None:
    meeting = factories.meeting("Internt", body=factories.body("Hemlig", is_public=False))
    ask_for(meeting=meeting, values={"what_sv": "Internt uppdrag"}, by=alva)
    assert picture().followups == ()
    factories.meeting("Öppet", followups=list(meeting.followups.all()))
    assert [each.what.sv for each in picture().followups] == ["Internt uppdrag"]


def test_who_took_part_is_shown_only_where_the_meeting_says_so(alva: User) -> None:
    meeting = factories.meeting("Öppet", shows_attendance=False)
    record_attendance(meeting=meeting, values={"person": factories.person()}, by=alva)
    shown = picture()
    assert (shown.meetings[0].attendance, shown.people) == ((), ())
