"""What is promised, reported and proven about an action: its rows into records by the deeds, and back into rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kraftsamla.accounts.operations import system_account
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.rules import Voice, voice_recorded
from kraftsamla.portal.exchange import schema
from kraftsamla.portal.exchange.loader import Loader, both, plain
from kraftsamla.portal.exchange.pieces import known, row_of, sources_of, text_of
from kraftsamla.strategy import operations as deeds
from kraftsamla.strategy.choices import AssignmentState
from kraftsamla.strategy.models import Action, Assignment, AssignmentStep, StatusUpdate, Terms

TERMS = ("due", "steering_basis", "registry_number", "decided_on", "reporting_on", "currency", "money_note")
TAKEN_OVER = "taken_over"


# -- rows into records ------------------------------------------------------------------------------------------


def load_assignments(loader: Loader, action: Action, rows: Iterable[schema.AssignmentRow]) -> None:
    """Name the organisations; then take the steps that are not there yet, in the order of their days."""

    def add(row: schema.AssignmentRow) -> Assignment:
        return deeds.assign(
            action=action, organisation=loader.get(Organisation, row.organisation), role=row.role,
            values=plain(row, "valid_from", *(("valid_to",) if not row.steps else ())), by=loader.by,
        )  # fmt: skip

    rows = list(rows)
    parts = {(a.organisation.slug, a.role): a for a in action.assignments.select_related("organisation")}
    loader.add_missing(rows, parts, lambda row: (row.organisation, row.role), add)
    left = {key: list(row.steps) for row in rows for key in [(row.organisation, row.role)] if row.steps}
    for key, steps in left.items():
        del steps[: parts[key].steps.count()]
    while any(left.values()):
        ready = [key for key, steps in left.items() if steps and steps[0].step != TAKEN_OVER]
        if not ready:
            break  # somebody took over what nobody here handed on; the step would have no other end
        key = min(ready, key=lambda each: left[each][0].on)
        _take(loader, parts[key], left[key].pop(0))
        for other, steps in left.items():
            if steps and steps[0].step == TAKEN_OVER and parts[other].steps.exists():
                steps.pop(0)


def _take(loader: Loader, assignment: Assignment, row: schema.StepRow) -> None:
    """One step, by the deed it was taken with."""
    assignment.refresh_from_db()
    organisation = assignment.organisation
    said = row.said_by is not None
    voice = voice_recorded(organisation, name=row.said_by or "", title=row.said_by_title or "")
    about: dict[str, Any] = {
        "assignment": assignment, "version": assignment.version, "on": row.on, "by": loader.by
    }  # fmt: skip
    words = row.words or ""
    match row.step:
        case "offered":
            deeds.offer_assignment(**about, terms=_terms(row.terms), words=words)
        case "accepted":
            deeds.accept_assignment(**about, voice=voice, words=words)
        case "changes_proposed":
            deeds.propose_changes(**about, terms=_terms(row.terms), voice=voice, words=words)
        case "accepted_with_changes":
            deeds.confirm_changes(**about, words=words)
        case "declined":
            deeds.decline_assignment(**about, voice=voice, reason=words)
        case "withdrawn":
            deeds.withdraw_offer(**about, reason=words)
        case "ended":
            deeds.end_assignment(**about, reason=words)
        case "handed_over":
            to = loader.get(Organisation, row.handed_to)
            deeds.hand_over_assignment(**about, to=to, reason=words, voice=voice if said else None)
    loader.counts["added"] += 1


def _terms(row: schema.TermsRow | None) -> dict[str, Any]:
    if row is None:
        return {}
    return {**both("what", row.what), **plain(row, *TERMS), "amount": row.amount}


def load_milestones(loader: Loader, action: Action, rows: Iterable[schema.MilestoneRow]) -> None:
    def add(row: schema.MilestoneRow) -> Any:
        values = {**both("title", row.title), **plain(row, "due")}
        return deeds.add_milestone(action=action, values=values, by=loader.by)

    present = {each.title_sv: each for each in action.milestones.all()}
    loader.add_missing(rows, present, lambda row: row.title.sv, add)


def load_status(loader: Loader, action: Action, rows: Iterable[schema.StatusRow]) -> None:
    reached = {each.title_sv: each for each in action.milestones.all()}

    def add(row: schema.StatusRow) -> StatusUpdate:
        organisation = loader.get(Organisation, row.on_behalf_of)
        voice = _voice(organisation, row) if organisation and row.said_by else None
        if row.no_change:
            return deeds.report_no_change(
                action=action, on=row.on, confidence=row.confidence or "", voice=voice, by=loader.by
            )  # fmt: skip
        values = {**plain(row, "on", "progress", "confidence"), **both("words", row.words)}
        values |= {"on_behalf_of": organisation, "milestones": [reached[t] for t in row.milestones if t in reached]}
        return deeds.report_status(action=action, values=values, voice=voice, by=loader.by)

    present = {(u.on, u.progress, u.words_sv, u.is_no_change): u for u in action.updates.all()}
    loader.add_missing(rows, present, lambda r: (r.on, r.progress, r.words.sv if r.words else "", r.no_change), add)


def load_results(loader: Loader, action: Action, rows: Iterable[schema.ResultRow]) -> None:
    """Results with what others found. They are written down in the program's own name, so that one person's loading
    of both sides does not look like one person's word about herself; the names are those of the rows."""

    def add(row: schema.ResultRow) -> Any:
        values = {**both("what", row.what), **plain(row, "on", "evidence"), "evidence_url": str(row.evidence_url or "")}
        result = deeds.claim_result(
            action=action, values=values, voice=_voice(loader.get(Organisation, row.claimed_by), row),
            passages=tuple(loader.cited(source) for source in row.sources), by=system_account(),
        )  # fmt: skip
        for each in row.verdicts:
            found = {**plain(each, "finding", "on", "words"), "evidence_url": str(each.evidence_url or "")}
            voice = _voice(loader.get(Organisation, each.found_by), each)
            deeds.examine_result(result=result, values=found, voice=voice, by=system_account())
        return result

    present = {(r.what_sv, r.on, r.claimed_by.slug): r for r in action.results.select_related("claimed_by")}
    loader.add_missing(rows, present, lambda row: (row.what.sv, row.on, row.claimed_by), add)


def _voice(organisation: Organisation, row: Any) -> Voice:
    return voice_recorded(organisation, name=row.said_by or "", title=row.said_by_title or "")


# -- records into rows ------------------------------------------------------------------------------------------


def assignments(action: Action) -> tuple[schema.AssignmentRow, ...]:
    rows = action.assignments.select_related("organisation", "handed_from").order_by("pk")
    return tuple(
        row_of(
            schema.AssignmentRow,
                organisation=each.organisation.slug, role=each.role, sources=sources_of(each),
                steps=tuple(_step(step, each) for step in _trail(each)),
                **known(valid_from=each.valid_from, valid_to=each.valid_to),
        )
        for each in rows
    )  # fmt: skip


def _trail(assignment: Assignment) -> Iterable[AssignmentStep]:
    return assignment.steps.select_related("terms", "handed_to").order_by("pk")


def _step(step: AssignmentStep, assignment: Assignment) -> schema.StepRow:
    taken = step.state == AssignmentState.OFFERED and _by_hand_over(step, assignment)
    own = (AssignmentState.OFFERED, AssignmentState.CHANGES_PROPOSED)
    return row_of(
        schema.StepRow,
            step=TAKEN_OVER if taken else step.state, on=step.on,
            terms=_terms_row(step.terms) if step.state in own and not taken else None,
            **known(
                words=step.words, said_by=step.said_by, said_by_title=step.said_by_title,
                handed_to=step.handed_to.slug if step.handed_to else None,
            ),
    )  # fmt: skip


def _by_hand_over(step: AssignmentStep, assignment: Assignment) -> bool:
    """Whether an organisation was asked because another handed the part on."""
    if assignment.handed_from is None:
        return False
    given = assignment.handed_from.steps.filter(handed_to=assignment.organisation, on=step.on, words=step.words)
    return given.exists()


def _terms_row(terms: Terms | None) -> schema.TermsRow | None:
    if terms is None:
        return None
    said = {name: getattr(terms, name) for name in TERMS}
    amount = int(terms.amount) if terms.amount is not None else None
    return row_of(schema.TermsRow, what=text_of(terms.what), **known(**said, amount=amount))


def milestones(action: Action) -> tuple[schema.MilestoneRow, ...]:
    return tuple(
        row_of(schema.MilestoneRow, title=text_of(m.title), sources=sources_of(m), **known(due=m.due))
        for m in action.milestones.order_by("pk")
    )


def status(action: Action) -> tuple[schema.StatusRow, ...]:
    """The updates that stand; one that was corrected is left to the history."""
    rows = action.updates.filter(corrected_by=None).select_related("on_behalf_of").order_by("pk")
    return tuple(
        row_of(
            schema.StatusRow,
                on=u.on, progress=u.progress, sources=sources_of(u), no_change=u.is_no_change,
                milestones=tuple(m.title_sv for m in u.milestones.order_by("pk")),
                **known(
                    confidence=u.confidence, words=text_of(u.words), said_by=u.said_by, said_by_title=u.said_by_title,
                    on_behalf_of=u.on_behalf_of.slug if u.on_behalf_of else None,
                ),
        )
        for u in rows
    )  # fmt: skip


def results(action: Action) -> tuple[schema.ResultRow, ...]:
    """The results that stand, with the findings that stand."""
    rows = action.results.standing().select_related("claimed_by").order_by("pk")
    return tuple(
        row_of(
            schema.ResultRow,
                what=text_of(r.what), on=r.on, claimed_by=r.claimed_by.slug, sources=sources_of(r),
                verdicts=tuple(
                    row_of(
                        schema.VerdictRow,
                            finding=v.finding, on=v.on, found_by=v.found_by.slug,
                            **known(
                                words=v.words, evidence_url=v.evidence_url, said_by=v.said_by,
                                said_by_title=v.said_by_title,
                            ),
                    )
                    for v in r.verdicts.filter(corrected_by=None).select_related("found_by").order_by("pk")
                ),
                **known(
                    evidence=r.evidence, evidence_url=r.evidence_url, said_by=r.said_by, said_by_title=r.said_by_title
                ),
        )
        for r in rows
    )  # fmt: skip
