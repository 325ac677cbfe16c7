"""Accounts from the command line: the first one, and a new password when one is forgotten."""

from __future__ import annotations

import argparse
import getpass
import sys

from kraftsamla.config.commands.console import complain, say, start

NAME = "account"
PURPOSE = "skapa ett konto, eller ge ett konto nytt lösenord"
ROLES = ("member", "coordinator", "operator")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email", metavar="E-POST", help="adressen som personen loggar in med")
    parser.add_argument("--name", metavar="NAMN", default="", help="personens namn")
    parser.add_argument("--role", choices=ROLES, help="vad personen får göra (nytt konto: member)")
    parser.add_argument("--password-stdin", action="store_true", help="läs lösenordet från standard in")


def perform(given: argparse.Namespace) -> int:
    start()
    from django.core.exceptions import ValidationError
    from django.db import transaction

    from kraftsamla.accounts.choices import Role
    from kraftsamla.accounts.models import User
    from kraftsamla.accounts.operations import change_account, create_account, set_password

    password = sys.stdin.readline().rstrip("\n") if given.password_stdin else getpass.getpass("Lösenord: ")
    known = User.objects.filter(email__iexact=given.email).first()
    try:
        if known:
            with transaction.atomic():
                change_account(user=known, name=given.name, role=Role(given.role) if given.role else None)
                set_password(user=known, password=password)
            say(f"{known.email} har fått nytt lösenord. Rollen är {known.get_role_display()}.")
        else:
            user = create_account(
                email=given.email, name=given.name or given.email, role=Role(given.role or "member"), password=password
            )
            say(f"Kontot {user.email} är skapat med rollen {user.get_role_display()}.")
    except ValidationError as error:
        return complain(" ".join(error.messages))
    return 0
