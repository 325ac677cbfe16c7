"""Bodies that a sentence names by what happens in them: who sits in them, who leads them, who takes part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.completion import place_in_unit
from docreader.facts.found import suggest
from docreader.facts.organisations import names_in
from docreader.model import Suggestion
from docreader.text.names import PERSON, UPPER, person_score
from docreader.text.page import Page
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick

_DEFINITE = (
    r"(?:[\w-]{0,30}(?:gruppen|gruppa|rådet|kommittén|nämnden|delegationen|utskottet|styrelsen|kansliet|panelen"
    r"|nätverket|sekretariatet|utvalget|udvalget|styret|bestyrelsen|nettverket|netværket|komiteen|nemnda|forumet)"
    r"|[Tt]he (?:[\w-]+ ){0,2}(?:group|committee|council|board|panel|network|secretariat|forum))"
)
_INDEFINITE = (
    r"(?:[\w-]{0,30}(?:grupp|råd|kommitté|nämnd|delegation|utskott|panel|nätverk|kansli|gruppe|utvalg|udvalg|nettverk"
    r"|netværk|sekretariat|styrelse|styre|komite|komité)"
    r"|(?:(?:steering|working|advisory|reference|expert|project|coordination|programme)\s)?"
    r"(?:group|committee|council|board|panel|network|secretariat|task force))"
)
_SITS = re.compile(
    rf"^(?:I|In|On)\s(?P<name>{_DEFINITE})\s(?:sitter|ingår|deltar|finns|inngår|sidder|deltager|indgår|är|er|sit|are)"
    rf"\s(?P<who>[^.;]{{4,300}})"
)
_LED = re.compile(
    rf"^(?P<name>{_DEFINITE})\s(?:leds|ledes|samordnas|koordineras|koordineres|is led|is chaired|is coordinated"
    rf"|chaired)"
    rf"\s(?:[\w ]{{2,30}}?\s)?(?:av|af|by)\s(?P<lead>[^.;]{{3,200}})"
)
_MEMBERS = quick(
    r"\b(?:har|has|with|med)\s(?:representanter|medlemmar|medlemmer|ledamöter|deltagare|members|representatives"
    r"|en repræsentant"
    r"|en representant|delegates)\s(?:från|fra|from|for)\s(?P<who>[^.;]{4,300})"
)
_WITH = quick(
    rf"\b(?:[Aa]n?|[Ee]n|[Ee]tt?|[Tt]he)\s(?P<name>{_INDEFINITE})\s(?:with (?:members|representatives) from"
    rf"|med (?:representanter"
    rf"|medlemmar|medlemmer|ledamöter|deltagare) (?:från|fra)|bestående av|bestående af|consisting of|made up of"
    rf"|composed of"
    rf"|som består av|som består af|där)\s(?P<who>[^.;]{{4,300}})",
)
_NAMED = quick(
    rf"\b(?:[Nn]ätverket|[Nn]ettverket|[Nn]etværket|[Aa]lliansen|[Pp]artnerskapet|[Pp]artnerskabet|[Rr]ådet|[Ff]orumet"
    rf"|[Kk]lustret|[Kk]lyngen|[Kk]lyngeorganisationen|[Ii]ntresseorganisationen|[Ss]amarbetsorganet|[Pp]lattformen"
    rf"|[Kk]ompetenscentret|[Tt]he (?:network|alliance|partnership|cluster|forum))"
    rf"\s\"?(?P<name>[{UPPER}][^.,;:()\"]{{2,60}}?)\"?"
    rf"(?=[.,;:()]|\s(?:som|där|har|och|og|and|består|är|er|is|which|who|that|ska|skal|will|i\s[{UPPER}])\b|$)"
)
_HOST = quick(
    rf"^\W*(?:,\s)?(?:som|which|that|der)\s(?P<host>[{UPPER}][\w&-]+(?: [\w&-]+){{0,4}}?)\s(?:samordnar|leder|driver"
    rf"|koordinerar|koordinerer|coordinates|leads|runs|hosts)\b"
    rf"|^\W*(?:,\s)?(?:som )?(?:samordnas|drivs|leds|koordineres|drives|ledes|led|coordinated|run|hosted)\s(?:av|af"
    rf"|by)\s"
    rf"(?P<by>[{UPPER}][\w&-]+(?: [\w&-]+){{0,4}}?)(?=[.,;]|\s(?:och|og|and)\b|$)"
)
#: "The Lake Council was formed in 2009 and has 41 members"
_BORN = quick(
    rf"^(?P<name>(?:[{UPPER}][\w-]+ ){{0,3}}(?:{_DEFINITE}|{_INDEFINITE})(?: (?:för|for|om|of|mot) [\w-]+)?)\s"
    r"(?:bildades|grundades|inrättades|startades|ble (?:stiftet|opprettet|etablert)|blev (?:stiftet|oprettet|etableret)"
    r"|was (?:founded|formed|set up|established))\s(?:år |i |in |the year )?(?:19|20)\d\d\b"
)
#: "The council leads the work. Its chair is ...": nothing but the body's kind, and who leads it right behind.
_LEADS = re.compile(
    rf"^(?P<name>{_DEFINITE})\s(?:leder|styr|styrer|samordnar|koordinerer|samordner|leads|steers|coordinates)\s"
    r"(?:arbetet|arbeidet|arbejdet|programmet|projektet|prosjektet|satsningen|the (?:work|programme|project))\b"
)
_CHAIR_IS = re.compile(
    rf"^(?:Ordförande|Ordföranden|Formand|Formanden|Leder|Lederen|(?:The |Its )?[Cc]hair)"
    rf"\s(?:i rådet |för \w+ )?(?:är|er|is)\s(?:[\w-]+\s){{0,2}}?(?P<lead>{PERSON})"
)
#: "The coordinating group for X meets twice a year and is led by ..."
_MEETS = quick(
    rf"^(?P<name>{_DEFINITE}(?: (?:för|for|om|of|mot) [\w-]+(?: (?:och|og|and) [\w-]+)?)?)\s"
    r"(?:träffas|möts|sammanträder|møtes|mødes|meets)\s[^.;]{3,60}?\s(?:leds|ledes|led|chaired)\s(?:av|af|by)\s"
    r"(?P<lead>[^.;]{3,160})"
)
_PERSON = re.compile(PERSON)


def told(page: Page) -> Iterator[Suggestion]:
    """One suggestion for each sentence that names a body so."""
    for sentence in page.sentences:
        if len(sentence.text) > 500:
            continue
        suggestion = (
            _with(page, sentence)
            or _sits(sentence)
            or _led(sentence)
            or _born(sentence)
            or _leading(page, sentence)
            or _named(sentence)
        )
        if suggestion is not None:
            yield suggestion


def _with(page: Page, sentence: Sentence) -> Suggestion | None:
    match = _WITH.search(sentence.text)
    members = names_in(match["who"]) if match else []
    if match is None or not members:
        return None
    lead = None
    siblings = page.sentences_in(sentence.unit)
    for other in siblings[place_in_unit(siblings, sentence) + 1 :][:1]:
        chairs = re.match(
            rf"(?P<who>{PERSON}),?\s.{{0,60}}\b(?:chairs|leads|leder|är ordförande|er leder|er formand)\b", other.text
        )
        lead = chairs["who"] if chairs and person_score(chairs["who"]) >= 0.5 else None
    return suggest("body", [sentence.span], 0.75, name=match["name"], members=tuple(members), lead=lead)


def _sits(sentence: Sentence) -> Suggestion | None:
    match = _SITS.match(sentence.text)
    members = names_in(match["who"]) if match else []
    if match is None or not members:
        return None
    return suggest("body", [sentence.span], 0.75, name=_name(match["name"]), members=tuple(members))


def _led(sentence: Sentence) -> Suggestion | None:
    match = _LED.match(sentence.text)
    if match is None:
        return None
    person = next((m[0] for m in _PERSON.finditer(match["lead"]) if person_score(m[0]) >= 0.6), None)
    words = re.split(r"\s(?:och|og|and)\s(?:har|has)\s", match["lead"])[0]
    lead = person or next(iter(names_in(words)), None)
    members = _MEMBERS.search(sentence.text)
    if lead is None:
        return None
    return suggest(
        "body",
        [sentence.span],
        0.75,
        name=_name(match["name"]),
        lead=lead,
        members=tuple(names_in(members["who"])) or None if members else None,
    )


def _born(sentence: Sentence) -> Suggestion | None:
    """When it was formed, or when it meets and under whom."""
    match = _BORN.match(sentence.text) or _MEETS.match(sentence.text)
    if match is None:
        return None
    words = match.groupdict().get("lead") or ""
    lead = next((m[0] for m in _PERSON.finditer(words) if person_score(m[0]) >= 0.5), None)
    return suggest("body", [sentence.span], 0.75, name=_name(match["name"]), lead=lead)


def _leading(page: Page, sentence: Sentence) -> Suggestion | None:
    """It leads the work, and the sentence behind says who leads it."""
    match = _LEADS.match(sentence.text)
    siblings = page.sentences_in(sentence.unit) if match else []
    after = siblings[place_in_unit(siblings, sentence) + 1 :][:1]
    chair = _CHAIR_IS.match(after[0].text) if after else None
    if match is None or chair is None:
        return None
    return suggest("body", [sentence.span, after[0].span], 0.75, name=_name(match["name"]), lead=chair["lead"])


def _named(sentence: Sentence) -> Suggestion | None:
    match = _NAMED.search(sentence.text)
    if match is None or person_score(match["name"]) >= 0.6:
        return None
    host = _HOST.match(sentence.text[match.end() :])
    return suggest(
        "body",
        [sentence.part(*match.span())],
        0.72,
        name=match["name"].strip(),
        host=(host["host"] or host["by"]) if host else None,
    )


def _name(words: str) -> str:
    return re.sub(r"^[Tt]he\s", "", words)
