"""Sentences and their English. Finds every msgid in Python and templates, app by app; adds the new ones, or checks.

The source language is Swedish, so that only English needs a catalogue. Nothing but what is installed is needed.

Without arguments the catalogues are written anew: new sentences are added, those that nobody says are dropped.
``--check`` writes nothing and fails on a sentence without English, on one that nobody says, and on one that two apps
put differently: Django keeps a single wording for a sentence, so that the other app's would never be seen. Where the
Swedish word needs two English ones, give it a context (``pgettext``).
"""

from __future__ import annotations

import io
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
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
INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
CHANGING = re.compile(
    rb'^"(?:Project-Id-Version|Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team'
    rb"|Generated-By):[^\n]*\n",
    re.MULTILINE,
)
Message = tuple[str | tuple[str, ...], str | None]
Said = tuple[str | None, str]


def messages_of(app: Path) -> Iterator[Message]:
    """Every message an app uses, with its context."""
    sources = [path.read_text(encoding="utf-8") for path in sorted(app.rglob("*.py"))]
    for path in sorted(app.rglob("templates/**/*.*")):
        template = django_template.templatize(path.read_text(encoding="utf-8"), origin=path.name)
        # What is left of a template is no Python: its indentation means nothing, and would stop the reading.
        sources.append(INDENT.sub("", template))
    for text in sources:
        found = extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS)
        for _line, message, _comments, context in found:
            if message and message not in {"", ("", "")}:
                yield (tuple(message) if isinstance(message, tuple | list) else message), context


def catalogue(app: Path) -> tuple[Path, Catalog]:
    path = app / "locale" / "en" / "LC_MESSAGES" / "django.po"
    if path.exists():
        with path.open("rb") as file:
            return path, read_po(file, locale="en")
    return path, Catalog(locale="en", project="Kraftsamla", charset="utf-8", fuzzy=False)


def name_of(message: object) -> str:
    """What a message is known by: its singular, where it has a plural too."""
    return str(message[0]) if isinstance(message, tuple | list) else str(message)


def rewritten(used: Iterable[Message], known: Catalog) -> Catalog:
    """A catalogue of what is used, with the English there already is."""
    new = Catalog(locale="en", project="Kraftsamla", charset="utf-8", fuzzy=False)
    for message, context in used:
        entry = known.get(name_of(message), context)
        new.add(message, entry.string if entry else None, context=context, flags=entry.flags if entry else ())
    return new


def written(known: Catalog) -> bytes:
    """A catalogue as a file, without what would differ from one run to the next."""
    known.header_comment = "# The English of this part of Kraftsamla. Written by tools/messages.py; change only msgstr."
    buffer = io.BytesIO()
    write_po(buffer, known, sort_output=True, no_location=True, width=110)
    return CHANGING.sub(b"", buffer.getvalue())


def faults_of(app: str, used: Iterable[Message], known: Catalog) -> Iterator[str]:
    """What an app's catalogue lacks, and what it has too much of."""
    said = {(context, name_of(message)) for message, context in used}
    for context, name in sorted(said, key=str):
        entry = known.get(name, context)
        words = entry.string if entry else ""
        if not (all(words) and len(words) > 1 if isinstance(words, tuple | list) else words):
            yield f"{app}: not translated: {name!r}"
    for entry in known:
        if entry.id and (entry.context, name_of(entry.id)) not in said:
            yield f"{app}: nobody says: {name_of(entry.id)!r}"


def contradictions(catalogues: dict[str, Catalog]) -> Iterator[str]:
    """Sentences that several apps say and put differently in English."""
    wordings: dict[Said, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for app, known in catalogues.items():
        for entry in known:
            if entry.id and entry.string:
                wordings[entry.context, name_of(entry.id)][str(entry.string)].append(app)
    for (_context, name), ways in wordings.items():
        if len(ways) > 1:
            told = "; ".join(f"{english!r} in {', '.join(apps)}" for english, apps in ways.items())
            yield f"two wordings of {name!r}: {told}"


def main() -> int:
    check = "--check" in sys.argv[1:]
    catalogues: dict[str, Catalog] = {}
    faults: list[str] = []
    for app in sorted(path for path in ROOT.iterdir() if (path / "apps.py").exists()):
        path, known = catalogue(app)
        used = list(dict.fromkeys(messages_of(app)))
        if not used and not path.exists():
            continue
        if not check:
            known = rewritten(used, known)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(written(known))
        catalogues[app.name] = known
        faults.extend(faults_of(app.name, used, known))
    faults.extend(contradictions(catalogues))
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    sys.stdout.write(f"Translations: {len(faults)} to mend\n" if faults else "Translations: 0 missing\n")
    return 1 if check and faults else 0


if __name__ == "__main__":
    sys.exit(main())
