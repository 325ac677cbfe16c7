"""The public picture, frozen."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from kraftsamla.config.commands.console import Progress, complain, say, start

NAME = "publish"
PURPOSE = "ge ut nästa utgåva av den publika lägesbilden"


def _date(value: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{value} är inte ett datum som finns; skriv till exempel 2021-11-10"
        ) from None


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to", metavar="MAPP", type=Path, help="skriv också utgåvan till en mapp för en vanlig webbserver"
    )
    parser.add_argument("--as-of", metavar="DATUM", type=_date, help="visa läget den dagen (annars i dag)")
    parser.add_argument("--strategy", metavar="ADRESSNAMN", help="vilken strategi, om det finns flera")
    parser.add_argument("--note", metavar="TEXT", default="", help="anmärkning som visas i listan över utgåvor")


def perform(given: argparse.Namespace) -> int:
    start()
    from kraftsamla.accounts.operations import system_account
    from kraftsamla.core.errors import Refused
    from kraftsamla.editions.operations import export_edition, publish_edition
    from kraftsamla.strategy.models import Strategy

    found = Strategy.objects.filter(**({"slug": given.strategy} if given.strategy else {}))
    if len(found) != 1:
        names = ", ".join(Strategy.objects.values_list("slug", flat=True))
        if not names:
            return complain(
                "det finns ingen strategi att ge ut. Läs in en med kraftsamla load, eller skapa den i arbetsytan."
            )
        return complain(f"välj en strategi med --strategy. De som finns: {names}.")
    progress = Progress("Skriver sidor")
    try:
        edition = publish_edition(
            strategy=found[0], by=system_account(), at=given.as_of, note=given.note, progress=progress
        )
        progress.finish()
        say(f"Utgåva {edition.number}: {edition.pages} sidor, läget den {edition.as_of}.")
    except Refused as error:
        progress.finish()
        if not given.to:
            return complain(error.message)
        say(error.message)
    if given.to:
        try:
            say(f"Skrev utgåvan till {export_edition(to=given.to)}.")
        except Refused as error:
            return complain(error.message)
    return 0
