"""Update rounds: the list, the draft with whom it burdens, the board, and the steps from one state to the next."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kraftsamla.accounts.access import admit, signed_in
from kraftsamla.audit.overviews import history_of
from kraftsamla.core.clock import now, today
from kraftsamla.followup import operations
from kraftsamla.followup.access import get_handover, get_round
from kraftsamla.followup.choices import RoundState
from kraftsamla.followup.forms.rounds import BoardFilter, OpenRoundForm, PlaceForm, ReopenForm, RoundForm
from kraftsamla.followup.models import UpdateRound
from kraftsamla.followup.overviews.rounds import answers_in, board_of, preview_of, rounds_for
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import Crumbs, confirm_page, do, edit_page, page_of


def page_of_round(the_round: UpdateRound) -> str:
    return reverse("followup:updateround", args=[the_round.slug])


def trail(the_round: UpdateRound | None = None) -> Crumbs:
    above: Crumbs = [(_("Uppdateringsrundor"), reverse("followup:round-list"))]
    return [*above, (the_round.title, page_of_round(the_round))] if the_round else above


@require_safe
def round_list(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="view")
    return render(request, "followup/round_list.html", {"rows": page_of(request, rounds_for(request.user))})


@require_safe
def update_round(request: HttpRequest, slug: str) -> HttpResponse:
    """A draft shows whom it would burden; one that has been opened shows how the answers stand."""
    found = get_round(request.user, slug)
    shown = {"round": found, "crumbs": trail()}
    if found.state == RoundState.DRAFT:
        return render(request, "followup/round_draft.html", {**shown, "preview": preview_of(found, at=today())})
    form = BoardFilter(request.GET)
    rows = page_of(request, answers_in(found, **form.asked()))
    board = board_of(found, rows, at=now(), on=today())
    shown = {**shown, "form": form, "board": board, "history": history_of(found)}
    return render(request, "followup/board.html", shown)


@require_http_methods(["GET", "POST"])
def round_add(request: HttpRequest) -> HttpResponse:
    admit(request.user, to="edit")
    form = RoundForm(typed_in(request))

    def deed() -> str:
        return page_of_round(operations.create_round(values=form.values, by=signed_in(request.user)))

    return edit_page(
        request, form=form, deed=deed, heading=_("Ny uppdateringsrunda"), submit=_("Se vem som skulle frågas"),
        cancel=reverse("followup:round-list"), crumbs=trail(), template="followup/round_form.html",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def round_edit(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_round(request.user, slug, to="edit")
    kind = RoundForm if found.state == RoundState.DRAFT else OpenRoundForm
    form = kind(typed_in(request), record=found)

    def deed() -> str:
        operations.change_round(
            the_round=found, values=form.values, version=form.version_seen, by=signed_in(request.user)
        )
        return page_of_round(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ändra rundan"), cancel=page_of_round(found),
        done=_("Ändringen är sparad."), crumbs=trail(found), template="followup/round_form.html",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def round_open(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_round(request.user, slug, to="edit")
    preview = preview_of(found, at=today())
    count = len(preview.burdens)

    def deed() -> str:
        operations.open_round(the_round=found, version=found.version, by=signed_in(request.user))
        return page_of_round(found)

    consequences = [
        ngettext("En organisation frågas", "%(number)s organisationer frågas", count) % {"number": count}
        + " " + ngettext("om en insats.", "om %(points)s insatser.", preview.points) % {"points": preview.points},
        _("Frågan kommer i veckobrevet. Ingen får fler än ett brev i veckan."),
    ]  # fmt: skip
    if preview.without_contact:
        consequences.append(
            ngettext(
                "En organisation har ingen kontakt och får inget brev.",
                "%(number)s organisationer har ingen kontakt och får inget brev.", preview.without_contact,
            ) % {"number": preview.without_contact}
        )  # fmt: skip
    consequences.append(_("Urvalet och frågorna kan inte ändras sedan. Rundan kan stängas när som helst."))
    return confirm_page(
        request, deed=deed, heading=_("Öppna rundan?"), submit=_("Öppna och fråga"), consequences=consequences,
        cancel=page_of_round(found), done=_("Rundan är öppen. Frågorna går ut med nästa brev."), crumbs=trail(found),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def round_close(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_round(request.user, slug, to="edit")

    def deed() -> str:
        operations.close_round(the_round=found, version=found.version, by=signed_in(request.user))
        return page_of_round(found)

    return confirm_page(
        request, deed=deed, heading=_("Stäng rundan?"), submit=_("Stäng"),
        consequences=[
            _("Ingen kan svara längre, och inga fler påminnelser går ut."),
            _("Det som är inskickat kan fortfarande läsas och godtas. Utkast finns kvar om rundan öppnas igen."),
        ],
        cancel=page_of_round(found), done=_("Rundan är stängd."), crumbs=trail(found),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def round_reopen(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_round(request.user, slug, to="edit")
    form = ReopenForm(typed_in(request), initial={"version": found.version})

    def deed() -> str:
        operations.reopen_round(
            the_round=found, reason=form.values["reason"], deadline=form.values["deadline"],
            version=form.version_seen, by=signed_in(request.user),
        )  # fmt: skip
        return page_of_round(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Öppna rundan på nytt"), submit=_("Öppna på nytt"),
        cancel=page_of_round(found), done=_("Rundan är öppen igen."), crumbs=trail(found),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def round_remove(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_round(request.user, slug, to="edit")

    def deed() -> str:
        operations.withdraw_round(the_round=found, by=signed_in(request.user))
        return reverse("followup:round-list")

    return confirm_page(
        request, deed=deed, heading=_("Ta bort utkastet?"), submit=_("Ta bort"),
        consequences=[_("Utkastet ”%(title)s” tas bort. Ingen har frågats.") % {"title": found.title_sv}],
        cancel=page_of_round(found), done=_("Utkastet är borttaget."), crumbs=trail(found),
    )  # fmt: skip


@require_POST
def round_silence(request: HttpRequest, slug: str) -> HttpResponse:
    """Make follow-ups of what everybody in the row has left unanswered."""
    found = get_round(request.user, slug, to="edit")
    return do(
        request, back=page_of_round(found), done=_("De som inte har hört av sig står nu under Att följa upp."),
        deed=lambda: operations.take_up_silence(by=signed_in(request.user)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def handover_place(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_handover(request.user, pk)
    the_round = found.given_from.round
    known = {"organisation": found.organisation_name, "name": found.name, "email": found.email}
    form = PlaceForm(typed_in(request), initial=known)

    def deed() -> str:
        operations.place_handover(handover=found, **form.values, by=signed_in(request.user))
        return page_of_round(the_round)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ge frågan till någon"), submit=_("Ge frågan"),
        cancel=page_of_round(the_round), done=_("Frågan är given."), crumbs=trail(the_round),
        template="followup/handover.html", context={"handover": found},
    )  # fmt: skip


@require_POST
def handover_return(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_handover(request.user, pk)
    return do(
        request, back=page_of_round(found.given_from.round), done=_("Frågan är tillbaka hos den som hade den."),
        deed=lambda: operations.give_back(handover=found, by=signed_in(request.user)),
    )  # fmt: skip
