"""Events: conferences, seminars, exercises and meetings of others, with their day and place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.facts.legs import legs
from docreader.facts.nature import EVENT_WORD, nature_of
from docreader.facts.organisations import names_in
from docreader.model import Note, Span, Suggestion, note
from docreader.text.dates import WEEKDAY, FoundDate, find_dates
from docreader.text.names import LOWER, UPPER
from docreader.text.page import Page
from docreader.text.places import form_of, place_in
from docreader.text.sentences import Sentence
from docreader.text.units import Unit

_HELD = re.compile(
    r"\b(?:hålls|hölls|håller|höll|äger rum|ägde rum|genomförs|genomfördes|genomför|arrangeras"
    r"|arrangerades|arrangerar|anordnas|anordnades|anordnar|går av stapeln|planeras|invigs|invigdes|inleds"
    r"|startar|samlas|samlades|deltar|bjuder in till|"
    r"holdes|avholdes|arrangeres|finner sted|fant sted|ble holdt|gjennomføres|afholdes|afholdt|finder sted"
    r"|fandt sted|blev holdt|er der|är det|det blir|takes place|took place|will be held|is held|was held"
    r"|were held|be held|organi[sz]ed|hosts?|hosted|held|will take place|under)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:hölls|höll|ägde rum|genomfördes|arrangerades|anordnades|invigdes|samlades|fant sted|ble"
    r"|fandt sted|blev|took place|was held|were held|var)\b",
    re.IGNORECASE,
)
_WORD = re.compile(
    rf"\b(?P<noun>{EVENT_WORD}|[\w-]{{0,30}}möte[t]?|[\w-]{{0,30}}møte[t]?|[\w-]{{0,30}}møde[t]?"
    rf"|meeting)(?![\w-])",
    re.IGNORECASE,
)
_CAPITALS = (
    rf"(?:[{UPPER}0-9][{LOWER}{UPPER}0-9&'–-]*)(?:\s(?:i|och|för|of|the|for|and|på|om"
    rf"|[{UPPER}0-9&–][{LOWER}{UPPER}0-9&'–-]*)){{0,8}}"
)
_OWN = re.compile(
    r"\b(?:nästa|neste|næste|next|föregående|förra|forrige|sidste|dagens|last|previous)\s[\w-]*(?:möte"
    r"|møte|møde|meeting)",
    re.IGNORECASE,
)
_ORGANISERS = re.compile(
    r"\b(?:arrangeras (?:gemensamt )?av|arrangerades (?:gemensamt )?av|anordnas av|i samverkan med"
    r"|i samarbete med|tillsammans med|hålls av|värd är|arrangör(?:er)?(?: är|:)|arrangeres av"
    r"|i samarbeid med|arrangeret af|afholdes af|i samarbejde med|organi[sz]ed by|hosted by|together with"
    r"|in cooperation with)\s(?P<who>[^.;()]{2,160})",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"^(?P<who>[A-ZÅÄÖ][\w&:-]+(?: [A-ZÅÄÖ][\w&:-]+){0,4}?)\s(?:tillsammans med|arrangerar|anordnar"
    r"|bjuder in)\s"
)
_THEME = re.compile(
    r"\b(?:temat?|under temat|theme|tema)\s?(?:för [^.]{3,40} )?(?:var|är|:|er|is"
    r"|was)?\s?[\"](?P<quoted>[^\"]{4,120})[\"]|\btemat för [^.]{3,50}? (?:var|är) (?P<plain>[^.]{4,120})",
    re.IGNORECASE,
)
_EXPO = re.compile(
    rf"\b(?P<title>[{UPPER}][{LOWER}{UPPER}]+(?: [{UPPER}][{LOWER}{UPPER}]+){{0,3}} (?:19"
    rf"|20)\d\d), (?:den |the )?[^,.]{{5,60}} (?:som )?(?:hålls|äger rum|held|arrangeras|taking place)\b"
)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """In sentences, and under headings that name an event; each once."""
    seen: set[tuple[str, str | None]] = set()
    for suggestion in (
        *_page_event(page),
        *_headed(page, found),
        *legs(page, found),
        *_sentences(page, found),
    ):
        title = re.sub(r"\W+", "", str(suggestion.fields["title"])).casefold()
        date = suggestion.fields.get("date")
        if any(date == other and (title in known or known in title) for known, other in seen):
            continue
        seen.add((title, date if isinstance(date, str) else None))
        yield suggestion


def resolve(page: Page, date: FoundDate, *, past: bool) -> tuple[FoundDate, list[Note]]:
    """The date with its year, inferred from the anchor where it is not written."""
    base = page.anchor
    if date.shift is not None:
        if base is None:
            return date, []
        return date.with_year(int(base[:4]) + date.shift), [note("relative_date", from_=base, words="year")]
    if date.lacks_year and base is not None:
        return date.before(base) if past else date.after(base), [note("year_inferred", from_=base)]
    return date, [note("approximate", words="season")] if date.approximate else []


def _sentences(page: Page, found: Found) -> Iterator[Suggestion]:
    for sentence in page.sentences:
        text = sentence.text
        if len(text) > 700 or found.covers(
            sentence.span, "participant", "next_meeting", "agenda_item", "document_date"
        ):
            continue
        expo = _EXPO.search(text)
        if expo:
            yield from _expo(page, sentence, expo)
            continue
        dates = [d for d in page.find_dates(text) if d.month or d.shift is not None]
        if not dates or _OWN.search(text) or (page.is_minutes and _is_own(page, dates)):
            continue
        for noun in _WORD.finditer(text):
            # The nearest date counts, a later one before an earlier one.
            date = min(
                dates,
                key=lambda d: (d.start - noun.end()) if d.start >= noun.end() else 40 + noun.start() - d.end,
            )
            between = text[min(noun.end(), date.end) : max(noun.start(), date.start)]
            if (
                not (
                    _HELD.search(between)
                    or _HELD.search(text[max(0, noun.start() - 60) : noun.start()])
                    or len(between) < 12
                )
                and not (
                    noun.start() < 4
                    and date.start > noun.end()
                    and date.start - noun.end() < 70
                    and not re.search(r"[.;:]", between)
                )
                and not re.fullmatch(
                    rf",?\s(?:(?:i|på|in|at|til|till)\s)?[{UPPER}][\w-]+,?\s(?:den\s|d\.\s|går den\s|on\s)?",
                    between,
                )
            ):
                continue
            title = _title(sentence, noun)
            if title is None:
                continue
            yield _make(page, sentence, title, date)
            break


def _is_own(page: Page, dates: list[FoundDate]) -> bool:
    """The day of the recorded meeting itself."""
    return any(date.iso == page.anchor for date in dates)


def _expo(page: Page, sentence: Sentence, match: re.Match[str]) -> Iterator[Suggestion]:
    text = sentence.text
    later = [d for d in page.find_dates(text) if d.start > match.end("title")]
    date, notes = resolve(page, later[0], past=False) if later else (None, [])
    theme = _THEME.search(text)
    end = later[0].end if later else match.end()
    title = re.sub(r"^(?:På|I|Under|Vid|At|In|Inför|Till)\s", "", match["title"])
    yield suggest(
        "event",
        [sentence.part(match.start(), end)],
        0.75,
        notes,
        title=title,
        date=date.iso if date else match["title"][-4:],
        place=place_in(text[match.end() :]),
        theme=theme["quoted"] or theme["plain"] if theme else None,
    )


def _title(sentence: Sentence, noun: re.Match[str]) -> str | None:
    """The name of the event at a noun: in quotes or capitals after it, else the noun with what belongs to it."""
    text = sentence.text
    if re.fullmatch(WEEKDAY + r"|idag|i dag|samma dag", noun["noun"], re.IGNORECASE):
        return None
    after = text[noun.end() :]
    quoted = re.match(r"\s?[\"]([^\"]{3,140})[\"]", after)
    if quoted:
        return quoted[1]
    word = noun["noun"]
    generic = bool(
        re.fullmatch(
            r"(?i:konferens(?:en)?|konferanse[n]?|konference[n]?|conference|seminari(?:um|et)"
            r"|seminar(?:et)?|workshop(?:en)?|mässan|forum(?:et)?|webbinari(?:um|et)|webinar|symposi(?:um"
            r"|et)|hearing(?:en)?)",
            word,
        )
    )
    named = re.match(rf"\s(?P<name>{_CAPITALS})", after)
    before = text[: noun.start()]
    if (
        named
        and not find_dates(named["name"])
        and (generic or len(named["name"]) > 3)
        and not re.match(r"\s(?:I|In|På|Den|Under)\b", after)
    ):
        name = (
            re.sub(r"\s(?:i|in|på|för|of|and|och|om)(?: [A-ZÅÄÖÆØ]\w+)?$", "", named["name"])
            if not generic
            else re.sub(r"\s(?:i|in|på)\s[A-ZÅÄÖÆØ]\w+$|\s(?:i|och|för|of|the|for|and|på|om)$", "", named["name"])
        )
        lead = _lead(before)
        return (
            name
            if (generic and word[0].islower()) or (generic and not before.strip())
            else f"{lead}{word} {name}".strip()
        )
    lead = _lead(before)
    tail = re.match(rf"\s(?:till|til|to)\s[{UPPER}][\w-]+(?=\s)", after) or re.match(
        r"\s(?:om|för|for|on|of|kring|about)\s(?:(?!\b(?:i|på|den|som|hålls|äger|arrangeras|in"
        r"|holdes)\b)[\w-]+\s?){1,6}",
        after,
    )
    upper = re.search(rf"(?P<caps>(?:[{UPPER}][\w&-]*\s){{1,5}})$", before)
    if (upper and not word[0].isupper() and len(upper["caps"].split()) > 1) or (
        upper and word[0].isupper() and before.strip()
    ):
        return (upper["caps"] + word).strip()
    title = f"{lead}{word}{tail[0] if tail else ''}".strip(" .,")
    if title.casefold() in (
        "konferens",
        "konferensen",
        "möte",
        "mötet",
        "seminarium",
        "seminariet",
        "workshop",
        "workshopen",
        "meeting",
        "møte",
        "møde",
        "møtet",
        "mødet",
        "conference",
        "forum",
        "dagen",
        "dagarna",
        "övning",
        "mässan",
    ):
        return None
    return title


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


def _make(page: Page, sentence: Sentence, title: str, date: FoundDate) -> Suggestion:
    text = sentence.text
    past = bool(_PAST.search(text))
    dated, notes = resolve(page, date, past=past)
    organisers = _ORGANISERS.search(text)
    place = place_in(text[date.end :]) or place_in(text)
    evidence = (
        [sentence.span]
        if sentence.span[1] - sentence.span[0] < 330
        else [sentence.part(max(0, date.start - 150), min(len(text), date.end + 60))]
    )
    return suggest(
        "event",
        evidence,
        0.75,
        notes,
        title=title[0].upper() + title[1:],
        date=dated.iso,
        end_date=dated.last_iso,
        place=place,
        organisers=tuple(_organisers(organisers["who"])) if organisers else None,
        form=form_of(text, place),
    )


def _organisers(words: str) -> list[str]:
    cut = re.split(r"\s(?:den|i|på|under|med start|som|the|on|in)\s(?=\d|[A-ZÅÄÖ]|början|slutet)", words)[0]
    parts = re.split(r",\s|\s(?:och|samt|and|og)\s", cut)
    named = names_in(cut)
    return named if len(named) == len(parts) else [part.strip() for part in parts if 2 < len(part.strip()) < 60]


def _headed(page: Page, found: Found) -> Iterator[Suggestion]:
    """A heading or point that names an event, with its date in the heading or below it."""
    if page.is_minutes:
        return
    for number, unit in enumerate(page.units):
        short = unit.kind == "heading" or unit.bullet
        if (
            not short
            or len(unit.text) > 140
            or found.covers((unit.start, unit.end), "objective", "area", "action", "strategy", "programme")
        ):
            continue
        if nature_of(unit.text) != "event" and not (find_dates(unit.text) and place_in(unit.text)):
            continue
        below = list(_following(page, number))
        yield from _one_headed(page, unit, below)


def _following(page: Page, number: int) -> Iterator[Unit]:
    for unit in page.units[number + 1 : number + 5]:
        if unit.kind == "heading" or unit.number:
            return
        yield unit


def _one_headed(page: Page, unit: Unit, below: list[Unit]) -> Iterator[Suggestion]:
    dates = [(u, d) for u in (unit, *below) for d in page.find_dates(u.text) if d.month]
    dates += _elsewhere(page, unit) if not dates else []
    if not dates:
        return
    where, date = max(dates[:4], key=lambda pair: (pair[1].day is not None, pair[0] is not unit))
    own = find_dates(unit.text)
    cut = own[0].start if own and own[0].month else len(unit.text)
    title = unit.text[:cut].strip(" ,–-.:(")
    if not title:
        return
    text = " ".join(u.text for u in below)[:600]
    dated, notes = resolve(page, date, past=bool(_PAST.search(where.text)))
    organisers, host, theme = _ORGANISERS.search(text), None, _THEME.search(text)
    for sentence in re.split(r"(?<=\.)\s+", text):
        host = host or _HOST.match(sentence)
    names = ([host["who"]] if host else []) + (_organisers(organisers["who"]) if organisers else [])
    spans: list[Span] = [(unit.start, unit.end), where.body.span(max(0, date.start - 40), date.end)]
    yield suggest(
        "event",
        spans,
        0.75,
        notes,
        title=title,
        date=dated.iso,
        end_date=dated.last_iso,
        place=place_in(unit.text) or place_in(where.text),
        organisers=tuple(names) or None,
        theme=(theme["quoted"] or theme["plain"]) if theme else None,
    )


def _elsewhere(page: Page, unit: Unit) -> list[tuple[Unit, FoundDate]]:
    """A date elsewhere on the page in a sentence about the same kind of event."""
    word = next(iter(re.findall(rf"\b{EVENT_WORD}", unit.text, re.IGNORECASE)), "")
    stem = word.casefold().split("-")[-1][-12:].rstrip("en")[:9]
    return [
        (other, date)
        for other in page.units
        if stem and stem in other.text.casefold() and other is not unit
        for date in page.find_dates(other.text)
        if date.day
    ]


def _page_event(page: Page) -> Iterator[Suggestion]:
    """A page about one event: the title, and the first day that the page gives."""
    if page.document.kind != "event_page":
        return
    title = page.document.title
    at = page.flat.find(title)
    for unit in page.units[:25]:
        if re.search(
            r"publicer|publiser|published|uppdater|anmäl|registr|deadline|senast",
            unit.text[:200],
            re.IGNORECASE,
        ):
            continue
        for date in page.find_dates(unit.text):
            if date.day is None:
                continue
            dated, notes = resolve(page, date, past=False)
            spans = [unit.body.span(date.start, date.end)] + ([(at, at + len(title))] if at >= 0 else [])
            cut = find_dates(title)
            name = title[: cut[0].start].strip(" ,–-:(") if cut and cut[0].start > 5 and cut[0].month else title
            top = " ".join(u.text for u in page.units[:10])[:900]
            organisers = _ORGANISERS.search(top)
            yield suggest(
                "event",
                sorted(spans),
                0.82,
                notes,
                title=name,
                date=dated.iso,
                end_date=dated.last_iso,
                place=_labelled_place(page) or place_in(unit.text),
                organisers=tuple(_organisers(organisers["who"])) if organisers else None,
                form=form_of(top, _labelled_place(page)),
            )
            return


def _labelled_place(page: Page) -> str | None:
    for unit in page.units[:25]:
        match = re.search(r"\b(?:Plats|Sted|Place|Venue|Location|Lokal|Var)\s?:\s?(?P<place>[^|\n]{2,80})", unit.text)
        if match:
            return match["place"].strip(" .")
    return None
