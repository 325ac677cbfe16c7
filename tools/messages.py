"""Sentences and their English. Finds every msgid in Python and templates, app by app; adds the new ones, or checks.

The source language is Swedish, so that only English needs a catalogue. Nothing but what is installed is needed.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation import template as django_template

ROOT = Path(__file__).resolve().parent.parent / "src" / "kraftsamla"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "_t": None,
}
Message = tuple[str | tuple[str, ...], str | None]


def messages_of(app: Path) -> Iterator[Message]:
    """Every message an app uses, with its context."""
    sources = [(path, path.read_text(encoding="utf-8")) for path in sorted(app.rglob("*.py"))]
    for path in sorted(app.rglob("templates/**/*.*")):
        sources.append((path, django_template.templatize(path.read_text(encoding="utf-8"), origin=path.name)))
    for _path, text in sources:
        found = extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS)
        for _line, message, _comments, context in found:
            if message and message not in {"", ("", "")}:
                yield (tuple(message) if isinstance(message, tuple | list) else message), context


def catalogue(app: Path) -> tuple[Path, Catalog]:
    path = app / "locale" / "en" / "LC_MESSAGES" / "django.po"
    if path.exists():
        with path.open("rb") as file:
            return path, read_po(file, locale="en")
    return path, Catalog(locale="en", project="Kraftsamla", charset="utf-8")


def main() -> int:
    check = "--check" in sys.argv[1:]
    wanting = 0
    for app in sorted(path for path in ROOT.iterdir() if (path / "__init__.py").exists()):
        path, known = catalogue(app)
        used = dict.fromkeys(messages_of(app))
        if not used and not path.exists():
            continue
        new = Catalog(locale="en", project="Kraftsamla", charset="utf-8")
        for message, context in used:
            name = message[0] if isinstance(message, tuple) else message
            entry = known.get(name, context)
            done = bool(entry and entry.string and (all(entry.string) if isinstance(entry.string, tuple) else True))
            if not done:
                wanting += 1
                sys.stderr.write(f"{app.name}: not translated: {name!r}\n")
            new.add(message, entry.string if entry else None, context=context, flags=entry.flags if entry else ())
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                write_po(file, new, sort_output=True, no_location=True, width=110, omit_header=False)
    sys.stdout.write(f"Translations: {wanting} missing\n")
    return 1 if check and wanting else 0


if __name__ == "__main__":
    sys.exit(main())
