"""A paper as tagged PDF, in the layout that offices use."""

from __future__ import annotations

from dataclasses import replace
from importlib import resources
from typing import Any

from kraftsamla.meetings.papers.content import Block, Paper, Prose, Table, as_json
from kraftsamla.meetings.papers.shape import outline, shares, squared
from kraftsamla.meetings.papers.words import words
from kraftsamla.ui.papers.typesetting import typeset

_TEMPLATE = resources.files(__package__) / "paper.typ"


def write_pdf(paper: Paper) -> bytes:
    """PDF/UA-1 with bookmarks; the same paper gives the same bytes."""
    outlined = replace(paper, sections=outline(paper.sections))
    data = as_json(outlined)
    for section, row in zip(outlined.sections, data["sections"], strict=True):
        row["blocks"] = [_block(each, kept) for each, kept in zip(section.blocks, row["blocks"], strict=True)]
    return typeset(_TEMPLATE.read_bytes(), {**data, "words": words(paper.language)})


def _block(block: Block, kept: dict[str, Any]) -> dict[str, Any]:
    made = {**kept, "shape": block.shape}
    if isinstance(block, Prose):
        made["pieces"] = [{"is_list": is_list, "lines": lines} for is_list, lines in block.pieces]
    elif isinstance(block, Table):
        whole = squared(block)
        made |= {"heads": whole.heads, "rows": whole.rows, "shares": shares(whole)}
    return made
