"""The page of a group's scribe: no account, no cookie, no script needed. The script keeps what is typed while the
connection is lost, and sends it with the same forms when it is back."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods

from kraftsamla.accounts.operations import link_account
from kraftsamla.actors.operations import use_link
from kraftsamla.core.clock import now
from kraftsamla.core.errors import Refused
from kraftsamla.meetings import operations
from kraftsamla.meetings.access import get_linked_group
from kraftsamla.meetings.choices.grouping import GROUP_LINK
from kraftsamla.meetings.forms.grouping import KeyForm, PointForm, empty_point
from kraftsamla.meetings.models import Group
from kraftsamla.meetings.overviews.grouping import sheet_of
from kraftsamla.meetings.views.leading.answers import by_script, refused, told
from kraftsamla.ui.forms import PlainForm
from kraftsamla.ui.pages import behind_link


@require_http_methods(["GET", "POST"])
@behind_link
def group_page(request: HttpRequest, token: str) -> HttpResponse:
    """A group's questions and what it has said so far."""
    group = get_linked_group(use_link(token=token, purpose=GROUP_LINK))
    chosen = request.GET.get("sprak", "")
    with translation.override(chosen if chosen in {"sv", "en"} else "sv"):
        if request.method == "POST":
            return _post(request, group, token)
        return _page(request, group, token)


def _post(request: HttpRequest, group: Group, token: str) -> HttpResponse:
    deeds = {"punkt": _keep, "bort": _withdraw, "klar": _report, "inte-klar": _report}
    name = request.POST.get("deed", "")
    form = _form(request, group, name)
    status = 422
    if name in deeds and form.is_valid():
        try:
            anchor = deeds[name](form, group, name)
        except (ValidationError, Refused) as error:
            status = refused(form, error)
        else:
            if by_script(request):
                return JsonResponse({"kept": True})
            return HttpResponseRedirect(f"{_address(request, token)}#{anchor}")
    if by_script(request):
        return told(form, status=status)
    return _page(request, group, token, sent=form, status=status)


def _form(request: HttpRequest, group: Group, name: str) -> PlainForm:
    if name == "punkt":
        asked = request.POST.get("question", "")
        return PointForm(request.POST, questions=group.discussion.item.questions.all(), auto_id=f"fraga{asked}_%s")
    return KeyForm(request.POST) if name == "bort" else PlainForm(request.POST)


def _keep(form: PlainForm, group: Group, _name: str) -> str:
    values = form.values
    operations.keep_point(
        group=group, question=values["question"], key=values["key"], text=values["text"],
        replaces=values["replaces"], by=link_account(),
    )  # fmt: skip
    return f"fraga-{values['question'].pk}"


def _withdraw(form: PlainForm, group: Group, _name: str) -> str:
    operations.withdraw_point(group=group, key=form.values["key"], by=link_account())
    return "fragor"


def _report(_form: PlainForm, group: Group, name: str) -> str:
    operations.report_group(group=group, is_done=name == "klar", by=link_account())
    return "klar"


def _page(
    request: HttpRequest, group: Group, token: str, *, sent: PlainForm | None = None, status: int = 200
) -> HttpResponse:
    """``?andra=`` names a point to write anew; ``sent``: what was typed and could not be kept."""
    sheet = sheet_of(group, at=now())
    questions = group.discussion.item.questions.all()
    change = _key(request.GET.get("andra", ""))
    rows = []
    for question, points in sheet.questions:
        changed = next((each for each in points if each.key == change), None)
        form = empty_point(questions, question, replaces=changed)
        if isinstance(sent, PointForm) and sent.data.get("question") == str(question.pk):
            form = sent
        rows.append((question, points, form, changed))
    problems = [each for errors in sent.errors.values() for each in errors] if sent else []
    shown: dict[str, Any] = {
        "sheet": sheet, "group": group, "discussion": group.discussion, "item": group.discussion.item, "rows": rows,
        "meeting": group.discussion.item.meeting, "here": _address(request, token), "problems": problems,
        "unknown": bool(sent and not problems and status != 200), "heading": sheet.label,
    }  # fmt: skip
    return render(request, "meetings/grouping/scribe.html", shown, status=status)


def _address(request: HttpRequest, token: str) -> str:
    path = reverse("guest:group", args=[token])
    chosen = request.GET.get("sprak", "")
    return f"{path}?sprak={chosen}" if chosen in {"sv", "en"} else path


def _key(written: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(written)
    except ValueError:
        return None
