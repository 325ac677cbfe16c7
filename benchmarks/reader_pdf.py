"""Claim: 200 pages of PDF are read in under 10 seconds. Prints seconds, and the ratio to PDFium's bare text.

Run: ``python benchmarks/reader_pdf.py``.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pypdfium2 as pdfium

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from docreader import read
from tests.docreader.making import make_pdf

PAGES = 200
LINE = "Rådet gick igenom läget och beslutade att fråga regionen om underlaget {number}."


def main() -> None:
    """Make the document, read it both ways, print the ratio."""
    page = [(60, 780 - 16 * i, 11, LINE.format(number=i)) for i in range(45)]
    source = make_pdf([[*page, (300, 30, 9, f"{n + 1} ({PAGES})")] for n in range(PAGES)])
    started = time.process_time()
    bare = sum(len(p.get_textpage().get_text_range()) for p in pdfium.PdfDocument(source))
    plain = time.process_time() - started
    started = time.process_time()
    reading = read(source, name="a.pdf")
    spent = time.process_time() - started
    print(f"{PAGES} pages, {bare} characters: {spent:.2f} s (goal < 10), {spent / plain:.1f} times bare text")
    print(f"{len(reading.pages)} pages, {len(reading.blocks)} blocks")


if __name__ == "__main__":
    main()
