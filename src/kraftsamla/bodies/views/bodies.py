"""Bodies: the list, one body as it is or was, and how it is added, changed, ended and taken back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from kraftsamla.accounts.access import admit, signed_in
from kraftsamla.bodies import operations
from kraftsamla.bodies.access import get_body
from kraftsamla.bodies.forms import BodyForm, DateForm, EndForm
from kraftsamla.bodies.models import Body
from kraftsamla.bodies.overviews import bodies_for, body_overview, ending_touches, sitting_overview
from kraftsamla.core.clock import today
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, confirm_page, edit_page, page_of

EDITING = ["GET", "POST"]


def page_address(body: Body) -> str:
    return reverse("bodies:body", args=[body.slug])


def crumbs_to(body: Body | None = None) -> Crumbs:
    above: Crumbs = [(_("Organ"), reverse("bodies:body-list"))]
    return [*above, (body.name, page_address(body))] if body else above


@require_safe
def body_list(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="view")
    return render(request, "bodies/body_list.html", {"page": page_of(request, bodies_for(request.user))})


@require_safe
def body(request: HttpRequest, slug: str) -> HttpResponse:
    """One body today, or on the date in ``?datum=``."""
    found = get_body(request.user, slug)
    form = DateForm(request.GET if "datum" in request.GET else None)
    overview = body_overview(found, visitor=request.user, on=form.asked(), at=today())
    shown = {"overview": overview, "body": found, "date_form": form, "crumbs": crumbs_to()}
    return render(request, "bodies/body.html", shown)


@require_safe
def sitting(request: HttpRequest, slug: str) -> HttpResponse:
    """Everybody who sits or has sat, over the years."""
    found = get_body(request.user, slug)
    context = {"overview": sitting_overview(found, at=today()), "body": found, "crumbs": crumbs_to(found)}
    return render(request, "bodies/sitting.html", context)


@require_http_methods(EDITING)
def body_new(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="edit")
    form = BodyForm(typed_in(request))

    def deed() -> str:
        return page_address(operations.create_body(values=form.values, by=signed_in(request.user)))

    return edit_page(
        request, form=form, deed=deed, heading=_("Nytt organ"), cancel=reverse("bodies:body-list"),
        crumbs=crumbs_to(), done=_("Organet är tillagt."),
    )  # fmt: skip


@require_http_methods(EDITING)
def body_edit(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_body(request.user, slug, to="edit")
    form = BodyForm(typed_in(request), record=found)

    def deed() -> str:
        operations.change_body(body=found, values=form.values, version=form.version_seen, by=signed_in(request.user))
        return page_address(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra organet"), cancel=page_address(found),
        crumbs=crumbs_to(found), done=_("Ändringen är sparad."),
    )  # fmt: skip


@require_http_methods(EDITING)
def body_end(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_body(request.user, slug, to="edit")
    form = EndForm(typed_in(request), initial={"version": found.version})

    def deed() -> str:
        operations.end_body(
            body=found, on=form.values["valid_to"], version=form.version_seen, by=signed_in(request.user)
        )
        return page_address(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Avsluta organet"), submit=_("Avsluta"), cancel=page_address(found),
        crumbs=crumbs_to(found), done=_("Organet är avslutat."), template="bodies/end.html",
        context={"consequences": _ending_says(found)},
    )  # fmt: skip


def _ending_says(found: Body) -> list[str]:
    appointments, seats = ending_touches(found, at=today())
    says = []
    if appointments:
        says.append(
            ngettext(
                "%(number)s förordnande som löper avslutas samma dag.",
                "%(number)s förordnanden som löper avslutas samma dag.",
                appointments,
            )
            % {"number": appointments}
        )
    if seats:
        words = ngettext("%(number)s plats avslutas samma dag.", "%(number)s platser avslutas samma dag.", seats)
        says.append(words % {"number": seats})
    return says or [_("Inget annat ändras.")]


@require_http_methods(EDITING)
def body_withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_body(request.user, slug, to="edit")

    def deed() -> str:
        operations.withdraw_body(body=found, by=signed_in(request.user))
        return reverse("bodies:body-list")

    return confirm_page(
        request, deed=deed, heading=_("Ta bort organet"), submit=_("Ta bort"),
        consequences=[
            _("”%(name)s” tas bort. Det går bara om organet inte har platser, förordnanden eller möten.")
            % {"name": found},
            _("Det som stod i posten finns kvar i loggen."),
        ],
        cancel=page_address(found), crumbs=crumbs_to(found), done=_("Organet är borttaget."),
    )  # fmt: skip
