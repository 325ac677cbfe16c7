"""The agenda: written, timed and ordered on one page, with what waits to be taken up; and who presents what."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from kraftsamla.accounts.access import signed_in
from kraftsamla.accounts.models import User
from kraftsamla.core.clock import today
from kraftsamla.core.errors import Refused
from kraftsamla.meetings.access import get_item, get_meeting, get_presentation
from kraftsamla.meetings.forms import AgendaForm, ItemForm, PresentationForm, ProposalsForm
from kraftsamla.meetings.models import AgendaItem, Meeting
from kraftsamla.meetings.operations import agenda as deeds
from kraftsamla.meetings.operations import preparing
from kraftsamla.meetings.overviews.preparing import AgendaOverview, agenda_overview, proposals_overview
from kraftsamla.meetings.rules import may_run
from kraftsamla.meetings.views.meetings import trail
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import do, edit_page, gone_well

MOVES = {"upp": -1, "ner": 1}


def page_of_agenda(meeting: Meeting, item: AgendaItem | None = None) -> str:
    return reverse("meetings:agenda", args=[meeting.slug]) + (f"#punkt-{item.pk}" if item else "")


@require_http_methods(["GET", "POST"])
def agenda(request: HttpRequest, slug: str) -> HttpResponse:
    """All lines are saved together, whichever button is pressed, so that nothing that was typed is lost."""
    meeting = get_meeting(request.user, slug, to="edit" if request.method == "POST" else "view")
    overview = agenda_overview(meeting, at=today())
    form = AgendaForm(typed_in(request), items=overview.items)
    refusal, status = "", 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        try:
            back = _save(meeting, form, asked=request.POST.get("gor", ""), by=signed_in(request.user))
            return gone_well(request, back, _("Dagordningen är sparad."))
        except ValidationError as error:
            form.take_errors(error)
        except Refused as refused:
            refusal, status = refused.message, 409
    runs = may_run(request.user, meeting)
    shown = {
        "overview": overview, "form": form, "refusal": refusal, "may_run": runs, "crumbs": trail(meeting),
        "lines": _lines(overview, form, runs=runs), "new": form.line("ny"),
    }  # fmt: skip
    return render(request, "meetings/preparing/agenda.html", shown, status=status)


def _lines(overview: AgendaOverview, form: AgendaForm, *, runs: bool) -> list[dict[str, Any]]:
    return [
        {
            "row": row, "line": form.line(row.item.pk) if runs else {},
            "presenter": PresentationForm(auto_id=f"p{row.item.pk}_%s") if runs else None,
        }
        for row in overview.times.flat()
    ]  # fmt: skip


@transaction.atomic
def _save(meeting: Meeting, form: AgendaForm, *, asked: str, by: User) -> str:
    """Write what was changed, add what was written, then do what the button says; where to go."""
    for item, values in form.changes():
        deeds.change_item(item=item, values=values, by=by)
    added = form.added()
    if added is not None:
        return page_of_agenda(meeting, preparing.add_point(meeting=meeting, values=added, by=by))
    deed, _sign, key = asked.partition("-")
    chosen = next((item for item in form.items if str(item.pk) == key), None)
    if chosen is not None and deed in MOVES:
        preparing.move_item(item=chosen, steps=MOVES[deed], by=by)
    elif chosen is not None and deed == "bort":
        preparing.remove_point(item=chosen, by=by)
        return page_of_agenda(meeting)
    return page_of_agenda(meeting, chosen)


@require_POST
def order(request: HttpRequest, slug: str) -> HttpResponse:
    """The points in the order in which they were dragged."""
    meeting = get_meeting(request.user, slug, to="edit")
    keys = [int(each) for each in request.POST.get("ordning", "").split(",") if each.isdigit()]
    return do(
        request, back=page_of_agenda(meeting), done=_("Ordningen är sparad."),
        deed=lambda: preparing.order_agenda(meeting=meeting, keys=keys, by=signed_in(request.user)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def proposals(request: HttpRequest, slug: str) -> HttpResponse:
    """What waits to be taken up: tick, and say where."""
    meeting = get_meeting(request.user, slug, to="edit")
    overview = proposals_overview(meeting, at=today())
    form = ProposalsForm(typed_in(request), proposals=overview.proposals, items=overview.items)
    if form.is_bound and form.is_valid():
        picks = [preparing.Pick(proposal, at) for proposal, at in form.chosen()]
        number = preparing.take_up(meeting=meeting, picks=picks, by=signed_in(request.user))
        told = ngettext("%(number)d ärende är uppfört.", "%(number)d ärenden är uppförda.", number) % {"number": number}
        return gone_well(request, page_of_agenda(meeting), told if number else _("Inget ärende valdes."))
    shown = {"meeting": meeting, "form": form, "crumbs": [*trail(meeting), (_("Dagordning"), page_of_agenda(meeting))]}
    return render(
        request, "meetings/preparing/proposals.html", shown, status=422 if form.is_bound else 200
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add_item(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    form = ItemForm(typed_in(request), meeting=meeting)

    def deed() -> str:
        item = preparing.add_point(meeting=meeting, values=form.values, by=signed_in(request.user))
        return page_of_agenda(meeting, item)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ny punkt"), submit=_("Lägg till punkten"),
        cancel=page_of_agenda(meeting), done=_("Punkten är tillagd."), crumbs=trail(meeting),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def edit_item(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    item = get_item(request.user, slug, pk, to="edit")
    form = ItemForm(typed_in(request), meeting=item.meeting, record=item)

    def deed() -> str:
        deeds.change_item(item=item, values=form.values, by=signed_in(request.user))
        return page_of_agenda(item.meeting, item)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra punkten"), cancel=page_of_agenda(item.meeting, item),
        done=_("Ändringen är sparad."), crumbs=trail(item.meeting),
    )  # fmt: skip


@require_POST
def remove_item(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    item = get_item(request.user, slug, pk, to="edit")
    return do(
        request, deed=lambda: preparing.remove_point(item=item, by=signed_in(request.user)),
        back=page_of_agenda(item.meeting), done=_("Punkten är borttagen."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add_presentation(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    item = get_item(request.user, slug, pk, to="edit")
    form = PresentationForm(typed_in(request))

    def deed() -> str:
        deeds.add_presentation(item=item, values=form.values, by=signed_in(request.user))
        return page_of_agenda(item.meeting, item)

    return edit_page(
        request, form=form, deed=deed, heading=_("Vem presenterar vid ”%(item)s”?") % {"item": item},
        submit=_("Lägg till presentationen"), cancel=page_of_agenda(item.meeting, item),
        done=_("Presentationen är tillagd."), crumbs=trail(item.meeting),
    )  # fmt: skip


@require_POST
def remove_presentation(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    presentation = get_presentation(request.user, slug, pk, to="edit")
    item = presentation.item
    return do(
        request, back=page_of_agenda(item.meeting, item), done=_("Presentationen är borttagen."),
        deed=lambda: deeds.withdraw_presentation(presentation=presentation, by=signed_in(request.user)),
    )  # fmt: skip
