"""The log, as it is read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kraftsamla.accounts.models import User
from kraftsamla.actors.operations import change_organisation, withdraw_organisation
from kraftsamla.audit.models import Entry
from kraftsamla.audit.overviews import history_of, lines
from tests import factories

Browse = Callable[[User], Client]
LOG = "/arbetsyta/logg/"


def test_the_newest_line_stands_first_and_leads_to_its_record(alva: User, browse: Browse) -> None:
    organisation = factories.organisation("Verket", by=alva)
    factories.body("Styrgruppen", by=alva)
    change_organisation(organisation=organisation, values={"region": "Skåne"}, version=1, by=alva)
    told = browse(alva).get(LOG).context["lines"]
    assert [(str(line.sentence), line.subject_name, line.address) for line in told] == [
        ("ändrade organisationen", "Verket", "/arbetsyta/organisation/verket/"),
        ("lade till organet", "Styrgruppen", "/arbetsyta/organ/om/styrgruppen/"),
        ("lade till organisationen", "Verket", "/arbetsyta/organisation/verket/"),
    ]
    assert [(change.label, change.before, change.after) for change in told[0].changes] == [("Region", "", "Skåne")]


def test_the_log_is_narrowed_to_a_person_and_a_kind(alva: User, dag: User, browse: Browse) -> None:
    factories.organisation("Verket", by=alva)
    factories.body("Styrgruppen", by=alva)
    factories.person("Gunvor Ek")
    client = browse(dag)

    def names(**wanted: str | int) -> list[str]:
        return [line.subject_name for line in client.get(LOG, wanted).context["lines"]]

    assert names(av=alva.pk) == ["Styrgruppen", "Verket"]
    assert names(slag="bodies.body") == ["Styrgruppen"]
    assert names(av=dag.pk) == []
    assert names(slag="nonsense") == ["Gunvor Ek", "Styrgruppen", "Verket"]


def test_what_was_taken_back_can_still_be_read(alva: User) -> None:
    organisation = factories.organisation("Misstaget", region="Skåne", by=alva)
    withdraw_organisation(organisation=organisation, by=alva)
    line = lines(Entry.objects.newest_first())[0]
    said = {change.label: (change.before, change.after) for change in line.changes}
    assert (line.subject_name, line.address) == ("Misstaget", "")
    assert (said["Namn"], said["Region"], said["Slag"]) == (("Misstaget", ""), ("Skåne", ""), ("myndighet", ""))
    assert "Version" not in said


def test_fifty_lines_a_page(alva: User, browse: Browse) -> None:
    for number in range(51):
        factories.person(f"Ek {number}")
    assert [len(browse(alva).get(LOG, {"sida": page}).context["lines"]) for page in (1, 2)] == [50, 1]


def test_the_log_asks_as_many_questions_at_30_lines_as_at_1(alva: User, browse: Browse) -> None:
    client = browse(alva)
    above = factories.organisation("Över")

    def questions(more: int) -> int:
        for number in range(more):
            organisation = factories.organisation(f"Nr {number}", by=alva)
            change_organisation(organisation=organisation, values={"parent": above}, version=1, by=alva)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(LOG).status_code == 200
        return len(asked)

    assert questions(1) == questions(14)


def test_the_history_of_a_record_is_its_own(alva: User) -> None:
    first, second = factories.organisation("Första"), factories.organisation("Andra")
    assert [line.subject_name for line in history_of(first)] == ["Första"]
    assert [line.subject_name for line in history_of(first, second)] == ["Andra", "Första"]
    assert history_of() == []


@pytest.mark.parametrize(("who", "status"), [("alva", 200), ("dag", 200), ("bo", 403), ("cia", 404)])
def test_who_may_read_the_log(request: pytest.FixtureRequest, browse: Browse, who: str, status: int) -> None:
    client = browse(request.getfixturevalue(who))
    assert (client.get(LOG).status_code, client.post(LOG).status_code) == (status, 405)


def test_an_anonymous_visitor_finds_no_log(client: Client, db: None) -> None:
    assert client.get(LOG).status_code == 404
