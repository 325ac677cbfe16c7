"""The colours can be read on each other, in light and in dark, and every style sheet uses tokens that exist."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from kraftsamla import ui

STYLES = Path(ui.__file__).parent / "static" / "ui"
BLOCKS = re.findall(r":root\{(.*?)\}", (STYLES / "tokens.css").read_text(encoding="utf-8"), re.DOTALL)
LIGHT, DARK, *_ = (dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6})", block)) for block in BLOCKS)
SCHEMES = {"light": LIGHT, "dark": DARK}
SURFACES = ("paper", "card", "brand-soft", "ok-soft", "warn-soft", "stop-soft", "mute-soft", "signal-soft", "stripe")
READ = [
    *product(("ink", "ink-2", "ink-3", "brand", "brand-2"), SURFACES),
    *product(("ok", "warn", "stop", "mute", "signal"), ("paper", "card")),
    ("ink", "mark"), ("ink", "mark-on"), ("ok", "ok-soft"), ("warn", "warn-soft"), ("stop", "stop-soft"),
    ("on-brand", "brand"), ("on-brand", "brand-2"), ("on-brand", "ok"), ("on-band", "band"),
]  # fmt: skip


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_can_be_read_on_every_surface_they_stand_on(scheme: str) -> None:
    tokens = SCHEMES[scheme]
    weak = {pair: round(ratio, 2) for pair in READ if (ratio := contrast(tokens[pair[0]], tokens[pair[1]])) < 4.5}
    assert weak == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_edge_of_a_field_can_be_seen(scheme: str) -> None:
    tokens = SCHEMES[scheme]
    assert min(contrast(tokens["line-2"], tokens[surface]) for surface in ("paper", "card")) >= 3


def test_dark_says_again_every_colour_that_light_says() -> None:
    assert set(SCHEMES["light"]) == set(SCHEMES["dark"])


def test_every_style_sheet_uses_tokens_that_exist() -> None:
    sheets = {path.name: path.read_text(encoding="utf-8") for path in STYLES.glob("*.css")}
    known = {name for text in sheets.values() for name in re.findall(r"(?<![\w(])--([\w-]+):", text)}
    used = {(file, name) for file, text in sheets.items() for name in re.findall(r"var\(--([\w-]+)", text)}
    assert {(file, name) for file, name in used if name not in known} == set()


@pytest.mark.parametrize("file", ["base.css", "edition.css"])
def test_no_style_sheet_of_the_public_pages_names_a_colour_of_its_own(file: str) -> None:
    screen = (STYLES / file).read_text(encoding="utf-8").partition("@media print")[0]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[;,} ])", screen) == []
