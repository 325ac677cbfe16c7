"""A conference's programme, and when and where each session is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kraftsamla.accounts.access import signed_in
from kraftsamla.meetings import operations
from kraftsamla.meetings.access import get_item, get_meeting
from kraftsamla.meetings.forms.programme import SessionForm
from kraftsamla.meetings.models import AgendaItem
from kraftsamla.meetings.overviews.programme import programme_of
from kraftsamla.meetings.rules import may_run
from kraftsamla.meetings.views.meetings import trail
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import edit_page


@require_safe
def programme(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug)
    shown = {
        "meeting": meeting, "crumbs": trail(meeting), "programme": programme_of(meeting),
        "may_run": may_run(request.user, meeting),
    }  # fmt: skip
    return render(request, "meetings/signing/programme.html", shown)


@require_http_methods(["GET", "POST"])
def edit_session(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Day, time, room, area and what it is a part of."""
    item = get_item(request.user, slug, pk, to="edit")
    form = SessionForm(typed_in(request), record=item, meeting=item.meeting)
    back = f"{reverse('meetings:programme', args=[slug])}#p{pk}"

    def deed() -> str:
        current = AgendaItem.objects.select_related("meeting__body").get(pk=pk)
        operations.change_item(item=current, values=form.values, by=signed_in(request.user))
        return back

    return edit_page(
        request, form=form, deed=deed, heading=item.title_sv, cancel=back, done=_("Programmet är ändrat."),
        crumbs=[*trail(item.meeting), (_("Program"), reverse("meetings:programme", args=[slug]))],
    )  # fmt: skip
