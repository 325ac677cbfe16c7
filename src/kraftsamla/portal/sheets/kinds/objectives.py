"""Objectives as a sheet, each with its wording in force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kraftsamla.accounts.rules import Visitor
from kraftsamla.portal.sheets.cells import choice_cell, many_cell, text_cell
from kraftsamla.portal.sheets.known import Known
from kraftsamla.portal.sheets.shape import Column, Kind, Scene, Stored, Takes
from kraftsamla.strategy.choices import GoalKind
from kraftsamla.strategy.models import Objective
from kraftsamla.strategy.operations import change_objective, create_objective, reword_objective

WORDING = ("title_sv", "title_en", "valid_from", "reason_sv")


class Objectives(Kind):
    name = "mal"
    title = "Mål"
    named = "title_sv"
    whole = True
    about = (
        "En ändrad lydelse blir en ny, och den gamla står kvar. Skriv också från när den nya gäller och varför.",
    )
    columns = (
        Column("strategy", "Strategi", Takes.ONE, "Behövs i en ny rad när det finns flera.", 26, register="strategies",
               fixed=True),
        Column("number", "Nummer", help="Till exempel 1.2. Numret ändras aldrig.", width=10, required=True, fixed=True),
        Column("title_sv", "Lydelse", width=60, required=True),
        Column("title_en", "Lydelse på engelska", width=44),
        Column("valid_from", "Lydelsen gäller från", Takes.DATE, width=14),
        Column("reason_sv", "Skäl till lydelsen", width=34),
        Column("goal_kind", "Slag av mål", Takes.CHOICE, choices=GoalKind, width=18),
        Column("plain_sv", "I klartext", width=60),
        Column("plain_en", "I klartext på engelska", width=44),
        Column("bodies", "Arbetsgrupper", Takes.MANY, "Namn på organ.", 34, register="bodies"),
    )  # fmt: skip

    def stored(self, visitor: Visitor, *, known: Known, at: dt.date) -> Iterator[Stored]:
        rows = Objective.objects.visible_to(visitor).select_related("strategy").prefetch_related("wordings", "bodies")
        for record in rows.order_by("strategy__sort_key", "sort_key"):
            wording = record.wording_at(None)
            cells = {name: text_cell(getattr(wording, name)) if wording else "" for name in WORDING}
            cells |= {name: text_cell(getattr(record, name)) for name in ("number", "plain_sv", "plain_en")}
            cells["strategy"] = known.strategies.label(record.strategy_id)
            cells["goal_kind"] = choice_cell(GoalKind, record.goal_kind)
            named = (known.bodies.label(body.pk) for body in record.bodies.all())
            cells["bodies"] = many_cell(sorted(name for name in named if name))
            yield Stored(f"{record.strategy.slug}:{record.number}", str(record.version), cells, record)

    def add(self, values: dict[str, Any], *, scene: Scene) -> Objective:
        strategy = values.pop("strategy") or scene.known.only_strategy
        if strategy is None:
            raise ValidationError({"strategy": _("Cellen är tom. Fyll i den.")})
        area = scene.known.areas.get((strategy.pk, values["number"].split(".")[0]))
        if area is None:
            raise ValidationError(
                {"number": _("Numret ska börja med numret på ett område som finns, till exempel 1.2.")}
            )
        wording = {name: values.pop(name) for name in WORDING}
        return create_objective(area=area, values=values, wording=wording, by=scene.by)

    def change(
        self, stored: Stored, values: dict[str, Any], *, touched: frozenset[str], version: int, scene: Scene
    ) -> bool:
        wording = touched & set(WORDING)
        if wording and not wording & {"title_sv", "title_en"}:
            column = "valid_from" if "valid_from" in wording else "reason_sv"
            message = _("Datum och skäl hör till lydelsen. Ändra också lydelsen, eller skriv tillbaka det som stod.")
            raise ValidationError({column: message})
        own = {name: values[name] for name in touched - wording}
        changed = bool(
            own and change_objective(objective=stored.record, values=own, version=version, by=scene.by)
        )
        if wording:
            reworded = {name: values[name] for name in WORDING}
            reword_objective(objective=stored.record, wording=reworded, by=scene.by)
        return changed or bool(wording)
