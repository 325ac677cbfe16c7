"""New meetings: from a preset, as a copy, and as a series that is shown before it is made."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from kraftsamla.accounts.access import admit, signed_in
from kraftsamla.accounts.rules import Visitor, may_edit
from kraftsamla.core.errors import Refused
from kraftsamla.core.partial_dates import earliest
from kraftsamla.meetings.access import get_meeting
from kraftsamla.meetings.forms import CopyForm, NewMeetingForm, SeriesForm
from kraftsamla.meetings.forms.preparing import bodies_to_call
from kraftsamla.meetings.operations import preparing
from kraftsamla.meetings.overviews.preparing import Planned, planned
from kraftsamla.meetings.presets import preset_of
from kraftsamla.meetings.views.meetings import page_of_meeting, trail
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import edit_page, gone_well


@require_http_methods(["GET", "POST"])
def add_meeting(request: HttpRequest) -> HttpResponse:
    """A meeting in a few fields; the rest comes from its kind and its body."""
    admit_to_call(request.user)
    body = request.GET.get("organ", "")
    form = NewMeetingForm(typed_in(request), visitor=request.user, initial={"kind": "group_meeting"}, body=body)

    def deed() -> str:
        preset = preset_of(form.values["kind"])
        made = preparing.prepare_meeting(preset=preset, values=form.values, by=signed_in(request.user))
        return page_of_meeting(made)

    return edit_page(
        request, form=form, deed=deed, heading=_("Nytt möte"), submit=_("Lägg till mötet"),
        cancel=reverse("meetings:meeting-list"), done=_("Mötet är tillagt. Här ser du vad som är kvar att göra."),
        crumbs=trail(),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def copy_meeting(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    usual = {"title_sv": meeting.title_sv, "starts_at": meeting.starts_at, "ends_at": meeting.ends_at}
    form = CopyForm(typed_in(request), initial=usual)

    def deed() -> str:
        made = preparing.copy_meeting(meeting=meeting, values=form.values, by=signed_in(request.user))
        return page_of_meeting(made)

    return edit_page(
        request, form=form, deed=deed, heading=_("Nytt möte som liknar det här"), submit=_("Skapa mötet"),
        cancel=page_of_meeting(meeting), done=_("Mötet är skapat."), crumbs=trail(meeting),
        template="meetings/preparing/copy.html", context={"meeting": meeting},
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def make_series(request: HttpRequest, slug: str) -> HttpResponse:
    """First the days are shown; what is made is exactly what was shown."""
    meeting = get_meeting(request.user, slug, to="edit")
    start = earliest(meeting.starts_on)
    form = SeriesForm(
        typed_in(request), start=start, initial={"name": meeting.series or meeting.title_sv, "every": 4, "times": 4}
    )
    refusal, days = "", list[Planned]()
    if form.is_bound and form.is_valid():
        days = planned(meeting, form.days)
        if form.is_seen and "gor" in request.POST:
            try:
                preparing.make_series(
                    meeting=meeting, days=form.days, name=form.values["name"], by=signed_in(request.user)
                )
                told = ngettext("%(number)d möte är skapat.", "%(number)d möten är skapade.", len(days))
                return gone_well(request, reverse("meetings:meeting-list"), told % {"number": len(days)})
            except Refused as refused:
                refusal = refused.message
    shown = {
        "meeting": meeting, "form": form, "days": days, "refusal": refusal, "crumbs": trail(meeting),
        "has_day": len(meeting.starts_on) == len("2026-01-01"),
    }  # fmt: skip
    return render(request, "meetings/preparing/series.html", shown, status=_status(form, refusal))


def admit_to_call(visitor: Visitor) -> None:
    """Whoever may call a meeting of some body: coordinators, and those who may work in one."""
    admit(visitor, to="view")
    if not may_edit(visitor) and not bodies_to_call(visitor).exists():
        raise PermissionDenied


def _status(form: SeriesForm, refusal: str) -> int:
    if refusal:
        return 409
    return 422 if form.errors else 200
