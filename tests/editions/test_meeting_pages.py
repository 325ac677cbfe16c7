"""What the pages of meetings, the calendar and bodies say, and the feeds and data beside them."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from icalendar import Calendar
from selectolax.lexbor import LexborHTMLParser

from kraftsamla.core.text import Text
from kraftsamla.editions.content import from_json, to_json
from kraftsamla.editions.rendering import render_edition
from tests.editions import meeting_sample as cast
from tests.editions import sample


@cache
def files() -> dict[str, bytes]:
    return {page.path: page.body for page in render_edition(cast.edition(), site=sample.SITE)}


def page(path: str) -> LexborHTMLParser:
    return LexborHTMLParser(files()[path].decode())


def words(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text(separator=" ").split()) for node in tree.css(selector)]


def data(path: str) -> Any:
    return json.loads(files()[path])


def structured(path: str) -> Any:
    (node,) = page(path).css("script[type='application/ld+json']")
    return json.loads(node.text())


def test_the_calendar_has_what_is_to_come_first_and_then_the_years() -> None:
    tree = page("kalender/index.html")
    assert words(tree, ".listed h2") == ["Kommande", "2024", "2023"]
    assert words(tree, ".rows .row a") == [
        "Decembermötet", "Konferens om ren luft", "Samverkansgruppens möte", "Utan namn",
    ]  # fmt: skip
    assert words(tree, ".rows .warn") == ["inställt"]


def test_the_calendar_is_chosen_from_with_links_to_pages_of_their_own() -> None:
    assert words(page("kalender/slag-konferens/index.html"), ".rows .row a") == ["Konferens om ren luft"]
    of_body = page("kalender/organ-samverkansgruppen/index.html")
    assert words(of_body, ".facets [aria-current]") == ["Samverkansgruppen 3"]
    assert words(page("en/calendar/2023/index.html"), ".rows .row a") == ["No names"]
    assert words(page("en/calendar/2023/index.html"), "h1") == ["Calendar 2023"]


def test_a_calendar_without_coming_meetings_says_so() -> None:
    made = {p.path: p.body for p in render_edition(cast.edition(cast.held()), site=sample.SITE)}
    tree = LexborHTMLParser(made["kalender/index.html"].decode())
    assert "Inga kommande möten är inlagda." in words(tree, ".listed p")


def events(path: str) -> dict[str, Any]:
    return {str(event["UID"]): event for event in Calendar.from_ical(files()[path]).walk("VEVENT")}


def test_a_feed_tells_time_place_changes_and_what_is_cancelled() -> None:
    found = events("kalender.ics")
    assert len(found) == 4
    meeting = found["11111111-1111-5111-8111-111111111111"]
    assert meeting["DTSTART"].dt.isoformat() == "2024-11-10T13:00:00+01:00"
    assert (int(meeting["SEQUENCE"]), str(meeting["STATUS"])) == (2, "CONFIRMED")
    assert str(meeting["URL"]) == "https://exempel.se/luft/mote/mote-2024-11-10/"
    gone = found["22222222-2222-5222-8222-222222222222"]
    assert (str(gone["SUMMARY"]), str(gone["STATUS"])) == ("Inställt: Decembermötet", "CANCELLED")
    assert {str(each["DTSTAMP"].dt) for each in found.values()} == {"2024-11-18 00:00:00+00:00"}


def test_a_body_has_a_feed_of_its_own_in_each_language() -> None:
    assert set(events("organ/samverkansgruppen/kalender.ics")) == set(events("kalender.ics")) - {
        "33333333-3333-5333-8333-333333333333"
    }
    english = events("en/body/samverkansgruppen/calendar.ics")["22222222-2222-5222-8222-222222222222"]
    assert str(english["SUMMARY"]) == "Cancelled: The December meeting"
    assert str(english["URL"]) == "https://exempel.se/luft/en/meeting/installt/"


def test_a_meeting_tells_what_groups_agreed_on_and_that_not_all_have_reported() -> None:
    tree = page("mote/mote-2024-11-10/index.html")
    assert words(tree, ".agreed dd") == ["Fler stationer i norr."]
    assert words(tree, ".agreed .chip") == ["3 av 4 grupper har rapporterat"]
    assert "Alla grupper har inte rapporterat." in words(tree, ".agreed p")


def test_published_minutes_say_what_they_replace_and_why() -> None:
    tree = page("mote/mote-2024-11-10/index.html")
    assert words(tree, "#anteckningar .row p") == ["Ersätter version 1. Skäl: Fel namn i punkt 2."]
    assert words(tree, "#anteckningar .standing") == [
        "publicerade version 2, 1 december 2024", "ersatta av en rättad version version 1, 1 december 2024",
    ]  # fmt: skip


@pytest.mark.parametrize("path", ["mal/1.1/index.html", "insats/insats-1/index.html"])
def test_a_decision_stands_also_where_it_leads(path: str) -> None:
    assert "Beslut på möten" in words(page(path), "h2")
    assert any("Mät mer." in said for said in words(page(path), ".rows .row"))


def test_who_came_is_counted_where_nobody_is_named() -> None:
    tree = page("mote/utan-namn/index.html")
    assert "31 personer deltog. De företrädde 18 organisationer. Namnen visas inte." in words(tree, "section p")
    assert "Gunvor Ek" not in words(tree, "table th")


def test_a_series_leads_to_its_other_meetings() -> None:
    tree = page("mote/mote-2024-11-10/index.html")
    assert "Möten i serien" in words(tree, "h2")
    assert words(page("mote/installt/index.html"), ".notice.warn") == ["Mötet är inställt."]


def test_a_programme_is_a_table_with_a_column_an_area_whose_cells_say_where_by_themselves() -> None:
    tree = page("mote/konferens-2025/index.html")
    first, second = tree.css("table.programme")
    assert [" ".join(each.text().split()) for each in first.css("thead th")] == ["Tid", "1 Område 1", "2 Område 2"]
    assert [each.attributes.get("colspan") for each in first.css("td")] == ["2", None, None]
    assert " ".join(first.css("td")[1].text(separator=" ").split()) == "Spår ett 1 Område 1 Sal A"
    assert len(second.css("tbody tr")) == 1


def test_a_coming_conference_leads_to_where_one_signs_up() -> None:
    tree = page("mote/konferens-2025/index.html")
    assert [node.attributes["href"] for node in tree.css(".notice a.btn")] == [
        "https://exempel.se/luft/anmalan/konferens-2025/"
    ]
    closed = replace(cast.conference(), sign_up=replace(cast.conference().sign_up, closes_on="2024-11-14"))  # type: ignore[type-var]
    made = {p.path: p.body for p in render_edition(cast.edition(closed), site=sample.SITE)}
    assert b"anmalan/" not in made["mote/konferens-2025/index.html"]


def test_search_engines_are_told_how_and_whether_a_meeting_is_held() -> None:
    event = structured("mote/konferens-2025/index.html")
    assert event["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert [place["@type"] for place in event["location"]] == ["Place", "VirtualLocation"]
    assert event["location"][1]["url"] == event["url"] == "https://exempel.se/luft/mote/konferens-2025/"
    assert event["subEvent"][1]["startDate"] == "2025-01-28T10:15:00+01:00"
    assert structured("mote/installt/index.html")["eventStatus"] == "https://schema.org/EventCancelled"
    held = structured("mote/mote-2024-11-10/index.html")
    assert (held["startDate"], held["superEvent"]["name"]) == ("2024-11-10T13:00:00+01:00", "Gruppens möten")
    assert structured("organ/samverkansgruppen/index.html")["@type"] == "Organization"


def test_words_cannot_end_the_data_they_stand_in() -> None:
    bad = replace(cast.held(), title=Text("</script><script>alert(1)</script>"))
    made = {p.path: p.body for p in render_edition(cast.edition(bad), site=sample.SITE)}
    body = made["mote/mote-2024-11-10/index.html"]
    assert b"<script>" not in body
    (node,) = LexborHTMLParser(body.decode()).css("script[type='application/ld+json']")
    assert json.loads(node.text())["name"] == bad.title.sv


def test_a_body_says_its_vacant_seats_and_who_sat_when_in_a_drawing_and_a_table() -> None:
    tree = page("organ/samverkansgruppen/index.html")
    assert "1 plats är ledig" in words(tree, ".answers p")
    assert any("Patienternas plats" in said for said in words(tree, ".rows .row"))
    drawn = tree.css_first("svg.timeline")
    assert drawn is not None
    assert len(drawn.css("rect")) == len(tree.css("table tbody tr")) == 3
    assert words(tree, "svg title") == ["Tidslinje"]


def test_a_body_that_does_not_show_its_members_says_so() -> None:
    found = cast.edition()
    (body,) = found.picture.bodies
    shut = replace(body, seats=(), posts=(), shows_members=False)
    edition = replace(found, picture=replace(found.picture, bodies=(shut,)))
    made = {p.path: p.body for p in render_edition(edition, site=sample.SITE)}
    tree = LexborHTMLParser(made["organ/samverkansgruppen/index.html"].decode())
    assert "Organet visar inte vilka som ingår." in words(tree, ".answers p")
    assert words(tree, ".weak") == []


def test_every_page_weighs_under_a_hundred_kilobytes_with_a_hundred_meetings_a_page() -> None:
    many = [replace(cast.anonymous(), slug=f"m-{n}", starts_on=f"20{n % 20 + 10}-01-01") for n in range(300)]
    made = {p.path: len(p.body) for p in render_edition(cast.edition(*many), site=sample.SITE)}
    heavy = {path: size for path, size in made.items() if path.startswith(("kalender/", "organ/", "en/cal"))}
    assert max(heavy.values()) < 100_000 or max(heavy, key=lambda each: heavy[each]).endswith(".ics")
    assert "kalender/sida-3/index.html" in heavy


def test_the_same_edition_gives_the_same_bytes_and_reads_back() -> None:
    again = {page.path: page.body for page in render_edition(from_json(to_json(cast.edition())), site=sample.SITE)}
    assert again == files()
