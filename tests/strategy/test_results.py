"""Results: claimed by one, looked into by another; and what a status update can say besides progress."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import link_account
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.operations import merge_organisations
from kraftsamla.actors.rules import Voice, voice_by_link
from kraftsamla.core.errors import NotAllowed, Refused
from kraftsamla.strategy.choices import Finding, Verification
from kraftsamla.strategy.models import Action, Result
from kraftsamla.strategy.operations import (
    add_milestone,
    claim_result,
    correct_result,
    correct_status,
    correct_verdict,
    decline_assignment,
    examine_result,
    issue_offer_link,
    remove_milestone,
    report_no_change,
    report_status,
)
from tests import factories

CLAIM = {"what_sv": "Femtio stationer är i drift", "on": "2026-05", "evidence": "Driftprotokoll 2026:4"}
FOUND = {"finding": "verified", "on": "2026-06", "words": "Besök på plats"}


@pytest.fixture
def agency(db: None) -> Organisation:
    return factories.organisation("Luftmyndigheten")


@pytest.fixture
def office(db: None) -> Organisation:
    return factories.organisation("Kansliet")


@pytest.fixture
def action(agency: Organisation) -> Action:
    action = factories.action(factories.strategy())
    factories.accepted(action, agency)
    return action


@pytest.fixture
def elsas(elsa: User, agency: Organisation) -> Voice:
    return factories.representative(elsa, agency)


@pytest.fixture
def claimed(action: Action, elsas: Voice, elsa: User) -> Result:
    return claim_result(action=action, values=CLAIM, voice=elsas, by=elsa)


def how(result: Result) -> str:
    return Result.objects.get(pk=result.pk).verification


def test_a_claim_is_a_claim_until_somebody_else_has_looked(claimed: Result, office: Organisation, alva: User) -> None:
    assert how(claimed) == Verification.CLAIMED
    examine_result(result=claimed, values=FOUND, voice=factories.recorded(office, name="Alva"), by=alva)
    assert how(claimed) == Verification.VERIFIED


def test_a_claim_says_what_shows_it(action: Action, elsas: Voice, elsa: User) -> None:
    with pytest.raises(ValidationError) as caught:
        claim_result(action=action, values={**CLAIM, "evidence": " "}, voice=elsas, by=elsa)
    assert list(caught.value.message_dict) == ["evidence"]
    address = {**CLAIM, "evidence": "", "evidence_url": "https://exempel.se/protokoll"}
    assert claim_result(action=action, values=address, voice=elsas, by=elsa).evidence_url


def test_nobody_verifies_their_own_claim(claimed: Result, elsa: User, office: Organisation) -> None:
    own = factories.representative(elsa, office)
    with pytest.raises(Refused, match="utanför"):
        examine_result(result=claimed, values=FOUND, voice=own, by=elsa)
    assert how(claimed) == Verification.CLAIMED


def test_a_colleague_at_the_same_organisation_does_not_verify_it(
    claimed: Result, agency: Organisation, bo: User
) -> None:
    colleague = factories.representative(bo, agency)
    with pytest.raises(Refused, match="utanför"):
        examine_result(result=claimed, values=FOUND, voice=colleague, by=bo)


def test_who_wrote_down_a_claim_does_not_verify_it(
    action: Action, agency: Organisation, office: Organisation, alva: User
) -> None:
    result = claim_result(action=action, values=CLAIM, voice=factories.recorded(agency), by=alva)
    with pytest.raises(Refused, match="själv"):
        examine_result(result=result, values=FOUND, voice=factories.recorded(office, name="Någon"), by=alva)


def test_the_same_name_from_another_organisation_is_the_same_person(
    claimed: Result, office: Organisation, alva: User
) -> None:
    with pytest.raises(Refused, match="själv"):
        examine_result(result=claimed, values=FOUND, voice=factories.recorded(office, name="  ELSA "), by=alva)


def test_a_member_without_an_organisation_verifies_nothing(claimed: Result, office: Organisation, bo: User) -> None:
    with pytest.raises(NotAllowed):
        examine_result(result=claimed, values=FOUND, voice=factories.recorded(office), by=bo)


@pytest.mark.parametrize("finding", [Finding.NO_EVIDENCE, Finding.DISPUTED])
def test_what_is_not_verified_says_what_is_lacking(
    claimed: Result, office: Organisation, alva: User, finding: str
) -> None:
    voice = factories.recorded(office)
    with pytest.raises(ValidationError) as caught:
        examine_result(result=claimed, values={"finding": finding, "on": "2026"}, voice=voice, by=alva)
    assert list(caught.value.message_dict) == ["words"]
    values = {"finding": finding, "on": "2026", "words": "Protokollet finns inte"}
    examine_result(result=claimed, values=values, voice=voice, by=alva)
    assert how(claimed) == finding


def test_a_corrected_claim_starts_anew(
    claimed: Result, office: Organisation, elsa: User, elsas: Voice, alva: User
) -> None:
    examine_result(result=claimed, values=FOUND, voice=factories.recorded(office), by=alva)
    new = correct_result(
        result=claimed, values={**CLAIM, "what_sv": "Fyrtio stationer"}, reason="Felräknat", voice=elsas, by=elsa
    )  # fmt: skip
    assert list(Result.objects.standing()) == [new]
    assert (how(claimed), how(new)) == (Verification.VERIFIED, Verification.CLAIMED)
    with pytest.raises(Refused, match="rättat"):
        examine_result(result=claimed, values=FOUND, voice=factories.recorded(office), by=alva)
    with pytest.raises(Refused):
        correct_result(result=claimed, values=CLAIM, reason="Igen", voice=elsas, by=elsa)


def test_a_corrected_finding_stands_instead(claimed: Result, office: Organisation, alva: User) -> None:
    voice = factories.recorded(office)
    wrong = examine_result(result=claimed, values=FOUND, voice=voice, by=alva)
    values = {"finding": "disputed", "on": "2026-06", "words": "Hälften står stilla"}
    with pytest.raises(ValidationError):
        correct_verdict(verdict=wrong, values=values, reason="", voice=voice, by=alva)
    correct_verdict(verdict=wrong, values=values, reason="Läste fel protokoll", voice=voice, by=alva)
    assert how(claimed) == Verification.DISPUTED


def test_a_verdict_is_nobodys_when_the_two_organisations_turn_out_to_be_one(
    claimed: Result, agency: Organisation, office: Organisation, alva: User
) -> None:
    examine_result(result=claimed, values=FOUND, voice=factories.recorded(office), by=alva)
    merge_organisations(kept=agency, gone=office, by=alva)
    assert how(claimed) == Verification.CLAIMED


def test_rows_of_results_are_never_changed_or_removed(claimed: Result) -> None:
    with pytest.raises(TypeError):
        Result.objects.update(what_sv="Annat")
    with pytest.raises(TypeError):
        claimed.verdicts.all().delete()


# -- what an update says --------------------------------------------------------------------------------------------


def report(action: Action, by: User, on: str = "2026-01", **values: Any) -> Any:
    return report_status(action=action, values={"on": on, "progress": "under_way", **values}, by=by)


def test_no_change_is_an_update_of_its_own(action: Action, elsas: Voice, elsa: User, alva: User) -> None:
    first = report(action, alva, confidence="high")
    same = report_no_change(action=action, voice=elsas, on="2026-06-01", by=elsa)
    assert (same.confirms, same.progress, same.confidence, same.on_behalf_of, same.said_by) == (
        first, "under_way", "high", elsas.organisation, "Elsa",
    )  # fmt: skip
    assert (same.is_no_change, first.is_no_change) == (True, False)


def test_nothing_said_cannot_be_unchanged(action: Action, alva: User) -> None:
    report(action, alva, on="2026-06")
    with pytest.raises(Refused, match="oförändrat"):
        report_no_change(action=action, on="2026-01-01", by=alva)


def test_the_representative_reports_for_her_organisation_alone(
    action: Action, elsas: Voice, elsa: User, office: Organisation
) -> None:
    update = report_status(
        action=action, values={"on": "2026-02", "progress": "done", "on_behalf_of": office}, voice=elsas, by=elsa
    )  # fmt: skip
    said = (update.on_behalf_of, update.said_by_title, update.channel)
    assert said == (elsas.organisation, "enhetschef", "signed_in")
    other = factories.action(action.strategy, "En annan")
    for deed in (
        lambda: report_status(action=other, values={"on": "2026", "progress": "done"}, voice=elsas, by=elsa),
        lambda: report_status(action=action, values={"on": "2026", "progress": "done"}, by=elsa),
        lambda: report_no_change(action=other, voice=elsas, by=elsa),
        lambda: claim_result(action=other, values=CLAIM, voice=elsas, by=elsa),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_who_has_declined_reports_no_more(action: Action, office: Organisation, elsa: User, alva: User) -> None:
    voice = factories.representative(elsa, office)
    asked = factories.asked(action, office, role="partner")
    report_status(action=action, values={"on": "2026", "progress": "decided"}, voice=voice, by=elsa)
    decline_assignment(assignment=asked, reason="Hinner inte", voice=voice, version=asked.version, by=elsa)
    with pytest.raises(NotAllowed):
        report_status(action=action, values={"on": "2026", "progress": "decided"}, voice=voice, by=elsa)


def test_the_representative_corrects_her_own_words_and_nobody_elses(
    action: Action, elsas: Voice, elsa: User, alva: User
) -> None:
    hers = report_status(action=action, values={"on": "2026-02", "progress": "done"}, voice=elsas, by=elsa)
    values = {"on": "2026-02", "progress": "under_way"}
    new = correct_status(update=hers, values=values, reason="För tidigt", voice=elsas, by=elsa)
    assert (new.corrects, new.on_behalf_of) == (hers, elsas.organisation)
    with pytest.raises(Refused, match="någon annan"):
        correct_status(update=report(action, alva), values=values, reason="Fel", voice=elsas, by=elsa)


def test_a_link_reports_for_its_organisation(action: Action, office: Organisation, alva: User) -> None:
    asked = factories.asked(action, office, role="partner")
    voice = voice_by_link(issue_offer_link(assignment=asked, name="Frida", title="GD", by=alva).link)
    update = report_status(
        action=action, values={"on": "2026-03", "progress": "decided"}, voice=voice, by=link_account()
    )  # fmt: skip
    assert (update.on_behalf_of, update.said_by, update.made_by) == (office, "Frida", link_account())


def test_a_milestone_is_reached_by_an_update_and_unreached_by_its_correction(action: Action, alva: User) -> None:
    milestone = add_milestone(action=action, values={"title_sv": "Upphandlingen är klar", "due": "2026-05"}, by=alva)
    update = report(action, alva, milestones=[milestone])
    assert list(milestone.reached_by.standing_on("2026-12")) == [update]
    with pytest.raises(Refused):
        remove_milestone(milestone=milestone, by=alva)
    correct_status(
        update=update, values={"on": "2026-01", "progress": "under_way"}, reason="Överklagad", by=alva
    )  # fmt: skip
    assert not milestone.reached_by.standing_on("2026-12").exists()


def test_an_update_reaches_milestones_of_its_own_action_alone(action: Action, alva: User) -> None:
    other = add_milestone(
        action=factories.action(action.strategy, "En annan"), values={"title_sv": "Dess delmål"}, by=alva
    )
    with pytest.raises(ValidationError) as caught:
        report(action, alva, milestones=[other])
    assert list(caught.value.message_dict) == ["milestones"]
    assert not action.updates.exists()
