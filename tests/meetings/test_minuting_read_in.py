"""A meeting that came through the reading desk gives minutes like the document it was read from."""

from __future__ import annotations

from kraftsamla.accounts.models import User
from kraftsamla.meetings.assembly.minutes import paper_of
from kraftsamla.meetings.assembly.plain import plain
from kraftsamla.meetings.models import Meeting
from kraftsamla.meetings.operations.minuting import draft_minutes
from kraftsamla.reading.models import Reading
from kraftsamla.reading.operations import accept_certain
from tests import factories
from tests.reading.conftest import minutes, read  # noqa: F401  what stands at the desk


def test_what_was_read_in_is_assembled_in_the_order_of_an_office(minutes: Reading, alva: User) -> None:  # noqa: F811
    factories.body("Samverkansgruppen för vattenvård")
    factories.person("Gunvor Ek")
    factories.person("Per Lind")
    factories.organisation("Havsmyndigheten")
    factories.organisation("Region Kusten")
    accept_certain(reading=minutes, by=alva, at_least=0.7)
    meeting = Meeting.objects.get(starts_on="2023-03-14")
    paper = paper_of(draft_minutes(meeting=meeting, language="sv", by=alva))
    assert (paper.title, dict(paper.facts)["Organ"], dict(paper.facts)["Ordförande"]) == (
        "Möte med samverkansgruppen", "Samverkansgruppen för vattenvård", "Gunvor Ek",
    )  # fmt: skip
    assert [f"{each.number} {each.heading}".strip() for each in paper.sections] == [
        "1 Inledning", "2 Läget i strategin", "Beslut", "Uppföljning", "Nästa möte", "Deltagare",
    ]  # fmt: skip
    words = plain(paper)
    for said in ("Ålgräset (Per Lind, Havsmyndigheten)", "Lämna två exempel | ledamöterna", "9 maj 2023", "Per Lind"):
        assert said in words
