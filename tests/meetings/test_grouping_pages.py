"""The pages of group discussions, the leaders' and the groups' own."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.meetings.choices import Mode, SummaryState
from kraftsamla.meetings.choices.grouping import Gathered
from kraftsamla.meetings.models import Contribution, Discussion, Group, GroupMember, Summary
from kraftsamla.meetings.operations import (
    add_guest,
    add_item,
    close_discussion,
    open_item,
    open_meeting,
)
from tests.meetings.grouping_case import SLUG, Talk, scribes, shown, talk_of

Browse = Callable[[User], Client]


@pytest.fixture
def talk(alva: User) -> Talk:
    return talk_of(alva)


def test_each_role_meets_its_door(talk: Talk, alva: User, bo: User, cia: User, browse: Browse) -> None:
    question = talk.questions[0].pk
    pages = [reverse("meetings:discussions", args=[SLUG]), talk.address(), talk.address("discussion-results")]
    pages += [talk.address(f"discussion-{name}") for name in ("edit", "links", "list", "remove")]
    pages += [talk.address("group-edit", 1), talk.address("summary-edit", question)]
    met = [{browse(user).get(page).status_code for page in pages} for user in (alva, bo, cia)]
    assert met == [{200}, {403}, {404}]
    buttons = [talk.address(f"discussion-{name}") for name in ("ask", "groups", "move", "place", "close", "reopen")]
    buttons += [talk.address("discussion-drop", question), reverse("meetings:discussion-start", args=[SLUG, 1])]
    assert {browse(bo).post(each).status_code for each in buttons} == {403}
    assert {browse(alva).get(each).status_code for each in buttons} == {405}


def test_a_point_becomes_a_discussion_with_one_press(alva: User, browse: Browse, talk: Talk) -> None:
    item = add_item(meeting=talk.meeting, values={"title_sv": "Nästa punkt"}, by=alva)
    page = browse(alva).get(reverse("meetings:discussions", args=[SLUG])).content.decode()
    assert ("Nästa punkt" in page, "2 grupper, 0 har rapporterat" in page) == (True, True)
    response = browse(alva).post(reverse("meetings:discussion-start", args=[SLUG, item.pk]))
    assert response["Location"].endswith(f"/grupper/{Discussion.objects.get(item=item).pk}/")


def test_the_whole_page_works_by_its_forms(alva: User, browse: Browse) -> None:
    talk = talk_of(alva, people=6, groups=0)
    client = browse(alva)
    client.post(talk.address("discussion-ask"), {"wording": "Vad gör vi nu?"})
    client.post(talk.address("discussion-groups"), {"number": "2", "who": Gathered.COMING, "seed": "4"})
    member = talk.groups[0].members.all()[0]
    client.post(talk.address("discussion-move"), {"member": member.pk, "group": talk.groups[1].pk})
    client.post(talk.address("group-edit", 1), {"name": "Röda", "place": "Rum 3", "scribe": "Ada"})
    client.post(talk.address("discussion-edit"), {"guidance_sv": "Fem punkter", "version": "1"})
    page = shown(client.get(talk.address()).content.decode())
    told = ("Vad gör vi nu?", "Grupp 1: Röda", "Rum 3", "Antecknar: Ada", "Fem punkter")
    assert [words for words in told if words not in page] == []
    assert [group.members.count() for group in talk.groups] == [2, 4]


def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(talk: Talk, alva: User, browse: Browse) -> None:
    sent = {"number": "99", "who": Gathered.COMING, "seed": "4"}
    response = browse(alva).post(talk.address("discussion-groups"), sent)
    page = response.content.decode()
    assert (response.status_code, "99 grupper av 8 personer" in page, 'value="99"' in page) == (422, True, True)
    response = browse(alva).post(talk.address("discussion-ask"), {"wording": ""})
    assert (response.status_code, "Fyll i fältet." in response.content.decode()) == (422, True)


def test_a_late_arrival_is_placed_with_one_press(talk: Talk, alva: User, browse: Browse) -> None:
    add_guest(meeting=talk.meeting, name="Sena Sara", organisation="Ny", title="", mode=Mode.ROOM, by=alva)
    page = browse(alva).get(talk.address()).content.decode()
    [key] = set(re.findall(r'name="key" value="(d\d+)"', page))
    response = browse(alva).post(talk.address("discussion-place"), {"key": key}, follow=True)
    assert "Sena Sara sitter nu i Grupp 1." in response.content.decode()


def test_somebody_who_is_gone_cannot_be_moved(talk: Talk, alva: User, browse: Browse) -> None:
    response = browse(alva).post(talk.address("discussion-move"), {"member": "999", "group": ""}, follow=True)
    assert "finns inte längre" in response.content.decode()


def test_links_are_shown_once_and_new_ones_take_the_place_of_the_old(talk: Talk, alva: User, browse: Browse) -> None:
    client = browse(alva)
    assert "/grupp/" not in client.get(talk.address("discussion-links")).content.decode()
    first, second = (client.post(talk.address("discussion-links")).content.decode() for _ in range(2))
    addresses = [re.findall(r"(/grupp/[^\"/]+/)", page) for page in (first, second)]
    assert [len(each) for each in addresses] == [2, 2]
    met = [[Client().get(address).status_code for address in each] for each in addresses]
    assert met == [[404, 404], [200, 200]]


def test_the_wall_list_says_who_sits_where(talk: Talk, alva: User, browse: Browse) -> None:
    page = shown(browse(alva).get(talk.address("discussion-list")).content.decode())
    assert all(f"Person {number}" in page for number in range(8))


def test_the_scribe_needs_no_account_no_cookie_and_no_script(talk: Talk, alva: User) -> None:
    scribe = scribes(talk, by=alva)[0]
    response = scribe.write(talk.questions[0], "Tiden räcker inte")
    assert response.status_code == 302
    answer = scribe.client.get(scribe.path)
    page = answer.content.decode()
    assert ("Tiden räcker inte" in page, answer.cookies, answer["Referrer-Policy"]) == (True, {}, "no-referrer")
    assert "csrfmiddlewaretoken" not in page


def test_the_scribe_sees_questions_guidance_company_and_the_time_left(talk: Talk, alva: User) -> None:
    open_meeting(meeting=talk.meeting, by=alva)
    open_item(item=talk.discussion.item, by=alva)
    page = shown(scribes(talk, by=alva)[0].read())
    member = talk.groups[0].members.all()[0]
    assert [words in page for words in ("Vad hindrar?", "Vad hjälper?", member.name, "29 min kvar")] == [True] * 4


def test_a_group_sees_its_own_points_alone(talk: Talk, alva: User) -> None:
    one, two = scribes(talk, by=alva)
    one.write(talk.questions[0], "Hemligt för andra")
    assert ["Hemligt för andra" in each.read() for each in (one, two)] == [True, False]


def test_a_point_is_changed_and_taken_back_by_forms(talk: Talk, alva: User) -> None:
    scribe = scribes(talk, by=alva)[0]
    scribe.write(talk.questions[0], "Tiden")
    old = Contribution.objects.get()
    assert 'Tiden</textarea>' in scribe.read(f"?andra={old.key}")
    scribe.write(talk.questions[0], "Pengarna", replaces=old.key)
    new = Contribution.objects.get(withdrawn_at=None)
    assert (new.text, new.replaces) == ("Pengarna", old)
    scribe.send(deed="bort", key=new.key)
    assert Contribution.objects.filter(withdrawn_at=None).count() == 0


def test_the_script_is_answered_in_its_own_way_and_the_same_key_is_kept_once(talk: Talk, alva: User) -> None:
    scribe = scribes(talk, by=alva)[0]
    key = uuid.uuid4()
    answers = [scribe.write(talk.questions[0], "Tiden", script=True, key=key) for _ in range(2)]
    assert [json.loads(each.content) for each in answers] == [{"kept": True}] * 2
    assert Contribution.objects.count() == 1
    wrong = scribe.write(talk.questions[0], "x" * 2001, script=True)
    assert (wrong.status_code, "2001 tecken" in json.loads(wrong.content)["errors"][0]) == (422, True)


def test_what_could_not_be_kept_stands_where_it_was_typed(talk: Talk, alva: User) -> None:
    response = scribes(talk, by=alva)[0].write(talk.questions[1], "ordet " * 400)
    page = response.content.decode()
    assert (response.status_code, "ordet ordet" in page, "Inget är sparat ännu." in page) == (422, True, True)


def test_a_post_that_means_nothing_changes_nothing(talk: Talk, alva: User) -> None:
    scribe = scribes(talk, by=alva)[0]
    assert scribe.send(deed="allt").status_code == 422
    assert scribe.send(deed="bort", key="nej").status_code == 422
    assert Client().get(reverse("guest:group", args=["påhittad"])).status_code == 404


def test_done_is_said_and_taken_back(talk: Talk, alva: User) -> None:
    scribe = scribes(talk, by=alva)[0]
    scribe.send(deed="klar")
    assert Group.objects.exclude(reported_at=None).count() == 1
    assert "Ni har sagt att ni är klara." in scribe.read()
    scribe.send(deed="inte-klar")
    assert Group.objects.exclude(reported_at=None).count() == 0


def test_a_closed_discussion_offers_no_writing_but_takes_what_was_on_its_way(talk: Talk, alva: User) -> None:
    scribe = scribes(talk, by=alva)[0]
    close_discussion(discussion=talk.discussion, by=alva)
    page = scribe.read()
    assert ("Diskussionen är avslutad." in page, "<textarea" in page) == (True, False)
    assert scribe.write(talk.questions[0], "På väg", script=True).status_code == 200


def test_the_leaders_page_is_asked_again_only_when_something_is_new(talk: Talk, alva: User, browse: Browse) -> None:
    client = browse(alva)
    page = client.get(talk.address("discussion-results")).content.decode()
    [poll] = re.findall(r'hx-get="([^"]+)"', page)
    assert "grupp 1 har inte rapporterat" in page
    assert client.get(poll, headers={"HX-Request": "true"}).status_code == 204
    talk.says(2, "Nyss skrivet")
    fresh = client.get(poll, headers={"HX-Request": "true"})
    assert (fresh.status_code, "Nyss skrivet" in fresh.content.decode(), "<html" in fresh.content.decode()) == (
        200, True, False,
    )  # fmt: skip


def test_the_summary_is_written_beside_the_points_and_agreed_on(talk: Talk, alva: User, browse: Browse) -> None:
    client, question = browse(alva), talk.questions[0].pk
    points = [talk.says(number, words) for number, words in ((1, "Tiden"), (2, "Pengarna"))]
    page = client.get(talk.address("summary-edit", question)).content.decode()
    assert ("Tiden" in page, "Alla grupper har inte rapporterat:" in page) == (True, True)
    client.post(
        talk.address("summary-edit", question), {"text_sv": "Tid och pengar.", "contributions": [points[0].pk]}
    )
    summary = Summary.objects.get()
    assert list(summary.contributions.all()) == [points[0]]
    client.post(talk.address("summary-agree", question), {"version": summary.version})
    assert Summary.objects.get().state == SummaryState.AGREED
    page = shown(client.get(talk.address("discussion-results")).content.decode())
    assert ("Mötet enades om sammanfattningen" in page, "2 grupper har inte rapporterat." in page) == (True, True)


def test_an_old_draft_does_not_write_over_a_newer_one(talk: Talk, alva: User, browse: Browse) -> None:
    client, address = browse(alva), talk.address("summary-edit", talk.questions[0].pk)
    client.post(address, {"text_sv": "Första"})
    client.post(address, {"text_sv": "Andra", "version": "1"})
    response = client.post(address, {"text_sv": "Tredje", "version": "1"})
    page = response.content.decode()
    assert (response.status_code, "Andra" in page, "Tredje" in page) == (409, True, True)
    assert Summary.objects.get().text_sv == "Andra"


def test_the_pages_ask_as_many_questions_for_thirty_people_as_for_four(alva: User, browse: Browse) -> None:
    talk = talk_of(alva, people=4, groups=1)
    client = browse(alva)
    [scribe] = scribes(talk, by=alva)
    talk.says(1, "En punkt")

    def asked() -> list[int]:
        pages = [(client, talk.address()), (client, talk.address("discussion-results"))]
        pages += [(client, reverse("meetings:discussions", args=[SLUG])), (scribe.client, scribe.path)]
        counts = []
        for who, page in pages:
            who.get(page)
            with CaptureQueriesContext(connection) as caught:
                who.get(page)
            counts.append(len(caught))
        return counts

    few = asked()
    _more(talk)
    assert asked() == few


def _more(talk: Talk) -> None:
    group: Any = talk.groups[0]
    for number in range(30):
        GroupMember.objects.create(group=group, name=f"Ny {number}")
        talk.says(1, f"Punkt {number}")
        Group.objects.create(discussion=talk.discussion, number=number + 2)


def test_each_point_to_rest_the_summary_on_names_its_group(talk: Talk, alva: User, browse: Browse) -> None:
    talk.says(2, "Pengarna")
    page = browse(alva).get(talk.address("summary-edit", talk.questions[0].pk)).content.decode()
    assert "Grupp 2: Pengarna" in page
