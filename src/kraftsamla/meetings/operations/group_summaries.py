"""Deeds on what everybody agrees that the groups said on a question."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import now
from kraftsamla.core.errors import Refused
from kraftsamla.core.records import Values, change, create
from kraftsamla.meetings.choices import SummaryState
from kraftsamla.meetings.choices import grouping as events
from kraftsamla.meetings.models import Contribution, Discussion, Summary
from kraftsamla.meetings.rules import may_run
from kraftsamla.strategy.models import Question

FIELDS = ("text_sv", "text_en", "contributions")


@transaction.atomic
def write_summary(*, discussion: Discussion, question: Question, values: Values, version: int, by: User) -> Summary:
    """Write the draft and which points it rests on; ``version`` 0 when there is none yet. Stale when somebody else has
    written meanwhile; Refused when it has been agreed."""
    meeting = discussion.item.meeting
    require(may_run(by, meeting))
    Discussion.objects.select_for_update().get(pk=discussion.pk)
    _check_points(discussion, question, values.get("contributions", ()))
    known = Summary.objects.filter(discussion=discussion, question=question).first()
    if known is None:
        kept = {"discussion": discussion, "question": question}
        known = create(Summary, {**values, **kept}, fields=(*FIELDS, *kept))
        record(event=events.SUMMARY_WRITTEN, subject=meeting, by=by, note=question.wording_sv[:200])
        return known
    if known.state == SummaryState.AGREED:
        raise Refused(_("Sammanfattningen är överenskommen. Ta upp den igen innan du ändrar i den."))
    changes = change(known, values, fields=FIELDS, version=version)
    if changes:
        record(event=events.SUMMARY_WRITTEN, subject=meeting, by=by, changes=changes, note=question.wording_sv[:200])
    return known


@transaction.atomic
def agree_summary(*, summary: Summary, version: int, by: User) -> None:
    """Note that the meeting agreed on these words. Stale when they are not the ones that were read out."""
    meeting = summary.discussion.item.meeting
    require(may_run(by, meeting))
    if not summary.text_sv.strip():
        raise ValidationError({"text_sv": _("Skriv sammanfattningen innan mötet enas om den.")})
    fields = ("state", "agreed_at", "agreed_by")
    change(summary, {"state": SummaryState.AGREED, "agreed_at": now(), "agreed_by": by}, fields=fields, version=version)
    silent = summary.discussion.groups.filter(reported_at=None).count()
    record(
        event=events.SUMMARY_AGREED, subject=meeting, by=by,
        changes={"summary": [None, summary.text_sv], "groups_without_report": [None, silent]},
        note=summary.question.wording_sv[:200],
    )  # fmt: skip


@transaction.atomic
def reopen_summary(*, summary: Summary, version: int, by: User) -> None:
    """Make it a draft again, to change what was agreed."""
    meeting = summary.discussion.item.meeting
    require(may_run(by, meeting))
    fields = ("state", "agreed_at", "agreed_by")
    change(summary, {"state": SummaryState.DRAFT, "agreed_at": None, "agreed_by": None}, fields=fields, version=version)
    record(event=events.SUMMARY_REOPENED, subject=meeting, by=by, note=summary.question.wording_sv[:200])


def _check_points(discussion: Discussion, question: Question, points: Iterable[Contribution]) -> None:
    if any(each.question_id != question.pk or each.group.discussion_id != discussion.pk for each in points):
        raise ValidationError({"contributions": _("Välj bland gruppernas svar på den här frågan.")})
