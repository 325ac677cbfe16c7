"""Claim: 200 pages of PDF are read in under 10 seconds.

Prints pages a second of the reader (text set in order, laid out, and its facts) and of PDFium's bare text of the same
pages, and their ratio, measured in turns in one run; and the seconds for 200 pages. A FOLDER of PDFs may be given.

Run: ``python benchmarks/reader_pdf.py [FOLDER]``.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pypdfium2 as pdfium

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from docreader import read
from docreader.formats import pdf
from tests.docreader.making import make_pdf

PAGES = 200
ROUNDS = 3
LINE = "Rådet gick igenom läget och beslutade att fråga regionen om underlaget {number}."


def main() -> None:
    """Read the documents three ways, print the ratios."""
    if len(sys.argv) > 1:
        sources = [path.read_bytes() for path in sorted(Path(sys.argv[1]).rglob("*.pdf"))]
    else:
        page = [(60, 780 - 16 * i, 11, LINE.format(number=i)) for i in range(45)]
        sources = [make_pdf([[*page, (300, 30, 9, f"{n + 1} ({PAGES})")] for n in range(PAGES)])]
    pages = sum(len(pdfium.PdfDocument(source)) for source in sources)
    bare, laid, whole = float("inf"), float("inf"), float("inf")
    for _ in range(ROUNDS):
        bare = min(bare, seconds(sources, plain))
        laid = min(laid, seconds(sources, pdf.extract))
        whole = min(whole, seconds(sources, read))
    print(f"{len(sources)} documents, {pages} pages; pages a second, and the ratio to PDFium's bare text")
    for name, spent in (("bare text", bare), ("text and layout", laid), ("with facts", whole)):
        print(f"  {name:<16}{pages / spent:>9.0f}{bare / spent:>8.3f}")
    print(f"200 pages: {200 * whole / pages:.2f} s (goal < 10)")


def plain(source: bytes) -> int:
    """The length of PDFium's own text."""
    document = pdfium.PdfDocument(source)
    return sum(len(page.get_textpage().get_text_range()) for page in document)


def seconds(sources: list[bytes], work: object) -> float:
    """Processor time for all documents."""
    started = time.process_time()
    for source in sources:
        work(source)  # type: ignore[operator]  # any of the three
    return time.process_time() - started


if __name__ == "__main__":
    main()
