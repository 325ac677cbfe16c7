"""A passage marked by hand becomes a fact like any other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from kraftsamla.accounts.models import User
from kraftsamla.core.errors import NotAllowed
from kraftsamla.followup.models import FollowUp
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.operations import accept, accept_certain, mark_passage, undo
from kraftsamla.reading.overviews import precision_of
from tests.reading.conftest import TEXT, the
from tests.reading.test_deciding import everything

Browse = Callable[[User], Client]
DESK = "/arbetsyta/lasbord/anteckningar-mars/"
PAGE = f"{DESK}markera/"


def mark(reading: Reading, kind: str, words: str, *, by: User) -> Suggestion:
    start = TEXT.index(words)
    return mark_passage(reading=reading, kind=kind, start=start, end=start + len(words), by=by)


@pytest.mark.parametrize(
    ("kind", "words", "fields"),
    [
        ("request", "lämna två exempel före påsk", {"title": "lämna två exempel före påsk"}),
        ("agenda_item", "2 Läget i strategin", {"number": "2", "title": "Läget i strategin"}),
        ("participant", "Per Lind, Havsmyndigheten\n", {"person": "Per Lind", "organisation": "Havsmyndigheten"}),
        ("person", "Gunvor Ek, ", {"person": "Gunvor Ek"}),
        ("stakeholder", "Region Kusten", {"organisation": "Region Kusten"}),
        ("request", "Inledning\nGunvor Ek", {"title": "Inledning Gunvor Ek"}),
        ("document_date", "14 mars 2023", {}),
    ],
)
def test_the_fields_are_filled_with_the_words(
    minutes: Reading, alva: User, kind: str, words: str, fields: dict[str, Any]
) -> None:
    made = mark(minutes, kind, words, by=alva)
    ((first, last),) = made.evidence
    assert (made.fields, TEXT[first:last], made.state) == (fields, words.strip(), "waiting")
    assert (made.confidence, made.is_by_hand, made.position) == (None, True, 11)


def test_it_is_accepted_and_undone_like_any_other(minutes: Reading, alva: User) -> None:
    made = mark(minutes, "request", "lämna två exempel före påsk", by=alva)
    before = everything()
    accept(suggestion=made, version=1, by=alva)
    followup = FollowUp.objects.get()
    assert followup.what_sv == "Lämna två exempel före påsk"
    assert [each.quote for each in followup.passages.all()] == ["lämna två exempel före påsk"]
    undo(suggestion=made, version=2, by=alva)
    assert everything() == before


def test_it_is_never_certain_and_never_counted_as_the_readers(minutes: Reading, alva: User) -> None:
    made = mark(minutes, "request", "lämna två exempel före påsk", by=alva)
    done = accept_certain(reading=minutes, by=alva, at_least=0.0)
    assert made.pk not in {each.pk for each in [*done.accepted, *done.left]}
    assert precision_of(Suggestion.objects.all()).whole.total == 10


def test_what_cannot_be_marked_is_refused(minutes: Reading, alva: User, bo: User) -> None:
    for start, end in ((5, 5), (9, 4), (-3, 4), (0, len(TEXT) + 1), (18, 20)):
        with pytest.raises(ValidationError) as wrong:
            mark_passage(reading=minutes, kind="request", start=start, end=end, by=alva)
        assert wrong.value.message_dict == {"quote": ["Markera minst ett ord i dokumentet."]}
    with pytest.raises(ValidationError) as wrong:
        mark(minutes, "horoscope", "två exempel", by=alva)
    assert set(wrong.value.message_dict) == {"kind"}
    with pytest.raises(NotAllowed):
        mark(minutes, "request", "två exempel", by=bo)
    assert Suggestion.objects.count() == 10


def test_without_script_the_words_are_found_in_the_document(minutes: Reading, alva: User, browse: Browse) -> None:
    typed = {"stalle-quote": "lämna  två exempel\nföre påsk", "stalle-kind": "request"}
    answer = browse(alva).post(PAGE, typed, follow=True)
    made = Suggestion.objects.get(confidence=None)
    assert answer.redirect_chain == [(f"{DESK}{made.pk}/andra/#forslag-{made.pk}", 302)]
    (card,) = [c for g in answer.context["desk"].groups for c in g.cards if c.suggestion == made]
    assert (card.form["title"].value(), card.sureness) == ("lämna två exempel före påsk", None)
    page = browse(alva).get(DESK).content.decode()
    assert page.count("gjort för hand") == 1


def test_where_the_words_stand_is_told_by_script(minutes: Reading, alva: User, browse: Browse) -> None:
    second = TEXT.rindex("Gunvor Ek")
    typed = {
        "stalle-quote": "Gunvor Ek", "stalle-kind": "person", "stalle-start": second, "stalle-end": second + 9,
    }  # fmt: skip
    assert browse(alva).post(PAGE, typed).status_code == 302
    assert Suggestion.objects.get(confidence=None).evidence == [[second, second + 9]]


@pytest.mark.parametrize(
    ("quote", "kind", "errors"),
    [
        ("", "request", {"quote": ["Markera minst ett ord i dokumentet."]}),
        ("två exempel", "", {"kind": ["Välj vad stället handlar om."]}),
        ("Gunvor Ek", "person", {"quote": ["Orden står på flera ställen. Ta med ord före eller efter."]}),
        ("tre exempel", "request", {"quote": ["Orden står inte så i dokumentet. Skriv av dem ordagrant."]}),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_kept(
    minutes: Reading, alva: User, browse: Browse, quote: str, kind: str, errors: dict[str, list[str]]
) -> None:
    answer = browse(alva).post(PAGE, {"stalle-quote": quote, "stalle-kind": kind})
    form = answer.context["mark_form"]
    assert (answer.status_code, form.errors) == (422, errors)
    assert (form["quote"].value(), form["kind"].value()) == (quote, kind)
    assert Suggestion.objects.count() == 10


def test_who_may_mark(minutes: Reading, alva: User, bo: User, cia: User, browse: Browse) -> None:
    typed = {"stalle-quote": "två exempel", "stalle-kind": "request"}
    assert [browse(user).post(PAGE, typed).status_code for user in (bo, cia)] == [403, 404]
    assert (Client().post(PAGE, typed).status_code, browse(alva).get(PAGE).status_code) == (404, 405)
    assert b"data-mark" not in browse(bo).get(DESK).content
    assert Suggestion.objects.count() == 10
    assert not the(minutes, "request").is_by_hand


def test_every_block_says_where_it_begins(minutes: Reading, alva: User, browse: Browse) -> None:
    desk = browse(alva).get(DESK).context["desk"]
    parts = [part for piece in desk.paper for row in piece.rows for part in row]
    assert all(TEXT[part.start : part.start + len(part.text)] == part.text for part in parts)
