"""Carrying a follow-up on: said to be done, handed over, checked by somebody else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kraftsamla.accounts.access import signed_in
from kraftsamla.accounts.rules import Visitor
from kraftsamla.actors.models import Organisation, Representation
from kraftsamla.actors.rules import Voice, voice_of, voice_recorded
from kraftsamla.core.clock import today
from kraftsamla.followup.access import get_carried, get_checkable
from kraftsamla.followup.forms.followups import CheckForm, DoneForm, PassOnForm
from kraftsamla.followup.operations import carrying
from kraftsamla.followup.views.followups import page_of_followup, trail_to_followup
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import edit_page

EDITING = ["GET", "POST"]


def _voice(visitor: Visitor, organisation: Organisation | None) -> Voice | None:
    """The reader's own voice where she represents the organisation; None for a coordinator."""
    if organisation is None:
        return None
    held = Representation.objects.held_by(visitor, at=today()).filter(organisation=organisation)
    mandate = held.select_related("organisation", "user").first()
    return voice_of(mandate) if mandate else None


@require_http_methods(EDITING)
def report_done(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_carried(request.user, slug)
    form = DoneForm(typed_in(request), initial={"version": found.version, "words": found.outcome_sv})

    def deed() -> str:
        carrying.report_followup_done(
            followup=found, words=form.values["words"], version=form.version_seen, by=signed_in(request.user),
            voice=_voice(request.user, found.owner),
        )  # fmt: skip
        return page_of_followup(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Punkten är klar"), submit=_("Uppge som klar"),
        cancel=page_of_followup(found), crumbs=trail_to_followup(found),
        done=_("Noterat. Ska någon kontrollera punkten väntar den på det, annars är den avslutad."),
    )  # fmt: skip


@require_http_methods(EDITING)
def pass_on(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_carried(request.user, slug)
    form = PassOnForm(typed_in(request), initial={"version": found.version})

    def deed() -> str:
        carrying.hand_over_followup(
            followup=found, to=form.values["to"], reason=form.values["words"], version=form.version_seen,
            by=signed_in(request.user), voice=_voice(request.user, found.owner),
        )  # fmt: skip
        return page_of_followup(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Lämna över punkten"), submit=_("Lämna över"),
        cancel=page_of_followup(found), crumbs=trail_to_followup(found), done=_("Punkten är överlämnad."),
    )  # fmt: skip


@require_http_methods(EDITING)
def check(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_checkable(request.user, slug)
    form = CheckForm(typed_in(request), initial={"version": found.version})

    def deed() -> str:
        by = signed_in(request.user)
        assert found.verifier is not None  # what nobody is to check is not fetched
        voice = _voice(request.user, found.verifier) or voice_recorded(found.verifier, name=by.name, title="")
        words, version = form.values["words"], form.version_seen
        if form.values["finding"] == "ja":
            carrying.verify_followup(followup=found, voice=voice, words=words, version=version, by=by)
        else:
            carrying.return_followup(followup=found, voice=voice, reason=words, version=version, by=by)
        return page_of_followup(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Kontrollera punkten"), submit=_("Spara"),
        cancel=page_of_followup(found), crumbs=trail_to_followup(found), done=_("Kontrollen är sparad."),
        template="followup/check.html", context={"followup": found},
    )  # fmt: skip
