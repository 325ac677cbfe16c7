"""The sample edition with meetings of every kind: coming, cancelled, in a series, and a conference with a programme."""

from __future__ import annotations

from dataclasses import replace

from kraftsamla.core.text import Text
from kraftsamla.editions import content as c
from tests.editions import sample

BODY = c.Ref("body", "samverkansgruppen", Text("Samverkansgruppen", "Collaboration group"))
SERIES = c.Series("gruppens-moten", Text("Gruppens möten", "The group's meetings"))
OBJECTIVE = c.Ref("objective", "1.1", Text("Stärkt samordning mellan myndigheter"))
ACTION = c.Ref("action", "insats-1", Text("Insats 1"))
MINUTES = c.Ref("document", "anteckningar-2024-11-10", Text("Anteckningar från samverkansgruppens möte"))
QUESTION = c.Ref("question", "hur-manga-stationer", Text("Hur många mätstationer behövs?"))


def held() -> c.Meeting:
    meeting = sample.edition().picture.meetings[0]
    first, last = meeting.agenda
    discussion = c.Discussion(4, 3, ((QUESTION, Text("Fler stationer i norr.")),))
    document = c.Ref("document", "film", Text("Filmen"))
    film = c.Material("film", document, "https://film.exempel.se/1", "sv", "2024-11-12")
    first = replace(first, purpose="discuss", minutes=40, starts_at="13:10", ends_at="13:50", discussion=discussion,
                    materials=(film,), intro=Text("Läs rapporten först."))  # fmt: skip
    newest = c.Minutes(2, "published", "minutes", "sv", "L 2024/7", "2024-12-01", 1, "Fel namn i punkt 2.", MINUTES)
    return replace(
        meeting, agenda=(first, last), purpose=Text("Enas om stationerna", "Agree on the stations"), series=SERIES,
        uid="11111111-1111-5111-8111-111111111111", sequence=2,
        revisions=(newest, replace(newest, revision=1, state="replaced", replaces=None, reason="", document=None)),
        decisions=(c.Decision(Text("Mät mer."), first.title, (), (OBJECTIVE,), (ACTION,)),),
        turnout=c.Turnout(31, 20, 11, 18),
    )  # fmt: skip


def anonymous() -> c.Meeting:
    return replace(held(), slug="utan-namn", title=Text("Utan namn", "No names"), attendance=(), shows_attendance=False,
                   starts_on="2023-05-01", series=None, uid="", revisions=(), decisions=(), follows=None,
                   followed_by=())  # fmt: skip


def cancelled() -> c.Meeting:
    return replace(
        anonymous(), slug="installt", title=Text("Decembermötet", "The December meeting"), starts_on="2024-12-09",
        cancelled_on="2024-11-14", turnout=None, series=SERIES, agenda=(), uid="22222222-2222-5222-8222-222222222222",
    )  # fmt: skip


def session(title: str, at: str, to: str, area: str = "", *, day: int = 1) -> c.AgendaItem:
    ref = c.Ref("area", area, Text(f"Område {area}")) if area else None
    return c.AgendaItem("", Text(title), (), (), (), "present", None, c.NOTHING, 1, day, at, to, "Sal A", ref)


def conference() -> c.Meeting:
    agenda = (
        session("Öppning", "09:00", "10:00"), session("Spår ett", "10:15", "11:00", "1"),
        session("Spår två", "10:15", "11:15", "2"), session("Avslutning", "09:00", "10:00", day=2),
    )  # fmt: skip
    meeting = sample.edition().picture.meetings[1]
    sign_up = c.SignUp("2024-11-01", "2025-01-15", True, True, Text("Ta med legitimation."))
    return replace(meeting, agenda=agenda, sign_up=sign_up, partners=(sample.org(3),), form="hybrid",
                   uid="33333333-3333-5333-8333-333333333333")  # fmt: skip


def edition(*meetings: c.Meeting) -> c.Edition:
    """With these meetings, all of them the body's except the conference, and a small part of the strategy."""
    found = sample.edition()
    few = replace(
        found.picture, areas=found.picture.areas[:2], actions=found.picture.actions[:4],
        objectives=tuple(each for each in found.picture.objectives if each.area.slug in {"1", "2"}),
    )  # fmt: skip
    shown = meetings or (held(), anonymous(), cancelled(), conference())
    refs = tuple(c.Ref("meeting", m.slug, m.title) for m in shown if m.body)
    post = c.Post("7", Text("Patienternas plats", "The patients' seat"), "member", "patientorganisationer",
                  sample.org(6), "2024-01", "", True, True)  # fmt: skip
    (body,) = found.picture.bodies
    body = replace(body, meetings=refs, posts=(post,), decided_by=MINUTES)
    return replace(found, changes=(), picture=replace(few, meetings=shown, bodies=(body,)))
