"""Agreements and their parties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from docreader.facts.dating import resolve
from docreader.facts.enumerations import enumerated
from docreader.facts.found import Found, suggest
from docreader.facts.organisations import names_in
from docreader.model import Note, Suggestion
from docreader.text.dates import FoundDate
from docreader.text.names import UPPER
from docreader.text.page import Page
from docreader.text.places import place_in
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick, stems_of

_NOUN = (
    r"(?P<noun>[\w-]{0,24}(?:avtal(?:et)?|avsiktsförklaring(?:en)?|överenskommelse[n]?"
    r"|samförståndsavtal(?:et)?|agreement|memorandum of understanding|MoU|letter of intent|avtale[n]?"
    r"|aftale[n]?|intensjonsavtale[n]?|hensigtserklæring(?:en)?|declaration|deklaration(?:en)?|fördrag(?:et)?"
    r"|kontrakt(?:et|en)?|pakt(?:en)?"
    r"|samarbetsavtal(?:et)?|partnerskabsaftale[n]?|samarbeidsavtale[n]?|samarbejdsaftale[n]?|protokoll om samarbete"
    r"|erklæring(?:en)?))\b"
)
_BETWEEN = quick(
    rf"\b{_NOUN}(?P<about>\s(?:om|on|for|inom|för)\s[^.,]{{3,80}}?)?(?P<gap>[^.]{{0,60}}?)\s(?:mellan"
    rf"|mellem|mellom|between)\s(?P<who>[^.;]{{4,240}})",
    re.IGNORECASE,
)
_SIGNED = quick(
    rf"\b(?:undertecknade|undertecknar|undertecknas av|undertecknades av|undertecknat|tecknade|tecknar"
    rf"|signerade|ingick|slöt|har slutit|skrev(?:\s[\w ]{{2,30}}?)?\sunder|skrev på|skriver under|har skrivit under"
    rf"|skrev under på|signed|underskrev|undertegnede|signerte|inngikk|indgik"
    rf"|(?:har\s)?(?:undertegnet|underskrevet|signert|signeret|inngått|indgået|ingått|slutit)|har tecknat"
    rf"|har undertecknat|har indgået|har inngått|har ingått|have signed"
    rf"|har slutit)\s(?P<mid>[^.]{{0,240}}?)\b(?:ett?|en|et|an?|the)\s(?:\w+\s)?{_NOUN}(?P<about>\s(?:om"
    rf"|on|for|för)\s[^.,]{{3,80}})?",
    re.IGNORECASE,
)
_STRIP = re.compile(r"\s(?:som|vilket|which|och innebär|that)\b.*$")


_STEMS = stems_of(_BETWEEN, _SIGNED)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Sentences that name the parties of an agreement; several sentences about the same parties give one."""
    del found
    if page.is_minutes:
        return
    seen: dict[frozenset[str], set[object]] = {}
    whole = _of_page(page)
    if whole is not None:
        yield whole
        seen.setdefault(_parties(whole), set()).add(whole.fields.get("date"))
    for sentence in page.sentences_with(*_STEMS):
        suggestion = _between(page, sentence) or _signed(page, sentence)
        if suggestion is None:
            continue
        date, days = suggestion.fields.get("date"), seen.setdefault(_parties(suggestion), set())
        if (days and (date is None or None in days or date in days)) or (
            whole is not None and (date is None or _is_the(sentence.text))
        ):
            continue
        days.add(date)
        yield suggestion


def _parties(suggestion: Suggestion) -> frozenset[str]:
    """The same parties may sign again, another year."""
    parties = suggestion.fields["parties"]
    return frozenset(str(party) for party in parties) if isinstance(parties, tuple) else frozenset()


def _is_the(text: str) -> bool:
    """A sentence about the agreement that the page is about."""
    return bool(
        re.match(r"(?:Avtalet|Avtalen|Aftalen|Överenskommelsen|Avsiktsförklaringen|The agreement|Erklæringen)\b", text)
    )


_AGREED = quick(
    r"\b(?:[Hh]ar|[Hh]ave|[Hh]as)\s(?P<inside>[A-ZÅÄÖÆØ][^.;]{8,240}?)\s(?:kommit överens|enats|tecknat"
    r"|undertecknat|slutit|ingått|agreed|signed)\b"
    r"|^(?P<before>[A-ZÅÄÖÆØ][^.;]{8,240}?)\s(?:har (?:kommit överens|enats|tecknat|undertecknat|slutit"
    r"|ingått|indgået|underskrevet|inngått|undertegnet)|have (?:agreed|signed)|undertecknade|undertecknar"
    r"|underskrev|signed|signerte)\b"
    r"|\b(?:mellan|mellem|mellom|between)\s(?P<between>[A-ZÅÄÖÆØ][^.;]{8,240})"
)


#: A section of its own that names the parties ...
_PARTIES = re.compile(
    r"\W{0,4}(?:(?:§\s?)?\d{1,2}[.)]?\s+)?(?:(?:avtals|avtale|aftale)?(?:parter|parterna|partene|parterne)"
    r"|(?:the )?(?:parties|signatories)|undertecknande parter)(?: till avtalet| i avtalet| to the agreement)?\W{0,3}",
    re.IGNORECASE,
)
#: ... with what their names are followed by: a number, and what they are called further down.
_CALLED = re.compile(
    r"[,;]?\s*\(?(?:org(?:anisations|anisasjons)?\.?[- ]?n(?:umme)?r\.?|cvr|nedan|nedenfor|heretter|herefter|hereafter"
    r"|hereinafter|härefter|med adress|adress|som (?:nedan|i det följande)|represented by|företräd[da]\w*)\b[^\n]*",
    re.IGNORECASE,
)
_SIGNATORIES = quick(
    r"^(?:(?:de|the)\s)?(?:\w+ )?(?:signatories|parties|parter|parterna|avtalsparter(?:na)?|partene|parterne"
    r"|undertecknarna)(?: (?:till|i|to|of) [\w ]{3,30}?)?\s(?:är|er|are)\s(?P<who>[^.;]{8,300})",
    re.IGNORECASE,
)
_SIGNED_AT = quick(
    rf"^(?P<place>[{UPPER}][\w-]+(?: [{UPPER}][\w-]+)?)(?:,| den|, den| d\.)\s(?=\d{{1,2}}[ .])", re.IGNORECASE
)


_TITLED = quick(
    rf"\b(?:full title|full name|official title|fullständiga (?:titel|namn)|fulle navn|fulde navn|officiella namn"
    rf"|officielle titel)\s(?:is|är|er|lyder)\s\"?(?P<title>[{UPPER}][^.;\"]{{8,160}})",
    re.IGNORECASE,
)


def _full_title(page: Page) -> str | None:
    """What the agreement is called in full, where a sentence says so."""
    titled = next((match for sentence in page.sentences[:40] if (match := _TITLED.search(sentence.text))), None)
    return titled["title"].strip() if titled and re.search(_NOUN, titled["title"], re.IGNORECASE) else None


def _listed(page: Page) -> tuple[list[str], tuple[int, int]]:
    """The parties as a section of their own lists them, one a line, or as a sentence enumerates them."""
    for section in page.sections:
        if section.heading is None or not _PARTIES.fullmatch(section.heading.text):
            continue
        lines = [line for unit in section.units for line in unit.lines]
        names = [_party(line.text) for line in lines]
        if len(names) > 1 and all(name[:1].isupper() and len(name) < 100 for name in names):
            return names, (lines[0].start, lines[-1].end)
    for sentence in page.sentences[:60]:
        match = _SIGNATORIES.match(sentence.text)
        if match:
            return enumerated_parties(match["who"]), sentence.span
    return [], (0, 1)


def _party(text: str) -> str:
    """A party's name on its line, without number, by-name and joint."""
    name = _CALLED.split(text.strip(" •*–-"))[0]
    return re.sub(r"(?:,|;|\.|,?\s(?:samt|och|og|and))+$", "", name.strip()).strip()


def enumerated_parties(words: str) -> list[str]:
    """All parts of an enumeration of parties, articles and places left out."""
    parts = re.split(r",\s|\s(?:och|samt|and|og)\s(?=(?:the )?[A-ZÅÄÖÆØ])", words.strip(" ."))
    names = [re.sub(r"^(?:[Tt]he|[Dd]en|[Dd]et)\s|\sin\s[A-Z]\w+$", "", part.strip()) for part in parts]
    return names if all(name[:1].isupper() for name in names) else []


def _signing_day(page: Page) -> tuple[FoundDate | None, list[Note]]:
    """The day beside the place above the signatures, or of a sentence that tells of the signing."""
    for unit in reversed(page.units):
        if _SIGNED_AT.match(unit.text) and len(unit.text) < 60:
            dates = page.find_dates(unit.text)
            return resolve(page, dates[0], past=True) if dates else (None, [])
    for sentence in page.dated_sentences:
        dates = [date for date in page.find_dates(sentence.text) if date.month]
        if dates and _SIGNING.search(sentence.text):
            return resolve(page, dates[0], past=True)
    return None, []


def _signing_place(page: Page) -> str | None:
    """The place above the signatures, or of the sentence that tells of the signing."""
    for unit in reversed(page.units):
        at = _SIGNED_AT.match(unit.text) if len(unit.text) < 60 else None
        if at and page.find_dates(unit.text):
            return at["place"]
    signed = next((sentence for sentence in page.dated_sentences if _SIGNING.search(sentence.text)), None)
    return place_in(signed.text) if signed else None


_SIGNING = quick(
    r"\b(?:underteckna|underskr|undertegn|signe|signed|slöts|slutits|ingicks|ingått|inngått|indgået|skrevs under"
    r"|skrev under|skrevs på|skrev på|skriver under|skrevet under|skrive under)"
)


def _of_page(page: Page) -> Suggestion | None:
    """A page about one agreement: its title, and the parties from the first sentence that names them."""
    title = page.document.title
    at = page.flat.find(title)
    if page.document.kind != "agreement_page" or at < 0:
        return None
    told = _BETWEEN.search(title)
    titled = names_in(told["who"]) if told else []
    listed, at_parties = _listed(page)
    if len(listed) > 1:
        date, notes = _signing_day(page)
        return suggest(
            "agreement",
            [(at, at + len(title)), at_parties],
            0.85,
            notes,
            title=_full_title(page) or title,
            parties=tuple(listed),
            date=date.iso if date else None,
            place=_signing_place(page),
        )
    for sentence in page.sentences[:20]:
        match = _AGREED.search(sentence.text) if len(sentence.text) < 900 else None
        named = _STRIP.sub("", match[match.lastgroup or 0]) if match else ""
        first = next(iter(page.find_dates(named)), None)
        # "On 11 October 2021 the A and B signed": the day is no party.
        named = named[first.end :].lstrip(" ,") if first is not None and first.start <= 8 else named
        parties = (names_in(named) if named else []) or titled
        parties = titled if len(titled) > len(parties) else parties
        if len(parties) < 2:
            continue
        signed = next(
            (s for s in page.dated_sentences if _SIGNING.search(s.text) and page.find_dates(s.text)), sentence
        )
        dates = [d for d in page.find_dates(signed.text) if d.month]
        date, notes = resolve(page, dates[0], past=True) if dates else (None, [])
        return suggest(
            "agreement",
            [(at, at + len(title)), sentence.span],
            0.8,
            notes,
            title=title,
            parties=tuple(parties),
            date=date.iso if date else None,
            place=place_in(signed.text),
        )
    return None


def _between(page: Page, sentence: Sentence) -> Suggestion | None:
    match = _BETWEEN.search(sentence.text) if len(sentence.text) < 900 else None
    if match is None:
        return None
    parties = names_in(_STRIP.sub("", match["who"]))
    if len(parties) < 2 and _THEY.match(match["who"]):
        parties = _named_before(page, sentence)
        told = _make(page, sentence, match, parties, match.span())
        they = _THEY.match(match["who"])
        words = sentence.text[match.start("noun") : match.start("who")] + (they[0] if they else "")
        return replace(told, fields={**told.fields, "title": words[0].upper() + words[1:]}) if told else None
    return _make(
        page,
        sentence,
        match,
        parties,
        (match.start(), match.start("who") + len(_STRIP.sub("", match["who"]).split(", som")[0])),
    )


_THEY = re.compile(
    r"(?:de|dem|the|dessa|disse)?\s?(?:\w+\s)?(?:parter|parterna|partene|parterne|parties|länderna|landene"
    r"|organisationerna|aktörerna|kommunerna)\b",
    re.IGNORECASE,
)


def _named_before(page: Page, sentence: Sentence) -> list[str]:
    """The parties as the nearest enumeration above names them."""
    place = page.sentences.index(sentence)
    for other in reversed(page.sentences[max(0, place - 8) : place]):
        runs = enumerated(other.text)
        if runs:
            return [item.name for item in max(runs, key=len)]
    return []


def _signed(page: Page, sentence: Sentence) -> Suggestion | None:
    match = _SIGNED.search(sentence.text) if len(sentence.text) < 900 else None
    if match is None:
        return None
    before = re.sub(r"^(?:I|Den|Under|On|In)\s[^A-ZÅÄÖ]{1,40}", "", sentence.text[: match.start()])
    parties = names_in(match["mid"]) or names_in(before)
    return _make(page, sentence, match, parties, (0, match.end()))


_JOINTS = {
    "sv": ("mellan", "och"),
    "nb": ("mellom", "og"),
    "da": ("mellem", "og"),
    "en": ("between", "and"),
}


def _make(
    page: Page, sentence: Sentence, match: re.Match[str], parties: list[str], place: tuple[int, int]
) -> Suggestion | None:
    if len(parties) < 2:
        return None
    text = sentence.text
    noun = match["noun"]
    about = (match.groupdict().get("about") or "").strip()
    if not about:
        # What the agreement is about may stand later in the sentence ("... partners within X").
        later = re.search(
            r"\b(?:inom|om|within|on)\s(?P<what>[\w-]+(?: [\w-]+){0,3})(?=[.,;]|$)", text[match.end("noun") :]
        )
        about = later[0].strip(" .") if later else ""
    base = re.sub(r"(?:avtal)et$", "avtal", noun)
    base = re.sub(r"(förklaring|deklaration)en$", r"\1", base)
    title = f"{base[0].upper()}{base[1:]}" + (f" {about}" if about else "")
    joint, last = _JOINTS.get(page.language, _JOINTS["sv"])
    if match.groupdict().get("who") is not None and not (about and text.find(about) > match.end()):
        title += f" {joint} {', '.join(parties[:-1])} {last} {parties[-1]}"
    dates = [d for d in page.find_dates(text) if d.month or d.year]
    date, notes = resolve(page, dates[0], past=True) if dates else (None, [])
    return suggest(
        "agreement",
        [sentence.part(*place)],
        0.68,
        notes,
        title=title,
        parties=tuple(parties),
        date=date.iso if date else None,
        place=place_in(text),
    )
