"""A way to the framework's own commands, for developers and operators."""

from __future__ import annotations

import argparse

from django.core.management import execute_from_command_line

NAME = "manage"
PURPOSE = "kör ett av Djangos egna kommandon, till exempel migrate"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rest", metavar="KOMMANDO …", nargs=argparse.REMAINDER, help="kommandot och dess argument")


def perform(given: argparse.Namespace) -> int:
    execute_from_command_line(["kraftsamla manage", *(given.rest or ["help"])])
    return 0
