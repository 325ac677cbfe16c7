"""One module a sheet, all of one shape, in the order they are brought in: what others refer to comes first."""

from __future__ import annotations

from kraftsamla.portal.sheets.kinds.actions import Actions
from kraftsamla.portal.sheets.kinds.appointments import Appointments
from kraftsamla.portal.sheets.kinds.assignments import Assignments
from kraftsamla.portal.sheets.kinds.objectives import Objectives
from kraftsamla.portal.sheets.kinds.organisations import Organisations
from kraftsamla.portal.sheets.kinds.updates import Updates
from kraftsamla.portal.sheets.shape import Kind

KINDS: tuple[Kind, ...] = (Organisations(), Objectives(), Actions(), Assignments(), Updates(), Appointments())


def kind_named(name: str) -> Kind | None:
    """The kind with a name in addresses and commands."""
    return next((kind for kind in KINDS if kind.name == name), None)
