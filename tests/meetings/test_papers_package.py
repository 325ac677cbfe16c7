"""The package for the registrar: everything in it can be checked, and that it was fetched is known."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from lxml import etree

from kraftsamla.accounts.models import User
from kraftsamla.audit.models import Entry as LogEntry
from kraftsamla.core.clock import today
from kraftsamla.core.errors import NotAllowed, Refused
from kraftsamla.library.operations import store_document
from kraftsamla.meetings.choices import StepKind
from kraftsamla.meetings.models import Minutes
from kraftsamla.meetings.operations.materials import add_link, add_material
from kraftsamla.meetings.operations.minuting import change_minutes
from kraftsamla.meetings.operations.minuting_steps import circulate_minutes
from kraftsamla.meetings.operations.registering import fetch_package
from kraftsamla.meetings.papers.package import Entry, Field, PackageFile, as_csv, as_xml
from tests.meetings import minuting_case as case
from tests.meetings.papers_case import texts

Browse = Callable[[User], Client]
CONTENT = "Underlaget säger något."
pytestmark = pytest.mark.django_db


def fetched(minutes: Minutes, by: User) -> bytes:
    with fetch_package(minutes=minutes, by=by).file as file:
        return file.read()


def opened(minutes: Minutes, by: User) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(fetched(minutes, by)))


def sent(by: User) -> Minutes:
    """Circulated minutes with a registry number and two materials, one of which is a page on the web."""
    held = case.held(by=by)
    paper = store_document(
        file_name="Underlag å.txt", content=CONTENT.encode(), text=CONTENT, layout=[],
        values={"title": "Underlag: åtgärder & mål", "kind": "other"}, by=by,
    )  # fmt: skip
    add_material(meeting=held.meeting, document=paper, values={"item": held.first}, by=by)
    add_link(meeting=held.meeting, url="https://example.org/film", title="Filmen", values={"item": None}, by=by)
    made = case.drafted(held, by=by)
    change_minutes(minutes=made, values={"reference": "2026/0123"}, version=made.version, by=by)
    circulate_minutes(minutes=case.fresh(made), comments_until=f"{today().year + 1}-01-01", by=by)
    return case.fresh(made)


def test_the_package_holds_the_paper_its_attachments_and_checksums_that_hold(alva: User) -> None:
    minutes = sent(alva)
    stem = f"{minutes.meeting.starts_on}_motesanteckningar_{case.SLUG}_v1"
    with opened(minutes, alva) as package:
        names = package.namelist()
        assert names == [
            f"{stem}.pdf", f"{stem}.docx", "bilagor/01_underlag-atgarder-och-mal.txt", "metadata.xml", "metadata.csv",
            "LAS_MIG.txt", "SHA256SUMS",
        ]  # fmt: skip
        assert all(name.isascii() for name in names)
        listed = (line.split("  ") for line in package.read("SHA256SUMS").decode().splitlines())
        sums = {name: told for told, name in listed}
        assert {name: hashlib.sha256(package.read(name)).hexdigest() for name in names[:-1]} == sums
        assert package.read(names[2]).decode() == CONTENT
        assert "Karin berättade om läget." in " ".join(texts(package.read(names[0])))
        lines = [line.text for line in docx.Document(io.BytesIO(package.read(names[1]))).paragraphs]
        assert "Karin berättade om läget." in lines


def test_what_is_to_be_registered_stands_in_xml_csv_and_words(alva: User) -> None:
    minutes = sent(alva)
    with opened(minutes, alva) as package:
        root = etree.fromstring(package.read("metadata.xml"))
        rows = list(csv.reader(io.StringIO(package.read("metadata.csv").decode("utf-8-sig")), delimiter=";"))
        words = package.read("LAS_MIG.txt").decode()
    told = {each.get("namn"): each.text for each in root.iter("uppgift")}
    assert told["diarienummer"] == "2026/0123"
    assert told["mottagare"] == "Samverkansgruppen"
    assert told["rubrik"] == "Möte med gruppen"
    assert told["lage"] == "utsända för synpunkter"
    assert told["datum"] == minutes.steps.get(kind=StepKind.CIRCULATED).made_at.date().isoformat()
    assert told["kontrollsumma"] == minutes.sha256
    in_xml = [(each.get("namn"), each.text) for each in root.iter("uppgift")]
    assert [(row[0], row[3] or None) for row in rows[1:]] == in_xml
    terms = {each.get("namn"): each.get("erms") for each in root.iter("uppgift")}
    assert terms["diarienummer"] == "record/objectId"
    assert {each.get("namn") for each in root.iter("fil")} == set(package.namelist()[:3])
    assert "Filmen\n    https://example.org/film" in words
    assert "Diarienummer eller annan beteckning: 2026/0123" in words


def test_the_same_minutes_give_the_same_package(alva: User) -> None:
    minutes = sent(alva)
    assert fetched(minutes, alva) == fetched(minutes, alva)


def test_a_fetched_package_is_a_step_and_a_line_in_the_log(alva: User) -> None:
    minutes = sent(alva)
    fetch_package(minutes=minutes, by=alva).file.close()
    step = minutes.steps.get(kind=StepKind.REGISTERED)
    assert (step.made_by, step.sha256) == (alva, minutes.sha256)
    assert LogEntry.objects.filter(event="minutes.registered").count() == 1


def test_a_draft_is_not_registered(alva: User) -> None:
    made = case.drafted(case.held(by=alva), by=alva)
    with pytest.raises(Refused):
        fetch_package(minutes=case.fresh(made), by=alva)
    assert not made.steps.filter(kind=StepKind.REGISTERED).exists()


def test_a_member_does_not_fetch_it(alva: User, bo: User) -> None:
    minutes = sent(alva)
    with pytest.raises(NotAllowed):
        fetch_package(minutes=minutes, by=bo)


def test_a_file_that_has_gone_is_named_and_the_rest_is_there(alva: User) -> None:
    minutes = sent(alva)
    document = minutes.meeting.materials.exclude(item=None).get().document
    document.file.storage.delete(document.file.name or "")
    with opened(minutes, alva) as package:
        assert not [name for name in package.namelist() if name.startswith("bilagor/")]
        assert document.title in package.read("LAS_MIG.txt").decode()


def test_the_published_file_is_kept_byte_for_byte(alva: User) -> None:
    minutes = sent(alva)
    document = minutes.meeting.materials.exclude(item=None).get().document
    document.file.save("publicerat.pdf", ContentFile(b"%PDF-publicerat"))
    Minutes.objects.filter(pk=minutes.pk).update(document=document)
    with opened(case.fresh(minutes), alva) as package:
        assert package.read(package.namelist()[0]) == b"%PDF-publicerat"


def test_large_files_are_copied_piece_by_piece() -> None:
    asked: list[int] = []

    class Large(io.RawIOBase):
        left = 40 * 2**20

        def read(self, size: int = -1) -> bytes:
            asked.append(size)
            given = min(size, self.left)
            self.left -= given
            return b"x" * given

    target = io.BytesIO()
    package = PackageFile(target)
    package.add(Entry("stor.bin", "Stor", Large))  # type: ignore[arg-type]
    package.close()
    assert max(asked) <= 2**20
    assert min(asked) > 0
    assert package.packed[0].size == 40 * 2**20


def test_what_looks_like_a_formula_is_text_in_the_table() -> None:
    fields = [Field("rubrik", "Rubrik", "", "=1+1"), Field("organ", "Organ", "", "A;B\x00")]
    rows = list(csv.reader(io.StringIO(as_csv(fields).decode("utf-8-sig")), delimiter=";"))
    assert [row[3] for row in rows] == ["värde", "'=1+1", "A;B "]
    assert etree.fromstring(as_xml(fields, [])).findtext("uppgifter/uppgift") == "=1+1"


def page(minutes: Minutes) -> str:
    return reverse("meetings:registrar-package", args=[minutes.meeting.slug, minutes.revision])


def test_the_page_says_what_is_in_it_and_the_button_fetches_it(browse: Browse, alva: User) -> None:
    minutes = sent(alva)
    client = browse(alva)
    shown = client.get(page(minutes))
    assert shown.status_code == 200
    for word in ("Underlag: åtgärder &amp; mål", "Filmen", "Hämta diariepaketet"):
        assert word in shown.content.decode()
    assert not minutes.steps.filter(kind=StepKind.REGISTERED).exists()
    response: Any = client.post(page(minutes))
    assert response["Content-Type"] == "application/zip"
    name = f"{minutes.meeting.starts_on}_motesanteckningar_{case.SLUG}_v1_diariepaket.zip"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    content = b"".join(response.streaming_content)
    response.close()
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    assert "Hämtat tidigare" in client.get(page(minutes)).content.decode()


def test_a_draft_has_no_package_page(browse: Browse, alva: User) -> None:
    made = case.drafted(case.held(by=alva), by=alva)
    response = browse(alva).get(page(made))
    assert (response.status_code, response["Location"]) == (302, reverse("meetings:minutes", args=[case.SLUG]))


def test_strangers_and_members_do_not_fetch_it(browse: Browse, client: Client, alva: User, bo: User, cia: User) -> None:
    minutes = sent(alva)
    for visitor, status in ((bo, 403), (cia, 404)):
        assert browse(visitor).get(page(minutes)).status_code == status
        assert browse(visitor).post(page(minutes)).status_code == status
    assert client.get(page(minutes)).status_code in {302, 404}
    missing = reverse("meetings:registrar-package", args=[case.SLUG, 9])
    assert browse(alva).get(missing).status_code == 404


@pytest.mark.parametrize(("language", "word"), [("sv", "Handlingar"), ("en", "Papers")])
def test_the_papers_before_a_meeting_are_one_pdf(
    browse: Browse, alva: User, bo: User, language: str, word: str
) -> None:
    minutes = sent(alva)
    address = reverse("meetings:materials-pdf", args=[minutes.meeting.slug])
    response = browse(bo).get(address, {"sprak": language})
    assert (response["Content-Type"], response["Content-Language"]) == ("application/pdf", language)
    told = " ".join(texts(response.content))
    assert "Underlag: åtgärder & mål" in told
    assert word in told
    assert browse(bo).get(address, {"sprak": "xx"}).status_code == 404


def test_a_stranger_gets_no_papers(browse: Browse, alva: User, cia: User) -> None:
    minutes = sent(alva)
    assert browse(cia).get(reverse("meetings:materials-pdf", args=[minutes.meeting.slug])).status_code == 404
