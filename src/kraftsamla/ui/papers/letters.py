"""Which characters a file can hold: nothing that people type may break a file or vanish from it unseen."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from importlib import resources
from typing import Any

from fontTools.ttLib import TTFont

#: Stands for a character that our typefaces cannot draw.
MISSING = "□"
_INVISIBLE = {"Cf", "Mn", "Me"}


def writable(text: str) -> str:
    """Without what neither XML nor a printed page can hold: control characters, halves of pairs, non-characters.

    Each becomes a space, so that words which it parted stay apart. Line breaks stay.
    """
    if text.isprintable():
        return text
    return "".join(_held(each) for each in text.replace("\r\n", "\n").replace("\r", "\n"))


def drawable(text: str) -> str:
    """With ``MISSING`` for every character that our own typeface lacks; invisible ones are left out."""
    known = _drawn()
    return "".join(each if each == "\n" or ord(each) in known else _missing(each) for each in writable(text))


def walk(value: Any, clean: Callable[[str], str]) -> Any:
    """Plain values with every text in them cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {name: walk(each, clean) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [walk(each, clean) for each in value]
    return value


def _held(character: str) -> str:
    if character == "\n":
        return character
    return " " if unicodedata.category(character) in {"Cc", "Cs", "Cn", "Zl", "Zp"} else character


def _missing(character: str) -> str:
    return "" if unicodedata.category(character) in _INVISIBLE else MISSING


@lru_cache(maxsize=1)
def _drawn() -> frozenset[int]:
    name = "SourceSerif4[opsz,wght].ttf"
    with resources.as_file(resources.files("fontpkg_source_serif_4") / "files" / name) as path, TTFont(path) as font:
        return frozenset(font.getBestCmap()) | {ord(MISSING)}
