"""A paper as a Word file, in the layout that offices use, for whoever wants to go on writing in it."""

from __future__ import annotations

import copy
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
    lay_out,
    number_anew,
)
from kraftsamla.meetings.papers.words import words
from kraftsamla.ui.papers.letters import walk, writable
from kraftsamla.ui.papers.word import add_field, element, new_document, saved

#: So many people stand in one column; more in two.
ONE_COLUMN = 24


def write_word(paper: Paper) -> bytes:
    """Headings, lists and tables are what they look like; the same paper gives the same bytes."""
    paper = from_json(walk(as_json(paper), writable))
    document = new_document(title=paper.title, author=paper.sender, language=paper.language)
    lay_out(document)
    _edges(document, paper)
    _top(document, paper)
    for section in outline(paper.sections):
        _section(document, section)
    _signatures(document, paper)
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


def _top(document: Any, paper: Paper) -> None:
    said = words(paper.language)
    head = document.add_paragraph(style=SENDER)
    head.add_run(paper.sender)
    head.add_run(f"\t{paper.word}")
    for name, value in ((said["date"], paper.date), (said["reference"], paper.reference)):
        if value:
            line = document.add_paragraph(style=LETTERHEAD)
            line.add_run(f"\t{name} ", style="Quiet")
            line.add_run(value)
    document.add_paragraph(paper.title, style="Title")
    if paper.note:
        document.add_paragraph(paper.note, style=NOTE)
    _facts(document, Facts(paper.facts))


def _section(document: Any, section: Section) -> None:
    if section.heading:
        lead = f"{section.number}\t" if section.number else ""
        document.add_paragraph(lead + section.heading, style=f"Heading {section.level}")
    for block in section.blocks:
        _block(document, block, section)


def _block(document: Any, block: Block, section: Section) -> None:
    match block:
        case Prose():
            _prose(document, block)
        case Facts():
            _facts(document, block)
        case Points():
            _points(document, block)
        case Table():
            _table(document, block, under=section.heading)
        case People():
            _people(document, block, level=section.level)


def _prose(document: Any, prose: Prose) -> None:
    pieces = prose.pieces
    for place, (is_list, lines) in enumerate(pieces):
        if is_list:
            for line in lines:
                document.add_paragraph(line, style="List Bullet")
        else:
            leads = place + 1 < len(pieces) and pieces[place + 1][0]
            document.add_paragraph("\n".join(lines), style=LEAD if leads else None)


def _facts(document: Any, facts: Facts) -> None:
    for name, value in facts.rows:
        line = document.add_paragraph(style=FACT)
        line.add_run(name, style="Quiet")
        line.add_run(f"\t{value}")


def _points(document: Any, points: Points) -> None:
    numbering = number_anew(document) if points.numbered else None
    for text, beside in points.rows:
        line = document.add_paragraph(text, style="List Number" if points.numbered else "List Bullet")
        if beside:
            line.add_run(f" – {beside}", style="Quiet")
        if numbering is not None:
            properties = line._element.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_numId().val = numbering


def _table(document: Any, table: Table, *, under: str) -> None:
    table = squared(table)
    if table.caption and table.caption != under:
        document.add_paragraph(table.caption, style="Caption")
    made = document.add_table(rows=1, cols=len(table.heads), style=TABLE)
    made.autofit = False
    made._tbl.tblPr.append(element("w:tblCaption", val=table.caption or under))
    _row(made.rows[0], table.heads)
    made.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
    for row in table.rows:
        _row(made.add_row(), row)
    section = document.sections[-1]
    room = section.page_width - section.left_margin - section.right_margin
    whole = sum(shares(table))
    for column, share in zip(made.columns, shares(table), strict=True):
        column.width = int(room * share / whole)
        for cell in column.cells:
            cell.width = column.width


def _row(row: Any, values: tuple[str, ...]) -> None:
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    for cell, value in zip(row.cells, values, strict=True):
        cell.paragraphs[0].text = value
        cell.paragraphs[0].style = CELL


def _people(document: Any, people: People, *, level: int) -> None:
    many = any(len(rows) > ONE_COLUMN for _heading, rows in people.groups)
    if many:
        _part_here(document, columns=1)
    for heading, rows in people.groups:
        if heading:
            document.add_paragraph(heading, style=f"Heading {level + 1}")
        for name, beside in rows:
            line = document.add_paragraph(name, style=NAME)
            if beside:
                line.add_run(f", {beside}", style="Quiet")
    if many:
        _part_here(document, columns=2)


def _part_here(document: Any, *, columns: int) -> None:
    """End a part of the page with the last paragraph: what stands before it has so many columns, what follows has one.

    The part that follows begins on the same page.
    """
    last = document.element.body.sectPr
    ended = copy.deepcopy(last)
    _set_columns(ended, columns)
    if not isinstance(document.element.body[-2], CT_P):
        document.add_paragraph(style=CELL)
    document.element.body[-2].get_or_add_pPr().append(ended)
    for name in ("w:headerReference", "w:footerReference", "w:titlePg", "w:type"):
        for old in last.findall(qn(name)):
            last.remove(old)
    last.insert(0, element("w:type", val="continuous"))


def _set_columns(properties: Any, number: int) -> None:
    columns = properties.find(qn("w:cols"))
    columns.set(qn("w:num"), str(number))
    columns.set(qn("w:space"), "454")


def _signatures(document: Any, paper: Paper) -> None:
    if not paper.signatures:
        return
    said = words(paper.language)
    document.add_paragraph(said["signatures"], style="Heading 1")
    for name, signed in paper.signatures:
        line = document.add_paragraph(style=SIGNATURE)
        line.add_run(name)
        line.add_run(f"\n{signed or said['sign_here'] + ': '}", style="Quiet")
        if not signed:
            line.add_run("\t")
