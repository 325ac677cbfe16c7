"""A hybrid meeting as it looks when it has been held: what minutes are assembled from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import system_account
from kraftsamla.actors.models import PersonalLink
from kraftsamla.actors.operations import issue_link, use_link
from kraftsamla.core.clock import now, today
from kraftsamla.meetings.choices import SummaryState
from kraftsamla.meetings.choices.minuting import ADJUST_LINK, COMMENT_LINK
from kraftsamla.meetings.models import (
    Adjuster,
    AgendaItem,
    Discussion,
    Group,
    Invitation,
    ItemNote,
    Meeting,
    Minutes,
    MinutesPart,
    NoteVersion,
    Summary,
)
from kraftsamla.meetings.operations import (
    add_decision,
    add_item,
    add_presentation,
    ask_at,
    link_followup,
    record_attendance,
)
from kraftsamla.meetings.operations.minuting import draft_minutes
from kraftsamla.meetings.operations.minuting_adjusters import name_adjuster
from kraftsamla.meetings.operations.minuting_steps import circulate_minutes, send_to_adjust
from tests import factories

SLUG = "mote-med-gruppen"


def note(item: AgendaItem, text: str, *, by: User) -> ItemNote:
    """A note at a point, saved as the page for the meeting saves it."""
    found, _made = ItemNote.objects.get_or_create(item=item, defaults={"changed_by": by})
    NoteVersion.objects.create(
        note=found, number=found.version + 1, began_from=found.version, text=text, saved_by=by
    )
    found.text, found.version, found.changed_at = text, found.version + 1, now()
    found.save()
    return found


def invite(meeting: Meeting, name: str, *, is_informed: bool = False, language: str = "sv") -> Invitation:
    email = f"{name.split()[0].casefold()}@example.org"
    values = {"name": name, "email": email, "language": language, "is_informed": is_informed}
    return Invitation.objects.create(meeting=meeting, **values)


def groups(item: AgendaItem, *, reported: int, silent: int, summary: str) -> Discussion:
    discussion = Discussion.objects.create(item=item)
    for number in range(1, reported + silent + 1):
        at = now() if number <= reported else None
        Group.objects.create(discussion=discussion, number=number, reported_at=at)
    for question in item.questions.all():
        Summary.objects.create(
            discussion=discussion, question=question, text_sv=summary, state=SummaryState.AGREED, agreed_at=now()
        )
    return discussion


@dataclass
class Held:
    """The meeting and its two points."""

    meeting: Meeting
    first: AgendaItem
    second: AgendaItem


def held(*, by: User, **values: Any) -> Held:
    """A meeting of an advisory body with everything on it."""
    values = {
        "slug": SLUG, "body": factories.body("Samverkansgruppen"), "starts_at": dt.time(9, 0), "form": "hybrid",
        "ends_at": dt.time(12, 0), "place": "Stockholm", "chair": factories.person("Gunvor Ek"), **values,
    }  # fmt: skip
    meeting = factories.meeting("Möte med gruppen", **values)
    first = add_item(meeting=meeting, values={"number": "1", "title_sv": "Läget", "title_en": "The state"}, by=by)
    second = add_item(meeting=meeting, values={"number": "2", "title_sv": "Diskussion"}, by=by)
    note(first, "Karin berättade om läget.\n\n- Först det ena\n- Sedan det andra", by=by)
    vinnova = factories.organisation("Vinnova")
    add_presentation(
        item=first, by=by,
        values={"person": factories.person("Karin Strand"), "organisation": vinnova, "topic_sv": "Nytt uppdrag"},
    )  # fmt: skip
    ask_at(item=second, questions=[factories.question("Vad är viktigt framåt?")], by=by)
    groups(second, reported=3, silent=1, summary="Grupperna vill samla kraften.")
    point = factories.followup("Lämna exempel", owner=vinnova, due="2021-04-01")
    link_followup(meeting=meeting, followup=point, by=by)
    people = (
        ("Gunvor Ek", {"role": "ordförande"}), ("Ada Al", {"role": "ledamot", "mode": "remote"}),
        ("Bea Bo", {"role": "ledamot", "substitute_for": "Cilla Ce", "came_at": dt.time(9, 30)}),
        ("Disa De", {"role": "ledamot", "presence": "excused"}),
    )  # fmt: skip
    for name, row in people:
        record_attendance(meeting=meeting, values={"person_name": name, **row}, by=by)
    return Held(meeting, first, second)


def decided(case: Held, text: str = "Att ge uppdraget", *, by: User) -> None:
    add_decision(meeting=case.meeting, values={"text_sv": text, "item": case.first}, by=by)


def drafted(case: Held, *, by: User, language: str = "sv") -> Minutes:
    return draft_minutes(meeting=case.meeting, language=language, by=by)


def part(minutes: Minutes, kind: str, item: AgendaItem | None = None) -> MinutesPart:
    rows = minutes.parts.select_related("minutes__meeting__body", "item__note")
    return rows.get(kind=kind, **({"item": item} if item else {}))


def circulated(case: Held, *, by: User) -> Minutes:
    made = drafted(case, by=by)
    circulate_minutes(minutes=made, comments_until=(today() + dt.timedelta(days=5)).isoformat(), by=by)
    return fresh(made)


def adjusting(case: Held, *names: str, by: User) -> Minutes:
    made = circulated(case, by=by)
    for name in names or ("Ada Al",):
        email = f"{name.split()[0].casefold()}@example.org"
        name_adjuster(minutes=made, values={"name": name, "title": "ledamot", "email": email}, by=by)
    send_to_adjust(minutes=made, by=by)
    return fresh(made)


def fresh(minutes: Minutes) -> Minutes:
    return Minutes.objects.select_related("meeting__body__host", "corrects").get(pk=minutes.pk)


def comment_door(minutes: Minutes, *, email: str = "ada@example.org", name: str = "Ada Al") -> tuple[PersonalLink, str]:
    issued = issue_link(
        purpose=COMMENT_LINK, subject=minutes, organisation=None, name=name, email=email, by=system_account()
    )
    return issued.link, issued.token


def adjust_door(adjuster: Adjuster) -> tuple[PersonalLink, str]:
    issued = issue_link(
        purpose=ADJUST_LINK, subject=adjuster, organisation=None, name=adjuster.name, by=system_account()
    )
    return use_link(token=issued.token, purpose=ADJUST_LINK), issued.token


