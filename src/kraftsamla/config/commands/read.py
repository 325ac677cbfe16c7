"""The document reader from the command line. Needs no database."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from docreader.errors import UnreadableDocument, explain
from docreader.model import Reading, Suggestion
from docreader.sandbox import read_in_process
from kraftsamla.config.commands.console import complain

NAME = "read"
PURPOSE = "läs dokument och visa vilka uppgifter de innehåller, med textställen"
LIMIT_MB = 200
HEADINGS = ("slag", "säkerhet", "uppgift", "övrigt", "textställe")
NAMING = ("title", "person", "name", "organisation", "date", "from_")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FIL", type=Path, nargs="+", help="txt, Markdown, HTML, DOCX, ODT eller PDF")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--table", action="store_true", help="visa som tabell (det vanliga vid skärm)")
    form.add_argument("--json", action="store_true", help="visa som JSON; flera filer ger en rad var")
    form.add_argument("--text", action="store_true", help="visa bara texten som textställena räknas i")


def perform(given: argparse.Namespace) -> int:
    failed = 0
    for path in given.files:
        try:
            reading = _read(path)
        except OSError as error:
            failed += 1
            complain(f"{path}: kan inte öppnas: {error.strerror}")
        except UnreadableDocument as error:
            failed += 1
            complain(f"{path}: {explain(error, 'sv')}")
        else:
            _show(path, reading, given)
    return 1 if failed else 0


def _read(path: Path) -> Reading:
    if path.is_dir():
        raise IsADirectoryError(21, "det är en mapp; ange filerna i den")
    return read_in_process(path, name=path.name, seconds=60)


def _show(path: Path, reading: Reading, given: argparse.Namespace) -> None:
    if given.text:
        sys.stdout.write(reading.text)
    elif given.json:
        sys.stdout.write(json.dumps(reading.to_json(), ensure_ascii=False) + "\n")
    else:
        _table(path, reading)
    sys.stdout.flush()


def _table(path: Path, reading: Reading) -> None:
    document = reading.document
    about = [document.kind, document.language, document.published or "utan datum"]
    print(f"{path.name}: {document.title or 'utan titel'} ({', '.join(about)})")
    rows = [HEADINGS, *(_row(suggestion, reading.text) for suggestion in reading.suggestions)]
    widths = [min(44, max(len(row[column]) for row in rows)) for column in range(len(HEADINGS))]
    for number, row in enumerate(rows):
        print("  ".join(cell[:width].ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
        if number == 0:
            print("  ".join("-" * width for width in widths))
    counts = Counter(suggestion.kind for suggestion in reading.suggestions)
    print(
        f"{len(reading.suggestions)} förslag: " + ", ".join(f"{n} {kind}" for kind, n in sorted(counts.items())) + "\n"
    )


def _row(suggestion: Suggestion, text: str) -> tuple[str, ...]:
    fields = suggestion.fields
    naming = next((name for name in NAMING if fields.get(name)), "")
    rest = ", ".join(f"{name}={_plain(value)}" for name, value in fields.items() if name != naming and value)
    quote = " … ".join(" ".join(text[start:end].split()) for start, end in suggestion.evidence)
    return suggestion.kind, f"{suggestion.confidence:.2f}", _plain(fields.get(naming, "")), rest, quote


def _plain(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
