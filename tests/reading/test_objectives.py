"""Which objective an action is thought to belong to, and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from kraftsamla.accounts.models import User
from kraftsamla.library.extraction import Extraction
from kraftsamla.reading.accepting.shape import Slot
from kraftsamla.reading.models import Reading, Suggestion
from kraftsamla.reading.operations import accept, accept_certain, store_reading
from kraftsamla.reading.overviews import desk_of
from kraftsamla.strategy.models import Action, Strategy
from tests import factories

Browse = Callable[[User], Client]
HTMX = {"HX-Request": "true"}

TEXT = """Vattenstrategin
3.1 Färre utsläpp vid kusten
Renare dagvatten
Uppdraget avser mål 3.2 i strategin.
3.2 Dagordningen
Bättre kartor över ålgräsängar
Övrigt
En ny nämnd
"""
HEADINGS = {
    "Vattenstrategin": 1, "3.1 Färre utsläpp vid kusten": 2, "Renare dagvatten": 3, "3.2 Dagordningen": 2, "Övrigt": 2,
}  # fmt: skip


@pytest.fixture
def strategy(alva: User) -> Strategy:
    made = factories.strategy("Vattenstrategin")
    area = factories.area(made, "3")
    factories.objective(area, "3.1", title="Färre utsläpp vid kusten")
    algras = factories.objective(area, "3.2", title="Mer ålgräs längs kusten", plain_sv="Fler ålgräsängar ska växa.")
    factories.objective(area, "3.3", title="Säkrare badplatser")
    factories.objective(area, "3.4", title="Fiskevägar förbi kraftverken")
    factories.action(made, "Kartläggning av havsbotten", objectives=[algras])
    return made


def read(by: User, words: str, title: str, **fields: Any) -> Reading:
    layout, start = [], 0
    for line in TEXT.splitlines():
        level = HEADINGS.get(line, 0)
        layout.append(["heading" if level else "paragraph", level, start, start + len(line)])
        start += len(line) + 1
    at = TEXT.index(words)
    said = {
        "kind": "action", "fields": {"title": title, **fields}, "evidence": [[at, at + len(words)]],
        "confidence": 0.95, "notes": [],
    }  # fmt: skip
    found = Extraction(text=TEXT, title=f"Sidan om {title}", layout=layout, suggestions=[said])
    return store_reading(extraction=found, content=title.encode(), file_name="sida.txt", by=by)


def objective_of(reading: Reading) -> Slot:
    (group,) = desk_of(reading).groups
    (slot,) = [slot for slot in group.cards[0].slots if slot.name == "objective"]
    return slot


def test_a_number_in_the_passage_is_chosen_beforehand(strategy: Strategy, alva: User) -> None:
    slot = objective_of(read(alva, "Uppdraget avser mål 3.2 i strategin.", "Något annat"))
    assert (slot.default, str(slot.remark)) == ("3.2", "målets nummer står i texten: 3.2")
    assert slot.known is not None
    assert slot.known.label == "3.2 Mer ålgräs längs kusten"


def test_the_heading_above_is_chosen_beforehand(strategy: Strategy, alva: User) -> None:
    reading = read(alva, "Renare dagvatten", "Renare dagvatten")
    slot = objective_of(reading)
    assert (slot.default, str(slot.remark)) == ("3.1", "samma rubrik i dokumentet: 3.1")
    accept_certain(reading=reading, by=alva)
    assert [each.number for each in Action.objects.get(title_sv="Renare dagvatten").objectives.all()] == ["3.1"]


def test_a_numbered_heading_that_is_not_the_objective_says_nothing(strategy: Strategy, alva: User) -> None:
    slot = objective_of(read(alva, "Bättre kartor över ålgräsängar", "Bättre kartor"))
    assert (slot.default, slot.proposal) == ("none", None)


def test_a_heading_ends_where_the_next_of_its_level_begins(strategy: Strategy, alva: User) -> None:
    assert objective_of(read(alva, "En ny nämnd", "En ny nämnd")).default == "none"


@pytest.mark.parametrize(
    ("title", "number", "why"),
    [
        ("Plantera ålgräset i Luleå", "", ""),
        ("Karta över ålgräsängarna", "3.2", "ordet ålgräsängarna står i målet i klartext"),
        ("Nya fiskevägar vid kraftverket", "3.4", "orden fiskevägar och kraftverket står i målets lydelse"),
        (
            "Kartläggningen av ålgräsäng", "3.2",
            "orden kartläggningen och ålgräsäng står i målet i klartext och insatser under målet",
        ),
        ("Säkrare fiskevägar", "", ""),
        ("Uppdrag att utveckla kusten", "", ""),
    ],
)  # fmt: skip
def test_shared_rare_words_are_proposed_with_the_reason(
    strategy: Strategy, alva: User, title: str, number: str, why: str
) -> None:
    slot = objective_of(read(alva, "En ny nämnd", title))
    assert slot.default == "none"
    assert ((slot.proposal.value if slot.proposal else ""), str(slot.why)) == (number, why)


def test_a_proposal_is_never_taken_unseen(strategy: Strategy, alva: User) -> None:
    accept_certain(reading=read(alva, "En ny nämnd", "Nya fiskevägar vid kraftverket"), by=alva)
    assert Action.objects.get(title_sv="Nya fiskevägar vid kraftverket").objectives.count() == 0


def test_a_proposal_is_taken_with_one_press(strategy: Strategy, alva: User, browse: Browse) -> None:
    reading = read(alva, "En ny nämnd", "Nya fiskevägar vid kraftverket")
    desk = f"/arbetsyta/lasbord/{reading.document.slug}/"
    page = browse(alva).get(desk).content.decode()
    assert page.count('name="val-objective" value="3.4"') == 1
    assert "orden fiskevägar och kraftverket står i målets lydelse" in page
    suggestion = Suggestion.objects.get()
    # What the list shows is sent as well; the button comes after it.
    typed = {"version": 1, "var-objective": "none", "val-objective": ["none", "3.4"]}
    assert browse(alva).post(f"{desk}{suggestion.pk}/godkann/", typed, headers=HTMX).status_code == 200
    action = Action.objects.get(title_sv="Nya fiskevägar vid kraftverket")
    assert [each.number for each in action.objectives.all()] == ["3.4"]


def test_what_the_text_states_stands_before_headings_and_words(strategy: Strategy, alva: User) -> None:
    reading = read(alva, "Renare dagvatten", "Nya fiskevägar vid kraftverket", objective="3.3")
    assert (objective_of(reading).default, objective_of(reading).proposal) == ("3.3", None)
    accept(suggestion=Suggestion.objects.get(), version=1, by=alva)
    action = Action.objects.get(title_sv="Nya fiskevägar vid kraftverket")
    assert [each.number for each in action.objectives.all()] == ["3.3"]
