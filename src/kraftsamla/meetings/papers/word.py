"""A paper as a Word file, in the layout that offices use, for whoever wants to go on writing in it."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P

from kraftsamla.meetings.papers.content import (
    Block,
    Facts,
    Paper,
    People,
    Points,
    Prose,
    Section,
    Table,
    as_json,
    from_json,
)
from kraftsamla.meetings.papers.shape import outline, shares, squared
from kraftsamla.meetings.papers.styles import (
    CELL,
    FACT,
    LEAD,
    LETTERHEAD,
    NAME,
    NOTE,
    SENDER,
    SIGNATURE,
    TABLE,
    TEXT,
    lay_out,
    number_anew,
)
from kraftsamla.meetings.papers.words import words
from kraftsamla.ui.papers.letters import walk, writable
from kraftsamla.ui.papers.word import add_field, element, new_document, saved

#: So many people stand in one column; more in two.
ONE_COLUMN = 24


@dataclass(frozen=True, slots=True)
class Page:
    """What is written on. Looking a style up by its name walks through them all, so their keys are kept."""

    document: Any
    styles: dict[str, str]

    def line(self, text: str = "", style: str = "Normal") -> Any:
        line = self.document.add_paragraph(text)
        line._p.style = self.styles[style]
        return line

    def quiet(self, line: Any, text: str) -> None:
        line.add_run(text)._r.style = self.styles["Quiet"]


def write_word(paper: Paper) -> bytes:
    """Headings, lists and tables are what they look like; the same paper gives the same bytes."""
    paper = from_json(walk(as_json(paper), writable))
    document = new_document(title=paper.title, author=paper.sender, language=paper.language)
    lay_out(document)
    _edges(document, paper)
    page = Page(document, {style.name: style.style_id for style in document.styles})
    _top(page, paper)
    for section in outline(paper.sections):
        _section(page, section)
    _signatures(page, paper)
    return saved(document)


def _edges(document: Any, paper: Paper) -> None:
    said = words(paper.language)
    first = document.sections[0]
    first.different_first_page_header_footer = True
    for header, lead in ((first.first_page_header, ""), (first.header, f"{paper.word}, {paper.title}")):
        line = header.paragraphs[0]
        line.style = "Header"
        line.add_run(f"{lead}\t{said['page']} ")
        add_field(line, "PAGE")
        line.add_run(" (")
        add_field(line, "NUMPAGES")
        line.add_run(")")
    for footer in (first.first_page_footer, first.footer):
        footer.paragraphs[0].text = paper.foot


def _top(page: Page, paper: Paper) -> None:
    said = words(paper.language)
    head = page.line(style=SENDER)
    head.add_run(paper.sender)
    head.add_run(f"\t{paper.word}")
    for name, value in ((said["date"], paper.date), (said["reference"], paper.reference)):
        if value:
            line = page.line(style=LETTERHEAD)
            page.quiet(line, f"\t{name} ")
            line.add_run(value)
    page.line(paper.title, style="Title")
    if paper.note:
        page.line(paper.note, style=NOTE)
    _facts(page, Facts(paper.facts))


def _section(page: Page, section: Section) -> None:
    if section.heading:
        lead = f"{section.number}\t" if section.number else ""
        page.line(lead + section.heading, style=f"Heading {section.level}")
    for block in section.blocks:
        _block(page, block, section)


def _block(page: Page, block: Block, section: Section) -> None:
    match block:
        case Prose():
            _prose(page, block)
        case Facts():
            _facts(page, block)
        case Points():
            _points(page, block)
        case Table():
            _table(page, block, under=section.heading)
        case People():
            _people(page, block, level=section.level)


def _prose(page: Page, prose: Prose) -> None:
    pieces = prose.pieces
    for place, (is_list, lines) in enumerate(pieces):
        if is_list:
            for line in lines:
                page.line(line, style="List Bullet")
        else:
            leads = place + 1 < len(pieces) and pieces[place + 1][0]
            page.line("\n".join(lines), style=LEAD if leads else "Normal")


def _facts(page: Page, facts: Facts) -> None:
    for name, value in facts.rows:
        line = page.line(style=FACT)
        page.quiet(line, name)
        line.add_run(f"\t{value}")


def _points(page: Page, points: Points) -> None:
    numbering = number_anew(page.document) if points.numbered else None
    for text, beside in points.rows:
        line = page.line(text, style="List Number" if points.numbered else "List Bullet")
        if beside:
            page.quiet(line, f" – {beside}")
        if numbering is not None:
            properties = line._element.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_numId().val = numbering


def _table(page: Page, table: Table, *, under: str) -> None:
    table = squared(table)
    if table.caption and table.caption != under:
        page.line(table.caption, style="Caption")
    made = page.document.add_table(rows=1, cols=len(table.heads), style=TABLE)
    made.autofit = False
    made._tbl.tblPr.append(element("w:tblCaption", val=table.caption or under))
    parts = shares(table)
    widths = [int(TEXT * part / sum(parts)) for part in parts]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    _row(page, made.rows[0], table.heads, widths)
    made.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
    for row in table.rows:
        _row(page, made.add_row(), row, widths)


def _row(page: Page, row: Any, values: tuple[str, ...], widths: list[int]) -> None:
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    for cell, value, width in zip(row.cells, values, widths, strict=True):
        cell.width = width
        line = cell.paragraphs[0]
        line.text = value
        line._p.style = page.styles[CELL]


def _people(page: Page, people: People, *, level: int) -> None:
    many = any(len(rows) > ONE_COLUMN for _heading, rows in people.groups)
    if many:
        _part_here(page, columns=1)
    for heading, rows in people.groups:
        if heading:
            page.line(heading, style=f"Heading {level + 1}")
        for name, beside in rows:
            line = page.line(name, style=NAME)
            if beside:
                page.quiet(line, f", {beside}")
    if many:
        _part_here(page, columns=2)


def _part_here(page: Page, *, columns: int) -> None:
    """End a part of the page with the last paragraph: what stands before it has so many columns, what follows has one.

    The part that follows begins on the same page.
    """
    last = page.document.element.body.sectPr
    ended = copy.deepcopy(last)
    _set_columns(ended, columns)
    if not isinstance(page.document.element.body[-2], CT_P):
        page.line(style=CELL)
    page.document.element.body[-2].get_or_add_pPr().append(ended)
    for name in ("w:headerReference", "w:footerReference", "w:titlePg", "w:type"):
        for old in last.findall(qn(name)):
            last.remove(old)
    last.insert(0, element("w:type", val="continuous"))


def _set_columns(properties: Any, number: int) -> None:
    columns = properties.find(qn("w:cols"))
    columns.set(qn("w:num"), str(number))
    columns.set(qn("w:space"), "454")


def _signatures(page: Page, paper: Paper) -> None:
    if not paper.signatures:
        return
    said = words(paper.language)
    page.line(said["signatures"], style="Heading 1")
    for name, signed in paper.signatures:
        line = page.line(style=SIGNATURE)
        line.add_run(name)
        page.quiet(line, f"\n{signed or said['sign_here'] + ': '}")
        if not signed:
            line.add_run("\t")
