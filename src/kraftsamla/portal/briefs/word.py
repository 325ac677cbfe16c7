"""The page as a Word file, for whoever wants to go on writing in it."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_LINE_SPACING
from docx.shared import Mm, Pt, RGBColor

from kraftsamla.portal.briefs.content import Brief, Line, Words
from kraftsamla.ui.papers.word import BRAND, QUIET, new_document, saved, set_face, speak, without_border


def write_word(brief: Brief) -> bytes:
    """Headings are headings and lists are lists, so that the outline can be followed by ear."""
    document = new_document(title=brief.title.text, author="Kraftsamla", language=brief.language)
    _lay_out(document)
    kind = document.add_paragraph()
    _run(kind, brief.kind.upper(), size=9, colour=BRAND).bold = True
    title = document.add_paragraph(style="Title")
    _said(title, brief.title)
    if brief.plain:
        _said(document.add_paragraph(), brief.plain)
    for scale in brief.scales:
        line = document.add_paragraph()
        line.add_run(f"{scale.name}: ").bold = True
        line.add_run(scale.words)
    for part in brief.parts:
        document.add_paragraph(part.heading, style="Heading 1")
        for each in part.lines:
            _line(document.add_paragraph(style="List Bullet"), each)
        rest = part.more if part.lines else part.empty
        if rest:
            _run(document.add_paragraph(), rest, size=9, colour=QUIET)
    foot = document.sections[0].footer.paragraphs[0]
    _run(foot, brief.foot, size=8, colour=QUIET)
    return saved(document)


def _lay_out(document: Any) -> None:
    section = document.sections[0]
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(13), Mm(14)
    section.footer_distance = Mm(7)
    for name, size, before, after in (
        ("Normal", 9.5, 0, 2), ("Title", 16, 0, 4), ("Heading 1", 11, 6, 2), ("List Bullet", 9.5, 0, 1),
    ):  # fmt: skip
        style = document.styles[name]
        style.font.size = Pt(size)
        set_face(style)
        shape = style.paragraph_format
        shape.space_before, shape.space_after = Pt(before), Pt(after)
        shape.line_spacing_rule = WD_LINE_SPACING.SINGLE
        if name in {"Title", "Heading 1"}:
            style.font.color.rgb, style.font.bold = BRAND, True
            without_border(style)


def _line(paragraph: Any, line: Line) -> None:
    if line.lead:
        paragraph.add_run(f"{line.lead}: ").bold = True
    _said(paragraph, line.words)
    if line.note:
        _run(paragraph, f" – {line.note}", size=8.5, colour=QUIET)


def _said(paragraph: Any, words: Words) -> None:
    run = paragraph.add_run(words.text)
    speak(run._element.get_or_add_rPr(), words.lang)


def _run(paragraph: Any, text: str, *, size: float, colour: RGBColor) -> Any:
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(size), colour
    return run
