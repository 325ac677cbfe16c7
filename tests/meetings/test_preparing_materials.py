"""What is read before a meeting: files, documents and links, the page for printing, and the paper made of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.core.errors import NotAllowed
from kraftsamla.library.extraction import Extraction, Unreadable
from kraftsamla.library.models import Document
from kraftsamla.meetings.assembly.materials import materials_paper
from kraftsamla.meetings.models import AgendaItem, Material, Meeting
from kraftsamla.meetings.operations import add_item, add_presentation, ask_at, materials
from kraftsamla.meetings.operations.materials import add_file, add_link, add_material, withdraw_material
from kraftsamla.meetings.papers.content import Points, Prose, Table
from tests import factories

Browse = Callable[[User], Client]
PAPER = {"item": None, "kind": "paper", "is_public": False}


@pytest.fixture
def meeting(db: None) -> Meeting:
    return factories.meeting("Nästa möte", starts_on="2026-12-01", starts_at=dt.time(13), ends_at=dt.time(15))


@pytest.fixture
def item(meeting: Meeting, alva: User) -> AgendaItem:
    titles = {"number": "1", "title_sv": "Läget", "title_en": "Where we are"}
    return add_item(meeting=meeting, values={**titles, "minutes": 20, "intro_sv": "Läs rapporten."}, by=alva)


def _page(name: str, *args: object) -> str:
    return reverse(f"meetings:{name}", args=args)


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the reader's own process would find; that it does is shown in the tests of the library."""

    def extract(*, content: bytes, file_name: str) -> Extraction:
        if not file_name.endswith(".txt"):
            raise Unreadable("Filen går inte att läsa.", code="unknown")
        return Extraction(text=content.decode())

    monkeypatch.setattr(materials, "extract", extract)


def test_a_file_goes_to_the_library_and_is_read(meeting: Meeting, item: AgendaItem, alva: User, browse: Browse) -> None:
    file = SimpleUploadedFile("rapport om läget.txt", "Läget är gott.\n".encode())
    typed = {"file": file, "item": str(item.pk), "kind": "presentation"}
    response = browse(alva).post(_page("material-add", meeting.slug), typed)
    material = Material.objects.get()
    assert response["Location"] == _page("materials", meeting.slug)
    assert (material.item, material.kind, material.is_public) == (item, "presentation", False)
    document = material.document
    assert (document.title, document.kind, document.publicity) == ("rapport om läget", "presentation", "private")
    assert ("Läget är gott." in document.text, "rapport" in str(document.file.name)) == (True, False)


def test_a_file_that_cannot_be_read_is_kept_all_the_same(meeting: Meeting, alva: User) -> None:
    made = add_file(meeting=meeting, file_name="bild.bin", content=b"\x00\x01\x02", title="", values=PAPER, by=alva)
    assert (made.document.title, made.document.text) == ("bild", "")


def test_the_same_file_is_not_stored_twice(meeting: Meeting, item: AgendaItem, alva: User) -> None:
    for values in (PAPER, {**PAPER, "item": item}):
        add_file(meeting=meeting, file_name="a.txt", content=b"Samma", title="", values=values, by=alva)
    assert (Document.objects.count(), Material.objects.count()) == (1, 2)
    with pytest.raises(ValidationError, match="ligger redan vid mötet"):
        add_file(meeting=meeting, file_name="a.txt", content=b"Samma", title="", values=PAPER, by=alva)


def test_an_empty_file_and_one_that_is_too_big_are_told(
    meeting: Meeting, alva: User, browse: Browse, settings: Any
) -> None:
    with pytest.raises(ValidationError, match="tom"):
        add_file(meeting=meeting, file_name="a.txt", content=b"", title="", values=PAPER, by=alva)
    settings.UPLOAD_LIMIT_MB = 0
    file = SimpleUploadedFile("a.txt", b"En byte")
    response = browse(alva).post(_page("material-add", meeting.slug), {"file": file, "kind": "paper", "title": "Min"})
    form = response.context["form"]
    assert (response.status_code, set(form.errors), form["title"].value()) == (422, {"file"}, "Min")
    assert (Document.objects.count(), Material.objects.count()) == (0, 0)


def test_a_document_of_the_library_and_a_link_are_added(meeting: Meeting, alva: User, browse: Browse) -> None:
    document, client, page = factories.document("Rapporten"), browse(alva), _page("material-add", meeting.slug)
    client.post(page, {"document": "Rapporten", "kind": "paper"})
    client.post(page, {"url": "example.org/film", "title": "Filmen", "kind": "film", "is_public": "on"})
    first, second = Material.objects.all()
    assert first.document == document
    assert (second.document.url, second.document.title, second.document.kind, second.is_public) == (
        "https://example.org/film", "Filmen", "film", True,
    )  # fmt: skip


def test_a_link_that_is_no_page_on_the_web_is_refused(meeting: Meeting, alva: User, browse: Browse) -> None:
    response = browse(alva).post(
        _page("material-add", meeting.slug), {"url": "javascript:alert(1)", "kind": "link"}
    )  # fmt: skip
    assert (response.status_code, set(response.context["form"].errors)) == (422, {"url"})


def test_nothing_and_two_things_at_once_are_told(meeting: Meeting, alva: User, browse: Browse) -> None:
    factories.document("Rapporten")
    client, page = browse(alva), _page("material-add", meeting.slug)
    nothing = client.post(page, {"kind": "paper"})
    both = client.post(page, {"document": "Rapporten", "url": "https://example.org/", "kind": "paper"})
    assert [each.context["form"].errors for each in (nothing, both)] == [
        {"file": ["Välj en fil, ett dokument eller en länk."]}, {"url": ["Välj bara en av fil, dokument och länk."]},
    ]  # fmt: skip


def test_it_is_taken_away_from_the_meeting_and_stays_in_the_library(
    meeting: Meeting, alva: User, browse: Browse
) -> None:
    made = add_material(meeting=meeting, document=factories.document(), values=PAPER, by=alva)
    client = browse(alva)
    client.post(_page("material-publish", meeting.slug, made.pk))
    made.refresh_from_db()
    assert made.is_public
    client.post(_page("material-remove", meeting.slug, made.pk))
    assert (Material.objects.count(), Document.objects.count()) == (0, 1)


def test_a_point_of_another_meeting_is_refused(meeting: Meeting, alva: User) -> None:
    other = add_item(meeting=factories.meeting("Ett annat"), values={"title_sv": "Annat"}, by=alva)
    with pytest.raises(ValidationError, match="ett annat möte"):
        add_material(meeting=meeting, document=factories.document(), values={**PAPER, "item": other}, by=alva)


def test_who_may(meeting: Meeting, alva: User, bo: User, cia: User, browse: Browse) -> None:
    made = add_material(meeting=meeting, document=factories.document(), values=PAPER, by=alva)
    for name in ("material-publish", "material-remove"):
        page = _page(name, meeting.slug, made.pk)
        assert [browse(user).post(page).status_code for user in (bo, cia)] == [403, 404]
    elsewhere = factories.meeting("Ett annat")
    assert browse(alva).post(_page("material-remove", elsewhere.slug, made.pk)).status_code == 404
    for deed in (
        lambda: add_material(meeting=meeting, document=factories.document("Ny"), values=PAPER, by=bo),
        lambda: add_link(meeting=meeting, url="https://example.org/", title="", values=PAPER, by=bo),
        lambda: add_file(meeting=meeting, file_name="a.txt", content=b"x", title="", values=PAPER, by=bo),
        lambda: withdraw_material(material=made, by=bo),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_the_page_tells_everything_to_a_member(
    meeting: Meeting, item: AgendaItem, alva: User, bo: User, browse: Browse
) -> None:
    add_material(meeting=meeting, document=factories.document("Rapporten"), values={**PAPER, "item": item}, by=alva)
    add_material(meeting=meeting, document=factories.document("Kallelsen"), values=PAPER, by=alva)
    text = browse(bo).get(_page("materials", meeting.slug)).content.decode()
    wanted = ["13.00–13.20", "1 Läget", "Läs rapporten.", "Rapporten", "Kallelsen"]
    assert [each for each in wanted if each not in text] == []
    assert '<form method="post" action="/arbetsyta/moten' not in text


def test_the_paper_holds_the_same_in_the_language_asked_for(meeting: Meeting, item: AgendaItem, alva: User) -> None:
    add_presentation(item=item, values={"person": factories.person("Gunvor Ek"), "topic_sv": "Export"}, by=alva)
    ask_at(item=item, questions=[factories.question("Hur går det?", wording_en="How is it going?")], by=alva)
    add_material(meeting=meeting, document=factories.document("Kallelsen"), values=PAPER, by=alva)
    swedish, english = (materials_paper(meeting, language=each) for each in ("sv", "en"))
    assert (swedish.word, english.word, english.date) == ("Handlingar", "Papers", "1 December 2026")
    assert swedish.facts[0] == ("När", "1 december 2026 kl. 13.00–15.00")
    table, point, common = english.sections
    assert isinstance(table.blocks[0], Table)
    assert table.blocks[0].rows == (("13.00", "1 Where we are", "", "20"),)
    assert (point.number, point.heading, point.blocks[0]) == ("1", "Where we are", Prose("Läs rapporten."))
    assert Points((("How is it going?", ""),), numbered=True) in point.blocks
    assert [block.rows[0][0] for block in common.blocks if isinstance(block, Points)] == ["Kallelsen"]


def test_as_many_questions_to_the_database_for_1_as_for_30(meeting: Meeting, alva: User, browse: Browse) -> None:
    client, numbers = browse(alva), []
    for many in (1, 29):
        for number in range(many):
            agency = factories.organisation(f"Org {many} {number}")
            point = add_item(meeting=meeting, values={"title_sv": f"Punkt {many} {number}"}, by=alva)
            add_presentation(
                item=point, values={"person": factories.person(f"P {many} {number}"), "organisation": agency}, by=alva
            )
            for at in (None, point):
                document = factories.document(f"D {many} {number} {at}", publisher=agency)
                add_material(meeting=meeting, document=document, values={**PAPER, "item": at}, by=alva)
        for page in ("materials", "meeting"):
            client.get(_page(page, meeting.slug))
            with CaptureQueriesContext(connection) as queries:
                assert client.get(_page(page, meeting.slug)).status_code == 200
            numbers.append(len(queries))
    assert numbers[:2] == numbers[2:]
