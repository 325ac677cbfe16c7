"""Actions in minutes: lists of things to do, and sentences in which somebody takes something on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.facts.people import People
from docreader.facts.phrases import phrases
from docreader.model import Note, Span, Suggestion, note
from docreader.text.dates import FoundDate, find_dates
from docreader.text.names import NAME_WORD, PERSON, is_registered, organisation_score
from docreader.text.page import Page
from docreader.text.sentences import Sentence, sentences_of
from docreader.text.units import Unit

_HEAD = re.compile(
    r"\W{0,4}(?:action ?points?|actions?|action items?|to.?do|att[ -]?göra|att göra[- ]lista|åtgärder"
    r"|åtgärdslista|uppgifter|uppgift|uppföljningspunkter|aktiviteter|aktionspunkter|aktionspunkt|"
    r"oppfølging(?:spunkter)?|opfølgning(?:spunkter)?|tiltak|aksjonspunkter|aksjoner|gjøremål|opgaver"
    r"|aftaler|follow.?up|next steps|nästa steg|fortsatt arbete)\b(?:\s(?:inför|till|innan|til|before|for"
    r"|efter|från|frem)\b.{0,40})?\s?:?\W{0,3}$",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"^(?:action|åtgärd|uppgift|att göra|issue|ap|todo|to do|opgave|tiltak|aktion"
    r"|aksjon)\s?\d{0,2}\s?[:–-]\s",
    re.IGNORECASE,
)
_VERB = (
    r"tar fram|tar reda på|tar kontakt|tar med|tar upp|tar på sig|kollar|kontrollerar|bokar|skickar|mejlar"
    r"|mailar|återkommer|undersöker|sammanställer|ansvarar för|skapar|ser över|skriver|bjuder in(?! till)"
    r"|uppdaterar|lägger (?:till|upp|in|ut)|för in|"
    r"kontaktar|levererar|samordnar|utreder|fortsätter|förbereder|ordnar|ringer|hör sig för|sprider|delar"
    r"|rättar|går igenom|publicerar|stämmer av|planerar|formulerar|beställer|redigerar|kallar till|kallar"
    r"|drafts?|sends?|checks?|contacts?|shares?|writes|circulates?|prepares?|compares?|organi[sz]es|books"
    r"|collects|arranges?|leverer|"
    r"tar|tager|laver|sender|undersøger|følger op|kontakter|udarbejder|indkalder|vender tilbage|skriver"
    r"|sørger for|sjekker|undersøker|sender ut|lager|utarbeider|innkaller|følger opp|tar kontakt|purrer|"
    r"(?:will|to|shall) (?:send|prepare|check|draft|contact|share|write|circulate|organi[sz]e|update"
    r"|follow up|provide|book|collect|look into|set up|report|arrange|ask|invite|publish|compile|make"
    r"|create|find|draw up|produce|explore|revise|present|coordinate|test|submit)|"
    r"(?:ska|skall|kommer att|skal|vil) (?:ta fram|ta reda på|kolla|boka|skicka|mejla|återkomma|undersöka"
    r"|sammanställa|skapa|se över|skriva|bjuda in|uppdatera|kontakta|leverera|samordna|utreda|förbereda"
    r"|ordna|ringa|sprida|dela|publicera|rätta|sende|undersøge|lave|kontakte|udarbejde|sjekke|undersøke"
    r"|lage|utarbeide|lägga|göra|ta|komplettera|stämma av|beställa|redovisa|följa upp)"
)
_TASK = re.compile(
    rf"(?:^|(?<=[.:;,–] )|(?<=\bat )|(?<=\batt ))(?P<who>{PERSON}|{NAME_WORD}(?:[ -]{NAME_WORD}){{0,3}}"
    rf"|[A-ZÅÄÖÆØ]{{2,6}}|[A-ZÅÄÖÆØ][a-zåäöæø-]{{3,30}})(?:\s(?:och|og|and|/)\s(?P<second>{PERSON}"
    rf"|{NAME_WORD}|[A-ZÅÄÖ]{{2,6}}))?(?:\s\([^()]{{2,40}}\))?\s(?P<verb>{_VERB})\b"
)
_PASSIVE = re.compile(
    r"\b(?:ska|kommer att|skall|skal|vil|will be|bør)\s(?:\w+\s)?(?:skickas|tas fram|publiceras|bokas"
    r"|sammanställas|distribueras|uppdateras|läggas (?:upp|ut)|skrivas|bjudas in|kontaktas|mejlas"
    r"|levereras|undersökas|sendes|udsendes|sent|circulated|published|kallas|beställas|granskas"
    r"|kompletteras|rättas|utlysas|påminnas)\b",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"\b(?:senast|innan|före|klart|klar|deadline|inden|innen|senest|by|no later than|före den|frist"
    r"|till den|till)\b\s?(?:den |d\. |the )?$",
    re.IGNORECASE,
)
_PUT = re.compile(r"\b(?:senast|inden|innen|senest|no later than|deadline)\b", re.IGNORECASE)
_TRAILING = re.compile(r"\((?P<who>[^()]{2,80})\)?\W{0,3}$")
#: Somebody of the list and a verb in the present: in minutes written in the past that is a thing to do.
_KNOWN = re.compile(
    rf"(?P<who>{PERSON}|{NAME_WORD})(?:\s(?:och|og|and)\s(?P<second>{PERSON}"
    rf"|{NAME_WORD}))?\s(?P<verb>[a-zåäöæø]{{2,14}}(?:ar|er|år|ör))\s(?=\w)"
)
_DISCOURSE = re.compile(
    r"(?:säg|men|tyck|ans|påpek|fråg|undr|föreslå|inform|berätt|present|redovis|vis|framhåll|svar|konstat"
    r"|tack|häls|öppn|avslut|delt|anslut|lämn|föredr|beskriv|instämm|yrk|påminn|rapport|redog|önsk"
    r"|efterlys|lyft|betydd|ha|ä|"
    r"öv|förklar|inled|kommenter|sammanfatt|efterfråg|nämn|underström|understryk|beton|hänvis|befar|stödj"
    r"|stött|biträd|orient|foreslå|redegj|fortell|fortæll|spør|spørg|sie|sig|ber|bed|pek|beklag|tror|tro"
    r"|trod|funder|resoner|upplys|gratuler|reserver|närvar|kom|komm|argumenter|bekräft|ifrågasätt|e|vur"
    r"|opplys|oplys|uttryck|fram|förord|ställ|anfö|går|få|må|bö|vill|gö|gå|stå|se|viss|känn|bli|ligg)(?:ar"
    r"|er|r|år|ör|erar|ör)?"
)
_TAKEN_NOTE = re.compile(r"til (?:orientering|etterretning|efterretning)|till handlingarna", re.IGNORECASE)
_RESPONSIBLE = re.compile(
    r"\((?:ansvarig\w*|ansvar|ansvarlig\w*|responsible|lead)\s?:\s?(?P<who>[^()]{2,80})\)", re.IGNORECASE
)
_ASKED = re.compile(r"\b(?:ombads|ombeds|uppmanas|uppmanades|bes om|bad alle|bes sende)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:klart|klar|done|pågår|utfört|färdig)\b", re.IGNORECASE)
_COLLECTIVE = re.compile(
    r"^(?:[Ss]ekretariatet|[Aa]lla|[Ss]amtliga|[Gg]ruppen|[Aa]rbetsgruppen|[Ss]tyrgruppen|[Kk]ansliet"
    r"|[Kk]ontoret|[Oo]rdföranden|[Ss]ekreteraren|[Aa]lle|[Aa]dministrasjonen|[Ff]ormanden|[Mm]edlemmarna"
    r"|[Ll]edamöterna|[Nn]ämnden|[Ss]ecretariat|[Ee]veryone|[Aa]ll members|[Mm]embers|[Dd]eltagarna"
    r"|[Nn]ätverket|[Ss]ekretæren|[Ff]örvaltningen|[Ff]orvaltningen)$"
)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Points under a heading for actions; elsewhere sentences with a doer, a mark or a deadline."""
    if not page.is_minutes:
        return
    people = People(found)
    listed: set[int] = set()
    for unit in _under_heads(page):
        if not found.covers((unit.start, unit.end), "participant"):
            listed.add(unit.start)
            yield from _from_point(page, people, unit)
    for item in found.of("decision"):
        yield from _tasked(page, item)
    for sentence in page.sentences:
        if sentence.unit.start in listed or found.covers(sentence.span, "participant", "agenda_item", "next_meeting"):
            continue
        suggestion = _from_sentence(page, people, sentence)
        if suggestion is not None:
            yield suggestion


_TASKED = re.compile(
    r"^(?:att )?(?:ge|uppdra åt|uppdrar åt|ger|gi"
    r"|give)\s(?P<who>[\w -]{3,50}?)\s(?:i uppdrag )?att\s(?P<what>.{6,300})"
)


def _tasked(page: Page, decision: Suggestion) -> Iterator[Suggestion]:
    """ "to commission the office to look into X" is a decision and an action."""
    match = _TASKED.match(str(decision.fields["title"]))
    if match:
        date, notes = _due(page, match["what"])
        yield suggest(
            "action",
            decision.evidence,
            0.85,
            notes,
            title=match["what"],
            responsible=(match["who"],),
            date=date,
            date_kind="due" if date else None,
        )


def _under_heads(page: Page) -> Iterator[Unit]:
    """The points below a heading for actions, up to the next heading or numbered point."""
    active = False
    pointed = False
    numbered = ""
    for unit in page.units:
        if _HEAD.match(unit.text) and len(unit.text) < 80:
            active, pointed, numbered = True, False, unit.number
            continue
        if unit.kind == "heading" or (unit.number and numbered and not unit.bullet):
            active = False
        if not active:
            continue
        if unit.bullet or unit.number or unit.kind == "table_row":
            pointed = True
            yield unit
        elif pointed and unit.gap:
            active = False
        elif len(unit.text) > 8 and not unit.text.endswith(":"):
            yield unit


def _from_point(page: Page, people: People, unit: Unit) -> Iterator[Suggestion]:
    sentences = list(sentences_of(unit))
    if not sentences or len(unit.text) < 6 or re.fullmatch(r"[\s|:-]*", unit.text):
        return
    if unit.kind == "table_row":
        yield from _from_row(page, people, unit)
        return
    text = unit.text
    trailing = _TRAILING.search(text)
    responsible: list[str] = []
    notes: list[Note] = []
    cut = len(text)
    if trailing:
        responsible, notes = _people_in(trailing["who"], people)
        cut = trailing.start() if responsible or _DONE.search(trailing["who"]) else cut
    start = 0
    lead = re.match(
        rf"(?P<who>{PERSON}|{NAME_WORD}|[A-ZÅÄÖ]{{2,6}})(?:\s?[/,]\s?(?P<two>{PERSON}"
        rf"|{NAME_WORD}))?\s?[:–-]\s",
        text,
    )
    task = _TASK.match(text)
    if not responsible and lead and _is_doer(lead["who"], people):
        responsible, notes = _people_in(lead["who"] + (f", {lead['two']}" if lead["two"] else ""), people)
        start = lead.end()
    elif not responsible and task and _is_doer(task["who"], people):
        responsible, notes = _people_in(", ".join(filter(None, (task["who"], task["second"]))), people)
        start = task.start("verb")
    elif not responsible:
        named = re.match(
            rf"(?P<who>{NAME_WORD}(?: {NAME_WORD})?)(?:(?:,\s|\s(?:och|og|and"
            rf"|&)\s)(?P<second>{NAME_WORD}(?: {NAME_WORD})?))?\s(?=[a-zåäöæø])",
            text,
        )
        if (named and people.knows(named["who"])) or (
            named and people.knows(named["who"].split()[0]) and " " in named["who"]
        ):
            responsible, notes = _people_in(", ".join(filter(None, (named["who"], named["second"]))), people)
            start = named.end()
    date, more = _due(page, text)
    title = text[start:cut].strip(" .,;:–-")
    if title:
        span = (unit.body.span(0, 1)[0], unit.end)
        yield suggest(
            "action",
            [span],
            0.9,
            [*notes, *more],
            title=title,
            responsible=tuple(responsible),
            date=date,
            date_kind="due" if date else None,
        )


def _from_row(page: Page, people: People, unit: Unit) -> Iterator[Suggestion]:
    cells = [cell.strip(" *") for cell in unit.text.strip("|").split("|")]
    cells = [cell for cell in cells if cell]
    if (
        len(cells) < 2
        or re.search(r"ansvarig|vem|who|responsible|ansvarlig", unit.text, re.IGNORECASE)
        or re.fullmatch(r"[:\s|-]+", unit.text)
    ):
        return
    title = max(cells, key=len)
    responsible: list[str] = []
    for cell in cells:
        if cell is not title and not responsible:
            responsible, _ = _people_in(cell, people)
    date, notes = _due(page, unit.text)
    yield suggest(
        "action",
        [(unit.start, unit.end)],
        0.82,
        notes,
        title=title,
        responsible=tuple(responsible),
        date=date,
        date_kind="due" if date else None,
    )


def _people_in(words: str, people: People) -> tuple[list[str], list[Note]]:
    """Everybody named in a bracket: people by full or first name, and organisations."""
    names: list[str] = []
    notes: list[Note] = []
    parts = [part.strip(" .*") for part in re.split(r",|;|/|\s(?:och|og|and|samt|&)\s|\+", words)]
    for part in parts:
        person, more, _ = people.resolve(part)
        if person is not None:
            names.append(person)
            notes += more
            continue
        items = phrases(part)
        task = re.match(rf"(?P<who>{PERSON}|{NAME_WORD}|[A-ZÅÄÖ]{{2,6}})\s(?:{_VERB})", part)
        if task and _is_doer(task["who"], people):
            names.append(people.resolve(task["who"])[0] or task["who"])
        elif (
            len(items) == 1 and items[0].sort == "organisation" and not find_dates(part) and len(part.split()) < 5
        ) or _COLLECTIVE.match(part):
            names.append(part)
    return names, notes


def _is_doer(words: str, people: People) -> bool:
    if people.knows(words) or _COLLECTIVE.match(words) or is_registered(words):
        return True
    if words.isupper() and 2 <= len(words) <= 6:
        return True
    return (
        (" " in words and people.resolve(words)[0] is not None)
        or organisation_score(words) >= 0.8
        or people.is_name(words)
    )


def _due(page: Page, text: str) -> tuple[str | None, list[Note]]:
    """The day by which it is to be done."""
    for date in page.find_dates(text):
        if date.month is None or (date.day is None and date.year is None):
            continue
        return _dated(page, date)
    return None, []


def _dated(page: Page, date: FoundDate) -> tuple[str | None, list[Note]]:
    if date.lacks_year:
        if page.anchor is None:
            return None, []
        return date.after(page.anchor).iso, [note("year_inferred", from_=page.anchor)]
    return date.iso, []


def _from_sentence(page: Page, people: People, sentence: Sentence) -> Suggestion | None:
    text = sentence.text
    if len(text) > 700 or text.rstrip().endswith("?"):
        return None
    named = _RESPONSIBLE.search(text)
    if named:
        words = re.sub(r"\b(?:tillsammans med|med hjälp av|with)\b", ",", named["who"])
        return _made(page, sentence, (0, len(text)), *_people_in(words, people), 0.85)
    if _ASKED.search(text):
        return None
    return (
        _from_mark(page, people, sentence)
        or _from_doer(page, people, sentence)
        or _from_known(page, people, sentence)
        or _without_doer(page, sentence)
    )


def _from_mark(page: Page, people: People, sentence: Sentence) -> Suggestion | None:
    """A sentence marked "Action:", with or without a name."""
    text = sentence.text
    marked = _MARKED.match(text)
    if marked is None:
        return None
    rest = text[marked.end() :]
    responsible, notes = _people_in(rest.split(":")[0], people) if ":" in rest else ([], [])
    task = _TASK.match(rest)
    if task and _is_doer(task["who"], people):
        responsible, notes = _people_in(task["who"], people)
    return _made(page, sentence, (marked.end(), len(text)), responsible, notes, 0.88)


def _from_doer(page: Page, people: People, sentence: Sentence) -> Suggestion | None:
    """Somebody and a verb of doing."""
    text = sentence.text
    for task in _TASK.finditer(text):
        if _TAKEN_NOTE.search(text) or (not text[task.end() :].strip(" .") and task.start() > 20):
            continue
        if _is_doer(task["who"], people):
            responsible, notes = _people_in(", ".join(filter(None, (task["who"], task["second"]))), people)
            return _made(page, sentence, (task.start(), len(text)), responsible, notes, 0.78, task.start("verb"))
    return None


def _from_known(page: Page, people: People, sentence: Sentence) -> Suggestion | None:
    """Somebody of the list and any verb in the present that is not one of talking."""
    plain = _KNOWN.match(sentence.text)
    if plain is None or not people.knows(plain["who"]) or _DISCOURSE.fullmatch(plain["verb"]):
        return None
    responsible, notes = _people_in(", ".join(filter(None, (plain["who"], plain["second"]))), people)
    return _made(page, sentence, (0, len(sentence.text)), responsible, notes, 0.62, plain.start("verb"))


def _without_doer(page: Page, sentence: Sentence) -> Suggestion | None:
    """In the passive, or only with a deadline: nobody is named, and nobody is guessed."""
    text = sentence.text
    deadline = _PUT.search(text)
    if _PASSIVE.search(text) or (deadline and len(text) < 260 and _due(page, text[deadline.end() :])[0]):
        return _made(page, sentence, (0, len(text)), [], [], 0.6)
    return None


def _made(
    page: Page,
    sentence: Sentence,
    place: Span,
    responsible: list[str],
    notes: list[Note],
    confidence: float,
    verb: int | None = None,
) -> Suggestion:
    start, end = place
    title = sentence.text[verb if verb is not None else start : end].strip(" .,;:")
    date, more = _due(page, sentence.text[start:end])
    return suggest(
        "action",
        [sentence.part(start, end)],
        confidence,
        [*notes, *more],
        title=title,
        responsible=tuple(responsible),
        date=date,
        date_kind="due" if date else None,
    )
