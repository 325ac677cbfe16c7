"""Where something takes place: the words after "i", "på", "hos", "in" and "at"."""

from __future__ import annotations

import re

from docreader.text.date_patterns import MONTH, WEEKDAY
from docreader.text.names import LOWER, UPPER, organisation_score, person_score
from docreader.text.register import PLACES

_WORD = rf"[{UPPER}][{LOWER}{UPPER}0-9'-]{{1,30}}"
_PLACE = re.compile(
    rf"\b(?P<by>i|på|hos|in|at|ved|vid)\s(?P<place>{_WORD}(?:\s(?:{_WORD}|i|och|og|and|of|för)(?=\s"
    rf"|[,.;:)]|$)){{0,4}})(?P<more>,\s{_WORD})?"
)
_DIGITAL = re.compile(
    r"\b(?:teams|zoom|skype|digitalt|digital[ae]? (?:möte|träff|deltag|sändning|konferens|seminari|lansering"
    r"|møte|møde|samling|meeting|event|participat)\w*|webbmöte|videomöte|videokonferens|videolänk|länk|online"
    r"|på distans|distansmöte|webex|videomøte|fjernmøte|virtual\w{0,3}|webinar|telefonmöte)\b",
    re.IGNORECASE,
)
_HYBRID = re.compile(r"\bhybrid\w{0,10}\b", re.IGNORECASE)
_NO_PLACE = re.compile(rf"(?:{MONTH}|{WEEKDAY}|Expo|Q[1-4])\b", re.IGNORECASE)


#: "at" is a preposition in English only.
_NORDIC = re.compile(r"\b(?:og|av|af|til|med|arrangeres|holdes|blir|er|som|det|den)\b")
_AFTER_DATE = re.compile(
    rf"(?:\d{{4}}|\d{{1,2}}[.:]\d\d|{MONTH}|\d)\s?(?:h|Uhr)?,\s(?P<place>[{UPPER}][\w-]+(?:,? [\w-]+){{0,4}})\W*$",
    re.IGNORECASE,
)


def place_after_date(text: str) -> str | None:
    """The place that stands by itself at the end of a line: "Tuesday 23 April 2024, Town Hall"."""
    match = _AFTER_DATE.search(text)
    if (
        match is None
        or not match["place"][0].isupper()
        or _DIGITAL.search(match["place"])
        or _NO_PLACE.match(match["place"])
    ):
        return None
    return match["place"]


def place_in(text: str) -> str | None:
    """The first place named, a known city before anything else."""
    fallback = None
    nordic = _NORDIC.search(text) is not None
    for match in _PLACE.finditer(text):
        place = re.sub(r"\s(?:i|och|og|and|of|för)$", "", match["place"])
        if _NO_PLACE.match(place) or _DIGITAL.match(place) or (match["by"] == "at" and nordic):
            continue
        if match["more"] and match["more"][2:] in PLACES:
            return match["more"][2:]
        town = re.match(r"\s[a-zåäöæø]{4,20},\s(?P<town>[A-ZÅÄÖÆØ][\w-]+)", text[match.end() :])
        if town and town["town"] in PLACES:
            return town["town"]
        if place.split()[0] in PLACES:
            return place.split()[0] if match["by"] in ("i", "in") else place
        by_house = match["by"] in ("hos", "at") or (match["by"] == "på" and organisation_score(place) < 0.85)
        if fallback is None and person_score(place) < 0.8 and (match["by"] in ("i", "in", "ved") or by_house):
            fallback = place
    return fallback


def form_of(text: str, place: str | None) -> str | None:
    """ "hybrid" or "digital" where the words say so, else None."""
    if _HYBRID.search(text):
        return "hybrid"
    if not _DIGITAL.search(text):
        return None
    return "hybrid" if place and not _DIGITAL.search(place) else "digital"
