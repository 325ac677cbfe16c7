"""Deeds of those who asked: an answer is sent back with a reason, or accepted and said in the strategy."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.actors.rules import Voice, voice_in_round
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import now
from kraftsamla.core.errors import Refused
from kraftsamla.followup import choices
from kraftsamla.followup.choices import AnswerState
from kraftsamla.followup.models import Answer, Attachment, Point
from kraftsamla.followup.operations.answering import step
from kraftsamla.library.choices import DocumentKind, Publicity
from kraftsamla.library.extraction import Unreadable, extract
from kraftsamla.library.models import Document, Passage
from kraftsamla.library.operations import AlreadyStored, add_evidence, cite, create_document, store_document
from kraftsamla.strategy.models import StatusUpdate
from kraftsamla.strategy.operations import claim_result, report_no_change, report_status


@transaction.atomic
def return_answer(*, answer: Answer, reason: str, by: User) -> Answer:
    """Send an answer back, with what is missing. It can then be changed and sent again."""
    require(may_edit(by))
    answer = _locked(answer)
    if not reason.strip():
        raise ValidationError({"reason": _("Skriv vad som saknas, så att det går att rätta.")})
    if not answer.round.is_open:
        raise Refused(_("Rundan är stängd. Öppna den på nytt först, så att svaret kan ändras."))
    step(answer, AnswerState.RETURNED)
    answer.reason, answer.decided_at = reason.strip(), now()
    answer.save(update_fields=["state", "reason", "decided_at"])
    record(event=choices.ANSWER_RETURNED, subject=answer, by=by, note=reason.strip())
    return answer


@transaction.atomic
def accept_answer(*, answer: Answer, by: User) -> list[StatusUpdate]:
    """Take an answer as it stands: each point becomes a status update in the answerer's name, each result a claim.

    All of it or nothing. Refused when a point can no longer be said (an action struck out meanwhile).
    """
    require(may_edit(by))
    answer = _locked(answer)
    step(answer, AnswerState.ACCEPTED)
    voice = voice_in_round(answer.organisation, name=answer.said_by, title=answer.said_by_title)
    points = answer.points.select_related("action__merged_into").prefetch_related("attachments")
    updates = [_say(point, answer, voice=voice, by=by) for point in points]
    answer.reason, answer.decided_at = "", now()
    answer.save(update_fields=["state", "reason", "decided_at"])
    record(event=choices.ANSWER_ACCEPTED, subject=answer, by=by, note=str(voice))
    return updates


def _locked(answer: Answer) -> Answer:
    answers = Answer.objects.select_related("round", "organisation").select_for_update(of=("self",))
    return answers.get(pk=answer.pk)


def _say(point: Point, answer: Answer, *, voice: Voice, by: User) -> StatusUpdate:
    assert answer.submitted_at is not None, "only what has been sent can be accepted"
    action = point.action.merged_into or point.action
    day = localtime(answer.submitted_at).date().isoformat()
    passages = _evidence(point, answer, by=by)
    if point.unchanged:
        update = report_no_change(action=action, by=by, voice=voice, on=day, confidence=point.confidence)
    else:
        words = _words(point, answer, shown=bool(passages))
        values = {"on": day, "progress": point.progress, "confidence": point.confidence, **words}
        update = report_status(action=action, values=values, by=by, voice=voice)
    for passage in passages:
        add_evidence(to=update, passage=passage, by=by)
    if point.result and not point.unchanged:
        _claim(point, answer, day=day, passages=passages, voice=voice, by=by)
    point.update = update
    point.save(update_fields=["update"])
    return update


def _words(point: Point, answer: Answer, *, shown: bool) -> dict[str, str]:
    """What happened, in the answerer's language; what shows it comes with it when nothing can be cited."""
    said = point.words
    if point.evidence and not shown and not point.result:
        said = f"{said}\n\n{point.evidence}".strip()
    return {"words_en": said} if answer.language == "en" else {"words_sv": said}


def _claim(point: Point, answer: Answer, *, day: str, passages: list[Passage], voice: Voice, by: User) -> None:
    # A claim must have Swedish words; one in English stands in both until somebody translates it.
    values: dict[str, Any] = {"what_sv": point.result, "on": point.result_on or day}
    values |= {"what_en": point.result} if answer.language == "en" else {}
    shown_by = point.evidence or ("" if point.evidence_url or passages else _("Uppges i svaret, utan underlag."))
    values |= {"evidence": shown_by, "evidence_url": point.evidence_url}
    action = point.action.merged_into or point.action
    claim_result(action=action, values=values, voice=voice, by=by, passages=tuple(passages))


def _evidence(point: Point, answer: Answer, *, by: User) -> list[Passage]:
    """What the answer shows, as passages of documents in the library."""
    if point.unchanged:
        return []
    documents = [_filed(attachment, answer, by=by) for attachment in point.attachments.all()]
    if point.evidence_url:
        known = Document.objects.filter(url=point.evidence_url).first()
        values = {"title": _title(point.action.title_sv), "url": point.evidence_url, "publisher": answer.organisation}
        documents.append(known or create_document(values={**values, "kind": DocumentKind.OTHER}, by=by))
    return [cite(document=document, note_sv=point.evidence, by=by) for document in dict.fromkeys(documents)]


def _filed(attachment: Attachment, answer: Answer, *, by: User) -> Document:
    """The file in the library: read by the reader in its own process if it can be read, and not shown in public."""
    content = attachment.file.read()
    attachment.file.close()
    try:
        found = extract(content=content, file_name=attachment.file_name)
        text, layout = found.text, found.layout
    except Unreadable:
        text, layout = "", []
    values = {
        "title": attachment.file_name, "kind": DocumentKind.OTHER, "publisher": answer.organisation,
        "publicity": Publicity.PRIVATE,
    }  # fmt: skip
    try:
        document = store_document(
            file_name=attachment.file_name, content=content, text=text, layout=layout, values=values, by=by
        )
    except AlreadyStored as known:
        document = known.document
    attachment.document = document
    attachment.save(update_fields=["document"])
    return document


def _title(action: str) -> str:
    return (_("Underlag: %(action)s") % {"action": action})[:300]
