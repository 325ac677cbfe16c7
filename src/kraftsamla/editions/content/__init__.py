"""What an edition says, as frozen records that hold nothing but text, numbers and each other's names.

Pages are rendered from these alone, so that a page cannot show what was not selected. Records refer to each other by
``slug`` (areas and objectives by ``number``). Choices are kept by their code ("under_way"); the renderer words them.
Dates are partial ISO dates ("2021", "2021-10", "2021-10-22"), "" when not known.
"""

from kraftsamla.editions.content.actions import (
    Action,
    Agreement,
    DatedFact,
    Milestone,
    Money,
    Part,
    Result,
    Status,
    Terms,
    Verdict,
)
from kraftsamla.editions.content.actors import ActionRole, Engagement, Organisation, OtherName, Person, Seat
from kraftsamla.editions.content.bodies import Body, Post
from kraftsamla.editions.content.documents import Document, Passage
from kraftsamla.editions.content.meetings import (
    AgendaItem,
    Attendance,
    Decision,
    Discussion,
    FollowUp,
    Material,
    Meeting,
    Minutes,
    Presentation,
    Question,
    Series,
    SignUp,
    Turnout,
)
from kraftsamla.editions.content.picture import Change, Edition, FieldChange, Figures, Picture, from_json, to_json
from kraftsamla.editions.content.plan import Area, Count, Objective, Strategy, Wording
from kraftsamla.editions.content.refs import NOTHING, RecordKind, Ref, Source
from kraftsamla.editions.content.standing import LIVING, PAST_PARTS, STALE_AFTER_DAYS, ObjectiveState, WeakLink

__all__ = [
    "LIVING", "NOTHING", "PAST_PARTS", "STALE_AFTER_DAYS", "Action", "ActionRole", "AgendaItem", "Agreement", "Area",
    "Attendance", "Body", "Change", "Count", "DatedFact", "Decision", "Discussion", "Document", "Edition",
    "Engagement", "FieldChange", "Figures", "FollowUp", "Material", "Meeting", "Milestone", "Minutes", "Money",
    "Objective", "ObjectiveState", "Organisation", "OtherName", "Part", "Passage", "Person", "Picture", "Post",
    "Presentation", "Question", "RecordKind", "Ref", "Result", "Seat", "Series", "SignUp", "Source", "Status",
    "Strategy", "Terms", "Turnout", "Verdict", "WeakLink", "Wording", "from_json", "to_json",
]  # fmt: skip
