"""Who holds an event, under which theme, and whether it is over."""

from __future__ import annotations

import re

from docreader.facts.organisations import names_in
from docreader.text.triggers import quick

PAST = quick(
    r"\b(?:hölls|höll|ägde rum|genomfördes|arrangerades|anordnades|invigdes|samlades|fant sted|ble"
    r"|fandt sted|blev|took place|was held|were held|var)\b",
    re.IGNORECASE,
)


ORGANISERS = quick(
    r"\b(?:arrangeras (?:gemensamt )?av|arrangerades (?:gemensamt )?av|anordnas av|i samverkan med"
    r"|i samarbete med|tillsammans med|hålls av|värd är|arrangör(?:er)?(?: är|:)|arrangører?(?: er|:)"
    r"|organi[sz]ers?:|host(?:ed by|s)?:|arrangeres av"
    r"|i samarbeid med|arrangeret af|afholdes af|i samarbejde med|organi[sz]ed by|hosted by|together with"
    r"|in cooperation with)\s(?P<who>[^.;()]{2,160})",
    re.IGNORECASE,
)


HOST = re.compile(
    r"^(?P<who>[A-ZÅÄÖ][\w&:-]+(?: [A-ZÅÄÖ][\w&:-]+){0,4}?)\s(?:tillsammans med|arrangerar|anordnar"
    r"|bjuder in)\s"
)


#: What was called off took no place.
CANCELLED = quick(
    r"\b(?:inställ[dt]\w*|ställdes in|ställs in|avlyst\w*|avlyses|aflyst\w*|aflyses|cancelled|canceled|called off"
    r"|postponed|skjuts? upp|uppskjut\w+|utsatt|udskudt|utsettes|udskydes"
    r"|blev inte av"
    r"|ble ikke noe av)\b",
    re.IGNORECASE,
)
THEME = quick(
    r"\b(?:temat?|under temat|theme|tema)\s?(?:för [^.]{3,40} )?(?:var|är|:|er|is"
    r"|was)?\s?[\"](?P<quoted>[^\"]{4,120})[\"]|\btemat för [^.]{3,50}? (?:var|är) (?P<plain>[^.]{4,120})",
    re.IGNORECASE,
)


#: Days in such lines are not the day of the event.
OTHER_DAY = quick(
    r"publicer|publiser|published|uppdater|oppdater|opdater|updated|anmäl|registr|påmeld|tilmeld|deadline|senast"
    r"|senest|inlagt"
    r"|upplagd|sista dag|frist|abstract|osa\b|rsvp|early bird|tidigare|förra|forrige|previous|biljett|ticket|hotell"
    r"|avboka",
    re.IGNORECASE,
)


def organisers_in(words: str) -> list[str]:
    cut = re.split(r"\s(?:den|i|på|under|med start|som|the|on|in)\s(?=\d|[A-ZÅÄÖ]|början|slutet)", words)[0]
    cut = re.sub(
        r"\s(?:i samarbete med|i samverkan med|tillsammans med|i samarbeid med|i samarbejde med|together with"
        r"|in cooperation with)\s",
        ", ",
        cut,
    )
    parts = re.split(r"[,;]\s|\s(?:och|samt|and|og)\s", cut)
    named = names_in(cut)
    return named if len(named) == len(parts) else [part.strip() for part in parts if 2 < len(part.strip()) < 60]
