"""To fetch is to be allowed."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from kraftsamla.accounts.access import Purpose, admit
from kraftsamla.accounts.rules import Visitor
from kraftsamla.actors.models import Engagement, Organisation, OtherName, Person, Representation


def get_organisation(visitor: Visitor, slug: str, *, to: Purpose = "view") -> Organisation:
    admit(visitor, to=to)
    organisations = Organisation.objects.visible_to(visitor).select_related("parent", "successor")
    return get_object_or_404(organisations, slug=slug)


def get_other_name(visitor: Visitor, slug: str, key: int, *, to: Purpose = "view") -> OtherName:
    organisation = get_organisation(visitor, slug, to=to)
    return get_object_or_404(organisation.other_names.select_related("organisation"), pk=key)


def get_person(visitor: Visitor, slug: str, *, to: Purpose = "view") -> Person:
    admit(visitor, to=to)
    return get_object_or_404(Person.objects.visible_to(visitor).select_related("merged_into"), slug=slug)


def get_engagement(visitor: Visitor, key: int, *, to: Purpose = "view") -> Engagement:
    admit(visitor, to=to)
    return get_object_or_404(Engagement.objects.select_related("person", "organisation"), pk=key)


def get_representation(visitor: Visitor, slug: str, key: int, *, to: Purpose = "view") -> Representation:
    organisation = get_organisation(visitor, slug, to=to)
    return get_object_or_404(organisation.representations.select_related("user", "organisation"), pk=key, valid_to=None)
