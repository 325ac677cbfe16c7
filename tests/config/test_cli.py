"""The command line: what scripts can trust."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kraftsamla.accounts.models import User
from kraftsamla.config import commands
from kraftsamla.config.cli import main
from kraftsamla.editions.models import Edition
from kraftsamla.strategy.models import Strategy
from tests import factories

MINUTES = """Minnesanteckningar möte med rådet för prov den 3 mars 2021

Närvarande:
Gunvor Ek, Region Prov
Olle Ask, Provverket

1. Mötets öppnande
Gunvor Ek öppnade mötet.

2. Nästa möte
Nästa möte äger rum den 4 maj 2021.
"""


def test_help_lists_every_command_with_its_purpose(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    shown = " ".join(capsys.readouterr().out.split())
    assert ended.value.code == 0
    assert [c.NAME for c in commands.ALL if f"{c.NAME} {c.PURPOSE[:20]}" not in shown] == []
    for wanted in ("run", "load", "dump", "read", "publish"):
        assert wanted in {command.NAME for command in commands.ALL}


@pytest.mark.parametrize("arguments", [[], ["finns-inte"], ["publish", "--as-of", "2021-02-30"], ["read"]])
def test_a_call_that_cannot_be_understood_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_reading_as_json_gives_one_object_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "möte.txt"
    file.write_text(MINUTES, encoding="utf-8")
    assert main(["read", "--json", str(file), str(file)]) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first == second
    assert (first["schema"], first["document"]["kind"]) == ("kraftsamla-reading/1", "minutes")
    people = [s["fields"]["person"] for s in first["suggestions"] if s["kind"] == "participant"]
    assert people == ["Gunvor Ek", "Olle Ask"]
    for suggestion in first["suggestions"]:
        assert all(MINUTES[start:end].strip() for start, end in suggestion["evidence"])


def test_reading_as_text_gives_the_file_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.txt"
    file.write_text(MINUTES, encoding="utf-8")
    assert main(["read", "--text", str(file)]) == 0
    assert capsys.readouterr().out == MINUTES


def test_reading_as_table_shows_the_passages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.txt"
    file.write_text(MINUTES, encoding="utf-8")
    assert main(["read", str(file)]) == 0
    out = capsys.readouterr().out
    assert "participant" in out
    assert "Gunvor Ek, Region Prov" in out


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, empty = tmp_path / "a.txt", tmp_path / "tom.txt"
    good.write_text(MINUTES, encoding="utf-8")
    empty.touch()
    assert main(["read", "--json", str(empty), str(tmp_path / "nej.txt"), str(tmp_path), str(good)]) == 1
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 1
    assert [line.split(": ")[1].rsplit("/", 1)[-1] for line in said.err.splitlines()] == [
        "tom.txt",
        "nej.txt",
        tmp_path.name,
    ]


@pytest.mark.django_db
def test_bad_files_are_told_one_by_one_and_end_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "organisations.yaml").write_text("organisations:\n  - slug: X\n    namn: y\n", encoding="utf-8")
    assert main(["load", str(tmp_path)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[-1] == "kraftsamla: inget lästes in; 5 fel att rätta"
    assert len(said) == 6


@pytest.mark.django_db
def test_loading_dumping_publishing_and_verifying(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], settings: Any
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text = "strategies:\n  - slug: prov\n    title:\n      sv: Strategi för prov\nareas:\n"
    text += '  - number: "1"\n    strategy: prov\n    title:\n      sv: Ett område\n'
    (folder / "strategy.yaml").write_text(text, encoding="utf-8")
    assert main(["load", str(folder)]) == 0
    assert main(["dump", str(tmp_path / "ut")]) == 0
    assert main(["load", str(tmp_path / "ut")]) == 0
    assert Strategy.objects.get().title_sv == "Strategi för prov"
    assert main(["publish", "--to", str(tmp_path / "webb"), "--as-of", "2026-11-10"]) == 0
    assert main(["verify", str(tmp_path / "webb")]) == 0
    assert (tmp_path / "webb" / "index.html").is_file()
    capsys.readouterr()
    assert main(["publish", "--as-of", "2026-11-10"]) == 1
    assert (
        capsys.readouterr().err == "kraftsamla: Inget har ändrats sedan utgåva 1. Det finns inget nytt att publicera.\n"
    )
    (tmp_path / "webb" / "index.html").write_text("ändrad", encoding="utf-8")
    assert main(["verify", str(tmp_path / "webb")]) == 1
    assert Edition.objects.get().as_of.isoformat() == "2026-11-10"


@pytest.mark.django_db
def test_publishing_asks_which_strategy_when_there_are_several(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish"]) == 1
    factories.strategy("Ena")
    factories.strategy("Andra")
    capsys.readouterr()
    assert main(["publish"]) == 1
    assert capsys.readouterr().err == "kraftsamla: välj en strategi med --strategy. De som finns: andra, ena.\n"


@pytest.mark.django_db
def test_an_account_is_made_and_given_a_new_password(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import io

    def with_password(password: str) -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(password + "\n"))
        return main(["account", "asa@example.org", "--name", "Åsa", "--role", "coordinator", "--password-stdin"])

    assert with_password("kort") == 1
    assert not User.objects.filter(name="Åsa").exists()
    assert with_password("en ganska lång fras") == 0
    assert with_password("en annan lång fras") == 0
    user = User.objects.get(name="Åsa")
    assert (user.role, user.check_password("en annan lång fras")) == ("coordinator", True)


@pytest.mark.django_db
def test_an_account_that_exists_gets_the_role_and_name_that_are_given_and_keeps_the_rest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import io

    def call(*given: str) -> User:
        monkeypatch.setattr("sys.stdin", io.StringIO("en ganska lång fras\n"))
        assert main(["account", "asa@example.org", *given, "--password-stdin"]) == 0
        return User.objects.get(email="asa@example.org")

    assert call("--name", "Åsa").role == "member"
    assert (call("--role", "operator").role, call().role) == ("operator", "operator")
    user = call("--name", "Åsa Öst")
    assert (user.name, user.role) == ("Åsa Öst", "operator")
    assert "Rollen är drift." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ([], "det här saknas: KOMMANDO"),
        (["publish", "--nix"], "det här känns inte igen: --nix"),
        (["account", "a@example.org", "--role"], "--role behöver ett värde"),
        (["account", "a@example.org", "--role", "kung"], "--role kan inte vara 'kung'"),
        (["serve", "--port", "nio"], "--port ska vara ett tal, inte 'nio'"),
    ],
)
def test_a_wrong_call_is_explained_in_swedish(call: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(call)
    assert stopped.value.code == 2
    assert said in capsys.readouterr().err


def test_the_database_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    database, files = tmp_path / "inne" / "bas.sqlite3", tmp_path / "files"
    commands.prepare.keep_private(database=database, files=files)
    assert database.stat().st_mode & 0o077 == 0
    assert files.stat().st_mode & 0o077 == 0


def test_a_disk_that_is_full_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_given: object) -> int:
        raise OSError(28, "No space left on device", "/srv/x")

    monkeypatch.setattr(commands.verify, "perform", full)
    assert main(["verify", "/srv/x"]) == 1
    assert capsys.readouterr().err == (
        "kraftsamla: avbröt: No space left on device /srv/x. Kontrollera att disken har plats och att du får skriva "
        "där, och kör igen.\n"
    )


def test_a_port_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--port", "99999"]) == 1
    assert "port 99999" in capsys.readouterr().err
