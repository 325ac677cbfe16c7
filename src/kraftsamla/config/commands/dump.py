"""The database into YAML files."""

from __future__ import annotations

import argparse
from pathlib import Path

from kraftsamla.config.commands.console import complain, say, start

NAME = "dump"
PURPOSE = "skriv allt som YAML-filer, samma form som load läser"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="MAPP", type=Path, help="mappen att skriva i; skapas om den inte finns")


def perform(given: argparse.Namespace) -> int:
    start()
    from kraftsamla.portal.exchange.dumping import dump_folder

    try:
        written = dump_folder(given.folder)
    except OSError as error:
        return complain(f"kan inte skriva i {given.folder}: {error.strerror}. Välj en mapp du får skriva i.")
    say(f"Skrev {len(written)} filer i {given.folder}.")
    return 0
