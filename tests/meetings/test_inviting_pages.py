"""The pages about who is invited: for those who run the meeting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Organisation
from kraftsamla.bodies.operations import give_access
from kraftsamla.letters.choices import Pace
from kraftsamla.letters.models import Letter, Recipient
from kraftsamla.meetings.choices import Reply
from kraftsamla.meetings.models import Invitation, Meeting
from kraftsamla.meetings.operations.calling import send_calls
from tests import factories
from tests.meetings.inviting_cast import SLUG, Cast, cast, next_meeting

Browse = Callable[[User], Client]
OF_MEETING = (
    "invitations", "invitation-body", "invitation-guest", "invitation-send", "invitation-send-change",
    "invitation-counts", "meeting-cancel", "meeting-reinstate",
)  # fmt: skip
OF_ONE = (
    "invitation-edit", "invitation-answer", "invitation-substitute", "invitation-send-one", "invitation-remove",
    "invitation-erase",
)  # fmt: skip


@pytest.fixture
def group(alva: User) -> Cast:
    return cast(alva)


def at(name: str, *args: Any) -> str:
    return reverse(f"meetings:{name}", args=[SLUG, *args])


def test_each_role_meets_its_door(group: Cast, alva: User, bo: User, cia: User, dag: User, browse: Browse) -> None:
    elsa = group.invite(alva)["Elsa"]
    pages = [*(at(name) for name in OF_MEETING), *(at(name, elsa.pk) for name in OF_ONE)]
    met = {user.name: {browse(user).get(each).status_code for each in pages} for user in (alva, bo, cia, dag)}
    assert met == {"Alva": {200}, "Bo": {403}, "Cia": {404}, "Dag": {403}}
    assert {Client().get(each).status_code for each in pages} == {404}
    assert browse(bo).post(at("invitation-restore", elsa.pk)).status_code == 403
    assert Client().post(at("invitation-restore", elsa.pk)).status_code == 404


def test_who_may_work_in_the_body_invites_and_sends_without_being_a_coordinator(
    group: Cast, alva: User, bo: User, browse: Browse
) -> None:
    give_access(body=group.body, user=bo, right="work", by=alva)
    client = browse(bo)
    client.post(at("invitation-body"), {"forordnande": [group.chair.pk, group.member.pk]})
    assert client.post(at("invitation-send")).status_code == 302
    assert len(mail.outbox) == 2


def test_an_invitation_of_another_meeting_is_not_found_here(group: Cast, alva: User, browse: Browse) -> None:
    other = Invitation.objects.create(meeting=factories.meeting("Annat"), name="Annan")
    for name in OF_ONE:
        assert browse(alva).get(at(name, other.pk)).status_code == 404


def test_from_nobody_invited_to_all_called(group: Cast, alva: User, browse: Browse) -> None:
    client = browse(alva)
    assert "Ingen är inbjuden än" in client.get(at("invitations")).content.decode()
    choosing = client.get(at("invitation-body")).content.decode()
    assert choosing.count(" checked") == 3
    assert "ersättare: Sven Sol" in choosing
    chosen = [group.chair.pk, group.member.pk, group.mute.pk, group.observer.pk]
    client.post(at("invitation-body"), {"forordnande": chosen})
    shown = client.get(at("invitations")).content.decode()
    assert "3 har inte fått någon kallelse." in shown
    assert "Saknar e-postadress." in shown
    preview = client.get(at("invitation-send")).content.decode()
    assert "3 personer får var sitt brev nu" in preview
    assert "Så här läser Ulla Up det" in preview
    assert "/inbjudan/…/" in preview
    assert len(mail.outbox) == 0
    sent = client.post(at("invitation-send"), follow=True).content.decode()
    assert "3 brev har gått." in sent
    assert len(mail.outbox) == 3
    assert "har inte fått någon kallelse" not in sent


def test_somebody_who_does_not_hold_an_appointment_any_longer_is_refused_with_what_to_do(
    group: Cast, alva: User, browse: Browse
) -> None:
    group.member.valid_to = "2021"
    group.member.save()
    answer = browse(alva).post(at("invitation-body"), {"forordnande": [group.member.pk]})
    assert answer.status_code == 409
    assert "Läs om sidan" in answer.content.decode()
    assert not Invitation.objects.exists()


def test_a_change_after_the_call_is_seen_and_sent_with_one_button(group: Cast, alva: User, browse: Browse) -> None:
    group.call(alva)
    client = browse(alva)
    Meeting.objects.filter(pk=group.meeting.pk).update(sequence=1)
    assert "2 har fått gamla uppgifter." in client.get(at("invitations")).content.decode()
    client.post(at("invitation-send-change"))
    assert len(mail.outbox) == 4
    assert "gamla uppgifter" not in client.get(at("invitations")).content.decode()


def test_who_said_no_to_letters_is_named_to_be_telephoned_and_stands_in_the_log(
    group: Cast, alva: User, browse: Browse
) -> None:
    Recipient.objects.create(email="elsa@example.org", name="Elsa Ek", language="sv", pace=Pace.NEVER)
    group.invite(alva)
    client = browse(alva)
    told = client.post(at("invitation-send"), follow=True).content.decode()
    assert "Har sagt nej till brev, ring i stället: Elsa Ek (elsa@example.org)." in told
    assert "vill inte ha brev" in told
    assert Letter.objects.get(recipient__email="elsa@example.org").state == "refused"


def test_a_meeting_is_called_off_with_a_reason_and_everybody_told(group: Cast, alva: User, browse: Browse) -> None:
    group.call(alva)
    client = browse(alva)
    assert client.post(at("meeting-cancel"), {"why": ""}).status_code == 422
    told = client.post(at("meeting-cancel"), {"why": "Lokalen brann."}, follow=True).content.decode()
    assert "2 brev har gått." in told
    assert "Lokalen brann." in told
    client.post(at("meeting-reinstate"))
    assert "2 har fått gamla uppgifter." in client.get(at("invitations")).content.decode()


def test_taking_somebody_off_tells_them_and_keeps_the_invitation(group: Cast, alva: User, browse: Browse) -> None:
    elsa = group.call(alva)["Elsa"]
    client = browse(alva)
    assert "Ett brev går nu" in client.get(at("invitation-remove", elsa.pk)).content.decode()
    client.post(at("invitation-remove", elsa.pk))
    assert mail.outbox[-1].subject.startswith("Du är inte längre inbjuden")
    shown = client.get(at("invitations")).content.decode()
    assert "Borttagna" in shown
    client.post(at("invitation-restore", elsa.pk))
    assert "1 har inte fått någon kallelse." in client.get(at("invitations")).content.decode()


def test_a_guest_keeps_what_was_typed_and_is_told_what_is_missing(group: Cast, alva: User, browse: Browse) -> None:
    client = browse(alva)
    answer = client.post(at("invitation-guest"), {"email": "gast@example.org", "language": "sv"})
    assert answer.status_code == 422
    assert "Välj en person i registret eller skriv ett namn." in answer.content.decode()
    assert "gast@example.org" in answer.content.decode()
    client.post(at("invitation-guest"), {"name": "Gustav", "email": "gast@example.org", "language": "sv"})
    assert Invitation.objects.get().is_guest


def test_an_officer_notes_an_answer_and_a_substitute(group: Cast, alva: User, browse: Browse) -> None:
    elsa = group.invite(alva)["Elsa"]
    client = browse(alva)
    client.post(at("invitation-answer", elsa.pk), {"reply": "room", "greeting": ""})
    assert Invitation.objects.get(pk=elsa.pk).reply == Reply.ROOM
    client.post(at("invitation-substitute", elsa.pk), {"substitute": str(group.substitute.pk)})
    assert Invitation.objects.get(pk=elsa.pk).reply == Reply.SUBSTITUTE
    assert Invitation.objects.get(name="Sven Sol").substitute_for_id == elsa.pk


def test_whoever_orders_coffee_gets_numbers_and_no_names(group: Cast, alva: User, browse: Browse) -> None:
    group.invite(alva)
    Invitation.objects.filter(name="Elsa Ek").update(reply=Reply.ROOM)
    file = browse(alva).get(at("invitation-counts"))
    rows = file.content.decode("utf-8-sig").splitlines()
    assert rows[2:] == [
        "kommer, på plats;1", "kommer, på distans;0", "ersättaren kommer;0", "kommer inte;0", "har inte svarat;2",
    ]  # fmt: skip
    assert "Elsa" not in file.content.decode()


def many(meeting: Meeting, organisation: Organisation, number: int) -> None:
    start = Invitation.objects.count()
    Invitation.objects.bulk_create(
        Invitation(
            meeting=meeting, name=f"Person {each}", email=f"p{each}@example.org", organisation=organisation,
            is_guest=bool(each % 2),
        )
        for each in range(start, start + number)
    )  # fmt: skip


def test_the_page_asks_as_many_questions_at_31_as_at_300(alva: User, browse: Browse) -> None:
    meeting = next_meeting(factories.body())
    organisation = factories.organisation()
    client = browse(alva)

    def asked(number: int) -> list[int]:
        many(meeting, organisation, number)
        counts = []
        for name in ("invitations", "invitation-send", "invitation-counts"):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(at(name)).status_code == 200
            counts.append(len(queries))
        return counts

    assert asked(31) == asked(269)


def test_three_hundred_are_called_in_one_press(alva: User) -> None:
    meeting = next_meeting(None)
    many(meeting, factories.organisation(), 300)
    outcome = send_calls(meeting=meeting, invitations=meeting.invitations.select_related("organisation"), by=alva)
    assert (outcome.sent, len(mail.outbox)) == (300, 300)
    assert set(Invitation.objects.values_list("sent_sequence", flat=True)) == {0}
