"""Strategies and programmes, and their areas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.model import Note, Span, Suggestion, note
from docreader.text.dates import find_dates
from docreader.text.numbers import NUMBER_WORD, number_of
from docreader.text.page import Page
from docreader.text.units import Unit

_PLAN = (
    r"[\w-]{0,40}(?:strateg(?:i|in|ien|ier|y)|handlingsplan(?:en)?|färdplan(?:en)?|åtgärdsplan(?:en)?"
    r"|action plan|roadmap|handlingsprogram(?:met)?|handleplan(?:en)?|handlingsplan(?:en)?|"
    r"energiplan(?:en)?|utvecklingsplan(?:en)?|biblioteksplan(?:en)?|kli?mat?plan(?:en)?|klimaplan(?:en)?"
    r"|målbild(?:en)?|programplan(?:en)?)"
)
_SUBJECT = re.compile(
    rf"(?P<title>(?:\b(?:[Dd]en|[Dd]et|[Tt]he"
    rf"|[Ee]n)\s)?(?:[\w&-]{{2,24}}\s){{0,5}}{_PLAN}(?: för [\w -]{{3,60}}?| for [\w -]{{3,60}}?)?)"
    r"(?P<rel>,?\s(?:som|which|that)\s)?,?\s?(?P<verb>antogs|beslutades|fastställdes|omfattar|innehåller"
    r"|består av|har|gäller|sträcker sig|lanserades|presenterades|inneholder|omfatter|består av|gjelder"
    r"|gælder|has|contains|covers|comprises|includes|consists of|was adopted|runs)\b"
)
_PROGRAMME = re.compile(
    r"\w*(?:program(?:met|me|mmet)?|stafett(?:en)?|satsning(?:en)?|initiativ(?:et)?|partnerskap(?:et)?"
    r"|lyft(?:et)?|projekt(?:et)?|stafet(?:ten)?|løft(?:et)?|satsing(?:en)?|indsats(?:en)?)\b",
    re.IGNORECASE,
)
_AREA = re.compile(
    rf"\W{{0,4}}(?:[\w :,-]{{0,60}}?\b)?(?:prioriterat |prioriterade |strategiskt |priority |focus "
    rf"|thematic )?(?:insats|fokus|prioritets|mål|delmål|innsats|indsats|temaområde|satsnings)?(?:områden?"
    rf"|area|pelare|spår|pillar|track)\s(?P<number>\d{{1,2}}"
    rf"|{NUMBER_WORD})\b\s?[.:–-]?\s*(?P<title>[A-ZÅÄÖÆØ].{{2,140}})?",
    re.IGNORECASE,
)
_AREAS = re.compile(
    rf"\b(?P<n>\d{{1,3}}|{NUMBER_WORD})\s(?:[\w-]{{0,24}}\s){{0,2}}?(?P<what>[\w-]*(?:områden|områder"
    rf"|omraader|temaer|teman|themes|areas|pelare|pillars|spår))\b",
    re.IGNORECASE,
)
_GOALS = re.compile(
    rf"\b(?P<n>\d{{1,3}}|{NUMBER_WORD})\s(?:[\w-]{{0,24}}\s){{0,2}}?(?P<what>[\w-]*(?:mål|punkter"
    rf"|målsättningar|delmål|objectives|goals|målsetninger|målsætninger))\b",
    re.IGNORECASE,
)
_OWNER = re.compile(r"\b(?:för|inom|av|hos|på|driver|by|of|for)\s(?P<owner>[A-ZÅÄÖÆØ][\w-]*[A-ZÅÄÖ]?[\w-]*)(?::s|s)?\b")


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """The strategy that the page is about (or, in an article, describes), then the areas."""
    if page.is_minutes:
        return
    best = next((item for item in (_from_title(page), _from_sentence(page, found), _programme(page)) if item), None)
    if best is not None:
        yield best
    yield from _areas(page, found)


def _from_title(page: Page) -> Suggestion | None:
    """ "The X strategy: area" and "Översikt insatser" with the strategy named just below."""
    title = page.document.title
    head = re.split(r":\s|\s[–|-]\s", title)[0]
    if not re.search(_PLAN, head, re.IGNORECASE) or page.document.kind == "article":
        return None
    name = re.sub(r"^(?:Om|About|Läs om)\s", "", head).strip()
    span = _place_of(page, name)
    if span is None:
        return None
    counts, notes, spans = _details(page, name)
    return suggest("strategy", [span, *spans], 0.88, notes, title=name, **counts)


def _place_of(page: Page, words: str) -> Span | None:
    at = page.flat.find(words)
    if at < 0:
        at = page.text.find(words)
    return (at, at + len(words)) if at >= 0 else None


_IT = re.compile(
    r"(?:Den|Det|It|They|Planen|Strategin|Strategien)\s(?:omfattar|innehåller|består|har|omfatter|inneholder|has|covers"
    r"|contains|gäller|gjelder|gælder|runs|applies)\b"
)


def _details(page: Page, name: str) -> tuple[dict[str, int | str | None], list[Note], list[Span]]:
    """Numbers of areas and objectives, and years, from the first sentences that speak of the strategy."""
    del name
    values: dict[str, int | str | None] = {}
    spans: list[Span] = []
    for sentence in page.sentences[:25]:
        about = re.search(_PLAN, sentence.text, re.IGNORECASE) or (spans and _IT.match(sentence.text))
        if not about or len(sentence.text) > 500:
            continue
        fresh = _counts(sentence.text) | _years(page, sentence.text)
        fresh = {key: value for key, value in fresh.items() if key not in values and value is not None}
        if fresh and sum(e - s for s, e in spans) < 200:
            values |= fresh
            spans.append(sentence.span)
    return values, [], spans


def _counts(text: str) -> dict[str, int | str | None]:
    areas, goals = _AREAS.search(text), _GOALS.search(text)
    return {
        "areas_count": number_of(areas["n"]) if areas else None,
        "objectives_count": number_of(goals["n"]) if goals else None,
    }


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
_ADOPTED = re.compile(r"antogs|beslutad|antagen|fastställ|adopted|vedtatt|vedtaget", re.IGNORECASE)


def _from_sentence(page: Page, found: Found) -> Suggestion | None:
    """A sentence whose subject is the strategy and that says how it is built or when it was decided."""
    del found
    for sentence in page.sentences:
        text = sentence.text
        match = _SUBJECT.search(text) if len(text) < 600 else None
        if match is None:
            continue
        values = _counts(text[match.start() :]) | _years(page, text)
        telling = {key: value for key, value in values.items() if value is not None}
        if not telling and page.document.kind != "strategy_page":
            continue
        name = _definite(_noun_phrase(match["title"].strip()), relative=bool(match["rel"]))
        name = _named_elsewhere(page, name)
        name = re.sub(r"^(?:och|som|att|i|av|inom|med|på|är|den gemensamma|och den)\s", "", name)
        return suggest(
            "strategy",
            [sentence.part(match.start(), min(len(text), match.start() + 360))],
            0.8,
            title=name[0].upper() + name[1:],
            **telling,
        )
    for unit in page.units[:8]:
        match = re.search(rf"\binom\s(?P<title>(?:den\s)?(?:[\w-]{{3,24}}\s){{0,3}}{_PLAN})\b", unit.text)
        if match and page.document.kind == "strategy_page":
            return suggest(
                "strategy",
                [unit.body.span(*match.span("title"))],
                0.7,
                title=match["title"],
                **{k: v for k, v in (_counts(unit.text) | _years(page, unit.text)).items() if v is not None},
            )
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


def _programme(page: Page) -> Suggestion | None:
    """A programme page is about what its title names."""
    title = re.split(r":\s|\s[|–]\s", page.document.title)[0].strip()
    if page.document.kind != "programme_page" and not (
        page.document.kind == "strategy_page" and _PROGRAMME.search(title)
    ):
        return None
    name = re.sub(r",?\s(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?$", "", title)
    span = _place_of(page, name)
    if span is None:
        return None
    said = next((sentence.span for sentence in page.sentences[:30] if name in sentence.text), None)
    spans: list[Span] = [span, said] if said is not None and said[1] - said[0] < 300 else [span]
    fields: dict[str, str | int | None] = {}
    for unit in page.units[:40]:
        mention = name.split()[-1][:8] in unit.text or _PROGRAMME.search(unit.text)
        for date in page.find_dates(unit.text) if mention and len(unit.text) < 600 else ():
            near = unit.text[max(0, date.start - 60) : date.start]
            if date.last is not None and date.day is None and date.month is None and "start" not in fields:
                fields |= {"start": date.iso, "end": date.last_iso}
                spans.append(unit.body.span(date.start, date.end))
            elif (
                re.search(r"till och med|fram till|pågår till|until|frem til|til og med", near)
                and "end" not in fields
                and date.iso
            ):
                fields["end"] = date.iso[:4]
                spans.append(unit.body.span(max(0, date.start - 30), date.end))
    fields |= {key: value for key, value in _course(page).items() if key not in fields}
    for sentence in page.sentences[:6] if "owner" not in fields else ():
        owner = _OWNER.search(sentence.text)
        if owner and owner["owner"].isupper() and len(owner["owner"]) > 1:
            fields["owner"] = owner["owner"]
            spans.append(sentence.shadow.span(*owner.span("owner")))
            break
    return suggest("programme", spans[:4], 0.85, title=name, **fields)


_BEGAN = re.compile(
    r"\b(?:was launched|launched|started|startade|startades|inleddes|lanserades|startet|starter|startede|begyndte"
    r"|blev lanceret"
    r"|ble lansert|ble startet|begynte|began|initierades|drogs i gång)\b(?:\s(?:av|af|by)\s(?:the )?"
    r"(?P<by>[A-ZÅÄÖÆØ][\w-]+(?: (?:[A-ZÅÄÖÆØ]|för|of|for|och|i)[\w-]*){0,5}))?",
)
_ENDS = re.compile(
    r"\b(?:runs? (?:until|to|through)|ends?|avslutas|avsluttes|afsluttes|slutter|pågår (?:till|t\.o\.m\.)"
    r"|löper till|varer til"
    r"|varar till|lasts until|løper til|løber til)\b",
)
_LEADS = re.compile(
    r"^(?P<who>[A-ZÅÄÖÆØ][\w-]*(?: [\w-]+){0,4}?)\s(?:leder|samordnar|driver|koordinerar|koordinerer|leads"
    r"|coordinates|runs"
    r"|ansvarar för|har ansvaret för|er ansvarlig for)\s(?:arbetet|arbeidet|arbejdet|programmet|projektet|prosjektet"
    r"|satsningen|satsingen|the (?:work|programme|project))\b"
)


def _course(page: Page) -> dict[str, str]:
    """When a programme began and ends, and whose it is, from the sentences that say so."""
    fields: dict[str, str] = {}
    for sentence in page.sentences[:40]:
        text = sentence.text
        began, ends, leads = _BEGAN.search(text), _ENDS.search(text), _LEADS.match(text)
        for word, key in ((began, "start"), (ends, "end")):
            date = next((d for d in page.find_dates(text) if word and 0 <= d.start - word.end() < 60 and d.iso), None)
            if date is not None and date.iso:
                fields.setdefault(key, date.iso)
        owner = (began["by"] if began else None) or (leads["who"] if leads else None)
        if owner:
            fields.setdefault("owner", owner)
    return fields


def _areas(page: Page, found: Found) -> Iterator[Suggestion]:
    """ "Område 2: Title", and the area that a page of objectives 1.1, 1.2 … is about by its title."""
    seen: set[str] = set()
    prefixes = {
        str(item.fields["number"]).split(".")[0] for item in found.of("objective") if "." in str(item.fields["number"])
    }
    for number, unit in enumerate(page.units[:-1]):
        below = page.units[number + 1]
        if (
            unit.number in prefixes
            and unit.number not in seen
            and below.number == f"{unit.number}.1"
            and len(unit.text) < 140
        ):
            seen.add(unit.number)
            yield suggest("area", [(unit.start, unit.end)], 0.9, number=unit.number, title=unit.text.strip(" .*"))
    for unit in page.units:
        yield from _area_in(unit, seen)
    groups = {
        str(item.fields["number"]).split(".")[0] for item in found.of("objective") if "." in str(item.fields["number"])
    }
    parts = re.split(r":\s|\s[–|]\s", page.document.title, maxsplit=1)
    if len(groups) == 1 and not groups & seen and len(parts) == 2 and re.search(_PLAN, parts[0], re.IGNORECASE):
        span = _place_of(page, page.document.title)
        if span is not None:
            yield suggest("area", [span], 0.82, [note("number_inferred")], number=groups.pop(), title=parts[1].strip())


def _area_in(unit: Unit, seen: set[str]) -> Iterator[Suggestion]:
    match = _AREA.match(unit.text) if len(unit.text) < 200 else None
    if match is None or not match["title"] or unit.text.rstrip().endswith((".", "?")) or find_dates(match["title"]):
        return
    number = number_of(match["number"])
    if number is None or str(number) in seen or not match["title"][0].isupper():
        return
    seen.add(str(number))
    yield suggest("area", [(unit.start, unit.end)], 0.88, number=str(number), title=match["title"].strip(" ."))
