"""Minutes as they are written: the page with the paper, its parts one by one, and what each step means."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kraftsamla.accounts.access import signed_in
from kraftsamla.core.clock import today
from kraftsamla.core.errors import Refused
from kraftsamla.meetings.access import get_meeting
from kraftsamla.meetings.assembly.law import meaning_of_state, meaning_of_step
from kraftsamla.meetings.assembly.minutes import word_of
from kraftsamla.meetings.choices import StepKind
from kraftsamla.meetings.forms.minuting import BeginForm, CommentForm, OwnPartForm, PartForm, SettingsForm
from kraftsamla.meetings.models import Meeting, Minutes, MinutesPart
from kraftsamla.meetings.operations import minuting as deeds
from kraftsamla.meetings.overviews.minuting import (
    MinutesOverview,
    PartRow,
    minutes_overview,
    open_before,
    reading_signed_in,
    revisions_of,
)
from kraftsamla.meetings.papers.content import Paper, Prose
from kraftsamla.meetings.papers.pdf import write_pdf
from kraftsamla.meetings.papers.word import write_word
from kraftsamla.meetings.rules import may_run
from kraftsamla.meetings.views.meetings import trail
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, do, edit_page

WRITERS: dict[str, tuple[Callable[[Paper], bytes], str]] = {
    "pdf": (write_pdf, "application/pdf"),
    "docx": (write_word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


def page_of_minutes(meeting: Meeting, revision: int = 0) -> str:
    if revision:
        return reverse("meetings:minutes-revision", args=[meeting.slug, revision])
    return reverse("meetings:minutes", args=[meeting.slug])


def trail_of(meeting: Meeting) -> Crumbs:
    return [*trail(meeting), (word_of(meeting), page_of_minutes(meeting))]


def newest(meeting: Meeting) -> Minutes:
    """The revision that is worked on. Http404 before there is one."""
    found = revisions_of(meeting)
    if not found:
        raise Http404
    return found[0]


def get_part(request: HttpRequest, slug: str, pk: int) -> MinutesPart:
    meeting = get_meeting(request.user, slug, to="edit")
    parts = MinutesPart.objects.select_related("minutes__meeting__body", "item__note")
    return get_object_or_404(parts, minutes__meeting=meeting, pk=pk)


def at_part(part: MinutesPart) -> str:
    return f"{page_of_minutes(part.minutes.meeting)}#avsnitt-{part.pk}"


@require_safe
def minutes(request: HttpRequest, slug: str, revision: int = 0) -> HttpResponse:
    """The minutes for who runs the meeting; for others what they have been sent."""
    meeting = get_meeting(request.user, slug)
    revisions = revisions_of(meeting)
    shown = next((each for each in revisions if not revision or each.revision == revision), None)
    if revision and shown is None:
        raise Http404
    crumbs = trail_of(meeting) if revision else trail(meeting)
    if not may_run(request.user, meeting):
        return _read(request, meeting, shown, crumbs)
    if shown is None:
        page = {
            "meeting": meeting, "heading": word_of(meeting), "crumbs": crumbs, "form": BeginForm(), "may_run": True,
            "meaning": meaning_of_step(StepKind.DRAFTED), "before": open_before(meeting),
        }  # fmt: skip
        return render(request, "meetings/minuting/none.html", page)
    overview = minutes_overview(shown, revisions=revisions)
    page = {
        "overview": overview, "meeting": meeting, "heading": word_of(meeting), "crumbs": crumbs, "may_run": True,
        "may_change": overview.is_open and shown.pk == revisions[0].pk,
    }  # fmt: skip
    return render(request, "meetings/minuting/minutes.html", page)


def _read(request: HttpRequest, meeting: Meeting, shown: Minutes | None, crumbs: Crumbs) -> HttpResponse:
    page = {"meeting": meeting, "heading": word_of(meeting), "crumbs": crumbs}
    if shown is not None:
        reading = reading_signed_in(shown, signed_in(request.user), at=today())
        page["reading"] = reading
        page["meaning"] = meaning_of_state(shown.state)
        page["form"] = CommentForm(parts=reading.parts)
    return render(request, "meetings/minuting/read.html", page)


@require_safe
def minutes_file(request: HttpRequest, slug: str, revision: int, kind: str) -> HttpResponse:
    """The paper as Word or PDF: as it stands for who runs the meeting, as it was sent for others."""
    meeting = get_meeting(request.user, slug)
    revisions = revisions_of(meeting)
    found = next((each for each in revisions if each.revision == revision), None)
    if found is None or kind not in WRITERS:
        raise Http404
    if may_run(request.user, meeting):
        paper = minutes_overview(found, revisions=revisions).paper
    else:
        sent = reading_signed_in(found, signed_in(request.user), at=today()).paper
        if sent is None:
            raise Http404
        paper = sent
    write, mimetype = WRITERS[kind]
    response = HttpResponse(write(paper), content_type=mimetype)
    response["Content-Disposition"] = f'attachment; filename="{meeting.slug}-v{revision}.{kind}"'
    return response


@require_POST
def begin_minutes(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    form = BeginForm(request.POST)
    language = form.values["language"] if form.is_valid() else "sv"
    return do(
        request, back=page_of_minutes(meeting), done=_("Utkastet är upprättat. Gå igenom avsnitten ett i taget."),
        deed=lambda: deeds.draft_minutes(meeting=meeting, language=language, by=signed_in(request.user)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def edit_minutes(request: HttpRequest, slug: str) -> HttpResponse:
    """The language and the registry number."""
    meeting = get_meeting(request.user, slug, to="edit")
    found = newest(meeting)
    form = SettingsForm(typed_in(request), record=found)

    def deed() -> str:
        deeds.change_minutes(minutes=found, values=form.values, version=form.version_seen, by=signed_in(request.user))
        return page_of_minutes(meeting)

    return edit_page(
        request, form=form, deed=deed, heading=_("Språk och diarienummer"), cancel=page_of_minutes(meeting),
        done=_("Ändringen är sparad."), crumbs=trail_of(meeting),
    )  # fmt: skip


@require_POST
def reassemble(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    found = newest(meeting)

    def deed() -> None:
        changed = deeds.reassemble(minutes=found, by=signed_in(request.user))
        words = ngettext("%(number)s avsnitt är nytt.", "%(number)s avsnitt är nya.", changed) % {"number": changed}
        messages.success(request, words if changed else _("Inget nytt att hämta."))

    return do(request, back=page_of_minutes(meeting), deed=deed)


@require_http_methods(["GET", "POST"])
def add_part(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    found = newest(meeting)
    form = OwnPartForm(typed_in(request))

    def deed() -> str:
        return at_part(deeds.add_part(minutes=found, values=form.values, by=signed_in(request.user)))

    return edit_page(
        request, form=form, deed=deed, heading=_("Nytt avsnitt"), submit=_("Lägg till avsnittet"),
        cancel=page_of_minutes(meeting), done=_("Avsnittet är tillagt, sist."), crumbs=trail_of(meeting),
        template="meetings/minuting/part.html", context={"preview": reverse("meetings:minutes-preview", args=[slug])},
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def edit_part(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A part's heading and text; beside them what comes from the records and how the text will look."""
    part = get_part(request, slug, pk)
    overview = minutes_overview(newest(part.minutes.meeting), revisions=())
    row = _row_of(overview, part)
    note = getattr(part.item, "note", None) if part.item else None
    form = PartForm(typed_in(request), record=part, initial={"note_seen": note.version if note else None})

    def deed() -> str:
        values = {name: value for name, value in form.values.items() if name != "note_seen"}
        try:
            deeds.change_part(
                part=part, values=values, version=form.version_seen, by=signed_in(request.user),
                note_seen=form.values["note_seen"],
            )  # fmt: skip
        except Refused:
            if note is not None:
                form.has_shown(note.version)
            raise
        return at_part(part)

    return edit_page(
        request, form=form, deed=deed, cancel=at_part(part),
        heading=_("Ändra ”%(part)s”") % {"part": row.sections[0].heading if row.sections else part},
        done=_("Ändringen är sparad."), crumbs=trail_of(part.minutes.meeting), template="meetings/minuting/part.html",
        context={"row": row, "note": note, "preview": reverse("meetings:minutes-preview", args=[slug])},
    )  # fmt: skip


def _row_of(overview: MinutesOverview, part: MinutesPart) -> PartRow:
    found = next((each for each in overview.rows if each.part.pk == part.pk), None)
    if found is None:  # a part of an earlier revision, which nobody edits
        raise Http404
    return found


@require_POST
def preview_part(request: HttpRequest, slug: str) -> HttpResponse:
    """How a text will look, while it is written."""
    get_meeting(request.user, slug, to="edit")
    return render(request, "meetings/minuting/block.html", {"block": Prose(request.POST.get("text", "")[:100_000])})


@require_POST
def move_part(request: HttpRequest, slug: str, pk: int, steps: str) -> HttpResponse:
    part = get_part(request, slug, pk)
    way = {"upp": -1, "ner": 1}.get(steps)
    if way is None:
        raise Http404
    return do(
        request, back=at_part(part), deed=lambda: deeds.move_part(part=part, steps=way, by=signed_in(request.user))
    )


@require_POST
def leave_out_part(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    part = get_part(request, slug, pk)
    return do(
        request, back=at_part(part),
        deed=lambda: deeds.leave_out(part=part, out=not part.is_left_out, by=signed_in(request.user)),
        done=_("Avsnittet är med igen.") if part.is_left_out else _("Avsnittet tas inte med."),
    )  # fmt: skip


@require_POST
def settle_note(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The point's note is newer than the part: take it, or let the part stand."""
    part = get_part(request, slug, pk)
    posted = request.POST.get("version", "")
    version = int(posted) if posted.isdecimal() else 0
    takes = request.POST.get("deed") == "take"
    settle = deeds.take_note if takes else deeds.leave_note
    return do(
        request, back=at_part(part), deed=lambda: settle(part=part, version=version, by=signed_in(request.user)),
        done=_("Anteckningen är införd.") if takes else _("Texten står kvar."),
    )  # fmt: skip
