"""Who may do what with a round's answers and with follow-ups."""

from __future__ import annotations

import datetime as dt

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import Visitor, may_edit, may_enter
from kraftsamla.actors.rules import Voice, acts_for, may_speak
from kraftsamla.followup.choices import FOLLOWUP_LINK, ROUND_LINK
from kraftsamla.followup.models import Answer, FollowUp


def may_answer_in_round(by: User, voice: Voice, answer: Answer) -> bool:
    """Whether these words may be kept as the organisation's answer: by link only the link made for this very sheet."""
    if voice.organisation.pk != answer.organisation_id or not may_speak(by, voice):
        return False
    link = voice.link
    return link is not None and link.purpose == ROUND_LINK and link.subject == str(answer.pk)


def may_carry(visitor: Visitor, followup: FollowUp, *, at: dt.date) -> bool:
    """Hand a point over or say that it is done: a coordinator, or a representative of the owner, while it is open."""
    if not may_enter(visitor) or followup.closed_on:
        return False
    return may_edit(visitor) or (followup.owner is not None and acts_for(visitor, followup.owner, at=at))


def may_carry_by_link(by: User, voice: Voice, followup: FollowUp) -> bool:
    """Say that a point is done from a personal link: the one made for this point, while the organisation has it."""
    link = voice.link
    if link is None or link.purpose != FOLLOWUP_LINK or link.subject != str(followup.pk) or followup.closed_on:
        return False
    return voice.organisation.pk == followup.owner_id and may_speak(by, voice)


def may_verify_followup(visitor: Visitor, followup: FollowUp, *, at: dt.date) -> bool:
    """Check what is said to be done: the verifier, or a coordinator; nobody of the organisation that did it."""
    if not may_enter(visitor) or followup.closed_on or not followup.done_on or followup.verifier is None:
        return False
    if followup.owner is not None and acts_for(visitor, followup.owner, at=at):
        return False
    return may_edit(visitor) or acts_for(visitor, followup.verifier, at=at)
