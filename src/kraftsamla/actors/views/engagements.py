"""Who works where."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kraftsamla.accounts.access import admit, signed_in
from kraftsamla.actors import operations
from kraftsamla.actors.access import get_engagement, get_organisation, get_person
from kraftsamla.actors.forms import EngagementForm
from kraftsamla.actors.views.people import crumbs_to, page_address
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import confirm_page, edit_page, safe_back

EDITING = ["GET", "POST"]


@require_http_methods(EDITING)
def engagement_new(request: HttpRequest) -> HttpResponse:
    """``?person=`` and ``?organisation=`` fill in the one that the page one came from is about."""
    admit(request.user, to="edit")
    initial: dict[str, object] = {}
    if slug := request.GET.get("person"):
        initial["person"] = get_person(request.user, slug)
    if slug := request.GET.get("organisation"):
        initial["organisation"] = get_organisation(request.user, slug)
    form = EngagementForm(typed_in(request), initial=initial)
    back = safe_back(request, otherwise=reverse("actors:person-list"))

    def deed() -> str:
        created = operations.create_engagement(values=form.values, by=signed_in(request.user))
        return safe_back(request, otherwise=page_address(created.person))

    return edit_page(
        request, form=form, deed=deed, heading=_("Ny anställning eller nytt uppdrag"), cancel=back,
        crumbs=crumbs_to(), done=_("Uppdraget är tillagt."),
    )  # fmt: skip


@require_http_methods(EDITING)
def engagement_edit(request: HttpRequest, key: int) -> HttpResponse:
    found = get_engagement(request.user, key, to="edit")
    form = EngagementForm(typed_in(request), record=found)
    back = safe_back(request, otherwise=page_address(found.person))

    def deed() -> str:
        operations.change_engagement(
            engagement=found, values=form.values, version=form.version_seen, by=signed_in(request.user)
        )
        return back

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra anställningen eller uppdraget"), cancel=back,
        crumbs=crumbs_to(found.person), done=_("Ändringen är sparad."), template="actors/engagement_form.html",
        context={"withdraw": reverse("actors:engagement-withdraw", args=[key])},
    )  # fmt: skip


@require_http_methods(EDITING)
def engagement_withdraw(request: HttpRequest, key: int) -> HttpResponse:
    found = get_engagement(request.user, key, to="edit")
    back = page_address(found.person)

    def deed() -> str:
        operations.withdraw_engagement(engagement=found, by=signed_in(request.user))
        return back

    return confirm_page(
        request, deed=deed, heading=_("Ta bort uppdraget"), submit=_("Ta bort"),
        consequences=[
            _("”%(name)s” tas bort. Har uppdraget upphört ska det i stället få ett slutdatum.") % {"name": found},
            _("Det som stod i posten finns kvar i loggen."),
        ],
        cancel=back, crumbs=crumbs_to(found.person), done=_("Uppdraget är borttaget."),
    )  # fmt: skip
