"""Organisations as the subject of a sentence, named or by their kind ("the county administrative boards")."""

from __future__ import annotations

import re

from docreader.text.names import UPPER, is_given_name, is_registered, is_title, organisation_score, person_score
from docreader.text.page import Page
from docreader.text.register import COUNTRIES, PLACES
from docreader.text.triggers import quick

#: Things, not doers: a definite noun at the start of a sentence.
_THING = quick(
    r"(?:\w*(?:arbetet|arbeidet|arbejdet|ingen|ningen|projektet|prosjektet|programmet|uppdraget|avtalet|avtalen"
    r"|aftalen|studien"
    r"|rapporten|planen|strategin|strategien|mötet|møtet|mødet|stafetten|satsningen|satsingen|indsatsen|initiativet"
    r"|kampanjen"
    r"|försöket|forsøket|forsøget|tjänsten|tjenesten|portalen|frågan|resultatet|eleverna|elevene|eleverne|deltagarna"
    r"|deltakerne"
    r"|deltagerne|priset|antalet|pengarna|medlen|provet|proven|riktlinjerna|reglerna|reglene|reglerne|lagen|loven"
    r"|modellen"
    r"|metoden|systemet|verktyget|kartan|sidan|siden|listan|boken|filmen|podden|texten|temat|målet|syftet|resan|vägen"
    r"|skolen"
    r"|sjöfarten|trafiken|branschen|näringen|marknaden|samhället|naturen|vattnet|staten|landet|världen|tiden|året"
    r"|åren|dagen"
    r"|morgonen|uppropet|idén|idéen|ideen|tanken|beslutet|debatten|diskussionen|samtalet|dialogen|intresset|behovet"
    r"|problemet)"
    r"|alla|alle|flera|flere|många|mange|all|everyone|ingen|ingen|någon|man|den|det|de|vi|du|han|hon|hun|it|they|we"
    r"|she|he|this"
    r"|that|these|där|der|there|här|her|här|så|nu|då|men|och|og|and|but|both|både|även|som|om|när|når|when|if|i|på"
    r"|under|efter"
    r"|sedan|därefter|hans|hennes|deras|deres|hvert|varje|every|each|en|ett|et|ei|an?)",
    re.IGNORECASE,
)
#: Doers without a name of their own.
_KIND = quick(
    r"(?:den|det|de|the|dess|deras|andra|övriga|båda|begge|both|samtliga|\w+ska"
    r"|\w+isk[ae]?)?\s?\w{0,24}?(?:länsstyrelsen|länsstyrelserna"
    r"|kommunen|kommunerna|kommunene|kommunerne|regionen|regionerna|regionerne|regionene|myndigheten|myndigheterna"
    r"|fylkeskommunen"
    r"|fylkeskommunene|parterna|partene|parterne|universitetet|högskolan|lärosätena|föreningen|foreningen|förbundet"
    r"|forbundet|forbundet"
    r"|stiftelsen|fonden|bolaget|företaget|selskapet|selskabet|museet|museerna|biblioteket|biblioteken|styrelsen"
    r"|nämnden|kansliet"
    r"|regeringen|regjeringen|departementet|direktoratet|verket|rådet|gruppen|nätverket|forvaltningen|förvaltningen"
    r"|motsvarigheten"
    r"|sällskapet|selskabet|banken|akademien|akademiet|instituttet|institutet|centret|senteret|teatern|teatret"
    r"|arkivet|klubben|kyrkan|kirken"
    r"|byrån|byrået|kammaren|kammeret|systermyndighet|polisen|politiet|skolan|sjukhuset|the (?:agency|agencies"
    r"|municipality|municipalities|council"
    r"|government"
    r"|parties|university|region|regions|ministry|network|board))",
    re.IGNORECASE,
)
_DIVIDE = re.compile(
    r"(?<!-),\s(?!som\b)|(?<!-)(?<!Møre)(?<!Sogn)\s(?:och|samt|og|and)\s(?=(?:den |det |de |the |dess )?[A-ZÅÄÖÆØ]"
    r"|\w+(?:erna|erne|ene|en|et)\b|dess\b)"
)
_REMARK = re.compile(r"\s?\([^()]*\)")


#: Words that no name of an organisation has inside: the subject has run into a clause of its own.
_CLAUSE = quick(
    r"\b(?:är|var|har|hade|ska|skulle|som|att|kan|kunde|blir|blev|får|fick|finns|inte|där|när|om|er|hadde|havde|skal"
    r"|at|der|ikke|bliver|blir"
    r"|ble|is|was|are|were|has|have|had|will|that|which|who|not|meets|låtit|men|eftersom|redan|sedan|hittills|med"
    r"|försök|forskning)\b",
)
_INSIDE = re.compile(rf" (?<=[a-zåäöæø,)] )([{UPPER}][\w&-]+)")


def proper_names(page: Page) -> frozenset[str]:
    """Words that the document writes with a capital inside its sentences: they are names."""
    return frozenset(_INSIDE.findall(page.flat))


def doers_in(words: str, names: frozenset[str] | None = None) -> list[str]:
    """The organisations, or nothing when the first is none or a person is meant. ``names`` are the words known to
    be names: one word at the start of a sentence has its capital for nothing."""
    words = _REMARK.sub("", words).strip(" ,")
    if not words or len(words) > 150 or _CLAUSE.search(words):
        return []
    if is_registered(words):
        return [words]
    parts = [part.strip() for part in _DIVIDE.split(words) if part.strip()]
    if not parts or not _is_doer(parts[0], first=True):
        return []
    if names is not None and " " not in parts[0] and not any(" " in part or _is_certain(part, names) for part in parts):
        return []
    found = [part for part in parts if _is_doer(part, first=False)]
    return found if len(found) == len(parts) else []


def is_thing(word: str) -> bool:
    """One definite noun that is no doer ("the project")."""
    return _THING.fullmatch(word) is not None


def _is_certain(word: str, names: frozenset[str]) -> bool:
    """One word that is surely an organisation: registered, by its ending, or a name elsewhere in the document."""
    return word in names or is_registered(word) or organisation_score(word) >= 0.7 or bool(_KIND.fullmatch(word))


def _is_doer(name: str, *, first: bool) -> bool:
    bare = re.sub(r"^(?:[Dd]en|[Dd]et|[Dd]e|[Tt]he)\s", "", name)
    if _KIND.fullmatch(name) or _KIND.fullmatch(bare):
        return True
    if not bare or not re.match(rf"[{UPPER}]|e[{UPPER}]", bare) or len(bare) > 80:
        return not first and bool(_KIND.search(bare))
    if (
        (_THING.fullmatch(bare) and not re.search(r"f[oö]r?eningen$", bare.casefold()))
        or (_THING.fullmatch(bare.split()[0]) and not re.search(r"f[oö]r?eningen$", bare.split()[0].casefold()))
        or person_score(bare) > 0.6
    ):
        return False
    if bare in COUNTRIES:
        return " " in name or not first
    if bare in PLACES or is_given_name(bare.split()[0]) or is_title(bare.split()[0]):
        return False
    return is_registered(bare) or organisation_score(bare) >= 0.45 or _is_proper(bare)


def _is_proper(name: str) -> bool:
    """Several words with capitals and small words between ("Gymnastik- och idrottshögskolan")."""
    words = name.split()
    small = {"i", "och", "og", "for", "för", "of", "and", "the", "av", "af", "på", "vid", "til", "till", "de", "in"}
    return len(words) > 1 and all(
        word[0].isupper() or word in small or words[number - 1].endswith("-") or words[number - 1] in small
        for number, word in enumerate(words)
    )
