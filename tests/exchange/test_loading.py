"""Bad files: each fault is named with its file, its line and the remedy, and nothing is stored."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.operations import change_organisation
from kraftsamla.portal.exchange.dumping import dump_folder
from kraftsamla.portal.exchange.files import BadFiles
from kraftsamla.portal.exchange.loading import load_folder

GOOD = "organisations:\n  - slug: vinnova\n    name: Vinnova\n    sector: public\n    kind: agency\n"


def faults(folder: Path, by: User, **files: str) -> list[str]:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadFiles) as caught:
        load_folder(folder, by=by)
    assert not Organisation.objects.exists()
    return [str(fault) for fault in caught.value.faults]


def test_good_files_are_loaded_and_counted(tmp_path: Path, alva: User) -> None:
    (tmp_path / "organisations.yaml").write_text(GOOD, encoding="utf-8")
    assert load_folder(tmp_path, by=alva) == {"added": 1}


def test_a_change_in_the_file_becomes_a_change_of_the_record(tmp_path: Path, alva: User) -> None:
    file = tmp_path / "organisations.yaml"
    file.write_text(GOOD, encoding="utf-8")
    load_folder(tmp_path, by=alva)
    file.write_text(GOOD.replace("name: Vinnova", "name: Verket för innovationssystem"), encoding="utf-8")
    assert load_folder(tmp_path, by=alva) == {"changed": 1}
    assert Organisation.objects.get().name == "Verket för innovationssystem"


def test_a_misspelt_field_is_named_with_its_line(tmp_path: Path, alva: User) -> None:
    found = faults(tmp_path, alva, organisations=GOOD + "    secktor: public\n")
    remedy = "Okänt fält. Kontrollera stavningen eller ta bort det."
    assert found == [f"organisations.yaml, rad 6, organisations[vinnova].secktor: {remedy}"]


def test_a_word_outside_the_list_is_answered_with_the_list(tmp_path: Path, alva: User) -> None:
    found = faults(tmp_path, alva, organisations=GOOD.replace("public", "offentlig"))
    remedy = "”offentlig” går inte. Välj ett av 'public', 'private', 'academic' eller 'civil'."
    assert found == [f"organisations.yaml, rad 4, organisations[vinnova].sector: {remedy}"]


def test_a_reference_that_leads_nowhere_is_named(tmp_path: Path, alva: User) -> None:
    found = faults(tmp_path, alva, organisations=GOOD + "    parent: naringsdepartementet\n")
    remedy = "”naringsdepartementet” finns inte bland organisations. Lägg till posten eller rätta namnet."
    assert found == [f"organisations.yaml, rad 6, organisations[vinnova].parent: {remedy}"]


def test_a_date_that_does_not_exist_is_named(tmp_path: Path, alva: User) -> None:
    found = faults(tmp_path, alva, organisations=GOOD + "    valid_from: 2021-02-30\n")
    assert found == [
        "organisations.yaml, rad 6, organisations[vinnova].valid_from: 2021-02-30 finns inte. Den månaden har 28 dagar."
    ]


def test_a_name_used_twice_is_named(tmp_path: Path, alva: User) -> None:
    found = faults(tmp_path, alva, organisations=GOOD + GOOD.removeprefix("organisations:\n"))
    assert found == [
        "organisations.yaml, rad 6, organisations.1: ”vinnova” finns två gånger. Ta bort eller byt namn på en."
    ]


def test_broken_yaml_is_named_with_its_line(tmp_path: Path, alva: User) -> None:
    (found,) = faults(tmp_path, alva, organisations='organisations:\n  - slug: "vinnova\n')
    assert found.startswith("organisations.yaml, rad 3, –: Filen är inte giltig YAML")


def test_a_file_in_another_encoding_is_refused_with_the_remedy(tmp_path: Path, alva: User) -> None:
    (tmp_path / "organisations.yaml").write_bytes("organisations: # åäö\n".encode("cp1252"))
    assert faults(tmp_path, alva) == [
        "organisations.yaml, rad 1, –: Filen är inte UTF-8. Spara den som UTF-8 och försök igen."
    ]


def test_an_unknown_file_is_refused_with_the_names_that_can_be_read(tmp_path: Path, alva: User) -> None:
    (found,) = faults(tmp_path, alva, organisations=GOOD, organisation="x: 1\n")
    assert found.startswith("organisation.yaml, rad 1, –: Okänd fil. Filerna ska heta: organisations.yaml, ")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, alva: User) -> None:
    with pytest.raises(BadFiles, match="Mappen finns inte"):
        load_folder(tmp_path / "nej", by=alva)


def test_all_faults_are_told_at_once(tmp_path: Path, alva: User) -> None:
    found = faults(
        tmp_path, alva, organisations=GOOD.replace("public", "x").replace("agency", "y"), people="people: x\n"
    )
    assert [fault.split(":")[0] for fault in found] == [
        "organisations.yaml, rad 4, organisations[vinnova].sector",
        "organisations.yaml, rad 5, organisations[vinnova].kind",
        "people.yaml, rad 1, people",
    ]  # fmt: skip


def test_a_record_changed_by_somebody_else_is_found_not_made_again(tmp_path: Path, alva: User) -> None:
    (tmp_path / "organisations.yaml").write_text(GOOD, encoding="utf-8")
    load_folder(tmp_path, by=alva)
    organisation = Organisation.objects.get()
    change_organisation(organisation=organisation, values={"region": "Stockholm"}, version=1, by=alva)
    assert load_folder(tmp_path, by=alva) == {"changed": 1}
    assert Organisation.objects.count() == 1


@pytest.mark.django_db
def test_writing_to_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_text

    def full(self: Path, text: str, **options: Any) -> int:
        write(self, text[:1], **options)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space left on device"):
        dump_folder(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_key_that_stands_twice_is_not_silently_the_last(tmp_path: Path, alva: User) -> None:
    assert faults(tmp_path, alva, organisations=GOOD + "    name: Formas\n") == [
        "organisations.yaml, rad 6, name: ”name” står två gånger i samma post. Ta bort den ena."
    ]


def test_an_invisible_character_is_named(tmp_path: Path, alva: User) -> None:
    found = faults(tmp_path, alva, organisations=GOOD.replace("name: Vinnova", 'name: "Vin\\0nova"'))
    remedy = "Texten innehåller ett osynligt tecken (NUL). Ta bort det."
    assert found == [f"organisations.yaml, rad 3, organisations[vinnova].name: {remedy}"]


def test_levels_without_end_are_refused(tmp_path: Path, alva: User) -> None:
    assert faults(tmp_path, alva, organisations=f"organisations: {'[' * 3000}{']' * 3000}\n") == [
        "organisations.yaml, rad 1, –: Filen har för många nivåer i varandra. Jämför med exemplet."
    ]
