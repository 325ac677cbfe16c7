"""What secretaries do differently: headings of lists, their layouts, numbers of points, ways to announce the next
meeting. Every test stands for a family; all names and bodies are invented."""

import pytest

from docreader import Suggestion, read

HEAD = "Minnesanteckningar från Vattenrådet den 4 maj 2022\n\n"
POINTS = "\n\n1. Inledning\nTomas hälsade välkommen.\n\n2. Budget\nInget nytt.\n\n3. Övrigt\nInget.\n"


def of(kind: str, text: str) -> list[Suggestion]:
    return [item for item in read(text).suggestions if item.kind == kind]


def people(text: str) -> dict[str, dict[str, object]]:
    rows: list[dict[str, object]] = [dict(item.fields) for item in of("participant", text)]
    return {str(row.get("person") or row.get("organisation")): row for row in rows}


@pytest.mark.parametrize(
    "heading",
    [
        "Vid mötet deltog:",
        "Följande personer deltog",
        "**Deltagarlista**",
        "Närv.",
        "Upprop:",
        "## Närvarande på mötet (3 st)",
        "Faste medlemmer som møtte:",
        "Fra utvalget møtte:",
        "Oppmøte",
        "Følgende deltog:",
        "Those present:",
        "Members taking part",
        "Rådets sammansättning 2022",
        "Med:",
    ],
)
def test_a_list_is_opened_by_many_words_and_by_none(heading: str) -> None:
    found = people(f"{HEAD}{heading}\nAnna Bergdal, SMHI\nTomas Grip, SCB\nKarin Hedvall, Region Gävleborg{POINTS}")
    assert list(found) == ["Anna Bergdal", "Tomas Grip", "Karin Hedvall"]
    assert found["Karin Hedvall"]["organisation"] == "Region Gävleborg"


@pytest.mark.parametrize(
    "heading",
    ["Meddelat förhinder", "Kunde inte delta", "Ikke møtt", "Meldt frafall", "Udeblevet", "Apologies received from"],
)
def test_who_stayed_away_is_told_in_many_words(heading: str) -> None:
    found = people(f"{HEAD}Deltagare: Anna Bergdal (SMHI), Eva Sund (SCB)\n{heading}: Tomas Grip (SCB){POINTS}")
    assert found["Tomas Grip"]["attendance"] == "absent"
    assert found["Anna Bergdal"]["attendance"] == "present"


@pytest.mark.parametrize(
    "line",
    [
        "Anna Bergdal/SMHI",
        "Anna Bergdal        SMHI",
        "Bergdal, Anna, SMHI",
        "Anna Bergdal från SMHI",
        "Anna Bergdal (AB), SMHI",
        "1A Anna Bergdal, SMHI",
        "SMHI: Anna Bergdal",
    ],
)
def test_name_and_employer_stand_beside_each_other_in_many_ways(line: str) -> None:
    other = line.replace("Anna", "Eva").replace("Bergdal", "Sund").replace("(AB)", "(ES)").replace("SMHI", "SCB")
    found = people(f"{HEAD}Deltagare\n{line}\n{other}{POINTS}")
    assert {name: row.get("organisation") for name, row in found.items()} == {"Anna Bergdal": "SMHI", "Eva Sund": "SCB"}


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Projektledare Anna Bergdal", "projektledare"),
        ("Anna Bergdal, projektledare Sunds församling", "projektledare"),
        ("Anna Bergdal, projektledare på Sundbolaget", "projektledare"),
        ("Anna Bergdal sekreterare", "sekreterare"),
        ("Anna Bergdal (ordf.)", "ordförande"),
    ],
)
def test_a_role_may_stand_before_behind_or_with_the_employer(line: str, role: str) -> None:
    found = people(f"{HEAD}Deltagare\n{line}\nTomas Grip, SCB{POINTS}")
    assert found["Anna Bergdal"]["role"] == role


def test_one_line_of_a_table_gives_name_party_and_mark() -> None:
    found = people(
        f"{HEAD}Ledamöter Närv. Ja Nej Anna Bergdal (S), ordförande X X Tomas Grip (M) Karin Hedvall (C) X X Eva"
        f" Sund (V) X X"
        f"{POINTS}"
    )
    assert [row["attendance"] for row in found.values()] == ["present", "absent", "present", "present"]


def test_people_told_in_sentences_are_found_when_there_is_no_list() -> None:
    found = people(
        f"{HEAD}Styrelsen representerades av Anna Bergdal och Tomas Grip; Karin Hedvall hade anmält förhinder.{POINTS}"
    )
    assert {name: row["attendance"] for name, row in found.items()} == {
        "Anna Bergdal": "present",
        "Tomas Grip": "present",
        "Karin Hedvall": "absent",
    }


def test_organisations_in_one_paragraph_attend() -> None:
    found = people(f"{HEAD}Deltog: Skogsstyrelsen, Region Gävleborg, Umeå universitet och SMHI{POINTS}")
    assert list(found) == ["Skogsstyrelsen", "Region Gävleborg", "Umeå universitet", "SMHI"]


def test_two_spellings_of_one_person_who_stayed_away_are_one() -> None:
    found = people(
        f"{HEAD}Rådet 2022\nAnna Bergdal, SMHI\nEva Sund, SCB\nLennarth Kvick, PRO\n\nÅterbud: Lennart Kvick{POINTS}"
    )
    assert [row["attendance"] for row in found.values()].count("absent") == 1
    assert len(found) == 3


@pytest.mark.parametrize(
    "number",
    [
        "{n}. ",
        "{n}) ",
        "§ {n} ",
        "{n} § ",
        "{n} - ",
        "{n}/2022 ",
        "Punkt {n}: ",
        "Ärende {n} ",
        "Ad {n}. ",
        "## ",
        "**{n}. ",
    ],
)
def test_points_are_numbered_in_many_ways(number: str) -> None:
    titles = ["Mötets öppnande", "Ekonomisk rapport", "Remissvar om vattenplanen", "Övriga frågor"]
    bold = "**" if number.startswith("**") else ""
    body = "\n\n".join(f"{number.format(n=n)}{t}{bold}\nGruppen gick igenom läget." for n, t in enumerate(titles, 1))
    found = [item.fields["title"] for item in of("agenda_item", f"{HEAD}Deltagare: Anna Bergdal, Eva Sund\n\n{body}\n")]
    assert found == titles


def test_titles_in_bold_at_the_start_of_a_paragraph_are_points() -> None:
    body = (
        "**Inledning** Anna öppnade mötet.\n\n**Juridik** Eva gick igenom läget.\n\n**Övrigt** Inget fanns att ta"
        " upp.\n"
    )
    found = [item.fields["title"] for item in of("agenda_item", f"{HEAD}Deltagare: Anna Bergdal, Eva Sund\n\n{body}")]
    assert found == ["Inledning", "Juridik", "Övrigt"]


def test_a_case_number_is_no_part_of_a_title_but_other_brackets_are() -> None:
    body = (
        "§ 1 Köp av mark (slutet ärende)\nBeslut togs.\n\n§ 2 Delårsrapport Dnr KS 2022/12\nText.\n\n§ 3 Budget "
        "(Anna Bergdal)\nText.\n"
    )
    found = [item.fields["title"] for item in of("agenda_item", f"{HEAD}Deltagare: Anna Bergdal, Eva Sund\n\n{body}")]
    assert found == ["Köp av mark (slutet ärende)", "Delårsrapport", "Budget"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Höstmötet blir den 17 oktober i Falun.", "2022-10-17"),
        ("Rådet möts igen i september.", "2022-09"),
        ("Nästa årsmöte hålls i mars nästa år.", "2023-03"),
        ("Neste møte: 22.9. kl 12.30, Skype", "2022-09-22"),
        ("Nästa möte: 18 juni går inte, alltså 23 juni.", "2022-06-23"),
        ("Nästa möte hålls i slutet av augusti, dag meddelas senare.", None),
    ],
)
def test_the_next_meeting_is_announced_in_many_ways(text: str, date: str | None) -> None:
    found = of("next_meeting", f"{HEAD}Deltagare: Anna Bergdal, Eva Sund{POINTS}\n{text}\n")
    assert [item.fields.get("date") for item in found] == [date]


def test_a_list_of_days_announces_several_meetings() -> None:
    found = of(
        "next_meeting",
        f"{HEAD}1. Inledning\nText.\n\n2. Kommande möten\n26 augusti (Teams)\n23 september\n18 november\n",
    )
    assert [item.fields["date"] for item in found] == ["2022-08-26", "2022-09-23", "2022-11-18"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "Protokoll nr 2/2022 fört vid styrelsemöte i Föreningen Ån torsdagen den 5 maj 2022",
            "Styrelsemöte i Föreningen Ån",
        ),
        ("**Minnesanteckningar från Vattenrådet 2022-05-05**", "Vattenrådet"),
        ("Fjordrådet\n\nReferat\n\nDato: 5. mai 2022", "Fjordrådet"),
    ],
)
def test_a_meeting_is_called_neither_minutes_nor_a_date(head: str, title: str) -> None:
    found = of("meeting", f"{head}\n\nDeltagare: Anna Bergdal, Eva Sund{POINTS}")
    assert [item.fields["title"] for item in found] == [title]
    assert found[0].fields["date"] == "2022-05-05"


def test_each_line_below_a_ruling_is_a_decision() -> None:
    text = (
        f"{HEAD}Deltagare: Anna Bergdal, Eva Sund\n\n§ 1 Budget\nBeslut\nNämnden godkänner budgeten.\nMedlen"
        f" avsätts till brunnar."
    )
    found = [item.fields["title"] for item in of("decision", f"{text}\n\n§ 2 Slut\nReservation\nEva reserverar sig.\n")]
    assert found == ["Nämnden godkänner budgeten", "Medlen avsätts till brunnar"]


def test_a_document_in_one_line_is_divided_where_its_lines_were() -> None:
    text = (
        "Vattenrådet 2022-05-04 1 (3) - PDF Storlek: px Transkript  SUNDS KOMMUN PROTOKOLL Vattenrådet 2022-05-04"
        "  Närvarande: "
        "Anna Bergdal, SMHI Tomas Grip, SCB Eva Sund, SMHI  § 9 Dagordning Dagordningen godkänns.  § 10 Ny damm"
        " Dnr 2022.1 "
        + "Dammen behöver lagas och vattnet sänkas innan hösten kommer. " * 20
        + "  § 11 Delgivningar Länet har skrivit till rådet.  § 12 Övrigt Inget fanns.  Utses att justera Eva Sund"
    )
    assert set(people(text)) >= {"Anna Bergdal", "Tomas Grip"}
    assert [item.fields["title"] for item in of("agenda_item", text)] == [
        "Dagordning",
        "Ny damm",
        "Delgivningar",
        "Övrigt",
    ]
