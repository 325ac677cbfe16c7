"""What a page is called: the best of its opening lines, site furniture left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from docreader.text.dates import find_dates
from docreader.text.names import is_registered, organisation_score, person_score
from docreader.text.triggers import quick
from docreader.text.units import Unit
from docreader.text.words import words

_CRUMBS = re.compile(r"\s?[»›>]\s?|(?<=\w)\s?/\s?(?=[^\W\d])")
_MENU = re.compile(r"\s{2,}|\s[|·•]\s|\t|\s–\s(?=[A-ZÅÄÖÆØ])")
#: Lines that name the section of a site, the sort of text or the site's own notices.
_SECTIONS = words(
    "nyheter nyhet aktuellt aktuelt news pressmeddelande pressmeddelanden pressemelding pressemeddelelse artikel"
    " artikkel"
    " artiklar kalender kalendarium kalenderen evenemang arrangement arrangementer event events konferenser kurser"
    " startsida startsidan forside forsiden hjem home start press publikationer projekt projekter prosjekter projects"
    " strategier politik politikker forskning energi miljö kultur hälsa kunskap utbildning skola reportage intervju"
    " debatt debat krönika blogg dokument uppdrag regeringsuppdrag samverkan samarbeten om meny menu internationellt"
    " verksamhet tema aktiviteter opinion ledare notiser notis inrikes lokalt innehåll inlägg nyhetsarkiv arkiv"
)
_NOTICE = re.compile(
    r"(?:statsråd på denna sida|innehållet publicerades|under perioden|denna sida är|sidan är|här är du|du är här"
    r"|du er her|you are here|gå til|gå till|hoppa\b|skip\b|spring\b|lyssna\b|listen\b|lytt\b|vi använder|vi bruker"
    r"|vi anvender"
    r"|we use|den här webbplatsen|denna webbplats|this (?:site|website|page)|publicera|publiser|offentliggj|udgivet"
    r"|utgitt|lagt ut|opprettet|oprettet|dato\b|datum\b|published\b|uppdatera"
    r"|oppdater|opdater|updated\b|senast\b|sist |sidst |last |foto\b|bild\b|photo\b|av |af |by |text:|tekst:|dela "
    r"|del |share\b"
    r"|kategori|category|taggar|tags\b|ämne|tema:|till sökformulär|logga in|log ?in|sök\b|stäng\b|visa\b|öppna\b|lästid"
    r"|läs (?:mer|också|även)|les også|læs også|read more|relaterat|relaterade|diarienummer|dnr|bilaga|prenumerera"
    r"|pressmeddelande från|regeringsuppdrag från|artikel från|nyhet från|äldre inlägg|nyare inlägg|nästa sida"
    r"|föregående sida|innehållet gäller"
    r"|postat|posted|webbredaktör|redaktör|ansvarig|start ?side|velkommen til \w+\.\w|tillbaka|back to|detta är en"
    r"|dette er en|arkiverad|arkiv:|kontakt\b|sidansvarig|storlek|save this)",
    re.IGNORECASE,
)
#: What pages of the sorts that are read are called.
_TELLING = quick(
    r"strateg|handlingsplan|åtgärdsplan|havsplan|\bplan\b|färdplan|roadmap|översikt|oversikt|overblik|overview"
    r"|uppdrag|oppdrag|opdrag|assignment"
    r"|avtal|avtale|aftale|agreement|memorandum|överenskommelse|avsiktsförklaring|konferens|konferan|konference"
    r"|conference|seminari|seminar"
    r"|workshop|webbinari|webinar|mässa|messe|symposi|summit|dagarna|dagen\b|dagar\b|program|stafett|satsning|projekt"
    r"|prosjekt|project|initiativ"
    r"|dialog|inbjudan|invitation|kongress|\b20\d\d\b",
    re.IGNORECASE,
)
#: A part of something, not the whole.
_PART = re.compile(
    r"(?:etapp|etappe|del|steg|trinn|trin|step|stop|stopp|leg|stage|sträcka|kapitel|chapter|mål|delmål|objective"
    r"|goal)\s(?:\d|[a-zåäöæø]{2,6}\b)",
    re.IGNORECASE,
)
_TOP = 16


def is_menu(text: str) -> bool:
    """A row of short names divided by wide space, bars or dots."""
    parts = [part for part in _MENU.split(text.strip()) if part]
    return len(parts) >= 3 and all(len(part) <= 36 for part in parts) and not find_dates(text)


_CRUMB_SIGN = re.compile(r"[»›>/]")


def is_crumbs(text: str) -> bool:
    """A path of pages: "Hem / Om oss / Projekt"."""
    if len(text) > 200 or text.rstrip().endswith("."):
        return False
    if _CRUMB_SIGN.search(text) is None:
        return False
    signs = re.findall(r"[»›>]|\s/\s?|\w/(?=[^\W\d])", text)
    return bool(re.search(r"[»›]|\w\s?>\s\w", text)) or len(signs) >= 2 or bool(re.match(r"\w+ / \w", text))


def page_title(units: Sequence[Unit]) -> str | None:
    """The title, or None when no line of the opening will do."""
    opening = [unit for unit in units[:_TOP] if 3 < len(unit.text) < 220]
    if not opening:
        return None
    counts = Counter(_key(unit.text) for unit in opening)
    trail = {_key(_CRUMBS.split(unit.text)[-1]) for unit in units[:8] if is_crumbs(unit.text)}
    prose = (unit.text for unit in units[:40] if len(unit.text) > 60 and unit.kind != "heading")
    body = " ".join(prose)[:3000].casefold()
    scored = [
        (_score(unit, number, units, counts, trail, body), -number, unit.text)
        for number, unit in enumerate(units[:_TOP])
        if 3 < len(unit.text) < 220
    ]
    best = max(scored)
    return best[2].strip("# *_|") if best[0] > -3 else None


def _score(unit: Unit, number: int, units: Sequence[Unit], counts: Counter[str], trail: set[str], body: str) -> float:
    text, key = unit.text.strip("# *_"), _key(unit.text)
    raw = " ".join(line.text for line in unit.lines[:1])
    if not re.search(r"[^\W\d_]{3}", text) or is_menu(raw) or is_crumbs(text):
        return -9.0
    score = -0.45 * number + (2.0 if unit.kind == "heading" else 0.0)
    score += 3.0 if unit.kind == "heading" and unit.level == 1 and unit.lines[0].text.startswith("#") else 0.0
    score += 2.5 if counts[key] > 1 and number < 5 else 0.0
    score += 4.0 if key in trail else 0.0
    score += _by_words(text, key, body)
    following = units[number + 1] if number + 1 < len(units) else None
    if following is not None and (len(following.text) > 80 or _NOTICE.match(following.text)):
        score += 1.0
    elif " " not in text:
        score -= 1.0
    first = all(_NOTICE.match(above.text) or is_menu(above.lines[0].text) for above in units[:number])
    if (
        first
        and len(units) > 6
        and organisation_score(text) >= 0.8
        and not _TELLING.search(text)
        and counts[key] == 1
    ):
        score -= 1.0
    if first and len(text.split()) <= 4 and following is not None and _is_chrome(following) and counts[key] == 1:
        score -= 2.5
    if first and following is not None and _key(following.text) in _SECTIONS:
        score -= 1.5
    score -= 3.0 if unit.bullet or unit.number or unit.kind == "table_row" else 0.0
    return score


def _is_chrome(unit: Unit) -> bool:
    """A menu or path below the first line: that line is the name of the site."""
    return is_menu(unit.lines[0].text) or is_crumbs(unit.text) or unit.text.startswith("[")


def _by_words(text: str, key: str, body: str) -> float:
    """What the words themselves say."""
    single = " " not in text
    score = 1.0 if 14 <= len(text) <= 130 else 0.0
    score -= 4.0 if _NOTICE.match(text) or key in _SECTIONS else 0.0
    score -= 0.5 if single else 0.0
    score -= 1.5 if text.endswith(("?", ":")) else 0.0
    score -= 3.0 if _PART.match(text) else 0.0
    score -= 2.5 if text.endswith((".", ",", ";")) or len(text) > 150 else 0.0
    score -= 2.0 if re.match(r"[\w ]{2,24}:\s", text) and find_dates(text) else 0.0
    score -= 2.5 if is_registered(text) or person_score(text) > 0.7 else 0.0
    score -= 1.0 if len(text.split()) <= 4 and organisation_score(text) >= 0.8 else 0.0
    dates = find_dates(text)
    if dates and sum(d.end - d.start for d in dates) > 0.6 * len(text):
        score -= 5.0
    score -= 4.0 if dates and dates[0].start == 0 and dates[0].day else 0.0
    score += 1.2 if _TELLING.search(text) and not single else 0.0
    if len(key) > 7 and key in body:
        score += 1.0
    return score


_KEY_WORD = re.compile(r"\w+")


def _key(text: str) -> str:
    return " ".join(_KEY_WORD.findall(text.casefold()))
