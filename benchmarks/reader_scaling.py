"""Claim: twice the text takes about twice the time, and 1 MB of text under 2 seconds.

Prints milliseconds of processor time a round, the ratio of each doubling, and seconds for a megabyte of minutes and for
a megabyte of pages, since other rules run on each. Run: ``python benchmarks/reader_scaling.py``.
"""

from __future__ import annotations

import time
from pathlib import Path

from docreader import read

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "docreader" / "documents"


def seconds(text: str) -> float:
    """Processor time of one reading, the best of three."""
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        read(text)
        best = min(best, time.process_time() - started)
    return best


def main() -> None:
    """Read the test documents one after the other, 1, 2, 4 and 8 times as long."""
    once = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt")))
    read(once)
    previous = 0.0
    for times in (1, 2, 4, 8):
        text = once * times
        spent = seconds(text)
        ratio = f"ratio {spent / previous:.2f}" if previous else ""
        print(f"{len(text):>8} characters {1000 * spent:>7.0f} ms {1e6 * spent / len(text):>6.2f} s/MB {ratio}")
        previous = spent
    texts = [path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))]
    for name, wanted in (("minutes", True), ("pages", False)):
        joined = "\n\n".join(text for text in texts if (read(text).document.kind == "minutes") == wanted)
        megabyte = (joined * (1_000_000 // len(joined) + 1))[:1_000_000]
        print(f"1 MB of {name}: {seconds(megabyte):.2f} s (goal < 2)")


if __name__ == "__main__":
    main()
