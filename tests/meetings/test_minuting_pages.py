"""The pages of minutes: who meets which door, what each step says before it is taken, and personal links."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import link_account
from kraftsamla.bodies.models import Access
from kraftsamla.core.clock import today
from kraftsamla.meetings.models import Comment, Meeting, Minutes, MinutesPart
from kraftsamla.meetings.operations import add_item, change_meeting, link_followup
from kraftsamla.meetings.operations.minuting import change_part
from kraftsamla.meetings.operations.minuting_comments import comment
from kraftsamla.meetings.operations.minuting_steps import circulate_minutes, take_back
from tests import factories
from tests.meetings.minuting_case import (
    SLUG,
    Held,
    adjust_door,
    adjusting,
    circulated,
    comment_door,
    drafted,
    fresh,
    held,
    invite,
    note,
    part,
)

Browse = Callable[[User], Client]


@pytest.fixture
def case(alva: User) -> Held:
    return held(by=alva)


def _address(name: str, *args: Any) -> str:
    return reverse(f"meetings:{name}", args=[SLUG, *args])


def _main(client: Client, address: str) -> str:
    return client.get(address).content.decode().partition("<main")[2]


EDITING = ("edit", "part-add", "circulate", "take-back", "to-adjust", "publish", "correct", "discard")


def test_each_role_meets_its_door(case: Held, alva: User, bo: User, cia: User, browse: Browse) -> None:
    made = circulated(case, by=alva)
    said = comment(minutes=made, text="Hej", by=bo)
    addresses = [_address("minutes"), _address("minutes-revision", 1)]
    addresses += [_address(f"minutes-{name}") for name in EDITING]
    first = made.parts.all()[0]
    addresses += [_address("minutes-part", first.pk), _address("adjuster-add"), _address("minutes-answer", said.pk)]
    met = {user.name: [browse(user).get(each).status_code for each in addresses] for user in (alva, bo, cia)}
    assert met == {"Alva": [200] * 13, "Bo": [200] * 2 + [403] * 11, "Cia": [404] * 13}
    assert [Client().get(each).status_code for each in addresses] == [404] * 13


def test_buttons_are_for_who_runs_the_meeting(case: Held, alva: User, bo: User, cia: User, browse: Browse) -> None:
    made = drafted(case, by=alva)
    pk = made.parts.all()[0].pk
    buttons = [
        _address("minutes-begin"), _address("minutes-assemble"), _address("minutes-preview"),
        _address("minutes-part-move", pk, "ner"), _address("minutes-part-leave-out", pk),
        _address("minutes-part-settle", pk),
    ]  # fmt: skip
    assert [browse(bo).post(each).status_code for each in buttons] == [403] * 6
    assert [browse(cia).post(each).status_code for each in buttons] == [404] * 6
    assert [browse(alva).get(each).status_code for each in buttons] == [405] * 6


def test_who_may_work_in_the_body_does_the_whole_walk(case: Held, bo: User, browse: Browse) -> None:
    invite(case.meeting, "Ada Al")
    body = case.meeting.body
    assert body is not None
    Access.objects.create(body=body, user=bo, right="work")
    client = browse(bo)
    client.post(_address("minutes-begin"), {"language": "sv"})
    client.post(_address("minutes-circulate"), {"comments_until": today().isoformat()})
    page = client.get(_address("minutes-publish"))
    typed = {"seen": page.context["form"]["seen"].value(), "reason": "Rådgivande grupp", "letters": "at_once"}
    response = client.post(_address("minutes-publish"), typed)
    assert (response.status_code, Minutes.objects.get().state) == (302, "published")
    assert [each.to for each in mail.outbox] == [["Ada Al <ada@example.org>"]] * 2


def test_a_member_reads_what_is_circulated_and_no_draft(case: Held, alva: User, bo: User, browse: Browse) -> None:
    made = drafted(case, by=alva)
    assert "Karin berättade" not in _main(browse(bo), _address("minutes"))
    circulate_minutes(minutes=made, comments_until=today().isoformat(), by=alva)
    first = part(made, "item", case.first)
    change_part(part=first, values={"text": "Ändrat efteråt."}, version=first.version, by=alva)
    main = _main(browse(bo), _address("minutes"))
    assert ("Karin berättade" in main, "Ändrat efteråt" in main) == (True, False)
    browse(bo).post(_address("minutes-comment"), {"part": str(first.pk), "text": "Fel namn"})
    said = Comment.objects.get()
    assert (said.user, said.part, said.text) == (bo, first, "Fel namn")


def test_a_meeting_without_notes_is_begun_and_one_whose_minutes_are_read_in_urges_nobody(
    case: Held, alva: User, browse: Browse
) -> None:
    client = browse(alva)
    assert client.get(_address("minutes")).status_code == 200
    client.post(_address("minutes-begin"), {"language": "en"})
    assert Minutes.objects.get().language == "en"
    old = factories.meeting("Gammalt", slug="gammalt", minutes=factories.document("Anteckningar 2019"))
    main = _main(client, reverse("meetings:minutes", args=[old.slug]))
    assert ("Anteckningarna finns redan" in main, "<h2>Upprätta ett utkast</h2>" in main) == (True, False)


def test_what_is_open_since_the_meeting_before_stands_first(case: Held, alva: User, browse: Browse) -> None:
    before = factories.meeting("Förra mötet")
    for what, closed in (("Öppen sak", ""), ("Stängd sak", "2021-02-02")):
        link_followup(meeting=before, followup=factories.followup(what, closed_on=closed), by=alva)
    change_meeting(meeting=case.meeting, values={"follows": before}, version=case.meeting.version, by=alva)
    main = _main(browse(alva), _address("minutes"))
    assert ("Öppen sak" in main, "Stängd sak" in main) == (True, False)


def test_a_part_is_saved_once_and_the_second_who_saves_sees_both_texts(case: Held, alva: User, browse: Browse) -> None:
    made = drafted(case, by=alva)
    address = _address("minutes-part", part(made, "item", case.first).pk)
    client = browse(alva)
    form = client.get(address).context["form"]
    typed = {each.html_name: each.value() or "" for each in form}
    client.post(address, {**typed, "text": "Den förstas."})
    response = client.post(address, {**typed, "text": "Den andras."})
    form = response.context["form"]
    assert (response.status_code, form.standing["text"], form["text"].value()) == (409, "Den förstas.", "Den andras.")


def test_a_note_that_came_meanwhile_is_shown_before_saving(case: Held, alva: User, browse: Browse) -> None:
    made = drafted(case, by=alva)
    address = _address("minutes-part", part(made, "item", case.first).pk)
    client = browse(alva)
    typed = {each.html_name: each.value() or "" for each in client.get(address).context["form"]}
    note(case.first, "Kom under tiden.", by=alva)
    refused = client.post(address, {**typed, "text": "Mitt"})
    page = refused.content.decode()
    assert (refused.status_code, "Kom under tiden." in page, ">\nMitt</textarea>" in page) == (409, True, True)
    again = {each.html_name: each.value() or "" for each in refused.context["form"]}
    assert client.post(address, again).status_code == 302


def test_the_preview_makes_paragraphs_and_lists_and_escapes_everything(case: Held, alva: User, browse: Browse) -> None:
    text = "Ett <script>alert(1)</script>\nrad två\n\n- a\n- b & c\n<img src=x>"
    shown = browse(alva).post(_address("minutes-preview"), {"text": text}).content.decode().strip()
    assert shown == (
        "<p>Ett &lt;script&gt;alert(1)&lt;/script&gt;<br>rad två</p><ul><li>a</li><li>b &amp; c</li></ul>"
        "<p>&lt;img src=x&gt;</p>"
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("minutes-circulate", "troligen en allmän handling"), ("minutes-to-adjust", "handlingen upprättad"),
        ("minutes-publish", "läsbar för alla på webben"),
    ],
)  # fmt: skip
def test_each_step_says_what_it_means_in_law_before_it_is_taken(
    case: Held, alva: User, browse: Browse, name: str, words: str
) -> None:
    drafted(case, by=alva)
    assert words in _main(browse(alva), _address(name))


def test_sending_out_says_who_cannot_be_reached(case: Held, alva: User, browse: Browse) -> None:
    invite(case.meeting, "Ada Al")
    silent = invite(case.meeting, "Bea Bo")
    silent.email = ""
    silent.save()
    drafted(case, by=alva)
    assert "Saknar e-postadress: Bea Bo." in _main(browse(alva), _address("minutes-circulate"))
    browse(alva).post(_address("minutes-circulate"), {"comments_until": today().isoformat()})
    assert [each.to for each in mail.outbox] == [["Ada Al <ada@example.org>"]]


def test_an_adjuster_is_chosen_among_those_present_and_asked_by_letter(case: Held, alva: User, browse: Browse) -> None:
    circulated(case, by=alva)
    client = browse(alva)
    ada = case.meeting.attendance.get(person_name="Ada Al")
    invitation = invite(case.meeting, "Ada Al")
    ada.invitation = invitation
    ada.save()
    nobody = client.post(_address("adjuster-add"), {})
    assert (nobody.status_code, list(nobody.context["form"].errors)) == (422, ["name"])
    client.post(_address("adjuster-add"), {"present": str(ada.pk)})
    client.post(_address("minutes-to-adjust"))
    named = Minutes.objects.get().adjusters.get()
    assert (named.name, named.email, [each.to[0] for each in mail.outbox]) == (
        "Ada Al", "ada@example.org", ["Ada Al <ada@example.org>"],
    )  # fmt: skip


def test_a_comment_is_left_behind_a_link_without_any_cookie(case: Held, alva: User) -> None:
    made = circulated(case, by=alva)
    first = part(made, "item", case.first)
    _link, token = comment_door(made)
    address = reverse("guest:comments", args=[token])
    client = Client(enforce_csrf_checks=True)
    page = client.get(address)
    assert (page.status_code, page.headers["Referrer-Policy"], len(client.cookies)) == (200, "no-referrer", 0)
    empty = client.post(address, {"part": "", "text": " "})
    assert (empty.status_code, list(empty.context["form"].errors)) == (422, ["text"])
    client.post(address, {"part": str(first.pk), "text": "Det var Kerstin."})
    assert ("Det var Kerstin." in client.get(address).content.decode(), Comment.objects.get().part) == (True, first)


def test_a_link_shows_only_its_own_holders_comments_and_their_answers(case: Held, alva: User) -> None:
    made = circulated(case, by=alva)
    mine, token = comment_door(made)
    theirs, _other = comment_door(made, email="bea@example.org", name="Bea Bo")
    comment(minutes=made, text="Min egen", link=mine, by=link_account())
    comment(minutes=made, text="Någon annans", link=theirs, by=link_account())
    Comment.objects.filter(text="Min egen").update(state="declined", answer="Stod så på tavlan")
    page = Client().get(reverse("guest:comments", args=[token])).content.decode()
    assert ("Min egen" in page, "Stod så på tavlan" in page, "Någon annans" in page) == (True, True, False)


def test_a_link_shows_no_words_while_the_minutes_are_a_draft_again_or_with_adjusters(case: Held, alva: User) -> None:
    made = adjusting(case, by=alva)
    _link, token = comment_door(made)
    address = reverse("guest:comments", args=[token])
    assert "Karin berättade" not in Client().get(address).content.decode()
    take_back(minutes=made, reason="Fel", by=alva)
    page = Client().get(address).content.decode()
    assert ("Karin berättade" in page, "tillbakatagna" in page) == (False, True)


def test_wrong_links_open_nothing(case: Held, alva: User) -> None:
    made = adjusting(case, by=alva)
    _link, comments = comment_door(made)
    _other, signing = adjust_door(made.adjusters.get())
    addresses = [reverse("guest:adjust", args=[comments]), reverse("guest:comments", args=[signing])]
    addresses += [reverse("guest:adjust", args=["kl_x.y"]), reverse("guest:comments", args=["kl_x.y"])]
    assert [Client().get(each).status_code for each in addresses] == [404] * 4


def test_an_adjuster_reads_the_frozen_words_and_signs_them(case: Held, alva: User) -> None:
    made = adjusting(case, by=alva)
    first = part(made, "item", case.first)
    change_part(part=first, values={"text": "Ändrat efteråt."}, version=first.version, by=alva)
    _link, token = adjust_door(made.adjusters.get())
    address = reverse("guest:adjust", args=[token])
    client = Client(enforce_csrf_checks=True)
    page = client.get(address).content.decode()
    shown = [words in page for words in ("Karin berättade", "Ändrat efteråt", made.sha256[:12])]
    assert (shown, len(client.cookies)) == ([True, False, True], 0)
    typed = {"seen": made.sha256, "name": "Ada Al", "title": "direktör", "deed": "sign"}
    assert client.post(address, {**typed, "name": ""}).status_code == 422
    assert client.post(address, {**typed, "seen": "f" * 64}).status_code == 409
    assert client.post(address, typed).status_code == 302
    assert ("Tack. Du har justerat." in client.get(address).content.decode(), fresh(made).state) == (True, "adjusted")


def test_an_adjuster_who_objects_keeps_the_link(case: Held, alva: User) -> None:
    made = adjusting(case, by=alva)
    _link, token = adjust_door(made.adjusters.get())
    address = reverse("guest:adjust", args=[token])
    Client().post(address, {"seen": made.sha256, "words": "Punkt 1 är fel.", "deed": "object"})
    page = Client().get(address).content.decode()
    assert ("Punkt 1 är fel." in page, made.adjusters.get().state) == (True, "objected")


def test_a_page_behind_a_link_is_in_one_language(case: Held, alva: User) -> None:
    made = circulated(case, by=alva)
    _link, token = comment_door(made)
    page = Client().get(f"{reverse('guest:comments', args=[token])}?sprak=en")
    assert (page.headers["Content-Language"], "<h1>Meeting notes</h1>" in page.content.decode()) == ("en", True)


def test_a_replaced_version_is_still_read(case: Held, alva: User, browse: Browse) -> None:
    client = browse(alva)
    made = drafted(case, by=alva)
    _publish(client, made)
    client.post(_address("minutes-correct"), {"reason": "Fel namn"})
    new = Minutes.objects.get(revision=2)
    first = part(new, "item", case.first)
    change_part(part=first, values={"text": "Rättat."}, version=first.version, by=alva)
    _publish(client, new)
    old, now = _main(client, _address("minutes-revision", 1)), _main(client, _address("minutes"))
    assert ["Karin berättade" in old, "Rättat." in old, "Rättat." in now] == [True, False, True]
    assert "Rättad version 2, ersätter version 1. Skäl: Fel namn" in now
    assert client.get(_address("minutes-revision", 3)).status_code == 404


def _publish(client: Client, made: Minutes) -> None:
    page = client.get(_address("minutes-publish"))
    typed = {"seen": page.context["form"]["seen"].value(), "reason": "Rådgivande", "letters": "weekly"}
    assert client.post(_address("minutes-publish"), typed).status_code == 302
    assert fresh(made).state == "published"


def test_the_paper_is_fetched_as_word_and_pdf_as_far_as_one_may_read_it(
    case: Held, alva: User, bo: User, cia: User, browse: Browse
) -> None:
    made = drafted(case, by=alva)
    files = [_address("minutes-file", 1, kind) for kind in ("pdf", "docx", "exe")]
    assert [browse(alva).get(each).status_code for each in files] == [200, 200, 404]
    assert [browse(bo).get(each).status_code for each in files] == [404, 404, 404]
    circulate_minutes(minutes=made, comments_until=today().isoformat(), by=alva)
    fetched = [browse(bo).get(each) for each in files[:2]]
    assert [each.content[:4] for each in fetched] == [b"%PDF", b"PK\x03\x04"]
    assert [browse(cia).get(each).status_code for each in files] == [404, 404, 404]


def test_publishing_an_old_page_is_refused(case: Held, alva: User, browse: Browse) -> None:
    made = drafted(case, by=alva)
    client = browse(alva)
    seen = client.get(_address("minutes-publish")).context["form"]["seen"].value()
    typed = {"seen": seen, "reason": "x", "letters": "weekly"}
    first = part(made, "item", case.first)
    change_part(part=first, values={"text": "Ändrat."}, version=first.version, by=alva)
    assert client.post(_address("minutes-publish"), typed).status_code == 422
    assert Meeting.objects.get().minutes is None


def test_questions_to_the_database_do_not_grow_with_parts_and_comments(case: Held, alva: User, browse: Browse) -> None:
    made = circulated(case, by=alva)
    client = browse(alva)
    _link, token = comment_door(made)
    pages = [_address("minutes"), reverse("guest:comments", args=[token])]

    def fill(parts: int, comments: int) -> list[int]:
        while made.parts.count() < parts:
            item = add_item(meeting=case.meeting, values={"title_sv": "Punkt"}, by=alva)
            note(item, "Ett", by=alva)
            MinutesPart.objects.create(minutes=made, position=99, kind="item", item=item, text="Ett")
        for each in range(made.comments.count(), comments):
            link, _token = comment_door(made, email="ada@example.org" if each % 2 else "bea@example.org")
            comment(minutes=made, text="Ja", part=made.parts.all()[each % 5], link=link, by=link_account())
        counts = []
        for address in pages:
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            counts.append(len(queries))
        return counts

    assert fill(10, 3) == fill(50, 30)


def test_the_day_a_link_stops_taking_comments_it_still_shows_the_words(case: Held, alva: User) -> None:
    made = circulated(case, by=alva)
    _link, token = comment_door(made)
    Minutes.objects.update(comments_until=(today() - dt.timedelta(days=1)).isoformat())
    page = Client().get(reverse("guest:comments", args=[token]))
    assert ("Karin berättade" in page.content.decode(), page.context["reading"].may_comment) == (True, False)
    late = Client().post(reverse("guest:comments", args=[token]), {"part": "", "text": "Sen"})
    assert (late.status_code, Comment.objects.count()) == (409, 0)
