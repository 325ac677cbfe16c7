"""Documents in. Each file stands on its own: those that can be read are, and the others say why not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kraftsamla.accounts.access import admit, signed_in
from kraftsamla.accounts.models import User
from kraftsamla.core.errors import Refused
from kraftsamla.library.models import Document
from kraftsamla.library.operations import AlreadyStored
from kraftsamla.reading.forms import PageForm, PasteForm, UploadForm
from kraftsamla.reading.models import Reading
from kraftsamla.reading.operations import read_document
from kraftsamla.reading.views.desk import list_page


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file. ``address`` leads to its desk, also when it was read before."""

    name: str
    reading: Reading | None = None
    message: str = ""
    address: str = ""

    @property
    def suggestions(self) -> int:
        return self.reading.suggestions.count() if self.reading else 0


@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """Read files in, one after the other. A file that fails stops none of the others."""
    admit(request.user, to="edit")
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return list_page(request, upload_form=form, status=422)
    by = signed_in(request.user)
    results = [
        _result(file.name, partial(_read_file, file, by=by)) for file in form.cleaned_data["documents"]
    ]
    template = "reading/result_rows.html" if request.headers.get("HX-Request") else "reading/results.html"
    status = 200 if any(result.reading for result in results) else 422
    return render(request, template, {"results": results, "heading": _("Inläsning")}, status=status)


@require_POST
def paste(request: HttpRequest) -> HttpResponse:
    """Read text that was pasted in, under the name the person gives it."""
    admit(request.user, to="edit")
    form = PasteForm(request.POST)
    if not form.is_valid():
        return list_page(request, paste_form=form, status=422)
    title, text = form.cleaned_data["title"], form.cleaned_data["text"].replace("\r\n", "\n")
    by = signed_in(request.user)
    result = _result(
        title,
        lambda: read_document(content=text.encode(), file_name=f"{title}.txt", values={"title": title}, by=by),
    )
    if result.reading is None:
        if result.address:
            return render(request, "reading/results.html", {"results": [result], "heading": _("Inläsning")}, status=422)
        form.add_error("text", result.message)
        return list_page(request, paste_form=form, status=422)
    return HttpResponseRedirect(result.address)


@require_POST
def save_page(request: HttpRequest) -> HttpResponse:
    """Read a page that somebody saved, and keep its address as the document's source. Nothing is fetched."""
    admit(request.user, to="edit")
    form = PageForm(request.POST, request.FILES)
    if not form.is_valid():
        return list_page(request, page_form=form, status=422)
    by, values = signed_in(request.user), {"url": form.cleaned_data["address"]}
    result = _result(values["url"], lambda: read_document(**_page_of(form), values=values, by=by))
    if result.reading is None and not result.address:
        form.add_error("document" if form.cleaned_data["document"] else "text", result.message)
        return list_page(request, page_form=form, status=422)
    if result.reading is None:
        return render(request, "reading/results.html", {"results": [result], "heading": _("Inläsning")}, status=422)
    return HttpResponseRedirect(result.address)


def _page_of(form: PageForm) -> dict[str, Any]:
    file, text = form.cleaned_data["document"], form.cleaned_data["text"]
    if file:
        return {"content": file.read(settings.UPLOAD_LIMIT_MB * 2**20 + 1), "file_name": file.name or ""}
    is_html = re.search(r"<(?:!doctype html|html|body|main|article|div|p|h1)\b", text[:2000], re.IGNORECASE)
    name = urlsplit(form.cleaned_data["address"])
    said = (name.path.rstrip("/").rsplit("/", 1)[-1] or name.netloc).removesuffix(".html")
    return {"content": text.replace("\r\n", "\n").encode(), "file_name": f"{said}.{'html' if is_html else 'txt'}"}


def _read_file(file: UploadedFile[bytes], *, by: User) -> Reading:
    limit = settings.UPLOAD_LIMIT_MB * 2**20
    # One byte more than is allowed is enough to be told that it is too much.
    return read_document(content=file.read(limit + 1), file_name=file.name or "", by=by)


def _result(name: str, deed: Callable[[], Reading]) -> Result:
    try:
        reading = deed()
    except AlreadyStored as known:
        return Result(name, message=known.message, address=_address(known.document))
    except Refused as refused:
        return Result(name, message=refused.message)
    except ValidationError as error:
        return Result(name, message=" ".join(error.messages))
    return Result(name, reading=reading, address=_address(reading.document))


def _address(document: Document) -> str:
    return reverse("reading:desk", args=[document.slug]) if hasattr(document, "reading") else ""
