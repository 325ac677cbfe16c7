"""What is posted from an answer page: every point that was touched is kept, then the button's deed is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, TimestampSigner, b62_decode
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kraftsamla.accounts.operations import link_account
from kraftsamla.actors.rules import Voice, voice_by_link
from kraftsamla.core.clock import today
from kraftsamla.core.errors import Refused, Stale
from kraftsamla.followup import operations
from kraftsamla.followup.access import get_point
from kraftsamla.followup.forms.answers import MORE_FIELDS, PointForm, SenderForm
from kraftsamla.followup.models import Answer
from kraftsamla.followup.overviews.answers import AnswerOverview, PointRow, answer_overview
from kraftsamla.followup.overviews.rounds import estimate

SHOWN_FOR = dt.timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody at their sheet: which, in whose voice, in which language."""

    answer: Answer
    voice: Voice
    token: str
    language: str

    def address(self, name: str, *args: Any) -> str:
        path = reverse(f"asked:{name}", args=[self.token, *args])
        return path if self.language == self.answer.language else f"{path}?sprak={self.language}"


@dataclass(slots=True)
class Card:
    """A point as it is shown: its form, and what was wrong with its files."""

    row: PointRow
    form: PointForm
    wrong_files: list[str] = field(default_factory=list)

    @property
    def is_wrong(self) -> bool:
        return bool(self.form.is_bound and (self.form.errors or self.form.standing or self.wrong_files))

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown at once: where there is something in them, or no status to leave unchanged."""
        point = self.row.point
        return self.is_wrong or self.row.last is None or (not point.unchanged and point.is_answered) or point.has_words

    @property
    def shows_more(self) -> bool:
        """Whether results and evidence are shown at once."""
        point = self.row.point
        wrong = any(name in MORE_FIELDS for name in (*self.form.errors, *self.form.standing))
        return wrong or bool(point.result or point.evidence or point.evidence_url or point.attachments.all())


def post_sheet(request: HttpRequest, visit: Visit, overview: AnswerOverview) -> HttpResponse:
    """Keep what was typed in every point, then do what the button says."""
    deed, _colon, which = request.POST.get("deed", "spara").partition(":")
    cards = cards_of(overview, request)
    sender = SenderForm(request.POST, prefix="av")
    status = _keep_all(cards, visit, request, forced=int(which) if deed == "spara" and which.isdigit() else None)
    if status == 200:
        try:
            return HttpResponseRedirect(_do(deed, which, visit, sender, request))
        except ValidationError as error:
            sender.is_valid()
            sender.take_errors(error)
            status = 422
        except Refused as refused:
            sender.is_valid()
            sender.add_error(None, refused.message)
            status = 409
        cards = cards_of(answer_overview(visit.answer))
    return sheet_page(request, visit, cards, sender=sender, status=status)


def _keep_all(cards: Iterable[Card], visit: Visit, request: HttpRequest, *, forced: int | None) -> int:
    """Save every point that was touched. Returns 200 when all went well; what is wrong stands in the cards."""
    status = 200
    for card in cards:
        try:
            if not card.form.is_bound:
                continue
            if not card.form.is_valid():
                status = 422
                continue
            if card.form.touched or card.row.point.pk == forced:
                keep_point(card, visit, request)
            for file in request.FILES.getlist(f"p{card.row.point.pk}-file"):
                operations.add_attachment(
                    point=card.row.point, file_name=file.name or "fil", content=file.read(), voice=visit.voice,
                    by=link_account(),
                )  # fmt: skip
        except ValidationError as error:
            if hasattr(error, "error_dict") and "file" in error.error_dict:
                card.wrong_files += [message for each in error.error_dict["file"] for message in each.messages]
            else:
                card.form.take_errors(error)
            status = 422
        except Stale as stale:
            card.form.take_conflict(stale)
            status = 409
        except Refused as refused:
            card.form.add_error(None, refused.message)
            status = 409
    return status


def keep_point(card: Card, visit: Visit, request: HttpRequest) -> None:
    operations.save_point(
        point=card.row.point, values={**card.form.values, "unchanged": False}, version=card.form.version_seen,
        voice=visit.voice, by=link_account(), shown_at=shown_at_of(request),
    )  # fmt: skip


def _do(deed: str, which: str, visit: Visit, sender: SenderForm, request: HttpRequest) -> str:
    """The deed of a button, and where to go."""
    page, by, at = visit.address("answer"), link_account(), shown_at_of(request)
    if deed == "oforandrat" and which.isdigit():
        point = get_point(visit.answer, int(which))
        operations.save_point(
            point=point, values={"unchanged": True}, version=point.version, voice=visit.voice, by=by, shown_at=at
        )
        return f"{page}#p{which}"
    if deed == "oforandrat":
        operations.confirm_all(answer=visit.answer, voice=visit.voice, by=by, shown_at=at)
        return f"{page}#skicka"
    if deed == "fil-bort" and which.isdigit():
        for point in visit.answer.points.filter(attachments=int(which)):
            for file in point.attachments.filter(pk=int(which)):
                file.point.answer = visit.answer
                operations.remove_attachment(attachment=file, voice=visit.voice, by=by)
            return f"{page}#p{point.pk}"
    if deed == "skicka":
        sender.is_valid()
        link = visit.voice.link
        assert link is not None, "this page is behind a link"
        voice = voice_by_link(link, name=sender.values.get("name", ""), title=sender.values.get("title", ""))
        operations.submit_answer(answer=visit.answer, voice=voice, by=by, shown_at=at)
        return page
    return f"{page}#p{which}" if which.isdigit() else page


def sheet_page(
    request: HttpRequest, visit: Visit, cards: list[Card], *, sender: SenderForm, status: int = 200
) -> HttpResponse:
    """The sheet while it may be written, the receipt once it may not."""
    overview = answer_overview(visit.answer)
    wrong = [card for card in cards if card.is_wrong]
    shown = {
        "visit": visit, "answer": visit.answer, "round": visit.answer.round, "overview": overview, "cards": cards,
        "sender": sender, "wrong": wrong, "conflict": any(card.form.standing for card in cards),
        "heading": visit.answer.round.title, "minutes": estimate(len(cards)),
        "days_left": visit.answer.round.days_left(at=today()), "shown_at": TimestampSigner().sign("visad"),
        "copies": [(visit.address("copy", "docx"), "Word"), (visit.address("copy", "xlsx"), "Excel")],
        "share_address": visit.address("share"), "page_address": visit.address("answer"),
    }  # fmt: skip
    template = "followup/sheet.html" if visit.answer.may_be_written else "followup/receipt.html"
    return render(request, template, shown, status=status)


def cards_of(overview: AnswerOverview, request: HttpRequest | None = None) -> list[Card]:
    return [Card(row, form_of(row, overview.answer, request)) for row in overview.rows]


def form_of(row: PointRow, answer: Answer, request: HttpRequest | None) -> PointForm:
    data = request.POST if request is not None else None
    if data is not None and f"p{row.point.pk}-version" not in data:
        data = None  # the point has come to this sheet since the page was shown
    row.point.answer = answer
    return PointForm(
        data, record=row.point, last=row.last, own=answer.round.own_questions, results=answer.round.asks_results
    )


def sender_of(visit: Visit) -> SenderForm:
    return SenderForm(prefix="av", initial={"name": visit.voice.name, "title": visit.voice.title})


def shown_at_of(request: HttpRequest) -> dt.datetime | None:
    """When the page was shown, as the page itself says under our signature."""
    signer = TimestampSigner()
    try:
        signer.unsign(request.POST.get("visad", ""), max_age=SHOWN_FOR)
        stamp = request.POST["visad"].split(":")[1]
    except (BadSignature, IndexError):
        return None
    return dt.datetime.fromtimestamp(b62_decode(stamp), tz=dt.UTC)
