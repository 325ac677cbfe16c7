"""A server that is killed while two people write loses nothing it has acknowledged."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.meeting_server import environment

PROGRAM = Path(__file__).resolve().parents[2] / "benchmarks" / "kill_saves.py"


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_when_the_server_is_killed_again_and_again(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, PROGRAM, "6"], env=environment(tmp_path), cwd=tmp_path, capture_output=True, text=True
    )
    told = re.search(r"lost (\d+), twice (\d+), half-written (\d+), loose rows (\d+), file (\w+)", run.stdout)
    assert told, run.stderr
    assert (told.groups(), run.returncode) == (("0", "0", "0", "0", "ok"), 0)
