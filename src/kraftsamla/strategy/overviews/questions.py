"""The questions that somebody has asked, and one of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from kraftsamla.accounts.rules import Visitor
from kraftsamla.library.overviews import Backing, backing_of
from kraftsamla.strategy.models import Question
from kraftsamla.strategy.overviews.plan import Numbered, numbered

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class QuestionsWanted:
    words: str = ""
    handling: str = ""


@dataclass(frozen=True, slots=True)
class QuestionOverview:
    question: Question
    objectives: tuple[Numbered, ...]
    backing: Backing


def questions_for(visitor: Visitor, wanted: QuestionsWanted, *, page: str) -> Page[Question]:
    """The newest first, with the objectives they belong to."""
    questions = Question.objects.visible_to(visitor).prefetch_related("objectives__strategy")
    if wanted.words:
        questions = questions.named_like(wanted.words)
    if wanted.handling:
        questions = questions.filter(handling=wanted.handling)
    return Paginator(questions.order_by("-asked_on", "sort_key", "pk"), PER_PAGE).get_page(page)


def question_overview(question: Question, *, at: dt.date) -> QuestionOverview:
    return QuestionOverview(
        question=question,
        objectives=numbered(question.objectives.all(), at=at),
        backing=backing_of(question),
    )
