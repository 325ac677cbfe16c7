"""Pages of a PDF as pictures, with the places of the words."""

import io
import json
import struct
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from docreader import read
from docreader.errors import Broken, Encrypted, TookTooLong, TookTooMuchMemory, UnknownFormat, UnreadableDocument
from docreader.formats.pdf.picture import PIXEL_LIMIT
from docreader.formats.pictures import page_picture
from docreader.model import PagePicture
from docreader.sandbox import picture_in_process
from tests.docreader.making import make_pdf
from tests.docreader.test_formats import encrypted_pdf

PAGES = [
    [(60, 700, 12, "Deltagare vid"), (60, 684, 12, "samrådet"), (60, 620, 12, "Anna Ek, SMHI"), (300, 620, 12, "HaV")],
    [(60, 780, 12, "Beslut: gruppen möts igen.")],
]
SOURCE = make_pdf(PAGES)


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height as the PNG itself says."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def drawn(source: bytes, page: int, width: int = 600) -> tuple[str, PagePicture]:
    """The text of a document and the picture of a page of it."""
    reading = read(source)
    start, end = reading.pages[page - 1]
    return reading.text, page_picture(source, page=page, width=width, text=reading.text[start:end], start=start)


def test_a_page_is_drawn_and_its_words_are_where_they_were_set() -> None:
    text, picture = drawn(SOURCE, 1)
    assert size_of(picture.png) == (picture.width, picture.height)
    assert (picture.page, picture.pages) == (1, 2)
    place = text.index("Anna Ek")
    ((left, top, right, bottom),) = picture.boxes(place, place + 7)
    assert left == pytest.approx(60 / 595, abs=0.01)
    assert top < 1 - 620 / 842 < bottom
    assert right == pytest.approx(left + 0.075, abs=0.02)


def test_a_passage_over_two_lines_or_two_cells_has_a_box_for_each() -> None:
    text, picture = drawn(SOURCE, 1)
    assert len(picture.boxes(text.index("vid"), text.index("samrådet") + 8)) == 2
    assert len(picture.boxes(text.index("SMHI"), text.index("HaV") + 3)) == 2


def test_a_passage_on_another_page_has_no_box() -> None:
    text, picture = drawn(SOURCE, 2)
    assert picture.boxes(text.index("Beslut"), text.index("Beslut") + 6)
    assert picture.boxes(0, 5) == []


def test_without_its_text_the_document_is_read_to_find_the_places() -> None:
    _, picture = drawn(SOURCE, 2)
    assert page_picture(SOURCE, page=2, width=600) == picture


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_turned_is_read_and_drawn_as_it_is_seen(turn: int) -> None:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(SOURCE)) as document:
        document.pages[0].rotate(turn, relative=False)
        document.save(stream)
    text, picture = drawn(stream.getvalue(), 1)
    assert (picture.width > picture.height) == (turn != 180)
    place = text.index("Anna Ek")
    left, top, right, bottom = picture.boxes(place, place + 4)[0]
    assert 0 <= left < right <= 1
    assert 0 <= top < bottom <= 1


def test_a_word_divided_at_a_line_end_has_two_places() -> None:
    text, picture = drawn(make_pdf([[(60, 700, 12, "Vi frågade natur-"), (60, 685, 12, "vårdsverket om det.")]]), 1)
    place = text.index("naturvårdsverket")
    assert len(picture.boxes(place, place + 16)) == 2


def test_a_huge_page_is_drawn_small() -> None:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(SOURCE)) as document:
        document.pages[0].MediaBox = [0, 0, 14_000, 14_000]
        document.save(stream)
    picture = page_picture(stream.getvalue(), page=1, width=100_000, text="")
    assert picture.width * picture.height <= 1.01 * PIXEL_LIMIT


@pytest.mark.parametrize(
    ("source", "page", "error"),
    [
        (SOURCE, 3, Broken),
        (SOURCE, 0, Broken),
        (b"Minnesanteckningar", 1, UnknownFormat),
        (b"%PDF-1.7\nnothing more", 1, Broken),
        (encrypted_pdf(), 1, Encrypted),
    ],
)
def test_what_cannot_be_drawn_says_why(source: bytes, page: int, error: type[UnreadableDocument]) -> None:
    with pytest.raises(error):
        page_picture(source, page=page, width=600)


def test_a_page_without_text_is_still_drawn() -> None:
    picture = page_picture(make_pdf([[]]), page=1, width=300)
    assert size_of(picture.png) == (300, 425)
    assert picture.words == ()


def test_drawn_in_a_process_of_its_own_it_is_the_same(tmp_path: Path) -> None:
    text, picture = drawn(SOURCE, 2)
    start, end = read(SOURCE).pages[1]
    assert picture_in_process(SOURCE, page=2, width=600, text=text[start:end], start=start) == picture
    path = tmp_path / "a.pdf"
    path.write_bytes(SOURCE)
    assert picture_in_process(path, page=2, width=600) == picture
    with pytest.raises(Broken):
        picture_in_process(path, page=9)


def test_a_page_that_takes_too_long_or_too_much_is_stopped() -> None:
    operators = b"0 0 m 500 800 l 9 400 l S\n" * 400_000
    heavy = make_pdf([[(60, 700, 12, "Text")]]).replace(b"BT /F1", operators + b"BT /F1")
    with pytest.raises((TookTooLong, TookTooMuchMemory)):
        picture_in_process(heavy, page=1, width=2400, text="", seconds=1)


def test_the_command_writes_a_line_of_json_and_a_png(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(SOURCE)
    command = [sys.executable, "-m", "docreader", "--page", "2", "--width", "300", str(path)]
    head, _, png = subprocess.run(command, capture_output=True, check=True).stdout.partition(b"\n")
    said = json.loads(head)
    assert said["bytes"] == len(png)
    assert size_of(png) == (said["width"], said["height"])
    assert len(said["words"]) == 4
