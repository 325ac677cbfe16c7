"""Words for strategies and plans, and how their parts are counted."""

from __future__ import annotations

import re

from docreader.model import Span
from docreader.text.numbers import NUMBER_WORD, number_of
from docreader.text.page import Page
from docreader.text.triggers import quick

#: A noun for a strategy or plan, also as the end of a compound ("friluftslivsstrategin").
PLAN = (
    r"[\w-]{0,40}(?:strateg(?:i|in|ien|ier|y)|handlingsplan(?:en)?|färdplan(?:en)?|åtgärdsplan(?:en)?"
    r"|action plan|roadmap|handlingsprogram(?:met)?|handleplan(?:en)?|handlingsplan(?:en)?"
    r"|energiplan(?:en)?|utvecklingsplan(?:en)?|biblioteksplan(?:en)?|kli?mat?plan(?:en)?|klimaplan(?:en)?"
    r"|handlingsprogram|vandplan(?:en)?|vannplan(?:en)?|vattenplan(?:en)?|cykelplan(?:en)?|sykkelplan(?:en)?"
    r"|transportplan(?:en)?|folkhälsoplan(?:en)?|folkehelseplan(?:en)?|kulturplan(?:en)?|havsplan(?:en)?"
    r"|helhetsplan(?:en)?"
    r"|sundhedspolitik(?:ken)?|genomförandeplan(?:en)?|forvaltningsplan(?:en)?|förvaltningsplan(?:en)?|temaplan(?:en)?"
    r"|målbild(?:en)?|programplan(?:en)?|veikart(?:et)?|veikart|køreplan(?:en)?|agenda 2\d\d\d|agendan?)"
)
#: The same, and programmes of the state that are called so.
NATIONAL = (
    r"(?:(?:[Nn]ationell[at]?|[Rr]egional[at]?|[Nn]asjonal[et]?|[Nn]ational[et]?|[Gg]emensam[mat]*)\s)?"
    r"[\w-]{3,40}(?:programmet|agendan|satsningen|satsingen|pakten|paktet|pakken|pakke)"
)
_NAME_TAIL = r"(?:\s(?:för|for|mot|om|on|against|i)\s[\w –-]{3,60}?)?"
NAMED = quick(
    r"\b(?:inom|i|enligt|ur|under|av|af|of|within|in|innenfor|inden for|ifølge|enligt|til|till|genomför|om|jf\.)\s"
    rf"(?P<title>(?:(?:den|det|the|vår|regeringens|regjeringens|kommunens|regionens|kommunes|landets)\s)?"
    rf"(?:[\w-]{{3,24}}\s){{0,3}}?(?:{PLAN}){_NAME_TAIL})(?=[.,;:)(]|\s(?:har|är|er|som|der|which|ska|skal|och|og|and"
    rf"|samlas"
    r"|samles|finns|finnes|findes|handlar|handler|omfattar|kan|is|are|will|\d{4})\b|$)"
)
#: "område 3 av det nationella skogsprogrammet"
WHOLE = quick(
    r"\b(?:område|omr\.|insatsområde|fokusområde|innsatsområde|indsatsområde|area|pelare|spår|spor|mål|del|kapitel"
    r"|tema)"
    rf"\s(?:\d{{1,2}}|{NUMBER_WORD})\s(?:av|af|of|i|in|inom|innenfor|inden for)\s"
    rf"(?P<title>(?:(?:den|det|the)\s)?(?:[\w-]{{3,24}}\s){{0,3}}?(?:{PLAN}|{NATIONAL})(?:\s(?:för|for"
    rf"|mot)\s[\w -]{{3,60}}?)?)"
    r"(?=[.,;:)(]|\s(?:har|är|er|som|handlar|handler|samlar|gäller|gjelder|gælder|is|and|och|og)\b|$)",
    re.IGNORECASE,
)
_OFFICE = (
    r"(?:strategi|handlingsplan|handleplan|färdplan|åtgärdsplan|målbild|agenda|utviklingsplan|utvecklingsplan"
    r"|strategy|action plan"
    r"|roadmap|programme|handlingsprogram|veikart|køreplan|genomförandeplan)"
)
#: A title as the document writes it: "Strategi for den grønne arbejdsstyrke", "En strategi för svensk rymdverksamhet".
OFFICIAL = quick(
    r"(?P<title>\b(?:(?:En|Ett|A|Et|Sveriges|Norges|Danmarks|Regeringens|Nationell|Nationella|Nasjonal|National"
    r"|Regional|Gemensam|Svensk|Norsk"
    r"|Dansk|The [Nn]ational|Nordisk)\s){1,2}"
    rf"[\w-]{{0,30}}?{_OFFICE}\s(?:för|for|mot|om|on|against)\s[\w-]+(?: [\w-]+){{0,7}}?)"
    r"(?=[.,;:)(\"]|\s(?:från|fra|from|som|der|nämner|nævner|är|er|har|has|is|omfattar|gäller|med|samlas|beslutades"
    r"|antogs|\d{4})\b|$)"
)
_CAPITAL = (
    r"(?:Strategi|Handlingsplan|Handleplan|Färdplan|Åtgärdsplan|Målbild|Strategy|Action [Pp]lan|Roadmap"
    r"|Handlingsprogram|Veikart|Køreplan)"
)
TITLED = quick(
    rf"(?P<title>\b{_CAPITAL}\s(?:för|for|mot|om|on|against)\s[\w-]+(?: [\w-]+){{0,7}}?)"
    r"(?=[.,;:)(\"]|\s(?:från|fra|from|som|der|nämner|nævner|är|er|har|has|is|omfattar|gäller|med|samlas|beslutades"
    r"|antogs|\d{4})\b|$)"
)
#: "den nationella biblioteksstrategin", "regeringens klimathandlingsplan"
DEFINITE = quick(
    r"\b(?:(?P<den>[Dd]en|[Dd]et|[Tt]he)\s|(?P<whose>[Rr]egeringens|[Rr]egjeringens|[Kk]ommunens|[Rr]egionens"
    r"|[Kk]ommunes|[Ll]andets|Sveriges|Norges|Danmarks"
    r"|EU:s|EUs)\s)(?P<kind>(?:(?:nationella|nasjonale|nationale|regionala|regionale|national|svenska|norske|danske"
    r"|europeiska|nya|nye)\s){0,2})"
    r"(?P<noun>[\w-]{0,34}(?:strategin|strategien|strategi|strategy|handlingsplanen|handlingsplan|handleplanen"
    r"|handleplan|färdplanen|färdplan|åtgärdsplanen"
    r"|åtgärdsplan|klimatplanen|klimaplanen|havsplanen|energiplanen))\b(?P<tail>\s(?:för|for|mot)\s[\w-]+(?:\s(?:och"
    r"|og|and|i)\s[\w-]+)?)?"
)
#: "strategins fjärde område", "planens fem mål": a plan that the page speaks of as its own.
AREAS = quick(
    rf"\b(?P<n>\d{{1,3}}|{NUMBER_WORD})\s(?:[\w-]{{0,24}}\s){{0,2}}?(?P<what>[\w-]*(?:områden|områdena|områder|områdene"
    rf"|områderne|omraader|temaer|temaene|teman|themes|areas|pelare|pillars|spår|spor|søyler|søjler|kapitel))\b",
    re.IGNORECASE,
)
GOALS = quick(
    rf"\b(?P<n>\d{{1,3}}|{NUMBER_WORD})\s(?:[\w-]{{0,24}}\s){{0,2}}?(?P<what>[\w-]*(?:mål|målen|målene|målet|punkter"
    rf"|målsättningar|delmål|objectives|goals|targets|målsetninger|målsætninger))\b",
    re.IGNORECASE,
)


def counts_in(text: str) -> dict[str, int | str | None]:
    """How many areas and objectives the words say there are."""
    areas, goals = AREAS.search(text), GOALS.search(text)
    return {
        "areas_count": number_of(areas["n"]) if areas else None,
        "objectives_count": number_of(goals["n"]) if goals else None,
    }


def place_of(page: Page, words: str) -> Span | None:
    """Where some words first stand."""
    unit = next((unit for unit in page.units[:30] if unit.text.startswith(words)), None)
    if unit is not None:
        return unit.body.span(0, len(words))
    at = page.flat.find(words)
    if at < 0:
        at = page.text.find(words)
    return (at, at + len(words)) if at >= 0 else None
