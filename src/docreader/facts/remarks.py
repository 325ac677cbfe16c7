"""What is said of people in a list beside name and employer: that they were away, how they came, for whom."""

from __future__ import annotations

import re
from typing import Final

from docreader.facts.phrases import Phrase
from docreader.text.names import (
    PERSON,
    is_given_name,
    is_registered,
    organisation_score,
    person_score,
)
from docreader.text.triggers import Quick, quick

PARTY = re.compile(r"(?:S|M|SD|C|V|KD|L|FP|MP|DEM|H|A|Ap|SV|FrP|KrF|Sp|R|MDG|B|F|K|O|Ø|Å|SF|DF|LA|KF|NB)(?:-\w{2,12})?")


ABSENT = quick(
    r"afbud|förhinder|frånvarande|forfall|frafall|absent|excused|sjuk|sjuk|(?:ej|icke|inte|ikke|ikkje"
    r"|not) (?:när\w+|møtt"
    r"|mødt|mött|til ?stede|deltag\w+|present)|fraværende|fråværande|återbud|meldt|syk|syg|vab|apologies|regrets"
    r"|unable|kunne ikk\w+|could not|frånv|fravær|frånvaro|kunde inte|udeblev",
    re.I,
)


PARTIAL = re.compile(
    r"anslöt|lämnade|del av|delvis|deltog|till och med|t\.?o\.?m|fr\.?o\.?m|from|från kl|till kl|till \d"
    r"|til \d|fra \d|kl\.? ?\d|\d\d[.:]\d\d|§|punkt|pkt|sak \d|"
    r"förmiddag|eftermiddag|fm\b|em\b|until|joined|left|part of|delar|fra kl|til kl|forlod|ankom|gick|kom ",
    re.IGNORECASE,
)


#: What can only be told of how long somebody stayed.
_ATTENDED = re.compile(
    r"(?:anslöt|t o m|fr o m|lämnade|deltog|deltar|deltok|tjänstgörande från|tjänstgörande till|fr\.?o\.?m"
    r"|t\.?o\.?m|från kl|till kl"
    r"|fra kl|til kl|fra \d|til \d|från \d|till \d|joined|left|from \d|until|gick kl|kom kl|forlod|ankom|forlot"
    r"|kom til|under punkt|under §|§§? ?\d|punkt \d|pkt\.? ?\d|sak \d)",
    re.IGNORECASE,
)


_REMOTE = quick(r"digital|länk|teams|zoom|skype|distans|telefon|online|remot|videokonf|video|lync|webb", re.IGNORECASE)


_ROOM = quick(r"på plats|fysisk|on site|in person|i rummet", re.IGNORECASE)


SUBSTITUTE = re.compile(
    r"\b(?:tjänstgörande |tj\.? ?g\.? )?(?:ersättare|ers\.?|tj\.? ?g\.?|suppleant|vara|stedfortreder"
    r"|stedfortræder|substitute"
    r"|ersätter|i stället)"
    r" (?:för |for )?(?=(?-i:[A-ZÅÄÖÆØ]))",
    re.I,
)


#: "Jorunn Heggdal (Sp) for Terje Aaknes": the second one is not there.
_FOR_SOMEBODY = re.compile(
    rf"(?<=[\w).])\s(?:i stedet |i stället |istället |istedenfor )?(?:för|for)\s(?P<who>{PERSON})"
)


#: What a remark in brackets tells about attendance, the first that fits.
REMARKS: tuple[tuple[re.Pattern[str] | Quick, dict[str, str | bool]], ...] = (
    (ABSENT, {"attendance": "absent"}),
    (_REMOTE, {"mode": "digital"}),
    (_ROOM, {"mode": "physical"}),
    (PARTIAL, {"partial": True}),
)


#: Roles that are written short.
ABBREVIATED: Final = {
    "ordf": "ordförande",
    "v. ordf": "vice ordförande",
    "v.ordf": "vice ordförande",
    "vice ordf": "vice ordförande",
    "1:e v. ordf": "1:e vice ordförande",
    "2:e v. ordf": "2:e vice ordförande",
    "sekr": "sekreterare",
    "mötesordf": "mötesordförande",
    "ers": "ersättare",
    "ref": "referent",
    "suppl": "suppleant",
    "adj": "adjungerad",
    "obs": "observatör",
    "nestl": "nestleder",
}


#: The marks of a column of attendance that lost its table.
MARKS: Final = {"X": "present", "x": "present", "1": "present", "-": "absent", "–": "absent", "0": "absent"}


def told_of(item: Phrase) -> dict[str, str | bool] | None:
    """What a phrase that is neither person nor employer says of coming and staying: a mark, a party, an absence."""
    text = item.text
    if text in MARKS:
        return {"attendance": MARKS[text], "marked": True}
    if item.before == "comma" and PARTY.fullmatch(text) and len(text) < 4:
        return {"party": text}
    if ABSENT.fullmatch(text) or (ABSENT.match(text) and len(text) < 30):
        return {"attendance": "absent"}
    return {"partial": True} if _ATTENDED.match(text) else None


def surname_then_given(item: Phrase, following: Phrase, *, listed: bool) -> bool:
    """ "Palm, Tuva, Kustbevakningen": a list of names as in a register."""
    if item.before or following.before != "comma" or item.remark or following.remark or item.sort == "role":
        return False
    surname = re.fullmatch(r"(?:[a-z]{2,3} ){0,2}[^\W\d_a-zåäöæø](?:'|[^\W\d_])[^\W\d_]*(?:[ -][^\W\d_]+)?", item.text)
    words = following.text.split()
    if listed and surname is not None and re.fullmatch(r"[^\W\d_a-zåäöæø][\w'-]+(?: [\w'.-]+){0,2}", following.text):
        return organisation_score(following.text) < 0.7
    return (
        surname is not None
        and len(words) <= 2
        and all(is_given_name(word) for word in words)
        and not is_given_name(item.text.split()[0])
        and organisation_score(item.text) <= 0.5
    )


def are_initials(text: str, name: str) -> bool:
    """ "(ABK)" behind Anna-Britta Karlsson is how the minutes call her below."""
    letters = text.strip(". ")
    if not 2 <= len(letters) <= 4 or not letters.isalpha() or is_registered(letters):
        return False
    parts = re.findall(r"[^\W\d_]+", name)
    return letters.casefold() in (
        "".join(part[0] for part in parts).casefold(),
        "".join(part[0] for part in parts if part[0].isupper()).casefold(),
        "".join(part[0] for part in (parts[0], parts[-1])).casefold() if parts else "",
    )


def without_substitutes(text: str) -> str:
    """ "ersättare för Bo Ek" names somebody who is not there: the name is blanked, character for character."""

    def blank(match: re.Match[str]) -> str:
        return " " * len(match[0])

    text = re.sub(SUBSTITUTE.pattern + r"[^,;()\n]{3,40}(?:\([^()]{1,6}\))?", blank, text, flags=re.IGNORECASE)
    return _FOR_SOMEBODY.sub(lambda match: blank(match) if person_score(match["who"]) >= 0.6 else match[0], text)
