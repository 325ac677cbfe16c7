"""The words of contacts and update rounds, and what the log calls the deeds on them and on follow-ups."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kraftsamla.actors.registry import register_purpose
from kraftsamla.audit.registry import register


class FollowUpKind(models.TextChoices):
    """Something to do, or something that somebody proposed or asked for and that is to be answered."""

    TASK = "task", pgettext_lazy("en uppföljningspunkt", "uppgift")
    PROPOSAL = "proposal", _("förslag")
    REQUEST = "request", _("begäran")


class CarryKind(models.TextChoices):
    """What can happen to a follow-up between that it is asked for and that it is closed."""

    HANDED_OVER = "handed_over", _("överlämnad")
    DONE = "done", _("uppges klar")
    RETURNED = "returned", _("skickad tillbaka")
    VERIFIED = "verified", _("kontrollerad")


class ContactPart(models.TextChoices):
    """Why somebody is asked; in this order when nobody answers."""

    CONTACT = "contact", _("kontaktperson")
    DEPUTY = "deputy", _("ställföreträdare")
    LEAD = "lead", _("organisationens chef")


class RoundState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("runda", "utkast")
    OPEN = "open", pgettext_lazy("runda", "öppen")
    CLOSED = "closed", pgettext_lazy("runda", "stängd")

    @property
    def next(self) -> frozenset[RoundState]:
        """The states that may follow; there is no other way."""
        return NEXT_ROUND[self]


NEXT_ROUND: dict[RoundState, frozenset[RoundState]] = {
    RoundState.DRAFT: frozenset({RoundState.OPEN}),
    RoundState.OPEN: frozenset({RoundState.CLOSED}),
    RoundState.CLOSED: frozenset({RoundState.OPEN}),
}


class AnswerState(models.TextChoices):
    """How far an answer has come. That a waiting one has been opened is seen by its ``opened_at``."""

    WAITING = "waiting", pgettext_lazy("svar", "väntar")
    DRAFT = "draft", pgettext_lazy("svar", "utkast")
    SUBMITTED = "submitted", pgettext_lazy("svar", "inskickat")
    RETURNED = "returned", pgettext_lazy("svar", "tillbakaskickat")
    ACCEPTED = "accepted", pgettext_lazy("svar", "godtaget")

    @property
    def next(self) -> frozenset[AnswerState]:
        return NEXT_ANSWER[self]

    @property
    def is_open(self) -> bool:
        """Whether the one who is asked may still write."""
        return self in OPEN_ANSWERS


OPEN_ANSWERS = frozenset({AnswerState.WAITING, AnswerState.DRAFT, AnswerState.RETURNED})
NEXT_ANSWER: dict[AnswerState, frozenset[AnswerState]] = {
    AnswerState.WAITING: frozenset({AnswerState.DRAFT, AnswerState.SUBMITTED}),
    AnswerState.DRAFT: frozenset({AnswerState.SUBMITTED}),
    AnswerState.RETURNED: frozenset({AnswerState.SUBMITTED}),
    AnswerState.SUBMITTED: frozenset({AnswerState.RETURNED, AnswerState.ACCEPTED}),
    AnswerState.ACCEPTED: frozenset(),
}

FOLLOWUP_CREATED = register("followup.created", _("lade till uppföljningspunkten"))
FOLLOWUP_CHANGED = register("followup.changed", _("ändrade uppföljningspunkten"))
FOLLOWUP_CLOSED = register("followup.closed", _("avslutade uppföljningspunkten"))
FOLLOWUP_HANDED_OVER = register("followup.handed_over", _("lämnade över uppföljningspunkten"))
FOLLOWUP_DONE = register("followup.done", _("klarmarkerade uppföljningspunkten"))
FOLLOWUP_RETURNED = register("followup.returned", _("skickade tillbaka uppföljningspunkten"))
FOLLOWUP_VERIFIED = register("followup.verified", _("kontrollerade och avslutade uppföljningspunkten"))
FOLLOWUP_WITHDRAWN = register("followup.withdrawn", _("tog bort uppföljningspunkten"))
CONTACT_CREATED = register("contact.created", _("lade till en kontakt för"))
CONTACT_CHANGED = register("contact.changed", _("ändrade en kontakt för"))
CONTACT_ENDED = register("contact.ended", _("avslutade en kontakt för"))
CONTACT_ERASED = register("contact.erased", _("raderade en persons kontaktuppgifter hos"))
ROUND_CREATED = register("updateround.created", _("lade till uppdateringsrundan"))
ROUND_CHANGED = register("updateround.changed", _("ändrade uppdateringsrundan"))
ROUND_OPENED = register("updateround.opened", _("öppnade uppdateringsrundan"))
ROUND_CLOSED = register("updateround.closed", _("stängde uppdateringsrundan"))
ROUND_REOPENED = register("updateround.reopened", _("öppnade på nytt uppdateringsrundan"))
ROUND_WITHDRAWN = register("updateround.withdrawn", _("tog bort uppdateringsrundan"))
ANSWER_SUBMITTED = register("answer.submitted", _("tog emot svaret i uppdateringsrundan:"))
ANSWER_RETURNED = register("answer.returned", _("skickade tillbaka svaret i uppdateringsrundan:"))
ANSWER_ACCEPTED = register("answer.accepted", _("godtog svaret i uppdateringsrundan:"))
ANSWER_SHARED = register("answer.shared", _("lät en ställföreträdare svara i uppdateringsrundan:"))
ANSWER_ASKED = register("answer.asked", _("bytte vem som frågas i uppdateringsrundan:"))
POINT_HANDED_ON = register("answer.handed_on", _("lämnade vidare en fråga i uppdateringsrundan:"))
POINT_PLACED = register("answer.placed", _("gav en vidarelämnad fråga till någon i uppdateringsrundan:"))
ANSWER_ESCALATED = register("answer.escalated", _("gjorde en uppföljningspunkt av att ingen svarat i:"))

#: Answering a round without an account; and reading what one is asked to do.
ROUND_LINK = register_purpose("round", _("svar i en uppdateringsrunda"), days=60, per_hour=1200)
FOLLOWUP_LINK = register_purpose("followup", _("en uppföljningspunkt"), days=60, per_hour=300)
