"""Answering an offer: signed in, by a coordinator who writes it down, or from a personal link without an account."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import link_account
from kraftsamla.actors.models import Representation
from kraftsamla.actors.operations import use_link
from kraftsamla.actors.rules import Voice, voice_by_link, voice_of, voice_recorded
from kraftsamla.strategy import operations
from kraftsamla.strategy.choices import OFFER_LINK, AssignmentState
from kraftsamla.strategy.forms import AnswerForm
from kraftsamla.strategy.forms.assignments import ACCEPT, CHANGE
from kraftsamla.strategy.models import Assignment
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, behind_link, edit_page


def answer_with(request: HttpRequest, assignment: Assignment, *, voice: Voice | None) -> AnswerForm:
    """The form, with the name and title that are known; a signed-in representative's are not asked for."""
    known: dict[str, Any] = {"version": assignment.version}
    if voice is not None:
        known |= {"said_by": voice.name, "said_by_title": voice.title}
    form = AnswerForm(typed_in(request), assignment=assignment, initial=known)
    if voice is not None and voice.link is None:
        for name in ("said_by", "said_by_title"):
            del form.fields[name]
    elif voice is None:
        form.fields["said_by"].label = _("Namnet på den som svarade")
        form.fields["said_by_title"].label = _("Titeln")
    return form


def give(assignment: Assignment, form: AnswerForm, *, voice: Voice, by: User) -> None:
    """The deed that the answer calls for."""
    words, version = form.values["words"], form.version_seen
    if form.values["answer"] == ACCEPT:
        operations.accept_assignment(assignment=assignment, voice=voice, words=words, version=version, by=by)
    elif form.values["answer"] == CHANGE:
        operations.propose_changes(
            assignment=assignment, terms=form.terms, voice=voice, words=words, version=version, by=by
        )  # fmt: skip
    else:
        operations.decline_assignment(assignment=assignment, reason=words, voice=voice, version=version, by=by)


def answer_page(
    request: HttpRequest, assignment: Assignment, form: AnswerForm, *, mandate: Representation | None, by: User,
    cancel: str, crumbs: Crumbs,
) -> HttpResponse:  # fmt: skip
    def deed() -> str:
        if mandate is not None:
            voice = voice_of(mandate)
        else:
            said = form.values
            voice = voice_recorded(assignment.organisation, name=said["said_by"], title=said["said_by_title"])
        give(assignment, form, voice=voice, by=by)
        return cancel

    return edit_page(
        request, form=form, deed=deed, heading=_("Svara för %(name)s") % {"name": assignment.organisation},
        submit=_("Skicka svaret") if mandate else _("Anteckna svaret"), cancel=cancel, crumbs=crumbs,
        done=_("Svaret är sparat."), template="strategy/assignment_answer.html",
        context={"assignment": assignment, "mandate": mandate},
    )  # fmt: skip


@behind_link
@require_http_methods(["GET", "POST"])
def answer_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """What is asked, by whom and who will read the answer; then the answer, in one page on a phone."""
    link = use_link(token=token, purpose=OFFER_LINK)
    found = Assignment.objects.select_related("action", "organisation", "terms").filter(pk=link.subject).first()
    if found is None or found.action.ending or found.organisation_id != link.organisation_id:
        raise Http404
    shown = {"assignment": found, "link": link, "steps": list(found.steps.newest_first().select_related("terms"))}
    if found.state != AssignmentState.OFFERED:
        return render(request, "strategy/answered_by_link.html", {**shown, "heading": _("Ert svar")})
    form = answer_with(request, found, voice=voice_by_link(link))

    def deed() -> str:
        voice = voice_by_link(link, name=form.values["said_by"], title=form.values["said_by_title"])
        give(found, form, voice=voice, by=link_account())
        return request.get_full_path()

    return edit_page(
        request, form=form, deed=deed, heading=_("Kan ni åta er detta?"), submit=_("Skicka svaret"), cancel="",
        template="strategy/answer_by_link.html", context=shown,
    )  # fmt: skip
