"""YAML files into the database."""

from __future__ import annotations

import argparse
from pathlib import Path

from kraftsamla.config.commands.console import Progress, complain, say, start

NAME = "load"
PURPOSE = "läs in en mapp med YAML-filer (allt eller inget; samma filer två gånger ändrar inget)"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", metavar="MAPP", type=Path, help="mappen med filerna, till exempel examples/life-science"
    )


def perform(given: argparse.Namespace) -> int:
    start()
    from kraftsamla.accounts.operations import system_account
    from kraftsamla.portal.exchange.files import BadFiles
    from kraftsamla.portal.exchange.loading import load_folder

    progress = Progress("Läser in poster")
    try:
        counts = load_folder(
            given.folder, by=system_account(), progress=lambda _key, done, total: progress(done, total)
        )
    except BadFiles as error:
        for fault in error.faults:
            complain(str(fault))
        return complain(f"inget lästes in; {len(error.faults)} fel att rätta")
    finally:
        progress.finish()
    say(f"Nya poster: {counts['added']}. Ändrade: {counts['changed']}. Nya källhänvisningar: {counts['sources']}.")
    return 0
