"""What an organisation or a meeting is meant to reach, where the text says "the goal is ..." in so many words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.model import Suggestion, SuggestionKind
from docreader.text.page import Page
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick, stems_of

_NOUN = (
    r"(?:(?:det |den |the |vårt |vår |et |ett )?(?:övergripande |overordnede |overordnet |overall |gemensamma "
    r"|felles |langsiktige |långsiktiga |main |huvudsakliga )?"
    r"(?:målet|målsättningen|målsetningen|målsetningen|målbilden|målsætningen|syftet|formålet|hensikten|hensigten"
    r"|ambitionen|ambisjonen|avsikten|tanken|uppgiften|opgaven"
    r"|oppgaven|visionen|visjonen|mål|syfte|formål|goal|aim|purpose|objective|ambition|mission))"
)
_OF = r"(?P<of>\s(?:med|för|for|bakom|bak|bag|of|with|till|til)\s[^,.;:]{2,70}?)?"
_IS = (
    r"\s(?:är|er|var|is|was|att vara|kommer vara|skal være|ska vara)\s"
    r"(?:bl\.a\. |bland annat |fortsatt |därför |först och främst )?(?:att|å|at|to|also to)?\s?"
)
_GOAL = quick(rf"^(?:[^,.;:]{{2,50}},\s)?{_NOUN}{_OF}{_IS}(?P<what>[^.;:?]{{8,220}})", re.IGNORECASE)
_TURNED = quick(
    rf"^{_NOUN}{_OF}(?:,\s[^,]{{3,60}},)?\s(?:att|å|at|to)\s(?P<what>[a-zåäöæø][^.;:?]{{8,220}})", re.IGNORECASE
)
_LABEL = quick(
    r"^\W{0,4}(?P<noun>[Mm]ål|[Ss]yfte|[Ff]ormål|[Pp]urpose|[Aa]im|[Gg]oal|[Hh]ensikt)(?P<of>\s(?:med|för|for"
    r"|of)\s[^,.;:]{2,60})?:\s(?P<what>[^?]{8,220})"
)
_WILL = quick(
    r"^(?P<who>(?:[A-ZÅÄÖÆØ][\w-]*(?:gruppen|rådet|kommittén|nämnden|delegationen|nätverket|utvalget|udvalget)"
    r"|Gruppen|Rådet|Expertgruppen|Nätverket|Kommittén))\s"
    r"(?:har till uppgift|ska ha till uppgift|har i uppgift|har som oppgave|har til opgave|har som uppgift"
    r"|har som mål|har som mål|is tasked|has the task)\s"
    r"(?:att|å|at|to|of)\s(?P<what>[^.;:?]{8,220})",
)
#: Goals of a gathering: the meeting, the day, the conference.
_GATHERING = quick(
    r"\b(?:\w*möte\w*|\w*møte\w*|\w*møde\w*|meeting|dagen|dagens|träffen|samlingen|samling|workshop\w*|seminari\w*"
    r"|seminar\w*|konferens\w*|konferanse\w*|konference\w*"
    r"|sammankomst\w*|dialogen|webbinari\w*|hearing\w*)\b",
    re.IGNORECASE,
)
_CUT = quick(
    r"\s(?:säger|sier|siger|says|menar|eftersom|fordi|because|samtidigt som)\b|,\s(?:säger|sier|siger|says|men|but"
    r"|och det|vilket)\s"
)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """In all documents; in minutes only the goal of a meeting."""
    seen: set[str] = set()
    for sentence in page.sentences_with(*stems_of(_GOAL, _TURNED, _LABEL, _WILL)):
        if len(sentence.text) > 420 or found.covers(sentence.span, "objective", "participant", "agenda_item"):
            continue
        suggestion = _goal(page, sentence)
        if suggestion is not None and str(suggestion.fields["title"]) not in seen:
            seen.add(str(suggestion.fields["title"]))
            yield suggestion


def _goal(page: Page, sentence: Sentence) -> Suggestion | None:
    text = sentence.text
    match = _GOAL.search(text) or _TURNED.search(text) or _LABEL.search(text) or _WILL.search(text)
    if match is None:
        return None
    told = match.groupdict()
    gathering = bool(_GATHERING.search(told.get("of") or text[: match.start("what")]))
    if page.is_minutes and not gathering:
        return None
    kind: SuggestionKind = "meeting_goal" if gathering else "organisation_goal"
    title = _CUT.split(match["what"])[0].strip(" .,–-")
    if len(title) < 8:
        return None
    owner = None if gathering else told.get("who")
    fields = {"owner": owner} if owner else {}
    return suggest(kind, [sentence.part(*match.span())], 0.6, title=title[0].upper() + title[1:], **fields)
