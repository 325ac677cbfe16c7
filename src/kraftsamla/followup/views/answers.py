"""Answers as those who asked read them: accept, send back, ask somebody else, fetch a file or a copy."""

from __future__ import annotations

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kraftsamla.accounts.access import signed_in
from kraftsamla.actors.operations import issue_link
from kraftsamla.core.clock import now
from kraftsamla.core.slugs import slug_from
from kraftsamla.followup import operations
from kraftsamla.followup.access import get_answer, get_attachment, get_own_answer
from kraftsamla.followup.choices import ROUND_LINK
from kraftsamla.followup.forms.rounds import RedirectForm, ReturnForm
from kraftsamla.followup.models import Answer
from kraftsamla.followup.notices.rounds import Chains
from kraftsamla.followup.overviews.answers import answer_overview
from kraftsamla.followup.overviews.own_copy import EXCEL, WORD, as_excel, as_word
from kraftsamla.followup.overviews.rounds import code_of
from kraftsamla.followup.views.rounds import page_of_round, trail
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import do, edit_page


def page_of_answer(answer: Answer) -> str:
    return reverse("followup:answer", args=[answer.pk])


@require_safe
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_answer(request.user, pk)
    overview = answer_overview(found)
    all_same = bool(overview.rows) and overview.unchanged == len(overview.rows)
    shown = {
        "overview": overview, "answer": found, "code": code_of(found, all_same=all_same), "crumbs": trail(found.round),
        "turns": Chains([found], at=now()).turns(found) if found.may_be_written else [], "now": now(),
    }  # fmt: skip
    return render(request, "followup/answer.html", shown)


@require_POST
def answer_accept(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_answer(request.user, pk)
    return do(
        request, back=page_of_round(found.round), done=_("Svaret är godtaget och läget uppdaterat."),
        deed=lambda: operations.accept_answer(answer=found, by=signed_in(request.user)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def answer_return(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_answer(request.user, pk)
    form = ReturnForm(typed_in(request))

    def deed() -> str:
        operations.return_answer(answer=found, reason=form.values["reason"], by=signed_in(request.user))
        return page_of_round(found.round)

    return edit_page(
        request, form=form, deed=deed, heading=_("Skicka tillbaka svaret"), submit=_("Skicka tillbaka"),
        cancel=page_of_answer(found), done=_("Svaret är tillbakaskickat."), crumbs=trail(found.round),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def answer_redirect(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask somebody else at the organisation."""
    found = get_answer(request.user, pk)
    known = {name: getattr(found, name) for name in ("name", "title", "email", "language")}
    form = RedirectForm(typed_in(request), initial=known)

    def deed() -> str:
        operations.redirect_answer(answer=found, **form.values, by=signed_in(request.user))
        return page_of_round(found.round)

    return edit_page(
        request, form=form, deed=deed, heading=_("Fråga någon annan"), submit=_("Fråga"),
        cancel=page_of_answer(found), done=_("Frågan går till den personen med nästa brev."),
        crumbs=trail(found.round), template="followup/redirect.html", context={"answer": found},
    )  # fmt: skip


@require_POST
def answer_link(request: HttpRequest, pk: int) -> HttpResponse:
    """A link to hand over in person or in a message of one's own. It is shown once."""
    found = get_answer(request.user, pk)
    issued = issue_link(
        purpose=ROUND_LINK, subject=found, organisation=found.organisation, name=found.name or str(found.organisation),
        title=found.title, email=found.email, by=signed_in(request.user),
    )  # fmt: skip
    address = settings.SITE_ADDRESS + reverse("asked:answer", args=[issued.token])
    shown = {"answer": found, "address": address, "crumbs": trail(found.round), "heading": _("Länk till svarssidan")}
    response = render(request, "followup/answer_link.html", shown)
    response["Cache-Control"] = "no-store"
    return response


@require_POST
def answer_own(request: HttpRequest, pk: int) -> HttpResponse:
    """A representative goes from the workspace to the answer page, by a link of their own."""
    found = get_own_answer(request.user, pk)
    issued = operations.open_own_answer(answer=found, by=signed_in(request.user))
    return HttpResponseRedirect(reverse("asked:answer", args=[issued.token]))


@require_safe
def answer_copy(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    return copy_of(get_answer(request.user, pk), kind, language="sv")


@require_safe
def attachment(request: HttpRequest, pk: int) -> FileResponse:
    """The file as it came, to save: no browser opens it here."""
    found = get_attachment(request.user, pk)
    try:
        content = found.file.open("rb")
    except (FileNotFoundError, ValueError):
        raise Http404 from None
    response = FileResponse(content, as_attachment=True, filename=found.file_name)
    response["Content-Type"] = "application/octet-stream"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def copy_of(found: Answer, kind: str, *, language: str) -> HttpResponse:
    """The answers as a file of their own."""
    overview = answer_overview(found)
    if kind == "docx":
        response = HttpResponse(as_word(overview, language=language), content_type=WORD)
    elif kind == "xlsx":
        response = HttpResponse(as_excel(overview, language=language), content_type=EXCEL)
    else:
        raise Http404
    name = f"{slug_from(f'{found.organisation} {found.round}')[:80]}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
