"""Titles and descriptions that are ours: words already in the page's language."""

from __future__ import annotations

from kraftsamla.core.text import Text

DESCRIPTION_LENGTH = 200


def ours(words: str) -> Text:
    """Words of the interface, looked up in the language in force, as a title."""
    return Text(words, words)


def shortened(text: Text, *, length: int = DESCRIPTION_LENGTH) -> Text:
    return Text(_cut(text.sv, length), _cut(text.en, length))


def _cut(words: str, length: int) -> str:
    said = " ".join(words.split())
    return said if len(said) <= length else f"{said[:length].rsplit(' ', 1)[0]} …"
