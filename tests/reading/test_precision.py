"""The page that says how often the reader is right."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kraftsamla.accounts.models import User
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.operations import accept, accept_certain, edit, reject, undo
from kraftsamla.reading.overviews import precision_of
from tests.reading.conftest import MINUTES, Read, the

Browse = Callable[[User], Client]
PAGE = "/arbetsyta/lasbord/lasaren/traffar/"


def counts(kind: str = "") -> dict[str, list[int]]:
    """By band: untouched, accepted with others, edited, rejected, undone, waiting."""
    found = precision_of(Suggestion.objects.all())
    tallies = found.bands if not kind else next(k.bands for k in found.kinds if k.whole.label == kind)
    return {str(each.label): [number for _label, number in each.cells] for each in tallies}


def test_every_suggestion_is_counted_once_by_what_became_of_it(minutes: Reading, alva: User) -> None:
    accept(suggestion=the(minutes, "meeting"), version=1, by=alva)
    request = edit(suggestion=the(minutes, "request"), fields={"title": "Lämna tre"}, version=1, by=alva)
    accept(suggestion=request, version=2, by=alva)
    reject(suggestion=the(minutes, "metric"), version=1, by=alva)
    siv = the(minutes, "participant", person="Siv Östbergh")
    accept(suggestion=siv, version=1, by=alva)
    undo(suggestion=siv, version=2, by=alva)
    undo(suggestion=reject(suggestion=the(minutes, "next_meeting"), version=1, by=alva), version=2, by=alva)
    assert counts() == {
        "Säkra (minst 0,9)": [1, 0, 1, 0, 0, 6],
        "Troliga (0,7–0,9)": [0, 0, 0, 0, 1, 0],
        "Osäkra (under 0,7)": [0, 0, 0, 1, 0, 0],
    }
    assert counts("Deltagare") == {"Säkra (minst 0,9)": [0, 0, 0, 0, 0, 2], "Troliga (0,7–0,9)": [0, 0, 0, 0, 1, 0]}
    found = precision_of(Suggestion.objects.all())
    assert [each.right for each in found.bands] == [50, 0, 0]
    assert (found.whole.total, found.whole.right) == (10, 25)


def test_what_is_accepted_again_counts_as_accepted(minutes: Reading, alva: User) -> None:
    for version in (1, 3):
        accept(suggestion=the(minutes, "meeting"), version=version, by=alva)
        if version == 1:
            undo(suggestion=the(minutes, "meeting"), version=2, by=alva)
    assert counts("Möte") == {"Säkra (minst 0,9)": [1, 0, 0, 0, 0, 0]}


def test_what_was_accepted_with_others_says_nothing_of_the_reader(minutes: Reading, alva: User) -> None:
    accept(suggestion=the(minutes, "request"), version=1, by=alva)
    accept_certain(reading=minutes, by=alva)
    (certain, *_others) = precision_of(Suggestion.objects.all()).bands
    assert [number for _label, number in certain.cells] == [1, 7, 0, 0, 0, 0]
    assert (certain.judged, certain.right) == (1, 100)


def test_the_page_is_for_those_with_a_role_and_only_read(
    minutes: Reading, alva: User, bo: User, cia: User, browse: Browse
) -> None:
    assert browse(bo).get(PAGE).status_code == 200
    assert (browse(cia).get(PAGE).status_code, Client().get(PAGE).status_code) == (404, 404)
    assert browse(alva).post(PAGE).status_code == 405
    assert f'href="{PAGE}"' in browse(alva).get("/arbetsyta/lasbord/").content.decode()


def test_nothing_read_yet_is_said(alva: User, browse: Browse) -> None:
    page = browse(alva).get(PAGE).content.decode()
    assert ("Det finns inga förslag att räkna ännu" in page, "<table" in page) == (True, False)


def test_as_many_questions_to_the_database_for_3_as_for_60(read: Read, alva: User, browse: Browse) -> None:
    client, numbers = browse(alva), []
    for suggestions, title in ((MINUTES[:1], "Få"), (MINUTES * 6, "Många")):
        read(*suggestions, title=title)
        client.get(PAGE)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(PAGE).status_code == 200
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]
