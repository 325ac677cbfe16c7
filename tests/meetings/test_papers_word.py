"""The paper in Word: what looks like a heading, a list or a table is one."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from kraftsamla.meetings.papers.content import Paper, Points, Section
from kraftsamla.meetings.papers.word import write_word
from tests.meetings.papers_case import MEMBERS, PAPER, in_order, long_paper


def opened(paper: Paper = PAPER) -> Any:
    return docx.Document(BytesIO(write_word(paper)))


def styled(document: Any, *names: str) -> list[str]:
    return [line.text for line in document.paragraphs if line.style.name in names]


def told(document: Any) -> str:
    """Every word, also those in tables, in the order in which they stand."""
    return " ".join("".join(node.itertext()) for node in document.element.body.iter(qn("w:p")))


def test_headings_are_headings() -> None:
    document = opened()
    assert styled(document, "Title") == [PAPER.title]
    assert styled(document, "Heading 1") == [
        "1\tLäget", "2\tAvslutning", "Beslut", "Uppföljning", "Deltagare", "Justering",
    ]  # fmt: skip
    assert styled(document, "Heading 2") == ["Gruppdiskussion", "Ordförande", "Ledamöter", "Kansliet"]


def test_lists_are_lists_and_each_numbering_begins_at_one() -> None:
    points = Points((("Det första", ""), ("Det andra", "")), numbered=True)
    document = opened(replace(PAPER, sections=(*PAPER.sections, Section("decisions", "Fler", (points,)))))
    assert styled(document, "List Bullet") == [
        "Hur når data forskningen?", "Vem gör vad?", "Nya uppdrag – Karin Strand, Vinnova", "Presentation",
    ]  # fmt: skip
    numbered = [line for line in document.paragraphs if line.style.name == "List Number"]
    numberings = [line._element.pPr.numPr.numId.val for line in numbered]
    assert len(numbered) == 4
    assert numberings[0] == numberings[1] != numberings[2] == numberings[3]
    defined = {each.numId: each for each in document.part.numbering_part.element.num_lst}
    for numbering in set(numberings):
        assert defined[numbering].lvlOverride_lst[0].startOverride.val == 1


def test_a_tables_first_row_is_a_heading_and_no_row_is_cut() -> None:
    (table,) = opened().tables
    assert [cell.text for cell in table.rows[0].cells] == ["Vad", "Vem", "När"]
    assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [
        ["Skriv planen", "Vinnova", "30 juni 2026"], ["Ring", "SKR", ""],
    ]  # fmt: skip
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert heads == [True, False, False]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Att följa upp"


@pytest.mark.parametrize(("language", "said"), [("sv", "sv-SE"), ("en", "en-GB")])
def test_the_file_says_its_language_and_title(language: str, said: str) -> None:
    document = opened(replace(PAPER, language=language))
    properties = document.core_properties
    assert (properties.title, properties.author, properties.language) == (PAPER.title, PAPER.sender, said)
    spoken = document.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val"))
    assert spoken == said


def test_every_page_says_which_it_is_and_what_it_belongs_to() -> None:
    first = opened().sections[0]
    for header in (first.first_page_header, first.header):
        codes = [each.text.strip() for each in header._element.iter(qn("w:instrText"))]
        assert codes == ["PAGE", "NUMPAGES"]
    assert first.different_first_page_header_footer
    assert [footer.paragraphs[0].text for footer in (first.first_page_footer, first.footer)] == [PAPER.foot] * 2


def test_every_word_stands_there_in_order() -> None:
    assert in_order(
        ["Kansliet för samverkan", "Mötesanteckningar", "Datum 5 mars 2026", "Diarienummer 2026/0123", PAPER.title,
         PAPER.note, "Plats", "Malmö", "Läget", "Åsa berättade om läget.", "Vem gör vad?", "Mötet enades.",
         "Karin Strand, Vinnova", "Gruppen antar planen.", "Grupperna vill samla kraften.", "Ordföranden tackade.",
         "Planen antas. – punkt 1", "Kansliet återkommer.", "Att följa upp", "Skriv planen", "Ring", "Gun Ek, SKR",
         *(f"{name}, {beside}" for name, beside in MEMBERS), "Per Sjö", "Justering", "Gun Ek, ledamot",
         "justerat 12 mars 2026, med personlig länk", "Bo Ål, ledamot", "Datum och underskrift"],
        told(opened()),
    )  # fmt: skip


def test_many_people_stand_in_two_columns_and_what_follows_in_one() -> None:
    document = opened()
    columns = [section._sectPr.find(qn("w:cols")).get(qn("w:num"), "1") for section in document.sections]
    assert columns == ["1", "2", "1"]
    few = replace(PAPER, sections=PAPER.sections[:-1])
    assert len(opened(few).sections) == 1


def test_nothing_is_formatted_by_hand() -> None:
    for line in opened().paragraphs:
        for run in line.runs:
            properties = run._element.rPr
            kinds = [] if properties is None else [etree.QName(each).localname for each in properties]
            assert kinds in ([], ["rStyle"])


def test_a_long_paper_keeps_every_word() -> None:
    document = opened(long_paper())
    assert len(document.tables[0].rows) == 61
    assert in_order([f"Person {number:03}, Myndigheten för prov" for number in range(300)], told(document))


def test_the_same_paper_gives_the_same_bytes() -> None:
    content = write_word(PAPER)
    assert write_word(PAPER) == content
    with zipfile.ZipFile(BytesIO(content)) as file:
        assert {each.date_time for each in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:created" not in file.read("docProps/core.xml")


def test_the_parts_of_the_file_hold_their_elements_in_the_order_that_word_asks_for() -> None:
    """Word refuses a file whose paragraph properties stand in another order than the standard's."""
    order = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs",
             "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "sectPr")  # fmt: skip
    with zipfile.ZipFile(BytesIO(write_word(PAPER))) as file:
        for name in ("word/document.xml", "word/styles.xml"):
            for properties in etree.fromstring(file.read(name)).iter(qn("w:pPr")):
                kinds = [etree.QName(each).localname for each in properties]
                assert kinds == sorted(kinds, key=order.index), name
