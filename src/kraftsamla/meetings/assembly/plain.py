"""A paper as plain text, so that what was published can be searched for and cited."""

from __future__ import annotations

from collections.abc import Iterator

from kraftsamla.meetings.papers.content import Block, Facts, Paper, People, Points, Prose, Table


def plain(paper: Paper) -> str:
    """Every word of a paper, headings on lines of their own."""
    return "\n".join(_lines(paper)).strip() + "\n"


def _lines(paper: Paper) -> Iterator[str]:
    yield from filter(None, (paper.sender, paper.word, paper.title, paper.reference, paper.note))
    yield ""
    yield from (f"{name}: {value}" for name, value in paper.facts)
    for section in paper.sections:
        yield ""
        yield f"{section.number} {section.heading}".strip()
        yield ""
        for block in section.blocks:
            yield from _block(block)
    if paper.signatures:
        yield ""
        yield from (", ".join(filter(None, row)) for row in paper.signatures)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Prose):
        for is_list, lines in block.pieces:
            yield from (f"- {line}" if is_list else line for line in lines)
            yield ""
    elif isinstance(block, Facts):
        yield from (f"{name}: {value}" for name, value in block.rows)
    elif isinstance(block, Points):
        for number, (text, detail) in enumerate(block.rows, start=1):
            yield f"{f'{number}.' if block.numbered else '-'} {text}{f' ({detail})' if detail else ''}"
    elif isinstance(block, Table):
        yield block.caption
        yield from (" | ".join(row) for row in (block.heads, *block.rows))
    elif isinstance(block, People):
        for heading, rows in block.groups:
            yield heading
            yield from (f"- {', '.join(filter(None, row))}" for row in rows)
