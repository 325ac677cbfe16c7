"""The seats of a body: added, changed, moved, ended and taken back."""

from __future__ import annotations

from typing import Literal

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kraftsamla.accounts.access import signed_in
from kraftsamla.bodies import operations
from kraftsamla.bodies.access import get_body, get_seat
from kraftsamla.bodies.forms import EndForm, SeatForm
from kraftsamla.bodies.models import Body
from kraftsamla.bodies.overviews import seat_ending_touches
from kraftsamla.bodies.views.bodies import EDITING, crumbs_to, page_address
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import confirm_page, do, edit_page


def _seats_of(body: Body) -> str:
    return f"{page_address(body)}#platser"


@require_http_methods(EDITING)
def seat_new(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_body(request.user, slug, to="edit")
    form = SeatForm(typed_in(request))

    def deed() -> str:
        operations.add_seat(body=found, values=form.values, by=signed_in(request.user))
        return _seats_of(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ny plats"), cancel=_seats_of(found), crumbs=crumbs_to(found),
        done=_("Platsen är tillagd."),
    )  # fmt: skip


@require_http_methods(EDITING)
def seat_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = get_seat(request.user, slug, pk)
    form = SeatForm(typed_in(request), record=found)

    def deed() -> str:
        operations.change_seat(seat=found, values=form.values, version=form.version_seen, by=signed_in(request.user))
        return _seats_of(found.body)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra platsen"), cancel=_seats_of(found.body),
        crumbs=crumbs_to(found.body), done=_("Ändringen är sparad."), template="bodies/seat_form.html",
        context={"seat": found},
    )  # fmt: skip


@require_http_methods(EDITING)
def seat_end(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = get_seat(request.user, slug, pk)
    form = EndForm(typed_in(request), initial={"version": found.version})
    leaving = [
        _("Förordnandet för %(name)s avslutas samma dag.") % {"name": each.person}
        for each in seat_ending_touches(found)
    ]

    def deed() -> str:
        operations.end_seat(
            seat=found, on=form.values["valid_to"], version=form.version_seen, by=signed_in(request.user)
        )
        return _seats_of(found.body)

    return edit_page(
        request, form=form, deed=deed, heading=_("Avsluta platsen ”%(seat)s”") % {"seat": found}, submit=_("Avsluta"),
        cancel=_seats_of(found.body), crumbs=crumbs_to(found.body), done=_("Platsen är avslutad."),
        template="bodies/end.html", context={"consequences": leaving or [_("Inget annat ändras.")]},
    )  # fmt: skip


@require_POST
def seat_move(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = get_seat(request.user, slug, pk)
    to: Literal["up", "down"] = "up" if request.POST.get("to") == "up" else "down"
    return do(
        request, back=_seats_of(found.body),
        deed=lambda: operations.move_seat(seat=found, to=to, by=signed_in(request.user)),
    )  # fmt: skip


@require_http_methods(EDITING)
def seat_withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = get_seat(request.user, slug, pk)

    def deed() -> str:
        operations.withdraw_seat(seat=found, by=signed_in(request.user))
        return _seats_of(found.body)

    return confirm_page(
        request, deed=deed, heading=_("Ta bort platsen"), submit=_("Ta bort"),
        consequences=[
            _("”%(name)s” tas bort. Det går bara om ingen har suttit på platsen eller nominerats till den.")
            % {"name": found},
            _("Det som stod i posten finns kvar i loggen."),
        ],
        cancel=_seats_of(found.body), crumbs=crumbs_to(found.body), done=_("Platsen är borttagen."),
    )  # fmt: skip
