"""What came of an action: claimed, looked into by somebody else, corrected by new rows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kraftsamla.accounts.access import signed_in
from kraftsamla.core.clock import today
from kraftsamla.strategy import operations
from kraftsamla.strategy.access import get_claimed, get_reportable, get_verdict, get_verifiable
from kraftsamla.strategy.forms import ResultCorrectionForm, ResultForm, VerdictCorrectionForm, VerdictForm
from kraftsamla.strategy.models import Action
from kraftsamla.strategy.overviews.speaking import mandates_in, mandates_of, writes_down
from kraftsamla.strategy.views.actions import page_of_action, trail_to_action
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import edit_page

EDITING = ["GET", "POST"]


def _results(action: Action) -> str:
    return f"{page_of_action(action)}#resultat"


@require_http_methods(EDITING)
def claim(request: HttpRequest, slug: str) -> HttpResponse:
    action = get_reportable(request.user, slug)
    form = ResultForm(
        typed_in(request), initial={"on": today().isoformat()}, records=writes_down(request.user),
        mandates=mandates_in(request.user, action, at=today()),
    )  # fmt: skip

    def deed() -> str:
        operations.claim_result(action=action, values=form.values, voice=form.voice, by=signed_in(request.user))
        return _results(action)

    return edit_page(
        request, form=form, deed=deed, heading=_("Nytt resultat"), submit=_("Lägg till resultatet"),
        cancel=_results(action), crumbs=trail_to_action(action),
        done=_("Resultatet är tillagt. Det visas som uppgivet tills någon annan har granskat det."),
    )  # fmt: skip


@require_http_methods(EDITING)
def correct_result(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    result = get_claimed(request.user, slug, pk)
    mandates = [
        each for each in mandates_in(request.user, result.action, at=today())
        if each.organisation_id == result.claimed_by_id
    ]  # fmt: skip
    form = ResultCorrectionForm(
        typed_in(request), initial=_as_claimed(result), mandates=mandates, records=writes_down(request.user)
    )

    def deed() -> str:
        said = {name: value for name, value in form.values.items() if name != "reason"}
        operations.correct_result(
            result=result, values=said, reason=form.values["reason"], voice=form.voice, by=signed_in(request.user)
        )
        return _results(result.action)

    return edit_page(
        request, form=form, deed=deed, heading=_("Rätta resultatet"), submit=_("Spara rättelsen"),
        cancel=_results(result.action), crumbs=trail_to_action(result.action),
        done=_("Rättelsen är sparad. Den tidigare uppgiften kan fortfarande läsas."),
        template="strategy/about_result.html", context={"result": result},
    )  # fmt: skip


@require_http_methods(EDITING)
def examine(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Look into what somebody else has claimed."""
    result = get_verifiable(request.user, slug, pk)
    form = VerdictForm(
        typed_in(request), initial={"on": today().isoformat()}, mandates=mandates_of(request.user, at=today()),
        records=writes_down(request.user),
    )  # fmt: skip

    def deed() -> str:
        operations.examine_result(result=result, values=form.values, voice=form.voice, by=signed_in(request.user))
        return _results(result.action)

    return edit_page(
        request, form=form, deed=deed, heading=_("Granska resultatet"), submit=_("Spara granskningen"),
        cancel=_results(result.action), crumbs=trail_to_action(result.action), done=_("Granskningen är sparad."),
        template="strategy/about_result.html", context={"result": result},
    )  # fmt: skip


@require_http_methods(EDITING)
def correct_verdict(request: HttpRequest, slug: str, pk: int, verdict: int) -> HttpResponse:
    found = get_verdict(request.user, slug, pk, verdict)
    initial = {
        "finding": found.finding, "on": found.on, "words": found.words, "evidence_url": found.evidence_url,
        "organisation": found.found_by, "said_by": found.said_by, "said_by_title": found.said_by_title,
    }  # fmt: skip
    form = VerdictCorrectionForm(
        typed_in(request), initial=initial, mandates=mandates_of(request.user, at=today()),
        records=writes_down(request.user),
    )  # fmt: skip

    def deed() -> str:
        said = {name: value for name, value in form.values.items() if name != "reason"}
        operations.correct_verdict(
            verdict=found, values=said, reason=form.values["reason"], voice=form.voice, by=signed_in(request.user)
        )
        return _results(found.result.action)

    return edit_page(
        request, form=form, deed=deed, heading=_("Rätta granskningen"), submit=_("Spara rättelsen"),
        cancel=_results(found.result.action), crumbs=trail_to_action(found.result.action),
        done=_("Rättelsen är sparad. Den tidigare uppgiften kan fortfarande läsas."),
        template="strategy/about_result.html", context={"result": found.result},
    )  # fmt: skip


def _as_claimed(result: Any) -> dict[str, object]:
    fields = ("what_sv", "what_en", "on", "evidence", "evidence_url", "said_by", "said_by_title")
    return {**{name: getattr(result, name) for name in fields}, "organisation": result.claimed_by}
