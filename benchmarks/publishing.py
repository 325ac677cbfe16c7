"""Publishing 10,000 pages: rendering and writing a whole edition against writing the same bytes to the same disk.

The limit is what the disk and the hashing cost alone; the ratio says how many times longer a whole edition takes. Both
are done in turn, several rounds, and the median ratio within a round is printed. Argument: the number of pages.
"""

from __future__ import annotations

import os
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import published

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
ROUNDS = 3


def main() -> int:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    import django

    django.setup()
    from kraftsamla.config.commands.prepare import compile_translations
    from kraftsamla.editions import writing
    from kraftsamla.editions.rendering import ASSETS, Site, render_edition

    compile_translations()
    site = Site("https://exempel.se", {name: f"assets/{name}" for name in ASSETS})
    first = sum(1 for page in render_edition(published.grown(0), site=site) if page.path.endswith(".html"))
    second = sum(1 for page in render_edition(published.grown(1), site=site) if page.path.endswith(".html"))
    edition: Any = published.grown(max(1, round((wanted - first) / (second - first))))
    ratios, took, plain = [], [], []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as name:
            root = Path(name)
            started = time.perf_counter()
            work, hashes = writing.write_folder(root, ((p.path, p.body) for p in render_edition(edition, site=site)))
            writing.settle(work, root / "0001")
            took.append(time.perf_counter() - started)
            files = [(path, (root / "0001" / path).read_bytes()) for path in hashes]
            started = time.perf_counter()
            work, _ = writing.write_folder(root, files)
            writing.settle(work, root / "0002")
            plain.append(time.perf_counter() - started)
            ratios.append(took[-1] / plain[-1])
    pages = sum(1 for path, _ in files if path.endswith(".html"))
    size = sum(len(data) for _, data in files) / 2**20
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{pages} pages, {size:.0f} MB: {statistics.median(took):.1f} s, "
        f"{1000 * statistics.median(took) / pages:.2f} ms a page; "
        f"writing alone {statistics.median(plain):.1f} s; ratio {statistics.median(ratios):.1f} "
        f"({min(ratios):.1f}–{max(ratios):.1f}); at most {memory:.0f} MB of memory"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
