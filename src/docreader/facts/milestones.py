"""Milestones: reports due, deliveries and deadlines of an assignment or a programme."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docreader.facts.completion import before, completes
from docreader.facts.dating import finest, resolve
from docreader.facts.doers_told import proper_names
from docreader.facts.found import Found, suggest
from docreader.facts.milestone_lists import listed
from docreader.facts.undertakings import is_deed
from docreader.model import Suggestion
from docreader.text.dates import FoundDate
from docreader.text.page import Page
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick, stems_of

#: Reports by their stem, and what they are called.
_REPORTS: tuple[tuple[str, str], ...] = (
    (r"delredovis\w*", "Delredovisning"),
    (r"slutredovis\w*", "Slutredovisning"),
    (r"delredogör\w*", "Delredogörelse"),
    (r"slutrapport\w*", "Slutrapport"),
    (r"sluttrapport\w*", "Sluttrapport"),
    (r"delrapport\w*", "Delrapport"),
    (r"lägesrapport\w*", "Lägesrapport"),
    (r"lägesredovis\w*", "Lägesredovisning"),
    (r"statusrapport\w*", "Statusrapport"),
    (r"underveisrapport\w*", "Underveisrapport"),
    (r"midtveisrapport\w*|midtveisevaluering\w*", "Midtveisevaluering"),
    (r"midtvejsevaluering\w*|midtvejsrapport\w*", "Midtvejsevaluering"),
    (r"halvtids(?:utvärdering|rapport|redovisning)\w*", "Halvtidsutvärdering"),
    (r"slutleverans\w*", "Slutleverans"),
    (r"interim report\w*", "Interim report"),
    (r"progress report\w*", "Progress report"),
    (r"final report\w*", "Final report"),
    (r"mid-?term (?:review|report|evaluation)", "Mid-term review"),
    (r"återrapporter\w*|avrapporter\w*|återredovis\w*", "Återrapportering"),
    (r"afrapporter\w*", "Afrapportering"),
    (r"redovis(?:as|ning|ningen|a|at|ade|ades)", "Redovisning"),
)
_REPORT = quick("|".join(rf"(?P<r{number}>\b(?:{stem}))" for number, (stem, _) in enumerate(_REPORTS)), re.IGNORECASE)
_DONE = (
    r"delredovis\w*|redovis\w*|slutredovis\w*|slutrapport\w*|delrapport\w*|publicera\w*|lämna\w*|överlämna\w*"
    r"|vara klar\w*|vara färdig\w*|vara på plats|vara genomförd\w*|levere\w*|rapporte\w*|inför\w*|inrättas?|starta\w*"
    r"|påbörja\w*|slutför\w*|avslut\w*|offentliggør\w*|udgives|afrapporter\w*|afleveres|evaluer\w*|utvärder\w*"
    r"|presenter\w*|presented|præsenter\w*|report\w*|deliver\w*|publish\w*|submit\w*|complet\w*|stå klar\w*|ferdig\w*"
    r"|lansera\w*|lanser\w*|foreligge\w*|foreligger|legges fram|fremlægges|avgi\w*|oversendes|overleveres|fullfør\w*"
    r"|gjennomfør\w*|færdig\w*|tas i bruk|tages i brug|i drift|finished|ready|in place|handed over|due"
)
_DUE = quick(
    rf"\b(?:ska|skall|skal|shall|will|must|bör|senast|innan|inden|innen|before|by|no later than|senest|is|are|är|er)\b"
    rf"[^.]{{0,160}}?\b(?:{_DONE})\b"
    r"|\b(?:åpner|öppnar|öppnas|åbner|opens|lanseras|lanseres|lanceres|tas i bruk|tages i brug|tas i drift"
    r"|träder i kraft|trer i kraft|træder i kraft|innføres|indføres|går live|goes live|enters into force|legges fram"
    r"|redovisas|slutredovisas|delredovisas|lämnas|överlämnas|levereras|publiceras|presenteras|följs upp|läggs fram"
    r"|redovises|præsenteres|presenteres|avrapporteras|utvärderas|avslutas"
    r"|görs|ska göras|genomförs|utförs|gjøres|gøres|utarbetas|tas fram|is carried out|will be carried out|evalueres"
    r"|afsluttes|avsluttes|leveres|rapporteres|foreligger|fremlægges|klar|klart|färdig|färdigt)\b"
    r"|^(?:slutredovisning|delredovisning|slutrapport|delrapport|redovisning|interim report|final report"
    r"|mid-?term|midtvejs\w*|delleverans|milstolpe|leverans|deadline|sluttrapport)\b",
    re.IGNORECASE,
)
#: Days that concern money, registration or the past are none.
_NOT = quick(
    r"\b(?:rekvir\w*|rekvisition\w*|utbetal\w*|anmäl\w*|påmeld\w*|tilmeld\w*|registr\w*|öppet hus|anslag\w*|abonnera"
    r"|nästa möte|sammanträd\w*|oppdatert|uppdaterad|födda?|invånare)",
    re.IGNORECASE,
)
#: When the work as a whole begins and ends is told of the programme.
_COURSE = quick(
    r"^\W{0,3}(?:programmet|projektet|prosjektet|arbetet|arbeidet|arbejdet|satsningen|satsingen|indsatsen|initiativet"
    r"|uppdraget|försöket|forsøket|forsøget|avtalet|avtalen|aftalen|the (?:work|programme|project|agreement)"
    r"|it)\s.{0,60}?"
    r"\b(?:start\w*|inled\w*|begyn\w*|avslut\w*|avsluttes|afsluttes|pågå\w*|löper|løper|løber|runs?|ends?|varer|gäller"
    r"|gjelder|gælder|påbörja\w*)\b",
    re.IGNORECASE,
)
#: Until when an agreement holds.
_HOLDS = quick(
    r"^(?:avtalet|avtalen|aftalen|överenskommelsen|avsiktsförklaringen|memorandumet|samarbetsavtalet|samarbetet"
    r"|the (?:agreement|memorandum|declaration|letter of intent|mou))\s.{0,100}?\b(?:till och med|t\.o\.m\.|fram till"
    r"|til og med|t\.o\.m|frem til|until|through|to and including|upphör|utløper|udløber|expires on)\s(?:den |the )?"
    r"(?=\d)",
    re.IGNORECASE,
)
_REPORT_STEMS = stems_of(_REPORT)
_KINDS = ("assignment_page", "programme_page", "strategy_page", "agreement_page")
_JOINT = re.compile(r"[,;]?\s(?:och|samt|og|and|men|but|medan|mens|while)\s|[;:]\s|,\s")


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """On pages about an assignment, a programme or a strategy: what is to be ready by a day."""
    if page.document.kind in ("minutes", "event_page"):
        return
    known = Found()
    known.extend(listed(page))
    yield from known.of("milestone")
    told = page.document.kind in _KINDS
    of = page.document.title if page.document.kind == "assignment_page" else None
    names = proper_names(page)
    reporting = page.holding(*_REPORT_STEMS)
    for sentence in page.dated_sentences:
        text = sentence.text
        if (
            len(text) > 500
            or found.covers(sentence.span, "action", "objective", "document_date", "event", "agenda_item")
            or known.covers(sentence.span, "milestone")
            or _of_deed(page, found, sentence, names)
        ):
            continue
        dates = [d for d in page.find_dates(text) if d.month or d.year or d.shift is not None]
        holds = _HOLDS.match(text) if len(text) < 260 else None
        until = next((d.last_iso or d.iso for d in dates if holds and d.end > holds.end()), None)
        if until is not None:
            yield suggest("milestone", [sentence.span], 0.78, title=text.strip(" ."), date=until, of=of)
            continue
        reports = sentence in reporting and _REPORT.search(text)
        if reports:
            yield from _reports(page, sentence, dates, of)
        elif told:
            yield from _others(page, sentence, dates, of)


def _of_deed(page: Page, found: Found, sentence: Sentence, names: frozenset[str]) -> bool:
    """When something is to be ready that the sentence before says somebody undertakes: the day is that action's."""
    earlier = before(page, sentence)
    if earlier is None or not completes(earlier, sentence):
        return False
    told = found.covers(earlier.span, "action") and page.document.kind != "assignment_page"
    return told or is_deed(earlier, names)


def _reports(page: Page, sentence: Sentence, dates: Sequence[FoundDate], of: str | None) -> Iterator[Suggestion]:
    """Each day with the report that its clause names."""
    text = sentence.text
    for number, date in enumerate(dates):
        if not (date.month or date.year):
            continue
        start = dates[number - 1].end if number else 0
        stop = dates[number + 1].start if number + 1 < len(dates) else len(text)
        before = list(_REPORT.finditer(text, start, date.start))
        after = _REPORT.search(text, date.end, stop)
        report = before[-1] if before else after
        if report is None or _NOT.search(text, start, date.end):
            continue
        begin = _clause_start(text, start, min(report.start(), date.start))
        end = max(date.end, report.end())
        dated = date
        if date.shift is None and date.year is None and number + 1 < len(dates) and dates[number + 1].shift is not None:
            # "den 1 mars i år"
            dated = date
        past = bool(re.search(r"\b\w+(?:ade|ades|de|te)\b", text[report.start() : report.end()]))
        day, notes = resolve(page, dated, past=past)
        name = next(name for number, (_, name) in enumerate(_REPORTS) if report[f"r{number}"])
        if day.iso is not None:
            yield suggest("milestone", [sentence.part(begin, end)], 0.85, notes, title=name, date=day.iso, of=of)


def _clause_start(text: str, start: int, before: int) -> int:
    """Where the clause begins: behind the last joint between the day before and the report."""
    joints = [match.end() for match in _JOINT.finditer(text, start, before)] if start else []
    return joints[-1] if joints else start


def _others(page: Page, sentence: Sentence, dates: Sequence[FoundDate], of: str | None) -> Iterator[Suggestion]:
    text = sentence.text
    dates = [d for d in dates if d.month or d.year]
    if not dates or not _DUE.search(text) or _NOT.search(text) or _COURSE.match(text):
        return
    date, notes = resolve(page, finest([dates[-1]] if dates[-1].month else dates[:1]), past=False)
    if date.iso is not None and len(text) <= 400:
        yield suggest("milestone", [sentence.span], 0.72, notes, title=_title(text, date), date=date.iso, of=of)


_EMPTY = re.compile(
    r"\b(?:ska|skall|skal|shall|will|must|bör|senast|senest|no later than|vara|være|be)\s", re.IGNORECASE
)


def _title(text: str, date: FoundDate) -> str:
    """The sentence without its day and what leads to it."""
    before = re.sub(
        r"[\s,]*\b(?:den|d\.|on|by|by the|i|in|innen|inden|senast|senest|no later than|före|før|before|fra|från|from"
        r"|per)?[\s]*$",
        "",
        text[: date.start],
        flags=re.IGNORECASE,
    )
    words = before if len(before) > 12 else text[date.end :]
    return _EMPTY.sub("", words).strip(" .,:–-") or text.strip(" .")
