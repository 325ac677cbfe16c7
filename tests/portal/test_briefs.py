"""One objective, area or organisation on one A4, whatever there is to say about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import system_account
from kraftsamla.actors.models import Organisation
from kraftsamla.core.clock import today
from kraftsamla.library.operations import add_evidence, cite
from kraftsamla.portal.briefs.content import Brief, Words
from kraftsamla.portal.briefs.pdf import WORD_LETTERS, fit_to_page
from kraftsamla.portal.briefs.selecting import area_brief, objective_brief, organisation_brief
from kraftsamla.portal.briefs.word import write_word
from kraftsamla.portal.exchange.loading import load_folder
from kraftsamla.strategy.models import Area, Objective
from kraftsamla.strategy.operations import claim_result, report_status
from tests import factories

Browse = Callable[[User], Client]
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "life-science"
DAY = dt.date(2026, 3, 1)


def pages(made: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(BytesIO(made))
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def lines(brief: Brief, key: str) -> list[tuple[str, str, str]]:
    return [(line.lead, line.words.text, line.note) for part in brief.parts if part.key == key for line in part.lines]


def told_of(by: User) -> tuple[Objective, Organisation]:
    """An objective with an action that somebody answers for, told of twice, with a result and a source."""
    area = factories.area(factories.strategy())
    objective = factories.objective(area, title="Hälsodata når forskningen", plain_sv="Data ska gå att använda.")
    agency = factories.organisation("Myndigheten för prov")
    action = factories.action(area.strategy, "Bygg hubben", objectives=[objective])
    factories.action(area.strategy, "Studien", objectives=[objective])
    factories.accepted(action, agency, due="2026-12")
    told = (("2026-01", "decided", "Beslutet är fattat."), ("2026-02-10", "under_way", "Nu byggs den."))
    for on, progress, words in told:
        values = {"on": on, "progress": progress, "confidence": "high", "words_sv": words}
        report_status(action=action, values=values, by=by)
    result = {"what_sv": "Första data är inne.", "on": "2026-02", "evidence": "Rapport"}
    claim_result(action=action, values=result, voice=factories.recorded(agency), by=by)
    document = factories.document("Rapport om hubben", published="2026-02-20")
    add_evidence(to=action, passage=cite(document=document, by=by), by=by)
    return objective, agency


def test_an_objective_is_told_from_what_is_known(alva: User) -> None:
    objective, _agency = told_of(alva)
    brief = objective_brief(objective, at=DAY)
    assert (brief.kind, brief.title, brief.plain) == (
        "Mål", Words("1.1 Hälsodata når forskningen", "sv"), Words("Data ska gå att använda.", "sv"),
    )  # fmt: skip
    unheard = "1 av 2 insatser saknar uppgift från det senaste halvåret."
    assert [(scale.name, scale.words) for scale in brief.scales] == [
        ("Läge", "1 pågår, 1 ej inläst"),
        ("Säkerhet", "1 säker, 1 ej angivet"),
        ("Färskhet", f"Nyaste uppgiften är från 10 februari 2026. {unheard}"),
        ("Belägg", "1 uppgivet, inte granskat"),
    ]
    assert lines(brief, "actions") == [("", "Bygg hubben", "pågår"), ("", "Studien", "ej inläst")]
    assert lines(brief, "answers") == [("", "Myndigheten för prov", "åtagen 1")]
    assert lines(brief, "latest")[0] == ("10 februari 2026", "Nu byggs den.", "Bygg hubben – pågår")
    assert lines(brief, "weakest") == [("", "Ingen källa är angiven.", "1 av 2 insatser")]
    assert lines(brief, "sources") == [("", "Rapport om hubben", "20 februari 2026")]


def test_an_organisation_is_told_by_what_it_answers_for(alva: User) -> None:
    _objective, agency = told_of(alva)
    brief = organisation_brief(agency, at=DAY)
    note = "ansvarig, åtagen, pågår, senast december 2026"
    assert (brief.title.text, lines(brief, "actions")) == ("Myndigheten för prov", [("", "Bygga hubben", note)])


def test_what_is_not_known_is_said(alva: User) -> None:
    objective = factories.objective(factories.area(factories.strategy()))
    brief = objective_brief(objective, at=DAY)
    empty = {part.key: part.empty for part in brief.parts if not part.lines}
    assert empty == {
        "actions": "Ingen insats är inläst.", "answers": "Ingen organisation är angiven som ansvarig.",
        "latest": "Ingen har berättat om läget.", "sources": "Ingen källa är angiven.",
    }  # fmt: skip
    weak = "Ingen insats är inläst för målet. Det kan finnas insatser som ännu inte har lästs in."
    assert lines(brief, "weakest") == [("", weak, "")]
    area = area_brief(objective.area, at=DAY)
    assert lines(area, "weakest") == [("", "1 av områdets mål saknar inläst insats.", "")]


def test_in_english_what_nobody_has_translated_is_marked_as_swedish(alva: User) -> None:
    objective, _agency = told_of(alva)
    with translation.override("en"):
        brief = objective_brief(objective, at=DAY)
    assert (brief.language, brief.kind, brief.title.lang) == ("en", "Objective", "sv")
    assert [scale.name for scale in brief.scales] == ["Progress", "Confidence", "Freshness", "Proof"]


def crowded(by: User, *, number: int = 40) -> Objective:
    """More than a page can hold, in the longest words that the register takes."""
    area = factories.area(factories.strategy())
    objective = factories.objective(area, title="Gränsöverskridande hälsodata " * 10, plain_sv="Långt. " * 400)
    long = "Överenskommelse om ökad användning av hälsodata " * 6
    for row in range(number):
        action = factories.action(area.strategy, f"{row} {long}"[:300], objectives=[objective])
        factories.accepted(action, factories.organisation(f"{row} {long}"[:300]))
        values = {"on": "2026-02", "progress": "under_way", "words_sv": long * 20}
        report_status(action=action, values=values, by=by)
        passage = cite(document=factories.document(f"{row} {long}"[:300]), by=by)
        add_evidence(to=action, passage=passage, by=by)
    return objective


def test_it_is_one_page_however_much_there_is_and_says_how_much_more(alva: User) -> None:
    brief, made = fit_to_page(objective_brief(crowded(alva), at=DAY))
    (text,) = pages(made)
    actions = next(part for part in brief.parts if part.key == "actions")
    assert actions.total == 40
    assert f"och {40 - len(actions.lines)} till" in text
    assert len(actions.lines) >= 3


def test_the_pdf_is_tagged_and_has_a_title_and_a_language(alva: User) -> None:
    objective, _agency = told_of(alva)
    _brief, made = fit_to_page(objective_brief(objective, at=DAY))
    document = pypdfium2.PdfDocument(BytesIO(made))
    assert (document.is_tagged(), document.get_metadata_dict()["Title"]) == (True, "1.1 Hälsodata når forskningen")
    document.close()
    assert b"/Lang" in made
    assert b"pdfuaid" in made


@pytest.mark.parametrize("text", ["#let x = 1", "[*fet*] $x$ <a> \\ _y_", "= Rubrik", "å ä ö é – ”citat”", "@ref"])
def test_nothing_that_is_written_is_read_as_markup(alva: User, text: str) -> None:
    organisation = factories.organisation(text)
    _brief, made = fit_to_page(organisation_brief(organisation, at=DAY))
    assert text in pages(made)[0]


def test_word_holds_the_same_with_headings_lists_and_language(alva: User) -> None:
    objective, _agency = told_of(alva)
    brief, _made = fit_to_page(objective_brief(objective, at=DAY), letters=WORD_LETTERS)
    document = docx.Document(BytesIO(write_word(brief)))
    styles = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]
    assert styles[1] == ("Title", "1.1 Hälsodata når forskningen")
    assert [text for style, text in styles if style == "Heading 1"] == [
        "Svagaste länken", "Vad som görs", "Vem svarar", "Vad som hänt senast", "Källor",
    ]  # fmt: skip
    assert ("List Bullet", "10 februari 2026: Nu byggs den. – Bygg hubben – pågår") in styles
    assert document.core_properties.language == "sv-SE"
    paper = document.sections[0]
    assert (round(paper.page_width.mm), round(paper.page_height.mm)) == (210, 297)


class TestExample(TestCase):
    """Every page of the worked example; loaded once for all of them, which is why this is a class."""

    @classmethod
    def setUpTestData(cls) -> None:
        load_folder(EXAMPLE, by=system_account())

    def test_each_is_one_page_in_both_languages(self) -> None:
        made: list[Any] = [(area_brief, area) for area in Area.objects.select_related("strategy")]
        made += [(objective_brief, each) for each in Objective.objects.select_related("strategy", "area")]
        parties = Organisation.objects.filter(assignments__isnull=False).distinct()
        made += [(organisation_brief, each) for each in parties]
        for language in ("sv", "en"):
            with translation.override(language):
                counts = {len(pages(fit_to_page(brief(record, at=today()))[1])) for brief, record in made}
            assert counts == {1}


# -- pages -------------------------------------------------------------------------------------------------------------


def test_a_member_gets_the_page_in_a_click_and_takes_it_as_pdf_and_word(alva: User, bo: User, browse: Browse) -> None:
    objective, agency = told_of(alva)
    client = browse(bo)
    address = reverse("portal:brief-objective", args=[objective.strategy.slug, objective.number])
    objective_page = client.get(reverse("strategy:objective", args=[objective.strategy.slug, objective.number]))
    assert f'href="{address}"' in objective_page.content.decode()
    page = client.get(address)
    assert (page.status_code, page["Content-Language"]) == (200, "sv")
    name = f"1.1%20H%C3%A4lsodata%20n%C3%A5r%20forskningen%20{today().isoformat()}"
    for form in ("pdf", "docx"):
        file = client.get(f"{address}?som={form}")
        assert file["Content-Disposition"] == f"attachment; filename*=utf-8''{name}.{form}"
    assert client.get(f"{address}?som=odt").status_code == 404
    assert client.get(f"{address}?sprak=en")["Content-Language"] == "en"
    of_area = reverse("portal:brief-area", args=[objective.strategy.slug, objective.area.number])
    of_agency = reverse("portal:brief-organisation", args=[agency.slug])
    assert [client.get(each).status_code for each in (of_area, of_agency)] == [200, 200]


def test_a_stranger_finds_no_page(alva: User, cia: User, browse: Browse) -> None:
    objective, agency = told_of(alva)
    client = browse(cia)
    for name, args in (
        ("brief-objective", [objective.strategy.slug, "1.1"]), ("brief-area", [objective.strategy.slug, "1"]),
        ("brief-organisation", [agency.slug]),
    ):  # fmt: skip
        assert client.get(reverse(f"portal:{name}", args=args)).status_code == 404


def test_the_page_asks_as_many_questions_at_30_actions_as_at_1(alva: User) -> None:
    objective, _agency = told_of(alva)

    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            objective_brief(Objective.objects.select_related("strategy").get(pk=objective.pk), at=DAY)
        return len(asked)

    before = questions()
    for number in range(30):
        action = factories.action(objective.strategy, f"Nr {number}", objectives=[objective])
        factories.accepted(action, factories.organisation(f"Nr {number}"))
        report_status(action=action, values={"on": "2026", "progress": "done"}, by=alva)
    assert questions() == before
