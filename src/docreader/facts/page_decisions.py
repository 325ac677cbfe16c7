"""Decisions told outside minutes: what an assembly or agency adopted, decided or appointed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.model import Suggestion
from docreader.text.names import UPPER
from docreader.text.page import Page
from docreader.text.triggers import quick, stems_of

_BODY = (
    r"(?:\w*(?:fullmäktige|styrelsen|nämnden|regeringen|regjeringen|riksdagen|stortinget|folketinget|lagtinget"
    r"|kommunestyret|kommunestyre|byrådet"
    r"|kommunalbestyrelsen|regionrådet|fylkestinget|fylkesting|regionstyrelsen|kommunstyrelsen|departementet"
    r"|direktoratet|myndigheten|verket|rådet|kongressen"
    r"|årsmötet|årsmøtet|generalforsamlingen|landsmøtet|landsmötet|stämman|council|parliament|government|board"
    r"|assembly|ministern|ministrene|ministrarna))"
)
_VERB = (
    r"(?:beslutade|beslöt|beslutar|har beslutat|antog|har antagit|fastställde|har fastställt|godkände|vedtok"
    r"|har vedtatt|vedtog|har vedtaget|besluttede|besluttet"
    r"|har besluttet|godkjente|godkendte|adopted|decided|has decided|approved|förordnar|förordnade|utsåg|utser"
    r"|entledigar|oppnevnte|udpegede|udnævnte|appointed)"
)
_ACTIVE = quick(
    rf"^(?P<title>(?:[{UPPER}][\w-]*(?: [\w-]+){{0,5}}?|(?:Den|The) [\w ]{{3,40}}?)\s{_VERB}\b[^.;?]{{6,260}})"
)
_PASSIVE = quick(
    rf"^(?P<title>[{UPPER}][^.;:?]{{2,120}}?\s(?:antogs|antas|fastställdes|beslutades|godkändes|ble vedtatt"
    rf"|blev vedtaget|blev besluttet|ble besluttet|was adopted"
    rf"|was approved|entledigas|entledigades|förordnas|förordnades|utses|utsågs|oppnevnes|udpeges)\s[^.;?]{{2,200}})"
)
_SOMEBODY = quick(rf"\b{_BODY}\b", re.IGNORECASE)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Sentences with such a body and verb; what is told as an assignment is none."""
    if page.is_minutes:
        return
    for sentence in page.sentences_with(*stems_of(_ACTIVE, _PASSIVE)):
        text = sentence.text
        if len(text) > 320 or found.covers(sentence.span, "action", "milestone", "objective", "agenda_item"):
            continue
        match = _ACTIVE.search(text) or _PASSIVE.search(text)
        if match is None or not _SOMEBODY.search(text):
            continue
        span = sentence.part(*match.span("title"))
        yield suggest("decision", [span], 0.6, title=match["title"].strip(" ."))
