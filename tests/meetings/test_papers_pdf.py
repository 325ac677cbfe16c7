"""The printed paper: tagged, in order, nothing cut."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from kraftsamla.meetings.papers.content import Paper, People, Prose, Section, Table
from kraftsamla.meetings.papers.pdf import write_pdf
from kraftsamla.meetings.papers.shape import outline, shares, squared
from tests.meetings.papers_case import MEMBERS, PAPER, embedded, fonts, in_order, long_paper, tags, texts

HEADINGS = ("Uppföljning", "Att följa upp", "Vad Vem När", "Deltagare", "Ledamöter", "2 Sist")


def opened(paper: Paper = PAPER) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(write_pdf(paper)))


@pytest.mark.parametrize(("language", "said"), [("sv", "sv-SE"), ("en", "en-GB")])
def test_the_file_says_its_language_title_and_that_it_is_tagged(language: str, said: str) -> None:
    file = opened(replace(PAPER, language=language))
    assert str(file.Root.Lang) == said
    assert bool(file.Root.MarkInfo.Marked)
    assert str(file.docinfo.Title) == PAPER.title
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
    with file.open_metadata() as told:
        assert told["pdfuaid:part"] == "1"


def test_headings_stand_in_order_and_are_bookmarks() -> None:
    file = opened()
    headings = [tag.kind for tag in tags(file) if tag.kind in {"H1", "H2", "H3"}]
    assert headings == ["H1", "H2", "H1", "H1", "H1", "H1", "H2", "H2", "H2", "H1"]
    with file.open_outline() as marks:
        told = [(" ".join(each.title.split()), [child.title for child in each.children]) for each in marks.root]
    assert told == [
        ("1 Läget", ["Gruppdiskussion"]), ("2 Avslutning", []), ("Beslut", []), ("Uppföljning", []), ("Deltagare", []),
        ("Justering", []),
    ]  # fmt: skip


def test_a_table_has_headers_for_its_columns_and_a_caption() -> None:
    file = opened()
    found = tags(file)
    heads = [tag for tag in found if tag.kind == "TH"]
    scopes = [str(row.Scope) for tag in heads for row in tag.node.A if "/Scope" in row]
    assert scopes == ["/Column"] * 3
    assert [tag.kind for tag in found if tag.kind in {"Table", "Caption", "THead", "TBody"}] == [
        "Table", "Caption", "THead", "TBody",
    ]  # fmt: skip
    assert len([tag for tag in found if tag.kind == "TD"]) == 6


def test_lists_are_lists() -> None:
    found = tags(opened())
    top = [tag for tag in found if tag.kind == "L"]
    items = [tag for tag in found if tag.kind == "LI"]
    # Facts twice, questions, presentations, decisions, and the people: one, two halves, one.
    assert len(top) == 9
    assert len(items) == len(PAPER.facts) + 1 + 2 + 2 + 2 + 1 + len(MEMBERS) + 1


def test_every_typeface_is_in_the_file() -> None:
    file = opened()
    described = list(fonts(file))
    assert described
    assert all(embedded(each) for each in described)
    assert {str(each.FontName).split("+")[-1][:10] for each in described} == {"SourceSeri", "SourceSans"}


def test_every_word_stands_there_in_order() -> None:
    told = " ".join(texts(write_pdf(PAPER)))
    assert in_order(
        ["Kansliet för samverkan", "Mötesanteckningar", "Datum 5 mars 2026", "Diarienummer 2026/0123",
         "Möte 3: hälsa och forskning", "Utkast. Inte justerat.", "Plats Malmö", "Närvarande 17, varav 3 på distans",
         "1 Läget", "Åsa berättade om läget.", "Hur når data forskningen?", "Vem gör vad?", "Mötet enades.",
         "Nya uppdrag – Karin Strand, Vinnova", "Beslut Gruppen antar planen.", "Gruppdiskussion",
         "Grupperna vill samla kraften.", "2 Avslutning", "Planen antas. – punkt 1", "2. Kansliet återkommer.",
         "Att följa upp", "Vad Vem När", "Skriv planen Vinnova 30 juni 2026", "Ring SKR", "Gun Ek, SKR",
         *(f"{name}, {beside}" for name, beside in MEMBERS), "Per Sjö", "Justering", "Gun Ek, ledamot",
         "justerat 12 mars 2026, med personlig länk", "Datum och underskrift", "Bo Ål, ledamot",
         "Möte 3. Utkast, inte justerat."],
        told,
    )  # fmt: skip
    assert "Sida 1 (2)" in told


def test_the_paper_speaks_english_when_it_is_english() -> None:
    told = " ".join(texts(write_pdf(replace(PAPER, language="en"))))
    for word in ("Page 1 (2)", "Date 5 mars 2026", "Registry number 2026/0123", "Approval", "Date and signature"):
        assert word in told


def test_a_long_paper_keeps_every_word_and_repeats_heads() -> None:
    paper = long_paper()
    pages = texts(write_pdf(paper))
    told = " ".join(pages)
    assert len(pages) > 10
    assert in_order([f"{number} Punkt {number}" for number in range(1, 31)], told)
    assert in_order([f"Uppgift {number}:" for number in range(60)], told)
    assert in_order([f"Person {number:03}, Myndigheten för prov" for number in range(300)], told)
    tabled = [page for page in pages if "Uppgift" in page]
    assert len(tabled) > 2
    assert all("Vad Vem När" in page for page in tabled)
    for number, page in enumerate(pages, start=1):
        assert f"Sida {number} ({len(pages)})" in page
        assert paper.foot in page


def test_no_heading_ends_a_page() -> None:
    for length in range(8, 40, 4):
        said = Section("item", "Före", tuple(Prose("En rad text.") for _ in range(length)), number="1")
        rows = tuple((f"Uppgift {number}", "Vinnova", "") for number in range(8))
        after = Section("followups", "Uppföljning", (Table("Att följa upp", ("Vad", "Vem", "När"), rows),))
        people = Section("participants", "Deltagare", (People((("Ledamöter", MEMBERS),)),))
        last = Section("item", "Sist", (Prose("Slutet av texten."),), number="2")
        for page in texts(write_pdf(replace(PAPER, sections=(said, after, people, last), signatures=()))):
            words = page.removesuffix(PAPER.foot).strip()
            assert not words.endswith(HEADINGS)


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert write_pdf(PAPER) == write_pdf(PAPER)


def test_a_paper_with_nothing_in_it_is_a_page() -> None:
    empty = Paper("sv", "", "Titel", "", "", "", "", (), ())
    assert [page for page in texts(write_pdf(empty)) if "Titel" in page]


def test_empty_blocks_leave_no_empty_lists() -> None:
    blocks = (Prose(""), People(()), People((("Gäster", ()),)), Table("", ("Vad",), ()))
    found = tags(opened(replace(PAPER, facts=(), signatures=(), sections=(Section("text", "Tomt", blocks),))))
    assert [tag.kind for tag in found if tag.kind in {"L", "LI"}] == []


def test_a_level_that_is_missing_is_filled() -> None:
    sections = tuple(Section("text", f"{level}", (), level=level) for level in (2, 1, 5, 2))
    assert [each.level for each in outline(sections)] == [1, 1, 2, 2]


def test_columns_share_the_page_by_what_they_say() -> None:
    table = Table("", ("Vad", "När"), (("x" * 64, "y" * 16), ("x", "y")))
    assert shares(table) == (8.0, 4.0)


def test_a_row_that_says_more_than_the_heads_loses_nothing() -> None:
    table = Table("Lista", ("Vad",), (("Ett", "Två"), ()))
    assert squared(table) == Table("Lista", ("Vad", ""), (("Ett", "Två"), ("", "")))
    told = " ".join(texts(write_pdf(replace(PAPER, sections=(Section("text", "Rader", (table,)),)))))
    assert "Vad Ett Två" in told
