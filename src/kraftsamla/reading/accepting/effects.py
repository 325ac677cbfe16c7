"""What accepting a suggestion did, and how exactly that is taken back, the last thing first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.actors import choices as actors
from kraftsamla.audit.operations import withdraw
from kraftsamla.bodies import choices as bodies
from kraftsamla.core.errors import Refused
from kraftsamla.core.models import Versioned
from kraftsamla.followup import choices as followup
from kraftsamla.followup.models import FollowUp
from kraftsamla.library import choices as library
from kraftsamla.library.models import Document, Passage
from kraftsamla.library.operations import change_document, remove_evidence, remove_note
from kraftsamla.meetings import choices as meetings
from kraftsamla.meetings.models import AgendaItem, Meeting
from kraftsamla.meetings.operations import ask_no_more_at, change_meeting, unlink_followup
from kraftsamla.reading.choices import SUGGESTION_UNDONE
from kraftsamla.reading.models import Reading
from kraftsamla.strategy import choices as strategy
from kraftsamla.strategy.models import Question

Effect = dict[str, Any]

WITHDRAWN: Mapping[str, str] = {
    "actors.organisation": actors.ORGANISATION_WITHDRAWN,
    "actors.othername": SUGGESTION_UNDONE,
    "actors.person": actors.PERSON_WITHDRAWN,
    "actors.spelling": SUGGESTION_UNDONE,
    "actors.engagement": actors.ENGAGEMENT_WITHDRAWN,
    "bodies.body": bodies.BODY_WITHDRAWN,
    "bodies.appointment": bodies.APPOINTMENT_WITHDRAWN,
    "followup.followup": followup.FOLLOWUP_WITHDRAWN,
    "library.document": library.DOCUMENT_WITHDRAWN,
    "meetings.meeting": meetings.MEETING_WITHDRAWN,
    "meetings.agendaitem": meetings.ITEM_WITHDRAWN,
    "meetings.presentation": meetings.PRESENTATION_WITHDRAWN,
    "meetings.attendance": meetings.ATTENDANCE_WITHDRAWN,
    "meetings.decision": meetings.DECISION_WITHDRAWN,
    "strategy.strategy": strategy.STRATEGY_WITHDRAWN,
    "strategy.area": strategy.AREA_WITHDRAWN,
    "strategy.objective": strategy.OBJECTIVE_WITHDRAWN,
    "strategy.action": strategy.ACTION_WITHDRAWN,
    "strategy.datedfact": strategy.DATE_REMOVED,
    "strategy.assignment": strategy.ASSIGNMENT_REMOVED,
    "strategy.question": strategy.QUESTION_WITHDRAWN,
}
#: Rows that come with their owner and go with it.
OWN_ROWS = {"strategy.wording"}


def of(did: str, record: models.Model, **more: Any) -> Effect:
    """An effect on a record as it is kept with the suggestion."""
    named = {"kind": record._meta.label_lower, "key": record.pk, "name": str(record)[:200]}
    named["slug"] = getattr(record, "slug", "")
    version = {"version": record.version} if isinstance(record, Versioned) else {}
    return {"did": did, **named, **version, **more}


def take_back(effect: Effect, *, by: User) -> None:
    """Undo one effect. Raises Refused, with why, when something else has come to rest on it."""
    _UNDO[effect["did"]](effect, by)


def record_of(effect: Effect) -> models.Model | None:
    found: models.Model | None = apps.get_model(effect["kind"])._base_manager.filter(pk=effect["key"]).first()
    return found


def _uncreate(effect: Effect, by: User) -> None:
    record = record_of(effect)
    if record is None:
        return
    if isinstance(record, Versioned) and record.version != effect["version"]:
        raise Refused(
            _("%(name)s har ändrats sedan förslaget godkändes. Ändra posten direkt i stället.") % {"name": record}
        )
    if users := _resting_on(record):
        words = {"name": record, "what": ", ".join(users)}
        raise Refused(_("%(name)s används nu av annat (%(what)s). Ångra det först.") % words)
    try:
        withdraw(subject=record, event=WITHDRAWN[effect["kind"]], by=by)
    except Refused as error:
        words = {"name": effect["name"]}
        raise Refused(
            _("%(name)s används nu av annat, som har godkänts eller lagts till senare. Ångra det först.") % words
        ) from error


def _resting_on(record: models.Model) -> list[str]:
    """What deleting the record would tear away in silence. What protects itself is refused by the log's deed."""
    found = []
    for relation in record._meta.get_fields():
        if relation.name == "passages":
            found.extend([_("fler källor")] if getattr(record, "passages").exists() else [])  # noqa: B009  not every record has passages
            continue
        accessor = getattr(relation, "get_accessor_name", lambda: None)()
        model = relation.related_model
        if not accessor or not isinstance(model, type) or model._meta.label_lower in OWN_ROWS:
            continue
        if relation.many_to_many and getattr(record, accessor).exists():
            found.append(str(model._meta.verbose_name_plural))
        if relation.one_to_many and getattr(relation, "on_delete", None) is models.CASCADE:
            found.extend([str(model._meta.verbose_name_plural)] if getattr(record, accessor).exists() else [])
    return found


def _unquote(effect: Effect, by: User) -> None:
    record = record_of(effect)
    passage = Passage.objects.filter(pk=effect["passage"]).first()
    if record is not None and passage is not None:
        remove_evidence(of=record, passage=passage, by=by)


def _unnote(effect: Effect, by: User) -> None:
    passage = Passage.objects.select_related("document").filter(pk=effect["passage"]).first()
    if passage is not None:
        remove_note(passage=passage, by=by)


def _unsummarise(effect: Effect, by: User) -> None:
    meeting = record_of(effect)
    if isinstance(meeting, Meeting):
        summary = "\n".join(line for line in meeting.summary_sv.split("\n") if line != effect["line"])
        change_meeting(meeting=meeting, values={"summary_sv": summary}, version=meeting.version, by=by)


def _unset_minutes(effect: Effect, by: User) -> None:
    meeting = record_of(effect)
    if isinstance(meeting, Meeting) and meeting.minutes_id == effect["document"]:
        change_meeting(meeting=meeting, values={"minutes": None}, version=meeting.version, by=by)


def _unset_published(effect: Effect, by: User) -> None:
    document = record_of(effect)
    if isinstance(document, Document) and document.published == effect["after"]:
        change_document(document=document, values={"published": effect["before"]}, version=document.version, by=by)


def _unset_strategy(effect: Effect, by: User) -> None:
    Reading.objects.filter(pk=effect["key"], strategy=effect["strategy"]).update(strategy=None)


def _unset_meeting(effect: Effect, by: User) -> None:
    Reading.objects.filter(pk=effect["key"], meeting=effect["meeting"]).update(meeting=None)


def _unlink_followup(effect: Effect, by: User) -> None:
    meeting, followup_ = record_of(effect), FollowUp.objects.filter(pk=effect["followup"]).first()
    if isinstance(meeting, Meeting) and followup_ is not None:
        unlink_followup(meeting=meeting, followup=followup_, by=by)


def _unask(effect: Effect, by: User) -> None:
    item, question = record_of(effect), Question.objects.filter(pk=effect["question"]).first()
    if isinstance(item, AgendaItem) and question is not None:
        ask_no_more_at(item=item, question=question, by=by)


_UNDO: Mapping[str, Callable[[Effect, User], None]] = {
    "created": _uncreate,
    "quoted": _unquote,
    "noted": _unnote,
    "summary": _unsummarise,
    "minutes": _unset_minutes,
    "published": _unset_published,
    "strategy": _unset_strategy,
    "meeting": _unset_meeting,
    "followup": _unlink_followup,
    "asked": _unask,
}
