"""What belongs to the page and not to the document, and what only looks like it."""

import re

import pytest

from docreader import read
from docreader.text.furniture import is_furniture

FURNITURE = """
Hoppa till huvudinnehåll
Hopp til hovedinnhold
Gå til hovedindhold
Skip to main content
Meny | Sök | Lyssna
Dela    Facebook   Twitter   LinkedIn   Skriv ut
Del på Facebook Twitter LinkedIn
Share this page on LinkedIn
Lyssna | Dela | Skriv ut | Prenumerera
Vi använder kakor för att webbplatsen ska fungera bättre.
We use only necessary cookies. OK
Nettstedet bruker informasjonskapsler
Om kakor • Tillgänglighetsredogörelse • Personuppgifter
Svenska Sjöars Förbund  —  Om oss  —  Medlem  —  Projekt  —  Karavanen  —  Butik
Foto: Johnér Bildbyrå / Per Arvid Kjellsäter
Fotograf Anna Ek
Photo: Marcus Ericsson/TT
© Göta Kanalbygdens Vänner
Bilde: Ole Berg / NTB
Var informationen till hjälp? Ja Nej
Hjälpte informationen dig?  Ja  Nej
Fant du det du lette etter?
Taggar: vatten, energi, skola
Emneord: kyst, fisk
« Föregående sida: Kräftprovfiske        Nästa sida: Biblioteket »
Regeringskansliet · 103 33 Stockholm · Växel 08-405 10 00 · Om webbplatsen · Kakor
Telefon: 08-405 10 00 | E-post: registrator@example.se
ehandling.example.se
https://www.example.se/om-oss/nyheter
registrator@example.se
Sida 3 av 8
2 (4)
- 7 -
page 2 of 5
Lästid: 4 minuter
Innehållet publicerades under perioden 8 juli 2021 och 18 oktober 2022
Under perioden 21 januari 2019 och 9 september 2021 var hon landsbygdsminister.
** Denna text är maskinöversatt **
Save this PDF as:
"""
CONTENT = """
Deltagare: Anna Ek, SMHI
Bo Öst (S), ordförande
Närvarande | Organisation | Roll
Anna Ek | SMHI | ordförande
Åsa Ek, SMHI, asa.ek@example.se
Cilla Berg, tel. 070-123 45 67, HaV
1 Mötets öppnande
2 (4) ledamöter röstade emot.
12/14 Godkjenning av innkalling
Dela upp arbetet mellan kommunerna
Dela in länet i tre områden
Del 2: Åtgärder
Följ upp beslutet i mars
Kontakta Anna Ek om lokalen.
Bilden av läget är oklar, sade Anna Ek.
Fotografiska museet deltog.
Läs mer om uppdraget i rapporten
Vi bjuder på kaffe och kakor.
Nästa möte: 4 maj 2022
Senast uppdaterad 3 maj 2021
Publicerad 3 maj 2021
Tagg nummer fyra sattes på älgen.
Forskning – Utbildning – Innovation
SMHI · HaV · Naturvårdsverket
10.00 – 10.30 Inledning
Telefonmöte hålls den 4 maj 2022.
Skriv under avtalet
"""


@pytest.mark.parametrize("line", FURNITURE.strip().split("\n"))
def test_furniture_is_known(line: str) -> None:
    assert is_furniture(line, line.casefold())


@pytest.mark.parametrize("line", CONTENT.strip().split("\n"))
def test_content_is_left_alone(line: str) -> None:
    assert not is_furniture(line, line.casefold())


WORDS = re.findall(r"\w+", "Arbetet Bygget Cykeln Dammen Elen Fisket Gatan Hamnen Isen Jakten Kanalen Leden Mossen")


def furniture_of(text: str) -> list[str]:
    """The lines that are blocks of furniture."""
    reading = read(text)
    return [reading.text[block.start : block.end] for block in reading.blocks if block.kind == "furniture"]


def test_bare_numbers_that_count_the_pages_are_furniture() -> None:
    lines = [[f"{word} gick bra under {i} år." for word in WORDS] for i in ("ett", "två", "tre", "fyra")]
    pages = "\n".join("\n".join([*page, str(number)]) for number, page in enumerate(lines, 1))
    assert furniture_of(pages) == ["1", "2", "3", "4"]


def test_bare_numbers_of_points_are_not() -> None:
    assert furniture_of("Protokoll\n\n1\nMötets öppnande\n2\nDagordning\n3\nÖvrigt\n\nMötet slutade.") == []


def test_a_page_break_within_a_sentence_does_not_divide_it() -> None:
    text = "Anteckningar\n\nForumet såg att risken för dubbel-\n\nsajten.example.se\n1 (3)\n\nförskrivning är stor.\n"
    units = [block for block in read(text).blocks if block.kind != "furniture"]
    assert furniture_of(text) == ["sajten.example.se", "1 (3)"]
    assert len(units) == 3
