"""Questions that somebody has asked."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kraftsamla.accounts.access import admit, signed_in
from kraftsamla.core.clock import today
from kraftsamla.strategy import operations
from kraftsamla.strategy.access import get_question
from kraftsamla.strategy.forms import NewQuestionForm, QuestionFilter, QuestionForm
from kraftsamla.strategy.models import Question
from kraftsamla.strategy.overviews.questions import QuestionsWanted, question_overview, questions_for
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, choices_page, confirm_page, edit_page


def page_of_question(question: Question) -> str:
    return reverse("strategy:question", args=[question.slug])


def _trail(question: Question | None = None) -> Crumbs:
    above = [(_("Frågor"), reverse("strategy:question-list"))]
    return [*above, (question.wording_sv, page_of_question(question))] if question else above


@require_safe
def question_list(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="view")
    form = QuestionFilter(request.GET)
    rows = questions_for(request.user, QuestionsWanted(**form.asked()), page=request.GET.get("sida", "1"))
    return render(request, "strategy/question_list.html", {"form": form, "rows": rows})


@require_safe
def question_choices(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="view")
    return choices_page(request, Question.objects.visible_to(request.user), detail=lambda question: question.asked_by)


@require_safe
def question(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_question(request.user, slug)
    overview = question_overview(found, at=today())
    return render(request, "strategy/question.html", {"overview": overview, "crumbs": _trail()})


@require_http_methods(["GET", "POST"])
def add_question(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="edit")
    form = NewQuestionForm(typed_in(request))

    def deed() -> str:
        return page_of_question(operations.create_question(values=form.values, by=signed_in(request.user)))

    return edit_page(
        request, form=form, deed=deed, heading=_("Ny fråga"), submit=_("Lägg till frågan"),
        cancel=reverse("strategy:question-list"), done=_("Frågan är tillagd."), crumbs=_trail(),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def edit_question(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_question(request.user, slug, to="edit")
    form = QuestionForm(typed_in(request), record=found)

    def deed() -> str:
        operations.change_question(
            question=found, values=form.values, version=form.version_seen, by=signed_in(request.user)
        )
        return page_of_question(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra frågan"), cancel=page_of_question(found),
        done=_("Ändringen är sparad."), crumbs=_trail(found),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def remove_question(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_question(request.user, slug, to="edit")

    def deed() -> str:
        operations.withdraw_question(question=found, by=signed_in(request.user))
        return reverse("strategy:question-list")

    return confirm_page(
        request, deed=deed, heading=_("Ta bort frågan?"), submit=_("Ta bort frågan"),
        consequences=[
            _("Frågan ”%(title)s” tas bort, också från de möten där den togs upp.") % {"title": found.wording_sv},
            _("Vad som stod i den finns kvar i loggen."),
        ],
        cancel=page_of_question(found), done=_("Frågan är borttagen."), crumbs=_trail(found),
    )  # fmt: skip
