"""The list of editions and publishing in the workspace, and the public pages themselves."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import resolve, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kraftsamla.accounts.access import signed_in
from kraftsamla.accounts.rules import may_publish
from kraftsamla.editions import operations
from kraftsamla.editions.access import check_may_publish, get_editions
from kraftsamla.editions.forms import PublishForm
from kraftsamla.editions.rendering import filter_address
from kraftsamla.editions.serving import SECURITY, Shelf, Shelves
from kraftsamla.strategy.models import Strategy
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import edit_page

#: Addresses under these are not in the current edition, whether they exist or not.
NOT_PUBLIC = ("arbetsyta/", "konto/", "static/", "utgava/")


@require_safe
def edition_list(request: HttpRequest) -> HttpResponse:
    editions = get_editions(request.user).select_related("published_by", "strategy")
    context = {"editions": editions, "may_publish": may_publish(request.user)}
    return render(request, "editions/workspace_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest) -> HttpResponse:
    """What would be new, and the button that makes it public."""
    check_may_publish(request.user)
    first = Strategy.objects.first()
    form = PublishForm(typed_in(request), initial={"strategy": first})

    def deed() -> str:
        values = form.cleaned_data
        operations.publish_edition(strategy=values["strategy"], by=signed_in(request.user), note=values["note"])
        return reverse("editions:edition-list")

    newest = get_editions(request.user).newest()
    changes = operations.preview_changes(first) if first and newest else ()
    return edit_page(
        request, form=form, deed=deed, heading=_("Publicera en utgåva"), submit=_("Publicera"),
        cancel=reverse("editions:edition-list"), done=_("Utgåvan är publicerad."),
        crumbs=[(_("Utgåvor"), reverse("editions:edition-list"))], template="editions/workspace_publish.html",
        context={"changes": changes, "newest": newest, "strategy": first},
    )  # fmt: skip


@lru_cache(maxsize=4)
def _shelves(root: Path) -> Shelves:
    return Shelves(root)


@require_safe
def public_page(request: HttpRequest, path: str = "") -> HttpResponse:
    """A page of the current edition. A filter in the query leads to the page that shows it."""
    shelf = _shelves(Path(settings.EDITIONS_ROOT)).current()
    if f"{path}/".startswith(NOT_PUBLIC):
        return _workspace_address(path)
    if shelf is None:
        raise Http404
    filtered = filter_address(path, request.GET)
    if filtered is not None and shelf.find(filtered):
        return HttpResponseRedirect(f"/{filtered}")
    return _page(shelf, path, prefix="/")


def _workspace_address(path: str) -> HttpResponse:
    """An address outside the edition that lacks only its last slash is mended; what is behind it is not asked."""
    if not path.endswith("/") and resolve(f"/{path}/").func is not public_page:
        return HttpResponseRedirect(f"/{path}/")
    raise Http404


@require_safe
def earlier_page(request: HttpRequest, number: int, path: str = "") -> HttpResponse:
    """A page as it was published in an earlier edition."""
    shelf = _shelves(Path(settings.EDITIONS_ROOT)).numbered(number)
    if shelf is None:
        raise Http404
    return _page(shelf, path, prefix=f"/utgava/{number}/")


def _page(shelf: Shelf, path: str, *, prefix: str) -> HttpResponse:
    file = shelf.find(path)
    if file is None:
        if shelf.is_folder(path):
            return HttpResponseRedirect(f"{prefix}{path}/")
        return missing_page(shelf, path)
    response = HttpResponse(shelf.body(file), headers=dict(file.headers()))
    response["ETag"] = file.etag
    return response


def missing_page(shelf: Shelf, path: str) -> HttpResponse:
    """The edition's own page for what is not there."""
    file = shelf.find("en/404.html" if path.startswith("en/") else "404.html")
    if file is None:
        raise Http404
    response = HttpResponse(shelf.body(file), status=404, content_type=file.content_type)
    for name, value in SECURITY:
        response[name] = value
    return response
