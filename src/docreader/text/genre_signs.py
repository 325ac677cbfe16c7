"""Signs by which a page is told to be of a strategy, a programme, an assignment, an agreement or an event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docreader.model import DocumentKind
from docreader.text.dates import find_dates
from docreader.text.lines import Line

_KIND_WORDS: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = (
    (
        "agreement_page",
        re.compile(r"avtal|överenskommelse|agreement|memorandum|avsiktsförklaring|avtale|aftale|\bmou\b", re.I),
    ),
    (
        "assignment_page",
        re.compile(r"\buppdrag|regeringsuppdrag|\boppdrag|\bopgave|assignment|commission to", re.I),
    ),
    (
        "strategy_page",
        re.compile(
            r"strateg|handlingsplan|handleplan|action plan|färdplan|handlingsprogram|målbild|roadmap|veikart|havsplan"
            r"|åtgärdsplan"
            r"|översikt (?:av |över )?insatser|oversikt over (?:tiltak|innsatser)|overblik over indsatser"
            r"|insatser\b.{0,12}område \d",
            re.I,
        ),
    ),
    (
        "event_page",
        re.compile(
            r"konferens|seminari|workshop|webbinari|webinar|conference|summit|mässa|symposi|konferan|messe",
            re.I,
        ),
    ),
    (
        "programme_page",
        re.compile(
            r"program|dialogues|dialoger|stafett|satsning|satsing|løft|lyftet|stafet|initiativ|innovationskluster"
            r"|partnerskap|karavan"
            r"|partnership|projekt|prosjekt|project|turné|kampanj|relay",
            re.I,
        ),
    ),
)
#: A goal or area with its number or letter, as a line of its own.
_GOAL = re.compile(
    r"\W{0,4}(?:del|effekt|etapp|inriktnings|hoved|huvud)?(?:mål|målsättning|målsetting|målsætning|pejlemærke"
    r"|objective|goal|target|åtagande"
    r"|insatsområde|fokusområde|innsatsområde|indsatsområde|satsingsområde|priority)\s(?:\d{1,2}(?:\.\d)?"
    r"|[A-HIVX]{1,4})\b(?![\w,]* (?:och|og|and|i|in|av|af|of)\b)",
    re.IGNORECASE,
)
#: "(source - published date)" at the end of a line: an entry of a list of measures.
_LINK = re.compile(
    r"\([^()]{2,90}?[-–,]\s?(?:publ\w*\.?|udgivet|offentliggjort|posted|beslutad)\s?[^()]{0,30}\)\s*$", re.IGNORECASE
)
#: Titles that are those of the thing itself.
_TITLED: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = (
    (
        "assignment_page",
        re.compile(
            r"(?:regerings)?(?:uppdrag|uppdraget|oppdrag|oppdraget|opdrag)\s(?:att|om|till|å|til|at|angående"
            r"|i fråga om)\b"
            r"|(?:assignment|commission)\s(?:to|on|for)\b|regeringsuppdrag\b",
            re.IGNORECASE,
        ),
    ),
    (
        "agreement_page",
        re.compile(
            r"(?:nytt |ny |ett |en |et |a |new )?(?:[\w-]{0,20}avtal|avsiktsförklaring|överenskommelse"
            r"|samförståndsavtal|[\w-]{0,20}avtale"
            r"|[\w-]{0,20}aftale|intensjonsavtale|hensigtserklæring|samarbetsavtal|memorandum of understanding"
            r"|letter of intent"
            r"|declaration of intent|cooperation agreement|agreement)\s(?:om|mellan|mellom|mellem|between|on|med|inom"
            r"|för|with)\b",
            re.IGNORECASE,
        ),
    ),
)
_OBJECTIVE = re.compile(r"(?:mål |objective |delmål )?\d{1,2}\.\d{1,2}\.?\s+[A-ZÅÄÖÆØ]")


_PROGRAMME_HEAD = re.compile(
    r"(?:(?:viktiga |våra |key |our |overall |main )?(?:milestones?|milepæl(?:er|e)|milstolpar|hållpunkter|objectives"
    r"|timeline|tidslinje|tidsplan|tidplan|work packages|arbetspaket|arbeidspakker|arbejdspakker|partners?|partnere)"
    r"|how it works|how we work|who takes part\??|så (?:arbetar vi|fungerar det|funkar det)|slik (?:jobber|arbeider) vi"
    r"|sådan (?:arbejder|gør) vi|om (?:programmet|projektet|prosjektet|satsningen|initiativet)"
    r"|about the (?:programme|project|initiative)|hvem deltar\??|hvem deltager\??|vilka deltar\??|finansiering|funding"
    r"|next stop|nästa stopp|stops so far|kommande stopp)\W{0,3}",
    re.IGNORECASE,
)
_THE_PROGRAMME = re.compile(
    r"\b(?:programmet|programme(?:t| is| was| has| will| runs)|projektet|prosjektet|the project|satsningen|satsingen"
    r"|indsatsen|initiativet|the initiative|stafetten|the relay|partnerskapet|lyftet|løftet)\b",
    re.IGNORECASE,
)


_AGREEMENT = re.compile(
    r"avtal\b|avtalet|avtale|aftale|överenskommelse|avsiktsförklaring|hensigtserklæring|memorandum|agreement|fördrag"
    r"|\bpakt|\bpact\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"underteckna|undertegn|underskr|signed|signert|signera|skrev (?:under|på)|skrevs (?:under|på)|parterna|partene"
    r"|parterne|the parties"
    r"|ingått|inngått|indgået|enats",
    re.IGNORECASE,
)
#: Signs of an assignment: who is given it, when it is reported, under which number.
_ASSIGNED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            r"\bi (?:uppdrag|oppdrag) (?:att|å|av)\b|uppdrar åt|regeringens uppdrag att|til opgave at|(?:tasked"
            r"|commissioned) (?:to|with)\b|\bi uppgift att\b"
        ),
        r"(?:slut|del)redovis|\bredovisas\b|sluttrapport|delrapport|slutrapport|afrapport|final report|interim report",
        (
            r"diarienummer|diarienr|\bdnr\b|saksnummer|journalnummer|sagsnummer|reference number|regeringssammanträde"
            r"|regeringsbeslut"
        ),
    )
)


_GIVEN = re.compile(
    r"\b(?:til opgave at|i oppdrag å|i uppdrag att|uppdrar åt|tasks|commissions|in uppdrag)\b", re.IGNORECASE
)


def _is_assignment(flat: str) -> bool:
    """An assignment is given and either reported on or registered, early in the text."""
    opening = flat[:5000]
    signs = [bool(pattern.search(opening)) for pattern in _ASSIGNED]
    return (
        signs[0] and signs[2] and (signs[1] or bool(re.search(r"uppdrag|oppdrag|opgave", flat[:1500], re.IGNORECASE)))
    )


_OWNED = re.compile(
    r"\b(?:projektet|programmet|prosjektet|satsningen|satsingen|indsatsen|initiativet|the (?:project|programme"
    r"|initiative))\s(?:ägs|drivs|leds|finansieras"
    r"|eies|drives|ledes|finansieres|ejes|is (?:owned|run|led|funded|financed)|pågår|löper|avslutas|startade|startet"
    r"|startede|runs|varer|löpte|inleddes)\b",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\W{0,4}[A-ZÅÄÖÆØ][\w-]+(?: [A-ZÅÄÖÆØ][\w-]+)?,\s(?:den\s)?\d{1,2}[.–-]?\s?(?:[–-]\s?\d{1,2}\.?\s)?"
    r"[a-zåäöæø]{3,10}\s(?:19|20)\d\d\b"
)
_LEG = re.compile(
    r"(?:etapp|etappe|delsträcka|sträcka|stopp|stop|anhalt|hållplats|station|leg|stage|nedslag|runda)\s"
    r"(?:\d{1,2}|[a-zåäöæø]{2,7}|[IVX]{1,4})\b\s?[:.,–-]",
    re.IGNORECASE,
)


def _is_programme(title: str, content: Sequence[Line]) -> bool:
    """A page that tells how a programme or project is built, whatever it is called: with the headings of one, and
    "the programme" or "the project" in its sentences."""
    if any(pattern.search(title) for kind, pattern in _KIND_WORDS if kind != "programme_page"):
        return False
    if sum(bool(_LEG.match(line.text.strip("#* "))) for line in content) >= 2:
        return True
    opening = " ".join(line.text for line in content[:30])[:4000]
    if len(title.split()) <= 6 and _OWNED.search(opening):
        return True
    if sum(bool(_STOP.match(line.text.strip("#* "))) for line in content) >= 3:
        return True
    heads = sum(bool(_PROGRAMME_HEAD.fullmatch(line.text.strip("#* "))) for line in content)
    said = sum(len(_THE_PROGRAMME.findall(line.text)) for line in content)
    return heads >= 2 and said >= 1


_DAY_AND_HOUR = re.compile(
    r"\bkl\.?\s?\d{1,2}|\d{1,2}[.:]\d\d\s?[–-]\s?\d{1,2}[.:]\d\d|\b\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b", re.IGNORECASE
)
_SIGN_UP = re.compile(
    r"\b(?:anmäl(?:an|ning| dig| er)|påmelding|meld (?:deg|dig) på|tilmeld\w*|register|registration|sign up|rsvp"
    r"|osa)\b",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\W{0,4}(?:[Kk][Ll]\.?\s?)?(?:[01]?\d|2[0-3])[.:][0-5]\d\b")


_INVITES = re.compile(
    r"(?:anmälan|anmäl dig|registration|register|påmelding|tilmelding|ur programmet|programme?)\b.{0,30}$",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"(?:när|var|tid|plats|datum|when|where|venue|date|tid og sted|hvornår|hvor|når|sted|arrangör|organi[sz]ed by)\s?:",
    re.IGNORECASE,
)
_GATHERING = re.compile(
    r"\b\w*(?:konferens|seminari|workshop|webbinari|webinar|conference|summit|konferanse|symposi|mässa|forum)",
    re.IGNORECASE,
)


def is_event(title: str, content: Sequence[Line]) -> bool:
    """A page that invites: registration or a programme, and a gathering named near the top."""
    timed = any(
        _DAY_AND_HOUR.search(line.text) and any(date.day for date in find_dates(line.text))
        for line in content[:12]
        if len(line.text) < 120
    )
    if timed and any(_SIGN_UP.search(line.text) for line in content):
        return True
    slots = sum(bool(_HOUR.match(line.text)) for line in content)
    if slots >= 4 and any(date.day for line in content[:16] for date in find_dates(line.text)):
        return True
    opening = " ".join(line.text for line in content[:8])[:1200]
    invites = any(_INVITES.match(line.text) for line in content)
    labelled = sum(bool(_LABELS.match(line.text)) for line in content[:14])
    if labelled >= 2 and any(find_dates(line.text) for line in content[:14]):
        return True
    return invites and _GATHERING.search(f"{title} {opening}") is not None


_STRATEGIC = re.compile(r"strateg|mål|insats|handlingsplan|objective|område|goals", re.IGNORECASE)


def _is_strategy(content: Sequence[Line], flat: str) -> bool:
    """Numbered goals, or a list of measures with their sources."""
    goals = sum(bool(_GOAL.match(line.text)) for line in content)
    numbered = sum(bool(_OBJECTIVE.match(line.text)) for line in content)
    links = sum(bool(_LINK.search(line.text)) for line in content)
    return goals >= 3 or links >= 4 or (numbered >= 2 and _STRATEGIC.search(flat[:4000]) is not None)


def kind_of(title: str, content: Sequence[Line], published: str | None, flat: str) -> DocumentKind:
    """The kind of a page, by how it is built before what it is called."""
    if _is_strategy(content, flat):
        return "strategy_page"
    named = next((kind for kind, pattern in _TITLED if pattern.match(title)), None)
    if named is not None:
        return named
    if is_event(title, content):
        return "event_page"
    if _GIVEN.search(title) or _is_assignment(flat):
        return "assignment_page"
    if _AGREEMENT.search(title) and _SIGNED.search(flat[:6000]):
        return "agreement_page"
    if _is_programme(title, content):
        return "programme_page"
    quotes = len(re.findall(r"\b(?:säger|menar|berättar|sier|siger|forteller|fortæller|says|said)\b", flat))
    if quotes >= 2:
        return "article"
    for kind, pattern in _KIND_WORDS:
        if pattern.search(title):
            return kind
    return "article" if published or quotes else "other"
