"""Picking several records: boxes for those chosen, a line of names for more."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from kraftsamla.actors.models import Organisation
from kraftsamla.ui.forms import PlainForm, RecordsField
from tests import factories


class HostsForm(PlainForm):
    hosts = RecordsField(
        records=lambda: Organisation.objects.current(), source="actors:organisation-choices",
        known_by=("folded", "other_names__folded"), required=False,
    )  # fmt: skip


def form(*posted: str) -> HostsForm:
    data = QueryDict(mutable=True)
    data.setlist("hosts", list(posted))
    return HostsForm(data)


@pytest.fixture(autouse=True)
def _organisations(db: None) -> None:
    for name in ("Vinnova", "Formas", "Forte"):
        factories.organisation(name)


@pytest.mark.parametrize(
    ("posted", "chosen"),
    [
        ((), []),
        (("vinnova", ""), ["Vinnova"]),
        (("vinnova", "Forte; FORMAS"), ["Vinnova", "Forte", "Formas"]),
        (("vinnova", "Vinnova"), ["Vinnova"]),
    ],
)
def test_ticked_and_written_ones_are_put_together(posted: tuple[str, ...], chosen: list[str]) -> None:
    sent = form(*posted)
    assert (sent.errors, [str(each) for each in sent.cleaned_data["hosts"]]) == ({}, chosen)


def test_what_is_not_known_is_named_and_kept_beside_what_was_chosen() -> None:
    sent = form("vinnova", "Forte; Okänd")
    assert sent.errors == {"hosts": ["”Okänd” finns inte. Kontrollera stavningen, eller lägg till posten först."]}
    chosen, unknown = sent["hosts"].value()
    assert ([str(each) for each in chosen], unknown) == (["Forte", "Vinnova"], ["Okänd"])
    page = str(sent["hosts"])
    assert [f'value="{value}" checked' in page for value in ("vinnova", "forte", "formas")] == [True, True, False]
    assert 'value="Okänd"' in page


def test_a_name_that_may_mean_more_than_one_is_asked_about() -> None:
    assert form("for").errors == {
        "hosts": ["Det går inte att veta vilken som menas med ”for”. Skriv en av: Formas [formas]; Forte [forte]."]
    }


@pytest.mark.parametrize("written", ["å" * 60_000, "\x00", "Vinnova\x00 2"], ids=["endless", "nul", "nul inside"])
def test_what_no_database_can_look_for_is_a_name_that_is_not_known(written: str) -> None:
    message = str(form(written).errors["hosts"][0])
    assert message.endswith("finns inte. Kontrollera stavningen, eller lägg till posten först.")
    assert len(message) < 150
