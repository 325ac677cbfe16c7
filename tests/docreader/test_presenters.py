"""Who presented what: every order of words, four languages. The people and the group are invented."""

import pytest

from docreader import read

HEADS = {
    "sv": (
        "Minnesanteckningar referensgruppen för gångbroar\nDatum: 12 mars 2021\nPlats: Teams\n\nNärvarande:\n"
        "Annelie Forsgård, Trafikverket, ordförande\nBengt-Åke Moqvist, Region Halland\nFarah Dehlavi, SMHI\n"
        "Johannes Ek, Boverket, sekreterare\nPetronella Sundin, Kramfors kommun\nKwame Lindroos, SGI\n"
        "Gudrun Valtersson, Vinnova, projektledare\n\n1. Inledning\nMötet öppnades.\n\n"
    ),
    "nb": (
        "Referat fra møte i arbeidsgruppe for gangbruer\nDato: 12. mars 2021\nSted: Teams\n\nTil stede:\n"
        "Annelie Forsgård, Statens vegvesen, leder\nBent-Åge Moe, Vestland fylkeskommune\nFarah Dehlavi, NVE\n"
        "Johannes Ek, Kartverket, sekretær\nPetra Sundby, Odda kommune\nKwame Lind, NGI\n"
        "Gudrun Valle, SINTEF, prosjektleder\n\n1. Åpning\nMøtet ble åpnet.\n\n"
    ),
    "da": (
        "Referat af møde i arbejdsgruppen for gangbroer\nDato: 12. marts 2021\nSted: Teams\n\nDeltagere:\n"
        "Annelie Forsgård, Vejdirektoratet, formand\nBent-Åge Moe, Region Syddanmark\nFarah Dehlavi, DMI\n"
        "Johannes Ek, Bolig- og Planstyrelsen, sekretær\nPetra Sundby, Odder Kommune\nKwame Lind, GEUS\n"
        "Gudrun Valle, DTU, projektleder\n\n1. Velkomst\nMødet blev åbnet.\n\n"
    ),
    "en": (
        "Minutes of the working group on footbridges\nDate: 12 March 2021\nPlace: Teams\n\nPresent:\n"
        "Annelie Forsgård, Trafikverket, chair\nBengt Moqvist, Halland Region\nFarah Dehlavi, SMHI\n"
        "Johannes Ek, Boverket, secretary\nPetra Sundby, Kramfors\nKwame Lindroos, SGI\n"
        "Gudrun Valtersson, Vinnova, project manager\n\n1. Opening\nThe meeting was opened.\n\n"
    ),
}
TOLD = [
    ("sv", "Broregistret", "Farah drog läget i flödesprojektet.", "Farah Dehlavi"),
    ("sv", "Broregistret", "Kort föredragning av Farah Dehlavi om flödena.", "Farah Dehlavi"),
    ("sv", "Broregistret", "En lägesrapport lämnades av Kwame Lindroos.", "Kwame Lindroos"),
    ("sv", "Broregistret", "Kwame lämnade en lägesrapport om standarden.", "Kwame Lindroos"),
    ("sv", "Broregistret", "Sedan tog Kwame över och förklarade modellen.", "Kwame Lindroos"),
    ("sv", "Broregistret", "På skärmen visade Kwame hur registret ser ut.", "Kwame Lindroos"),
    ("sv", "Broregistret", "Gäst under punkten: Rune Tallberg, Luleå tekniska universitet.", "Rune Tallberg"),
    ("sv", "Broregistret", "Till punkten hade Maj-Lis Holmberg, ingenjör vid Sweco, bjudits in.", "Maj-Lis Holmberg"),
    ("sv", "Broregistret", "Avdelningschef Stig-Olof Palm från Sweco berättade om projekteringen.", "Stig-Olof Palm"),
    ("sv", "Broregistret", "Efter lunch berättade Eira Wallmark, intendent på Bromuseet, om broar.", "Eira Wallmark"),
    ("sv", "Broregistret", "Projektledaren redogjorde för tidplanen.", "Gudrun Valtersson"),
    (
        "sv",
        "Broregistret",
        "Bengt-Åke Moqvist, Petronella Sundin och Kwame Lindroos presenterade var sin modell.",
        "Bengt-Åke Moqvist, Petronella Sundin, Kwame Lindroos",
    ),
    ("sv", "Broregistret (Kwame och Farah)", "Diskussion följde.", "Kwame Lindroos, Farah Dehlavi"),
    ("sv", "Broregistret / Kwame", "Diskussion följde.", "Kwame Lindroos"),
    ("sv", "Broregistret", "*Kwame Lindroos, SGI*", "Kwame Lindroos"),
    ("sv", "Broregistret", "Kwame Lindroos (SGI) om skred och ras.", "Kwame Lindroos"),
    ("sv", "Ordföranden informerar", "Budgeten är antagen och två tjänster är utlysta.", "Annelie Forsgård"),
    ("nb", "Bruregisteret", "Orientering ved Kwame Lind, NGI.", "Kwame Lind"),
    ("nb", "Bruregisteret v/Kwame Lind", "Diskusjon.", "Kwame Lind"),
    ("nb", "Bruregisteret", "Innledning v/Kwame", "Kwame Lind"),
    ("nb", "Bruregisteret", "Deretter viste Petra hvordan kommunen teller bruer.", "Petra Sundby"),
    ("nb", "Bruregisteret", "Bent-Åge og Petra la fram resultatene.", "Bent-Åge Moe, Petra Sundby"),
    ("nb", "Bruregisteret", "Leder orienterte om budsjettet.", "Annelie Forsgård"),
    ("nb", "Bruregisteret", "Petra fortalte:\n- alle bruer er talt\n- to er stengt", "Petra Sundby"),
    ("da", "Broregistret", "Oplæg ved Kwame Lind.", "Kwame Lind"),
    ("da", "Broregistret v. Kwame Lind", "Drøftelse.", "Kwame Lind"),
    ("da", "Broregistret", "Efter frokost fortalte Petra om kommunens erfaringer.", "Petra Sundby"),
    ("da", "Broregistret", "Chefkonsulent Rune Tallaksen fra DTU gav en status på sensorerne.", "Rune Tallaksen"),
    ("en", "Bridge register", "Kwame walked the group through the model.", "Kwame Lindroos"),
    ("en", "Bridge register", "Dr Rune Tallberg, Luleå University of Technology, spoke on rust.", "Rune Tallberg"),
    ("en", "Bridge register", "The project manager reported on the schedule.", "Gudrun Valtersson"),
    ("en", "Bridge register", "A presentation by Rune Tallberg of Umeå University followed.", "Rune Tallberg"),
]
NOT_TOLD = [
    ("sv", "Broregistret", "Kwame undrade om registret är öppet."),
    ("sv", "Broregistret", "Petronella påpekade att siffrorna är gamla."),
    ("sv", "Broregistret", "Rapporten visar att broarna rostar."),
    ("sv", "Broregistret", "Ordföranden hälsade alla välkomna."),
    ("sv", "Broregistret", "Ordföranden förklarade mötet öppnat."),
    ("nb", "Bruregisteret", "Kwame spurte om registeret er åpent."),
    ("da", "Naturgenopretning ved Nakskov Fjord", "Kommunen har søgt om penge."),
    ("en", "Bridge register", "Kwame asked whether the register is open."),
]
LAST = {"sv": "Övrigt\nInget.", "nb": "Eventuelt\nIntet.", "da": "Eventuelt\nIntet.", "en": "Other\nNone."}


def presenters_in(language: str, title: str, words: str) -> set[str]:
    """Those whom the reader takes for presenters at the second point of such minutes."""
    reading = read(f"{HEADS[language]}2. {title}\n{words}\n\n3. {LAST[language]}\n".encode(), name="document.txt")
    return {str(item.fields["person"]) for item in reading.suggestions if item.kind == "presenter"}


@pytest.mark.parametrize(("language", "title", "words", "names"), TOLD)
def test_whoever_presents_is_found(language: str, title: str, words: str, names: str) -> None:
    assert presenters_in(language, title, words) == set(names.split(", "))


@pytest.mark.parametrize(("language", "title", "words"), NOT_TOLD)
def test_whoever_asks_or_greets_presents_nothing(language: str, title: str, words: str) -> None:
    assert presenters_in(language, title, words) == set()


def test_the_title_and_the_sentence_below_give_one_presenter() -> None:
    words = "Kwame beskrev tre alternativ."
    reading = read(f"{HEADS['sv']}2. Datavärd (Kwame)\n{words}\n\n3. {LAST['sv']}\n".encode(), name="document.txt")
    found = [item for item in reading.suggestions if item.kind == "presenter"]
    assert [len(item.evidence) for item in found] == [2]
    assert found[0].fields["organisation"] == "SGI"
