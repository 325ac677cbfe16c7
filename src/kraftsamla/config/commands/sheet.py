"""Excel out of the database and into it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kraftsamla.config.commands.console import complain, say, start

if TYPE_CHECKING:
    from kraftsamla.portal.sheets.bringing import Report

NAME = "sheet"
PURPOSE = "skriv ett blad som Excel-fil, eller läs in en ändrad fil (allt eller inget)"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "Bladen: organisationer, mal, insatser, ataganden, lagesuppdateringar; alla ger alla fem."
    parser.add_argument("way", metavar="VÄG", choices=("out", "in"), help="out: skriv en fil, in: läs in en fil")
    parser.add_argument("words", metavar="BLAD FIL", nargs="+", help="out: bladets namn och filen, in: filen")
    parser.add_argument("--yes", action="store_true", help="in: för in utan att fråga")


def perform(given: argparse.Namespace) -> int:
    if given.way == "out" and len(given.words) == 2:
        return _out(given.words[0], Path(given.words[1]))
    if given.way == "in" and len(given.words) == 1:
        return _in(Path(given.words[0]), sure=given.yes)
    complain("skriv: kraftsamla sheet out BLAD FIL, eller: kraftsamla sheet in FIL")
    return 2


def _out(name: str, file: Path) -> int:
    start()
    from kraftsamla.accounts.operations import system_account
    from kraftsamla.core.clock import today
    from kraftsamla.portal.sheets.kinds import KINDS, kind_named
    from kraftsamla.portal.sheets.writing import write_book

    kind = kind_named(name)
    if kind is None and name != "alla":
        names = ", ".join(each.name for each in KINDS)
        complain(f"{name} är inget blad. Välj bland {names} och alla.")
        return 2
    file.write_bytes(write_book([kind] if kind else KINDS, visitor=system_account(), at=today()))
    say(f"Skrev {file}.")
    return 0


def _in(file: Path, *, sure: bool) -> int:
    start()
    from kraftsamla.accounts.operations import system_account
    from kraftsamla.core.errors import Refused
    from kraftsamla.portal.sheets.bringing import carry_out, rehearse
    from kraftsamla.portal.sheets.kinds import KINDS
    from kraftsamla.portal.sheets.reading import read_book

    by = system_account()
    try:
        book = read_book(file.read_bytes(), KINDS)
        report = rehearse(book=book, by=by)
        _tell(report)
        if report.faults:
            return complain(f"inget infördes; {report.faults} rader att rätta")
        if not report.to_write:
            say("Inget att föra in.")
            return 0
        if not sure and not _asked():
            return complain("inget infördes")
        done = carry_out(book=book, by=by, over={})
    except Refused as refused:
        return complain(refused.message)
    say(f"Införda rader: {done.to_write}.")
    return 0


def _tell(report: Report) -> None:
    """What the file would come to, row by row: faults on standard error, the rest on standard output."""
    from kraftsamla.portal.sheets.shape import Became

    for note in report.notes:
        complain(note)
    for sheet in report.sheets:
        for outcome in sheet.outcomes:
            where = f"{sheet.title}, rad {outcome.row}"
            for fault in outcome.faults:
                complain(f"{where}{', ' + fault.column if fault.column else ''}: {fault.message}")
            if outcome.became is Became.CONFLICT:
                complain(f"{where}: posten är ändrad sedan filen hämtades. Raden lämnas som den är.")
            elif outcome.became is not Became.FAULT:
                word = "ny" if outcome.became is Became.ADDED else "ändras"
                say(f"{where}, {word}: {outcome.name}")
    counts = {became: report.count(became) for became in Became}
    say(
        f"Nya: {counts[Became.ADDED]}. Ändras: {counts[Became.CHANGED]}. Krockar: {counts[Became.CONFLICT]}. "
        f"Fel: {counts[Became.FAULT]}. Lämnas som de är: {counts[Became.LEFT]}."
    )


def _asked() -> bool:
    """Whether somebody at a terminal says yes; where nobody can, ``--yes`` says it."""
    if not sys.stdin.isatty():
        complain("lägg till --yes för att föra in ändringarna")
        return False
    return input("För in ändringarna? [j/N] ").strip().casefold() in {"j", "ja", "y", "yes"}
