"""Reading many files in as one step, and taking all of it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.accounts.rules import require
from kraftsamla.core.clock import now
from kraftsamla.core.errors import Refused
from kraftsamla.core.records import Values
from kraftsamla.library.operations import withdraw_document
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.operations.deciding import accept_certain, undo_named
from kraftsamla.reading.operations.documents import read_document
from kraftsamla.reading.rules import may_decide


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file: how many suggestions are records now, how many wait, how many of those ask something."""

    reading: Reading
    accepted: int
    waiting: int
    asking: int


@dataclass(frozen=True, slots=True)
class TakenBack:
    suggestions: int
    documents: int


def new_step() -> str:
    """A name for a step: when it began, and something that tells two of the same second apart."""
    return f"inlasning-{localtime(now()):%Y%m%d-%H%M%S}-{uuid4().hex[:4]}"


def read_and_accept(
    *, content: bytes, file_name: str, at_least: float, step: str, by: User, values: Values | None = None
) -> Taken:
    """Read a file and accept what the reader is at least so certain of. Raises what ``read_document`` raises."""
    reading = read_document(content=content, file_name=file_name, by=by, step=step, values=values)
    accepted = 0
    while True:
        # What was accepted may have settled what others waited for.
        done = accept_certain(reading=reading, by=by, at_least=at_least, step=step)
        accepted += len(done.accepted)
        if not done.accepted:
            break
    return Taken(reading, accepted=accepted, waiting=reading.suggestions.waiting().count(), asking=len(done.left))


@transaction.atomic
def take_back_step(*, step: str, by: User) -> TakenBack:
    """Undo all that a step accepted, the newest first, and remove the documents it read in.

    Raises Refused, and changes nothing, when something else builds on any of it or when somebody has worked on one of
    the documents since.
    """
    require(may_decide(by))
    readings = list(Reading.objects.filter(step=step).select_related("document").order_by("-pk"))
    if not readings and not Suggestion.objects.of_step(step).exists():
        raise Refused(_("Det finns inget steg som heter %(step)s, eller så är det redan ångrat.") % {"step": step})
    _refuse_if_worked_on(readings, step)
    undone = undo_named(step=step, by=by)
    for reading in readings:
        reading.delete()
        try:
            withdraw_document(document=reading.document, by=by)
        except Refused as error:
            words = {"document": reading.document, "why": error.message}
            raise Refused(_("”%(document)s” kan inte tas tillbaka. %(why)s") % words) from error
    return TakenBack(suggestions=len(undone), documents=len(readings))


def _refuse_if_worked_on(readings: Sequence[Reading], step: str) -> None:
    touched = Suggestion.objects.filter(reading__in=readings).touched_outside(step).select_related("reading__document")
    names = {str(each.reading.document) for each in touched}
    names |= {str(reading.document) for reading in readings if reading.is_described}
    if names:
        raise Refused(
            _("Någon har arbetat vidare med %(documents)s sedan dess. Ångra förslagen vid läsbordet i stället.")
            % {"documents": ", ".join(f"”{name}”" for name in sorted(names))}
        )
