"""Deeds on organisations, people and who works where."""

from kraftsamla.actors.operations.engagements import change_engagement, create_engagement, withdraw_engagement
from kraftsamla.actors.operations.links import Issued, forget_holder, issue_link, revoke_links, use_link
from kraftsamla.actors.operations.organisations import (
    add_other_name,
    change_organisation,
    create_organisation,
    end_organisation,
    merge_organisations,
    remove_other_name,
    withdraw_organisation,
)
from kraftsamla.actors.operations.people import (
    add_spelling,
    change_person,
    create_person,
    merge_people,
    withdraw_person,
)
from kraftsamla.actors.operations.representations import empower, end_representation

__all__ = [
    "Issued",
    "add_other_name",
    "add_spelling",
    "change_engagement",
    "change_organisation",
    "change_person",
    "create_engagement",
    "create_organisation",
    "create_person",
    "empower",
    "end_organisation",
    "end_representation",
    "forget_holder",
    "issue_link",
    "merge_organisations",
    "merge_people",
    "remove_other_name",
    "revoke_links",
    "use_link",
    "withdraw_engagement",
    "withdraw_organisation",
    "withdraw_person",
]
