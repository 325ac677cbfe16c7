"""Every test: the reader alone, the suite on SQLite, the suite on PostgreSQL, and the browser.

What cannot be run here is left out with a line that says why; with KRAFTSAMLA_ALL_TESTS=ja leaving out is a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time

PYTEST = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
ALL = os.environ.get("KRAFTSAMLA_ALL_TESTS", "") == "ja"


def main() -> int:
    from kraftsamla.config.commands.prepare import compile_translations

    compile_translations()
    extra = sys.argv[1:]
    failed: list[str] = []
    left_out: list[str] = []
    cores = min(4, os.cpu_count() or 1)
    # One more than there are cores: many tests wait for a process of their own.
    parallel = ["-n", str(cores + 1), "--dist", "loadfile"]
    browser = bool(shutil.which("chromium"))
    postgres = os.environ.get("KRAFTSAMLA_TEST_DATABASE", "")

    # The reader's tests know nothing of Django: neither our conftest nor our settings are in sight.
    alone = ["-c", os.devnull, "--rootdir=.", "--confcutdir=tests/docreader", "-p", "no:django", "-p", "no:xdist"]
    _run("läsaren, utan Django", [*PYTEST, "tests/docreader", *alone, *extra], failed)
    rest = [*PYTEST, "tests", "--ignore=tests/docreader", "-m", "not browser", *parallel, *extra]
    # Where PostgreSQL is run too, its tables are made by the migrations; once is enough.
    _run("allt på SQLite", [*rest, *(["--no-migrations"] if postgres else [])], failed)
    if postgres:
        _run(
            "det som frågar databasen, på PostgreSQL",
            rest,
            failed,
            KRAFTSAMLA_DATABASE=postgres,
            KRAFTSAMLA_TESTS="databas",
        )
    else:
        left_out.append(
            "PostgreSQL: sätt KRAFTSAMLA_TEST_DATABASE till en databas, till exempel postgres://postgres@127.0.0.1:5432/postgres"
        )
    if browser:
        windows = ["-n", str(cores), "--dist", "loadfile"]
        _run("webbläsaren", [*PYTEST, "tests/browser", "-m", "browser", *windows, *extra], failed)
    else:
        left_out.append("webbläsaren: chromium finns inte här; installera den (Debian: apt-get install chromium)")
    if not os.environ.get("KRAFTSAMLA_REAL_DOCUMENTS"):
        left_out.append("verkliga dokument: sätt KRAFTSAMLA_REAL_DOCUMENTS till mappen de ligger i")

    for reason in left_out:
        print(f"!!! UTELÄMNAT: {reason}", flush=True)
    for what in failed:
        print(f"!!! MISSLYCKADES: {what}", flush=True)
    return 1 if failed or (ALL and left_out) else 0


def _run(what: str, command: list[str], failed: list[str], **environment: str) -> None:
    print(f"=== {what}", flush=True)
    started = time.monotonic()
    code = subprocess.run(command, env={**os.environ, **environment}, check=False).returncode
    print(f"=== {what}: {time.monotonic() - started:.0f} s", flush=True)
    if code != 0:
        failed.append(what)


if __name__ == "__main__":
    sys.exit(main())
