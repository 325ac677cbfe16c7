"""What every answer of the workspace has in common."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from kraftsamla.accounts.models import User

Browse = Callable[[User], Client]


@pytest.mark.parametrize("address", ["/arbetsyta/", "/arbetsyta/organisationer/", "/arbetsyta/finns-inte/"])
def test_no_cache_on_the_way_keeps_a_page_of_the_workspace(alva: User, browse: Browse, address: str) -> None:
    assert browse(alva).get(address)["Cache-Control"] == "private, no-cache"


def test_a_page_that_says_for_itself_how_long_it_may_be_kept_is_believed(client: Client, db: None) -> None:
    assert "no-store" in client.get("/konto/logga-in/")["Cache-Control"]


@pytest.mark.parametrize(
    "address",
    [
        "/arbetsyta/uppdrag/ny/?person=%00", "/arbetsyta/strategi/x/omrade/%00/", "/arbetsyta/organisationer/?q=a%00b",
        "/arbetsyta/personer/val/?q=%00",
    ],
)  # fmt: skip
def test_an_address_that_no_database_can_look_for_leads_nowhere(alva: User, browse: Browse, address: str) -> None:
    assert browse(alva).get(address).status_code == 404


def test_what_is_too_big_or_damaged_is_answered_in_plain_words(alva: User, browse: Browse) -> None:
    damaged = "multipart/form-data; boundary="
    response = browse(alva).post("/arbetsyta/lasbord/nytt/filer/", b"abc", content_type=damaged)
    assert response.status_code == 400
    assert "<h1>Det gick inte att ta emot</h1>" in response.content.decode()
