"""People named in articles and pages with their title and employer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docreader.facts.found import Found, suggest
from docreader.facts.titled import appointed, occupation_of, people_named, span_of
from docreader.model import Span, Suggestion
from docreader.text.names import (
    PERSON,
    UPPER,
    is_given_name,
    is_registered,
    is_title,
    organisation_score,
    person_score,
    role_score,
)
from docreader.text.page import Page
from docreader.text.placed import placed
from docreader.text.register import PLACES
from docreader.text.sentences import Sentence, sentences_of
from docreader.text.triggers import Quick, quick, stems_of

_SAYS = (
    r"(?:säger|menar|berättar|förklarar|konstaterar|tror|anser|understryker|betonar|avslutar|tillägger|sier"
    r"|mener|forteller|siger|fortæller|mener|understreger|says|said|explains|notes|adds)"
)
_AT = r"(?:på|vid|för|hos|i|inom|från|at|of|for|in|with|ved|fra|hos|and|till|av)"
_NOUN = (
    r"[a-zåäöæø]*(?:universitet|högskola|høgskole|kommune?|centrum|institutt?|museum|förbund|forbund|län|verk|sjukhus"
    r"|bibliotek|skola|akademi|förening|forening|universitetssjukhus)\b"
)
#: Organisations whose name goes on behind a preposition.
_HEADED = (
    r"(?:(?:Høgskolen|Högskolan|Universitetet|Länsstyrelsen|Statsforvalteren|Museet|Institutet|Instituttet|Rådet"
    r"|Stiftelsen"
    r"|Sysselmesteren|Handelshögskolan|Konsthögskolan)\si\s[A-ZÅÄÖÆØ][\w-]+(?:\slän)?"
    r"|(?:Direktoratet|Institutet|Institutt|Institut|Myndigheten|Styrelsen|Nämnden|Rådet|Stiftelsen|Senter|Center"
    r"|Centrum"
    r"|Nasjonalt senter|Ministry|Agency|Department|Office|Institute|Norsk institutt)\s(?:for|för"
    r"|of)\s[\w-]+(?:\s(?:og|och|and)\s[\w-]+)?)"
)
_APPOSITION = re.compile(
    rf"(?P<person>{PERSON}),\s(?P<role>[^,.;:()\"]{{2,80}}?)\s{_AT}\s(?P<org>(?:det |den "
    rf"|the )?[A-ZÅÄÖÆØ][^,.;:()\"–]{{1,60}}?)(?=[,.;:)\"]|\s(?:och|som|säger|i|lyfter|menar|pekar|har"
    rf"|samt|att|under|and|og|as|who|was|is|till|på)\s|$)"
)
_ROLE_ONLY = re.compile(rf"(?P<person>{PERSON}),\s(?P<role>[a-zåäöæø][^,.;:()\"]{{2,60}})(?=[,.;]|$)")
_FROM = re.compile(
    rf"(?P<person>{PERSON})(?:,)?\s(?:på|från|vid|fra|from|at|hos|ved|of"
    rf"|i)\s(?P<org>(?:{_HEADED}|[A-ZÅÄÖÆØ][\w&:-]*(?:\s(?:[A-ZÅÄÖÆØ][\w&-]*|{_NOUN})){{0,4}}))"
)
_BRACKET = re.compile(rf"(?P<person>{PERSON})\s\((?P<org>[^()]{{2,60}})\)")
_TITLED = placed(
    rf"\b(?P<role>(?i:[\w-]{{0,30}}(?:leder|minister(?:n)?|statsråd(?:et)?|statssekreterare"
    rf"|generaldirektör(?:en)?|landshövding(?:en)?|professor(?:n)?|regionråd(?:et)?|kommunalråd(?:et)?"
    rf"|direktör(?:en)?|direktør(?:en)?|rektor(?:n)?|ordförande[n]?|samordnare[n]?|samordnaren|formand"
    rf"|vd:?n?|CEO|chef(?:en)?|statsråd|ordfører(?:en)?|borgmester|projektledare[n]?|prosjektleder"
    rf"|projektleder|utredare[n]?)|Minister|Professor|Director[- ]General"
    rf"|President))\s(?P<person>{PERSON})"
)
_IS = quick(
    rf"\b(?P<role>(?i:[\w-]{{0,30}}(?:leder|ledare|ordförande|moderator|samordnare|koordinator|sekreterare|sekretær"
    rf"|formand|formann"
    rf"|projektchef|director|manager|chair|coordinator|värd)))\s(?:är|er|is|var|was|blir|bliver"
    rf"|:)\s(?P<person>{PERSON})"
    rf"(?:(?:,|\s(?:på|vid|från|fra|from|at|i|ved|hos|of))\s(?P<org>[A-ZÅÄÖÆØ][^,.;:()\"]{{1,60}}?))?(?=[,.;:)]"
    rf"|\s(?:och|og|and)\s|$)"
)
_AS = quick(
    rf"(?P<person>{PERSON})\s(?:som|as)\s(?P<role>(?:[\w-]+ )?(?:ordförande|formand|leder|ledare|chair|sekreterare"
    rf"|sekretær|samordnare"
    r"|projektledare|prosjektleder|projektleder|koordinator))\b"
)
_EMPLOYED = re.compile(
    rf"(?P<person>{PERSON}),\s(?P<org>[A-ZÅÄÖÆØ][^,.;:()\"]{{2,60}}?)(?=,\s(?:[a-zåäöæø]|$)|\s(?:säger|sier|siger"
    rf"|says)\b)"
)
_WRITTEN = re.compile(
    rf"\b(?:skriven|skrivet|skrevet|författad|forfattet|written|edited|sammanställd)\s(?:av|af"
    rf"|by)\s(?P<person>{PERSON})"
)
_WRITTEN_TOO = quick(
    rf"\b(?:skriven|skrivet|skrevet|författad|forfattet|written|edited|sammanställd)\s(?:av|af"
    rf"|by)\s{PERSON}\s(?:och|og|and)"
    rf"\s(?P<person>{PERSON})"
)
_SAID_BY = quick(rf"\b{_SAYS}\s(?P<person>{PERSON})")
#: Two words with capitals, close to each other: without them there is no name.
_ANYBODY = re.compile(rf"[{UPPER}]\S*\s(?:\S+\s){{0,6}}?(?:[dD]')?[{UPPER}]")
#: What every pattern of ``_PATTERNS`` holds.
_FULL_NAME = re.compile(PERSON)
_BYLINE = quick(
    r"(?:(?:text|foto|photo|bild|illustration)(?:\s\w+){0,2}|fotos|billede|av|skriven av|by|redaktör"
    r"|ansvarig utgivare)\s?(?::|\||$)",
    re.IGNORECASE,
)
#: Whom to ask: named as a person only with the title or the employer.
_CONTACT = re.compile(r"(?:press|pers|medie|media)?\s?(?:kontakt|contact)\w*\s?(?::|\||$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A person with what is said of them, and where."""

    person: str
    role: str | None
    organisation: str | None
    span: Span
    confidence: float


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Outside minutes: the fullest mention of each person."""
    if page.is_minutes and any(found.of("participant")):
        return
    best: dict[str, Mention] = {}
    tried = [(pattern, sure, sign, page.holding(*stems)) for pattern, sure, sign, stems in _WORTH_TRYING]
    top = _below_period(page)
    for sentence in (*page.sentences, *_asked(page)):
        if sentence.span[0] < top or len(sentence.text) > 900 or _BYLINE.match(sentence.text):
            continue
        asked = _CONTACT.match(sentence.text)
        for mention in _mentions(sentence, tried):
            if asked and mention.role is None and mention.organisation is None:
                continue
            known = best.get(mention.person)
            if known is None:
                best[mention.person] = mention
                continue
            first, second = (mention, known) if _weight(mention) > _weight(known) else (known, mention)
            best[mention.person] = replace(
                first, role=first.role or second.role, organisation=first.organisation or second.organisation
            )
    for mention in best.values():
        if mention.person.endswith("s") and mention.person[:-1] in best:
            continue
        if not found.covers(mention.span, "member", "presenter"):
            yield suggest(
                "person",
                [mention.span],
                mention.confidence,
                person=mention.person,
                organisation=mention.organisation,
                role=mention.role,
            )


_PERIOD = re.compile(r"\bunder perioden\b|\bi perioden\b", re.IGNORECASE)


def _below_period(page: Page) -> int:
    """Where the page itself begins, below a notice of when it was published: those between held office then."""
    notice = _PERIOD.search(page.flat, 0, 300)
    return max(0, page.flat.find(page.document.title)) if notice else 0


def _asked(page: Page) -> Iterator[Sentence]:
    """Lines at the foot that say whom to ask are furniture, but they name somebody."""
    for unit in page.all_units:
        if unit.kind in ("furniture", "heading") and len(unit.text) < 200 and _CONTACT.match(unit.text):
            yield from sentences_of(unit)


def _weight(mention: Mention) -> int:
    return 2 * (mention.organisation is not None) + (mention.role is not None)


#: Each pattern with how sure it is and the sign that it cannot do without.
_PATTERNS = (
    (_APPOSITION, 0.88, ","),
    (_FROM, 0.85, ""),
    (_BRACKET, 0.8, "("),
    (_TITLED, 0.85, ""),
    (_IS, 0.85, ""),
    (_ROLE_ONLY, 0.8, ","),
    (_EMPLOYED, 0.8, ","),
    (_AS, 0.8, ""),
    (_WRITTEN, 0.75, ""),
    (_WRITTEN_TOO, 0.75, ""),
    (_SAID_BY, 0.75, ""),
)
_WORTH_TRYING = tuple((pattern, sure, sign, stems_of(pattern)) for pattern, sure, sign in _PATTERNS)


_Tried = Sequence[tuple[re.Pattern[str] | Quick, float, str, frozenset[Sentence]]]


def _mentions(sentence: Sentence, tried: _Tried) -> Iterator[Mention]:
    text = sentence.text
    if _ANYBODY.search(text) is None or _FULL_NAME.search(text) is None:
        return
    for named in (*people_named(sentence), *appointed(sentence)):
        sure = 0.85 if named.titled else 0.8 if named.role or named.organisation else 0.6
        yield Mention(named.person, named.role, named.organisation, span_of(sentence, named), sure)
    for pattern, confidence, sign, where in tried:
        if sentence not in where or sign not in text:
            continue
        for match in pattern.finditer(text):
            mention = _mention(sentence, match, confidence)
            if mention is not None:
                yield mention


def _in_a_place(before: str, name: str) -> bool:
    """ "Socialchef i Degerfors": one word that no organisation is called."""
    return before.endswith(" i ") and " " not in name and organisation_score(name) < 0.7


_CLAUSE = re.compile(
    r"^(?:som|who|der)\s(?:i dag |nu |today |nå )?(?:är|er|is|var|was)\s|\s(?:vid|på|i|hos|ved|at|of|för|for)$"
)


def _mention(sentence: Sentence, match: re.Match[str], confidence: float) -> Mention | None:
    groups = match.groupdict()
    person, role, organisation = groups["person"], groups.get("role"), groups.get("org")
    words = person.split()
    if len(words) > 2 and not is_given_name(words[0]) and (is_title(words[0]) or occupation_of(words[0])):
        # "Läkaren Anna Ek": the title belongs to the name only by its capital.
        person, role = " ".join(words[1:]), role or words[0].lower()
    if person_score(person) < (0.5 if role is not None else 0.65) or is_registered(person):
        return None
    role = _CLAUSE.sub("", role) if role else role
    if role is not None and role_score(role) < 0.4:
        return None
    if organisation is not None and role is not None and _in_a_place(sentence.text[: match.start("org")], organisation):
        role, organisation = f"{role} i {organisation}", None
    if organisation is not None:
        organisation = re.sub(r"^(?:det|den|the)\s", "", organisation).strip()
        if not re.fullmatch(_HEADED, organisation):
            organisation = re.split(r"\s(?:i|in)\s(?=[A-ZÅÄÖÆØ][a-zåäö]+$)", organisation)[0]
        if organisation in PLACES or organisation_score(organisation) < 0.3 or person_score(organisation) > 0.8:
            return None
    said = re.search(rf"\b{_SAYS}\s$", sentence.text[: match.start()])
    start = said.start() if said else match.start()
    return Mention(person, role, organisation, sentence.part(start, match.end()), confidence)
