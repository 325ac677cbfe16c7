from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Organisation, Person
from kraftsamla.actors.operations import (
    add_other_name,
    change_organisation,
    create_engagement,
    create_organisation,
    end_organisation,
    issue_link,
    merge_organisations,
    merge_people,
    withdraw_organisation,
    withdraw_person,
)
from kraftsamla.audit.models import Entry
from kraftsamla.bodies.models import Nomination, Seat
from kraftsamla.bodies.operations import appoint
from kraftsamla.core.errors import NotAllowed, Refused
from kraftsamla.followup.operations import hand_over_followup
from kraftsamla.library.operations import add_evidence, cite
from kraftsamla.meetings.models import Invitation
from kraftsamla.meetings.operations import record_attendance
from kraftsamla.strategy.choices import OFFER_LINK
from kraftsamla.strategy.operations import add_money, assign, claim_result, report_status
from tests import factories


def test_a_member_may_not_add_an_organisation(bo: User) -> None:
    with pytest.raises(NotAllowed):
        create_organisation(values={"name": "X", "sector": "public", "kind": "agency"}, by=bo)
    assert not Organisation.objects.exists()


def test_an_organisation_is_found_by_any_of_its_names_whatever_the_case(alva: User) -> None:
    organisation = factories.organisation("Västra Götalandsregionen", by=alva)
    add_other_name(organisation=organisation, name="VGR", kind="abbreviation", by=alva)
    for words in ("västra", "VÄSTRA GÖTALAND", "vgr"):
        assert list(Organisation.objects.named_like(words)) == [organisation]
    assert list(Organisation.objects.named_like("vastra")) == []


def test_ending_an_organisation_keeps_it_with_its_successor(alva: User) -> None:
    old, new = factories.organisation("SKL", by=alva), factories.organisation("SKR", by=alva)
    end_organisation(organisation=old, on="2019", ending="merged", successor=new, version=1, by=alva)
    old.refresh_from_db()
    assert (old.valid_to, old.ending, old.successor) == ("2019", "merged", new)


def test_ending_without_a_date_says_which_field(alva: User) -> None:
    with pytest.raises(ValidationError) as caught:
        end_organisation(organisation=factories.organisation(by=alva), on="", ending="dissolved", version=1, by=alva)
    assert list(caught.value.message_dict) == ["valid_to"]


def test_an_organisation_cannot_be_part_of_its_own_part(alva: User) -> None:
    top = factories.organisation("Topp", by=alva)
    part = factories.organisation("Del", by=alva, parent=top)
    with pytest.raises(ValidationError) as caught:
        change_organisation(organisation=top, values={"parent": part}, version=1, by=alva)
    assert list(caught.value.message_dict) == ["parent"]


def test_merging_moves_everything_said_about_the_one_that_goes(alva: User) -> None:
    kept, gone = factories.organisation("Vinnova", by=alva), factories.organisation("Verket Vinnova", by=alva)
    strategy = factories.strategy(owner=gone)
    action = factories.action(strategy)
    document = factories.document(publisher=gone)
    person, body = factories.person(), factories.body(host=gone)
    meeting = factories.meeting(organisers=[gone], partners=[gone])
    Seat.objects.create(body=body, label_sv="Myndigheterna", nominated_by=gone)
    Nomination.objects.create(seat=body.seats.get(), name="Gun", nominated_by=gone, received_on="2021")
    Invitation.objects.create(meeting=meeting, organisation=gone, name="Gun")
    assign(action=action, organisation=gone, role="responsible", by=alva)
    add_money(action=action, values={"amount": 5, "funder": gone}, by=alva)
    report_status(action=action, values={"on": "2021", "progress": "done", "on_behalf_of": gone}, by=alva)
    create_engagement(values={"person": person, "organisation": gone}, by=alva)
    appoint(values={"body": body, "person": person, "on_behalf_of": gone}, by=alva)
    record_attendance(meeting=meeting, values={"person": person, "organisation": gone}, by=alva)
    add_evidence(to=gone, passage=cite(document=document, by=alva), by=alva)
    point = factories.followup(owner=gone, verifier=gone)
    hand_over_followup(followup=point, to=kept, reason="Er fråga", version=point.version, by=alva)
    issue_link(purpose=OFFER_LINK, subject=action, organisation=gone, name="Elsa", by=alva)
    factories.representative(alva, gone)
    result = {"what_sv": "Hubben är i drift", "on": "2021", "evidence": "Invigningen"}
    claim_result(action=action, values=result, voice=factories.recorded(gone), by=alva)

    merge_organisations(kept=kept, gone=gone, by=alva)

    gone.refresh_from_db()
    assert (gone.ending, gone.successor) == ("duplicate", kept)
    names = [str(relation.get_accessor_name()) for relation in Organisation._meta.related_objects]
    names.remove("predecessors")
    left = {name: getattr(gone, name).count() for name in names}
    moved = {name: getattr(kept, name).count() for name in names}
    assert left == dict.fromkeys(left, 0)
    assert moved == {
        "parts": 0, "other_names": 1, "engagements": 1, "documents": 1, "passages": 1, "bodies": 1, "appointments": 1,
        "strategies": 1, "assignments": 1, "funding": 1, "status_updates": 1, "followups": 1, "meetings": 1,
        "presentations": 0, "attendance": 1, "links": 1, "representations": 1, "claimed_results": 1, "verdicts": 0,
        "answers": 0, "contacts": 0, "rounds": 0, "followups_to_verify": 1, "followup_steps": 1,
        "seats_to_nominate": 1, "nominations": 1, "invitations": 1, "meetings_partnered": 1,
    }  # fmt: skip
    assert [name.name for name in kept.other_names.all()] == ["Verket Vinnova"]


def test_merging_keeps_one_part_where_both_had_the_same(alva: User) -> None:
    kept, gone = factories.organisation("A", by=alva), factories.organisation("B", by=alva)
    action = factories.action(factories.strategy())
    for organisation in (kept, gone):
        assign(action=action, organisation=organisation, role="partner", by=alva)
    merge_organisations(kept=kept, gone=gone, by=alva)
    assert [assignment.organisation for assignment in action.assignments.all()] == [kept]


def test_merging_with_itself_is_refused(alva: User) -> None:
    organisation = factories.organisation(by=alva)
    with pytest.raises(Refused):
        merge_organisations(kept=organisation, gone=organisation, by=alva)


def test_merging_people_keeps_the_other_spelling_and_one_line_of_attendance(alva: User) -> None:
    kept, gone = factories.person("Eva Ek", by=alva), factories.person("Eva Eck", by=alva)
    meeting = factories.meeting(chair=gone)
    for person in (kept, gone):
        record_attendance(meeting=meeting, values={"person": person}, by=alva)
    merge_people(kept=kept, gone=gone, by=alva)
    meeting.refresh_from_db()
    assert [row.person for row in meeting.attendance.all()] == [kept]
    assert meeting.chair == kept
    assert [spelling.name for spelling in kept.spellings.all()] == ["Eva Eck"]
    assert list(Person.objects.current()) == [kept]


def test_a_mistake_can_be_withdrawn_and_the_log_keeps_what_it_said(alva: User) -> None:
    person = factories.person("Fel Person", by=alva)
    withdraw_person(person=person, by=alva)
    entry = Entry.objects.get(event="person.withdrawn")
    assert not Person.objects.exists()
    assert (entry.subject_name, entry.changes["name"]) == ("Fel Person", ["Fel Person", None])


def test_what_others_build_on_cannot_be_withdrawn(alva: User) -> None:
    organisation = factories.organisation(by=alva)
    assign(action=factories.action(factories.strategy()), organisation=organisation, role="host", by=alva)
    with pytest.raises(Refused, match="används \\(åtagande\\)"):
        withdraw_organisation(organisation=organisation, by=alva)
    assert Organisation.objects.filter(pk=organisation.pk).exists()
    assert not Entry.objects.filter(event="organisation.withdrawn").exists()
