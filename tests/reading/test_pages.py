"""A PDF as page pictures with the passages lit, for those who may read the document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from kraftsamla.accounts.models import User
from kraftsamla.library.operations import withdraw_document
from kraftsamla.reading.models import Reading
from kraftsamla.reading.operations import read_document
from tests.browser.making import article_pdf
from tests.reading.conftest import Read

Browse = Callable[[User], Client]


@pytest.fixture
def article(alva: User, tmp_path: Path) -> Reading:
    content = article_pdf(tmp_path / "artikel.pdf").read_bytes()
    return read_document(content=content, file_name="artikel.pdf", by=alva)


def page_of(reading: Reading) -> str:
    return f"/arbetsyta/lasbord/{reading.document.slug}/"


def picture(client: Client, reading: Reading, number: int = 1) -> bytes:
    answer = client.get(f"{page_of(reading)}sidor/{number}.png")
    content: bytes = answer.getvalue()
    return content


def test_the_page_is_drawn_once_and_kept(
    article: Reading, bo: User, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browse(bo)
    first = picture(client, article)
    assert first.startswith(b"\x89PNG")
    monkeypatch.setattr("docreader.sandbox.picture_in_process", None)
    assert picture(client, article) == first


def test_the_desk_shows_the_page_and_where_each_passage_stands(article: Reading, bo: User, browse: Browse) -> None:
    client = browse(bo)
    assert client.get(page_of(article)).context["panel"] is None
    answer = client.get(f"{page_of(article)}?som=sidor")
    panel = answer.context["panel"]
    assert (panel.number, panel.count, panel.previous, panel.next) == (1, 1, 0, 0)
    numbers = {box.number for box in panel.boxes}
    assert numbers == set(article.suggestions.exclude(evidence=[]).values_list("pk", flat=True))
    assert all(0 <= box.left < 1000 and 0 <= box.top < 1000 and box.width > 0 for box in panel.boxes)
    assert b'class="sheet"' not in answer.content


def test_the_page_of_one_suggestion_alone(article: Reading, bo: User, browse: Browse) -> None:
    client, suggestion = browse(bo), article.suggestions.all()[0]
    part = client.get(f"{page_of(article)}sidor/?forslag={suggestion.pk}", headers={"HX-Request": "true"})
    assert part.content.decode().strip().startswith('<div id="sida" data-page="1" ')
    whole = client.get(f"{page_of(article)}sidor/?sida=1")
    assert (whole.status_code, whole["Location"]) == (302, f"{page_of(article)}?som=sidor&sida=1")


def test_strangers_and_pages_that_are_not_there_meet_404(
    article: Reading, read: Read, bo: User, cia: User, browse: Browse
) -> None:
    for address in ("sidor/1.png", "sidor/"):
        assert browse(cia).get(page_of(article) + address).status_code == 404
        assert Client().get(page_of(article) + address).status_code == 404
    plain = read(title="Utan sidor")
    wrong = [f"{page_of(article)}sidor/2.png", f"{page_of(article)}sidor/0.png", f"{page_of(plain)}sidor/1.png"]
    assert {browse(bo).get(address).status_code for address in wrong} == {404}
    assert browse(bo).get(f"{page_of(plain)}?som=sidor").context["panel"] is None


def test_a_page_that_cannot_be_drawn_says_so(article: Reading, bo: User, browse: Browse) -> None:
    with article.document.file.storage.open(str(article.document.file.name), "wb") as file:
        file.write(b"%PDF-1.4\nbroken")
    answer = browse(bo).get(f"{page_of(article)}?som=sidor")
    assert answer.status_code == 200
    assert answer.context["panel"].trouble != ""
    assert "Sidan kan inte visas som bild." in answer.content.decode()


@pytest.mark.django_db(transaction=True)
def test_the_pictures_go_with_the_document(article: Reading, alva: User, browse: Browse) -> None:
    picture(browse(alva), article)
    storage, document = article.document.file.storage, article.document
    (folder,) = storage.listdir("pages")[0]
    assert len(storage.listdir(f"pages/{folder}")[1]) == 2
    article.delete()
    withdraw_document(document=document, by=alva)
    assert storage.listdir(f"pages/{folder}")[1] == []
