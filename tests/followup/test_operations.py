from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from kraftsamla.accounts.models import User
from kraftsamla.core.errors import NotAllowed
from kraftsamla.followup.models import FollowUp
from kraftsamla.followup.operations import close_followup, create_followup
from tests import factories


def test_the_oldest_promise_comes_first_and_those_without_a_date_last(alva: User) -> None:
    for what, due in (("B", "2022-05"), ("C", ""), ("A", "2021-12-01")):
        factories.followup(what, due=due)
    assert [f.what_sv for f in FollowUp.objects.open().oldest_promise_first()] == ["A", "B", "C"]


def test_closing_says_what_came_of_it(alva: User) -> None:
    followup = factories.followup()
    close_followup(followup=followup, on="2022-01", outcome_sv="Tolv svar", version=1, by=alva)
    followup.refresh_from_db()
    assert (followup.closed_on, followup.outcome_sv) == ("2022-01", "Tolv svar")
    assert list(FollowUp.objects.open()) == []


@pytest.mark.parametrize(("on", "outcome", "field"), [("", "x", "closed_on"), ("2022", " ", "outcome_sv")])
def test_closing_needs_a_date_and_an_outcome(alva: User, on: str, outcome: str, field: str) -> None:
    with pytest.raises(ValidationError) as caught:
        close_followup(followup=factories.followup(), on=on, outcome_sv=outcome, version=1, by=alva)
    assert list(caught.value.message_dict) == [field]


def test_a_member_may_not_add_one(bo: User) -> None:
    with pytest.raises(NotAllowed):
        create_followup(values={"what_sv": "X"}, by=bo)
