"""Forms for the strategy: they check what was typed and know no deed."""

from kraftsamla.strategy.forms.actions import ActionForm, MergeForm, NewActionForm, StrikeForm
from kraftsamla.strategy.forms.assignments import (
    AnswerForm,
    AssignmentFilter,
    ConfirmForm,
    HandOverForm,
    LinkForm,
    OfferForm,
    ReasonForm,
)
from kraftsamla.strategy.forms.facts import DateForm, MoneyForm, PartForm
from kraftsamla.strategy.forms.filters import ActionFilter, QuestionFilter
from kraftsamla.strategy.forms.plan import (
    AreaForm,
    NewObjectiveForm,
    NewStrategyForm,
    ObjectiveForm,
    RewordForm,
    StrategyForm,
)
from kraftsamla.strategy.forms.questions import NewQuestionForm, QuestionForm
from kraftsamla.strategy.forms.results import (
    MilestoneForm,
    ResultCorrectionForm,
    ResultForm,
    VerdictCorrectionForm,
    VerdictForm,
)
from kraftsamla.strategy.forms.status import CorrectionForm, StatusForm

__all__ = [
    "ActionFilter", "ActionForm", "AnswerForm", "AreaForm", "AssignmentFilter", "ConfirmForm", "CorrectionForm",
    "DateForm", "HandOverForm", "LinkForm", "MergeForm", "MilestoneForm", "MoneyForm", "NewActionForm",
    "NewObjectiveForm", "NewQuestionForm", "NewStrategyForm", "ObjectiveForm", "OfferForm", "PartForm",
    "QuestionFilter", "QuestionForm", "ReasonForm", "ResultCorrectionForm", "ResultForm", "RewordForm", "StatusForm",
    "StrategyForm", "StrikeForm", "VerdictCorrectionForm", "VerdictForm",
]  # fmt: skip
