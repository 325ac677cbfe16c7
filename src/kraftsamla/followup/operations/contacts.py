"""Deeds on who may be asked for an organisation."""

from __future__ import annotations

from django.db import transaction

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import may_edit, require
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.operations import forget_holder
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import today
from kraftsamla.core.records import Changes, Values, change, create
from kraftsamla.followup import choices
from kraftsamla.followup.models import Answer, Contact, Handover

CONTACT_FIELDS = ("name", "title", "email", "language", "part", "valid_from", "valid_to")


@transaction.atomic
def create_contact(*, organisation: Organisation, values: Values, by: User) -> Contact:
    """Say who may be asked for an organisation, and as what. ValidationError by field.

    The log says that it was done, not who it is: a person who asks to be erased is then gone from it too.
    """
    require(may_edit(by))
    contact = create(Contact, {**values, "organisation": organisation}, fields=(*CONTACT_FIELDS, "organisation"))
    record(event=choices.CONTACT_CREATED, subject=organisation, by=by, note=contact.get_part_display())
    return contact


@transaction.atomic
def change_contact(*, contact: Contact, values: Values, version: int, by: User) -> Changes:
    """Write what differs. Stale when somebody changed it after ``version``."""
    require(may_edit(by))
    changes = change(contact, values, fields=CONTACT_FIELDS, version=version)
    if changes:
        record(event=choices.CONTACT_CHANGED, subject=contact.organisation, by=by, note=contact.get_part_display())
    return changes


@transaction.atomic
def end_contact(*, contact: Contact, by: User) -> Changes:
    """Let the person be asked no more, from today. Who was asked earlier can still be read."""
    require(may_edit(by))
    changes = change(contact, {"valid_to": today()}, fields=CONTACT_FIELDS, version=contact.version)
    record(event=choices.CONTACT_ENDED, subject=contact.organisation, by=by, note=contact.get_part_display())
    return changes


@transaction.atomic
def erase_person(*, contact: Contact, by: User) -> int:
    """Erase what is kept to reach a person: contacts with the address, and name and address with answers and links.

    What the person has said for the organisation stands, with the name it was published with. Returns how many rows
    were touched.
    """
    require(may_edit(by))
    email = contact.email
    contacts = Contact.objects.of_person(email)
    organisations = [Organisation.objects.get(pk=key) for key in {each.organisation_id for each in contacts}]
    touched = len(contacts)
    contacts.delete()
    touched += Answer.objects.filter(email__iexact=email).update(name="", title="", email="")
    touched += Answer.objects.filter(deputy_email__iexact=email).update(deputy_name="", deputy_email="")
    touched += Answer.objects.filter(said_by_email__iexact=email).update(
        said_by="", said_by_title="", said_by_email=""
    )  # fmt: skip
    touched += Handover.objects.filter(email__iexact=email).update(name="", email="")
    touched += forget_holder(email=email, by=by)
    for organisation in organisations:
        record(event=choices.CONTACT_ERASED, subject=organisation, by=by)
    return touched
