"""Pages of strategies, programmes, assignments, agreements and events, and articles: one family of wordings a test.
Every text is invented."""

from docreader import Suggestion, read


def facts(text: str, kind: str) -> list[Suggestion]:
    """The suggestions of one kind."""
    return [item for item in read(text).suggestions if item.kind == kind]


def titles(text: str, kind: str) -> list[object]:
    """Their titles (bodies have names, stakeholders organisations)."""
    return [
        item.fields.get("title") or item.fields.get("name") or item.fields.get("organisation")
        for item in facts(text, kind)
    ]


LINKS = """Start / Havet

Översikt insatser: område 2 – Levande kust

Publicerad 3 mars 2022 · Uppdaterad 9 maj 2022

Här samlas insatser inom område 2 av den nationella havsplanen.

{one}

• Ålgräs tillbaka i Lysviken (Kustverket - publicerad 3 mars 2021)
• Kartläggning av trålspår
  på djupt vatten (Sjöinstitutet – publ. 2.4.2020)
• Handledning för skepparlag (Kustverket)

{two}

• Stöd till våtmarker (Regeringskansliet, publicerad 1 december 2021)

Foto: Malte Frank
"""


def test_objectives_are_known_by_their_place_whatever_their_numbers_look_like() -> None:
    for one, two, numbers in (
        ("2.1 Friska vikar", "2.2 Mindre övergödning", ["2.1", "2.2"]),
        ("6. Friska vikar", "7. Mindre övergödning", ["6", "7"]),
        ("Mål A\nFriska vikar", "Mål B\nMindre övergödning", ["A", "B"]),
        ("Delmål 4: Friska vikar", "Delmål 5: Mindre övergödning", ["4", "5"]),
    ):
        text = LINKS.format(one=one, two=two)
        objectives = facts(text, "objective")
        assert [item.fields["number"] for item in objectives] == numbers
        assert [item.fields["title"] for item in objectives] == ["Friska vikar", "Mindre övergödning"]
        assert {item.fields.get("objective") for item in facts(text, "action")} == set(numbers)


def test_entries_of_a_list_are_read_over_line_ends_and_without_a_date() -> None:
    actions = facts(LINKS.format(one="2.1 Friska vikar", two="2.2 Mindre övergödning"), "action")
    assert [(item.fields["title"], item.fields.get("publisher"), item.fields.get("date")) for item in actions] == [
        ("Ålgräs tillbaka i Lysviken", "Kustverket", "2021-03-03"),
        ("Kartläggning av trålspår på djupt vatten", "Sjöinstitutet", "2020-04-02"),
        ("Handledning för skepparlag", "Kustverket", None),
        ("Stöd till våtmarker", "Regeringskansliet", "2021-12-01"),
    ]


def test_the_title_is_found_behind_menus_paths_and_notices() -> None:
    reading = read(
        "Kustverket\nMeny   Sök   Kontakt   English\nHem > Havet > Planer\n\nPubliserad på webben\n\n"
        "Handlingsplan för levande vikar 2020–2025\n\n1.1 Mål ett är satt\n1.2 Mål två är satt\n\nKort text om planen."
    )
    assert reading.document.title == "Handlingsplan för levande vikar 2020–2025"


def test_days_of_the_document_are_told_apart_from_other_days() -> None:
    text = (
        "Nyhet | 4 maj 2021\n\nÅlgräset är tillbaka\n\nInnehållet publicerades under perioden 1 juni 2019 – 2 juni"
        " 2020\n\n"
        "Vikarna mår bättre än på länge, visar en mätning som gjordes den 3 mars 2020 av tre lag.\n\n"
        "Sidan senast granskad 2021-06-01"
    )
    assert [(item.fields["date"], item.fields["date_kind"]) for item in facts(text, "document_date")] == [
        ("2021-05-04", "published"),
        ("2021-06-01", "reviewed"),
    ]


ASSIGNMENT = """Uppdrag att kartlägga bryggor längs kusten

Diarienummer: K2021/00012

Regeringen gav den 8 december 2021 Kustverket och Sjöfartsverket i uppdrag att gemensamt kartlägga bryggor.
Myndigheterna ska inhämta synpunkter från Bryggförbundet, Västkustens Båtklubbar och Region Halland.

I uppdraget ingår att
• mäta djupet vid 200 bryggor,
• föreslå regler för nya bryggor.

Uppdraget ska delredovisas senast den 1 mars 2022 och slutredovisas senast den 31 maj 2023. Medlen rekvireras senast den
1 december 2022.
"""


def test_an_assignment_with_doers_parts_reports_and_those_to_ask() -> None:
    actions = facts(ASSIGNMENT, "action")
    assert actions[0].fields["responsible"] == ("Kustverket", "Sjöfartsverket")
    assert actions[0].fields["commissioner"] == "Regeringen"
    assert "Mäta djupet vid 200 bryggor" in titles(ASSIGNMENT, "action")
    assert [(item.fields["title"], item.fields["date"]) for item in facts(ASSIGNMENT, "milestone")] == [
        ("Delredovisning", "2022-03-01"),
        ("Slutredovisning", "2023-05-31"),
    ]
    assert titles(ASSIGNMENT, "stakeholder") == ["Bryggförbundet", "Västkustens Båtklubbar", "Region Halland"]


def test_a_task_told_in_passing_keeps_its_doer_in_four_languages() -> None:
    for sentence, doer in (
        (
            "Kustverket har fått i uppdrag av regeringen att senast den 1 oktober 2023 lämna en vägledning.",
            "Kustverket",
        ),
        ("Kystverket har fått i oppdrag å kartlegge bryggene langs hele kysten.", "Kystverket"),
        ("Miljøministeren har bedt Kyststyrelsen om at kortlægge broerne langs kysten.", "Kyststyrelsen"),
        ("The Coast Agency has been commissioned to map all jetties along the coast.", "The Coast Agency"),
    ):
        (action,) = facts(f"Nyheter\n\nBryggor räknas\n\nMånga undrar. {sentence}\n", "action")
        assert action.fields["responsible"] in ((doer,), (doer.removeprefix("The "),))


def test_what_an_organisation_undertakes_is_an_action_but_not_what_somebody_says() -> None:
    text = (
        "Bryggor räknas\n\nKustverket och länsstyrelserna rustar upp fyrtio bryggor tillsammans med Båtklubben.\n\n"
        "Efter sommaren tar Kustverket fram en karta. Den ska vara klar i mars 2024.\n\n"
        "– Kustverket bygger aldrig bryggor själva, säger Anna Bergdal på Kustverket.\n"
    )
    first, second = facts(text, "action")
    assert (first.fields["title"], first.fields["partners"]) == ("Rustar upp fyrtio bryggor", ("Båtklubben",))
    assert (second.fields["responsible"], second.fields["date"]) == (("Kustverket",), "2024-03")


def test_parts_of_a_work_have_their_own_doer_and_day() -> None:
    text = (
        "Uppdrag om bryggor\n\nKustverket har fått regeringens uppdrag att räkna bryggor.\n\nVad ska göras?\n\n"
        "Del 1. Bryggkarta på nätet – Lantmäteriet ansvarar. Klart: 31/12 2023.\n"
        "Del 2. Provtagning av trä – Skogsstyrelsen och SLU. Avslutas 30 juni 2024.\n"
    )
    parts = [
        item for item in facts(text, "action") if item.confidence == 0.85 and item.fields.get("date_kind") == "due"
    ]
    assert [(item.fields["title"], item.fields["responsible"]) for item in parts] == [
        ("Bryggkarta på nätet", ("Lantmäteriet",)),
        ("Provtagning av trä", ("Skogsstyrelsen", "SLU")),
    ]


EVENT = """Kalender

Bryggdagarna i Lysvik 2022 – Trä och tång

Inlagt 28 nov 2021

När: 4–5 februari 2022
Var: Folkets hus, Lysvik
Arrangörer: Bryggförbundet, Kustverket
Sista anmälningsdag: 20 januari

Program fredag den 4 februari

09.30 Kaffe och registrering
10.00 Så mår bryggan. Anna Bergdal, Kustverket
10.45 Trä som håller? Bo Ek, professor
12.00 Lunch
13.00
Panel: Vem äger bryggan?
15.00 Slut för dagen

Andra evenemang
Tångens dag, Visby, 3 mars 2022
5 april 2022: Webbinarium om pålar
"""


def test_the_page_of_an_event_gives_day_place_and_organisers() -> None:
    main = next(item for item in facts(EVENT, "event") if item.fields["date"] == "2022-02-04")
    assert (main.fields["title"], main.fields["end_date"]) == ("Bryggdagarna i Lysvik 2022", "2022-02-05")
    assert (main.fields["place"], main.fields["organisers"]) == (
        "Folkets hus, Lysvik",
        ("Bryggförbundet", "Kustverket"),
    )


def test_hours_of_a_programme_are_points_and_breaks_are_not() -> None:
    points = [(item.fields["start"], item.fields["title"]) for item in facts(EVENT, "agenda_item")]
    assert points == [("10:00", "Så mår bryggan"), ("10:45", "Trä som håller?"), ("13:00", "Panel: Vem äger bryggan?")]


def test_a_calendar_names_and_dates_its_events_in_any_order() -> None:
    others = {(item.fields["title"], item.fields["date"]) for item in facts(EVENT, "event")}
    assert others >= {("Tångens dag", "2022-03-03"), ("Webbinarium om pålar", "2022-04-05")}
    assert not any(date == "2022-01-20" for _, date in others)


def test_an_event_is_told_by_its_verb_and_one_called_off_is_none() -> None:
    text = (
        "Publicerad 2 januari 2022\n\nBryggor\n\nDen 6 februari bjuder Kustverket in till en digital frukost om"
        " pålar.\n\n"
        "Tångens dag firas den 8 mars i Lysvik.\n\nKonferensen Trä och salt den 9 april är inställd.\n"
    )
    assert {(item.fields["title"], item.fields["date"]) for item in facts(text, "event")} == {
        ("Digital frukost om pålar", "2022-02-06"),
        ("Tångens dag", "2022-03-08"),
    }


def test_the_stages_of_a_programme_are_events_at_places() -> None:
    text = (
        "Bryggkaravanen\n\nKaravanen startade i mars 2019.\n\nEtapp ett – Lysvik, hösten 2019\nFolkets hus den 22"
        " oktober.\n\n"
        "Etapp två – Visby\nSkulle ha hållits i november 2020 men flyttades. Mötet blev av 6 februari 2021.\n\n"
        "Etapp tre – Umeå\nInställd våren 2021.\n"
    )
    events = [(item.fields["title"], item.fields["date"]) for item in facts(text, "event")]
    assert events == [("Bryggkaravanen i Lysvik", "2019-10-22"), ("Bryggkaravanen i Visby", "2021-02-06")]


def test_bodies_by_who_set_them_up_who_sits_in_them_and_what_they_are_called() -> None:
    text = (
        "Bryggor\n\nUnderlaget togs fram av Bryggkommittén, en samverkansgrupp tillsatt av regeringen. Arbetet leds"
        " av en styrgrupp "
        "med folk från Kustverket och Region Halland. Vi har satt ihop en liten arbetsgrupp, Trä och tång, där Anna"
        " Bergdal "
        "och Bo Ek ingår. Sekretariatet ligger hos Kustverket.\n"
    )
    named = {item.fields["name"]: dict(item.fields) for item in facts(text, "body")}
    assert named["Bryggkommittén"]["appointed_by"] == "regeringen"
    assert named["Styrgruppen"]["members"] == ("Kustverket", "Region Halland")
    assert set(named) >= {"Trä och tång", "Sekretariatet"}


def test_works_by_their_sort_title_and_year() -> None:
    text = (
        "Bryggor\n\nLäs även\n\nHandbok: Från påle till däck (Kustverket, juni 2021)\nFilm: En dag på bryggan (6"
        " min)\n\n"
        'I promemorian Bryggor – en lägesbild (Ds 2020:9) står mer. Bo Ek skrev rapporten "Salt och trä".\n'
    )
    assert set(titles(text, "media")) >= {"Från påle till däck", "En dag på bryggan", "Salt och trä"}


def test_an_agreement_named_by_its_title_and_its_lettered_areas() -> None:
    text = (
        "Memorandum of Understanding between Statistics Finland and the Swedish Coast Agency\n\n"
        "The parties signed the memorandum in Helsinki on 4 October 2021.\n\n"
        "The parties agree to cooperate in the following areas:\na) exchange of data\nb) joint methods\n"
    )
    (agreement,) = facts(text, "agreement")
    assert agreement.fields["parties"] == ("Statistics Finland", "Swedish Coast Agency")
    assert agreement.fields["date"] == "2021-10-04"
    assert titles(text, "cooperation_area") == ["Exchange of data", "Joint methods"]


def test_goals_relations_and_decisions_are_told_with_modest_confidence() -> None:
    text = (
        "Bryggor\n\nSyftet är att få fler fria bryggor. Målet med dagen är att samla båtfolket. Kommunfullmäktige"
        " antog "
        "bryggpolicyn den 3 maj 2021. Regeringen har gett Kustverket i uppdrag att räkna bryggor.\n"
    )
    assert titles(text, "organisation_goal") == ["Få fler fria bryggor"]
    assert titles(text, "meeting_goal") == ["Samla båtfolket"]
    assert len(facts(text, "decision")) == 1
    (relation,) = facts(text, "relation")
    assert (relation.fields["from_"], relation.fields["to"]) == ("Regeringen", ("Kustverket",))
