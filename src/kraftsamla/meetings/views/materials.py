"""A meeting's papers: read on one page, and put there as a file, a document or a link."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kraftsamla.accounts.access import signed_in
from kraftsamla.meetings.access import get_meeting
from kraftsamla.meetings.assembly.materials import folder_of
from kraftsamla.meetings.forms import MaterialForm
from kraftsamla.meetings.models import Material, Meeting
from kraftsamla.meetings.operations import materials as deeds
from kraftsamla.meetings.rules import may_run
from kraftsamla.meetings.views.meetings import trail
from kraftsamla.ui.forms import typed_in
from kraftsamla.ui.pages import do, edit_page


def page_of_materials(meeting: Meeting) -> str:
    return reverse("meetings:materials", args=[meeting.slug])


@require_safe
def materials(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything to read before the meeting on one page that can be printed, or saved and read without a network."""
    meeting = get_meeting(request.user, slug)
    shown = {
        "meeting": meeting, "folder": folder_of(meeting), "crumbs": trail(meeting),
        "may_run": may_run(request.user, meeting),
    }  # fmt: skip
    return render(request, "meetings/preparing/materials.html", shown)


@require_http_methods(["GET", "POST"])
def add_material(request: HttpRequest, slug: str) -> HttpResponse:
    meeting = get_meeting(request.user, slug, to="edit")
    files = request.FILES if request.method == "POST" else None
    form = MaterialForm(typed_in(request), files, meeting=meeting, initial={"item": request.GET.get("punkt")})

    def deed() -> str:
        by, given = signed_in(request.user), form.values
        if file := given["file"]:
            content, title = file.read(), given["title"]
            deeds.add_file(
                meeting=meeting, file_name=file.name, content=content, title=title, values=form.about, by=by
            )
        elif url := given["url"]:
            deeds.add_link(meeting=meeting, url=url, title=given["title"], values=form.about, by=by)
        else:
            deeds.add_material(meeting=meeting, document=given["document"], values=form.about, by=by)
        return page_of_materials(meeting)

    return edit_page(
        request, form=form, deed=deed, heading=_("Ny handling"), submit=_("Lägg till handlingen"),
        cancel=page_of_materials(meeting), done=_("Handlingen är tillagd."), crumbs=trail(meeting),
    )  # fmt: skip


@require_POST
def publish_material(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Turn over whether the public edition names it."""
    material = _material(request, slug, pk)
    public = not material.is_public
    done = _("Handlingen nämns i den publika utgåvan.") if public else _("Handlingen nämns inte offentligt.")
    return do(
        request, back=page_of_materials(material.meeting), done=done,
        deed=lambda: deeds.publish_material(material=material, is_public=public, by=signed_in(request.user)),
    )  # fmt: skip


@require_POST
def remove_material(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    material = _material(request, slug, pk)
    return do(
        request, back=page_of_materials(material.meeting), done=_("Handlingen är borttagen från mötet."),
        deed=lambda: deeds.withdraw_material(material=material, by=signed_in(request.user)),
    )  # fmt: skip


def _material(request: HttpRequest, slug: str, pk: int) -> Material:
    meeting = get_meeting(request.user, slug, to="edit")
    return get_object_or_404(Material.objects.select_related("meeting"), meeting=meeting, pk=pk)
