"""Who is invited to a meeting: the list with the answers, from the body, by hand, and taken back."""

from __future__ import annotations

import csv
import io

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kraftsamla.accounts.access import admit, signed_in
from kraftsamla.bodies.models import Appointment
from kraftsamla.core.errors import Refused
from kraftsamla.meetings.access import get_invitation, get_meeting
from kraftsamla.meetings.choices import Reply
from kraftsamla.meetings.forms.inviting import GuestForm, InvitationForm, RecordedReplyForm, SubstituteForm
from kraftsamla.meetings.models import Meeting
from kraftsamla.meetings.operations import answering, inviting
from kraftsamla.meetings.overviews.inviting import appointed_substitutes, candidates, inviting_overview
from kraftsamla.meetings.rules import ways_to_come
from kraftsamla.meetings.views.meetings import trail
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, confirm_page, do, edit_page


def page_of_invitations(meeting: Meeting) -> str:
    return reverse("meetings:invitations", args=[meeting.slug])


def trail_to(meeting: Meeting) -> Crumbs:
    return [*trail(meeting), (_("Inbjudna"), page_of_invitations(meeting))]


@require_safe
def invitations(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is invited and what they answer. Addresses are for those who run the meeting."""
    meeting = get_meeting(request.user, slug, to="edit")
    shown = {"overview": inviting_overview(meeting), "meeting": meeting, "crumbs": trail(meeting), "may_run": True}
    return render(request, "meetings/inviting/invitations.html", shown)


@require_http_methods(["GET", "POST"])
def invite_from_body(request: HttpRequest, slug: str) -> HttpResponse:
    """Those appointed on the meeting's day, with those who are usually asked chosen beforehand."""
    meeting = get_meeting(request.user, slug, to="edit")
    listed = candidates(meeting)
    refusal = ""
    if request.method == "POST":
        keys = [int(key) for key in request.POST.getlist("forordnande") if key.isdecimal() and len(key) < 10]
        chosen = Appointment.objects.filter(pk__in=keys, body=meeting.body_id).select_related("person", "on_behalf_of")
        try:
            rows = inviting.invite_appointed(
                meeting=meeting, appointments=chosen.in_protocol_order(), by=signed_in(request.user)
            )
        except Refused as refused:
            refusal = refused.message
        else:
            done = ngettext("%(number)s person är inbjuden.", "%(number)s personer är inbjudna.", len(rows))
            messages.success(request, done % {"number": len(rows)} + " " + _("Ingenting är skickat än."))
            return HttpResponseRedirect(page_of_invitations(meeting))
    shown = {
        "meeting": meeting, "candidates": listed, "refusal": refusal, "crumbs": trail_to(meeting),
        "heading": _("Bjud in ur organet"), "cancel": page_of_invitations(meeting), "may_run": True,
    }  # fmt: skip
    return render(request, "meetings/inviting/from_body.html", shown, status=409 if refusal else 200)


@require_http_methods(["GET", "POST"])
def invite_guest(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    form = GuestForm(typed_in(request))

    def deed() -> str:
        inviting.invite_guest(meeting=meeting, values={**form.values, "is_guest": True}, by=signed_in(request.user))
        return page_of_invitations(meeting)

    return edit_page(
        request, form=form, deed=deed, heading=_("Bjud in en gäst"), submit=_("Bjud in"),
        cancel=page_of_invitations(meeting), done=_("Gästen är inbjuden. Ingenting är skickat än."),
        crumbs=trail_to(meeting),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def edit_invitation(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    invitation = get_invitation(request.user, slug, pk)
    form = InvitationForm(typed_in(request), record=invitation)
    back = page_of_invitations(invitation.meeting)

    def deed() -> str:
        inviting.change_invitation(
            invitation=invitation, values=form.values, version=form.version_seen, by=signed_in(request.user)
        )
        return f"{back}#inbjudan-{invitation.pk}"

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra inbjudan"), cancel=back, done=_("Ändringen är sparad."),
        crumbs=trail_to(invitation.meeting), template="meetings/inviting/invitation_form.html",
        context={"invitation": invitation},
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def record_answer(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """An answer that came by telephone or mail."""
    invitation = get_invitation(request.user, slug, pk)
    back = page_of_invitations(invitation.meeting)
    kept = {"reply": invitation.reply, "greeting": invitation.greeting}
    form = RecordedReplyForm(typed_in(request), ways=ways_to_come(invitation.meeting), initial=kept)

    def deed() -> str:
        answering.answer_invitation(
            invitation=invitation, reply=Reply(form.values["reply"]), greeting=form.values["greeting"],
            by=signed_in(request.user),
        )  # fmt: skip
        return f"{back}#inbjudan-{invitation.pk}"

    return edit_page(
        request, form=form, deed=deed, heading=_("Svar från %(name)s") % {"name": invitation.name}, cancel=back,
        done=_("Svaret är sparat."), crumbs=trail_to(invitation.meeting),
        template="meetings/inviting/record_answer.html", context={"invitation": invitation},
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def record_substitute(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    invitation = get_invitation(request.user, slug, pk)
    back = page_of_invitations(invitation.meeting)
    form = SubstituteForm(typed_in(request), appointed=appointed_substitutes(invitation))

    def deed() -> str:
        answering.send_substitute(
            invitation=invitation, appointment=form.chosen, name=form.values["name"], email=form.values["email"],
            greeting=form.values["greeting"], by=signed_in(request.user),
        )  # fmt: skip
        return f"{back}#inbjudan-{invitation.pk}"

    return edit_page(
        request, form=form, deed=deed, heading=_("Ersättare för %(name)s") % {"name": invitation.name}, cancel=back,
        done=_("Ersättaren är inbjuden. Ingenting är skickat än."), crumbs=trail_to(invitation.meeting),
    )  # fmt: skip


@require_POST
def restore_invitation(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    invitation = get_invitation(request.user, slug, pk)
    return do(
        request, back=page_of_invitations(invitation.meeting), done=_("Personen är inbjuden igen."),
        deed=lambda: inviting.restore_invitation(invitation=invitation, by=signed_in(request.user)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def erase_invitee(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    admit(request.user, to="edit")
    invitation = get_invitation(request.user, slug, pk)
    back = page_of_invitations(invitation.meeting)

    def deed() -> str:
        inviting.erase_invitee(invitation=invitation, by=signed_in(request.user))
        return back

    return confirm_page(
        request, deed=deed, heading=_("Radera uppgifterna om %(name)s?") % {"name": invitation.name},
        submit=_("Radera"), cancel=back, crumbs=trail_to(invitation.meeting), done=_("Uppgifterna är raderade."),
        consequences=[
            _("Adressen %(email)s raderas ur alla inbjudningar, och hälsningar som har skrivits.")
            % {"email": invitation.email or "–"},
            _("Personliga länkar till adressen slutar gälla."),
            _("Vem som var med på ett möte står kvar bland deltagarna. Det kan inte ångras."),
        ],
    )  # fmt: skip


@require_safe
def answer_counts(request: HttpRequest, slug: str) -> HttpResponse:
    """For whoever orders coffee: how many, and nobody's name."""
    meeting = get_meeting(request.user, slug, to="edit")
    answers = inviting_overview(meeting).answers
    written = io.StringIO()
    rows = csv.writer(written, delimiter=";")
    rows.writerow([_("Möte"), meeting.title_sv])
    rows.writerow([_("Dag"), meeting.starts_on])
    for reply in (Reply.ROOM, Reply.REMOTE, Reply.SUBSTITUTE, Reply.NO, Reply.NONE):
        rows.writerow([reply.label, getattr(answers, reply.value)])
    response = HttpResponse(written.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="antal-{meeting.slug}.csv"'
    return response
