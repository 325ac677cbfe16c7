"""A document the library has already: cited without a file, or read before in an earlier version."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from kraftsamla.accounts.models import User
from kraftsamla.core.errors import NotAllowed, Refused
from kraftsamla.library.models import Document, EarlierFile, Passage
from kraftsamla.library.operations import AlreadyStored, add_evidence, cite
from kraftsamla.meetings.models import Attendance
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.operations import (
    accept,
    accept_certain,
    edit,
    join,
    keep_apart,
    mark_passage,
    read_document,
    reject,
    undo,
)
from kraftsamla.reading.overviews import desk_of
from tests import factories
from tests.reading.conftest import MINUTES, TEXT, Read, found, the

Browse = Callable[[User], Client]
LIST = "/arbetsyta/lasbord/"
ADDRESS = "https://example.org/minnesanteckningar/mars"
LATER = TEXT.replace("den 9 maj", "den 11 maj").replace("1 Inledning", "1 Inledning\n\nEn ny mening.\n")


def again(read: Read, *suggestions: dict[str, Any], text: str = LATER) -> Reading:
    """The same document once more, with spans that count in its own text."""
    moved = [{**each, "evidence": [_placed(each, text)]} for each in suggestions]
    return read(*moved, text=text, title="Anteckningar mars")


def _placed(each: dict[str, Any], text: str) -> list[int]:
    (start, end), words = each["evidence"][0], ""
    words = TEXT[start:end]
    if words not in text:
        words = words.replace("9 maj", "11 maj")
    at = text.index(words)
    return [at, at + len(words)]


def stored(file: Any) -> bytes:
    with file.open() as opened:
        content: bytes = opened.read()
    return content


MEETS_LATER = found("next_meeting", "Nästa möte är den 9 maj", date="2023-05-11")
SAME = tuple(each for each in MINUTES if each["kind"] != "next_meeting")


def test_a_document_cited_without_a_file_is_recognised_by_its_address(read: Read, alva: User) -> None:
    cited = factories.document("Vårt möte i mars", url=f"{ADDRESS}/")
    reading = read_document(
        content=TEXT.encode(), file_name="mars.txt", by=alva, values={"url": ADDRESS, "title": "Något annat"}
    )
    assert (reading.looks_like, reading.likeness) == (cited, None)


def test_or_by_its_name_and_day(read: Read, alva: User) -> None:
    cited = factories.document("Anteckningar", published="2023-03-20")
    values = {"title": "Anteckningar", "published": "2023-03-20"}
    other_day = {**values, "published": "2023-03-21"}
    assert read_document(content=b"Ett.", file_name="a.txt", by=alva, values=values).looks_like == cited
    assert read_document(content="Två.".encode(), file_name="b.txt", by=alva, values=other_day).looks_like is None


def test_nothing_is_decided_until_the_question_is_answered(read: Read, alva: User) -> None:
    factories.document("Anteckningar mars", url=ADDRESS)
    reading = read(*MINUTES)
    Document.objects.filter(pk=reading.document_id).update(url=ADDRESS)
    Reading.objects.filter(pk=reading.pk).update(looks_like=Document.objects.get(file_name=""))
    reading.refresh_from_db()
    request = the(reading, "request")
    for deed in (
        lambda: accept(suggestion=request, version=1, by=alva), lambda: reject(suggestion=request, version=1, by=alva),
        lambda: edit(suggestion=request, fields={}, version=1, by=alva),
        lambda: mark_passage(reading=reading, kind="request", start=0, end=5, by=alva),
    ):  # fmt: skip
        with pytest.raises(Refused) as refusal:
            deed()
        assert refusal.value.message.startswith("Svara först på frågan överst")
    assert accept_certain(reading=reading, by=alva).accepted == []
    assert desk_of(reading).progress.certain == 0
    keep_apart(reading=reading, by=alva)
    assert desk_of(Reading.objects.get(pk=reading.pk)).progress.certain == 8


def test_the_cited_document_gets_the_file_and_its_quotations_their_places(read: Read, alva: User) -> None:
    cited = factories.document("Möte om vatten", url=ADDRESS, published="2023-03-20")
    person = factories.person("Gunvor Ek")
    passage = cite(document=cited, quote="Gunvor Ek hälsade välkommen", by=alva)
    lost = cite(document=cited, quote="Orden som inte står där", by=alva)
    for each in (passage, lost):
        add_evidence(to=person, passage=each, by=alva)
    reading = read_document(content=TEXT.encode(), file_name="mars.txt", by=alva, values={"url": ADDRESS})
    joined = join(reading=reading, by=alva).reading
    cited.refresh_from_db()
    assert (joined.document, Document.objects.count(), joined.is_described) == (cited, 1, True)
    assert (cited.title, cited.published, cited.file_name) == ("Möte om vatten", "2023-03-20", "mars.txt")
    assert cited.text == TEXT
    passage.refresh_from_db()
    lost.refresh_from_db()
    assert TEXT[passage.start : passage.end] == passage.quote
    assert (lost.start, lost.quote) == (None, "Orden som inte står där")
    assert stored(cited.file) == TEXT.encode()
    with pytest.raises(Refused):
        join(reading=joined, by=alva)


def test_a_new_version_is_recognised_and_another_meetings_minutes_are_not(read: Read, alva: User) -> None:
    first = read(*MINUTES)
    later = again(read, *SAME, MEETS_LATER)
    assert later.looks_like == first.document
    assert 60 <= (later.likeness or 0) < 100
    april = {**MINUTES[0], "fields": {**MINUTES[0]["fields"], "date": "2023-04-18"}}
    text = TEXT.replace("hälsade", "sade")
    assert again(read, april, text=text).looks_like is None


def test_decisions_stand_and_only_what_differs_is_left(read: Read, alva: User) -> None:
    first = read(*MINUTES)
    accept_certain(reading=first, by=alva)
    reject(suggestion=the(first, "metric"), version=1, by=alva)
    siv = the(first, "participant", person="Siv Östbergh")
    edit(suggestion=siv, fields={"role": "ordförande"}, version=1, by=alva)
    records = Attendance.objects.count()
    later = again(read, *SAME, MEETS_LATER)
    joined = join(reading=later, by=alva)
    assert (joined.same, joined.new, joined.gone) == (9, 1, 1)
    assert (joined.reading, Reading.objects.count(), Document.objects.count()) == (first, 1, 1)
    desk = desk_of(joined.reading, shown="skillnader")
    shown = [card.suggestion for group in desk.groups for card in group.cards]
    assert sorted((each.kind, each.state, each.change) for each in shown) == [
        ("next_meeting", "accepted", "gone"), ("next_meeting", "waiting", "new"),
    ]  # fmt: skip
    siv = the(first, "participant", person="Siv Östbergh")
    assert (the(first, "metric").state, siv.current["role"]) == ("rejected", "ordförande")
    assert Attendance.objects.count() == records
    for suggestion in Suggestion.objects.exclude(change="gone"):
        for start, end in suggestion.evidence:
            assert joined.reading.document.text[start:end].strip()
    for passage in Passage.objects.exclude(start=None):
        assert joined.reading.document.text[passage.start : passage.end] == passage.quote.strip()
    (gone,) = Passage.objects.filter(start=None)
    assert gone.quote == "Nästa möte är den 9 maj"
    numbers = list(Suggestion.objects.order_by("position").values_list("position", flat=True))
    assert numbers == list(range(1, 12))


def test_what_was_carried_over_can_still_be_undone(read: Read, alva: User) -> None:
    first = read(*MINUTES)
    accept(suggestion=the(first, "participant", person="Gunvor Ek"), version=1, by=alva)
    join(reading=again(read, *SAME, MEETS_LATER), by=alva)
    gunvor = the(first, "participant", person="Gunvor Ek")
    undo(suggestion=gunvor, version=gunvor.version, by=alva)
    assert Attendance.objects.count() == 0


def test_what_nobody_had_touched_is_listed_when_it_vanishes(read: Read, alva: User) -> None:
    first = read(*MINUTES)
    join(reading=again(read, *SAME, MEETS_LATER), by=alva)
    desk = desk_of(Reading.objects.get(pk=first.pk), shown="skillnader")
    assert desk.gone == [("Nästa möte", "9 maj 2023")]
    assert desk.progress.differing == 1


def test_the_earlier_file_is_kept_and_recognised(read: Read, alva: User) -> None:
    first = read(*MINUTES)
    content = stored(first.document.file)
    join(reading=again(read, *SAME, MEETS_LATER), by=alva)
    earlier = EarlierFile.objects.get()
    assert (earlier.text, stored(earlier.file)) == (TEXT, content)
    with pytest.raises(AlreadyStored):
        read_document(content=content, file_name="mars.txt", by=alva)


def test_who_may_answer(read: Read, alva: User, bo: User, cia: User, browse: Browse) -> None:
    read(*MINUTES)
    later = again(read, *SAME, MEETS_LATER)
    page = f"{LIST}{later.document.slug}/samma/"
    assert [browse(user).post(page).status_code for user in (bo, cia)] == [403, 404]
    assert (Client().post(page).status_code, browse(alva).get(page).status_code) == (404, 405)
    for deed in (join, keep_apart):
        with pytest.raises(NotAllowed):
            deed(reading=later, by=bo)


def test_the_question_stands_on_the_desk_and_is_answered_there(read: Read, alva: User, browse: Browse) -> None:
    first, later = read(*MINUTES), again(read, *SAME, MEETS_LATER)
    client = browse(alva)
    page = client.get(f"{LIST}{later.document.slug}/").content.decode()
    assert "Det här ser ut att vara en ny version av ett dokument som redan är inläst" in page
    answer = client.post(f"{LIST}{later.document.slug}/samma/", {"svar": "ja"}, follow=True)
    assert answer.redirect_chain == [(f"{LIST}{first.document.slug}/", 302)]
    assert [str(message) for message in answer.context["messages"]] == [
        "Ny version inläst: 9 förslag som förut, 1 nya, 1 står inte längre i texten."
    ]
    assert answer.context["desk"].shown == "skillnader"
    assert client.post(f"{LIST}{first.document.slug}/samma/", {"svar": "nej"}).status_code == 302


PAGE = """<!DOCTYPE html>
<!-- saved from url=(0043)https://example.org/minnesanteckningar/mars -->
<html lang="sv"><head><title>Minnesanteckningar</title></head><body><h1>Minnesanteckningar</h1>
<p>Möte med vattenrådet den 14 mars 2023</p><p>Nästa möte är den 9 maj 2023.</p></body></html>
"""


def test_a_saved_page_says_where_it_comes_from(alva: User) -> None:
    reading = read_document(content=PAGE.encode(), file_name="sida.html", by=alva)
    assert reading.document.url == ADDRESS


def test_a_saved_page_is_read_with_its_address(alva: User, bo: User, browse: Browse) -> None:
    typed = {"sida-address": "https://example.org/om/mars/", "sida-text": PAGE}
    answer = browse(alva).post(f"{LIST}nytt/sida/", typed)
    document = Document.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"{LIST}{document.slug}/")
    assert (document.url, document.file_name) == ("https://example.org/om/mars/", "mars.html")
    assert "<p>" not in document.text
    assert browse(bo).post(f"{LIST}nytt/sida/", typed).status_code == 403
    assert Client().post(f"{LIST}nytt/sida/", typed).status_code == 404


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({"sida-text": "Ord"}, {"address": ["Skriv adressen till sidan."]}),
        (
            {"sida-address": "https://example.org/"},
            {"document": ["Välj den sparade filen, eller klistra in sidan."]},
        ),
        (
            {"sida-address": "nej nej", "sida-text": "Ord"},
            {"address": ["Skriv hela adressen, till exempel https://www.exempel.se."]},
        ),
    ],
)
def test_what_is_missing_is_said(
    alva: User, browse: Browse, typed: dict[str, str], errors: dict[str, list[str]]
) -> None:
    answer = browse(alva).post(f"{LIST}nytt/sida/", typed)
    form = answer.context["page_form"]
    assert (answer.status_code, form.errors) == (422, errors)
    assert form["text"].value() == typed.get("sida-text")
