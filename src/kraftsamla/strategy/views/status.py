"""How an action stands: rows are added, never changed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kraftsamla.accounts.access import signed_in
from kraftsamla.core.clock import today
from kraftsamla.strategy import operations
from kraftsamla.strategy.access import get_action, get_update
from kraftsamla.strategy.forms import CorrectionForm, StatusForm
from kraftsamla.strategy.models import StatusUpdate
from kraftsamla.strategy.views.actions import page_of_action, trail_to_action
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import edit_page


@require_http_methods(["GET", "POST"])
def add_status(request: HttpRequest, slug: str) -> HttpResponse:
    action = get_action(request.user, slug, to="edit")
    form = StatusForm(typed_in(request), initial={"on": today().isoformat()})

    def deed() -> str:
        operations.report_status(action=action, values=form.values, by=signed_in(request.user))
        return f"{page_of_action(action)}#lage"

    return edit_page(
        request, form=form, deed=deed, heading=_("Nytt läge"), submit=_("Lägg till läget"),
        cancel=page_of_action(action), done=_("Läget är tillagt."), crumbs=trail_to_action(action),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    update = get_update(request.user, slug, pk, to="edit")
    form = CorrectionForm(typed_in(request), initial=_as_said(update))

    def deed() -> str:
        said = {name: value for name, value in form.values.items() if name != "reason"}
        operations.correct_status(update=update, values=said, reason=form.values["reason"], by=signed_in(request.user))
        return f"{page_of_action(update.action)}#lage"

    return edit_page(
        request, form=form, deed=deed, heading=_("Rätta läget"), submit=_("Spara rättelsen"),
        cancel=page_of_action(update.action),
        done=_("Rättelsen är sparad. Den tidigare uppgiften kan fortfarande läsas."),
        crumbs=trail_to_action(update.action), template="strategy/correct.html", context={"update": update},
    )  # fmt: skip


def _as_said(update: StatusUpdate) -> dict[str, object]:
    return {
        "on": update.on, "progress": update.progress, "confidence": update.confidence, "words_sv": update.words_sv,
        "words_en": update.words_en, "on_behalf_of": update.on_behalf_of,
    }  # fmt: skip
