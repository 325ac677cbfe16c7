from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from kraftsamla.accounts.models import User
from kraftsamla.core.errors import NotAllowed, Refused
from kraftsamla.library.models import Document, Passage
from kraftsamla.library.operations import (
    AlreadyStored,
    add_evidence,
    cite,
    is_quoted,
    remove_evidence,
    store_document,
    withdraw_document,
)
from tests import factories

TEXT = "Gruppen möts den 4 februari. Åsa håller i det."


def stored(by: User, *, content: bytes = b"innehall", **values: Any) -> Document:
    return store_document(
        file_name="C:\\Möten\\anteckningar.txt", content=content, text=TEXT, layout=[],
        values={"title": "Anteckningar", "kind": "minutes", **values}, by=by,
    )  # fmt: skip


def files(settings: Any) -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def test_a_file_is_kept_under_a_name_of_our_own(alva: User, settings: Any) -> None:
    document = stored(alva)
    (kept,) = files(settings)
    assert document.file_name == "anteckningar.txt"
    assert kept.name == f"{document.sha256[:32]}.txt"
    assert kept.read_bytes() == b"innehall"


def test_the_same_file_twice_leads_to_the_first(alva: User) -> None:
    first = stored(alva)
    with pytest.raises(AlreadyStored) as caught:
        stored(alva, title="Ett annat namn")
    assert caught.value.document == first
    assert Document.objects.count() == 1


def test_a_document_that_cannot_be_saved_leaves_no_file(alva: User, settings: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        stored(alva, title="")
    assert list(caught.value.message_dict) == ["title"]
    assert (files(settings), Document.objects.count()) == ([], 0)


def test_a_member_may_not_store(bo: User, settings: Any) -> None:
    with pytest.raises(NotAllowed):
        stored(bo)
    assert files(settings) == []


def test_a_passage_takes_its_words_from_the_text(alva: User) -> None:
    passage = cite(document=stored(alva), start=29, end=32, by=alva)
    assert passage.quote == "Åsa"


def test_a_quotation_is_found_in_the_text(alva: User) -> None:
    passage = cite(document=stored(alva), quote="den 4 februari", by=alva)
    assert (passage.start, passage.end) == (13, 27)


def test_the_same_passage_is_made_once(alva: User) -> None:
    document = stored(alva)
    assert cite(document=document, start=0, end=7, by=alva) == cite(document=document, quote="Gruppen", by=alva)


@pytest.mark.parametrize("span", [(0, 1000), (5, 5), (-1, 3)])
def test_a_span_outside_the_text_is_refused(alva: User, span: tuple[int, int]) -> None:
    with pytest.raises(ValidationError):
        cite(document=stored(alva), start=span[0], end=span[1], by=alva)
    assert not Passage.objects.exists()


def test_words_that_the_text_does_not_hold_are_refused_with_the_remedy(alva: User) -> None:
    with pytest.raises(ValidationError) as caught:
        cite(document=stored(alva), quote="den 5 februari", by=alva)
    assert caught.value.message_dict == {
        "quote": ["Orden finns inte i dokumentets text. Kopiera dem exakt ur dokumentet, eller lämna tomt."]
    }


def test_evidence_is_tied_once_and_the_last_to_leave_removes_the_passage(alva: User) -> None:
    passage = cite(document=stored(alva), start=0, end=7, by=alva)
    person, body = factories.person(), factories.body()
    assert [add_evidence(to=person, passage=passage, by=alva) for _ in range(2)] == [True, False]
    add_evidence(to=body, passage=passage, by=alva)
    remove_evidence(of=person, passage=passage, by=alva)
    assert is_quoted(passage)
    remove_evidence(of=body, passage=passage, by=alva)
    assert not Passage.objects.exists()


def test_a_document_that_is_quoted_cannot_be_withdrawn(alva: User) -> None:
    document = stored(alva)
    add_evidence(to=factories.person(), passage=cite(document=document, by=alva), by=alva)
    with pytest.raises(Refused):
        withdraw_document(document=document, by=alva)


@pytest.mark.django_db(transaction=True)
def test_withdrawing_a_document_removes_its_file(alva: User, settings: Any) -> None:
    withdraw_document(document=stored(alva), by=alva)
    assert (files(settings), Document.objects.count()) == ([], 0)
