"""Who is here: one list, one key each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kraftsamla.accounts.access import signed_in
from kraftsamla.core.errors import Refused
from kraftsamla.meetings import operations
from kraftsamla.meetings.access import get_attendance, get_meeting
from kraftsamla.meetings.choices import Mode
from kraftsamla.meetings.choices.leading import Mark
from kraftsamla.meetings.forms.attendance import AttendanceChangeForm
from kraftsamla.meetings.forms.leading import AttendanceFilter, GuestForm, MarkForm, SubstituteForm
from kraftsamla.meetings.models import Attendance, Invitation, Meeting
from kraftsamla.meetings.overviews.leading import AttendanceWanted, Line, attendance_list, line_of, stamp_of
from kraftsamla.meetings.views.leading.answers import refused
from kraftsamla.meetings.views.meetings import trail
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, edit_page, gone_well


def page_of_attendance(meeting: Meeting) -> str:
    return reverse("meetings:now-attendance", args=[meeting.slug])


def show(
    request: HttpRequest, meeting: Meeting, *, guest: GuestForm | None = None, refusal: str = "", status: int = 200
) -> HttpResponse:
    """The list; asked by the page's own polling with the stamp it has (``?v=``), nothing when nothing has happened."""
    stamp = stamp_of(meeting)
    if request.headers.get("HX-Request") and request.GET.get("v") == stamp:
        return HttpResponse(status=204)
    wanted = AttendanceWanted(**AttendanceFilter(request.GET).asked())
    shown: dict[str, Any] = {
        "meeting": meeting, "crumbs": _crumbs(meeting), "stamp": stamp, "wanted": wanted, "refusal": refusal,
        "overview": attendance_list(meeting, wanted), "may_run": True,
        "guest": guest or GuestForm(auto_id="gast_%s", initial={"mode": Mode.ROOM}),
    }  # fmt: skip
    return render(request, "meetings/leading/attendance.html", shown, status=status)


@require_safe
def attendance(request: HttpRequest, slug: str) -> HttpResponse:
    return show(request, get_meeting(request.user, slug, to="edit"))


@require_POST
def mark_invited(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    invitation = get_object_or_404(_invited(meeting), pk=pk)

    def deed(mark: Mark, at: Any) -> Line:
        operations.mark_invited(invitation=invitation, mark=mark, at=at, by=signed_in(request.user))
        return line_of(invitation=invitation)

    return _mark(request, meeting, deed, otherwise=lambda: line_of(invitation=invitation))


@require_POST
def mark_attendance(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = get_attendance(request.user, slug, pk, to="edit")

    def deed(mark: Mark, at: Any) -> Line | None:
        kept = operations.mark_attendance(attendance=found, mark=mark, at=at, by=signed_in(request.user))
        return line_of(attendance=kept) if kept else None

    return _mark(request, found.meeting, deed, otherwise=lambda: line_of(attendance=found))


def _mark(
    request: HttpRequest, meeting: Meeting, deed: Callable[[Mark, Any], Line | None], *, otherwise: Callable[[], Line]
) -> HttpResponse:
    """The line anew for the script; the page for those without, with the letters they had typed."""
    form = MarkForm(request.POST)
    refusal, status, line = "", 200, None
    if form.is_valid():
        try:
            line = deed(Mark(form.values["mark"]), form.values["at"])
        except (ValidationError, Refused) as error:
            status = refused(form, error)
    else:
        status = 422
    if status != 200:
        refusal, line = " ".join(str(each) for errors in form.errors.values() for each in errors), otherwise()
    if not request.headers.get("HX-Request"):
        if refusal:
            return show(request, meeting, refusal=refusal, status=status)
        asked = urlencode({name: request.GET[name] for name in ("sok", "visa") if request.GET.get(name)})
        place = f"#rad-{line.key}" if line else ""
        return HttpResponseRedirect(f"{page_of_attendance(meeting)}{'?' + asked if asked else ''}{place}")
    heads = attendance_list(meeting, AttendanceWanted())
    shown = {"meeting": meeting, "line": line, "overview": heads, "refusal": refusal, "oob": True}
    return render(request, "meetings/leading/marked.html", shown)


@require_POST
def add_guest(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    form = GuestForm(request.POST, auto_id="gast_%s")
    status = 422
    if form.is_valid():
        typed = {**form.values, "mode": Mode(form.values["mode"])}
        try:
            operations.add_guest(meeting=meeting, by=signed_in(request.user), **typed)
        except (ValidationError, Refused) as error:
            status = refused(form, error)
        else:
            told = _("%(name)s är antecknad som gäst.") % {"name": form.values["name"]}
            return gone_well(request, f"{page_of_attendance(meeting)}#gast", told)
    return show(request, meeting, guest=form, status=status)


@require_http_methods(["GET", "POST"])
def seat_substitute(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    invitation = get_object_or_404(_invited(meeting), pk=pk)
    form = SubstituteForm(typed_in(request), initial={"mode": Mode.ROOM})

    def deed() -> str:
        typed = {**form.values, "mode": Mode(form.values["mode"])}
        operations.seat_substitute(invitation=invitation, by=signed_in(request.user), **typed)
        return page_of_attendance(meeting)

    return edit_page(
        request, form=form, deed=deed, heading=_("Vem kommer i stället för %(name)s?") % {"name": invitation.name},
        submit=_("Anteckna ersättaren"), cancel=page_of_attendance(meeting), crumbs=_crumbs(meeting),
        done=_("Ersättaren är antecknad, och den ordinarie har anmält förhinder."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def edit_attendance(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Everything a line says: names, role, times. Also one that was read in from earlier minutes."""
    found = get_attendance(request.user, slug, pk, to="edit")
    form = AttendanceChangeForm(typed_in(request), record=found)

    def deed() -> str:
        operations.change_attendance(
            attendance=Attendance.objects.get(pk=found.pk), values=form.values, by=signed_in(request.user)
        )
        return page_of_attendance(found.meeting)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra uppgifterna om %(name)s") % {"name": found},
        cancel=page_of_attendance(found.meeting), done=_("Ändringen är sparad."), crumbs=_crumbs(found.meeting),
    )  # fmt: skip


def _invited(meeting: Meeting) -> Any:
    people = Invitation.objects.filter(meeting=meeting, withdrawn_at=None)
    return people.select_related("meeting__body", "person", "organisation", "substitute_for__organisation")


def _crumbs(meeting: Meeting) -> Crumbs:
    return [*trail(meeting), (_("Pågår nu"), reverse("meetings:now", args=[meeting.slug]))]
