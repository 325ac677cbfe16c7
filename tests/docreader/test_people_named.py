"""People named in articles, members of groups and boards, and figures, on pages that are no minutes. All invented."""

import pytest

from docreader import Suggestion, read

TOPS = {
    "sv": "Kommunen bygger om torget\n\nPublicerad 3 mars 2022\n\nArbetet börjar till våren och tar två år.\n\n",
    "nb": "Kommunen bygger om torget\n\nPublisert 3. mars 2022\n\nArbeidet begynner til våren og tar to år.\n\n",
    "da": "Kommunen bygger torvet om\n\nOffentliggjort 3. marts 2022\n\nArbejdet begynder til foråret.\n\n",
    "en": "The town rebuilds the square\n\nPublished 3 March 2022\n\nThe work begins in spring.\n\n",
}
NAMED = [
    ("sv", "– Det blir bra, säger stadsträdgårdsmästare Ellinor Brandt.", "Ellinor Brandt", "stadsträdgårdsmästare"),
    ("sv", "Enligt trafikplaneraren Yasmin Haddad blir det fler bussar.", "Yasmin Haddad", "trafikplanerare"),
    ("sv", "Bromuseets intendent Ingvar Tallroth är nöjd.", "Ingvar Tallroth", "intendent"),
    ("sv", "Energi- och näringsminister Maja Kvist var där.", "Maja Kvist", "energi- och näringsminister"),
    ("sv", "Regeringen har utsett Rut Lindman till nationell samordnare.", "Rut Lindman", "nationell samordnare"),
    ("sv", "Kontakta projektledare Simon Ugglå, telefon 08-000 00.", "Simon Ugglå", "projektledare"),
    ("nb", "Ifølge trafikkplanlegger Yasmin Haddad blir det flere busser.", "Yasmin Haddad", "trafikkplanlegger"),
    ("nb", "Kontaktperson: seniorrådgiver Simon Ugland", "Simon Ugland", "seniorrådgiver"),
    ("nb", "Forskeren Maja Kvist ved NTNU har fulgt arbeidet.", "Maja Kvist", "forsker"),
    ("da", "Lektor Maja Kvist fra Aalborg Universitet har fulgt arbejdet.", "Maja Kvist", "lektor"),
    ("da", "Ordstyrer er Ellen Kofoed.", "Ellen Kofoed", "ordstyrer"),
    ("en", "Professor Maja Quist of Aalborg University has followed it.", "Maja Quist", "professor"),
    ("en", "Course leader is Dr Ellen Marsh, Lund University.", "Ellen Marsh", None),
]


def found_in(text: str, *kinds: str) -> list[Suggestion]:
    """The suggestions of some kinds."""
    return [item for item in read(text.encode(), name="document.txt").suggestions if item.kind in kinds]


@pytest.mark.parametrize(("language", "words", "name", "role"), NAMED)
def test_whoever_is_named_is_found_with_the_title(language: str, words: str, name: str, role: str | None) -> None:
    people = {item.fields["person"]: item.fields for item in found_in(TOPS[language] + words + "\n", "person")}
    assert list(people) == [name]
    assert role is None or str(people[name].get("role")).casefold() == role


@pytest.mark.parametrize("words", ["Foto: Petra Lindell", "Torget Studio Kaj", "Tack Inger för bilden."])
def test_photographers_places_and_thanks_are_nobody(words: str) -> None:
    assert found_in(TOPS["sv"] + words + "\n", "person") == []


def test_a_list_of_members_gives_role_title_and_employer() -> None:
    text = (
        "Rådet för hängbroar\n\n## Ordförande\n\nGunilla af Petersens, professor, Lunds universitet\n\n"
        "## Ledamöter och personliga ersättare\n\n1. Per-Anders Wikberg, brokonstruktör, Trafikverket\n"
        "   ersättare: Linnéa Backlund, Boverket\n2. Ann-Kristin Huuva, jurist, Region Skåne\n"
    )
    members = {item.fields["person"]: item.fields for item in found_in(text, "member")}
    assert list(members) == ["Gunilla af Petersens", "Per-Anders Wikberg", "Linnéa Backlund", "Ann-Kristin Huuva"]
    assert [fields["role"] for fields in members.values()] == ["ordförande", "ledamot", "ersättare", "ledamot"]
    assert members["Per-Anders Wikberg"]["title_at_home"] == "brokonstruktör"
    assert members["Per-Anders Wikberg"]["organisation"] == "Trafikverket"


@pytest.mark.parametrize(
    "words",
    [
        "Arbetsgruppen består av David Ek (SCB), Elin Färm, SGU, och Fatima Noor från Boverket.",
        "Styrgrupp: David Ek, SCB (ordf.); Elin Färm, SGU; Fatima Noor, Boverket.",
        "I referensgruppen ingår David Ek, SCB, Elin Färm, SGU, och Fatima Noor, Boverket.",
    ],
)
def test_members_told_in_a_sentence_have_their_employers(words: str) -> None:
    members = found_in(TOPS["sv"] + words + "\n", "member")
    assert [(item.fields["person"], item.fields["organisation"]) for item in members] == [
        ("David Ek", "SCB"),
        ("Elin Färm", "SGU"),
        ("Fatima Noor", "Boverket"),
    ]


FIGURES = [
    ("sv", "I enkäten svarade 240 av 290 kommuner.", [240]),
    ("sv", "Av 26 provpunkter fanns öring i nio.", [26]),
    ("sv", "Hittills har handboken laddats ner 4 100 gånger.", [4100]),
    ("sv", "I dag har 29 procent reservkraft.", [29]),
    ("sv", "Fonden delade ut 18,5 miljoner kronor 2023.", [18_500_000]),
    ("nb", "Fryserne rommer rundt 12 millioner prøver.", [12_000_000]),
    ("da", "Der mangler 9.300 faglærte i branchen.", [9300]),
    ("en", "So far 1,460 participants have come.", [1460]),
    ("sv", "Staten bör ge varje kommun 200 000 kronor.", []),
    ("sv", "Kursen tar 14 veckor.", []),
    ("sv", "Box 70380, 107 24 Stockholm", []),
]


@pytest.mark.parametrize(("language", "words", "values"), FIGURES)
def test_a_figure_is_told_and_a_wish_a_time_or_an_address_is_none(language: str, words: str, values: list[int]) -> None:
    assert [item.fields["value"] for item in found_in(TOPS[language] + words + "\n", "metric")] == values
