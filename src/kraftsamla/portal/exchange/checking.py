"""What the schema cannot say: names are used once, references lead somewhere, and dates exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from pydantic import BaseModel

from kraftsamla.core.partial_dates import check_partial_date
from kraftsamla.portal.exchange.files import Fault, Rows

#: Field → the list that its slug must stand in.
REFERENCES = {
    "document": "documents",
    "minutes": "documents",
    "decided_by": "documents",
    "publisher": "organisations",
    "owner": "organisations",
    "verifier": "organisations",
    "action": "actions",
    "organisation": "organisations",
    "host": "organisations",
    "funder": "organisations",
    "on_behalf_of": "organisations",
    "nominated_by": "organisations",
    "handed_to": "organisations",
    "claimed_by": "organisations",
    "found_by": "organisations",
    "organisers": "organisations",
    "partners": "organisations",
    "actions": "actions",
    "area": "areas",
    "person": "people",
    "chair": "people",
    "body": "bodies",
    "strategy": "strategies",
    "questions": "questions",
    "followups": "followups",
}
#: Fields that name a row of the same list.
OWN_LIST = {"parent", "successor", "follows"}
DATES = {
    "published",
    "valid_from",
    "valid_to",
    "seen_on",
    "adopted",
    "date",
    "on",
    "asked_on",
    "due",
    "decided_on",
    "reporting_on",
    "closed_on",
    "starts_on",
    "ends_on",
}
Found = tuple[tuple[str | int, ...], str, Any]


def faults(rows: Rows, known: dict[str, set[str]]) -> list[Fault]:
    """All faults. ``known`` holds the names that are in the database already, by list."""
    named = {key: known.get(key, set()) | {_name(row) for row in each} for key, each in rows.rows.items()}
    found: list[Fault] = []
    for key, each in rows.rows.items():
        seen: set[str] = set()
        for index, row in enumerate(each):
            name = _name(row)
            if name in seen:
                found.append(
                    rows.lines[key].fault(
                        (key, index), _("”%(name)s” finns två gånger. Ta bort eller byt namn på en.") % {"name": name}
                    )
                )
            seen.add(name)
            for path, field, value in _values(row, (key, index)):
                message = _fault(key, field, value, named)
                if message:
                    place = f"{key}[{name}].{'.'.join(str(part) for part in path[2:])}"
                    found.append(rows.lines[key].fault(path, message, place=place))
    return found


def _fault(key: str, field: str, value: str, named: dict[str, set[str]]) -> str:
    if "\x00" in value:
        return _("Texten innehåller ett osynligt tecken (NUL). Ta bort det.")
    if field in DATES:
        try:
            check_partial_date(value)
        except ValidationError as error:
            return " ".join(error.messages)
        return ""
    target = key if field in OWN_LIST else REFERENCES.get(field)
    if field in {"objectives", "areas"}:
        target = field
    if target and value not in named[target]:
        return _("”%(name)s” finns inte bland %(list)s. Lägg till posten eller rätta namnet.") % {
            "name": value,
            "list": target,
        }
    return ""


def _name(row: Any) -> str:
    return str(getattr(row, "slug", None) or row.number)


def _values(row: BaseModel, path: tuple[str | int, ...]) -> Iterator[Found]:
    """Every text of a row and its parts, with its path and field name."""
    for field in row.model_fields_set:
        value = getattr(row, field)
        here = (*path, field)
        if isinstance(value, BaseModel):
            yield from _values(value, here)
        elif isinstance(value, tuple):
            for index, each in enumerate(value):
                if isinstance(each, BaseModel):
                    yield from _values(each, (*here, index))
                else:
                    yield (*here, index), field, each
        elif isinstance(value, str):
            yield here, field, value
