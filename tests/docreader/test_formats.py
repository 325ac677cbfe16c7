"""Each format in, and what is refused. The files are made here."""

import io
import zipfile
from pathlib import Path

import docx
import pikepdf
import pytest

from docreader import Block, Reading, read
from docreader.errors import (
    BY_CODE,
    Broken,
    EmptyFile,
    Encrypted,
    NoText,
    TooLarge,
    UnknownFormat,
    UnreadableDocument,
    WrongEncoding,
    ZipBomb,
    explain,
)
from tests.docreader.making import make_odt, make_pdf

TEXT = "Minnesanteckningar Vattenrådet 4 maj 2022\n\nDeltagare:\nÅsa Ek, SMHI\nBo Öst, HaV\n"


def names(reading: Reading) -> list[object]:
    """Everybody who attended."""
    return [item.fields["person"] for item in reading.suggestions if item.kind == "participant"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_in_any_usual_encoding(encoding: str) -> None:
    reading = read(TEXT.encode(encoding), name="a.txt")
    assert reading.text == TEXT
    assert names(reading) == ["Åsa Ek", "Bo Öst"]
    assert [note.code for note in reading.notes] == (["decoded_as"] if encoding == "cp1252" else [])


def test_windows_line_ends_stay_and_offsets_count_them() -> None:
    text = TEXT.replace("\n", "\r\n")
    reading = read(text.encode(), name="a.txt")
    assert reading.text == text
    start, end = next(item for item in reading.suggestions if item.kind == "participant").evidence[0]
    assert text[start:end] == "Åsa Ek, SMHI"


def test_markdown_keeps_its_own_text() -> None:
    text = "# Minnesanteckningar 2022-05-04\n\n## Deltagare\n* **Åsa Ek**, [SMHI](https://example.org)\n* Bo Öst, HaV\n"
    reading = read(text.encode(), name="a.md")
    assert (reading.format, reading.text) == ("markdown", text)
    assert names(reading) == ["Åsa Ek", "Bo Öst"]
    assert reading.blocks[0].kind == "heading"


def test_html_without_its_chrome_and_scripts() -> None:
    page = """<!doctype html><html><head><title>Rådet | Sajten</title><script>alert("Bo Falsk, SMHI")</script>
    <meta property="article:published_time" content="2022-05-06T10:00"></head><body><nav>Meny</nav><main>
    <h1>Minnesanteckningar Vattenrådet</h1><p>Datum: 4 maj 2022</p><h2>Deltagare</h2><ul><li>Åsa Ek, SMHI</li>
    <li>Bo Öst, HaV</li></ul></main><footer>Om kakor</footer></body></html>"""
    reading = read(page.encode(), name="a.html")
    assert reading.format == "html"
    assert "alert" not in reading.text
    assert "Meny" not in reading.text
    assert names(reading) == ["Åsa Ek", "Bo Öst"]
    assert reading.document.published == "2022-05-06"


def make_docx() -> bytes:
    document = docx.Document()
    document.add_heading("Minnesanteckningar Vattenrådet 4 maj 2022", 1)
    document.add_heading("Deltagare", 2)
    document.add_paragraph("Åsa Ek, SMHI", style="List Bullet")
    document.add_paragraph("Bo Öst, HaV", style="List Bullet")
    document.add_paragraph("Mötet öppnas", style="List Number")
    document.add_paragraph("Övriga frågor", style="List Number")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Vad", "Vem"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_docx_with_headings_lists_numbers_and_tables() -> None:
    reading = read(make_docx(), name="a.docx")
    assert reading.format == "docx"
    assert names(reading) == ["Åsa Ek", "Bo Öst"]
    assert {block.kind for block in reading.blocks} == {"heading", "list_item", "table_row"}
    assert [i.fields["number"] for i in reading.suggestions if i.kind == "agenda_item"] == ["1", "2"]


def test_odt_with_headings_lists_and_tables() -> None:
    reading = read(make_odt(), name="a.odt")
    assert reading.format == "odt"
    assert names(reading) == ["Åsa Ek", "Bo Öst"]
    assert "Vad | Vem" in reading.text


def test_pdf_with_pages_and_their_numbers_as_furniture() -> None:
    pages = [
        [(60, 780, 18, "Minnesanteckningar 4 maj 2022"), (60, 740, 11, "Deltagare:"), (60, 720, 11, "Anna Ek, SMHI"),
         (60, 705, 11, "Bo Ask, HaV"), (300, 30, 9, "1 (2)")],
        [(60, 780, 11, "Mötet slutade."), (300, 30, 9, "2 (2)")],
    ]  # fmt: skip
    reading = read(make_pdf(pages), name="a.pdf")
    assert reading.format == "pdf"
    assert names(reading) == ["Anna Ek", "Bo Ask"]
    assert len(reading.pages) == 2
    furniture = [reading.text[b.start : b.end] for b in reading.blocks if b.kind == "furniture"]
    assert furniture == ["1 (2)", "2 (2)"]


def test_pdf_columns_are_read_one_after_the_other() -> None:
    left = [(60, 700 - 14 * i, 11, f"vänster rad {i} som fyller hela spalten ut") for i in range(10)]
    right = [(320, 700 - 14 * i, 11, f"höger rad {i} som fyller hela spalten ut") for i in range(10)]
    text = read(make_pdf([left + right]), name="a.pdf").text
    assert text.index("vänster rad 9") < text.index("höger rad 0")


def test_a_file_whose_name_lies_is_read_by_its_content() -> None:
    reading = read(make_docx(), name="anteckningar.pdf")
    assert reading.format == "docx"
    assert reading.notes[0].to_json() == {"code": "name_lies", "said": "pdf", "found": "docx"}


def test_blocks_do_not_overlap_and_leave_out_only_space() -> None:
    for reading in (read(TEXT), read(make_docx()), read(make_odt())):
        check_blocks(reading.text, reading.blocks)


def check_blocks(text: str, blocks: tuple[Block, ...]) -> None:
    position = 0
    for block in blocks:
        assert position <= block.start < block.end <= len(text)
        assert not text[position : block.start].strip()
        position = block.end
    assert not text[position:].strip()


def packed(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


ENTITY = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t>
</w:r></w:p></w:body></w:document>"""


def encrypted_pdf() -> bytes:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(make_pdf([[(60, 700, 11, "Hemligt")]]))) as document:
        document.save(stream, encryption=pikepdf.Encryption(user="a", owner="b"))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("source", "error"),
    [
        (b"", EmptyFile),
        (b" \n\t ", EmptyFile),
        (b"\x00\x01\x02\x03\xff" * 300, UnknownFormat),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 90, UnknownFormat),
        (b"\xff\xfea", WrongEncoding),
        ("Привет, мир, как дела".encode("koi8-r") * 40, WrongEncoding),
        (b"%PDF-1.7\nnothing more", Broken),
        (b"PK\x03\x04nothing more", Broken),
        (packed({"a.txt": b"hej"}), UnknownFormat),
        (packed({"word/document.xml": b"<w:document>"}), Broken),
        (packed({"word/document.xml": ENTITY}), Broken),
        (packed({"content.xml": b" " * 120_000_000}), ZipBomb),
        (packed({"content.xml": b"<x/>", "META-INF/manifest.xml": b"<m encryption-data='1'/>"}), Encrypted),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), Encrypted),
        (make_pdf([[]]), NoText),
        (encrypted_pdf(), Encrypted),
        (b"a" * 64_000_001, TooLarge),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "source",
)
def test_what_cannot_be_read_says_why(source: bytes, error: type[UnreadableDocument]) -> None:
    with pytest.raises(error):
        read(source)


def test_macros_do_no_harm() -> None:
    members = {name: zipfile.ZipFile(io.BytesIO(make_docx())).read(name) for name in ("word/document.xml",)}
    reading = read(packed(members | {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0 Shell"}), name="a.docm")
    assert names(reading) == ["Åsa Ek", "Bo Öst"]


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_every_error_is_explained_in_both_languages(code: str) -> None:
    error = BY_CODE[code](limit_mb=64, pages=3, limit=2, seconds=20, memory_mb=1024)
    swedish, english = explain(error, "sv"), explain(error, "en")
    assert swedish != english
    assert "{" not in swedish + english
    assert "?" not in swedish + english


def test_documents_in_the_folder_read_the_same_as_bytes_and_as_text() -> None:
    path = next((Path(__file__).parent / "documents").glob("*.txt"))
    assert read(path.read_bytes()).suggestions == read(path.read_bytes().decode()).suggestions
