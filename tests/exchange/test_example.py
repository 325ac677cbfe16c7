"""The worked example: what it holds, that loading it twice changes nothing, and that it comes back as it was."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import yaml
from django.test import TestCase

from kraftsamla.accounts.operations import system_account
from kraftsamla.actors.models import Organisation
from kraftsamla.audit.models import Entry
from kraftsamla.bodies.models import Body
from kraftsamla.library.models import Document, Passage
from kraftsamla.meetings.models import Meeting
from kraftsamla.portal.exchange.dumping import dump_folder
from kraftsamla.portal.exchange.loading import load_folder
from kraftsamla.strategy.models import Action, Area, Objective, Strategy

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "life-science"


def parsed(folder: Path) -> dict[str, Any]:
    return {
        path.name: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for path in sorted(folder.glob("*.yaml"))
    }


class TestExample(TestCase):
    """Loaded once for all of them, which is why this is a class."""

    @classmethod
    def setUpTestData(cls) -> None:
        load_folder(EXAMPLE, by=system_account())

    def test_it_holds_what_the_strategy_says(self) -> None:
        assert (Area.objects.count(), Objective.objects.count(), Action.objects.count()) == (8, 21, 83)
        assert Strategy.objects.get().objectives_announced == 30
        meeting = Meeting.objects.get(starts_on="2021-11-10")
        assert (meeting.agenda.count(), meeting.attendance.count(), meeting.form) == (5, 31, "hybrid")

    def test_every_fact_has_a_source_with_an_address(self) -> None:
        for model in (Action, Body, Meeting, Organisation):
            assert list(model.objects.filter(passages=None).values_list("slug", flat=True)) == []
        unsourced = Action.objects.exclude(passages__document__url__gt="").values_list("slug", flat=True)
        assert list(unsourced) == []

    def test_it_quotes_nobody_and_keeps_no_text_of_others(self) -> None:
        assert not Passage.objects.exclude(quote="").exists()
        assert not Document.objects.exclude(text="").exists()

    def test_loading_it_again_changes_nothing(self) -> None:
        entries = Entry.objects.count()
        assert load_folder(EXAMPLE, by=system_account()) == {}
        assert Entry.objects.count() == entries

    def test_it_comes_back_as_it_was(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            dump_folder(Path(folder))
            assert parsed(Path(folder)) == parsed(EXAMPLE)
