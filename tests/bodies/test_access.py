"""Membership, access and publicity are three things: closed bodies, rights in a body, and what a member may not see."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from kraftsamla.accounts.models import User
from kraftsamla.audit.models import Entry
from kraftsamla.bodies.models import Access, Body
from kraftsamla.bodies.operations import appoint, change_body, give_access, take_back_access
from kraftsamla.bodies.rules import may_see, may_work
from kraftsamla.core.errors import NotAllowed
from tests import factories
from tests.bodies.test_views import posted

Browse = Callable[[User], Client]
PAGE = "/arbetsyta/organ/om/styrgruppen/"


@pytest.fixture
def closed(db: None) -> Body:
    return factories.body("Styrgruppen", is_closed=True)


def test_a_closed_body_is_seen_by_coordinators_and_those_with_access(
    closed: Body, alva: User, bo: User, elsa: User, cia: User
) -> None:
    give_access(body=closed, user=bo, right="read", by=alva)
    seen = {each.name: Body.objects.visible_to(each).exists() for each in (alva, bo, elsa, cia)}
    assert seen == {"Alva": True, "Bo": True, "Elsa": False, "Cia": False}
    assert seen == {each.name: may_see(each, closed) for each in (alva, bo, elsa, cia)}


def test_an_open_body_is_seen_once_however_many_have_access(alva: User, bo: User, elsa: User) -> None:
    body = factories.body()
    for user in (bo, elsa):
        give_access(body=body, user=user, right="read", by=alva)
    assert list(Body.objects.visible_to(bo)) == [body]


def test_to_read_is_not_to_work_and_to_be_a_member_is_neither(alva: User, bo: User, elsa: User) -> None:
    body = factories.body()
    appoint(values={"body": body, "person": factories.person("Elsa"), "email": elsa.email}, by=alva)
    give_access(body=body, user=bo, right="read", by=alva)
    assert [may_work(each, body) for each in (alva, bo, elsa)] == [True, False, False]
    give_access(body=body, user=bo, right="work", by=alva)
    assert may_work(bo, body)
    assert list(Body.objects.worked_in_by(bo)) == [body]
    assert list(Body.objects.worked_in_by(elsa)) == []


def test_a_right_is_changed_rather_than_given_twice_and_taken_back(alva: User, bo: User) -> None:
    body = factories.body()
    for right in ("read", "work", "work"):
        held = give_access(body=body, user=bo, right=right, by=alva)
    assert [each.right for each in Access.objects.all()] == ["work"]
    take_back_access(access=held, by=alva)
    assert not Access.objects.exists()
    said = [(entry.event, entry.note) for entry in Entry.objects.filter(event__startswith="access.").order_by("pk")]
    assert said == [("access.reading_given", "Bo"), ("access.working_given", "Bo"), ("access.taken_back", "Bo")]


def test_access_is_not_given_to_who_has_it_already_or_has_no_role(alva: User, cia: User, bo: User) -> None:
    body = factories.body()
    with pytest.raises(ValidationError, match="har redan tillträde till alla organ"):
        give_access(body=body, user=alva, right="read", by=alva)
    with pytest.raises(ValidationError, match="ingen roll"):
        give_access(body=body, user=cia, right="read", by=alva)
    with pytest.raises(NotAllowed):
        give_access(body=body, user=bo, right="work", by=bo)


def test_a_closed_body_is_on_no_page_of_a_member_without_access(
    closed: Body, alva: User, bo: User, elsa: User, browse: Browse
) -> None:
    host = factories.organisation("Kansliet")
    change_body(body=closed, values={"host": host}, version=1, by=alva)
    factories.body("Arbetsgruppen", parent=closed)
    person = factories.person("Gunvor Ek")
    appoint(values={"body": closed, "person": person, "on_behalf_of": host}, by=alva)
    give_access(body=closed, user=bo, right="read", by=alva)
    pages = ["/arbetsyta/organ/", f"/arbetsyta/organisation/{host.slug}/", f"/arbetsyta/person/{person.slug}/"]
    for user, found in ((alva, True), (bo, True), (elsa, False)):
        client = browse(user)
        assert [PAGE in client.get(address).content.decode() for address in pages] == [found] * 3
        assert client.get(PAGE).status_code == (200 if found else 404)
        assert client.get(f"{PAGE}over-tid/").status_code == (200 if found else 404)


def test_alva_gives_access_and_takes_it_back_on_a_page_that_keeps_three_things_apart(
    alva: User, bo: User, browse: Browse
) -> None:
    factories.body("Styrgruppen")
    client = browse(alva)
    address = f"{PAGE}tilltrade/"
    page = client.get(address)
    shown = page.content.decode()
    assert [words in shown for words in ("Ingår", "Har tillträde", "Visas publikt")] == [True] * 3
    unknown = client.post(address, posted(page, email="ingen@example.org"))
    assert unknown.context["form"].errors["email"] == [
        "Det finns inget konto med den adressen. Den som driver tjänsten kan lägga till det."
    ]
    client.post(address, posted(page, email="BO@example.org", right="work"))
    held = Access.objects.get()
    assert (held.user, held.right) == (bo, "work")
    client.post(f"{address}{held.pk}/ta-tillbaka/")
    assert not Access.objects.exists()


def test_a_member_does_not_read_in_the_history_who_was_given_access(alva: User, bo: User, browse: Browse) -> None:
    body = factories.body("Styrgruppen")
    give_access(body=body, user=bo, right="work", by=alva)
    assert [len(browse(each).get(PAGE).context["overview"].history) for each in (alva, bo)] == [2, 1]


def test_who_may_give_access(alva: User, bo: User, cia: User, browse: Browse) -> None:
    body = factories.body("Styrgruppen")
    held = give_access(body=body, user=bo, right="work", by=alva)
    give = f"{PAGE}tilltrade/"
    back = f"{give}{held.pk}/ta-tillbaka/"
    assert [browse(each).get(give).status_code for each in (alva, bo, cia)] == [200, 403, 404]
    assert [browse(each).post(back).status_code for each in (bo, cia, alva)] == [403, 404, 302]
