"""Participants: who was present, who was absent, for whom and in which role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from docreader.facts import members
from docreader.facts.attendance import Region, regions
from docreader.facts.entries import Entry
from docreader.facts.found import Found, suggest
from docreader.facts.grammars import Listing, best_listing
from docreader.facts.people import initials_of, one_letter
from docreader.facts.told_attendance import told
from docreader.model import Note, Suggestion, SuggestionKind, note
from docreader.text.names import is_given_name, person_score
from docreader.text.page import Page

_ENOUGH = 0.4
#: With fewer than so many listed, the sentences are asked as well.
_FEW = 3
#: No list of people at one meeting is longer.
_MANY = 600


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """One suggestion a person; an organisation without a named person is one too."""
    del found
    merged: dict[tuple[str, ...], tuple[Entry, float]] = {}
    for region in regions(page):
        if not region.lines:
            continue
        listing = best_listing(page.flat, region)
        if listing.explained < _ENOUGH:
            continue
        for entry in _in_region(listing, region):
            key = _misspelt(merged, entry) or _key(entry)
            confidence = _confidence(listing, region, entry)
            known = merged.get(key)
            merged[key] = (entry, confidence) if known is None else (_together(known[0], entry), known[1])
    if page.is_minutes and len(merged) < _FEW:
        for entry in told(page):
            merged.setdefault(_key(entry), (entry, 0.7))
    signs = {sign for entry, _ in merged.values() if entry.person for sign in initials_of(entry.person)}
    # "Referent: NB" is somebody listed, no organisation.
    merged = {key: item for key, item in merged.items() if item[0].person or item[0].organisation not in signs}
    kind: SuggestionKind = "participant" if page.is_minutes else "member"
    seated = [] if page.is_minutes else list(members.listed(page))
    yield from seated
    names = {tuple(sorted(_WORD.findall(str(item.fields["person"]).casefold()))) for item in seated}
    for entry, confidence in merged.values():
        if _key(entry) in names or any(item.evidence[0][0] < entry.span[0] < item.evidence[0][1] for item in seated):
            continue
        evidence = [entry.span] if entry.label is None else [entry.span, entry.label]
        yield suggest(
            kind,
            evidence,
            confidence,
            entry.notes,
            person=entry.person,
            organisation=entry.organisation,
            role=entry.role,
            party=entry.party,
            attendance=entry.attendance if page.is_minutes else None,
            mode=entry.mode,
            partial=entry.partial,
        )


def _misspelt(merged: dict[tuple[str, ...], tuple[Entry, float]], entry: Entry) -> tuple[str, ...] | None:
    """Whoever is listed as present and, one letter otherwise, as absent is one and the same."""
    key = _key(entry)
    if entry.person is None or key in merged or len(merged) > _MANY:
        return None
    for known, (other, _) in merged.items():
        if (
            (other.attendance == "absent") == (entry.attendance == "absent")
            or len(known) != len(key)
            or len(set(known) & set(key)) != len(key) - 1
        ):
            continue
        (mine,), (theirs,) = set(key) - set(known), set(known) - set(key)
        if one_letter(mine, theirs):
            return known
    return None


def _in_region(listing: Listing, region: Region) -> Iterator[Entry]:
    """The entries with what the list's heading says about all of them."""
    head = region.head
    for entry in listing.entries:
        role = entry.role or head.role
        yield replace(
            entry,
            attendance=entry.attendance or head.attendance,
            mode=entry.mode or head.mode,
            role=role,
            organisation=entry.organisation or head.organisation,
            partial=entry.partial or head.partial,
        )


_WORD = re.compile(r"\w+")


def _key(entry: Entry) -> tuple[str, ...]:
    if entry.person is None:
        return ("", re.sub(r"\W+", "", entry.organisation or "").casefold())
    return tuple(sorted(_WORD.findall(entry.person.casefold())))


def _together(first: Entry, second: Entry) -> Entry:
    """Two mentions of one person: absent wins, the rest is filled up."""
    notes: Iterable[Note] = (*first.notes, note("listed_twice"))
    attendance = first.attendance
    span = first.span
    if first.attendance != second.attendance and "absent" in (first.attendance, second.attendance):
        attendance = "absent"
        span = second.span if second.attendance == "absent" else first.span
        notes = (*notes, note("absent_wins"))
    return replace(
        first,
        span=span,
        attendance=attendance,
        organisation=first.organisation or second.organisation,
        role=first.role or second.role,
        partial=first.partial or second.partial,
        mode=first.mode if first.mode == second.mode else first.mode or second.mode,
        notes=tuple(notes),
    )


def _confidence(listing: Listing, region: Region, entry: Entry) -> float:
    if not region.head.sure:
        return 0.86
    value = 0.97 if listing.explained > 0.9 else 0.55 + 0.4 * listing.explained
    if region.single and listing.grammar == "flow":
        value -= 0.12
    if entry.person is None:
        value -= 0.2
    elif entry.organisation and person_score(entry.organisation) >= 0.5:
        value -= 0.25
    elif not is_given_name(entry.person.split()[0]):
        value -= 0.08
    return value
