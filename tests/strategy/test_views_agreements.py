"""Asking and answering as people meet it: signed in, written down, and from a personal link on a phone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import system_account
from kraftsamla.actors.models import Organisation, PersonalLink
from kraftsamla.core.clock import today
from kraftsamla.strategy.models import Action, Assignment, Result
from kraftsamla.strategy.operations import add_milestone, claim_result, issue_offer_link, report_status
from tests import factories

Browse = Callable[[User], Client]
CLAIM = {"what_sv": "Femtio stationer i drift", "on": "2026-05", "evidence": "Driftprotokoll"}


@pytest.fixture
def agency(db: None) -> Organisation:
    return factories.organisation("Luftmyndigheten")


@pytest.fixture
def action(db: None) -> Action:
    return factories.action(factories.strategy(), "Bygg mätnätet")


@pytest.fixture
def asked(action: Action, agency: Organisation) -> Assignment:
    return factories.asked(action, agency, what_sv="Sätt upp femtio stationer", due="2027-03")


@pytest.fixture
def token(asked: Assignment, alva: User) -> str:
    return issue_offer_link(assignment=asked, name="Frida Fält", title="generaldirektör", by=alva).token


def page(name: str, *args: object) -> str:
    return reverse(f"strategy:{name}", args=args)


def by_link(token: str) -> str:
    return reverse("answering:offer", args=[token])


def answer(asked: Assignment, **typed: object) -> dict[str, object]:
    return {
        "answer": "ja", "words": "", "said_by": "Frida Fält", "said_by_title": "generaldirektör",
        "what_sv": "Sätt upp femtio stationer", "due": "2027-03", "version": asked.version, **typed,
    }  # fmt: skip


def test_the_coordinator_asks_and_gets_a_link_to_send(
    action: Action, agency: Organisation, alva: User, browse: Browse
) -> None:
    client = browse(alva)
    client.post(page("assignment-add", action.slug), {"organisation": "Luftmyndigheten", "role": "responsible"})
    part = action.assignments.get()
    shown = client.get(page("assignment-offer", part.pk)).content.decode()
    assert "Bygg mätnätet" in shown
    typed = {
        "what_sv": "Sätt upp stationer", "due": "mars 2027", "steering_basis": "government_assignment",
        "registry_number": "L2026/00123", "decided_on": "2026-02-01", "reporting_on": "2027-03-31",
        "amount": "5000000", "currency": "SEK", "money_note": "2026–2027", "words": "Hej", "version": part.version,
    }  # fmt: skip
    assert client.post(page("assignment-offer", part.pk), typed).status_code == 302
    part.refresh_from_db()
    assert part.terms is not None
    terms = part.terms
    assert (part.state, terms.due, terms.registry_number, terms.reporting_on, int(terms.amount or 0)) == (
        "offered", "2027-03", "L2026/00123", "2027-03-31", 5_000_000,
    )  # fmt: skip
    made = client.post(page("assignment-link", part.pk), {"name": "Frida Fält", "title": "GD", "email": ""})
    found = re.search(r"/svar/(kl_[\w.-]+)/", made.content.decode())
    assert found is not None
    assert Client().get(by_link(found.group(1))).status_code == 200
    assert found.group(1) not in client.get(page("assignment", part.pk)).content.decode()


def test_asking_for_nothing_names_the_field_and_keeps_what_was_typed(
    action: Action, agency: Organisation, alva: User, browse: Browse
) -> None:
    client = browse(alva)
    client.post(page("assignment-add", action.slug), {"organisation": "Luftmyndigheten", "role": "responsible"})
    part = action.assignments.get()
    response = client.post(
        page("assignment-offer", part.pk),
        {"what_sv": "", "due": "snart", "registry_number": "L2026/9", "version": part.version, "currency": "SEK"},
    )
    shown = response.content.decode()
    assert (response.status_code, "L2026/9" in shown, "snart" in shown) == (422, True, True)
    part.refresh_from_db()
    assert (part.state, part.all_terms.count()) == ("named", 0)


def test_the_holder_of_the_link_answers_without_account_cookie_or_script(asked: Assignment, token: str) -> None:
    phone = Client(enforce_csrf_checks=True)
    shown = phone.get(by_link(token))
    assert (shown.status_code, shown.headers["Referrer-Policy"], "no-store" in shown.headers["Cache-Control"]) == (
        200, "no-referrer", True,
    )  # fmt: skip
    text = shown.content.decode()
    assert [each in text for each in ("Sätt upp femtio stationer", "Frida Fält", "<script")] == [True, True, False]
    response = phone.post(by_link(token), answer(asked))
    assert (response.status_code, response["Location"]) == (302, by_link(token))
    asked.refresh_from_db()
    assert (asked.state, asked.steps.latest("pk").said_by) == ("accepted", "Frida Fält")
    assert "Tack. Ni har åtagit er detta." in phone.get(by_link(token)).content.decode()
    assert list(phone.cookies) == []


def test_a_link_opens_nothing_of_the_workspace(token: str, asked: Assignment) -> None:
    phone = Client()
    phone.get(by_link(token))
    assert [phone.get(address).status_code for address in (page("assignment", asked.pk), "/arbetsyta/")] == [404, 404]


def test_changed_terms_by_link_wait_for_the_coordinator(
    asked: Assignment, token: str, alva: User, browse: Browse
) -> None:
    Client().post(by_link(token), answer(asked, answer="andra", due="2028", words="Upphandlingen tar tid"))
    asked.refresh_from_db()
    assert asked.state == "changes_proposed"
    client = browse(alva)
    shown = client.get(page("assignment-confirm", asked.pk)).content.decode()
    assert [each in shown for each in ("mars 2027", "2028")] == [True, True]
    client.post(page("assignment-confirm", asked.pk), {"words": "", "version": asked.version})
    asked.refresh_from_db()
    assert (asked.state, asked.is_accepted) == ("accepted_with_changes", True)


def test_yes_to_other_terms_than_those_asked_about_is_put_right_before_it_is_sent(
    asked: Assignment, token: str
) -> None:
    response = Client().post(by_link(token), answer(asked, due="2029"))
    assert (response.status_code, "Ni har ändrat villkoren" in response.content.decode()) == (422, True)
    asked.refresh_from_db()
    assert asked.state == "offered"


def test_no_without_a_reason_is_asked_for_one_and_nothing_typed_is_lost(asked: Assignment, token: str) -> None:
    response = Client().post(by_link(token), answer(asked, answer="nej", said_by="Frida F. Fält"))
    shown = response.content.decode()
    assert (response.status_code, "Skriv varför" in shown, "Frida F. Fält" in shown) == (422, True, True)
    Client().post(by_link(token), answer(asked, answer="nej", words="Ligger på regionen"))
    asked.refresh_from_db()
    assert (asked.state, asked.steps.latest("pk").words) == ("declined", "Ligger på regionen")


def test_an_answer_to_a_question_that_has_changed_is_a_conflict_that_shows_the_new_one(
    asked: Assignment, token: str
) -> None:
    response = Client().post(by_link(token), answer(asked, version=asked.version - 1))
    assert (response.status_code, "Någon annan ändrade" in response.content.decode()) == (409, True)
    asked.refresh_from_db()
    assert asked.state == "offered"


@pytest.mark.parametrize("path", ["/svar/x/", "/svar/kl_/", "/svar/kl_abc.def/", "/svar/kl_å.ä/"])
def test_an_address_that_is_no_link_leads_nowhere(path: str, db: None) -> None:
    assert [Client().get(path).status_code, Client().post(path).status_code] == [404, 404]


def test_a_revoked_link_leads_nowhere(asked: Assignment, token: str, alva: User, browse: Browse) -> None:
    assert browse(alva).post(page("assignment-link-revoke", asked.pk)).status_code == 302
    assert PersonalLink.objects.get().revoked_at is not None
    assert Client().get(by_link(token)).status_code == 404


def test_the_page_behind_the_link_is_read_in_english_when_asked_for(token: str) -> None:
    shown = Client().get(by_link(token) + "?sprak=en").content.decode()
    assert ('<html lang="en"' in shown, "Kan ni åta er detta?" in shown) == (True, False)


def test_elsa_answers_signed_in_and_her_title_is_kept(
    asked: Assignment, agency: Organisation, elsa: User, browse: Browse
) -> None:
    factories.representative(elsa, agency, title="avdelningschef")
    client = browse(elsa)
    shown = client.get(page("assignment-answer", asked.pk)).content.decode()
    assert ('name="said_by"' in shown, "avdelningschef" in shown) == (False, True)
    assert client.post(page("assignment-answer", asked.pk), answer(asked)).status_code == 302
    step = Assignment.objects.get().steps.latest("pk")
    assert (step.state, step.said_by, step.said_by_title, step.made_by) == ("accepted", "Elsa", "avdelningschef", elsa)


EDITING = ["assignment-offer", "assignment-link", "assignment-confirm", "assignment-withdraw", "assignment-end"]


def test_who_may_only_look_is_refused_and_a_stranger_is_told_nothing(
    asked: Assignment, bo: User, cia: User, elsa: User, browse: Browse
) -> None:
    factories.representative(elsa, factories.organisation("En annan"))
    doors = [*EDITING, "assignment-answer", "assignment-hand-over"]
    for user in (bo, elsa):
        client = browse(user)
        assert client.get(page("assignment", asked.pk)).status_code == 200
        assert [client.get(page(name, asked.pk)).status_code for name in doors] == [403] * len(doors)
        assert client.post(page("assignment-link-revoke", asked.pk)).status_code == 403
    for client in (browse(cia), Client()):
        assert [client.get(page(name, asked.pk)).status_code for name in ("assignment", *doors)] == [404] * 8


def test_the_coordinator_writes_down_an_answer_with_name_and_title(
    asked: Assignment, alva: User, browse: Browse
) -> None:
    client = browse(alva)
    response = client.post(page("assignment-answer", asked.pk), answer(asked, said_by="", said_by_title=""))
    assert response.status_code == 422
    client.post(page("assignment-answer", asked.pk), answer(asked))
    step = Assignment.objects.get().steps.latest("pk")
    assert (step.state, step.channel, step.made_by) == ("accepted", "recorded", alva)


def test_elsa_hands_over_and_the_next_one_is_asked(
    action: Action, agency: Organisation, elsa: User, browse: Browse
) -> None:
    held = factories.accepted(action, agency)
    factories.organisation("Region Norr")
    factories.representative(elsa, agency)
    client = browse(elsa)
    typed = {"to": "Region Norr", "words": "Regionen äger frågan", "version": held.version}
    response = client.post(page("assignment-hand-over", held.pk), typed)
    new = Assignment.objects.exclude(pk=held.pk).get()
    assert (response["Location"], new.state, new.handed_from) == (page("assignment", new.pk), "offered", held)


def test_ending_and_withdrawing_ask_for_a_reason(asked: Assignment, alva: User, browse: Browse) -> None:
    client = browse(alva)
    address = page("assignment-withdraw", asked.pk)
    assert client.post(address, {"words": "", "version": asked.version}).status_code == 422
    assert client.post(address, {"words": "Insatsen ändras", "version": asked.version}).status_code == 302
    asked.refresh_from_db()
    assert asked.state == "withdrawn"
    assert client.post(page("assignment-end", asked.pk), {"words": "x", "version": asked.version}).status_code == 409


def test_the_list_shows_what_waits_first_and_finds_ones_own(
    action: Action, agency: Organisation, elsa: User, browse: Browse
) -> None:
    factories.accepted(action, factories.organisation("Arkivet"))
    factories.asked(action, agency)
    factories.representative(elsa, agency)
    client = browse(elsa)
    rows = client.get(page("assignment-list")).context["rows"]
    assert [str(row.organisation) for row in rows] == ["Luftmyndigheten", "Arkivet"]
    mine = client.get(page("assignment-list") + "?vilka=mina").context["rows"]
    assert [str(row.organisation) for row in mine] == ["Luftmyndigheten"]
    taken = client.get(page("assignment-list") + "?besked=accepted").context["rows"]
    assert [str(row.organisation) for row in taken] == ["Arkivet"]


@pytest.mark.parametrize("rows", [1, 30])
def test_the_list_asks_as_many_questions_for_thirty_as_for_one(
    action: Action, bo: User, browse: Browse, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        factories.asked(action, factories.organisation(f"Organisation {number}"))
    client = browse(bo)
    client.get(page("assignment-list"))
    with django_assert_num_queries(5):
        client.get(page("assignment-list"))


@pytest.mark.parametrize("rows", [1, 30])
def test_an_action_page_asks_as_many_questions_for_thirty_results_as_for_one(
    action: Action, agency: Organisation, elsa: User, browse: Browse, rows: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    factories.accepted(action, agency)
    voice = factories.representative(elsa, agency)
    for number in range(rows):
        milestone = add_milestone(action=action, values={"title_sv": f"Delmål {number}"}, by=system_account())
        claim_result(action=action, values=CLAIM, voice=voice, by=elsa)
        values = {"on": "2026", "progress": "under_way", "milestones": [milestone]}
        report_status(action=action, values=values, voice=voice, by=elsa)
    client = browse(elsa)
    client.get(page("action", action.slug))
    with django_assert_max_num_queries(40):
        client.get(page("action", action.slug))


def test_elsa_reports_and_says_no_change_for_her_organisation(
    action: Action, agency: Organisation, elsa: User, browse: Browse
) -> None:
    factories.accepted(action, agency)
    factories.representative(elsa, agency)
    client = browse(elsa)
    milestone = add_milestone(action=action, values={"title_sv": "Upphandlat"}, by=system_account())
    typed = {"progress": "under_way", "on": "2026-05", "words_sv": "Tio stationer", "confidence": "high",
             "milestones": [milestone.pk]}  # fmt: skip
    assert client.post(page("status-add", action.slug), typed).status_code == 302
    assert client.post(page("status-no-change", action.slug)).status_code == 302
    same, first = action.updates.newest_first()
    assert (first.on_behalf_of, list(first.milestones.all())) == (agency, [milestone])
    assert (same.confirms, same.on, same.on_behalf_of) == (first, today().isoformat(), agency)
    assert "Oförändrat sedan" in client.get(page("action", action.slug)).content.decode()


def test_who_has_no_part_reports_nothing(action: Action, bo: User, browse: Browse) -> None:
    client = browse(bo)
    assert client.get(page("status-add", action.slug)).status_code == 403
    assert client.post(page("status-no-change", action.slug)).status_code == 403
    assert client.get(page("result-add", action.slug)).status_code == 403


def test_elsa_claims_and_the_office_looks_into_it(
    action: Action, agency: Organisation, elsa: User, alva: User, browse: Browse
) -> None:
    factories.organisation("Kansliet")
    factories.accepted(action, agency)
    factories.representative(elsa, agency)
    hers = browse(elsa)
    assert hers.post(page("result-add", action.slug), CLAIM).status_code == 302
    result = Result.objects.get()
    assert (result.claimed_by, result.said_by) == (agency, "Elsa")
    assert hers.get(page("result-examine", action.slug, result.pk)).status_code == 403
    theirs = browse(alva)
    found = {"finding": "verified", "on": "2026-06", "words": "", "organisation": "Kansliet", "said_by": "Alva",
             "said_by_title": "samordnare"}  # fmt: skip
    assert theirs.post(page("result-examine", action.slug, result.pk), found).status_code == 302
    assert Result.objects.get().verification == "verified"
    same = {**found, "organisation": "Luftmyndigheten"}
    assert theirs.post(page("result-examine", action.slug, result.pk), same).status_code == 409


def test_results_and_findings_are_corrected_with_a_reason(
    action: Action, agency: Organisation, elsa: User, alva: User, browse: Browse
) -> None:
    factories.organisation("Kansliet")
    factories.accepted(action, agency)
    voice = factories.representative(elsa, agency)
    result = claim_result(action=action, values=CLAIM, voice=voice, by=elsa)
    office = browse(alva)
    found = {"finding": "disputed", "on": "2026-06", "words": "Hälften", "organisation": "Kansliet", "said_by": "Alva"}
    office.post(page("result-examine", action.slug, result.pk), found)
    verdict = result.verdicts.get()
    address = page("verdict-correct", action.slug, result.pk, verdict.pk)
    assert office.get(address).status_code == 200
    assert office.post(address, {**found, "finding": "verified", "reason": ""}).status_code == 422
    assert office.post(address, {**found, "finding": "verified", "reason": "Räknade om"}).status_code == 302
    assert Result.objects.get().verification == "verified"
    hers = browse(elsa)
    address = page("result-correct", action.slug, result.pk)
    assert hers.get(address).status_code == 200
    assert hers.post(address, {**CLAIM, "what_sv": "Fyrtio", "reason": "Felräknat"}).status_code == 302
    assert [each.what_sv for each in Result.objects.standing()] == ["Fyrtio"]
