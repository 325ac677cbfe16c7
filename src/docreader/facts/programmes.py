"""Programmes and projects that a page is about: whose they are, when they began and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import suggest
from docreader.facts.plan_words import place_of
from docreader.model import Span, Suggestion
from docreader.text.page import Page
from docreader.text.triggers import quick, stems_of

_PROGRAMME = quick(
    r"\w*(?:program(?:met|me|mmet)?|stafett(?:en)?|satsning(?:en)?|initiativ(?:et)?|partnerskap(?:et)?"
    r"|lyft(?:et)?|projekt(?:et)?|stafet(?:ten)?|løft(?:et)?|satsing(?:en)?|indsats(?:en)?)\b",
    re.IGNORECASE,
)
_OWNER = quick(r"\b(?:för|inom|av|hos|på|driver|by|of|for)\s(?P<owner>[A-ZÅÄÖÆØ][\w-]*[A-ZÅÄÖ]?[\w-]*)(?::s|s)?\b")


_NAMED = quick(
    r"\b(?:[\w-]{0,20}(?:programmet|programme|program|projektet|prosjektet|projekt|prosjekt|project|satsningen"
    r"|satsningen|satsingen|indsatsen|initiativet"
    r"|initiative|kampanjen|kampagnen|serien|stafetten|series))\s(?P<title>\"[^\"]{3,90}\")",
    re.IGNORECASE,
)
_BARE = quick(
    r"\b(?:[Pp]rogrammet|[Pp]rojektet|[Pp]rosjektet|[Ss]atsningen|[Ss]atsingen|[Ii]ndsatsen|[Ii]nitiativet"
    r"|[Tt]he (?:project|programme|initiative))\s"
    r"(?P<title>[A-ZÅÄÖÆØ][\w-]{2,30}(?: (?:[A-ZÅÄÖÆØ][\w-]*|i|för|for|of|och|og|and)){0,5})(?=[.,;:)(]|\s[a-zåäöæø])"
)


def named_programmes(page: Page) -> Iterator[Suggestion]:
    """Programmes and projects that the text names: "the project "Frozen"", "projektet Levande kust"; two at most."""
    seen: set[str] = set()
    own = page.document.title.casefold()
    for sentence in page.sentences_with(*stems_of(_NAMED, _BARE)):
        match = (_NAMED.search(sentence.text) or _BARE.search(sentence.text)) if len(sentence.text) < 600 else None
        title = re.sub(r"\s(?:i|för|for|of|och|og|and)$", "", match["title"].strip('" ')) if match else ""
        if match is None or title.casefold() in seen or title.casefold() in own or len(seen) >= 2:
            continue
        seen.add(title.casefold())
        years = next((d for d in page.find_dates(title) if d.last), None)
        fields = {"start": years.iso, "end": years.last_iso} if years else {}
        yield suggest("programme", [sentence.part(*match.span())], 0.65, title=title, **fields)


def programme(page: Page) -> Suggestion | None:
    """A programme page is about what its title names."""
    title = re.split(r":\s|\s[|–]\s", page.document.title)[0].strip()
    if page.document.kind != "programme_page" and not (
        page.document.kind == "strategy_page" and _PROGRAMME.search(title)
    ):
        return None
    name = re.sub(r",?\s(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?$", "", title)
    span = place_of(page, name)
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


_BEGAN = quick(
    r"\b(?:was launched|launched|started|startade|startades|inleddes|lanserades|startet|starter|startede|begyndte"
    r"|blev lanceret"
    r"|ble lansert|ble startet|begynte|began|initierades|drogs i gång)\b(?:\s(?:av|af|by)\s(?:the )?"
    r"(?P<by>[A-ZÅÄÖÆØ][\w-]+(?: (?:[A-ZÅÄÖÆØ]|för|of|for|och|i)[\w-]*){0,5}))?",
)
_ENDS = quick(
    r"\b(?:runs? (?:until|to|through)|ends?|avslutas|avsluttes|afsluttes|slutter|pågår (?:till|t\.o\.m\.)"
    r"|löper till|varer til"
    r"|varar till|lasts until|løper til|løber til)\b",
)
_LEADS = quick(
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
