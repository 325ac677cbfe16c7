"""Actions as a sheet: what they are. Who has which part, and how they stand, are sheets of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from kraftsamla.accounts.rules import Visitor
from kraftsamla.core.collation import fold
from kraftsamla.portal.sheets.cells import choice_cell, many_cell, text_cell
from kraftsamla.portal.sheets.kinds.organisations import already
from kraftsamla.portal.sheets.known import Known
from kraftsamla.portal.sheets.shape import Cells, Column, Kind, Scene, Stored, Takes
from kraftsamla.strategy.choices import ActionKind, SteeringBasis
from kraftsamla.strategy.models import Action
from kraftsamla.strategy.operations import change_action, create_action

PLAIN = ("title_sv", "title_en", "description_sv", "description_en", "registry_number")


class Actions(Kind):
    name = "insatser"
    title = "Insatser"
    named = "title_sv"
    columns = (
        Column("strategy", "Strategi", Takes.ONE, "Behövs i en ny rad när det finns flera.", 26, register="strategies",
               fixed=True),
        Column("title_sv", "Titel", width=60, required=True),
        Column("title_en", "Titel på engelska", width=44),
        Column("kind", "Slag", Takes.CHOICE, choices=ActionKind, width=20, required=True),
        Column("description_sv", "Beskrivning", width=60),
        Column("description_en", "Beskrivning på engelska", width=44),
        Column("objectives", "Mål", Takes.MANY, "Nummer med ; emellan, till exempel 1.2; 3.1.", 14,
               register="objectives"),
        Column("areas", "Områden", Takes.MANY, "Nummer, bara när det inte är känt vilket mål insatsen hör till.", 12,
               register="areas"),
        Column("steering_basis", "Vilar på", Takes.CHOICE, choices=SteeringBasis, width=26),
        Column("registry_number", "Diarienummer", width=18),
        Column("follows", "Fortsätter", Takes.ONE, "Titeln på insatsen som denna fortsätter.", 44, register="actions"),
    )  # fmt: skip

    def stored(self, visitor: Visitor, *, known: Known, at: dt.date) -> Iterator[Stored]:
        rows = Action.objects.visible_to(visitor).in_picture().prefetch_related("objectives", "areas")
        for record in rows.order_by("strategy__sort_key", "sort_key", "pk"):
            cells = {name: text_cell(getattr(record, name)) for name in PLAIN}
            cells["strategy"] = known.strategies.label(record.strategy_id)
            cells["kind"] = choice_cell(ActionKind, record.kind)
            cells["steering_basis"] = choice_cell(SteeringBasis, record.steering_basis)
            cells["objectives"] = many_cell(each.number for each in record.objectives.all())
            cells["areas"] = many_cell(each.number for each in record.areas.all())
            cells["follows"] = known.actions.label(record.follows_id)
            yield Stored(record.slug, str(record.version), cells, record)

    def narrow(self, values: Cells, *, stored: Stored | None, scene: Scene) -> models.Model | None:
        if stored is not None:
            return scene.known.strategies.by_key.get(stored.record.strategy_id)
        if values.get("strategy"):
            try:
                return scene.known.strategies.find(values["strategy"])  # type: ignore[no-any-return]  # a Strategy
            except ValidationError:
                return None  # said where the cell itself is read
        return scene.known.only_strategy

    def add(self, values: dict[str, Any], *, scene: Scene) -> Action:
        strategy = values.pop("strategy") or scene.known.only_strategy
        if strategy is None:
            raise ValidationError({"strategy": _("Cellen är tom. Fyll i den.")})
        same = scene.known.actions.by_name.get(fold(values["title_sv"]))
        if same:
            raise ValidationError({"title_sv": already(same[0])})
        return create_action(strategy=strategy, values=values, by=scene.by)

    def change(
        self, stored: Stored, values: dict[str, Any], *, touched: frozenset[str], version: int, scene: Scene
    ) -> bool:
        return bool(change_action(action=stored.record, values=values, version=version, by=scene.by))
