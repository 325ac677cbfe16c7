"""Organisations as a sheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kraftsamla.accounts.rules import Visitor
from kraftsamla.actors.choices import OrganisationKind, Sector
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.operations import change_organisation, create_organisation
from kraftsamla.core.collation import fold
from kraftsamla.portal.sheets.cells import choice_cell, text_cell
from kraftsamla.portal.sheets.known import Known
from kraftsamla.portal.sheets.shape import Column, Kind, Scene, Stored, Takes

PLAIN = ("name", "name_en", "country", "region", "website", "valid_from", "valid_to")
REFERS = "Organisationens namn, så som det står i registret."


class Organisations(Kind):
    name = "organisationer"
    title = "Organisationer"
    named = "name"
    columns = (
        Column("name", "Namn", width=44, required=True),
        Column("name_en", "Engelskt namn", width=34),
        Column("sector", "Sektor", Takes.CHOICE, choices=Sector, width=16, required=True),
        Column("kind", "Slag", Takes.CHOICE, choices=OrganisationKind, width=26, required=True),
        Column("country", "Land", help="Två stora bokstäver, till exempel SE.", width=8, required=True),
        Column("region", "Region"),
        Column("parent", "Del av", Takes.ONE, REFERS, 34, register="organisations"),
        Column("website", "Webbplats", help="Hela adressen, med https://.", width=34),
        Column("valid_from", "Finns från", Takes.DATE, width=12),
        Column("valid_to", "Fanns till", Takes.DATE, width=12),
        Column("successor", "Efterträdare", Takes.ONE, REFERS, 34, register="organisations"),
    )

    def stored(self, visitor: Visitor, *, known: Known, at: dt.date) -> Iterator[Stored]:
        rows = Organisation.objects.visible_to(visitor).current().defer("created_at", "changed_at")
        for record in rows.order_by("sort_key", "slug"):
            cells = {name: text_cell(getattr(record, name)) for name in PLAIN}
            cells["sector"] = choice_cell(Sector, record.sector)
            cells["kind"] = choice_cell(OrganisationKind, record.kind)
            cells["parent"] = known.organisations.label(record.parent_id)
            cells["successor"] = known.organisations.label(record.successor_id)
            yield Stored(record.slug, str(record.version), cells, record)

    def add(self, values: dict[str, Any], *, scene: Scene) -> Organisation:
        same = scene.known.organisations.by_name.get(fold(values["name"]))
        if same:
            raise ValidationError({"name": already(same[0])})
        return create_organisation(values=values, by=scene.by)

    def change(
        self, stored: Stored, values: dict[str, Any], *, touched: frozenset[str], version: int, scene: Scene
    ) -> bool:
        return bool(change_organisation(organisation=stored.record, values=values, version=version, by=scene.by))


def already(record: Any) -> str:
    """Somebody means to add what there is: how to change it instead."""
    return _("”%(name)s” finns redan. Skriv %(slug)s som nyckel för att ändra den, eller välj ett annat namn.") % {
        "name": record, "slug": record.slug,
    }  # fmt: skip
