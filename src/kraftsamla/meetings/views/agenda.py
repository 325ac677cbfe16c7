"""Points on the agenda and who presented what."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kraftsamla.accounts.access import signed_in
from kraftsamla.meetings import operations
from kraftsamla.meetings.access import get_item, get_meeting, get_presentation
from kraftsamla.meetings.forms import ItemForm, PresentationForm
from kraftsamla.meetings.models import AgendaItem
from kraftsamla.meetings.views.meetings import page_of_meeting, trail
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import do, edit_page


def _at(item: AgendaItem) -> str:
    return f"{page_of_meeting(item.meeting)}#punkt-{item.pk}"


@require_http_methods(["GET", "POST"])
def add_item(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    form = ItemForm(typed_in(request))

    def deed() -> str:
        values = {name: value for name, value in form.values.items() if name != "questions"}
        item = operations.add_item(meeting=meeting, values=values, by=signed_in(request.user))
        if form.values["questions"]:
            operations.ask_at(item=item, questions=form.values["questions"], by=signed_in(request.user))
        return _at(item)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ny punkt"), submit=_("Lägg till punkten"),
        cancel=page_of_meeting(meeting), done=_("Punkten är tillagd."), crumbs=trail(meeting),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def edit_item(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    item = get_item(request.user, slug, pk, to="edit")
    form = ItemForm(typed_in(request), record=item)

    def deed() -> str:
        operations.change_item(item=item, values=form.values, by=signed_in(request.user))
        return _at(item)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra punkten"), cancel=_at(item), done=_("Ändringen är sparad."),
        crumbs=trail(item.meeting),
    )  # fmt: skip


@require_POST
def remove_item(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    item = get_item(request.user, slug, pk, to="edit")
    return do(
        request, deed=lambda: operations.withdraw_item(item=item, by=signed_in(request.user)),
        back=f"{page_of_meeting(item.meeting)}#dagordning", done=_("Punkten är borttagen."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add_presentation(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    item = get_item(request.user, slug, pk, to="edit")
    form = PresentationForm(typed_in(request))

    def deed() -> str:
        operations.add_presentation(item=item, values=form.values, by=signed_in(request.user))
        return _at(item)

    return edit_page(
        request, form=form, deed=deed, heading=_("Vem presenterade vid ”%(item)s”?") % {"item": item},
        submit=_("Lägg till presentationen"), cancel=_at(item), done=_("Presentationen är tillagd."),
        crumbs=trail(item.meeting),
    )  # fmt: skip


@require_POST
def remove_presentation(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    presentation = get_presentation(request.user, slug, pk, to="edit")
    back = f"{page_of_meeting(presentation.item.meeting)}#punkt-{presentation.item_id}"
    return do(
        request, back=back, done=_("Presentationen är borttagen."),
        deed=lambda: operations.withdraw_presentation(presentation=presentation, by=signed_in(request.user)),
    )  # fmt: skip
