"""How the pages of the workspace work, so that every app's views stay a few lines.

A page to create or edit::

    @require_http_methods(["GET", "POST"])
    def organisation_edit(request: HttpRequest, slug: str) -> HttpResponse:
        organisation = get_organisation(request.user, slug, to="edit")
        form = OrganisationForm(typed_in(request), record=organisation)

        def deed() -> str:
            change_organisation(
                organisation=organisation, values=form.values, version=form.version_seen, by=signed_in(request.user)
            )
            return reverse("actors:organisation", args=[slug])

        return edit_page(request, form=form, deed=deed, heading=_("Ändra organisationen"), cancel=…, done=_("Sparat."))

The deed is run when the form is valid, and returns the address to go to. What it refuses with becomes the same page
with everything that was typed: ValidationError at its fields (422), Stale with what stands there now (409), Refused
(409) and NotAllowed (403).

``confirm_page`` asks once before a deed with consequences and says what will happen (``consequences``).
``do`` runs a deed behind a single button (POST only) and goes back; a refusal is said there.
``page_of`` gives fifty rows a page (``?sida=2``); show it with ``{% include "ui/pager.html" with page=rows %}``.
``choices_page`` is what a ``RecordField``'s ``source`` names.

Templates extend ``ui/workspace.html`` (blocks ``title``, ``crumbs``, ``heading``, ``tools``, ``content``, ``scripts``)
or ``ui/form.html`` (blocks ``before``, ``after``). Pieces to include: ``ui/field.html`` (field), ``ui/errors.html``
(form), ``ui/filters.html`` (form: a GET form over a list inside ``#rows``), ``ui/pager.html`` (page), ``ui/empty.html``
(heading, text), ``ui/history.html`` (lines, from ``audit.overviews.history_of``), ``ui/sources.html`` (record,
passages, editable), ``ui/tabs.html`` (tabs). Crumbs are pairs of label (a ``Text`` is said in the
reader's language) and address.
Addresses of records are named after their model, so that the log can link to them: ``actors:organisation`` is the page
of ``actors.Organisation`` and takes its slug (or, where there is none, its key).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from kraftsamla.core.collation import fold
from kraftsamla.core.errors import NotAllowed, Refused, Stale
from kraftsamla.core.text import Text
from kraftsamla.ui.forms import PlainForm
from kraftsamla.ui.forms.records import LONGEST, label_of

Words = str | Promise
Crumbs = Sequence[tuple[Words | Text, str]]
Deed = Callable[[], str]
P = ParamSpec("P")
SAVE = _("Spara")
PER_PAGE = 50
CHOICES_SHOWN = 12


def edit_page(
    request: HttpRequest,
    *,
    form: PlainForm,
    deed: Deed,
    heading: Words,
    cancel: str,
    done: Words = "",
    submit: Words = SAVE,
    crumbs: Crumbs = (),
    template: str = "ui/form.html",
    context: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Show a form, or run the deed and go to the address it returns."""
    refusal, status = "", 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            try:
                return gone_well(request, deed(), done)
            except ValidationError as error:
                form.take_errors(error)
            except Stale as stale:
                form.take_conflict(stale)
                refusal, status = stale.message, 409
            except Refused as refused:
                refusal, status = refused.message, 403 if isinstance(refused, NotAllowed) else 409
    shown = {"form": form, "heading": heading, "cancel": cancel, "submit": submit, "crumbs": crumbs, "refusal": refusal}
    return render(request, template, {**shown, **(context or {})}, status=status)


def confirm_page(
    request: HttpRequest,
    *,
    deed: Deed,
    heading: Words,
    consequences: Iterable[Words],
    submit: Words,
    cancel: str,
    done: Words = "",
    crumbs: Crumbs = (),
    template: str = "ui/confirm.html",
    context: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Say what will happen and ask once; on POST, do it."""
    refusal, status = "", 200
    if request.method == "POST":
        try:
            return gone_well(request, deed(), done)
        except ValidationError as error:
            refusal, status = " ".join(error.messages), 422
        except Refused as refused:
            refusal, status = refused.message, 403 if isinstance(refused, NotAllowed) else 409
    shown = {
        "heading": heading, "consequences": list(consequences), "submit": submit, "cancel": cancel, "crumbs": crumbs,
        "refusal": refusal,
    }  # fmt: skip
    return render(request, template, {**shown, **(context or {})}, status=status)


def do(request: HttpRequest, *, deed: Callable[[], object], back: str, done: Words = "") -> HttpResponse:
    """Run the deed behind a button and go back; a refusal is said on the page one comes back to."""
    try:
        deed()
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return HttpResponseRedirect(back)
    except Refused as refused:
        messages.error(request, refused.message)
        return HttpResponseRedirect(back)
    return gone_well(request, back, done)


def gone_well(request: HttpRequest, to: str, done: Words) -> HttpResponseRedirect:
    if done:
        messages.success(request, str(done))
    return HttpResponseRedirect(to)


def page_of(request: HttpRequest, rows: models.QuerySet[Any] | Sequence[Any], *, per: int = PER_PAGE) -> Page[Any]:
    """The page of a long list that the address asks for; the nearest when there is none such."""
    return Paginator(rows, per).get_page(request.GET.get("sida"))


def choices_page(
    request: HttpRequest, records: Any, *, detail: Callable[[Any], Words] = lambda record: ""
) -> HttpResponse:
    """The records whose names hold the letters ``?q=``, as options of a ``RecordField``: those that begin so first."""
    words = request.GET.get("q", "").strip()[:LONGEST]
    sought = fold(words)
    found = list(records.named_like(words).order_by("sort_key", "slug")[: CHOICES_SHOWN * 5]) if words else []
    found.sort(key=lambda record: not record.folded.startswith(sought))
    names = [record.folded for record in found]
    rows = [
        {"record": record, "label": label_of(record, twins=names.count(record.folded) > 1), "detail": detail(record)}
        for record in found[:CHOICES_SHOWN]
    ]
    return render(request, "ui/choices.html", {"rows": rows, "words": words})


def safe_back(request: HttpRequest, *, otherwise: str) -> str:
    """The address in ``?tillbaka=`` when it is one of ours."""
    back = request.GET.get("tillbaka", "")
    ours = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return back if back and ours else otherwise


def behind_link(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A page behind a personal link: the secret in its address is the proof, and no other page is told of it.

    No cookie is needed, so that it works wherever the link is opened; nobody can post to an address they do not know.
    Give ``edit_page`` the template ``ui/by_link.html`` and no ``done``: a message would need a cookie.
    """

    @csrf_exempt
    @never_cache
    @wraps(view)
    def sealed(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return sealed
