"""Deeds on comments to circulated minutes: made from a personal link or by somebody signed in, each answered."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import answers_by_link, is_a_person, require
from kraftsamla.actors.models import PersonalLink
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import now, today
from kraftsamla.core.errors import Refused
from kraftsamla.core.partial_dates import latest
from kraftsamla.core.records import append
from kraftsamla.meetings.choices import CommentState, MinutesState
from kraftsamla.meetings.choices import minuting as events
from kraftsamla.meetings.choices.minuting import COMMENT_LINK
from kraftsamla.meetings.models import Comment, Meeting, Minutes, MinutesPart
from kraftsamla.meetings.operations.minuting import change_part, lock
from kraftsamla.meetings.rules import may_run


@transaction.atomic
def comment(
    *, minutes: Minutes, text: str, by: User, part: MinutesPart | None = None, link: PersonalLink | None = None
) -> Comment:
    """Say what should be changed in what was circulated; ``link`` is the personal link it was said by.

    Refused when comments are not asked for, or no longer. ValidationError without words.
    """
    require(_may_comment(by, minutes, link))
    held = lock(minutes)
    if held.state != MinutesState.CIRCULATED:
        raise Refused(_("Anteckningarna är inte ute för synpunkter längre."))
    if latest(held.comments_until) < today():
        raise Refused(_("Sista dagen för synpunkter har gått. Hör av dig till den som sände ut anteckningarna."))
    if not text.strip():
        raise ValidationError({"text": _("Skriv din synpunkt.")})
    if part is not None and part.minutes_id != held.pk:
        raise ValidationError({"part": _("Välj ett av alternativen.")})
    values = {
        "minutes": held, "part": part, "text": text.strip(), "name": link.name if link else by.name, "link": link,
        "organisation": link.organisation if link else None, "user": None if link else by,
    }  # fmt: skip
    made = append(Comment, values)
    record(event=events.MINUTES_COMMENTED, subject=held.meeting, by=by, note=made.name)
    return made


@transaction.atomic
def answer_comment(
    *, comment: Comment, state: CommentState, answer: str, by: User, text: str | None = None, version: int = 0
) -> Comment:
    """Take a comment in or decline it; the one who made it sees the answer. ``text`` is the part's new text.

    ValidationError when it is declined without a reason; Stale when the part was changed after ``version``.
    """
    require(may_run(by, comment.minutes.meeting))
    held = lock(comment.minutes)
    if held.state != MinutesState.CIRCULATED:
        raise Refused(_("Synpunkter besvaras medan anteckningarna är ute."))
    if state not in {CommentState.TAKEN, CommentState.DECLINED}:
        raise ValidationError({"state": _("Välj ett av alternativen.")})
    if state == CommentState.DECLINED and not answer.strip():
        raise ValidationError({"answer": _("Skriv varför, så att den som lämnade synpunkten förstår.")})
    if text is not None and comment.part is not None:
        change_part(part=comment.part, values={"text": text}, version=version, by=by)
    comment.state, comment.answer, comment.answered_at = state, answer.strip(), now()
    comment.full_clean()
    comment.save(update_fields=["state", "answer", "answered_at"])
    said = {"answer": [comment.text, comment.answer]}
    record(event=events.COMMENT_ANSWERED, subject=held.meeting, by=by, changes=said)
    return comment


def _may_comment(by: User, minutes: Minutes, link: PersonalLink | None) -> bool:
    if link is not None:
        about = link.purpose == COMMENT_LINK and link.subject == str(minutes.pk)
        return answers_by_link(by) and about and link.is_open(at=now())
    return is_a_person(by) and Meeting.objects.visible_to(by).filter(pk=minutes.meeting_id).exists()
