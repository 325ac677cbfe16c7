"""The typefaces as the pages use them, made from the packages they come in when the program is installed."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

#: Latin letters with their accents (Swedish, the Nordic neighbours, most of Europe), figures and our punctuation.
LETTERS = (
    *range(0x20, 0x7F), *range(0xA0, 0x180), 0x218, 0x219, 0x21A, 0x21B, 0x1E9E,
    *range(0x2010, 0x2016), 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033,
    0x2039, 0x203A, 0x2044, 0x202F, 0x2009, 0x20AC, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2260, 0x2264,
    0x2265, 0x25CF, 0x2713,
)  # fmt: skip
FEATURES = ["kern", "liga", "locl", "mark", "mkmk", "ccmp", "calt", "tnum", "lnum"]


@dataclass(frozen=True, slots=True)
class Face:
    """``axes`` narrows a variable font: a range of weights is kept, one optical size is picked."""

    package: str
    file: str
    to: str
    axes: tuple[tuple[str, tuple[float, float] | float], ...]


FACES = (
    Face("fontpkg_source_sans_3", "SourceSans3[wght].ttf", "source-sans-3.woff2", (("wght", (400, 700)),)),
    Face(
        "fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf", "source-serif-4.woff2",
        (("wght", (400, 700)), ("opsz", 18)),
    ),
    Face(
        "fontpkg_source_serif_4", "SourceSerif4-Italic[opsz,wght].ttf", "source-serif-4-italic.woff2",
        (("wght", 400), ("opsz", 18)),
    ),
)  # fmt: skip


def build_fonts(target: Path) -> list[Path]:
    """Write the typefaces as small WOFF2 files into ``target``; those already there are left as they are."""
    target.mkdir(parents=True, exist_ok=True)
    return [_build(face, target / face.to) for face in FACES]


def _build(face: Face, path: Path) -> Path:
    if path.exists():
        return path
    with resources.as_file(resources.files(face.package) / "files" / face.file) as source:
        # A fixed time of change: the same packages give the same files.
        font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(hinting=False, notdef_outline=True, layout_features=FEATURES)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, dict(face.axes))
    unfinished = path.with_suffix(".part")
    font.flavor = "woff2"
    font.save(unfinished)
    return unfinished.replace(path)
