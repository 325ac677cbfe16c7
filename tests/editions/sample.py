"""An edition with invented facts, shaped like a real one: eight areas, twenty objectives, some forty actions."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kraftsamla.core.text import Text
from kraftsamla.editions import content as c
from kraftsamla.editions.comparison import compare
from kraftsamla.editions.rendering import ASSETS, Site
from kraftsamla.editions.selection.agreements import select_role

AS_OF = "2024-11-15"
SITE = Site(address="https://exempel.se/luft", static={name: f"assets/{name}" for name in ASSETS})

AREAS = [
    ("Samverkan för ren luft", "Working together for clean air", ["Stärkt samordning mellan myndigheter",
     "Partnerskap mellan kommuner och näringsliv", "Norden som förebild för ren luft"]),
    ("Mätning och öppna data", "Measurement and open data", ["Ett gemensamt nät av mätstationer",
     "Ökat nyttjande av mätdata för forskning och innovation", "Säker och öppen tillgång till data om utsläpp"]),
    ("Regler och tillsyn", "Rules and supervision", []),
    ("Luft och hälsa", "Air and health", ["Incitament och goda möjligheter att förena vård och miljömedicin",
     "Fler studier av luftföroreningars följder", "Hög kvalitet i hälsokonsekvensbedömningar",
     "Sverige ska vara ett föregångsland för införande av personlig exponeringsmätning i vården"]),
    ("Inomhusmiljö för äldre och barn", "Indoor air for old and young", []),
    ("Forskning och infrastruktur", "Research and infrastructure", ["Stärkt tvärsektoriell luftforskning",
     "Excellent forskningsinfrastruktur för atmosfärsstudier", "Ökat och breddat nyttjande av infrastruktur"]),
    ("Kompetens", "Skills", ["Goda möjligheter till livslångt lärande", "Effektiv samverkan om kompetens",
     "Konkurrenskraftiga villkor för internationell rekrytering"]),
    ("Internationellt arbete", "International work", ["Bättre villkor för export av mätteknik",
     "Ökat främjande av investeringar", "Testmiljöer i världsklass", "Kontinuerlig omvärldsbevakning"]),
]  # fmt: skip
ENGLISH = {"Stärkt samordning mellan myndigheter": "Stronger co-ordination between agencies",
           "Ett gemensamt nät av mätstationer": "A shared network of measuring stations"}  # fmt: skip
ORGANISATIONS = [
    ("luftmyndigheten", "Luftmyndigheten", "Swedish Air Agency", "agency", "public"),
    ("regeringen", "Regeringen", "Government of Sweden", "government", "public"),
    ("vastra-lanet", "Region Västra länet", "", "region", "public"),
    ("ostra-universitetet", "Östra universitetet", "Eastern University", "university", "academic"),
    ("branschen-ren-luft", "Branschen Ren luft", "Clean Air Industries", "association", "private"),
    ("aerolab", "Aerolab AB", "", "company", "private"),
    ("astmaforbundet", "Föreningen Andas fritt", "", "patient_organisation", "civil"),
    ("nordic-air", "Nordic Air Council", "Nordic Air Council", "international_body", "public"),
]
KINDS = ["assignment", "inquiry", "funding", "programme", "agreement", "study", "conference", "hub"]
STATES = ["under_way", "", "done", "decided", "", "proposed", "under_way", "", "stopped", "done"]
TEXT = (
    "Anteckningar från möte med samverkansgruppen för ren luft\n\n"
    "Luftmyndigheten redovisade hur nätet av mätstationer byggs ut. Femtio stationer är på plats och ytterligare\n"
    "trettio väntas före årets slut. Arbetet går enligt planen.\n\n"
    "Ledamöterna ombads att till nästa möte lämna tre exempel var på sådant som redan pågår i länen.\n\n"
    "Nästa möte hålls den 3 februari."
)
QUOTES = [
    "Femtio stationer är på plats och ytterligare\ntrettio väntas före årets slut.",
    "ytterligare\ntrettio väntas före årets slut. Arbetet går enligt planen.",
    "Ledamöterna ombads att till nästa möte lämna tre exempel var på sådant som redan pågår i länen.",
]


def org(number: int) -> c.Ref:
    slug, sv, en, *_ = ORGANISATIONS[number % len(ORGANISATIONS)]
    return c.Ref("organisation", slug, Text(sv, en))


def source(document: str = "anteckningar-2024-11-10", quote: str = "", anchor: str = "") -> c.Source:
    kept = DOCUMENTS[document]
    return c.Source(document, kept.title, kept.kind, kept.publisher.title.sv if kept.publisher else "",
                    kept.published, kept.url, kept.language, quote, anchor, "")  # fmt: skip


def quoted(number: int) -> c.Source:
    quote = QUOTES[number]
    return source(quote=quote, anchor=f"t{TEXT.index(quote)}-{TEXT.index(quote) + len(quote)}")


def _documents() -> dict[str, c.Document]:
    return {
        "anteckningar-2024-11-10": c.Document(
            "anteckningar-2024-11-10", "Anteckningar från samverkansgruppens möte", "minutes", "sv", org(0),
            "2024-11-10", "https://www.exempel.se/anteckningar.pdf", TEXT, (), (),
        ),
        "regeringen-om-omradena": c.Document(
            "regeringen-om-omradena", "Strategins områden – regeringens sida", "strategy_page", "sv", org(1), "2022-06",
            "https://regeringen.exempel.se/strategi?omrade=1&del=2", "", (), (),
        ),
        "air-review": c.Document(
            "air-review", "Clean air in the Nordic countries: a review", "report", "en", org(7), "2023",
            "https://nordic.example.org/review", "", (), (),
        ),
    }  # fmt: skip


DOCUMENTS = _documents()


def _action(number: int, objectives: tuple[c.Ref, ...], areas: tuple[c.Ref, ...] = ()) -> c.Action:
    progress = STATES[(number - 1) % len(STATES)]
    responsible = c.Part(org(number), "responsible", *(("accepted", True) if number % 5 == 0 else ("named", False)),
                         (source("regeringen-om-omradena"),), _agreement(number) if number % 5 == 0 else None)
    on = "2024-10-22" if number % 3 else "2023-02"
    said = Text("Arbetet går enligt planen", "Work goes according to plan" if number % 2 else "")
    update = c.Status(on, progress or "decided", "high" if number % 4 == 0 else "", said, org(number), False, "",
                      (quoted(number % 3),))  # fmt: skip
    days = None if not progress else (24 if number % 3 else 640)
    return c.Action(
        slug=f"insats-{number}", title=Text(f"Insats {number}: mätning längs väg {number * 7}", f"Action {number}"),
        kind=KINDS[(number - 1) % len(KINDS)],
        description=Text("Mätstationer sätts upp och mätvärdena läggs ut öppet varje timme.", ""),
        steering_basis="government_assignment" if number % 2 else "", registry_number=f"L2024/{number:05}",
        objectives=objectives, areas=areas,
        dates=(c.DatedFact("decided", "2021-10-22", Text(), (source("regeringen-om-omradena"),)),
               c.DatedFact("decided", "2021-11", Text("enligt rapporten"), (source("air-review"),)),
               c.DatedFact("due", "2025", Text(), (quoted(0),))) if number % 2 else (),
        money=(c.Money(21_000_000, "SEK", "2021–2023", org(1), Text(), (quoted(0),)),) if number % 3 == 0 else (),
        parts=(responsible, _partner(number)) if number % 7 else (),
        updates=(update, replace(update, on="2022-01-05", corrected=True)) if progress else (),
        progress=progress, updated_on=on if progress else "", days_since_update=days,
        follows=c.Ref("action", "insats-1", Text("Insats 1")) if number == 2 else None,
        continued_by=(c.Ref("action", "insats-2", Text("Insats 2")),) if number == 1 else (),
        sources=(source("regeringen-om-omradena"), source("air-review", "Stations are being built.", "c1")),
        weakest=_weakness(number, progress, days),
        milestones=MILESTONES if number % 4 == 0 else (),
        results=_results(number) if number % 5 == 0 else (),
    )  # fmt: skip


TERMS = c.Terms(
    Text("Sätta upp femtio stationer och lägga ut värdena öppet.", "Set up fifty stations and publish the readings."),
    "2026-03", "government_assignment", "L2024/00123", "2024-02-01", "2026-06", 5_000_000, "SEK", "2024–2026",
)  # fmt: skip

MILESTONES = (
    c.Milestone(Text("Upphandlingen är klar", "Procurement done"), "2025-06", "2024-10", ()),
    c.Milestone(Text("Alla stationer är i drift"), "2026", "", (quoted(0),)),
)


def _agreement(number: int) -> c.Agreement:
    theirs = replace(TERMS, due="2026-12") if number % 2 else None
    words = "Upphandlingen tar tid." if theirs else ""
    return c.Agreement(TERMS, theirs, "2024-02-10", "2024-03-01", words, None, None)


def _partner(number: int) -> c.Part:
    """A part in each of the states there are, in turn."""
    states = ["named", "offered", "changes_proposed", "declined", "handed_over", "ended"]
    state = states[number % len(states)]
    deal = c.Agreement(TERMS, None, "2024-02-10", "2024-03-01", "Ligger på regionen.",
                       org(number + 5) if state == "handed_over" else None, org(number + 6))  # fmt: skip
    return c.Part(org(number + 3), "partner", state, False, (), None if state == "named" else deal)


def _results(number: int) -> tuple[c.Result, ...]:
    """Results as well and as badly proven as they can be, in turn."""
    verification = ("claimed", "verified", "no_evidence", "disputed")[number // 5 % 4]
    visit = "https://exempel.se/besok"
    found = c.Verdict(verification, "2024-11-01", org(number + 2), "Besök på plats.", visit, False, "")
    verdicts = () if verification == "claimed" else (found,)
    claimed = c.Result(
        Text("Femtio stationer är i drift", "Fifty stations are running"), "2024-10", org(number), "Driftprotokoll 4",
        "https://exempel.se/protokoll", verification, verdicts, False, "Felräknat", (quoted(0),),
    )  # fmt: skip
    return (claimed, replace(claimed, corrected=True, verification="claimed", verdicts=(), reason=""))


def _weakness(number: int, progress: str, days: int | None) -> c.WeakLink:
    if number % 7 == 0:
        return "no_responsible"
    if number % 5:
        return "not_accepted"
    return ("stale" if (days or 0) > 180 else "") if progress else "no_status"


def _plan() -> tuple[list[c.Area], list[c.Objective], list[c.Action]]:
    areas, objectives, actions = [], [], []
    for a, (sv, en, titles) in enumerate(AREAS, 1):
        area = c.Ref("area", str(a), Text(sv, en))
        direct = () if titles else (c.Ref("action", f"insats-{90 + a}", Text(f"Insats {90 + a}")),)
        if direct:
            actions.append(_action(90 + a, (), (area,)))
        for o, title in enumerate(titles, 1):
            ref = c.Ref("objective", f"{a}.{o}", Text(title, ENGLISH.get(title, "")))
            mine = [_action(len(actions) + n + 1, (ref,)) for n in range((a + 3 * o) % 5)]
            actions += mine
            objectives.append(_objective(ref, area, mine))
        numbers = tuple(f"{a}.{o}" for o in range(1, len(titles) + 1))
        summary = Text(f"Det här området handlar om {sv.casefold()}.")
        areas.append(c.Area(str(a), Text(sv, en), summary, numbers, direct, a in {2, 3, 5, 8}, ()))
    return areas, objectives, actions


def _objective(ref: c.Ref, area: c.Ref, mine: list[c.Action]) -> c.Objective:
    tally = Counter(action.progress for action in mine)
    state: c.ObjectiveState = "no_action" if not mine else "not_read"
    for progress in ("stopped", "done", "proposed", "decided", "under_way"):
        state = progress if tally[progress] else state
    days = [action.days_since_update for action in mine if action.days_since_update is not None]
    return c.Objective(
        number=ref.slug, area=area, title=ref.title, plain=Text("Luften ska vara bra att andas, överallt."),
        goal_kind="effect" if ref.slug.endswith("1") else "",
        wordings=(c.Wording(ref.title, "2019-12-12", "", Text(), (source("regeringen-om-omradena"),)),),
        actions=tuple(c.Ref("action", action.slug, action.title) for action in mine),
        bodies=(c.Ref("body", "samverkansgruppen", Text("Samverkansgruppen")),) if ref.slug == "1.1" else (),
        questions=(c.Ref("question", "hur-manga-stationer", Text("Hur många mätstationer behövs?")),)
        if ref.slug == "2.1" else (),
        counts=tuple(c.Count(progress, number) for progress, number in tally.items()), state=state,
        updated_on=max((action.updated_on for action in mine), default=""),
        days_since_update=min(days, default=None), sources=(source("regeringen-om-omradena"),),
        weakest="no_action" if not mine else "not_accepted",
    )  # fmt: skip


def _people() -> tuple[c.Person, ...]:
    body = c.Ref("body", "samverkansgruppen", Text("Samverkansgruppen", "Collaboration group"))
    people = []
    for number, name in enumerate(("Gunvor Ek", "Örjan Åsberg", "Ida Lind")):
        ref = c.Ref("person", f"person-{number}", Text(name, name))
        engagement = c.Engagement(ref, org(number), Text("enhetschef", "head of unit"), "2020", "", "", (quoted(0),))
        seat = c.Seat(body, ref, org(number), ("chair", "member", "secretary")[number], "2021-02", "", "2024-11-10",
                      number < 2, (quoted(1),))  # fmt: skip
        people.append(c.Person(ref.slug, name, ("G. Ek",) if not number else (), (engagement,), (seat,),
                               (c.Ref("meeting", "mote-2024-11-10", Text("Möte")),), (), (quoted(0),)))  # fmt: skip
    return tuple(people)


def _meetings(people: tuple[c.Person, ...]) -> tuple[c.Meeting, ...]:
    refs = [c.Ref("person", person.slug, Text(person.name, person.name)) for person in people]
    body = c.Ref("body", "samverkansgruppen", Text("Samverkansgruppen", "Collaboration group"))
    later = c.Ref("meeting", "konferens-2025", Text("Konferens om ren luft", "Conference on clean air"))
    this = c.Ref("meeting", "mote-2024-11-10", Text("Samverkansgruppens möte", "Meeting of the collaboration group"))
    question = c.Ref("question", "hur-manga-stationer", Text("Hur många mätstationer behövs?"))
    talk = c.Presentation(refs[0], org(0), Text("Utbyggnaden"), (quoted(0),))
    agenda = (
        c.AgendaItem("1", Text("Läget för mätnätet"), (talk,), (question,), (quoted(0),)),
        c.AgendaItem("2", Text("Nästa möte"), (), (), ()),
    )
    attendance = (
        c.Attendance("Gunvor Ek", "Luftmyndigheten", refs[0], org(0), "ordförande", "present", "room", (quoted(1),)),
        c.Attendance("", "Branschen Ren luft", None, org(4), "", "excused", "", ()),
    )
    followup = c.Ref("followup", "tre-exempel", Text("Lämna tre exempel"))
    document = c.Ref("document", "anteckningar-2024-11-10", Text("Anteckningar"))
    return (
        c.Meeting(this.slug, this.title, "group_meeting", body, "2024-11-10", "", "13:00:00", "15:30:00", "hybrid",
                  "Norrköping", Text("Gruppen gick igenom mätnätet."), (org(0),), refs[0], None, (later,), document,
                  agenda, attendance, (followup,), (quoted(0),)),
        c.Meeting(later.slug, later.title, "conference", None, "2025-01-28", "2025-01-29", "", "", "on_site", "Umeå",
                  Text(), (org(2),), None, this, (), None, (), (), (), (source("air-review"),)),
    )  # fmt: skip


def picture() -> c.Picture:
    areas, objectives, actions = _plan()
    people = _people()
    body = c.Ref("body", "samverkansgruppen", Text("Samverkansgruppen", "Collaboration group"))
    meeting = c.Ref("meeting", "mote-2024-11-10", Text("Samverkansgruppens möte"))
    roles = {slug: [select_role(part, action, c.Ref("action", action.slug, action.title))
                    for action in actions for part in action.parts if part.organisation.slug == slug]
             for slug, *_ in ORGANISATIONS}  # fmt: skip
    return c.Picture(
        as_of=AS_OF,
        strategy=c.Strategy("ren-luft", Text("Nationell strategi för ren luft", "National strategy for clean air"),
                            Text("Strategin ska ge ren luft åt alla."), Text("Med luft menas det vi andas."),
                            org(1), "2019-12-12", 28, (source("regeringen-om-omradena"),)),
        areas=tuple(areas), objectives=tuple(objectives), actions=tuple(actions),
        organisations=tuple(
            c.Organisation(slug, Text(sv, en), sector, kind, "SE", "", "https://exempel.se/",
                           (c.OtherName("LM", "abbreviation"),), "", "", "", None, None, tuple(roles[slug]),
                           tuple(e for p in people for e in p.engagements if e.organisation.slug == slug),
                           (body,) if not number else (), (meeting,), (quoted(0),))
            for number, (slug, sv, en, kind, sector) in enumerate(ORGANISATIONS)
        ),
        people=people,
        bodies=(c.Body("samverkansgruppen", body.title, "collaboration_group", Text("Gruppen ger råd."), org(0), None,
                       (c.Ref("objective", "1.1", objectives[0].title),), "2020-02", "2026-08",
                       tuple(seat for person in people for seat in person.seats), (meeting,), (quoted(2),)),),
        meetings=_meetings(people), documents=_cited(actions),
        questions=(c.Question("hur-manga-stationer", "3", Text("Hur många mätstationer behövs?", ""), "2024-11-10",
                              "Branschen Ren luft", "pursued", Text("Besvaras i rapporten."),
                              (c.Ref("objective", "2.1", Text("Ett gemensamt nät av mätstationer")),), (meeting,),
                              (quoted(0),)),),
        followups=(c.FollowUp("tre-exempel", Text("Lämna tre exempel"), "ordföranden", "alla ledamöter", None,
                              "2024-11-10", "2025-02-03", "", Text(), (meeting,), (quoted(2),), "U-2024-1", org(1),
                              "2024-11-12"),
                   c.FollowUp("rapport", Text("Skicka rapporten"), "", "", org(0), "2024-01-10", "", "2024-05-01",
                              Text("Rapporten skickades."), (), ())),
    )  # fmt: skip


def _cited(actions: list[c.Action]) -> tuple[c.Document, ...]:
    shows = tuple(c.Ref("action", action.slug, action.title) for action in actions[:3])
    passages = tuple(
        c.Passage(f"t{TEXT.index(q)}-{TEXT.index(q) + len(q)}", TEXT.index(q), TEXT.index(q) + len(q), q, "", shows)
        for q in QUOTES
    )
    minutes, page, review = DOCUMENTS.values()
    return (
        replace(minutes, passages=passages, cited_by=shows),
        replace(page, passages=(c.Passage("", None, None, "", "", shows),), cited_by=shows),
        replace(review, passages=(c.Passage("c1", None, None, "Stations are being built.", "Visar läget", shows),),
                cited_by=shows),
    )  # fmt: skip


def edition() -> c.Edition:
    now = picture()
    first = now.actions[0]
    before = replace(
        now,
        actions=(replace(first, progress="proposed", updates=first.updates[1:]), *now.actions[2:],
                 replace(first, slug="nedlagd", title=Text("Nedlagd insats"))),
        documents=now.documents[1:],
    )  # fmt: skip
    return c.Edition(3, "2024-11-18", 2, Text("Mötet den 10 november är inläst."), now, compare(before, now))
