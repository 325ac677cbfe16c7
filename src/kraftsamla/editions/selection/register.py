"""The register's part of the picture: organisations and people."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Prefetch

from kraftsamla.actors.models import Engagement, Organisation, Person
from kraftsamla.core.text import Text
from kraftsamla.editions import content
from kraftsamla.editions.selection import sources as name
from kraftsamla.editions.selection.agenda import open_items
from kraftsamla.editions.selection.agreements import select_role
from kraftsamla.editions.selection.bodies import seat, seats
from kraftsamla.editions.selection.sources import Names, public_passages
from kraftsamla.meetings.models import Attendance, Meeting, Presentation


def _engagements() -> Prefetch[str]:
    rows = Engagement.objects.select_related("person", "organisation").prefetch_related(public_passages())
    return Prefetch("engagements", queryset=rows)


def _engagement(record: Engagement, names: Names, ref: content.Ref) -> content.Engagement:
    return content.Engagement(
        person=name.person(record.person), organisation=name.organisation(record.organisation), title=record.title,
        valid_from=record.valid_from, valid_to=record.valid_to, seen_on=record.seen_on,
        sources=names.sources(record, ref),
    )  # fmt: skip


def select_organisations(
    names: Names, actions: list[content.Action], bodies: Iterable[content.Body]
) -> tuple[content.Organisation, ...]:
    roles = defaultdict(list)
    for action in actions:
        for part in action.parts:
            ref = content.Ref("action", action.slug, action.title)
            roles[part.organisation.slug].append(select_role(part, action, ref))
    hosted = defaultdict(list)
    for body in bodies:
        speakers = (body.host, *(s.on_behalf_of for s in body.seats))
        for host in dict.fromkeys(ref for ref in speakers if ref is not None):
            hosted[host.slug].append(content.Ref("body", body.slug, body.name))
    public = Meeting.objects.public().newest_first()
    records = (
        Organisation.objects.current().select_related("parent", "successor")
        .prefetch_related("other_names", public_passages(), _engagements(), Prefetch("meetings", queryset=public))
    )  # fmt: skip
    return tuple(
        content.Organisation(
            slug=o.slug, name=o.title, sector=o.sector, kind=o.kind, country=o.country, region=o.region,
            website=o.website, other_names=tuple(content.OtherName(n.name, n.kind) for n in o.other_names.all()),
            valid_from=o.valid_from, valid_to=o.valid_to, ending=o.ending,
            parent=name.maybe(name.organisation, o.parent), successor=name.maybe(name.organisation, o.successor),
            roles=tuple(roles[o.slug]),
            people=tuple(_engagement(e, names, name.organisation(o)) for e in o.engagements.all()),
            bodies=tuple(hosted[o.slug]), meetings=name.refs(name.meeting, o.meetings.all()),
            sources=names.sources(o, name.organisation(o)),
        )
        for o in records
    )  # fmt: skip


def select_people(names: Names, *, at: dt.date) -> tuple[content.Person, ...]:
    """Those who have a public role: a post, a seat in a body that shows its members, or a part in a public meeting."""
    with_sources = public_passages()
    shown = Meeting.objects.public()
    attended = Attendance.objects.filter(meeting__in=shown, meeting__shows_attendance=True)
    attended = attended.select_related("meeting").order_by("-meeting__starts_on", "pk")
    presented = Presentation.objects.filter(item__in=open_items(shown)).select_related("item__meeting")
    records = Person.objects.current().prefetch_related(
        "spellings", with_sources, _engagements(),
        Prefetch("appointments", queryset=seats(with_sources)),
        Prefetch("attendance", queryset=attended), Prefetch("presentations", queryset=presented),
    )  # fmt: skip
    people = []
    for p in records:
        if not (p.engagements.all() or p.appointments.all() or p.attendance.all() or p.presentations.all()):
            continue
        ref = name.person(p)
        people.append(
            content.Person(
                slug=p.slug, name=p.name, spellings=tuple(s.name for s in p.spellings.all()),
                engagements=tuple(_engagement(e, names, ref) for e in p.engagements.all()),
                seats=tuple(seat(a, names, ref, at=at) for a in p.appointments.all()),
                meetings=name.refs(name.meeting, (a.meeting for a in p.attendance.all())),
                presentations=tuple(
                    content.Ref("meeting", x.item.meeting.slug, x.topic or Text(x.item.meeting.title_sv))
                    for x in p.presentations.all()
                ),
                sources=names.sources(p, ref),
            )
        )  # fmt: skip
    return tuple(people)
