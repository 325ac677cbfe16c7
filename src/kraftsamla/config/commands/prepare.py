"""Everything that must be in place before the program can serve: translations, fonts, static files, tables."""

from __future__ import annotations

import argparse
import hashlib
import io
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import kraftsamla
from kraftsamla.config.commands.console import say, start

NAME = "prepare"
PURPOSE = "förbered: översättningar, typsnitt, statiska filer och databas"
HERE = Path(kraftsamla.__file__).parent


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="säg inget när allt går bra")


def perform(given: argparse.Namespace) -> int:
    compile_translations()
    start()
    build_static()
    migrate()
    if not given.quiet:
        say("Allt är förberett.")
    return 0


def compile_translations() -> int:
    """Make the files gettext reads out of those people write; how many were made anew."""
    made = 0
    for source in sorted(HERE.glob("**/locale/*/LC_MESSAGES/django.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        buffer = io.BytesIO()
        with source.open("rb") as file:
            write_mo(buffer, read_po(file))
        unfinished = target.with_suffix(".part")
        unfinished.write_bytes(buffer.getvalue())
        unfinished.replace(target)
        made += 1
    return made


def build_static() -> None:
    """Fonts and collected static files, unless nothing has changed since last time."""
    from django.conf import settings
    from django.core.management import call_command

    from kraftsamla.ui.assets import build_fonts

    stamp = Path(settings.VAR) / "static.stamp"
    state = _state_of_sources()
    if stamp.exists() and stamp.read_text(encoding="ascii") == state:
        return
    fonts = Path(settings.VAR) / "assets" / "fonts"
    build_fonts(fonts)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(state, encoding="ascii")


def migrate() -> None:
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    if connection.vendor == "sqlite":
        keep_private(database=Path(str(connection.settings_dict["NAME"])), files=Path(settings.MEDIA_ROOT))
    call_command("migrate", interactive=False, verbosity=0)


def keep_private(*, database: Path, files: Path) -> None:
    """The database and what was uploaded are their owner's alone; editions stay readable by a web server."""
    database.parent.mkdir(parents=True, exist_ok=True)
    database.touch(mode=0o600)
    database.chmod(0o600)
    files.mkdir(parents=True, exist_ok=True)
    files.chmod(0o700)


def _state_of_sources() -> str:
    digest = hashlib.sha256()
    for path in sorted([*HERE.glob("**/static/**/*"), HERE / "ui" / "assets.py"]):
        if path.is_file():
            digest.update(path.as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
