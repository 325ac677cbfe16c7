"""Actions told in running text: an organisation that starts, builds, leads or supports something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.dating import resolve
from docreader.facts.found import Found, suggest
from docreader.facts.organisations import looks_like_organisation, names_in
from docreader.model import Suggestion
from docreader.text.names import NAME_WORD, UPPER, organisation_score, person_score
from docreader.text.numbers import NUMBER_WORD
from docreader.text.page import Page
from docreader.text.sentences import Sentence

_VERB = (
    r"startar|startade|inleder|inledde|lanserar|lanserade|tar fram|tog fram|bygger|byggde|utvecklar"
    r"|utvecklade|genomför|genomförde|leder|samordnar|utreder|stöttar|inrättar|inrättade|finansierar"
    r"|initierade|skapade|skapar|satsar|tester|"
    r"etablerar|etablerade|publicerar|tecknar|driver|testar|kartlägger|udarbejder|utarbetar|arrangerer|erbjuder"
    r"|tilbyder|tilbyr|kartlegger|kortlægger|undersöker|undersøger|undersøker|kommer att \w+|ska \w+|skal \w+"
    r"|vil \w+|starter|startet|bygger|leder|utvikler|utarbeider|udvikler|udgiver|opretter|oppretter"
    r"|lanserer|følger|utvecklar|gjennomfører|gennemfører|koordinerer|"
    r"launches|launched|starts|started|builds|leads|develops|coordinates|funds|establishes|will \w+"
)
_ORGANISATION = rf"(?:[{UPPER}][\w&:.-]*(?:\s(?:i|för|och|of|for|the|og|{NAME_WORD}|[{UPPER}][\w&-]*)){{0,5}})"
_PLAIN = re.compile(
    rf"^(?P<who>{_ORGANISATION}(?:(?:,|\soch|\sog|\sand"
    rf"|\ssamt)\s{_ORGANISATION}){{0,4}})\s(?P<verb>{_VERB})\s(?P<what>.{{10,300}})"
)
_INVERTED = re.compile(
    rf"^(?P<when>[^,.]{{2,60}}?"
    rf"|.{{10,110}}?,)\s(?P<verb>{_VERB.replace('kommer att ', 'kommer ').replace('|ska ', '|ska ')}"
    rf"|kommer)\s(?P<who>{_ORGANISATION}(?:(?:,|\soch|\sog|\sand"
    rf"|\ssamt)\s{_ORGANISATION}){{0,4}})(?:,[^,]{{2,60}},)?\s(?P<what>.{{10,300}})"
)
_BY = re.compile(
    rf"^(?P<what>[{UPPER}][^.;]{{4,120}}?)\s(?:byggs|byggdes|tas fram|leds|drivs|samordnas|genomförs"
    rf"|finansieras|utvecklas|bygges|ledes|drives|udvikles|gennemføres|gjennomføres|utvikles|is led"
    rf"|is built|is run|is funded|are led)\s(?:gemensamt )?(?:av|af|by)\s(?P<who>{_ORGANISATION}(?:(?:,"
    rf"|\soch|\sog|\sand)\s{_ORGANISATION}){{0,4}})"
)
_STARTED_WITH = re.compile(
    rf"\b(?P<what>(?:den|det|en|ett|the|an?)\s[\w-]{{4,40}}(?:\s(?:för|om|for)\s[\w -]{{3,60}})?)\s(?:som"
    rf"|which|that)\s(?:startats|startades|startade|etablerats|byggts|utvecklats|skapats|initierats"
    rf"|lanserats|was launched|er startet|blev startet)\s(?:tillsammans med|av|i samarbete med|with|by"
    rf"|sammen med|together with)\s(?P<who>{_ORGANISATION})"
)
_WE = re.compile(
    r"\b(?:när vi på|vi på|har vi på|when we at)\s(?P<who>[A-ZÅÄÖÆØ][\w-]*)\s(?P<verb>skapade|startade"
    r"|tog fram|initierade|bildade|lanserade|started|created)\s(?P<what>[^.]{8,200})"
)


_AGREED = re.compile(
    r"\b(?:enige om|enats om|enades om|kommit överens om|kom överens om|agreed on|agreed to|enedes om)\s"
    r"(?P<what>(?:en|ett|et|a|an)\s[^.,;]{6,160})",
)
_SEVERAL = re.compile(
    rf"^(?P<who>(?:{NUMBER_WORD}|[Ff]lera|[Ff]lere|[Ss]everal|\d{{1,3}})\s(?:[\w-]+\s)?[\w-]*(?:kommuner|regioner"
    rf"|myndigheter"
    r"|skolor|skoler|universitet|universiteter|lärosäten|företag|bedrifter|virksomheder|fylkeskommuner|organisationer"
    r"|organisasjoner|museer|bibliotek|municipalities|regions|agencies|schools|universities|companies)(?:\s(?:i"
    r"|in)\s[^.,;]{3,60}?)?)"
    r"\s(?:har (?:börjat|startat|inlett|gått ihop om|bestämt sig för att|begynt å|begynt med|startet|gått sammen om"
    r"|begyndt at"
    r"|slået sig sammen om)|have (?:started|begun|joined)|ska|skal|will)\s(?:att |å |at |to )?(?P<what>[^.;]{6,200})",
    re.IGNORECASE,
)
_COMMISSIONED = re.compile(
    rf"^(?P<who>[{UPPER}][^.,;:]{{2,90}}?)\s(?P<verb>har fått i (?:uppdrag|oppdrag) (?:att|å)|får i (?:uppdrag|oppdrag)"
    rf" (?:att|å)|har fået til opgave at|has been (?:commissioned|tasked|asked) to)\s(?P<what>.{{8,300}})"
)


#: Who leads a body is told of the body, not an action.
_BODY = re.compile(
    r"(?:gruppen|gruppa|rådet|kommittén|nämnden|delegationen|utskottet|styrelsen|kansliet|panelen|nätverket"
    r"|sekretariatet|utvalget"
    r"|udvalget|styret|nettverket|netværket|committee|council|group|board|secretariat)$",
    re.IGNORECASE,
)


def _agreed(sentence: Sentence) -> Suggestion | None:
    """ "The ministers agreed on a joint survey": the survey is the action."""
    match = _AGREED.search(sentence.text)
    if match is None:
        return None
    what = re.sub(r"^(?:en|ett|et|a|an)\s", "", match["what"]).strip()
    return suggest("action", [sentence.span], 0.6, title=what[0].upper() + what[1:], responsible=(), partners=())


def _several(sentence: Sentence) -> Suggestion | None:
    """ "Three municipalities have begun to share teachers": a doer counted, not named."""
    match = _SEVERAL.match(sentence.text)
    if match is None:
        return None
    return suggest("action", [sentence.span], 0.55, title=match["what"].strip(), responsible=(), partners=())


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """In articles and on the pages of programmes."""
    if page.is_minutes or page.document.kind in ("event_page", "assignment_page"):
        return
    for sentence in page.sentences:
        if (
            len(sentence.text) > 500
            or sentence.text.endswith("?")
            or found.covers(sentence.span, "action", "milestone", "document_date")
        ):
            continue
        suggestion = _started(page, sentence) or _undertaken(page, sentence)
        if suggestion is not None:
            yield suggestion


def _started(page: Page, sentence: Sentence) -> Suggestion | None:
    match = _STARTED_WITH.search(sentence.text)
    if match is None:
        return None
    what = re.sub(r"^(?:den|det|en|ett|the|an?)\s", "", match["what"])
    return suggest(
        "action",
        [sentence.part(*match.span())],
        0.6,
        title=what[0].upper() + what[1:],
        responsible=(),
        partners=(match["who"].strip(),),
    )


def _undertaken(page: Page, sentence: Sentence) -> Suggestion | None:
    text = sentence.text
    told = page.document.kind in ("article", "programme_page", "other")
    agreed = (_agreed(sentence) if told else None) or _several(sentence)
    if agreed is not None:
        return agreed
    match = (
        _COMMISSIONED.match(text) or _PLAIN.match(text) or _BY.match(text) or _WE.search(text) or _INVERTED.match(text)
    )
    if match is None or (match.re is _BY and _BODY.search(match["what"])):
        return None
    responsible = names_in(re.sub(r"\s\([^()]*\)$", "", match["who"]))
    if not responsible or person_score(match["who"]) > 0.6 or not all(_sure(name) for name in responsible):
        return None
    dates = [d for d in page.find_dates(text) if d.month or d.shift is not None or d.year]
    date, notes = resolve(page, dates[0], past=False) if dates else (None, [])
    what = re.split(r"(?:,\s|\s(?:för att|som|när|vilket)\s)", match["what"])[0].strip(" .")
    verb = match.groupdict().get("verb") or ""
    return suggest(
        "action",
        [sentence.span],
        0.55,
        notes,
        title=f"{verb} {what}".strip(),
        responsible=tuple(responsible),
        partners=(),
        date=date.iso if date else None,
    )


#: Things, not doers: a definite noun at the start of a sentence.
_THING = re.compile(
    r"(?:\w*(?:arbetet|arbeidet|arbejdet|ingen|projektet|prosjektet|programmet|uppdraget|avtalet|avtalen|aftalen"
    r"|studien"
    r"|rapporten|parterna|partene|parterne|planen|strategin|strategien|mötet|møtet|mødet|stafetten|satsningen|satsingen"
    r"|indsatsen|initiativet|kampanjen|försöket|forsøket|forsøget|tjänsten|tjenesten|portalen|frågan|resultatet"
    r"|eleverna"
    r"|elevene|eleverne|deltagarna|deltakerne|deltagerne|gruppen|gruppa|rådet|styret|utvalget|udvalget)"
    r"|alla|alle|flera|flere|många|mange|all|everyone)",
    re.IGNORECASE,
)


def _sure(name: str) -> bool:
    if _THING.fullmatch(name) and not re.search(r"för?eningen$", name, re.IGNORECASE):
        return False
    return (
        looks_like_organisation(name)
        and (organisation_score(name) >= 0.45 or " " in name)
        and name.casefold()
        not in (
            "det",
            "den",
            "vi",
            "under",
            "detta",
            "regeringen",
            "sverige",
            "målet",
            "projektet",
            "programmet",
            "avtalet",
            "parterna",
            "rådet",
            "it",
            "the",
            "this",
        )
    )
