"""Who may be asked for an organisation: the list, and how a contact is added, changed, ended and erased."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kraftsamla.accounts.access import admit, signed_in
from kraftsamla.actors.access import get_organisation
from kraftsamla.actors.models import Organisation
from kraftsamla.core.clock import today
from kraftsamla.followup import operations
from kraftsamla.followup.access import get_contact
from kraftsamla.followup.forms.contacts import ContactForm
from kraftsamla.followup.overviews.contacts import contacts_of, everything_about
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, confirm_page, edit_page


def page_of_contacts(organisation: Organisation) -> str:
    return reverse("followup:contact-list", args=[organisation.slug])


def _trail(organisation: Organisation, *, inside: bool = False) -> Crumbs:
    above: Crumbs = [
        (_("Organisationer"), reverse("actors:organisation-list")),
        (organisation.title, reverse("actors:organisation", args=[organisation.slug])),
    ]
    return [*above, (_("Kontakter"), page_of_contacts(organisation))] if inside else above


@require_safe
def contact_list(request: HttpRequest, slug: str) -> HttpResponse:
    admit(request.user, to="edit")
    organisation = get_organisation(request.user, slug, to="edit")
    rows = contacts_of(organisation, at=today())
    shown = {"organisation": organisation, "rows": rows, "crumbs": _trail(organisation)}
    return render(request, "followup/contact_list.html", shown)


@require_http_methods(["GET", "POST"])
def contact_add(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = get_organisation(request.user, slug, to="edit")
    form = ContactForm(typed_in(request))

    def deed() -> str:
        operations.create_contact(organisation=organisation, values=form.values, by=signed_in(request.user))
        return page_of_contacts(organisation)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ny kontakt"), cancel=page_of_contacts(organisation),
        crumbs=_trail(organisation, inside=True), done=_("Kontakten är tillagd."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def contact_edit(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_contact(request.user, pk)
    form = ContactForm(typed_in(request), record=found)
    back = page_of_contacts(found.organisation)

    def deed() -> str:
        operations.change_contact(
            contact=found, values=form.values, version=form.version_seen, by=signed_in(request.user)
        )
        return back

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra kontakten"), cancel=back,
        crumbs=_trail(found.organisation, inside=True), done=_("Ändringen är sparad."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def contact_end(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_contact(request.user, pk)
    back = page_of_contacts(found.organisation)

    def deed() -> str:
        operations.end_contact(contact=found, by=signed_in(request.user))
        return back

    return confirm_page(
        request, deed=deed, heading=_("Avsluta kontakten?"), submit=_("Avsluta"), cancel=back,
        consequences=[
            _("%(name)s får inga fler frågor för %(organisation)s.")
            % {"name": found.name, "organisation": found.organisation},
            _("Namn och adress finns kvar tills du raderar personen."),
        ],
        done=_("Kontakten är avslutad."), crumbs=_trail(found.organisation, inside=True),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def contact_erase(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_contact(request.user, pk)
    back = page_of_contacts(found.organisation)

    def deed() -> str:
        operations.erase_person(contact=found, by=signed_in(request.user))
        return back

    return confirm_page(
        request, deed=deed, heading=_("Radera personens uppgifter?"), submit=_("Radera"), cancel=back,
        consequences=[
            _("Alla kontakter med adressen %(email)s raderas, hos alla organisationer.") % {"email": found.email},
            _("Namn och adress stryks ur rundornas svar, och personliga länkar slutar fungera."),
            _("Lägesuppdateringar som redan är godtagna står kvar, med det namn de lämnades i."),
            _("Loggen behåller vem som har fått länkar och skickat in svar."),
            _("Skickade brev raderas under Brev, Mottagare. Det kan inte ångras."),
        ],
        done=_("Uppgifterna är raderade."), crumbs=_trail(found.organisation, inside=True),
    )  # fmt: skip


@require_safe
def contact_export(request: HttpRequest, pk: int) -> HttpResponse:
    """All that is kept about the person, to give to them."""
    found = get_contact(request.user, pk)
    response = JsonResponse(everything_about(found.email), json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = 'attachment; filename="uppgifter.json"'
    return response
