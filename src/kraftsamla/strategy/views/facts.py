"""What is said about an action in rows of its own: dates, money and who has which part.

The lines on the action's page post here; when something is wrong the same fields come back on a page of their own.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kraftsamla.accounts.access import signed_in
from kraftsamla.strategy import operations
from kraftsamla.strategy.access import get_action, get_assignment, get_date, get_money
from kraftsamla.strategy.forms import DateForm, MoneyForm, PartForm
from kraftsamla.strategy.views.actions import page_of_action, trail_to_action
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import do, edit_page


@require_http_methods(["GET", "POST"])
def add_action_date(request: HttpRequest, slug: str) -> HttpResponse:
    action = get_action(request.user, slug, to="edit")
    form = DateForm(typed_in(request))

    def deed() -> str:
        operations.add_date(action=action, values=form.values, by=signed_in(request.user))
        return f"{page_of_action(action)}#datum"

    return edit_page(
        request, form=form, deed=deed, heading=_("Nytt datum"), submit=_("Lägg till datumet"),
        cancel=page_of_action(action), done=_("Datumet är tillagt."), crumbs=trail_to_action(action),
    )  # fmt: skip


@require_POST
def remove_action_date(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    fact = get_date(request.user, slug, pk, to="edit")
    return do(
        request, deed=lambda: operations.remove_date(fact=fact, by=signed_in(request.user)),
        back=f"{page_of_action(fact.action)}#datum", done=_("Datumet är borttaget."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add_action_money(request: HttpRequest, slug: str) -> HttpResponse:
    action = get_action(request.user, slug, to="edit")
    form = MoneyForm(typed_in(request))

    def deed() -> str:
        operations.add_money(action=action, values=form.values, by=signed_in(request.user))
        return f"{page_of_action(action)}#medel"

    return edit_page(
        request, form=form, deed=deed, heading=_("Nya medel"), submit=_("Lägg till medlen"),
        cancel=page_of_action(action), done=_("Medlen är tillagda."), crumbs=trail_to_action(action),
    )  # fmt: skip


@require_POST
def remove_action_money(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    money = get_money(request.user, slug, pk, to="edit")
    return do(
        request, deed=lambda: operations.remove_money(money=money, by=signed_in(request.user)),
        back=f"{page_of_action(money.action)}#medel", done=_("Medlen är borttagna."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add_part(request: HttpRequest, slug: str) -> HttpResponse:
    action = get_action(request.user, slug, to="edit")
    form = PartForm(typed_in(request))

    def deed() -> str:
        period = {name: form.values[name] for name in ("valid_from", "valid_to")}
        operations.assign(
            action=action, organisation=form.values["organisation"], role=form.values["role"], values=period,
            by=signed_in(request.user),
        )  # fmt: skip
        return f"{page_of_action(action)}#organisationer"

    return edit_page(
        request, form=form, deed=deed, heading=_("Knyt en organisation till insatsen"), submit=_("Knyt organisationen"),
        cancel=page_of_action(action), done=_("Organisationen är knuten till insatsen."),
        crumbs=trail_to_action(action),
    )  # fmt: skip


@require_POST
def remove_part(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    part = get_assignment(request.user, slug, pk, to="edit")
    return do(
        request, deed=lambda: operations.remove_assignment(assignment=part, by=signed_in(request.user)),
        back=f"{page_of_action(part.action)}#organisationer", done=_("Organisationen är borttagen från insatsen."),
    )  # fmt: skip
