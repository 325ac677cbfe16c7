"""Single kinds of facts, each on a few invented lines."""

from docreader import Reading, Suggestion, read


def facts(text: str, kind: str) -> list[Suggestion]:
    """The suggestions of one kind."""
    return [item for item in read(text).suggestions if item.kind == kind]


MINUTES = """Havsrådets kansli

Minnesanteckningar möte med Havsrådet den 10 november 2021 (hybridmöte)

1 Mötets öppnande
Karin Hedvall (samordnare) hälsade alla välkomna och öppnade mötet.

2 Läget i Östersjön
Tomas Grip från SMHI presenterade vinterns mätningar. Anna skickar underlaget till gruppen senast den 1 december.
Bland annat lyftes 1 frågor om ålgräs.

3 Avslutning
Karin Hedvall avslutade mötet. Nästa möte äger rum den 4 februari.

Deltagare
1. Anna Bergdal, ledamot
2. Karin Hedvall, ordförande
3. Tomas Grip, SMHI
"""


def test_the_meeting_with_day_form_and_chair() -> None:
    (meeting,) = facts(MINUTES, "meeting")
    assert meeting.fields["date"] == "2021-11-10"
    assert meeting.fields["form"] == "hybrid"
    assert meeting.fields["chair"] == "Karin Hedvall"
    assert meeting.fields["body"] == "Havsrådet"


def test_agenda_items_are_no_page_numbers() -> None:
    items = facts(MINUTES, "agenda_item")
    assert [(i.fields["number"], i.fields["title"]) for i in items] == [
        ("1", "Mötets öppnande"),
        ("2", "Läget i Östersjön"),
        ("3", "Avslutning"),
    ]


def test_a_year_that_is_not_written_is_inferred_and_noted() -> None:
    (coming,) = facts(MINUTES, "next_meeting")
    assert coming.fields["date"] == "2022-02-04"
    assert [note.to_json() for note in coming.notes] == [{"code": "year_inferred", "from": "2021-11-10"}]


def test_a_presenter_with_organisation_and_point() -> None:
    (presenter,) = facts(MINUTES, "presenter")
    assert presenter.fields["person"] == "Tomas Grip"
    assert presenter.fields["organisation"] == "SMHI"
    assert presenter.fields["agenda_item"] == "2"


def test_a_first_name_is_resolved_through_the_list() -> None:
    (action,) = facts(MINUTES, "action")
    assert action.fields["responsible"] == ("Anna Bergdal",)
    assert action.fields["date"] == "2021-12-01"


def test_conflicting_dates_become_two_suggestions_with_notes() -> None:
    text = (
        "Mötesanteckningar Brunnsgruppen 2019-11-19\n\nDatum: 26 november 2019\n\n"
        "Närvarande: Anna Ek, SGU, Bo Al, SGU\n"
    )
    meetings = facts(text, "meeting")
    assert {m.fields["date"] for m in meetings} == {"2019-11-19", "2019-11-26"}
    assert all(note.code == "conflicting_date" for m in meetings for note in m.notes)
    assert all(m.confidence < 0.9 for m in meetings)


def test_a_next_meeting_may_have_no_date() -> None:
    text = (
        "Minnesanteckningar 2020-01-15\n\n1. Läget\nAllt väl.\n\n2. Nästa möte\nTid för nästa möte kommer via Doodle.\n"
    )
    (coming,) = facts(text, "next_meeting")
    assert "date" not in coming.fields
    assert coming.notes[0].code == "no_date"


STRATEGY = """Havsstrategin: Levande kust

Här samlas insatser inom strategin.

1.1 Friska vikar

• Ålgräs tillbaka (Naturvårdsverket - publicerad 3 mars 2023)
• Uppdrag till HaV om bottnar (Klimatdepartementet – publicerad 8 feb 2022)

1.2 Mindre övergödning

• Stöd till
våtmarker (Jordbruksverket, publicerad 1 december 2023)

1.1 Friska vikar
1.2 Mindre övergödning
"""


def test_objectives_are_found_once_and_actions_stand_below_them() -> None:
    objectives = facts(STRATEGY, "objective")
    actions = facts(STRATEGY, "action")
    assert [o.fields["number"] for o in objectives] == ["1.1", "1.2"]
    assert [(a.fields["objective"], a.fields["date"], a.fields["publisher"]) for a in actions] == [
        ("1.1", "2023-03-03", "Naturvårdsverket"),
        ("1.1", "2022-02-08", "Klimatdepartementet"),
        ("1.2", "2023-12-01", "Jordbruksverket"),
    ]


def test_the_strategy_and_its_area_come_from_the_title() -> None:
    assert facts(STRATEGY, "strategy")[0].fields["title"] == "Havsstrategin"
    area = facts(STRATEGY, "area")[0]
    assert (area.fields["number"], area.fields["title"]) == ("1", "Levande kust")


ARTICLE = """Ålgräset är tillbaka

Foto: Malte Frank

Publicerad 8 oktober 2019

– Det här är stort, säger Anna Bergdal, tillförordnad vd på Kustbolaget.

Kustbolaget och Region Halland undertecknade i augusti en avsiktsförklaring om ålgräs. Konferensen Levande kust hålls
den 6 december i Varberg.

– Vi är glada, säger Tomas Grip, marinbiolog vid Göteborgs universitet.
"""


def test_people_of_an_article_but_not_its_photographer() -> None:
    found = {item.fields["person"]: dict(item.fields) for item in facts(ARTICLE, "person")}
    assert set(found) == {"Anna Bergdal", "Tomas Grip"}
    assert found["Anna Bergdal"]["role"] == "tillförordnad vd"
    assert found["Tomas Grip"]["organisation"] == "Göteborgs universitet"


def test_the_day_of_publication_is_no_event() -> None:
    reading: Reading = read(ARTICLE)
    assert (reading.document.kind, reading.document.published) == ("article", "2019-10-08")
    events = facts(ARTICLE, "event")
    assert [(e.fields["title"], e.fields["date"]) for e in events] == [("Levande kust", "2019-12-06")]


def test_an_agreement_with_its_parties() -> None:
    (agreement,) = facts(ARTICLE, "agreement")
    assert agreement.fields["parties"] == ("Kustbolaget", "Region Halland")
    assert agreement.fields["date"] == "2019-08"


def test_addresses_and_telephone_numbers_are_ignored() -> None:
    text = (
        "Minnesanteckningar 2020-01-15\n\nDeltagare:\nAnna Ek, SMHI, anna.ek@example.org, 070-123 45 67\nBo Al, SMHI\n"
    )
    everything = str([dict(item.fields) for item in read(text).suggestions])
    assert "example.org" not in everything
    assert "070" not in everything
