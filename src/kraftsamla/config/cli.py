"""The command ``kraftsamla``. Exit codes: 0 done, 1 it could not be done, 2 the call or a setting is wrong."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from django.db import DatabaseError

from kraftsamla.config import commands
from kraftsamla.config.env import BadSetting

#: What the library says of a wrong call, and how that is said here; what is not here stays as it is.
SAID = (
    (r"the following arguments are required: (.+)", r"det här saknas: \1"),
    (r"unrecognized arguments: (.+)", r"det här känns inte igen: \1"),
    (r"argument (.+): expected one argument", r"\1 behöver ett värde"),
    (r"argument (.+): expected at least one argument", r"\1 behöver minst ett värde"),
    (r"argument (.+): invalid choice: (.+) \(choose from (.+)\)", r"\1 kan inte vara \2. Välj bland \3"),
    (r"argument (.+): invalid (?:int|float) value: (.+)", r"\1 ska vara ett tal, inte \2"),
    (r"argument (.+): not allowed with argument (.+)", r"\1 går inte ihop med \2"),
    (r"ambiguous option: (.+) could match (.+)", r"\1 kan betyda flera tillval: \2"),
)


class Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Användning: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """The library's own parser with Swedish headings."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=Formatter, add_help=False, **options)
        self._positionals.title = "argument"
        self._optionals.title = "tillval"
        self.add_argument("-h", "--help", action="help", help="visa den här hjälpen")

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: anropet går inte att förstå: {in_swedish(message)}\n")


def in_swedish(message: str) -> str:
    for pattern, said in SAID:
        if match := re.fullmatch(pattern, message):
            return match.expand(said)
    return message


def parser() -> Parser:
    top = Parser(
        prog="kraftsamla",
        description="Bär en gemensam strategi från problem till bevisat resultat, öppet.",
        epilog="Varje kommando har egen hjälp: kraftsamla KOMMANDO --help.\n"
        "Slutkod 0: klart. 1: gick inte. 2: fel i anropet.",
    )
    below = top.add_subparsers(
        title="kommandon", dest="command", metavar="KOMMANDO", required=True, parser_class=Parser
    )
    for command in commands.ALL:
        own = below.add_parser(command.NAME, help=command.PURPOSE, description=command.PURPOSE)
        command.arguments(own)
        own.set_defaults(perform=command.perform)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; what a script sees is its exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kraftsamla.config.settings")
    given = parser().parse_args(arguments)
    try:
        return int(given.perform(given))
    except KeyboardInterrupt:
        print("kraftsamla: avbrutet", file=sys.stderr)
        return 1
    except BadSetting as error:
        print(error, file=sys.stderr)
        return 2
    except DatabaseError as error:
        print(f"kraftsamla: databasen går inte att använda ({error}). Kör kraftsamla prepare, eller kontrollera "
              "KRAFTSAMLA_DATABASE.", file=sys.stderr)  # fmt: skip
        return 1
    except BrokenPipeError:  # an OSError too, and the one that is nobody's fault
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        where = f" {error.filename}" if error.filename else ""
        print(f"kraftsamla: avbröt: {error.strerror or error}{where}. Kontrollera att disken har plats och att du får "
              "skriva där, och kör igen.", file=sys.stderr)  # fmt: skip
        return 1


if __name__ == "__main__":
    sys.exit(main())
