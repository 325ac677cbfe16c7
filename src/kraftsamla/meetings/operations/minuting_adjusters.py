"""Deeds on those who adjust: they are named, and sign exactly the words they have read or say what should change."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import answers_by_link, require
from kraftsamla.actors.choices import Channel
from kraftsamla.actors.models import PersonalLink
from kraftsamla.audit.operations import record
from kraftsamla.core.clock import now
from kraftsamla.core.errors import Refused
from kraftsamla.core.records import Values, append, only
from kraftsamla.meetings.choices import Adjusting, MinutesState, StepKind
from kraftsamla.meetings.choices import minuting as events
from kraftsamla.meetings.choices.minuting import ADJUST_LINK
from kraftsamla.meetings.models import Adjuster, Minutes
from kraftsamla.meetings.operations.minuting import add_step, lock
from kraftsamla.meetings.rules import may_run

ADJUSTER_FIELDS = ("person", "organisation", "name", "title", "email")
NAMING = frozenset({MinutesState.DRAFT, MinutesState.CIRCULATED, MinutesState.ADJUSTING})


@transaction.atomic
def name_adjuster(*, minutes: Minutes, values: Values, by: User) -> Adjuster:
    """Name somebody to adjust. While others adjust already, send the minutes to adjusters again to ask this one too."""
    require(may_run(by, minutes.meeting))
    held = _open(minutes)
    if held.adjusters.filter(name=str(values.get("name") or "").strip()).exists():
        raise ValidationError({"name": _("Personen är redan utsedd.")})
    made = append(Adjuster, {**only(values, ADJUSTER_FIELDS), "minutes": held})
    record(event=events.ADJUSTER_NAMED, subject=held.meeting, by=by, changes={"adjusters": [None, made.name]})
    return made


@transaction.atomic
def remove_adjuster(*, adjuster: Adjuster, by: User) -> None:
    """Take somebody off. Refused for one who has signed."""
    require(may_run(by, adjuster.minutes.meeting))
    held = _open(adjuster.minutes)
    if adjuster.state == Adjusting.SIGNED:
        raise Refused(_("%(name)s har redan justerat och kan inte tas bort.") % {"name": adjuster.name})
    if held.state == MinutesState.ADJUSTING:
        raise Refused(_("Anteckningarna är hos justerarna. Ta tillbaka dem först."))
    name = adjuster.name
    adjuster.delete()
    record(event=events.ADJUSTER_REMOVED, subject=held.meeting, by=by, changes={"adjusters": [name, None]})


@transaction.atomic
def sign(*, adjuster: Adjuster, name: str, title: str, seen: str, by: User, link: PersonalLink) -> Adjuster:
    """Sign what was read at a personal link. ``seen`` is the digest shown there: another text is not signed."""
    require(_is_theirs(by, adjuster, link))
    held = _asked(adjuster)
    if seen != held.sha256:
        raise Refused(_("Texten har ändrats sedan du öppnade sidan. Läs den igen innan du justerar."))
    if not name.strip():
        raise ValidationError({"name": _("Skriv ditt namn.")})
    adjuster.name, adjuster.title = name.strip(), title.strip()
    return _signed(adjuster, held, Channel.LINK, by=by)


@transaction.atomic
def record_signature(*, adjuster: Adjuster, seen: str, words: str, by: User) -> Adjuster:
    """Note that somebody has signed on paper: ``words`` say where the paper is. The text signed is the frozen one."""
    require(may_run(by, adjuster.minutes.meeting))
    held = _asked(adjuster)
    if seen != held.sha256:
        raise Refused(_("Texten har ändrats sedan du öppnade sidan. Läs den igen innan du antecknar justeringen."))
    if not words.strip():
        raise ValidationError({"words": _("Skriv var det undertecknade pappret finns.")})
    return _signed(adjuster, held, Channel.RECORDED, by=by, words=words.strip())


@transaction.atomic
def object_to(*, adjuster: Adjuster, words: str, seen: str, by: User, link: PersonalLink) -> Adjuster:
    """Say what should change instead of signing. The office sends a new text, or takes the minutes back."""
    require(_is_theirs(by, adjuster, link))
    held = _asked(adjuster)
    if seen != held.sha256:
        raise Refused(_("Texten har ändrats sedan du öppnade sidan. Läs den igen innan du justerar."))
    if not words.strip():
        raise ValidationError({"words": _("Skriv vad som ska ändras.")})
    adjuster.state, adjuster.words, adjuster.answered_at = Adjusting.OBJECTED, words.strip(), now()
    adjuster.channel, adjuster.signed_sha256 = Channel.LINK, ""
    adjuster.full_clean()
    adjuster.save()
    add_step(held, StepKind.OBJECTED, by=by, said_by=adjuster.name, words=words.strip()[:2000], sha256=held.sha256)
    record(event=events.MINUTES_OBJECTED, subject=held.meeting, by=by, note=adjuster.name)
    return adjuster


def _signed(adjuster: Adjuster, held: Minutes, channel: Channel, *, by: User, words: str = "") -> Adjuster:
    adjuster.state, adjuster.words, adjuster.answered_at = Adjusting.SIGNED, "", now()
    adjuster.channel, adjuster.signed_sha256 = channel, held.sha256
    adjuster.full_clean()
    adjuster.save()
    add_step(held, StepKind.SIGNED, by=by, said_by=adjuster.name, words=words, sha256=held.sha256)
    record(event=events.MINUTES_SIGNED, subject=held.meeting, by=by, note=adjuster.name)
    left = held.adjusters.exclude(state=Adjusting.SIGNED, signed_sha256=held.sha256).exists()
    if not left:
        held.state = MinutesState.ADJUSTED
        held.version += 1
        held.save(update_fields=["state", "version"])
        add_step(held, StepKind.ADJUSTED, by=by, sha256=held.sha256)
        record(event=events.MINUTES_ADJUSTED, subject=held.meeting, by=by)
    return adjuster


def _is_theirs(by: User, adjuster: Adjuster, link: PersonalLink) -> bool:
    about = link.purpose == ADJUST_LINK and link.subject == str(adjuster.pk)
    return answers_by_link(by) and about and link.is_open(at=now())


def _asked(adjuster: Adjuster) -> Minutes:
    """The minutes, held, when this adjuster may answer now."""
    held = lock(adjuster.minutes)
    adjuster.refresh_from_db()
    if held.state != MinutesState.ADJUSTING or adjuster.asked_at is None:
        raise Refused(_("Anteckningarna är inte hos justerarna nu."))
    if adjuster.state == Adjusting.SIGNED:
        raise Refused(_("Du har redan justerat den här texten."))
    return held


def _open(minutes: Minutes) -> Minutes:
    held = lock(minutes)
    if held.state not in NAMING:
        raise Refused(_("Anteckningarna är färdiga. Det går inte att ändra vilka som justerar."))
    return held
