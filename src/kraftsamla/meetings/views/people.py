"""Who took part in a meeting, and what somebody was asked to do there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kraftsamla.accounts.access import signed_in
from kraftsamla.followup.access import get_followup
from kraftsamla.meetings import operations
from kraftsamla.meetings.access import get_attendance, get_meeting
from kraftsamla.meetings.forms import AttendanceForm, PointForm
from kraftsamla.meetings.views.meetings import page_of_meeting, trail
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import do, edit_page


@require_http_methods(["GET", "POST"])
def add_attendance(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    form = AttendanceForm(typed_in(request))

    def deed() -> str:
        operations.record_attendance(meeting=meeting, values=form.values, by=signed_in(request.user))
        return f"{page_of_meeting(meeting)}#deltagare"

    return edit_page(
        request, form=form, deed=deed, heading=_("Ny deltagare"), submit=_("Lägg till deltagaren"),
        cancel=page_of_meeting(meeting), done=_("Deltagaren är tillagd."), crumbs=trail(meeting),
    )  # fmt: skip


@require_POST
def remove_attendance(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    attendance = get_attendance(request.user, slug, pk, to="edit")
    return do(
        request, back=f"{page_of_meeting(attendance.meeting)}#deltagare", done=_("Deltagaren är borttagen."),
        deed=lambda: operations.withdraw_attendance(attendance=attendance, by=signed_in(request.user)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add_followup(request: HttpRequest, slug: str) -> HttpResponse:
    """A follow-up in one line: it is added to the register and said to have come out of this meeting."""
    meeting = get_meeting(request.user, slug, to="edit")
    form = PointForm(typed_in(request))

    def deed() -> str:
        operations.ask_for(meeting=meeting, values=form.values, by=signed_in(request.user))
        return f"{page_of_meeting(meeting)}#uppfoljning"

    return edit_page(
        request, form=form, deed=deed, heading=_("Ny uppföljningspunkt från mötet"), submit=_("Lägg till punkten"),
        cancel=page_of_meeting(meeting), done=_("Uppföljningspunkten är tillagd."), crumbs=trail(meeting),
    )  # fmt: skip


@require_POST
def drop_followup(request: HttpRequest, slug: str, followup_slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    point = get_followup(request.user, followup_slug, to="edit")
    return do(
        request, back=f"{page_of_meeting(meeting)}#uppfoljning", done=_("Punkten hör inte längre till mötet."),
        deed=lambda: operations.unlink_followup(meeting=meeting, followup=point, by=signed_in(request.user)),
    )  # fmt: skip
