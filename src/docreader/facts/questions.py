"""Questions: written with a question mark, or told ("X asked how ...")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.model import Suggestion
from docreader.text.page import Page
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick

_TOLD = quick(
    r"\b(?:frågade|frågar|undrade|undrar|spurgte|spørger|spurte|spør|lurte på|asked|asks|wondered"
    r"|ställde frågan|reste frågan|väckte frågan|tok opp spørsmålet|efterhörde)\s?,?\s?"
    r"(?:om\s(?=når|hvordan|hva|hvem|hvor|hur|när))?(?P<what>(?:om|hur|vad|vem|vilka|vilken|vilket|när|varför|var"
    r"|hvordan|hvad|hva|hvem|hvilke|hvornår"
    r"|hvorfor|når|whether|how|what|who|which|when|why|if|hvor)\b.{6,300})",
    re.IGNORECASE,
)
_RAISED = quick(
    r"\bfrågor? (?:lyftes|ställdes|restes|väcktes|uppkom) (?:om|kring|rörande|gällande) (?P<what>.{6,200})",
    re.IGNORECASE,
)
_CENTRAL = quick(r"frågeställning|frågor|problemställning|spørgsmål|spørsmål|questions", re.IGNORECASE)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Each once, however often it is quoted."""
    seen: set[str] = set()
    for sentence in page.sentences:
        for suggestion in _in_sentence(page, sentence):
            if found.covers(sentence.span, "participant", "objective", "area", "next_meeting") or found.covers(
                sentence.tail, "agenda_item"
            ):
                continue
            key = re.sub(r"\W+", "", str(suggestion.fields["title"])).casefold()
            if key not in seen:
                seen.add(key)
                yield suggestion


def _in_sentence(page: Page, sentence: Sentence) -> Iterator[Suggestion]:
    text = _REFERENCE.sub("", sentence.text) if "#" in sentence.text else sentence.text
    if text.rstrip("\"')] ").endswith("?") and 8 < len(text) < 400 and _asks(text):
        quoted = re.search(r"[\"]([^\"]{8,200}\?)[\"]?\s*$", text)
        start = quoted.start(1) if quoted else _after_colon(text)
        if quoted and text[: quoted.start()].strip() and page.document.kind != "minutes" and not _CENTRAL.search(text):
            return
        number = (
            sentence.unit.number if sentence.unit.text.startswith(text[:20]) and "." not in sentence.unit.number else ""
        )
        span = (sentence.unit.start, sentence.span[1]) if number else sentence.shadow.span(start, len(text.rstrip()))
        confidence = 0.85 if sentence.unit.kind == "list_item" else 0.7
        yield suggest("question", [span], confidence, title=text[start:].strip(), number=number or None)
        return
    told = _TOLD.search(text) if len(text) < 600 else None
    if told and page.is_minutes:
        yield suggest(
            "question",
            [sentence.part(max(0, told.start("what") - 30) if told.start() > 120 else 0, told.end())],
            0.75,
            title=told["what"].strip(" ."),
        )
        return
    raised = _RAISED.search(text) if page.is_minutes else None
    if raised:
        yield suggest(
            "question",
            [sentence.part(*raised.span())],
            0.55,
            title=re.split(r"\ssamt\s", raised["what"])[0].strip(" ."),
        )


#: The number of an issue behind the question.
_REFERENCE = re.compile(r"\s+#\d{1,5}\s*$")
_ASKING = quick(
    r"^\w{3,}(?:as|es)\b|\b(?:hur|vad|vem|vilk\w+|när|varför|var|vart|hvordan|hva|hvad|hvem|hvilk\w+|hvornår|hvor"
    r"|hvorfor|når|how|what|who|which|when"
    r"|why|where|whether|ska|skall|kan|bör|är|har|finns|får|vill|skal|er|bør|må|vil|is|are|do|does|did|should|can"
    r"|could|would|will"
    r"|have|has|behöver|måste|räcker|gäller|blir|ble|bliver|trenger|skulle|går|kunne|kunna|stämmer|ingår|tar|ger"
    r"|gör|gjør|gør)\b",
    re.IGNORECASE,
)


def _asks(text: str) -> bool:
    """A few words with a question mark are a jotting ("English translation?") unless they ask with a verb."""
    return len(text.split()) > 6 or _ASKING.search(text) is not None


def _after_colon(text: str) -> int:
    """ "They discussed ownership: who is responsible ...?" asks only after the colon."""
    match = re.search(r":\s(?=\w)", text)
    return match.end() if match and len(text) - match.end() > 12 else 0
