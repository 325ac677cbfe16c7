"""Objectives and their wordings."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kraftsamla.accounts.access import signed_in
from kraftsamla.core.clock import today
from kraftsamla.strategy import operations
from kraftsamla.strategy.access import get_area, get_objective, get_objective_by_key
from kraftsamla.strategy.forms import NewObjectiveForm, ObjectiveForm, RewordForm
from kraftsamla.strategy.models import Objective
from kraftsamla.strategy.overviews.plan import objective_overview
from kraftsamla.strategy.views.plan import page_of_area, trail
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, confirm_page, edit_page


def page_of_objective(objective: Objective) -> str:
    return reverse("strategy:objective", args=[objective.strategy.slug, objective.number])


def trail_to(objective: Objective) -> Crumbs:
    here = (str(objective), page_of_objective(objective))
    return trail(objective.strategy, (str(objective.area), area_page(objective)), here)


def area_page(objective: Objective) -> str:
    return reverse("strategy:area", args=[objective.strategy.slug, objective.area.number])


@require_safe
def objective(request: HttpRequest, slug: str, number: str) -> HttpResponse:
    found = get_objective(request.user, slug, number)
    return render(
        request,
        "strategy/objective.html",
        {
            "overview": objective_overview(found, visitor=request.user, at=today()),
            "crumbs": trail(found.strategy, (str(found.area), area_page(found))),
        },
    )


@require_safe
def objective_by_key(request: HttpRequest, pk: int) -> HttpResponse:
    return HttpResponseRedirect(page_of_objective(get_objective_by_key(request.user, pk)))


@require_http_methods(["GET", "POST"])
def add_objective(request: HttpRequest, slug: str, number: str) -> HttpResponse:
    area = get_area(request.user, slug, number, to="edit")
    form = NewObjectiveForm(typed_in(request), initial={"number": f"{area.number}."})

    def deed() -> str:
        made = operations.create_objective(
            area=area, values=form.objective_values, wording=form.wording_values, by=signed_in(request.user)
        )
        return page_of_objective(made)

    return edit_page(
        request, form=form, deed=deed, heading=_("Nytt mål i område %(number)s") % {"number": area.number},
        submit=_("Lägg till målet"), cancel=page_of_area(area), done=_("Målet är tillagt."),
        crumbs=trail(area.strategy, (str(area), page_of_area(area))),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def edit_objective(request: HttpRequest, slug: str, number: str) -> HttpResponse:
    found = get_objective(request.user, slug, number, to="edit")
    form = ObjectiveForm(typed_in(request), record=found)

    def deed() -> str:
        operations.change_objective(
            objective=found, values=form.values, version=form.version_seen, by=signed_in(request.user)
        )
        return page_of_objective(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra mål %(number)s") % {"number": found.number},
        cancel=page_of_objective(found), done=_("Ändringen är sparad."), crumbs=trail_to(found),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def reword(request: HttpRequest, slug: str, number: str) -> HttpResponse:
    found = get_objective(request.user, slug, number, to="edit")
    current = found.wording_at(None)
    form = RewordForm(typed_in(request))

    def deed() -> str:
        operations.reword_objective(objective=found, wording=form.values, by=signed_in(request.user))
        return page_of_objective(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ny lydelse av mål %(number)s") % {"number": found.number},
        submit=_("Spara den nya lydelsen"), cancel=page_of_objective(found), done=_("Den nya lydelsen är sparad."),
        crumbs=trail_to(found), template="strategy/reword.html", context={"current": current},
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def remove_objective(request: HttpRequest, slug: str, number: str) -> HttpResponse:
    found = get_objective(request.user, slug, number, to="edit")

    def deed() -> str:
        operations.withdraw_objective(objective=found, by=signed_in(request.user))
        return area_page(found)

    return confirm_page(
        request, deed=deed, heading=_("Ta bort målet?"), submit=_("Ta bort målet"),
        consequences=[
            _("Målet ”%(title)s” tas bort med sina lydelser. Det går bara om inga insatser eller frågor hör till det.")
            % {"title": found},
            _("Vad som stod i det finns kvar i loggen."),
        ],
        cancel=page_of_objective(found), done=_("Målet är borttaget."), crumbs=trail_to(found),
    )  # fmt: skip
