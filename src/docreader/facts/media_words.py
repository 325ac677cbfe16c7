"""Words for works to read, see or hear, and the sort each belongs to."""

from __future__ import annotations

import re
from typing import Final

TYPES: Final[tuple[tuple[str, str], ...]] = (
    ("videopodd", r"videopodd(?:en)?"),
    ("podd", r"podd(?:en|avsnitt(?:et)?)?|podcast(?:en|s)?|podkast(?:en)?|podd?serie(?:n)?|poddavsnitt|poddradio"),
    ("filmserie", r"filmserie[nr]?|tv-serie[nr]?"),
    ("film", r"film(?:en|er|erna)?|kortfilm(?:en)?|dokumentär(?:en)?|dokumentar(?:en)?|documentary"),
    ("video", r"video(?:n|en)?|videoinspelning(?:en)?"),
    ("webbsändning", r"webb-?sändning(?:en)?|webb-?tv|inspelning(?:en)?|opptak(?:et)?|optagelse[n]?|recording|webcast"),
    (
        "rapport",
        (
            r"[\w-]{0,20}rapport(?:en|er)?|report|granskning(?:en)?|revision(?:en)?|granskningsrapport(?:en)?"
            r"|[\w-]{0,20}utvärdering(?:en)?|[\w-]{0,20}evaluering(?:en)?|evaluation"
            r"|[\w-]{0,20}analys(?:en)?|undersökning(?:en)?|undersøgelse[n]?|undersøkelse[n]?|studie[n]?|study"
            r"|white ?paper"
            r"|kartläggning(?:en)?|kartlegging(?:en)?|kortlægning(?:en)?|[\w-]{0,20}utredning(?:en)?|betänkande[t]?"
            r"|förstudie[n]?"
            r"|forstudie[n]?|forprosjekt|kunskapsöversikt(?:en)?|kunskapssammanställning(?:en)?|sammanställning(?:en)?"
            r"|avhandling(?:en)?"
            r"|avhandling(?:a)?|thesis|årsrapport(?:en)?|lägesbild(?:en)?|delbetänkande[t]?|working paper|policy brief"
            r"|brief"
        ),
    ),
    ("promemoria", r"promemoria[n]?|pm|pm:et|memo|memorandum"),
    ("notat", r"notat(?:et|er)?"),
    (
        "skrift",
        r"[\w-]{0,14}skrift(?:en)?|publikation(?:en)?|publikasjon(?:en)?|publication|tidskrift(?:en)?|småskrift(?:en)?",
    ),
    (
        "handbok",
        (
            r"handbok(?:en)?|håndbok(?:a|en)?|håndbog(?:en)?|handbook|manual(?:en)?|lathund(?:en)?|toolkit"
            r"|verktygslåda[n]?"
        ),
    ),
    (
        "vägledning",
        (
            r"vägledning(?:en)?|guide[n]?|veileder(?:en)?|vejledning(?:en)?|[\w-]{0,16}handledning(?:en)?|guidance"
            r"|guideline"
            r"|riktlinjer"
        ),
    ),
    (
        "häfte",
        (
            r"hefte[t]?|häfte[t]?|hæfte[t]?|broschyr(?:en)?|folder(?:n|en)?|pjece(?:n)?|brosjyre(?:n)?|brochure(?:n)?"
            r"|leaflet|booklet"
        ),
    ),
    (
        "bok",
        (
            r"(?:lärobok|debattbok|fackbok|jubileumsbok|barnbok|bok)(?:en)?|boken|boka|antologi(?:n)?|book|bog(?:en)?"
            r"|roman(?:en)?"
        ),
    ),
    (
        "artikel",
        (
            r"debattartikel(?:n)?|artikel(?:n)?|article|artikkel(?:en)?|krönika[n]?|kronikk(?:en)?|kronik(?:ken)?"
            r"|debattinlägg(?:et)?|op-ed|column"
        ),
    ),
    ("presentation", r"presentation(?:en)?|bildspel(?:et)?|presentasjon(?:en)?|præsentation(?:en)?|slides"),
    ("faktablad", r"faktablad(?:et)?|faktaark(?:et)?|fact ?sheet|infografik(?:en)?"),
    ("utställning", r"vandringsutställning(?:en)?"),
    ("karta", r"karta[n]?|kartverktyg(?:et)?|atlas(?:en)?|kart(?:et)?"),
    ("nyhetsbrev", r"nyhetsbrev(?:et)?|nyhedsbrev(?:et)?|newsletter"),
)
ANY: Final = "|".join(pattern for _, pattern in TYPES)
_KNOWN: Final = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in TYPES)


def type_of(word: str) -> str:
    """The sort of work a word names."""
    return next((name for name, pattern in _KNOWN if pattern.fullmatch(word)), "film")
