"""From suggestions to records, and back."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Engagement, Organisation, Person, Spelling
from kraftsamla.core.errors import NotAllowed, Refused, Stale
from kraftsamla.followup.models import FollowUp
from kraftsamla.library.models import Passage
from kraftsamla.meetings.models import AgendaItem, Attendance, Meeting, Presentation
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.operations import accept, accept_certain, edit, reject, undo, undo_step
from tests import factories
from tests.reading.conftest import the

LOG = {"audit.entry"}


def everything() -> dict[str, int]:
    """How many rows there are of each sort, the log left out."""
    models = [each for each in apps.get_models(include_auto_created=True) if each.__module__.startswith("kraftsamla")]
    return {each._meta.label_lower: each._base_manager.count() for each in models if each._meta.label_lower not in LOG}


def test_an_accepted_meeting_is_a_record_that_quotes_its_passage(minutes: Reading, alva: User) -> None:
    accept(suggestion=the(minutes, "meeting"), version=1, by=alva)

    meeting = Meeting.objects.get()
    assert (meeting.title_sv, meeting.starts_on, meeting.form) == ("Möte med samverkansgruppen", "2023-03-14", "hybrid")
    assert (str(meeting.body), str(meeting.chair)) == ("Samverkansgruppen för vattenvård", "Gunvor Ek")
    assert meeting.minutes == minutes.document
    assert [p.quote for p in meeting.passages.all()] == ["Möte med samverkansgruppen för vattenvård, 14 mars 2023"]
    suggestion = the(minutes, "meeting")
    assert (suggestion.state, suggestion.decided_by, suggestion.version) == ("accepted", alva, 2)


def test_the_first_child_brings_its_meeting_with_it(minutes: Reading, alva: User) -> None:
    accepted = accept(suggestion=the(minutes, "participant", person="Gunvor Ek"), version=1, by=alva)
    assert [each.kind for each in accepted] == ["meeting", "participant"]
    attendance = Attendance.objects.get()
    assert (attendance.meeting, attendance.person) == (Meeting.objects.get(), Person.objects.get(name="Gunvor Ek"))
    assert (attendance.role, attendance.presence) == ("ordförande", "present")


def test_a_presenter_brings_the_point_and_the_meeting(minutes: Reading, alva: User) -> None:
    accepted = accept(
        suggestion=the(minutes, "presenter"), version=1, by=alva, choices={"organisation": "new:agency"}
    )
    assert [each.kind for each in accepted] == ["meeting", "agenda_item", "presenter"]
    presentation = Presentation.objects.get()
    assert (presentation.item.number, presentation.person.name) == ("2", "Per Lind")
    assert presentation.organisation == Organisation.objects.get(name="Havsmyndigheten", kind="agency")
    assert Engagement.objects.get().seen_on == "2023-03-14"


def test_all_that_are_certain_are_accepted_in_one_go_and_undone_in_one(minutes: Reading, alva: User) -> None:
    before = everything()
    done = accept_certain(reading=minutes, by=alva)
    assert [each.kind for each in done.accepted] == [
        "meeting", "agenda_item", "agenda_item", "presenter", "request", "next_meeting", "participant", "participant",
    ]
    assert done.left == []
    assert FollowUp.objects.get().asked_of == "ledamöterna"
    assert Meeting.objects.get(starts_on="2023-05-09").follows == Meeting.objects.get(starts_on="2023-03-14")
    assert AgendaItem.objects.count() == 2

    undone = undo_step(reading=minutes, by=alva)
    assert len(undone) == 8
    assert everything() == before
    assert set(Suggestion.objects.values_list("state", flat=True)) == {"waiting"}


def test_undoing_takes_back_exactly_what_accepting_did(minutes: Reading, alva: User) -> None:
    accept(suggestion=the(minutes, "meeting"), version=1, by=alva)
    before = everything()
    siv = the(minutes, "participant", person="Siv Östbergh")
    accept(suggestion=siv, version=1, by=alva)
    assert everything() != before
    undo(suggestion=siv, version=2, by=alva)
    assert everything() == before
    assert the(minutes, "participant", person="Siv Östbergh").version == 3


def test_what_others_build_on_is_not_torn_away(minutes: Reading, alva: User) -> None:
    accept(suggestion=the(minutes, "participant", person="Gunvor Ek"), version=1, by=alva)
    before = everything()
    with pytest.raises(Refused) as refusal:
        undo(suggestion=the(minutes, "meeting"), version=2, by=alva)
    assert refusal.value.message == (
        "Möte med samverkansgruppen används nu av annat, som har godkänts eller lagts till senare. Ångra det först."
    )
    assert everything() == before


def test_a_record_changed_by_hand_is_not_undone(minutes: Reading, alva: User) -> None:
    from kraftsamla.meetings.operations import change_meeting

    accept(suggestion=the(minutes, "meeting"), version=1, by=alva)
    change_meeting(meeting=Meeting.objects.get(), values={"place": "Luleå"}, version=1, by=alva)
    with pytest.raises(Refused):
        undo(suggestion=the(minutes, "meeting"), version=2, by=alva)
    assert Meeting.objects.get().place == "Luleå"


def test_a_known_person_is_recognised_by_another_spelling(minutes: Reading, alva: User) -> None:
    gunvor = factories.person("Gunvor Eek")
    from kraftsamla.actors.operations import add_spelling

    add_spelling(person=gunvor, name="Gunvor Ek", by=alva)
    accept(suggestion=the(minutes, "meeting"), version=1, by=alva)
    assert Meeting.objects.get().chair == gunvor


def test_a_name_one_letter_off_is_a_question(minutes: Reading, alva: User) -> None:
    siv = factories.person("Siv Östberg")
    suggestion = the(minutes, "participant", person="Siv Östbergh")
    with pytest.raises(ValidationError) as wrong:
        accept(suggestion=suggestion, version=1, by=alva)
    assert wrong.value.message_dict == {"person": ["Välj ett alternativ."]}
    assert Attendance.objects.count() == 0
    accept(suggestion=suggestion, version=1, by=alva, choices={"person": "siv-ostberg"})
    assert Attendance.objects.get().person == siv
    assert [each.name for each in Spelling.objects.all()] == ["Siv Östbergh"]


def test_a_name_one_letter_off_may_be_somebody_else(minutes: Reading, alva: User) -> None:
    siv = factories.person("Siv Östberg")
    suggestion = the(minutes, "participant", person="Siv Östbergh")
    accept(suggestion=suggestion, version=1, by=alva, choices={"person": "new"})
    person = Attendance.objects.get().person
    assert (str(person), person == siv) == ("Siv Östbergh", False)


def test_a_rejected_suggestion_leaves_no_trace_and_can_be_taken_up_again(minutes: Reading, alva: User) -> None:
    before = everything()
    rejected = reject(suggestion=the(minutes, "request"), version=1, by=alva)
    assert (rejected.state, rejected.version) == ("rejected", 2)
    assert everything() == before
    assert undo(suggestion=rejected, version=2, by=alva).state == "waiting"


def test_an_edited_suggestion_becomes_what_the_person_wrote(minutes: Reading, alva: User) -> None:
    edited = edit(suggestion=the(minutes, "request"), fields={"title": "Lämna tre exempel"}, version=1, by=alva)
    accept(suggestion=edited, version=2, by=alva)
    assert FollowUp.objects.get().what_sv == "Lämna tre exempel"
    kept = the(minutes, "request")
    assert (kept.fields["title"], kept.current["title"]) == ("Lämna två exempel", "Lämna tre exempel")


def test_the_second_of_two_people_is_told_and_nothing_is_overwritten(minutes: Reading, alva: User, db: None) -> None:
    suggestion = the(minutes, "request")
    accept(suggestion=suggestion, version=1, by=alva)
    for deed in (accept, reject):
        with pytest.raises(Stale) as refusal:
            deed(suggestion=suggestion, version=1, by=alva)
        assert refusal.value.message.startswith("Alva har redan godkänt förslaget (kl. ")
        assert refusal.value.version == 2
    assert FollowUp.objects.count() == 1


def test_a_kind_without_a_record_is_kept_as_a_note_at_its_passage(minutes: Reading, alva: User) -> None:
    before = everything()
    accept(suggestion=the(minutes, "metric"), version=1, by=alva)
    passage = Passage.objects.get()
    assert (passage.quote, passage.note_sv) == ("två exempel", "Siffra: 2 exempel")
    undo(suggestion=the(minutes, "metric"), version=2, by=alva)
    assert everything() == before


def test_a_member_may_not_decide(minutes: Reading, bo: User) -> None:
    suggestion = the(minutes, "request")
    for deed in (accept, reject, undo):
        with pytest.raises(NotAllowed):
            deed(suggestion=suggestion, version=1, by=bo)
    with pytest.raises(NotAllowed):
        edit(suggestion=suggestion, fields={}, version=1, by=bo)
    with pytest.raises(NotAllowed):
        accept_certain(reading=minutes, by=bo)
    assert Passage.objects.count() == 0
