"""The titles of agenda items: where they end, and what stands beside them that is no part of them."""

from __future__ import annotations

import itertools
import re

from docreader.facts.phrases import person_density, phrases
from docreader.text.names import is_given_name, person_score, role_score
from docreader.text.page import Page
from docreader.text.shadow import Shadow
from docreader.text.triggers import quick
from docreader.text.units import Unit, heading_shape
from docreader.text.words import words

TIME = re.compile(
    r"(?:kl\.?\s?)?(?P<h>[012]?\d)[.:](?P<m>[0-5]\d)(?:\s?[-–]\s?(?P<h2>[012]?\d)[.:]"
    r"(?P<m2>[0-5]\d))?\s*[-–:.]?\s+(?=[A-ZÅÄÖÆØ\"])"
)


_TRAILER = re.compile(
    r"\s*[-–:]?\s*(?:Föredragande|Ansvarig|Presenter|Speaker|Oppläsare|Innleder|Inleder|Inledare|Oplæg ved|Oplægsholder"
    r"|Saksbehandler|Sagsbehandler|Handläggare|v/)\s?:?\s.{0,120}$",
    re.IGNORECASE,
)


_BRACKET = re.compile(r"\s*\((?P<inside>[^()]{0,90})\)\s*$")


#: What a bracket behind the title tells of how the point is dealt with.
_TREATED = re.compile(
    r"(?:för |til |for )?(?:beslut\w*|information|info|diskussion\w*|disk|dialog|vedtak\w*|orientering\w*"
    r"|drøfting|drøftelse"
    r"|beslutning\w*|decision|discussion|rapport|bilaga?.{0,12}|vedlegg.{0,12}|bilag.{0,12}|annex.{0,8}|alla|alle|all"
    r"|(?:ca\.? )?\d{1,3} ?(?:min|minuter|minutter|minutes)?\.?|kl\.? ?[\d.:–-]{2,14}|\d{1,2}[.:]\d\d.{0,10})",
    re.IGNORECASE,
)


_CASE_NUMBER = quick(
    r"[\s,;–-]*\(?\b(?:[Dd]nr|[Dd]iarie(?:nr|nummer)|DNR|[Ss]agsnr|[Ss]aksnr|[Aa]rkivsak(?:snr)?|[Jj]ournalnr|J\.?nr"
    r"|[Ää]rendenr|Case no)\b\.?:?\s?[\w /.:-]{2,30}\)?$"
)


_RUN_IN_CASE = quick(
    r"\s\(?\b(?:[Dd]nr|[Dd]iarienr|[Ss]agsnr|[Ss]aksnr|[Aa]rkivsak)\b\.?:?\s?[A-Z]{0,5}\s?[\d][\w./:-]*\)?"
)


_SLIDE = quick(r"(?:slide|sidan|sida|bild|page|side|lysbilde)\s\d{1,3}\s?[:.–-]?\s(?=\S)", re.IGNORECASE)


def cut_title(body: Shadow, *, endless: bool = False) -> Shadow:
    """The title of a point whose text runs on in the same line: up to the word that begins its first sentence."""
    text = body.text
    case = _RUN_IN_CASE.search(text)
    if case and 4 < case.start() <= 90:
        return body.cut(0, case.start())
    if endless:
        return body.cut(0, _first_sentence(text))
    sentence = text.endswith(".") and len(text) > 40
    if len(text) <= 90 and not sentence and not re.search(r"[.!?]\s+[A-ZÅÄÖ]", text):
        return body
    stop = re.search(r"[.:!?](?:\s|$)|\s[-–]\s(?=[A-ZÅÄÖÆØ][a-zåäöæø]+ (?:presenter|redovis|inform))", text)
    first = text[: stop.start()] if stop else text
    if stop and len(first) <= 70 and heading_shape(first) and not _reads_as_sentence(first):
        return body.cut(0, stop.start())
    words = list(re.finditer(r"\S+", text[:160]))
    for previous, word in itertools.pairwise(words):
        starts = word[0][:1].isupper() and previous[0][-1:] not in '-–/(&"' and word.start() >= 6
        starts = starts and previous[0].casefold() not in _LEADS_ON
        if (
            starts
            and (len(word[0]) > 1)
            and not (previous[0][:1].isupper() and len(words) > 1 and previous.start() > 0)
        ) and person_score(text[previous.start() : word.end()]) < 0.7:
            return body.cut(0, word.start() - 1)
    return body


def is_endless(page: Page, unit: Unit) -> bool:
    """True for a piece of a document that came without line breaks."""
    before = page.flat[max(0, unit.start - 3) : unit.start]
    return bool(before) and "\n" not in before


def _first_sentence(text: str) -> int:
    """Where the title ends that runs on into its text: at the first capital that can begin a sentence."""
    written = list(re.finditer(r"\S+", text[:200]))
    for previous, word in itertools.pairwise(written):
        if previous[0][-1:] in ".:?!" and len(previous[0]) > 2 and previous.end() < 100:
            return previous.end()
        inside = previous[0].casefold() in _LEADS_ON or previous[0][-1:] in '-–/(&",'
        named = previous[0][:1].isupper() and previous.start() > 0 and not word[0].casefold().startswith("ordf")
        if word[0][:1].isupper() and len(word[0]) > 1 and not inside and not named and word.start() >= 4:
            return previous.end()
    return min(len(text), 120)


#: Words after which no sentence begins.
_LEADS_ON = words(
    "och og and samt med för for i på av af till til från fra om vid ved of the to in at on en ett et den det de"
    " a an mot"
    " under inför efter etter mellan mellem mellom kring rundt"
)


def _reads_as_sentence(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:är|var|har|hade|ska|kommer|den \d{1,2}|sammanträder|hålls|presenterade"
            r"|redovisade|informerade|berättade|hälsade"
            r"|er|var"
            r"|blev|ble|is|was|are|godkän\w+|godkjen\w+|godkend\w+|läggs|lades|fastställ\w+|noter\w+|tog|tok)\b",
            text,
        )
    )


def clock_of(body: Shadow) -> tuple[str | None, str | None, int]:
    match = TIME.match(body.text)
    if match is None:
        return None, None, 0
    begins = f"{int(match['h']):02}:{match['m']}"
    until = f"{int(match['h2']):02}:{match['m2']}" if match["h2"] else None
    return begins, until, match.end()


def bare_title(text: str) -> tuple[str, int]:
    """The title without presenter, brackets and closing punctuation; and where it ends."""
    slide = _SLIDE.match(text)
    if slide:
        title, end = bare_title(text[slide.end() :])
        return title, slide.end() + end
    for tail in (_CASE_NUMBER, _TRAILER, _BRACKET):
        trailer = tail.search(text)
        if trailer and trailer.start() > 2 and _says_who(trailer.groupdict().get("inside")):
            text = text[: trailer.start()]
    dash = re.search(r"\s[-–]\s(?P<who>[^–]{4,60})$", text)
    if dash and _says_who(dash["who"], dashed=True):
        text = text[: dash.start()]
    dash = re.search(r",\s(?P<who>[A-ZÅÄÖÆØ][\w-]+ [A-ZÅÄÖÆØ][\w-]+)$", text)
    if dash and person_score(dash["who"]) >= 0.85:
        text = text[: dash.start()]
    title = text.rstrip(" .:,;*_–-")
    return title, max(1, len(title))


def _says_who(words: str | None, *, dashed: bool = False) -> bool:
    """True for what is no part of a title: who presents, or how the point is dealt with."""
    if words is None:
        return True
    if _TREATED.fullmatch(words.strip()):
        return not dashed
    first = next(iter(phrases(words)), None)
    if first is None:
        return False
    begins = words.lstrip().startswith(first.text[:1])
    named = first.sort == "person" and (is_given_name(first.text.split()[0]) or person_score(first.text) >= 0.8)
    alone = not dashed and is_given_name(first.text) and first.text[0].isupper()
    titled = role_score(first.text) >= 0.85 and not dashed and first.text[0].islower() and len(words) < 40
    return begins and (named or alone or titled or (not dashed and person_density([words]) > 0.5))
