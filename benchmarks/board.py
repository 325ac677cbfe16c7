"""Min dag and the response board with 70, 7,000 and 70,000 actions: how many questions they ask, and how long.

The database is filled three times, each page is opened several times, and the median is compared with the smallest
picture's in the same run. The number of questions must be the same; the program ends with 1 if it is not.
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
SIZES = (70, 7_000, 70_000)
PER_ORGANISATION = 7
TIMES = 5


def main() -> int:
    import django

    django.setup()
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        return _measure([int(each) for each in sys.argv[1:]] or SIZES)
    finally:
        teardown_databases(databases, verbosity=0)


def _measure(sizes: Any) -> int:
    from django.urls import reverse

    pages: dict[str, dict[int, tuple[int, float]]] = {"Min dag": {}, "svarstavlan": {}}
    for size in sizes:
        client, slug = _fill(size)
        addresses = {"Min dag": reverse("portal:my-day"), "svarstavlan": reverse("followup:updateround", args=[slug])}
        for name, address in addresses.items():
            pages[name][size] = _open(client, address)
    same = True
    for name, found in pages.items():
        first = next(iter(found.values()))
        same = same and len({questions for questions, _seconds in found.values()}) == 1
        told = "; ".join(
            f"{size} actions: {questions} questions, {1000 * seconds:.0f} ms, ratio {seconds / first[1]:.1f}"
            for size, (questions, seconds) in found.items()
        )
        print(f"{name}: {told}")
    return 0 if same else 1


def _open(client: Any, address: str) -> tuple[int, float]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    questions = len(asked)  # forgotten by the next request
    took = []
    for _ in range(TIMES):
        started = time.perf_counter()
        assert client.get(address).status_code == 200
        took.append(time.perf_counter() - started)
    return questions, statistics.median(took)


def _fill(size: int) -> tuple[Any, str]:
    """An empty database filled with so many actions, their parts and status, and a round that asks about them all."""
    from django.core.management import call_command
    from django.test import Client

    from kraftsamla.accounts.models import User
    from kraftsamla.followup.models import UpdateRound

    call_command("flush", interactive=False, verbosity=0)
    alva = User.objects.create(email="alva@example.org", name="Alva", role="coordinator", password="!")
    organisations = _organisations(max(1, size // PER_ORGANISATION))
    actions = _actions(size, organisations, alva)
    now = dt.datetime.now(dt.UTC)
    the_round = UpdateRound.objects.create(
        slug="runda", sort_key="runda", title_sv="Runda", readers_sv="Kansliet.", state="open",
        deadline=(now + dt.timedelta(days=14)).date(), opened_at=now,
    )  # fmt: skip
    _answers(the_round, organisations, actions)
    client = Client()
    client.force_login(alva, backend="django.contrib.auth.backends.ModelBackend")
    return client, the_round.slug


def _organisations(number: int) -> list[Any]:
    from kraftsamla.actors.models import Organisation
    from kraftsamla.followup.models import Contact

    made = Organisation.objects.bulk_create(
        [
            Organisation(
                slug=f"organisation-{n}", sort_key=f"{n:06}", folded=f"organisation {n}", name=f"Organisation {n}",
                sector="public", kind="agency",
            )
            for n in range(number)
        ],
        batch_size=2_000,
    )  # fmt: skip
    Contact.objects.bulk_create(
        [
            Contact(organisation=each, name=f"Elsa {each.pk}", email=f"elsa{each.pk}@example.org", part=part)
            for each in made for part in ("contact", "deputy")
        ],
        batch_size=2_000,
    )  # fmt: skip
    return made


def _actions(size: int, organisations: list[Any], alva: Any) -> list[Any]:
    from kraftsamla.strategy.models import Action, Assignment, StatusUpdate, Strategy

    strategy = Strategy.objects.create(slug="strategi", sort_key="strategi", title_sv="Strategi")
    made = Action.objects.bulk_create(
        [
            Action(
                slug=f"insats-{n}", sort_key=f"{n:06}", folded=f"insats {n}", title_sv=f"Insats {n}",
                strategy=strategy, position=n,
            )
            for n in range(size)
        ],
        batch_size=2_000,
    )  # fmt: skip
    Assignment.objects.bulk_create(
        [
            Assignment(action=each, organisation=organisations[n % len(organisations)], state="accepted")
            for n, each in enumerate(made)
        ],
        batch_size=2_000,
    )  # fmt: skip
    StatusUpdate.objects.bulk_create(
        [StatusUpdate(action=each, on="2026-01-15", progress="under_way", made_by=alva) for each in made],
        batch_size=2_000,
    )
    return made


def _answers(the_round: Any, organisations: list[Any], actions: list[Any]) -> None:
    """A third has been sent, a third is drafts, a third nobody has opened."""
    from kraftsamla.followup.models import Answer, Point

    states = ("submitted", "draft", "waiting")
    asked = dt.datetime.now(dt.UTC) - dt.timedelta(days=8)
    answers = Answer.objects.bulk_create(
        [
            Answer(
                round=the_round, organisation=each, name=f"Elsa {each.pk}", email=f"elsa{each.pk}@example.org",
                state=states[n % 3], asked_at=asked, submitted_at=asked if n % 3 == 0 else None,
            )
            for n, each in enumerate(organisations)
        ],
        batch_size=2_000,
    )  # fmt: skip
    Point.objects.bulk_create(
        [Point(answer=answers[n % len(answers)], action=each, position=n) for n, each in enumerate(actions)],
        batch_size=2_000,
    )


if __name__ == "__main__":
    sys.exit(main())
