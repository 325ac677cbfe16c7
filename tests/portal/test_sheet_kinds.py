"""What each sheet takes: actions, objectives, parts and updates, and who may bring which."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kraftsamla.accounts.models import User
from kraftsamla.core.clock import today
from kraftsamla.core.errors import NotAllowed
from kraftsamla.portal.sheets.bringing import carry_out, rehearse
from kraftsamla.portal.sheets.kinds import KINDS, kind_named
from kraftsamla.portal.sheets.reading import read_book
from kraftsamla.portal.sheets.writing import write_book
from kraftsamla.strategy.models import Action, Assignment, Objective, StatusUpdate
from kraftsamla.strategy.operations import report_status
from tests import factories
from tests.portal.books import became, faults, out, put, read


def test_actions_take_objectives_by_number_and_what_they_continue_by_title(alva: User) -> None:
    strategy = factories.strategy()
    area = factories.area(strategy)
    goals = [factories.objective(area, number) for number in ("1.1", "1.10", "1.2")]
    first = factories.action(strategy, "Hubben", by=alva)
    book = out("insatser", alva)
    put(book, 2, Mål="1.10; 1.2", Vilar_på="bidrag")
    put(book, 3, Titel="Nästa hubb", Slag="hubb", Mål=1.2, Fortsätter="hubben")
    carry_out(book=read(book), by=alva, over={})
    second = Action.objects.get(title_sv="Nästa hubb")
    assert (list(first.objectives.all()), list(second.objectives.all())) == ([goals[2], goals[1]], [goals[2]])
    first.refresh_from_db()
    assert (second.follows, second.strategy, first.steering_basis) == (first, strategy, "grant")


def test_a_number_that_lost_its_nought_is_not_guessed(alva: User) -> None:
    area = factories.area(factories.strategy())
    for number in ("1.1", "1.10"):
        factories.objective(area, number)
    factories.action(area.strategy, by=alva)
    book = out("insatser", alva)
    put(book, 2, Mål=1.1)
    ((row, column, message),) = faults(rehearse(book=read(book), by=alva))
    assert (row, column, message.startswith("Cellen är ett tal")) == (2, "Mål", True)


def test_an_objective_gets_a_new_wording_and_keeps_the_old(alva: User) -> None:
    objective = factories.objective(factories.area(factories.strategy()), title="Gammal lydelse")
    book = out("mal", alva)
    put(book, 2, Lydelse="Ny lydelse")
    assert [column for _row, column, _m in faults(rehearse(book=read(book), by=alva))] == ["Lydelsen gäller från"]
    put(book, 2, Lydelsen_gäller_från="2024", Skäl_till_lydelsen="Regeringens beslut", I_klartext="Enkelt sagt")
    carry_out(book=read(book), by=alva, over={})
    assert [w.title_sv for w in objective.wordings.order_by("pk")] == ["Gammal lydelse", "Ny lydelse"]
    assert Objective.objects.get().plain_sv == "Enkelt sagt"


def test_what_is_fixed_once_a_row_exists_is_not_changed(alva: User) -> None:
    factories.objective(factories.area(factories.strategy()))
    book = out("mal", alva)
    put(book, 2, Nummer="1.7")
    ((_row, column, message),) = faults(rehearse(book=read(book), by=alva))
    assert (column, message) == ("Nummer", "Det här ändras inte i filen. Skriv tillbaka det som stod: ”1.1”.")


def test_a_part_is_named_and_asked_about(alva: User) -> None:
    strategy = factories.strategy()
    action, organisation = factories.action(strategy, "Hubben"), factories.organisation("Verket")
    factories.action(strategy, "Studien")
    book = out("ataganden", alva)
    put(book, 2, Insats="Hubben", Organisation="Verket", Roll="ansvarig", Besked="tillfrågad", Vad="Bygga hubben",
        Klart_senast="2030-12", Belopp="1 500 000")  # fmt: skip
    put(book, 3, Insats="Studien", Organisation="Verket", Roll="medverkar")
    assert became(carry_out(book=read(book), by=alva, over={})) == [("added", 2)]
    asked, named = Assignment.objects.select_related("terms").order_by("pk")
    assert (asked.action, asked.organisation, asked.state, named.state) == (action, organisation, "offered", "named")
    assert asked.terms is not None
    assert (asked.terms.what_sv, asked.terms.due, str(asked.terms.amount)) == ("Bygga hubben", "2030-12", "1500000")


def test_an_answer_is_not_given_in_a_sheet(alva: User) -> None:
    assignment = factories.asked(factories.action(factories.strategy()), factories.organisation())
    book = out("ataganden", alva)
    put(book, 2, Besked="åtagen")
    message = "Här kan bara en fråga ställas: skriv ”tillfrågad”. Svaret skrivs på insatsens sida."
    assert faults(rehearse(book=read(book), by=alva)) == [(2, "Besked", message)]
    put(book, 2, Besked="tillfrågad", Vad="Bygga två hubbar")
    carry_out(book=read(book), by=alva, over={})
    assert [terms.what_sv for terms in assignment.all_terms.order_by("pk")] == ["Bygga hubben", "Bygga två hubbar"]


def test_a_status_that_is_changed_becomes_a_new_update_and_the_rest_adds_nothing(alva: User) -> None:
    strategy = factories.strategy()
    told, silent = factories.action(strategy, "A"), factories.action(strategy, "B")
    factories.action(strategy, "C")
    old = {"on": "2021-10-22", "progress": "under_way", "words_sv": "Igång."}
    report_status(action=told, values=old, by=alva)
    book = out("lagesuppdateringar", alva)
    put(book, 2, Läget_den="2022-03", Läge="genomförd", Vad_har_hänt="Klart.")
    put(book, 3, Läget_den="2022", Läge="pågår")
    report = carry_out(book=read(book), by=alva, over={})
    assert became(report) == [("changed", 2), ("left", 1)]
    newest = [told.updates.order_by("-pk").first(), silent.updates.get()]
    expected = [("2022-03", "done", "Klart."), ("2022", "under_way", "")]
    assert [(update.on, update.progress, update.words_sv) for update in newest if update] == expected
    assert told.updates.count() == 2
    again = carry_out(book=read(book), by=alva, over={})
    assert (became(again), StatusUpdate.objects.count()) == ([("left", 3)], 3)


def test_only_a_new_day_says_that_nothing_has_changed(alva: User) -> None:
    action = factories.action(factories.strategy())
    first = report_status(action=action, values={"on": "2021", "progress": "under_way", "words_sv": "Igång."}, by=alva)
    book = out("lagesuppdateringar", alva)
    put(book, 2, Läget_den="2022-01-31")
    carry_out(book=read(book), by=alva, over={})
    newest = action.updates.order_by("-pk")[0]
    assert (newest.on, newest.progress, newest.confirms) == ("2022-01-31", "under_way", first)


def test_a_status_without_a_new_day_is_asked_about(alva: User) -> None:
    action = factories.action(factories.strategy())
    report_status(action=action, values={"on": "2021", "progress": "under_way"}, by=alva)
    book = out("lagesuppdateringar", alva)
    put(book, 2, Läge="genomförd")
    assert [column for _row, column, _m in faults(rehearse(book=read(book), by=alva))] == ["Läget den"]


def test_a_status_told_by_another_meanwhile_is_a_conflict(alva: User) -> None:
    action = factories.action(factories.strategy())
    book = out("lagesuppdateringar", alva)
    put(book, 2, Läget_den="2022", Läge="genomförd")
    report_status(action=action, values={"on": "2021", "progress": "under_way"}, by=alva)
    assert became(carry_out(book=read(book), by=alva, over={})) == [("conflict", 1)]
    assert action.updates.count() == 1


def test_elsa_brings_updates_for_her_own_organisation_alone(alva: User, elsa: User) -> None:
    strategy, agency = factories.strategy(), factories.organisation("Verket")
    theirs, other = factories.action(strategy, "A"), factories.action(strategy, "B")
    factories.accepted(theirs, agency)
    factories.representative(elsa, agency)
    book = out("lagesuppdateringar", elsa)
    put(book, 2, Läget_den="2022", Läge="genomförd")
    carry_out(book=read(book), by=elsa, over={})
    update = theirs.updates.get()
    assert (update.on_behalf_of, update.said_by, update.channel, update.made_by) == (agency, "Elsa", "signed_in", elsa)
    put(book, 3, Läget_den="2022", Läge="genomförd")
    message = "Du företräder ingen organisation som har en del i insatsen. Skriv tillbaka det som stod i raden."
    assert faults(rehearse(book=read(book), by=elsa)) == [(3, "", message)]
    assert other.updates.count() == 0


@pytest.mark.parametrize("name", ["organisationer", "mal", "insatser", "ataganden"])
def test_only_coordinators_bring_the_register_back(elsa: User, name: str) -> None:
    factories.representative(elsa, factories.organisation("Verket"))
    with pytest.raises(NotAllowed):
        rehearse(book=read(out(name, elsa)), by=elsa)


@pytest.mark.parametrize("name", [kind.name for kind in KINDS])
def test_a_sheet_asks_as_many_questions_at_30_rows_as_at_1(alva: User, name: str) -> None:
    area = factories.area(factories.strategy())
    kind = kind_named(name)
    assert kind is not None

    def questions(start: int, more: int) -> int:
        for number in range(start, start + more):
            objective = factories.objective(area, f"1.{number}")
            action = factories.action(area.strategy, f"Nr {number}", objectives=[objective], areas=[area])
            factories.accepted(action, factories.organisation(f"Nr {number}"))
            report_status(action=action, values={"on": "2021", "progress": "done"}, by=alva)
        with CaptureQueriesContext(connection) as asked:
            content = write_book([kind], visitor=alva, at=today())
            assert rehearse(book=read_book(content, KINDS), by=alva).to_write == 0
        return len(asked)

    questions(1, 1)
    assert questions(2, 1) == questions(3, 30)
