"""Reports, films, podcasts and the like that the text names by title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.facts.media_words import ANY, type_of
from docreader.facts.organisations import looks_like_organisation
from docreader.model import Suggestion
from docreader.text.names import PERSON, is_registered, person_score
from docreader.text.page import Page
from docreader.text.placed import placed
from docreader.text.sentences import Sentence, sentences_of
from docreader.text.triggers import quick
from docreader.text.units import Unit

_NUMBER = r"(?:\s(?:19|20)\d\d[:/]\d{1,3})?"
_QUOTED = quick(
    rf"\b(?:(?:sin|deras|vår|en|den|nya|the|their|a|sitt)\s)?(?P<type>{ANY}){_NUMBER}"
    r"(?:\s(?:från|fra|from|om|av|af|by|for|för|til|till|i)\s[^,.:;\"]{3,50}?)?"
    r"(?:\s(?:med (?:titeln|tittelen|namnet|rubriken)|kallad|som heter|kalt|kaldet|titled|entitled|called))?"
    r"(?:,\s(?:[\w-]+\s){0,2})?\s?[:,]?\s?(?P<title>\"[^\"]{3,160}\")",
    re.IGNORECASE,
)
#: A title in quotes or italics first and the word for it afterwards.
_TYPED_AFTER = re.compile(
    rf"(?P<title>\"[^\"]{{3,160}}\"),\s(?:(?:en|ett|et|a|an|ny|nytt|årets)\s)?(?:[\w-]+\s)??(?P<type>{ANY})\b",
    re.IGNORECASE,
)
_NAMED_FIRST = re.compile(
    rf"(?P<title>\"[^\"]{{3,160}}\"),?\s(?:är|er|is|heter|hedder)\s(?:titeln på|namnet på|titlen på"
    rf"|the title of)?\s?(?:[\w-]+\s){{0,3}}?(?P<type>{ANY})\b",
    re.IGNORECASE,
)
#: The sort stands inside the title: "Kameraövervakning av vilt – en vägledning".
_TYPED_INSIDE = re.compile(
    rf"(?P<title>\"[^\"]{{3,120}}?\s[–-]\s(?:(?:en|ett|et|a|an)\s)?(?:[\w-]+\s)?(?P<type>{ANY})\")", re.IGNORECASE
)
#: A label instead of the sort: "Anbefalt lesning: ..." is a book.
_READ = re.compile(
    r"\b(?P<type>lästips|boktips|läsning|anbefalt lesning|lesetips|læsetips|anbefalet læsning|recommended reading"
    r"|further reading|litteratur)\s?:\s?(?P<title>\"[^\"]{3,160}\")",
    re.IGNORECASE,
)
_LINE = quick(
    rf"^(?:(?:läs|se|lyssna på|ladda ner|ladda ned|hämta|les|last ned|læs|hent|read|download|watch|listen to|ny|nytt"
    rf"|new)(?:\s(?:mer i|også|även))?\s)?"
    rf"(?P<type>{ANY})(?:(?P<gap>{_NUMBER}\b[^:.,\"]{{0,40}}?)(?:\s?:\s|\s[–-]\s|\s(?=\"))|\s(?:19"
    rf"|20)\d\d[:/]\d{{1,3}}\s(?=[A-ZÅÄÖÆØ]))"
    r"(?P<title>.{2,170})$",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*\((?P<inner>[^()]{2,110})\)\s*[.,]?\s*$")
_CITED = re.compile(r"^\"(?P<title>[^\"]{3,140})\"(?P<rest>.{0,160})$")
_YEARED = placed(
    rf"\b(?P<type>(?i:{ANY}))\s(?P<title>[A-ZÅÄÖÆØ][^;:()\"]{{4,110}}?)\s\((?P<inner>[^()]{{0,40}}?(?:19"
    rf"|20)\d\d(?:[:/]\d+)?[^()]{{0,20}})\)"
)
#: "Housing by algorithm (Agency report 2024:3)"
_SOURCED = quick(
    rf"^(?P<title>[A-ZÅÄÖÆØ][^()\"]{{4,130}}?)\s\((?P<inner>[^()]{{0,50}}?\b(?P<type>{ANY})\b[^()]{{0,40}})\)\.?$",
    re.IGNORECASE,
)
_BY = re.compile(r"\s(?:av|af|by|skriven av|skrevet av|forfattet av|written by)\s(?P<who>[A-ZÅÄÖÆØ][^.;()]{3,120})")
_BEFORE = re.compile(
    r"\b(?:med|skrev|skrivit|publicerade|presenterade|har|with|wrote|gav ut|i|arbetade med|höll på med|slutfører"
    r"|udgav|utga|skriver)\s?"
    r"(?:redan |sin |sitt |deras |just då |the |his |her |their )?$"
)
_PLAIN = placed(
    rf"\b(?P<type>{ANY})\s[*_]{{0,2}}"
    r"(?P<title>(?-i:[A-ZÅÄÖÆØ])[^.,;:()\"*_]{4,110}?)"
    r"(?=\s(?:föreslås|visar|planeras|konstateras|beskriver|beskrivs|publiceras|publicerades|finns|är|ska|som|har|kan"
    r"|kommer"
    r"|presenteras|lyfter|lanseras|släpps|gavs|ges|handlar|gick|fick|shows|is|will|was|has|er|viser|skal|vil|handler"
    r"|ble|blev|udkom"
    r"|kom|går|ligger|nämner|pekar|och|og|and|(?:av|af|by)(?=\s(?-i:[A-ZÅÄÖÆØ])))\b|[.,;(*_]|$)",
    re.IGNORECASE,
)
#: "a teacher's guide, The Forest in the Classroom, together with ..."
_BETWEEN_COMMAS = placed(rf"\b(?P<type>{ANY}),\s(?P<title>(?-i:[A-ZÅÄÖÆØ])[^.,;:()\"]{{4,80}}),\s", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"(?:från|fra|from|om|av|af|by|for|för|to|till|til|den|det|the|i|på|in|nr|no|publicera|lämnas|\d|mer om|läs|se\b"
    r"|vi\b|här|her|kommer"
    r"|finns|om hur|about|and|och|og|with|med|is|are|er|är|that|at|att)\b",
    re.IGNORECASE,
)
#: Sorts whose bare word before a capital is more often something else.
_WEAK = frozenset(
    (
        "presentation",
        "karta",
        "nyhetsbrev",
        "faktablad",
        "utställning",
        "webbsändning",
        "artikel",
        "promemoria",
        "video",
    )
)
_DEFINITE = quick(r"(?:en|et|on|ern|eln|rian|boka|boken|bogen|erna|ene)$")
#: "Jordbruksverkets rapport Utsäde i kris": whose it is takes the place of the definite form.
_OWNED = re.compile(r"[A-ZÅÄÖÆØ][\w-]*(?:s|:s|')\s(?:nya |nye |new |senaste |seneste |siste )?$")
_PART = quick(
    r"\b(?:läs (?:också|även|mer|även)|les også|læs også|related|relaterat|relaterede|relaterte)\b", re.IGNORECASE
)


#: In italics: "Boka *Fjorden som kjeller* av ...".
_EMPHASISED = placed(rf"\b(?P<type>{ANY})\s(?P<title>[*_]{{1,2}}[A-ZÅÄÖÆØ][^*_\"]{{2,120}}[*_]{{1,2}})", re.IGNORECASE)
_QUOTES = re.compile(r"[\"*_]")
_IN_QUOTES = (_EMPHASISED, _QUOTED, _NAMED_FIRST, _TYPED_AFTER, _TYPED_INSIDE, _READ)
#: All of them hold a word for the sort of work, or the label.
_SORT = quick(rf"{ANY}|{_READ.pattern}", re.IGNORECASE)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Titles in quotes after a word for the sort of work, and lines that begin with one; each once."""
    seen: set[str] = set()
    sentences = (s for s in page.sentences if len(s.text) < 900 and _SORT.may_match(s.text))
    in_sentences = (item for sentence in sentences for item in _named(page, sentence))
    headings = (
        item for unit in page.units if unit.kind == "heading" for s in sentences_of(unit) for item in _named(page, s)
    )
    for suggestion in (*_lines(page, found), *in_sentences, *headings):
        title = re.sub(r"\W+", "", str(suggestion.fields["title"])).casefold()
        if title not in seen and not any(title and (title in other) for other in seen):
            seen.add(title)
            yield suggestion


def _lines(page: Page, found: Found) -> Iterator[Suggestion]:
    """A line or heading like "Podcast: Title", "Title (Agency report 2024:3)"."""
    if page.is_minutes:
        return
    for number, unit in enumerate(page.units):
        if len(unit.text) > 260 or unit.kind == "table_row" or not _SORT.may_match(unit.text):
            continue
        if found.covers((unit.start, unit.end), "objective", "area", "agenda_item", "question"):
            continue
        yield from _line(page, unit, page.units[number + 1 : number + 3])


def _from_source(unit: Unit) -> Suggestion | None:
    """ "Housing by algorithm (Agency report 2024:3)" """
    sourced = _SOURCED.match(unit.text)
    if sourced is None or _DEFINITE.search(sourced["type"]) or unit.text.rstrip().endswith("."):
        return None
    year = re.search(r"(?:19|20)\d\d", sourced["inner"])
    return suggest(
        "media",
        [(unit.start, unit.end)],
        0.85,
        title=sourced["title"],
        media_type=type_of(sourced["type"]),
        date=year[0] if year else None,
        authors=_authors_in(sourced["inner"].split(sourced["type"])[0]),
    )


def _line(page: Page, unit: Unit, below: tuple[Unit, ...]) -> Iterator[Suggestion]:
    sourced = _from_source(unit)
    if sourced is not None:
        yield sourced
        return
    match = _LINE.match(unit.text)
    if match is None or (unit.text.endswith(".") and unit.text.count(". ")):
        return
    kind, words = type_of(match["type"]), match["title"].strip()
    gap = (match["gap"] or "").strip()
    dates = page.find_dates(words)
    if (gap and not gap[0].isdigit() and not _DEFINITE.search(match["type"])) or (dates and dates[0].start < 3):
        return
    tail = _TAIL.search(words)
    inner = tail["inner"] if tail else ""
    cited = _CITED.match(words)
    title = cited["title"] if cited else words[: tail.start()] if tail else words
    rest = cited["rest"] if cited else inner
    by = _BY.search(rest) or (_BY.search(title) if not cited else None)
    title = title[: by.start()] if by and not cited else title
    whole = (gap and not gap[0].isdigit()) or (
        _DEFINITE.search(match["type"]) and kind in ("podd", "videopodd") and not cited
    )
    title = unit.text[: match.start("title")] + title if whole else title
    dated = [d for d in page.find_dates(rest) if d.iso] or [
        d for u in (unit, *below) for d in page.find_dates(u.text) if d.iso and d.day and u.kind != "heading"
    ]
    near = bool(below) and unit.kind == "heading" and below[0].kind == "paragraph" and below[0].end - unit.start < 380
    yield suggest(
        "media",
        [(unit.start, below[0].end if near else unit.end)],
        0.85,
        title=title.strip(' ".,'),
        media_type=kind,
        date=dated[0].iso if dated else None,
        authors=_authors_in(by["who"] if by else rest),
    )


def _named(page: Page, sentence: Sentence) -> Iterator[Suggestion]:
    """A word for the sort of work and its title: with the year in brackets, in quotes, or bare."""
    text = sentence.text
    quoted = [match for pattern in _IN_QUOTES for match in pattern.finditer(text)] if _QUOTES.search(text) else []
    for match in quoted:
        after = text[match.end() :]
        yield suggest(
            "media",
            [sentence.part(match.start(), match.end())],
            0.82,
            title=match["title"].strip('"*_ '),
            media_type="bok" if match.re is _READ else type_of(match["type"]),
            date=_day_after(page, after),
            authors=_authors(text[: match.start()]) or _authors_after(after),
        )
    for match in _YEARED.finditer(text) if "(" in text else ():
        if _NO_TITLE.match(match["title"]):
            continue
        year = re.search(r"(?:19|20)\d\d", match["inner"])
        yield suggest(
            "media",
            [sentence.part(*match.span())],
            0.78,
            title=match["title"],
            media_type=type_of(match["type"]),
            date=year[0] if year else None,
        )
    bare = _bare(sentence) if not quoted else None
    if bare is not None:
        yield bare


def _bare(sentence: Sentence) -> Suggestion | None:
    """A title without quotes: between commas, or in capitals behind the word."""
    text = sentence.text
    between = _BETWEEN_COMMAS.search(text) if ", " in text else None
    if between is not None and " " in between["title"] and _is_title(between["title"]):
        span, sort = sentence.part(*between.span()), type_of(between["type"])
        return suggest("media", [span], 0.6, title=between["title"], media_type=sort)
    plain = _PLAIN.search(text)
    if plain is None or _NO_TITLE.match(plain["title"]) or " " not in plain["title"]:
        return None
    weak = type_of(plain["type"]) in _WEAK and not (
        _DEFINITE.search(plain["type"]) and type_of(plain["type"]) == "promemoria"
    )
    definite = _DEFINITE.search(plain["type"]) or _OWNED.search(text, 0, plain.start())
    if weak or not definite or not _is_title(plain["title"]):
        return None
    sort = type_of(plain["type"])
    return suggest("media", [sentence.part(*plain.span())], 0.6, title=plain["title"], media_type=sort)


def _is_title(words: str) -> bool:
    return person_score(words) < 0.7 and not is_registered(words) and not looks_like_name(words)


def looks_like_name(words: str) -> bool:
    """An organisation whose report it is: every word with a capital."""
    return all(word[0].isupper() for word in words.split()) and looks_like_organisation(words)


def _day_after(page: Page, words: str) -> str | None:
    date = next((d for d in page.find_dates(words[:120]) if d.month or d.year), None)
    if date is not None and date.lacks_year and page.anchor:
        return date.before(page.anchor).iso
    return date.iso if date else None


def _authors(before: str) -> tuple[str, ...] | None:
    if not _BEFORE.search(before.rstrip() + " "):
        return None
    names = [match for match in re.findall(PERSON, before) if person_score(match) >= 0.7]
    return tuple(dict.fromkeys(names)) or None


def _authors_after(after: str) -> tuple[str, ...] | None:
    """ "… by A and B", "(A and B, 2016)"."""
    match = re.match(r"\s?\((?P<who>[^()]{4,120})\)", after) or _BY.match(after[:160])
    return _authors_in(match["who"]) if match else None


def _authors_in(words: str) -> tuple[str, ...] | None:
    people = [match for match in re.findall(PERSON, words) if person_score(match) >= 0.5]
    if people:
        return tuple(dict.fromkeys(people))
    parts = [part.strip() for part in re.split(r",\s|\s(?:och|og|and)\s", words)]
    named = [
        part for part in parts if part[:1].isupper() and looks_like_organisation(part) and not re.search(r"\d", part)
    ]
    return tuple(named[:3]) or None
