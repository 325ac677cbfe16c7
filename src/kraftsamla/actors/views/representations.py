"""Which accounts may answer for an organisation."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kraftsamla.accounts.access import signed_in
from kraftsamla.actors import operations
from kraftsamla.actors.access import get_organisation, get_representation
from kraftsamla.actors.forms import RepresentationForm
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import do, edit_page


@require_http_methods(["GET", "POST"])
def representation_add(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = get_organisation(request.user, slug, to="edit")
    form = RepresentationForm(typed_in(request))
    back = reverse("actors:organisation", args=[slug])

    def deed() -> str:
        operations.empower(
            user=form.user, organisation=organisation, title=form.values["title"], by=signed_in(request.user)
        )
        return back

    return edit_page(
        request, form=form, deed=deed, heading=_("Ny företrädare"), submit=_("Lägg till företrädaren"), cancel=back,
        crumbs=[(_("Organisationer"), reverse("actors:organisation-list")), (organisation.title, back)],
        done=_("Kontot kan nu svara för organisationen."),
    )  # fmt: skip


@require_POST
def representation_end(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    found = get_representation(request.user, slug, key, to="edit")
    return do(
        request,
        deed=lambda: operations.end_representation(representation=found, by=signed_in(request.user)),
        back=reverse("actors:organisation", args=[slug]), done=_("Kontot svarar inte längre för organisationen."),
    )  # fmt: skip
