"""Nominations: received, changed, and decided one way or another."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kraftsamla.accounts.access import signed_in
from kraftsamla.bodies import operations
from kraftsamla.bodies.access import get_body, get_nomination, get_seat
from kraftsamla.bodies.forms import AppointNomineeForm, DeclineForm, NominationForm, TakeBackForm
from kraftsamla.bodies.models import Body, Nomination
from kraftsamla.bodies.overviews import nominations_overview
from kraftsamla.bodies.views.bodies import EDITING, crumbs_to, page_address
from kraftsamla.core.clock import today
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, confirm_page, edit_page


def _list_of(body: Body) -> str:
    return reverse("bodies:nomination-list", args=[body.slug])


def _trail(body: Body) -> Crumbs:
    return [*crumbs_to(body), (_("Nomineringar"), _list_of(body))]


@require_safe
def nomination_list(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_body(request.user, slug, to="edit")
    overview = nominations_overview(found, at=today())
    context = {"overview": overview, "body": found, "crumbs": crumbs_to(found)}
    return render(request, "bodies/nominations.html", context)


@require_http_methods(EDITING)
def nomination_new(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    seat = get_seat(request.user, slug, pk)
    initial = {"received_on": today().isoformat(), "nominated_by": seat.nominated_by_id}
    form = NominationForm(typed_in(request), initial=initial)

    def deed() -> str:
        operations.nominate(seat=seat, values=form.values, by=signed_in(request.user))
        return _list_of(seat.body)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ny nominering till ”%(seat)s”") % {"seat": seat},
        cancel=_list_of(seat.body), crumbs=_trail(seat.body), done=_("Nomineringen är antecknad."),
    )  # fmt: skip


@require_http_methods(EDITING)
def nomination_edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = get_nomination(request.user, slug, pk)
    form = NominationForm(typed_in(request), record=found)

    def deed() -> str:
        operations.change_nomination(
            nomination=found, values=form.values, version=form.version_seen, by=signed_in(request.user)
        )
        return _list_of(found.seat.body)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra nomineringen"), cancel=_list_of(found.seat.body),
        crumbs=_trail(found.seat.body), done=_("Ändringen är sparad."),
    )  # fmt: skip


@require_http_methods(EDITING)
def nomination_appoint(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = get_nomination(request.user, slug, pk)
    form = AppointNomineeForm(typed_in(request), nomination=found)

    def deed() -> str:
        operations.appoint_nominee(
            nomination=found, person=form.values["person"], values=form.terms, version=form.version_seen,
            by=signed_in(request.user),
        )  # fmt: skip
        return page_address(found.seat.body)

    says = [_("%(name)s förordnas på platsen ”%(seat)s”.") % {"name": found.name, "seat": found.seat}]
    if found.interests:
        says.append(_("De intressen som angavs i nomineringen följer med till förordnandet."))
    return edit_page(
        request, form=form, deed=deed, heading=_("Förordna %(name)s") % {"name": found.name}, submit=_("Förordna"),
        cancel=_list_of(found.seat.body), crumbs=_trail(found.seat.body), done=_("Förordnandet är tillagt."),
        template="bodies/end.html", context={"consequences": says},
    )  # fmt: skip


@require_http_methods(EDITING)
def nomination_decline(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return _decided(
        request, get_nomination(request.user, slug, pk), form_class=DeclineForm, deed=operations.decline_nomination,
        heading=_("%(name)s utses inte"), done=_("Det är antecknat att den nominerade inte utsågs."),
    )  # fmt: skip


@require_http_methods(EDITING)
def nomination_take_back(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return _decided(
        request, get_nomination(request.user, slug, pk), form_class=TakeBackForm, deed=operations.take_back_nomination,
        heading=_("Nomineringen av %(name)s är återtagen"), done=_("Det är antecknat att nomineringen togs tillbaka."),
    )  # fmt: skip


def _decided(
    request: HttpRequest, found: Nomination, *, form_class: type[TakeBackForm], deed: Callable[..., None],
    heading: str, done: str,
) -> HttpResponse:  # fmt: skip
    form = form_class(typed_in(request), initial={"version": found.version})

    def decide() -> str:
        deed(
            nomination=found, reason=form.values["reason"], on=form.values["decided_on"], version=form.version_seen,
            by=signed_in(request.user),
        )  # fmt: skip
        return _list_of(found.seat.body)

    return edit_page(
        request, form=form, deed=decide, heading=heading % {"name": found.name}, cancel=_list_of(found.seat.body),
        crumbs=_trail(found.seat.body), done=done,
    )  # fmt: skip


@require_http_methods(EDITING)
def nomination_erase(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = get_nomination(request.user, slug, pk)
    body = found.seat.body

    def deed() -> str:
        operations.erase_nomination(nomination=found, by=signed_in(request.user))
        return _list_of(body)

    return confirm_page(
        request, deed=deed, heading=_("Radera nomineringen"), submit=_("Radera"),
        consequences=[
            _("Allt som är antecknat om nomineringen av %(name)s raderas. Det går inte att ångra.")
            % {"name": found.name},
            _("Loggen visar att en nominering har raderats, men inte vems. Ett förordnande påverkas inte."),
        ],
        cancel=_list_of(body), crumbs=_trail(body), done=_("Nomineringen är raderad."),
    )  # fmt: skip
