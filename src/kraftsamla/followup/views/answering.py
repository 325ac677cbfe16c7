"""The pages behind personal links, where an organisation answers. No account, no cookie, no script needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kraftsamla.accounts.operations import link_account
from kraftsamla.actors.operations import use_link
from kraftsamla.actors.rules import voice_by_link
from kraftsamla.core.clock import now
from kraftsamla.core.errors import Refused, Stale
from kraftsamla.followup import operations
from kraftsamla.followup.access import get_linked_answer, get_linked_followup, get_point
from kraftsamla.followup.choices import FOLLOWUP_LINK, ROUND_LINK
from kraftsamla.followup.forms.answers import HandOnForm, PointForm, ShareForm
from kraftsamla.followup.forms.followups import DoneForm
from kraftsamla.followup.operations.carrying import report_followup_done
from kraftsamla.followup.overviews.answers import answer_overview
from kraftsamla.followup.views.answers import copy_of
from kraftsamla.followup.views.sheets import (
    Card,
    Visit,
    cards_of,
    form_of,
    keep_point,
    post_sheet,
    sender_of,
    sheet_page,
)
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import behind_link, edit_page

P = ParamSpec("P")


def by_round_link(
    view: Callable[Concatenate[HttpRequest, Visit, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """The holder of a link at their sheet, in their own language unless they choose another."""

    @wraps(view)
    def opened(request: HttpRequest, token: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        link = use_link(token=token, purpose=ROUND_LINK)
        found = get_linked_answer(link)
        operations.note_opened(answer=found)
        chosen = request.GET.get("sprak", "")
        language = chosen if chosen in {"sv", "en"} else found.language
        with translation.override(language):
            response = view(request, Visit(found, voice_by_link(link), token, language), *args, **kwargs)
            response.headers["Content-Language"] = language
        return response

    return behind_link(opened)


@require_http_methods(["GET", "POST"])
@by_round_link
def answer(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The sheet; every button posts all of it, so that nothing typed is lost."""
    overview = answer_overview(visit.answer)
    if request.method == "POST" and visit.answer.may_be_written:
        return post_sheet(request, visit, overview)
    return sheet_page(request, visit, cards_of(overview), sender=sender_of(visit))


@require_POST
@by_round_link
def autosave(request: HttpRequest, visit: Visit, pk: int) -> HttpResponse:
    """Keep one point as it is typed. What cannot be kept is said beside it."""
    point = get_point(visit.answer, pk)
    row = next(each for each in answer_overview(visit.answer).rows if each.point.pk == pk)
    row.point.answer = point.answer
    card = Card(row, form_of(row, visit.answer, request))
    said, kept = "", False
    try:
        if card.form.is_bound and card.form.is_valid() and card.form.touched:
            keep_point(card, visit, request)
            row.point.refresh_from_db()
            kept = True
    except Stale:
        said = _("Inte sparat: någon annan har skrivit här samtidigt.")
    except Refused as refused:
        said = refused.message
    except ValidationError as error:
        card.form.take_errors(error)
    fresh = PointForm(
        None, record=row.point, last=row.last, own=visit.answer.round.own_questions,
        results=visit.answer.round.asks_results,
    )  # fmt: skip
    shown = {"card": card, "kept": kept, "said": said, "fresh": fresh, "at": now()}
    return render(request, "followup/autosaved.html", shown)


@require_http_methods(["GET", "POST"])
@by_round_link
def share(request: HttpRequest, visit: Visit) -> HttpResponse:
    deputy = {"name": visit.answer.deputy_name, "email": visit.answer.deputy_email}
    form = ShareForm(typed_in(request), initial=deputy)

    def deed() -> str:
        operations.share_answer(answer=visit.answer, **form.values, voice=visit.voice, by=link_account())
        return visit.address("answer") + "#stallforetradare"

    return edit_page(
        request, form=form, deed=deed, heading=_("Låt en ställföreträdare svara"), submit=_("Skicka till personen"),
        cancel=visit.address("answer"), template="followup/answer_step.html",
        context={"lead": _("Personen får en egen länk. Din länk fungerar också, och ni ser samma utkast.")},
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@by_round_link
def hand_on(request: HttpRequest, visit: Visit, pk: int) -> HttpResponse:
    """This is not mine: it is hers, or theirs."""
    point = get_point(visit.answer, pk)
    form = HandOnForm(typed_in(request))

    def deed() -> str:
        operations.hand_on(point=point, values=form.values, voice=visit.voice, by=link_account())
        return visit.address("answer") + "#vidare"

    return edit_page(
        request, form=form, deed=deed, heading=_("Vem ska svara i stället?"), submit=_("Lämna vidare"),
        cancel=visit.address("answer"), template="followup/answer_step.html",
        context={
            "lead": _("Frågan försvinner från din sida. En kollega får en egen länk; den som frågar ser vem det är."),
            "about": point.action.title,
        },
    )  # fmt: skip


@require_safe
@by_round_link
def own_copy(request: HttpRequest, visit: Visit, kind: str) -> HttpResponse:
    return copy_of(visit.answer, kind, language=visit.language)


@require_http_methods(["GET", "POST"])
@behind_link
def followup(request: HttpRequest, token: str) -> HttpResponse:
    """What an organisation is asked to do, for its contact to read and to say that it is done."""
    link = use_link(token=token, purpose=FOLLOWUP_LINK)
    found = get_linked_followup(link)
    chosen = request.GET.get("sprak", "")
    is_done = bool(found.closed_on or found.done_on)
    with translation.override(chosen if chosen in {"sv", "en"} else "sv"):
        form = DoneForm(None if is_done else typed_in(request), initial={"version": found.version})

        def deed() -> str:
            report_followup_done(
                followup=found, words=form.values["words"], version=form.version_seen, voice=voice_by_link(link),
                by=link_account(),
            )  # fmt: skip
            return request.get_full_path()

        return edit_page(
            request, form=form, deed=deed, heading=found.what_sv, submit=_("Uppge som klar"), cancel="",
            template="followup/followup_by_link.html", context={"followup": found, "link": link},
        )  # fmt: skip
