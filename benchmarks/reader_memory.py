"""Claim: memory grows with the text and no faster.

Prints, for texts of 0.25, 0.5, 1 and 2 MB and PDFs of 50, 100 and 200 pages, the most memory that a process reading
just that held above what it holds before it has read anything, and that memory a byte of text. Run:
``python benchmarks/reader_memory.py``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.docreader.making import make_pdf

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "docreader" / "documents"
LINE = "Rådet gick igenom läget och beslutade att fråga regionen om underlaget {number}."
CHILD = """
import resource, sys
from docreader import read
read("Minnesanteckningar 2022-05-04")
source = open(sys.argv[1], "rb").read()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
reading = read(source, name=sys.argv[1])
print(before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, len(reading.text), len(reading.suggestions))
"""


def main() -> None:
    """Read each file in a process of its own."""
    once = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt")))
    with tempfile.TemporaryDirectory() as folder:
        for size in (250_000, 500_000, 1_000_000, 2_000_000):
            path = Path(folder) / "a.txt"
            path.write_text((once * (size // len(once) + 1))[:size], encoding="utf-8")
            report(f"text {size / 1e6:.2f} MB", path)
        for pages in (50, 100, 200):
            path = Path(folder) / "a.pdf"
            page = [(60, 780 - 16 * i, 11, LINE.format(number=i)) for i in range(45)]
            path.write_bytes(make_pdf([[*page, (300, 30, 9, f"{n + 1} ({pages})")] for n in range(pages)]))
            report(f"PDF {pages} pages", path)


def report(name: str, path: Path) -> None:
    """One line: the memory above the start, and a byte of text."""
    answer = subprocess.run([sys.executable, "-c", CHILD, str(path)], capture_output=True, check=True, text=True).stdout
    before, most, length, facts = map(int, answer.split())
    held = (most - before) * 1024
    print(f"{name:<14} {held / 1e6:>7.1f} MB above {before / 1024:.0f} MB at rest; "
          f"ratio {held / length:>6.1f} bytes a character, {facts} facts")  # fmt: skip


if __name__ == "__main__":
    main()
