"""``python -m docreader [--json|--text|--table] FILE``: read one file in this process, under limits."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from docreader.errors import UnreadableDocument, explain
from docreader.reading import read


def main() -> int:
    parser = argparse.ArgumentParser(prog="docreader")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    try:
        reading = read(options.file.read_bytes(), name=options.file.name)
    except UnreadableDocument as error:
        print(explain(error, "en"), file=sys.stderr)
        return 1
    print(json.dumps(reading.to_json(), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
