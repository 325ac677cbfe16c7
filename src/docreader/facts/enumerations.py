"""Runs of organisations in a sentence: "... from A, B in C, the D Board and E"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docreader.facts.organisations import JOINED
from docreader.text.names import UPPER, is_registered, organisation_score, person_score
from docreader.text.register import COUNTRIES, PLACES
from docreader.text.triggers import quick

_SMALL = r"(?:i|in|och|og|and|för|for|of|på|vid|ved|av|af|the|de|till|til|läns|län|r\.f\.|mot|under|om|hos|&)"
_DIVIDE = re.compile(
    r",\s(?:och\s|samt\s|og\s|and\s)?|;\s|\s(?:och|samt|og|and)\s(?=(?:den |det |the |de )?[A-ZÅÄÖÆØ])|\s(?:samt)\s"
    r"|\s(?:och|og)\s(?=\w+(?:erna|orna|erne|ene)\b)"
)
#: The subject behind its verb: "Derfor går A, B og C nu sammen".
_TURNED = re.compile(rf"^\w+\s(?:[a-zåäöæø]+\s){{0,3}}(?=[{UPPER}])")
_LEAD = re.compile(
    rf"^.*(?:\b(?:från|fra|from|med|with|som|as|hos|av|af|by|är|var|er|is|are|varit|vært|været|andra|andre|annat"
    rf"|annet|andet|däribland|herunder|including"
    r"|såsom|till|til|to|både|dels|mellan|mellom|mellem|between|där|hvor|where|inkluderar|omfattar|för|for|and|och|og"
    r"|with)\s|:\s|\()"
    rf"(?=(?:den |det |the |de |bl\.a\. |t\.ex\. )?[{UPPER}])"
)
_ARTICLE = re.compile(
    r"^(?:den|det|de|the|dels|bland annat|bl\.a\.|t\.ex\.|både|även|also|samt|och|og|and)\s", re.IGNORECASE
)
_VERB = quick(
    r"\s(?:är|var|har|ska|skal|will|is|are|was|were|have|has|to|can|may|deltar|deltok|deltog|medverkar|ingår|inngår"
    r"|indgår|står|samverkar|bidrar|er|blev|ble|om"
    r"|på|under|som|för att|genom|enligt|kring|about|which|that|der|med|i\s(?:ett|en|et|arbetet|gruppen|projektet"
    r"|programmet)|mødes|møtes|träffas|vill"
    r"|finns|hör|utgör|går|gick|nu|få|får|fått|sammen|tillsammans)\b.*$"
)


@dataclass(frozen=True, slots=True)
class Item:
    """An organisation and where it stands in the searched text."""

    name: str
    start: int
    end: int


def enumerated(text: str) -> list[list[Item]]:
    """The runs of two or more organisations, each in order."""
    masked = JOINED.sub(lambda match: re.sub(r"\s(och|og|and)\s", lambda m: "_" + m[1] + "_", match[0]), text)
    runs: list[list[Item]] = []
    run: list[Item] = []
    for start, end in _pieces(masked):
        item, ends = _item(text, masked, start, end, first=not run)
        if item is None:
            if len(run) > 1:
                runs.append(run)
            run = []
            item, ends = _item(text, masked, start, end, first=True)
        if item is not None:
            run.append(item)
        if ends and run:
            if len(run) > 1:
                runs.append(run)
            run = []
    return [*runs, run] if len(run) > 1 else runs


def _pieces(text: str) -> list[tuple[int, int]]:
    result: list[tuple[int, int]] = []
    position = 0
    for divider in [*_DIVIDE.finditer(text), None]:
        end = divider.start() if divider else len(text)
        if text[position:end].strip():
            result.append((position, end))
        position = divider.end() if divider else end
    return result


def _item(text: str, masked: str, start: int, end: int, *, first: bool) -> tuple[Item | None, bool]:
    """The organisation of a piece: at its end for the first of a run, at its start for the last. Second, whether
    something follows it that ends the run."""
    words = masked[start:end]
    if first:
        lead = _LEAD.match(words)
        if lead is None and words[:1].isupper() and not is_organisation(words.strip(" .,")):
            lead = _TURNED.match(words)
        start += lead.end() if lead else 0
        words = masked[start:end]
    article = _ARTICLE.match(words)
    while article:
        start += article.end()
        words = masked[start:end]
        article = _ARTICLE.match(words)
    tail = _VERB.search(words)
    stop = re.search(r"[.;()\"]|:(?!\w)", words)
    cut = min([len(words), *([tail.start()] if tail else []), *([stop.start()] if stop and stop[0] != "." else [])])
    name = text[start : start + cut].strip(" .,;:")
    if not is_organisation(name):
        return None, False
    return Item(name, start, start + len(name)), cut < len(words)


def is_organisation(name: str) -> bool:
    """A name with a capital that may be an organisation's."""
    if not name or not name[0].isupper() or len(name) > 90 or len(name) < 2:
        return False
    if name in COUNTRIES or name in PLACES or person_score(name) >= 0.75:
        return False
    if is_registered(name):
        return True
    words = name.split()
    proper = len(words) <= 8 and all(
        word[0].isupper()
        or re.fullmatch(_SMALL, word)
        or (number == 1 and words[0].endswith("s"))
        or words[number - 1].endswith("-")
        or organisation_score(word.capitalize()) >= 0.8
        or (number > 1 and words[number - 1] in ("för", "for", "of", "och", "og", "and", "mot"))
        for number, word in enumerate(words)
    )
    return proper and organisation_score(name) >= 0.35 and not re.search(r"\d{4}", name)
