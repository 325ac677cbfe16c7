"""Words in templates."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import translation

from kraftsamla.core.text import Text
from kraftsamla.ui.templatetags.ui import country, moment, partial_date, period, say


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("sv", Text("mål", "goal"), "mål"),
        ("en", Text("mål", "goal"), "goal"),
        ("en", Text("mål <1>", ""), '<span lang="sv">mål &lt;1&gt;</span>'),
        ("sv", Text("", "goal"), '<span lang="en">goal</span>'),
        ("sv", Text(), ""),
        ("en", "as it is", "as it is"),
    ],
)
def test_words_are_said_in_the_readers_language_or_marked(language: str, text: Text | str, shown: str) -> None:
    with translation.override(language):
        assert say(text) == shown


@pytest.mark.parametrize(
    ("language", "value", "shown"),
    [
        ("sv", "2021-10-22", "22 oktober 2021"),
        ("sv", "2021-10", "oktober 2021"),
        ("en", "2021-10", "October 2021"),
        ("sv", "2021", "2021"),
        ("sv", "", ""),
    ],
)
def test_a_date_is_shown_as_far_as_it_is_known(language: str, value: str, shown: str) -> None:
    with translation.override(language):
        assert partial_date(value) == shown


def test_a_period_is_told_in_words() -> None:
    with translation.override("sv"):
        told = [period("2019-05", "2021"), period("2019", ""), period("", "2021"), period("", "", "2020-01-02"),
                period("2019", "2019"), period("", "")]  # fmt: skip
    assert told == ["maj 2019 – 2021", "från 2019", "till 2021", "uppgift från 2 januari 2020", "2019", ""]


def test_a_moment_is_told_on_the_offices_clock() -> None:
    at = dt.datetime(2021, 11, 10, 12, 5, tzinfo=dt.UTC)
    with translation.override("sv"):
        assert moment(at) == "10 nov 2021 13:05"
    with translation.override("en"):
        assert moment(at) == "10 Nov 2021 13:05"


@pytest.mark.parametrize(
    ("language", "code", "shown"), [("sv", "SE", "Sverige"), ("en", "SE", "Sweden"), ("sv", "?", "?")]
)
def test_a_country_is_named_in_the_readers_language(language: str, code: str, shown: str) -> None:
    with translation.override(language):
        assert country(code) == shown
