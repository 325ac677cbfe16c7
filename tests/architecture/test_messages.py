"""The check that every sentence has one English, and only one."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog

TOOL = Path(__file__).resolve().parents[2] / "tools" / "messages.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = spec_from_file_location("messages", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def english(**words: str) -> Catalog:
    known = Catalog(locale="en")
    for swedish, said in words.items():
        known.add(swedish, said)
    return known


def test_a_sentence_in_an_indented_template_is_found(tool: ModuleType, tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    text = '<ul>\n    <li>{% translate "Mål" %}</li>\n  <li>{% translate "Mål" context "ett mål" %}</li>\n</ul>'
    (folder / "list.html").write_text(text, encoding="utf-8")
    assert list(tool.messages_of(tmp_path)) == [("Mål", None), ("Mål", "ett mål")]


def test_what_has_no_english_and_what_nobody_says_are_faults(tool: ModuleType) -> None:
    used = [("mål", None), ("organ", None), (("ett organ", "%(n)s organ"), None)]
    assert list(tool.faults_of("actors", used, english(mål="objective", insats="action"))) == [
        "actors: not translated: 'ett organ'",
        "actors: not translated: 'organ'",
        "actors: nobody says: 'insats'",
    ]


def test_two_wordings_of_one_sentence_are_a_fault(tool: ModuleType) -> None:
    catalogues = {"actors": english(organ="body"), "bodies": english(organ="bodies"), "meetings": english(organ="body")}
    assert list(tool.contradictions(catalogues)) == [
        "two wordings of 'organ': 'body' in actors, meetings; 'bodies' in bodies"
    ]


def test_a_catalogue_is_written_the_same_every_time(tool: ModuleType) -> None:
    written = tool.written(tool.rewritten([("mål", None)], english(mål="objective", insats="action")))
    assert written.decode().split("\n\n")[1:] == ['msgid "mål"\nmsgstr "objective"', ""]
    assert b"Date" not in written
    assert b"fuzzy" not in written
