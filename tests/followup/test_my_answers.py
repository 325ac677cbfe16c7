"""What a representative is asked, and what the coordinator has to read, from the workspace."""

from __future__ import annotations

import datetime as dt

from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Organisation
from kraftsamla.core.clock import now, today
from kraftsamla.followup.models import Answer
from tests import factories
from tests.followup.conftest import Browse, Sheet

DAY = dt.timedelta(days=1)


def test_a_representative_answers_from_the_workspace(
    sheet: Sheet, agency: Organisation, elsa: User, bo: User, browse: Browse
) -> None:
    factories.representative(elsa, agency)
    address = reverse("followup:answer-own", args=[sheet.answer.pk])
    response = browse(elsa).post(address)
    assert (response.status_code, Client().get(response["Location"]).status_code) == (302, 200)
    assert browse(bo).post(address).status_code == 403


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


def test_a_list_of_what_i_may_answer_and_the_single_answer_agree(
    sheet: Sheet, agency: Organisation, alva: User, elsa: User, bo: User, cia: User, browse: Browse
) -> None:
    factories.representative(elsa, agency)
    for user in (alva, elsa, bo, cia):
        listed = Answer.objects.answerable_by(user, at=today()).filter(pk=sheet.answer.pk).exists()
        status = browse(user).post(reverse("followup:answer-own", args=[sheet.answer.pk])).status_code
        assert listed == (status == 302), user.name
