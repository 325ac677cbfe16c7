"""Discussions in groups: which points, who sits where, and the links to the groups' own pages."""

from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kraftsamla.accounts.access import signed_in
from kraftsamla.core.errors import Refused
from kraftsamla.meetings import operations
from kraftsamla.meetings.access import get_discussion, get_item, get_meeting
from kraftsamla.meetings.choices.grouping import Gathered
from kraftsamla.meetings.forms.grouping import (
    SEEDS,
    GroupForm,
    GroupQuestionForm,
    GuidanceForm,
    MakeGroupsForm,
    MoveForm,
)
from kraftsamla.meetings.models import Discussion, Group, Meeting
from kraftsamla.meetings.overviews.grouping import Tables, discussions_of, label_of, tables_of
from kraftsamla.meetings.views.meetings import trail
from kraftsamla.ui.forms import PlainForm, typed_in
from kraftsamla.ui.pages import Crumbs, confirm_page, do, edit_page, gone_well


def page_of(discussion: Discussion, name: str = "discussion") -> str:
    return reverse(f"meetings:{name}", args=[discussion.item.meeting.slug, discussion.pk])


def discussion_trail(meeting: Meeting, discussion: Discussion | None = None) -> Crumbs:
    above = [*trail(meeting), (_("Grupper"), reverse("meetings:discussions", args=[meeting.slug]))]
    return [*above, (discussion.item.title, page_of(discussion))] if discussion else above


@require_safe
def discussions(request: HttpRequest, slug: str) -> HttpResponse:
    """The points of the meeting, those discussed in groups and those that can be."""
    meeting = get_meeting(request.user, slug, to="edit")
    rows = discussions_of(meeting)
    shown = {
        "meeting": meeting, "crumbs": trail(meeting), "may_run": True,
        "chosen": [each for each in rows if each.discussion], "others": [each for each in rows if not each.discussion],
    }  # fmt: skip
    return render(request, "meetings/grouping/discussions.html", shown)


@require_POST
def start_discussion(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    item = get_item(request.user, slug, pk, to="edit")
    found = operations.start_discussion(item=item, by=signed_in(request.user))
    return HttpResponseRedirect(page_of(found))


def show(
    request: HttpRequest, discussion: Discussion, *, forms: dict[str, PlainForm] | None = None, status: int = 200
) -> HttpResponse:
    """The page where a discussion is prepared; ``forms``: what was sent and could not be kept, as it was typed."""
    tables = tables_of(discussion)
    context: dict[str, Any] = {
        "meeting": discussion.item.meeting, "discussion": discussion, "tables": tables, "may_run": True,
        "crumbs": discussion_trail(discussion.item.meeting), "question": GroupQuestionForm(auto_id="fraga_%s"),
        "make": _make_form(tables), **(forms or {}),
    }  # fmt: skip
    return render(request, "meetings/grouping/discussion.html", context, status=status)


def _make_form(tables: Tables) -> MakeGroupsForm:
    standing = {
        "number": len(tables.tables) or tables.suggested, "who": Gathered.HERE if tables.here else Gathered.COMING,
        "seed": secrets.randbelow(SEEDS),
    }  # fmt: skip
    return MakeGroupsForm(initial=standing, auto_id="grupper_%s")


@require_safe
def discussion(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return show(request, get_discussion(request.user, slug, pk, to="edit"))


@require_http_methods(["GET", "POST"])
def edit_guidance(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = get_discussion(request.user, slug, pk, to="edit")
    form = GuidanceForm(typed_in(request), record=found)

    def deed() -> str:
        operations.change_discussion(
            discussion=found, values=form.values, version=form.version_seen, by=signed_in(request.user)
        )
        return page_of(found)

    return edit_page(
        request, form=form, deed=deed, heading=_("Instruktion till grupperna"), cancel=page_of(found),
        done=_("Instruktionen är sparad."), crumbs=discussion_trail(found.item.meeting, found),
    )  # fmt: skip


@require_POST
def ask_groups(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = get_discussion(request.user, slug, pk, to="edit")
    form = GroupQuestionForm(request.POST, auto_id="fraga_%s")
    if form.is_valid():
        try:
            operations.ask_groups(discussion=found, wording=form.values["wording"], by=signed_in(request.user))
        except ValidationError as error:
            form.take_errors(error)
        else:
            return gone_well(request, f"{page_of(found)}#fragor", _("Frågan är tillagd."))
    return show(request, found, forms={"question": form}, status=422)


@require_POST
def drop_question(request: HttpRequest, slug: str, pk: int, question: int) -> HttpResponse:
    found = get_discussion(request.user, slug, pk, to="edit")
    asked = get_object_or_404(found.item.questions, pk=question)
    return do(
        request, back=f"{page_of(found)}#fragor", done=_("Frågan ställs inte längre till grupperna."),
        deed=lambda: operations.drop_question(discussion=found, question=asked, by=signed_in(request.user)),
    )  # fmt: skip


@require_POST
def make_groups(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = get_discussion(request.user, slug, pk, to="edit")
    form = MakeGroupsForm(request.POST, auto_id="grupper_%s")
    status = 422
    if form.is_valid():
        typed = form.values
        try:
            operations.make_groups(
                discussion=found, number=typed["number"], who=Gathered(typed["who"]), seed=typed["seed"],
                by=signed_in(request.user),
            )  # fmt: skip
        except ValidationError as error:
            form.take_errors(error)
        except Refused as refused:
            form.add_error(None, refused.message)
            status = 409
        else:
            return gone_well(request, f"{page_of(found)}#grupperna", _("Grupperna är sammansatta."))
    return show(request, found, forms={"make": form}, status=status)


@require_POST
def move_member(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Somebody to another group, or out of them."""
    found = get_discussion(request.user, slug, pk, to="edit")
    form = MoveForm(request.POST, discussion=found)
    if not form.is_valid():
        messages.error(request, _("Personen eller gruppen finns inte längre. Välj igen."))
        return HttpResponseRedirect(f"{page_of(found)}#grupperna")
    member, group = form.values["member"], form.values["group"]

    def deed() -> None:
        if group is None:
            operations.unseat_member(member=member, by=signed_in(request.user))
        else:
            operations.move_member(member=member, group=group, by=signed_in(request.user))

    where = label_of(group) if group else ""
    told = _("%(name)s sitter nu i %(group)s.") if group else _("%(name)s sitter inte längre i någon grupp.")
    return do(
        request, deed=deed, back=f"{page_of(found)}#{f'grupp-{group.number}' if group else 'grupperna'}",
        done=told % {"name": member.name, "group": where},
    )  # fmt: skip


@require_POST
def place_late(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Seat one who sits nowhere, or all of them, where they fit best."""
    found = get_discussion(request.user, slug, pk, to="edit")
    try:
        placed = operations.place_late(
            discussion=found, keys=request.POST.getlist("key"), by=signed_in(request.user)
        )
    except Refused as refused:
        messages.error(request, refused.message)
        return HttpResponseRedirect(page_of(found))
    for member in placed:
        messages.success(
            request, _("%(name)s sitter nu i %(group)s.") % {"name": member.name, "group": label_of(member.group)}
        )
    return HttpResponseRedirect(f"{page_of(found)}#grupperna")


@require_http_methods(["GET", "POST"])
def edit_group(request: HttpRequest, slug: str, pk: int, number: int) -> HttpResponse:
    found = get_discussion(request.user, slug, pk, to="edit")
    group = get_object_or_404(Group, discussion=found, number=number)
    group.discussion = found
    form = GroupForm(typed_in(request), record=group)

    def deed() -> str:
        operations.change_group(group=Group.objects.get(pk=group.pk), values=form.values, by=signed_in(request.user))
        return f"{page_of(found)}#grupp-{group.number}"

    return edit_page(
        request, form=form, deed=deed, heading=label_of(group), cancel=page_of(found), done=_("Sparat."),
        crumbs=discussion_trail(found.item.meeting, found),
    )  # fmt: skip


@never_cache
@require_http_methods(["GET", "POST"])
def group_links(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Make the links to the groups' pages. They are shown once: only their digests are kept."""
    found = get_discussion(request.user, slug, pk, to="edit")
    links, refusal, status = [], "", 200
    if request.method == "POST":
        try:
            links = operations.open_groups(discussion=found, by=signed_in(request.user))
        except Refused as refused:
            refusal, status = refused.message, 409
    shown = {
        "meeting": found.item.meeting, "discussion": found, "refusal": refusal, "may_run": True,
        "crumbs": discussion_trail(found.item.meeting, found),
        "links": [
            (label_of(each.group), each.group, settings.SITE_ADDRESS + reverse("guest:group", args=[each.token]))
            for each in links
        ],
    }  # fmt: skip
    return render(request, "meetings/grouping/links.html", shown, status=status)


@require_safe
def group_list(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Who sits where, to print and put on the wall."""
    found = get_discussion(request.user, slug, pk, to="edit")
    shown = {"discussion": found, "meeting": found.item.meeting, "tables": tables_of(found)}
    return render(request, "meetings/grouping/list.html", shown)


@require_http_methods(["GET", "POST"])
def withdraw_discussion(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = get_discussion(request.user, slug, pk, to="edit")

    def deed() -> str:
        operations.withdraw_discussion(discussion=found, by=signed_in(request.user))
        return reverse("meetings:discussions", args=[slug])

    return confirm_page(
        request, deed=deed, heading=_("Ta bort gruppdiskussionen?"), submit=_("Ta bort"), cancel=page_of(found),
        consequences=[
            _("Grupperna försvinner, och länkarna till dem slutar gälla."),
            _("Punkten och dess frågor finns kvar på dagordningen."),
        ],
        done=_("Gruppdiskussionen är borttagen."), crumbs=discussion_trail(found.item.meeting, found),
    )  # fmt: skip
