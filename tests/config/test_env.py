"""Settings from the environment: a value that cannot be used stops the program with its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from kraftsamla.config import env


def test_a_missing_value_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KRAFTSAMLA_X", raising=False)
    with pytest.raises(env.BadSetting, match="KRAFTSAMLA_X saknas") as caught:
        env.text("KRAFTSAMLA_X")
    assert caught.value.code == 2


def test_a_secret_may_lie_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "hemlighet").write_text("abc\n", encoding="utf-8")
    monkeypatch.setenv("KRAFTSAMLA_X_FILE", str(tmp_path / "hemlighet"))
    assert env.text("KRAFTSAMLA_X") == "abc"


@pytest.mark.parametrize(("value", "meant"), [("ja", True), ("1", True), ("Nej", False), ("", False)])
def test_yes_and_no_are_understood(monkeypatch: pytest.MonkeyPatch, value: str, *, meant: bool) -> None:
    monkeypatch.setenv("KRAFTSAMLA_X", value)
    assert env.flag("KRAFTSAMLA_X", default=not meant) is meant


def test_a_number_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRAFTSAMLA_X", "många")
    with pytest.raises(env.BadSetting, match="KRAFTSAMLA_X=många"):
        env.number("KRAFTSAMLA_X", default=1)


def test_a_database_address_is_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRAFTSAMLA_X", "postgres://kraft:l%40s@db.example:5433/samla?sslmode=require")
    found = env.database("KRAFTSAMLA_X", sqlite_file=Path("x"))
    assert {name: found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")} == {
        "NAME": "samla", "USER": "kraft", "PASSWORD": "l@s", "HOST": "db.example", "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }  # fmt: skip


def test_another_kind_of_database_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRAFTSAMLA_X", "mysql://x/y")
    with pytest.raises(env.BadSetting, match="postgres:// eller sqlite:///, inte mysql://"):
        env.database("KRAFTSAMLA_X", sqlite_file=Path("x"))
