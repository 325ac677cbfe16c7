"""Settings from the environment, read once. A value that cannot be used stops the program with its name."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


class BadSetting(SystemExit):
    """A setting is missing or cannot be used. Exit code 2, with a sentence that says which and what to write."""

    def __init__(self, sentence: str) -> None:
        super().__init__(f"kraftsamla: {sentence}")
        self.code = 2
        self.sentence = sentence

    def __str__(self) -> str:
        return f"kraftsamla: {self.sentence}"


def text(name: str, default: str | None = None) -> str:
    """The variable, or what stands in the file that NAME_FILE points at, or the default."""
    value = os.environ.get(name)
    if value is None and (path := os.environ.get(f"{name}_FILE")):
        try:
            value = Path(path).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise BadSetting(f"{name}_FILE kan inte läsas: {error}") from error
    if value is None:
        value = default
    if value is None:
        raise BadSetting(f"{name} saknas. Sätt miljövariabeln {name}, eller {name}_FILE till en fil med värdet.")
    return value


def flag(name: str, *, default: bool) -> bool:
    value = text(name, "ja" if default else "nej").strip().casefold()
    if value in {"1", "true", "yes", "ja", "on"}:
        return True
    if value in {"0", "false", "no", "nej", "off", ""}:
        return False
    raise BadSetting(f"{name}={value} går inte att tolka. Skriv ja eller nej.")


def number(name: str, *, default: int, least: int = 0) -> int:
    value = text(name, str(default))
    if not value.strip().lstrip("-").isdigit() or int(value) < least:
        raise BadSetting(f"{name}={value} går inte att använda. Skriv ett heltal som är minst {least}.")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """A list written with commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    return Path(text(name, str(default))).expanduser().resolve()


def database(name: str, *, sqlite_file: Path) -> dict[str, object]:
    """``postgres://user:password@host:port/name?option=value``, or unset for SQLite in ``sqlite_file``."""
    address = text(name, "")
    if not address:
        return sqlite(sqlite_file)
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return sqlite(Path(parts.path))
    if parts.scheme not in {"postgres", "postgresql"}:
        raise BadSetting(f"{name} ska börja med postgres:// eller sqlite:///, inte {parts.scheme}://.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def sqlite(path: Path) -> dict[str, object]:
    """SQLite that many processes can share: writers queue at once instead of failing half-way.

    What has been answered as saved is on the disk (``FULL``): nothing is lost when the power goes.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }


def mail(name: str, *, folder_of_letters: Path) -> dict[str, object]:
    """``smtp://user:password@host:587`` (STARTTLS), ``smtps://…:465``, or unset for files in ``folder_of_letters``.

    ``smtp://host:25?tls=nej`` sends without encryption, for a mail server on the same machine.
    """
    address = text(name, "")
    if not address:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(folder_of_letters),
        }
    parts = urlsplit(address)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise BadSetting(f"{name} ska se ut som smtp://användare:lösenord@värd:587 eller smtps://….")
    encrypted = dict(parse_qsl(parts.query)).get("tls", "ja") != "nej"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and encrypted,
        "EMAIL_TIMEOUT": 30,
    }
