"""How every deed writes, shown on organisations."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from kraftsamla.accounts.models import User
from kraftsamla.actors.models import Organisation
from kraftsamla.actors.operations import change_organisation
from kraftsamla.audit.models import Entry
from kraftsamla.core.errors import Stale
from tests import factories


def test_a_new_record_gets_a_slug_and_keys(alva: User) -> None:
    organisation = factories.organisation("Ängelholms sjukhus", by=alva)
    assert (organisation.slug, organisation.sort_key, organisation.folded) == (
        "angelholms-sjukhus", "|ngelholms sjukhus", "ängelholms sjukhus",
    )  # fmt: skip


def test_two_of_a_name_get_different_slugs(alva: User) -> None:
    assert [factories.organisation("Lika", by=alva).slug for _ in range(3)] == ["lika", "lika-2", "lika-3"]


def test_a_chosen_slug_that_is_taken_is_refused_at_its_field(alva: User) -> None:
    factories.organisation(by=alva, slug="vinnova")
    with pytest.raises(ValidationError) as caught:
        factories.organisation(by=alva, slug="vinnova")
    assert caught.value.message_dict == {"slug": ["Adressnamnet används redan. Välj ett annat."]}


def test_changing_writes_only_what_differs_and_raises_the_version(alva: User) -> None:
    organisation = factories.organisation("Gammalt namn", by=alva)
    changes = change_organisation(
        organisation=organisation, values={"name": "Nytt namn", "sector": "public"}, version=1, by=alva
    )
    organisation.refresh_from_db()
    assert changes == {"name": ["Gammalt namn", "Nytt namn"]}
    assert (organisation.name, organisation.version, organisation.folded) == ("Nytt namn", 2, "nytt namn")


def test_saving_the_same_again_leaves_no_trace(alva: User) -> None:
    organisation = factories.organisation(by=alva)
    before = Entry.objects.count()
    assert change_organisation(organisation=organisation, values={"name": organisation.name}, version=1, by=alva) == {}
    organisation.refresh_from_db()
    assert (organisation.version, Entry.objects.count()) == (1, before)


def test_a_change_on_top_of_somebody_elses_shows_theirs_and_writes_nothing(alva: User) -> None:
    organisation = factories.organisation("Först", by=alva)
    mine = Organisation.objects.get(pk=organisation.pk)
    change_organisation(organisation=organisation, values={"name": "Deras"}, version=1, by=alva)
    with pytest.raises(Stale) as caught:
        change_organisation(organisation=mine, values={"name": "Mitt"}, version=1, by=alva)
    assert (caught.value.current["name"], caught.value.version) == ("Deras", 2)
    assert Organisation.objects.get(pk=organisation.pk).name == "Deras"


def test_a_field_that_may_not_be_written_is_refused(alva: User) -> None:
    organisation = factories.organisation(by=alva)
    with pytest.raises(ValidationError, match="Okända fält: ending"):
        change_organisation(organisation=organisation, values={"ending": "dissolved"}, version=1, by=alva)
