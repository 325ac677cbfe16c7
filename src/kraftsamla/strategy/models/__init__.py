"""The strategy: areas, objectives with their wordings, actions, assignments, status and questions."""

from kraftsamla.strategy.models.actions import Action, DatedFact, Money
from kraftsamla.strategy.models.assignments import Assignment
from kraftsamla.strategy.models.plan import Area, Objective, Strategy, Wording
from kraftsamla.strategy.models.questions import Question
from kraftsamla.strategy.models.status import StatusUpdate

__all__ = [
    "Action", "Area", "Assignment", "DatedFact", "Money", "Objective", "Question", "StatusUpdate", "Strategy",
    "Wording",
]
