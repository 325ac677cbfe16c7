"""Excel out is Excel in: what comes back is looked through row by row, and nothing is half-written."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from django.test import TestCase

from kraftsamla.accounts.models import User
from kraftsamla.accounts.operations import system_account
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.operations import change_organisation
from kraftsamla.audit.models import Entry
from kraftsamla.bodies.models import Appointment
from kraftsamla.core.clock import today
from kraftsamla.core.errors import Refused
from kraftsamla.portal.exchange.loading import load_folder
from kraftsamla.portal.sheets.bringing import Faulty, carry_out, rehearse
from kraftsamla.portal.sheets.cells import LONGEST, TOO_LONG
from kraftsamla.portal.sheets.kinds import KINDS
from kraftsamla.portal.sheets.reading import MOST_ROWS, read_book
from kraftsamla.portal.sheets.shape import Became
from kraftsamla.portal.sheets.writing import write_book
from kraftsamla.strategy.models import Action, Assignment, Objective
from kraftsamla.strategy.operations import create_action
from tests import factories
from tests.portal.books import became, faults, get, out, place, put, read, saved

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "life-science"


class TestExample(TestCase):
    """The whole worked example; loaded once for all of them, which is why this is a class."""

    @classmethod
    def setUpTestData(cls) -> None:
        load_folder(EXAMPLE, by=system_account())

    def test_out_and_in_again_changes_nothing_for_any_kind(self) -> None:
        content = write_book(KINDS, visitor=system_account(), at=today())
        report = rehearse(book=read_book(content, KINDS), by=system_account())
        counts = {sheet.title: sheet.left for sheet in report.sheets}
        expected = {
            "Organisationer": Organisation.objects.current().count(), "Mål": Objective.objects.count(),
            "Insatser": Action.objects.count(), "Åtaganden": Assignment.objects.count(),
            "Lägesuppdateringar": Action.objects.count(), "Förordnanden": Appointment.objects.count(),
        }  # fmt: skip
        assert (counts, report.to_write, report.faults, report.notes) == (expected, 0, 0, [])

    def test_a_program_that_saves_the_file_in_its_own_way_changes_nothing(self) -> None:
        book = openpyxl.load_workbook(BytesIO(write_book(KINDS, visitor=system_account(), at=today())))
        assert rehearse(book=read(book), by=system_account()).to_write == 0


def test_a_sheet_opens_with_frozen_head_filter_dates_and_choices(alva: User) -> None:
    factories.organisation("Åhléns ödeö", by=alva, valid_from="2021-10-22", valid_to="2022-01")
    book = out("organisationer", alva)
    sheet = book["Organisationer"]
    assert book.sheetnames == ["Organisationer", "Läs mig", "Val"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("D2", "A1:M2")
    assert [cell.value for cell in sheet[1]][:4] == ["Nyckel", "Version", "Namn", "Engelskt namn"]
    assert get(book, 2, "Namn") == "Åhléns ödeö"
    assert (get(book, 2, "Finns från").date().isoformat(), get(book, 2, "Fanns till")) == ("2021-10-22", "2022-01")
    assert sheet.cell(2, place(book, "Finns från")).number_format == "yyyy-mm-dd"
    listed = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert listed["E2:E502"] == "Val!$A$1:$A$4"
    assert [cell.value for cell in book["Val"]["A"]][:2] == ["offentlig", "privat"]
    assert book["Val"].sheet_state == "hidden"


@pytest.mark.parametrize("text", ["=1+1", "+46 8", "-5", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_text_that_looks_like_a_formula_goes_out_and_comes_back_as_text(alva: User, text: str) -> None:
    factories.organisation(text, by=alva)
    book = out("organisationer", alva)
    cell = book.worksheets[0].cell(2, place(book, "Namn"))
    content = write_book([KINDS[0]], visitor=alva, at=today())
    with zipfile.ZipFile(BytesIO(content)) as packed:
        assert b"<f>" not in packed.read("xl/worksheets/sheet1.xml")
    assert cell.value == text
    assert rehearse(book=read_book(content, KINDS), by=alva).to_write == 0


def test_a_formula_is_refused_and_never_reckoned(alva: User) -> None:
    factories.organisation("Myndigheten", by=alva)
    book = out("organisationer", alva)
    put(book, 2, Region="=1+1")
    message = "Cellen innehåller en formel. Klistra in det som formeln ger i stället."
    assert faults(rehearse(book=read(book), by=alva)) == [(2, "Region", message)]


def test_what_would_change_is_said_and_nothing_is_stored_until_it_is_confirmed(alva: User) -> None:
    factories.organisation("Myndigheten", by=alva, region="Skåne")
    before = Entry.objects.count()
    book = out("organisationer", alva)
    put(book, 2, Namn="Verket", Finns_från=2019)
    put(book, 3, Namn="Region Öst", Sektor="offentlig", Slag="region", Land="SE", Del_av="Verket")
    report = rehearse(book=read(book), by=alva)
    (changed,), (added,) = report.sheets[0].having(Became.CHANGED), report.sheets[0].having(Became.ADDED)
    assert [(c.column, c.before, c.after) for c in changed.changes] == [
        ("Namn", "Myndigheten", "Verket"), ("Finns från", "", "2019"),
    ]  # fmt: skip
    assert (changed.name, added.row, added.name) == ("Myndigheten", 3, "Region Öst")
    assert (Entry.objects.count(), Organisation.objects.get().name) == (before, "Myndigheten")


def test_what_is_confirmed_is_written_by_the_ordinary_deeds(alva: User) -> None:
    factories.organisation("Myndigheten", by=alva, region="Skåne")
    book = out("organisationer", alva)
    put(book, 2, Region=None, Finns_från="okt 2019")
    put(book, 3, Namn="Region Öst", Sektor="Offentlig", Slag="region", Land="SE", Del_av="myndigheten")
    report = carry_out(book=read(book), by=alva, over={})
    assert became(report) == [("added", 1), ("changed", 1)]
    first, second = Organisation.objects.order_by("pk")
    assert (first.region, first.valid_from, first.version) == ("", "2019-10", 2)
    assert (second.name, second.slug, second.parent) == ("Region Öst", "region-ost", first)
    assert [e.event for e in Entry.objects.filter(actor=alva).order_by("pk")][-2:] == [
        "organisation.changed", "organisation.created",
    ]  # fmt: skip


def test_one_wrong_row_and_nothing_at_all_is_written(alva: User) -> None:
    factories.organisation("Myndigheten", by=alva)
    book = out("organisationer", alva)
    put(book, 2, Region="Skåne")
    put(book, 3, Namn="Ny", Sektor="statlig", Land="sverige")
    with pytest.raises(Faulty) as refused:
        carry_out(book=read(book), by=alva, over={})
    assert faults(refused.value.report) == [
        (3, "Sektor", "”statlig” går inte. Välj ett av: offentlig, privat, akademisk, civilsamhälle."),
        (3, "Slag", "Cellen är tom. Fyll i den."),
    ]
    assert (Organisation.objects.get().region, Organisation.objects.count()) == ("", 1)


def test_what_a_deed_refuses_stands_at_its_row_and_column(alva: User) -> None:
    for name in ("Ett", "Två"):
        factories.organisation(name, by=alva)
    book = out("organisationer", alva)
    put(book, 2, Land="sverige", Webbplats="ingen adress")
    put(book, 3, Del_av="Två")
    found = faults(rehearse(book=read(book), by=alva))
    assert [(row, column) for row, column, _message in found] == [(2, "Land"), (2, "Webbplats"), (3, "Del av")]
    assert found[2][2] == "Det blir en cirkel: den organisationen hör redan under denna."


def test_a_record_changed_meanwhile_is_a_conflict_that_shows_both(alva: User) -> None:
    organisation = factories.organisation("Myndigheten", by=alva)
    book = out("organisationer", alva)
    put(book, 2, Region="Skåne")
    change_organisation(organisation=organisation, values={"region": "Halland"}, version=1, by=alva)
    report = carry_out(book=read(book), by=alva, over={})
    (conflict,) = report.sheets[0].having(Became.CONFLICT)
    assert [(c.before, c.after) for c in conflict.changes] == [("Halland", "Skåne")]
    assert (conflict.standing, Organisation.objects.get().region) == ("2", "Halland")


def test_a_conflict_is_written_over_only_when_somebody_says_so_with_the_version_seen(alva: User) -> None:
    organisation = factories.organisation("Myndigheten", by=alva)
    book = out("organisationer", alva)
    put(book, 2, Region="Skåne")
    change_organisation(organisation=organisation, values={"region": "Halland"}, version=1, by=alva)
    with pytest.raises(Faulty):
        carry_out(book=read(book), by=alva, over={("Organisationer", 2): "1"})
    assert Organisation.objects.get().region == "Halland"
    carry_out(book=read(book), by=alva, over={("Organisationer", 2): "2"})
    assert Organisation.objects.get().region == "Skåne"


def test_what_only_another_has_changed_is_left_as_that_person_wrote_it(alva: User) -> None:
    organisation = factories.organisation("Myndigheten", by=alva, country="SE")
    book = out("organisationer", alva)
    change_organisation(organisation=organisation, values={"country": "NO", "region": ""}, version=1, by=alva)
    assert became(rehearse(book=read(book), by=alva)) == [("left", 1)]
    put(book, 2, Region="Skåne")
    (conflict,) = rehearse(book=read(book), by=alva).sheets[0].having(Became.CONFLICT)
    assert [(c.column, c.before, c.after) for c in conflict.changes] == [("Region", "", "Skåne")]


def test_a_name_changed_in_one_sheet_is_still_known_by_its_old_one_in_the_next(alva: User) -> None:
    factories.asked(factories.action(factories.strategy()), factories.organisation("Myndigheten"))
    kinds = [kind for kind in KINDS if kind.name in {"organisationer", "ataganden"}]
    book = openpyxl.load_workbook(BytesIO(write_book(kinds, visitor=alva, at=today())))
    put(book, 2, Namn="Verket")
    assert became(rehearse(book=read(book), by=alva)) == [("changed", 1), ("left", 1)]


@pytest.mark.parametrize(("heading", "text"), [("Sektor", "Offentlig"), ("Finns från", "okt 2021"), ("Slag", "agency")])
def test_the_same_said_in_another_way_is_no_change(alva: User, heading: str, text: str) -> None:
    factories.organisation("Myndigheten", valid_from="2021-10")
    book = out("organisationer", alva)
    put(book, 2, **{heading: text})
    assert became(rehearse(book=read(book), by=alva)) == [("left", 1)]


def test_what_stands_already_is_no_conflict(alva: User) -> None:
    organisation = factories.organisation("Myndigheten", by=alva)
    book = out("organisationer", alva)
    put(book, 2, Region="Skåne")
    change_organisation(organisation=organisation, values={"region": "Skåne"}, version=1, by=alva)
    assert became(rehearse(book=read(book), by=alva)) == [("left", 1)]


def test_columns_sheets_and_loose_cells_that_are_not_read_are_named(alva: User) -> None:
    factories.organisation("Myndigheten", by=alva)
    book = out("organisationer", alva)
    sheet = book.worksheets[0]
    sheet["N1"], sheet["N2"], sheet["P2"] = "Min anteckning", "viktig", "lös"
    book.create_sheet("Blad1")["A1"] = "hej"
    assert read(book).notes == [
        "Kolumnen ”Min anteckning” på bladet Organisationer känns inte igen och läses inte.",
        "Kolumn P på bladet Organisationer saknar rubrik. Det som står där läses inte (först rad 2).",
        "Bladet ”Blad1” känns inte igen och läses inte.",
    ]


def test_columns_may_be_moved_and_left_out(alva: User) -> None:
    factories.organisation("Myndigheten", by=alva, region="Skåne", website="https://example.org")
    book = out("organisationer", alva)
    sheet = book.worksheets[0]
    sheet.delete_cols(place(book, "Webbplats"))
    sheet.move_range("F1:F2", cols=20)
    assert became(rehearse(book=read(book), by=alva)) == [("left", 1)]


def test_a_key_that_is_unknown_or_stands_twice_is_told(alva: User) -> None:
    factories.organisation("Myndigheten", by=alva)
    book = out("organisationer", alva)
    put(book, 3, Nyckel="myndigheten", Version=1, Namn="En till")
    put(book, 4, Nyckel="finns-ej", Version=1, Namn="Annan")
    found = faults(rehearse(book=read(book), by=alva))
    assert [(row, column, message.split(".")[0]) for row, column, message in found] == [
        (3, "Nyckel", "Nyckeln står också på rad 2"),
        (4, "Nyckel", "Nyckeln ”finns-ej” finns inte, eller posten är borttagen eller ihopslagen med en annan"),
    ]


def test_a_new_row_with_a_name_that_is_known_is_not_added_again(alva: User) -> None:
    factories.organisation("Myndigheten", by=alva)
    book = out("organisationer", alva)
    put(book, 3, Namn="MYNDIGHETEN", Sektor="offentlig", Slag="myndighet", Land="SE")
    message = "”Myndigheten” finns redan. Skriv myndigheten som nyckel för att ändra den, eller välj ett annat namn."
    assert faults(rehearse(book=read(book), by=alva)) == [(3, "Namn", message)]


def test_a_text_too_long_for_a_cell_is_left_as_it_is(alva: User) -> None:
    factories.action(factories.strategy(), by=alva, description_sv="å" * (LONGEST + 1))
    book = out("insatser", alva)
    assert get(book, 2, "Beskrivning") == TOO_LONG
    put(book, 2, Diarienummer="U2021/1")
    carry_out(book=read(book), by=alva, over={})
    action = Action.objects.get()
    assert (action.registry_number, len(action.description_sv)) == ("U2021/1", LONGEST + 1)


def packed(**members: str) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Namn;Slag\n", "är inte en Excel-arbetsbok"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, "har ett lösenord"),
        (b"PK\x03\x04 trasig", "skadad"),
        (packed(content_xml="<x/>"), "skadad"),
        (packed(xl__workbook_xml="0" * 120_000_000), "packas upp"),
        (packed(xl__workbook_xml='<!DOCTYPE x [<!ENTITY a "b">]><x/>'), "skadad"),
        (packed(xl__workbook_xml="<x/>"), "går inte att läsa"),
    ],
    ids=["csv", "old or locked", "broken", "another format", "zip bomb", "entities", "no workbook"],
)
def test_what_is_no_workbook_is_refused_with_what_to_do(content: bytes, said: str) -> None:
    with pytest.raises(Refused) as refused:
        read_book(content, KINDS)
    assert said in refused.value.message


def test_too_many_rows_are_refused_wherever_they_stand(alva: User) -> None:
    book = out("organisationer", alva)
    put(book, MOST_ROWS + 50, Namn="Långt ned")
    with pytest.raises(Refused) as refused:
        read(book)
    assert refused.value.message == (
        "Bladet Organisationer är för stort: högst 20000 rader och 100 kolumner. Dela filen."
    )


def test_a_book_without_our_sheets_or_columns_says_which(alva: User) -> None:
    book = openpyxl.Workbook()
    with pytest.raises(Refused, match="Bladen ska heta: Organisationer, Mål, Insatser"):
        read(book)
    book.worksheets[0].title = "Insatser"
    with pytest.raises(Refused, match="Bladet Insatser saknar kolumnen ”Nyckel” på första raden"):
        read(book)


NASTY = (
    "rad ett\r\nrad två", "rad\rrad", "  mellanslag  ", "\ttabb", "_x000D_", "_x0041_ och _x005F_x000D_",
    "noll\x01tecken\x1f", "\ufffe", "2021-10", "2021-10-22", "1.10", "007", "TRUE", "#REF!", "'citat", "=1",
    "😀 å\u0308 ä ö", "<b>&amp;</b>", "–", "x" * 32_767, "\u00a0hårt\u00a0",
)  # fmt: skip


def test_whatever_is_written_comes_back_as_no_change(alva: User) -> None:
    strategy = factories.strategy()
    for number, text in enumerate(NASTY):
        values = {"description_sv": text, "registry_number": text[:100].replace("\x01", "")}
        create_action(strategy=strategy, values={"title_sv": f"Nr {number}", **values}, by=alva)
    content = write_book([KINDS[2]], visitor=alva, at=today())
    report = rehearse(book=read_book(content, KINDS), by=alva)
    assert [(o.name, o.changes, o.faults) for sheet in report.sheets for o in sheet.outcomes] == []
    again = saved(openpyxl.load_workbook(BytesIO(content)))
    report = rehearse(book=read_book(again, KINDS), by=alva)
    assert [(o.name, o.changes, o.faults) for sheet in report.sheets for o in sheet.outcomes] == []
