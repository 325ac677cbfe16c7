"""Organisations, and people in public roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from kraftsamla.core.text import Text
from kraftsamla.editions.content import ActionRole, Organisation, Person
from kraftsamla.editions.rendering import addresses, weak_links
from kraftsamla.editions.rendering.drafts.wording import ours
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.pages import Draft
from kraftsamla.editions.rendering.paging import parts
from kraftsamla.editions.rendering.vocabulary import PROGRESS

SECTION = "actors"
#: Under which heading of the organisation's page a part that is not accepted stands.
WHERE = {"offered": "waiting", "changes_proposed": "waiting", "named": "named"}


def drafts(index: Index, *, contact: str) -> Iterator[Draft]:
    organisations = Draft(
        address=addresses.ORGANISATIONS,
        template="organisations",
        section=SECTION,
        title=ours(_("Aktörer")),
        about=ours(_("Organisationer som har en del i strategins insatser, organ eller möten.")),
    )
    for part in parts(index.picture.organisations, addresses.ORGANISATIONS):
        yield replace(organisations, address=part.address, context={"part": part})
    people = Draft(
        address=addresses.PEOPLE,
        template="people",
        section=SECTION,
        title=ours(_("Personer")),
        about=ours(_("Personer som företräder en organisation i strategins organ och möten.")),
        crumbs=[(addresses.ORGANISATIONS, ours(_("Aktörer")))],
    )
    for part_of_people in parts(index.picture.people, addresses.PEOPLE):
        yield replace(people, address=part_of_people.address, context={"part": part_of_people})
    for organisation in index.picture.organisations:
        yield _organisation(organisation, index)
    for person in index.picture.people:
        yield _person(person, index)


def _organisation(organisation: Organisation, index: Index) -> Draft:
    counts = Counter(role.progress for role in organisation.roles)
    return Draft(
        address=addresses.record("organisation", organisation.slug),
        template="organisation",
        section=SECTION,
        title=organisation.name,
        about=organisation.name,
        context={
            "organisation": organisation,
            "counts": [(progress, counts[progress]) for progress in PROGRESS if counts[progress]],
            "accepted": sum(role.accepted for role in organisation.roles),
            **_promises(organisation),
            "weakness": weak_links.of_organisation(organisation, index),
        },
        crumbs=[(addresses.ORGANISATIONS, ours(_("Aktörer")))],
        sources_of=(organisation,),
    )


def _promises(organisation: Organisation) -> dict[str, list[ActionRole]]:
    """What the organisation has promised, what it has been asked, what sources only name it for, and what is past."""
    groups: dict[str, list[ActionRole]] = {"promised": [], "waiting": [], "named": [], "past": []}
    for role in organisation.roles:
        key = "promised" if role.accepted else WHERE.get(role.state, "past")
        groups[key].append(role)
    return groups


def _person(person: Person, index: Index) -> Draft:
    return Draft(
        address=addresses.record("person", person.slug),
        template="person",
        section=SECTION,
        title=Text(person.name, person.name),
        about=Text(person.name, person.name),
        context={"person": person, "weakness": weak_links.of_person(person, index)},
        crumbs=[
            (addresses.ORGANISATIONS, ours(_("Aktörer"))),
            (addresses.PEOPLE, ours(_("Personer"))),
        ],
        sources_of=(person,),
    )
