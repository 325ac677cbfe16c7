"""Words, dates and numbers of the public pages, complete in both languages."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.db.models import TextChoices
from django.utils import translation
from django.utils.translation.template import templatize

from kraftsamla.actors import choices as actors
from kraftsamla.bodies import choices as bodies
from kraftsamla.core.text import Language
from kraftsamla.editions.rendering import addresses, figures, words
from kraftsamla.library import choices as library
from kraftsamla.meetings import choices as meetings
from kraftsamla.strategy import choices as strategy
from tests.editions.test_rendering import trees

APP = Path(addresses.__file__).parent.parent
KEYWORDS = {
    **dict.fromkeys(("_", "_t", "gettext", "gettext_lazy")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    "npgettext": ((1, "c"), 2, 3),
}
SWEDISH = re.compile(r"\b(och|att|som|inte|inläst|målet|från|eller|med|på|är|för|av|har|ingen|den|det)\b|[åäöÅÄÖ]")


def _messages() -> set[tuple[str | None, str]]:
    found = set()
    for file in sorted([*APP.rglob("*.py"), *APP.rglob("*.html")]):
        source = file.read_text(encoding="utf-8")
        if file.suffix == ".html":
            source = templatize(source, origin=str(file))
        for _line, message, _comments, context in extract("python", io.BytesIO(source.encode()), KEYWORDS):
            found.add((context, message[0] if isinstance(message, tuple) else message))
    return found


def _catalogue() -> Catalog:
    with (APP / "locale/en/LC_MESSAGES/django.po").open("rb") as file:
        return read_po(file, locale="en")


def test_every_sentence_has_an_english_one() -> None:
    catalogue = _catalogue()
    translated = {
        (message.context, message.id if isinstance(message.id, str) else message.id[0])
        for message in catalogue
        if message.id and all([message.string] if isinstance(message.string, str) else message.string or [""])
    }
    assert _messages() - translated == set()


def test_the_catalogue_holds_no_sentence_that_nobody_says() -> None:
    said = {(message.context, message.id if isinstance(message.id, str) else message.id[0])
            for message in _catalogue() if message.id}  # fmt: skip
    assert said - _messages() == set()


def test_english_pages_hold_swedish_only_where_it_is_marked_as_such() -> None:
    mixed = set()
    for path, tree in trees().items():
        if not path.startswith("en/"):
            continue
        body = tree.body
        assert body is not None
        for node in body.css("[lang=sv], .paper"):
            node.decompose()
        names = "Örjan Åsberg|Föreningen Andas fritt|Region Västra länet"
        for text in body.text(separator="\n").split("\n"):
            if SWEDISH.search(re.sub(names, "", text)):
                mixed.add((path, " ".join(text.split())))
    trees.cache_clear()
    assert mixed == set()


CHOICES: list[tuple[str, type[TextChoices]]] = [
    ("action_kind", strategy.ActionKind), ("steering_basis", strategy.SteeringBasis),
    ("date_kind", strategy.DateKind), ("confidence", strategy.Confidence), ("goal_kind", strategy.GoalKind),
    ("assignment_role", strategy.AssignmentRole), ("assignment_state", strategy.AssignmentState),
    ("verification", strategy.Verification), ("finding", strategy.Finding),
    ("handling", strategy.Handling), ("sector", actors.Sector), ("organisation_kind", actors.OrganisationKind),
    ("name_kind", actors.NameKind), ("ending", actors.Ending), ("body_kind", bodies.BodyKind),
    ("seat_role", bodies.AppointmentRole), ("meeting_kind", meetings.MeetingKind),
    ("meeting_form", meetings.MeetingForm), ("presence", meetings.Presence), ("mode", meetings.Mode),
    ("document_kind", library.DocumentKind), ("language", library.DocumentLanguage),
]  # fmt: skip


@pytest.mark.parametrize(("table", "choices"), CHOICES, ids=[name for name, _ in CHOICES])
def test_every_choice_has_a_public_word(table: str, choices: type[TextChoices]) -> None:
    assert set(words.tables("sv")[table]) == set(choices.values)


def test_every_progress_has_a_word_and_an_address() -> None:
    codes = {*strategy.Progress.values, ""}
    assert set(words.tables("sv")["progress"]) == codes
    assert set(words.tables("sv")["progress_many"]) == codes
    assert set(addresses.PROGRESS) == codes


def test_a_code_without_a_word_is_shown_as_it_is() -> None:
    assert words.word("progress", "unheard_of", "sv") == "unheard_of"


@pytest.mark.parametrize(
    ("value", "sv", "en"),
    [
        ("2021-10-22", "22 oktober 2021", "22 October 2021"),
        ("2021-10", "oktober 2021", "October 2021"),
        ("2021", "2021", "2021"),
        ("", "", ""),
        ("2021-10-02T12:00:00", "2 oktober 2021", "2 October 2021"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(value: str, sv: str, en: str) -> None:
    assert (figures.day(value, "sv"), figures.day(value, "en")) == (sv, en)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2021-03-22", "2021-03-25", "22–25 mars 2021"),
        ("2021-03-30", "2021-04-02", "30 mars 2021 – 2 april 2021"),
        ("2018-06", "2018-12", "juni–december 2018"),
        ("2018", "2020", "2018–2020"),
        ("2018-06-01", "2018-06-01", "1 juni 2018"),
        ("2021-02", "", "från februari 2021"),
        ("", "2021-02", "till februari 2021"),
        ("", "", ""),
    ],
)
def test_a_period_is_said_shortly(start: str, end: str, said: str) -> None:
    with translation.override("sv"):
        assert figures.period(start, end, "sv") == said


@pytest.mark.parametrize(
    ("amount", "currency", "language", "said"),
    [
        (21_000_000, "SEK", "sv", "21 miljoner kronor"),
        (1_000_000, "SEK", "sv", "1 miljon kronor"),
        (1_750_000_000, "SEK", "sv", "1,75 miljarder kronor"),
        (4_997_079, "SEK", "sv", "4\N{NO-BREAK SPACE}997\N{NO-BREAK SPACE}079 kronor"),
        (250_000, "EUR", "sv", "250\N{NO-BREAK SPACE}000 euro"),
        (21_000_000, "SEK", "en", "SEK\N{NO-BREAK SPACE}21 million"),
        (4_997_079, "SEK", "en", "SEK\N{NO-BREAK SPACE}4,997,079"),
        (1_500_000, "XTS", "sv", "1,5 miljoner XTS"),
    ],
)
def test_money_is_written_in_words_only_when_nothing_is_lost(
    amount: int, currency: str, language: Language, said: str
) -> None:
    assert figures.money(amount, currency, language) == said


@pytest.mark.parametrize(
    ("start", "end", "sv", "en"),
    [
        ("12:00:00", "16:15:00", "kl. 12.00–16.15", "12:00–16:15"),
        ("09:30", "", "kl. 09.30", "09:30"),
        ("", "", "", ""),
    ],
)
def test_hours_are_written_as_each_language_does(start: str, end: str, sv: str, en: str) -> None:
    assert (figures.clock(start, end, "sv"), figures.clock(start, end, "en")) == (sv, en)


@pytest.mark.parametrize(
    ("value", "said"), [(8, "åtta"), (30, "trettio"), (31, "31"), (1200, "1\N{NO-BREAK SPACE}200")]
)
def test_small_and_round_numbers_are_written_in_letters(value: int, said: str) -> None:
    assert figures.in_words(value, "sv") == said


@pytest.mark.parametrize(
    ("code", "named", "days", "said"),
    [
        ("not_accepted", "Vinnova", None, "Ingen organisation har åtagit sig ansvaret – källan pekar ut Vinnova."),
        ("not_accepted", "", None, "Ingen organisation har åtagit sig ansvaret."),
        ("stale", "", 640, "Den senaste uppgiften om läget är 21 månader gammal."),
        ("", "Vinnova", 640, ""),
    ],
)
def test_the_weakest_link_is_told_in_a_sentence(code: str, named: str, days: int | None, said: str) -> None:
    with translation.override("sv"):
        assert words.weakness(code, named=named, days=days) == said
