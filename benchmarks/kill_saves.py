"""Kill the server while two people write, again and again: is anything that was acknowledged ever lost?

    python benchmarks/kill_saves.py 500

Starts ``kraftsamla serve`` as the house serves, on SQLite in a folder of its own. Two writers save notes and catch
follow-ups as the page's script does: the same key is sent again until there is an answer. At random moments the server
and its worker are killed with SIGKILL and started anew. Afterwards: every acknowledged text must stand as the newest or
in the history, every acknowledged follow-up exactly once, nothing twice, no receipt without what it is a receipt for,
and the file must be whole. Ends with 1 otherwise.

What this shows is a process that dies. SQLite writes ahead (WAL) with ``synchronous=NORMAL``: what was committed
survives every death of the process. When the power goes the file is whole too, but the last commits before it may be
gone; who needs more than that runs PostgreSQL, or a machine with battery.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

KILLS = 500
LIFE = (0.02, 1.2)
TOKEN = "k" * 32
SECRET = "only for this measurement, never for anything else"


@dataclass
class Tally:
    """What has been acknowledged, by those who were told."""

    notes: list[tuple[int, int, str]] = field(default_factory=list)
    captures: list[str] = field(default_factory=list)
    again: int = 0
    aside: int = 0


class Writer(threading.Thread):
    """Somebody at the table: writes at a point of their own and at one they share, and catches follow-ups."""

    def __init__(self, number: int, *, port: int, session: str, items: list[int], slug: str, user: int) -> None:
        super().__init__(daemon=True)
        self.number, self.port, self.items, self.user = number, port, items, user
        self.path = f"/arbetsyta/moten/{slug}/nu/punkter"
        self.headers = {
            "Cookie": f"sessionid={session}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN, "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
        }  # fmt: skip
        self.stopping = threading.Event()
        self.tally = Tally()
        self.finished = False
        self.dice = random.Random(number)
        self.text = dict.fromkeys(items, "")
        self.base = dict.fromkeys(items, 0)
        self.aside = dict.fromkeys(items, 0)

    def run(self) -> None:
        count = 0
        while not self.stopping.is_set():
            count += 1
            item = self.dice.choice(self.items)
            if self.dice.random() < 0.3:
                self._catch(item, f"Uppgift {self.number}-{count}")
            else:
                self._write(item, f"Rad {self.number}-{count}.")
        self.finished = True

    def _write(self, item: int, line: str) -> None:
        lines = self.text[item].splitlines()
        if len(lines) > 40 or (lines and self.dice.random() < 0.2):
            lines.pop(self.dice.randrange(len(lines)))
        text = "\n".join([*lines, line])
        sent = {"text": text, "base": self.base[item], "continues": self.aside[item], "key": str(uuid.uuid4())}
        kept = self._until_answered(f"{self.path}/{item}/anteckning/", sent)
        if kept is None:
            return
        self.tally.notes.append((item, self.user, text))
        self.text[item], self.base[item], self.aside[item] = text, kept["version"], kept["aside"]
        if kept["aside"]:
            self.tally.aside += 1
            if self.dice.random() < 0.5:
                self._read(item)

    def _read(self, item: int) -> None:
        """Look at what stands, and go on from that."""
        with contextlib.suppress(OSError, http.client.HTTPException):
            _status, page = self._ask("GET", f"{self.path}/{item}/valj/")
            if found := re.search(r'name="base" value="(\d+)"', page):
                self.base[item], self.aside[item] = int(found.group(1)), 0

    def _catch(self, item: int, words: str) -> None:
        sent = {"what_sv": words, "key": str(uuid.uuid4())}
        if self._until_answered(f"{self.path}/{item}/fanga/followup/", sent) is not None:
            self.tally.captures.append(words)

    def _until_answered(self, path: str, sent: dict[str, Any]) -> dict[str, Any] | None:
        """The answer to what is sent, the same key again and again; None only when the whole is over."""
        tries = 0
        while True:
            with contextlib.suppress(OSError, http.client.HTTPException):
                tries += 1
                status, body = self._ask("POST", path, urlencode(sent))
                assert status == 200, (status, body[:500])
                self.tally.again += tries > 1
                return dict(json.loads(body))
            if self.stopping.is_set():
                return None
            time.sleep(0.02)

    def _ask(self, method: str, path: str, body: str = "") -> tuple[int, str]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)
        try:
            line.request(method, path, body=body or None, headers=self.headers)
            answer = line.getresponse()
            return answer.status, answer.read().decode("utf-8")
        finally:
            line.close()


def main(kills: int = KILLS) -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    with tempfile.TemporaryDirectory() as name:
        settings = "kraftsamla.config.settings"
        os.environ.update(KRAFTSAMLA_VAR=name, KRAFTSAMLA_SECRET_KEY=SECRET, DJANGO_SETTINGS_MODULE=settings)
        os.environ.pop("KRAFTSAMLA_DATABASE", None)
        subprocess.run([sys.executable, "-m", "kraftsamla.config.cli", "prepare", "--quiet"], check=True)
        seeded = _seed()
        writers = [Writer(n, port=port, **each) for n, each in enumerate(seeded)]
        started = time.monotonic()
        done = _kill_and_start(kills, port=port, writers=writers)
        return _judge(writers, done, seconds=time.monotonic() - started, file=Path(name) / "kraftsamla.sqlite3")


def _seed() -> list[dict[str, Any]]:
    """A meeting that goes on with three points, and two who are signed in."""
    import django

    django.setup()
    from django.db import connection
    from django.test import Client

    from kraftsamla.accounts.choices import Role
    from kraftsamla.accounts.models import User
    from kraftsamla.meetings.operations import add_item, create_meeting, open_meeting

    people = [User(email=f"{name}@example.org", name=name, role=Role.COORDINATOR) for name in ("alva", "elsa")]
    sessions = []
    for each in people:
        each.set_unusable_password()
        each.save()
        client = Client()
        client.force_login(each, backend="django.contrib.auth.backends.ModelBackend")
        sessions.append(client.cookies["sessionid"].value)
    values = {"title_sv": "Möte", "slug": "mote", "kind": "group_meeting", "starts_on": "2026-11-22"}
    meeting = create_meeting(values=values, by=people[0])
    points = [add_item(meeting=meeting, values={"title_sv": f"Punkt {n}"}, by=people[0]).pk for n in range(3)]
    open_meeting(meeting=meeting, by=people[0])
    connection.close()
    return [
        {"session": sessions[n], "items": [points[n], points[2]], "slug": "mote", "user": people[n].pk} for n in (0, 1)
    ]


def _kill_and_start(kills: int, *, port: int, writers: list[Writer]) -> int:
    """How many times it was killed: as often as asked, or until somebody presses Ctrl+C."""
    dice, done = random.Random(2026), 0
    starter = subprocess.Popen(
        [sys.executable, __file__, "starter", str(port)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert starter.stdin
    assert starter.stdout
    last = kills == 0
    while True:
        starter.stdin.write("start\n")
        starter.stdin.flush()
        server = int(starter.stdout.readline())
        try:
            _wait_for(port)
            for writer in writers:
                if writer.ident is None:
                    writer.start()
            if last:
                break
            time.sleep(dice.uniform(*LIFE))
        except KeyboardInterrupt:
            last = True
        os.killpg(server, signal.SIGKILL)
        done += 1
        last = last or done == kills
        if done % 25 == 0:
            print(f"  {done} kills", file=sys.stderr, flush=True)
    for writer in writers:  # the last server lives until everything has been answered
        writer.stopping.set()
    for writer in writers:
        writer.join(60)
    os.killpg(server, signal.SIGKILL)
    starter.stdin.close()
    starter.wait()
    return done


def starter(port: int) -> int:
    """Starts ``kraftsamla serve`` in a process group of its own each time it is told to, and says its number.

    The program is loaded once, so that a start costs half; each start runs the same command from its first line, and
    the worker that answers and writes is a new process of the server's own making, as always.
    """
    import django

    from kraftsamla.config import cli
    from kraftsamla.config.commands import serve

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    django.setup()
    for _line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            os.setsid()
            quiet = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(quiet, stream)
            os._exit(cli.main(["serve", "--port", str(port)]))
        print(pid, flush=True)
        os.waitpid(pid, 0)
        while not serve.is_free("127.0.0.1", port):  # the worker that was killed with it lets go a moment later
            time.sleep(0.01)
    return 0


def _wait_for(port: int) -> None:
    for _ in range(3000):
        with contextlib.suppress(OSError, http.client.HTTPException):
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=15)
            line.request("GET", "/konto/logga-in/")
            line.getresponse().read()
            return
        time.sleep(0.02)
    raise SystemExit("the server does not start")


def _judge(writers: list[Writer], kills: int, *, seconds: float, file: Path) -> int:
    import sqlite3

    from kraftsamla.meetings.models import Decision, Meeting, NoteVersion, Receipt

    with sqlite3.connect(file) as line:
        (whole,) = line.execute("PRAGMA integrity_check").fetchone()
        loose = line.execute("PRAGMA foreign_key_check").fetchall()
    rows: dict[tuple[int, int], list[str]] = {}
    for item, user, text in NoteVersion.objects.values_list("note__item", "saved_by", "text"):
        rows.setdefault((item, user), []).append(text)
    lost_notes = sum(
        not any(stands_in(text, row) for row in rows.get((item, user), []))
        for writer in writers for item, user, text in writer.tally.notes
    )  # fmt: skip
    words = list(Meeting.objects.get().followups.values_list("what_sv", flat=True))
    told = [each for writer in writers for each in writer.tally.captures]
    lost, twice = sum(each not in words for each in told), len(words) - len(set(words))
    receipts = Receipt.objects.filter(kind="followup").count()
    half = abs(receipts - len(words)) + Decision.objects.count()
    notes = sum(len(writer.tally.notes) for writer in writers)
    print(
        f"{kills} kills in {seconds:.0f} s: {notes} notes and {len(told)} follow-ups acknowledged "
        f"({sum(w.tally.again for w in writers)} answered only when sent again, "
        f"{sum(w.tally.aside for w in writers)} kept beside another text); "
        f"lost {lost_notes + lost}, twice {twice}, half-written {half}, loose rows {len(loose)}, file {whole}"
    )
    good = (lost_notes, lost, twice, half, len(loose), whole) == (0, 0, 0, 0, 0, "ok")
    return 0 if good and notes and told and all(writer.finished for writer in writers) else 1


def stands_in(text: str, row: str) -> bool:
    """Whether a row holds an acknowledged text whole: as it was, or with lines added at one place."""
    from kraftsamla.meetings.operations.leading.notes import only_adds

    return text == row or only_adds(text, row)


if __name__ == "__main__":
    if sys.argv[1:2] == ["starter"]:
        sys.exit(starter(int(sys.argv[2])))
    sys.exit(main(*(int(each) for each in sys.argv[1:])))
