"""Answering an invitation: from the personal link, by telephone, and through a substitute."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import link_account
from kraftsamla.actors.models import PersonalLink
from kraftsamla.core.clock import now, today
from kraftsamla.core.errors import NotAllowed
from kraftsamla.letters.operations import send_letters
from kraftsamla.meetings.choices import Reply
from kraftsamla.meetings.models import AgendaItem, Invitation, Material, Meeting
from kraftsamla.meetings.operations import change_meeting
from kraftsamla.meetings.operations.answering import answer_invitation, send_substitute
from kraftsamla.meetings.operations.calling import cancel_meeting, send_calls
from kraftsamla.meetings.operations.inviting import withdraw_invitation
from kraftsamla.meetings.overviews.inviting import Answers, inviting_overview
from tests import factories
from tests.meetings.inviting_cast import Cast, calendar_in, cast, letter_to, link_in

Browse = Callable[[User], Client]


@pytest.fixture
def group(alva: User) -> Cast:
    return cast(alva)


@pytest.fixture
def elsas(group: Cast, alva: User) -> str:
    """The address in Elsa's letter."""
    group.call(alva)
    return link_in(letter_to("elsa@example.org"))


def reply_of(name: str) -> str:
    return Invitation.objects.get(name=name).reply


def page(address: str) -> str:
    response = Client().get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_an_answer_takes_two_presses_and_neither_account_script_nor_cookie(elsas: str) -> None:
    visitor = Client(enforce_csrf_checks=True)
    opened = visitor.get(elsas)
    assert opened.status_code == 200
    assert opened.headers["Referrer-Policy"] == "no-referrer"
    assert "<script" not in opened.content.decode()
    assert reply_of("Elsa Ek") == Reply.NONE
    answered = visitor.post(elsas, {"reply": "remote", "greeting": "Kommer tio minuter sent."}, follow=True)
    assert "Tack, ditt svar är sparat." in answered.content.decode()
    assert not visitor.cookies
    kept = Invitation.objects.get(name="Elsa Ek")
    assert (kept.reply, kept.greeting) == (Reply.REMOTE, "Kommer tio minuter sent.")


def test_the_page_shows_the_meeting_and_nobody_else_of_the_group(elsas: str) -> None:
    shown = page(elsas)
    for words in ("Höstmötet", "kl. 09.00–12.00", "Rosenbad, Sal 3", "Läget för hälsodata", "Elsa Ek, Ekmyndigheten"):
        assert words in shown
    for name in ("Ulla Up", "Mats Mal", "Sven Sol", "Olle Ost"):
        assert name not in shown


def test_one_changes_ones_mind_until_the_meeting_begins(elsas: str, group: Cast, alva: User) -> None:
    visitor = Client()
    for reply in ("room", "no", "remote"):
        assert visitor.post(elsas, {"reply": reply}).status_code == 302
        assert reply_of("Elsa Ek") == reply
    Meeting.objects.filter(pk=group.meeting.pk).update(opened_at=now())
    assert visitor.post(elsas, {"reply": "no"}).status_code == 409
    assert reply_of("Elsa Ek") == "remote"
    shown = page(elsas)
    assert "svaret kan inte ändras här" in shown
    assert "<button" not in shown


@pytest.mark.parametrize(
    ("form", "link", "offered"),
    [
        ("on_site", "https://video.example/m", {"room", "no"}), ("remote", "", {"remote", "no"}),
        ("hybrid", "", {"room", "remote", "no"}), ("", "", {"room", "no"}),
        ("", "https://video.example/m", {"room", "remote", "no"}),
    ],
)  # fmt: skip
def test_only_the_ways_that_the_meeting_has_are_offered_and_taken(
    form: str, link: str, offered: set[str], elsas: str, group: Cast
) -> None:
    Meeting.objects.filter(pk=group.meeting.pk).update(form=form, link=link)
    shown = page(elsas)
    assert {way for way in ("room", "remote", "no") if f'value="{way}"' in shown} == offered
    for way in {"room", "remote"} - offered:
        assert Client().post(elsas, {"reply": way}).status_code == 422
        assert reply_of("Elsa Ek") == Reply.NONE


def test_an_answer_that_is_none_names_what_to_do(elsas: str) -> None:
    answer = Client().post(elsas, {"greeting": "Hej från mig"})
    assert answer.status_code == 422
    assert "Välj ett av svaren." in answer.content.decode()
    assert "Hej från mig" in answer.content.decode()


def test_a_link_opens_its_own_invitation_alone(elsas: str, group: Cast, alva: User) -> None:
    rows = group.invitations()
    link = PersonalLink.objects.get(email="elsa@example.org")
    with pytest.raises(NotAllowed):
        answer_invitation(invitation=rows["Ulla"], reply=Reply.NO, link=link, by=link_account())
    for broken in ("/inbjudan/kl_fel.fel/", elsas.replace("kl_", "kl_x"), elsas + "handlingar/1/"):
        assert Client().get(broken).status_code == 404
    other = PersonalLink.objects.get(email="ulla@example.org")
    PersonalLink.objects.filter(pk=other.pk).update(purpose="round")
    assert Client().get(link_in(letter_to("ulla@example.org"))).status_code == 404


def test_without_a_link_only_who_runs_the_meeting_notes_an_answer(group: Cast, alva: User, bo: User) -> None:
    elsa = group.call(alva)["Elsa"]
    for nobody in (bo, link_account()):
        with pytest.raises(NotAllowed):
            answer_invitation(invitation=elsa, reply=Reply.ROOM, by=nobody)
        with pytest.raises(NotAllowed):
            send_substitute(invitation=elsa, name="Sara", by=nobody)
    answer_invitation(invitation=elsa, reply=Reply.ROOM, greeting="Sagt på telefon", by=alva)
    assert reply_of("Elsa Ek") == Reply.ROOM


def test_an_appointed_substitute_gets_an_invitation_of_their_own(elsas: str, group: Cast, alva: User) -> None:
    shown = page(elsas + "ersattare/")
    assert "Sven Sol" in shown
    assert "Olle" not in shown
    visitor = Client()
    assert visitor.post(elsas + "ersattare/", {"substitute": str(group.substitute.pk)}).status_code == 302
    rows = group.invitations()
    sven = rows["Sven"]
    assert (rows["Elsa"].reply, sven.substitute_for, sven.email) == (Reply.SUBSTITUTE, rows["Elsa"], "sven@example.org")
    assert "Sven Sol" in page(elsas)
    send_calls(meeting=group.meeting, invitations=[sven], by=alva)
    assert "ersättare för Elsa Ek" in str(letter_to("sven@example.org").body)
    visitor.post(link_in(letter_to("sven@example.org")), {"reply": "room"})
    overview = inviting_overview(group.meeting)
    assert [row.invitation.name for row in overview.members] == ["Ulla Up", "Elsa Ek", "Sven Sol", "Mats Mal"]
    ekmyndigheten = next(each for each in overview.seated if each.organisation.name == "Ekmyndigheten")
    assert [each.name for each in ekmyndigheten.coming] == ["Sven Sol"]
    assert overview.answers == Answers(room=1, substitute=1, none=2)


def test_a_substitute_is_no_longer_needed_when_one_comes_oneself(elsas: str, group: Cast, alva: User) -> None:
    Client().post(elsas + "ersattare/", {"substitute": str(group.substitute.pk)})
    sven = group.invitations()["Sven"]
    send_calls(meeting=group.meeting, invitations=[sven], by=alva)
    Client().post(elsas, {"reply": "room"})
    overview = inviting_overview(group.meeting)
    assert [row.invitation.name for row in overview.withdrawn] == ["Sven Sol"]
    assert [row.invitation.name for row in overview.outdated] == ["Sven Sol"]
    send_calls(meeting=group.meeting, invitations=[row.invitation for row in overview.outdated], by=alva)
    assert "METHOD:CANCEL" in calendar_in(letter_to("sven@example.org"))


def test_somebody_named_is_written_to_only_when_an_officer_has_looked(elsas: str, group: Cast, alva: User) -> None:
    sent = len(mail.outbox)
    typed = {"substitute": "other", "name": "Sara Sten", "email": "sara@example.org"}
    assert Client().post(elsas + "ersattare/", typed).status_code == 302
    change_day(group, alva, days=10)
    send_letters(by=alva)
    assert [letter for letter in mail.outbox[sent:] if "sara" in letter.to[0]] == []
    assert [row.invitation.name for row in inviting_overview(group.meeting).unsent] == ["Sara Sten"]


def test_an_appointed_substitute_is_asked_in_the_weekly_letter_if_the_office_has_not(
    elsas: str, group: Cast, alva: User
) -> None:
    Client().post(elsas + "ersattare/", {"substitute": str(group.substitute.pk)})
    change_day(group, alva, days=10)
    send_letters(by=alva)
    letter = letter_to("sven@example.org")
    assert letter.subject.startswith("Kan du ersätta Elsa Ek? Höstmötet, ")
    assert Client().get(link_in(letter)).status_code == 200


def change_day(group: Cast, by: User, *, days: int) -> None:
    group.meeting.refresh_from_db()
    day = (today() + dt.timedelta(days=days)).isoformat()
    change_meeting(meeting=group.meeting, values={"starts_on": day}, version=group.meeting.version, by=by)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"substitute": "other"}, "Skriv vem som kommer i stället."),
        ({}, "Fyll i fältet."),
        ({"substitute": "999999"}, "Välj ett av alternativen."),
        ({"substitute": "other", "name": "Sara", "email": "inte en adress"}, "e-postadress"),
    ],
)
def test_a_substitute_who_is_not_said_is_asked_for_by_field(typed: dict[str, str], words: str, elsas: str) -> None:
    answer = Client().post(elsas + "ersattare/", typed)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert reply_of("Elsa Ek") == Reply.NONE


def test_a_cancelled_meeting_says_so_and_takes_no_answer(elsas: str, group: Cast, alva: User) -> None:
    cancel_meeting(meeting=group.meeting, why="Ordföranden är sjuk.", by=alva)
    shown = page(elsas)
    assert "Mötet är inställt." in shown
    assert "Ordföranden är sjuk." in shown
    assert "video.example" not in shown
    assert Client().post(elsas, {"reply": "room"}).status_code == 409
    assert Client().post(elsas + "ersattare/", {"substitute": "other", "name": "Sara"}).status_code == 409


def test_who_is_no_longer_invited_sees_that_and_nothing_of_the_meeting(elsas: str, group: Cast, alva: User) -> None:
    withdraw_invitation(invitation=group.invitations()["Elsa"], by=alva)
    shown = page(elsas)
    assert "Inbjudan gäller inte längre." in shown
    for hidden in ("Läget för hälsodata", "video.example", "Rosenbad"):
        assert hidden not in shown
    assert Client().get(elsas + "kalender.ics").status_code == 404
    assert Client().post(elsas, {"reply": "room"}).status_code == 409


def test_the_page_gives_a_calendar_file_with_the_same_uid(elsas: str, group: Cast) -> None:
    file = Client().get(elsas + "kalender.ics")
    assert file.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert f"UID:{group.meeting.uid}" in file.content.decode()
    assert "METHOD:PUBLISH" in file.content.decode()


def test_papers_are_read_through_the_link_and_only_this_meetings(elsas: str, group: Cast) -> None:
    paper = factories.document("Underlag om hälsodata", kind="other")
    paper.file.save("underlag.txt", ContentFile(b"innehall"), save=False)
    paper.file_name = "underlag.txt"
    paper.save()
    own = Material.objects.create(meeting=group.meeting, document=paper)
    other = Material.objects.create(meeting=factories.meeting("Annat"), document=paper)
    assert "Underlag om hälsodata" in page(elsas)
    answer = Client().get(f"{elsas}handlingar/{own.pk}/")
    assert answer.content == b"innehall"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="underlag.txt"'
    assert Client().get(f"{elsas}handlingar/{other.pk}/").status_code == 404


def test_the_page_speaks_the_language_that_is_chosen(elsas: str) -> None:
    shown = page(elsas + "?sprak=en")
    assert "Are you coming?" in shown
    assert "Kommer du?" not in shown
    answered = Client().post(elsas + "?sprak=en", {"reply": "room"}, follow=True)
    assert "Thank you, your answer has been saved." in answered.content.decode()


def test_the_page_asks_as_many_questions_at_one_point_and_paper_as_at_thirty(elsas: str, group: Cast) -> None:
    def asked(number: int) -> int:
        for each in range(number):
            paper = factories.document(f"Underlag {number}-{each}", url="https://example.org/underlag")
            item = AgendaItem.objects.create(meeting=group.meeting, position=each + 10 * number, title_sv="Punkt")
            Material.objects.create(meeting=group.meeting, item=item, document=paper)
        with CaptureQueriesContext(connection) as queries:
            assert page(elsas).count("Underlag") == Material.objects.count()
        return len(queries)

    assert asked(1) == asked(29)
