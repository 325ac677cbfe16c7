"""A follow-up that has been carried on: its steps into records by the deeds, and back into rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kraftsamla.accounts.operations import system_account
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.rules import Voice, voice_recorded
from kraftsamla.followup import operations as deeds
from kraftsamla.followup.models import FollowUp
from kraftsamla.portal.exchange import schema
from kraftsamla.portal.exchange.loader import Loader
from kraftsamla.portal.exchange.pieces import known, row_of, slug_of


def load_with_steps(loader: Loader, row: schema.FollowUpRow, values: Mapping[str, Any]) -> None:
    """Add a point as it was when it was asked for, and take its steps.

    They are taken in the program's own name, so that one person's loading of what was done and of who checked it does
    not look like one person's word about herself; the names are those of the rows.
    """
    first = loader.get(Organisation, row.steps[0].organisation) or values["owner"]
    asked = {**values, "owner": first, "closed_on": "", "outcome_sv": "", "outcome_en": ""}
    point = loader.put(
        "followups", None, asked, change=None,
        create=lambda v: deeds.create_followup(values={**v, "reference": row.reference}, by=loader.by),
    )  # fmt: skip
    for step in row.steps:
        _take(loader, point, step)
        point.refresh_from_db()


def _take(loader: Loader, point: FollowUp, row: schema.FollowUpStepRow) -> None:
    organisation = loader.get(Organisation, row.organisation)
    about: dict[str, Any] = {"followup": point, "on": row.on, "version": point.version, "by": system_account()}
    voice: Voice | None = None
    if organisation is not None and row.said_by:
        voice = voice_recorded(organisation, name=row.said_by, title=row.said_by_title or "")
    checker: Any = organisation or point.verifier
    other = voice or voice_recorded(checker, name="", title="")
    words = row.words or ""
    match row.kind:
        case "handed_over":
            to = loader.get(Organisation, row.handed_to)
            deeds.hand_over_followup(**about, to=to, reason=words, voice=voice)
        case "done":
            deeds.report_followup_done(**about, words=words, voice=voice)
        case "returned":
            deeds.return_followup(**about, reason=words, voice=other)
        case "verified":
            deeds.verify_followup(**about, words=words, voice=other)


def steps(point: FollowUp) -> tuple[schema.FollowUpStepRow, ...]:
    rows = point.steps.select_related("organisation", "handed_to").order_by("pk")
    return tuple(
        row_of(
            schema.FollowUpStepRow, kind=step.kind, on=step.on,
            **known(
                words=step.words, organisation=slug_of(step.organisation), handed_to=slug_of(step.handed_to),
                said_by=step.said_by, said_by_title=step.said_by_title,
            ),
        )
        for step in rows
    )  # fmt: skip
