"""Organisations: the register, a page each, and every deed on them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kraftsamla.accounts.access import admit, signed_in
from kraftsamla.actors import operations
from kraftsamla.actors.access import get_organisation, get_other_name
from kraftsamla.actors.forms import (
    EndOrganisationForm,
    MergeOrganisationForm,
    OrganisationFilter,
    OrganisationForm,
    OtherNameForm,
)
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.overviews import merge_consequences, organisation_overview, organisations_for
from kraftsamla.core.clock import today
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, choices_page, confirm_page, do, edit_page, page_of

EDITING = ["GET", "POST"]


def page_address(organisation: Organisation) -> str:
    return reverse("actors:organisation", args=[organisation.slug])


def crumbs_to(organisation: Organisation | None = None) -> Crumbs:
    above: Crumbs = [(_("Organisationer"), reverse("actors:organisation-list"))]
    return [*above, (organisation.title, page_address(organisation))] if organisation else above


@require_safe
def organisation_list(request: HttpRequest) -> HttpResponse:
    """The register, found by any name and narrowed by sector and kind."""
    admit(request.user, to="view")
    form = OrganisationFilter(request.GET)
    form.full_clean()
    wanted = form.cleaned_data
    found = organisations_for(
        request.user, words=wanted.get("sok", ""), sector=wanted.get("sektor", ""), kind=wanted.get("slag", "")
    )
    return render(request, "actors/organisation_list.html", {"form": form, "page": page_of(request, found)})


@require_safe
def organisation_choices(request: HttpRequest) -> HttpResponse:
    """Organisations whose names hold the letters typed."""
    admit(request.user, to="view")
    found = Organisation.objects.visible_to(request.user).current()
    return choices_page(request, found, detail=lambda organisation: organisation.get_kind_display())


@require_safe
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_organisation(request.user, slug)
    overview = organisation_overview(found, visitor=request.user, at=today())
    context = {"overview": overview, "organisation": found, "crumbs": crumbs_to(), "name_form": OtherNameForm()}
    return render(request, "actors/organisation.html", context)


@require_http_methods(EDITING)
def organisation_new(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="edit")
    form = OrganisationForm(typed_in(request))

    def deed() -> str:
        return page_address(operations.create_organisation(values=form.values, by=signed_in(request.user)))

    return edit_page(
        request, form=form, deed=deed, heading=_("Ny organisation"), cancel=reverse("actors:organisation-list"),
        crumbs=crumbs_to(), done=_("Organisationen är tillagd."),
    )  # fmt: skip


@require_http_methods(EDITING)
def organisation_edit(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_organisation(request.user, slug, to="edit")
    form = OrganisationForm(typed_in(request), record=found)

    def deed() -> str:
        operations.change_organisation(
            organisation=found, values=form.values, version=form.version_seen, by=signed_in(request.user)
        )
        return page_address(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra organisationen"), cancel=page_address(found),
        crumbs=crumbs_to(found), done=_("Ändringen är sparad."),
    )  # fmt: skip


@require_http_methods(EDITING)
def organisation_end(request: HttpRequest, slug: str) -> HttpResponse:
    """Dissolved, or merged into another. Nothing is deleted."""
    found = get_organisation(request.user, slug, to="edit")
    form = EndOrganisationForm(typed_in(request), initial={"version": found.version})

    def deed() -> str:
        operations.end_organisation(
            organisation=found, on=form.values["valid_to"], ending=form.values["ending"],
            successor=form.values["successor"], version=form.version_seen, by=signed_in(request.user),
        )  # fmt: skip
        return page_address(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Avsluta organisationen"), submit=_("Avsluta"),
        cancel=page_address(found), crumbs=crumbs_to(found), done=_("Organisationen är avslutad."),
    )  # fmt: skip


@require_http_methods(EDITING)
def organisation_merge(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose the record that is the same; then see what will move, and be asked once."""
    gone = get_organisation(request.user, slug, to="edit")
    form = MergeOrganisationForm(request.POST if request.POST else (request.GET or None))
    heading = _("Slå ihop med en annan post")
    if not form.is_valid():
        return render(
            request, "actors/merge.html",
            {"form": form, "heading": heading, "cancel": page_address(gone), "record": gone, "crumbs": crumbs_to(gone)},
            status=422 if form.is_bound else 200,
        )  # fmt: skip
    kept: Organisation = form.values["kept"]

    def deed() -> str:
        return page_address(operations.merge_organisations(kept=kept, gone=gone, by=signed_in(request.user)))

    return confirm_page(
        request, deed=deed, heading=heading, consequences=merge_consequences(gone, kept), submit=_("Slå ihop"),
        cancel=page_address(gone), crumbs=crumbs_to(gone), done=_("Posterna är ihopslagna."),
        template="actors/merge_confirm.html", context={"kept": form["kept"].value()},
    )  # fmt: skip


@require_http_methods(EDITING)
def organisation_withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_organisation(request.user, slug, to="edit")

    def deed() -> str:
        operations.withdraw_organisation(organisation=found, by=signed_in(request.user))
        return reverse("actors:organisation-list")

    return confirm_page(
        request, deed=deed, heading=_("Ta bort organisationen"), submit=_("Ta bort"),
        consequences=[
            _("”%(name)s” tas bort. Det går bara om inget annat är knutet till den.") % {"name": found},
            _("Det som stod i posten finns kvar i loggen."),
        ],
        cancel=page_address(found), crumbs=crumbs_to(found), done=_("Organisationen är borttagen."),
    )  # fmt: skip


@require_http_methods(EDITING)
def other_name_add(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_organisation(request.user, slug, to="edit")
    form = OtherNameForm(typed_in(request))

    def deed() -> str:
        operations.add_other_name(organisation=found, **form.values, by=signed_in(request.user))
        return page_address(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Lägg till ett annat namn"), cancel=page_address(found),
        crumbs=crumbs_to(found), done=_("Namnet är tillagt."),
    )  # fmt: skip


@require_POST
def other_name_remove(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    other = get_other_name(request.user, slug, key, to="edit")
    return do(
        request, back=page_address(other.organisation), done=_("Namnet är borttaget."),
        deed=lambda: operations.remove_other_name(other_name=other, by=signed_in(request.user)),
    )  # fmt: skip
