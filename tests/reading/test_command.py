"""Many documents at once from the command line, and all of it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import system_account
from kraftsamla.config.cli import main
from kraftsamla.core.errors import NotAllowed, Refused
from kraftsamla.library.models import Document
from kraftsamla.meetings.models import Attendance, Meeting
from kraftsamla.meetings.operations import change_meeting
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.operations import read_and_accept, reject, take_back_step
from tests.reading.test_deciding import everything

pytestmark = pytest.mark.slow

MARCH = """Minnesanteckningar möte med vattenrådet den 14 mars 2023

Närvarande:
Gunvor Ek, Region Kusten
Olle Ask, Havsverket

1. Mötets öppnande
Gunvor Ek öppnade mötet.

2. Nästa möte
Nästa möte äger rum den 9 maj 2023.
"""
APRIL = MARCH.replace("14 mars", "20 april").replace("9 maj", "1 juni").replace("Olle Ask", "Siv Lund")


@pytest.fixture
def folder(tmp_path: Path, db: None) -> Path:
    system_account()
    (tmp_path / "april").mkdir()
    (tmp_path / "april" / "april.txt").write_text(APRIL, encoding="utf-8")
    (tmp_path / "mars.txt").write_text(MARCH, encoding="utf-8")
    (tmp_path / "karta.png").write_bytes(b"\x89PNG")
    return tmp_path


def accept(*paths: Path, level: str = "0.8") -> int:
    return main(["read", *map(str, paths), "--accept", level])


def step_in(out: str) -> str:
    (line,) = [line for line in out.splitlines() if line.startswith("Steg: ")]
    return line.split()[1].rstrip(".")


def test_a_folder_is_read_accepted_and_taken_back_as_one_step(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything()
    assert accept(folder) == 0
    out = capsys.readouterr().out
    step = step_in(out)
    accepted = Suggestion.objects.filter(state="accepted")
    waiting = Suggestion.objects.filter(state="waiting").count()
    assert {each.batch for each in accepted} == {step}
    assert {(each.step, each.made_by.email) for each in Reading.objects.all()} == {(step, "system@kraftsamla.invalid")}
    assert set(Meeting.objects.values_list("starts_on", flat=True)) >= {"2023-03-14", "2023-04-20"}
    assert out.splitlines()[-1] == (
        f"2 inlästa, 0 fanns redan, 0 gick inte. {accepted.count()} förslag godkända, {waiting} väntar."
    )
    assert f"{folder}: filer av andra format hoppas över: 1" in out.splitlines()
    kept = [Path(each.file.path) for each in Document.objects.all()]
    assert [each.is_file() for each in kept] == [True, True]

    count = accepted.count()
    assert main(["read", "--undo", step]) == 0
    assert capsys.readouterr().out == f"{count} godkännanden och 2 dokument togs tillbaka.\n"
    assert everything() == before
    assert accept(folder) == 0


def test_only_what_is_certain_enough_is_accepted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert accept(folder / "mars.txt", level="1") == 0
    assert not Suggestion.objects.filter(state="accepted", confidence__lt=1).exists()
    assert Suggestion.objects.filter(state="waiting").count() > 0


def test_a_file_read_before_is_told_and_skipped(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert accept(folder / "mars.txt") == 0
    before = everything()
    capsys.readouterr()
    assert accept(folder / "mars.txt") == 0
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{folder / 'mars.txt'}: hoppas över. Samma fil är redan inläst som ”")
    assert last == "0 inlästa, 1 fanns redan, 0 gick inte. 0 förslag godkända, 0 väntar."
    assert everything() == before


def test_a_file_that_fails_is_told_why_and_stops_none_of_the_others(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = folder / "tom.txt"
    empty.touch()
    assert accept(empty, folder / "nej.txt", folder / "karta.png", folder / "mars.txt") == 1
    said = capsys.readouterr()
    assert [line.split(": ")[1].rsplit("/", 1)[-1] for line in said.err.splitlines()] == [
        "tom.txt", "nej.txt", "karta.png",
    ]  # fmt: skip
    assert "tom.txt: Filen är tom." in said.err
    assert said.out.splitlines()[-1].startswith("1 inlästa, 0 fanns redan, 3 gick inte.")
    assert Document.objects.count() == 1


def test_nothing_is_taken_back_when_something_builds_on_it(
    folder: Path, capsys: pytest.CaptureFixture[str], alva: User
) -> None:
    accept(folder)
    step = step_in(capsys.readouterr().out)
    meeting = Meeting.objects.get(starts_on="2023-03-14")
    change_meeting(meeting=meeting, values={"place": "Luleå"}, version=meeting.version, by=alva)
    before = everything()
    assert main(["read", "--undo", step]) == 1
    assert capsys.readouterr().err.startswith("kraftsamla: inget togs tillbaka. ")
    assert everything() == before
    assert Attendance.objects.count() > 0
    assert Suggestion.objects.filter(batch=step, state="accepted").exists()


def test_what_a_person_decided_since_is_not_torn_away(
    folder: Path, capsys: pytest.CaptureFixture[str], alva: User
) -> None:
    accept(folder / "mars.txt", level="1")
    step = step_in(capsys.readouterr().out)
    waiting = Suggestion.objects.filter(state="waiting")[0]
    reject(suggestion=waiting, version=waiting.version, by=alva)
    with pytest.raises(Refused) as refusal:
        take_back_step(step=step, by=alva)
    title = Document.objects.get().title
    assert refusal.value.message == (
        f"Någon har arbetat vidare med ”{title}” sedan dess. Ångra förslagen vid läsbordet i stället."
    )
    assert Document.objects.count() == 1


def test_a_step_nobody_knows_is_told(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--undo", "inlasning-x"]) == 1
    assert capsys.readouterr().err == (
        "kraftsamla: inget togs tillbaka. Det finns inget steg som heter inlasning-x, eller så är det redan ångrat.\n"
    )


@pytest.mark.parametrize(
    "arguments",
    [["--accept", "0.95"], ["a.txt", "--accept", "1.5"], ["a.txt", "--accept", "hög"], ["a.txt", "--undo", "x"],
     ["a.txt", "--accept", "0.9", "--json"]],
)  # fmt: skip
def test_a_call_that_cannot_be_understood_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["read", *arguments])
    assert ended.value.code == 2


def test_a_member_may_neither_read_in_nor_take_back(bo: User) -> None:
    with pytest.raises(NotAllowed):
        read_and_accept(content=MARCH.encode(), file_name="mars.txt", at_least=0.9, step="s", by=bo)
    with pytest.raises(NotAllowed):
        take_back_step(step="s", by=bo)
    assert Document.objects.count() == 0


def test_a_saved_page_gets_the_address_it_came_from(folder: Path) -> None:
    address = "https://example.org/anteckningar/mars"
    assert main(["read", str(folder / "mars.txt"), "--accept", "0.8", "--address", address]) == 0
    assert Document.objects.get().url == address
    for wrong in ([str(folder)], [str(folder / "mars.txt"), str(folder / "april" / "april.txt")]):
        with pytest.raises(SystemExit):
            main(["read", *wrong, "--accept", "0.8", "--address", address])


def test_a_document_that_may_be_another_is_left_for_the_desk(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert accept(folder / "mars.txt") == 0
    accepted = Suggestion.objects.filter(state="accepted").count()
    again = folder / "mars-justerad.txt"
    again.write_text(MARCH + "Justerat.\n", encoding="utf-8")
    assert accept(again) == 0
    assert "svara på läsbordet om det är samma dokument" in capsys.readouterr().out
    assert Suggestion.objects.filter(state="accepted").count() == accepted
