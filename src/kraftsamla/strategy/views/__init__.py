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
from kraftsamla.strategy.views.status import add_status, correct

__all__ = [
    "action", "action_choices", "action_list", "add_action", "add_action_date", "add_action_money", "add_area",
    "add_objective", "add_part", "add_question", "add_status", "add_strategy", "area", "area_by_key", "correct",
    "edit_action", "edit_area", "edit_objective", "edit_question", "edit_strategy", "merge_action", "objective",
    "objective_by_key", "question", "question_choices", "question_list", "remove_action", "remove_action_date",
    "remove_action_money", "remove_area", "remove_objective", "remove_part", "remove_question",
    "reword", "start_action", "strategy", "strategy_list", "strike_action",
]  # fmt: skip
