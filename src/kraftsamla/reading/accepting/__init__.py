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
    document_date,
    event,
    homeless,
    meeting,
    member,
    next_meeting,
    objective,
    participant,
    person,
    presenter,
    proposal,
    question,
    request,
    stakeholder,
    strategy,
)
from kraftsamla.reading.accepting.shape import Field, Kind

KINDS: dict[str, Kind] = {
    kind.code: kind
    for kind in (
        document_date.KIND, meeting.KIND, strategy.KIND, area.KIND, objective.KIND, action.KIND, agreement.KIND,
        agenda_item.KIND, presenter.KIND, request.KIND, proposal.KIND, question.KIND, next_meeting.KIND, event.KIND,
        body.KIND, member.KIND, person.KIND, stakeholder.KIND, participant.KIND, *homeless.KINDS,
    )
}  # fmt: skip


def kind_of(code: str) -> Kind:
    """The kind with that code; one we have never heard of is shown by its code and has no home."""
    return KINDS.get(code) or Kind(code=code, plural=code, becomes="", fields=(Field("title", "title"),))
