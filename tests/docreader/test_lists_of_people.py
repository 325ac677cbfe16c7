"""Lists of people in the layouts that real minutes use. All names and bodies are invented."""

import pytest

from docreader import Reading, read

HEAD = "Minnesanteckningar från Vattenrådet den 4 maj 2022\n\n"


def people(text: str) -> dict[str, dict[str, object]]:
    """Everybody that the reader lists, by name (or by organisation when no person is named)."""
    reading: Reading = read(text)
    rows: list[dict[str, object]] = [dict(item.fields) for item in reading.suggestions if item.kind == "participant"]
    return {str(row.get("person") or row.get("organisation")): row for row in rows}


def test_numbered_lines_hold_roles_and_organisations_in_one_list() -> None:
    found = people(
        HEAD + "Deltagare\n\n1. Anna Bergdal, ledamot\n2. Mårten Ulvsjö, ledamot\n\n3. Karin Hedvall, ordförande\n"
        "4. Tomas Grip, Vattenkontoret\n5. Eva-Lena Sund, SMHI\n"
    )
    assert list(found) == ["Anna Bergdal", "Mårten Ulvsjö", "Karin Hedvall", "Tomas Grip", "Eva-Lena Sund"]
    assert found["Karin Hedvall"]["role"] == "ordförande"
    assert found["Tomas Grip"]["organisation"] == "Vattenkontoret"
    assert "organisation" not in found["Anna Bergdal"]


def test_a_comma_inside_a_name_is_no_organisation() -> None:
    found = people(HEAD + "Deltagare\n1. Helena, Ulvsjö, ledamot\n2. Anna Bergdal, ledamot\n3. Bo Grip, ledamot\n")
    assert list(found) == ["Helena Ulvsjö", "Anna Bergdal", "Bo Grip"]


def test_organisations_with_colons_run_on_over_line_ends() -> None:
    found = people(
        HEAD + "Närvarande: SMHI: Anna Bergdal, Mårten\nUlvsjö, E-\nhälsomyndigheten: Karin Hedvall, Länsstyrelsen i\n"
        "Västra Götalands län: Tomas Grip, Eva Sund\n\n1. Inledning\nAnna hälsade alla välkomna.\n\n2. Slut\nTack.\n"
    )
    assert set(found) == {"Anna Bergdal", "Mårten Ulvsjö", "Karin Hedvall", "Tomas Grip", "Eva Sund"}
    assert found["Mårten Ulvsjö"]["organisation"] == "SMHI"
    assert found["Eva Sund"]["organisation"] == "Länsstyrelsen i Västra Götalands län"


def test_an_organisation_in_brackets() -> None:
    found = people(HEAD + "Närvarande:\nAnna Bergdal (SMHI)\nTomas Grip (Region Gävleborg)\n")
    assert found["Tomas Grip"]["organisation"] == "Region Gävleborg"


def test_two_people_before_one_organisation() -> None:
    found = people(
        HEAD + "Deltagare:\nAnna Bergdal, Tomas Grip, SMHI\nKarin Hedvall, konsult SMHI\nBo Ek, Lantmäteriet\n"
    )
    assert found["Anna Bergdal"]["organisation"] == found["Tomas Grip"]["organisation"] == "SMHI"
    assert (found["Karin Hedvall"]["role"], found["Karin Hedvall"]["organisation"]) == ("konsult", "SMHI")


def test_a_table_with_a_reversed_name() -> None:
    found = people(
        HEAD + "Närvarande | Organisation | Mötesroll\n:--- | :--- | :---\nAnna Bergdal | Vattendata | Ordförande\n"
        "Grip Tomas | SMHI | Sekreterare\nKarin Hedvall | SMHI\n"
    )
    assert set(found) == {"Anna Bergdal", "Tomas Grip", "Karin Hedvall"}
    assert found["Tomas Grip"]["role"] == "Sekreterare"


def test_bullets_with_the_organisation_first() -> None:
    found = people(
        HEAD + "**Deltagare**:\n\n* Turistförbundet (TF) – Anna Bergdal och Tomas Grip\n* SMHI: Karin Hedvall\n"
        "* Skogsbolaget - Eva Sund (del av mötet).\n\n## Läget\nAnna berättade om läget i skogen och i fjällen.\n"
    )
    assert set(found) == {"Anna Bergdal", "Tomas Grip", "Karin Hedvall", "Eva Sund"}
    assert found["Tomas Grip"]["organisation"] == "Turistförbundet"
    assert found["Eva Sund"]["partial"] is True


def test_two_lists_by_way_of_attending() -> None:
    found = people(
        HEAD + "Deltagare digitalt\nAnna Bergdal, SMHI\nTomas Grip, SMHI\n\nDeltagare fysiskt\nKarin Hedvall, Vinnova\n"
        "Bo Ek, Vinnova\n"
    )
    assert found["Anna Bergdal"]["mode"] == "digital"
    assert found["Karin Hedvall"]["mode"] == "physical"


def test_one_line_of_a_pdf_without_divisions() -> None:
    found = people(
        "Minnesanteckningar Vattenrådet Datum 4/5-2022 Plats SMHI, Norrköping Närvarande: Anna Bergdal, SMHI Tomas "
        "Grip, Svenskt Vatten Karin Hedvall, MSB Anders Ek, Eva Sund och Per Lind från Energimyndigheten Ej "
        "närvarande: Bo Hult, Boverket\n\n1. Inledning\nAnna hälsade välkommen.\n\n2. Läget\nLäget är gott.\n"
    )
    assert {"Anna Bergdal", "Tomas Grip", "Karin Hedvall", "Per Lind", "Bo Hult"} <= set(found)
    assert found["Bo Hult"]["attendance"] == "absent"
    assert found["Per Lind"]["organisation"] == "Energimyndigheten"


def test_organisations_without_people() -> None:
    found = people(
        HEAD + "Närvarande:\n- Boverket\n- SMHI (via telefon)\n- Region Halland\n\nMötet öppnades klockan nio.\n"
    )
    assert list(found) == ["Boverket", "SMHI", "Region Halland"]


def test_a_political_body_with_parties_and_substitutes() -> None:
    found = people(
        "PROTOKOLL\nVattennämnden\nSammanträdesdatum 2021-06-02\n\nBeslutande\nAnna Bergdal (S), ordförande\n"
        "Tomas Grip (C), 1:e vice ordförande\nKarin Hedvall (M), ersättare för Bo Ek (M)\nÖvriga närvarande\n"
        "Eva Sund, nämndsekreterare\n\n§ 1 Dagordning\nDagordningen fastställs.\n\n§ 2 Budget\nBudgeten redovisas.\n"
    )
    assert set(found) == {"Anna Bergdal", "Tomas Grip", "Karin Hedvall", "Eva Sund"}
    assert found["Tomas Grip"]["party"] == "C"


def test_norwegian_comma_lists_with_titles() -> None:
    found = people(
        "Møtereferat fra Vannrådet 5. november 2014\n\nTil stede: Ordfører Gro Tveit, Uvdal kommune, Turid Mæhlum, "
        "rådmann, Uvdal kommune (til kl. 15.50), Espen Kvist, Fylkeskommunen\nForfall: Magnhild Roe, Nesbygda\n\n"
        "Sak 1/2014 Godkjenning\nGodkjent.\n\nSak 2/2014 Budsjett\nBudsjettet ble lagt fram.\n"
    )
    assert found["Magnhild Roe"]["attendance"] == "absent"
    assert found["Turid Mæhlum"]["role"] == "rådmann"
    assert found["Turid Mæhlum"]["partial"] is True


def test_danish_absence_wins_over_the_main_list() -> None:
    found = people(
        "Referat af møde i Vandrådet\nDato: 13-5-2019\n\nDeltagere:\nMerete Kjær, Vejle Kommune (formand)\n"
        "Tage Bund, Horsens Kommune\nHanne Vist, Kolding Kommune - afbud\n\nAfbud:\nTage Bund\n\nDagsorden\n\n"
        "1. Velkomst\nFormanden bød velkommen.\n\n2. Eventuelt\nIntet.\n"
    )
    assert found["Tage Bund"]["attendance"] == found["Hanne Vist"]["attendance"] == "absent"
    assert found["Merete Kjær"]["role"] == "formand"


def test_a_long_list_with_four_levels_of_commas() -> None:
    found = people(
        HEAD + "Ledamöter\n\n1. Anna Bergdal, överläkare, Akademiska sjukhuset, Mellersta regionen\n"
        "2. Tomas Grip, distriktsläkare och studierektor, Vårdcentralen Lunden, Norra regionen\n"
    )
    assert list(found) == ["Anna Bergdal", "Tomas Grip"]
    assert found["Anna Bergdal"]["organisation"] == "Akademiska sjukhuset"


@pytest.mark.parametrize("text", ["Närvarande: totalt 12 personer.", "Deltagare: se bilaga 1."])
def test_a_mere_count_names_nobody(text: str) -> None:
    assert people(f"{HEAD}{text}\n\n1. Inledning\nMötet öppnades.\n\n2. Slut\nMötet slutade.\n") == {}


@pytest.mark.parametrize(
    "listed",
    [
        "Ledamöter\nAnna Ek (S) X\nBo Öst (M) -\nCilla Berg (C) X",
        "Ledamöter\nAnna Ek (S)\nBo Öst (M)\nCilla Berg (C)\nX\n-\nX",
        "Ledamöter\nAnna Ek (S)\nBo Öst (M)\nCilla Berg (C)\n1 - 1",
        "Närvarande: Anna Ek X Bo Öst - Cilla Berg X",
    ],
)
def test_a_column_of_attendance_that_lost_its_table(listed: str) -> None:
    text = f"Protokoll kommunstyrelsen 2021-03-04\n\n{listed}\n\n1. Budget\nText.\n2. Övrigt\nText.\n"
    present = [(i.fields["person"], i.fields["attendance"]) for i in read(text).suggestions if i.kind == "participant"]
    assert present == [("Anna Ek", "present"), ("Bo Öst", "absent"), ("Cilla Berg", "present")]
