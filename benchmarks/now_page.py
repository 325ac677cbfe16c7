"""The meeting's page, the page of those who lead it and the list of who is here, at 31 and 3,000 participants.

The database is filled twice; each page is opened several times in turn with an empty page of the workspace. Printed
are the number of questions, which must be the same, and medians of processor time as ratios within the run: 3,000
against 31, and each against the empty page. The program ends with 1 if the number of questions differs.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
SIZES = (31, 3_000)
TIMES = 9
SLUG = "mote"


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

    pages = {
        "the meeting": reverse("meetings:meeting", args=[SLUG]), "now": reverse("meetings:now", args=[SLUG]),
        "who is here": reverse("meetings:now-attendance", args=[SLUG]),
        "for the room": reverse("meetings:now-screen", args=[SLUG]),
        "nothing has happened": reverse("meetings:now-state", args=[SLUG]),
    }  # fmt: skip
    empty = reverse("accounts:sign-in")
    found: dict[str, dict[int, tuple[int, float, float]]] = {name: {} for name in pages}
    for size in sizes:
        client = _fill(size)
        stamp = client.get(pages["now"]).context["stamp"]
        for name, address in pages.items():
            query = {"v": stamp} if name == "nothing has happened" else {}
            found[name][size] = _open(client, address, query, empty)
    same = True
    for name, by_size in found.items():
        first = next(iter(by_size.values()))
        same = same and len({questions for questions, _page, _empty in by_size.values()}) == 1
        told = "; ".join(
            f"{size} people: {questions} questions, {1000 * page:.1f} ms, {page / first[1]:.2f} of the smallest, "
            f"{page / nothing:.1f} of an empty page"
            for size, (questions, page, nothing) in by_size.items()
        )
        print(f"{name}: {told}")
    return 0 if same else 1


def _open(client: Any, address: str, query: dict[str, str], empty: str) -> tuple[int, float, float]:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    stranger = Client()
    client.get(address, query)
    with CaptureQueriesContext(connection) as asked:
        client.get(address, query)
    questions = len(asked)  # forgotten by the next request
    page, nothing = [], []
    for _ in range(TIMES):
        page.append(_seconds(client, address, query))
        nothing.append(_seconds(stranger, empty, {}))
    return questions, statistics.median(page), statistics.median(nothing)


def _seconds(client: Any, address: str, query: dict[str, str]) -> float:
    started = time.process_time()
    assert client.get(address, query).status_code in {200, 204}
    return time.process_time() - started


def _fill(size: int) -> Any:
    """An empty database with a meeting of five points, so many invited, and half of them marked."""
    from django.core.management import call_command
    from django.test import Client

    from kraftsamla.accounts.models import User
    from kraftsamla.actors.models import Organisation
    from kraftsamla.meetings.models import Attendance, Invitation
    from kraftsamla.meetings.operations import add_item, create_meeting, open_meeting

    call_command("flush", interactive=False, verbosity=0)
    alva = User.objects.create(email="alva@example.org", name="Alva", role="coordinator", password="!")
    organisation = Organisation.objects.create(
        slug="vinnova", sort_key="vinnova", folded="vinnova", name="Vinnova", sector="public", kind="agency"
    )
    values = {"title_sv": "Möte", "slug": SLUG, "kind": "conference", "starts_on": "2026-11-22"}
    meeting = create_meeting(values=values, by=alva)
    for number in range(5):
        add_item(meeting=meeting, values={"title_sv": f"Punkt {number}"}, by=alva)
    invited = Invitation.objects.bulk_create(
        [
            Invitation(
                meeting=meeting, name=f"Åsa Berg {n}", organisation=organisation, title="enhetschef", reply="room"
            )
            for n in range(size)
        ],
        batch_size=500,
    )  # fmt: skip
    Attendance.objects.bulk_create(
        [
            Attendance(
                meeting=meeting, position=n, person_name=each.name, organisation=organisation, invitation=each,
                organisation_name="Vinnova", title="enhetschef", mode="room",
            )
            for n, each in enumerate(invited[::2])
        ],
        batch_size=500,
    )  # fmt: skip
    open_meeting(meeting=meeting, by=alva)
    client = Client()
    client.force_login(alva, backend="django.contrib.auth.backends.ModelBackend")
    return client


if __name__ == "__main__":
    sys.exit(main())
