"""The server as the house serves it, with a meeting that goes on and two secretaries, in a folder of its own.

The tests' own database is in memory and cannot take two who write at once; here the file, the locks and the worker are
the real ones. ``python -m tests.browser.meeting_server`` fills the folder that KRAFTSAMLA_VAR names.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SLUG = "mote-med-gruppen"
SECRET = "only for tests, never for anything else, at all, ever"
POINTS = ("Inledning", "Läget i regionerna", "Grupparbete", "Beslut", "Övrigt")
INVITED = ("Åsa Öberg", "Anna Berg", "Gunvor Ek", "Nils Alm")


@dataclass
class MeetingServer:
    folder: Path
    address: str
    sessions: dict[str, str]
    items: list[int]
    process: subprocess.Popen[bytes] | None = field(default=None)

    def ask(self, question: str, *values: Any) -> list[tuple[Any, ...]]:
        """What the file says."""
        with contextlib.closing(sqlite3.connect(self.folder / "kraftsamla.sqlite3", timeout=20)) as line:
            return line.execute(question, values).fetchall()

    def note(self, item: int) -> str:
        found = self.ask("SELECT text FROM meetings_itemnote WHERE item_id = ?", item)
        return str(found[0][0]) if found else ""

    def page(self, item: int) -> str:
        return f"{self.address}/arbetsyta/moten/{SLUG}/nu/?punkt={item}"

    def start(self) -> None:
        port = self.address.rpartition(":")[2]
        command = [sys.executable, "-m", "kraftsamla.config.cli", "serve", "--port", port]
        self.process = subprocess.Popen(
            command, env=environment(self.folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(600):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"{self.address}/konto/logga-in/", timeout=5).read()
                return
            time.sleep(0.1)
        raise AssertionError("the server does not start")

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(30)


def environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KRAFTSAMLA_")}
    return {
        **kept, "KRAFTSAMLA_VAR": str(folder), "KRAFTSAMLA_SECRET_KEY": SECRET,
        "DJANGO_SETTINGS_MODULE": "kraftsamla.config.settings",
    }  # fmt: skip


@contextlib.contextmanager
def served(folder: Path) -> Iterator[MeetingServer]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    cli = [sys.executable, "-m", "kraftsamla.config.cli"]
    subprocess.run([*cli, "prepare", "--quiet"], env=environment(folder), check=True)
    filled = subprocess.run(
        [sys.executable, "-m", "tests.browser.meeting_server"], env=environment(folder), check=True,
        capture_output=True, cwd=Path(__file__).resolve().parents[2],
    )  # fmt: skip
    found = json.loads(filled.stdout)
    server = MeetingServer(folder=folder, address=address, sessions=found["sessions"], items=found["items"])
    server.start()
    try:
        yield server
    finally:
        server.stop()


def fill() -> dict[str, Any]:
    """Two coordinators, a meeting of five points that has been opened, and four people invited."""
    import django

    django.setup()
    from django.test import Client

    from kraftsamla.accounts.choices import Role
    from kraftsamla.accounts.models import User
    from kraftsamla.meetings.models import Invitation
    from kraftsamla.meetings.operations import add_item, ask_at, open_meeting
    from tests import factories

    sessions = {}
    people = [User(email=f"{name}@example.org", name=name, role=Role.COORDINATOR) for name in ("Alva", "Erik")]
    for each in people:
        each.set_unusable_password()
        each.save()
        client = Client()
        client.force_login(each, backend="django.contrib.auth.backends.ModelBackend")
        sessions[each.name] = client.cookies["sessionid"].value
    vinnova = factories.organisation("Vinnova")
    meeting = factories.meeting(
        slug=SLUG, starts_at=dt.time(10, 0), ends_at=dt.time(12, 0), link="https://example.org/mote"
    )
    items = [add_item(meeting=meeting, values={"number": str(n), "title_sv": t}, by=people[0])
             for n, t in enumerate(POINTS, 1)]  # fmt: skip
    meeting.agenda.update(minutes=20)
    ask_at(item=items[0], questions=[factories.question("Vad hindrar er?")], by=people[0])
    for name in INVITED:
        reply = "remote" if name == "Nils Alm" else "room"
        Invitation.objects.create(meeting=meeting, name=name, organisation=vinnova, reply=reply)
    open_meeting(meeting=meeting, by=people[0])
    return {"sessions": sessions, "items": [item.pk for item in items]}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(fill()))
