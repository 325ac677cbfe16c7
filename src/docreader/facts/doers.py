"""Who does something, and by when."""

from __future__ import annotations

import re

from docreader.facts.people import People
from docreader.facts.phrases import phrases
from docreader.model import Note, note
from docreader.text.dates import FoundDate, find_dates
from docreader.text.names import NAME_WORD, PERSON, is_registered, organisation_score, title_of
from docreader.text.page import Page
from docreader.text.triggers import first_words, quick

VERB = (
    r"finner egen|finner egnet|finner en|finner et|hittar en|hittar ett|finder en|finder et"
    r"|bidrar med|bidrager med|gör|håller i|håller ihop|står för|sätter ihop|samlar in|fyller i|justerar"
    r"|kompletterar|utser"
    r"|hör av sig|meddelar|begär in|översätter|trycker|distribuerar|gjør|gør|holder i|står for|samler inn|indsamler"
    r"|oppdaterer|opdaterer|bestiller|booker|kaller inn|innhenter|indhenter|avklarer|afklarer|tar fram|tar reda på"
    r"|tar kontakt|tar med|tar upp|tar på sig|kollar|kontrollerar|bokar|skickar|mejlar"
    r"|mailar|återkommer|undersöker|sammanställer|ansvarar för|skapar|ser över|skriver|bjuder in(?! till)"
    r"|uppdaterar|lägger (?:till|upp|in|ut)|för in|"
    r"kontaktar|levererar|samordnar|utreder|fortsätter|förbereder|ordnar|ringer|hör sig för|sprider|delar"
    r"|rättar|går igenom|publicerar|stämmer av|planerar|formulerar|beställer|redigerar|kallar till|kallar"
    r"|drafts?|sends?|checks?|contacts?|shares?|writes|circulates?|prepares?|compares?|organi[sz]es|books"
    r"|collects|arranges?|leverer|"
    r"tar|tager|laver|sender|undersøger|følger op|kontakter|udarbejder|indkalder|vender tilbage|skriver"
    r"|sørger for|sjekker|undersøker|sender ut|lager|utarbeider|innkaller|følger opp|tar kontakt|purrer|"
    r"(?:will|to|shall) (?:send|prepare|check|draft|contact|share|write|circulate|organi[sz]e|update"
    r"|follow up|provide|book|collect|look into|set up|report|arrange|ask|invite|publish|compile|make"
    r"|create|find|draw up|produce|explore|revise|present|coordinate|test|submit)|"
    r"(?:ska|skall|kommer att|skal|vil) (?:ta fram|ta reda på|kolla|boka|skicka|mejla|återkomma|undersöka"
    r"|sammanställa|skapa|se över|skriva|bjuda in|uppdatera|kontakta|leverera|samordna|utreda|förbereda"
    r"|ordna|ringa|sprida|dela|publicera|rätta|sende|undersøge|lave|kontakte|udarbejde|sjekke|undersøke"
    r"|lage|utarbeide|lägga|göra|ta|komplettera|stämma av|beställa|redovisa|följa upp)"
)


TASK_WORDS = first_words(VERB)
TASK = quick(
    rf"(?:^|(?<=[.:;,–] )|(?<=\bat )|(?<=\batt ))(?P<who>{PERSON}|{NAME_WORD}(?:[ -]{NAME_WORD}){{0,3}}"
    rf"|[A-ZÅÄÖÆØ]{{2,6}}|[A-ZÅÄÖÆØ][a-zåäöæø-]{{3,30}})(?:\s(?:och|og|and|/)\s(?P<second>{PERSON}"
    rf"|{NAME_WORD}|[A-ZÅÄÖ]{{2,6}}))?(?:\s\([^()]{{2,40}}\))?\s(?P<verb>{VERB})\b"
)


#: What somebody proposes or asks for is not yet taken on.
_SUGGESTED = (
    r"föreslog|föreslår|föreslås|föreslogs|foreslo|foreslår|foreslog|proposed|proposes|suggested|suggests|undrade om"
    r"|spurte om|spurgte om|asked whether|yrkar|yrkade"
)
SUGGESTED = quick(rf"\b(?:{_SUGGESTED})\b", re.IGNORECASE)
SUGGESTED_WORDS = first_words(_SUGGESTED)
_COLLECTIVE = quick(
    r"^(?:[Ss]ekretariatet|[Aa]lla|[Ss]amtliga|[Gg]ruppen|[Aa]rbetsgruppen|[Ss]tyrgruppen|[Kk]ansliet"
    r"|[Kk]ontoret|[Oo]rdföranden|[Ss]ekreteraren|[Aa]lle|[Aa]dministrasjonen|[Ff]ormanden|[Mm]edlemmarna"
    r"|[Ll]edamöterna|[Nn]ämnden|[Ss]ecretariat|[Kk]ommunen|[Kk]ommunene|[Kk]ommunerne|[Kk]ommunerna"
    r"|[Ff]orumet|[Rr]ådet|[Ff]ylkeskommunen|[Ss]tyret|[Bb]estyrelsen|[Ll]eder|[Ll]ederen|[Ee]veryone"
    r"|[Aa]ll members|[Mm]embers|[Dd]eltagarna"
    r"|[Nn]ätverket|[Ss]ekretæren|[Ff]örvaltningen|[Ff]orvaltningen)$"
)


def people_in(words: str, people: People) -> tuple[list[str], list[Note]]:
    """Everybody named in a bracket: people by full or first name, and organisations."""
    names: list[str] = []
    notes: list[Note] = []
    parts = [part.strip(" .*") for part in re.split(r",|;|/|\s(?:och|og|and|samt|&)\s|\+", words)]
    for part in parts:
        if title_of(part) is not None and not people.knows(part):
            # The minutes say who by title; the name is for whoever reads to fill in.
            names.append(part)
            continue
        person, more, _ = people.resolve(part)
        if person is not None:
            names.append(person)
            notes += more
            continue
        items = phrases(part)
        task = re.match(rf"(?P<who>{PERSON}|{NAME_WORD}|[A-ZÅÄÖ]{{2,6}})\s(?:{VERB})", part)
        if task and is_doer(task["who"], people):
            names.append(people.resolve(task["who"])[0] or task["who"])
        elif (
            len(items) == 1 and items[0].sort == "organisation" and not find_dates(part) and len(part.split()) < 5
        ) or _COLLECTIVE.match(part):
            names.append(part)
    return names, notes


def is_doer(words: str, people: People) -> bool:
    if people.knows(words) or _COLLECTIVE.match(words) or is_registered(words) or people.titled(words):
        return True
    if words.isupper() and 2 <= len(words) <= 6:
        return True
    return (
        (" " in words and people.resolve(words)[0] is not None)
        or organisation_score(words) >= 0.8
        or people.is_name(words)
    )


def due(page: Page, text: str) -> tuple[str | None, list[Note]]:
    """The day by which it is to be done."""
    for date in page.find_dates(text):
        if date.month is None:
            continue
        return _dated(page, date)
    return None, []


def _dated(page: Page, date: FoundDate) -> tuple[str | None, list[Note]]:
    if date.lacks_year:
        if page.anchor is None:
            return None, []
        return date.after(page.anchor).iso, [note("year_inferred", from_=page.anchor)]
    return date.iso, []
