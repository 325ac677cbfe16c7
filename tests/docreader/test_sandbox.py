"""Reading in a process of its own, and the command."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from docreader import read
from docreader.errors import EmptyFile, Encrypted, TookTooLong, TookTooMuchMemory, UnreadableDocument, from_code
from docreader.sandbox import read_in_process

TEXT = "Minnesanteckningar 2022-05-04\n\nDeltagare:\nÅsa Ek, SMHI\nBo Öst, HaV\n"


def test_the_answer_is_the_same_as_in_this_process(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert read_in_process(path, name="a.txt") == read(TEXT)


def test_an_error_comes_back_with_its_code() -> None:
    with pytest.raises(EmptyFile):
        read_in_process(b"  ", name="a.txt")


def test_too_long_is_stopped() -> None:
    with pytest.raises(TookTooLong):
        read_in_process((TEXT * 40_000).encode(), name="a.txt", seconds=1)


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are only sure on Linux")
def test_too_much_memory_is_stopped() -> None:
    with pytest.raises((TookTooMuchMemory, UnreadableDocument)):
        read_in_process(TEXT.encode(), memory_mb=40)


def test_the_command_prints_text_json_and_a_table(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    command = [sys.executable, "-m", "docreader"]
    text = subprocess.run([*command, "--text", path], capture_output=True, check=True).stdout.decode()
    data = json.loads(subprocess.run([*command, path], capture_output=True, check=True).stdout)
    assert text == TEXT
    assert data["schema"] == "kraftsamla-reading/1"
    assert data["suggestions"][0]["evidence"][0] == [0, 29]


def test_the_command_writes_into_a_file(tmp_path: Path) -> None:
    path, answer = tmp_path / "a.txt", tmp_path / "answer.txt"
    path.write_text(TEXT, encoding="utf-8")
    with answer.open("wb") as stream:
        subprocess.run([sys.executable, "-m", "docreader", "--text", path], stdout=stream, check=True)
    assert answer.read_text(encoding="utf-8") == TEXT


def test_codes_become_errors_again() -> None:
    assert isinstance(from_code("encrypted", {}), Encrypted)
    assert from_code("something new", {}).code == "crashed"
