"""Pages are linted like code: size, no inline style or script, named placeholders, a language on every page."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "src" / "kraftsamla"
LINES = 120
RULES = {
    r"<style\b": "inline style sheet: put it in a .css file",
    r"\sstyle\s*=": "inline style: the content security policy refuses it",
    r"<script(?![^>]*\bsrc=)": "inline script: put it in a .js file",
    r"\son[a-z]+\s*=\s*[\"']": "inline event handler: put it in a .js file",
    r"javascript:": "javascript: address",
    r"\{%\s*trans\s": "write translate, not trans",
    r"\{%\s*blocktrans\s": "write blocktranslate, not blocktrans",
    r"\{%\s*blocktranslate(?![^%]*\btrimmed\b)": "blocktranslate must be trimmed",
    r"(?:href|src|action)=\"(?:https?:)?//": "another host: everything is served by ourselves",
    r"\|safe\b": "|safe: say why in the tag that makes the mark-up instead",
    r"<html(?![^>]*\blang=)": "a page must say its language",
    r"<img(?![^>]*\balt=)": "a picture needs alt",
}


def main() -> int:
    faults = []
    for path in sorted(ROOT.glob("**/templates/**/*.*")):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(ROOT)
        count = text.count("\n")
        if count > LINES:
            faults.append(f"{name}: {count} lines, at most {LINES}")
        if path.suffix != ".html":
            continue
        for pattern, why in RULES.items():
            for match in re.finditer(pattern, text):
                line = text.count("\n", 0, match.start()) + 1
                faults.append(f"{name}:{line}: {why}")
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    sys.stdout.write(f"Templates: {len(faults)} faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
