"""Reading in a process of its own, so that no document can take the caller down with it.

The child starts with an empty environment, no files open but its pipes, limits on memory and processor time, and
is killed with its whole process group when the clock runs out.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from docreader.errors import Crashed, TookTooLong, TookTooMuchMemory, UnreadableDocument, from_code
from docreader.model import PagePicture, PlacedWord, Reading

#: No answer is longer than this; a child that says more is stopped.
OUTPUT_LIMIT: Final = 256 * 1024 * 1024
_PACKAGES = str(Path(__file__).resolve().parent.parent)


def read_in_process(
    source: bytes | str | os.PathLike[str],
    *,
    name: str | None = None,
    seconds: int = 20,
    memory_mb: int = 1024,
) -> Reading:
    """Read a document in a separate process.

    ``source`` is the file's bytes, or a path. ``seconds`` is wall-clock time, ``memory_mb`` the child's address
    space. Raises what :func:`docreader.read` raises, and TookTooLong, TookTooMuchMemory or Crashed.
    """
    command = _command(["--whole"], source, name, seconds, memory_mb)
    status, output = _run(command, source if isinstance(source, bytes) else b"", seconds)
    data = _json_of(output)
    if status == 0 and isinstance(data, dict):
        return Reading.from_whole_json(data)
    raise _failure(status, data, seconds, memory_mb)


def picture_in_process(
    source: bytes | str | os.PathLike[str],
    *,
    page: int,
    width: int = 1200,
    text: str | None = None,
    start: int = 0,
    seconds: int = 10,
    memory_mb: int = 1024,
) -> PagePicture:
    """Draw one page of a PDF in a separate process, and tell where on the picture each word of its text stands.

    ``page`` counts from 1. ``width`` is pixels, 100..2400; a page that would have more than six million pixels is made
    smaller. Hand over ``text`` and ``start``, the page's own text and where it begins, from what was read before::

        begin, end = reading.pages[page - 1]
        drawn = picture_in_process(path, page=page, text=reading.text[begin:end], start=begin)
        drawn.png                        # the picture's bytes (image/png), drawn.width x drawn.height pixels
        drawn.boxes(*suggestion.evidence[0])   # [(left, top, right, bottom), ...], shares of the picture, 0..1

    Without ``text`` the whole document is read to find it, which takes longer; with an empty text only the picture is
    made. ``boxes`` is empty for a span on another page; the page of a span is the number of the span in
    ``reading.pages`` that it begins in. A page takes a few tenths of a second: keep the answer, it depends on nothing
    but the file, ``page``, ``width`` and the text.

    Raises UnknownFormat for anything but a PDF, Broken for a page that is not there, Encrypted, and TookTooLong,
    TookTooMuchMemory or Crashed.
    """
    lead = text.encode("utf-8", "replace") if text is not None else b""
    flags = [f"--page={page}", f"--width={width}", f"--start={start}"]
    if text is not None:
        flags.append(f"--page-text-bytes={len(lead)}")
    command = _command(["--json", *flags], source, None, seconds, memory_mb)
    status, output = _run(command, lead + (source if isinstance(source, bytes) else b""), seconds)
    head, _, png = output.partition(b"\n")
    data = _json_of(head)
    if status == 0 and isinstance(data, dict) and len(png) == data.get("bytes"):
        words = tuple(PlacedWord(*word) for word in data["words"])
        size = {name: int(data[name]) for name in ("page", "pages", "width", "height", "start")}
        return PagePicture(png=png, words=words, **size)
    raise _failure(status, data, seconds, memory_mb)


def _command(
    flags: list[str], source: bytes | str | os.PathLike[str], name: str | None, seconds: int, memory_mb: int
) -> list[str]:
    path = "-" if isinstance(source, bytes) else os.fspath(source)
    said = name or (None if path == "-" else Path(path).name)
    return [
        sys.executable,
        "-I",
        "-c",
        _START,
        *flags,
        f"--seconds={seconds + 1}",
        f"--memory-mb={memory_mb}",
        *([f"--name={said}"] if said else []),
        path if path == "-" else str(Path(path).resolve()),
    ]


#: ``-I`` leaves out the environment and the current folder; the package's own folder is put in by hand.
_START: Final = (
    f"import sys; sys.path.insert(0, {_PACKAGES!r}); from docreader.__main__ import main; sys.exit(main(sys.argv[1:]))"
)


def _run(command: list[str], source: bytes, seconds: int) -> tuple[int, bytes]:
    """Exit status and at most OUTPUT_LIMIT bytes of standard output. Raises TookTooLong."""
    process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own words
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_ENVIRONMENT,
        start_new_session=True,
        close_fds=True,
        cwd="/" if os.name == "posix" else None,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    overtime = threading.Event()
    clock = threading.Timer(seconds, _kill, (process, overtime))
    feeder = threading.Thread(target=_feed, args=(process.stdin, source), daemon=True)
    clock.start()
    feeder.start()
    try:
        output = process.stdout.read(OUTPUT_LIMIT + 1)
        if len(output) > OUTPUT_LIMIT:
            _kill(process, threading.Event())
            raise Crashed
        status = process.wait()
    finally:
        clock.cancel()
        _kill(process, threading.Event())
        process.stdout.close()
        feeder.join(1)
    if overtime.is_set():
        raise TookTooLong(seconds=seconds)
    return status, output


#: Python itself needs nothing; Windows cannot start a program without SYSTEMROOT.
_ENVIRONMENT: Final = {
    "PYTHONUTF8": "1",
    **({"SYSTEMROOT": os.environ["SYSTEMROOT"]} if "SYSTEMROOT" in os.environ else {}),
}


def _feed(stream: IO[bytes], source: bytes) -> None:
    # The child may end before it has taken everything in; its exit status tells why.
    with suppress(OSError):
        stream.write(source)
    with suppress(OSError):
        stream.close()


def _kill(process: subprocess.Popen[bytes], overtime: threading.Event) -> None:
    """Stop the child and whatever it started."""
    if process.poll() is not None:
        return
    overtime.set()
    try:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except ProcessLookupError:
        return
    process.wait()


def _json_of(output: bytes) -> object:
    try:
        return json.loads(output)
    except ValueError:
        return None


def _failure(status: int, data: object, seconds: int, memory_mb: int) -> UnreadableDocument:
    """Why there is no answer."""
    if status == 1 and isinstance(data, dict) and "error" in data:
        return from_code(str(data["error"]["code"]), data["error"]["parameters"])
    if hasattr(signal, "SIGXCPU") and status == -signal.SIGXCPU:
        return TookTooLong(seconds=seconds)
    if status in (-6, -9, -11):
        # Native code that cannot get memory aborts instead of raising MemoryError.
        return TookTooMuchMemory(memory_mb=memory_mb)
    return Crashed()
