"""The weakest link in a record's proof, in words; each page shows one, openly."""

from __future__ import annotations

from babel.lists import format_list
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _t

from kraftsamla.editions.content import (
    LIVING,
    PAST_PARTS,
    STALE_AFTER_DAYS,
    Action,
    Area,
    Body,
    Document,
    Meeting,
    Objective,
    Organisation,
    Person,
    Ref,
)
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.words import weakness

NAMED_AT_MOST = 3


def of_action(action: Action, index: Index) -> str:
    named = _names([part.organisation for part in index.responsible(action)])
    return weakness(action.weakest, named=named, days=action.days_since_update)


def of_objective(objective: Objective, index: Index) -> str:
    named = _names([ref for ref, _, _ in index.answerable(index.actions_of(objective.actions))])
    return weakness(objective.weakest, named=named, days=objective.days_since_update)


def of_area(area: Area, index: Index) -> str:
    objectives = index.objectives_in(area)
    empty = sum(objective.state == "no_action" for objective in objectives)
    unread = sum(objective.state == "not_read" for objective in objectives)
    if not objectives:
        return _t("Inget av områdets mål är inläst.")
    if empty:
        return ngettext(
            "%(number)s av områdets mål saknar inläst insats.",
            "%(number)s av områdets mål saknar inlästa insatser.",
            empty,
        ) % {"number": empty}
    if unread:
        return ngettext(
            "För %(number)s av områdets mål är läget ej inläst.",
            "För %(number)s av områdets mål är läget ej inläst.",
            unread,
        ) % {"number": unread}
    return _t("Området kan ha fler mål som inte är inlästa.") if area.more_objectives else ""


def of_organisation(organisation: Organisation, _index: Index) -> str:
    roles = [role for role in organisation.roles if role.state not in PAST_PARTS]
    if any(role.state in {"offered", "changes_proposed"} for role in roles):
        return _t("Organisationen är tillfrågad, och inget besked är klart ännu.")
    if roles and all(role.state == "named" for role in roles):
        return _t("Källor pekar ut organisationen, men den har inte själv bekräftat något åtagande här.")
    promised = [role for role in roles if role.accepted]
    late = [role.days_since_update for role in promised if role.progress in LIVING]
    if any(role.progress == "" for role in promised):
        return _t("Läget är inte redovisat för allt som organisationen har åtagit sig.")
    if any((days or 0) > STALE_AFTER_DAYS for days in late):
        return weakness("stale", days=max(days or 0 for days in late))
    return _without_source(organisation)


def of_person(person: Person, _index: Index) -> str:
    if not person.engagements and not person.seats:
        return _t("Ingen anställning och inget uppdrag är inläst.")
    return _without_source(person) if not (person.engagements or person.seats) else ""


def of_body(body: Body, _index: Index) -> str:
    if not body.seats and body.shows_members:
        return _t("Inga ledamöter är inlästa.")
    return _without_source(body)


def of_meeting(meeting: Meeting, index: Index) -> str:
    if not meeting.sources and not meeting.revisions:
        return weakness("no_source")
    if meeting.is_cancelled or meeting.is_coming(at=index.picture.as_of):
        return ""
    return "" if meeting.minutes or meeting.revisions else _t("Inga mötesanteckningar är inlästa.")


def of_document(document: Document, _index: Index) -> str:
    return "" if document.url else _t("Dokumentets ursprungliga adress är inte känd.")


def _without_source(record: Organisation | Person | Body) -> str:
    return "" if record.sources else weakness("no_source")


def _names(refs: list[Ref]) -> str:
    language = get_language() or "sv"
    names = list(dict.fromkeys((ref.title.en if language == "en" else ref.title.sv) or ref.title.sv or ref.title.en
                               for ref in refs))  # fmt: skip
    shown = names[:NAMED_AT_MOST]
    if len(names) > NAMED_AT_MOST:
        shown.append(_t("%(number)s till") % {"number": len(names) - NAMED_AT_MOST})
    return str(format_list(shown, locale="en_GB" if language == "en" else "sv")) if shown else ""
