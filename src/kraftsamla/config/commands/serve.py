"""The web server."""

from __future__ import annotations

import argparse
import socket

from kraftsamla.config.commands.console import complain, start

NAME = "serve"
PURPOSE = "starta webbservern"
#: Seconds a worker gets to finish what it does when the server is stopped. Without a limit a worker that is told twice
#: to stop, as Ctrl+C does, may wait for itself for ever.
STOP_WITHIN = 5


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", metavar="ADRESS", help="adress att lyssna på (annars 127.0.0.1)")
    parser.add_argument("--port", default=8000, type=int, metavar="PORT", help="port att lyssna på (annars 8000)")
    parser.add_argument("--workers", default=1, type=int, metavar="ANTAL", help="antal processer (annars 1)")


def perform(given: argparse.Namespace) -> int:
    if not is_free(given.host, given.port):
        return complain(f"port {given.port} är upptagen. Stäng det som använder den, eller välj en annan med --port.")
    start()
    from kraftsamla.core.errors import Refused
    from kraftsamla.editions.operations import tidy_editions

    try:
        tidy_editions()
    except Refused as error:  # what is shown is whole, and goes on being shown
        complain(error.message)
    listen(given.host, given.port, given.workers)
    return 0


def is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError):
            return False
    return True


def listen(host: str, port: int, workers: int) -> None:
    """Serve until stopped."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "kraftsamla.config.wsgi:application", address=host, port=port, interface=Interfaces.WSGI, workers=workers,
        blocking_threads=4, log_level=LogLevels.warning, respawn_failed_workers=True,
        workers_kill_timeout=STOP_WITHIN,
    ).serve()  # fmt: skip
