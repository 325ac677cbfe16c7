"""The board of an open round, and what a coordinator does there."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Organisation
from kraftsamla.core.clock import now
from kraftsamla.followup.models import Answer, Attachment, Handover, UpdateRound
from kraftsamla.letters.models import Recipient
from kraftsamla.letters.operations import send_letters
from kraftsamla.strategy.models import Action
from tests import factories
from tests.followup.conftest import Browse, Sheet, opened, update_round

DAY = dt.timedelta(days=1)


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
