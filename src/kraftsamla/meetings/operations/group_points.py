"""Deeds of a group's scribe: points, which are kept once however often they are sent, and that the group is done.

A point belongs to its group and to nobody in it: nothing here says, keeps or logs who typed.
"""

from __future__ import annotations

import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import answers_by_link, require
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import now
from kraftsamla.core.errors import Refused
from kraftsamla.core.records import append
from kraftsamla.meetings.choices import grouping as events
from kraftsamla.meetings.models import Contribution, Group
from kraftsamla.meetings.rules import may_run
from kraftsamla.strategy.models import Question

LONGEST = 2000


@transaction.atomic
def keep_point(
    *, group: Group, question: Question, key: uuid.UUID, text: str, by: User, replaces: uuid.UUID | None = None
) -> Contribution:
    """Keep a point, once for each key. ``replaces``: the key of the point it is written instead of, which is withdrawn.

    Also when the discussion has been closed: it was typed before, on a telephone that had lost its connection.
    """
    require(_may_write(by, group))
    Group.objects.select_for_update().get(pk=group.pk)
    text = text.replace("\x00", "").strip()
    if (known := Contribution.objects.filter(key=key).first()) is not None:
        if (known.group_id, known.question_id, known.text) != (group.pk, question.pk, text):
            raise Refused(_("Något annat har redan sparats under samma kvittens. Ladda om sidan och skriv igen."))
        return known
    if not text:
        raise ValidationError({"text": _("Skriv punkten.")})
    if len(text) > LONGEST:
        raise ValidationError(
            {"text": _("Punkten har %(length)s tecken. Korta den till högst %(limit)s, eller dela den i två.")
             % {"length": len(text), "limit": LONGEST}}
        )  # fmt: skip
    if not group.discussion.item.questions.filter(pk=question.pk).exists():
        raise Refused(_("Frågan ställs inte längre till grupperna."))
    before = Contribution.objects.filter(group=group, key=replaces).first() if replaces else None
    point = append(
        Contribution, {"group": group, "question": question, "key": key, "text": text, "replaces": before}
    )
    if before is not None and before.withdrawn_at is None:
        Contribution.objects.filter(pk=before.pk).update(withdrawn_at=now())
    return point


@transaction.atomic
def withdraw_point(*, group: Group, key: uuid.UUID, by: User) -> None:
    """Take a point back; it is no longer shown as the group's. Nothing when it is withdrawn already."""
    require(_may_write(by, group))
    if not Contribution.objects.filter(group=group, key=key).exists():
        raise Refused(_("Punkten finns inte. Ladda om sidan."))
    Contribution.objects.filter(group=group, key=key, withdrawn_at=None).update(withdrawn_at=now())


@transaction.atomic
def report_group(*, group: Group, is_done: bool, by: User) -> None:
    """Say that the group is done, or that it goes on."""
    require(_may_write(by, group))
    rows = Group.objects.filter(pk=group.pk)
    if is_done:
        if rows.filter(reported_at=None).update(reported_at=now()):
            record(event=events.GROUP_REPORTED, subject=group.discussion.item.meeting, by=by, note=str(group.number))
    else:
        rows.update(reported_at=None)


def _may_write(by: User, group: Group) -> bool:
    """The holder of the group's link, or who runs the meeting and writes down what the group has handed in."""
    return answers_by_link(by) or may_run(by, group.discussion.item.meeting)
