"""The pages of the strategy. Each fetches through ``access``, takes a form, runs one deed and redirects."""

from kraftsamla.strategy.views.actions import (
    action,
    action_choices,
    action_list,
    add_action,
    edit_action,
    merge_action,
    remove_action,
    start_action,
    strike_action,
)
from kraftsamla.strategy.views.answering import answer_by_link
from kraftsamla.strategy.views.assignments import (
    answer,
    assignment,
    assignment_list,
    confirm,
    end,
    hand_over,
    offer,
    offer_link,
    revoke_link,
    withdraw,
)
from kraftsamla.strategy.views.facts import (
    add_action_date,
    add_action_money,
    add_part,
    remove_action_date,
    remove_action_money,
    remove_part,
)
from kraftsamla.strategy.views.objectives import (
    add_objective,
    edit_objective,
    objective,
    objective_by_key,
    remove_objective,
    reword,
)
from kraftsamla.strategy.views.plan import (
    add_area,
    add_strategy,
    area,
    area_by_key,
    edit_area,
    edit_strategy,
    remove_area,
    strategy,
    strategy_list,
)
from kraftsamla.strategy.views.questions import (
    add_question,
    edit_question,
    question,
    question_choices,
    question_list,
    remove_question,
)
from kraftsamla.strategy.views.results import claim, correct_result, correct_verdict, examine
from kraftsamla.strategy.views.status import add_milestone, add_status, correct, no_change, remove_milestone

__all__ = [
    "action", "action_choices", "action_list", "add_action", "add_action_date", "add_action_money", "add_area",
    "add_milestone", "add_objective", "add_part", "add_question", "add_status", "add_strategy", "answer",
    "answer_by_link", "area", "area_by_key", "assignment", "assignment_list", "claim", "confirm", "correct",
    "correct_result", "correct_verdict", "edit_action", "edit_area", "edit_objective", "edit_question",
    "edit_strategy", "end", "examine", "hand_over", "merge_action", "no_change", "objective", "objective_by_key",
    "offer", "offer_link", "question", "question_choices", "question_list", "remove_action", "remove_action_date",
    "remove_action_money", "remove_area", "remove_milestone", "remove_objective", "remove_part", "remove_question",
    "revoke_link", "reword", "start_action", "strategy", "strategy_list", "strike_action", "withdraw",
]  # fmt: skip
