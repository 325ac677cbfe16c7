"""Rounds: whom they ask, their one door, the letters they cause, and the board."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.operations import merge_organisations
from kraftsamla.core.clock import now, today
from kraftsamla.core.errors import NotAllowed, Refused, Stale
from kraftsamla.followup.models import Answer, Attachment, Contact, FollowUp, Handover, UpdateRound
from kraftsamla.followup.notices import followups, rounds
from kraftsamla.followup.operations import (
    close_round,
    create_followup,
    erase_person,
    open_round,
    redirect_answer,
    reopen_round,
    take_up_silence,
    withdraw_round,
)
from kraftsamla.followup.overviews.contacts import everything_about
from kraftsamla.followup.overviews.rounds import preview_of
from kraftsamla.letters.models import Recipient
from kraftsamla.letters.operations import send_letters
from kraftsamla.strategy.models import Action, Strategy
from kraftsamla.strategy.operations import report_status
from tests import factories
from tests.followup.conftest import Browse, Sheet, contact, update_round

DAY = dt.timedelta(days=1)


def asked(the_round: UpdateRound) -> list[tuple[str, list[str]]]:
    answers = the_round.answers.prefetch_related("points__action")
    return [(str(answer.organisation), [str(point) for point in answer.points.all()]) for answer in answers]


def opened(the_round: UpdateRound, by: User) -> UpdateRound:
    open_round(the_round=the_round, version=the_round.version, by=by)
    return the_round


def said(at: dt.datetime) -> list[tuple[str, str]]:
    """Address and the last part of the key of every letter item."""
    return [(item.email, item.key.split(":", 2)[2].rsplit(":", 1)[0]) for item in rounds.collect(at)]


def test_a_round_asks_those_responsible_for_what_is_not_finished(actions: list[Action], alva: User) -> None:
    report_status(action=actions[0], values={"on": "2022-01-01", "progress": "done"}, by=alva)
    partner = factories.organisation("Medverkande")
    factories.accepted(actions[1], partner, role="partner", by=alva)
    assert asked(opened(update_round(by=alva), alva)) == [
        ("Myndigheten för prov", ["Öppna registret", "Utbilda fler"])
    ]  # fmt: skip


def test_a_round_can_ask_only_where_nothing_has_been_said_lately(actions: list[Action], alva: User) -> None:
    report_status(action=actions[0], values={"on": today().isoformat(), "progress": "under_way"}, by=alva)
    assert asked(opened(update_round(by=alva, stale_days=90), alva)) == [
        ("Myndigheten för prov", ["Öppna registret", "Utbilda fler"])
    ]  # fmt: skip


def test_a_round_can_ask_within_an_area_an_objective_and_some_organisations(actions: list[Action], alva: User) -> None:
    strategy = Strategy.objects.get()
    area = factories.area(strategy)
    objective = factories.objective(area)
    actions[0].objectives.add(objective)
    actions[1].areas.add(area)
    other = factories.organisation("Region Prov")
    factories.accepted(actions[0], other, by=alva)
    everybody = [str(part.action) for part in update_round(by=alva, areas=[area]).parts_asked(at=today())]
    assert sorted(everybody) == ["Bygga hubben", "Bygga hubben", "Öppna registret"]
    narrow = update_round(by=alva, title="Smal", objectives=[objective], organisations=[other])
    assert asked(opened(narrow, alva)) == [("Region Prov", ["Bygga hubben"])]


def test_the_preview_says_whom_it_burdens_and_how_much(sheet: Sheet, alva: User) -> None:
    draft = update_round(by=alva, title="Nästa")
    [burden] = preview_of(draft, at=today()).burdens
    assert (burden.points, burden.minutes, burden.open_rounds, burden.contact is not None, burden.is_often) == (
        3, None, 1, True, True,
    )  # fmt: skip
    Answer.objects.update(seconds=360, submitted_at=now())
    [burden] = preview_of(draft, at=today()).burdens
    assert burden.minutes == 6


def test_nobody_is_asked_by_a_draft(actions: list[Action], alva: User) -> None:
    update_round(by=alva)
    assert (Answer.objects.count(), list(rounds.collect(now()))) == (0, [])


def test_a_round_without_anybody_to_ask_stays_a_draft(alva: User) -> None:
    empty = update_round(by=alva)
    with pytest.raises(Refused):
        open_round(the_round=empty, version=empty.version, by=alva)
    assert (UpdateRound.objects.get().state, Answer.objects.count()) == ("draft", 0)


def test_a_round_goes_from_draft_to_open_to_closed_and_open_again_with_a_reason(
    open_one: UpdateRound, alva: User
) -> None:
    with pytest.raises(Refused):
        open_round(the_round=open_one, version=open_one.version, by=alva)
    with pytest.raises(Refused):
        withdraw_round(the_round=open_one, by=alva)
    close_round(the_round=open_one, version=open_one.version, by=alva)
    later = today() + 30 * DAY
    with pytest.raises(ValidationError):
        reopen_round(the_round=open_one, reason=" ", deadline=later, version=open_one.version, by=alva)
    reopen_round(the_round=open_one, reason="Två bad om mer tid.", deadline=later, version=open_one.version, by=alva)
    kept = UpdateRound.objects.get()
    assert (kept.state, kept.deadline, kept.closed_at) == ("open", later, None)


def test_a_round_is_not_opened_twice_at_once(actions: list[Action], alva: User) -> None:
    first, second = update_round(by=alva), UpdateRound.objects.get()
    open_round(the_round=first, version=1, by=alva)
    with pytest.raises((Stale, Refused)):
        open_round(the_round=second, version=1, by=alva)
    assert Answer.objects.count() == 1


def test_a_member_may_not_open_a_round(actions: list[Action], alva: User, bo: User) -> None:
    draft = update_round(by=alva)
    with pytest.raises(NotAllowed):
        open_round(the_round=draft, version=draft.version, by=bo)


def test_the_question_moves_from_contact_to_deputy_to_lead_to_the_office(
    open_one: UpdateRound, agency: Organisation, alva: User
) -> None:
    contact(agency, by=alva, name="Dan Dal", part="deputy")
    contact(agency, by=alva, name="Greta Gran", part="lead")
    heard = {week: said(now() + 7 * week * DAY + dt.timedelta(hours=1)) for week in range(6)}
    elsa, dan, greta = [f"{name}@example.org" for name in ("elsa", "dan", "greta")]
    everybody = [(elsa, "contact:reminder-2"), (dan, "deputy:ask"), (greta, "lead:ask")]
    assert heard == {
        0: [(elsa, "contact:ask")], 1: [(elsa, "contact:reminder-1")], 2: everybody[:1], 3: everybody[:2],
        4: everybody, 5: everybody,
    }  # fmt: skip
    counts = [len(take_up_silence(by=alva, at=now() + weeks * 7 * DAY)) for weeks in (4, 5, 5)]
    assert counts == [0, 1, 0]
    assert FollowUp.objects.get().owner == agency


def test_who_says_not_me_is_passed_over(
    open_one: UpdateRound, agency: Organisation, alva: User, browse: Browse
) -> None:
    contact(agency, by=alva, name="Dan Dal", part="deputy")
    Recipient.objects.create(email="Elsa@example.org", name="Elsa", language="sv", pace="never", says_not_me=True)
    assert said(now() + DAY) == [("dan@example.org", "deputy:ask")]


def test_who_has_answered_is_reminded_no_more_and_thanked_once(sheet: Sheet, alva: User) -> None:
    Answer.objects.update(state="submitted", submitted_at=now(), said_by_email="elsa@example.org")
    assert said(now() + 7 * DAY) == []
    Answer.objects.update(state="accepted", decided_at=now())
    assert [item.key.rsplit(":", 1)[1] for item in rounds.collect(now() + DAY)] == ["accepted"]
    assert list(rounds.collect(now() + 60 * DAY)) == []


def test_an_answer_sent_back_is_told_with_its_reason_to_the_one_who_sent_it(sheet: Sheet) -> None:
    Answer.objects.update(
        state="returned", decided_at=now(), reason="Hur många?", said_by_email="vik@example.org", said_by="Vik"
    )
    [item] = rounds.collect(now() + DAY)
    assert (item.email, item.words.sv) == ("vik@example.org", "Hur många?")
    assert item.address().startswith("/runda/kl_")


def test_the_link_of_a_letter_opens_the_sheet(open_one: UpdateRound) -> None:
    [item] = rounds.collect(now())
    assert Client().get(item.address()).status_code == 200


def test_when_somebody_else_is_asked_the_old_link_goes_dead(sheet: Sheet, alva: User) -> None:
    redirect_answer(answer=sheet.answer, name="Ny Nilsson", title="", email="ny@example.org", language="sv", by=alva)
    assert Client().get(sheet.address).status_code == 404
    assert said(now() + DAY) == [("ny@example.org", "contact:ask")]


def test_letters_ask_the_same_number_of_questions_at_1_and_at_30_answers(actions: list[Action], alva: User) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection, ) as asked_of_it:
            list(rounds.collect(now() + DAY))
        return len(asked_of_it)

    contact(Organisation.objects.get(), by=alva)
    opened(update_round(by=alva), alva)
    one = count()
    for number in range(30):
        organisation = factories.organisation(f"Myndighet {number}")
        contact(organisation, by=alva, name=f"Kontakt{number} Ek")
        factories.accepted(actions[0], organisation, by=alva)
    opened(update_round(by=alva, title="Stor"), alva)
    assert (len(list(rounds.collect(now() + DAY))), count()) == (32, one)


def test_a_follow_up_is_said_when_it_is_soon_due_and_when_it_is_late(agency: Organisation, alva: User) -> None:
    contact(agency, by=alva)
    due = (today() + 30 * DAY).isoformat()
    create_followup(values={"what_sv": "Lämna siffror", "owner": agency, "due": due}, by=alva)
    keys = [[item.key.split(":")[2] for item in followups.collect(now() + days * DAY)] for days in (0, 20, 40)]
    assert keys == [[], ["soon"], ["late"]]
    [item] = followups.collect(now() + 40 * DAY)
    address = item.address()
    assert "Lämna siffror" in Client().get(address).content.decode()
    empty = Client().post(address, {"words": "", "version": "1"})
    Client().post(address, {"words": "Siffrorna är lämnade.", "version": "1"})
    point = FollowUp.objects.get()
    assert (empty.status_code, point.outcome_sv, bool(point.closed_on)) == (422, "Siffrorna är lämnade.", True)
    assert ("Tack!" in Client().get(address).content.decode(), list(followups.collect(now() + 40 * DAY))) == (True, [])


def board(the_round: UpdateRound, client: Client, query: str = "") -> Any:
    return client.get(reverse("followup:updateround", args=[the_round.slug]) + query)


def test_the_board_tells_each_answer_apart(sheet: Sheet, open_one: UpdateRound, alva: User, browse: Browse) -> None:
    client, codes = browse(alva), []

    def code() -> str:
        [row] = board(open_one, client).context["board"].shown
        return str(row.code)

    codes.append(code())
    sheet.read()
    codes.append(code())
    sheet.post("oforandrat")
    codes.append(code())
    third = sheet.points[2]
    sheet.post("skicka", **{f"p{third.pk}-progress": "decided"})
    codes.append(code())
    answer = Answer.objects.get()
    client.post(reverse("followup:answer-return", args=[answer.pk]), {"reason": "Mer"})
    codes.append(code())
    sheet.post("skicka")
    client.post(reverse("followup:answer-accept", args=[answer.pk]))
    codes.append(code())
    assert codes == ["not_opened", "opened", "draft", "submitted", "returned", "accepted"]


def test_the_board_asks_the_same_number_of_questions_at_1_and_at_30_rows(
    actions: list[Action], alva: User, browse: Browse
) -> None:
    def count(the_round: UpdateRound) -> int:
        with CaptureQueriesContext(connection) as asked_of_it:
            board(the_round, client)
        return len(asked_of_it)

    client = browse(alva)
    small = opened(update_round(by=alva), alva)
    board(small, client)
    one = count(small)
    for number in range(30):
        factories.accepted(actions[0], factories.organisation(f"Myndighet {number}"), by=alva)
    big = opened(update_round(by=alva, title="Stor"), alva)
    assert (big.answers.count(), count(big)) == (31, one)


def test_a_member_sees_the_board_without_names_and_deeds(
    sheet: Sheet, open_one: UpdateRound, bo: User, browse: Browse
) -> None:
    page = board(open_one, browse(bo)).content.decode().partition("<main")[2]
    assert ("Elsa" in page, "Stäng rundan" in page, "Myndigheten för prov" in page) == (False, False, True)
    assert browse(bo).get(reverse("followup:answer", args=[sheet.answer.pk])).status_code == 403


def test_a_coordinator_places_a_question_that_nobody_has(sheet: Sheet, alva: User, browse: Browse) -> None:
    Client().post(reverse("asked:hand-on", args=[sheet.token, sheet.points[0].pk]), {"organisation_name": "Okänd AB"})
    handover = Handover.objects.get()
    assert "Okänd AB" in board(sheet.answer.round, browse(alva)).content.decode()
    region = factories.organisation("Region Prov")
    typed = {"organisation": "Region Prov", "name": "Rut Rask", "email": "rut@example.org"}
    browse(alva).post(reverse("followup:handover-place", args=[handover.pk]), typed)
    placed = Answer.objects.get(organisation=region)
    assert ([str(p) for p in placed.points.all()], Handover.objects.unplaced().count()) == (["Bygga hubben"], 0)


def test_a_coordinator_gives_a_question_back(sheet: Sheet, alva: User, browse: Browse) -> None:
    Client().post(reverse("asked:hand-on", args=[sheet.token, sheet.points[0].pk]), {"organisation_name": "Okänd AB"})
    browse(alva).post(reverse("followup:handover-return", args=[Handover.objects.get().pk]))
    assert sorted(str(point) for point in sheet.points) == ["Bygga hubben", "Utbilda fler", "Öppna registret"]


def test_a_representative_answers_from_the_workspace(
    sheet: Sheet, agency: Organisation, elsa: User, bo: User, browse: Browse
) -> None:
    factories.representative(elsa, agency)
    address = reverse("followup:answer-own", args=[sheet.answer.pk])
    response = browse(elsa).post(address)
    assert (response.status_code, Client().get(response["Location"]).status_code) == (302, 200)
    assert browse(bo).post(address).status_code == 403


def test_a_round_is_made_in_the_browser_and_shows_whom_it_burdens(
    actions: list[Action], alva: User, browse: Browse
) -> None:
    typed = {
        "title_sv": "Läget i maj", "readers_sv": "Kansliet.", "deadline": (today() + 14 * DAY).isoformat(),
        "remind_every": "7", "remind_most": "2", "asks_results": "on",
    }  # fmt: skip
    client = browse(alva)
    wrong = client.post(reverse("followup:round-add"), {**typed, "remind_every": "1"})
    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["remind_every"])
    made = client.post(reverse("followup:round-add"), typed)
    assert "ingen kontakt" in client.get(made["Location"]).content.decode()
    client.post(reverse("followup:round-open", args=["laget-i-maj"]))
    assert UpdateRound.objects.get().is_open


def test_a_contact_is_added_exported_and_erased(
    sheet: Sheet, agency: Organisation, alva: User, bo: User, browse: Browse
) -> None:
    client, person = browse(alva), Contact.objects.get()
    assert browse(bo).get(reverse("followup:contact-list", args=[agency.slug])).status_code == 403
    lead = {"part": "lead", "name": "Greta Gran", "email": "greta@example.org", "language": "sv"}
    client.post(reverse("followup:contact-add", args=[agency.slug]), {**lead, "valid_from": "2026-01-01"})
    assert "Greta Gran" in client.get(reverse("followup:contact-list", args=[agency.slug])).content.decode()
    known = client.get(reverse("followup:contact-export", args=[person.pk])).json()
    assert (known["kontakter"][0]["namn"], len(known["lankar"])) == ("Elsa Ek", 1)
    client.post(reverse("followup:contact-erase", args=[person.pk]))
    left = everything_about("elsa@example.org")
    assert {key: len(rows) for key, rows in left.items() if key not in {"epost"}} == {
        "kontakter": 0, "rundor": 0, "vidarelamnade": 0, "lankar": 0, "brev": 0,
    }  # fmt: skip
    assert (Client().get(sheet.address).status_code, Answer.objects.get().name) == (404, "")


def test_the_log_does_not_name_a_contact(agency: Organisation, alva: User) -> None:
    from kraftsamla.audit.models import Entry

    erase_person(contact=contact(agency, by=alva, name="Hemlig Person"), by=alva)
    kept = [f"{entry.note}{entry.changes}{entry.subject_name}" for entry in Entry.objects.all()]
    assert [words for words in kept if "Hemlig" in words] == []


def test_the_link_page_of_another_round_is_not_opened_by_a_followup_link(sheet: Sheet) -> None:
    assert Client().get(reverse("asked:followup", args=[sheet.token])).status_code == 404


def test_min_dag_shows_the_coordinator_what_to_read_and_the_silent_and_a_representative_what_is_asked(
    sheet: Sheet, agency: Organisation, alva: User, elsa: User, bo: User, browse: Browse
) -> None:
    factories.representative(elsa, agency)

    def shown(user: User) -> dict[str, int]:
        asking = browse(user).get(reverse("portal:my-day")).context["day"].asking
        return {"to_read": len(asking.to_read), "silent": len(asking.silent), "of_me": len(asking.of_me)}

    Answer.objects.update(asked_at=now() - 8 * DAY)
    assert [shown(user) for user in (alva, elsa, bo)] == [
        {"to_read": 0, "silent": 1, "of_me": 0}, {"to_read": 0, "silent": 0, "of_me": 1},
        {"to_read": 0, "silent": 0, "of_me": 0},
    ]  # fmt: skip
    Answer.objects.update(state="submitted", submitted_at=now(), said_by="Elsa Ek")
    assert shown(alva) == {"to_read": 1, "silent": 0, "of_me": 0}
    assert "Svar som väntar på dig" in browse(alva).get(reverse("portal:my-day")).content.decode()


def test_when_two_organisations_become_one_contacts_and_answers_follow(
    sheet: Sheet, agency: Organisation, alva: User
) -> None:
    kept = factories.organisation("Den nya myndigheten")
    merge_organisations(kept=kept, gone=agency, by=alva)
    assert (Contact.objects.get().organisation, Answer.objects.get().organisation) == (kept, kept)


def test_a_list_of_what_i_may_answer_and_the_single_answer_agree(
    sheet: Sheet, agency: Organisation, alva: User, elsa: User, bo: User, cia: User, browse: Browse
) -> None:
    factories.representative(elsa, agency)
    for user in (alva, elsa, bo, cia):
        listed = Answer.objects.answerable_by(user, at=today()).filter(pk=sheet.answer.pk).exists()
        status = browse(user).post(reverse("followup:answer-own", args=[sheet.answer.pk])).status_code
        assert listed == (status == 302), user.name


def test_the_board_says_who_gets_letters_by_mistake(
    open_one: UpdateRound, agency: Organisation, alva: User, browse: Browse
) -> None:
    Recipient.objects.create(email="elsa@example.org", name="Elsa", language="sv", pace="never", says_not_me=True)
    assert "säger att breven kommer fel" in board(open_one, browse(alva)).content.decode()


def test_the_board_counts_the_letters_that_went(open_one: UpdateRound, alva: User, browse: Browse) -> None:
    send_letters(by=alva)
    [row] = board(open_one, browse(alva)).context["board"].shown
    assert row.heard == 1
    send_letters(by=alva, at=now() + 8 * DAY)
    [row] = board(open_one, browse(alva)).context["board"].shown
    assert row.heard == 2


def test_a_whole_year_of_daily_runs_writes_to_nobody_more_than_the_row_allows(
    open_one: UpdateRound, agency: Organisation, alva: User
) -> None:
    contact(agency, by=alva, name="Dan Dal", part="deputy")
    contact(agency, by=alva, name="Greta Gran", part="lead")
    for day in range(365):
        take_up_silence(by=alva, at=now() + day * DAY)
        send_letters(by=alva, at=now() + day * DAY)
    letters = Counter(letter.to[0].split("<")[1].split("@")[0] for letter in mail.outbox)
    assert letters == {"elsa": 3, "dan": 1, "greta": 1}
    assert FollowUp.objects.count() == 1


def test_a_file_is_fetched_by_a_coordinator_as_a_download_and_by_nobody_else(
    sheet: Sheet, alva: User, bo: User, browse: Browse
) -> None:
    file = SimpleUploadedFile("ritning.png", b"\x89PNG<script>", content_type="text/html")
    sheet.post("spara", **{f"p{sheet.points[0].pk}-file": file})
    address = reverse("followup:attachment", args=[Attachment.objects.get().pk])
    response = browse(alva).get(address)
    assert (response["Content-Type"], response["Content-Disposition"]) == (
        "application/octet-stream", 'attachment; filename="ritning.png"',
    )  # fmt: skip
    assert b"".join(response) == b"\x89PNG<script>"
    assert [browse(bo).get(address).status_code, Client().get(address).status_code] == [403, 404]


def test_a_contact_who_comes_after_the_question_went_out_is_asked(
    actions: list[Action], agency: Organisation, alva: User
) -> None:
    opened(update_round(by=alva), alva)
    assert said(now() + DAY) == []
    contact(agency, by=alva)
    assert said(now() + DAY) == [("elsa@example.org", "contact:ask")]
