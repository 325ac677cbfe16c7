from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from kraftsamla.accounts.models import User
from kraftsamla.bodies.operations import appoint, change_body, end_body, withdraw_body
from kraftsamla.core.errors import NotAllowed, Refused
from tests import factories


def test_ending_a_body_ends_the_appointments_that_still_run(alva: User) -> None:
    body = factories.body()
    ended = appoint(values={"body": body, "person": factories.person("A"), "valid_to": "2021-01"}, by=alva)
    runs = appoint(values={"body": body, "person": factories.person("B"), "valid_from": "2020-02"}, by=alva)
    end_body(body=body, on="2022-08", version=1, by=alva)
    for each in (body, ended, runs):
        each.refresh_from_db()
    assert (body.valid_to, ended.valid_to, runs.valid_to) == ("2022-08", "2021-01", "2022-08")


def test_an_appointment_that_ends_before_it_begins_is_refused(alva: User) -> None:
    values = {"body": factories.body(), "person": factories.person(), "valid_from": "2022", "valid_to": "2021"}
    with pytest.raises(ValidationError, match="Slutdatumet ligger före startdatumet"):
        appoint(values=values, by=alva)


def test_who_sat_when_can_be_asked(alva: User) -> None:
    seat = appoint(
        values={"body": factories.body(), "person": factories.person(), "valid_from": "2020-02", "valid_to": "2022-08"},
        by=alva,
    )
    days = [dt.date(2020, 1, 31), dt.date(2021, 6, 1), dt.date(2022, 9, 1)]
    assert [seat.holds(at=day) for day in days] == [False, True, False]


def test_a_body_cannot_belong_to_its_own_part(alva: User) -> None:
    top = factories.body("Topp")
    part = factories.body("Del", parent=top)
    with pytest.raises(ValidationError) as caught:
        change_body(body=top, values={"parent": part}, version=1, by=alva)
    assert list(caught.value.message_dict) == ["parent"]


def test_a_body_with_appointments_cannot_be_withdrawn(alva: User) -> None:
    body = factories.body()
    appoint(values={"body": body, "person": factories.person()}, by=alva)
    with pytest.raises(Refused, match="förordnande"):
        withdraw_body(body=body, by=alva)


def test_a_member_may_not_appoint(bo: User) -> None:
    with pytest.raises(NotAllowed):
        appoint(values={"body": factories.body(), "person": factories.person()}, by=bo)
