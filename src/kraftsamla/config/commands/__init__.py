"""One module a command, all of one shape: ``NAME``, ``PURPOSE``, ``arguments(parser)``, ``perform(given) -> int``."""

from __future__ import annotations

from kraftsamla.config.commands import (
    account,
    dump,
    letters,
    load,
    manage,
    prepare,
    publish,
    read,
    run,
    serve,
    sheet,
    verify,
)

ALL = (run, serve, prepare, load, dump, sheet, read, publish, verify, letters, account, manage)
