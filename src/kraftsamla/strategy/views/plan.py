"""Strategies and their areas."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kraftsamla.accounts.access import admit, signed_in
from kraftsamla.core.clock import today
from kraftsamla.strategy import operations
from kraftsamla.strategy.access import get_area, get_area_by_key, get_strategy
from kraftsamla.strategy.forms import AreaForm, NewStrategyForm, StrategyForm
from kraftsamla.strategy.models import Area, Strategy
from kraftsamla.strategy.overviews.plan import area_overview, strategies_for, strategy_overview
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, confirm_page, edit_page


def page_of_strategy(strategy: Strategy) -> str:
    return reverse("strategy:strategy", args=[strategy.slug])


def page_of_area(area: Area) -> str:
    return reverse("strategy:area", args=[area.strategy.slug, area.number])


def trail(strategy: Strategy, *further: tuple[str, str]) -> Crumbs:
    above = [(_("Strategi"), reverse("strategy:strategy-list")), (strategy.title_sv, page_of_strategy(strategy))]
    return [*above, *further]


@require_safe
def strategy_list(request: HttpRequest) -> HttpResponse:
    """The strategies; where there is only one, that one."""
    admit(request.user, to="view")
    strategies = list(strategies_for(request.user))
    if len(strategies) == 1:
        return HttpResponseRedirect(page_of_strategy(strategies[0]))
    return render(request, "strategy/strategy_list.html", {"strategies": strategies})


@require_safe
def strategy(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_strategy(request.user, slug)
    return render(request, "strategy/strategy.html", {"overview": strategy_overview(found, at=today())})


@require_http_methods(["GET", "POST"])
def add_strategy(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="edit")
    form = NewStrategyForm(typed_in(request))

    def deed() -> str:
        made = operations.create_strategy(values=form.values, by=signed_in(request.user))
        return page_of_strategy(made)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ny strategi"), submit=_("Lägg till strategin"),
        cancel=reverse("strategy:strategy-list"), done=_("Strategin är tillagd."),
        crumbs=[(_("Strategi"), reverse("strategy:strategy-list"))],
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def edit_strategy(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_strategy(request.user, slug, to="edit")
    form = StrategyForm(typed_in(request), record=found)

    def deed() -> str:
        operations.change_strategy(
            strategy=found, values=form.values, version=form.version_seen, by=signed_in(request.user)
        )
        return page_of_strategy(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra strategin"), cancel=page_of_strategy(found),
        done=_("Ändringen är sparad."), crumbs=trail(found),
    )  # fmt: skip


@require_safe
def area(request: HttpRequest, slug: str, number: str) -> HttpResponse:
    found = get_area(request.user, slug, number)
    return render(
        request, "strategy/area.html", {"overview": area_overview(found, at=today()), "crumbs": trail(found.strategy)}
    )


@require_safe
def area_by_key(request: HttpRequest, pk: int) -> HttpResponse:
    return HttpResponseRedirect(page_of_area(get_area_by_key(request.user, pk)))


@require_http_methods(["GET", "POST"])
def add_area(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_strategy(request.user, slug, to="edit")
    form = AreaForm(typed_in(request))

    def deed() -> str:
        made = operations.create_area(strategy=found, values=form.values, by=signed_in(request.user))
        return page_of_area(made)

    return edit_page(
        request, form=form, deed=deed, heading=_("Nytt område"), submit=_("Lägg till området"),
        cancel=page_of_strategy(found), done=_("Området är tillagt."), crumbs=trail(found),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def edit_area(request: HttpRequest, slug: str, number: str) -> HttpResponse:
    found = get_area(request.user, slug, number, to="edit")
    back = page_of_area(found)
    heading = _("Ändra område %(number)s") % {"number": found.number}
    form = AreaForm(typed_in(request), record=found)

    def deed() -> str:
        operations.change_area(area=found, values=form.values, version=form.version_seen, by=signed_in(request.user))
        return page_of_area(found)

    return edit_page(
        request, form=form, deed=deed, heading=heading, cancel=back, done=_("Ändringen är sparad."),
        crumbs=trail(found.strategy, (str(found), back)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def remove_area(request: HttpRequest, slug: str, number: str) -> HttpResponse:
    found = get_area(request.user, slug, number, to="edit")

    def deed() -> str:
        operations.withdraw_area(area=found, by=signed_in(request.user))
        return page_of_strategy(found.strategy)

    return confirm_page(
        request, deed=deed, heading=_("Ta bort området?"), submit=_("Ta bort området"),
        consequences=[
            _("Området ”%(title)s” tas bort. Det går bara om det inte har några mål.") % {"title": found},
            _("Vad som stod i det finns kvar i loggen."),
        ],
        cancel=page_of_area(found), done=_("Området är borttaget."),
        crumbs=trail(found.strategy, (str(found), page_of_area(found))),
    )  # fmt: skip
