"""Agreements about parts in actions: the list, one of them, and what the office does with it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kraftsamla.accounts.access import admit, signed_in
from kraftsamla.actors.operations import Issued, revoke_links
from kraftsamla.actors.rules import voice_of
from kraftsamla.core.clock import today
from kraftsamla.strategy import operations
from kraftsamla.strategy.access import get_agreement, get_answerable, get_transferable
from kraftsamla.strategy.choices import OFFER_LINK
from kraftsamla.strategy.forms import AssignmentFilter, ConfirmForm, HandOverForm, LinkForm, OfferForm, ReasonForm
from kraftsamla.strategy.models import Assignment
from kraftsamla.strategy.overviews.assignments import (
    AssignmentsWanted,
    assignment_overview,
    assignments_for,
    mandate_of,
)
from kraftsamla.strategy.views.answering import answer_page, answer_with
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, do, edit_page

EDITING = ["GET", "POST"]


def page_of_assignment(assignment: Assignment) -> str:
    return reverse("strategy:assignment", args=[assignment.pk])


def trail_to_assignment(assignment: Assignment | None = None) -> Crumbs:
    above = [(_("Åtaganden"), reverse("strategy:assignment-list"))]
    return [*above, (str(assignment.organisation), page_of_assignment(assignment))] if assignment else above


@require_safe
def assignment_list(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="view")
    form = AssignmentFilter(request.GET)
    wanted = AssignmentsWanted(**form.asked())
    rows = assignments_for(request.user, wanted, page=request.GET.get("sida", "1"), at=today())
    return render(request, "strategy/assignment_list.html", {"form": form, "rows": rows})


@require_safe
def assignment(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_agreement(request.user, pk)
    overview = assignment_overview(found, visitor=request.user, at=today())
    shown = {"overview": overview, "assignment": found, "crumbs": trail_to_assignment()}
    return render(request, "strategy/assignment.html", shown)


@require_http_methods(EDITING)
def offer(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, or ask anew on other terms; what is known of the action and of the last offer is filled in."""
    found = get_agreement(request.user, pk, to="edit")
    form = OfferForm(typed_in(request), initial=_known(found))

    def deed() -> str:
        operations.offer_assignment(
            assignment=found, terms=form.terms, words=form.values["words"], version=form.version_seen,
            by=signed_in(request.user),
        )  # fmt: skip
        return page_of_assignment(found)

    heading = _("Fråga %(name)s") % {"name": found.organisation}
    return edit_page(
        request, form=form, deed=deed, heading=heading, submit=_("Ställ frågan"),
        cancel=page_of_assignment(found), crumbs=trail_to_assignment(found), template="strategy/assignment_offer.html",
        done=_("Frågan är ställd. Gör en personlig länk, eller vänta på att organisationen svarar inloggad."),
        context={"assignment": found},
    )  # fmt: skip


def _known(found: Assignment) -> dict[str, Any]:
    """The last terms; before there are any, what the action's own basis says."""
    terms, action = found.terms, found.action
    if terms is not None:
        return {**{name: getattr(terms, name) for name in OfferForm.Meta.fields}, "version": found.version}
    return {
        "what_sv": action.description_sv or action.title_sv, "steering_basis": action.steering_basis,
        "registry_number": action.registry_number, "version": found.version,
    }  # fmt: skip


@never_cache
@require_http_methods(EDITING)
def offer_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a personal link. The address is shown on this page once, and kept nowhere."""
    found = get_agreement(request.user, pk, to="edit")
    form = LinkForm(typed_in(request))
    made: list[Issued] = []

    def deed() -> str:
        made.append(operations.issue_offer_link(assignment=found, by=signed_in(request.user), **form.values))
        return ""

    response = edit_page(
        request, form=form, deed=deed, heading=_("Personlig länk"), submit=_("Gör en länk"),
        cancel=page_of_assignment(found), crumbs=trail_to_assignment(found), template="strategy/assignment_link.html",
        context={"assignment": found},
    )  # fmt: skip
    if not made:
        return response
    address = f"{settings.SITE_ADDRESS}{reverse('answering:offer', args=[made[0].token])}"
    shown = {"assignment": found, "link": made[0].link, "address": address, "crumbs": trail_to_assignment(found)}
    return render(request, "strategy/assignment_link_made.html", shown)


@require_POST
def revoke_link(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_agreement(request.user, pk, to="edit")
    return do(
        request, deed=lambda: revoke_links(purpose=OFFER_LINK, subject=found, by=signed_in(request.user)),
        back=page_of_assignment(found), done=_("Länkarna är återkallade."),
    )  # fmt: skip


@require_http_methods(EDITING)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """A representative answers; a coordinator writes down an answer that was given elsewhere."""
    found = get_answerable(request.user, pk)
    mandate = mandate_of(request.user, found, at=today())
    form = answer_with(request, found, voice=voice_of(mandate) if mandate else None)
    return answer_page(
        request, found, form, mandate=mandate, by=signed_in(request.user), cancel=page_of_assignment(found),
        crumbs=trail_to_assignment(found),
    )  # fmt: skip


@require_http_methods(EDITING)
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree to the changed terms, seen beside ours."""
    found = get_agreement(request.user, pk, to="edit")
    form = ConfirmForm(typed_in(request), initial={"version": found.version})

    def deed() -> str:
        operations.confirm_changes(
            assignment=found, words=form.values["words"], version=form.version_seen, by=signed_in(request.user)
        )
        return page_of_assignment(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Bekräfta de ändrade villkoren"), submit=_("Bekräfta"),
        cancel=page_of_assignment(found), crumbs=trail_to_assignment(found), done=_("Villkoren är bekräftade."),
        template="strategy/assignment_confirm.html",
        context={"overview": assignment_overview(found, visitor=request.user, at=today())},
    )  # fmt: skip


@require_http_methods(EDITING)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_agreement(request.user, pk, to="edit")
    form = ReasonForm(typed_in(request), initial={"version": found.version})

    def deed() -> str:
        operations.withdraw_offer(
            assignment=found, reason=form.values["words"], version=form.version_seen, by=signed_in(request.user)
        )
        return page_of_assignment(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Återkalla frågan"), submit=_("Återkalla frågan"),
        cancel=page_of_assignment(found), crumbs=trail_to_assignment(found), done=_("Frågan är återkallad."),
    )  # fmt: skip


@require_http_methods(EDITING)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_agreement(request.user, pk, to="edit")
    form = ReasonForm(typed_in(request), initial={"version": found.version})

    def deed() -> str:
        operations.end_assignment(
            assignment=found, reason=form.values["words"], version=form.version_seen, by=signed_in(request.user)
        )
        return page_of_assignment(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Avsluta åtagandet"), submit=_("Avsluta åtagandet"),
        cancel=page_of_assignment(found), crumbs=trail_to_assignment(found), done=_("Åtagandet är avslutat."),
    )  # fmt: skip


@require_http_methods(EDITING)
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_transferable(request.user, pk)
    mandate = mandate_of(request.user, found, at=today())
    form = HandOverForm(typed_in(request), initial={"version": found.version})

    def deed() -> str:
        new = operations.hand_over_assignment(
            assignment=found, to=form.values["to"], reason=form.values["words"], version=form.version_seen,
            voice=voice_of(mandate) if mandate else None, by=signed_in(request.user),
        )  # fmt: skip
        return page_of_assignment(new)

    return edit_page(
        request, form=form, deed=deed, heading=_("Lämna över åtagandet"), submit=_("Lämna över"),
        cancel=page_of_assignment(found), crumbs=trail_to_assignment(found),
        done=_("Åtagandet är överlämnat. Den nya organisationen är tillfrågad och har inte åtagit sig något ännu."),
    )  # fmt: skip
