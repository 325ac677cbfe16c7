"""Claim: most facts are found, most suggestions are right, and those that are said to be certain are.

Prints, for a folder of annotated documents, recall, precision, evidence and traps per kind and in all, and the share
right per band of confidence. The reader is meant to be right in at least 95 of 100 suggestions at 0.9 and above.

Run: ``python benchmarks/reader_accuracy.py [FOLDER] [--only GLOB] [--details] [--wrong-above 0.9] [--json]``. FOLDER
holds ``*.yaml`` with the texts beside them, or the two folders ``gold`` and ``texts``; without it the tests' own
documents are read. ``--details`` lists what was missed and what was wrong; ``--wrong-above`` only what was wrong though
said to be sure, which is where confidence is to be lowered or a rule mended.

What is counted: recall is core facts found of core facts; precision is matched suggestions of all suggestions of kinds
that the document has any fact of. Optional facts are neither missed nor wrong. "Fields" is the share of the other
fields of matched facts that are right. A suggestion is "right" for calibration when it is matched and walks into no
trap; kinds without a fact in the document are left out, as for precision.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections import Counter
from pathlib import Path

from reader_judging import Result, documents, judge

DEFAULT = Path(__file__).resolve().parents[1] / "tests" / "docreader" / "documents"
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
SURE = 0.9
COLUMNS = ("recall", "prec", "evid", "fields", "traps", "core", "said")


def main() -> None:
    """Judge every document and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--only", default="*", metavar="GLOB", help="only documents whose id matches")
    parser.add_argument("--details", action="store_true", help="list what was missed and what was wrong")
    parser.add_argument("--wrong-above", type=float, metavar="SHARE", help="list what was wrong though said to be sure")
    parser.add_argument("--json", action="store_true", help="the totals as one line of JSON")
    options = parser.parse_args()
    results = [judge(gold, source) for gold, source in documents(options.folder, options.only)]
    if not results:
        parser.error(f"no annotated document in {options.folder}")
    if options.json:
        print(json.dumps(as_data(results)))
        return
    print_tables(results)
    print_calibration(results)
    for result in results:
        print_details(result, options.details, 0.0 if options.details else options.wrong_above)
    totals = total(results)
    print(
        f"total: recall {share(totals, 'found', 'core')} precision {share(totals, 'matched', 'said')} evidence "
        f"{share(totals, 'evidence', 'matched')} traps {totals['traps']} docs {len(results)}"
    )


def total(results: list[Result], kind: str | None = None) -> Counter[str]:
    """The counts of one kind or of all."""
    found: Counter[str] = Counter()
    for result in results:
        for name, tally in result.kinds.items():
            if kind in (None, name):
                found.update(tally)
    return found


def share(tally: Counter[str], part: str, whole: str) -> str:
    """A share with three decimals, a dash for none."""
    return f"{tally[part] / tally[whole]:.3f}" if tally[whole] else "-"


def row(name: str, tally: Counter[str], tail: str = "") -> str:
    """One line of a table."""
    shares = [share(tally, "found", "core"), share(tally, "matched", "said"), share(tally, "evidence", "matched")]
    points = f"{tally['points'] / tally['fields'] / 100:.3f}" if tally["fields"] else "-"
    cells = [*shares, points, *(str(tally[name]) for name in ("traps", "core", "said"))]
    return f"{name:<42}" + "".join(f"{cell:>8}" for cell in cells) + tail


def print_tables(results: list[Result]) -> None:
    """Documents, kinds and what was said about the documents themselves."""
    titles = "".join(f"{title:>8}" for title in COLUMNS)
    print(f"{'document':<42}{titles}{'cpu s':>8}")
    for result in results:
        print(row(result.name[:41], total([result]), f"{result.seconds:>8.2f}"))
    print(f"\n{'kind':<42}{titles}")
    for kind in sorted({kind for result in results for kind in result.kinds}):
        print(row(kind, total(results, kind)))
    about = sum((result.about for result in results), Counter())
    print("\nabout the documents: " + " ".join(f"{name} {n}/{len(results)}" for name, n in about.items()))


def print_calibration(results: list[Result]) -> None:
    """The share right per band of confidence, and per kind among those said to be sure."""
    judged = [item for result in results for item in result.judged]
    print("\nconfidence        right    of   share")
    for low, high in itertools.pairwise(BANDS):
        print_band(f"{low:.2f} to {min(high, 1):.2f}", [right for c, _, right, _ in judged if low <= c < high])
    for least in (SURE, 0.95):
        print_band(f"{least:.2f} and above", [right for c, _, right, _ in judged if c >= least])
    print(f"\nat {SURE} and above, by kind")
    for kind in sorted({kind for c, kind, _, _ in judged if c >= SURE}):
        print_band(kind, [right for c, k, right, _ in judged if c >= SURE and k == kind])


def print_band(name: str, right: list[bool]) -> None:
    """One line of the calibration."""
    if right:
        print(f"{name:<16}{sum(right):>7}{len(right):>6}{sum(right) / len(right):>8.3f}")


def print_details(result: Result, missed: bool, wrong_above: float | None) -> None:  # noqa: FBT001 - a flag of the command
    """What was missed and what was wrong in one document."""
    lines = [f"  miss  {words}" for words in result.missed] if missed else []
    if wrong_above is not None:
        wrong = [(c, words) for c, _, right, words in result.judged if not right and c >= wrong_above]
        lines += [f"  wrong {confidence:.2f} {words}" for confidence, words in wrong]
    if lines:
        print("\n".join([f"\n{result.name}", *lines]))


def as_data(results: list[Result]) -> dict[str, object]:
    """The totals, kinds and calibration."""
    judged = [item for result in results for item in result.judged]
    kinds = {kind for result in results for kind in result.kinds}
    sure = [right for c, _, right, _ in judged if c >= SURE]
    return {
        "totals": total(results),
        "kinds": {kind: total(results, kind) for kind in sorted(kinds)},
        "sure": {"right": sum(sure), "of": len(sure)},
        "documents": len(results),
    }


if __name__ == "__main__":
    main()
