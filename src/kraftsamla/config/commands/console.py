"""What commands say and how: results on standard output, the rest on standard error."""

from __future__ import annotations

import sys
import time

import django


def start() -> None:
    """Load the program; commands that need no database do without it."""
    django.setup()


def say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def complain(sentence: str) -> int:
    """A fault, on standard error; the exit code that goes with it."""
    sys.stderr.write(f"kraftsamla: {sentence}\n")
    return 1


class Progress:
    """How far long work has come: a line that is overwritten at a terminal, a line now and then elsewhere."""

    def __init__(self, what: str, *, every: float = 0.2) -> None:
        self.what = what
        self.terminal = sys.stderr.isatty()
        self.every = every if self.terminal else 10.0
        self.next = time.monotonic() + self.every
        self.shown = False

    def __call__(self, done: int, total: int | None = None) -> None:
        if time.monotonic() < self.next:
            return
        self.next = time.monotonic() + self.every
        of = f" av {total}" if total else ""
        sys.stderr.write(f"{self.what}: {done}{of}" + ("\r" if self.terminal else "\n"))
        sys.stderr.flush()
        self.shown = True

    def finish(self) -> None:
        if self.shown and self.terminal:
            sys.stderr.write("\x1b[2K")
