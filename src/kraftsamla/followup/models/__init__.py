"""What is asked for, of whom, and what was answered."""

from kraftsamla.followup.models.answers import Answer, Attachment, Handover, Point
from kraftsamla.followup.models.contacts import Contact
from kraftsamla.followup.models.followups import FollowUp, FollowUpStep
from kraftsamla.followup.models.rounds import UpdateRound

__all__ = ["Answer", "Attachment", "Contact", "FollowUp", "FollowUpStep", "Handover", "Point", "UpdateRound"]
