"""The list of documents, and the desk of one."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from kraftsamla.accounts.access import admit, signed_in
from kraftsamla.reading.access import get_reading
from kraftsamla.reading.forms import DocumentForm, MarkForm, PageForm, PasteForm, UploadForm
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.operations import describe
from kraftsamla.reading.overviews import Card, desk_of, has_pages, precision_of
from kraftsamla.reading.overviews.desk import ALL, DIFFERING, SHOWN
from kraftsamla.reading.rules import may_decide
from kraftsamla.reading.views.pages import asked_panel
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import edit_page, page_of


@require_safe
def desk_list(request: HttpRequest) -> HttpResponse:
    """All documents read in, those with something left to decide on first; and where new ones are put in."""
    admit(request.user, to="view")
    return list_page(request)


def list_page(
    request: HttpRequest, *, upload_form: UploadForm | None = None, paste_form: PasteForm | None = None,
    page_form: PageForm | None = None, status: int = 200,
) -> HttpResponse:
    readings = Reading.objects.visible_to(request.user).most_waiting_first().select_related("document__publisher")
    shown = {
        "heading": _("Läsbord"),
        "readings": page_of(request, readings.defer("document__text", "document__layout")),
        "upload_form": upload_form or UploadForm(),
        "paste_form": paste_form or PasteForm(),
        "page_form": page_form or PageForm(),
        "may_decide": may_decide(request.user),
    }
    return render(request, "reading/desk_list.html", shown, status=status)


@require_safe
def precision(request: HttpRequest) -> HttpResponse:
    """How often the reader is right, in use."""
    admit(request.user, to="view")
    shown = {
        "heading": _("Så träffar läsaren"),
        "precision": precision_of(Suggestion.objects.visible_to(request.user)),
        "crumbs": [(_("Läsbord"), reverse("reading:desk-list")), (_("Så träffar läsaren"), "")],
    }
    return render(request, "reading/precision.html", shown)


@require_safe
def desk(request: HttpRequest, slug: str) -> HttpResponse:
    """The document beside what the reader proposes."""
    return desk_page(request, get_reading(request.user, slug))


def desk_page(
    request: HttpRequest, reading: Reading, *, instead: Card | None = None, mark_form: MarkForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The whole desk; ``instead`` is a card that stands in for its own, with what went wrong or a form."""
    overview = desk_of(reading, shown=shown_at(request, reading))
    if instead is not None:
        for group in overview.groups:
            group.cards[:] = [instead if c.suggestion.pk == instead.suggestion.pk else c for c in group.cards]
    as_pages = request.GET.get("som") == "sidor" and has_pages(reading)
    context = {
        "desk": overview,
        "has_pages": has_pages(reading),
        "panel": asked_panel(request, reading) if as_pages else None,
        "way": "&som=sidor" if as_pages else "",
        "document": reading.document,
        "progress": overview.progress,
        "mark_form": mark_form or MarkForm(text=reading.document.text),
        "heading": reading.document.title,
        "may_decide": may_decide(request.user),
        "crumbs": [(_("Läsbord"), reverse("reading:desk-list")), (reading.document.title, "")],
    }
    return render(request, "reading/desk.html", context, status=status)


def shown_at(request: HttpRequest, reading: Reading) -> str:
    """Which suggestions the page shows; for a part of the page, the page it stands on.

    Of a new version of a document what differs is shown first.
    """
    page = QueryDict(urlsplit(request.headers.get("HX-Current-URL", "")).query)
    shown = request.GET.get("visa") or page.get("visa") or ""
    return shown if shown in SHOWN else DIFFERING if reading.turn > 1 else ALL


@require_http_methods(["GET", "POST"])
def describe_document(request: HttpRequest, slug: str) -> HttpResponse:
    """Title, publisher, date, address and publicity: found by the reader, looked over by a person."""
    reading = get_reading(request.user, slug, to="edit")
    document, back = reading.document, reverse("reading:desk", args=[slug])
    organiser = reading.meeting.organisers.first() if reading.meeting else None
    form = DocumentForm(
        typed_in(request), record=document,
        initial={"publisher": document.publisher or organiser, "strategy": reading.strategy},
    )  # fmt: skip

    def deed() -> str:
        values = {name: value for name, value in form.values.items() if name != "strategy"}
        describe(
            reading=reading, values=values, strategy=form.cleaned_data["strategy"], version=form.version_seen,
            by=signed_in(request.user),
        )  # fmt: skip
        return back

    return edit_page(
        request, form=form, deed=deed, heading=_("Om dokumentet"), cancel=back, done=_("Uppgifterna är sparade."),
        crumbs=[(_("Läsbord"), reverse("reading:desk-list")), (document.title, back), (_("Om dokumentet"), "")],
    )  # fmt: skip
