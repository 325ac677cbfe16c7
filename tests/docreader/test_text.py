"""The layer below the facts: shadows with a way back, dates, names."""

import pytest

from docreader.text.clocks import find_clocks
from docreader.text.dates import find_dates
from docreader.text.language import language_of
from docreader.text.names import organisation_score, person_score, role_score, sort_of
from docreader.text.shadow import flatten, shadow_of


def test_a_shadow_joins_divided_words_and_knows_the_way_back() -> None:
    text = "ett sam-\narbete  om\nvård- och\nomsorg"
    shadow = shadow_of(flatten(text), [(0, len(text))])
    assert shadow.text == "ett samarbete om vård- och omsorg"
    start = shadow.text.index("samarbete")
    low, high = shadow.span(start, start + len("samarbete"))
    assert text[low:high] == "sam-\narbete"


def test_a_part_of_a_shadow_keeps_the_way_back() -> None:
    text = "aaa  bbb\n\nccc"
    part = shadow_of(text, [(0, len(text))]).cut(4, 11)
    low, high = part.span(4, 7)
    assert (part.text, text[low:high]) == ("bbb ccc", "ccc")


def test_the_flat_copy_is_as_long_as_the_text() -> None:
    text = "a\u00a0b\u2012c\t”d”\r\n\ufeff"
    assert len(flatten(text)) == len(text)


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("den 10 november 2021", "2021-11-10"),
        ("Onsdag 5. november 2014", "2014-11-05"),
        ("13-5-2019", "2019-05-13"),
        ("24.12.06", "2006-12-24"),
        ("11 December 2012", "2012-12-11"),
        ("28/11-2012", "2012-11-28"),
        ("d. 7 feb 2013", "2013-02-07"),
        ("March 22-25, 2021", "2021-03-22"),
        ("8 oktober, 2019", "2019-10-08"),
        ("februari 2018", "2018-02"),
        ("24-10-21", "2024-10-21"),
    ],
)
def test_dates_as_they_are_written(words: str, iso: str) -> None:
    assert find_dates(words)[0].iso == iso


def test_a_document_may_write_the_day_first() -> None:
    assert find_dates("24-10-21", day_first=True)[0].iso == "2021-10-24"


def test_ranges_seasons_and_relative_years() -> None:
    assert find_dates("13–14 maj 2020")[0].last_iso == "2020-05-14"
    assert find_dates("2014-2018")[0].last_iso == "2018"
    assert find_dates("hösten 2019")[0].approximate
    assert find_dates("under nästa år")[0].shift == 1
    assert find_dates("18 nov")[0].lacks_year


@pytest.mark.parametrize("words", ["31 februari 2020", "1.2 Rubrik", "sida 3 av 8", "1(2)", "§ 94", "12 st"])
def test_what_is_no_date(words: str) -> None:
    assert [d for d in find_dates(words) if d.day] == []


def test_clock_times() -> None:
    assert [(c.begins, c.until) for c in find_clocks("kl. 10:00–16:00")] == [("10:00", "16:00")]
    assert [(c.begins, c.until) for c in find_clocks("kl 1800")] == [("18:00", None)]


@pytest.mark.parametrize(
    ("phrase", "sort"),
    [
        ("Anna Bergdal", "person"),
        ("Øystein Åsvik", "person"),
        ("Ann-Sofi Ulvsjö", "person"),
        ("Region Gävleborg", "organisation"),
        ("Livsmedelsverket", "organisation"),
        ("SMHI", "organisation"),
        ("ordförande", "role"),
        ("1:e vice ordförande", "role"),
        ("biträdande enhetschef", "role"),
    ],
)
def test_sorts_of_phrases(phrase: str, sort: str) -> None:
    assert sort_of(phrase) == sort


def test_scores_stay_between_nothing_and_one() -> None:
    for phrase in ("", " ", "Anna", "A B C D E F", "och", "VD", "a" * 500):
        assert all(0 <= score(phrase) <= 1 for score in (person_score, organisation_score, role_score))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mötet öppnades och alla hälsades välkomna till årets första möte.", "sv"),
        ("Møtet ble åpnet og alle ble ønsket velkommen til årets første møte. Vi har ikke flere saker.", "nb"),
        ("Mødet blev åbnet, og alle blev budt velkommen efter pausen af formanden.", "da"),
        ("The meeting was opened and everybody was welcomed to the first meeting of the year.", "en"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language
