"""Agreements and their parties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from docreader.facts.agreement_parties import NOUN, SIGNING, full_title, listed_parties, signing_day, signing_place
from docreader.facts.dating import resolve
from docreader.facts.enumerations import enumerated
from docreader.facts.found import Found, suggest
from docreader.facts.organisations import names_in
from docreader.model import Suggestion
from docreader.text.page import Page
from docreader.text.places import place_in
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick, stems_of

_BETWEEN = quick(
    rf"\b{NOUN}(?P<about>\s(?:om|on|for|inom|för)\s[^.,]{{3,80}}?)?(?P<gap>[^.]{{0,60}}?)\s(?:mellan"
    rf"|mellem|mellom|between)\s(?P<who>[^.;]{{4,240}})",
    re.IGNORECASE,
)
_SIGNED = quick(
    rf"\b(?:undertecknade|undertecknar|undertecknas av|undertecknades av|undertecknat|tecknade|tecknar"
    rf"|signerade|ingick|slöt|har slutit|skrev(?:\s[\w ]{{2,30}}?)?\sunder|skrev på|skriver under|har skrivit under"
    rf"|skrev under på|signed|underskrev|undertegnede|signerte|inngikk|indgik"
    rf"|(?:har\s)?(?:undertegnet|underskrevet|signert|signeret|inngått|indgået|ingått|slutit)|har tecknat"
    rf"|har undertecknat|har indgået|har inngått|har ingått|have signed"
    rf"|har slutit)\s(?P<mid>[^.]{{0,240}}?)\b(?:ett?|en|et|an?|the)\s(?:\w+\s)?{NOUN}(?P<about>\s(?:om"
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


def _of_page(page: Page) -> Suggestion | None:
    """A page about one agreement: its title, and the parties from the first sentence that names them."""
    title = page.document.title
    at = page.flat.find(title)
    if page.document.kind != "agreement_page" or at < 0:
        return None
    told = _BETWEEN.search(title)
    titled = names_in(told["who"]) if told else []
    listed, at_parties = listed_parties(page)
    if len(listed) > 1:
        date, notes = signing_day(page)
        return suggest(
            "agreement",
            [(at, at + len(title)), at_parties],
            0.85,
            notes,
            title=full_title(page) or title,
            parties=tuple(listed),
            date=date.iso if date else None,
            place=signing_place(page),
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
        signed = next((s for s in page.dated_sentences if SIGNING.search(s.text) and page.find_dates(s.text)), sentence)
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
