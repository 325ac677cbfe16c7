"""Making an edition: what comes out, and what a kill at any moment leaves."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from kraftsamla.accounts.models import User
from kraftsamla.actors.operations import change_organisation
from kraftsamla.audit.models import Entry
from kraftsamla.core.errors import NotAllowed, Refused
from kraftsamla.editions import content, operations, writing
from kraftsamla.editions.models import Edition
from kraftsamla.editions.operations import export_edition, preview_changes, publish_edition, tidy_editions
from kraftsamla.strategy.models import Strategy
from kraftsamla.strategy.operations import report_status
from tests import factories

DAY = dt.date(2026, 11, 21)


@pytest.fixture
def strategy(db: None) -> Strategy:
    strategy = factories.strategy(objectives_announced=3)
    objective = factories.objective(factories.area(strategy), title="Stärkt samordning")
    factories.action(strategy, "Ett kansli", objectives=[objective])
    return strategy


def root(settings: Any) -> Path:
    return Path(settings.EDITIONS_ROOT)


def test_an_edition_is_numbered_listed_shown_and_whole(strategy: Strategy, alva: User, settings: Any) -> None:
    edition = publish_edition(strategy=strategy, by=alva, at=DAY, note="Första")
    shown = writing.current(root(settings))
    assert shown is not None
    assert (edition.number, shown.name, writing.verify(shown)) == (1, "0001", [])
    assert writing.read_manifest(shown).number == 1
    assert edition.manifest_sha256 == writing.sha256((shown / "manifest.json").read_bytes())
    assert Entry.objects.get(event="edition.published").actor == alva


def test_a_member_may_not_publish(strategy: Strategy, bo: User, settings: Any) -> None:
    with pytest.raises(NotAllowed):
        publish_edition(strategy=strategy, by=bo)
    assert not root(settings).exists()


def test_nothing_new_is_not_published_again(strategy: Strategy, alva: User) -> None:
    publish_edition(strategy=strategy, by=alva, at=DAY)
    with pytest.raises(Refused, match="Inget har ändrats sedan utgåva 1"):
        publish_edition(strategy=strategy, by=alva, at=DAY)
    assert Edition.objects.count() == 1


def test_the_next_edition_says_what_changed_and_is_chained_to_the_one_before(
    strategy: Strategy, alva: User, settings: Any
) -> None:
    publish_edition(strategy=strategy, by=alva, at=DAY)
    report_status(action=strategy.actions.get(), values={"on": "2026-11", "progress": "under_way"}, by=alva)
    factories.action(strategy, "En ny hubb")
    expected = preview_changes(strategy, at=DAY)
    publish_edition(strategy=strategy, by=alva, at=DAY)
    folders = [root(settings) / name for name in ("0001", "0002")]
    second = content.from_json((folders[1] / "edition.json").read_bytes())
    assert second.changes == expected
    assert {(change.how, change.ref.title.sv) for change in second.changes if change.ref.kind == "action"} == {
        ("changed", "Ett kansli"), ("new", "En ny hubb"),
    }  # fmt: skip
    previous = writing.read_manifest(folders[1]).previous_sha256
    assert previous == writing.sha256((folders[0] / "manifest.json").read_bytes())


def test_an_edition_never_changes_after_it_was_published(strategy: Strategy, alva: User, settings: Any) -> None:
    publish_edition(strategy=strategy, by=alva, at=DAY)
    before = {p: p.read_bytes() for p in sorted((root(settings) / "0001").rglob("*")) if p.is_file()}
    factories.action(strategy, "Senare")
    publish_edition(strategy=strategy, by=alva, at=DAY)
    after = {p: p.read_bytes() for p in sorted((root(settings) / "0001").rglob("*")) if p.is_file()}
    assert after == before


class Killed(BaseException):
    """As a signal would, at a place of the test's choosing."""


@pytest.mark.parametrize("place", ["write_folder", "settle", "record", "point"])
def test_killed_at_any_step_the_old_edition_stands_and_the_next_publishing_mends_it(
    strategy: Strategy, alva: User, settings: Any, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    publish_edition(strategy=strategy, by=alva, at=DAY)
    factories.action(strategy, "Ny")

    def killed(*_args: Any, **_kwargs: Any) -> None:
        raise Killed

    holder = operations if place == "record" else writing
    with monkeypatch.context() as patch:
        patch.setattr(holder, place, killed)
        with pytest.raises(Killed):
            publish_edition(strategy=strategy, by=alva, at=DAY)
    shown = writing.current(root(settings))
    assert shown is not None
    assert (shown.name, writing.verify(shown)) == ("0001", [])

    tidy_editions()
    finished = place == "point"  # the only step after the edition was listed: it is finished, not undone
    assert Edition.objects.count() == (2 if finished else 1)
    if not finished:
        publish_edition(strategy=strategy, by=alva, at=DAY)
    shown = writing.current(root(settings))
    assert shown is not None
    assert (shown.name, writing.verify(shown)) == ("0002", [])
    assert sorted(p.name for p in root(settings).iterdir() if p.is_dir() and not p.is_symlink()) == ["0001", "0002"]


def test_the_same_content_gives_the_same_files(strategy: Strategy, alva: User, settings: Any, tmp_path: Path) -> None:
    publish_edition(strategy=strategy, by=alva, at=DAY)
    first = writing.read_manifest(root(settings) / "0001").files
    Edition.objects.all().delete()
    settings.EDITIONS_ROOT = tmp_path / "again"
    publish_edition(strategy=strategy, by=alva, at=DAY)
    assert writing.read_manifest(tmp_path / "again" / "0001").files == first


def test_an_export_needs_an_edition_and_a_place_of_its_own(strategy: Strategy, alva: User, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Publicera först"):
        export_edition(to=tmp_path / "webb")
    publish_edition(strategy=strategy, by=alva, at=DAY)
    assert (export_edition(to=tmp_path / "webb") / "index.html").is_file()
    (tmp_path / "annat").mkdir()
    with pytest.raises(Refused, match="inte en tidigare utgåva"):
        export_edition(to=tmp_path / "annat")


def test_what_is_not_public_is_not_in_the_files(strategy: Strategy, alva: User, settings: Any) -> None:
    from kraftsamla.bodies.operations import appoint
    from kraftsamla.library.operations import add_evidence, cite

    hidden = factories.body("Hemlig grupp", is_public=False)
    appoint(values={"body": hidden, "person": factories.person("Doris Dold")}, by=alva)
    factories.meeting("Hemligt möte", body=hidden)
    private = factories.document("Privat brev", publicity="private")
    action = strategy.actions.get()
    add_evidence(to=action, passage=cite(document=private, quote="hemliga ord", by=alva), by=alva)
    publish_edition(strategy=strategy, by=alva, at=DAY)
    text = "\n".join(p.read_text(encoding="utf-8") for p in root(settings).rglob("*") if p.suffix in {".html", ".json"})
    assert "Ett kansli" in text
    for secret in ("Hemlig grupp", "Doris Dold", "Hemligt möte", "Privat brev", "hemliga ord", "alva@", "Alva"):
        assert secret not in text


def test_the_content_can_be_read_back(strategy: Strategy, alva: User, settings: Any) -> None:
    publish_edition(strategy=strategy, by=alva, at=DAY)
    data = (root(settings) / "0001" / "edition.json").read_bytes()
    edition = content.from_json(data)
    assert content.to_json(edition) == data
    assert json.loads(data)["picture"]["as_of"] == "2026-11-21"
    assert edition.picture.objectives_not_read == 2


def test_the_number_of_queries_does_not_grow(strategy: Strategy, alva: User, django_assert_num_queries: Any) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from kraftsamla.editions.selection import select_picture

    def fill(number: int) -> None:
        organisation = factories.organisation(f"Org {number}")
        action = factories.action(strategy, f"Insats {number}", objectives=[strategy.objectives.get()])
        change_organisation(organisation=organisation, values={"region": "X"}, version=1, by=alva)
        report_status(action=action, values={"on": "2021", "progress": "done"}, by=alva)
        meeting = factories.meeting(f"Möte {number}", organisers=[organisation])
        from kraftsamla.library.operations import add_evidence, cite

        for record in (organisation, action, meeting):
            add_evidence(to=record, passage=cite(document=factories.document(f"Dok {number}"), by=alva), by=alva)

    fill(0)
    with CaptureQueriesContext(
        connection,
    ) as few:
        select_picture(strategy, at=DAY)
    for number in range(1, 30):
        fill(number)
    with CaptureQueriesContext(connection) as many:
        select_picture(strategy, at=DAY)
    assert len(many) == len(few)


def test_editions_of_another_database_are_never_swept_away(strategy: Strategy, alva: User, settings: Any) -> None:
    publish_edition(strategy=strategy, by=alva, at=DAY)
    Edition.objects.all().delete()
    for deed in (tidy_editions, lambda: publish_edition(strategy=strategy, by=alva, at=DAY)):
        with pytest.raises(Refused, match="visar utgåva 0001, som databasen inte känner"):
            deed()
    shown = writing.current(root(settings))
    assert shown is not None
    assert (shown.name, writing.verify(shown)) == ("0001", [])
