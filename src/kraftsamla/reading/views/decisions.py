"""One decision at a time, or all that are certain. With script the card is swapped; without, the desk comes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kraftsamla.accounts.access import admit, signed_in
from kraftsamla.core.errors import Refused, Stale
from kraftsamla.reading import operations
from kraftsamla.reading.accepting import kind_of
from kraftsamla.reading.accepting.known import Known
from kraftsamla.reading.access import get_reading, get_suggestion
from kraftsamla.reading.forms import MarkForm, SuggestionForm
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.overviews import card_of, changed_since, looks_of
from kraftsamla.reading.views.desk import desk_page, shown_at
from kraftsamla.ui.pages import do

Deed = Callable[[], object]
Looks = dict[int, tuple[object, ...]]


@require_POST
def accept_one(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Make a suggestion a record."""
    suggestion = get_suggestion(request.user, slug, number)
    by = signed_in(request.user)
    return _decide(
        request, suggestion,
        lambda: operations.accept(suggestion=suggestion, version=_version(request), by=by, choices=_choices(request)),
    )  # fmt: skip


@require_POST
def reject_one(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    suggestion = get_suggestion(request.user, slug, number)
    by = signed_in(request.user)
    return _decide(
        request, suggestion, lambda: [operations.reject(suggestion=suggestion, version=_version(request), by=by)]
    )


@require_POST
def undo_one(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Take one decision back."""
    suggestion = get_suggestion(request.user, slug, number)
    by = signed_in(request.user)
    return _decide(
        request, suggestion, lambda: [operations.undo(suggestion=suggestion, version=_version(request), by=by)]
    )


@require_http_methods(["GET", "POST"])
def edit_one(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Correct a suggestion in its place; with "save and accept" it is accepted as well."""
    suggestion = get_suggestion(request.user, slug, number)
    by, kind = signed_in(request.user), kind_of(suggestion.kind)
    form = SuggestionForm(request.POST if request.method == "POST" else None, suggestion=suggestion, kind=kind)
    if not form.is_bound or not form.is_valid():
        return _card(request, suggestion, form=form, status=422 if form.is_bound else 200)
    before = _before(request, suggestion.reading)
    try:
        edited = operations.edit(suggestion=suggestion, fields=form.values, version=form.version_seen, by=by)
    except Stale as stale:
        form.take_conflict(stale)
        return _card(request, suggestion, form=form, refusal=stale.message, status=409)
    if "accept" not in request.POST:
        return _shown(request, before, edited)
    return _decide(request, edited, lambda: operations.accept(suggestion=edited, version=edited.version, by=by))


@require_POST
def accept_all_certain(request: HttpRequest, slug: str) -> HttpResponse:
    """Accept all that are certain and leave nothing to ask."""
    reading = get_reading(request.user, slug, to="edit")
    done = operations.accept_certain(reading=reading, by=signed_in(request.user))
    count = len(done.accepted)
    words = ngettext("%(count)s förslag godkändes.", "%(count)s förslag godkändes.", count) % {"count": count}
    if done.left:
        what = "; ".join(f"{why} ({number})" for why, number in done.why.most_common(4))
        words += " " + _("%(count)s säkra väntar på: %(what)s.") % {"count": len(done.left), "what": what}
    messages.success(request, words)
    return HttpResponseRedirect(reverse("reading:desk", args=[slug]))


@require_POST
def mark_passage(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a suggestion of a passage; its form comes next."""
    reading = get_reading(request.user, slug, to="edit")
    form = MarkForm(request.POST, text=reading.document.text)
    if not form.is_valid():
        return desk_page(request, reading, mark_form=form, status=422)
    kind, start, end = (form.cleaned_data[name] for name in ("kind", "start", "end"))
    try:
        made = operations.mark_passage(reading=reading, kind=kind, start=start, end=end, by=signed_in(request.user))
    except ValidationError as error:
        form.add_error(None, error)
        return desk_page(request, reading, mark_form=form, status=422)
    return HttpResponseRedirect(f"{reverse('reading:edit', args=[slug, made.pk])}#forslag-{made.pk}")


@require_POST
def undo_last(request: HttpRequest, slug: str) -> HttpResponse:
    """Take back the last thing this person did here."""
    reading = get_reading(request.user, slug, to="edit")
    by = signed_in(request.user)
    if not request.headers.get("HX-Request"):
        back = reverse("reading:desk", args=[slug])
        return do(request, deed=lambda: operations.undo_step(reading=reading, by=by), back=back, done=_("Ångrat."))
    before = looks_of(reading)
    try:
        undone = operations.undo_step(reading=reading, by=by)
    except Refused as refused:
        return render(request, "reading/refusal.html", {"refusal": refused.message}, status=409)
    return _shown(request, before, undone[0], template="reading/undone.html")


@require_safe
def suggestion_page(request: HttpRequest, number: int) -> HttpResponse:
    """Where the log's lines about a suggestion lead: its place at the desk."""
    admit(request.user, to="view")
    found = Suggestion.objects.filter(pk=number).select_related("reading__document").first()
    slug = found.reading.document.slug if found else "-"
    reading = get_reading(request.user, slug)
    return HttpResponseRedirect(f"{reverse('reading:desk', args=[reading.document.slug])}#forslag-{number}")


def _decide(request: HttpRequest, suggestion: Suggestion, deed: Deed) -> HttpResponse:
    before = _before(request, suggestion.reading)
    try:
        deed()
    except ValidationError as error:
        by_slot = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        errors = {name: " ".join(found) for name, found in by_slot.items()}
        return _card(request, suggestion, errors=errors, status=422)
    except Refused as refused:
        return _card(request, suggestion, refusal=refused.message, status=409)
    return _shown(request, before, suggestion)


def _before(request: HttpRequest, reading: Reading) -> Looks:
    """Only a page that will be mended in place has to know how it looked."""
    return looks_of(reading) if request.headers.get("HX-Request") else {}


def _shown(
    request: HttpRequest, before: Looks, asked: Suggestion, *, template: str = "reading/decision.html"
) -> HttpResponse:
    """The card asked about, and every other that the decision changed: decided with it, or no longer a question."""
    slug, number = asked.reading.document.slug, asked.pk
    if not request.headers.get("HX-Request"):
        return HttpResponseRedirect(f"{reverse('reading:desk', args=[slug])}#forslag-{number}")
    reading = get_reading(request.user, slug)
    desk = changed_since(reading, {**before, number: ()}, shown=shown_at(request, reading))
    context = {
        "desk": desk,
        "card": next(card for card in desk.changed if card.suggestion.pk == number),
        "others": [card for card in desk.changed if card.suggestion.pk != number],
        "document": reading.document, "may_decide": True, "progress": desk.progress, "is_answer": True,
        "way": "&som=sidor" if "som=sidor" in request.headers.get("HX-Current-URL", "") else "",
    }  # fmt: skip
    return render(request, template, context)


def _card(request: HttpRequest, suggestion: Suggestion, *, status: int, **shown: Any) -> HttpResponse:
    """One card with its form, or with what went wrong; nothing that was chosen or written is lost."""
    reading = get_reading(request.user, suggestion.reading.document.slug)
    fresh = Suggestion.objects.select_related("decided_by").get(pk=suggestion.pk)
    card = card_of(fresh, Known(reading))
    for name, value in shown.items():
        setattr(card, name, value)
    card.chosen = _choices(request)
    if not request.headers.get("HX-Request"):
        return desk_page(request, reading, instead=card, status=status)
    context = {"card": card, "document": reading.document, "may_decide": True}
    return render(request, "reading/card.html", context, status=status)


def _version(request: HttpRequest) -> int:
    version = request.POST.get("version", "")
    return int(version) if version.isdecimal() else 0


def _choices(request: HttpRequest) -> dict[str, str]:
    """What the person chose, by slot: the fields are named "val-" and the slot.

    A field left as it was shown ("var-" and the slot) is no choice: meanwhile the name may have become known.
    """
    chosen = {name.removeprefix("val-"): str(value) for name, value in request.POST.items() if name.startswith("val-")}
    return {slot: value for slot, value in chosen.items() if value != request.POST.get(f"var-{slot}")}
