"""How an action stands: rows are added, never changed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kraftsamla.accounts.access import signed_in
from kraftsamla.actors.rules import voice_of
from kraftsamla.core.clock import today
from kraftsamla.strategy import operations
from kraftsamla.strategy.access import get_action, get_correctable, get_milestone, get_reportable
from kraftsamla.strategy.forms import CorrectionForm, MilestoneForm, StatusForm
from kraftsamla.strategy.models import StatusUpdate
from kraftsamla.strategy.overviews.speaking import mandates_in
from kraftsamla.strategy.views.actions import page_of_action, trail_to_action
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import do, edit_page


@require_http_methods(["GET", "POST"])
def add_status(request: HttpRequest, slug: str) -> HttpResponse:
    action = get_reportable(request.user, slug)
    form = StatusForm(
        typed_in(request), initial={"on": today().isoformat()}, action=action,
        mandates=mandates_in(request.user, action, at=today()),
    )  # fmt: skip

    def deed() -> str:
        mandate = form.mandate
        operations.report_status(
            action=action, values=form.values, voice=voice_of(mandate) if mandate else None, by=signed_in(request.user)
        )
        return f"{page_of_action(action)}#lage"

    return edit_page(
        request, form=form, deed=deed, heading=_("Nytt läge"), submit=_("Lägg till läget"),
        cancel=page_of_action(action), done=_("Läget är tillagt."), crumbs=trail_to_action(action),
    )  # fmt: skip


@require_POST
def no_change(request: HttpRequest, slug: str) -> HttpResponse:
    """One button: it stands as it was last said to, and that is said today."""
    action = get_reportable(request.user, slug)
    mandates = mandates_in(request.user, action, at=today())
    voice = voice_of(mandates[0]) if mandates else None
    return do(
        request, deed=lambda: operations.report_no_change(action=action, voice=voice, by=signed_in(request.user)),
        back=f"{page_of_action(action)}#lage", done=_("Noterat: läget är oförändrat i dag."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    update = get_correctable(request.user, slug, pk)
    mandates = [
        each for each in mandates_in(request.user, update.action, at=today())
        if each.organisation_id == update.on_behalf_of_id
    ]  # fmt: skip
    form = CorrectionForm(typed_in(request), initial=_as_said(update), action=update.action, mandates=mandates)

    def deed() -> str:
        said = {name: value for name, value in form.values.items() if name != "reason"}
        mandate = form.mandate
        operations.correct_status(
            update=update, values=said, reason=form.values["reason"], voice=voice_of(mandate) if mandate else None,
            by=signed_in(request.user),
        )  # fmt: skip
        return f"{page_of_action(update.action)}#lage"

    return edit_page(
        request, form=form, deed=deed, heading=_("Rätta läget"), submit=_("Spara rättelsen"),
        cancel=page_of_action(update.action),
        done=_("Rättelsen är sparad. Den tidigare uppgiften kan fortfarande läsas."),
        crumbs=trail_to_action(update.action), template="strategy/correct.html", context={"update": update},
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add_milestone(request: HttpRequest, slug: str) -> HttpResponse:
    action = get_action(request.user, slug, to="edit")
    form = MilestoneForm(typed_in(request))

    def deed() -> str:
        operations.add_milestone(action=action, values=form.values, by=signed_in(request.user))
        return f"{page_of_action(action)}#delmal"

    return edit_page(
        request, form=form, deed=deed, heading=_("Nytt delmål"), submit=_("Lägg till delmålet"),
        cancel=page_of_action(action), done=_("Delmålet är tillagt."), crumbs=trail_to_action(action),
    )  # fmt: skip


@require_POST
def remove_milestone(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = get_milestone(request.user, slug, pk, to="edit")
    return do(
        request, deed=lambda: operations.remove_milestone(milestone=found, by=signed_in(request.user)),
        back=f"{page_of_action(found.action)}#delmal", done=_("Delmålet är borttaget."),
    )  # fmt: skip


def _as_said(update: StatusUpdate) -> dict[str, object]:
    return {
        "on": update.on, "progress": update.progress, "confidence": update.confidence, "words_sv": update.words_sv,
        "words_en": update.words_en, "on_behalf_of": update.on_behalf_of,
        "milestones": [each.pk for each in update.milestones.all()],
    }  # fmt: skip
