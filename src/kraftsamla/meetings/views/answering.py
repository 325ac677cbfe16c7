"""The pages behind an invitation's personal link. No account, no cookie, no script needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, NamedTuple, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kraftsamla.accounts.operations import link_account
from kraftsamla.actors.models import PersonalLink
from kraftsamla.actors.operations import use_link
from kraftsamla.core.calendars import own_copy_of
from kraftsamla.core.clock import now
from kraftsamla.meetings.access import get_linked_invitation
from kraftsamla.meetings.choices import Reply
from kraftsamla.meetings.choices.inviting import INVITATION_LINK
from kraftsamla.meetings.forms.inviting import ReplyForm, SubstituteForm
from kraftsamla.meetings.models import Invitation
from kraftsamla.meetings.notices.inviting import entry_of
from kraftsamla.meetings.operations import answering
from kraftsamla.meetings.overviews.inviting import appointed_substitutes, invitation_overview
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import behind_link, edit_page

P = ParamSpec("P")


class Visit(NamedTuple):
    """The holder of a link at their invitation."""

    invitation: Invitation
    link: PersonalLink
    token: str
    language: str

    def address(self, name: str = "invitation", *, said: str = "") -> str:
        chosen = "" if self.language == self.invitation.language else f"&sprak={self.language}"
        query = f"{'svarat=' + said if said else ''}{chosen}".strip("&")
        return reverse(f"guest:{name}", args=[self.token]) + (f"?{query}" if query else "")

    @property
    def substitute_address(self) -> str:
        return self.address("invitation-substitute")

    @property
    def has_calendar(self) -> bool:
        """Whether there is a day to put in a calendar."""
        return entry_of(self.invitation.meeting) is not None


def by_invitation_link(
    view: Callable[Concatenate[HttpRequest, Visit, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """In the invited person's own language unless they choose another."""

    @wraps(view)
    def opened(request: HttpRequest, token: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        link = use_link(token=token, purpose=INVITATION_LINK)
        found = get_linked_invitation(link)
        chosen = request.GET.get("sprak", "")
        language = chosen if chosen in {"sv", "en"} else found.language
        with translation.override(language):
            response = view(request, Visit(found, link, token, language), *args, **kwargs)
            response.headers["Content-Language"] = language
        return response

    return behind_link(opened)


@require_http_methods(["GET", "POST"])
@by_invitation_link
def invitation(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The meeting, and one button for each answer."""
    overview = invitation_overview(visit.invitation, at=now())
    kept = {"greeting": visit.invitation.greeting}
    form = ReplyForm(typed_in(request), ways=overview.ways, initial=kept)

    def deed() -> str:
        answering.answer_invitation(
            invitation=visit.invitation, reply=Reply(form.values["reply"]), greeting=form.values["greeting"],
            link=visit.link, by=link_account(),
        )  # fmt: skip
        return visit.address(said="1") + "#svar"

    return edit_page(
        request, form=form, deed=deed, heading=overview.meeting.title_sv, cancel="",
        template="meetings/inviting/reply.html",
        context={"overview": overview, "visit": visit, "has_said": bool(request.GET.get("svarat"))},
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@by_invitation_link
def substitute(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = SubstituteForm(
        typed_in(request), appointed=appointed_substitutes(visit.invitation),
        initial={"greeting": visit.invitation.greeting},
    )  # fmt: skip

    def deed() -> str:
        answering.send_substitute(
            invitation=visit.invitation, appointment=form.chosen, name=form.values["name"],
            email=form.values["email"], greeting=form.values["greeting"], link=visit.link, by=link_account(),
        )  # fmt: skip
        return visit.address(said="1") + "#svar"

    return edit_page(
        request, form=form, deed=deed, heading=_("Min ersättare kommer"), submit=_("Skicka svaret"),
        cancel=visit.address(), template="meetings/inviting/substitute.html",
        context={"meeting": visit.invitation.meeting, "visit": visit},
    )  # fmt: skip


@require_safe
@by_invitation_link
def calendar_file(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The meeting to put in a calendar by hand."""
    entry = entry_of(visit.invitation.meeting)
    if entry is None or visit.invitation.withdrawn_at is not None:
        raise Http404
    response = HttpResponse(own_copy_of(entry, language=visit.language), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="mote.ics"'
    return response


@require_safe
@behind_link
def paper(request: HttpRequest, token: str, pk: int) -> HttpResponse:
    """A file that belongs to the meeting, to save: no browser opens it here."""
    found = get_linked_invitation(use_link(token=token, purpose=INVITATION_LINK))
    material = found.meeting.materials.filter(pk=pk).select_related("document").first()
    if material is None or not material.document.file or found.withdrawn_at is not None:
        raise Http404
    try:
        with material.document.file.open("rb") as file:
            response = HttpResponse(file.read(), content_type="application/octet-stream")
    except FileNotFoundError:
        raise Http404 from None
    named = content_disposition_header(as_attachment=True, filename=material.document.file_name)
    response.headers["Content-Disposition"] = named or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
