"""Minutes that are read in keep what ties them together: questions to points, people and meetings to organisations."""

from __future__ import annotations

from typing import Any

import pytest

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Engagement, Organisation
from kraftsamla.core.errors import Refused
from kraftsamla.library.operations import change_document
from kraftsamla.meetings.models import AgendaItem, Meeting, Presentation
from kraftsamla.meetings.operations import ask_no_more_at
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.operations import accept, accept_certain, reject, undo, undo_step
from kraftsamla.strategy.models import Question
from tests import factories
from tests.reading.conftest import MINUTES, Read, found, the
from tests.reading.test_deciding import everything

FIRST = found("question", "Gunvor Ek hälsade välkommen", title="Varför är vi här?")
SECOND = found("question", "Ledamöterna ombads", title="Hur mår ålgräset?")
BEFORE = found("question", "Möte med samverkansgruppen", title="Vad ska vi tala om?")


def take(reading: Reading, kind: str, by: User, choices: dict[str, str] | None = None, **fields: Any) -> Suggestion:
    suggestion = the(reading, kind, **fields)
    accept(suggestion=suggestion, version=suggestion.version, by=by, choices=choices)
    return the(reading, kind, **fields)


def asked() -> dict[str, list[str]]:
    return {item.number: [str(each) for each in item.questions.order_by("pk")] for item in AgendaItem.objects.all()}


def test_questions_are_tied_to_the_points_they_stand_under_and_undone_with_the_rest(read: Read, alva: User) -> None:
    reading = read(*MINUTES, FIRST, SECOND, BEFORE)
    before = everything()
    accept_certain(reading=reading, by=alva)
    assert asked() == {"1": ["Varför är vi här?"], "2": ["Hur mår ålgräset?"]}
    assert Question.objects.count() == 3
    undo_step(reading=reading, by=alva)
    assert everything() == before


def test_undoing_a_question_takes_it_from_its_point_only(read: Read, alva: User) -> None:
    reading = read(*MINUTES, FIRST)
    take(reading, "agenda_item", alva, number="1")
    before = everything()
    question = take(reading, "question", alva)
    assert asked() == {"1": ["Varför är vi här?"]}
    undo(suggestion=question, version=question.version, by=alva)
    assert everything() == before
    assert asked() == {"1": []}


def test_a_question_accepted_before_its_point_is_tied_when_the_point_comes(read: Read, alva: User) -> None:
    reading = read(*MINUTES, SECOND)
    take(reading, "agenda_item", alva, number="1")
    take(reading, "question", alva)
    assert asked() == {"1": []}  # it stands under the second point, that still waits
    before = everything()
    point = take(reading, "agenda_item", alva, number="2")
    assert asked() == {"1": [], "2": ["Hur mår ålgräset?"]}
    undo(suggestion=point, version=point.version, by=alva)
    assert everything() == before


def test_a_point_that_was_rejected_hides_nothing(read: Read, alva: User) -> None:
    reading = read(*MINUTES, SECOND)
    take(reading, "agenda_item", alva, number="1")
    reject(suggestion=the(reading, "agenda_item", number="2"), version=1, by=alva)
    take(reading, "question", alva)
    assert asked() == {"1": ["Hur mår ålgräset?"]}


def test_a_known_question_is_tied_too_and_stays_when_that_is_undone(read: Read, alva: User) -> None:
    known = factories.question("Hur mår ålgräset?")
    reading = read(*MINUTES, SECOND)
    take(reading, "agenda_item", alva, number="2")
    question = take(reading, "question", alva)
    assert asked() == {"2": ["Hur mår ålgräset?"]}
    undo(suggestion=question, version=question.version, by=alva)
    assert asked() == {"2": []}
    assert list(Question.objects.all()) == [known]


def test_a_question_of_a_document_without_a_meeting_is_only_a_question(read: Read, alva: User) -> None:
    reading = read(FIRST)
    assert [each["did"] for each in take(reading, "question", alva).effects] == ["created", "quoted"]
    assert AgendaItem.objects.count() == 0


def test_a_question_that_a_group_has_answered_is_not_taken_from_its_point(read: Read, alva: User) -> None:
    reading = read(*MINUTES, FIRST)
    take(reading, "agenda_item", alva, number="1")
    question = take(reading, "question", alva)
    item = AgendaItem.objects.get()
    from kraftsamla.meetings.models import Discussion, Summary

    discussion = Discussion.objects.create(item=item)
    Summary.objects.create(discussion=discussion, question=Question.objects.get())
    with pytest.raises(Refused):
        undo(suggestion=question, version=question.version, by=alva)
    with pytest.raises(Refused):
        ask_no_more_at(item=item, question=Question.objects.get(), by=alva)
    assert asked() == {"1": ["Varför är vi här?"]}


def presenter(**fields: Any) -> dict[str, Any]:
    return found(
        "presenter", "berättade om ålgräset", person="Per Lind", topic="Ålgräset", agenda_item="2", **fields
    )  # fmt: skip


def without_presenter() -> list[dict[str, Any]]:
    return [each for each in MINUTES if each["kind"] != "presenter"]


def test_a_presenter_comes_from_where_the_list_of_participants_says(read: Read, alva: User) -> None:
    reading = read(*without_presenter(), presenter(role="ledamot"))
    before = everything()
    taken = take(reading, "presenter", alva)
    (engagement,) = Engagement.objects.all()
    assert str(Presentation.objects.get().organisation) == "Havsmyndigheten"
    # "ledamot" is said of the meeting's body, not of the agency.
    assert (str(engagement.organisation), engagement.title_sv) == ("Havsmyndigheten", "")
    for each in (taken, the(reading, "agenda_item", number="2"), the(reading, "meeting")):
        undo(suggestion=each, version=each.version, by=alva)
    assert everything() == before


def test_what_the_list_says_can_be_declined(read: Read, alva: User) -> None:
    reading = read(*without_presenter(), presenter())
    take(reading, "presenter", alva, choices={"organisation": "none"})
    assert Presentation.objects.get().organisation is None
    assert Organisation.objects.count() == 0


def test_a_rejected_line_of_the_list_says_nothing(read: Read, alva: User) -> None:
    reading = read(*without_presenter(), presenter())
    reject(suggestion=the(reading, "participant", person="Per Lind"), version=1, by=alva)
    take(reading, "presenter", alva)
    assert Presentation.objects.get().organisation is None


@pytest.mark.parametrize(
    ("said", "kind"), [("Kustlyftet", "other"), ("Region Kusten", "region"), ("Kust Invest", "investor")]
)
def test_a_presenters_organisation_is_kept_also_when_its_name_says_no_kind(
    read: Read, alva: User, said: str, kind: str
) -> None:
    reading = read(*without_presenter(), presenter(organisation=said))
    take(reading, "presenter", alva)
    organisation = Presentation.objects.get().organisation
    assert organisation is not None
    assert (organisation.name, organisation.kind) == (said, kind)


def minutes_by(read: Read, **fields: Any) -> Reading:
    meeting = {**MINUTES[0], "fields": {**MINUTES[0]["fields"], **fields}}
    return read(meeting, *MINUTES[1:])


def organisers() -> list[str]:
    return [each.name for each in Meeting.objects.get().organisers.all()]


def test_a_meeting_keeps_its_organiser_also_when_the_name_says_no_kind(read: Read, alva: User) -> None:
    reading = minutes_by(read, organiser="Vattenkontoret")
    before = everything()
    meeting = take(reading, "meeting", alva)
    assert organisers() == ["Vattenkontoret"]
    undo(suggestion=meeting, version=meeting.version, by=alva)
    assert everything() == before


def published_by(reading: Reading, name: str, by: User) -> None:
    values = {"publisher": factories.organisation(name)}
    change_document(document=reading.document, values=values, version=reading.document.version, by=by)


def test_who_gave_out_the_minutes_arranged_the_meeting_unless_they_say_otherwise(read: Read, alva: User) -> None:
    reading = minutes_by(read)
    published_by(reading, "Havsmyndigheten", alva)
    take(reading, "meeting", alva)
    assert organisers() == ["Havsmyndigheten"]


def test_an_organiser_that_the_minutes_name_stands_before_the_publisher(read: Read, alva: User) -> None:
    reading = minutes_by(read, organiser="Vattenkontoret")
    published_by(reading, "Havsmyndigheten", alva)
    take(reading, "meeting", alva)
    assert organisers() == ["Vattenkontoret"]


def test_the_publisher_can_be_declined_as_organiser(read: Read, alva: User) -> None:
    reading = minutes_by(read)
    published_by(reading, "Havsmyndigheten", alva)
    take(reading, "meeting", alva, choices={"organiser": "none"})
    assert organisers() == []
