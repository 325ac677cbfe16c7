"""Personal links: what opens one, and everything that does not."""

from __future__ import annotations

import datetime as dt
import logging

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import link_account
from kraftsamla.accounts.rules import may_edit, may_enter, may_read_log
from kraftsamla.actors.choices import Channel
from kraftsamla.actors.models import Organisation, PersonalLink
from kraftsamla.actors.operations import Issued, issue_link, revoke_links, use_link
from kraftsamla.actors.registry import register_purpose
from kraftsamla.actors.rules import Voice, may_speak, voice_by_link
from kraftsamla.audit.models import Entry
from kraftsamla.core import clock
from kraftsamla.core.errors import NotAllowed
from kraftsamla.core.logs import WithoutLinks
from tests import factories

PURPOSE = register_purpose("test-purpose", "ett prov", days=30, per_hour=3)
OTHER = register_purpose("test-other", "ett annat prov", days=30)


@pytest.fixture
def agency(db: None) -> Organisation:
    return factories.organisation()


@pytest.fixture
def issued(agency: Organisation, alva: User) -> Issued:
    return issue_link(
        purpose=PURPOSE, subject=agency, organisation=agency, name="Elsa Ek", title="enhetschef", by=alva
    )  # fmt: skip


def opens(token: str, purpose: str = PURPOSE) -> bool:
    try:
        return bool(use_link(token=token, purpose=purpose))
    except Http404:
        return False


def test_a_link_opens_for_who_holds_it_and_knows_whom_it_was_for(issued: Issued, agency: Organisation) -> None:
    link = use_link(token=issued.token, purpose=PURPOSE)
    assert (link.subject, link.name, link.title, link.organisation) == (str(agency.pk), "Elsa Ek", "enhetschef", agency)


def test_the_secret_is_kept_nowhere(issued: Issued) -> None:
    row = PersonalLink.objects.values().get()
    secret = issued.token.removeprefix("kl_").rpartition(".")[0]
    assert len(secret) >= 40
    assert [name for name, value in row.items() if secret in str(value)] == []
    assert [entry for entry in Entry.objects.values() if secret in str(entry)] == []


@pytest.mark.parametrize(
    "spoilt",
    [
        "", "kl_", "kl_x.y", "{token}x", "x{token}", "{secret}", "kl_{secret}", "kl_{secret}.",
        "kl_A{secret}.{signature}",
    ],
)
def test_anything_wrong_leads_nowhere(issued: Issued, spoilt: str) -> None:
    secret, _, signature = issued.token.removeprefix("kl_").rpartition(".")
    assert opens(spoilt.format(token=issued.token, secret=secret, signature=signature)) is False


def test_what_we_have_not_signed_is_refused_before_the_database_is_asked(
    issued: Issued, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]  # a fixture of pytest-django
        assert opens(f"{issued.token[:-1]}{'0' if issued.token[-1] != '0' else '1'}") is False


def test_a_link_for_one_purpose_opens_no_other(issued: Issued) -> None:
    assert opens(issued.token, OTHER) is False


def test_a_link_ends_on_its_day(issued: Issued, monkeypatch: pytest.MonkeyPatch) -> None:
    later = clock.now() + dt.timedelta(days=30, minutes=1)
    monkeypatch.setattr("kraftsamla.actors.operations.links.now", lambda: later)
    assert opens(issued.token) is False


def test_a_link_cannot_be_made_to_last_for_years(agency: Organisation, alva: User) -> None:
    for days in (-1, 800):
        until = clock.now() + dt.timedelta(days=days)
        with pytest.raises(ValidationError) as caught:
            issue_link(purpose=PURPOSE, subject=agency, organisation=agency, name="E", expires_at=until, by=alva)
        assert list(caught.value.message_dict) == ["expires_at"]


def test_a_revoked_link_is_closed_and_the_log_says_who_did_it(issued: Issued, agency: Organisation, alva: User) -> None:
    assert revoke_links(purpose=PURPOSE, subject=agency, by=alva) == 1
    assert opens(issued.token) is False
    entry = Entry.objects.about(agency).newest_first()[0]
    assert (entry.event, entry.actor, "Elsa Ek" in entry.note) == ("link.revoked", alva, True)
    assert revoke_links(purpose=PURPOSE, subject=agency, by=alva) == 0


def test_a_new_link_leaves_the_one_already_mailed_open(issued: Issued, agency: Organisation, alva: User) -> None:
    again = issue_link(purpose=PURPOSE, subject=agency, organisation=agency, name="Elsa Ek", by=alva)
    assert (opens(issued.token), opens(again.token), issued.token != again.token) == (True, True, True)


def test_too_many_openings_in_an_hour_close_it_until_the_next(issued: Issued, monkeypatch: pytest.MonkeyPatch) -> None:
    start = clock.now().replace(minute=1)
    monkeypatch.setattr("kraftsamla.actors.operations.links.now", lambda: start)
    assert [opens(issued.token) for _ in range(5)] == [True, True, True, False, False]
    monkeypatch.setattr("kraftsamla.actors.operations.links.now", lambda: start + dt.timedelta(hours=1))
    assert opens(issued.token) is True


def test_only_a_coordinator_gives_out_links(agency: Organisation, bo: User, elsa: User) -> None:
    for user in (bo, elsa, link_account()):
        with pytest.raises(NotAllowed):
            issue_link(purpose=PURPOSE, subject=agency, organisation=agency, name="Elsa", by=user)


def test_who_comes_by_link_has_no_right_of_their_own(db: None) -> None:
    account = link_account()
    assert [rule(account) for rule in (may_enter, may_edit, may_read_log)] == [False, False, False]
    assert (account.is_active, account.has_usable_password()) == (False, False)


def test_the_holder_speaks_for_the_organisation_of_the_link_alone(issued: Issued, bo: User, alva: User) -> None:
    own = voice_by_link(issued.link)
    other = factories.organisation("En annan")
    borrowed = type(own)(other, own.name, own.title, own.channel, own.link)
    bare = type(own)(own.organisation, own.name, own.title, own.channel, None)
    by_link = [may_speak(link_account(), voice) for voice in (own, borrowed, bare)]
    assert by_link == [True, False, False]
    assert [may_speak(user, own) for user in (bo, alva)] == [False, False]


def test_who_acts_for_nobody_gets_through_the_door_but_speaks_for_none(agency: Organisation, alva: User) -> None:
    issued = issue_link(purpose=PURPOSE, subject=agency, organisation=None, name="Elsa Ek", by=alva)
    link = use_link(token=issued.token, purpose=PURPOSE)
    assert (link, str(link), link.organisation) == (issued.link, "Elsa Ek", None)
    with pytest.raises(ValueError, match="nobody"):
        voice_by_link(link)
    borrowed = Voice(agency, link.name, "", Channel.LINK, link)
    assert may_speak(link_account(), borrowed) is False


def test_a_revoked_link_cannot_finish_what_was_begun(issued: Issued, agency: Organisation, alva: User) -> None:
    voice = voice_by_link(use_link(token=issued.token, purpose=PURPOSE))
    revoke_links(purpose=PURPOSE, subject=agency, by=alva)
    voice.link.refresh_from_db()  # type: ignore[union-attr]  # it has one
    assert may_speak(link_account(), voice) is False


def test_the_log_of_the_program_never_holds_a_token(issued: Issued) -> None:
    for message, args in (("Not Found: %s", (f"/svar/{issued.token}/",)), (f"GET /svar/{issued.token}/?a=b", ())):
        record = logging.LogRecord("django.request", logging.WARNING, "", 0, message, args, None)
        WithoutLinks().filter(record)
        assert record.getMessage().partition("/svar/")[2].startswith("kl_…")
        assert issued.token not in record.getMessage()


def test_an_unknown_purpose_is_a_fault_in_the_program(agency: Organisation, alva: User) -> None:
    with pytest.raises(LookupError):
        issue_link(purpose="nothing", subject=agency, organisation=agency, name="Elsa", by=alva)
