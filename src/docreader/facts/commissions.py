"""Sentences in which somebody is given a task: who, by whom, to do what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docreader.facts.doers_told import doers_in
from docreader.facts.organisations import names_in
from docreader.text.dates import find_dates
from docreader.text.names import UPPER
from docreader.text.triggers import quick, stems_of

_NAME = rf"(?:den |det |the |dess )?[{UPPER}][^;:?!\"]{{1,150}}?"
_BY = rf"(?:\s(?:av|af|fra|from|by|från)\s(?P<by>(?:the )?[\w-]+(?: (?:[{UPPER}&][\w-]*|och|för|for|of|and)){{0,5}}?))?"
_WHEN = r"(?:\s(?:nu|nå|nu|också|även|då|den\s\d[^,;]{2,24}?|i\s\w+(?:\s\d{4})?|\d{4}|därför|just|now|also)){0,2}"
_TASK = (
    r"(?:i uppdrag|i oppdrag|uppdraget|uppdrag|oppdraget|ett (?:nytt |särskilt )?uppdrag|et oppdrag|regeringens uppdrag"
    r"|regeringsuppdrag(?:et)?|i regeringsuppdrag|till uppgift|som oppgave|til opgave|i opdrag|opgaven|i till uppgift)"
)
_TO = r"(?P<to>\s(?:att|å|at|om att|om å|om at|med att|med å|med at|om))"
#: "X has been given the task (by Y) of ...", "Therefore X has been given ..."
_GOT = quick(
    rf"(?:^|(?<=[,;] )|(?P<lead>\b(?:[Hh]ar|[Ff]ick|[Ff]år|[Ff]ik)\s))(?P<whom>{_NAME})"
    rf"(?:\s(?:har|hade|hadde|havde|er|är|ble|blev|blir|bliver|ska|skal|vil))?{_WHEN}\s?(?:\s?(?:fått|fick|får|fik"
    rf"|fået|gis|ges|gitt|givet"
    rf"|tilldelats|tilldelas|fått|haft|ha|få|blitt gitt))?{_WHEN}\s{_TASK}{_BY}{_WHEN}{_TO}\s(?P<what>.{{6,360}})$"
)
_GAVE = quick(
    rf"^(?:(?P<when>[^;:?!\"]{{3,60}}?)\s)?(?P<by>(?:[Rr]egeringen|[Rr]egjeringen|[Rr]egeringen"
    rf"|[Dd]en svenska regeringen|[Vv]i|[{UPPER}][\w-]+(?: [\w-]+){{0,5}}?))"
    rf"\s?(?:har\s)?(?:ger|gav|gett|givit|gir|ga|gitt|giver|givet|lämnar|lämnade|uppdrar|uppdrog|har uppdragit|lagt"
    rf"|beslutade (?:att|om att) ge"
    rf"|beslutar att ge|ger nu|beslöt att ge)\b{_WHEN}(?:\s(?:åt|till|til|i uppdrag åt|i oppdrag til|i oppdrag til"
    rf"|i uppdrag till))?\s"
    rf"(?P<whom>{_NAME})(?:\s{_TASK})?{_TO}\s(?P<what>.{{6,360}})$"
)
_TURNED = quick(
    rf"\b(?:ger|gav|gir|ga|giver)\s(?P<by>(?:regeringen|regjeringen"
    rf"|{_NAME}))\s(?P<whom>{_NAME})\s{_TASK}{_TO}\s(?P<what>.{{6,360}})$"
)
_ENGLISH = quick(
    rf"^(?:[^,;]{{3,50}},\s)?(?P<whom>(?:The )?{_NAME})\s(?:(?:has|have|had)\s(?:now |also )?been|is|are|was"
    rf"|were)\s(?:now |also )?"
    r"(?:commissioned|tasked|asked|instructed|assigned|mandated|charged|given the task|given the assignment)"
    rf"(?:\sby\s(?P<by>(?:the )?[{UPPER}]?[\w-]+(?: [{UPPER}][\w-]*){{0,4}}))?(?P<to>\s(?:to|with"
    rf"|of))\s(?P<what>.{{6,360}})$"
)
_ENGLISH_GAVE = quick(
    rf"^(?:[^,;]{{3,50}},\s)?(?P<by>(?:The |the )?[{UPPER}][\w-]*(?: [\w-]+){{0,5}}?)\s(?:has |have "
    rf"|had )?(?:commissioned|tasked|asked|instructed"
    rf"|mandated|commissions|tasks|instructs|assigns|assigned)\s(?P<whom>(?:the )?{_NAME})(?P<to>\s(?:to"
    rf"|with))\s(?P<what>.{{6,360}})$"
)
_ASKED = quick(
    rf"^(?:[^,;]{{3,50}},\s)?(?P<by>[{UPPER}][^;:?!\"]{{2,80}}?)\s(?:har\s|have\s|has\s)?(?:bedt|bett|bad|ber|beder"
    rf"|bedit|bedd)\s(?P<whom>{_NAME})"
    r"(?P<to>\som\s(?:at|å|att))\s(?P<what>.{6,360})$"
)
_PATTERNS = (_ASKED, _GAVE, _GOT, _TURNED, _ENGLISH, _ENGLISH_GAVE)
_WORDS = quick(
    r"uppdra|oppdrag|opdrag|opgave|uppgift|oppgave|commission|tasked|asked|instruct|assign|mandated|charged|\bbe(?:dt"
    r"|tt|r|der|dit)\b|\bbad\b",
    re.IGNORECASE,
)
#: A sentence that tells of a task holds one of these.
COMMISSION_STEMS = stems_of(_WORDS)
#: A deadline right behind "to": "to deliver by 1 October" begins with what is done.
_DEADLINE = quick(
    r"^(?:(?:gemensamt|tillsammans|senast|senest|innen|inden|by|före|før|before|i samverkan|under"
    r"|från och med)\b[^,]{0,50}?\d{4},?\s"
    r"|(?:senast|senest|innen|inden|by|före|før)\s(?:den\s)?\d{1,2}\.?\s\w+(?:\s\d{4})?\s|gemensamt\s|tillsammans\s)",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"(?:,\s(?:och|samt|som|vilket|og|and)\s|\s(?:och ska|och att|samt att|og å|og at|for å|för att|so that)\s|;\s)"
)


@dataclass(frozen=True, slots=True)
class Commission:
    """Who is to do what, on whose behalf; ``to`` is the joining word ("att")."""

    whom: tuple[str, ...]
    by: str | None
    to: str
    what: str


def commission_in(text: str) -> Commission | None:
    """The task that a sentence tells of."""
    if len(text) > 600 or not _WORDS.search(text):
        return None
    for pattern in _PATTERNS:
        match = pattern.search(text)
        if match is None:
            continue
        whom = _whom(match["whom"])
        if not whom:
            continue
        what = _DEADLINE.sub("", match["what"])
        by = match.groupdict().get("by")
        return Commission(
            tuple(whom),
            by.strip() if by else None,
            match["to"].strip().removeprefix("om "),
            _CUT.split(what)[0].strip(" ."),
        )
    return None


def _whom(words: str) -> list[str]:
    """The organisations; a day may stand before them ("gave on 8 December 2022 A and B")."""
    dates = find_dates(words)
    if dates and dates[0].start <= 6:
        words = words[dates[0].end :]
    words = re.sub(r"^(?:nu|också|även|därför|också|now)\s", "", words.strip(" ,"))
    words = re.sub(r"^(?:[Dd]ärför|[Dd]erfor|[Nn]u|[Ss]edan \w+|[Uu]nder \w+)\s(?:har\s)?", "", words)
    return doers_in(words) or names_in(words)
