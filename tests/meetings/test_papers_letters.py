"""Whatever people type becomes a paper, and none of it is read as markup."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import docx
import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from kraftsamla.meetings.papers.content import Facts, Paper, People, Points, Prose, Section, Table
from kraftsamla.meetings.papers.pdf import write_pdf
from kraftsamla.meetings.papers.word import write_word
from kraftsamla.ui.papers.letters import MISSING, drawable, writable
from tests.meetings.papers_case import PAPER, tags, texts

ODD = (
    "#*_[]$@<>\\\"`~=+-/{}()&;%'\n\t\r\x00\x07\x1b\x85\u2028\ufffe\ud800"
    "😀👩‍👩‍👧✅日本語עבריתالعربيةåäöÅÄÖ\u0301\u200d\ufe0f\xad\u202e\U000e0041"
)
TEXT = st.text(st.one_of(st.sampled_from(ODD), st.characters()), max_size=60)
MARKUP = ['#panic("nej")', "$x^2$", "*fet* _kursiv_", "= Rubrik", "+ ett", "- två", "/ Ord: sak", "<etikett> @etikett",
          "#import \"x\"", "\\u{41}", "`kod`", "// kommentar", "[hak]", "a~b---c...", "<w:t>&amp;</w:t>"]  # fmt: skip


def filled(text: str) -> Paper:
    """A paper that says it everywhere."""
    row = (text, text)
    blocks = (
        Prose(f"{text}\n\n- {text}"), Facts((row,)), Points((row,)), Points((row,), numbered=True),
        Table(text, row, (row,)), People(((text, (row,)),)),
    )  # fmt: skip
    return Paper("sv", text, text or "Titel", text, text, text, text, (row,), (
        Section("item", text, blocks, number=text), Section("item", text, blocks, number="2", level=2),
    ), (row, (text, "")), text)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT)
def test_any_text_becomes_a_tagged_pdf(text: str) -> None:
    file = pikepdf.open(BytesIO(write_pdf(filled(text))))
    assert bool(file.Root.MarkInfo.Marked)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT)
def test_any_text_becomes_a_word_file_that_can_be_read(text: str) -> None:
    content = write_word(filled(text))
    docx.Document(BytesIO(content))
    with zipfile.ZipFile(BytesIO(content)) as file:
        for name in file.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(file.read(name))


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_is_printed_as_it_was_typed(markup: str) -> None:
    paper = replace(PAPER, sections=(Section("item", "Punkt", (Prose(f"före {markup} efter"),), number="1"),))
    told = " ".join(texts(write_pdf(paper)))
    assert f"före {markup} efter" in told
    lines = [line.text for line in docx.Document(BytesIO(write_word(paper))).paragraphs]
    assert f"före {markup} efter" in lines


def test_markup_makes_no_heading_and_no_list() -> None:
    file = pikepdf.open(BytesIO(write_pdf(filled("= Rubrik\n+ ett"))))
    plain = pikepdf.open(BytesIO(write_pdf(filled("Rubrik ett"))))
    kinds = ("H1", "H2", "H3", "L", "Table", "Link", "Formula", "Code")
    made, expected = ([tag.kind for tag in tags(each) if tag.kind in kinds] for each in (file, plain))
    assert made == expected


def test_a_letter_that_no_typeface_has_is_a_square_and_the_rest_is_kept() -> None:
    paper = replace(PAPER, sections=(Section("item", "Punkt 😀", (Prose("Klart 😀 enligt Åsa, Ωμέγα och Жук."),)),))
    told = " ".join(texts(write_pdf(paper)))
    assert f"Punkt {MISSING}" in told
    assert f"Klart {MISSING} enligt Åsa, Ωμέγα och Жук." in told
    lines = [line.text for line in docx.Document(BytesIO(write_word(paper))).paragraphs]
    assert "Klart 😀 enligt Åsa, Ωμέγα och Жук." in lines


def test_words_from_right_to_left_are_kept() -> None:
    paper = replace(PAPER, sections=(Section("item", "Punkt", (Prose("Hälsning: שלום"),)),))
    assert any(letter in " ".join(texts(write_pdf(paper))) for letter in "שלום")


def test_very_long_words_stay_on_the_page() -> None:
    address = "https://example.org/" + "a" * 300
    word = "ord" * 120
    table = Table("Lista", ("Vad", "Vem", "När"), ((word, word, word),))
    paper = replace(PAPER, sections=(Section("item", word, (Prose(f"{word} {address}"), table)),))
    told = "".join(" ".join(texts(write_pdf(paper))).replace("\u200b", "").split())
    assert told.count(word) >= 5
    assert address in told


def test_an_address_in_the_text_can_be_followed() -> None:
    paper = replace(PAPER, sections=(Section("item", "Punkt", (Prose("Läs mer på https://example.org/a?b=c."),)),))
    file = pikepdf.open(BytesIO(write_pdf(paper)))
    found = [str(note.A.URI) for page in file.pages for note in page.get("/Annots", []) if "/A" in note]
    assert found == ["https://example.org/a?b=c"]
    assert [tag.kind for tag in tags(file) if tag.kind == "Link"] == ["Link"]


def test_what_a_file_cannot_hold_becomes_a_space() -> None:
    assert writable("a\x00b\x1bc\ud800d\ne\r\nf\u2028g") == "a b c d\ne\nf g"
    assert drawable("a😀b\ufe0fc") == f"a{MISSING}bc"
