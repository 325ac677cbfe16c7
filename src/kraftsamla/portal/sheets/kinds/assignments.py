"""Parts in actions as a sheet: who is named, who is asked, and on which terms. Answers are given by those asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kraftsamla.accounts.rules import Visitor
from kraftsamla.portal.sheets.cells import choice_cell, text_cell
from kraftsamla.portal.sheets.known import Known
from kraftsamla.portal.sheets.shape import Column, Kind, Scene, Stored, Takes
from kraftsamla.strategy.choices import AssignmentRole, AssignmentState, SteeringBasis
from kraftsamla.strategy.models import Assignment
from kraftsamla.strategy.operations import assign, offer_assignment

PLAIN_TERMS = (
    "what_sv", "what_en", "due", "registry_number", "decided_on", "reporting_on", "amount", "currency", "money_note",
)  # fmt: skip
TERMS = (*PLAIN_TERMS, "steering_basis")




class Assignments(Kind):
    name = "ataganden"
    title = "Åtaganden"
    named = "action"
    whole = True
    about = (
        "Skriv ”tillfrågad” under Besked, och vad som ska göras, för att fråga organisationen.",
        "Ändras villkoren ställs frågan på nytt.",
        "Vad organisationen svarar skrivs inte här, utan på insatsens sida eller via en personlig länk.",
    )
    columns = (
        Column("action", "Insats", Takes.ONE, "Insatsens titel eller nyckel.", 54, register="actions", required=True,
               fixed=True),
        Column("organisation", "Organisation", Takes.ONE, "Organisationens namn.", 36, register="organisations",
               required=True, fixed=True),
        Column("role", "Roll", Takes.CHOICE, choices=AssignmentRole, width=16, required=True, fixed=True),
        Column("state", "Besked", Takes.CHOICE, "Bara ”tillfrågad” kan skrivas här.", 24, choices=AssignmentState),
        Column("valid_from", "Från", Takes.DATE, width=12, fixed=True),
        Column("valid_to", "Till", Takes.DATE, width=12, fixed=True),
        Column("what_sv", "Vad", width=50),
        Column("what_en", "Vad, på engelska", width=34),
        Column("due", "Klart senast", Takes.DATE, width=12),
        Column("steering_basis", "Vilar på", Takes.CHOICE, choices=SteeringBasis, width=26),
        Column("registry_number", "Diarienummer", width=18),
        Column("decided_on", "Beslutsdatum", Takes.DATE, width=13),
        Column("reporting_on", "Redovisas senast", Takes.DATE, width=13),
        Column("amount", "Belopp", Takes.WHOLE, "Hela kronor eller annan valuta.", 14),
        Column("currency", "Valuta", help="Tre stora bokstäver, till exempel SEK.", width=8),
        Column("money_note", "Medlen avser", width=28),
    )  # fmt: skip

    def stored(self, visitor: Visitor, *, known: Known, at: dt.date) -> Iterator[Stored]:
        rows = Assignment.objects.visible_to(visitor).select_related("action", "terms")
        for record in rows.order_by("action__sort_key", "action", "role", "organisation__sort_key", "pk"):
            terms = record.terms
            cells = {name: text_cell(getattr(terms, name) or "") if terms else "" for name in PLAIN_TERMS}
            cells["steering_basis"] = choice_cell(SteeringBasis, terms.steering_basis) if terms else ""
            cells |= {name: text_cell(getattr(record, name)) for name in ("valid_from", "valid_to")}
            cells["action"] = known.actions.label(record.action_id)
            cells["organisation"] = known.organisations.label(record.organisation_id)
            cells["role"] = choice_cell(AssignmentRole, record.role)
            cells["state"] = choice_cell(AssignmentState, record.state)
            yield Stored(str(record.pk), str(record.version), cells, record)

    def add(self, values: dict[str, Any], *, scene: Scene) -> Assignment:
        dates = {name: values[name] for name in ("valid_from", "valid_to")}
        made = assign(
            action=values["action"], organisation=values["organisation"], role=values["role"], values=dates,
            by=scene.by,
        )  # fmt: skip
        wanted = values["state"] or AssignmentState.NAMED
        if wanted != AssignmentState.NAMED or any(values[name] for name in TERMS if name != "currency"):
            self._ask(made, values, wanted=wanted, version=made.version, scene=scene)
        return made

    def change(
        self, stored: Stored, values: dict[str, Any], *, touched: frozenset[str], version: int, scene: Scene
    ) -> bool:
        self._ask(stored.record, values, wanted=values["state"], version=version, scene=scene)
        return True

    @staticmethod
    def _ask(assignment: Assignment, values: dict[str, Any], *, wanted: str, version: int, scene: Scene) -> None:
        if wanted == AssignmentState.NAMED or not wanted:
            raise ValidationError({"state": _("Villkor hör till en fråga. Skriv ”tillfrågad” under Besked.")})
        if wanted != AssignmentState.OFFERED:
            raise ValidationError(
                {"state": _("Här kan bara en fråga ställas: skriv ”tillfrågad”. Svaret skrivs på insatsens sida.")}
            )
        terms = {name: values[name] for name in TERMS if values[name] or name != "currency"}
        offer_assignment(assignment=assignment, terms=terms, version=version, by=scene.by)
