"""Update rounds: the list, whom a draft would burden, and the board that shows how the answers stand."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from django.core.paginator import Page
from django.db.models import Count, Exists, OuterRef, Q

from kraftsamla.accounts.rules import Visitor
from kraftsamla.actors.models import Organisation
from kraftsamla.core.collation import fold
from kraftsamla.followup.choices import AnswerState, RoundState
from kraftsamla.followup.models import Answer, Contact, Handover, Point, UpdateRound
from kraftsamla.followup.notices.rounds import Chains, Turn
from kraftsamla.followup.querysets.rounds import AnswerQuerySet, UpdateRoundQuerySet
from kraftsamla.letters.models import Recipient, Said
from kraftsamla.strategy.choices import AssignmentRole
from kraftsamla.strategy.models import Action, Assignment

#: Who was asked this lately has been asked often.
OFTEN_DAYS = 60
MEASURED = 500


@dataclass(frozen=True, slots=True)
class Burden:
    """What a round would ask of an organisation. ``minutes`` is None as long as nobody has answered any round."""

    organisation: Organisation
    contact: Contact | None
    points: int
    minutes: int | None
    open_rounds: int
    asked_on: dt.date | None

    @property
    def is_often(self) -> bool:
        return bool(self.open_rounds or self.asked_on)


@dataclass(frozen=True, slots=True)
class Preview:
    burdens: Sequence[Burden]
    points: int
    minutes: int | None
    without_contact: int
    often: int
    unasked: int


@dataclass(frozen=True, slots=True)
class BoardRow:
    """``heard``: how many letters about it have gone. ``turn``: who is asked now. ``wrong_person``: says it is not
    for them."""

    answer: Answer
    points: int
    unchanged: int
    left: int
    code: str
    heard: int
    turn: Turn | None
    wrong_person: bool


@dataclass(frozen=True, slots=True)
class Board:
    rows: Page[Answer]
    shown: Sequence[BoardRow]
    tally: Sequence[tuple[str, int]]
    unplaced: Sequence[Handover]
    days_left: int


def rounds_for(visitor: Visitor) -> UpdateRoundQuerySet:
    return UpdateRound.objects.visible_to(visitor).with_counts().order_by("-opened_at", "-pk")


def preview_of(the_round: UpdateRound, *, at: dt.date) -> Preview:
    """Whom the round would burden, and how much. A fixed number of queries."""
    asked = the_round.parts_asked(at=at).order_by().values("organisation").annotate(n=Count("pk"))
    numbers = {row["organisation"]: row["n"] for row in asked}
    contacts = Contact.objects.filter(organisation__in=numbers).first_of_each(at=at)
    others = Answer.objects.exclude(round=the_round).filter(organisation__in=numbers)
    busy = dict(others.waiting().order_by().values_list("organisation").annotate(Count("round", distinct=True)))
    lately: dict[int, dt.date] = {}
    since = at - dt.timedelta(days=OFTEN_DAYS)
    for organisation, moment in others.filter(asked_at__date__gte=since).values_list("organisation", "asked_at"):
        lately[organisation] = max(moment.date(), lately.get(organisation, since))
    each = seconds_a_point()
    burdens = [
        Burden(
            organisation, contacts.get(organisation.pk), numbers[organisation.pk],
            _minutes(numbers[organisation.pk], each), busy.get(organisation.pk, 0), lately.get(organisation.pk),
        )
        for organisation in Organisation.objects.filter(pk__in=numbers).order_by("sort_key")
    ]  # fmt: skip
    points = sum(numbers.values())
    return Preview(
        burdens, points, _minutes(points, each), sum(1 for each_ in burdens if each_.contact is None),
        sum(1 for each_ in burdens if each_.is_often), _unasked(the_round),
    )  # fmt: skip


def seconds_a_point() -> float | None:
    """The median time a point has taken in the answers sent so far; None when nobody has sent any."""
    sent = Answer.objects.exclude(submitted_at=None).filter(seconds__gt=0).order_by("-submitted_at")
    measured = sent.annotate(n=Count("points")).filter(n__gt=0).values_list("seconds", "n")[:MEASURED]
    times = [seconds / n for seconds, n in measured]
    return median(times) if times else None


def estimate(points: int) -> int | None:
    """How many minutes so many points take, going by earlier rounds; None when it is not known."""
    return _minutes(points, seconds_a_point())


def board_of(the_round: UpdateRound, rows: Page[Answer], *, at: dt.datetime, on: dt.date) -> Board:
    """One page of the board. A fixed number of queries however many the answers are."""
    answers = list(rows.object_list)
    for answer in answers:
        answer.round = the_round
    shown = _board_rows(answers, at=at)
    counted = dict(the_round.answers.order_by().values_list("state").annotate(Count("pk")))
    tally = [(str(state.label), counted[state]) for state in AnswerState if counted.get(state)]
    unplaced = Handover.objects.unplaced().filter(given_from__round=the_round)
    unplaced = unplaced.select_related("given_from__organisation", "action")
    return Board(rows, shown, tally, list(unplaced), the_round.days_left(at=on))


def answers_in(the_round: UpdateRound, *, words: str = "", shown: str = "") -> AnswerQuerySet:
    """Those of a board's filter: what waits to be read first, then what is waited for."""
    has_points = Exists(Point.objects.filter(answer=OuterRef("pk")))
    found = the_round.answers.select_related("organisation", "followup").filter(
        has_points | ~Q(state__in=[AnswerState.WAITING, AnswerState.DRAFT])
    )  # fmt: skip
    if words:
        found = found.filter(organisation__folded__contains=fold(words))
    wanted = {
        "vantar": [AnswerState.WAITING, AnswerState.DRAFT, AnswerState.RETURNED], "lasa": [AnswerState.SUBMITTED],
        "klara": [AnswerState.ACCEPTED],
    }.get(shown)  # fmt: skip
    found = found.filter(state__in=wanted) if wanted else found
    return found.order_by("organisation__sort_key", "pk")


def _board_rows(answers: Sequence[Answer], *, at: dt.datetime) -> list[BoardRow]:
    keys = [answer.pk for answer in answers]
    counts = {
        row["answer"]: row for row in Point.objects.filter(answer__in=keys).order_by().values("answer").annotate(
            n=Count("pk"), same=Count("pk", filter=Q(unchanged=True)),
            left=Count("pk", filter=Q(unchanged=False, progress="")),
        )
    }  # fmt: skip
    heard = _letters_about(keys)
    wrong = {email.casefold() for email in _wrong_people(answers)}
    chains = Chains(answers, at=at)
    rows = []
    for answer in answers:
        count = counts.get(answer.pk, {"n": 0, "same": 0, "left": 0})
        turns = chains.heard(answer) if answer.may_be_written else []
        code = code_of(answer, all_same=bool(count["n"]) and count["n"] == count["same"])
        rows.append(
            BoardRow(
                answer, count["n"], count["same"], count["left"], code, heard.get(answer.pk, 0),
                turns[-1] if turns else None, answer.email.casefold() in wrong,
            )
        )  # fmt: skip
    return rows


def code_of(answer: Answer, *, all_same: bool) -> str:
    """How an answer stands, in the words of the board."""
    if answer.state == AnswerState.WAITING:
        return "opened" if answer.opened_at else "not_opened"
    if all_same and answer.state in {AnswerState.SUBMITTED, AnswerState.ACCEPTED}:
        return f"{answer.state}_same"
    return str(answer.state)


def _letters_about(keys: Iterable[int]) -> dict[int, int]:
    """How many letters have asked about each answer."""
    found: dict[int, int] = defaultdict(int)
    about = Q(pk__in=[])
    for key in keys:
        about |= Q(key__startswith=f"answer:{key}:")
    for said in Said.objects.filter(about, letter__state="sent", is_news=True).values_list("key", flat=True):
        found[int(said.split(":")[1])] += 1
    return found


def _wrong_people(answers: Sequence[Answer]) -> Iterable[str]:
    """Those who have said that letters come to the wrong person."""
    asked = {answer.email for answer in answers if answer.email}
    return Recipient.objects.declined().filter(says_not_me=True, email__in=asked).values_list("email", flat=True)


def _minutes(points: int, seconds: float | None) -> int | None:
    return None if seconds is None else max(1, round(points * seconds / 60))


def _unasked(the_round: UpdateRound) -> int:
    """Actions in the strategy that no organisation is responsible for, so that nobody can be asked."""
    if the_round.state != RoundState.DRAFT:
        return 0
    responsible = Assignment.objects.going().filter(role=AssignmentRole.RESPONSIBLE)
    return Action.objects.in_picture().exclude(pk__in=responsible.values("action")).count()
