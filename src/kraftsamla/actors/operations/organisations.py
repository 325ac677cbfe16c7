"""Deeds on organisations."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.actors import choices
from kraftsamla.actors.models import Organisation, OtherName
from kraftsamla.actors.signals import organisations_merged
from kraftsamla.audit.operations import record, withdraw
from kraftsamla.core.clock import today
from kraftsamla.core.collation import fold
from kraftsamla.core.errors import Refused
from kraftsamla.core.records import Changes, Values, append, change, create

ORGANISATION_FIELDS = (
    "name",
    "name_en",
    "sector",
    "kind",
    "country",
    "region",
    "parent",
    "website",
    "valid_from",
    "valid_to",
    "successor",
)


@transaction.atomic
def create_organisation(*, values: Values, by: User) -> Organisation:
    """Add an organisation to the register. ValidationError by field, for instance a slug that is taken."""
    require(may_edit(by))
    organisation = create(Organisation, values, fields=ORGANISATION_FIELDS, named_by="name")
    record(event=choices.ORGANISATION_CREATED, subject=organisation, by=by)
    return organisation


@transaction.atomic
def change_organisation(*, organisation: Organisation, values: Values, version: int, by: User) -> Changes:
    """Write what differs. Stale when somebody changed it after ``version``; ValidationError by field."""
    require(may_edit(by))
    _no_ring(organisation, values)
    changes = change(organisation, values, fields=ORGANISATION_FIELDS, version=version, named_by="name")
    if changes:
        record(event=choices.ORGANISATION_CHANGED, subject=organisation, by=by, changes=changes)
    return changes


@transaction.atomic
def end_organisation(
    *, organisation: Organisation, on: str, ending: str, version: int, by: User, successor: Organisation | None = None
) -> Changes:
    """Say that an organisation no longer exists: dissolved, or merged into a successor. Nothing is deleted."""
    require(may_edit(by))
    values = {"valid_to": on, "ending": ending, "successor": successor}
    if ending == choices.Ending.MERGED and successor is None:
        raise ValidationError({"successor": _("Välj den organisation som den har uppgått i.")})
    if not on:
        raise ValidationError({"valid_to": _("Skriv när organisationen upphörde, till exempel 2023 eller 2023-01.")})
    _no_ring(organisation, values)
    changes = change(organisation, values, fields=(*ORGANISATION_FIELDS, "ending"), version=version)
    if changes:
        record(event=choices.ORGANISATION_ENDED, subject=organisation, by=by, changes=changes)
    return changes


@transaction.atomic
def merge_organisations(*, kept: Organisation, gone: Organisation, by: User) -> Organisation:
    """Two records turn out to be one: everything said about ``gone`` is said about ``kept`` from now on.

    ``gone`` stays as an empty record that points at ``kept``, and its name becomes another name of ``kept``.
    """
    require(may_edit(by))
    if kept.pk == gone.pk:
        raise Refused(_("En organisation kan inte slås ihop med sig själv. Välj en annan."))
    if gone.ending == choices.Ending.DUPLICATE or kept.ending == choices.Ending.DUPLICATE:
        raise Refused(_("En av posterna är redan ihopslagen. Ladda om sidan och välj igen."))
    gone.engagements.update(organisation=kept)
    gone.links.update(organisation=kept)
    already = kept.representations.filter(valid_to=None).values("user")
    gone.representations.filter(valid_to=None, user__in=already).update(valid_to=today())
    gone.representations.update(organisation=kept)
    gone.parts.update(parent=kept)
    gone.predecessors.update(successor=kept)
    Organisation.objects.filter(pk=kept.pk, parent=kept).update(parent=None)
    for name in [gone.name, *gone.other_names.values_list("name", flat=True)]:
        if name != kept.name and not kept.other_names.filter(name=name).exists():
            _name(kept, name, choices.NameKind.SPELLING)
    organisations_merged.send(sender=Organisation, kept=kept, gone=gone, by=by)
    change(
        gone,
        {"ending": choices.Ending.DUPLICATE, "successor": kept},
        fields=(*ORGANISATION_FIELDS, "ending"),
        version=gone.version,
    )
    record(event=choices.ORGANISATION_MERGED, subject=gone, by=by, note=f"→ {kept}")
    return kept


@transaction.atomic
def add_other_name(*, organisation: Organisation, name: str, kind: str, by: User) -> OtherName:
    """Add a name the organisation is also known by: an abbreviation, a former name, another spelling."""
    require(may_edit(by))
    other = _name(organisation, name.strip(), kind)
    record(event=choices.OTHER_NAME_ADDED, subject=organisation, by=by, changes={"other_names": [None, other.name]})
    return other


@transaction.atomic
def remove_other_name(*, other_name: OtherName, by: User) -> None:
    """Remove a name that was wrong."""
    require(may_edit(by))
    changes = {"other_names": [other_name.name, None]}
    record(event=choices.OTHER_NAME_REMOVED, subject=other_name.organisation, by=by, changes=changes)
    other_name.delete()


@transaction.atomic
def withdraw_organisation(*, organisation: Organisation, by: User) -> None:
    """Take back an organisation added by mistake. Refused when anything is said about it."""
    require(may_edit(by))
    withdraw(subject=organisation, event=choices.ORGANISATION_WITHDRAWN, by=by)


def _name(organisation: Organisation, name: str, kind: str) -> OtherName:
    return append(OtherName, {"organisation": organisation, "name": name, "kind": kind, "folded": fold(name)})


def _no_ring(organisation: Organisation, values: Values) -> None:
    """Parents and successors must end somewhere."""
    for field in ("parent", "successor"):
        above = values.get(field)
        while above is not None:
            if above.pk == organisation.pk:
                raise ValidationError({field: _("Det blir en cirkel: den organisationen hör redan under denna.")})
            above = getattr(above, field)
