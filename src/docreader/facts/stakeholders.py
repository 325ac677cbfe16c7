"""Organisations that a programme names as those it works with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.facts.organisations import looks_like_organisation
from docreader.model import Suggestion
from docreader.text.page import Page

_LIST = re.compile(
    r"\b(?:intressenter|aktörer|parter|partners?|samarbetspartners?|partnere|samarbejdspartnere"
    r"|samarbeidspartnere|aktører|stakeholders|medlemsorganisationer|deltagande organisationer"
    r"|organisationer|partners|medverkande parter)"
    r"(?:\s(?:är|er|are|i [\w-]+|in [\w ]{3,20}|inkluderar|omfattar))?\s?(?:som|såsom|such as"
    r"|som till exempel|:|är|er|are|,)\s(?P<who>[A-ZÅÄÖÆØ][^.;]{8,500})",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"\b(?:deltog|deltar|medverka[dr]\w*|ingick|ingår|samlar|engagerar|deltok|deltager|participat\w+"
    r"|involves)\b[^.]{0,80}?\b(?:däribland|bland andra|bland annat|bl\.a\.|herunder|blant annet"
    r"|blandt andet|including|such as)\s(?P<who>[A-ZÅÄÖÆØ][^.;]{8,500})"
)
_HEAD = re.compile(
    r"\W{0,4}(?:partner|partners|parter|samarbetspartners?|samverkansparter|deltagande organisationer"
    r"|medverkande organisationer|medlemmar|samarbeidspartnere|samarbejdspartnere|partnere|aktörer"
    r"|intressenter)\W{0,3}$",
    re.IGNORECASE,
)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Enumerations after a word such as "partners", and lists below such a heading."""
    if page.is_minutes:
        return
    of = next((str(item.fields["title"]) for item in found.of("programme", "strategy")), None)
    seen: set[str] = set()
    for sentence in page.sentences:
        match = (_LIST.search(sentence.text) or _AMONG.search(sentence.text)) if len(sentence.text) < 900 else None
        if match is None or not match["who"][0].isupper():
            continue
        for start, end in _pieces(match["who"]):
            offset = match.start("who")
            name = sentence.text[offset + start : offset + end]
            if not looks_like_organisation(_bare(name)) or name in seen:
                continue
            seen.add(name)
            yield suggest(
                "stakeholder",
                [sentence.part(offset + start, offset + end)],
                0.8,
                organisation=_bare(name),
                of=of,
            )
    for section in page.sections:
        if section.heading is None or not _HEAD.match(section.heading.text):
            continue
        for unit in section.units:
            if (
                (unit.bullet or unit.kind == "list_item")
                and len(unit.text) < 80
                and looks_like_organisation(_bare(unit.text))
            ):
                yield suggest("stakeholder", [(unit.start, unit.end)], 0.8, organisation=_bare(unit.text), of=of)


def _bare(name: str) -> str:
    """Without "in <city>", articles and stops."""
    name = re.sub(r"\s(?:i|in)\s[A-ZÅÄÖÆØ][a-zåäöæø]+$", "", name.strip(" .,;"))
    return re.sub(r"^(?:dels|bland annat|den|det|the)\s", "", name)


def _pieces(words: str) -> list[tuple[int, int]]:
    """Where the members of the enumeration stand."""
    result: list[tuple[int, int]] = []
    position = 0
    for divider in [*re.finditer(r",\s|\s(?:och|samt|and|og)\s(?=[A-ZÅÄÖÆØ])", words), None]:
        end = divider.start() if divider else len(words)
        if words[position:end].strip():
            result.append((position, end))
        position = divider.end() if divider else end
    return result
