"""What is written at a point: saving it, choosing among texts, and all that was saved."""

from __future__ import annotations

import uuid

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kraftsamla.accounts.access import signed_in
from kraftsamla.core.clock import now
from kraftsamla.core.errors import Refused
from kraftsamla.meetings import operations
from kraftsamla.meetings.access import get_item
from kraftsamla.meetings.forms.leading import NoteForm, SettleForm
from kraftsamla.meetings.models import AgendaItem, NoteVersion
from kraftsamla.meetings.overviews.leading import note_history as history_of
from kraftsamla.meetings.overviews.leading import note_of, texts_at
from kraftsamla.meetings.views.leading.answers import by_script, refused, told
from kraftsamla.meetings.views.leading.now import at_item, show
from kraftsamla.meetings.views.meetings import trail
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, gone_well
from kraftsamla.ui.pages import do as press

PER_ITEM = "anteckning_{}_%s"


@require_POST
def save_note(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Keep what is written. Without script a text that met another leads to the page where both are read."""
    item = get_item(request.user, slug, pk, to="edit")
    form = NoteForm(request.POST, auto_id=PER_ITEM.format(item.pk))
    status = 422
    if form.is_valid():
        typed = form.values
        try:
            kept = operations.save_note(
                item=item, text=typed["text"], base=typed["base"], key=typed["key"],
                continues=typed["continues"] or 0, by=signed_in(request.user),
            )  # fmt: skip
        except (ValidationError, Refused) as error:
            status = refused(form, error)
        else:
            if by_script(request):
                at = timezone.localtime(now()).strftime("%H.%M")
                return JsonResponse({"version": kept.version, "aside": kept.aside, "at": at})
            if kept.aside:
                return HttpResponseRedirect(_choosing(item))
            return gone_well(request, at_item(item), _("Anteckningen är sparad."))
    if by_script(request):
        return told(form, status=status)
    return show(request, item.meeting, shown=item.pk, typed={"note": form}, status=status)


@require_http_methods(["GET", "POST"])
def settle_note(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The texts side by side, and one in which both are found to work on. Somebody may write meanwhile: then the
    choice is kept beside the others, and is to be read again."""
    item = get_item(request.user, slug, pk, to="edit")
    form = SettleForm(typed_in(request))
    status = 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            typed = form.values
            try:
                kept = operations.settle_note(
                    item=item, text=typed["text"], base=typed["base"], asides=typed["asides"], key=typed["key"],
                    by=signed_in(request.user),
                )  # fmt: skip
            except (ValidationError, Refused) as error:
                status = refused(form, error)
            else:
                if kept.aside:
                    return HttpResponseRedirect(_choosing(item))
                return gone_well(request, at_item(item), _("Texten är vald. Den andra finns kvar i historiken."))
    texts = texts_at(item)
    asides = ",".join(str(each.pk) for each in texts.note.asides)
    standing = {"base": texts.note.version, "asides": asides}
    if not form.is_bound:
        form = SettleForm(initial={**standing, "text": texts.together, "key": uuid.uuid4()})
    shown = {
        "item": item, "meeting": item.meeting, "texts": texts, "form": form, "crumbs": _crumbs(item), "may_run": True,
        "choices": [
            (each, SettleForm(auto_id="", initial={**standing, "text": each, "key": uuid.uuid4()}))
            for each in (texts.note.text, *(aside.text for aside in texts.note.asides))
        ],
    }  # fmt: skip
    return render(request, "meetings/leading/settle.html", shown, status=status)


@require_safe
def note_history(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    item = get_item(request.user, slug, pk, to="edit")
    shown = {
        "item": item, "meeting": item.meeting, "note": note_of(item), "versions": history_of(item),
        "crumbs": _crumbs(item), "key": uuid.uuid4(), "may_run": True,
    }  # fmt: skip
    return render(request, "meetings/leading/history.html", shown)


@require_POST
def restore_note(request: HttpRequest, slug: str, pk: int, version: int) -> HttpResponse:
    """An earlier text becomes the newest. The one that stood before it stays in the history."""
    item = get_item(request.user, slug, pk, to="edit")
    earlier = get_object_or_404(NoteVersion, note__item=item, pk=version)
    return press(
        request, back=at_item(item), done=_("Den tidigare texten står nu vid punkten."),
        deed=lambda: operations.save_note(
            item=item, text=earlier.text, base=note_of(item).version, key=uuid.uuid4(), by=signed_in(request.user)
        ),
    )  # fmt: skip


def _choosing(item: AgendaItem) -> str:
    return reverse("meetings:note-settle", args=[item.meeting.slug, item.pk])


def _crumbs(item: AgendaItem) -> Crumbs:
    return [*trail(item.meeting), (_("Pågår nu"), at_item(item))]
