"""Puts a text together block by block, so that every block knows where it stands."""

from __future__ import annotations

import re

from docreader.model import Block, BlockKind

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class Composer:
    """Collects blocks. One line feed divides blocks, an empty line stands above headings and where asked for."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._empty_lines = 0
        self.blocks: list[Block] = []

    def add(self, kind: BlockKind, text: str, level: int = 0) -> None:
        """A block; line feeds inside it are kept, other control characters are not."""
        clean = _CONTROLS.sub("", text).strip()
        clean = re.sub(r"[ \t]*\n\s*", "\n", clean)
        if not clean:
            self.gap()
            return
        if self._length:
            lines = 2 if self._empty_lines or kind == "heading" else 1
            self._write("\n" * lines)
        self._empty_lines = 0
        start = self._length
        self._write(clean)
        self.blocks.append(Block(kind, level, start, self._length))

    def gap(self) -> None:
        """An empty line before whatever comes next."""
        self._empty_lines = 1

    @property
    def length(self) -> int:
        """How long the text is so far."""
        return self._length

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self._pieces)

    def _write(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)
