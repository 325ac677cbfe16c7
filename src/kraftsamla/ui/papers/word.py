"""What a Word file begins from: A4, styles with one typeface, a language, fields, and the same bytes each time."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor

LANGUAGES = {"sv": "sv-SE", "en": "en-GB", "nb": "nb-NO", "da": "da-DK"}
QUIET = RGBColor(0x44, 0x52, 0x5F)
BRAND = RGBColor(0x07, 0x44, 0x4A)
FONT = "Calibri"
#: ZIP cannot say less than this, and a file says nothing of when it was written.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def new_document(*, title: str, author: str, language: str) -> Any:
    """An A4 with its title and language set; the template's own dates and words are taken away."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    properties = document.core_properties
    properties.title, properties.author, properties.language = title[:255], author[:255], LANGUAGES[language]
    properties.comments = properties.keywords = properties.last_modified_by = ""
    for name in ("dcterms:created", "dcterms:modified"):
        for element in properties._element.findall(qn(name)):
            properties._element.remove(element)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    speak(document.styles["Normal"].element.get_or_add_rPr(), language)
    return document


def set_face(style: Any) -> None:
    """The template's headings name fonts of its theme, which go before the name of a font."""
    style.font.name = FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        if attribute.endswith("Theme"):
            del fonts.attrib[attribute]
    for attribute in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(attribute), FONT)


def without_border(style: Any) -> None:
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def speak(properties: Any, language: str) -> None:
    """Say which language the words are in, for spelling and for reading aloud."""
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(element("w:lang", val=LANGUAGES.get(language, "sv-SE")))


def element(name: str, **attributes: str) -> Any:
    made = OxmlElement(name)
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), value)
    return made


def add_field(paragraph: Any, code: str) -> None:
    """A field that Word fills in, for example PAGE."""
    run = paragraph.add_run()
    run._element.append(element("w:fldChar", fldCharType="begin"))
    words = element("w:instrText")
    words.text = f" {code} "
    run._element.append(words)
    run._element.append(element("w:fldChar", fldCharType="separate"))
    paragraph.add_run("1")
    paragraph.add_run()._element.append(element("w:fldChar", fldCharType="end"))


def saved(document: Any) -> bytes:
    """The file's bytes, the same for the same content: its parts carry no time of writing."""
    written, fixed = BytesIO(), BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            target.writestr(zipfile.ZipInfo(part.filename, _LONG_AGO), source.read(part), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
