"""Reports, films, podcasts and the like that the text names by title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.model import Suggestion
from docreader.text.names import PERSON, is_registered, person_score
from docreader.text.page import Page
from docreader.text.sentences import Sentence
from docreader.text.triggers import first_words

_TYPES = (
    ("videopodd", r"videopodd(?:en)?"),
    ("podd", r"podd(?:en|avsnitt(?:et)?)?|podcast(?:en|s)?|podkast(?:en)?|poddserie(?:n)?"),
    ("film", r"film(?:en)?|video(?:n|en)?|webb-?sändning(?:en)?|kortfilm(?:en)?"),
    (
        "rapport",
        (
            r"[\w-]{0,20}rapport(?:en|er)?|report|[\w-]{0,20}utvärdering(?:en)?|[\w-]{0,20}evaluering(?:en)?|evaluation"
            r"|[\w-]{0,20}analys(?:en)?|undersökning(?:en)?|undersøgelse[n]?|undersøkelse[n]?|studie[n]?|studien"
            r"|kartläggning(?:en)?"
            r"|[\w-]{0,20}utredning(?:en)?|study|betänkande[t]?|förstudie[n]?|white ?paper"
        ),
    ),
    (
        "bok",
        (
            r"bok(?:en)?|skrift(?:en)?|antologi(?:n)?|book|bog(?:en)?|handbok(?:en)?|håndbok(?:a|en)?"
            r"|håndbog(?:en)?|hefte[t]?|häfte[t]?|hæfte[t]?|vägledning(?:en)?|guide[n]?|veileder(?:en)?"
            r"|vejledning(?:en)?|broschyr(?:en)?|folder(?:n|en)?|pjece(?:n)?|brosjyre(?:n)?|brochure(?:n)?"
            r"|handledning(?:en)?"
        ),
    ),
    ("artikel", r"debattartikel(?:n)?|artikel(?:n)?|article|artikkel(?:en)?"),
)
_QUOTED = re.compile(
    r"\b(?:(?P<lead>sin|deras|vår|en|den|nya|the|their|a|sitt)\s)?(?P<type>"
    + "|".join(pattern for _, pattern in _TYPES)
    + r")(?:\s(?:från|fra|from)\s(?:[A-ZÅÄÖÆØ]\w+\s)?(?:19|20)\d\d)?\s?[:,]?\s?(?P<title>\"[^\"]{3,160}\")",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^(?P<type>videopodd(?:en)?|podd(?:en)?|podcast|podkast(?:en)?|film(?:en)?|video|webb-tv"
    r"|rapport(?:en)?|report|se filmen)\b[^:.]{0,40}:\s(?P<title>.{2,140})$",
    re.IGNORECASE,
)
_CITED = re.compile(r"\"(?P<title>[^\"]{3,140})\"(?=.{0,120}?(?:\((?P<year>(?:19|20)\d\d)\)|$))")
_YEARED = re.compile(
    r"\b(?P<type>"
    + "|".join(pattern for _, pattern in _TYPES)
    + r")\s(?P<title>[A-ZÅÄÖÆØ][^.,;:()\"]{4,90}?)\s\((?P<year>(?:19|20)\d\d)\)"
)
_AUTHORS = re.compile(
    rf"(?P<one>{PERSON})(?:\s(?:på|från|vid|of|at)\s[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?)?(?:\s(?:och|and"
    rf"|og)\s(?P<two>{PERSON}))?"
)

_PLAIN_TYPES = (
    r"foldern|folderen|pjecen|brosjyren|brochuren|häftet|hæftet|heftet|handledningen|utvärderingen"
    r"|evalueringen|analysen|podden|podcasten|lärobok|rapporten|boken|broschyren|broschyr|skriften|filmen|vägledningen"
    r"|handboken|report|rapport|bogen|veilederen|vejledningen|antologin|utredningen|förstudien"
)
_PLAIN_WORDS = first_words(_PLAIN_TYPES)
_PLAIN = re.compile(
    rf"\b(?P<type>{_PLAIN_TYPES})\s"
    r"(?P<title>(?-i:[A-ZÅÄÖÆØ])[^.,;:()\"]{4,90}?)"
    r"(?=\s(?:föreslås|visar|planeras|konstateras|beskriver|beskrivs|publiceras|publicerades|finns|är|ska"
    r"|som|har|kan|kommer|presenteras|lyfter|shows|is|will|er|viser|skal|vil)\b|[.,;(]|$)",
    re.IGNORECASE,
)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Titles in quotes after a word for the sort of work, and headings that begin with one; each once."""
    del found
    seen: set[str] = set()
    in_sentences = (item for sentence in page.sentences if len(sentence.text) < 900 for item in _named(page, sentence))
    for suggestion in (*_headings(page), *in_sentences):
        title = str(suggestion.fields["title"]).casefold()
        if title not in seen:
            seen.add(title)
            yield suggestion


def _headings(page: Page) -> Iterator[Suggestion]:
    """A heading like "Podcast: Title", with the paragraph below it."""
    for number, unit in enumerate(page.units):
        match = _HEADING.match(unit.text)
        if match is None or page.is_minutes:
            continue
        below = page.units[number + 1 : number + 3]
        date = next((d for u in (unit, *below) for d in page.find_dates(u.text) if d.iso and d.day), None)
        near = bool(below) and below[0].kind == "paragraph" and below[0].end - unit.start < 380
        span = (unit.start, below[0].end if near else unit.end)
        kind, day = _type(match["type"]), date.iso if date else None
        cited = _CITED.match(match["title"])
        if cited:
            # "Report: "Title" by A and B (2022)": the words behind the title say who wrote it and when.
            names = tuple(
                name for name in re.findall(PERSON, match["title"][cited.end() :]) if person_score(name) >= 0.5
            )
            day = cited["year"] or day
            yield suggest(
                "media",
                [(unit.start, unit.end)],
                0.82,
                title=cited["title"],
                media_type=kind,
                date=day,
                authors=names or None,
            )
            continue
        yield suggest("media", [span], 0.8, title=unit.text.strip(), media_type=kind, date=day)


def _named(page: Page, sentence: Sentence) -> Iterator[Suggestion]:
    """A word for the sort of work and its title: with the year in brackets, in quotes, or bare."""
    text = sentence.text
    for match in _QUOTED.finditer(text) if '"' in text else ():
        yield suggest(
            "media",
            [sentence.part(match.start(), match.end())],
            0.78,
            title=match["title"].strip('" '),
            media_type=_type(match["type"]),
            date=_day_after(page, text[match.end() :]),
            authors=_authors(text[: match.start()]),
        )
    for match in _YEARED.finditer(text) if "(" in text else ():
        kind = _type(match["type"])
        yield suggest(
            "media", [sentence.part(*match.span())], 0.75, title=match["title"], media_type=kind, date=match["year"]
        )
    plain = None if sentence.words.isdisjoint(_PLAIN_WORDS) else _PLAIN.search(text)
    if plain and " " in plain["title"] and person_score(plain["title"]) < 0.7 and not is_registered(plain["title"]):
        yield suggest(
            "media", [sentence.part(*plain.span())], 0.6, title=plain["title"], media_type=_type(plain["type"])
        )


def _day_after(page: Page, words: str) -> str | None:
    date = next((d for d in page.find_dates(words) if d.month or d.year), None)
    if date is not None and date.lacks_year and page.anchor:
        return date.after(page.anchor).iso
    return date.iso if date else None


def _type(word: str) -> str:
    return next((name for name, pattern in _TYPES if re.fullmatch(pattern, word, re.IGNORECASE)), "film")


def _authors(before: str) -> tuple[str, ...] | None:
    if not re.search(
        r"\b(?:med|skrev|skrivit|publicerade|presenterade|har|with|wrote|gav ut|i)\s?(?:redan )?$",
        before.rstrip(),
    ):
        return None
    names = [match for match in re.findall(PERSON, before) if person_score(match) >= 0.7]
    return tuple(dict.fromkeys(names)) or None
