"""What import rules cannot say about the house."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"
APPS = ("reading", "editions", "meetings", "followup", "strategy", "bodies", "library", "actors", "accounts")
#: Data or tables rather than code: they may be long, and say so at the top.
LONG = 400
WRITERS = {"save", "create", "bulk_create", "update", "bulk_update", "delete", "get_or_create", "update_or_create"}


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(SRC.rglob("*.py")):
        if "migrations" not in path.parts:
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    return path.relative_to(SRC).as_posix()


def test_no_file_is_a_drawer_for_odds_and_ends() -> None:
    assert [name(p) for p, _ in modules() if p.stem in {"utils", "helpers", "common", "misc"}] == []


def test_no_file_has_grown_past_its_limit() -> None:
    def is_data(path: Path) -> bool:
        return "data" in (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").casefold()

    long = [name(p) for p, _ in modules() if len(p.read_text(encoding="utf-8").splitlines()) > LONG and not is_data(p)]
    assert long == []


def test_no_function_has_grown_past_its_limit() -> None:
    long = [
        f"{name(path)}:{node.name}"
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= 60
    ]
    assert long == []


def test_what_drives_a_browser_runs_with_the_browser_alone() -> None:
    """Playwright's event loop gives the thread a second connection, which nobody closes when the loop has gone."""
    tests = sorted((ROOT / "tests" / "browser").glob("test_*.py"))
    assert [path.name for path in tests if "pytest.mark.browser" not in path.read_text(encoding="utf-8")] == []


def test_every_module_says_what_it_is_for() -> None:
    without = [
        name(path) for path, tree in modules()
        if ast.get_docstring(tree) is None and tree.body and path.name not in {"urls.py", "public_urls.py", "apps.py"}
    ]  # fmt: skip
    assert without == []


def deeds() -> Iterator[tuple[str, object]]:
    for app in APPS:
        module = importlib.import_module(f"kraftsamla.{app}.operations")
        for found, value in vars(module).items():
            if inspect.isfunction(value) and not found.startswith("_") and value.__module__.startswith(module.__name__):
                yield f"{app}.{found}", value


def test_every_deed_names_its_arguments_and_says_what_it_does() -> None:
    faults = []
    for found, deed in deeds():
        assert inspect.isfunction(deed)
        signature = inspect.signature(deed)
        by = signature.parameters.get("by")
        loose = [p.name for p in signature.parameters.values() if p.kind is not inspect.Parameter.KEYWORD_ONLY]
        if by is not None and loose:
            faults.append(f"{found}: not keyword-only: {loose}")
        if not deed.__doc__:
            faults.append(f"{found}: no docstring")
    assert faults == []


def test_only_deeds_write() -> None:
    """Views, forms, overviews, access, rules and templates' helpers never call what writes."""
    faults = []
    for path, tree in modules():
        parts = path.relative_to(SRC).parts
        if parts[0] != "kraftsamla" or len(parts) < 3 or parts[1] in {"core", "ui", "config"}:
            continue
        if not any(
            part.removesuffix(".py") in {"views", "forms", "overviews", "access", "rules"} for part in parts[2:]
        ):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITERS:
                owner = ast.unparse(node.func.value)
                if "objects" in owner or node.func.attr in {"save", "delete"}:
                    faults.append(f"{name(path)}:{node.lineno}: {ast.unparse(node.func)}")
    assert faults == []


def test_a_suppression_says_its_reason() -> None:
    bare = re.compile(r"#\s*(?:noqa(?::\s*[A-Z0-9, ]+)?|type:\s*ignore(?:\[[\w, -]+\])?)\s*$")
    faults = [
        f"{name(path)}:{number}"
        for path, _ in modules()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if bare.search(line)
    ]
    assert faults == []


def test_every_event_of_the_log_is_used_and_has_its_sentence() -> None:
    from kraftsamla.audit.registry import all_events

    def has_words(path: Path) -> bool:
        return path.stem == "choices" or path.parent.name == "choices"

    code = "\n".join(p.read_text(encoding="utf-8") for p, _ in modules() if not has_words(p))
    choices = "\n".join(p.read_text(encoding="utf-8") for p, _ in modules() if has_words(p))
    constants = dict(re.findall(r'^([A-Z_]+) = register\(\s*"([a-z_.]+)"', choices, re.MULTILINE))
    names = {event: constant for constant, event in constants.items()}
    unused = [event.name for event in all_events() if not re.search(rf"\b{names.get(event.name, '?')}\b", code)]
    assert unused == []
    assert [event.name for event in all_events() if not str(event.sentence).strip()] == []


@pytest.mark.parametrize("word", ["/wor" + "k/", "/roo" + "t/", "../shar" + "ed"])
def test_no_path_of_one_machine_is_left(word: str) -> None:
    faults = [
        path.relative_to(ROOT).as_posix()
        for folder in ("src", "tests", "docs", "examples", "benchmarks", "tools")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in {".py", ".md", ".yaml", ".html", ".txt", ".toml"} and word in path.read_text(encoding="utf-8")
    ]
    assert faults == []
