"""Words for bodies by their kind, for how they are set up and led, and who is in them."""

from __future__ import annotations

import re

from docreader.facts.organisations import names_in
from docreader.text.names import PERSON, person_score
from docreader.text.triggers import quick

#: A body by its kind, indefinite and definite.
KIND = (
    r"(?i:[\w-]{0,30}(?:grupp|råd|kommitté|nämnd|delegation|utskott|panel|nätverk|kansli|sekretariat|styrelse|forum"
    r"|samordningsfunktion"
    r"|funktion|centrum|center|plattform|nod|hubb|kommission|beredning|gruppe|utvalg|udvalg|nettverk|netværk|styre"
    r"|bestyrelse|komite|komité"
    r"|nemnd|senter|kontor|partnerskap|partnerskab|allians|allianse|alliance|arena|jury|sällskap)"
    r"|(?:(?:steering|working|advisory|reference|expert|project|coordination|programme|joint|national)\s){0,2}"
    r"(?:group|committee|council|board|panel|network|secretariat|task force|forum|commission|hub|platform|centre"
    r"|office|jury))"
)
DEFINITE = (
    r"(?i:[\w-]{0,30}(?:gruppen|gruppa|rådet|kommittén|nämnden|delegationen|utskottet|panelen|nätverket|kansliet"
    r"|sekretariatet|styrelsen"
    r"|funktionen|centret|centrumet|kommissionen|utvalget|udvalget|nettverket|netværket|styret|bestyrelsen|komiteen"
    r"|nemnda|senteret"
    r"|kontoret|partnerskapet|alliansen|juryn))"
)
SET_UP = (
    r"(?:tillsatt|tillsattes|utsedd|utsågs|inrättad|inrättat|inrättades|inrättats|inrättas|bildad|bildat|bildades"
    r"|bildats|bildas|startad|startades"
    r"|startats|startas|skapad|skapades|skapats|skapas|etablerad|etablerat|etablerades|etablerats|etableras"
    r"|upprättades|upprättats|tillsätts|tillsatts"
    r"|utses|nedsatt|nedsat|nedsættes|nedsattes|opprettet|opprettes|oprettet|oprettes|etablert|etableret|etableres"
    r"|oppnevnt|oppnevnes|udpeget|stiftet"
    r"|established|set up|formed|created|founded|appointed|launched|grundat|grundades|grundad|sammankallad)"
)
SETTING = (
    r"(?:startade|bildade|inrättade|tillsatte|tillsätter|inrättar|bildar|skapade|etablerade|grundade|initierade|utsåg"
    r"|sammankallade|startar|skapar"
    r"|etablerar|nedsatte|nedsætter|opprettet|oppretter|oprettede|opretter|etablerte|etablerede|etablerer|stiftet"
    r"|stiftede|oppnevnte|oppnevner|startet"
    r"|startede|set up|sets up|established|founded|formed|created|launched|appointed|appoints)"
)
_FROM = quick(
    r"\b(?:från|fra|from|bestående av|bestående af|består av|består af|consisting of|med|with|där|hvor"
    r"|where)\s(?P<who>(?:the )?[A-ZÅÄÖÆØ][^;]{3,300})"
)
LED = quick(
    rf"\b(?:leds|ledes|leder|led|chaired|leddes|under ledning av|under ledelse af|ledd)\s(?:den\s)?(?:av|af"
    rf"|by)?\s?(?:\w+\s){{0,2}}?(?P<lead>{PERSON})"
)
CHAIR = quick(
    rf"(?P<lead>{PERSON})\s?(?:,|\()\s?[^,()]{{0,40}}?(?:ordförande|ordf\.?|fmd\.?|formand|leder|chair(?:person|man)?"
    rf"|sammankallande)\b"
)


_ENDINGS = (
    (("kommitté", "komité"), "n"),
    (("e",), "n"),
    (
        (
            "råd",
            "utskott",
            "nätverk",
            "nettverk",
            "netværk",
            "kansli",
            "sekretariat",
            "utvalg",
            "udvalg",
            "forum",
            "kontor",
        ),
        "et",
    ),
    (("partnerskap", "partnerskab"), "et"),
    (
        (
            "centrum",
            "center",
            "senter",
            "jury",
            "arena",
            "alliance",
            "hub",
            "group",
            "committee",
            "council",
            "board",
            "panel",
        ),
        "",
    ),
)


def definite(name: str) -> str:
    """ "en styrgrupp" is "styrgruppen" ever after; with an adjective or a purpose the words stay as they are."""
    if " " in name or re.search(
        r"(?:group|committee|council|board|network|force|commission|platform|office|centre)$", name
    ):
        return name
    lowered = name.casefold()
    if lowered.endswith(("styre",)):
        return name + "t"
    return name + next((end for stems, end in _ENDINGS if lowered.endswith(stems)), "en")


def members_in(rest: str) -> list[str]:
    match = _FROM.search(rest)
    if match is None:
        return []
    people = [m for m in re.findall(PERSON, match["who"]) if person_score(m) >= 0.6]
    return people if people else names_in(match["who"])
