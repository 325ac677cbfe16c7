"""From nothing to a running demonstration in one command; the second time in seconds."""

from __future__ import annotations

import argparse
import os
import secrets
from pathlib import Path

from kraftsamla.config.commands import prepare, serve
from kraftsamla.config.commands.console import Progress, complain, say, start

NAME = "run"
PURPOSE = "förbered, läs in exemplet, ge ut utgåva 1 och starta (för att prova)"
EMAIL = "samordnare@example.org"


def arguments(parser: argparse.ArgumentParser) -> None:
    serve.arguments(parser)
    parser.add_argument(
        "--example",
        type=Path,
        metavar="MAPP",
        default=Path("examples/life-science"),
        help="exemplet att läsa in i en tom databas",
    )


def perform(given: argparse.Namespace) -> int:
    if not serve.is_free(given.host, given.port):
        return complain(f"port {given.port} är upptagen. Stäng det som använder den, eller välj en annan med --port.")
    address = f"http://{given.host}:{given.port}"
    os.environ.setdefault("KRAFTSAMLA_ADDRESS", address)
    os.environ.setdefault("KRAFTSAMLA_DEMO", "ja")
    prepare.compile_translations()
    start()
    from kraftsamla.core.errors import Refused

    prepare.build_static()
    prepare.migrate()
    try:
        code = _first_time(given.example)
    except Refused as error:
        return complain(error.message)
    if code:
        return code
    password = _sign_in()
    say(f"\nKraftsamla körs på {address}/")
    say(f"Arbetsytan:  {address}/arbetsyta/")
    say(f"Logga in som demosamordnare: {EMAIL}  lösenord: {password}")
    say("Avsluta med Ctrl+C.\n")
    serve.listen(given.host, given.port, given.workers)
    return 0


def _first_time(example: Path) -> int:
    """Fill an empty database and publish the first edition; finish what an earlier start was interrupted in."""
    from kraftsamla.accounts.operations import system_account
    from kraftsamla.editions.models import Edition
    from kraftsamla.editions.operations import publish_edition, tidy_editions
    from kraftsamla.portal.exchange.files import BadFiles
    from kraftsamla.portal.exchange.loading import load_folder
    from kraftsamla.strategy.models import Strategy

    tidy_editions()
    if not Strategy.objects.exists():
        progress = Progress("Läser in exemplet")
        try:
            load_folder(example, by=system_account(), progress=lambda _key, done, total: progress(done, total))
        except BadFiles as error:
            for fault in error.faults:
                complain(str(fault))
            return 1
        finally:
            progress.finish()
    strategy = Strategy.objects.order_by("pk").first()
    if strategy is not None and not Edition.objects.exists():
        progress = Progress("Skriver utgåva 1")
        edition = publish_edition(strategy=strategy, by=system_account(), progress=progress)
        progress.finish()
        say(f"Utgåva {edition.number} är publicerad: {edition.pages} sidor.")
    return 0


def _sign_in() -> str:
    """A coordinator to try with. The password is made at random once and kept in ``var`` for its owner alone."""
    from django.conf import settings

    from kraftsamla.accounts.choices import Role
    from kraftsamla.accounts.models import User
    from kraftsamla.accounts.operations import create_account, set_password

    kept = Path(settings.VAR) / "demo-sign-in"
    password = kept.read_text(encoding="ascii").strip() if kept.exists() else ""
    user = User.objects.filter(email=EMAIL).first()
    if user is not None and password and user.check_password(password):
        return password
    password = secrets.token_urlsafe(12)
    kept.touch(mode=0o600)
    kept.write_text(password, encoding="ascii")
    if user is None:
        create_account(email=EMAIL, name="Demosamordnare", role=Role.COORDINATOR, password=password)
    else:
        set_password(user=user, password=password)
    return password
