"""What accepting a suggestion does: one module a kind of suggestion, all of one shape (see ``shape``).

``KINDS`` is in the order the desk shows them.
"""

from __future__ import annotations

from kraftsamla.reading.accepting import (
    action,
    agenda_item,
    agreement,
    area,
    body,
    decision,
    document_date,
    event,
    media,
    meeting,
    meeting_goal,
    member,
    milestone,
    next_meeting,
    note,
    objective,
    participant,
    person,
    presenter,
    programme,
    proposal,
    question,
    request,
    stakeholder,
    strategy,
)
from kraftsamla.reading.accepting.shape import Kind

KINDS: dict[str, Kind] = {
    kind.code: kind
    for kind in (
        document_date.KIND, meeting.KIND, meeting_goal.KIND, strategy.KIND, programme.KIND, area.KIND, objective.KIND,
        action.KIND, agreement.KIND, milestone.KIND, agenda_item.KIND, presenter.KIND, decision.KIND, request.KIND,
        proposal.KIND, question.KIND, next_meeting.KIND, event.KIND, body.KIND, member.KIND, person.KIND,
        stakeholder.KIND, participant.KIND, media.KIND, *note.KINDS,
    )
}  # fmt: skip


def kind_of(code: str) -> Kind:
    """The kind with that code; one we have never heard of is shown by its code and can be kept as a note."""
    return KINDS.get(code) or note.kind(code, code)
