"""The document reader from the command line. Needs no database, unless what it finds is to be accepted."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from docreader.errors import UnreadableDocument, explain
from docreader.model import Reading, Suggestion
from docreader.sandbox import read_in_process
from kraftsamla.config.commands.console import complain, say, start

if TYPE_CHECKING:
    from kraftsamla.reading.operations import Taken

NAME = "read"
PURPOSE = "läs dokument och visa vilka uppgifter de innehåller, med textställen"
LIMIT_MB = 200
HEADINGS = ("slag", "säkerhet", "uppgift", "övrigt", "textställe")
SUFFIXES = {".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".odt", ".pdf"}
NAMING = ("title", "person", "name", "organisation", "date", "from_")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FIL", type=Path, nargs="*", help="txt, Markdown, HTML, DOCX, ODT eller PDF")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--table", action="store_true", help="visa som tabell (det vanliga vid skärm)")
    form.add_argument("--json", action="store_true", help="visa som JSON; flera filer ger en rad var")
    form.add_argument("--text", action="store_true", help="visa bara texten som textställena räknas i")
    form.add_argument(
        "--accept", metavar="NIVÅ", type=_level,
        help="lägg in dokumenten i biblioteket och godkänn förslag med minst den säkerheten, till exempel 0.95, om "
        "inget behöver frågas; tar även mappar",
    )  # fmt: skip
    parser.add_argument(
        "--address", metavar="ADRESS", default="",
        help="varifrån den sparade sidan kommer; sparas som dokumentets källa (med --accept och en enda fil)",
    )  # fmt: skip
    form.add_argument("--undo", metavar="STEG", help="ta tillbaka allt som en körning med --accept lade in")
    parser.set_defaults(misunderstood=parser.error)


def perform(given: argparse.Namespace) -> int:
    if given.undo is not None:
        if given.files:
            given.misunderstood("--undo tar inga filer")
        return _undo(given.undo)
    if not given.files:
        given.misunderstood("ange minst en fil")
    if given.address and (given.accept is None or len(given.files) != 1 or given.files[0].is_dir()):
        given.misunderstood("--address gäller en enda fil och kräver --accept")
    return _show_all(given) if given.accept is None else _accept_all(given.files, given.accept, given.address)


def _level(written: str) -> float:
    """A confidence, with a point or a comma."""
    try:
        level = float(written.replace(",", "."))
    except ValueError:
        level = -1.0
    if not 0 <= level <= 1:
        raise argparse.ArgumentTypeError(f"{written!r} är ingen nivå; skriv ett tal mellan 0 och 1, till exempel 0.95")
    return level


def _accept_all(paths: list[Path], level: float, address: str = "") -> int:
    """Every file on its own: one that fails stops none of the others. All of it is one step."""
    start()
    from kraftsamla.reading.operations import new_step

    step, taken, failed, skipped = new_step(), [], 0, 0
    try:
        for path in _documents(paths):
            try:
                found = _take_in(path, level, step, address)
            except _Failed as error:
                failed += complain(f"{path}: {error}")
                continue
            skipped += found is None
            taken += [found] if found else []
    finally:
        if taken:
            say(f"Steg: {step}. Ta tillbaka allt med: kraftsamla read --undo {step}")
    say(
        f"{len(taken)} inlästa, {skipped} fanns redan, {failed} gick inte. "
        f"{sum(each.accepted for each in taken)} förslag godkända, {sum(each.waiting for each in taken)} väntar."
    )
    return 1 if failed else 0


class _Failed(Exception):
    """A file that could not be read in; says why."""


def _take_in(path: Path, level: float, step: str, address: str = "") -> Taken | None:
    """Read one file in and tell what became of it; None when it was there already."""
    from django.conf import settings
    from django.core.exceptions import ValidationError

    from kraftsamla.accounts.operations import system_account
    from kraftsamla.core.errors import Refused
    from kraftsamla.library.operations import AlreadyStored
    from kraftsamla.reading.operations import read_and_accept

    try:
        with path.open("rb") as file:
            content = file.read(settings.UPLOAD_LIMIT_MB * 2**20 + 1)
        taken = read_and_accept(
            content=content, file_name=path.name, at_least=level, step=step, by=system_account(),
            values={"url": address} if address else None,
        )  # fmt: skip
    except AlreadyStored as known:
        say(f"{path}: hoppas över. {known.message}")
        return None
    except Refused as error:
        raise _Failed(error.message) from error
    except ValidationError as error:
        raise _Failed(" ".join(error.messages)) from error
    except OSError as error:
        raise _Failed(f"kan inte öppnas: {error.strerror}") from error
    asking = f", varav {taken.asking} behöver svar" if taken.asking else ""
    if taken.reading.in_question:
        asking += f". Liknar ”{taken.reading.looks_like}”: svara på läsbordet om det är samma dokument"
    say(f"{path}: {taken.accepted} godkända, {taken.waiting} väntar{asking}")
    return taken


def _documents(paths: list[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named that are of a format the reader knows."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        files = sorted(each for each in path.rglob("*") if each.is_file() and not each.name.startswith("."))
        known = [each for each in files if each.suffix.lower() in SUFFIXES]
        yield from known
        if len(known) < len(files):
            say(f"{path}: filer av andra format hoppas över: {len(files) - len(known)}")


def _undo(step: str) -> int:
    start()
    from kraftsamla.accounts.operations import system_account
    from kraftsamla.core.errors import Refused
    from kraftsamla.reading.operations import take_back_step

    try:
        back = take_back_step(step=step, by=system_account())
    except Refused as error:
        return complain(f"inget togs tillbaka. {error.message}")
    say(f"{back.suggestions} godkännanden och {back.documents} dokument togs tillbaka.")
    return 0


def _show_all(given: argparse.Namespace) -> int:
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
