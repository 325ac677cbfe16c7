"""Whether an edition's folder is what was published."""

from __future__ import annotations

import argparse
from pathlib import Path

from kraftsamla.config.commands.console import complain, say
from kraftsamla.editions.writing import read_manifest, verify

NAME = "verify"
PURPOSE = "kontrollera att en utgåvas mapp är hel och oförändrad"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="MAPP", type=Path, help="utgåvans mapp, den som har manifest.json")


def perform(given: argparse.Namespace) -> int:
    wrong = verify(given.folder)
    if wrong:
        for name in wrong[:20]:
            complain(name)
        return complain(f"{given.folder} stämmer inte: {len(wrong)} filer saknas, är ändrade eller tillagda.")
    manifest = read_manifest(given.folder)
    say(f"Utgåva {manifest.number} är hel: {len(manifest.files)} filer, läget den {manifest.as_of}.")
    return 0
