"""What a meeting decided."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kraftsamla.accounts.access import signed_in
from kraftsamla.meetings import operations
from kraftsamla.meetings.access import get_decision, get_meeting
from kraftsamla.meetings.forms import DecisionForm
from kraftsamla.meetings.operations import agenda as deeds
from kraftsamla.meetings.views.meetings import page_of_meeting, trail
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import do, edit_page


@require_http_methods(["GET", "POST"])
def add_decision(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    form = DecisionForm(typed_in(request), meeting=meeting)

    def deed() -> str:
        operations.add_decision(meeting=meeting, values=form.values, by=signed_in(request.user))
        return f"{page_of_meeting(meeting)}#beslut"

    return edit_page(
        request, form=form, deed=deed, heading=_("Nytt beslut"), submit=_("Lägg till beslutet"),
        cancel=page_of_meeting(meeting), done=_("Beslutet är tillagt."), crumbs=trail(meeting),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def edit_decision(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    decision = get_decision(request.user, slug, pk, to="edit")
    meeting = decision.meeting
    form = DecisionForm(typed_in(request), meeting=meeting, record=decision)

    def deed() -> str:
        deeds.change_decision(decision=decision, values=form.values, by=signed_in(request.user))
        return f"{page_of_meeting(meeting)}#beslut-{decision.pk}"

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra beslutet"), cancel=f"{page_of_meeting(meeting)}#beslut",
        done=_("Ändringen är sparad."), crumbs=trail(meeting),
    )  # fmt: skip


@require_POST
def remove_decision(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    decision = get_decision(request.user, slug, pk, to="edit")
    return do(
        request, back=f"{page_of_meeting(decision.meeting)}#beslut", done=_("Beslutet är borttaget."),
        deed=lambda: operations.withdraw_decision(decision=decision, by=signed_in(request.user)),
    )  # fmt: skip
