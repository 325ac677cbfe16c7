"""Minutes on their way: sent out, taken back, adjusted, published, corrected. Each says what it means in law."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from kraftsamla.accounts.access import signed_in
from kraftsamla.core.clock import now
from kraftsamla.letters.operations import Outcome, send_at_once
from kraftsamla.letters.registry import Item
from kraftsamla.meetings.access import get_meeting
from kraftsamla.meetings.assembly.law import meaning_of_step
from kraftsamla.meetings.assembly.plain import plain
from kraftsamla.meetings.choices import MinutesState, StepKind
from kraftsamla.meetings.forms.minuting import CirculateForm, PublishForm, ReasonForm, ToAdjustForm
from kraftsamla.meetings.models import Meeting, Minutes
from kraftsamla.meetings.notices import minuting as notices
from kraftsamla.meetings.operations import minuting as drafting
from kraftsamla.meetings.operations import minuting_steps as deeds
from kraftsamla.meetings.papers.content import Paper
from kraftsamla.meetings.papers.pdf import write_pdf
from kraftsamla.meetings.views.minuting import newest, page_of_minutes, trail_of
from kraftsamla.ui.forms import PlainForm, typed_in
from kraftsamla.ui.pages import edit_page

STEP = "meetings/minuting/step.html"


@require_http_methods(["GET", "POST"])
def circulate(request: HttpRequest, slug: str) -> HttpResponse:
    """To members and those who only get the notes, for comments until a day."""
    meeting = get_meeting(request.user, slug, to="edit")
    found = newest(meeting)
    form = CirculateForm(typed_in(request))

    def deed() -> str:
        step = deeds.circulate_minutes(minutes=found, by=signed_in(request.user), **form.values)
        _send(request, notices.asked_to_comment(step))
        return page_of_minutes(meeting)

    readers = notices.readers_of(meeting)
    return edit_page(
        request, form=form, deed=deed, heading=_("Sänd ut för synpunkter"), submit=_("Sänd ut"),
        cancel=page_of_minutes(meeting), crumbs=trail_of(meeting), template=STEP,
        context={"meaning": meaning_of_step(StepKind.CIRCULATED), "consequences": _to_readers(readers)},
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def take_back(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    found = newest(meeting)
    form = ReasonForm(typed_in(request))

    def deed() -> str:
        deeds.take_back(minutes=found, by=signed_in(request.user), **form.values)
        return page_of_minutes(meeting)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ta tillbaka till utkast"), submit=_("Ta tillbaka"),
        cancel=page_of_minutes(meeting), crumbs=trail_of(meeting), template=STEP,
        done=_("Anteckningarna är ett utkast igen."),
        context={
            "meaning": meaning_of_step(StepKind.TAKEN_BACK),
            "consequences": [
                _("Länkarna visar inte längre texten. Synpunkter och svar på dem finns kvar."),
                _("Justeringar som redan är gjorda faller."),
            ],
        },
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def send_to_adjust(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    found = newest(meeting)
    form = ToAdjustForm(typed_in(request), asks=not deeds.was_circulated(found))
    named = list(found.adjusters.all())

    def deed() -> str:
        step = deeds.send_to_adjust(minutes=found, by=signed_in(request.user), **form.values)
        adjusters = step.minutes.adjusters.select_related("minutes__meeting__body", "organisation")
        _send(request, notices.asked_to_adjust(adjusters))
        return page_of_minutes(meeting)

    return edit_page(
        request, form=_or_plain(form, request), deed=deed, heading=_("Sänd till justering"),
        submit=_("Sänd till justering"), cancel=page_of_minutes(meeting), crumbs=trail_of(meeting), template=STEP,
        context={
            "meaning": meaning_of_step(StepKind.SENT_TO_ADJUST),
            "consequences": [
                _("Texten låses så som den står nu."),
                _("Justerare: %(names)s.") % {"names": ", ".join(each.name for each in named) or _("ingen är utsedd")},
                *([_("De som redan har justerat en annan text får justera igen.")]
                  if found.state == MinutesState.ADJUSTING else []),
            ],
        },
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """The paper as it will be kept, and who is told."""
    meeting = get_meeting(request.user, slug, to="edit")
    found = newest(meeting)
    at = now()
    paper, seen = deeds.paper_to_publish(found, at=at)
    form = PublishForm(
        typed_in(request), asks=found.state != MinutesState.ADJUSTED, initial={"seen": seen, "letters": "weekly"}
    )

    def deed() -> str:
        values = form.values
        if values["seen"] != seen:
            raise ValidationError({"__all__": _("Texten har ändrats sedan du öppnade sidan. Läs den igen.")})
        deeds.publish_minutes(
            minutes=found, file=_file(found, paper), seen=seen, reason=values.get("reason", ""),
            by=signed_in(request.user),
        )  # fmt: skip
        if values["letters"] == "at_once":
            step = found.steps.filter(kind=StepKind.PUBLISHED).select_related("minutes__meeting__body").get()
            _send(request, notices.published(step))
        else:
            messages.success(request, _("Anteckningarna är publicerade. Beskedet följer med nästa veckobrev."))
        return page_of_minutes(meeting)

    return edit_page(
        request, form=form, deed=deed, heading=_("Publicera"), submit=_("Publicera"), cancel=page_of_minutes(meeting),
        crumbs=trail_of(meeting), template=STEP,
        context={
            "meaning": meaning_of_step(StepKind.PUBLISHED), "paper": paper,
            "consequences": [*_public(meeting), *_to_readers(notices.readers_of(meeting))],
        },
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    found = newest(meeting)
    form = ReasonForm(typed_in(request))

    def deed() -> str:
        deeds.correct_minutes(minutes=found, by=signed_in(request.user), **form.values)
        return page_of_minutes(meeting)

    return edit_page(
        request, form=form, deed=deed, heading=_("Rätta i en ny version"), submit=_("Börja rätta"),
        cancel=page_of_minutes(meeting), crumbs=trail_of(meeting), template=STEP,
        done=_("En ny version är påbörjad. Den publicerade står kvar tills den nya publiceras."),
        context={"meaning": meaning_of_step(StepKind.CORRECTED), "consequences": []},
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def discard(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    found = newest(meeting)
    form = _or_plain(PlainForm(typed_in(request)), request)

    def deed() -> str:
        drafting.discard_draft(minutes=found, by=signed_in(request.user))
        return page_of_minutes(meeting)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ta bort utkastet"), submit=_("Ta bort utkastet"),
        cancel=page_of_minutes(meeting), crumbs=trail_of(meeting), template=STEP, done=_("Utkastet är borttaget."),
        context={
            "meaning": "",
            "consequences": [_("Det som är skrivet i avsnitten försvinner från sidan, men står kvar i loggen."),
                             _("Mötets anteckningar, beslut och närvaro rörs inte.")],
        },
    )  # fmt: skip


def _or_plain(form: PlainForm, request: HttpRequest) -> PlainForm:
    """A form without fields is bound by the mere posting: what it is posted with is its button."""
    form.is_bound = request.method == "POST"
    return form


def _file(minutes: Minutes, paper: Paper) -> deeds.PaperFile:
    name = f"{minutes.meeting.slug}-v{minutes.revision}.pdf"
    return deeds.PaperFile(name, write_pdf(paper), plain(paper))


def _send(request: HttpRequest, items: Sequence[Item]) -> None:
    """Send at once and say how it went, by name where somebody was not reached."""
    outcome: Outcome = send_at_once(items=items, by=signed_in(request.user))
    words = ngettext("Brev till %(number)s person är sänt.", "Brev till %(number)s personer är sända.", outcome.sent)
    messages.success(request, words % {"number": outcome.sent})
    if outcome.unreached:
        names = ", ".join(f"{each.name} ({each.email})" for each in outcome.unreached)
        messages.warning(request, _("De här nåddes inte: %(names)s.") % {"names": names})


def _to_readers(readers: Sequence[notices.Reader]) -> list[str]:
    reached = [each for each in readers if each.email]
    missed = [each.name for each in readers if not each.email]
    told = [
        ngettext("%(number)s person får en egen länk.", "%(number)s personer får en egen länk var.", len(reached))
        % {"number": len(reached)}
    ]
    if missed:
        told.append(_("Saknar e-postadress: %(names)s.") % {"names": ", ".join(missed)})
    return told


def _public(meeting: Meeting) -> list[str]:
    """Publishing is not an edition: whether and when the public sees it."""
    if deeds.publicity_of(meeting) == "full":
        return [_("De läggs i biblioteket och visas i nästa publika utgåva. Den publika sidan ändras inte förrän då.")]
    return [
        _("De läggs i biblioteket men visas inte i den publika utgåvan, eftersom mötet, organet eller vilka som deltog "
          "inte visas där.")
    ]  # fmt: skip

