from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.strategy.models import Area, Objective, Strategy
from kraftsamla.strategy.operations import change_objective, change_strategy, report_status
from tests import factories

Browse = Callable[[User], Client]


@pytest.fixture
def strategy(db: None) -> Strategy:
    return factories.strategy("Strategi för prov", objectives_announced=3)


def _post(client: Client, name: str, args: list[Any], **typed: str) -> Any:
    return client.post(reverse(f"strategy:{name}", args=args), typed)


def test_a_strategy_is_added(alva: User, browse: Browse) -> None:
    response = _post(browse(alva), "strategy-add", [], title_sv="Havsstrategin", adopted="12 dec 2019")
    made = Strategy.objects.get()
    assert (response["Location"], made.title_sv, made.adopted) == (
        reverse("strategy:strategy", args=["havsstrategin"]), "Havsstrategin", "2019-12-12",
    )  # fmt: skip


def test_a_slug_that_is_taken_is_named(strategy: Strategy, alva: User, browse: Browse) -> None:
    response = _post(browse(alva), "strategy-add", [], title_sv="En till", slug="strategi-for-prov")
    assert response.status_code == 422
    assert response.context["form"].errors == {"slug": ["Adressnamnet används redan. Välj ett annat."]}
    assert 'value="En till"' in response.content.decode()


def test_a_date_that_does_not_exist_is_named_and_nothing_is_lost(
    strategy: Strategy, alva: User, browse: Browse
) -> None:
    typed = {"title_sv": "Ny titel", "adopted": "30 feb 2020", "version": "1"}
    response = _post(browse(alva), "strategy-edit", ["strategi-for-prov"], **typed)
    assert response.status_code == 422
    assert response.context["form"].errors == {"adopted": ["2020-02-30 finns inte. Den månaden har 29 dagar."]}
    page = response.content.decode()
    assert ('value="Ny titel"' in page, 'value="30 feb 2020"' in page) == (True, True)
    assert Strategy.objects.get().title_sv == "Strategi för prov"


def test_a_change_meanwhile_shows_both_and_saves_only_when_chosen(
    strategy: Strategy, alva: User, browse: Browse
) -> None:
    change_strategy(strategy=strategy, values={"title_sv": "Någon annans"}, version=1, by=alva)
    client = browse(alva)
    response = _post(client, "strategy-edit", ["strategi-for-prov"], title_sv="Min", version="1")
    form = response.context["form"]
    assert (response.status_code, form.standing["title_sv"], form["title_sv"].value()) == (409, "Någon annans", "Min")
    assert Strategy.objects.get().title_sv == "Någon annans"
    again = _post(client, "strategy-edit", ["strategi-for-prov"], title_sv="Min", version=str(form["version"].value()))
    assert (again.status_code, Strategy.objects.get().title_sv) == (302, "Min")


def test_an_area_with_a_number_that_is_taken_is_refused(strategy: Strategy, alva: User, browse: Browse) -> None:
    factories.area(strategy, "1")
    response = _post(browse(alva), "area-add", ["strategi-for-prov"], number="1", title_sv="Igen")
    assert (response.status_code, response.context["form"].errors) == (
        422, {"__all__": ["Numret används redan av ett annat område."]},
    )  # fmt: skip
    assert Area.objects.count() == 1


def test_an_area_is_added_changed_and_removed(strategy: Strategy, alva: User, browse: Browse) -> None:
    client = browse(alva)
    _post(client, "area-add", ["strategi-for-prov"], number="2", title_sv="Data")
    _post(client, "area-edit", ["strategi-for-prov", "2"], number="2", title_sv="Hälsodata", version="1")
    assert Area.objects.get().title_sv == "Hälsodata"
    _post(client, "area-remove", ["strategi-for-prov", "2"])
    assert Area.objects.count() == 0


def test_an_area_with_objectives_stays(strategy: Strategy, alva: User, browse: Browse) -> None:
    factories.objective(factories.area(strategy, "1"), "1.1")
    response = _post(browse(alva), "area-remove", ["strategi-for-prov", "1"])
    assert (response.status_code, Area.objects.count()) == (409, 1)


def test_an_objective_is_added_with_its_first_wording(strategy: Strategy, alva: User, browse: Browse) -> None:
    factories.area(strategy, "1")
    typed = {"number": "1.1", "title_sv": "Säkrare data", "title_en": "Safer data", "valid_from": "2019"}
    response = _post(browse(alva), "objective-add", ["strategi-for-prov", "1"], **typed, plain_sv="Enkelt.")
    objective = Objective.objects.get()
    wording = objective.wordings.get()
    assert response["Location"] == reverse("strategy:objective", args=["strategi-for-prov", "1.1"])
    assert (objective.plain_sv, wording.title_sv, wording.title_en, wording.valid_from) == (
        "Enkelt.", "Säkrare data", "Safer data", "2019",
    )  # fmt: skip


def test_an_objective_in_another_areas_series_is_refused(strategy: Strategy, alva: User, browse: Browse) -> None:
    factories.area(strategy, "1")
    response = _post(browse(alva), "objective-add", ["strategi-for-prov", "1"], number="2.1", title_sv="Fel")
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["number"])
    assert Objective.objects.count() == 0


def test_a_new_wording_leaves_the_old_one_to_read(strategy: Strategy, alva: User, browse: Browse) -> None:
    factories.objective(factories.area(strategy, "1"), "1.1", title="Gamla lydelsen")
    client = browse(alva)
    args = ["strategi-for-prov", "1.1"]
    _post(client, "objective-reword", args, title_sv="Nya lydelsen", valid_from="2020-11-07", reason_sv="Beslut")
    overview = client.get(reverse("strategy:objective", args=args)).context["overview"]
    assert overview.wording.title_sv == "Nya lydelsen"
    assert [(each.title_sv, each.valid_to) for each in overview.earlier] == [("Gamla lydelsen", "2020-11-07")]


def test_a_new_wording_without_a_date_or_reason_is_refused(strategy: Strategy, alva: User, browse: Browse) -> None:
    objective = factories.objective(factories.area(strategy, "1"), "1.1")
    client = browse(alva)
    args = ["strategi-for-prov", "1.1"]
    undated = _post(client, "objective-reword", args, title_sv="Ny", reason_sv="Beslut")
    unreasoned = _post(client, "objective-reword", args, title_sv="Ny", valid_from="2020")
    assert [list(each.context["form"].errors) for each in (undated, unreasoned)] == [["valid_from"], ["reason_sv"]]
    assert objective.wordings.count() == 1


def test_an_objective_changed_meanwhile_is_not_overwritten(strategy: Strategy, alva: User, browse: Browse) -> None:
    objective = factories.objective(factories.area(strategy, "1"), "1.1")
    change_objective(objective=objective, values={"plain_sv": "Deras"}, version=1, by=alva)
    response = _post(browse(alva), "objective-edit", ["strategi-for-prov", "1.1"], plain_sv="Mitt", version="1")
    assert (response.status_code, response.context["form"].standing) == (409, {"plain_sv": "Deras"})
    assert Objective.objects.get().plain_sv == "Deras"


def test_the_page_counts_actions_by_progress_and_says_what_is_not_read(
    strategy: Strategy, alva: User, browse: Browse
) -> None:
    objective = factories.objective(factories.area(strategy, "1"), "1.1")
    for title in ("A", "B", "C"):
        factories.action(strategy, title, objectives=[objective])
    for title in ("A", "B"):
        report_status(action=strategy.actions.get(title_sv=title), values={"on": "2021", "progress": "done"}, by=alva)
    overview = browse(alva).get(reverse("strategy:strategy", args=["strategi-for-prov"])).context["overview"]
    row = overview.areas[0].objectives[0]
    assert [(count.progress, count.label) for count in row.tally.counts] == [
        ("done", "2 genomförda"), ("", "1 ej inläst"),
    ]  # fmt: skip
    assert (overview.objectives, overview.missing, overview.tally.total) == (1, 2, 3)
