"""``python -m docreader [--json|--text|--table|--whole] [--name NAME] FILE``: read one file in this process.

``python -m docreader --page N [--width W] FILE`` draws page N (from 1) of a PDF instead, about W pixels wide. Standard
output is then one line of JSON, ``{"page", "pages", "width", "height", "start", "words": [[start, end, left, top,
right, bottom], ...], "bytes"}`` as in :class:`docreader.model.PagePicture`, and after its line feed the PNG's bytes.
Programs call :func:`docreader.sandbox.picture_in_process`.

The process puts limits on itself first. Exit status 0 with the answer on standard output; 1 when the document
cannot be read, with ``{"error": {"code": ..., "parameters": {...}}}`` on standard output for ``--json`` and
``--whole`` and a sentence on standard error; 2 for wrong usage. FILE ``-`` is standard input.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from docreader.errors import TookTooMuchMemory, UnreadableDocument, explain
from docreader.limits import limit_this_process
from docreader.model import Reading


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Returns the exit status."""
    options = _parser().parse_args(arguments)
    limit_this_process(seconds=options.seconds, memory_mb=options.memory_mb)
    try:
        _say(_drawn(options) if options.page is not None else _read(options))
    except UnreadableDocument as error:
        return _refuse(error, options.form)
    except MemoryError:
        return _refuse(TookTooMuchMemory(memory_mb=options.memory_mb), options.form)
    except OSError as error:
        print(f"docreader: {error}", file=sys.stderr)
        return 2
    return 0


def _read(options: argparse.Namespace) -> bytes:
    # Imported here: the flags are read before the limits could stop the import.
    from docreader.formats.recognise import LIMIT_MB
    from docreader.reading import read

    source = _bytes_of(options.file, LIMIT_MB * 1_000_000 + 1)
    return _answer(read(source, name=_name_of(options)), options.form).encode()


def _drawn(options: argparse.Namespace) -> bytes:
    """A page's picture: a line of JSON, then the PNG."""
    from docreader.formats.pictures import page_picture
    from docreader.formats.recognise import LIMIT_MB

    text = None
    if options.page_text_bytes is not None:
        text = sys.stdin.buffer.read(options.page_text_bytes).decode("utf-8", "replace")
    source = _bytes_of(options.file, LIMIT_MB * 1_000_000 + 1)
    drawn = page_picture(
        source, page=options.page, width=options.width, text=text, start=options.start, name=_name_of(options)
    )
    head = {name: getattr(drawn, name) for name in ("page", "pages", "width", "height", "start")} | {
        "words": [[w.start, w.end, w.left, w.top, w.right, w.bottom] for w in drawn.words],
        "bytes": len(drawn.png),
    }
    return json.dumps(head).encode() + b"\n" + drawn.png


def _name_of(options: argparse.Namespace) -> str | None:
    return options.name or (None if options.file == "-" else Path(options.file).name)


def _say(answer: bytes) -> None:
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="docreader", description="Read a document and suggest its facts.")
    form = parser.add_mutually_exclusive_group()
    for name, words in (
        ("json", "document and suggestions as JSON (the default)"),
        ("text", "the text that offsets count in, unchanged"),
        ("table", "one suggestion a line"),
        ("whole", "JSON with text, blocks and pages"),
    ):
        form.add_argument(f"--{name}", dest="form", action="store_const", const=name, help=words)
    parser.add_argument("--page", type=int, metavar="N", help="draw page N of a PDF: a line of JSON, then a PNG")
    parser.add_argument("--width", type=int, default=1200, metavar="PIXELS", help="of the picture (default 1200)")
    # How another process hands over what it knows already: where the page's text begins, and the text itself as the
    # first bytes of standard input.
    parser.add_argument("--start", type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--page-text-bytes", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--name", help="the file's name, when FILE has another")
    parser.add_argument("--seconds", type=int, default=60, help="limit of processor time (default 60)")
    parser.add_argument("--memory-mb", type=int, default=2048, help="limit of memory (default 2048)")
    parser.add_argument("file", metavar="FILE", help="the document, - for standard input")
    parser.set_defaults(form="json")
    return parser


def _bytes_of(file: str, limit: int) -> bytes:
    """At most ``limit`` bytes: one more than may be read is enough to refuse it."""
    if file == "-":
        return sys.stdin.buffer.read(limit)
    with Path(file).open("rb") as stream:
        return stream.read(limit)


def _refuse(error: UnreadableDocument, form: str) -> int:
    if form in ("json", "whole"):
        print(json.dumps({"error": {"code": error.code, "parameters": dict(error.parameters)}}))
    language = "sv" if os.environ.get("LANG", "").startswith("sv") else "en"
    print(explain(error, language), file=sys.stderr)
    return 1


def _answer(reading: Reading, form: str) -> str:
    if form == "text":
        return reading.text
    if form == "table":
        return "".join(
            f"{item.confidence:.2f}  {item.kind:<14} "
            + "; ".join(f"{name}: {_plain(value)}" for name, value in item.fields.items())
            + f"  «{' '.join(reading.text[slice(*item.evidence[0])].split())[:60]}»\n"
            for item in reading.suggestions
        )
    data = reading.to_whole_json() if form == "whole" else reading.to_json()
    return json.dumps(data, ensure_ascii=False) + "\n"


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


if __name__ == "__main__":
    sys.exit(main())
