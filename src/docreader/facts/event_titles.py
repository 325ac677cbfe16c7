"""What an event is called, from the words around its noun."""

from __future__ import annotations

import re

from docreader.text.date_patterns import WEEKDAY
from docreader.text.dates import find_dates
from docreader.text.names import LOWER, UPPER
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick
from docreader.text.words import words

HELD = quick(
    r"\b(?:hålls|hölls|håller|höll|äger rum|ägde rum|genomförs|genomfördes|genomför|arrangeras"
    r"|arrangerades|arrangerar|anordnas|anordnades|anordnar|går av stapeln|planeras|invigs|invigdes|inleds"
    r"|startar|samlas|samlades|deltar|bjuder in till|"
    r"holdes|avholdes|afholdes|uppmärksammas|markeres|arrangeres|finner sted|fant sted|ble holdt|gjennomføres"
    r"|afholdes|afholdt|finder sted"
    r"|fandt sted|blev holdt|er der|är det|det blir|takes place|took place|will be held|is held|was held"
    r"|were held|be held|organi[sz]ed|hosts?|hosted|held|will take place|under)\b",
    re.IGNORECASE,
)


_CAPITALS = (
    rf"(?:[{UPPER}0-9][{LOWER}{UPPER}0-9&'–-]*)(?:\s(?:i|och|för|of|the|for|and|på|om"
    rf"|[{UPPER}0-9&–][{LOWER}{UPPER}0-9&'–-]*)){{0,8}}"
)


_GENERIC = quick(
    r"[a-zåäöæø-]{0,24}(?:konferens(?:en)|seminariet|webbinariet|workshopen|mässan|övningen|utställningen"
    r"|festivalen|kursen"
    r"|temadagen|inspirationsdagen|utbildningen|konferansen|konferencen|øvelsen|messen|kurset|udstillingen)"
    r"|øvelse[n]?|övning(?:en)?|konferens(?:en)?|konferanse[n]?|konference[n]?|conference|seminari(?:um|et)"
    r"|seminar(?:et)?|workshop(?:en)?|mässan"
    r"|forum(?:et)?|webbinari(?:um|et)|webinar|symposi(?:um|et)|hearing(?:en)?",
    re.IGNORECASE,
)
#: A definite noun that by itself names nothing.
_BARE = re.compile(
    r"(?:konferensen|seminariet|webbinariet|workshopen|mässan|övningen|utställningen|festivalen|kursen|utbildningen"
    r"|konferansen"
    r"|konferencen|øvelsen|messen|kurset|udstillingen|seminaret|webinaret|dagen|dagarna|kvällen|veckan|forumet)",
    re.IGNORECASE,
)
_CUT_VERB = re.compile(
    r",?\s(?:sänds|hålls|äger|arrangeras|genomförs|anordnas|blir|är|går|kommer|invigs|startar|öppnar|bjuder|samlar"
    r"|lockade|samlade"
    r"|avholdes|holdes|afholdes|arrangeres|er|finner|finder|åpner|åbner|starter|takes|is|was|will|opens|gathers"
    r"|flyttas|återkommer"
    r"|siktar|lyfter|vill|ger|hölls|blev|ble|sätter)\s.*$"
)
#: What by itself says only that something takes place, also with an ordinal.
_GENERIC_NAME = quick(
    r"(?:(?:det|den|de|the|dette|detta|denna|denne|detta|årets|this|that|hela|hele)\s)?"
    r"(?:(?:första|andra|tredje|första|nästa|neste|næste|sista|siste|sidste|senaste|förra|forrige|första|første|anden"
    r"|andet"
    r"|first|second|next|last|hela|digitala|samma|gemensamma)\s)?"
    r"(?:mötet|møtet|mødet|möten|meeting|konferensen|konferansen|konferencen|conference|seminariet|seminaret|workshopen"
    r"|webbinariet|webinaret|evenemanget|arrangementet|arrangemanget|event|dagen|dagarna|dagene|kvällen|kvelden|aftenen"
    r"|träffen|treffet|træffet|samlingen|samling|kursen|kurset|utbildningen|mässan|messen|festivalen|utställningen"
    r"|udstillingen|utstillingen|forumet|forum|övningen|øvelsen|invigningen|åpningen|åbningen|lanseringen|kongressen"
    r"|stämman|föreläsningen|sändningen|resan|veckan|programmet|premiären|hearingen|høringen|symposiet|turen|ceremonin"
    r"|seremonien|ceremonien|möte|møte|møde|seminarium|seminar|workshop|konferens|konferanse|konference|övning|kurs)",
    re.IGNORECASE,
)
_PASSING = re.compile(WEEKDAY + r"|idag|i dag|samma dag", re.IGNORECASE)
_AT_HOUSE = re.compile(r"\s(?:på|i|hos|at|in)\s[\w-]+")
_OPEN = quick(r"(?:öpp|åp|åb|open)", re.IGNORECASE)
#: A visit is named by whom it is paid to.
_VISIT = quick(r"[\w-]*(?:besök|besøk|besøg|visit)(?:et)?$", re.IGNORECASE)
_WITH = re.compile(rf"\s(?:hos|vid|på|till|til|ved|to|at)\s[{UPPER}][\w&-]*(?: [{UPPER}][\w&-]*){{0,3}}")
_ABOUT = re.compile(
    r"\s(?:om|för|for|on|of|kring|about)\s(?:(?!\b(?:i|på|den|som|hålls|hölls|genomförs|anordnas|afholdes|avholdes|is"
    r"|will|takes|took|äger|arrangeras|in|holdes)\b)[\w-]+\s?){1,6}"
)
_TOWARDS = re.compile(rf"\s(?:till|til|to)\s[{UPPER}][\w-]+(?=\s)")
_UP_TO_VERB = re.compile(
    rf"\s(?P<name>(?-i:[{UPPER}])[^.,;:]{{2,80}}?),?\s(?:som\b|der\b|which\b|(?:den|d\.|on|fra|från|{WEEKDAY})\s\d"
    rf"|(?:i|in)\s(?-i:[{UPPER}])[\w-]+,?\s(?:den |d\. |on )?\d|{HELD.pattern.replace('|under)', ')')})",
    re.IGNORECASE,
)
_TOO_LITTLE = words(
    "konferens konferensen möte mötet seminarium seminariet workshop workshopen meeting møte møde møtet mødet"
    " conference forum dagen dagarna övning mässan"
)


def title_of(sentence: Sentence, noun: re.Match[str]) -> str | None:
    """The name of the event at a noun: in quotes or capitals after it, else the noun with what belongs to it."""
    text, word = sentence.text, noun["noun"]
    before, after = text[: noun.start()], text[noun.end() :]
    if _PASSING.fullmatch(word):
        return None
    quoted = re.match(r"\s?[\"]([^\"]{3,140})[\"]", after)
    if quoted:
        return quoted[1]
    return _name_after(before, word, after) or _described(before, word, after)


def _name_after(before: str, word: str, after: str) -> str | None:
    """The name in capitals behind the noun ("the conference Living Coast")."""
    generic = _GENERIC.fullmatch(word) is not None
    whole = _UP_TO_VERB.match(after)
    compound = len(word) > 15
    if generic and whole and not find_dates(whole["name"]) and (" " in whole["name"] or not compound):
        return whole["name"]
    if generic and compound:
        generic = False
    named = re.match(rf"\s(?P<name>{_CAPITALS})", after)
    if named is None or find_dates(named["name"]) or re.match(r"\s(?:I|In|På|Den|Under)\b", after):
        return None
    if not generic:
        name = re.sub(r"\s(?:i|in|på|för|of|and|och|om)(?: [A-ZÅÄÖÆØ]\w+)?$", "", named["name"])
        return f"{_lead(before)}{word} {name}".strip() if len(named["name"]) > 3 else None
    name = re.sub(r"\s(?:i|in|på)\s[A-ZÅÄÖÆØ]\w+$|\s(?:i|och|för|of|the|for|and|på|om)$", "", named["name"])
    return name if word[0].islower() or not before.strip() else f"{_lead(before)}{word} {name}".strip()


def _described(before: str, word: str, after: str) -> str | None:
    """The noun with the words that belong to it; None when that says too little."""
    upper = re.search(rf"(?P<caps>(?:[{UPPER}][\w&-]*\s){{1,5}})$", before)
    if upper and (len(upper["caps"].split()) > 1 if not word[0].isupper() else before.strip()):
        return (upper["caps"] + word).strip()
    tail = _TOWARDS.match(after) or _ABOUT.match(after) or (_AT_HOUSE.match(after) if _OPEN.match(word) else None)
    tail = tail or (_WITH.match(after) if _VISIT.match(word) else None)
    title = f"{_lead(before)}{word}{tail[0] if tail else ''}".strip(" .,")
    return None if title.casefold() in _TOO_LITTLE or _BARE.fullmatch(title) else title


def _lead(before: str) -> str:
    """Adjectives and articles that belong to the noun ("den nationella", "öppet")."""
    owned = re.search(
        r"\b(?P<article>[Ee]n|[Ee]tt?|[Aa]n?|[Tt]he|[Dd]en|[Dd]et)\s(?P<words>(?:[\w-]+\s){1,3})$", before
    )
    if owned and not re.search(r"\b(?:som|i|på|av|för|till|och|of|in|and|for|is|är|er|med)\b", owned["words"]):
        return (owned["article"] + " " if owned["article"].casefold() in ("den", "det") else "") + owned["words"]
    match = re.search(
        r"(?:\b(?P<the>[Dd]en|[Dd]et|[Tt]he)\s)?(?P<adj>(?:[\wåäöæø-]+(?:ella|iska|liga|lig|ligt|ella|sk"
        r"|ska|nell|nella|ala|alt|öppet|öppna|årliga|gemensamma|gemensamt|digitalt|digital|nationell"
        r"|nationellt|stora|annual|national|international|nordiske|nordisk|nordic|första|andra)\s){0,3})$",
        before,
    )
    if match is None:
        return ""
    return (match["the"] + " " if match["the"] and match["adj"] else "") + match["adj"]


def is_generic(name: str) -> bool:
    """True for "the meeting" and the like, which name nothing by themselves."""
    return _GENERIC_NAME.fullmatch(name.strip(" .,")) is not None


def cut_at_verb(name: str) -> str:
    """A headline's subject: "The Day of Motion is sent live" names the day."""
    cut = _CUT_VERB.sub("", name)
    return cut if len(cut) > 5 and not is_generic(cut) else name
