"""People in public roles: the register, a page each, and every deed on them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kraftsamla.accounts.access import admit, signed_in
from kraftsamla.actors import operations
from kraftsamla.actors.access import get_person
from kraftsamla.actors.forms import MergePersonForm, PersonFilter, PersonForm, SpellingForm
from kraftsamla.actors.models import Person
from kraftsamla.actors.overviews import merge_consequences, people_for, person_overview
from kraftsamla.core.clock import today
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, choices_page, confirm_page, edit_page, page_of

EDITING = ["GET", "POST"]


def page_address(person: Person) -> str:
    return reverse("actors:person", args=[person.slug])


def crumbs_to(person: Person | None = None) -> Crumbs:
    above = [(_("Personer"), reverse("actors:person-list"))]
    return [*above, (str(person), page_address(person))] if person else above


@require_safe
def person_list(request: HttpRequest) -> HttpResponse:
    """The register, found by any spelling."""
    admit(request.user, to="view")
    form = PersonFilter(request.GET)
    form.full_clean()
    found = people_for(request.user, words=form.cleaned_data.get("sok", ""))
    return render(request, "actors/person_list.html", {"form": form, "page": page_of(request, found)})


@require_safe
def person_choices(request: HttpRequest) -> HttpResponse:
    """People whose names hold the letters typed, with where they work."""
    admit(request.user, to="view")
    found = people_for(request.user)
    return choices_page(
        request, found, detail=lambda person: ", ".join(str(each.organisation) for each in person.engagements.all()[:2])
    )


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_person(request.user, slug)
    overview = person_overview(found, visitor=request.user, at=today())
    return render(request, "actors/person.html", {"overview": overview, "person": found, "crumbs": crumbs_to()})


@require_http_methods(EDITING)
def person_new(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="edit")
    form = PersonForm(typed_in(request))

    def deed() -> str:
        return page_address(operations.create_person(values=form.values, by=signed_in(request.user)))

    return edit_page(
        request, form=form, deed=deed, heading=_("Ny person"), cancel=reverse("actors:person-list"),
        crumbs=crumbs_to(), done=_("Personen är tillagd."),
    )  # fmt: skip


@require_http_methods(EDITING)
def person_edit(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_person(request.user, slug, to="edit")
    form = PersonForm(typed_in(request), record=found)

    def deed() -> str:
        operations.change_person(
            person=found, values=form.values, version=form.version_seen, by=signed_in(request.user)
        )
        return page_address(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra personen"), cancel=page_address(found),
        crumbs=crumbs_to(found), done=_("Ändringen är sparad."),
    )  # fmt: skip


@require_http_methods(EDITING)
def spelling_add(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_person(request.user, slug, to="edit")
    form = SpellingForm(typed_in(request))

    def deed() -> str:
        operations.add_spelling(person=found, **form.values, by=signed_in(request.user))
        return page_address(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Lägg till en annan stavning"), cancel=page_address(found),
        crumbs=crumbs_to(found), done=_("Stavningen är tillagd."),
    )  # fmt: skip


@require_http_methods(EDITING)
def person_merge(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose the record that is the same person; then see what will move, and be asked once."""
    gone = get_person(request.user, slug, to="edit")
    form = MergePersonForm(request.POST if request.POST else (request.GET or None))
    heading = _("Slå ihop med en annan post")
    if not form.is_valid():
        return render(
            request, "actors/merge.html",
            {"form": form, "heading": heading, "cancel": page_address(gone), "record": gone, "crumbs": crumbs_to(gone)},
            status=422 if form.is_bound else 200,
        )  # fmt: skip
    kept: Person = form.values["kept"]

    def deed() -> str:
        return page_address(operations.merge_people(kept=kept, gone=gone, by=signed_in(request.user)))

    return confirm_page(
        request, deed=deed, heading=heading, consequences=merge_consequences(gone, kept), submit=_("Slå ihop"),
        cancel=page_address(gone), crumbs=crumbs_to(gone), done=_("Posterna är ihopslagna."),
        template="actors/merge_confirm.html", context={"kept": form["kept"].value()},
    )  # fmt: skip


@require_http_methods(EDITING)
def person_withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_person(request.user, slug, to="edit")

    def deed() -> str:
        operations.withdraw_person(person=found, by=signed_in(request.user))
        return reverse("actors:person-list")

    return confirm_page(
        request, deed=deed, heading=_("Ta bort personen"), submit=_("Ta bort"),
        consequences=[
            _("”%(name)s” tas bort. Det går bara om inget annat är knutet till personen.") % {"name": found},
            _("Det som stod i posten finns kvar i loggen."),
        ],
        cancel=page_address(found), crumbs=crumbs_to(found), done=_("Personen är borttagen."),
    )  # fmt: skip
