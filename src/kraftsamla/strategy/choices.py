"""The words for the strategy and its actions, and what the log calls the deeds on them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.registry import register_purpose
from kraftsamla.audit.registry import register


class GoalKind(models.TextChoices):
    """What sort of goal an objective is; it decides how it can be followed up."""

    ACTIVITY = "activity", _("aktivitetsmål")
    OUTPUT = "output", _("prestationsmål")
    EFFECT = "effect", _("effektmål")


class ActionKind(models.TextChoices):
    ASSIGNMENT = "assignment", _("uppdrag")
    APPROPRIATION_DIRECTIONS = "appropriation_directions", _("regleringsbrev")
    FUNDING = "funding", _("finansiering")
    INQUIRY = "inquiry", _("utredning")
    BILL = "bill", _("proposition")
    LEGISLATION = "legislation", _("lagstiftning")
    AGREEMENT = "agreement", _("avtal")
    INFRASTRUCTURE = "infrastructure", _("infrastruktur")
    HUB = "hub", _("hubb")
    PROGRAMME = "programme", _("program")
    STUDY = "study", _("studie")
    REPORT = "report", _("rapport")
    CONFERENCE = "conference", _("konferens")
    MEETING = "meeting", _("möte")
    REGIONAL_INITIATIVE = "regional_initiative", _("regionalt initiativ")
    ORGANISATION = "organisation", _("organisering")
    STRATEGY = "strategy", _("strategi")
    OTHER = "other", _("annan insats")


class SteeringBasis(models.TextChoices):
    APPROPRIATION_DIRECTIONS = "appropriation_directions", _("regleringsbrev")
    GOVERNMENT_ASSIGNMENT = "government_assignment", _("regeringsuppdrag")
    AGREEMENT = "agreement", _("överenskommelse eller avtal")
    GRANT = "grant", _("bidrag")
    OWN_DECISION = "own_decision", _("eget beslut")
    LAW = "law", _("lag eller förordning")


class DateKind(models.TextChoices):
    PUBLISHED = "published", _("publicerad")
    DECIDED = "decided", _("beslutad")
    STARTED = "started", _("startade")
    IN_FORCE = "in_force", _("gäller från")
    INTERIM = "interim", _("delredovisas")
    DUE = "due", _("ska redovisas")
    REPORTED = "reported", _("redovisad")
    HELD = "held", _("genomförd")
    SIGNED = "signed", _("undertecknad")
    EXPECTED = "expected", _("väntas")
    ENDED = "ended", _("avslutad")


class Progress(models.TextChoices):
    """How far an action has come. One of four scales that are never mixed into one colour."""

    PROPOSED = "proposed", _("föreslagen")
    DECIDED = "decided", _("beslutad")
    UNDER_WAY = "under_way", _("pågår")
    DONE = "done", _("genomförd")
    STOPPED = "stopped", _("avbruten")


class Confidence(models.TextChoices):
    """How sure the answerer is that the action reaches what it is meant to."""

    HIGH = "high", _("säker")
    MEDIUM = "medium", _("ganska säker")
    LOW = "low", _("osäker")


class AssignmentRole(models.TextChoices):
    RESPONSIBLE = "responsible", _("ansvarig")
    PARTNER = "partner", _("medverkar")
    FUNDER = "funder", _("finansiär")
    COMMISSIONER = "commissioner", _("uppdragsgivare")
    HOST = "host", _("värd")


class AssignmentState(models.TextChoices):
    """How far an organisation and the office have come with each other about a part in an action.

    ``NAMED``: a source names the organisation, but it has not been asked here whether it accepts.
    ``CHANGES_PROPOSED``: it accepts on other terms than those offered; the office has not yet confirmed them.
    """

    NAMED = "named", _("utpekad i källan")
    OFFERED = "offered", _("tillfrågad")
    ACCEPTED = "accepted", _("åtagen")
    CHANGES_PROPOSED = "changes_proposed", _("vill ändra villkoren")
    ACCEPTED_WITH_CHANGES = "accepted_with_changes", _("åtagen med ändringar")
    DECLINED = "declined", _("avböjd")
    WITHDRAWN = "withdrawn", _("återkallad")
    HANDED_OVER = "handed_over", _("överlämnad till en annan")
    ENDED = "ended", _("avslutad")

    @property
    def is_accepted(self) -> bool:
        return self in {AssignmentState.ACCEPTED, AssignmentState.ACCEPTED_WITH_CHANGES}

    @property
    def is_over(self) -> bool:
        """Whether the organisation has no part any more, or never took one."""
        return self in OVER

    @property
    def next(self) -> frozenset[AssignmentState]:
        """The states that a step may lead to from here; there is no other way."""
        return NEXT[self]


OVER = frozenset({
    AssignmentState.DECLINED, AssignmentState.WITHDRAWN, AssignmentState.HANDED_OVER, AssignmentState.ENDED,
})  # fmt: skip
_TAKEN = frozenset({AssignmentState.HANDED_OVER, AssignmentState.ENDED})
NEXT: dict[AssignmentState, frozenset[AssignmentState]] = {
    AssignmentState.NAMED: frozenset({AssignmentState.OFFERED, AssignmentState.ENDED}),
    AssignmentState.OFFERED: frozenset({
        AssignmentState.OFFERED, AssignmentState.ACCEPTED, AssignmentState.CHANGES_PROPOSED, AssignmentState.DECLINED,
        AssignmentState.WITHDRAWN,
    }),
    AssignmentState.CHANGES_PROPOSED: frozenset({
        AssignmentState.OFFERED, AssignmentState.ACCEPTED_WITH_CHANGES, AssignmentState.DECLINED,
        AssignmentState.WITHDRAWN,
    }),
    AssignmentState.ACCEPTED: _TAKEN,
    AssignmentState.ACCEPTED_WITH_CHANGES: _TAKEN,
    AssignmentState.DECLINED: frozenset({AssignmentState.OFFERED}),
    AssignmentState.WITHDRAWN: frozenset({AssignmentState.OFFERED}),
    AssignmentState.HANDED_OVER: frozenset({AssignmentState.OFFERED}),
    AssignmentState.ENDED: frozenset({AssignmentState.OFFERED}),
}  # fmt: skip


class TermsBy(models.TextChoices):
    """Who worded the terms of an assignment."""

    OFFICE = "office", _("den som frågar")
    ORGANISATION = "organisation", _("den som svarar")


class Finding(models.TextChoices):
    """What somebody else found about a claimed result."""

    VERIFIED = "verified", _("bekräftat")
    NO_EVIDENCE = "no_evidence", _("underlag saknas")
    DISPUTED = "disputed", _("ifrågasatt")


class Verification(models.TextChoices):
    """How well a result is proven. One of four scales that are never mixed into one colour."""

    CLAIMED = "claimed", _("uppgivet, inte granskat")
    VERIFIED = "verified", _("bekräftat av någon annan")
    NO_EVIDENCE = "no_evidence", _("granskat, underlag saknas")
    DISPUTED = "disputed", _("ifrågasatt")


class Handling(models.TextChoices):
    """What is being done with a question."""

    OPEN = "open", _("öppen")
    PURSUED = "pursued", _("drivs")
    WATCHED = "watched", _("bevakas")
    ANSWERED = "answered", _("besvarad")


class ActionEnding(models.TextChoices):
    """How an action left the picture without being finished. Finished ones are told by a status update."""

    MERGED = "merged", _("ihopslagen med en annan")
    CANCELLED = "cancelled", _("struken")


STRATEGY_CREATED = register("strategy.created", _("lade till strategin"))
STRATEGY_CHANGED = register("strategy.changed", _("ändrade strategin"))
STRATEGY_WITHDRAWN = register("strategy.withdrawn", _("tog bort strategin"))
AREA_CREATED = register("area.created", _("lade till området"))
AREA_CHANGED = register("area.changed", _("ändrade området"))
AREA_WITHDRAWN = register("area.withdrawn", _("tog bort området"))
OBJECTIVE_CREATED = register("objective.created", _("lade till målet"))
OBJECTIVE_CHANGED = register("objective.changed", _("ändrade målet"))
OBJECTIVE_REWORDED = register("objective.reworded", _("gav målet en ny lydelse"))
OBJECTIVE_WITHDRAWN = register("objective.withdrawn", _("tog bort målet"))
ACTION_CREATED = register("action.created", _("lade till insatsen"))
ACTION_CHANGED = register("action.changed", _("ändrade insatsen"))
ACTION_MERGED = register("action.merged", _("slog ihop med en annan insats:"))
ACTION_ENDED = register("action.ended", _("avslutade insatsen"))
ACTION_WITHDRAWN = register("action.withdrawn", _("tog bort insatsen"))
DATE_ADDED = register("action.date_added", _("lade till ett datum för insatsen"))
DATE_REMOVED = register("action.date_removed", _("tog bort ett datum för insatsen"))
MONEY_ADDED = register("action.money_added", _("lade till medel för insatsen"))
MONEY_REMOVED = register("action.money_removed", _("tog bort medel för insatsen"))
ASSIGNMENT_CREATED = register("assignment.created", _("knöt en organisation till insatsen"))
ASSIGNMENT_REMOVED = register("assignment.removed", _("tog bort en organisation från insatsen"))
ASSIGNMENT_OFFERED = register("assignment.offered", _("frågade om åtagandet"))
ASSIGNMENT_ACCEPTED = register("assignment.accepted", _("lade in ett ja till åtagandet"))
ASSIGNMENT_CHANGES = register("assignment.changes_proposed", _("lade in ändrade villkor för åtagandet"))
ASSIGNMENT_CONFIRMED = register("assignment.confirmed", _("bekräftade de ändrade villkoren för åtagandet"))
ASSIGNMENT_DECLINED = register("assignment.declined", _("lade in ett nej till åtagandet"))
ASSIGNMENT_WITHDRAWN = register("assignment.withdrawn", _("återkallade frågan om åtagandet"))
ASSIGNMENT_HANDED_OVER = register("assignment.handed_over", _("lämnade över åtagandet"))
ASSIGNMENT_ENDED = register("assignment.ended", _("avslutade åtagandet"))
STATUS_REPORTED = register("status.reported", _("lämnade lägesuppdatering för insatsen"))
STATUS_CORRECTED = register("status.corrected", _("rättade en lägesuppdatering för insatsen"))
QUESTION_CREATED = register("question.created", _("lade till frågan"))
QUESTION_CHANGED = register("question.changed", _("ändrade frågan"))
QUESTION_WITHDRAWN = register("question.withdrawn", _("tog bort frågan"))
STATUS_CONFIRMED = register("status.confirmed", _("uppgav att läget är oförändrat för insatsen"))
MILESTONE_ADDED = register("milestone.added", _("lade till ett delmål för insatsen"))
MILESTONE_REMOVED = register("milestone.removed", _("tog bort ett delmål för insatsen"))
RESULT_CLAIMED = register("result.claimed", _("uppgav ett resultat av insatsen"))
RESULT_CORRECTED = register("result.corrected", _("rättade ett resultat av insatsen"))
RESULT_EXAMINED = register("result.examined", _("granskade ett resultat av insatsen"))
VERDICT_CORRECTED = register("verdict.corrected", _("rättade en granskning av ett resultat av insatsen"))

#: Answering an offer without an account.
OFFER_LINK = register_purpose("offer", _("svar på en fråga om åtagande"), days=45, per_hour=300)
