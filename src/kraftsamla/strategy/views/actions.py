"""Actions: the list, one action, and how it is added, changed, merged, struck out and taken back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kraftsamla.accounts.access import admit, signed_in
from kraftsamla.core.clock import today
from kraftsamla.strategy import operations
from kraftsamla.strategy.access import get_action, get_strategy
from kraftsamla.strategy.forms import (
    ActionFilter,
    ActionForm,
    DateForm,
    MergeForm,
    NewActionForm,
    PartForm,
    StatusForm,
    StrikeForm,
)
from kraftsamla.strategy.models import Action, Strategy
from kraftsamla.strategy.overviews.actions import ActionsWanted, action_overview, actions_for, moving
from kraftsamla.strategy.overviews.plan import strategies_for
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, choices_page, confirm_page, edit_page


def page_of_action(action: Action) -> str:
    return reverse("strategy:action", args=[action.slug])


def trail_to_action(action: Action) -> Crumbs:
    return [(_("Insatser"), reverse("strategy:action-list")), (action.title_sv, page_of_action(action))]


@require_safe
def action_list(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="view")
    form = ActionFilter(request.GET)
    wanted = ActionsWanted(**form.asked())
    rows = actions_for(request.user, wanted, page=request.GET.get("sida", "1"), at=today())
    return render(request, "strategy/action_list.html", {"form": form, "rows": rows})


@require_safe
def action_choices(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="view")
    return choices_page(
        request,
        Action.objects.visible_to(request.user).in_picture(),
        detail=lambda action: action.get_kind_display(),
    )


@require_safe
def action(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything about one action, with a line each to add a status, a date and an organisation."""
    found = get_action(request.user, slug)
    shown = {
        "overview": action_overview(found, at=today(), visitor=request.user),
        "crumbs": [(_("Insatser"), reverse("strategy:action-list"))],
        "quick_status": StatusForm(initial={"on": today().isoformat()}, auto_id="lage_%s"),
        "quick_date": DateForm(auto_id="datum_%s"),
        "quick_part": PartForm(auto_id="del_%s"),
    }
    return render(request, "strategy/action.html", shown)


@require_safe
def start_action(request: HttpRequest) -> HttpResponse:
    """To which strategy? Asked only where there are several."""
    admit(request.user, to="edit")
    strategies = list(strategies_for(request.user))
    if len(strategies) == 1:
        return HttpResponseRedirect(reverse("strategy:action-add-to", args=[strategies[0].slug]))
    return render(request, "strategy/action_start.html", {"strategies": strategies})


@require_http_methods(["GET", "POST"])
def add_action(request: HttpRequest, slug: str) -> HttpResponse:
    strategy = get_strategy(request.user, slug, to="edit")
    form = NewActionForm(typed_in(request), strategy=strategy, initial=_placed(request, strategy))

    def deed() -> str:
        made = operations.create_action(strategy=strategy, values=form.values, by=signed_in(request.user))
        return page_of_action(made)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ny insats"), submit=_("Lägg till insatsen"),
        cancel=reverse("strategy:action-list"),
        done=_("Insatsen är tillagd. Lägg nu till datum, organisationer och läge."),
        crumbs=[(_("Insatser"), reverse("strategy:action-list"))],
    )  # fmt: skip


def _placed(request: HttpRequest, strategy: Strategy) -> dict[str, Any]:
    """The objective or area whose page the person came from."""
    objectives = strategy.objectives.filter(number=request.GET.get("mal", ""))
    areas = strategy.areas.filter(number=request.GET.get("omrade", ""))
    return {"objectives": list(objectives), "areas": list(areas)}


@require_http_methods(["GET", "POST"])
def edit_action(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_action(request.user, slug, to="edit")
    form = ActionForm(typed_in(request), record=found, strategy=found.strategy)

    def deed() -> str:
        operations.change_action(
            action=found, values=form.values, version=form.version_seen, by=signed_in(request.user)
        )
        return page_of_action(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra insatsen"), cancel=page_of_action(found),
        done=_("Ändringen är sparad."), crumbs=trail_to_action(found),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def merge_action(request: HttpRequest, slug: str) -> HttpResponse:
    """First which action is the same, then what will move, then once yes."""
    gone = get_action(request.user, slug, to="edit")
    form = MergeForm(request.GET if "kept" in request.GET else None, gone=gone)
    kept = form.cleaned_data["kept"] if form.is_bound and form.is_valid() else None
    if kept is None:
        shown = {"form": form, "gone": gone, "crumbs": trail_to_action(gone), "cancel": page_of_action(gone)}
        return render(request, "strategy/merge_start.html", shown, status=422 if form.errors else 200)

    def deed() -> str:
        operations.merge_actions(kept=kept, gone=gone, by=signed_in(request.user))
        return page_of_action(kept)

    return confirm_page(
        request, deed=deed, heading=_("Slå ihop insatserna?"), submit=_("Slå ihop"),
        consequences=[
            _("Det som räknas upp flyttas till ”%(title)s”, som också får målen och områdena.")
            % {"title": kept.title_sv},
            _("”%(title)s” lämnar bilden och hänvisar dit.") % {"title": gone.title_sv},
            _("Det går inte att ångra med ett tryck."),
        ],
        cancel=page_of_action(gone), done=_("Insatserna är ihopslagna."), crumbs=trail_to_action(gone),
        template="strategy/merge_confirm.html", context={"kept": kept, "gone": gone, "moving": moving(gone)},
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def strike_action(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_action(request.user, slug, to="edit")
    form = StrikeForm(typed_in(request), initial={"version": found.version})

    def deed() -> str:
        operations.end_action(
            action=found, reason=form.values["reason"], version=form.version_seen, by=signed_in(request.user)
        )
        return page_of_action(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Stryk insatsen"), submit=_("Stryk insatsen"),
        cancel=page_of_action(found), done=_("Insatsen är struken."), crumbs=trail_to_action(found),
        template="strategy/strike.html",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def remove_action(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_action(request.user, slug, to="edit")

    def deed() -> str:
        operations.withdraw_action(action=found, by=signed_in(request.user))
        return reverse("strategy:action-list")

    return confirm_page(
        request, deed=deed, heading=_("Ta bort insatsen?"), submit=_("Ta bort insatsen"),
        consequences=[
            _("Insatsen ”%(title)s” tas bort med sina datum och medel.") % {"title": found.title_sv},
            _("Det går bara om den inte har något läge och ingen organisation. Annars: stryk den eller slå ihop den."),
            _("Vad som stod i den finns kvar i loggen."),
        ],
        cancel=page_of_action(found), done=_("Insatsen är borttagen."), crumbs=trail_to_action(found),
    )  # fmt: skip
