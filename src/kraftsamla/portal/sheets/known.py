"""What cells can refer to: asked for once a file, found by name, other name, address name or number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from kraftsamla.accounts.rules import Visitor
from kraftsamla.actors.models import Organisation, OtherName, Person, Spelling
from kraftsamla.bodies.models import Appointment, Body
from kraftsamla.core.collation import fold
from kraftsamla.strategy.models import Action, Area, Objective, Strategy
from kraftsamla.ui.forms.records import SHOWN, WITH_SLUG, label_of


class Register:
    """Records of one kind by everything they are called."""

    def __init__(self, records: Iterable[Any], names: Callable[[Any], Iterable[str]]) -> None:
        self.names = names
        self.by_slug: dict[str, Any] = {}
        self.by_name: dict[str, list[Any]] = defaultdict(list)
        self.by_key: dict[int, Any] = {}
        for record in records:
            self.put(record)

    def put(self, record: Any) -> None:
        self.by_slug[record.slug] = record
        self.by_key[record.pk] = record
        for name in {record.folded, *self.names(record)}:
            same = self.by_name[name]
            same[:] = [*(each for each in same if each.pk != record.pk), record]

    def label(self, key: int | None) -> str:
        """The words that name a record in a cell."""
        record = self.by_key.get(key or 0)
        if record is None:
            return ""
        same = [each for each in self.by_name[record.folded] if each.folded == record.folded]
        return label_of(record, twins=len(same) > 1)

    def find(self, written: str) -> Any:
        """The record that is meant. Raises ValidationError, naming those it may be."""
        if (match := WITH_SLUG.fullmatch(written)) and match.group(1) in self.by_slug:
            return self.by_slug[match.group(1)]
        if written in self.by_slug:
            return self.by_slug[written]
        found = self.by_name.get(fold(written), [])
        if len(found) == 1:
            return found[0]
        if not found:
            raise ValidationError(
                _("”%(name)s” finns inte. Kontrollera stavningen, eller lägg till posten först.") % {"name": written}
            )
        names = "; ".join(f"{each} [{each.slug}]" for each in found[:SHOWN])
        raise ValidationError(
            _("Det går inte att veta vilken som menas med ”%(name)s”. Skriv en av: %(names)s.")
            % {"name": written, "names": names}
        )


class Known:
    """Every register, asked for when the first cell needs it. ``visitor``: who may not see them all."""

    def __init__(self, visitor: Visitor | None = None) -> None:
        self.visitor = visitor

    @cached_property
    def organisations(self) -> Register:
        names: dict[int, list[str]] = defaultdict(list)
        for key, folded in OtherName.objects.values_list("organisation_id", "folded"):
            names[key].append(folded)
        # There may be many thousands, of which a file refers to few: no more of each than its names.
        records = Organisation.objects.current().only("slug", "name", "folded", "parent", "successor")
        return Register(records.order_by("sort_key", "slug"), lambda record: names.get(record.pk, ()))

    @cached_property
    def people(self) -> Register:
        names: dict[int, list[str]] = defaultdict(list)
        for key, folded in Spelling.objects.values_list("person_id", "folded"):
            names[key].append(folded)
        return Register(Person.objects.current().order_by("sort_key", "slug"), lambda record: names.get(record.pk, ()))

    @cached_property
    def bodies(self) -> Register:
        found = Body.objects.all() if self.visitor is None else Body.objects.visible_to(self.visitor)
        return Register(found.order_by("sort_key", "slug"), lambda record: [])

    @cached_property
    def strategies(self) -> Register:
        return Register(Strategy.objects.order_by("sort_key", "slug"), lambda record: [])

    @cached_property
    def actions(self) -> Register:
        return Register(Action.objects.in_picture().order_by("sort_key", "slug"), lambda record: [])

    @cached_property
    def objectives(self) -> dict[tuple[int, str], Objective]:
        return {(each.strategy_id, each.number): each for each in Objective.objects.select_related("strategy")}

    @cached_property
    def areas(self) -> dict[tuple[int, str], Area]:
        return {(each.strategy_id, each.number): each for each in Area.objects.select_related("strategy")}

    @property
    def only_strategy(self) -> Strategy | None:
        """The one there is, so that nobody has to write it in every row."""
        found = list(self.strategies.by_slug.values())
        return found[0] if len(found) == 1 else None

    def numbered(self, register: str, written: str, *, strategy: models.Model | None, was_number: bool) -> Any:
        """An objective or an area by its number in a strategy. Raises ValidationError."""
        records: dict[tuple[int, str], Any] = getattr(self, register)
        if strategy is None:
            raise ValidationError(_("Skriv vilken strategi raden hör till först, så att numret går att känna igen."))
        if was_number and "." in written and (strategy.pk, f"{written}0") in records:
            raise ValidationError(
                _("Cellen är ett tal, så det går inte att veta om %(number)s eller %(other)s menas. Skriv ’%(number)s.")
                % {"number": written, "other": f"{written}0"}
            )
        found = records.get((strategy.pk, written))
        if found is None:
            raise ValidationError(
                _("%(number)s finns inte i strategin. Kontrollera numret, eller lägg till det först.")
                % {"number": written}
            )
        return found

    def written(self, record: models.Model) -> None:
        """Let later rows refer to what an earlier one made or gave another name."""
        if isinstance(record, Organisation):
            self.organisations.put(record)
        elif isinstance(record, Action):
            self.actions.put(record)
        elif isinstance(record, Appointment):
            self.people.put(record.person)
        elif isinstance(record, Objective):
            self.objectives[record.strategy_id, record.number] = record
