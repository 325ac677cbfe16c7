"""What reaches people at once from a meeting: calls, changes, and that it is off. It is shown before it goes."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from kraftsamla.accounts.access import signed_in
from kraftsamla.core.clock import now
from kraftsamla.letters.choices import LetterState
from kraftsamla.letters.models import Recipient
from kraftsamla.letters.notices.wording import Worded, word
from kraftsamla.letters.operations import Outcome
from kraftsamla.meetings.access import get_invitation, get_meeting
from kraftsamla.meetings.forms.inviting import CancelForm
from kraftsamla.meetings.models import Invitation, Meeting
from kraftsamla.meetings.notices.inviting import calling as shared_by_all
from kraftsamla.meetings.notices.inviting import is_to_be_told, letter_of, news_for
from kraftsamla.meetings.operations import calling, inviting
from kraftsamla.meetings.overviews.inviting import inviting_overview
from kraftsamla.meetings.views.inviting import page_of_invitations, trail_to
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import confirm_page, edit_page

#: What stands in a preview instead of a personal link.
NO_LINK = "/inbjudan/…/"


@require_http_methods(["GET", "POST"])
def send_calls(request: HttpRequest, slug: str) -> HttpResponse:
    """To all who have not been called."""
    meeting = get_meeting(request.user, slug, to="edit")
    unsent = [each.invitation for each in inviting_overview(meeting).unsent]
    return _send_page(request, meeting, unsent, heading=_("Skicka kallelsen"))


@require_http_methods(["GET", "POST"])
def send_changes(request: HttpRequest, slug: str) -> HttpResponse:
    """To all whose calendars hold what no longer holds."""
    meeting = get_meeting(request.user, slug, to="edit")
    outdated = [each.invitation for each in inviting_overview(meeting).outdated]
    return _send_page(request, meeting, outdated, heading=_("Skicka besked om ändringen"))


@require_http_methods(["GET", "POST"])
def send_again(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """To one person, who may have had it before."""
    invitation = get_invitation(request.user, slug, pk)
    heading = _("Skicka till %(name)s") % {"name": invitation.name}
    again = invitation.sent_at is not None
    return _send_page(request, invitation.meeting, [invitation], heading=heading, again=again)


@require_http_methods(["GET", "POST"])
def remove_invitation(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Taken back and kept; who has the meeting in the calendar is told in the same press."""
    invitation = get_invitation(request.user, slug, pk)
    meeting = invitation.meeting
    kept = _("%(name)s är inte längre inbjuden. Inbjudan finns kvar under Borttagna.")
    consequences = [kept % {"name": invitation.name}]
    if invitation.sent_at is not None:
        consequences.append(_("Ett brev går nu, och mötet tas bort ur personens kalender."))

    def deed() -> str:
        inviting.withdraw_invitation(invitation=invitation, by=signed_in(request.user))
        _tell(request, calling.send_calls(meeting=meeting, invitations=[invitation], by=signed_in(request.user)))
        return page_of_invitations(meeting)

    return confirm_page(
        request, deed=deed, heading=_("Ta bort inbjudan?"), submit=_("Ta bort"), consequences=consequences,
        cancel=page_of_invitations(meeting), crumbs=trail_to(meeting), done=_("Inbjudan är borttagen."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def cancel_meeting(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    form = CancelForm(typed_in(request))
    called = [each.invitation for each in inviting_overview(meeting).everybody if each.invitation.sent_at]

    def deed() -> str:
        calling.cancel_meeting(meeting=meeting, why=form.values["why"], by=signed_in(request.user))
        _tell(request, calling.send_calls(meeting=meeting, invitations=called, by=signed_in(request.user)))
        return page_of_invitations(meeting)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ställ in mötet"), submit=_("Ställ in mötet"),
        cancel=page_of_invitations(meeting), crumbs=trail_to(meeting), done=_("Mötet är inställt."),
        template="meetings/inviting/cancel.html", context={"called": called, "meeting": meeting},
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def reinstate_meeting(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")

    def deed() -> str:
        calling.reinstate_meeting(meeting=meeting, by=signed_in(request.user))
        return page_of_invitations(meeting)

    return confirm_page(
        request, deed=deed, heading=_("Ska mötet bli av ändå?"), submit=_("Mötet blir av"),
        consequences=[
            _("Mötet är inte längre inställt."),
            _("Inget skickas än. På nästa sida skickar du besked till dem som är inbjudna."),
        ],
        cancel=page_of_invitations(meeting), crumbs=trail_to(meeting), done=_("Mötet är inte längre inställt."),
    )  # fmt: skip


def _send_page(
    request: HttpRequest, meeting: Meeting, invitations: Sequence[Invitation], *, heading: str, again: bool = False
) -> HttpResponse:
    """Who gets it and how it reads; on POST it goes."""
    told = [each for each in invitations if is_to_be_told(each, meeting)]
    if request.method == "POST":
        _tell(request, calling.send_calls(meeting=meeting, invitations=told, by=signed_in(request.user), again=again))
        return HttpResponseRedirect(page_of_invitations(meeting))
    shown = {
        "heading": heading, "meeting": meeting, "told": told, "cancel": page_of_invitations(meeting),
        "preview": _preview(told[0]) if told else None, "first": told[0] if told else None,
        "crumbs": trail_to(meeting), "may_run": True,
    }  # fmt: skip
    return render(request, "meetings/inviting/send.html", shown)


def _preview(invitation: Invitation) -> Worded:
    """The letter as one of them gets it, without a link that works."""
    shared = shared_by_all(invitation.meeting, at=now())
    item = letter_of(invitation, shared, news=news_for(invitation, invitation.meeting), address=lambda: NO_LINK)
    reader = Recipient(email=invitation.email, name=invitation.name, language=invitation.language)
    return word(reader, news=[item], open_still=[], at=shared.at)


def _tell(request: HttpRequest, outcome: Outcome) -> None:
    """Say how it went, and name those to telephone."""
    if outcome.sent:
        sent = ngettext("%(number)s brev har gått.", "%(number)s brev har gått.", outcome.sent)
        messages.success(request, sent % {"number": outcome.sent})
    for state, words in (
        (LetterState.REFUSED, _("Har sagt nej till brev, ring i stället: %(names)s.")),
        (LetterState.FAILED, _("Gick inte att skicka, försök igen eller ring: %(names)s.")),
    ):
        names = ", ".join(f"{each.name} ({each.email})" for each in outcome.unreached if each.state == state)
        if names:
            messages.warning(request, words % {"names": names})
