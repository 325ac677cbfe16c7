"""What is agreed, reported and proven goes out as YAML and comes back as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Organisation
from kraftsamla.library.operations import add_evidence, cite
from kraftsamla.portal.exchange.dumping import dump_folder
from kraftsamla.portal.exchange.files import BadFiles
from kraftsamla.portal.exchange.loading import load_folder
from kraftsamla.strategy.models import Action, Assignment, Result
from kraftsamla.strategy.operations import (
    accept_assignment,
    add_milestone,
    assign,
    claim_result,
    confirm_changes,
    decline_assignment,
    end_assignment,
    examine_result,
    hand_over_assignment,
    propose_changes,
    report_no_change,
    report_status,
)
from tests import factories
from tests.conftest import undone


def _everything(alva: User, elsa: User) -> None:
    """An action where all that can be agreed has been, and all that can be said is said."""
    action = factories.action(factories.strategy(), "Bygg mätnätet")
    agency, region, county, office = (factories.organisation(n) for n in ("Verket", "Regionen", "Länet", "Kansliet"))
    voice = factories.representative(elsa, agency, title="avdelningschef")
    terms: dict[str, Any] = {
        "due": "2027-03", "steering_basis": "agreement", "registry_number": "L 1", "decided_on": "2026-01-02",
        "reporting_on": "2027-06", "amount": 5, "money_note": "2027", "what_en": "Build",
    }  # fmt: skip
    assign(action=action, organisation=region, role="responsible", by=alva)
    held = factories.asked(action, agency, **terms)
    propose_changes(
        assignment=held, terms={"due": "2028"}, voice=voice, version=held.version, words="Hinner ej", by=elsa
    )  # fmt: skip
    confirm_changes(assignment=held, version=held.version, words="Går bra", by=alva)
    new = hand_over_assignment(
        assignment=held, to=region, reason="Er fråga", voice=voice, version=held.version, by=elsa
    )  # fmt: skip
    accept_assignment(assignment=new, voice=factories.recorded(region), version=new.version, by=alva)
    no = factories.asked(action, county, role="partner")
    decline_assignment(assignment=no, reason="Nej", voice=factories.recorded(county), version=no.version, by=alva)
    over = factories.accepted(action, office, role="host")
    end_assignment(assignment=over, reason="Klart", version=over.version, by=alva)
    factories.accepted(action, agency, role="partner")
    milestone = add_milestone(action=action, values={"title_sv": "Upphandlat", "due": "2026"}, by=alva)
    values = {
        "on": "2026-02", "progress": "under_way", "confidence": "high", "words_sv": "Tio", "milestones": [milestone],
    }  # fmt: skip
    report_status(action=action, values=values, voice=voice, by=elsa)
    report_no_change(action=action, on="2026-06-01", confidence="low", voice=voice, by=elsa)
    add_evidence(to=action.updates.earliest("pk"), passage=cite(document=factories.document(), by=alva), by=alva)
    claim = {"what_sv": "Femtio stationer", "on": "2026-05", "evidence": "Protokoll", "evidence_url": "https://exempel.se/p"}
    result = claim_result(action=action, values=claim, voice=voice, by=elsa)
    found = {"finding": "disputed", "on": "2026-06", "words": "Hälften"}
    examine_result(result=result, values=found, voice=factories.recorded(office, name="Alva"), by=alva)


def _files(folder: Path) -> dict[str, str]:
    dump_folder(folder)
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.iterdir())}


def test_everything_that_is_promised_and_proven_comes_back_as_it_was(alva: User, elsa: User, tmp_path: Path) -> None:
    with undone():
        _everything(alva, elsa)
        before = _files(tmp_path / "a")
    assert not Action.objects.exists()
    load_folder(tmp_path / "a", by=alva)
    assert _files(tmp_path / "b") == before
    states = {(a.organisation.name, a.role): a.state for a in Assignment.objects.select_related("organisation")}
    assert states == {
        ("Regionen", "responsible"): "accepted", ("Verket", "responsible"): "handed_over",
        ("Länet", "partner"): "declined", ("Kansliet", "host"): "ended", ("Verket", "partner"): "accepted",
    }  # fmt: skip
    region = Assignment.objects.get(organisation__name="Regionen")
    assert region.handed_from == Assignment.objects.get(organisation__name="Verket", role="responsible")
    assert Result.objects.get().verification == "disputed"
    assert set(load_folder(tmp_path / "a", by=alva)) <= {"sources"}


def test_a_step_that_cannot_follow_is_named_and_nothing_is_stored(alva: User, tmp_path: Path) -> None:
    (tmp_path / "organisations.yaml").write_text(
        "organisations:\n  - slug: verket\n    name: Verket\n    sector: public\n    kind: agency\n", encoding="utf-8"
    )
    (tmp_path / "strategy.yaml").write_text("strategies:\n  - slug: s\n    title: {sv: S}\n", encoding="utf-8")
    (tmp_path / "actions.yaml").write_text(
        "actions:\n  - slug: a\n    title: {sv: A}\n    strategy: s\n    kind: other\n    assignments:\n"
        "      - organisation: verket\n        role: responsible\n        steps:\n"
        "          - {step: accepted, on: 2026-01-01, said_by: Elsa, said_by_title: chef}\n",
        encoding="utf-8",
    )
    with pytest.raises(BadFiles, match="kan inte bli") as caught:
        load_folder(tmp_path, by=alva)
    assert "actions.yaml" in str(caught.value.faults[0])
    assert not Organisation.objects.exists()
