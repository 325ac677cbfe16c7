"""Sources of any record: adding one, taking one away."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kraftsamla.accounts.access import signed_in
from kraftsamla.library.operations import add_evidence, cite, remove_evidence
from kraftsamla.portal.access import get_evidenced, get_quoted
from kraftsamla.portal.forms import EvidenceForm
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import do, edit_page, safe_back


@require_http_methods(["GET", "POST"])
def evidence_add(request: HttpRequest, kind: str, key: int) -> HttpResponse:
    """Say which document, and which words in it, show what a record says."""
    record = get_evidenced(request.user, kind, key, to="edit")
    form = EvidenceForm(typed_in(request))
    back = safe_back(request, otherwise=reverse("portal:my-day"))

    def deed() -> str:
        by = signed_in(request.user)
        add_evidence(to=record, passage=cite(**form.values, by=by), by=by)
        return back

    return edit_page(
        request, form=form, deed=deed, heading=_("Lägg till källa"), cancel=back, done=_("Källan är tillagd."),
        template="portal/evidence.html", context={"record": record},
    )  # fmt: skip


@require_POST
def evidence_remove(request: HttpRequest, kind: str, key: int, passage: int) -> HttpResponse:
    """Stop a record from quoting a passage."""
    record = get_evidenced(request.user, kind, key, to="edit")
    quoted = get_quoted(request.user, record, passage, to="edit")
    back = safe_back(request, otherwise=reverse("portal:my-day"))
    return do(
        request, back=back, done=_("Källan är borttagen."),
        deed=lambda: remove_evidence(of=record, passage=quoted, by=signed_in(request.user)),
    )  # fmt: skip
