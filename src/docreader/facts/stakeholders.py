"""Organisations that a programme, an assignment or an agreement names as those it works with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.enumerations import enumerated, is_organisation
from docreader.facts.found import Found, suggest
from docreader.facts.organisations import looks_like_organisation
from docreader.model import Suggestion
from docreader.text.page import Page
from docreader.text.triggers import quick, stems_of

#: Words for those who take part, by which an enumeration in the same sentence is theirs.
_PARTIES = (
    r"intressenter\w*|interessenter\w*|aktörer\w*|aktører\w*|partners?|partnere\w*|samarbetspartner\w*"
    r"|samarbeidspartner\w*|samarbejdspartner\w*"
    r"|stakeholders?|medlemsorganisationer\w*|deltagande organisationer|medverkande (?:parter|organisationer)"
    r"|anslutna|tilslutte\w*|associated parties"
    r"|intresserade organisationer|deltagande parter|samverkansparter\w*|referensorganisationer|medfinansiärer\w*"
    r"|finansiärer\w*|supporters?|støttespillere|remissinstanser\w*|høringsparter"
)
_DOING = (
    r"deltog|deltar|deltagit|delta|deltok|deltager|deltatt|medverka\w*|ingick|ingår|inngår|indgår|samlar|samler"
    r"|engager\w+|participat\w+|involv\w+"
    r"|samarbete mellan|samarbeid mellom|samarbejde mellem|collaboration between|partnership between|synpunkter från"
    r"|inspill fra|input from|samverka|samverkar|samråda|samråd med|samråder|dialog med|i høring hos"
    r"|på høring hos|på remiss hos|hört|hørt"
    r"|anslutit sig|anmält|meldte seg|meldt seg|tilmeldt|anslöt|gått med|signed up|joined|står bakom|stod bak"
    r"|står bag|bakom står|bak står|bag står"
    r"|med på|är med|er med|har varit med|har bidragit|bidratt|bidraget|contributed|consulted|diskussioner\w* med"
    r"|gruppdiskussion\w*|samtal med"
    r"|har svarat|inbjudna|invited|stöd av|stöd från|støtte fra|supported by|förankrat hos|förankrad hos"
    r"|representera\w*|repræsenter\w*|represent\w*"
)
_TRIGGER = quick(rf"\b(?:{_PARTIES}|{_DOING})\b", re.IGNORECASE)
_LABEL = quick(
    rf"^\W{{0,4}}(?:(?:[\w-]+\s){{0,2}}(?:{_PARTIES})|(?:deltagande|medverkande|deltakende|deltagende"
    rf"|participating)\s[\w-]+)\s?:\s",
    re.IGNORECASE,
)
_AMONG = quick(
    r"\b(?:bland (?:dem|de|annat|andra|deltagarna|medlemmarna|parterna)|blant (?:dem|de|annet|andre|deltakerne)"
    r"|blandt (?:dem|de|andet|andre|deltagerne)"
    r"|among (?:them|those|the)|däribland|herunder|including|some of those|några av dem|noen av dem|nogle af dem"
    r"|är några av|er noen av|er nogle af)\b",
    re.IGNORECASE,
)
#: Such sentences tell of a body, an agreement, an event or a project of the organisations themselves.
_OTHER = quick(
    r"\b(?:grupp|gruppen|gruppe|råd|rådet|kommitté\w*|styrelse\w*|utvalg\w*|udvalg\w*|committee|board|underteckna\w*"
    r"|undertegn\w*|underskr\w*|signed|signerte"
    r"|arrangör\w*|arrangeras|arrangøre?r?|organi[sz]ers?|organi[sz]ed by|programkommitté)\b",
    re.IGNORECASE,
)
_HEAD = quick(
    rf"\W{{0,4}}(?:[\w-]+\s){{0,2}}?(?:{_PARTIES}|parter(?:na|ne)?|medlemmar(?:na)?|medlemmer|members|deltagare"
    rf"|deltakere|deltagere|participants|vilka är med"
    r"|hvem er med|hvem deltar|hvem deltager|who takes part|who is involved|samarbeten?|samarbeid|samarbejde)\W{0,3}$",
    re.IGNORECASE,
)
#: Parts of a country: "Svenskt Näringsliv i Norrbotten" is not Svenskt Näringsliv.
_REGION = quick(
    r"(?:land|botten|bygden|län|fylke|amt|dalarna|skåne|götaland|norge|danmark|sverige|jylland|sør|nord|öst|väst|norr"
    r"|syd)$",
    re.I,
)
_KINDS = ("programme_page", "assignment_page", "strategy_page", "agreement_page")


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Enumerations in sentences that tell who takes part, and lists below such a heading."""
    if page.is_minutes:
        return
    of = next((str(item.fields["title"]) for item in found.of("programme", "strategy")), None)
    of = of or (page.document.title if page.document.kind in _KINDS else None)
    seen: set[str] = set()
    for name, span, sure in (*_in_sentences(page, found), *_in_lists(page)):
        if name.casefold() not in seen:
            seen.add(name.casefold())
            yield suggest("stakeholder", [span], sure, organisation=name, of=of)


def _in_sentences(page: Page, found: Found) -> Iterator[tuple[str, tuple[int, int], float]]:
    for sentence in page.sentences_with(*stems_of(_LABEL, _AMONG, _TRIGGER)):
        text = sentence.text
        if len(text) > 900 or found.covers(sentence.span, "agreement"):
            continue
        labelled, among = _LABEL.match(text), _AMONG.search(text)
        trigger = labelled or among or _TRIGGER.search(text)
        if trigger is None or (_OTHER.search(text) and not labelled and not among):
            continue
        least = 2 if labelled or page.document.kind in _KINDS else 3
        for run in enumerated(text):
            inside = run[-1].end > trigger.start() or among is not None
            if len(run) < least or not inside:
                continue
            for item in run:
                yield _bare(item.name), sentence.part(item.start, item.end), 0.8 if labelled else 0.72


def _in_lists(page: Page) -> Iterator[tuple[str, tuple[int, int], float]]:
    for section in page.sections:
        if section.heading is None or not _HEAD.match(section.heading.text):
            continue
        points = [unit for unit in section.units if len(unit.text) < 90 and (unit.bullet or unit.kind != "heading")]
        names = [(unit, _bare(unit.text)) for unit in points if _is_point(_bare(unit.text))]
        if len(names) < 2 or len(names) < 0.6 * len(points):
            continue
        for unit, name in names:
            yield name, (unit.start, unit.end), 0.8


def _is_point(name: str) -> bool:
    return is_organisation(name) and looks_like_organisation(name) and not name.endswith((".", ":", "?"))


def _bare(name: str) -> str:
    """Without "in <city>", articles and stops."""
    name = re.sub(r"\s\([^()]{2,40}\)$", "", name.strip(" .,;"))
    town = re.search(r"\s(?:i|in)\s(?P<town>[A-ZÅÄÖÆØ][a-zåäöæø]+)$", name)
    own = re.match(
        r"(?:högskolan|universitetet|länsstyrelsen|handelshögskolan|høgskolen|\w*f[oö]r?bundet|\w*f[oö]reningen)\b",
        name,
        re.I,
    )
    if town and not own and not _REGION.search(town["town"]):
        name = name[: town.start()]
    return re.sub(r"^(?:dels|bland annat|den|det|the)\s", "", name)
