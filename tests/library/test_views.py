from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.library.models import Document
from kraftsamla.library.operations import add_evidence, change_document, cite, store_document
from kraftsamla.strategy.operations import add_date
from tests import factories

Browse = Callable[[User], Client]
SLUG = "anteckningar-3-mars"
TO_READ: list[tuple[str, list[str]]] = [("document-list", []), ("document", [SLUG]), ("document-choices", [])]
TO_EDIT: list[tuple[str, list[str]]] = [("document-add", []), ("document-edit", [SLUG]), ("document-remove", [SLUG])]


@pytest.fixture
def document(db: None) -> Document:
    return factories.document("Anteckningar 3 mars")


def _address(name: str, *args: str) -> str:
    return reverse(f"library:{name}", args=args)


def _statuses(client: Client) -> list[int]:
    return [client.get(_address(name, *args)).status_code for name, args in [*TO_READ, *TO_EDIT]]


def _read(text: str, by: User) -> Document:
    """A document whose file has been read in."""
    values = {"title": "Inläst", "kind": "minutes"}
    return store_document(file_name="a.txt", content=text.encode(), text=text, layout=[], values=values, by=by)


def test_each_role_meets_its_door(document: Document, alva: User, bo: User, cia: User, browse: Browse) -> None:
    assert {user.name: _statuses(browse(user)) for user in (alva, bo, cia)} == {
        "Alva": [200] * 6, "Bo": [200] * 3 + [403] * 3, "Cia": [404] * 6,
    }  # fmt: skip
    assert _statuses(Client()) == [404] * 6


def test_what_only_reads_takes_no_post(document: Document, alva: User, browse: Browse) -> None:
    client = browse(alva)
    assert [client.post(_address(name, *args)).status_code for name, args in TO_READ] == [405, 405, 405]


def test_a_member_is_offered_no_change(document: Document, bo: User, browse: Browse) -> None:
    main = browse(bo).get(_address("document", SLUG)).content.decode().partition("<main")[2]
    assert ('<form method="post"' in main, "/andra/" in main) == (False, False)


def test_a_document_without_a_file_is_added(alva: User, browse: Browse) -> None:
    publisher = factories.organisation("Vinnova")
    typed = {
        "title": "Årsrapport", "kind": "report", "language": "sv", "publisher": "Vinnova", "published": "maj 2021",
        "url": "https://example.org/rapport", "publicity": "quotes",
    }  # fmt: skip
    response = browse(alva).post(_address("document-add"), typed)
    made = Document.objects.get()
    assert (response["Location"], made.publisher, made.published, made.publicity) == (
        _address("document", "arsrapport"), publisher, "2021-05", "quotes",
    )  # fmt: skip


def test_an_address_and_a_date_that_cannot_be_are_named(alva: User, browse: Browse) -> None:
    told = {"title": "R", "kind": "report", "language": "sv", "publicity": "quotes"}
    typed = {**told, "url": "en sida", "published": "x"}
    response = browse(alva).post(_address("document-add"), typed)
    assert (response.status_code, sorted(response.context["form"].errors)) == (422, ["published", "url"])
    assert ('value="en sida"' in response.content.decode(), Document.objects.count()) == (True, 0)


def test_a_change_meanwhile_shows_both(document: Document, alva: User, browse: Browse) -> None:
    change_document(document=document, values={"title": "Deras"}, version=1, by=alva)
    typed = {"title": "Min", "kind": "minutes", "language": "sv", "publicity": "quotes", "version": "1"}
    response = browse(alva).post(_address("document-edit", SLUG), typed)
    assert (response.status_code, response.context["form"].standing) == (409, {"title": "Deras"})


def test_a_document_somebody_cites_stays(document: Document, alva: User, browse: Browse) -> None:
    action = factories.action(factories.strategy())
    add_evidence(to=action, passage=cite(document=document, by=alva), by=alva)
    response = browse(alva).post(_address("document-remove", SLUG))
    assert (response.status_code, Document.objects.count()) == (409, 1)


def test_a_document_nobody_cites_is_removed(document: Document, alva: User, browse: Browse) -> None:
    response = browse(alva).post(_address("document-remove", SLUG))
    assert (response["Location"], Document.objects.count()) == (_address("document-list"), 0)


def test_documents_are_found_by_words_and_kind(alva: User, browse: Browse) -> None:
    factories.document("Anteckningar", kind="minutes")
    factories.document("Rapporten", kind="report")
    client = browse(alva)

    def listed(query: str) -> list[str]:
        return [each.title for each in client.get(f"{_address('document-list')}?{query}").context["rows"]]

    asked = ("slag=report", "sok=ANTECK", "slag=film")
    assert [listed(query) for query in asked] == [["Rapporten"], ["Anteckningar"], []]


def test_the_page_says_what_each_passage_shows_and_marks_it_in_the_text(alva: User, browse: Browse) -> None:
    document = _read("Mötet beslutade om en hubb. Sedan åt man.", alva)
    strategy = factories.strategy()
    objective = factories.objective(factories.area(strategy), "1.1", title="Ett mål")
    action = factories.action(strategy, "Hubben")
    fact = add_date(action=action, values={"kind": "decided", "date": "2021"}, by=alva)
    passage = cite(document=document, quote="beslutade om en hubb", by=alva)
    for record in (action, fact, objective):
        add_evidence(to=record, passage=passage, by=alva)
    overview = browse(alva).get(_address("document", document.slug)).context["overview"]
    shown = overview.passages[0]
    assert sorted((each.name, each.address) for each in shown.records) == [
        ("1.1 Ett mål", reverse("strategy:objective", args=[objective.pk])),
        ("Hubben", reverse("strategy:action", args=["hubben"])),
        ("Hubben: beslutad 2021", reverse("strategy:action", args=["hubben"])),
    ]
    assert [(piece.text, piece.key) for piece in overview.pieces] == [
        ("Mötet ", 0), ("beslutade om en hubb", passage.pk), (". Sedan åt man.", 0),
    ]  # fmt: skip


def test_passages_that_overlap_are_marked_once_and_no_letter_is_lost(alva: User, browse: Browse) -> None:
    text = "abcdefghij"
    document = _read(text, alva)
    for start, end in ((2, 6), (4, 8), (5, 6)):
        cite(document=document, start=start, end=end, by=alva)
    overview = browse(alva).get(_address("document", document.slug)).context["overview"]
    assert [piece.text for piece in overview.pieces] == ["ab", "cdef", "gh", "ij"]
    assert [each.in_text for each in overview.passages] == [True, True, False]


def test_text_that_looks_like_markup_is_shown_as_text(alva: User, browse: Browse) -> None:
    document = _read("<script>alert(1)</script>", alva)
    page = browse(alva).get(_address("document", document.slug)).content.decode()
    assert ("<script>alert" in page, "&lt;script&gt;alert(1)&lt;/script&gt;" in page) == (False, True)


def test_questions_to_the_database_do_not_grow_with_the_rows(document: Document, alva: User, browse: Browse) -> None:
    client = browse(alva)
    strategy = factories.strategy()
    area = factories.area(strategy)

    def fill(numbers: range) -> list[int]:
        for number in numbers:
            factories.document(f"Dokument {number}", publisher=factories.organisation(f"Utgivare {number}"))
            objective = factories.objective(area, f"1.{number + 1}")
            action = factories.action(strategy, f"Insats {number}")
            records: list[Any] = [objective, objective.wordings.get(), action, factories.meeting(f"Möte {number}")]
            records.append(add_date(action=action, values={"kind": "decided", "date": "2021"}, by=alva))
            for record in records:
                passage = cite(document=document, note_sv=f"Visar {record.pk} {number}", by=alva)
                add_evidence(to=record, passage=passage, by=alva)
        counts = []
        for name, args in TO_READ[:2]:
            with CaptureQueriesContext(connection) as queries:
                client.get(_address(name, *args))
            counts.append(len(queries))
        return counts

    assert fill(range(1)) == fill(range(1, 30))
