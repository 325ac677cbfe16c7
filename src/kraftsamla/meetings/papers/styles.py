"""The styles of a paper in Word. Nothing is formatted by hand, so that an office can put its own look on the file."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from kraftsamla.ui.papers.word import BRAND, QUIET, element, set_face, without_border

SENDER, LETTERHEAD, NOTE, FACT, LEAD, NAME, SIGNATURE, CELL, TABLE = (
    "Sender", "Letterhead", "Standing", "Fact", "Lead-in", "Name", "Signature line", "Cell", "Paper Table",
)  # fmt: skip
MARGIN_LEFT, MARGIN_RIGHT = Mm(30), Mm(25)
TEXT = Mm(210) - MARGIN_LEFT - MARGIN_RIGHT
#: Style, size, space before and after.
SIZES = (
    ("Normal", 10.5, 0, 6), ("Title", 20, 30, 12), ("Heading 1", 13, 16, 5), ("Heading 2", 11, 11, 4),
    ("Heading 3", 10.5, 9, 3), ("List Bullet", 10.5, 0, 3), ("List Number", 10.5, 0, 3), ("Caption", 10, 6, 4),
    ("Header", 8.5, 0, 0), ("Footer", 8, 0, 0), (SENDER, 11.5, 0, 0), (LETTERHEAD, 10, 0, 0), (CELL, 10, 0, 0),
    (NOTE, 10, 0, 12), (FACT, 10.5, 0, 3), (LEAD, 10.5, 0, 4), (NAME, 10, 0, 2), (SIGNATURE, 10.5, 24, 0),
)  # fmt: skip


def lay_out(document: Any) -> None:
    section = document.sections[0]
    section.left_margin, section.right_margin = MARGIN_LEFT, MARGIN_RIGHT
    section.top_margin, section.bottom_margin = Mm(30), Mm(28)
    section.header_distance, section.footer_distance = Mm(15), Mm(13)
    for name in (SENDER, LETTERHEAD, NOTE, FACT, LEAD, NAME, SIGNATURE, CELL):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    quiet = document.styles.add_style("Quiet", WD_STYLE_TYPE.CHARACTER)
    quiet.font.color.rgb = QUIET
    for name, size, before, after in SIZES:
        _style(document.styles[name], size, before, after)
    _shapes(document.styles)
    _table_style(document.styles)


def number_anew(document: Any) -> int:
    """A numbering that begins at one: Word otherwise goes on counting from the list before."""
    numbering = document.part.numbering_part.element
    properties = document.styles["List Number"].element.pPr.numPr
    abstract = next(each for each in numbering.num_lst if each.numId == properties.numId.val).abstractNumId.val
    made = numbering.add_num(abstract)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    number: int = made.numId
    return number


def _style(style: Any, size: float, before: float, after: float) -> None:
    set_face(style)
    style.font.size = Pt(size)
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.widow_control = True
    if style.name == "Title" or style.name.startswith("Heading"):
        style.font.color.rgb, style.font.bold = BRAND, True
        shape.keep_with_next = True
        without_border(style)


def _shapes(styles: Any) -> None:
    styles["Normal"].paragraph_format.line_spacing = 1.12
    for name in ("Heading 1", "Heading 2"):
        _hang(styles[name], Mm(9))
    _hang(styles[FACT], Mm(36))
    _hang(styles[NAME], Mm(5), tab=False)
    for name, at in ((SENDER, TEXT), (LETTERHEAD, TEXT), ("Header", TEXT)):
        stops = styles[name].paragraph_format.tab_stops
        for _stop in list(stops):
            del stops[0]
        stops.add_tab_stop(at, WD_TAB_ALIGNMENT.RIGHT)
    styles[SENDER].font.bold = True
    for name in ("Header", "Footer", "Caption"):
        styles[name].font.color.rgb = QUIET
    styles["Caption"].font.bold = True
    styles["Caption"].paragraph_format.keep_with_next = True
    styles[LEAD].paragraph_format.keep_with_next = True
    _edge(styles[NOTE], "left", "0A5C63", size=18, space=8)
    _edge(styles["Footer"], "top", "B9C4CC", size=4, space=6)
    signature = styles[SIGNATURE].paragraph_format
    signature.keep_together = True
    signature.tab_stops.add_tab_stop(Mm(100), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)


def _hang(style: Any, by: Any, *, tab: bool = True) -> None:
    shape = style.paragraph_format
    shape.left_indent, shape.first_line_indent = by, -by
    if tab:
        shape.tab_stops.add_tab_stop(by)


def _edge(style: Any, side: str, colour: str, *, size: int, space: int) -> None:
    border = element("w:pBdr")
    border.append(element(f"w:{side}", val="single", sz=str(size), space=str(space), color=colour))
    style.element.get_or_add_pPr().insert_element_before(
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def _table_style(styles: Any) -> None:
    """Lines between rows, and a first row that says that it is the heading."""
    made = styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    made.base_style = styles["Normal Table"]
    properties = element("w:tblPr")
    borders = element("w:tblBorders")
    for side in ("bottom", "insideH"):
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color="B9C4CC"))
    margins = element("w:tblCellMar")
    for side, room in (("top", "50"), ("left", "0"), ("bottom", "50"), ("right", "170")):
        margins.append(element(f"w:{side}", w=room, type="dxa"))
    properties.extend((borders, margins))
    first = element("w:tblStylePr", type="firstRow")
    letters, cell, edges = element("w:rPr"), element("w:tcPr"), element("w:tcBorders")
    letters.append(element("w:b"))
    edges.append(element("w:bottom", val="single", sz="8", space="0", color="07444A"))
    cell.append(edges)
    first.extend((letters, cell))
    spacing, shape = element("w:spacing", after="0"), element("w:pPr")
    shape.append(spacing)
    for old in made.element.findall(qn("w:pPr")):
        made.element.remove(old)
    made.element.extend((shape, properties, first))
