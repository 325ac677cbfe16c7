from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.strategy.models import Action, Strategy
from kraftsamla.strategy.operations import add_date, assign, change_action, end_action, report_status
from tests import factories

Browse = Callable[[User], Client]


@pytest.fixture
def strategy(db: None) -> Strategy:
    return factories.strategy("Strategi för prov")


@pytest.fixture
def action(strategy: Strategy) -> Action:
    return factories.action(strategy, "En insats")


def _post(client: Client, name: str, *args: Any, **typed: Any) -> Any:
    return client.post(reverse(f"strategy:{name}", args=args), typed)


def _titles(client: Client, query: str) -> list[str]:
    rows = client.get(f"{reverse('strategy:action-list')}?{query}").context["rows"]
    return [each.title_sv for each in rows]


def test_an_action_is_added_under_the_objective_one_came_from(strategy: Strategy, alva: User, browse: Browse) -> None:
    objective = factories.objective(factories.area(strategy, "1"), "1.1")
    client = browse(alva)
    form = client.get(reverse("strategy:action-add-to", args=["strategi-for-prov"]) + "?mal=1.1").context["form"]
    assert form["objectives"].value() == [objective.pk]
    typed = {"title_sv": "Ny hubb", "kind": "hub", "objectives": [objective.pk]}
    response = _post(client, "action-add-to", "strategi-for-prov", **typed)
    made = Action.objects.get()
    assert response["Location"] == reverse("strategy:action", args=["ny-hubb"])
    assert (made.kind, list(made.objectives.all()), made.strategy) == ("hub", [objective], strategy)


def test_the_only_strategy_is_not_asked_for(strategy: Strategy, alva: User, browse: Browse) -> None:
    response = browse(alva).get(reverse("strategy:action-add"))
    assert response["Location"] == reverse("strategy:action-add-to", args=["strategi-for-prov"])


def test_with_two_strategies_one_chooses(strategy: Strategy, alva: User, browse: Browse) -> None:
    factories.strategy("Den andra")
    response = browse(alva).get(reverse("strategy:action-add"))
    assert [each.title_sv for each in response.context["strategies"]] == ["Den andra", "Strategi för prov"]


def test_an_action_without_a_title_keeps_what_was_typed(strategy: Strategy, alva: User, browse: Browse) -> None:
    response = _post(browse(alva), "action-add-to", "strategi-for-prov", kind="hub", description_sv="Lång text")
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["title_sv"])
    assert "Lång text" in response.content.decode()
    assert Action.objects.count() == 0


def test_a_slug_that_is_taken_is_named(action: Action, alva: User, browse: Browse) -> None:
    response = _post(
        browse(alva), "action-add-to", "strategi-for-prov", title_sv="Annan", kind="other", slug="en-insats"
    )
    assert response.context["form"].errors == {"slug": ["Adressnamnet används redan. Välj ett annat."]}


def test_an_action_changed_meanwhile_shows_both(action: Action, alva: User, browse: Browse) -> None:
    change_action(action=action, values={"title_sv": "Deras titel"}, version=1, by=alva)
    response = _post(browse(alva), "action-edit", "en-insats", title_sv="Min titel", kind="other", version="1")
    form = response.context["form"]
    assert (response.status_code, form.standing, form["version"].value()) == (409, {"title_sv": "Deras titel"}, "2")
    assert Action.objects.get().title_sv == "Deras titel"


def test_merging_shows_what_moves_and_asks_once(strategy: Strategy, action: Action, alva: User, browse: Browse) -> None:
    kept = factories.action(strategy, "Den som blir kvar")
    add_date(action=action, values={"kind": "decided", "date": "2021"}, by=alva)
    client = browse(alva)
    address = reverse("strategy:action-merge", args=["en-insats"]) + "?kept=Den+som+blir+kvar"
    asked = client.get(address)
    assert (asked.context["kept"], asked.context["moving"].dates, asked.context["moving"].money) == (kept, 1, 0)
    assert kept.dates.count() == 0
    done = client.post(address)
    action.refresh_from_db()
    assert (done["Location"], kept.dates.count(), action.merged_into) == (
        reverse("strategy:action", args=[kept.slug]), 1, kept,
    )  # fmt: skip


def test_merging_with_itself_or_with_nobody_known_is_refused(action: Action, alva: User, browse: Browse) -> None:
    client = browse(alva)
    address = reverse("strategy:action-merge", args=["en-insats"])
    itself, unknown = client.get(f"{address}?kept=En+insats"), client.get(f"{address}?kept=Finns+inte")
    assert (itself.status_code, unknown.status_code) == (422, 422)
    assert itself.context["form"].errors == {"kept": ["En insats kan inte slås ihop med sig själv. Välj en annan."]}
    assert list(unknown.context["form"].errors) == ["kept"]


def test_an_action_is_struck_out_with_a_reason(action: Action, alva: User, browse: Browse) -> None:
    client = browse(alva)
    silent = _post(client, "action-strike", "en-insats", version="1")
    assert (silent.status_code, list(silent.context["form"].errors)) == (422, ["reason"])
    _post(client, "action-strike", "en-insats", reason="Togs upp två gånger", version="1")
    action.refresh_from_db()
    page = client.get(reverse("strategy:action", args=["en-insats"]))
    assert (action.ending, page.context["overview"].backing.history[0].note) == ("cancelled", "Togs upp två gånger")


def test_an_action_with_a_status_cannot_be_taken_back(action: Action, alva: User, browse: Browse) -> None:
    report_status(action=action, values={"on": "2021", "progress": "done"}, by=alva)
    response = _post(browse(alva), "action-remove", "en-insats")
    assert (response.status_code, Action.objects.count()) == (409, 1)


def test_an_action_without_anything_is_taken_back(action: Action, alva: User, browse: Browse) -> None:
    response = _post(browse(alva), "action-remove", "en-insats")
    assert (response["Location"], Action.objects.count()) == (reverse("strategy:action-list"), 0)


def test_the_list_is_filtered_by_address(strategy: Strategy, alva: User, browse: Browse) -> None:
    one, two = factories.area(strategy, "1"), factories.area(strategy, "2")
    objective = factories.objective(one, "1.1")
    hub = factories.action(strategy, "Hubben", kind="hub", objectives=[objective])
    factories.action(strategy, "Studien", kind="study", areas=[two])
    report_status(action=hub, values={"on": "2021", "progress": "done"}, by=alva)
    assign(action=hub, organisation=factories.organisation("Vinnova"), role="responsible", by=alva)
    end_action(action=factories.action(strategy, "Den strukna"), reason="Fel", version=1, by=alva)
    client = browse(alva)
    assert {query: _titles(client, query) for query in (
        "", "omrade=1", "omrade=2", "mal=1.1", "lage=done", "lage=ej-inlast", "organisation=vinnova", "slag=study",
        "sok=hubb", "lucka=ansvarig", "visa=ur", "sortera=lage", "omrade=99",
    )} == {
        "": ["Hubben", "Studien"], "omrade=1": ["Hubben"], "omrade=2": ["Studien"], "mal=1.1": ["Hubben"],
        "lage=done": ["Hubben"], "lage=ej-inlast": ["Studien"], "organisation=vinnova": ["Hubben"],
        "slag=study": ["Studien"], "sok=hubb": ["Hubben"], "lucka=ansvarig": ["Studien"], "visa=ur": ["Den strukna"],
        "sortera=lage": ["Hubben", "Studien"], "omrade=99": ["Hubben", "Studien"],
    }  # fmt: skip


def test_the_list_has_fifty_rows_a_page(strategy: Strategy, alva: User, browse: Browse) -> None:
    for number in range(51):
        factories.action(strategy, f"Insats {number:02}")
    client = browse(alva)
    assert (len(_titles(client, "")), _titles(client, "sida=2")) == (50, ["Insats 50"])


def test_the_picker_finds_actions_in_the_picture(strategy: Strategy, alva: User, browse: Browse) -> None:
    factories.action(strategy, "Hubben")
    end_action(action=factories.action(strategy, "Hubben som ströks"), reason="Fel", version=1, by=alva)
    rows = browse(alva).get(reverse("strategy:action-choices") + "?q=hub").context["rows"]
    assert [row["label"] for row in rows] == ["Hubben"]
