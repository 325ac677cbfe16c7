"""Is a phrase a person, an organisation or a role? Answered by shape, small word lists and public registers."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from docreader.text.dates import month_number
from docreader.text.given_names import GIVEN_NAMES
from docreader.text.organisation_words import ORGANISATION_SUFFIXES, ORGANISATION_WORDS
from docreader.text.register import COUNTRIES, ORGANISATIONS, PLACES
from docreader.text.role_words import MEETING_ROLES, SURNAME_SUFFIXES, TITLE_SUFFIXES, TITLES
from docreader.text.words import words

UPPER: Final = "".join(chr(c) for c in range(0x41, 0x250) if chr(c).isupper())
LOWER: Final = "".join(chr(c) for c in range(0x61, 0x250) if chr(c).islower())
_PARTICLE = r"(?:von|van|af|av|de|der|den|di|da|du|la|le|el|al|bin|ben|ibn|abu|ter|ten|zu|zur|dos|del|y|e|á|í|à)"
#: One word of a name: Anna, Ann-Sofi, O'Brien, McLeod, d'Abreu.
NAME_WORD: Final = (
    rf"(?:[dD]')?[{UPPER}][{LOWER}{UPPER}']{{0,24}}[{LOWER}](?:-[{UPPER}{LOWER}][{LOWER}]{{1,20}}){{0,2}}"
)
#: Two to five words, with particles and initials between the first and the last.
PERSON: Final = (
    rf"{NAME_WORD}(?: (?:{_PARTICLE} ){{0,2}}(?:{NAME_WORD}|[{UPPER}]\.?|[{UPPER}][{LOWER}]{{1,3}}\.)"
    rf"(?![{LOWER}{UPPER}])){{0,3}}"
    rf" (?:(?:von|van|af|av|de|der|den|di|da|la|le|el|al|bin|ter|du|á|í|y|e|ibn"
    rf"|abu) ){{0,2}}{NAME_WORD}(?![{LOWER}{UPPER}])"
)
_PERSON = re.compile(PERSON)
_INITIALLED = re.compile(
    rf"(?:(?:[{UPPER}]\.[ -]?){{1,3}}|[{UPPER}]-[{UPPER}] )(?:{_PARTICLE} )?{NAME_WORD}(?: {NAME_WORD})?"
)
_ACRONYM = re.compile(
    rf"[{UPPER}]{{2,6}}\d?|[{UPPER}][{LOWER}]?[{UPPER}]{{1,4}}|[a-z][{UPPER}][{LOWER}{UPPER}]{{1,12}}"
)
_LETTERS = re.compile(r"[^\W\d_]+")

Sort = Literal["person", "organisation", "role", "place", "other"]

_NOT_NAME = words("""
    den det de en ett vi jag ni han hon när var vad hur med för från till och eller men som om kl under
    efter inför mötet möte nästa deltagare närvarande frånvarande ordförande sekreterare dagordning punkt
    sak bilaga övriga övrigt beslut information genomgång presentation diskussion rapport protokoll
    minnesanteckningar mötesanteckningar referat sammanfattning uppdrag inledning avslutning styrgrupp
    arbetsgrupp projektet projekt samverkan strategi the this that meeting minutes participants agenda
    present absent next action actions item items status välkommen ingen alla bakgrund syfte mål plats
    tid datum område insatser regeringens nationell nationella nationellt november december oktober januari
    mandag måndag tisdag onsdag torsdag fredag lördag söndag fråga frågor svar digital digitalt teams zoom
    skype stockholm göteborg malmö lokal västra östra norra södra stora lilla nya gamla europeiska svenska
    norska danska finska innehåll länk deltar møte møtet møde deltagere deltakere dagsorden forfall afbud
    sted dato vedtak beslutning eventuelt orientering godkendelse godkjenning læs les se läs vill har är ska
    kan blir arbetet arbete förslag samtliga även både ingen inget region regionen kommun kommunen kommune
    universitet sveriges norges ministeriet departementet namn navn name møtt mødt närvaro roll rolle role
    """)


def _key(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("-", "")).strip(" .,;:").casefold()


_REGISTER: Final[dict[str, str]] = {
    _key(form): row[0] for row in ORGANISATIONS for form in row if not (len(form) <= 2 and form.isupper())
}
_SHORT: Final[frozenset[str]] = frozenset(form for row in ORGANISATIONS for form in row if len(form) <= 6)


@lru_cache(maxsize=20_000)
def is_registered(text: str) -> bool:
    """True for an organisation of the public register, under any of its names, also in the genitive."""
    if text in _SHORT:
        return True
    key = _key(text)
    if key in GIVEN_NAMES or len(key) < 3:
        return False
    return key in _REGISTER or (len(key) > 5 and key.endswith("s") and key[:-1] in _REGISTER)


@lru_cache(maxsize=20_000)
def person_score(phrase: str) -> float:
    """0..1: how much a phrase looks like a person's full name."""
    text = phrase.strip()
    if _INITIALLED.fullmatch(text) and not is_registered(text):
        return 0.7
    if not _PERSON.fullmatch(text) or is_registered(text) or text in PLACES or text in COUNTRIES:
        return 0.0
    words = text.split()
    lowered = [word.casefold() for word in words]
    if any(
        (word in _NOT_NAME and written[0].isupper()) or (month_number(word) and len(word) > 3)
        for written, word in zip(words, lowered, strict=True)
    ):
        return 0.0
    if any(word in ORGANISATION_WORDS or word.endswith(ORGANISATION_SUFFIXES[:44]) for word in lowered):
        return 0.25 if _given(lowered[0]) else 0.0
    if not _given(lowered[0]) and (words[-1] in PLACES or (len(words) > 2 and is_title(lowered[0]))):
        return 0.2
    if words[-1] in COUNTRIES or lowered[0] in TITLES or lowered[-1] in TITLES or lowered[-1] in MEETING_ROLES:
        return 0.1
    return _shape_score(words, lowered)


def _shape_score(words: list[str], lowered: list[str]) -> float:
    """How much words of the right shape look like a name: known given names and usual endings of surnames."""
    score = 0.5
    if len(words) > 3 and not _given(lowered[0]) and any(_given(word) for word in lowered[1:-1]):
        # "Svenskt Vatten Karin Ek": a given name in the middle begins a name of its own.
        score = 0.3
    if _given(lowered[0]):
        score += 0.4
    elif _given(lowered[-1]):
        score += 0.2
    if lowered[-1].endswith(SURNAME_SUFFIXES):
        score += 0.15
    if len(words) > 4 or any(word.isupper() and len(word) > 2 for word in words):
        score -= 0.3
    return max(0.0, min(1.0, score))


_ACCENTS = str.maketrans("éèêëáàíìóòúüñ", "eeeeaaiioouun")


def _given(word: str) -> bool:
    first = word.split("-")[0]
    return first in GIVEN_NAMES or word in GIVEN_NAMES or first.translate(_ACCENTS) in GIVEN_NAMES


def is_title(word: str) -> bool:
    """True for a single word that is a role or title."""
    lowered = word.casefold().strip(".,")
    return lowered in MEETING_ROLES or lowered in TITLES or lowered.endswith(TITLE_SUFFIXES)


def title_of(word: str) -> str | None:
    """The title that a word names, out of its definite form: "kassören" is kassör, "rådmannen" rådmann. None for a
    word that is none."""
    lowered = word.casefold().strip(".,")
    for ending in ("ens", "en", "ns", "n", "et", "s", ""):
        if lowered.endswith(ending) and len(lowered) - len(ending) > 3:
            bare = lowered[: len(lowered) - len(ending)]
            if is_title(bare):
                return bare
    return lowered if lowered in ("vd", "gd", "cto", "ceo") else None


def is_given_name(word: str) -> bool:
    """True for a word on the list of given names (or a double name that begins with one)."""
    return _given(word.casefold())


@lru_cache(maxsize=20_000)
def organisation_score(phrase: str) -> float:
    """0..1: how much a phrase looks like the name of an organisation."""
    text = phrase.strip(" .,;:")
    if not text or not any(ch.isupper() for ch in text) or len(text) > 120:
        return 1.0 if is_registered(text) and len(text) > 3 else 0.0
    if is_registered(text):
        return 1.0
    if text in COUNTRIES:
        return 0.5
    words = [word.casefold().strip(".()") for word in text.split()]
    if text.rstrip("s") != text and is_registered(text.rstrip("s")):
        return 0.95
    score = 0.0
    if any(word in ORGANISATION_WORDS for word in words):
        score = 0.85
    elif any(word.endswith(ORGANISATION_SUFFIXES) and len(word) > 5 for word in words):
        score = 0.8
    elif len(words) == 1 and _ACRONYM.fullmatch(text):
        score = 0.7
    elif len(words) == 1 and text[0].isupper() and not _given(words[0]):
        score = 0.45
    elif text[0].isupper() and len(words) <= 6:
        score = 0.35
    return score if person_score(text) < 0.8 else min(score, 0.3)


@lru_cache(maxsize=20_000)
def role_score(phrase: str) -> float:
    """0..1: how much a phrase looks like a role in a meeting or a title at an organisation."""
    text = phrase.strip(" .,;:()")
    words = text.casefold().split()
    if not words or len(text) > 140 or is_registered(text):
        return 0.0
    if all(word in MEETING_ROLES or word in ("och", "og", "and", "vice", "1:e", "2:e", "t.f.", "tf") for word in words):
        return 1.0
    if any(word.strip(",.") in MEETING_ROLES or word.strip(",.") in TITLES for word in words):
        return 0.9 if text[0].islower() or len(words) <= 4 else 0.6
    if any(word.strip(",.").endswith(TITLE_SUFFIXES) for word in words[:3]):
        return 0.85 if text[0].islower() or len(words) <= 3 else 0.6
    return 0.4 if text[0].islower() and organisation_score(text) < 0.5 else 0.0


def sort_of(phrase: str) -> Sort:
    """The likeliest sort of a phrase."""
    person, organisation, role = person_score(phrase), organisation_score(phrase), role_score(phrase)
    best = max(person, organisation, role)
    if best < 0.35:
        return "other"
    if role == best and role >= 0.4:
        return "role"
    return "person" if person >= organisation and person >= 0.5 else "organisation"


def surname_first(phrase: str) -> bool:
    """True for "Ekman Mattias": the last word is a given name and the first is not."""
    words = phrase.split()
    return len(words) == 2 and not is_given_name(words[0]) and is_given_name(words[1])
