from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.actors.operations import add_other_name
from kraftsamla.strategy.models import Action, Assignment, DatedFact, Money, StatusUpdate
from kraftsamla.strategy.operations import assign, report_status
from tests import factories

Browse = Callable[[User], Client]
PAGE = "/arbetsyta/insatser/en-insats/"


@pytest.fixture
def action(db: None) -> Action:
    return factories.action(factories.strategy(), "En insats")


def _post(client: Client, name: str, *args: Any, **typed: Any) -> Any:
    return client.post(reverse(f"strategy:{name}", args=["en-insats", *args]), typed)


def _errors(response: Any) -> tuple[int, dict[str, list[str]]]:
    return response.status_code, response.context["form"].errors


def test_a_date_is_added_in_one_line_and_removed(action: Action, alva: User, browse: Browse) -> None:
    client = browse(alva)
    added = _post(client, "date-add", kind="decided", date="22 okt 2021", note_sv="Beslutet")
    fact = DatedFact.objects.get()
    assert (added["Location"], fact.kind, fact.date, fact.note_sv) == (
        f"{PAGE}#datum", "decided", "2021-10-22", "Beslutet",
    )  # fmt: skip
    _post(client, "date-remove", fact.pk)
    assert DatedFact.objects.count() == 0


def test_a_day_that_does_not_exist_is_named_and_the_line_kept(action: Action, alva: User, browse: Browse) -> None:
    response = _post(browse(alva), "date-add", kind="decided", date="31 april 2021", note_sv="Viktigt")
    assert _errors(response) == (422, {"date": ["2021-04-31 finns inte. Den månaden har 30 dagar."]})
    page = response.content.decode()
    assert ('value="31 april 2021"' in page, 'value="Viktigt"' in page) == (True, True)
    assert DatedFact.objects.count() == 0


def test_money_is_added_and_removed(action: Action, alva: User, browse: Browse) -> None:
    factories.organisation("Vinnova")
    client = browse(alva)
    _post(client, "money-add", amount="1800000", currency="SEK", period="2022", funder="Vinnova")
    money = Money.objects.get()
    assert (int(money.amount), money.currency, str(money.funder)) == (1800000, "SEK", "Vinnova")
    assert "1\N{NO-BREAK SPACE}800\N{NO-BREAK SPACE}000 SEK" in client.get(PAGE).content.decode()
    _post(client, "money-remove", money.pk)
    assert Money.objects.count() == 0


def test_an_amount_that_is_no_number_is_named(action: Action, alva: User, browse: Browse) -> None:
    code, errors = _errors(_post(browse(alva), "money-add", amount="mycket", currency="kronor"))
    assert (code, sorted(errors)) == (422, ["amount", "currency"])


def test_an_organisation_is_tied_by_any_of_its_names(action: Action, alva: User, browse: Browse) -> None:
    agency = factories.organisation("Västra Götalandsregionen")
    add_other_name(organisation=agency, name="VGR", kind="abbreviation", by=alva)
    response = _post(browse(alva), "assignment-add", organisation="vgr", role="host")
    part = Assignment.objects.get()
    assert (response["Location"], part.organisation, part.role, part.state) == (
        f"{PAGE}#organisationer", agency, "host", "named",
    )  # fmt: skip


def test_an_organisation_nobody_knows_is_named(action: Action, alva: User, browse: Browse) -> None:
    response = _post(browse(alva), "assignment-add", organisation="Okänd AB", role="host")
    assert _errors(response) == (
        422, {"organisation": ["”Okänd AB” finns inte. Kontrollera stavningen, eller lägg till posten först."]},
    )  # fmt: skip
    assert 'value="Okänd AB"' in response.content.decode()


def test_the_same_role_twice_is_refused(action: Action, alva: User, browse: Browse) -> None:
    assign(action=action, organisation=factories.organisation("Vinnova"), role="host", by=alva)
    response = _post(browse(alva), "assignment-add", organisation="Vinnova", role="host")
    assert _errors(response) == (422, {"__all__": ["Organisationen har redan den rollen i insatsen."]})


def test_a_part_somebody_has_accepted_is_not_removed(action: Action, alva: User, browse: Browse) -> None:
    part = assign(action=action, organisation=factories.organisation("Vinnova"), role="host", by=alva)
    Assignment.objects.filter(pk=part.pk).update(state="accepted")
    client = browse(alva)
    response = client.post(reverse("strategy:assignment-remove", args=["en-insats", part.pk]), follow=True)
    assert [str(each) for each in response.context["messages"]] == [
        "Organisationen har åtagit sig detta. Avsluta åtagandet i stället för att ta bort det."
    ]
    assert Assignment.objects.count() == 1


def test_a_status_is_told_in_one_line(action: Action, alva: User, browse: Browse) -> None:
    client = browse(alva)
    response = _post(client, "status-add", on="2021-11", progress="under_way", words_sv="Har börjat")
    update = StatusUpdate.objects.get()
    assert (response["Location"], update.progress, update.on, update.made_by) == (
        f"{PAGE}#lage", "under_way", "2021-11", alva,
    )  # fmt: skip
    overview = client.get(PAGE).context["overview"]
    assert (overview.standing, overview.is_stale) == (update, True)


def test_a_status_in_the_future_or_without_progress_is_refused(action: Action, alva: User, browse: Browse) -> None:
    client = browse(alva)
    future = _post(client, "status-add", on="2999", progress="done", words_sv="Snart")
    empty = _post(client, "status-add", on="2021", words_sv="Hm")
    assert [list(_errors(each)[1]) for each in (future, empty)] == [["on"], ["progress"]]
    assert ("Snart" in future.content.decode(), StatusUpdate.objects.count()) == (True, 0)


def test_a_correction_stands_beside_what_it_corrects(action: Action, alva: User, browse: Browse) -> None:
    wrong = report_status(action=action, values={"on": "2021-05", "progress": "done", "words_sv": "Klart"}, by=alva)
    client = browse(alva)
    address = reverse("strategy:status-correct", args=["en-insats", wrong.pk])
    assert client.get(address).context["form"]["words_sv"].value() == "Klart"
    silent = client.post(address, {"on": "2021-05", "progress": "under_way"})
    assert (silent.status_code, list(silent.context["form"].errors)) == (422, ["reason"])
    client.post(address, {"on": "2021-05", "progress": "under_way", "reason": "Fel rad i tabellen"})
    overview = client.get(PAGE).context["overview"]
    assert [(each.progress, each.reason) for each in overview.updates] == [
        ("under_way", "Fel rad i tabellen"), ("done", ""),
    ]  # fmt: skip
    assert overview.standing.progress == "under_way"


def test_what_is_corrected_is_not_corrected_again(action: Action, alva: User, browse: Browse) -> None:
    wrong = report_status(action=action, values={"on": "2021-05", "progress": "done"}, by=alva)
    client = browse(alva)
    typed = {"on": "2021-05", "progress": "under_way", "reason": "Fel"}
    address = reverse("strategy:status-correct", args=["en-insats", wrong.pk])
    assert [client.post(address, typed).status_code for _ in range(2)] == [302, 409]
    assert StatusUpdate.objects.count() == 2


def test_a_row_of_another_action_is_not_found(action: Action, alva: User, browse: Browse) -> None:
    other = factories.action(action.strategy, "En annan")
    update = report_status(action=other, values={"on": "2021", "progress": "done"}, by=alva)
    assert browse(alva).get(reverse("strategy:status-correct", args=["en-insats", update.pk])).status_code == 404
