"""What a meeting is carries over to another database and back; what is not for others does not."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kraftsamla.accounts.models import User
from kraftsamla.core.text import Text
from kraftsamla.meetings.models import (
    AgendaItem,
    Attendance,
    Decision,
    Invitation,
    ItemNote,
    Material,
    Meeting,
    MeetingSeries,
    Minutes,
)
from kraftsamla.meetings.operations import add_decision, add_item, record_attendance
from kraftsamla.meetings.operations.calling import cancel_meeting
from kraftsamla.meetings.operations.materials import add_material
from kraftsamla.meetings.operations.series import join_series
from kraftsamla.portal.exchange.dumping import dump_folder
from kraftsamla.portal.exchange.files import BadFiles
from kraftsamla.portal.exchange.loading import load_folder
from tests import factories

FILE = "meetings.yaml"


def whole(by: User) -> Meeting:
    """A meeting with everything that is carried, and with what is not."""
    strategy = factories.strategy()
    area = factories.area(strategy)
    objective, action = factories.objective(area), factories.action(strategy)
    meeting = factories.meeting(
        "Konferens", kind="conference", body=factories.body(), starts_on="2026-12-03", starts_at=dt.time(9), by=by,
        purpose_sv="Mötas", place="Umeå", room="Portkod 1234", link="https://exempel.se/hemlig", is_public=False,
        shows_attendance=False, partners=[factories.organisation("Partnern")],
    )  # fmt: skip
    values = {"number": "1", "title_sv": "Spår", "purpose": "discuss", "minutes": 40, "intro_sv": "Läs", "day": 2,
              "starts_at": dt.time(10), "ends_at": dt.time(10, 40), "area": area, "is_public": False,
              "actions": [action], "followups": [factories.followup()]}  # fmt: skip
    item = add_item(meeting=meeting, values=values, by=by)
    add_item(meeting=meeting, values={"number": "1.1", "title_sv": "Del", "parent": item}, by=by)
    decision = {"text_sv": "Mät mer.", "item": item, "objectives": [objective], "actions": [action]}
    add_decision(meeting=meeting, values=decision, by=by)
    for at in (item, None):
        shown = {"item": at, "kind": "film", "is_public": True}
        add_material(meeting=meeting, document=factories.document(f"Film {at}"), values=shown, by=by)
    came = {"person_name": "Gäst Gästsson", "organisation_name": "Utan post", "title": "chef", "is_guest": True,
            "substitute_for": "Någon", "came_at": dt.time(9, 20), "left_at": dt.time(11), "mode": "remote"}  # fmt: skip
    record_attendance(meeting=meeting, values=came, by=by)
    join_series(meeting=meeting, slug="arets-moten", name=Text("Årets möten", "This year's"), by=by)
    cancel_meeting(meeting=meeting, why="Någon är sjuk", by=by)
    Invitation.objects.create(meeting=meeting, name="Hemlig Inbjuden", email="hemlig@example.org")
    ItemNote.objects.create(item=item, text="Hemlig anteckning", changed_by=by)
    Minutes.objects.create(meeting=meeting, reason="Hemligt utkast")
    return meeting


def without_meetings() -> None:
    """As in another database: the registers are there and no meeting is."""
    AgendaItem.objects.update(parent=None)
    for model in (Minutes, ItemNote, Invitation, Attendance, Material, Decision, AgendaItem, Meeting, MeetingSeries):
        model._default_manager.all().delete()


def test_a_meeting_comes_back_as_it_was_without_what_is_not_for_others(tmp_path: Path, alva: User) -> None:
    whole(alva)
    dump_folder(tmp_path / "one")
    assert load_folder(tmp_path / "one", by=alva) == {}
    without_meetings()
    load_folder(tmp_path / "one", by=alva)
    dump_folder(tmp_path / "two")
    text = (tmp_path / "one" / FILE).read_text(encoding="utf-8")
    assert (tmp_path / "two" / FILE).read_text(encoding="utf-8") == text
    assert [word for word in ("Hemlig", "hemlig", "Portkod", "sjuk") if word in text] == []
    meeting = Meeting.objects.get()
    assert (meeting.room, meeting.link, meeting.is_cancelled, meeting.is_public) == ("", "", True, False)
    assert (meeting.series and meeting.series.name_en, meeting.shows_attendance) == ("This year's", False)
    assert [(item.title_sv, item.parent and item.parent.number) for item in meeting.agenda.all()] == [
        ("Spår", None), ("Del", "1"),
    ]  # fmt: skip
    came = Attendance.objects.get()
    assert (came.person_name, came.title, came.came_at) == ("Gäst Gästsson", "chef", dt.time(9, 20))
    assert came.is_guest


def test_a_partner_that_is_nowhere_is_named(tmp_path: Path, alva: User) -> None:
    row = "meetings:\n  - slug: mote\n    title: {sv: Möte}\n    kind: seminar\n    starts_on: 2026\n"
    row += "    partners: [ingen]\n"
    (tmp_path / FILE).write_text(row, encoding="utf-8")
    with pytest.raises(BadFiles) as caught:
        load_folder(tmp_path, by=alva)
    remedy = "”ingen” finns inte bland organisations. Lägg till posten eller rätta namnet."
    (fault,) = caught.value.faults
    assert str(fault) == f"meetings.yaml, rad 6, meetings[mote].partners.0: {remedy}"
