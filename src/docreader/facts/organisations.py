"""Names of organisations in an enumeration: "Vinnova, Region Skåne och Lunds universitet"."""

from __future__ import annotations

import re

from docreader.text.names import is_registered, organisation_score, person_score
from docreader.text.register import COUNTRIES, ORGANISATIONS
from docreader.text.triggers import quick

_ELLIPSIS = quick(
    r"(?P<parts>(?:[A-ZÅÄÖ][\w-]*(?: [a-zåäö]+ [\w-]+)?-?,\s)*[A-ZÅÄÖ][\w]*(?: [a-zåäö]+ "
    r"[a-zåäö]+)?-?,?\s?(?:och|samt)\s[A-ZÅÄÖ]\w*departement(?:en|et))"
)
#: Names that have an "and" of their own.
JOINED = re.compile(
    "|".join(
        sorted(
            (re.escape(form) for row in ORGANISATIONS for form in row if re.search(r"\s(?:och|og|and)\s", form)),
            key=len,
            reverse=True,
        )
    )
)
_ARTICLE = quick(
    r"^(?:den|det|de|the|rederiet|företaget|bolaget|myndigheten|organisationen|föreningen|dels|bland annat"
    r"|bl\.a\.|såsom|som|både|även|company)\s",
    re.IGNORECASE,
)


def names_in(words: str) -> list[str]:
    """The organisations (or countries) enumerated; what is no name ends the enumeration."""
    ministries = _ministries(words)
    if ministries:
        return ministries
    result: list[str] = []
    for part in _parts(words):
        name = _ARTICLE.sub("", part.strip(' .,;:*"')).strip()
        name = re.split(
            r"\s(?:som|vilka|vilket|där|har|ska|får|är|att|under|inom|genom|den|skal|will|to|för att|om|about|on"
            r"|skrevs|skrev|slöts|undertecknades"
            r"|undertecknas|gäller|gjelder|gælder|ble|blev|was|is|er|fra og med|från och med|å|at|og|med"
            r"|i \w+ 20\d\d)\s",
            name,
        )[0].strip()
        if not name:
            continue
        kind = re.match(r"[a-zåäöæø-]{4,}(?:et|en|an|n|a|virksomheden|selskabet)\s(?=[A-ZÅÄÖÆØ])", name)
        name = name[kind.end() :] if kind else name
        if not name[0].isupper() or not looks_like_organisation(name):
            break
        result.append(name)
    return list(dict.fromkeys(result))


def _parts(words: str) -> list[str]:
    words = JOINED.sub(lambda found: re.sub(r"\s(och|og|and)\s", " \\1\u00a0", found[0]), words)
    return [part.replace("\u00a0", " ") for part in _divided(words)]


def _divided(words: str) -> list[str]:
    pieces = re.split(r" *[,;]\s*| (?:samt|and|og) ", words)
    parts: list[str] = []
    for piece in pieces:
        # "Post- och telestyrelsen" stays whole; "Vinnova och Formas" does not.
        if is_registered(piece):
            parts.append(piece)
            continue
        parts += re.split(r"(?<!-) ?\b(?:och) (?=[A-ZÅÄÖ]|rederiet|företaget|bolaget)", piece)
    return [part for part in parts if part.strip()]


def looks_like_organisation(name: str) -> bool:
    """True for a phrase with a capital that is an organisation or country rather than a person."""
    if name in COUNTRIES or is_registered(name):
        return True
    return len(name) < 80 and organisation_score(name) >= 0.35 and person_score(name) < 0.85


def _ministries(words: str) -> list[str]:
    """ "Social-, Utbildnings- och Näringsdepartementet" are three ministries."""
    match = re.search(r"(?P<list>[A-ZÅÄÖ][^.()]{3,120}?)departement(?:en|et)\b", words)
    if match is None or not re.search(r"-|,", match["list"]):
        return []
    pieces = re.split(r",\s*|\s(?:och|samt)\s(?=[A-ZÅÄÖ])", match["list"])
    if len(pieces) < 2:
        return []
    return [f"{piece.strip().rstrip('-')}departementet" for piece in pieces if piece.strip()]
