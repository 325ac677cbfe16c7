"""Claim: documents are read, facts and all, at least as fast as spaCy's blank Swedish pipeline divides them into words.

Prints documents a second of both and their ratio (the reader's share; 1 or more is the goal), measured in turns in one
run on the same texts, the best of the rounds of each. The yardstick does nothing but tokenise.

Run: ``python benchmarks/reader_against_spacy.py [FOLDER]`` where spaCy is installed beside the reader. It is no
dependency of anything here: ``python -m pip install spacy`` in an environment of its own is the simplest way, with
``PYTHONPATH=src`` and the reader's few packages (lxml, selectolax, pypdfium2).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from docreader import read

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "docreader" / "documents"
ROUNDS = 7


def main() -> None:
    """Time both on the texts of a folder."""
    try:
        import spacy
    except ImportError:
        sys.exit("spaCy is not installed here; see the first lines of this file.")
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    tokenise = spacy.blank("sv")
    # The first time both fill their tables.
    facts = sum(len(read(text).suggestions) for text in texts)
    tokens = sum(len(tokenise(text)) for text in texts)
    reader, yardstick = float("inf"), float("inf")
    for _ in range(ROUNDS):
        reader = min(reader, seconds(read, texts))
        yardstick = min(yardstick, seconds(tokenise, texts))
    characters = sum(map(len, texts))
    print(f"{len(texts)} documents, {characters} characters, {tokens} tokens, {facts} facts")
    print(f"reader {len(texts) / reader:>8.1f} documents a second")
    print(f"spaCy  {len(texts) / yardstick:>8.1f} documents a second (blank 'sv', tokens only)")
    print(f"ratio  {yardstick / reader:>8.2f} (goal 1 or more)")


def seconds(work: Callable[[str], object], texts: list[str]) -> float:
    """Processor time for all texts."""
    started = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - started


if __name__ == "__main__":
    main()
