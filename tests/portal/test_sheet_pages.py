"""The pages and the command that take sheets out and bring them back."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.operations import change_organisation
from kraftsamla.config.cli import main
from kraftsamla.core.clock import today
from tests import factories
from tests.portal.books import out, put, saved

Browse = Callable[[User], Client]


def send(client: Client, content: bytes, name: str = "fil.xlsx") -> Any:
    file = BytesIO(content)
    file.name = name
    return client.post(reverse("portal:sheet-try"), {"file": file})


def test_bo_takes_out_a_sheet_with_its_swedish_name_and_may_bring_none(bo: User, browse: Browse) -> None:
    client = browse(bo)
    response = client.get(reverse("portal:sheet-out", args=["ataganden"]))
    day = today().isoformat()
    assert response["Content-Disposition"] == f"attachment; filename*=utf-8''%C3%A5taganden-{day}.xlsx"
    assert send(client, response.content).status_code == 403
    page = client.get(reverse("portal:sheet-list"))
    assert (page.status_code, page.context["bringable"], "Läs in" in page.content.decode()) == (200, [], False)
    assert client.get(reverse("portal:sheet-out", args=["annat"])).status_code == 404


def test_alva_looks_a_file_through_and_brings_it(alva: User, browse: Browse) -> None:
    factories.organisation("Myndigheten", by=alva)
    client = browse(alva)
    book = openpyxl.load_workbook(BytesIO(client.get(reverse("portal:sheet-out", args=["organisationer"])).content))
    put(book, 2, Region="Skåne <b>")
    page = send(client, saved(book), "ändrad.xlsx")
    assert (page.status_code, page.context["report"].to_write, Organisation.objects.get().region) == (200, 1, "")
    assert "Skåne &lt;b&gt;</ins>" in page.content.decode()
    done = client.post(reverse("portal:sheet-in"), {"rows": page.context["rows"], "name": "ändrad.xlsx"}, follow=True)
    assert [str(message) for message in done.context["messages"]] == ["1 rad är införd."]
    assert Organisation.objects.get().region == "Skåne <b>"


def test_a_file_with_faults_offers_no_way_in(alva: User, browse: Browse) -> None:
    book = out("organisationer", alva)
    put(book, 2, Namn="Ny")
    page = send(browse(alva), saved(book))
    assert (page.status_code, page.context["rows"], "För in ändringarna" in page.content.decode()) == (422, "", False)


def test_what_was_looked_through_by_one_cannot_be_brought_by_another(alva: User, dag: User, browse: Browse) -> None:
    factories.organisation("Myndigheten", by=alva)
    book = out("organisationer", alva)
    put(book, 2, Region="Skåne")
    rows = send(browse(alva), saved(book)).context["rows"]
    assert browse(dag).post(reverse("portal:sheet-in"), {"rows": rows}).status_code == 403
    page = browse(alva).post(reverse("portal:sheet-in"), {"rows": rows[:-3] + "abc"})
    assert (page.status_code, Organisation.objects.get().region) == (409, "")


def test_a_change_between_the_look_and_the_yes_is_shown_and_nothing_is_written(alva: User, browse: Browse) -> None:
    first, second = factories.organisation("Ett", by=alva), factories.organisation("Två", by=alva)
    client = browse(alva)
    book = out("organisationer", alva)
    put(book, 2, Region="Skåne")
    put(book, 3, Region="Halland")
    change_organisation(organisation=first, values={"country": "NO"}, version=1, by=alva)
    page = send(client, saved(book))
    mark = page.context["shown"].conflicts.rows[0].mark
    assert mark == "Organisationer|2|2"
    change_organisation(organisation=first, values={"country": "DK"}, version=2, by=alva)
    again = client.post(reverse("portal:sheet-in"), {"rows": page.context["rows"], "over": mark})
    assert again.status_code == 409
    assert set(Organisation.objects.values_list("region", flat=True)) == {""}
    mark = again.context["shown"].conflicts.rows[0].mark
    client.post(reverse("portal:sheet-in"), {"rows": again.context["rows"], "over": mark})
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.region, first.country, second.region) == ("Skåne", "DK", "Halland")


def test_no_file_and_a_wrong_file_are_told_at_the_field(alva: User, browse: Browse) -> None:
    client = browse(alva)
    assert client.post(reverse("portal:sheet-try"), {}).context["form"].errors == {"file": ["Välj en fil."]}
    page = send(client, b"hej")
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["file"])


def test_elsa_brings_her_updates_by_the_page(elsa: User, browse: Browse) -> None:
    agency, action = factories.organisation("Verket"), factories.action(factories.strategy(), "Hubben")
    factories.accepted(action, agency)
    factories.representative(elsa, agency)
    client = browse(elsa)
    assert "Du kan läsa in lägesuppdateringar" in client.get(reverse("portal:sheet-list")).content.decode()
    book = out("lagesuppdateringar", elsa)
    put(book, 2, Läget_den="2022", Läge="genomförd")
    page = send(client, saved(book))
    client.post(reverse("portal:sheet-in"), {"rows": page.context["rows"]})
    assert action.updates.get().on_behalf_of == agency
    refused = send(client, saved(out("organisationer", elsa)))
    assert (refused.status_code, list(refused.context["form"].errors)) == (403, ["file"])


def test_a_sheet_goes_out_and_in_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], db: None
) -> None:
    factories.organisation("Myndigheten")
    file = tmp_path / "organisationer.xlsx"
    assert main(["sheet", "out", "organisationer", str(file)]) == 0
    book = openpyxl.load_workbook(file)
    put(book, 2, Region="Skåne")
    book.save(file)
    assert main(["sheet", "in", str(file)]) == 1
    assert Organisation.objects.get().region == ""
    told = capsys.readouterr()
    assert "Organisationer, rad 2, ändras: Myndigheten" in told.out
    assert "lägg till --yes" in told.err
    assert main(["sheet", "in", str(file), "--yes"]) == 0
    assert Organisation.objects.get().region == "Skåne"
    assert main(["sheet", "in", str(file), "--yes"]) == 0
    assert "Lämnas som de är: 1." in capsys.readouterr().out
    assert main(["sheet", "out", "alla", str(file)]) == 0
    book = openpyxl.load_workbook(file)
    put(book, 2, Land="sverige", Region="Halland")
    book.save(file)
    assert main(["sheet", "in", str(file), "--yes"]) == 1
    assert "Organisationer, rad 2, Land: Skriv landet med två stora bokstäver" in capsys.readouterr().err


@pytest.mark.parametrize("call", [["out", "annat", "x.xlsx"], ["out", "mal"], ["in", "a", "b"]])
def test_a_wrong_call_ends_with_2(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet", *call]) == 2
    assert "kraftsamla:" in capsys.readouterr().err
