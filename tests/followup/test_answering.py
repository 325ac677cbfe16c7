"""What an organisation does from its link."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import link_account
from kraftsamla.core.errors import NotAllowed, Refused, Stale
from kraftsamla.followup.models import Answer, Attachment, Handover, UpdateRound
from kraftsamla.followup.operations import accept_answer, close_round, return_answer, save_point, submit_answer
from kraftsamla.strategy.models import Result, StatusUpdate
from tests import factories
from tests.followup.conftest import Sheet, contact, sheet_of


def states(sheet: Sheet) -> list[tuple[bool, str]]:
    return [(point.unchanged, point.progress) for point in sheet.points]


def test_the_page_needs_no_account_and_shows_only_what_is_asked_of_this_one(sheet: Sheet) -> None:
    factories.action(factories.strategy("En annan"), "Något annat")
    page = sheet.read()
    assert [title in page for title in ("Bygga hubben", "Öppna registret", "Utbilda fler", "Något annat")] == [
        True, True, True, False,
    ]  # fmt: skip
    assert "Arbetet har börjat." in page
    response = Client().get(sheet.address)
    assert (response.cookies, response["Referrer-Policy"], "csrfmiddlewaretoken" in page) == ({}, "no-referrer", False)


def test_the_page_is_filled_in_with_what_was_last_said(sheet: Sheet) -> None:
    form = sheet.form()
    first, _second, third = sheet.points
    assert (form[f"p{first.pk}-progress"], form[f"p{first.pk}-words"]) == ("under_way", "Arbetet har börjat.")
    assert (form[f"p{third.pk}-progress"], form[f"p{third.pk}-words"]) == ("", "")


def test_one_button_says_no_change_about_all_that_has_a_status(sheet: Sheet) -> None:
    sheet.post("oforandrat")
    assert states(sheet) == [(True, ""), (True, ""), (False, "")]


def test_no_change_is_not_offered_where_nobody_has_said_anything(sheet: Sheet) -> None:
    third = sheet.points[2]
    assert f"oforandrat:{third.pk}" not in sheet.read()
    response = sheet.post(f"oforandrat:{third.pk}")
    assert (response.status_code, states(sheet)[2]) == (422, (False, ""))


def test_what_is_typed_in_any_point_is_kept_whichever_button_is_used(sheet: Sheet) -> None:
    first, second, third = sheet.points
    sheet.post(f"oforandrat:{first.pk}", **{f"p{third.pk}-progress": "decided", f"p{third.pk}-words": "Nu börjar vi."})
    assert states(sheet) == [(True, ""), (False, ""), (False, "decided")]
    assert sheet.points[2].words == "Nu börjar vi."
    assert second.version == sheet.points[1].version


def test_saving_a_point_accepts_what_it_was_filled_in_with(sheet: Sheet) -> None:
    first = sheet.points[0]
    sheet.post(f"spara:{first.pk}")
    assert (states(sheet)[0], sheet.points[0].words) == ((False, "under_way"), "Arbetet har börjat.")


def test_two_who_write_at_once_both_see_both_texts(sheet: Sheet) -> None:
    first = sheet.points[0]
    words, opened_by_both = f"p{first.pk}-words", sheet.form()
    Client().post(sheet.address, {**opened_by_both, words: "Elsas ord", "deed": "spara"})
    response = Client().post(sheet.address, {**opened_by_both, words: "Ställföreträdarens ord", "deed": "spara"})
    page = response.content.decode()
    assert (response.status_code, "Elsas ord" in page, "Ställföreträdarens ord" in page) == (409, True, True)
    assert sheet.points[0].words == "Elsas ord"


def test_who_touched_nothing_is_not_in_the_way_of_somebody_else(sheet: Sheet) -> None:
    first, second, _third = sheet.points
    opened_by_both = sheet.form()
    Client().post(sheet.address, {**opened_by_both, f"p{first.pk}-words": "Elsas ord", "deed": "spara"})
    response = Client().post(sheet.address, {**opened_by_both, f"p{second.pk}-words": "Mina ord", "deed": "spara"})
    assert (response.status_code, [point.words for point in sheet.points]) == (302, ["Elsas ord", "Mina ord", ""])


def test_a_draft_is_saved_as_it_is_typed(sheet: Sheet) -> None:
    first = sheet.points[0]
    typed = {**sheet.form(), f"p{first.pk}-words": "Halvvägs"}
    response = Client().post(reverse("asked:autosave", args=[sheet.token, first.pk]), typed)
    page = response.content.decode()
    assert (response.status_code, sheet.points[0].words, "sparat" in page) == (200, "Halvvägs", True)
    assert f'name="p{first.pk}-version" id="id_p{first.pk}-version" value="2"' in page


def test_a_stale_draft_is_not_saved_over_the_newer_and_says_so(sheet: Sheet) -> None:
    first = sheet.points[0]
    address, form = reverse("asked:autosave", args=[sheet.token, first.pk]), sheet.form()
    Client().post(address, {**form, f"p{first.pk}-words": "Först"})
    response = Client().post(address, {**form, f"p{first.pk}-words": "Sedan"})
    assert ("någon annan" in response.content.decode(), sheet.points[0].words) == (True, "Först")


def test_a_date_that_does_not_exist_is_named_and_nothing_is_lost(sheet: Sheet) -> None:
    first, second, _third = sheet.points
    typed = {f"p{first.pk}-result_on": "2022-13", f"p{first.pk}-result": "En hubb", f"p{second.pk}-words": "Hej"}
    response = sheet.post("skicka", **typed)
    page = response.content.decode()
    assert (response.status_code, "2022-13 finns inte" in page, "En hubb" in page) == (422, True, True)
    assert (sheet.points[1].words, Answer.objects.get().state) == ("Hej", "draft")


def test_it_is_not_sent_while_a_point_is_unanswered(sheet: Sheet) -> None:
    sheet.post("oforandrat")
    response = sheet.post("skicka")
    third = sheet.points[2]
    assert (response.status_code, f'<li><a href="#p{third.pk}">' in response.content.decode()) == (422, True)
    assert Answer.objects.get().state == "draft"


def answered(sheet: Sheet, **typed: Any) -> None:
    third = sheet.points[2]
    sheet.post("oforandrat")
    sheet.post("skicka", **{f"p{third.pk}-progress": "decided", f"p{third.pk}-words": "Nu börjar vi.", **typed})


def test_what_is_sent_is_shown_as_a_receipt_and_can_be_fetched(sheet: Sheet) -> None:
    answered(sheet)
    answer = Answer.objects.get()
    assert (answer.state, answer.said_by, answer.said_by_title) == ("submitted", "Elsa Ek", "enhetschef")
    page = sheet.read()
    assert ("Tack! Svaret är inskickat." in page, "Nu börjar vi." in page) == (True, True)
    kinds = [Client().get(reverse("asked:copy", args=[sheet.token, kind])) for kind in ("docx", "xlsx", "exe")]
    assert [response.status_code for response in kinds] == [200, 200, 404]
    assert [response.content[:2] for response in kinds[:2]] == [b"PK", b"PK"]


def test_the_copy_holds_what_was_said_and_no_formula(sheet: Sheet) -> None:
    import io

    import docx
    import openpyxl

    third = sheet.points[2]
    answered(sheet, **{f"p{third.pk}-words": "=HYPERLINK(1)"})
    excel = Client().get(reverse("asked:copy", args=[sheet.token, "xlsx"])).content
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(excel)).worksheets[0] for cell in row]
    words = [cell.value for cell in cells]
    assert ("=HYPERLINK(1)" in words, [cell for cell in cells if cell.data_type == "f"]) == (True, [])
    assert "oförändrat: pågår" in words
    word = docx.Document(io.BytesIO(Client().get(reverse("asked:copy", args=[sheet.token, "docx"])).content))
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert ("Utbilda fler" in text, "Läge: beslutad" in text, "Elsa Ek, enhetschef" in text) == (True, True, True)


def test_a_sent_answer_is_closed_to_its_answerer(sheet: Sheet) -> None:
    answered(sheet)
    point = sheet.points[0]
    with pytest.raises(Refused):
        save_point(point=point, values={"words": "Sent"}, version=point.version, voice=sheet.voice, by=link_account())
    assert sheet.points[0].words == ""


def test_accepting_says_it_in_the_answerers_name(sheet: Sheet, alva: User) -> None:
    third = sheet.points[2]
    answered(sheet, **{f"p{third.pk}-result": "Tio kurser", f"p{third.pk}-evidence_url": "https://example.org/kurser"})
    before = StatusUpdate.objects.count()
    accept_answer(answer=Answer.objects.get(), by=alva)
    new = StatusUpdate.objects.order_by("pk")[before:]
    assert [(u.action.title_sv, u.progress, u.is_no_change, u.said_by, u.said_by_title) for u in new] == [
        ("Bygga hubben", "under_way", True, "Elsa Ek", "enhetschef"),
        ("Öppna registret", "under_way", True, "Elsa Ek", "enhetschef"),
        ("Utbilda fler", "decided", False, "Elsa Ek", "enhetschef"),
    ]
    assert {update.channel for update in new} == {"round"}
    result = Result.objects.get()
    address = "https://example.org/kurser"
    assert (result.what_sv, result.said_by, result.evidence_url) == ("Tio kurser", "Elsa Ek", address)
    assert [passage.document.url for passage in result.passages.all()] == ["https://example.org/kurser"]
    assert Answer.objects.get().state == "accepted"


def test_an_answer_is_accepted_whole_or_not_at_all(sheet: Sheet, alva: User, monkeypatch: pytest.MonkeyPatch) -> None:
    answered(sheet)
    before = StatusUpdate.objects.count()
    monkeypatch.setattr("kraftsamla.followup.operations.reviewing.report_status", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        accept_answer(answer=Answer.objects.get(), by=alva)
    assert (StatusUpdate.objects.count(), Answer.objects.get().state) == (before, "submitted")


def test_what_is_returned_with_a_reason_is_answered_again(sheet: Sheet, alva: User) -> None:
    answered(sheet)
    return_answer(answer=Answer.objects.get(), reason="Hur många kurser?", by=alva)
    assert "Hur många kurser?" in sheet.read()
    third = sheet.points[2]
    sheet.post("skicka", **{f"p{third.pk}-words": "Tio kurser."})
    answer = Answer.objects.get()
    assert (answer.state, answer.times_sent, sheet.points[2].words) == ("submitted", 2, "Tio kurser.")


def test_a_file_is_kept_apart_until_the_answer_is_accepted(sheet: Sheet, alva: User) -> None:
    third = sheet.points[2]
    file = SimpleUploadedFile("../../kurser.txt", b"Tio kurser har hallits.", content_type="text/html")
    answered(sheet, **{f"p{third.pk}-file": file})
    kept = Attachment.objects.get()
    assert (kept.file_name, kept.document, kept.file.name == "kurser.txt") == ("kurser.txt", None, False)
    [_one, _two, update] = accept_answer(answer=Answer.objects.get(), by=alva)
    document = update.passages.get().document
    assert (document.title, document.publicity, "Tio kurser" in document.text) == ("kurser.txt", "private", True)


@pytest.mark.parametrize(("name", "content"), [("virus.exe", b"MZ"), ("tom.pdf", b""), ("utan", b"x")])
def test_a_file_that_is_no_document_is_refused_by_name(sheet: Sheet, name: str, content: bytes) -> None:
    first = sheet.points[0]
    file = SimpleUploadedFile(name, content)
    response = sheet.post("spara", **{f"p{first.pk}-file": file, f"p{first.pk}-words": "Hej"})
    assert (response.status_code, Attachment.objects.count()) == (422, 0)


def test_a_point_is_handed_on_to_a_colleague_and_leaves_the_page(sheet: Sheet, alva: User) -> None:
    first = sheet.points[0]
    address = reverse("asked:hand-on", args=[sheet.token, first.pk])
    Client().post(address, {"name": "Gunvor Gran", "email": "gunvor@example.org"})
    hers = Answer.objects.get(email="gunvor@example.org")
    assert ([p.action.title_sv for p in sheet.points], [p.action.title_sv for p in hers.points.all()]) == (
        ["Öppna registret", "Utbilda fler"], ["Bygga hubben"],
    )  # fmt: skip
    assert Client().get(address).status_code == 404
    assert "Bygga hubben" in sheet_of(hers, by=alva).read()


def test_another_organisation_is_asked_through_its_own_contact_alone(sheet: Sheet, alva: User) -> None:
    region = factories.organisation("Region Prov")
    first, second, _third = sheet.points
    contact(region, by=alva, name="Rut Rask")
    typed = {"name": "Någon Annan", "email": "nagon@example.org", "organisation_name": "region prov"}
    Client().post(reverse("asked:hand-on", args=[sheet.token, first.pk]), typed)
    assert Answer.objects.get(organisation=region).email == "rut@example.org"
    Client().post(reverse("asked:hand-on", args=[sheet.token, second.pk]), {"organisation_name": "Okänd AB"})
    assert [(h.organisation_name, h.given_to) for h in Handover.objects.unplaced()] == [("Okänd AB", None)]


def test_handing_on_without_a_name_says_what_is_missing(sheet: Sheet) -> None:
    response = Client().post(reverse("asked:hand-on", args=[sheet.token, sheet.points[0].pk]), {"name": "Gunvor"})
    wrong = list(response.context["form"].errors)
    assert (response.status_code, wrong, Handover.objects.count()) == (422, ["email"], 0)


def test_a_deputy_answers_in_the_same_draft(sheet: Sheet) -> None:
    Client().post(reverse("asked:share", args=[sheet.token]), {"name": "Ove Ö", "email": "ove@example.org"})
    answer = Answer.objects.get()
    assert (answer.deputy_name, answer.deputy_email) == ("Ove Ö", "ove@example.org")


def test_a_link_to_one_sheet_cannot_write_in_another(sheet: Sheet, open_one: UpdateRound, alva: User) -> None:
    other = Answer.objects.create(round=open_one, organisation=sheet.answer.organisation)
    with pytest.raises(NotAllowed):
        submit_answer(answer=other, voice=sheet.voice, by=link_account())
    foreign = sheet_of(other, by=alva)
    assert Client().post(reverse("asked:autosave", args=[foreign.token, sheet.points[0].pk])).status_code == 404


def test_a_closed_round_takes_no_more_and_says_so(sheet: Sheet, open_one: UpdateRound, alva: User) -> None:
    form = sheet.form()
    close_round(the_round=open_one, version=open_one.version, by=alva)
    response = Client().post(sheet.address, {**form, "deed": "oforandrat"})
    assert ("Rundan är stängd" in response.content.decode(), states(sheet)) == (True, [(False, "")] * 3)


def test_the_page_speaks_the_answerers_language(sheet: Sheet) -> None:
    Answer.objects.update(language="en")
    page = Client().get(sheet.address)
    assert (page["Content-Language"], "Nothing has changed" in page.content.decode()) == ("en", True)
    assert "Inget har ändrats" in Client().get(f"{sheet.address}?sprak=sv").content.decode()


def test_a_stale_version_is_refused_by_the_deed(sheet: Sheet) -> None:
    point = sheet.points[0]
    save_point(point=point, values={"words": "Ett"}, version=1, voice=sheet.voice, by=link_account())
    with pytest.raises(Stale):
        save_point(point=point, values={"words": "Två"}, version=1, voice=sheet.voice, by=link_account())
