"""The weekly letters: run once a day, by the system's own timer."""

from __future__ import annotations

import argparse

from kraftsamla.config.commands.console import complain, say, start

NAME = "letters"
PURPOSE = "skicka de brev som väntar, högst ett i veckan till var och en"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="säg vem som skulle få vad, men skicka inget")


def perform(given: argparse.Namespace) -> int:
    start()
    from kraftsamla.accounts.operations import system_account
    from kraftsamla.core.clock import now, today
    from kraftsamla.followup.operations import take_up_silence
    from kraftsamla.letters.operations import send_letters
    from kraftsamla.letters.overviews import what_waits
    from kraftsamla.meetings.operations import erase_due

    if given.dry_run:
        waits = what_waits(now(), on=today())
        for due in waits.now:
            say(f"{due.email}: " + "; ".join(item.heading.sv or item.heading.en for item in due.news))
        say(f"{len(waits.now)} brev skulle skickas, {len(waits.later)} väntar, {len(waits.never)} har sagt nej.")
        return 0
    silence = take_up_silence(by=system_account())
    if silence:
        say(f"{len(silence)} har inte svarat i en runda och står nu under Att följa upp.")
    if erased := erase_due(by=system_account(), on=today()):
        say(f"{erased} anmälda till möten är raderade: så länge som lovades har uppgifterna sparats.")
    outcome = send_letters(by=system_account())
    say(f"{outcome.sent} brev skickade, {outcome.waiting} väntar på sin vecka eller har sagt nej.")
    if outcome.failed:
        return complain(f"{outcome.failed} brev gick inte att skicka. Felen står under Brev i arbetsytan.")
    return 0
