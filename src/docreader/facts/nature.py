"""What a titled thing is, by its head word: a body, an event, something to read or see, or an action."""

from __future__ import annotations

import re
from typing import Literal

Nature = Literal["body", "event", "media", "action"]

EVENT_WORD = (
    r"(?:öppet|åpent|åbent|öppna|åpne) hus|(?:öppen|åpen|åben) (?:dag|kväll|kveld)|open (?:day|house)"
    r"|[\w-]{0,40}(?:konferens(?:en|er)?|konferanse[nr]?|konference[nr]?|kongres(?:sen)?|udstilling(?:en)?|kursus(?:et)?"
    r"|indvielse[n]?|åpning(?:en)?|åbning(?:en)?|træf(?:fet)?|borgermøde[t]?|folkemøde[t]?|conference|seminari(?:um|et|er|erna)|seminar(?:et"
    r"|er)?|webbinari(?:um|et|er)|webinar(?:et|s)?|workshop(?:en|par|s)?|"
    r"mässa[n]?|messe[n]?|summit|symposi(?:um|et)|hearing(?:en)?|rundabordssamtal(?:et)?"
    r"|världsutställning(?:en)?|utställning(?:en)?|temadag(?:en|ar)?|forskardag(?:en|ar)?|dagarna|dagen"
    r"|festival(?:en)?|natten|natta|kurs(?:en|et)?|rundtur(?:en)?|dialogdag(?:en)?|branschdag(?:en)?|fagdag(?:en)?"
    r"|fagsamling(?:en)?|veckan|veckorna|kväll(?:en)?|kvelden|aftenen|"
    r"övning(?:en)?|øvelse[n]?|invigning(?:en)?|lansering(?:en)?|frukostmöte|informationsmöte[t]?"
    r"|toppmöte[t]?|topmøde[t]?|årsmöte[t]?|årsmøte[t]?|studieresa[n]?|studiebesök(?:et)?|excursion"
    r"|exkursion(?:en)?|studietur(?:en)?|samråd(?:et)?|folkmöte[t]?|kickoff(?:en)?|hackathon(?:et)?|expo"
    r"|forum(?:et)?|kongress(?:en)?|congress|delegationsresa[n]?|ceremoni(?:n)?)"
)
_BODY = re.compile(
    r"(?:kontoret|kontor|rådet|råd|gruppen|grupp|kommittén|kommitté|nämnden|delegationen|delegation"
    r"|sekretariatet|sekretariat|nätverket|nätverk|kansliet|kansli|utskottet|styrelsen|panelen|forumet"
    r"|office|council|committee|secretariat|board|network|centrum|"
    r"kontoret|udvalget|udvalg|utvalget|utvalg|netværket|nettverket|samordnare)(?:\s(?:i|på|vid|för|inom"
    r"|at|of|for|in|hos|med)\s.{2,80}|\s\([^()]{2,20}\))?$",
    re.IGNORECASE,
)
_EVENT = re.compile(rf"\b{EVENT_WORD}\b", re.IGNORECASE)
_MEDIA = re.compile(
    r"\b(?:video\w*|podd\w*|podcast\w*|film(?:en|er)?|webb-?tv|rapport(?:en)?|broschyr(?:en)?|artikel"
    r"|presentation(?:er)?|inspelning|se filmen|video|film)\b",
    re.IGNORECASE,
)


def nature_of(title: str) -> Nature:
    """The nature of what a short title names."""
    if _MEDIA.match(title):
        return "media"
    if _EVENT.search(title) and not re.search(r"uppdrag|utredning", title, re.IGNORECASE):
        return "event"
    return "body" if _BODY.search(title.strip(" .*")) else "action"
