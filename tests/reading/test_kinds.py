"""What each kind of suggestion becomes."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Engagement, Organisation, OtherName, Person
from kraftsamla.bodies.models import Appointment, Body
from kraftsamla.core.errors import Refused
from kraftsamla.followup.models import FollowUp
from kraftsamla.library.models import Document
from kraftsamla.library.operations import change_document
from kraftsamla.meetings.models import Meeting
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.operations import accept, accept_certain, undo
from kraftsamla.strategy.models import Action, Area, Objective, Question, Strategy
from tests import factories
from tests.reading.conftest import Read
from tests.reading.test_deciding import everything

TEXT = """Vattenstrategin

3 Rena stränder

3.1 Färre utsläpp vid kusten

Uppdrag att mäta utsläpp (12 april 2023)
Havsmyndigheten ska tillsammans med Region Kusten mäta utsläpp.

Strandmötet hålls i Luleå den 3 juni 2023.
Hur får vi fler att mäta?
Gruppen för mätning leds av Siv Östbergh, statistiker vid Havsmyndigheten.
Avtal med Åland om rena stränder.
"""


def found(kind: str, words: str, *, confidence: float = 0.95, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    evidence = [[start, start + len(words)]]
    return {"kind": kind, "fields": fields, "evidence": evidence, "confidence": confidence, "notes": []}


STRATEGY = found("strategy", "Vattenstrategin", title="Vattenstrategin", objectives_count=12)
AREA = found("area", "3 Rena stränder", number="3", title="Rena stränder")
OBJECTIVE = found("objective", "3.1 Färre utsläpp vid kusten", number="3.1", title="Färre utsläpp vid kusten", area="3")
ACTION = found(
    "action", "Uppdrag att mäta utsläpp (12 april 2023)", title="Uppdrag att mäta utsläpp",
    responsible=["Havsmyndigheten"], partners=["Region Kusten"], date="2023-04-12", date_kind="published",
    objective="3.1",
)  # fmt: skip


def one(reading: Reading, kind: str) -> Suggestion:
    return Suggestion.objects.get(reading=reading, kind=kind)


def accepted(reading: Reading, kind: str, by: User, **choices: str) -> list[str]:
    suggestion = one(reading, kind)
    done = accept(suggestion=suggestion, version=suggestion.version, by=by, choices=choices)
    return [each.kind for each in done]


def test_an_action_brings_strategy_area_and_objective(read: Read, alva: User) -> None:
    before = everything()
    reading = read(STRATEGY, AREA, OBJECTIVE, ACTION, text=TEXT)
    stored = everything()
    assert accepted(reading, "action", alva) == ["strategy", "area", "objective", "action"]
    action = Action.objects.get()
    assert (action.title_sv, action.kind, action.strategy.title_sv) == (
        "Uppdrag att mäta utsläpp", "assignment", "Vattenstrategin",
    )  # fmt: skip
    assert [each.number for each in action.objectives.all()] == ["3.1"]
    assert Strategy.objects.get().objectives_announced == 12
    assert [(a.organisation.name, a.role, a.state) for a in action.assignments.order_by("role", "pk")] == [
        ("Region Kusten", "partner", "named"), ("Havsmyndigheten", "responsible", "named"),
    ]  # fmt: skip
    assert [(d.kind, d.date) for d in action.dates.all()] == [("published", "2023-04-12")]
    quoting: tuple[Any, ...] = (
        action, action.dates.get(), *action.assignments.all(), Objective.objects.get(), Area.objects.get(),
    )  # fmt: skip
    for record in quoting:
        assert record.passages.count() == 1
    for kind in ("action", "objective", "area", "strategy"):
        suggestion = one(reading, kind)
        undo(suggestion=suggestion, version=suggestion.version, by=alva)
    assert everything() == stored
    assert stored != before


def test_an_unknown_organisation_is_added_only_when_its_kind_is_known_or_chosen(read: Read, alva: User) -> None:
    unknown = {**ACTION, "fields": {**ACTION["fields"], "responsible": ["Sjölyckan", "Vågen"]}}
    reading = read(STRATEGY, AREA, OBJECTIVE, unknown, text=TEXT)
    accepted(reading, "action", alva, **{"responsible.0": "new:company"})
    assert [(each.name, each.kind, each.sector) for each in Organisation.objects.order_by("sort_key")] == [
        ("Region Kusten", "region", "public"), ("Sjölyckan", "company", "private"),
    ]  # fmt: skip


def test_a_known_objective_gets_only_one_more_source(read: Read, alva: User) -> None:
    strategy = factories.strategy("Vattenstrategin")
    objective = factories.objective(factories.area(strategy, "3"), "3.1", title="Mindre utsläpp")
    reading = read(OBJECTIVE, text=TEXT)
    assert accepted(reading, "objective", alva) == ["objective"]
    assert Objective.objects.get() == objective
    assert str(objective.wording_at(None)) == "Mindre utsläpp"
    assert [each.quote for each in objective.passages.all()] == ["3.1 Färre utsläpp vid kusten"]


def test_an_objective_without_its_area_is_refused_with_what_to_do(read: Read, alva: User) -> None:
    factories.strategy("Vattenstrategin")
    reading = read(OBJECTIVE, text=TEXT)
    with pytest.raises(Refused) as refusal:
        accepted(reading, "objective", alva)
    assert refusal.value.message == "Mål 3.1 hör till område 3, som inte finns. Lägg till området först."


def test_an_action_much_like_a_known_one_is_a_question(read: Read, alva: User) -> None:
    strategy = factories.strategy("Vattenstrategin")
    known = factories.action(strategy, "Uppdrag att mäta utsläpp vid kusten")
    reading = read(ACTION, text=TEXT)
    with pytest.raises(ValidationError) as wrong:
        accepted(reading, "action", alva)
    assert set(wrong.value.message_dict) == {"action", "objective"}
    accepted(reading, "action", alva, action=known.slug, objective="none")
    assert Action.objects.get() == known
    assert known.assignments.count() == 2


def test_a_date_whose_meaning_is_not_said_is_asked(read: Read, alva: User) -> None:
    factories.strategy("Vattenstrategin")
    said = found("action", "Uppdrag att mäta", title="Mäta utsläpp", date="2023-04-12", date_kind="stated")
    reading = read(said, text=TEXT)
    with pytest.raises(ValidationError) as wrong:
        accepted(reading, "action", alva)
    assert set(wrong.value.message_dict) == {"date_kind"}
    accepted(reading, "action", alva, date_kind="decided")
    assert [(d.kind, d.date) for d in Action.objects.get().dates.all()] == [("decided", "2023-04-12")]


def test_an_event_becomes_a_meeting_and_the_same_again_a_source(read: Read, alva: User) -> None:
    event = found(
        "event", "Strandmötet hålls i Luleå", title="Strandkonferensen", date="2023-06-03", place="Luleå",
        organisers=["Region Kusten"],
    )  # fmt: skip
    accepted(read(event, text=TEXT), "event", alva)
    meeting = Meeting.objects.get()
    assert (meeting.kind, meeting.place, [o.name for o in meeting.organisers.all()]) == (
        "conference", "Luleå", ["Region Kusten"],
    )  # fmt: skip
    accepted(read(event, text=TEXT, title="En annan sida"), "event", alva)
    assert Meeting.objects.get().passages.count() == 2


def test_the_same_event_on_another_day_is_a_question(read: Read, alva: User) -> None:
    factories.meeting("Strandmötet i Luleå", starts_on="2023-06-10")
    event = found("event", "Strandmötet", title="Strandmötet i Luleå", date="2023-06-03")
    with pytest.raises(ValidationError) as wrong:
        accepted(read(event, text=TEXT), "event", alva)
    assert set(wrong.value.message_dict) == {"event"}


def test_questions_requests_and_proposals(read: Read, alva: User) -> None:
    reading = read(
        found("question", "Hur får vi fler att mäta?", title="Hur får vi fler att mäta?", number="2"),
        found("proposal", "mäta utsläpp", title="Mät oftare", by="Siv Östbergh"),
        text=TEXT,
    )
    accepted(reading, "question", alva)
    accepted(reading, "proposal", alva)
    assert [(each.number, each.wording_sv) for each in Question.objects.all()] == [("2", "Hur får vi fler att mäta?")]
    assert [(each.what_sv, each.asked_by) for each in FollowUp.objects.all()] == [("Mät oftare", "Siv Östbergh")]


def test_a_body_a_member_and_a_person(read: Read, alva: User) -> None:
    reading = read(
        found("body", "Gruppen för mätning", name="Gruppen för mätning"),
        found("member", "Siv Östbergh", person="Siv Östbergh", organisation="Havsmyndigheten", role="ordförande"),
        found("person", "Siv Östbergh", person="Siv Östbergh", organisation="Havsmyndigheten", role="statistiker"),
        text=TEXT,
    )
    with pytest.raises(ValidationError) as wrong:
        accepted(reading, "body", alva)
    assert set(wrong.value.message_dict) == {"body"}
    accepted(reading, "body", alva, body="new:working_group")
    accepted(reading, "member", alva, body=Body.objects.get().slug, organisation="new:agency")
    accepted(reading, "person", alva)
    appointment = Appointment.objects.get()
    assert (appointment.role, appointment.person, str(appointment.on_behalf_of)) == (
        "chair", Person.objects.get(), "Havsmyndigheten",
    )  # fmt: skip
    assert [each.title_sv for each in Engagement.objects.order_by("pk")] == [""]


def test_an_organisation_one_letter_off_is_remembered_as_another_spelling(read: Read, alva: User) -> None:
    factories.organisation("Havsmyndigheten")
    reading = read(found("stakeholder", "Havsmyndigheten", organisation="Havsmyndiheten"), text=TEXT)
    with pytest.raises(ValidationError):
        accepted(reading, "stakeholder", alva)
    accepted(reading, "stakeholder", alva, organisation="havsmyndigheten")
    assert [each.name for each in OtherName.objects.all()] == ["Havsmyndiheten"]
    assert Organisation.objects.get().passages.count() == 1


def test_an_agreement_is_an_action_with_its_parties(read: Read, alva: User) -> None:
    factories.strategy("Vattenstrategin")
    agreement = found("agreement", "Avtal med Åland", title="Avtal om rena stränder", parties=["Region Kusten"])
    accepted(read(agreement, text=TEXT), "agreement", alva)
    action = Action.objects.get()
    parties = [each.organisation.name for each in action.assignments.all()]
    assert (action.kind, parties) == ("agreement", ["Region Kusten"])


def test_the_documents_date_is_never_changed_in_silence(read: Read, alva: User) -> None:
    date = found("document_date", "12 april 2023", date="2023-04-12")
    first, second = read(date, text=TEXT), read(date, text=TEXT, title="En annan sida")
    accepted(first, "document_date", alva)
    assert Document.objects.get(pk=first.document.pk).published == "2023-04-12"
    change_document(document=second.document, values={"published": "2022"}, version=1, by=alva)
    with pytest.raises(ValidationError):
        accepted(second, "document_date", alva)
    accepted(second, "document_date", alva, published="keep")
    assert Document.objects.get(pk=second.document.pk).published == "2022"


def test_what_is_certain_but_asks_something_is_left(read: Read, alva: User) -> None:
    factories.organisation("Havsmyndigheten")
    reading = read(
        found("stakeholder", "Havsmyndigheten", organisation="Havsmyndiheten"),
        found("stakeholder", "Region Kusten", organisation="Region Kusten"),
        found("stakeholder", "Siv Östbergh", organisation="Luleå kommun", confidence=0.6),
        text=TEXT,
    )
    done = accept_certain(reading=reading, by=alva)
    assert ([str(each) for each in done.accepted], [str(each) for each in done.left]) == (
        ["Region Kusten"], ["Havsmyndiheten"],
    )  # fmt: skip


def test_next_meeting_without_a_date_waits(read: Read, alva: User) -> None:
    reading = read(
        found("meeting", "Strandmötet", title="Strandmötet", date="2023-06-03"),
        found("next_meeting", "Strandmötet hålls", date=None),
        text=TEXT,
    )
    with pytest.raises(Refused) as refusal:
        accepted(reading, "next_meeting", alva)
    assert refusal.value.message.startswith("Mötet har aviserats utan datum.")
    assert set(Suggestion.objects.values_list("state", flat=True)) == {"waiting"}
