"""The pages of the reading desk: who meets what, and what they are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kraftsamla.accounts.models import User
from kraftsamla.followup.models import FollowUp
from kraftsamla.library.models import Document
from kraftsamla.meetings.models import Attendance
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.operations import accept, undo
from tests import factories
from tests.reading.conftest import MINUTES, Read, the

Browse = Callable[[User], Client]
DESK = "/arbetsyta/lasbord/anteckningar-mars/"
LIST = "/arbetsyta/lasbord/"
HTMX = {"HX-Request": "true"}


def deed(suggestion: Suggestion, name: str) -> str:
    return f"{DESK}{suggestion.pk}/{name}/"


def test_the_desk_shows_document_and_suggestions(minutes: Reading, alva: User, browse: Browse) -> None:
    answer = browse(alva).get(DESK)
    assert answer.status_code == 200
    desk = answer.context["desk"]
    assert [(group.kind.code, len(group.cards)) for group in desk.groups] == [
        ("meeting", 1), ("agenda_item", 2), ("presenter", 1), ("request", 1), ("next_meeting", 1), ("participant", 3),
        ("metric", 1),
    ]
    assert (desk.progress.total, desk.progress.decided, desk.progress.certain) == (10, 0, 8)
    shown = "".join(part.text for piece in desk.paper for row in piece.rows for part in row)
    assert shown == minutes.document.text.replace("\n", "")


def test_a_member_looks_and_sees_no_buttons(minutes: Reading, bo: User, browse: Browse) -> None:
    answer = browse(bo).get(DESK)
    assert answer.status_code == 200
    assert b"data-deed" not in answer.content
    assert browse(bo).get(LIST).status_code == 200


def test_a_stranger_is_told_of_nothing(minutes: Reading, cia: User, browse: Browse) -> None:
    request = the(minutes, "request")
    for client in (browse(cia), Client()):
        pages = [LIST, DESK, f"{DESK}om/", deed(request, "andra"), f"/arbetsyta/lasbord/forslag/{request.pk}/"]
        assert {client.get(page).status_code for page in pages} == {404}
        posts = [
            f"{LIST}nytt/filer/", f"{LIST}nytt/text/", f"{DESK}sakra/", f"{DESK}angra/", deed(request, "godkann"),
            deed(request, "avvisa"), deed(request, "angra"),
        ]
        assert {client.post(page).status_code for page in posts} == {404}


def test_a_member_may_not_decide(minutes: Reading, bo: User, browse: Browse) -> None:
    request = the(minutes, "request")
    posts = [
        f"{LIST}nytt/filer/", f"{LIST}nytt/text/", f"{DESK}sakra/", f"{DESK}angra/", deed(request, "godkann"),
        deed(request, "avvisa"), deed(request, "angra"), deed(request, "andra"), f"{DESK}om/",
    ]
    assert {browse(bo).post(page, {"version": 1}).status_code for page in posts} == {403}
    assert set(Suggestion.objects.values_list("state", flat=True)) == {"waiting"}


def test_only_post_decides(minutes: Reading, alva: User, browse: Browse) -> None:
    request = the(minutes, "request")
    posts = [
        f"{LIST}nytt/filer/", f"{LIST}nytt/text/", f"{DESK}sakra/", f"{DESK}angra/", deed(request, "godkann"),
        deed(request, "avvisa"), deed(request, "angra"),
    ]
    assert {browse(alva).get(page).status_code for page in posts} == {405}
    assert browse(alva).post(DESK).status_code == 405


def test_accepting_without_script_goes_back_to_the_card(minutes: Reading, alva: User, browse: Browse) -> None:
    request = the(minutes, "request")
    answer = browse(alva).post(deed(request, "godkann"), {"version": 1})
    assert (answer.status_code, answer["Location"]) == (302, f"{DESK}#forslag-{request.pk}")
    assert FollowUp.objects.get().what_sv == "Lämna två exempel"


def test_accepting_with_script_swaps_the_cards_it_decided(minutes: Reading, alva: User, browse: Browse) -> None:
    gunvor = the(minutes, "participant", person="Gunvor Ek")
    answer = browse(alva).post(deed(gunvor, "godkann"), {"version": 1}, headers=HTMX)
    assert answer.status_code == 200
    assert answer.context["card"].suggestion == gunvor
    assert [card.kind.code for card in answer.context["others"]] == ["meeting"]
    assert answer.context["progress"].decided == 2


def test_a_question_without_an_answer_is_asked_at_the_card(minutes: Reading, alva: User, browse: Browse) -> None:
    factories.person("Siv Östberg")
    siv = the(minutes, "participant", person="Siv Östbergh")
    for headers in (HTMX, {}):
        answer = browse(alva).post(deed(siv, "godkann"), {"version": 1}, headers=headers)
        assert answer.status_code == 422
        page = answer.content.decode()
        assert "Samma person som Siv Östberg" in page
        assert page.count("Välj ett alternativ.") == 1
    answer = browse(alva).post(deed(siv, "godkann"), {"version": 1, "val-person": "siv-ostberg"}, headers=HTMX)
    assert answer.status_code == 200
    assert Attendance.objects.get(person__slug="siv-ostberg").meeting.starts_on == "2023-03-14"


def test_a_field_left_as_it_was_shown_is_no_choice(minutes: Reading, alva: User, browse: Browse) -> None:
    """The page was opened before the organisation was known; the person has not chosen to leave it out."""
    per, client = the(minutes, "participant", person="Per Lind"), browse(alva)
    organisation = factories.organisation("Havsmyndigheten")
    for left in ("none", "new:agency"):
        typed = {"version": per.version, "val-organisation": left, "var-organisation": left}
        assert client.post(deed(per, "godkann"), typed, headers=HTMX).status_code == 200
        assert Attendance.objects.get().organisation == organisation
        per.refresh_from_db()
        undo(suggestion=per, version=per.version, by=alva)
        per.refresh_from_db()


def test_the_second_person_is_told_who_decided(minutes: Reading, alva: User, browse: Browse) -> None:
    request = the(minutes, "request")
    accept(suggestion=request, version=1, by=alva)
    answer = browse(alva).post(deed(request, "avvisa"), {"version": 1}, headers=HTMX)
    assert answer.status_code == 409
    assert answer.context["card"].refusal.startswith("Alva har redan godkänt förslaget")
    assert the(minutes, "request").state == "accepted"


def test_editing_in_place(minutes: Reading, alva: User, browse: Browse) -> None:
    request = the(minutes, "request")
    client, prefix = browse(alva), f"f{request.pk}"
    form = client.get(deed(request, "andra"), headers=HTMX).context["card"].form
    assert list(form.fields) == ["version", "title", "by", "to", "date"]
    assert form.initial["title"] == "Lämna två exempel"

    typed = {f"{prefix}-version": 1, f"{prefix}-title": "Lämna tre exempel", f"{prefix}-date": "1 apr 2023"}
    saved = client.post(deed(request, "andra"), typed, headers=HTMX)
    assert saved.status_code == 200
    assert the(minutes, "request").current == {"title": "Lämna tre exempel", "to": None, "date": "2023-04-01"}


def test_an_edit_with_a_date_that_does_not_exist_keeps_what_was_typed(
    minutes: Reading, alva: User, browse: Browse
) -> None:
    request = the(minutes, "request")
    prefix = f"f{request.pk}"
    typed = {f"{prefix}-version": 1, f"{prefix}-title": "Lämna fyra", f"{prefix}-date": "2023-02-30"}
    answer = browse(alva).post(deed(request, "andra"), typed, headers=HTMX)
    assert answer.status_code == 422
    form = answer.context["card"].form
    assert form.errors == {"date": ["2023-02-30 finns inte. Den månaden har 28 dagar."]}
    assert form["title"].value() == "Lämna fyra"
    assert the(minutes, "request").version == 1


def test_an_edit_of_what_was_changed_meanwhile_shows_both(minutes: Reading, alva: User, browse: Browse) -> None:
    from kraftsamla.reading.operations import edit

    request = the(minutes, "request")
    edit(suggestion=request, fields={"title": "Lämna fem exempel"}, version=1, by=alva)
    prefix = f"f{request.pk}"
    typed = {f"{prefix}-version": 1, f"{prefix}-title": "Lämna tre exempel", f"{prefix}-to": "ledamöterna"}
    client = browse(alva)
    answer = client.post(deed(request, "andra"), typed, headers=HTMX)
    assert answer.status_code == 409
    form = answer.context["card"].form
    assert form.standing == {"title": "Lämna fem exempel"}
    assert (form["title"].value(), form["version"].value()) == ("Lämna tre exempel", "2")
    assert the(minutes, "request").current["title"] == "Lämna fem exempel"


def test_save_and_accept(minutes: Reading, alva: User, browse: Browse) -> None:
    request = the(minutes, "request")
    prefix = f"f{request.pk}"
    typed = {f"{prefix}-version": 1, f"{prefix}-title": "Lämna tre exempel", "accept": "1"}
    assert browse(alva).post(deed(request, "andra"), typed, headers=HTMX).status_code == 200
    assert FollowUp.objects.get().what_sv == "Lämna tre exempel"


def test_all_certain_and_undo(minutes: Reading, alva: User, browse: Browse) -> None:
    client = browse(alva)
    answer = client.post(f"{DESK}sakra/", follow=True)
    assert [str(message) for message in answer.context["messages"]] == ["8 förslag godkändes."]
    assert answer.context["progress"].waiting == 2
    undone = client.post(f"{DESK}angra/", headers=HTMX)
    assert undone.status_code == 200
    assert undone.context["progress"].decided == 0
    nothing = client.post(f"{DESK}angra/", headers=HTMX)
    assert nothing.status_code == 409
    assert nothing.context["refusal"] == "Det finns inget beslut av dig att ångra i det här dokumentet."


def test_waiting_and_decided_can_be_shown_alone(minutes: Reading, alva: User, browse: Browse) -> None:
    accept(suggestion=the(minutes, "request"), version=1, by=alva)
    counts = {}
    for shown in ("alla", "vantar", "avgjorda"):
        desk = browse(alva).get(f"{DESK}?visa={shown}").context["desk"]
        counts[shown] = sum(len(group.cards) for group in desk.groups)
    assert counts == {"alla": 10, "vantar": 9, "avgjorda": 1}


def test_the_log_leads_to_the_card(minutes: Reading, bo: User, browse: Browse) -> None:
    request = the(minutes, "request")
    answer = browse(bo).get(f"/arbetsyta/lasbord/forslag/{request.pk}/")
    assert (answer.status_code, answer["Location"]) == (302, f"{DESK}#forslag-{request.pk}")
    assert browse(bo).get("/arbetsyta/lasbord/forslag/0/").status_code == 404


@pytest.mark.parametrize("page", ["desk", "list"])
def test_as_many_questions_to_the_database_for_3_as_for_60(
    read: Read, alva: User, browse: Browse, page: str
) -> None:
    client = browse(alva)
    three = (MINUTES[0], MINUTES[3], MINUTES[7])
    few = read(*three, title="Få")
    if page == "list":
        counts = [_queries(client, LIST)]
        for number in range(30):
            read(*three, title=f"Fler {number}")
        assert [*counts, _queries(client, LIST)] == counts * 2
        return
    read(*three * 20, title="Många")
    first = _queries(client, f"/arbetsyta/lasbord/{few.document.slug}/")
    assert (first, Document.objects.count()) == (_queries(client, "/arbetsyta/lasbord/manga/"), 2)


def _queries(client: Client, page: str) -> int:
    client.get(page)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(page).status_code == 200
    return len(queries)


def test_describing_the_document(minutes: Reading, alva: User, browse: Browse) -> None:
    client = browse(alva)
    form = client.get(f"{DESK}om/").context["form"]
    assert (form["title"].value(), form["kind"].value()) == ("Anteckningar mars", "minutes")
    typed = {
        "title": "Anteckningar 14 mars", "kind": "minutes", "language": "sv", "published": "20 mars 2023",
        "url": "", "publicity": "full", "publisher": "", "strategy": "", "version": 1,
    }
    assert client.post(f"{DESK}om/", {**typed, "title": ""}).status_code == 422
    assert client.post(f"{DESK}om/", typed).status_code == 302
    document = Document.objects.get()
    assert (document.title, document.published, document.publicity) == ("Anteckningar 14 mars", "2023-03-20", "full")
    assert document.reading.is_described is True
    stale = client.post(f"{DESK}om/", {**typed, "title": "Något annat"})
    assert stale.status_code == 409
    assert stale.context["form"].standing == {"title": "Anteckningar 14 mars"}


def text_file(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


MARCH = "Minnesanteckningar\n\nMöte med vattenrådet den 14 mars 2023\n\nNästa möte är den 9 maj 2023.\n".encode()


def test_good_files_go_through_and_the_others_say_why_not(alva: User, browse: Browse, settings: object) -> None:
    client = browse(alva)
    settings.UPLOAD_LIMIT_MB = 1  # type: ignore[attr-defined]
    files = [
        text_file("mars.txt", MARCH),
        text_file("tom.txt", b""),
        text_file("bild.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 60),
        text_file("stor.txt", b"a " * 600_000),
        text_file("trasig.pdf", b"%PDF-1.7\nnothing more"),
        text_file("april.txt", MARCH + b"!"),
    ]
    answer = client.post(f"{LIST}nytt/filer/", {"filer-documents": files})
    assert answer.status_code == 200
    results = {result.name: result for result in answer.context["results"]}
    assert [name for name, result in results.items() if result.reading] == ["mars.txt", "april.txt"]
    assert results["tom.txt"].message == "Filen är tom. Kontrollera att rätt fil är vald och att den är sparad."
    assert results["stor.txt"].message == "Filen är större än 1 MB. Dela dokumentet eller spara det utan bilder."
    assert results["bild.png"].message.startswith("Filformatet går inte att läsa.")
    assert results["trasig.pdf"].message.startswith("Filen är skadad eller ofullständig.")
    assert Document.objects.count() == Reading.objects.count() == 2


def test_the_same_file_again_leads_to_its_desk(alva: User, browse: Browse) -> None:
    client = browse(alva)
    first = client.post(f"{LIST}nytt/filer/", {"filer-documents": text_file("mars.txt", MARCH)})
    again = client.post(f"{LIST}nytt/filer/", {"filer-documents": text_file("kopia.txt", MARCH)}, headers=HTMX)
    assert (first.status_code, again.status_code) == (200, 422)
    assert again.context["results"][0].address == first.context["results"][0].address
    assert again.context["results"][0].message.startswith("Samma fil är redan inläst som ”")
    assert Document.objects.count() == 1


def test_no_file_and_no_text_are_told(alva: User, browse: Browse) -> None:
    client = browse(alva)
    answer = client.post(f"{LIST}nytt/filer/")
    assert (answer.status_code, answer.context["upload_form"].errors) == (422, {"documents": ["Välj minst en fil."]})
    answer = client.post(f"{LIST}nytt/text/", {"text-title": "Mars", "text-text": ""})
    assert (answer.status_code, answer.context["paste_form"].errors) == (422, {"text": ["Klistra in texten."]})
    assert answer.context["paste_form"]["title"].value() == "Mars"


def test_pasted_text_is_read(alva: User, browse: Browse) -> None:
    answer = browse(alva).post(f"{LIST}nytt/text/", {"text-title": "Vattenrådet i mars", "text-text": MARCH.decode()})
    assert (answer.status_code, answer["Location"]) == (302, "/arbetsyta/lasbord/vattenradet-i-mars/")
    assert Document.objects.get().text == MARCH.decode()
