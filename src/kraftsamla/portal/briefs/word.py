"""The page as a Word file, for whoever wants to go on writing in it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from kraftsamla.portal.briefs.content import Brief, Line, Words

LANGUAGES = {"sv": "sv-SE", "en": "en-GB", "nb": "nb-NO", "da": "da-DK"}
QUIET = RGBColor(0x44, 0x52, 0x5F)
BRAND = RGBColor(0x07, 0x44, 0x4A)
FONT = "Calibri"


def write_word(brief: Brief) -> bytes:
    """Headings are headings and lists are lists, so that the outline can be followed by ear."""
    document = docx.Document()
    _lay_out(document, brief)
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
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _lay_out(document: Any, brief: Brief) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(13), Mm(14)
    section.footer_distance = Mm(7)
    properties = document.core_properties
    properties.title, properties.author, properties.language = brief.title.text, "Kraftsamla", LANGUAGES[brief.language]
    for name, size, before, after in (
        ("Normal", 9.5, 0, 2), ("Title", 16, 0, 4), ("Heading 1", 11, 6, 2), ("List Bullet", 9.5, 0, 1),
    ):  # fmt: skip
        style = document.styles[name]
        style.font.size, style.font.name = Pt(size), FONT
        _fonts(style)
        shape = style.paragraph_format
        shape.space_before, shape.space_after = Pt(before), Pt(after)
        shape.line_spacing_rule = WD_LINE_SPACING.SINGLE
        if name in {"Title", "Heading 1"}:
            style.font.color.rgb, style.font.bold = BRAND, True
            _without_border(style)
    _speak(document.styles["Normal"].element.get_or_add_rPr(), brief.language)


def _fonts(style: Any) -> None:
    """The template's headings name fonts of its theme, which go before the name of a font."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        if attribute.endswith("Theme"):
            del fonts.attrib[attribute]
    for attribute in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(attribute), FONT)


def _without_border(style: Any) -> None:
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _line(paragraph: Any, line: Line) -> None:
    if line.lead:
        paragraph.add_run(f"{line.lead}: ").bold = True
    _said(paragraph, line.words)
    if line.note:
        _run(paragraph, f" – {line.note}", size=8.5, colour=QUIET)


def _said(paragraph: Any, words: Words) -> None:
    run = paragraph.add_run(words.text)
    _speak(run._element.get_or_add_rPr(), words.lang)


def _run(paragraph: Any, text: str, *, size: float, colour: RGBColor) -> Any:
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(size), colour
    return run


def _speak(properties: Any, language: str) -> None:
    """Say which language the words are in, for spelling and for reading aloud."""
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    element = properties.makeelement(qn("w:lang"), {qn("w:val"): LANGUAGES.get(language, "sv-SE")})
    properties.append(element)
