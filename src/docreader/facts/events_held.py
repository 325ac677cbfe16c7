"""Events told by their verb: what takes place, or what somebody holds or invites to, on a day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docreader.text.date_patterns import MONTH, WEEKDAY
from docreader.text.dates import FoundDate, find_dates
from docreader.text.names import UPPER, person_score
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick

_PASSIVE = (
    r"hålls|hölls|äger rum|ägde rum|arrangeras|arrangerades|anordnas|anordnades|går av stapeln|gick av stapeln|infaller"
    r"|sänds|sändes|ordnas|ordnades|invigs|invigdes|holdes|avholdes|afholdes|ble holdt|blev holdt|ble avholdt"
    r"|blev afholdt"
    r"|finner sted|finder sted|fant sted|fandt sted|arrangeres|åpner|åbner|takes place|take place|took place"
    r"|will be held"
    r"|will take place|is held|are held|was held|were held|is being held|kicks off|blir av|blev av|löper av stapeln"
    r"|firas|firades|feires|fejres|markeras|markeres|uppmärksammas|is celebrated|celebrates|planeras till"
    r"|är planerad till|er planlagt til|is planned for|is scheduled for|planlegges|ska hållas|skal holdes"
    r"|skal afholdes|kommer att hållas|kommer att äga rum|hölls senast|genomförs|genomfördes|gjennomføres|gennemføres"
)
_ACTIVE = (
    r"arrangerar|arrangerade|anordnar|anordnade|bjuder in till|bjöd in till|bjuder in [\w ]{3,40}? till"
    r"|inbjuder till|kallar till|håller|höll"
    r"|ordnar"
    r"|arrangerer|arrangerte|arrangerede|inviterer til|inviterte til|inviterede til|holder|holdt|avholder|afholder"
    r"|avholdt|afholdt|hosts|hosted|organises|organizes|organised|organized|holds|held|invites(?: everyone)? to"
    r"|står värd för"
    r"|är värd för|stod värd för|er vert for|er vært for|var vert for|var vært for|slår upp portarna för|samlar till"
    r"|samles til"
)
_SUBJECT_FIRST = quick(
    rf"^(?:(?:[Nn]u|[Sedan]|[Dd]essutom|[Oo]ckså)\s)?(?P<what>[^.;:?!]{{3,140}}?),?\s(?P<verb>{_PASSIVE})\b"
)
_VERB_FIRST = quick(
    rf"^[^;:?!]{{2,80}}?\b(?P<verb>{_PASSIVE})\s(?:(?:nästa|neste|næste|också|även|dessutom|sedan|därefter|igen|årets"
    rf"|there)\s)?"
    r"(?P<what>[^.;:?!]{3,140})"
)
_HOSTED = quick(
    rf"(?:^|[,;]\s|\s(?:och|og|and)\s)(?P<who>[^,;:?!]{{2,110}}?)\s(?P<verb>{_ACTIVE})\s(?P<what>[^.;:?!]{{3,160}})"
)
_HOSTED_BACK = quick(
    rf"^[^;:?!]{{2,80}}?\b(?P<verb>{_ACTIVE.replace(' in till', '')})\s(?P<who>[{UPPER}][^.;:?!]{{2,90}}?|vi"
    rf"|we)\s(?:in\s)?(?:till |til |to )?"
    r"(?P<what>(?:en|ett|et|an?|årets|sin|sitt|nästa|den|det|the)\s[^.;:?!]{3,140})"
)
_ARTICLE = re.compile(
    r"^(?:en|ett|et|ei|an?|den|det|de|the|årets|årlig|sin|sitt|sine|vår|vårt|även|också|this year's|i år|dessutom"
    r"|samma dag)\s",
    re.IGNORECASE,
)
#: Where the name of what is held ends.
_TAIL = re.compile(
    rf"\s(?:(?:i|på|in|at|hos|vid|ved)\s(?:[{UPPER}]|samband|samarbete|samarbeid|samarbejde|slutet|början|år\b"
    rf"|stället|kommun"
    rf"|bibliotek|biograf|park|rådhus)"
    rf"|(?:den|d\.|on|the|från|fra|from|mellan|kl\.?|kring|under|till och med|i)\s(?:den\s)?(?:\d|{WEEKDAY}|{MONTH})"
    rf"|\d{{1,2}}[./ –-]|{WEEKDAY}"
    r"|tillsammans|sammen|together|med start|av|af|by|för\s(?:första|andra|tredje|att)|igen|med\s(?:start|anledning"
    r"|plats|avstamp)|där|som|der|which|where|vilket|hvor|när|då"
    r"|för\s(?:dem|alla|den som|personal|medlemmar)|og\s(?:er|har)|och\s(?:är|har|sänds)|under\s|within|inom"
    r"|for\s(?:første|alle))"
    rf"|,\s|\s[–(|]",
)
#: What it is about may stand behind the place: "a round table in Rosenbad about staff".
_ABOUT = re.compile(
    rf"\s(?:i|på|in|at|hos|vid|ved)\s[{UPPER}][\w-]*(?: [{UPPER}][\w-]*){{0,3}}\s(?P<about>(?:om|kring|about"
    rf"|on)\s[^.,;:()]{{3,60}}?)(?=[.,;:(]|$)"
)
#: Subjects that name no event.
_NO_EVENT = re.compile(
    r"(?:det|den|de|detta|dette|det här|vi|ni|jag|han|hon|it|this|they|we|there|der|her|här|som|alla|alle|arbetet"
    r"|arbeidet"
    r"|arbejdet|projektet|prosjektet|programmet|uppdraget|studien|undersökningen|utredningen|valet|valg|försöket"
    r"|rapporten"
    r"|pilot\w*|övergången|bygget|uppföljningen|utbyggnaden|åtgärderna|kartläggningen|insatserna|anmälan|registration"
    r"|rekrytering\w*"
    r"|intervju\w*|enkät\w*|mätning\w*|provtagning\w*|flytten|byggstarten|upphandling\w*|samarbetet|dialogen)\b",
    re.IGNORECASE,
)
#: Verbs that also tell of work: they need a word for a gathering.
WEAK = quick(
    r"(?:genomförs|genomfördes|gjennomføres|gennemføres|ordnas|ordnades|ordnar|planlegges|åpner|åbner|håller|höll"
    r"|holder|holdt|holds|held|samlar till|invigs|invigdes)$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Held:
    """What is held, by whom if the sentence says, and how sure the verb is."""

    title: str
    who: str | None
    weak: bool


def held_in(sentence: Sentence, dates: Sequence[FoundDate]) -> Held | None:
    """The event that a sentence with a day tells of by its verb."""
    text = sentence.text
    first = dates[0].start if dates else len(text)
    for pattern in (_HOSTED, _SUBJECT_FIRST, _VERB_FIRST, _HOSTED_BACK):
        match = pattern.search(text)
        if match is None or _NO_EVENT.match(match["what"]) or match.start("what") > max(160, first + 60):
            continue
        if re.match(rf"(?:{_ACTIVE}|{_PASSIVE})\b", match["what"], re.IGNORECASE):
            continue
        who = match.groupdict().get("who")
        if who is not None and pattern is _HOSTED and find_dates(who):
            continue
        title = name_of(match["what"])
        if title is None or person_score(title) >= 0.7:
            continue
        return Held(title, who, bool(WEAK.search(match["verb"])))
    return None


def name_of(words: str) -> str | None:
    """The noun phrase without article, place and day; None for what names nothing."""
    previous = None
    while previous != words:
        previous, words = words, _ARTICLE.sub("", words)
    leading = find_dates(words)
    if leading and leading[0].start < 8 and re.fullmatch(r"(?:den|d\.|on|the)?\s?", words[: leading[0].start]):
        words = words[leading[0].end :].lstrip(" ,")
        while previous != words:
            previous, words = words, _ARTICLE.sub("", words)
    quoted = re.match(r"[^\"]{0,40}?\"(?P<name>[^\"]{3,100})\"", words)
    tail = _TAIL.search(words)
    name = words[: tail.start()] if tail and not (quoted and tail.start() < quoted.end()) else words
    about = _ABOUT.match(words[tail.start() :]) if tail and not quoted else None
    name = f"{name.rstrip(' ,')} {about['about']}" if about else name
    name = name.strip(' .,:;–-"') if not quoted else name.strip(" .,:;–-")
    dates = find_dates(name)
    if dates and dates[0].start < 3:
        return None
    if dates and dates[0].month:
        name = name[: dates[0].start].strip(" .,")
    if len(name) < 5 or len(name.split()) > 12 or not re.search(r"[^\W\d_]{4}", name):
        return None
    return name[0].upper() + name[1:]
