"""The pages while a meeting goes on: their doors, what they do without script, and how little they ask."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.bodies.models import Access
from kraftsamla.followup.models import FollowUp
from kraftsamla.meetings.models import AgendaItem, Attendance, Decision, Invitation, ItemNote, Meeting, NoteVersion
from kraftsamla.meetings.operations import add_item, ask_at, open_meeting, record_attendance, save_note
from tests import factories

Browse = Callable[[User], Client]
SLUG = "mote-med-gruppen"
SCRIPT = {"accept": "application/json"}
HTMX = {"hx-request": "true"}


@pytest.fixture
def meeting(db: None) -> Meeting:
    return factories.meeting("Möte med gruppen", slug=SLUG, body=factories.body())


@pytest.fixture
def item(meeting: Meeting, alva: User) -> AgendaItem:
    return add_item(meeting=meeting, values={"number": "1", "title_sv": "Läget"}, by=alva)


def address(name: str, *args: Any) -> str:
    return reverse(f"meetings:{name}", args=[SLUG, *args])


def key() -> str:
    return str(uuid.uuid4())


def test_each_role_meets_its_door(item: AgendaItem, alva: User, bo: User, cia: User, browse: Browse) -> None:
    invitation = Invitation.objects.create(meeting=item.meeting, name="Gunvor Ek")
    noted = record_attendance(meeting=item.meeting, values={"person_name": "Nils Alm"}, by=alva)
    pages = [address(name) for name in ("now", "now-state", "now-close", "now-attendance")]
    pages += [address(name, item.pk) for name in ("note-settle", "note-history")]
    pages += [address("attendance-seat", invitation.pk), address("attendance-edit", noted.pk)]
    met = {user.name: [browse(user).get(each).status_code for each in pages] for user in (alva, bo, cia)}
    assert met == {"Alva": [200] * 8, "Bo": [403] * 8, "Cia": [404] * 8}
    assert [browse(user).get(address("now-screen")).status_code for user in (alva, bo, cia)] == [200, 200, 404]
    assert Client().get(address("now-screen")).status_code == 404


def test_who_may_work_in_the_body_leads_its_meetings(item: AgendaItem, bo: User, browse: Browse) -> None:
    assert item.meeting.body
    Access.objects.create(body=item.meeting.body, user=bo, right="work")
    client = browse(bo)
    client.post(address("now-open"))
    client.post(address("note-save", item.pk), {"text": "Bo antecknar.", "base": 0, "key": key()})
    client.post(address("capture", item.pk, "followup"), {"what_sv": "Skicka siffror", "key": key()})
    item.meeting.refresh_from_db()
    assert (item.meeting.is_running, ItemNote.objects.get().text, FollowUp.objects.get().what_sv) == (
        True, "Bo antecknar.", "Skicka siffror",
    )  # fmt: skip


def test_buttons_are_pressed_and_not_opened(item: AgendaItem, alva: User, browse: Browse) -> None:
    client = browse(alva)
    noted = record_attendance(meeting=item.meeting, values={"person_name": "Nils Alm"}, by=alva)
    buttons = [address("now-open"), address("now-item", item.pk), address("note-save", item.pk)]
    buttons += [address("capture", item.pk, "decision"), address("attendance-guest")]
    buttons += [address("attendance-mark", noted.pk), address("note-restore", item.pk, 1)]
    assert [client.get(each).status_code for each in buttons] == [405] * 7


def test_the_meeting_is_opened_led_and_closed_with_buttons(item: AgendaItem, alva: User, browse: Browse) -> None:
    client = browse(alva)
    second = add_item(meeting=item.meeting, values={"title_sv": "Övrigt"}, by=alva)
    assert "Öppna mötet" in client.get(address("now")).content.decode()
    client.post(address("now-open"))
    response = client.post(address("now-item", second.pk))
    assert response["Location"] == f"{address('now')}?punkt={second.pk}"
    assert client.get(address("now")).context["overview"].current.item == second
    client.post(address("now-close"))
    item.meeting.refresh_from_db()
    assert item.meeting.closed_at is not None
    assert "Öppna mötet igen" in client.get(address("now")).content.decode()


def test_a_note_is_saved_without_script(item: AgendaItem, alva: User, browse: Browse) -> None:
    client = browse(alva)
    page = client.get(address("now")).content.decode()
    base, made = (re.search(f'name="{name}" value="([^"]+)"', page) for name in ("base", "key"))
    assert base
    assert made
    typed = {"text": "Vi började.", "base": base.group(1), "key": made.group(1)}
    response = client.post(address("note-save", item.pk), typed)
    assert (response.status_code, ItemNote.objects.get().text) == (302, "Vi började.")


def test_a_note_that_met_another_leads_to_both_texts_without_script(
    item: AgendaItem, alva: User, elsa: User, browse: Browse
) -> None:
    save_note(item=item, text="Alvas <text>.", base=0, key=uuid.uuid4(), by=alva)
    client = browse(alva)
    response = client.post(address("note-save", item.pk), {"text": "Min text.", "base": 0, "key": key()})
    assert response["Location"] == address("note-settle", item.pk)
    page = client.get(response["Location"])
    assert page.context["form"].initial["text"] == "Alvas <text>.\nMin text."
    assert "Alvas &lt;text&gt;." in page.content.decode()
    choice = page.context["form"].initial
    typed = {"text": "Sammansatt.", "base": choice["base"], "asides": choice["asides"], "key": key()}
    client.post(address("note-settle", item.pk), typed)
    assert (ItemNote.objects.get().text, NoteVersion.objects.filter(is_aside=True, settled_at=None).count()) == (
        "Sammansatt.", 0,
    )  # fmt: skip


def test_the_script_is_told_what_became_of_a_note(item: AgendaItem, alva: User, browse: Browse) -> None:
    client = browse(alva)
    typed = {"text": "Ett.", "base": 0, "key": key()}
    first, again = (client.post(address("note-save", item.pk), typed, headers=SCRIPT).json() for _ in range(2))
    beside = client.post(address("note-save", item.pk), {**typed, "text": "Två.", "key": key()}, headers=SCRIPT).json()
    assert (first["version"], first["aside"], again["version"]) == (1, 0, 1)
    assert (beside["version"], beside["aside"]) == (0, NoteVersion.objects.get(is_aside=True).pk)


def test_a_note_that_is_too_long_is_told_with_what_was_typed(item: AgendaItem, alva: User, browse: Browse) -> None:
    client = browse(alva)
    typed = {"text": "x" * 100_001, "base": 0, "key": key()}
    told = client.post(address("note-save", item.pk), typed, headers=SCRIPT)
    shown = client.post(address("note-save", item.pk), typed)
    sentence = "Anteckningen är för lång: 100001 tecken, högst 100000. Flytta en del till en annan punkt."
    assert (told.status_code, told.json()) == (422, {"errors": [f"Anteckning: {sentence}"]})
    assert (shown.status_code, shown.context["note_form"]["text"].value()) == (422, typed["text"])


def test_an_earlier_text_is_made_to_stand_again(item: AgendaItem, alva: User, browse: Browse) -> None:
    save_note(item=item, text="Den första.", base=0, key=uuid.uuid4(), by=alva)
    save_note(item=item, text="Den andra.", base=1, key=uuid.uuid4(), by=alva)
    first = NoteVersion.objects.order_by("pk").first()
    assert first
    client = browse(alva)
    client.post(address("note-restore", item.pk, first.pk))
    assert ItemNote.objects.get().text == "Den första."
    shown = client.get(address("note-history", item.pk)).context["versions"]
    assert [each.text for each in shown] == ["Den första.", "Den andra.", "Den första."]


def test_a_line_keeps_what_was_typed_and_names_the_field(item: AgendaItem, alva: User, browse: Browse) -> None:
    client = browse(alva)
    typed = {"what_sv": "Skicka siffror", "owner": "Finns inte", "key": key()}
    told = client.post(address("capture", item.pk, "followup"), typed, headers=SCRIPT)
    shown = client.post(address("capture", item.pk, "followup"), typed)
    sentence = "Ansvarig organisation: ”Finns inte” finns inte. Kontrollera stavningen, eller lägg till posten först."
    assert (told.status_code, told.json()) == (422, {"errors": [sentence]})
    assert (shown.status_code, 'value="Skicka siffror"' in shown.content.decode()) == (422, True)
    assert FollowUp.objects.count() == 0


def test_a_decision_names_its_objectives_by_number(item: AgendaItem, alva: User, browse: Browse) -> None:
    objective = factories.objective(factories.area(factories.strategy()))
    client = browse(alva)
    sent = {"text_sv": "Gruppen tillstyrker.", "objectives": "1.1", "key": key()}
    wrong = client.post(address("capture", item.pk, "decision"), {**sent, "objectives": "9.9"}, headers=SCRIPT)
    kept = client.post(address("capture", item.pk, "decision"), sent, headers=SCRIPT)
    assert (wrong.status_code, kept.json()) == (422, {"kept": True})
    assert list(Decision.objects.get().objectives.all()) == [objective]


def test_an_unknown_kind_of_line_leads_nowhere(item: AgendaItem, alva: User, browse: Browse) -> None:
    assert browse(alva).post(address("capture", item.pk, "annat"), {"key": key()}).status_code == 404


def test_marking_works_with_and_without_script(meeting: Meeting, alva: User, browse: Browse) -> None:
    invitation = Invitation.objects.create(meeting=meeting, name="Gunvor Ek")
    client = browse(alva)
    to = address("attendance-invited", invitation.pk)
    plain = client.post(f"{to}?sok=gun", {"mark": "room"})
    assert plain["Location"] == f"{address('now-attendance')}?sok=gun#rad-i{invitation.pk}"
    part = client.post(to, {"mark": "remote"}, headers=HTMX).content.decode()
    assert ("<!doctype" in part, "0 på plats, 1 på distans" in part) == (False, True)
    wrong = client.post(to, {"mark": "room", "at": "25:99"})
    assert (wrong.status_code, Attendance.objects.get().mode) == (422, "remote")


def test_a_guest_a_substitute_and_a_correction_without_script(meeting: Meeting, alva: User, browse: Browse) -> None:
    invitation = Invitation.objects.create(meeting=meeting, name="Gunvor Ek", role="ledamot")
    client = browse(alva)
    nameless = client.post(address("attendance-guest"), {"name": "", "mode": "room"})
    client.post(address("attendance-guest"), {"name": "Åke Ö", "organisation": "Okänd AB", "mode": "remote"})
    client.post(address("attendance-seat", invitation.pk), {"name": "Nils Alm", "mode": "room"})
    guest = Attendance.objects.get(is_guest=True)
    typed = {"person_name": "Åke Öst", "presence": "present", "mode": "remote", "came_at": "10:20", "left_at": "09:00"}
    backwards = client.post(address("attendance-edit", guest.pk), typed)
    client.post(address("attendance-edit", guest.pk), {**typed, "left_at": ""})
    rows = Attendance.objects.order_by("pk").values_list("person_name", "presence", "substitute_for")
    assert (nameless.status_code, backwards.status_code) == (422, 422)
    assert backwards.context["form"].errors == {
        "left_at": ["Den tid då någon gick kan inte ligga före den tid då samma person kom."]
    }
    assert list(rows) == [
        ("Åke Öst", "present", ""), ("Gunvor Ek", "excused", ""), ("Nils Alm", "present", "Gunvor Ek"),
    ]  # fmt: skip


def test_nothing_is_sent_when_nothing_has_happened(item: AgendaItem, alva: User, browse: Browse) -> None:
    client = browse(alva)
    stamp = client.get(address("now")).context["stamp"]
    quiet = client.get(address("now-state"), {"v": stamp}, headers=HTMX)
    save_note(item=item, text="Nytt.", base=0, key=uuid.uuid4(), by=alva)
    told = client.get(address("now-state"), {"v": stamp, "punkt": item.pk}, headers=HTMX)
    assert (quiet.status_code, quiet.content, told.status_code) == (204, b"", 200)
    assert "Nytt." in told.content.decode()
    assert "<!doctype" not in told.content.decode()


def test_an_unchanged_state_costs_one_question_beside_the_door(item: AgendaItem, alva: User, browse: Browse) -> None:
    client = browse(alva)
    stamp = client.get(address("now")).context["stamp"]
    with CaptureQueriesContext(connection) as asked:
        client.get(address("now-state"), {"v": stamp}, headers=HTMX)
    assert len(asked) == 4  # the session, the account, the meeting, and whether anything has happened


def test_who_else_is_at_the_table_is_told(item: AgendaItem, alva: User, dag: User, browse: Browse) -> None:
    dag.role = "coordinator"
    dag.save()
    browse(dag).get(address("now"))
    assert "Här är också Dag" in browse(alva).get(address("now")).content.decode()


def test_the_room_sees_what_is_on_and_nothing_to_press(item: AgendaItem, alva: User, bo: User, browse: Browse) -> None:
    ask_at(item=item, questions=[factories.question("Vad hindrar er?")], by=alva)
    open_meeting(meeting=item.meeting, by=alva)
    page = browse(bo).get(address("now-screen"))
    shown = page.content.decode()
    assert ("Läget" in shown, "Vad hindrar er?" in shown, "<form" in shown) == (True, True, False)
    again = browse(bo).get(address("now-screen"), {"v": page.context["stamp"]}, headers=HTMX)
    assert again.status_code == 204


def test_the_pages_ask_as_little_of_300_people_as_of_31(item: AgendaItem, alva: User, browse: Browse) -> None:
    client, meeting = browse(alva), item.meeting
    organisation = factories.organisation()
    pages = [address("now"), address("now-attendance"), address("now-screen"), address("meeting")]

    def asked(people: int) -> list[int]:
        there = Invitation.objects.count()
        for number in range(there, people):
            invitation = Invitation.objects.create(meeting=meeting, name=f"Person {number}", organisation=organisation)
            if number % 2:
                Attendance.objects.create(
                    meeting=meeting, position=number, person_name=f"Person {number}", invitation=invitation, mode="room"
                )
        counts = []
        for page in pages:
            client.get(page)
            with CaptureQueriesContext(connection) as questions:
                client.get(page)
            counts.append(len(questions))
        return counts

    assert asked(31) == asked(300)


def test_the_page_asks_no_more_with_many_points_and_lines(item: AgendaItem, alva: User, browse: Browse) -> None:
    client, meeting = browse(alva), item.meeting

    def asked(points: int) -> int:
        for number in range(meeting.agenda.count(), points):
            point = add_item(meeting=meeting, values={"title_sv": f"Punkt {number}"}, by=alva)
            save_note(item=point, text="Ett.", base=0, key=uuid.uuid4(), by=alva)
            save_note(item=point, text="Två.", base=0, key=uuid.uuid4(), by=alva)
            client.post(address("capture", item.pk, "followup"), {"what_sv": f"Gör {number}", "key": key()})
            ask_at(item=item, questions=[factories.question(f"Fråga {number}?")], by=alva)
        client.get(address("now"))
        with CaptureQueriesContext(connection) as questions:
            client.get(f"{address('now')}?punkt={item.pk}")
        return len(questions)

    assert asked(2) == asked(31)
