"""Excel out and in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from kraftsamla.accounts.access import admit, signed_in
from kraftsamla.core.clock import today
from kraftsamla.core.errors import NotAllowed, Refused
from kraftsamla.portal.access import admit_to_bring, get_kind, may_bring
from kraftsamla.portal.forms import SheetForm
from kraftsamla.portal.overviews.sheets import shown
from kraftsamla.portal.sheets.bringing import Faulty, Report, carry_out, rehearse
from kraftsamla.portal.sheets.carrying import packed, unpacked
from kraftsamla.portal.sheets.kinds import KINDS
from kraftsamla.portal.sheets.reading import LARGEST_MB, Book, read_book
from kraftsamla.portal.sheets.writing import write_book
from kraftsamla.ui.pages import gone_well

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def sheet_list(request: HttpRequest) -> HttpResponse:
    """Which sheets there are to fetch, and where a changed one is brought back."""
    admit(request.user, to="view")
    return _start(request, SheetForm(), status=200)


@require_safe
def sheet_out(request: HttpRequest, name: str) -> HttpResponse:
    """A sheet with everything that the person may see."""
    kind, day = get_kind(request.user, name), today()
    response = HttpResponse(write_book([kind], visitor=request.user, at=day), content_type=XLSX)
    file = f"{kind.title.casefold()}-{day.isoformat()}.xlsx"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file)
    return response


@require_POST
def sheet_try(request: HttpRequest) -> HttpResponse:
    """Say what a file would come to."""
    admit_to_bring(request.user, at=today())
    form = SheetForm(request.POST, request.FILES)
    if not form.is_valid():
        return _start(request, form, status=422)
    by, file = signed_in(request.user), form.cleaned_data["file"]
    try:
        # One byte more than is allowed is enough to be told that it is too much.
        book = read_book(file.read(LARGEST_MB * 2**20 + 1), KINDS)
        report = rehearse(book=book, by=by)
    except Refused as refused:
        form.add_error("file", refused.message)
        return _start(request, form, status=403 if isinstance(refused, NotAllowed) else 422)
    return _judged(request, book, report, name=file.name or "", status=422 if report.faults else 200)


@require_POST
def sheet_in(request: HttpRequest) -> HttpResponse:
    """Write what was looked through."""
    admit_to_bring(request.user, at=today())
    by, name = signed_in(request.user), request.POST.get("name", "")[:200]
    try:
        book = unpacked(request.POST.get("rows", ""), by=by)
    except Refused as refused:
        form = SheetForm()
        return _start(request, form, status=409, refusal=refused.message)
    over = {}
    for chosen in request.POST.getlist("over"):
        title, _at, rest = chosen.partition("|")
        row, _at, version = rest.partition("|")
        if row.isdecimal():
            over[title, int(row)] = version
    try:
        report = carry_out(book=book, by=by, over=over)
    except Faulty as faulty:
        return _judged(request, book, faulty.report, name=name, status=409, refusal=faulty.message)
    except NotAllowed as refused:
        return _start(request, SheetForm(), status=403, refusal=refused.message)
    number = report.to_write
    said = ngettext("%(number)d rad är införd.", "%(number)d rader är införda.", number) % {"number": number}
    return gone_well(request, reverse("portal:sheet-list"), said)


def _start(request: HttpRequest, form: SheetForm, *, status: int, refusal: str = "") -> HttpResponse:
    day = today()
    context = {
        "form": form, "kinds": KINDS, "bringable": [kind for kind in KINDS if may_bring(request.user, kind, at=day)],
        "refusal": refusal, "limit": LARGEST_MB,
    }  # fmt: skip
    return render(request, "portal/sheets.html", context, status=status)


def _judged(
    request: HttpRequest, book: Book, report: Report, *, name: str, status: int, refusal: str = ""
) -> HttpResponse:
    rows = "" if report.faults else packed(book, report, by=signed_in(request.user))
    context = {"shown": shown(report), "report": report, "name": name, "rows": rows, "refusal": refusal,
               "heading": _("Granska filen"), "crumbs": [("Excel", reverse("portal:sheet-list"))]}  # fmt: skip
    return render(request, "portal/sheet_report.html", context, status=status)
