"""YAML rows into records, by the same deeds that pages use. Loading the same files twice changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import models, transaction

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Organisation, Person
from kraftsamla.bodies.models import Body
from kraftsamla.core.errors import Refused
from kraftsamla.followup.models import FollowUp
from kraftsamla.library.models import Document
from kraftsamla.meetings.models import Meeting
from kraftsamla.portal.exchange import checking
from kraftsamla.portal.exchange.files import BadFiles, Rows, read_folder
from kraftsamla.portal.exchange.loader import Loader
from kraftsamla.portal.exchange.rows import LOADERS, Load
from kraftsamla.strategy.models import Action, Area, Objective, Question, Strategy

NAMED: dict[str, type[models.Model]] = {
    "organisations": Organisation,
    "documents": Document,
    "people": Person,
    "bodies": Body,
    "strategies": Strategy,
    "actions": Action,
    "questions": Question,
    "followups": FollowUp,
    "meetings": Meeting,
}
Progress = Callable[[str, int, int], None]


@transaction.atomic
def load_folder(folder: Path, *, by: User, progress: Progress = lambda *_: None) -> Counter[str]:
    """Load a folder of exchange files, all of it or nothing. Raises BadFiles with every fault found.

    Returns how many records were "added" and "changed", and how many "sources" were tied to them.
    """
    rows = read_folder(folder)
    faults = checking.faults(rows, _known())
    if faults:
        raise BadFiles(faults)
    loader = Loader(by)
    total = sum(len(rows.rows[key]) for key, _load in LOADERS)
    done = 0
    for key, load in LOADERS:
        for index in range(len(rows.rows[key])):
            _load_one(loader, rows, key, index, load)
            done += 1
            progress(key, done, total)
    return loader.counts


def _load_one(loader: Loader, rows: Rows, key: str, index: int, load: Load) -> None:
    try:
        load(loader, rows.rows[key][index])
    except ValidationError as error:
        faults = [
            rows.lines[key].fault((key, index, field), " ".join(messages))
            for field, messages in _by_field(error).items()
        ]
        raise BadFiles(faults) from error
    except Refused as refused:
        raise BadFiles([rows.lines[key].fault((key, index), refused.message)]) from refused


def _by_field(error: ValidationError) -> dict[str, list[str]]:
    return error.message_dict if hasattr(error, "error_dict") else {"": error.messages}


def _known() -> dict[str, set[str]]:
    names = {key: set(model._default_manager.values_list("slug", flat=True)) for key, model in NAMED.items()}
    names["areas"] = set(Area.objects.values_list("number", flat=True))
    names["objectives"] = set(Objective.objects.values_list("number", flat=True))
    return names
