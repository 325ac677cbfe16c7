"""What the pages about organisations and people show.

Rows of the apps above (parts in actions, appointments, attendance, passages) are reached by the names of their
relations; this app does not know those apps.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from kraftsamla.accounts.rules import Visitor
from kraftsamla.actors.models import Organisation, OtherName, Person, Representation, Spelling
from kraftsamla.audit.overviews import Line, history_of


@dataclass(frozen=True, slots=True)
class Split:
    """What holds now, and what held before."""

    now: Sequence[Any]
    before: Sequence[Any]

    def __bool__(self) -> bool:
        return bool(self.now or self.before)


@dataclass(frozen=True, slots=True)
class OrganisationOverview:
    organisation: Organisation
    engagements: Split
    appointments: Split
    parts: Sequence[Organisation]
    predecessors: Sequence[Organisation]
    assignments: Sequence[Any]
    representations: Sequence[Representation]
    bodies: Sequence[Any]
    passages: Sequence[Any]
    history: Sequence[Line]


@dataclass(frozen=True, slots=True)
class PersonOverview:
    person: Person
    engagements: Split
    appointments: Split
    attendance: Sequence[Any]
    passages: Sequence[Any]
    history: Sequence[Line]


def organisations_for(
    visitor: Visitor, *, words: str = "", sector: str = "", kind: str = ""
) -> models.QuerySet[Organisation]:
    """In Swedish order, with their other names."""
    found = Organisation.objects.visible_to(visitor).current()
    if words:
        found = found.named_like(words)
    if sector:
        found = found.filter(sector=sector)
    if kind:
        found = found.filter(kind=kind)
    return found.prefetch_related("other_names").order_by("sort_key", "slug")


def people_for(visitor: Visitor, *, words: str = "") -> models.QuerySet[Person]:
    """In Swedish order, with their spellings and where they work."""
    found = Person.objects.visible_to(visitor).current()
    if words:
        found = found.named_like(words)
    return found.prefetch_related("spellings", "engagements__organisation").order_by("sort_key", "slug")


def organisation_overview(organisation: Organisation, *, visitor: Visitor, at: dt.date) -> OrganisationOverview:
    record: Any = organisation
    engagements = organisation.engagements.select_related("person").order_by("person__sort_key", "pk")
    appointments = record.appointments.visible_to(visitor).select_related("person", "body")
    appointments = appointments.order_by("body__sort_key", "person__sort_key")
    assignments = record.assignments.select_related("action").order_by("action__sort_key", "role")
    return OrganisationOverview(
        organisation=organisation,
        engagements=split(engagements, at=at),
        appointments=split(appointments, at=at),
        parts=list(organisation.parts.current()),
        predecessors=list(organisation.predecessors.current()),
        assignments=list(assignments),
        representations=list(organisation.representations.filter(valid_to=None).select_related("user")),
        bodies=list(record.bodies.visible_to(visitor).order_by("sort_key")),
        passages=_passages(record),
        history=history_of(organisation),
    )


def person_overview(person: Person, *, visitor: Visitor, at: dt.date) -> PersonOverview:
    record: Any = person
    engagements = person.engagements.select_related("organisation").order_by("-valid_from", "organisation__sort_key")
    appointments = record.appointments.visible_to(visitor).select_related("body", "on_behalf_of")
    appointments = appointments.order_by("body__sort_key", "pk")
    attendance = record.attendance.visible_to(visitor).select_related("meeting").order_by("-meeting__starts_on", "pk")
    return PersonOverview(
        person=person,
        engagements=split(engagements, at=at),
        appointments=split(appointments, at=at),
        attendance=list(attendance),
        passages=_passages(record),
        history=history_of(person),
    )


def split(rows: Iterable[Any], *, at: dt.date) -> Split:
    """By whether they hold on a day."""
    now: list[Any] = []
    before: list[Any] = []
    for row in rows:
        (now if row.holds(at=at) else before).append(row)
    return Split(now, before)


def merge_consequences(gone: Organisation | Person, kept: Organisation | Person) -> list[str]:
    """What putting two records together will do, with how many rows it moves."""
    names = {"gone": str(gone), "kept": str(kept)}
    moved = [f"{name} {count}" for name, count in said_about(gone) if count]
    lines = [_("Posten ”%(gone)s” försvinner ur listorna. Den som öppnar dess sida hänvisas till ”%(kept)s”.") % names]
    if moved:
        lines.append(_("Detta flyttas till ”%(kept)s”: %(rows)s.") % {**names, "rows": ", ".join(moved)})
    else:
        lines.append(_("Inget annat är knutet till posten, så inget behöver flyttas."))
    lines.append(_("Namnet ”%(gone)s” blir ett annat namn på ”%(kept)s”, så att det känns igen nästa gång.") % names)
    lines.append(_("Det går inte att ångra med en knapp. Allt står kvar i loggen."))
    return lines


def said_about(record: Organisation | Person) -> list[tuple[str, int]]:
    """How many rows of each kind point at a record, by the name of the kind."""
    named: dict[str, int] = {}
    for relation in record._meta.related_objects:
        model: Any = relation.related_model
        if model is OtherName or model is Spelling:
            continue
        name = str(model._meta.verbose_name)
        count = model._base_manager.filter(**{relation.field.name: record.pk}).count()
        named[name] = named.get(name, 0) + count
    return sorted(named.items())


def _passages(record: Any) -> list[Any]:
    passages = record.passages.select_related("document__publisher").defer("document__text", "document__layout")
    return list(passages.order_by("document__published", "document__sort_key", "start", "pk"))

