"""Publishing from the workspace."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.editions.models import Edition
from kraftsamla.strategy.models import Strategy
from tests import factories

Browse = Callable[[User], Client]
LIST, PUBLISH = "/arbetsyta/utgavor/", "/arbetsyta/utgavor/publicera/"


@pytest.fixture
def strategy(db: None) -> Strategy:
    strategy = factories.strategy("Strategi för prov")
    factories.action(strategy, "Ett kansli")
    return strategy


def test_a_coordinator_publishes_and_sees_the_edition_in_the_list(
    browse: Browse, alva: User, strategy: Strategy
) -> None:
    client = browse(alva)
    response = client.post(PUBLISH, {"strategy": strategy.pk, "note": "Inför mötet"})
    assert (response.status_code, response.headers["Location"]) == (302, LIST)
    edition = Edition.objects.get()
    assert (edition.number, edition.note_sv, edition.published_by) == (1, "Inför mötet", alva)
    page = client.get(LIST).content.decode()
    assert page.count("visas nu") == 1
    assert "Inför mötet" in page


def test_before_publishing_one_sees_what_would_be_new(browse: Browse, alva: User, strategy: Strategy) -> None:
    client = browse(alva)
    client.post(PUBLISH, {"strategy": strategy.pk})
    factories.action(strategy, "En ny hubb")
    page = client.get(PUBLISH).content.decode()
    assert "1 post har ändrats sedan utgåva 1" in page
    assert "En ny hubb" in page


def test_nothing_new_is_refused_and_what_was_typed_is_kept(browse: Browse, alva: User, strategy: Strategy) -> None:
    client = browse(alva)
    client.post(PUBLISH, {"strategy": strategy.pk})
    response = client.post(PUBLISH, {"strategy": strategy.pk, "note": "En gång till"})
    page = response.content.decode()
    assert response.status_code == 409
    assert "Inget har ändrats sedan utgåva 1" in page
    assert "En gång till" in page
    assert Edition.objects.count() == 1


def test_a_member_sees_the_list_and_may_not_publish(browse: Browse, bo: User, strategy: Strategy) -> None:
    client = browse(bo)
    assert client.get(LIST).status_code == 200
    assert reverse("editions:publish") not in client.get(LIST).content.decode()
    assert [client.get(PUBLISH).status_code, client.post(PUBLISH, {}).status_code] == [403, 403]
    assert not Edition.objects.exists()


def test_a_stranger_meets_404(browse: Browse, cia: User, client: Client) -> None:
    for visitor in (browse(cia), client):
        assert [visitor.get(LIST).status_code, visitor.post(PUBLISH).status_code] == [404, 404]


def test_the_list_is_only_read(browse: Browse, alva: User) -> None:
    assert browse(alva).post(LIST).status_code == 405


def test_the_list_asks_as_much_at_one_edition_as_at_thirty(
    browse: Browse, alva: User, strategy: Strategy, django_assert_num_queries: Callable[[int], object]
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from django.utils import timezone

    def fill(first: int, last: int) -> None:
        Edition.objects.bulk_create(
            Edition(
                number=number, strategy=strategy, as_of="2026-01-01", published_at=timezone.now(), published_by=alva,
                content_sha256="", manifest_sha256="", pages=1,
            )
            for number in range(first, last)
        )  # fmt: skip

    client = browse(alva)
    fill(1, 2)
    client.get(LIST)
    with CaptureQueriesContext(connection) as few:
        client.get(LIST)
    fill(2, 31)
    with CaptureQueriesContext(connection) as many:
        client.get(LIST)
    assert len(many) == len(few)
