"""What a document is: its kind, title, language, day of publication, and the day its dates are counted from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from docreader.model import DocumentFacts, DocumentKind, Extract
from docreader.text.dates import FoundDate, find_dates
from docreader.text.language import language_of
from docreader.text.lines import Line
from docreader.text.units import Unit

MINUTES_WORD = re.compile(
    r"\b(?:minnes|mötes|möte|tjänste)?anteckning(?:ar|arna)?\b|\b\w{0,24}protokoll\b|\b(?:møte|møde"
    r"|beslutnings|bestyrelses)?referat\b"
    r"|\b(?:meeting )?minutes (?:of|from)\b|\bmeeting minutes\b|\bminutes\b|\bmeeting notes\b"
    r"|\bnotes from\b|\bmötesnotat\b"
    r"|\b(?:sammanfattning|resumé|summary|oppsummering|opsummering|opsamling|sammendrag|noter) (?:av|från|fra|af|of"
    r"|from)"
    r" (?:(?:the|ett|den|det|första|andra|andre|nationell\w*|regional\w*|gemensam\w*|digital\w*) ){0,2}"
    r"[\w-]{0,30}(?:möte|träff|samling|workshop|dialog|samråd|møte|samling|møde|meeting|dialogue|sammanträde)",
    re.IGNORECASE,
)
_ATTENDANCE = re.compile(
    r"\W{0,6}(?:närvarande|deltagare|beslutande|til ?stede|deltakere|deltagere|present|participants"
    r"|attendees|frånvarande|forfall"
    r"|afbud|møtende|medverkande|mötesdeltagare)\b.{0,60}",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:publicerad|publicerat|publiserad|publisert|published|udgivet|offentliggjort|posted|utgiven"
    r"|upplagd)\b"
    r"|\bpubliseringsdato|\bpubliceringsdatum|\bpublished on|^datum:",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:uppdaterad|oppdatert|opdateret|updated|ändrad)\b", re.IGNORECASE)
_KIND_WORDS: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = (
    (
        "agreement_page",
        re.compile(r"avtal|överenskommelse|agreement|memorandum|avsiktsförklaring|avtale|aftale|\bmou\b", re.I),
    ),
    (
        "assignment_page",
        re.compile(r"\buppdrag|regeringsuppdrag|\boppdrag|\bopgave|assignment|commission to", re.I),
    ),
    (
        "strategy_page",
        re.compile(r"strateg|handlingsplan|action plan|färdplan|handlingsprogram|målbild|roadmap", re.I),
    ),
    (
        "event_page",
        re.compile(
            r"konferens|seminari|workshop|webbinari|webinar|conference|summit|mässa|symposi|konferan|messe",
            re.I,
        ),
    ),
    (
        "programme_page",
        re.compile(
            r"program|stafett|satsning|løft|lyftet|stafet|initiativ|innovationskluster|partnerskap"
            r"|partnership",
            re.I,
        ),
    ),
)
_OBJECTIVE = re.compile(r"(?:mål |objective |delmål )?\d{1,2}\.\d{1,2}\.?\s+[A-ZÅÄÖÆØ]")
_CRUMBS = re.compile(r"[»›>]|\s/\s")


def describe(
    flat: str, lines: Sequence[Line], units: Sequence[Unit], extract: Extract, *, day_first: bool
) -> tuple[DocumentFacts, str | None]:
    """The document's facts and its anchor (ISO date for counting missing years), None when nothing gives one."""
    content = [line for line in lines if not line.furniture]
    is_minutes = _is_minutes(content)
    title = _title(content, units, extract, is_minutes=is_minutes)
    published = extract.published or _published(units, day_first=day_first, labelled=is_minutes)
    kind: DocumentKind = "minutes" if is_minutes else _kind(title, content, published, flat)
    anchor = _meeting_day(units, day_first=day_first) if is_minutes else published
    return DocumentFacts(kind, title, language_of(flat), published), anchor or _latest(units, day_first=day_first)


def _is_minutes(content: Sequence[Line]) -> bool:
    opening = [line.text[:200] for line in content[:14]]
    named = any(MINUTES_WORD.search(text) for text in opening)
    listed = any(
        (_ATTENDANCE.match(line.text) and len(line.text) < 60)
        or re.match(
            r"\W{0,3}(?:närvarande|deltagare|til ?stede|deltagere|deltakere|present|participants)\s?:",
            line.text,
            re.I,
        )
        for line in content
    )
    meeting = any(re.search(r"\b\w{0,20}(?:möte|møte|møde|meeting|sammanträde)\w{0,4}\b", t, re.I) for t in opening)
    headed = any(re.match(r"\W{0,4}" + MINUTES_WORD.pattern, text, re.IGNORECASE) for text in opening[:6])
    return headed or (named and (listed or meeting)) or (listed and meeting)


def _title(content: Sequence[Line], units: Sequence[Unit], extract: Extract, *, is_minutes: bool) -> str:
    """The title without its date. For minutes the line that says so, else the first heading-like line; one that
    stands twice near the top is surely it."""
    if is_minutes:
        for unit in units[:14]:
            if MINUTES_WORD.search(unit.text) and len(unit.text) < 200:
                return trim_title(unit.text, extract)
    if extract.title:
        return extract.title
    plain = [unit for unit in units[:10] if not unit.number and not unit.bullet]
    opening = [unit.text for unit in plain if 3 < len(unit.text) < 160 and not _CRUMBS.search(unit.text)]
    crumbs = [re.split(r"\s*[»›>]\s*", unit.text)[-1] for unit in units[:3] if re.search(r"[»›]", unit.text)]
    named = [text for text in crumbs if text in opening]
    repeated = [text for text, count in Counter(opening).items() if count > 1 and text in opening[:3]]
    headings = [unit for unit in units[:4] if unit.kind == "heading" and not _CRUMBS.search(unit.text)]
    body = " ".join(unit.text for unit in units[:30] if unit.kind == "paragraph" and len(unit.text) > 60)[:2500]
    spoken = [unit.text for unit in headings if len(unit.text) > 7 and unit.text in body]
    best = (
        named
        or repeated
        or spoken
        or _first_heading(headings, units)
        or opening
        or [content[0].text if content else ""]
    )[0]
    return best.strip("# *")


def _first_heading(headings: Sequence[Unit], units: Sequence[Unit]) -> list[str]:
    """The first heading; a single word with another heading right below it is only the section of the site."""
    if len(headings) > 1 and " " not in headings[0].text and headings[1] in units[:3]:
        following = units[list(units).index(headings[0]) + 1]
        if following is headings[1]:
            return [headings[1].text]
    return [unit.text for unit in headings]


def trim_title(text: str, extract: Extract | None = None) -> str:
    """A title without the date and the remark in brackets at its end."""
    del extract
    found = find_dates(text)
    cut = found[0].start if found and found[0].start > 8 else len(text)
    head = re.sub(r"[\s,–:-]*(?:\(?den|on|d\.|\(|mån\w*|tis\w*|ons\w*|tors\w*|fre\w*)?\s*$", "", text[:cut])
    return head.strip("# *,–-") or text.strip()


def _published(units: Sequence[Unit], *, day_first: bool, labelled: bool) -> str | None:
    """The day of publication, where a word says so; ``labelled`` demands the word."""
    if labelled:
        top = [unit for unit in units[:8] if len(unit.text) < 60 and _PUBLISHED.match(unit.text)]
        units = [unit for unit in top if not unit.text.casefold().startswith("datum")]
    for unit in units[1:6] if not labelled else ():
        # A line with nothing but a day, just below the title of an article.
        alone = find_dates(unit.text, day_first=day_first)
        if (
            len(unit.text) < 30
            and len(alone) == 1
            and alone[0].day
            and alone[0].iso
            and alone[0].end - alone[0].start > len(unit.text) - 9
        ):
            return alone[0].iso
    for unit in (*units[:25], *units[-8:]):
        if len(unit.text) > 260 or re.search(r"\b(?:ska|skall|skal|shall|will)\b", unit.text):
            continue
        match = _PUBLISHED.search(unit.text)
        if not match or re.search(r"\([^()]{0,80}$", unit.text[: match.start()]):
            continue
        for found in find_dates(unit.text, day_first=day_first):
            between = unit.text[match.end() : found.start]
            dated = found.start >= match.start() and len(between) < 40 and found.day and found.iso
            if dated and not _UPDATED.search(between):
                return found.iso
    return None


def _kind(title: str, content: Sequence[Line], published: str | None, flat: str) -> DocumentKind:
    numbered = sum(bool(_OBJECTIVE.match(line.text)) for line in content)
    if numbered >= 2 and re.search(
        r"strateg|mål|insats|handlingsplan|objective|område|goals", flat[:4000], re.IGNORECASE
    ):
        return "strategy_page"
    if _is_event(title, content):
        return "event_page"
    if _is_programme(title, content):
        return "programme_page"
    quotes = len(re.findall(r"\b(?:säger|menar|berättar|sier|siger|forteller|fortæller|says|said)\b", flat))
    if quotes >= 2:
        return "article"
    for kind, pattern in _KIND_WORDS:
        if pattern.search(title):
            return kind
    return "article" if published or quotes else "other"


_PROGRAMME_HEAD = re.compile(
    r"(?:(?:viktiga |våra |key |our |overall |main )?(?:milestones?|milepæl(?:er|e)|milstolpar|hållpunkter|objectives"
    r"|timeline|tidslinje|tidsplan|tidplan|work packages|arbetspaket|arbeidspakker|arbejdspakker|partners?|partnere)"
    r"|how it works|how we work|who takes part\??|så (?:arbetar vi|fungerar det|funkar det)|slik (?:jobber|arbeider) vi"
    r"|sådan (?:arbejder|gør) vi|om (?:programmet|projektet|prosjektet|satsningen|initiativet)"
    r"|about the (?:programme|project|initiative)|hvem deltar\??|hvem deltager\??|vilka deltar\??|finansiering|funding"
    r"|next stop|nästa stopp|stops so far|kommande stopp)\W{0,3}",
    re.IGNORECASE,
)
_THE_PROGRAMME = re.compile(
    r"\b(?:programmet|programme(?:t| is| was| has| will| runs)|projektet|prosjektet|the project|satsningen|satsingen"
    r"|indsatsen|initiativet|the initiative|stafetten|the relay|partnerskapet|lyftet|løftet)\b",
    re.IGNORECASE,
)


def _is_programme(title: str, content: Sequence[Line]) -> bool:
    """A page that tells how a programme or project is built, whatever it is called: with the headings of one, and
    "the programme" or "the project" in its sentences."""
    if any(pattern.search(title) for kind, pattern in _KIND_WORDS if kind != "programme_page"):
        return False
    heads = sum(bool(_PROGRAMME_HEAD.fullmatch(line.text.strip("#* "))) for line in content)
    said = sum(len(_THE_PROGRAMME.findall(line.text)) for line in content)
    return heads >= 2 and said >= 1


def _is_event(title: str, content: Sequence[Line]) -> bool:
    """A page that invites: registration or a programme, and a gathering named near the top."""
    opening = " ".join(line.text for line in content[:8])[:1200]
    invites = any(
        re.match(
            r"(?:anmälan|anmäl dig|registration|register|påmelding|tilmelding|ur programmet"
            r"|programme?)\b.{0,30}$",
            line.text,
            re.I,
        )
        for line in content
    )
    labelled = sum(
        bool(
            re.match(
                r"(?:när|var|tid|plats|datum|when|where|venue|date|tid og sted|hvornår|hvor|når|sted"
                r"|arrangör|organi[sz]ed by)\s?:",
                line.text,
                re.I,
            )
        )
        for line in content[:14]
    )
    if labelled >= 2 and any(find_dates(line.text) for line in content[:14]):
        return True
    return invites and bool(
        re.search(
            r"\b\w*(?:konferens|seminari|workshop|webbinari|webinar|conference|summit|konferanse|symposi"
            r"|mässa|forum)",
            f"{title} {opening}",
            re.I,
        )
    )


def _meeting_day(units: Sequence[Unit], *, day_first: bool) -> str | None:
    """The first full date near the top: minutes begin with the day of the meeting."""
    dates: list[FoundDate] = []
    for unit in units[:30]:
        dates += [found for found in find_dates(unit.text, day_first=day_first) if found.day and found.iso]
        if dates:
            return dates[0].iso
    return None


def _latest(units: Sequence[Unit], *, day_first: bool) -> str | None:
    """Failing everything else, the latest full date in the text."""
    days = [d.iso for unit in units[:400] for d in find_dates(unit.text, day_first=day_first) if d.day and d.iso]
    return max((day for day in days if day), default=None)
