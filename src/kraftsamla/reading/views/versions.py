"""The answer to which document it is that was read in."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kraftsamla.accounts.access import signed_in
from kraftsamla.core.errors import Refused
from kraftsamla.reading import operations
from kraftsamla.reading.access import get_reading
from kraftsamla.reading.operations import Joined

SAME = "ja"


@require_POST
def settle(request: HttpRequest, slug: str) -> HttpResponse:
    """``svar=ja``: it is that document; any other answer: it is one of its own."""
    reading, by = get_reading(request.user, slug, to="edit"), signed_in(request.user)
    try:
        if request.POST.get("svar") == SAME:
            joined = operations.join(reading=reading, by=by)
            messages.success(request, _said(joined))
            return HttpResponseRedirect(reverse("reading:desk", args=[joined.reading.document.slug]))
        operations.keep_apart(reading=reading, by=by)
        messages.success(request, _("Det är ett eget dokument."))
    except Refused as refused:
        messages.error(request, refused.message)
    return HttpResponseRedirect(reverse("reading:desk", args=[slug]))


def _said(joined: Joined) -> str:
    if joined.reading.turn == 1:
        return _("Filen ligger nu vid dokumentet i biblioteket. Uppgifterna om dokumentet är de som stod där.")
    return _("Ny version inläst: %(same)s förslag som förut, %(new)s nya, %(gone)s står inte längre i texten.") % {
        "same": joined.same, "new": joined.new, "gone": joined.gone,
    }  # fmt: skip
