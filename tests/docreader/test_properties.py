"""What holds for every input."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from docreader import Reading, UnreadableDocument, read
from docreader.errors import Broken, EmptyFile
from docreader.model import NOTE_CODES, SUGGESTION_KINDS
from tests.docreader.making import make_odt, make_pdf

DOCUMENTS = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "documents").glob("*.txt"))]
CALM = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
FEW = settings(max_examples=25, deadline=None, suppress_health_check=CALM)
PIECES = st.sampled_from(
    [
        "Deltagare:",
        "Närvarande",
        "1. ",
        "2) ",
        "§ 4 ",
        "- ",
        "• ",
        "| ",
        "Anna Ek",
        "Bo, Öst",
        "SMHI",
        "(S)",
        ", ",
        "och ",
        "\n",
        "\n\n",
        "\t",
        "\u00a0",
        "\u00ad",
        "sam-\n",
        "4 maj",
        "2021-11-10",
        "kl. 10.00–12.00",
        "Nästa möte",
        "Beslut:",
        "?",
        "Foto: ",
        "**",
        "# ",
        "1.2 Mål ett",
        "(Digg - publicerad 3 mars 2023)",
        "säger ",
        "från ",
        "Minnesanteckningar",
        "Sida 1 av 2",
        "»",
        "\r\n",
        "<p>",
        "</li>",
        "&aring;",
    ]
)


def check(reading: Reading) -> None:
    """Every passage lies in the text, every code is known, every block is in its place."""
    length = len(reading.text)
    for item in reading.suggestions:
        assert item.kind in SUGGESTION_KINDS
        assert 0 < item.confidence < 1
        assert item.evidence
        assert all(0 <= start < end <= length for start, end in item.evidence)
        assert all(reading.text[start:end].strip() for start, end in item.evidence)
        assert all(note.code in NOTE_CODES for note in item.notes)
        for value in item.fields.values():
            # Nothing empty, nothing that JSON would change, no filler of the searched copy.
            parts = value if isinstance(value, tuple) else (value,)
            assert all(isinstance(part, str | int | float) for part in parts)
            assert not any("\u2060" in part for part in parts if isinstance(part, str))
    position = 0
    for block in reading.blocks:
        assert position <= block.start < block.end <= length
        position = block.end
    assert Reading.from_whole_json(reading.to_whole_json()) == reading


@FEW
@given(st.binary(max_size=600))
@example(b"%PDF-1.4")
@example(b"PK\x03\x04")
@example(b"<html>")
def test_any_bytes_are_read_or_refused(source: bytes) -> None:
    try:
        check(read(source))
    except UnreadableDocument:
        return


@FEW
@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        check(read(text))
    except UnreadableDocument:
        return


@FEW
@given(st.lists(PIECES, min_size=1, max_size=60))
def test_pieces_of_minutes_in_any_order(pieces: list[str]) -> None:
    try:
        check(read("".join(pieces)))
    except EmptyFile:
        return


@settings(max_examples=12, deadline=None, suppress_health_check=CALM)
@given(st.sampled_from(DOCUMENTS), st.integers(0, 2000), st.integers(0, 400))
def test_a_document_with_a_hole(text: str, start: int, size: int) -> None:
    check(read(text[:start] + text[start + size :] + "."))


@settings(max_examples=15, deadline=None, suppress_health_check=CALM)
@given(st.sampled_from([make_odt(), make_pdf([[(60, 700, 11, "Deltagare: Anna Ek, SMHI")]])]), st.data())
def test_a_damaged_file_is_read_or_refused(source: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(source) - 1))
    damaged = source[:place] + data.draw(st.binary(max_size=4)) + source[place + data.draw(st.integers(0, 40)) :]
    try:
        check(read(damaged))
    except UnreadableDocument:
        return


def test_an_archive_whose_directory_points_before_its_start_is_refused() -> None:
    source = make_odt()
    with pytest.raises(Broken):
        read(source[:-6] + (10**6).to_bytes(4, "little") + source[-2:])


def test_every_document_of_the_folder_holds() -> None:
    for text in DOCUMENTS:
        check(read(text))


def test_twice_the_text_is_about_twice_the_work() -> None:
    """Counted, not timed: units, sentences and lines grow with the text, and no passage is looked at in pairs."""
    once, twice = read(DOCUMENTS[0]), read(DOCUMENTS[0] + "\n\n" + DOCUMENTS[0])
    assert len(once.blocks) <= len(twice.blocks) <= 2 * len(once.blocks) + 4
    assert len(twice.suggestions) <= 2 * len(once.suggestions) + 4
