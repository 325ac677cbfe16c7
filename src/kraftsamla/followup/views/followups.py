"""What is to be followed up: the list, one point, and how it is added, changed, closed and taken back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kraftsamla.accounts.access import admit, signed_in
from kraftsamla.core.clock import today
from kraftsamla.followup.access import get_followup
from kraftsamla.followup.forms.followups import ClosedFollowUpForm, CloseForm, FollowUpFilter, FollowUpForm
from kraftsamla.followup.models import FollowUp
from kraftsamla.followup.operations import followups as operations
from kraftsamla.followup.overviews.followups import FollowUpsWanted, followup_overview, followups_for
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, choices_page, confirm_page, edit_page


def page_of_followup(followup: FollowUp) -> str:
    return reverse("followup:followup", args=[followup.slug])


def trail_to_followup(followup: FollowUp | None = None) -> Crumbs:
    above = [(_("Att följa upp"), reverse("followup:followup-list"))]
    return [*above, (followup.what_sv, page_of_followup(followup))] if followup else above


@require_safe
def followup_list(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="view")
    form = FollowUpFilter(request.GET)
    wanted = FollowUpsWanted(**form.asked())
    rows = followups_for(request.user, wanted, page=request.GET.get("sida", "1"), at=today())
    return render(request, "followup/followup_list.html", {"form": form, "rows": rows, "wanted": wanted})


@require_safe
def followup_choices(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="view")
    return choices_page(request, FollowUp.objects.visible_to(request.user), detail=lambda followup: followup.asked_of)


@require_safe
def followup(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_followup(request.user, slug)
    shown = {"overview": followup_overview(found, visitor=request.user, at=today()), "crumbs": trail_to_followup()}
    return render(request, "followup/followup.html", shown)


@require_http_methods(["GET", "POST"])
def add_followup(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="edit")
    form = FollowUpForm(typed_in(request), initial={"asked_on": today().isoformat()})

    def deed() -> str:
        return page_of_followup(operations.create_followup(values=form.values, by=signed_in(request.user)))

    return edit_page(
        request, form=form, deed=deed, heading=_("Ny uppföljningspunkt"), submit=_("Lägg till punkten"),
        cancel=reverse("followup:followup-list"), done=_("Punkten är tillagd."), crumbs=trail_to_followup(),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def edit_followup(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_followup(request.user, slug, to="edit")
    kind = ClosedFollowUpForm if found.closed_on else FollowUpForm
    form = kind(typed_in(request), record=found)

    def deed() -> str:
        operations.change_followup(
            followup=found, values=form.values, version=form.version_seen, by=signed_in(request.user)
        )
        return page_of_followup(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra uppföljningspunkten"), cancel=page_of_followup(found),
        done=_("Ändringen är sparad."), crumbs=trail_to_followup(found),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def close_followup(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_followup(request.user, slug, to="edit")
    form = CloseForm(typed_in(request), record=found, initial={"closed_on": found.closed_on or today().isoformat()})

    def deed() -> str:
        values = form.values
        operations.close_followup(
            followup=found, on=values["closed_on"], outcome_sv=values["outcome_sv"], outcome_en=values["outcome_en"],
            version=form.version_seen, by=signed_in(request.user),
        )  # fmt: skip
        return page_of_followup(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Avsluta uppföljningspunkten"), submit=_("Avsluta punkten"),
        cancel=page_of_followup(found), done=_("Punkten är avslutad."), crumbs=trail_to_followup(found),
        template="followup/close.html", context={"followup": found},
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def remove_followup(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_followup(request.user, slug, to="edit")

    def deed() -> str:
        operations.withdraw_followup(followup=found, by=signed_in(request.user))
        return reverse("followup:followup-list")

    return confirm_page(
        request, deed=deed, heading=_("Ta bort uppföljningspunkten?"), submit=_("Ta bort punkten"),
        consequences=[
            _("Punkten ”%(title)s” tas bort, också från de möten där den kom till.") % {"title": found.what_sv},
            _("Är den klar ska den avslutas i stället, så att det syns vad den ledde till."),
            _("Vad som stod i den finns kvar i loggen."),
        ],
        cancel=page_of_followup(found), done=_("Punkten är borttagen."), crumbs=trail_to_followup(found),
    )  # fmt: skip
