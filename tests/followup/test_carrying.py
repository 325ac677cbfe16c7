"""A follow-up is carried until it is closed: handed over, said to be done, checked by somebody else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Organisation
from kraftsamla.core.clock import today
from kraftsamla.core.errors import NotAllowed, Refused
from kraftsamla.followup import rules
from kraftsamla.followup.models import FollowUp, FollowUpStep
from kraftsamla.followup.operations import (
    close_followup,
    hand_over_followup,
    report_followup_done,
    return_followup,
    verify_followup,
)
from kraftsamla.portal.exchange.dumping import dump_folder
from kraftsamla.portal.exchange.loading import load_folder
from tests import factories
from tests.conftest import undone

Browse = Callable[[User], Client]


@pytest.fixture
def agency(db: None) -> Organisation:
    return factories.organisation("Luftmyndigheten")


@pytest.fixture
def office(db: None) -> Organisation:
    return factories.organisation("Kansliet")


@pytest.fixture
def point(agency: Organisation, office: Organisation) -> FollowUp:
    return factories.followup("Lämna underlag", owner=agency, verifier=office)


def test_each_point_gets_a_number_of_its_own(db: None) -> None:
    year = today().year
    numbers = [factories.followup(what).reference for what in ("Ett", "Två", "Tre")]
    assert numbers == [f"U-{year}-1", f"U-{year}-2", f"U-{year}-3"]
    FollowUp.objects.get(reference=f"U-{year}-1").delete()
    assert factories.followup("Fyra").reference == f"U-{year}-4"
    assert [f.what_sv for f in FollowUp.objects.named_like(f"u-{year}-2")] == ["Två"]


def test_what_somebody_is_to_check_is_closed_by_them_alone(
    point: FollowUp, agency: Organisation, office: Organisation, elsa: User, bo: User, alva: User
) -> None:
    hers, his = factories.representative(elsa, agency), factories.representative(bo, office)
    with pytest.raises(Refused, match="kontrolleras"):
        close_followup(followup=point, on="2026-01", outcome_sv="Klart", version=point.version, by=alva)
    report_followup_done(followup=point, words="Inskickat", voice=hers, version=point.version, by=elsa)
    assert (point.done_on, point.closed_on) == (today().isoformat(), "")
    return_followup(followup=point, reason="Bilagan saknas", voice=his, version=point.version, by=bo)
    assert (point.done_on, list(FollowUp.objects.open())) == ("", [point])
    report_followup_done(followup=point, words="Med bilaga", voice=hers, version=point.version, by=elsa)
    verify_followup(followup=point, voice=his, version=point.version, by=bo)
    assert (point.closed_on, point.outcome_sv) == (today().isoformat(), "Med bilaga")
    assert [step.kind for step in point.steps.order_by("pk")] == ["done", "returned", "done", "verified"]


def test_nobody_checks_their_own_work(
    point: FollowUp, agency: Organisation, alva: User, elsa: User, office: Organisation
) -> None:
    hers = factories.representative(elsa, agency)
    report_followup_done(followup=point, words="Klart", version=point.version, by=alva)
    with pytest.raises(Refused, match="själv"):
        verify_followup(followup=point, voice=factories.recorded(office, name="Alva"), version=point.version, by=alva)
    factories.representative(elsa, office)
    with pytest.raises(NotAllowed):
        verify_followup(followup=point, voice=hers, version=point.version, by=elsa)
    assert point.closed_on == ""


def test_without_anybody_to_check_it_done_is_closed(agency: Organisation, elsa: User) -> None:
    point = factories.followup("Lämna underlag", owner=agency)
    voice = factories.representative(elsa, agency)
    report_followup_done(followup=point, words="Inskickat", voice=voice, version=point.version, by=elsa)
    assert (point.closed_on, point.outcome_sv) == (today().isoformat(), "Inskickat")


def test_a_point_handed_over_keeps_its_trail(point: FollowUp, agency: Organisation, elsa: User, bo: User) -> None:
    region = factories.organisation("Region Norr")
    voice = factories.representative(elsa, agency)
    with pytest.raises(ValidationError):
        hand_over_followup(followup=point, to=region, reason=" ", voice=voice, version=point.version, by=elsa)
    hand_over_followup(followup=point, to=region, reason="Er fråga", voice=voice, version=point.version, by=elsa)
    step = FollowUpStep.objects.get()
    assert (point.owner, step.organisation, step.handed_to, step.said_by) == (region, agency, region, "Elsa")
    with pytest.raises(NotAllowed):
        hand_over_followup(followup=point, to=agency, reason="x", voice=voice, version=point.version, by=elsa)
    with pytest.raises(TypeError):
        FollowUpStep.objects.all().delete()


def test_the_list_and_the_single_answer_are_the_same(
    point: FollowUp, agency: Organisation, office: Organisation, alva: User, bo: User, cia: User, dag: User, elsa: User
) -> None:
    factories.representative(elsa, agency)
    factories.representative(bo, office)
    done = factories.followup("Klar", owner=agency, verifier=office)
    report_followup_done(followup=done, words="x", version=done.version, by=alva)
    closed = factories.followup("Avslutad", owner=agency)
    report_followup_done(followup=closed, words="x", version=closed.version, by=alva)
    factories.followup("Ingens")
    for visitor in (alva, bo, cia, dag, elsa, AnonymousUser()):
        for listed, rule in (
            (FollowUp.objects.carried_by(visitor, at=today()), rules.may_carry),
            (FollowUp.objects.verifiable_by(visitor, at=today()), rules.may_verify_followup),
        ):
            single = {each for each in FollowUp.objects.all() if rule(visitor, each, at=today())}
            assert set(listed) == single, (visitor, rule)


def test_elsa_says_done_and_bo_checks_it_on_their_pages(
    point: FollowUp, agency: Organisation, office: Organisation, elsa: User, bo: User, cia: User, browse: Browse
) -> None:
    factories.representative(elsa, agency)
    factories.representative(bo, office)

    def page(name: str) -> str:
        return reverse(f"followup:{name}", args=[point.slug])

    hers, his = browse(elsa), browse(bo)
    doors = ("followup-done", "followup-hand-over", "followup-check")
    assert [his.get(page(name)).status_code for name in doors] == [403, 403, 403]
    assert browse(cia).get(page("followup-done")).status_code == 404
    assert hers.post(page("followup-done"), {"words": "", "version": point.version}).status_code == 422
    assert hers.post(page("followup-done"), {"words": "Inskickat", "version": point.version}).status_code == 302
    point.refresh_from_db()
    assert hers.get(page("followup-check")).status_code == 403
    assert "Inskickat" in his.get(page("followup-check")).content.decode()
    typed = {"finding": "nej", "words": "", "version": point.version}
    assert his.post(page("followup-check"), typed).status_code == 422
    assert his.post(page("followup-check"), {**typed, "finding": "ja"}).status_code == 302
    assert hers.get(page("followup")).status_code == 200
    point.refresh_from_db()
    assert point.closed_on == today().isoformat()


def test_a_carried_point_goes_out_and_comes_back_as_it_was(
    alva: User, elsa: User, agency: Organisation, office: Organisation, tmp_path: Path
) -> None:
    def files(name: str) -> dict[str, str]:
        dump_folder(tmp_path / name)
        return {file.name: file.read_text(encoding="utf-8") for file in sorted((tmp_path / name).iterdir())}

    with undone():
        point = factories.followup("Lämna underlag", owner=agency, verifier=office)
        region = factories.organisation("Region Norr")
        hand_over_followup(followup=point, to=region, reason="Er fråga", version=point.version, by=alva)
        voice = factories.recorded(region)
        report_followup_done(followup=point, words="Klart", voice=voice, version=point.version, by=alva)
        verify_followup(
            followup=point, voice=factories.representative(elsa, office), version=point.version, words="Ja", by=elsa
        )  # fmt: skip
        before = files("a")
    assert not FollowUp.objects.exists()
    load_folder(tmp_path / "a", by=alva)
    assert files("b") == before
