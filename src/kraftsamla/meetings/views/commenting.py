"""Comments on circulated minutes: behind a personal link, for who is signed in, and how the office answers them."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kraftsamla.accounts.access import signed_in
from kraftsamla.accounts.operations import link_account
from kraftsamla.actors.operations import use_link
from kraftsamla.core.clock import today
from kraftsamla.meetings.access import get_meeting
from kraftsamla.meetings.assembly.minutes import word_of
from kraftsamla.meetings.choices.minuting import COMMENT_LINK
from kraftsamla.meetings.forms.minuting import AnswerCommentForm, CommentForm
from kraftsamla.meetings.models import Comment, Minutes, MinutesPart
from kraftsamla.meetings.operations import minuting_comments as deeds
from kraftsamla.meetings.overviews.minuting import reading_by_link, reading_signed_in, revisions_of
from kraftsamla.meetings.views.minuting import page_of_minutes, trail_of
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import behind_link, edit_page


@require_http_methods(["GET", "POST"])
@behind_link
def comments(request: HttpRequest, token: str) -> HttpResponse:
    """What was circulated, for the holder of a link to read and comment on."""
    link = use_link(token=token, purpose=COMMENT_LINK)
    found = get_object_or_404(_minutes(), pk=link.subject)
    with translation.override(language_of(request, found.language)):
        reading = reading_by_link(found, link, at=today())
        form = CommentForm(typed_in(request), parts=reading.parts)

        def deed() -> str:
            part = _part(found, form.values["part"])
            deeds.comment(minutes=found, text=form.values["text"], part=part, link=link, by=link_account())
            return f"{request.get_full_path()}#synpunkter"

        response = edit_page(
            request, form=form, deed=deed, heading=word_of(found.meeting), submit=_("Lämna synpunkten"), cancel="",
            template="meetings/minuting/comments_by_link.html",
            context={"reading": reading, "minutes": found, "meeting": found.meeting, "link": link},
        )  # fmt: skip
        response.headers["Content-Language"] = translation.get_language() or "sv"
        return response


@require_POST
def add_comment(request: HttpRequest, slug: str) -> HttpResponse:
    """A comment of somebody signed in."""
    meeting = get_meeting(request.user, slug)
    found = next(iter(revisions_of(meeting)), None)
    if found is None:
        raise Http404
    user = signed_in(request.user)
    reading = reading_signed_in(found, user, at=today())
    form = CommentForm(request.POST, parts=reading.parts)

    def deed() -> str:
        deeds.comment(minutes=found, text=form.values["text"], part=_part(found, form.values["part"]), by=user)
        return f"{page_of_minutes(meeting)}#synpunkter"

    return edit_page(
        request, form=form, deed=deed, heading=word_of(meeting), submit=_("Lämna synpunkten"),
        cancel=page_of_minutes(meeting), done=_("Synpunkten är lämnad."), crumbs=trail_of(meeting),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def answer_comment(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take a comment in, with the part's text to change in the same breath, or decline it with a reason."""
    meeting = get_meeting(request.user, slug, to="edit")
    rows = Comment.objects.select_related("minutes__meeting__body", "part__minutes__meeting", "part__item__note")
    found = get_object_or_404(rows, minutes__meeting=meeting, pk=pk)
    form = AnswerCommentForm(typed_in(request), part=found.part)

    def deed() -> str:
        values = form.values
        deeds.answer_comment(
            comment=found, state=values["state"], answer=values["answer"], text=values.get("text"),
            version=form.version_seen, by=signed_in(request.user),
        )  # fmt: skip
        return f"{page_of_minutes(meeting)}#synpunkter"

    return edit_page(
        request, form=form, deed=deed, heading=_("Besvara synpunkten"), submit=_("Spara svaret"),
        cancel=f"{page_of_minutes(meeting)}#synpunkter", done=_("Synpunkten är besvarad."), crumbs=trail_of(meeting),
        template="meetings/minuting/answer_comment.html", context={"comment": found},
    )  # fmt: skip


def language_of(request: HttpRequest, own: str) -> str:
    chosen = request.GET.get("sprak", "")
    return chosen if chosen in {"sv", "en"} else own


def _minutes() -> QuerySet[Minutes]:
    return Minutes.objects.select_related("meeting__body__host", "corrects", "document")


def _part(minutes: Minutes, key: str) -> MinutesPart | None:
    return minutes.parts.filter(pk=key).first() if key else None
