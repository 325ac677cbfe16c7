from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kraftsamla.core.slugs import SLUG, free_slug, slug_from


def test_swedish_letters_lose_their_dots_and_rings() -> None:
    assert slug_from("Västra Götalandsregionen & Åre – mål 1.2") == "vastra-gotalandsregionen-och-are-mal-1-2"


def test_a_long_name_is_cut_between_words() -> None:
    slug = slug_from("Nationell samordning för likvärdig precisionsmedicin i hela landet och Norden", length=30)
    assert slug == "nationell-samordning-for"


def test_a_taken_slug_gets_a_number() -> None:
    taken = {"region-skane", "region-skane-2"}
    assert free_slug("Region Skåne", taken=taken.__contains__) == "region-skane-3"


@given(st.text(max_size=200))
def test_any_text_gives_a_valid_slug(text: str) -> None:
    assert SLUG.fullmatch(slug_from(text))
