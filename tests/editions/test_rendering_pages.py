"""What each kind of page says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from kraftsamla.core.text import Text
from kraftsamla.editions.rendering import render_edition
from tests.editions import sample
from tests.editions.test_rendering import page, words


def test_the_front_page_shows_every_objective_with_number_name_and_state_in_words() -> None:
    tree = page("index.html")
    cells = words(tree, "a.cell")
    objectives = sample.edition().picture.objectives
    assert len(cells) == len(objectives) == 20
    assert cells[0] == "1.1 Stärkt samordning mellan myndigheter pågår · 4 insatser"
    assert len(tree.css("a.cell:first-of-type .dial")) > 0
    assert words(tree, "h1") == ["Åtta områden, 28 mål – det här görs för att nå dem"]


def test_the_front_page_says_freshness_apart_from_progress() -> None:
    tree = page("index.html")
    old = [node for node in tree.css("a.cell") if node.css_first(".age")]
    stale = [objective for objective in sample.edition().picture.objectives if objective.is_stale]
    assert len(old) == len(stale) > 0
    assert {" ".join(node.css_first(".age").text().split()) for node in old} == {"äldre än 6 mån"}  # type: ignore[union-attr]


def test_the_front_page_says_what_has_not_been_read_in() -> None:
    tree = page("index.html")
    assert words(tree, ".unread-row") == [
        "8 av 28 mål är ej inlästa. Vi vet inte säkert vilka områden de hör till, och gissar inte vad de heter."
    ]
    assert words(tree, ".cell.unread") == [
        "kan finnas fler mål", "områdets mål är ej inlästa", "områdets mål är ej inlästa",
        "kan finnas fler mål",
    ]  # fmt: skip


def test_the_first_edition_says_what_an_edition_is() -> None:
    first = replace(sample.edition(), number=1, previous=None, changes=())
    tree = page("index.html", first)
    assert "Den första utgåvan" in words(tree, "h2")
    assert words(page("andringar/index.html", first), "h1") == ["Den första utgåvan"]


def test_every_page_says_which_edition_it_belongs_to_and_of_which_day() -> None:
    assert words(page("insats/insats-1/index.html"), ".stamp") == ["Utgåva 3 · läget den 15 november 2024"]
    assert words(page("en/action/insats-1/index.html"), ".stamp") == ["Edition 3 · as of 15 November 2024"]


def test_an_action_answers_the_four_questions_first() -> None:
    tree = page("insats/insats-1/index.html")
    assert words(tree, ".answers h2") == [
        "Vad är det?", "Hur långt har det kommit?", "Vem ansvarar?", "Hur vet vi det?",
    ]  # fmt: skip
    assert words(tree, ".answers .chip") == ["pågår"]
    assert words(tree, ".weak") == [
        "Svagaste länken: Ingen organisation har åtagit sig ansvaret – källan pekar ut Regeringen."
    ]


def test_dates_that_contradict_each_other_stand_side_by_side() -> None:
    dates = words(page("insats/insats-1/index.html"), ".facts dd")
    assert dates[0] == "Källorna säger olika: 22 oktober 2021 1 mot november 2021 (enligt rapporten) 3"
    assert dates[1] == "2025 4"


def test_money_is_written_as_each_language_does() -> None:
    assert words(page("insats/insats-3/index.html"), ".sum") == ["21 miljoner kronor"]
    assert words(page("en/action/insats-3/index.html"), ".sum") == ["SEK 21 million"]


def test_a_corrected_update_stays_and_is_marked() -> None:
    tree = page("insats/insats-1/index.html")
    assert len(tree.css(".history > li")) == 2
    assert words(tree, ".history > li.corrected .chip") == ["pågår", "rättad"]


def test_an_action_nobody_has_told_of_is_not_guessed_at() -> None:
    tree = page("insats/insats-2/index.html")
    assert words(tree, ".answers .chip") == ["läget ej inläst"]
    assert "Ingen lägesuppdatering är inläst." in words(tree, ".record p")


def test_a_source_leads_to_the_marked_words() -> None:
    way = page("insats/insats-1/index.html").css("#kalla-4 a")[0].attributes["href"] or ""
    assert way.startswith("../../dokument/anteckningar-2024-11-10/#t")
    document = page("dokument/anteckningar-2024-11-10/index.html")
    marked = document.css_first(f"mark[id={way.partition('#')[2]}]")
    assert marked is not None
    assert " ".join(marked.text().split()) == "Femtio stationer är på plats och"


def test_marked_passages_that_overlap_leave_the_text_as_it_was() -> None:
    paper = page("dokument/anteckningar-2024-11-10/index.html").css_first(".paper")
    assert paper is not None
    assert "".join(paper.text().split()) == "".join(sample.TEXT.split())
    marked = "".join("".join(node.text().split()) for node in paper.css("mark"))
    assert marked == "".join("".join(quote.split()) for quote in (
        "Femtio stationer är på plats och ", sample.QUOTES[1], sample.QUOTES[2]))  # fmt: skip


def test_a_document_that_may_not_be_shown_whole_shows_the_quotes() -> None:
    tree = page("dokument/air-review/index.html")
    assert tree.css(".paper") == []
    assert words(tree, "#c1 mark") == ["Stations are being built."]


def test_a_very_long_document_is_shown_in_excerpts() -> None:
    edition = sample.edition()
    document = edition.picture.documents[0]
    long = replace(document, text=document.text + "\n\n" + "Mer text. " * 8_000)
    tree = page(
        "dokument/anteckningar-2024-11-10/index.html",
        replace(edition, picture=replace(edition.picture, documents=(long, *edition.picture.documents[1:]))),
    )
    assert len(tree.css(".paper mark")) >= 3
    assert len(tree.html or "") < 20_000


def test_the_list_of_actions_can_be_narrowed_by_links() -> None:
    tree = page("insatser/omrade-2/lage-pagar/index.html")
    chosen = [" ".join(node.text(separator=" ").split()) for node in tree.css(".facets a[aria-current]")]
    assert chosen == ["2 Mätning och öppna data 1", "pågår 1"]
    assert [node.attributes["data-progress"] for node in tree.css("#rows > li")] == ["pagar"]


def test_a_choice_that_finds_nothing_says_so() -> None:
    tree = page("insatser/omrade-1/lage-avbruten/index.html")
    assert words(tree, ".empty") == ["Inga insatser passar valet. Det kan betyda att de inte är inlästa ännu."]


def test_changes_say_what_was_and_what_is() -> None:
    tree = page("andringar/index.html")
    assert words(tree, ".changes > li > p > .chip:first-child") == ["ändrad", "ny", "borttagen", "ny"]
    assert words(tree, ".changes dd")[0] == "före: föreslagen → nu: pågår"
    assert words(page("en/changes/index.html"), ".changes dd")[0] == "before: proposed → now: under way"


def test_what_is_gone_is_named_without_a_link() -> None:
    gone = [node for node in page("andringar/index.html").css(".changes strong") if "Nedlagd" in node.text()]
    assert [node.css("a") for node in gone] == [[]]


def test_words_in_another_language_than_the_page_are_marked() -> None:
    tree = page("en/action/insats-1/index.html")
    assert words(tree, ".answers [lang=sv]")[0] == "Mätstationer sätts upp och mätvärdena läggs ut öppet varje timme."
    swedish = page("insats/insats-1/index.html")
    assert words(swedish, "blockquote[lang=en]") == ["Stations are being built."]
    assert tree.css_first("html").attributes["lang"] == "en"  # type: ignore[union-attr]


def test_an_organisation_says_whether_it_has_accepted_anything_itself() -> None:
    tree = page("aktor/luftmyndigheten/index.html")
    assert "Organisationen har själv bekräftat 0 åtaganden." in words(tree, ".answers p")
    assert words(tree, ".weak") == [
        "Svagaste länken: Organisationen är tillfrågad, och inget besked är klart ännu."
    ]


@pytest.mark.parametrize(("contact", "address"), [("luft@exempel.se", "mailto:luft@exempel.se"), ("", "./om/")])
def test_a_reader_who_misses_something_is_told_where_to_turn(contact: str, address: str) -> None:
    front = next(render_edition(sample.edition(), site=replace(sample.SITE, contact=contact)))
    button = LexborHTMLParser(front.body.decode()).css_first(".band a")
    assert button is not None
    assert button.attributes["href"] == address


def test_a_title_in_english_only_is_marked_on_a_swedish_page() -> None:
    edition = sample.edition()
    action = replace(edition.picture.actions[0], title=Text("", "A title nobody has translated"))
    other = replace(edition, picture=replace(edition.picture, actions=(action, *edition.picture.actions[1:])))
    assert words(page("insats/insats-1/index.html", other), "h1 [lang=en]") == ["A title nobody has translated"]
