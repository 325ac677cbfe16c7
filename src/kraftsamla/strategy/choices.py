"""The words for the strategy and its actions, and what the log calls the deeds on them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

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
    """``NAMED``: a source names the organisation, but it has not been asked here whether it accepts."""

    NAMED = "named", _("utpekad i källan")
    OFFERED = "offered", _("tillfrågad")
    ACCEPTED = "accepted", _("åtagen")
    ACCEPTED_WITH_CHANGES = "accepted_with_changes", _("åtagen med ändringar")
    DECLINED = "declined", _("avböjd")

    @property
    def is_accepted(self) -> bool:
        return self in {AssignmentState.ACCEPTED, AssignmentState.ACCEPTED_WITH_CHANGES}


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
STATUS_REPORTED = register("status.reported", _("lämnade lägesuppdatering för insatsen"))
STATUS_CORRECTED = register("status.corrected", _("rättade en lägesuppdatering för insatsen"))
QUESTION_CREATED = register("question.created", _("lade till frågan"))
QUESTION_CHANGED = register("question.changed", _("ändrade frågan"))
QUESTION_WITHDRAWN = register("question.withdrawn", _("tog bort frågan"))
