"""Who may do what in the strategy. Each list has its twin in ``querysets``; a test compares them one by one."""

from __future__ import annotations

import datetime as dt

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import Visitor, answers_by_link, is_a_person, may_edit, may_enter
from kraftsamla.actors.rules import Voice, acts_for, may_speak
from kraftsamla.strategy.choices import OFFER_LINK, AssignmentState
from kraftsamla.strategy.models import Action, Assignment, Result


def may_view_assignment(visitor: Visitor, assignment: Assignment) -> bool:
    """Everybody in the workspace sees what has been asked and answered, while the action is in the picture."""
    return may_enter(visitor) and not assignment.action.ending


def may_answer(visitor: Visitor, assignment: Assignment, *, at: dt.date) -> bool:
    """A representative of the organisation that is asked; a coordinator may write down an answer given elsewhere."""
    if assignment.state != AssignmentState.OFFERED:
        return False
    return may_view_assignment(visitor, assignment) and _theirs_or_all(visitor, assignment, at=at)


def may_hand_over(visitor: Visitor, assignment: Assignment, *, at: dt.date) -> bool:
    """A representative of the organisation that has taken it, or a coordinator."""
    if not assignment.is_accepted:
        return False
    return may_view_assignment(visitor, assignment) and _theirs_or_all(visitor, assignment, at=at)


def may_answer_as(by: User, voice: Voice, assignment: Assignment) -> bool:
    """Whether these words may be recorded as the organisation's answer: its own voice, and by link only the link that
    was made for this very assignment."""
    if voice.organisation.pk != assignment.organisation_id or not may_speak(by, voice):
        return False
    link = voice.link
    return link is None or (link.purpose == OFFER_LINK and link.subject == str(assignment.pk))


def may_report(visitor: Visitor, action: Action, *, at: dt.date) -> bool:
    """A coordinator; a representative of an organisation whose part in the action is not over."""
    if not may_enter(visitor) or action.ending:
        return False
    return may_edit(visitor) or action.assignments.going().held_by(visitor, at=at).exists()


def may_report_as(by: User, voice: Voice | None, action: Action) -> bool:
    """Whether a status or a result may be recorded in these words; without a voice they are the coordinator's own."""
    if voice is None:
        return may_edit(by)
    if not may_speak(by, voice):
        return False
    return may_edit(by) or action.assignments.going().filter(organisation=voice.organisation).exists()


def may_verify(visitor: Visitor, result: Result, *, at: dt.date) -> bool:
    """Somebody else: not who recorded the claim, nobody of the organisation that makes it."""
    if not may_enter(visitor) or result.action.ending or hasattr(result, "corrected_by"):
        return False
    if result.made_by_id == visitor.pk or acts_for(visitor, result.claimed_by, at=at):
        return False
    return may_edit(visitor) or represents_any(visitor, at=at)


def represents_any(visitor: Visitor, *, at: dt.date) -> bool:
    """Whether somebody answers for any organisation at all."""
    return isinstance(visitor, User) and any(
        held.holds(at=at) for held in visitor.representations.all()
    ) and may_enter(visitor)  # fmt: skip


def is_somebody_else(result: Result, *, by: User, name: str) -> bool:
    """Whether who looks into a claim is another person than who made it, by account and by name."""
    if is_a_person(by) and by.pk == result.made_by_id:
        return False
    claimed = result.said_by or (result.made_by.name if is_a_person(result.made_by) else "")
    own = name or (by.name if is_a_person(by) else "")
    return not claimed or claimed.casefold().split() != own.casefold().split()


def _theirs_or_all(visitor: Visitor, assignment: Assignment, *, at: dt.date) -> bool:
    return may_edit(visitor) or acts_for(visitor, assignment.organisation, at=at)


__all__ = [
    "answers_by_link", "is_somebody_else", "may_answer", "may_answer_as", "may_hand_over", "may_report",
    "may_report_as", "may_verify", "may_view_assignment", "represents_any",
]  # fmt: skip
