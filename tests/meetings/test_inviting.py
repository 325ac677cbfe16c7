"""Who is invited, what goes to them and what their calendars hold."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import PersonalLink
from kraftsamla.audit.models import Entry
from kraftsamla.bodies.operations import appoint, change_appointment, give_access
from kraftsamla.core.clock import now, today
from kraftsamla.core.errors import NotAllowed, Refused, Stale
from kraftsamla.editions.rendering import addresses
from kraftsamla.followup.operations import create_contact, erase_person
from kraftsamla.letters.models import Recipient
from kraftsamla.letters.operations import say_not_me, send_letters
from kraftsamla.meetings.models import Invitation
from kraftsamla.meetings.notices.inviting import PUBLIC_PAGE, is_outdated
from kraftsamla.meetings.operations import change_meeting
from kraftsamla.meetings.operations.calling import cancel_meeting, reinstate_meeting, send_calls
from kraftsamla.meetings.operations.inviting import (
    change_invitation,
    erase_invitee,
    invite_appointed,
    invite_guest,
    restore_invitation,
    withdraw_invitation,
)
from kraftsamla.meetings.overviews.inviting import candidates, inviting_overview
from tests import factories
from tests.meetings.inviting_cast import SLUG, Cast, calendar_in, cast, letter_to


@pytest.fixture
def group(alva: User) -> Cast:
    return cast(alva)


def sequence(email: str) -> int:
    line = next(each for each in calendar_in(letter_to(email)).splitlines() if each.startswith("SEQUENCE"))
    return int(line.split(":")[1])


def move(group: Cast, by: User, **values: Any) -> None:
    group.meeting.refresh_from_db()
    change_meeting(meeting=group.meeting, values=values, version=group.meeting.version, by=by)


def test_those_appointed_on_the_day_are_proposed_with_their_substitutes_under_them(group: Cast) -> None:
    listed = [(each.appointment.person.name, each.is_usual, [one.person.name for one in each.substitutes])
              for each in candidates(group.meeting)]  # fmt: skip
    assert listed == [
        ("Ulla Up", True, []), ("Elsa Ek", True, ["Sven Sol"]), ("Mats Mal", True, []), ("Olle Ost", False, []),
    ]  # fmt: skip


def test_an_invitation_keeps_what_was_true_when_it_was_made(group: Cast, alva: User) -> None:
    invited = group.invite(alva)
    elsa = invited["Elsa"]
    assert (elsa.name, str(elsa.organisation), elsa.role, elsa.email) == (
        "Elsa Ek", "Ekmyndigheten", "ledamot", "elsa@example.org",
    )  # fmt: skip
    version = group.member.version
    change_appointment(appointment=group.member, values={"email": "ny@example.org"}, version=version, by=alva)
    assert Invitation.objects.get(pk=elsa.pk).email == "elsa@example.org"


def test_a_contact_with_the_same_name_lends_an_address_and_a_language(group: Cast, alva: User) -> None:
    assert group.mute.on_behalf_of
    for name, email in (("Mats Mal", "mats@example.org"), ("Någon Annan", "annan@example.org")):
        values = {"name": name, "email": email, "language": "en"}
        create_contact(organisation=group.mute.on_behalf_of, values=values, by=alva)
    mats = group.invite(alva)["Mats"]
    assert (mats.email, mats.language) == ("mats@example.org", "en")


def test_nobody_is_invited_twice_and_nobody_of_another_body(group: Cast, alva: User) -> None:
    group.invite(alva)
    assert group.invite(alva) == {}
    stranger = {"body": factories.body("Styrgruppen"), "person": factories.person("Annan Ann"), "role": "chair"}
    other = appoint(values=stranger, by=alva)
    with pytest.raises(Refused, match="förordnande"):
        invite_appointed(meeting=group.meeting, appointments=[other], by=alva)


def test_who_lacks_an_address_or_has_said_no_is_named_and_the_others_get_theirs(group: Cast, alva: User) -> None:
    say_not_me(recipient=Recipient.objects.create(email="ulla@example.org", name="Ulla", language="sv"))
    outcome = send_calls(meeting=group.meeting, invitations=group.invite(alva).values(), by=alva)
    assert (outcome.sent, outcome.refused) == (1, 1)
    overview = inviting_overview(group.meeting)
    assert [each.invitation.name for each in overview.without_address] == ["Mats Mal"]
    assert [each.invitation.name for each in overview.to_telephone] == ["Ulla Up"]
    assert [letter.to for letter in mail.outbox] == [["Elsa Ek <elsa@example.org>"]]


def test_the_call_says_when_where_what_and_carries_a_calendar_file_with_the_reader_alone(
    group: Cast, alva: User
) -> None:
    group.call(alva)
    letter = letter_to("elsa@example.org")
    assert letter.subject.startswith("Kallelse: Höstmötet, ")
    for words in ("kl. 09.00–12.00", "Rosenbad, Sal 3", "https://video.example/mote", "1. Läget för hälsodata"):
        assert words in str(letter.body)
    file = calendar_in(letter)
    assert f"UID:{group.meeting.uid}" in file
    assert "METHOD:REQUEST" in file
    attendees = [line.split(";") for line in file.splitlines() if line.startswith("ATTENDEE")]
    assert [(each[1], each[-1]) for each in attendees] == [('CN="Elsa Ek"', "RSVP=TRUE:mailto:elsa@example.org")]
    assert "/inbjudan/" not in file  # calendars are shared: the personal link stays in the letter
    assert "ROLE=CHAIR" in calendar_in(letter_to("ulla@example.org"))
    group.meeting.refresh_from_db()
    assert group.meeting.called_at is not None


def test_an_english_reader_gets_english_and_nothing_else(group: Cast, alva: User) -> None:
    values = {"name": "Eve Guest", "email": "eve@example.org", "language": "en", "is_guest": True}
    eve = invite_guest(meeting=group.meeting, values=values, by=alva)
    send_calls(meeting=group.meeting, invitations=[eve], by=alva)
    letter = letter_to("eve@example.org")
    assert letter.subject.startswith("Invitation: Höstmötet")
    assert "When:" in str(letter.body)
    assert "När:" not in str(letter.body)
    assert "ROLE=OPT-PARTICIPANT" in calendar_in(letter)


def test_pressing_send_twice_sends_once_and_sending_again_is_a_choice(group: Cast, alva: User) -> None:
    invited = group.call(alva)
    assert send_calls(meeting=group.meeting, invitations=[invited["Elsa"]], by=alva).sent == 0
    assert send_calls(meeting=group.meeting, invitations=[invited["Elsa"]], by=alva, again=True).sent == 1
    assert sequence("elsa@example.org") == 0


def test_a_changed_time_makes_calendars_outdated_until_the_change_is_sent(group: Cast, alva: User) -> None:
    group.call(alva)
    move(group, alva, starts_at=dt.time(13), ends_at=dt.time(15))
    overview = inviting_overview(group.meeting)
    assert [each.invitation.name for each in overview.outdated] == ["Ulla Up", "Elsa Ek"]
    send_calls(meeting=group.meeting, invitations=[each.invitation for each in overview.outdated], by=alva)
    letter = letter_to("elsa@example.org")
    assert letter.subject.startswith("Ändrat: Höstmötet")
    assert sequence("elsa@example.org") == 1
    assert "DTSTART;TZID=Europe/Stockholm:" in calendar_in(letter)
    assert "T130000" in calendar_in(letter)
    assert inviting_overview(group.meeting).outdated == []


def test_what_no_calendar_shows_and_what_is_changed_before_the_call_raises_nothing(group: Cast, alva: User) -> None:
    move(group, alva, starts_at=dt.time(10))
    group.call(alva)
    move(group, alva, summary_sv="En sammanfattning")
    assert group.meeting.sequence == 0
    assert sequence("elsa@example.org") == 0


def test_a_cancelled_meeting_is_taken_out_of_calendars_and_can_be_put_back(group: Cast, alva: User) -> None:
    invited = group.call(alva)
    cancel_meeting(meeting=group.meeting, why="Ordföranden är sjuk.", by=alva)
    assert send_calls(meeting=group.meeting, invitations=invited.values(), by=alva).sent == 2
    letter = letter_to("elsa@example.org")
    assert letter.subject.startswith("Inställt: Höstmötet")
    assert "Ordföranden är sjuk." in str(letter.body)
    assert "METHOD:CANCEL" in calendar_in(letter)
    assert "STATUS:CANCELLED" in calendar_in(letter)
    assert sequence("elsa@example.org") == 1
    reinstate_meeting(meeting=group.meeting, by=alva)
    rows = group.invitations()
    assert is_outdated(rows["Elsa"], group.meeting)
    send_calls(meeting=group.meeting, invitations=rows.values(), by=alva)
    assert "METHOD:REQUEST" in calendar_in(letter_to("elsa@example.org"))
    assert sequence("elsa@example.org") == 2


def test_a_meeting_is_cancelled_once_with_a_reason_and_only_when_it_is_on(group: Cast, alva: User) -> None:
    with pytest.raises(ValidationError):
        cancel_meeting(meeting=group.meeting, why="  ", by=alva)
    with pytest.raises(Refused, match="inte inställt"):
        reinstate_meeting(meeting=group.meeting, by=alva)
    cancel_meeting(meeting=group.meeting, why="Sjukdom", by=alva)
    with pytest.raises(Refused, match="redan inställt"):
        cancel_meeting(meeting=group.meeting, why="Igen", by=alva)
    assert send_calls(meeting=group.meeting, invitations=group.invite(alva).values(), by=alva).sent == 0


def test_who_is_taken_off_is_told_alone_and_who_is_put_back_is_called_with_a_higher_number(
    group: Cast, alva: User
) -> None:
    elsa = group.call(alva)["Elsa"]
    withdraw_invitation(invitation=elsa, by=alva)
    assert send_calls(meeting=group.meeting, invitations=[elsa], by=alva).sent == 1
    assert letter_to("elsa@example.org").subject.startswith("Du är inte längre inbjuden")
    assert "METHOD:CANCEL" in calendar_in(letter_to("elsa@example.org"))
    rows = group.invitations()
    assert (group.meeting.sequence, is_outdated(rows["Elsa"], group.meeting)) == (0, False)
    assert not is_outdated(rows["Ulla"], group.meeting)
    restore_invitation(invitation=rows["Elsa"], by=alva)
    assert [each.invitation.name for each in inviting_overview(group.meeting).unsent] == ["Elsa Ek"]
    send_calls(meeting=group.meeting, invitations=[rows["Elsa"]], by=alva)
    assert sequence("elsa@example.org") == 2
    move(group, alva, place="Annan plats")
    assert [each.invitation.name for each in inviting_overview(group.meeting).outdated] == ["Ulla Up", "Elsa Ek"]
    send_calls(meeting=group.meeting, invitations=group.invitations().values(), by=alva)
    assert {sequence("elsa@example.org"), sequence("ulla@example.org")} == {3}


def test_who_was_never_called_hears_nothing_of_being_taken_off(group: Cast, alva: User) -> None:
    elsa = group.invite(alva)["Elsa"]
    withdraw_invitation(invitation=elsa, by=alva)
    assert send_calls(meeting=group.meeting, invitations=[elsa], by=alva).sent == 0


def test_who_only_gets_the_notes_is_not_called(group: Cast, alva: User) -> None:
    values = {"name": "Ina Informerad", "email": "ina@example.org", "is_informed": True, "is_guest": True}
    ina = invite_guest(meeting=group.meeting, values=values, by=alva)
    assert send_calls(meeting=group.meeting, invitations=[ina], by=alva).sent == 0
    assert [each.invitation.name for each in inviting_overview(group.meeting).informed] == ["Ina Informerad"]


def test_a_meeting_whose_day_is_not_known_is_called_without_a_calendar_file(group: Cast, alva: User) -> None:
    move(group, alva, starts_on=(today() + dt.timedelta(days=60)).isoformat()[:7])
    group.call(alva)
    assert calendar_in(letter_to("elsa@example.org")) == ""


def test_the_weekly_letter_does_not_say_again_what_went_at_once_and_reminds_once_in_time(
    group: Cast, alva: User
) -> None:
    group.call(alva)
    assert send_letters(by=alva).sent == 0
    soon = now() + dt.timedelta(days=10)
    assert send_letters(by=alva, at=soon).sent == 2
    assert letter_to("elsa@example.org").subject.startswith("Kommer du till Höstmötet, ")
    assert send_letters(by=alva, at=soon + dt.timedelta(days=8)).sent == 0


def test_an_address_is_put_right_and_two_who_do_it_at_once_are_told(group: Cast, alva: User) -> None:
    mats = group.invite(alva)["Mats"]
    change_invitation(invitation=mats, values={"email": "mats@example.org"}, version=1, by=alva)
    with pytest.raises(Stale):
        change_invitation(invitation=mats, values={"email": "fel@example.org"}, version=1, by=alva)
    assert Invitation.objects.get(pk=mats.pk).email == "mats@example.org"


def test_a_guest_is_somebody_in_the_register_or_a_name(group: Cast, alva: User) -> None:
    known = invite_guest(meeting=group.meeting, values={"person": factories.person("Greta Gran")}, by=alva)
    assert known.name == "Greta Gran"
    with pytest.raises(ValidationError):
        invite_guest(meeting=group.meeting, values={"name": ""}, by=alva)
    with pytest.raises(ValidationError):
        invite_guest(meeting=group.meeting, values={"person": known.person}, by=alva)


def test_somebody_erased_is_gone_from_invitations_links_and_log(group: Cast, alva: User) -> None:
    values = {"name": "Gustav Gäst", "email": "gustav@example.org", "is_guest": True}
    guest = invite_guest(meeting=group.meeting, values=values, by=alva)
    send_calls(meeting=group.meeting, invitations=[guest], by=alva)
    assert erase_invitee(invitation=guest, by=alva) == 2
    kept = Invitation.objects.get(pk=guest.pk)
    assert (kept.name, kept.email) == ("–", "")
    assert set(PersonalLink.objects.values_list("name", "email")) == {("–", "")}
    said = str(list(Entry.objects.filter(subject_kind="meetings.meeting").values()))
    assert "Gustav" not in said
    assert "gustav@" not in said


def test_a_contact_who_is_erased_is_erased_from_invitations_too(group: Cast, alva: User) -> None:
    elsa = group.invite(alva)["Elsa"]
    assert elsa.organisation
    values = {"name": "Elsa Ek", "email": "elsa@example.org"}
    erase_person(contact=create_contact(organisation=elsa.organisation, values=values, by=alva), by=alva)
    kept = Invitation.objects.get(pk=elsa.pk)
    assert (kept.name, kept.email) == ("Elsa Ek", "")


def test_who_was_taken_off_is_invited_again_from_the_body_and_not_doubled_by_hand(group: Cast, alva: User) -> None:
    elsa = group.invite(alva)["Elsa"]
    withdraw_invitation(invitation=elsa, by=alva)
    with pytest.raises(ValidationError, match="Bjud in igen"):
        invite_guest(meeting=group.meeting, values={"person": group.member.person}, by=alva)
    assert [row.pk for row in invite_appointed(meeting=group.meeting, appointments=[group.member], by=alva)] == [
        elsa.pk
    ]
    assert Invitation.objects.get(pk=elsa.pk).withdrawn_at is None


def test_to_erase_reaches_other_meetings_and_so_is_for_coordinators(group: Cast, alva: User, bo: User) -> None:
    give_access(body=group.body, user=bo, right="work", by=alva)
    elsa = group.invite(alva)["Elsa"]
    with pytest.raises(NotAllowed):
        erase_invitee(invitation=elsa, by=bo)


def test_only_those_who_run_the_meeting_invite_and_send(group: Cast, alva: User, bo: User) -> None:
    elsa = group.invite(alva)["Elsa"]
    for deed in (
        lambda: invite_guest(meeting=group.meeting, values={"name": "X"}, by=bo),
        lambda: invite_appointed(meeting=group.meeting, appointments=[group.observer], by=bo),
        lambda: change_invitation(invitation=elsa, values={"email": "x@example.org"}, version=1, by=bo),
        lambda: withdraw_invitation(invitation=elsa, by=bo),
        lambda: restore_invitation(invitation=elsa, by=bo),
        lambda: erase_invitee(invitation=elsa, by=bo),
        lambda: send_calls(meeting=group.meeting, invitations=[elsa], by=bo),
        lambda: cancel_meeting(meeting=group.meeting, why="Nej", by=bo),
        lambda: reinstate_meeting(meeting=group.meeting, by=bo),
    ):
        with pytest.raises(NotAllowed):
            deed()
    assert mail.outbox == []


def test_the_calendars_link_leads_to_the_public_page() -> None:
    page = addresses.record("meeting", SLUG)
    assert (PUBLIC_PAGE.sv.format(slug=SLUG), PUBLIC_PAGE.en.format(slug=SLUG)) == (f"/{page.sv}", f"/{page.en}")
