"""The answering organisation's own answers as Word and Excel, so that they are asked once and used many times."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

import docx
import xlsxwriter
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from kraftsamla.core.text import Text
from kraftsamla.followup.overviews.answers import AnswerOverview, PointRow
from kraftsamla.ui.templatetags.ui import partial_date

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = (45, 18, 16, 60, 45, 14, 40, 40)


def as_word(overview: AnswerOverview, *, language: str) -> bytes:
    """A finished part for a report of one's own: a heading an action, the answers below."""
    document = docx.Document()
    answer = overview.answer
    document.core_properties.title = _say(answer.round.title, language)
    document.core_properties.author = str(answer.organisation)
    document.core_properties.language = "en-GB" if language == "en" else "sv-SE"
    document.add_heading(_say(answer.round.title, language), level=1)
    document.add_paragraph("\n".join(_about(overview)))
    for row in overview.rows:
        document.add_heading(_say(row.point.action.title, language), level=2)
        for label, words in answers_of(row, overview, language=language):
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{label}: ").bold = True
            paragraph.add_run(words)
    out = io.BytesIO()
    write_out = document.save  # a file in memory, no record: nothing is stored
    write_out(out)
    return out.getvalue()


def as_excel(overview: AnswerOverview, *, language: str) -> bytes:
    """A row an action, with a frozen heading. What was typed is text: no formula, no address that opens by itself."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet(_("Svar"))
        bold = book.add_format({"bold": True, "bottom": 1})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        labels = [label for label, _words in _columns(overview, None, language=language)]
        sheet.write_row(0, 0, [_("Insats"), *labels], bold)
        for number, row in enumerate(overview.rows, 1):
            words = [words for _label, words in _columns(overview, row, language=language)]
            sheet.write_row(number, 0, [_say(row.point.action.title, language), *words], wrapped)
        for column, width in enumerate([*WIDTHS, *[40] * len(overview.own)]):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 1)
        book.set_properties({"title": _say(overview.answer.round.title, language)})
    return out.getvalue()


def answers_of(row: PointRow, overview: AnswerOverview, *, language: str) -> Iterator[tuple[str, str]]:
    """Question and answer, for those that have one."""
    for label, words in _columns(overview, row, language=language):
        if words:
            yield label, words


def _columns(overview: AnswerOverview, row: PointRow | None, *, language: str) -> Iterable[tuple[str, str]]:
    point = row.point if row else None
    progress = confidence = ""
    if point is not None:
        # "No change" is said with what it confirms, so that the copy stands by itself.
        progress = point.get_progress_display() if not point.unchanged else _unchanged(row)
        confidence = point.get_confidence_display() if point.confidence else ""
    told = point if point is not None and not point.unchanged else None
    yield _("Läge"), str(progress)
    yield _("Säkerhet"), str(confidence)
    yield _("Vad har hänt"), told.words if told else ""
    yield _("Vad har det lett till"), told.result if told else ""
    yield _("När"), partial_date(told.result_on) if told else ""
    yield _("Vad visar det"), told.evidence if told else ""
    yield _("Adress till underlaget"), told.evidence_url if told else ""
    yield _("Filer"), ", ".join(file.file_name for file in told.attachments.all()) if told else ""
    for name, words in overview.own:
        yield _say(words, language), getattr(point, name) if point is not None else ""


def _unchanged(row: PointRow | None) -> str:
    if row is None or row.last is None:
        return _("oförändrat")
    return _("oförändrat: %(progress)s") % {"progress": row.last.get_progress_display()}


def _about(overview: AnswerOverview) -> Iterator[str]:
    answer = overview.answer
    yield str(answer.organisation)
    if answer.said_by:
        yield ", ".join(filter(None, (answer.said_by, answer.said_by_title)))
    if answer.submitted_at:
        yield _("Inskickat %(date)s") % {"date": date_format(localtime(answer.submitted_at), "j F Y")}


def _say(text: Text, language: str) -> str:
    own, other = (text.en, text.sv) if language == "en" else (text.sv, text.en)
    return own or other
