"""Pages set as tagged PDF. The content comes as data and is never read as markup."""

from __future__ import annotations

import json
from contextlib import ExitStack
from functools import lru_cache
from importlib import resources
from typing import Any

import typst

from kraftsamla.ui.papers.letters import drawable, walk, writable

_PACKAGES = ("fontpkg_source_sans_3", "fontpkg_source_serif_4")
_kept = ExitStack()


def typeset(template: bytes, data: Any, **inputs: str) -> bytes:
    """PDF/UA-1 of a template; it finds the data as JSON in ``sys.inputs.data``.

    The compiler itself refuses a page whose tags or title are wrong, and one with a letter that no typeface has. Such
    letters are therefore printed as a square in a second attempt, rather than giving no paper at all.
    """
    try:
        return _compiled(template, walk(data, writable), inputs)
    except typst.TypstError:
        return _compiled(template, walk(data, drawable), inputs)


def _compiled(template: bytes, data: Any, inputs: dict[str, str]) -> bytes:
    made = typst.compile(
        template, format="pdf", font_paths=_fonts(), pdf_standards=["ua-1"],
        sys_inputs={"data": json.dumps(data, default=str), **inputs},
    )  # fmt: skip
    assert isinstance(made, bytes)
    return made


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Our own typefaces and those that the compiler brings; never what the computer happens to have."""
    folders = [_kept.enter_context(resources.as_file(resources.files(each) / "files")) for each in _PACKAGES]
    return typst.Fonts(include_system_fonts=False, font_paths=folders)
