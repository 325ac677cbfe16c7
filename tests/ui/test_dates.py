"""Dates as people write them."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from kraftsamla.ui.forms import PartialDateFormField, read_partial_date


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2021", "2021"),
        ("2021-10", "2021-10"),
        ("2021-10-22", "2021-10-22"),
        ("2021-1-5", "2021-01-05"),
        ("20211022", "2021-10-22"),
        ("2021/10/22", "2021-10-22"),
        ("22 okt 2021", "2021-10-22"),
        ("den 22 oktober 2021", "2021-10-22"),
        ("22 Oct. 2021", "2021-10-22"),
        ("Oktober 2021", "2021-10"),
        ("maj 2021", "2021-05"),
        ("May 2021", "2021-05"),
        ("22/10 2021", "2021-10-22"),
        ("22.10.2021", "2021-10-22"),
        ("10/2021", "2021-10"),
        ("  2021  ", "2021"),
        ("", ""),
    ],
)
def test_a_date_is_understood_however_it_is_written(written: str, kept: str) -> None:
    assert PartialDateFormField(required=False).clean(written) == kept


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("31 feb 2021", "2021-02-31 finns inte. Den månaden har 28 dagar."),
        ("2021-13", "2021-13 finns inte. Månaden ska vara 01–12 och året större än 0000."),
        (
            "i våras",
            "i våras är inte ett datum. Skriv år, år-månad eller år-månad-dag, till exempel 2021-10-22.",
        ),
        (
            "22 quux 2021",
            "22 quux 2021 är inte ett datum. Skriv år, år-månad eller år-månad-dag, till exempel 2021-10-22.",
        ),
    ],
)
def test_a_date_that_does_not_exist_is_named(written: str, message: str) -> None:
    with pytest.raises(ValidationError) as raised:
        PartialDateFormField(required=False).clean(written)
    assert raised.value.messages == [message]


def test_today_may_be_written_as_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    import datetime as dt

    monkeypatch.setattr("kraftsamla.ui.forms.dates.today", lambda: dt.date(2022, 3, 1))
    assert [read_partial_date(word) for word in ("idag", "i går")] == ["2022-03-01", "2022-02-28"]
