"""Deeds on the strategy."""

from kraftsamla.strategy.operations.actions import (
    add_date,
    add_money,
    assign,
    change_action,
    create_action,
    end_action,
    merge_actions,
    remove_assignment,
    remove_date,
    remove_money,
    withdraw_action,
)
from kraftsamla.strategy.operations.plan import (
    change_area,
    change_objective,
    change_strategy,
    create_area,
    create_objective,
    create_strategy,
    reword_objective,
    withdraw_area,
    withdraw_objective,
)
from kraftsamla.strategy.operations.questions import change_question, create_question, withdraw_question
from kraftsamla.strategy.operations.status import correct_status, report_status

__all__ = [
    "add_date",
    "add_money",
    "assign",
    "change_action",
    "change_area",
    "change_objective",
    "change_question",
    "change_strategy",
    "correct_status",
    "create_action",
    "create_area",
    "create_objective",
    "create_question",
    "create_strategy",
    "end_action",
    "merge_actions",
    "remove_assignment",
    "remove_date",
    "remove_money",
    "report_status",
    "reword_objective",
    "withdraw_action",
    "withdraw_area",
    "withdraw_objective",
    "withdraw_question",
]
