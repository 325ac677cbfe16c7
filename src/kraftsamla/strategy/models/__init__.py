"""The strategy: areas, objectives with their wordings, actions, assignments, status, results and questions."""

from kraftsamla.strategy.models.actions import Action, DatedFact, Money
from kraftsamla.strategy.models.assignments import Assignment, AssignmentStep, Terms
from kraftsamla.strategy.models.plan import Area, Objective, Strategy, Wording
from kraftsamla.strategy.models.questions import Question
from kraftsamla.strategy.models.results import Milestone, Result, Verdict
from kraftsamla.strategy.models.status import StatusUpdate

__all__ = [
    "Action", "Area", "Assignment", "AssignmentStep", "DatedFact", "Milestone", "Money", "Objective", "Question",
    "Result", "StatusUpdate", "Strategy", "Terms", "Verdict", "Wording",
]  # fmt: skip
