"""Documents: the list, one document with what it shows, and what is said about it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kraftsamla.accounts.access import admit, signed_in
from kraftsamla.library import operations
from kraftsamla.library.access import get_document
from kraftsamla.library.forms import DocumentFilter, DocumentForm, NewDocumentForm
from kraftsamla.library.models import Document
from kraftsamla.library.overviews import DocumentsWanted, document_overview, documents_for
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, choices_page, confirm_page, edit_page
from kraftsamla.ui.templatetags.ui import partial_date


def page_of_document(document: Document) -> str:
    return reverse("library:document", args=[document.slug])


def _trail(document: Document | None = None) -> Crumbs:
    above = [(_("Dokument"), reverse("library:document-list"))]
    return [*above, (document.title, page_of_document(document))] if document else above


@require_safe
def document_list(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="view")
    form = DocumentFilter(request.GET)
    rows = documents_for(request.user, DocumentsWanted(**form.asked()), page=request.GET.get("sida", "1"))
    return render(request, "library/document_list.html", {"form": form, "rows": rows})


@require_safe
def document_choices(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="view")
    documents = Document.objects.visible_to(request.user).without_text_column()
    return choices_page(request, documents, detail=lambda document: partial_date(document.published))


@require_safe
def document(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_document(request.user, slug)
    overview = document_overview(found, visitor=request.user)
    return render(request, "library/document.html", {"overview": overview, "crumbs": _trail()})


@require_http_methods(["GET", "POST"])
def add_document(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="edit")
    form = NewDocumentForm(typed_in(request))

    def deed() -> str:
        return page_of_document(operations.create_document(values=form.values, by=signed_in(request.user)))

    return edit_page(
        request, form=form, deed=deed, heading=_("Nytt dokument utan fil"), submit=_("Lägg till dokumentet"),
        cancel=reverse("library:document-list"), done=_("Dokumentet är tillagt."), crumbs=_trail(),
        template="library/document_add.html",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def edit_document(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_document(request.user, slug, to="edit")
    form = DocumentForm(typed_in(request), record=found)

    def deed() -> str:
        operations.change_document(
            document=found, values=form.values, version=form.version_seen, by=signed_in(request.user)
        )
        return page_of_document(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra uppgifterna om dokumentet"), cancel=page_of_document(found),
        done=_("Ändringen är sparad."), crumbs=_trail(found),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def remove_document(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_document(request.user, slug, to="edit")

    def deed() -> str:
        operations.withdraw_document(document=found, by=signed_in(request.user))
        return reverse("library:document-list")

    return confirm_page(
        request, deed=deed, heading=_("Ta bort dokumentet?"), submit=_("Ta bort dokumentet"),
        consequences=[
            _("”%(title)s” tas bort tillsammans med sin fil. Det går bara om inget åberopar det.")
            % {"title": found.title},
            _("Filen går inte att få tillbaka."),
        ],
        cancel=page_of_document(found), done=_("Dokumentet är borttaget."), crumbs=_trail(found),
    )  # fmt: skip
