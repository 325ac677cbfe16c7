"""Adjusting: who is named, and the page behind a personal link where exactly the frozen words are read and signed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kraftsamla.accounts.access import signed_in
from kraftsamla.accounts.operations import link_account
from kraftsamla.actors.operations import use_link
from kraftsamla.meetings.access import get_meeting
from kraftsamla.meetings.assembly.law import meaning_of_step
from kraftsamla.meetings.assembly.minutes import word_of
from kraftsamla.meetings.choices import MinutesState, StepKind
from kraftsamla.meetings.choices.minuting import ADJUST_LINK
from kraftsamla.meetings.forms.minuting import AdjusterForm, ObjectForm, OnPaperForm, SignForm
from kraftsamla.meetings.models import Adjuster, Meeting
from kraftsamla.meetings.operations import minuting_adjusters as deeds
from kraftsamla.meetings.overviews.minuting import candidates, frozen_paper
from kraftsamla.meetings.views.commenting import language_of
from kraftsamla.meetings.views.minuting import newest, page_of_minutes, trail_of
from kraftsamla.ui.forms import PlainForm, typed_in
from kraftsamla.ui.pages import behind_link, do, edit_page

#: When the words are shown behind the link: while they are to be signed, and once they are.
READABLE = frozenset({MinutesState.ADJUSTING, MinutesState.ADJUSTED, MinutesState.PUBLISHED, MinutesState.REPLACED})


@require_http_methods(["GET", "POST"])
@behind_link
def adjust(request: HttpRequest, token: str) -> HttpResponse:
    """Read the frozen words, sign them or say what should change. Two buttons, one page, no script."""
    link = use_link(token=token, purpose=ADJUST_LINK)
    rows = Adjuster.objects.select_related("minutes__meeting__body__host", "organisation")
    found = get_object_or_404(rows, pk=link.subject)
    minutes = found.minutes
    objects = request.POST.get("deed") == "object"
    with translation.override(language_of(request, minutes.language)):
        first = {"name": found.name, "title": found.title, "seen": minutes.sha256}
        signing = SignForm(None if objects else typed_in(request), initial=first)
        objecting = ObjectForm(typed_in(request) if objects else None, initial=first)

        def deed() -> str:
            deed_of = deeds.object_to if objects else deeds.sign
            values: dict[str, Any] = (objecting if objects else signing).values
            deed_of(adjuster=found, link=link, by=link_account(), **values)
            return request.get_full_path()

        response = edit_page(
            request, form=objecting if objects else signing, deed=deed, heading=word_of(minutes.meeting),
            cancel="", template="meetings/minuting/adjust_by_link.html",
            context={
                "adjuster": found, "minutes": minutes, "meeting": minutes.meeting, "signing": signing,
                "objecting": objecting, "meaning": meaning_of_step(StepKind.SENT_TO_ADJUST),
                "paper": frozen_paper(minutes) if minutes.state in READABLE and minutes.content else None,
                "asks": minutes.state == MinutesState.ADJUSTING and found.state != "signed",
            },
        )  # fmt: skip
        response.headers["Content-Language"] = translation.get_language() or "sv"
        return response


@require_http_methods(["GET", "POST"])
def add_adjuster(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    found = newest(meeting)
    form = AdjusterForm(typed_in(request), present=candidates(meeting, list(found.adjusters.all())))

    def deed() -> str:
        deeds.name_adjuster(minutes=found, values=_chosen(meeting, form), by=signed_in(request.user))
        return f"{page_of_minutes(meeting)}#justerare"

    return edit_page(
        request, form=form, deed=deed, heading=_("Utse en justerare"), submit=_("Utse"),
        done=_("Justeraren är utsedd."), cancel=f"{page_of_minutes(meeting)}#justerare", crumbs=trail_of(meeting),
    )  # fmt: skip


def _chosen(meeting: Meeting, form: PlainForm) -> dict[str, Any]:
    """What is typed wins over what is known of somebody who was present."""
    values = dict(form.values)
    key = values.pop("present")
    present = meeting.attendance.select_related("person", "organisation", "invitation").filter(pk=key or 0).first()
    if present is None:
        return values
    invited = present.invitation
    return {
        "person": present.person, "organisation": values["organisation"] or present.organisation,
        "name": values["name"] or present.person_name, "title": values["title"] or present.title,
        "email": values["email"] or (invited.email if invited else ""),
    }  # fmt: skip


@require_POST
def remove_adjuster(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = _get(request, slug, pk)
    return do(
        request, back=f"{page_of_minutes(found.minutes.meeting)}#justerare", done=_("Justeraren är borttagen."),
        deed=lambda: deeds.remove_adjuster(adjuster=found, by=signed_in(request.user)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def signed_on_paper(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = _get(request, slug, pk)
    meeting = found.minutes.meeting
    form = OnPaperForm(typed_in(request), initial={"seen": found.minutes.sha256})

    def deed() -> str:
        deeds.record_signature(adjuster=found, by=signed_in(request.user), **form.values)
        return f"{page_of_minutes(meeting)}#justerare"

    return edit_page(
        request, form=form, deed=deed, heading=_("%(name)s har justerat på papper") % {"name": found.name},
        submit=_("Anteckna justeringen"), cancel=f"{page_of_minutes(meeting)}#justerare",
        done=_("Justeringen är antecknad."), crumbs=trail_of(meeting), template="meetings/minuting/step.html",
        context={
            "meaning": meaning_of_step(StepKind.SENT_TO_ADJUST),
            "consequences": [_("Texten som justeras har kontrollsumman %(sum)s.") % {"sum": found.minutes.sha256[:12]}],
        },
    )  # fmt: skip


def _get(request: HttpRequest, slug: str, pk: int) -> Adjuster:
    meeting = get_meeting(request.user, slug, to="edit")
    rows = Adjuster.objects.select_related("minutes__meeting__body")
    return get_object_or_404(rows, minutes__meeting=meeting, pk=pk)
