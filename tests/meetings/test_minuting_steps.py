"""From draft to publication: each step stays, and what is signed or published is exactly what was read."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import link_account
from kraftsamla.core.clock import now, today
from kraftsamla.core.errors import NotAllowed, Refused
from kraftsamla.letters.operations import send_at_once
from kraftsamla.meetings.choices import CommentState
from kraftsamla.meetings.models import Comment, Meeting, Minutes
from kraftsamla.meetings.notices import minuting as notices
from kraftsamla.meetings.operations.minuting import change_part
from kraftsamla.meetings.operations.minuting_adjusters import (
    name_adjuster,
    object_to,
    record_signature,
    remove_adjuster,
    sign,
)
from kraftsamla.meetings.operations.minuting_comments import answer_comment, comment
from kraftsamla.meetings.operations.minuting_steps import (
    PaperFile,
    circulate_minutes,
    correct_minutes,
    paper_to_publish,
    publish_minutes,
    send_to_adjust,
    take_back,
)
from kraftsamla.meetings.overviews.minuting import frozen_paper, minutes_overview
from kraftsamla.meetings.papers.content import digest, from_json
from tests import factories
from tests.meetings.minuting_case import (
    Held,
    adjust_door,
    adjusting,
    circulated,
    comment_door,
    drafted,
    fresh,
    held,
    invite,
    part,
)


@pytest.fixture
def case(alva: User) -> Held:
    return held(by=alva)


def _steps(minutes: Minutes) -> list[str]:
    return list(minutes.steps.order_by("pk").values_list("kind", flat=True))


def _publish(minutes: Minutes, *, by: User, reason: str = "Hann inte") -> Minutes:
    paper, seen = paper_to_publish(minutes, at=now())
    content = f"{minutes.pk} {digest(paper)}".encode()
    publish_minutes(
        minutes=minutes, file=PaperFile("a.txt", content, "Text"), seen=seen, reason=reason, by=by
    )
    return fresh(minutes)


def test_what_is_circulated_is_frozen_while_the_draft_is_edited_on(case: Held, alva: User) -> None:
    made = circulated(case, by=alva)
    first = part(made, "item", case.first)
    change_part(part=first, values={"text": "Ändrat."}, version=first.version, by=alva)
    made = fresh(made)
    assert "Ändrat." not in str(made.content)
    assert (made.state, made.sha256) == ("circulated", digest(from_json(made.content or {})))
    assert _steps(made) == ["drafted", "circulated"]


@pytest.mark.parametrize("day", ["", "2020-01-01", "2999", "2999-12"])
def test_a_day_for_comments_is_a_whole_day_to_come(case: Held, alva: User, day: str) -> None:
    made = drafted(case, by=alva)
    with pytest.raises(ValidationError) as wrong:
        circulate_minutes(minutes=made, comments_until=day, by=alva)
    assert list(wrong.value.message_dict) == ["comments_until"]


def test_a_comment_by_link_is_answered_and_changes_its_part(case: Held, alva: User) -> None:
    made = circulated(case, by=alva)
    link, _token = comment_door(made)
    first = part(made, "item", case.first)
    said = comment(minutes=made, text="Det var Kerstin.", part=first, link=link, by=link_account())
    assert (said.name, said.user, said.state) == ("Ada Al", None, "open")
    with pytest.raises(Refused, match="1 synpunkt väntar"):
        send_to_adjust(minutes=_with_adjuster(made, by=alva), by=alva)
    answer_comment(
        comment=_fetched(said), state=CommentState.TAKEN, answer="", text="Kerstin berättade.", version=first.version,
        by=alva,
    )  # fmt: skip
    assert part(made, "item", case.first).text == "Kerstin berättade."
    assert Comment.objects.get().state == "taken"


def _with_adjuster(made: Minutes, *, by: User) -> Minutes:
    name_adjuster(minutes=made, values={"name": "Ada Al", "email": "ada@example.org"}, by=by)
    return made


def _fetched(said: Comment) -> Comment:
    rows = Comment.objects.select_related("minutes__meeting__body", "part__minutes__meeting", "part__item")
    return rows.get(pk=said.pk)


def test_a_comment_is_not_declined_without_a_reason(case: Held, alva: User) -> None:
    made = circulated(case, by=alva)
    link, _token = comment_door(made)
    said = comment(minutes=made, text="Stryk allt.", link=link, by=link_account())
    with pytest.raises(ValidationError) as wrong:
        answer_comment(comment=_fetched(said), state=CommentState.DECLINED, answer=" ", by=alva)
    assert list(wrong.value.message_dict) == ["answer"]


def test_a_link_opens_one_meetings_minutes_only(case: Held, alva: User) -> None:
    made = circulated(case, by=alva)
    other = circulated(held(by=alva, slug="annat", body=factories.body("B"), chair=factories.person("C")), by=alva)
    link, _token = comment_door(other)
    with pytest.raises(NotAllowed):
        comment(minutes=made, text="Hej", link=link, by=link_account())
    with pytest.raises(NotAllowed):
        comment(minutes=made, text="Hej", link=None, by=link_account())


def test_comments_end_with_their_last_day(case: Held, alva: User, bo: User) -> None:
    made = circulated(case, by=alva)
    comment(minutes=made, text="I tid.", by=bo)
    Minutes.objects.update(comments_until=(today() - dt.timedelta(days=1)).isoformat())
    with pytest.raises(Refused, match="Sista dagen"):
        comment(minutes=made, text="För sent.", by=bo)


def test_when_all_have_signed_the_minutes_are_adjusted(case: Held, alva: User) -> None:
    made = adjusting(case, "Ada Al", "Bea Bo", by=alva)
    ada, bea = made.adjusters.order_by("name")
    link, _token = adjust_door(ada)
    sign(adjuster=ada, name="Ada Al", title="direktör", seen=made.sha256, link=link, by=link_account())
    assert fresh(made).state == "adjusting"
    record_signature(adjuster=bea, seen=made.sha256, words="Pärm 3", by=alva)
    made = fresh(made)
    assert (made.state, _steps(made)[-3:]) == ("adjusted", ["signed", "signed", "adjusted"])
    assert [name for name, how in frozen_paper(made).signatures if how] == ["Ada Al, direktör", "Bea Bo, ledamot"]
    assert {each.signed_sha256 for each in made.adjusters.all()} == {made.sha256}


def test_another_text_than_the_one_that_was_read_is_not_signed(case: Held, alva: User) -> None:
    made = adjusting(case, by=alva)
    ada = made.adjusters.get()
    link, _token = adjust_door(ada)
    with pytest.raises(Refused, match="har ändrats"):
        sign(adjuster=ada, name="Ada Al", title="", seen="0" * 64, link=link, by=link_account())
    assert made.adjusters.get().state == "waiting"


def test_signatures_fall_when_another_text_is_sent(case: Held, alva: User) -> None:
    made = adjusting(case, "Ada Al", "Bea Bo", by=alva)
    ada, _bea = made.adjusters.order_by("name")
    link, _token = adjust_door(ada)
    sign(adjuster=ada, name="Ada Al", title="", seen=made.sha256, link=link, by=link_account())
    send_to_adjust(minutes=made, by=alva)
    assert [each.state for each in made.adjusters.order_by("name")] == ["signed", "waiting"]  # the same words
    first = part(made, "item", case.first)
    change_part(part=first, values={"text": "Ändrat."}, version=first.version, by=alva)
    assert minutes_overview(fresh(made), revisions=[made]).drifted
    send_to_adjust(minutes=made, by=alva)
    assert [(each.state, each.signed_sha256) for each in made.adjusters.all()] == [("waiting", ""), ("waiting", "")]
    assert not minutes_overview(fresh(made), revisions=[made]).drifted


def test_somebody_named_while_others_adjust_is_asked_without_signatures_falling(case: Held, alva: User) -> None:
    made = adjusting(case, "Ada Al", by=alva)
    name_adjuster(minutes=made, values={"name": "Bea Bo"}, by=alva)
    assert minutes_overview(fresh(made), revisions=[made]).has_unasked
    send_to_adjust(minutes=made, by=alva)
    assert not minutes_overview(fresh(made), revisions=[made]).has_unasked
    assert fresh(made).sha256 == made.sha256


def test_an_adjuster_says_what_should_change(case: Held, alva: User) -> None:
    made = adjusting(case, by=alva)
    ada = made.adjusters.get()
    link, _token = adjust_door(ada)
    object_to(adjuster=ada, words="Punkt 1 stämmer inte.", seen=made.sha256, link=link, by=link_account())
    assert (made.adjusters.get().state, _steps(made)[-1]) == ("objected", "objected")
    take_back(minutes=made, reason="Rättar punkt 1", by=alva)
    made = fresh(made)
    assert (made.state, made.content, made.sha256, made.adjusters.get().state) == ("draft", None, "", "waiting")


def test_a_link_signs_for_its_own_holder_only(case: Held, alva: User) -> None:
    made = adjusting(case, "Ada Al", "Bea Bo", by=alva)
    ada, bea = made.adjusters.order_by("name")
    link, _token = adjust_door(ada)
    with pytest.raises(NotAllowed):
        sign(adjuster=bea, name="Bea", title="", seen=made.sha256, link=link, by=link_account())
    with pytest.raises(NotAllowed):
        sign(adjuster=ada, name="Ada", title="", seen=made.sha256, link=link, by=alva)


def test_adjusting_without_asking_members_first_takes_a_reason(case: Held, alva: User) -> None:
    made = _with_adjuster(drafted(case, by=alva), by=alva)
    with pytest.raises(ValidationError) as wrong:
        send_to_adjust(minutes=made, by=alva)
    assert list(wrong.value.message_dict) == ["reason"]
    step = send_to_adjust(minutes=made, reason="Bråttom", by=alva)
    assert (step.words, fresh(made).state) == ("Bråttom", "adjusting")
    with pytest.raises(Refused, match="hos justerarna"):
        remove_adjuster(adjuster=made.adjusters.get(), by=alva)


def test_published_minutes_are_the_frozen_words_and_the_meetings_document(case: Held, alva: User) -> None:
    made = adjusting(case, by=alva)
    signed = made.sha256
    record_signature(adjuster=made.adjusters.get(), seen=signed, words="Pärm 3", by=alva)
    made = _publish(fresh(made), by=alva, reason="")
    meeting = Meeting.objects.get()
    assert (made.state, made.sha256, meeting.minutes) == ("published", signed, made.document)
    document = made.document
    assert document is not None
    assert (document.title, document.kind) == ("Mötesanteckningar: Möte med gruppen", "minutes")
    assert document.publicity == "full"


@pytest.mark.parametrize("hidden", [{"is_public": False}, {"shows_attendance": False}])
def test_what_the_meetings_public_page_hides_is_not_published_in_full(alva: User, hidden: dict[str, Any]) -> None:
    made = _publish(drafted(held(by=alva, **hidden), by=alva), by=alva)
    assert made.document is not None
    assert made.document.publicity == "private"


def test_publishing_without_adjusting_takes_a_reason_and_is_refused_for_protokoll(case: Held, alva: User) -> None:
    made = drafted(case, by=alva)
    with pytest.raises(ValidationError):
        _publish(made, by=alva, reason="")
    body = made.meeting.body
    assert body is not None
    body.minutes_word = "minutes"
    body.save()
    with pytest.raises(Refused, match="Protokoll ska justeras"):
        _publish(fresh(made), by=alva)


def test_words_that_changed_after_the_page_was_opened_are_not_published(case: Held, alva: User) -> None:
    made = drafted(case, by=alva)
    _paper, seen = paper_to_publish(made, at=now())
    first = part(made, "item", case.first)
    change_part(part=first, values={"text": "Ändrat."}, version=first.version, by=alva)
    with pytest.raises(Refused, match="har ändrats"):
        publish_minutes(minutes=made, file=PaperFile("a.txt", b"a", "a"), seen=seen, reason="x", by=alva)
    assert Meeting.objects.get().minutes is None


def test_published_minutes_are_never_rewritten(case: Held, alva: User) -> None:
    made = _publish(drafted(case, by=alva), by=alva)
    first = part(made, "item", case.first)
    for deed in (
        lambda: change_part(part=first, values={"text": "x"}, version=first.version, by=alva),
        lambda: circulate_minutes(minutes=made, comments_until=today().isoformat(), by=alva),
        lambda: take_back(minutes=made, reason="x", by=alva), lambda: send_to_adjust(minutes=made, by=alva),
        lambda: _publish(made, by=alva),
    ):  # fmt: skip
        with pytest.raises(Refused):
            deed()


def test_a_correction_is_a_new_version_that_says_what_it_replaces_and_why(case: Held, alva: User) -> None:
    old = _publish(drafted(case, by=alva), by=alva)
    new = correct_minutes(minutes=old, reason="Fel namn", by=alva)
    with pytest.raises(Refused, match="redan påbörjad"):
        correct_minutes(minutes=old, reason="Igen", by=alva)
    first = part(new, "item", case.first)
    change_part(part=first, values={"text": "Rättat."}, version=first.version, by=alva)
    new = _publish(new, by=alva)
    assert (fresh(old).state, new.revision, Meeting.objects.get().minutes) == ("replaced", 2, new.document)
    assert "Rättad version 2, ersätter version 1. Skäl: Fel namn" in frozen_paper(new).note
    assert "Karin berättade" in str(fresh(old).content)
    assert "Rättat." not in str(fresh(old).content)


def test_letters_go_once_to_members_and_informed_with_a_link_of_their_own(case: Held, alva: User) -> None:
    for name, informed in (("Ada Al", False), ("Ivar Is", True)):
        invite(case.meeting, name, is_informed=informed)
    gone = invite(case.meeting, "Borta Bo")
    gone.withdrawn_at = now()
    gone.save()
    made = circulated(case, by=alva)
    step = made.steps.select_related("minutes__meeting__body").get(kind="circulated")
    outcome = send_at_once(items=notices.asked_to_comment(step), by=alva)
    written = sorted(each.to[0] for each in mail.outbox)
    assert (outcome.sent, written) == (2, ["Ada Al <ada@example.org>", "Ivar Is <ivar@example.org>"])
    links = {line for each in mail.outbox for line in str(each.body).split() if "/synpunkter/" in line}
    assert len(links) == 2


def test_who_has_not_commented_is_reminded_two_days_before(case: Held, alva: User) -> None:
    for name in ("Ada Al", "Bea Bo"):
        invite(case.meeting, name)
    made = circulated(case, by=alva)
    link, _token = comment_door(made)
    comment(minutes=made, text="Bra.", link=link, by=link_account())

    def said(days: int) -> list[tuple[str, bool]]:
        items = notices.collect(now() + dt.timedelta(days=days))
        return [(item.name, item.key.endswith("reminded")) for item in items]

    assert [said(days) for days in (0, 2, 3, 5, 6)] == [
        [("Bea Bo", False)], [("Bea Bo", False)], [("Bea Bo", True)], [("Bea Bo", True)], [],
    ]  # fmt: skip


def test_adjusters_are_reminded_each_week_until_they_answer(case: Held, alva: User) -> None:
    made = adjusting(case, by=alva)
    keys = [[item.key for item in notices.collect(now() + dt.timedelta(days=days))] for days in (1, 8, 9)]
    assert [len(each) for each in keys] == [1, 1, 1]
    assert (keys[0] != keys[1], keys[1] == keys[2]) == (True, True)
    record_signature(adjuster=made.adjusters.get(), seen=made.sha256, words="Pärm", by=alva)
    assert list(notices.collect(now() + dt.timedelta(days=8))) == []


def test_published_minutes_are_news_for_three_weeks(case: Held, alva: User) -> None:
    invite(case.meeting, "Ada Al")
    _publish(drafted(case, by=alva), by=alva)
    found = [len(list(notices.collect(now() + dt.timedelta(days=days)))) for days in (1, 20, 22)]
    assert found == [1, 1, 0]
