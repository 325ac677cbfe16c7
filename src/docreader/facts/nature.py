"""What a titled thing is, by its head word: a body, an event, something to read or see, or an action."""

from __future__ import annotations

import re
from typing import Literal

from docreader.text.triggers import quick

Nature = Literal["body", "event", "media", "action"]

EVENT_WORD = (
    r"(?:(?:öppet|åpent|åbent|öppna|åpne) hus|(?:öppen|åpen|åben) (?:dag|kväll|kveld)|open (?:day|house)"
    r"|[\w-]{0,40}(?:konferens(?:en|er)?|konferanse[nr]?|konference[nr]?|kongres(?:sen)?|udstilling(?:en)?"
    r"|kursus(?:et)?"
    r"|indvielse[n]?|åpning(?:en)?|åbning(?:en)?|træf(?:fet)?|borgermøde[t]?|folkemøde[t]?|conference|seminari(?:um"
    r"|et|er|erna)|seminar(?:et"
    r"|er)?|webbinari(?:um|et|er)|webinar(?:et|s)?|workshop(?:en|par|s)?|"
    r"mässa[n]?|messe[n]?|summit|symposi(?:um|et)|hearing(?:en)?|rundabordssamtal(?:et)?"
    r"|världsutställning(?:en)?|utställning(?:en)?|temadag(?:en|ar)?|forskardag(?:en|ar)?|dagarna|dagen"
    r"|festival(?:en)?|natten|natta|kurs(?:en|et)?|rundtur(?:en)?|dialogdag(?:en)?|branschdag(?:en)?|fagdag(?:en)?"
    r"|fagsamling(?:en)?|veckan|veckorna|kväll(?:en)?|kvelden|aftenen|"
    r"övning(?:en)?|øvelse[n]?|invigning(?:en)?|lansering(?:en)?|frukostmöte|informationsmöte[t]?"
    r"|toppmöte[t]?|topmøde[t]?|årsmöte[t]?|årsmøte[t]?|studieresa[n]?|studiebesök(?:et)?|excursion"
    r"|exkursion(?:en)?|studietur(?:en)?|samråd(?:et)?|folkmöte[t]?|kickoff(?:en)?|hackathon(?:et)?|expo"
    r"|forum(?:et)?|kongress(?:en)?|congress|delegationsresa[n]?|ceremoni(?:n)?|träff(?:en|ar)?|treff(?:et)?|stämma[n]?"
    r"|landsmøte[t]?|landsmøde[t]?|rikskonferens(?:en)?|jubileum|jubileet|vernissage(?:n)?|föreläsning(?:en)?"
    r"|forelesning(?:en)?"
    r"|pressträff(?:en)?|webbsändning(?:en)?|høring(?:en)?|høringsmøte[t]?|åpningsseminar(?:et)?|marknad(?:en)?"
    r"|marked(?:et)?"
    r"|premiär(?:en)?|konsert(?:en)?|roadshow(?:en)?|round ?table|lunchseminarium|panelsamtal(?:et)?|dialogmöte[t]?"
    r"|borgardialog(?:en)?|medborgardialog(?:en)?|samrådsmöte[t]?|informationsträff(?:en)?|slutmanifestation(?:en)?"
    r"|manifestation(?:en)?|jubileumsfest(?:en)?|prisutdelning(?:en)?|tävling(?:en)?|sommarskola[n]?|summer school)"
    r"|(?-i:[A-ZÅÄÖÆØ])[\w-]{2,30}(?:dagar|dagarna|dagen|dagene|dagerne|dage|dager|veckan|vecka|week|days|day|uken"
    r"|ugen|uka|natten"
    r"|helgen|kvällen|loppet|festen|spelen|mötet|forum|fair)\b"
    r"|(?-i:[A-ZÅÄÖÆØ])[\w-]+(?: (?-i:[A-ZÅÄÖÆØ])[\w-]+){0,3} (?:Week|Days|Day|Fair|Forum|Summit|Conference|Expo"
    r"|Festival)\b)"
)
_BODY = quick(
    r"(?:kontoret|kontor|(?<!om)rådet|(?<!om)råd|gruppen|grupp|kommittén|kommitté|nämnden|delegationen|delegation"
    r"|sekretariatet|sekretariat|nätverket|nätverk|kansliet|kansli|utskottet|styrelsen|panelen|forumet"
    r"|office|council|committee|secretariat|board|network|centrum|"
    r"kontoret|udvalget|udvalg|utvalget|utvalg|netværket|nettverket|samordnare)(?:\s(?:i|på|vid|för|inom"
    r"|at|of|for|in|hos|med)\s.{2,80}|\s\([^()]{2,20}\))?$",
    re.IGNORECASE,
)
_EVENT = quick(rf"\b{EVENT_WORD}\b", re.IGNORECASE)
_NO_EVENT = re.compile(r"uppdrag|utredning", re.IGNORECASE)
_MEDIA = quick(
    r"\b(?:video\w*|podd\w*|podcast\w*|film(?:en|er)?|webb-?tv|rapport(?:en)?|broschyr(?:en)?|artikel"
    r"|presentation(?:er)?|inspelning|se filmen|video|film)\b",
    re.IGNORECASE,
)


def nature_of(title: str) -> Nature:
    """The nature of what a short title names."""
    if _MEDIA.match(title):
        return "media"
    if _EVENT.search(title) and not _NO_EVENT.search(title):
        return "event"
    return "body" if _BODY.search(title.strip(" .*")) else "action"
