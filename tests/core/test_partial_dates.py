from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from kraftsamla.core.partial_dates import check_partial_date, earliest, in_force, latest


@pytest.mark.parametrize("value", ["2021", "2021-10", "2021-10-22", "2024-02-29"])
def test_a_date_at_any_precision_is_accepted(value: str) -> None:
    check_partial_date(value)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("22/10 2021", "22/10 2021 är inte ett datum. Skriv år, år-månad eller år-månad-dag, till exempel 2021-10-22."),
        ("2021-13", "2021-13 finns inte. Månaden ska vara 01–12 och året större än 0000."),
        ("2021-02-30", "2021-02-30 finns inte. Den månaden har 28 dagar."),
        ("0000", "0000 finns inte. Månaden ska vara 01–12 och året större än 0000."),
    ],
)
def test_a_date_that_does_not_exist_is_named_with_its_remedy(value: str, message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        check_partial_date(value)
    assert caught.value.messages == [message]


def test_a_partial_date_means_all_its_days() -> None:
    assert (earliest("2024"), latest("2024")) == (dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    assert (earliest("2024-02"), latest("2024-02")) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    assert (earliest("2024-02-05"), latest("2024-02-05")) == (dt.date(2024, 2, 5), dt.date(2024, 2, 5))


def test_both_ends_of_a_period_count_as_inside() -> None:
    period = {"valid_from": "2020-02", "valid_to": "2022-08"}
    inside = [dt.date(2020, 2, 1), dt.date(2021, 1, 1), dt.date(2022, 8, 31)]
    outside = [dt.date(2020, 1, 31), dt.date(2022, 9, 1)]
    assert [in_force(**period, at=day) for day in inside + outside] == [True, True, True, False, False]


def test_a_period_without_ends_always_holds() -> None:
    assert in_force(valid_from="", valid_to="", at=dt.date(1900, 1, 1))


@given(st.dates(min_value=dt.date(1, 1, 1)))
def test_a_whole_date_is_its_own_first_and_last_day(day: dt.date) -> None:
    check_partial_date(day.isoformat())
    assert earliest(day.isoformat()) == latest(day.isoformat()) == day
