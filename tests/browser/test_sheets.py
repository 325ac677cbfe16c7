"""A sheet goes out, is changed and comes back; a page is one page on paper."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Organisation
from tests import factories
from tests.portal.test_briefs import crowded

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SignIn = Callable[[User], Page]


def test_alva_takes_out_a_sheet_changes_it_and_brings_it_back(alva: User, sign_in: SignIn, tmp_path: Path) -> None:
    factories.organisation("Myndigheten för åäö", by=alva)
    page = sign_in(alva)
    page.goto("/arbetsyta/")
    page.get_by_role("link", name="Överblick").click()
    page.get_by_role("link", name="Excel").click()
    with page.expect_download() as fetched:
        page.get_by_role("link", name="Organisationer (xlsx)").click()
    file = tmp_path / fetched.value.suggested_filename
    fetched.value.save_as(file)
    book = openpyxl.load_workbook(file)
    sheet: Any = book["Organisationer"]
    sheet["H2"] = "Skåne"
    sheet["C3"], sheet["E3"], sheet["F3"], sheet["G3"] = "Ny region", "offentlig", "hejsan", "SE"
    book.save(file)

    page.get_by_label("Ändrad fil").set_input_files(file)
    page.get_by_role("button", name="Granska filen").click()
    expect(page.get_by_role("alert")).to_contain_text("1 rad går inte att läsa in.")
    expect(page.get_by_role("button", name="För in ändringarna")).to_have_count(0)

    sheet["F3"] = "region"
    book.save(file)
    page.get_by_role("link", name="Avbryt").click()
    page.get_by_label("Ändrad fil").set_input_files(file)
    page.get_by_role("button", name="Granska filen").click()
    expect(page.locator("ins").filter(has_text="Skåne")).to_be_visible()
    assert Organisation.objects.count() == 1
    page.get_by_role("button", name="För in ändringarna").click()
    expect(page.get_by_text("2 rader är införda.")).to_be_visible()
    assert list(Organisation.objects.order_by("pk").values_list("name", "region")) == [
        ("Myndigheten för åäö", "Skåne"), ("Ny region", ""),
    ]  # fmt: skip


def test_the_page_is_one_page_on_paper_and_never_wider_than_a_telephone(alva: User, sign_in: SignIn) -> None:
    objective = crowded(alva, number=20)
    page = sign_in(alva)
    page.goto(reverse("strategy:objective", args=[objective.strategy.slug, objective.number]))
    page.get_by_role("link", name="En A4-sida").click()
    expect(page.get_by_role("heading", name="Svagaste länken")).to_be_visible()
    printed = pypdfium2.PdfDocument(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(printed) == 1
    printed.close()
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
