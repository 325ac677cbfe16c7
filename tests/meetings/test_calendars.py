"""Calendar files, read back by another parser and held against the rules of RFC 5545 and 5546."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from kraftsamla.core.calendars import (
    Addressee,
    Entry,
    Method,
    Organiser,
    Standing,
    calendar_of,
    invitation_of,
    own_copy_of,
    span,
)
from kraftsamla.core.text import Text

STOCKHOLM = ZoneInfo("Europe/Stockholm")
CHANGED = dt.datetime(2026, 11, 1, 8, 0, tzinfo=dt.UTC)
SENT = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)
OFFICE = Organiser("kansli@example.org", "Kansliet för life science")
ELSA = Addressee("elsa@example.org", "Elsa Ek, chef", "sv")
WORDS = Text(
    "Syfte: åtgärder för Åland, Öland; även “övrigt”.\n"
    "Andra raden, som är lång nog att vikas på flera rader i filen \\ utan att något försvinner.",
    "Purpose: measures, and more.",
)


def meeting(**values: Any) -> Entry:
    when = values.pop("span", span(starts_on="2026-12-03", starts_at=dt.time(9), ends_at=dt.time(12, 30)))
    kept = {
        "uid": "6f2a1c52-6f0d-5d0e-9d4e-0f3b6a1f9b10", "sequence": 3, "span": when, "changed_at": CHANGED,
        "title": Text("Samverkansgruppens möte, hösten; på plats", "The group’s autumn meeting"), "words": WORDS,
        "place": "Rosenbad, sal 3; ingång från Fredsgatan", "link": "https://moten.example/m?id=1,2;3",
        "url": Text("https://kraftsamla.example/moten/host/", "https://kraftsamla.example/en/meetings/host/"),
    }  # fmt: skip
    return Entry(**{**kept, **values})


def request(entry: Entry | None = None, addressee: Addressee = ELSA, method: Method = Method.REQUEST) -> bytes:
    return invitation_of(entry or meeting(), addressee, organiser=OFFICE, method=method, at=SENT)


def read(file: bytes) -> Any:
    """The calendar as somebody else's program reads it; it refuses what lacks what is required."""
    calendar = vobject.readOne(file.decode())
    calendar.validate(raiseException=True)
    return calendar


def lines(file: bytes) -> list[str]:
    """The lines of the file, unfolded."""
    return file.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def line(file: bytes, name: str) -> str:
    found = [each for each in lines(file) if each.split(":")[0].split(";")[0] == name]
    assert len(found) == 1, (name, found)
    return found[0]


def test_an_invitation_reads_the_same_in_another_program() -> None:
    calendar = read(request())
    event = calendar.vevent
    assert (calendar.method.value, calendar.version.value) == ("REQUEST", "2.0")
    assert event.uid.value == "6f2a1c52-6f0d-5d0e-9d4e-0f3b6a1f9b10"
    assert event.sequence.value == "3"
    assert event.summary.value == "Samverkansgruppens möte, hösten; på plats"
    assert event.description.value == WORDS.sv
    assert event.location.value == "Rosenbad, sal 3; ingång från Fredsgatan"
    assert event.dtstart.value == dt.datetime(2026, 12, 3, 9, 0, tzinfo=STOCKHOLM)
    assert event.dtend.value == dt.datetime(2026, 12, 3, 12, 30, tzinfo=STOCKHOLM)
    assert event.dtstamp.value == SENT
    assert event.last_modified.value == CHANGED
    assert event.organizer.value == "mailto:kansli@example.org"
    assert event.url.value == "https://kraftsamla.example/moten/host/"
    assert event.status.value == "CONFIRMED"


def test_only_the_addressee_stands_in_the_file_and_is_asked_to_answer() -> None:
    attendee = read(request()).vevent.attendee
    assert attendee.value == "mailto:elsa@example.org"
    assert {name: attendee.params[name] for name in ("CN", "ROLE", "PARTSTAT", "RSVP", "CUTYPE")} == {
        "CN": ["Elsa Ek, chef"], "ROLE": ["REQ-PARTICIPANT"], "PARTSTAT": ["NEEDS-ACTION"], "RSVP": ["TRUE"],
        "CUTYPE": ["INDIVIDUAL"],
    }  # fmt: skip
    assert len(read(request()).vevent.attendee_list) == 1


@pytest.mark.parametrize(
    ("person", "role", "standing", "answers"),
    [
        (Addressee("a@b.se", "A", "sv", is_chair=True), "CHAIR", "NEEDS-ACTION", "TRUE"),
        (Addressee("a@b.se", "A", "sv", is_optional=True), "OPT-PARTICIPANT", "NEEDS-ACTION", "TRUE"),
        (Addressee("a@b.se", "A", "sv", Standing.COMING), "REQ-PARTICIPANT", "ACCEPTED", "FALSE"),
        (Addressee("a@b.se", "A", "sv", Standing.NOT_COMING), "REQ-PARTICIPANT", "DECLINED", "FALSE"),
    ],
)
def test_the_file_says_how_somebody_takes_part_and_what_they_have_answered(
    person: Addressee, role: str, standing: str, answers: str
) -> None:
    params = read(request(addressee=person)).vevent.attendee.params
    assert (params["ROLE"], params["PARTSTAT"], params["RSVP"]) == ([role], [standing], [answers])


def test_it_is_said_in_the_readers_language_and_marked_with_the_one_it_has() -> None:
    english = Addressee("eve@example.org", "Eve", "en")
    assert line(request(addressee=english), "SUMMARY") == "SUMMARY;LANGUAGE=en:The group’s autumn meeting"
    only_swedish = request(meeting(title=Text("Möte")), english)
    assert line(only_swedish, "SUMMARY") == "SUMMARY;LANGUAGE=sv:Möte"
    assert read(request(addressee=english)).vevent.url.value.endswith("/en/meetings/host/")


def test_the_link_to_join_has_a_property_of_its_own() -> None:
    assert line(request(), "CONFERENCE") == (
        "CONFERENCE;FEATURE=VIDEO;LABEL=Anslut till mötet;VALUE=URI:https://moten.example/m?id=1,2;3"
    )
    assert b"CONFERENCE" not in request(meeting(link=""))


def test_a_cancellation_has_the_same_uid_a_higher_number_and_says_so() -> None:
    first, off = read(request()), read(request(meeting(sequence=4, is_cancelled=True), method=Method.CANCEL))
    assert (off.method.value, off.vevent.status.value) == ("CANCEL", "CANCELLED")
    assert off.vevent.uid.value == first.vevent.uid.value
    assert int(off.vevent.sequence.value) > int(first.vevent.sequence.value)
    assert off.vevent.organizer.value == first.vevent.organizer.value
    assert off.vevent.attendee.value == first.vevent.attendee.value


def test_who_is_no_longer_invited_gets_a_cancellation_of_a_meeting_that_goes_on() -> None:
    off = read(request(meeting(sequence=4), method=Method.CANCEL))
    assert (off.method.value, off.vevent.status.value) == ("CANCEL", "CANCELLED")


def test_without_a_time_it_is_whole_days_and_the_last_day_is_the_one_after() -> None:
    days = request(meeting(span=span(starts_on="2026-12-03", ends_on="2026-12-04")))
    assert (line(days, "DTSTART"), line(days, "DTEND")) == ("DTSTART;VALUE=DATE:20261203", "DTEND;VALUE=DATE:20261205")
    assert b"VTIMEZONE" not in days
    assert read(days).vevent.dtend.value == dt.date(2026, 12, 5)


def test_a_day_that_is_not_known_gives_no_file_and_an_end_before_the_start_is_left_out() -> None:
    assert span(starts_on="2026-12") is None
    late = span(starts_on="2026-12-03", starts_at=dt.time(22), ends_at=dt.time(1))
    assert late is not None
    assert late.ends is None
    assert b"DTEND" not in request(meeting(span=late))


def test_over_several_days_times_count_when_both_are_known() -> None:
    half = span(starts_on="2026-12-03", ends_on="2026-12-04", starts_at=dt.time(9))
    assert half == (dt.date(2026, 12, 3), dt.date(2026, 12, 4))
    whole = span(starts_on="2026-12-03", ends_on="2026-12-04", starts_at=dt.time(9), ends_at=dt.time(15))
    assert whole is not None
    assert whole.ends == dt.datetime(2026, 12, 4, 15, tzinfo=STOCKHOLM)


@pytest.mark.parametrize("year", range(2024, 2034))
def test_the_zone_in_the_file_is_the_zone_of_sweden(year: int) -> None:
    """Noon of every day, and the hours around each change, by the file's own rules and by the machine's."""
    zone = read(request()).vtimezone.tzinfo
    for day in range(365):
        noon = dt.datetime(year, 1, 1, 12, tzinfo=dt.UTC) + dt.timedelta(days=day)
        local = noon.astimezone(STOCKHOLM).replace(tzinfo=None)
        assert zone.utcoffset(local) == STOCKHOLM.utcoffset(local), local


def test_a_file_keeps_the_rules_of_the_standard() -> None:
    home, feed = own_copy_of(meeting(), language="sv"), calendar_of([meeting()])
    for file in (request(), request(method=Method.CANCEL), home, feed):
        assert file.endswith(b"\r\n")
        assert b"\n" not in file.replace(b"\r\n", b"")
        assert max(len(each) for each in file.split(b"\r\n")) <= 75
        assert lines(file)[0] == "BEGIN:VCALENDAR"
        assert {"VERSION", "PRODID", "METHOD"} <= {each.split(":")[0] for each in lines(file)[:5]}
        text = "\n".join(lines(file))
        assert "TZID:Europe/Stockholm" in text
        assert text.index("END:VTIMEZONE") < text.index("BEGIN:VEVENT")
        for name in ("UID", "DTSTAMP", "SEQUENCE", "DTSTART"):
            line_of_event = [each for each in text[text.index("BEGIN:VEVENT") :].split("\n") if each.startswith(name)]
            assert len(line_of_event) == 1, name


def test_a_copy_to_take_home_names_nobody_and_has_the_invitations_uid() -> None:
    copy = own_copy_of(meeting(), language="sv")
    assert read(copy).method.value == "PUBLISH"
    assert b"ATTENDEE" not in copy
    assert b"ORGANIZER" not in copy
    assert line(copy, "UID") == line(request(), "UID")


def test_a_calendar_to_subscribe_to_is_the_same_file_for_the_same_meetings_in_any_order() -> None:
    first = meeting(uid="a", categories=(Text("möte, slutet", "meeting"),))
    second = meeting(uid="b", span=span(starts_on="2026-11-30"), is_cancelled=True)
    feed = calendar_of([first, second], name=Text("Samverkansgruppen", "The group"))
    assert feed == calendar_of([second, first], name=Text("Samverkansgruppen", "The group"))
    calendar = read(feed)
    assert [each.uid.value for each in calendar.vevent_list] == ["b", "a"]
    assert [each.status.value for each in calendar.vevent_list] == ["CANCELLED", "CONFIRMED"]
    assert calendar.x_wr_calname.value == "Samverkansgruppen"
    assert calendar.vevent_list[1].categories.value == ["möte, slutet"]
    assert b"ATTENDEE" not in feed


def test_a_calendar_without_meetings_is_still_a_calendar() -> None:
    assert lines(calendar_of([]))[0] == "BEGIN:VCALENDAR"


PRINTED = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=300)


@settings(deadline=None)  # no timed assertion: the machine may be busy
@given(title=PRINTED, words=st.lists(PRINTED, max_size=4), name=PRINTED)
def test_whatever_is_typed_comes_back_from_another_program(title: str, words: list[str], name: str) -> None:
    said = "\n".join(words)
    file = request(meeting(title=Text(title), words=Text(said)), Addressee("a@b.se", name, "sv"))
    assert max(len(each) for each in file.split(b"\r\n")) <= 75
    event = read(file).vevent
    assert event.summary.value == title
    assert (event.description.value if said else "") == said
