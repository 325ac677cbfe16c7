from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kraftsamla.core.collation import fold, sort_key


def test_swedish_letters_come_last_in_their_own_order() -> None:
    names = ["Örebro", "Ängelholm", "Åre", "Zinkgruvan", "Arboga", "Östersund", "Älmhult"]
    assert sorted(names, key=sort_key) == [
        "Arboga", "Zinkgruvan", "Åre", "Älmhult", "Ängelholm", "Örebro", "Östersund",
    ]  # fmt: skip


def test_letters_of_the_neighbours_stand_with_their_swedish_kin() -> None:
    assert sorted(["Ö", "Øystein", "Æble", "Ä", "Å", "Müller", "Myr"], key=sort_key) == [
        "Müller", "Myr", "Å", "Ä", "Æble", "Ö", "Øystein",
    ]  # fmt: skip


def test_numbers_sort_by_value() -> None:
    assert sorted(["1.10", "1.9", "1.2"], key=sort_key) == ["1.2", "1.9", "1.10"]


def test_folding_keeps_swedish_letters_apart_and_drops_other_accents() -> None:
    assert fold("ÅÄÖ  Ångström") == "åäö ångström"
    assert fold("Café Zürich") == "cafe zyrich"
    assert fold("får") != fold("far")


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_what_is_searched_for_never_holds_what_a_database_refuses() -> None:
    assert fold("Region\x00 Skåne") == "region skåne"
