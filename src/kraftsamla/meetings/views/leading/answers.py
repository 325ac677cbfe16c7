"""How pages that save by themselves are answered: plain values for the script, and the same page for those without."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse

from kraftsamla.core.errors import NotAllowed, Refused
from kraftsamla.ui.forms import PlainForm


def by_script(request: HttpRequest) -> bool:
    """Whether the page's own script asks, and wants to know what became of it."""
    return request.accepts("application/json") and not request.accepts("text/html")


def refused(form: PlainForm, error: ValidationError | Refused) -> int:
    """Put a refusal at its fields; the status to answer with."""
    if isinstance(error, ValidationError):
        form.take_errors(error)
        return 422
    form.add_error(None, error.message)
    return 403 if isinstance(error, NotAllowed) else 409


def told(form: PlainForm, *, status: int = 422) -> HttpResponse:
    """What is wrong, in sentences that name their fields."""
    return JsonResponse({"errors": list(_sentences(form))}, status=status)


def _sentences(form: PlainForm) -> Iterable[str]:
    for name, errors in form.errors.items():
        label = form.fields[name].label if name in form.fields and name != NON_FIELD_ERRORS else None
        for error in errors:
            yield f"{label}: {error}" if label else str(error)
