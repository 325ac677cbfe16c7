"""Strategies and programmes, and their areas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.areas import areas
from docreader.facts.found import Found, suggest
from docreader.facts.plan_words import DEFINITE, NAMED, OFFICIAL, PLAN, TITLED, WHOLE, counts_in, place_of
from docreader.facts.programmes import named_programmes, programme
from docreader.model import Note, Span, Suggestion
from docreader.text.page import Page
from docreader.text.triggers import quick, stems_of

_SUBJECT = quick(
    rf"(?P<title>(?:\b(?:[Dd]en|[Dd]et|[Tt]he"
    rf"|[Ee]n)\s)?(?:[\w&-]{{2,24}}\s){{0,5}}{PLAN}(?: för [\w -]{{3,60}}?| for [\w -]{{3,60}}?)?)"
    r"(?P<rel>,?\s(?:som|which|that)\s)?,?\s?(?P<verb>antogs|beslutades|fastställdes|omfattar|innehåller"
    r"|består av|har|gäller|sträcker sig|lanserades|presenterades|inneholder|omfatter|består av|gjelder"
    r"|gælder|has|contains|covers|comprises|includes|consists of|was adopted|runs)\b"
)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """The strategy that the page is about (or, in an article, describes), then the areas."""
    if page.is_minutes:
        return
    best = next(
        (item for item in (_from_title(page), _from_sentence(page, found), programme(page), _told(page)) if item), None
    )
    if best is not None:
        yield best
    yield from named_programmes(page)
    yield from areas(page, found)


def _from_title(page: Page) -> Suggestion | None:
    """ "The X strategy: area" and "Översikt insatser" with the strategy named just below."""
    title = page.document.title
    head = re.split(r":\s|\s[–|-]\s", title)[0]
    if not re.search(PLAN, head, re.IGNORECASE) or page.document.kind == "article":
        return None
    name = re.sub(r"^(?:Om|About|Läs om)\s", "", head).strip()
    span = place_of(page, name)
    if span is None:
        return None
    counts, notes, spans = _details(page, name)
    return suggest("strategy", [span, *spans], 0.88, notes, title=name, **counts)


_IT = quick(
    r"(?:Den|Det|It|They|Planen|Strategin|Strategien)\s(?:omfattar|innehåller|består|har|omfatter|inneholder|has|covers"
    r"|contains|gäller|gjelder|gælder|runs|applies)\b"
)


def _details(page: Page, name: str) -> tuple[dict[str, int | str | None], list[Note], list[Span]]:
    """Numbers of areas and objectives, and years, from the first sentences that speak of the strategy."""
    del name
    values: dict[str, int | str | None] = {}
    spans: list[Span] = []
    for sentence in page.sentences[:25]:
        about = re.search(PLAN, sentence.text, re.IGNORECASE) or (spans and _IT.match(sentence.text))
        if not about or len(sentence.text) > 500:
            continue
        fresh = counts_in(sentence.text) | _years(page, sentence.text)
        fresh = {key: value for key, value in fresh.items() if key not in values and value is not None}
        if fresh and sum(e - s for s, e in spans) < 200:
            values |= fresh
            spans.append(sentence.span)
    return values, [], spans


def _years(page: Page, text: str) -> dict[str, int | str | None]:
    values: dict[str, int | str | None] = {}
    for date in page.find_dates(text):
        before = text[: date.start][-40:]
        if date.last is not None and date.day is None:
            return values | {"start": date.iso, "end": date.last_iso}
        if _UNTIL.search(before):
            values.setdefault("end", date.iso)
        elif _ADOPTED.search(before):
            values.setdefault("date", date.iso)
    return values


_UNTIL = re.compile(
    r"(?:till och med|t\.?o\.?m|fram till|until|to the end of|til og med|frem til|gäller till|through)[^,.]{0,12}$",
    re.IGNORECASE,
)
_SUBJECT_STEMS = stems_of(_SUBJECT)
_ADOPTED = quick(r"antogs|beslutad|antagen|fastställ|adopted|vedtatt|vedtaget", re.IGNORECASE)


_BARE_NAME = quick(
    r"(?:(?:den|det|the|vår|deres)\s)?(?:nationella |nya )?(?:strategin|strategien|planen|handlingsplanen|programmet"
    r"|strategy|action plan)",
    re.IGNORECASE,
)


def _from_sentence(page: Page, found: Found) -> Suggestion | None:
    """A sentence whose subject is the strategy and that says how it is built or when it was decided."""
    del found
    for sentence in page.sentences_with(*_SUBJECT_STEMS):
        text = sentence.text
        match = _SUBJECT.search(text) if len(text) < 600 else None
        if match is None:
            continue
        values = counts_in(text[match.start() :]) | _years(page, text)
        telling = {key: value for key, value in values.items() if value is not None}
        if not telling and page.document.kind != "strategy_page":
            continue
        name = _definite(_noun_phrase(match["title"].strip()), relative=bool(match["rel"]))
        name = _named_elsewhere(page, name)
        if _BARE_NAME.fullmatch(name):
            official = _mentioned(page)
            name = str(official.fields["title"]) if official is not None else name
        name = re.sub(r"^(?:och|som|att|i|av|inom|med|på|är|den gemensamma|och den)\s", "", name)
        return suggest(
            "strategy",
            [sentence.part(match.start(), min(len(text), match.start() + 360))],
            0.8,
            title=name[0].upper() + name[1:],
            **telling,
        )
    return _mentioned(page) if page.document.kind == "strategy_page" else None


def _told(page: Page) -> Suggestion | None:
    """On other pages: the first strategy that the text names by its title or as a definite thing of its own."""
    for pattern in (OFFICIAL, TITLED, DEFINITE):
        for sentence in page.sentences:
            match = pattern.search(sentence.text) if len(sentence.text) < 600 else None
            if match is None:
                continue
            name = _whole(match) if pattern is DEFINITE else match["title"]
            if name is None:
                continue
            telling = counts_in(sentence.text[match.start() :]) | _years(page, sentence.text)
            fields = {key: value for key, value in telling.items() if value is not None}
            return suggest("strategy", [sentence.part(*match.span())], 0.7, title=name[0].upper() + name[1:], **fields)
    return None


def _whole(match: re.Match[str]) -> str | None:
    """ "regeringens klimathandlingsplan" is the klimathandlingsplan; a bare "the strategy" names nothing."""
    noun, kind = match["noun"], match["kind"]
    bare = re.fullmatch(r"(?:strategi\w*|strategy|handlingsplan\w*|handleplan\w*|färdplan\w*|åtgärdsplan\w*)", noun)
    if bare and not kind.strip():
        return None
    if match["whose"] and not kind:
        return noun + ("n" if noun.endswith("i") else "en" if noun.endswith("plan") else "")
    return f"{match['den'] or match['whose']} {kind}{noun}{match['tail'] or '' if bare else ''}"


def _mentioned(page: Page) -> Suggestion | None:
    """The strategy that a page of measures belongs to, named in passing near the top."""
    opening = [unit for unit in page.units[:14] if len(unit.text) < 900]
    for pattern in (WHOLE, OFFICIAL, TITLED, NAMED):
        for unit in opening:
            match = pattern.search(unit.text)
            if match is None:
                continue
            name = match["title"].strip()
            fields = counts_in(unit.text) | _years(page, unit.text)
            telling = {key: value for key, value in fields.items() if value is not None}
            name = name[0].upper() + name[1:]
            return suggest("strategy", [unit.body.span(*match.span("title"))], 0.75, title=name, **telling)
    return None


def _noun_phrase(words: str) -> str:
    """The noun phrase at the end: from its last article or genitive on."""
    starts = [
        m.start()
        for m in re.finditer(
            r"\b(?:den|det|the|kommunens|regionens|regeringens|kommunes|regjeringens|landets"
            r"|[A-ZÅÄÖÆØ][\w-]+s)\s",
            words,
        )
    ]
    if starts:
        return words[starts[-1] :]
    parts = re.split(r"\b(?:är|er|och|og|and|av|af|is|som|i|inom|till|med|en del)\s", words)
    return parts[-1] or words


def _named_elsewhere(page: Page, name: str) -> str:
    """ "The strategy" by itself is the strategy that the page names in full somewhere."""
    if not re.fullmatch(
        r"(?:(?:den|the|vår|deres)\s)?(?:strategin|strategien|planen|handlingsplanen|programmet|strategy"
        r"|strategi|action plan|plan)",
        name,
        re.IGNORECASE,
    ):
        return name
    match = re.search(r"\b[A-ZÅÄÖÆØ]?[\w-]{3,30}strateg(?:in|ien|i)\b|\b(?:[A-Z][a-z]+ ){1,4}[Ss]trategy\b", page.flat)
    return match[0] if match else name


def _definite(name: str, *, relative: bool) -> str:
    """ "den regionala energiplan som antogs" speaks of "den regionala energiplanen"."""
    if not relative or not re.match(r"(?:den|det)\s", name, re.IGNORECASE):
        return name
    if name.endswith("i"):
        return name + "n"
    return name + "en" if re.search(r"plan$", name) else name
