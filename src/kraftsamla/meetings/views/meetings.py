"""Meetings: the list, one meeting, and how it is changed and taken back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kraftsamla.accounts.access import admit, signed_in
from kraftsamla.accounts.rules import may_edit
from kraftsamla.core.clock import today
from kraftsamla.meetings import operations
from kraftsamla.meetings.access import get_meeting
from kraftsamla.meetings.forms import (
    AttendanceForm,
    MeetingFilter,
    MeetingForm,
    PointForm,
    QuickDecisionForm,
)
from kraftsamla.meetings.forms.preparing import bodies_to_call
from kraftsamla.meetings.models import Meeting
from kraftsamla.meetings.overviews import MeetingsWanted, meeting_overview, meetings_for
from kraftsamla.meetings.rules import may_run
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, choices_page, confirm_page, edit_page
from kraftsamla.ui.templatetags.ui import partial_date


def page_of_meeting(meeting: Meeting) -> str:
    return reverse("meetings:meeting", args=[meeting.slug])


def trail(meeting: Meeting | None = None) -> Crumbs:
    above = [(_("Möten"), reverse("meetings:meeting-list"))]
    return [*above, (meeting.title, page_of_meeting(meeting))] if meeting else above


@require_safe
def meeting_list(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="view")
    form = MeetingFilter(request.GET, visitor=request.user)
    overview = meetings_for(request.user, MeetingsWanted(**form.asked()), page=request.GET.get("sida", "1"), at=today())
    may_call = may_edit(request.user) or bodies_to_call(request.user).exists()
    return render(request, "meetings/meeting_list.html", {"form": form, "overview": overview, "may_call": may_call})


@require_safe
def meeting_choices(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="view")
    return choices_page(
        request, Meeting.objects.visible_to(request.user), detail=lambda meeting: partial_date(meeting.starts_on)
    )


@require_safe
def meeting(request: HttpRequest, slug: str) -> HttpResponse:
    """How far one meeting has come, and what came of it, with a line each to add what was decided and asked for."""
    found = get_meeting(request.user, slug)
    runs = may_run(request.user, found)
    shown = {
        "overview": meeting_overview(found, at=today(), with_todos=runs),
        "crumbs": trail(),
        "may_run": runs,
        "quick_decision": QuickDecisionForm(auto_id="beslut_%s"),
        "quick_attendance": AttendanceForm(auto_id="deltagare_%s"),
        "quick_followup": PointForm(auto_id="uppfoljning_%s"),
    }
    return render(request, "meetings/meeting.html", shown)


@require_http_methods(["GET", "POST"])
def edit_meeting(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_meeting(request.user, slug, to="edit")
    form = MeetingForm(typed_in(request), record=found)

    def deed() -> str:
        operations.change_meeting(
            meeting=found, values=form.values, version=form.version_seen, by=signed_in(request.user)
        )
        return page_of_meeting(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra mötet"), cancel=page_of_meeting(found),
        done=_("Ändringen är sparad."), crumbs=trail(found),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def remove_meeting(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_meeting(request.user, slug, to="edit")

    def deed() -> str:
        operations.withdraw_meeting(meeting=found, by=signed_in(request.user))
        return reverse("meetings:meeting-list")

    return confirm_page(
        request, deed=deed, heading=_("Ta bort mötet?"), submit=_("Ta bort mötet"),
        consequences=[
            _("Mötet ”%(title)s” tas bort. Det går bara om det inte har några punkter eller deltagare.")
            % {"title": found.title_sv},
            _("Vad som stod om det finns kvar i loggen."),
        ],
        cancel=page_of_meeting(found), done=_("Mötet är borttaget."), crumbs=trail(found),
    )  # fmt: skip
