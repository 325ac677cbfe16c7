"""What the groups have said: the leaders' page while it comes in, and what everybody agrees on."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kraftsamla.accounts.access import signed_in
from kraftsamla.meetings import operations
from kraftsamla.meetings.access import get_discussion
from kraftsamla.meetings.forms.grouping import SummaryForm
from kraftsamla.meetings.models import Discussion, Summary
from kraftsamla.meetings.overviews.grouping import Answered, results_of, stamp_of
from kraftsamla.meetings.views.grouping import discussion_trail, page_of
from kraftsamla.strategy.models import Question
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import do, edit_page


@require_safe
def results(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The points as they come; asked by the page's own polling with the stamp it has, nothing when nothing is new."""
    found = get_discussion(request.user, slug, pk, to="edit")
    polled = bool(request.headers.get("HX-Request"))
    if polled and request.GET.get("v") == stamp_of(found):
        return HttpResponse(status=204)
    shown = {
        "meeting": found.item.meeting, "discussion": found, "results": results_of(found, visitor=request.user),
        "crumbs": discussion_trail(found.item.meeting), "may_run": True,
    }  # fmt: skip
    return render(request, f"meetings/grouping/{'said' if polled else 'results'}.html", shown)


@require_POST
def close_discussion(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = get_discussion(request.user, slug, pk, to="edit")
    return do(
        request, back=page_of(found, "discussion-results"), done=_("Diskussionen är avslutad."),
        deed=lambda: operations.close_discussion(discussion=found, by=signed_in(request.user)),
    )  # fmt: skip


@require_POST
def reopen_discussion(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = get_discussion(request.user, slug, pk, to="edit")
    return do(
        request, back=page_of(found, "discussion-results"), done=_("Grupperna kan skriva igen."),
        deed=lambda: operations.reopen_discussion(discussion=found, by=signed_in(request.user)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def write_summary(request: HttpRequest, slug: str, pk: int, question: int) -> HttpResponse:
    """The draft of what the groups said, beside the groups' own words."""
    found = get_discussion(request.user, slug, pk, to="edit")
    asked = get_object_or_404(found.item.questions, pk=question)
    known = Summary.objects.filter(discussion=found, question=asked).first()
    form = SummaryForm(typed_in(request), record=known, discussion=found, question=asked)

    def deed() -> str:
        operations.write_summary(
            discussion=found, question=asked, values=form.values, version=form.version_seen,
            by=signed_in(request.user),
        )  # fmt: skip
        return _at(found, asked)

    about = _answered(request, found, asked)
    context: dict[str, Any] = {
        "about": about, "discussion": found, "silent": [each for each in about.said if each.group.reported_at is None],
    }  # fmt: skip
    return edit_page(
        request, form=form, deed=deed, heading=_("Sammanfattning av gruppernas svar"), cancel=_at(found, asked),
        done=_("Utkastet är sparat."), crumbs=discussion_trail(found.item.meeting, found),
        template="meetings/grouping/summary_form.html", context=context,
    )  # fmt: skip


@require_POST
def agree_summary(request: HttpRequest, slug: str, pk: int, question: int) -> HttpResponse:
    found, summary = _summary(request, slug, pk, question)
    return do(
        request, back=_at(found, summary.question), done=_("Det är antecknat att mötet enades om sammanfattningen."),
        deed=lambda: operations.agree_summary(summary=summary, version=_version(request), by=signed_in(request.user)),
    )  # fmt: skip


@require_POST
def reopen_summary(request: HttpRequest, slug: str, pk: int, question: int) -> HttpResponse:
    found, summary = _summary(request, slug, pk, question)
    return do(
        request, back=_at(found, summary.question), done=_("Sammanfattningen är ett utkast igen."),
        deed=lambda: operations.reopen_summary(summary=summary, version=_version(request), by=signed_in(request.user)),
    )  # fmt: skip


def _summary(request: HttpRequest, slug: str, pk: int, question: int) -> tuple[Discussion, Summary]:
    found = get_discussion(request.user, slug, pk, to="edit")
    summary = get_object_or_404(Summary.objects.select_related("question"), discussion=found, question=question)
    summary.discussion = found
    return found, summary


def _version(request: HttpRequest) -> int:
    """The version whose words were on the page; 0, which no record has, when that is lost."""
    seen = request.POST.get("version", "")
    return int(seen) if seen.isdigit() and len(seen) < 10 else 0


def _at(discussion: Discussion, question: Question) -> str:
    return f"{page_of(discussion, 'discussion-results')}#fraga-{question.pk}"


def _answered(request: HttpRequest, discussion: Discussion, question: Question) -> Answered:
    found = results_of(discussion, visitor=request.user)
    return next(each for each in found.answered if each.question.pk == question.pk)
