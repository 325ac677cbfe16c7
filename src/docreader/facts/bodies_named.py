"""Bodies with a name of their own, or only a kind, told by who set them up, who sits in them and where they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.body_words import CHAIR, DEFINITE, KIND, LED, SET_UP, SETTING, definite, members_in
from docreader.facts.completion import before, place_in_unit
from docreader.facts.found import suggest
from docreader.facts.organisations import names_in
from docreader.model import Suggestion
from docreader.text.names import PERSON, UPPER, person_score
from docreader.text.page import Page
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick

_APPOSITION = quick(
    rf"\b(?P<name>[{UPPER}][\w&-]+(?: (?:[{UPPER}&][\w&-]*|för|for|of|i|och|og|and)){{0,5}}),\s(?:en|ett|et|ei|an?"
    rf"|the)\s(?:[\w-]+\s){{0,3}}?"
    rf"(?P<kind>{KIND})\b(?:[^.;]{{0,40}}?\b(?:som\s)?(?:\w+\s)?{SET_UP}\s(?:\w+\s)?(?:av|af"
    rf"|by)\s(?P<by>[^,.;()]{{3,60}}?)(?=[,.;(]|\s(?:i|in|den|år|\d{{4}})\b|$))?"
)
_THAT_SET_UP = quick(
    rf"\b(?P<name>[{UPPER}][\w&-]+(?: (?:[{UPPER}&][\w&-]*|för|for|of|i)){{0,5}}),\s(?:som|which|that"
    rf"|der)\s(?P<by>[{UPPER}][^,.;:]{{2,90}}?)\s"
    rf"(?:har\s)?{SETTING}\b(?P<rest>[^.;]{{0,160}})"
)
#: "A joint committee with ...", "a steering group led by ...", "there is a reference group"
_INDEFINITE = quick(
    rf"\b(?P<article>[Ee]n|[Ee]tt?|[Ee]i|[Aa]n?)\s(?:(?:ny|nytt|egen|eget|särskild|särskilt|egen|new|liten|lite|bred"
    rf"|brett|[a-zåäöæø]{3, 20}(?:isk|iskt|lig|ligt|ell|al))\s)?"
    rf"(?P<name>(?:(?:gemensam|gemensamt|felles|fælles|nationell|nationellt|nasjonal|national|regional|regionalt"
    rf"|nordisk|nordiskt|rådgivande"
    rf"|joint|permanent|tvärvetenskaplig|partssammansatt|ständig|oberoende)\s)?{KIND}(?:\s(?:för|for|mot|om"
    rf"|on)\s[\w-]+(?:\s[\w-]+)?)?)"
    r"(?P<rest>(?![\w-]).{0,300})"
)
_VERB_BEFORE = quick(
    r"(?:\b(?:leds|ledes|styrs|styres|led|led|bistås|samordnas|sorterades|bereds|förbereds|följs|hjälp|bestämdes"
    r"|guided|prepared)\b.{0,30}?\s(?:av|af|by|i)"
    r"|\b(?:har|have|has|finns|finnes|findes|there is|bildar|bildade|tillsätter|tillsatte|inrättar|inrättade|startar"
    r"|startade|utser|nedsatt|nedsat"
    r"|opprettet|oprettet|oprettes|opprettes|nedsættes|tillsätts|tillsattes|inrättas|inrättades|bildas|bildades"
    r"|etableras|etablert|etableret|set up|formed"
    r"|established|appointed|skapas|skapa|bilda|tillsätta|inrätta|oprette|opprette|nedsætte|establish|form|appoint"
    r"|create|samlas i|ingår i|sitter i"
    r"|oppnevner|oppnevnte|nedsætter|nedsatte|opretter|oppretter|oprettede|etablerer)\s(?:\w+\s){0,2})\s?$",
    re.IGNORECASE,
)
_STANDS = quick(
    rf"^(?P<name>(?:[Dd]en |[Dd]et |[Tt]he )?(?:[\w-]+\s)?{DEFINITE}|[Tt]he (?:[\w-]+ ){{0,2}}(?:secretariat|office"
    rf"|network|council|board|committee|hub))\s"
    r"(?:legges|plasseres|placeres|placeras|läggs|förläggs|lægges|ligger|finns|är placera[dt]|sitter|ligger hos"
    r"|är lokaliserat|placeras|holder til|hører til|er placeret"
    r"|er lagt|is hosted|is located|sits)\s(?:till|hos|på|vid|i|by|at|ved|til)\s"
    rf"(?P<host>[{UPPER}][^,.;()]{{2,70}}?)(?=[,.;(]|\s(?:och|og|and|som)\s|$)"
)
_NO_NAME = re.compile(
    r"(?i:det|den|detta|vi|här|sverige|norge|danmark|sweden|norway|denmark|europa|regeringen|i|på|hon|han|de)$"
)


_INDEFINITE_NOT = quick(
    r"(?:centrum|center|senter|centre|plattform|platform|nod|hubb|hub|arena|office|kontor|funktion)$", re.IGNORECASE
)
#: "Elberedskapsrådet, som tillsatts av regeringen"
_THAT_IS_SET_UP = quick(
    rf"\b(?P<name>[{UPPER}][\w&-]+(?: (?:[{UPPER}&][\w&-]*|för|for|of|i)){{0,5}}),\s(?:som|which|that|der)\s(?:har\s"
    rf"|är\s|er\s|was\s|has been\s|blev\s|ble\s)?"
    rf"(?:{SET_UP}|(?P<led>leds|ledes|samordnas|led|chaired|koordineres|drivs))\s(?:\w+\s)?(?:av|af"
    rf"|by)\s(?P<by>[^,.;()]{{3,60}}?)(?=[,.;(]|\s(?:och|og|and|i|in|den|år|\d{{4}})\b|$)"
)
#: "a small working group, Mobile Health, in which A, B and C sit"
_CALLED = quick(
    rf"\b(?:[Ee]n|[Ee]tt?|[Ee]i|[Aa]n?)\s(?:[\w-]+\s){{0,2}}?(?P<kind>{KIND})(?:,\s|\s(?:kallad|kallat|kalt|kaldet"
    rf"|called|som heter|der hedder|med namnet|med navnet)\s)"
    rf"\"?(?P<name>[{UPPER}][\w&-]+(?: [\w&-]+){{0,4}}?)\"?,\s(?P<rest>(?:där|hvor|where|som|med|with"
    rf"|der)\s[^.;]{{4,300}})"
)
_BARE = re.compile(
    r"^(?:Gruppen|Rådet|Kommittén|Nätverket|Utskottet|Styrelsen|Delegationen|Panelen|Kansliet|Sekretariatet|Forumet"
    r"|Utvalget|Udvalget|Gruppa|Styret"
    r"|Nettverket|Netværket|Komiteen|Bestyrelsen|The (?:group|council|committee|board|network|panel))\s(?:er|är|blev"
    r"|ble|har|består|leds|ledes|tillsattes"
    r"|bildades|inrättades|is|was|has|consists)\b"
)
_SUBJECT = re.compile(
    rf"^(?P<name>[{UPPER}][\w&-]+(?: (?:[{UPPER}][\w&-]*|för|for|of|och|og|and|i)){{0,5}}?)\s(?=[a-zåäöæø]+\b)"
)


def _called(page: Page, sentence: Sentence) -> Suggestion | None:
    match = _CALLED.search(sentence.text)
    if match is None or person_score(match["name"]) >= 0.7:
        return None
    return suggest(
        "body",
        [sentence.part(match.start("kind"), match.start("rest") + min(len(match["rest"]), 160))],
        0.78,
        name=match["name"],
        body_type=match["kind"],
        members=tuple(members_in(match["rest"])) or None,
    )


def _spoken_of(page: Page, sentence: Sentence) -> Suggestion | None:
    """ "Circular Group follows the work. The group was set up by ...": the name stands in the sentence before."""
    if not _BARE.match(sentence.text):
        return None
    earlier = before(page, sentence)
    match = _SUBJECT.match(earlier.text) if earlier is not None else None
    if earlier is None or match is None or not _is_name(match["name"]) or " " not in match["name"]:
        return None
    by = re.search(rf"{SET_UP}\s(?:av|af|by)\s(?P<by>[\w ]{{3,50}}?)(?=[,.]|\s(?:och|og|and)\b|$)", sentence.text)
    return suggest(
        "body",
        [earlier.part(*match.span("name")), sentence.span],
        0.74,
        name=match["name"],
        appointed_by=by["by"] if by else None,
        members=tuple(members_in(sentence.text)) or None,
        lead=_lead(page, sentence),
    )


def named(page: Page) -> Iterator[Suggestion]:
    """One suggestion for each sentence that names a body so."""
    for sentence in page.sentences:
        if len(sentence.text) > 600:
            continue
        for find in (_set_up, _apposition, _called, _stands, _spoken_of, _indefinite):
            suggestion = find(page, sentence)
            if suggestion is not None:
                yield suggestion
                break


def _set_up(page: Page, sentence: Sentence) -> Suggestion | None:
    match = _THAT_SET_UP.search(sentence.text)
    passive = _THAT_IS_SET_UP.search(sentence.text) if match is None else None
    if passive is not None and _is_name(passive["name"]):
        by = passive["by"].strip()
        person = re.match(rf"(?:\w+\s){{0,2}}?(?P<name>{PERSON})", by)
        lead = (person["name"] if person else by) if passive["led"] else _lead(page, sentence)
        span = [sentence.part(*passive.span())]
        return suggest("body", span, 0.78, name=passive["name"], appointed_by=None if passive["led"] else by, lead=lead)
    if match is None or not _is_name(match["name"]):
        return None
    by = names_in(match["by"])
    with_ = re.search(r"\b(?:tillsammans med|sammen med|together with)\s(?P<who>[^.;]{3,160})", match["rest"])
    members = [*by, *names_in(with_["who"])] if with_ else []
    return suggest(
        "body",
        [sentence.part(*match.span())],
        0.75,
        name=match["name"],
        appointed_by=by[0] if by else match["by"],
        members=tuple(members) or None,
        lead=_lead(page, sentence),
    )


def _apposition(page: Page, sentence: Sentence) -> Suggestion | None:
    match = _APPOSITION.search(sentence.text)
    if match is None or not _is_name(match["name"]):
        return None
    if match["by"] is None and not re.search(rf"{KIND}|{DEFINITE}", match["name"], re.IGNORECASE):
        return None
    return suggest(
        "body",
        [sentence.part(match.start("name"), match.end())],
        0.78,
        name=match["name"],
        appointed_by=match["by"].strip() if match["by"] else None,
        body_type=match["kind"],
        lead=_lead(page, sentence),
    )


def _is_name(name: str) -> bool:
    return not _NO_NAME.match(name) and person_score(name) < 0.6 and len(name) > 3


def _stands(page: Page, sentence: Sentence) -> Suggestion | None:
    match = _STANDS.match(sentence.text)
    if match is None:
        return None
    name = re.sub(r"^(?:[Tt]he)\s", "", match["name"])
    return suggest("body", [sentence.part(*match.span())], 0.75, name=name, host=match["host"].strip())


def _indefinite(page: Page, sentence: Sentence) -> Suggestion | None:
    """A body that has only its kind for a name, brought in by a verb or by who is in it."""
    text = sentence.text
    for match in _INDEFINITE.finditer(text):
        before, rest = text[: match.start()], match["rest"]
        begins = not before.strip(" –") or before.rstrip().endswith((":", ","))
        members = members_in(rest)
        introduced = _VERB_BEFORE.search(before) is not None
        set_up = re.match(
            rf",?\s(?:har\s|har nu\s|ska\s|skal\s|will be\s|som (?:är |har )?)?(?:\w+\s)?{SET_UP}\b", rest
        )
        if not (
            introduced
            or set_up
            or (
                begins
                and re.match(
                    r",?\s(?:med|ska|skal|with|will|består|leds|ledes|ledd|ledet|chaired|led|meets|consisting)\b", rest
                )
            )
            or len(members) >= 2
        ):
            continue
        if _INDEFINITE_NOT.search(match["name"]):
            continue
        at = re.match(rf"\s(?:i|in|på)\s[{UPPER}][\w-]+(?=[,.]|\s(?:där|hvor|where|med|som)\b)", rest)
        name = match["name"] + at[0] if at else definite(match["name"])
        host = re.search(rf"{SET_UP}\s(?:vid|hos|på|i|at|ved)\s(?P<host>[{UPPER}][^,.;()]{{2,60}})", rest)
        end = match.start("rest") + min(len(rest), 220)
        return suggest(
            "body",
            [sentence.part(match.start(), end)],
            0.7,
            name=name[0].upper() + name[1:],
            host=host["host"].strip() if host else None,
            members=tuple(members) or None,
            lead=_lead(page, sentence),
        )
    return None


def _lead(page: Page, sentence: Sentence) -> str | None:
    """Who leads it, in the sentence or the one behind it."""
    siblings = page.sentences_in(sentence.unit)
    place = place_in_unit(siblings, sentence)
    for other in siblings[place : place + 2]:
        for pattern in (CHAIR, LED):
            match = pattern.search(other.text)
            if match and person_score(match["lead"]) >= 0.5:
                return match["lead"]
        chaired = re.match(
            rf"(?:Ordförande|Formand|Leder|Chair|Ordf\.) (?:för \w+ |for \w+ )?(?:var|är|er|is)\s(?P<lead>{PERSON})",
            other.text,
        )
        if chaired:
            return chaired["lead"]
    return None
