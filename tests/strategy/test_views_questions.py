from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.strategy.models import Question
from kraftsamla.strategy.operations import change_question
from tests import factories

Browse = Callable[[User], Client]


def _post(client: Client, name: str, *args: Any, **typed: Any) -> Any:
    return client.post(reverse(f"strategy:{name}", args=args), typed)


def test_a_question_is_added_changed_and_taken_back(alva: User, browse: Browse) -> None:
    objective = factories.objective(factories.area(factories.strategy()), "1.1")
    client = browse(alva)
    added = _post(client, "question-add", wording_sv="Vem gör vad?", handling="open", objectives=[objective.pk])
    assert added["Location"] == reverse("strategy:question", args=["vem-gor-vad"])
    _post(client, "question-edit", "vem-gor-vad", wording_sv="Vem gör vad?", handling="pursued", version="1")
    question = Question.objects.get()
    assert (question.handling, list(question.objectives.all())) == ("pursued", [])
    _post(client, "question-remove", "vem-gor-vad")
    assert Question.objects.count() == 0


def test_a_question_changed_meanwhile_shows_both(alva: User, browse: Browse) -> None:
    question = factories.question("Hur går det?")
    change_question(question=question, values={"asked_by": "De"}, version=1, by=alva)
    typed = {"wording_sv": "Hur går det?", "handling": "open", "asked_by": "Vi", "version": "1"}
    response = _post(browse(alva), "question-edit", "hur-gar-det", **typed)
    assert (response.status_code, response.context["form"].standing) == (409, {"asked_by": "De"})


def test_questions_are_found_by_words_and_handling(alva: User, browse: Browse) -> None:
    factories.question("Hur går det?", handling="open")
    factories.question("Vem betalar?", handling="answered")
    client = browse(alva)

    def found(query: str) -> list[str]:
        rows = client.get(f"{reverse('strategy:question-list')}?{query}").context["rows"]
        return [each.wording_sv for each in rows]

    asked = ("hantering=answered", "sok=GÅR", "sok=saknas")
    assert [found(query) for query in asked] == [["Vem betalar?"], ["Hur går det?"], []]
