"""The typefaces, cut down to what the pages need."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from kraftsamla.ui import assets


@pytest.mark.slow
def test_every_typeface_is_small_and_has_our_letters(tmp_path: Path) -> None:
    built = assets.build_fonts(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(face.to for face in assets.FACES)
    for path in built:
        assert path.stat().st_size < 60_000
        letters = set(TTFont(path).getBestCmap())
        assert {ord(letter) for letter in "aåäöÅÄÖéüßłøæ0–—”’…→€·"} - letters == set()


def test_typefaces_already_there_are_left_as_they_are(tmp_path: Path) -> None:
    for face in assets.FACES:
        (tmp_path / face.to).write_bytes(b"already here")
    built = assets.build_fonts(tmp_path)
    assert {path.read_bytes() for path in built} == {b"already here"}
