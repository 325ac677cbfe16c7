"""What has a place in the picture without being an everyday kind, and what becomes a note."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.operations import create_engagement
from kraftsamla.bodies.models import Body
from kraftsamla.library.models import Document, Passage
from kraftsamla.meetings.models import Decision, Meeting
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.operations import accept, undo
from kraftsamla.strategy.models import Action, Strategy
from tests import factories
from tests.reading.conftest import MINUTES, Read
from tests.reading.conftest import found as said_in_minutes
from tests.reading.test_deciding import everything
from tests.reading.test_kinds import TEXT, found, one


def taken_and_back(reading: Reading, kind: str, by: User, **choices: str) -> None:
    """Accept, undo, see that nothing is left, and accept again."""
    before = everything()
    for version in (1, 3):
        accept(suggestion=one(reading, kind), version=version, by=by, choices=choices)
        if version == 1:
            undo(suggestion=one(reading, kind), version=2, by=by)
            assert everything() == before


def test_a_programme_is_a_strategy_where_there_is_none(read: Read, alva: User) -> None:
    reading = read(found("programme", "Vattenstrategin", title="Kuststafetten", owner="Region Kusten"), text=TEXT)
    taken_and_back(reading, "programme", alva)
    assert [(each.title_sv, str(each.owner)) for each in Strategy.objects.all()] == [("Kuststafetten", "Region Kusten")]


def test_a_programme_within_a_strategy_is_a_question(read: Read, alva: User) -> None:
    factories.strategy("Vattenstrategin")
    fields: dict[str, Any] = {"title": "Kuststafetten", "owner": "Region Kusten", "start": "2021"}
    reading = read(found("programme", "Vattenstrategin", **fields), text=TEXT)
    with pytest.raises(ValidationError):
        accept(suggestion=one(reading, "programme"), version=1, by=alva)
    taken_and_back(reading, "programme", alva, strategy="action")
    action = Action.objects.get()
    assert (action.kind, [str(each.organisation) for each in action.assignments.all()]) == (
        "programme", ["Region Kusten"],
    )  # fmt: skip
    assert [(each.kind, each.date) for each in action.dates.all()] == [("started", "2021")]


def test_a_milestone_is_a_date_of_its_action(read: Read, alva: User) -> None:
    action = factories.action(factories.strategy("Vattenstrategin"), "Mäta utsläpp")
    fields: dict[str, Any] = {"title": "Mätningen klar", "date": "2024-06", "of": "Mäta utsläpp"}
    taken_and_back(read(found("milestone", "mäta utsläpp", **fields), text=TEXT), "milestone", alva)
    (date,) = action.dates.all()
    assert (date.kind, date.date, date.note_sv, date.passages.get().quote) == (
        "expected", "2024-06", "Mätningen klar", "mäta utsläpp",
    )  # fmt: skip


def test_a_milestone_of_nothing_is_a_note(read: Read, alva: User) -> None:
    taken_and_back(
        read(found("milestone", "mäta utsläpp", title="Mätningen klar", date="2024"), text=TEXT), "milestone", alva
    )
    assert Passage.objects.get().note_sv == "Milstolpe: 2024 Mätningen klar"


def test_a_film_is_a_document_without_a_file(read: Read, alva: User) -> None:
    reading = read(found("media", "Rena stränder", title="Filmen om stranden", media_type="film"), text=TEXT)
    taken_and_back(reading, "media", alva)
    film = Document.objects.get(kind="film")
    assert (film.title, film.file_name, film.passages.count()) == ("Filmen om stranden", "", 0)
    (passage,) = reading.document.passages.all()
    assert passage.note_sv == "Nämner ”Filmen om stranden”"


def test_a_known_film_is_not_doubled(read: Read, alva: User) -> None:
    factories.document("Filmen om stranden", kind="film")
    reading = read(found("media", "Rena stränder", title="Filmen om stranden"), text=TEXT)
    accept(suggestion=one(reading, "media"), version=1, by=alva)
    assert Document.objects.filter(kind="film").count() == 1


def test_a_decision_stands_at_its_meeting_and_its_point(read: Read, alva: User) -> None:
    reading = read(*MINUTES[:3], said_in_minutes("decision", "berättade om ålgräset", title="Ålgräset ska mätas"))
    number = next(each.pk for each in Suggestion.objects.filter(kind="agenda_item") if each.current["number"] == "2")
    accept(suggestion=Suggestion.objects.get(pk=number), version=1, by=alva)
    taken_and_back(reading, "decision", alva)
    decision = Decision.objects.get()
    assert (decision.meeting, str(decision.item), decision.text_sv) == (
        Meeting.objects.get(), "2 Läget i strategin", "Ålgräset ska mätas",
    )  # fmt: skip
    assert decision.passages.get().quote == "berättade om ålgräset"


def test_the_purpose_is_a_line_of_the_meetings_summary(read: Read, alva: User) -> None:
    reading = read(MINUTES[0], said_in_minutes("meeting_goal", "berättade om ålgräset", title="Följa upp ålgräset"))
    accept(suggestion=one(reading, "meeting"), version=1, by=alva)
    taken_and_back(reading, "meeting_goal", alva)
    assert Meeting.objects.get().summary_sv == "Syfte: Följa upp ålgräset"


def test_who_works_with_whom_is_a_source_for_both(read: Read, alva: User) -> None:
    factories.organisation("Havsmyndigheten")
    fields: dict[str, Any] = {"from_": "Havsmyndigheten", "to": ["Region Kusten"]}
    reading = read(found("relation", "tillsammans med Region Kusten", **fields), text=TEXT)
    taken_and_back(reading, "relation", alva)
    (passage,) = Passage.objects.exclude(note_sv="")
    assert passage.note_sv == "Samarbete: Havsmyndigheten – Region Kusten"
    assert sorted(each.name for each in passage.organisations.all()) == ["Havsmyndigheten", "Region Kusten"]


def test_an_organisations_own_goal_is_a_source_for_it(read: Read, alva: User) -> None:
    reading = read(found("organisation_goal", "Rena stränder", title="Halvera", owner="Region Kusten"), text=TEXT)
    taken_and_back(reading, "organisation_goal", alva)
    notes = Organisation.objects.get().passages.exclude(note_sv="")
    assert [each.note_sv for each in notes] == ["Organisationens mål: Halvera"]


def test_a_kind_nobody_knows_is_kept_as_a_note(read: Read, alva: User) -> None:
    reading = read(found("horoscope", "Rena stränder", title="Sol i morgon"), text=TEXT)
    taken_and_back(reading, "horoscope", alva)
    assert Passage.objects.get().note_sv == "Anmärkning: Sol i morgon"


def test_two_dates_in_the_document_are_a_question(read: Read, alva: User) -> None:
    notes = [{"code": "conflicting_date", "other": "2023-03-21"}]
    reading = read({**MINUTES[0], "notes": notes, "confidence": 0.95})
    with pytest.raises(ValidationError) as wrong:
        accept(suggestion=one(reading, "meeting"), version=1, by=alva)
    assert set(wrong.value.message_dict) == {"date"}
    taken_and_back(reading, "meeting", alva, date="2023-03-21")
    assert Meeting.objects.get().starts_on == "2023-03-21"


def test_the_other_date_is_not_another_meeting(read: Read, alva: User) -> None:
    second = said_in_minutes("meeting", "14 mars 2023", title="Möte med samverkansgruppen", date="2023-03-21")
    reading = read(MINUTES[0], second)
    first, other = Suggestion.objects.filter(reading=reading).order_by("position")
    accept(suggestion=first, version=1, by=alva)
    accept(suggestion=other, version=1, by=alva)
    assert Meeting.objects.count() == 1


def test_an_office_before_a_name_is_no_part_of_it(read: Read) -> None:
    for said in ("Ordföranden Gunvor Ek", "Vice ordförande Gunvor Ek", "professor Gunvor Ek", "Gunvor Ek"):
        reading = read({**MINUTES[6], "fields": {"person": said}}, title=said)
        assert one(reading, "participant").current["person"] == "Gunvor Ek"


def test_the_readers_codes_become_those_one_can_choose_among(read: Read) -> None:
    reading = read({**MINUTES[0], "fields": {**MINUTES[0]["fields"], "form": "digital"}})
    assert one(reading, "meeting").current["form"] == "remote"


def test_a_new_body_gets_a_capital_letter(read: Read, alva: User) -> None:
    reading = read(found("body", "Gruppen för mätning", name="arbetsgruppen för mätning"), text=TEXT)
    accept(suggestion=one(reading, "body"), version=1, by=alva)
    assert [str(each) for each in Body.objects.all()] == ["Arbetsgruppen för mätning"]


def test_somebody_who_answers_is_not_taken_for_an_organisation(read: Read, alva: User) -> None:
    factories.strategy("Vattenstrategin")
    home = factories.organisation("Havsmyndigheten")
    create_engagement(values={"person": factories.person("Siv Östbergh"), "organisation": home}, by=alva)
    action = found("action", "mäta utsläpp", title="mäta utsläpp", responsible=["Siv Östbergh"])
    reading = read(action, text=TEXT)
    taken_and_back(reading, "action", alva, **{"responsible.0": home.slug})
    made = Action.objects.get()
    assert (made.title_sv, [each.organisation for each in made.assignments.all()]) == ("Mäta utsläpp", [home])
    assert [each.name for each in Organisation.objects.all()] == ["Havsmyndigheten"]
    assert home.other_names.count() == 0


def test_the_next_meeting_does_not_inherit_the_day_in_a_name(read: Read, alva: User) -> None:
    named = {**MINUTES[0], "fields": {**MINUTES[0]["fields"], "title": "Möte den 14 mars 2023"}}
    reading = read(named, MINUTES[5])
    accept(suggestion=one(reading, "next_meeting"), version=1, by=alva)
    assert Meeting.objects.get(starts_on="2023-05-09").title_sv == "Möte med Samverkansgruppen för vattenvård"
