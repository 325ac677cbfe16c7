"""The reader on documents no rule was written from. Only totals are told, so that they stay unseen."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
#: What was measured is a little above; a change that costs more than that must be looked at.
RECALL, PRECISION, EVIDENCE, CERTAIN, TRAPS = 0.82, 0.82, 0.99, 0.95, 7


@cache
def report() -> Any:
    command = [sys.executable, "benchmarks/reader_accuracy.py", "tests/docreader/unseen", "--json"]
    return json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout)


def test_most_facts_are_found_and_most_suggestions_are_right() -> None:
    totals = report()["totals"]
    assert totals["found"] / totals["core"] >= RECALL
    assert totals["matched"] / totals["said"] >= PRECISION
    assert totals["evidence"] / totals["matched"] >= EVIDENCE
    assert totals["traps"] <= TRAPS


def test_what_is_said_to_be_certain_is_right() -> None:
    sure = report()["sure"]
    assert sure["of"] >= 200
    assert sure["right"] / sure["of"] >= CERTAIN


def test_people_who_were_there_are_found() -> None:
    people = report()["kinds"]["participant"]
    assert people["found"] / people["core"] >= 0.95
