"""Bodies: offices, councils, groups and networks, with host, members and who set them up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from docreader.facts.bodies_named import named
from docreader.facts.bodies_told import told
from docreader.facts.body_rosters import rosters
from docreader.facts.doers_told import is_thing
from docreader.facts.found import Found, suggest
from docreader.facts.nature import nature_of
from docreader.facts.organisations import names_in
from docreader.model import Suggestion
from docreader.text.names import UPPER
from docreader.text.page import Page
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick
from docreader.text.words import words

_GROUP = (
    r"(?:samverkansgrupp|arbetsgrupp|styrgrupp|referensgrupp|expertgrupp|projektgrupp|råd|kommitté|delegation"
    r"|kontor|kansli|nätverk|nämnd|sekretariat|utskott|forum|programråd|samordningskansli|innovationsråd"
    r"|arbejdsgruppe|styregruppe|arbeidsgruppe|styringsgruppe|udvalg|utvalg|working group|steering group"
    r"|council|committee|task force|network|secretariat)"
)
_SET_UP = quick(
    r"\b[Ee]n\s(?:[\w-]+\s)?(?P<name>[\w-]{0,30}grupp|[\w-]{0,30}kommitté|[\w-]{0,30}delegation"
    r"|[\w-]{0,30}nämnd),?\s(?:som (?:är |har )?)?(?:tillsatt|utsedd|inrättad|tillsatts"
    r"|utsetts)\sav\s(?P<by>[\w ]{3,50}?)(?=[,.]|\shar\s)"
)
_FORMED = quick(
    rf"\b(?:bildades|bildas|inrättades|inrättas|startades|tillsattes|tillsätts|etablerades|upprättades"
    rf"|opprettet|oprettet|nedsatte|established|formed|set up)\s(?:ett?|en|the"
    rf"|an?)?\s?(?P<name>(?:[{UPPER}][\w-]+(?:\s(?:för\s)?[{UPPER}a-zåäö][\w-]+){{0,4}}?))(?=[,.]|\s(?:där"
    rf"|med|som|i|where|with|of|under))"
)
_DEFINED = quick(
    rf"^(?:–\s)?(?P<name>(?:[{UPPER}][\w&-]+)(?:[ -](?:[{UPPER}a-zåäö][\w&-]+)){{0,5}}?)(?P<host>\s(?:i|på"
    rf"|vid|hos|at|in)\s(?P<hosted>[{UPPER}][\w-]+(?: [{UPPER}][\w-]+){{0,3}}))?\s(?:är|er"
    rf"|is)\s(?:ytterligare |också |även |nu |enda |også |now |also |i dag |today )?(?P<what>(?:en|ett|et|an?"
    rf"|the)\s[^.]{{4,160}})"
)
_CONSISTS = quick(
    rf"^(?P<name>[{UPPER}][\w-]*(?: [\w-]+){{0,6}}?)\s(?:består av|består|bestod av|har bestått av|leds av"
    rf"|består af|consists of|is made up of|comprises)\s(?P<who>[^.]{{4,240}})"
)
_THAT_IS = re.compile(rf"–\s?(?:det är|this is|det er)\s(?P<name>[{UPPER}][\w&-]+(?: [{UPPER}][\w&-]+){{0,3}})\.?$")
_THIS = re.compile(r"^(?:Det|Den|It|This)\s(?:är|er|is)\s(?P<what>(?:en|ett|et|an?)\s[^.]{4,160})")
_KINDS = (
    "infrastruktur",
    "plattform",
    "samordningsfunktion",
    "organisation",
    "nätverk",
    "samarbete",
    "råd",
    "kontor",
    "centrum",
    "förening",
    "grupp",
    "kansli",
    "partnerskap",
    "branschorganisation",
    "platform",
    "infrastructure",
    "network",
    "netværk",
    "nettverk",
    "forum",
    "kompetenscentrum",
    "organisasjon",
    "forening",
    "myndighet",
    "samverkansorgan",
    "council",
)
_WHERE = quick(
    r"\b(?:där|i vilket|where|hvor)\s(?P<who>[^.]{4,200}?)\s(?:ingår|är med|deltar|are members|deltager"
    r"|deltar|sitter|er repræsenteret|er representert|är representerade|are represented)\b"
)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Each body once; later sentences fill up what the first did not say."""
    if page.is_minutes:
        yield from _of_minutes(page, found)
        return
    known: dict[str, Suggestion] = {}
    for suggestion in (*_pointed(page, found), *named(page), *rosters(page), *_said(page), *told(page)):
        key = re.sub(r"\W+", "", str(suggestion.fields["name"])).casefold()
        same = next((other for other in known if _same(key, other)), None)
        same = same or next((other for other, item in known.items() if _is_kind_of(suggestion, item)), None)
        if same is None and key in _BARE and "host" not in suggestion.fields:
            # "The council" by itself is the last body named before.
            same = next(reversed(known), None)
            if same is None:
                continue
        if same is None:
            known[key] = suggestion
        else:
            fields = {**suggestion.fields, **known[same].fields}
            more = suggestion.evidence if len(fields) > len(known[same].fields) else ()
            known[same] = replace(known[same], fields=fields, evidence=(*known[same].evidence, *more)[:2])
    for suggestion in known.values():
        name = str(suggestion.fields["name"])
        yield replace(suggestion, fields={**suggestion.fields, "name": name[0].upper() + name[1:]})


_BARE = words(
    "rådet gruppen gruppa nätverket nettverket netværket styrelsen bestyrelsen styret kommittén komiteen nämnden"
    " nemnda utskottet utvalget udvalget panelen delegationen sekretariatet kansliet forumet council"
    " committee group board"
    " network forum panel secretariat"
)


def _is_kind_of(suggestion: Suggestion, known: Suggestion) -> bool:
    """ "the X Committee, a working group set up by ...": the working group in the same passage is the committee."""
    kind = str(known.fields.get("body_type") or "").casefold()
    name = str(suggestion.fields["name"]).casefold()
    (start, end), (a, b) = suggestion.evidence[0], known.evidence[0]
    return bool(kind) and name.startswith(kind[:10]) and start < b and a < end


def _same(key: str, other: str) -> bool:
    """One name, in the indefinite and the definite form."""
    shorter, longer = sorted((key, other), key=len)
    if len(shorter) > 7 and longer.endswith((shorter, shorter.removesuffix("et"), shorter.removesuffix("en"))):
        return True
    return key == other or (len(shorter) > 6 and longer.startswith(shorter) and len(longer) - len(shorter) <= 3)


def _of_minutes(page: Page, found: Found) -> Iterator[Suggestion]:
    """The body whose meeting it was."""
    for meeting in found.of("meeting"):
        name = meeting.fields.get("body")
        at = page.flat.find(str(name)) if name else -1
        if at >= 0:
            yield suggest("body", [(at, at + len(str(name)))], 0.8, name=str(name))
            return


def _pointed(page: Page, found: Found) -> Iterator[Suggestion]:
    """A point below an objective that names a body, with who is in it from the paragraphs below."""
    for number, unit in enumerate(page.units):
        short = unit.bullet or (unit.kind == "heading" and not unit.number)
        if not short or len(unit.text) > 120 or nature_of(unit.text) != "body" or unit.text.endswith((".", ":", "?")):
            continue
        objective = found.number_at("objective", unit.start)
        if objective is None:
            continue
        name, host = _name_and_host(unit.text)
        members, span = _members_below(page, number, name)
        spans = [(unit.start, unit.end)] + ([span] if span else [])
        yield suggest("body", spans, 0.82, name=name, host=host, members=tuple(members) or None, objective=objective)


def _name_and_host(text: str) -> tuple[str, str | None]:
    match = re.match(rf"(?P<name>.{{3,70}}?)\s(?:i|på|vid|hos)\s(?P<host>[{UPPER}].{{2,60}})$", text.strip(" .*"))
    return (match["name"], match["host"]) if match else (text.strip(" .*"), None)


def _members_below(page: Page, number: int, name: str) -> tuple[list[str], tuple[int, int] | None]:
    for unit in page.units[number + 1 : number + 5]:
        if unit.kind == "heading" or unit.bullet or unit.number:
            break
        for sentence in page.sentences_in(unit):
            match = _CONSISTS.match(sentence.text)
            if match and match["name"].casefold()[:8] == name.casefold()[:8]:
                members = names_in(_after_from(match["who"]))
                if members:
                    return members, sentence.span
    return [], None


def _after_from(words: str) -> str:
    """ "officials from A, B and C": the organisations come after "from"."""
    match = re.search(r"\b(?:från|fra|from)\s(.*)", words)
    return match[1] if match else words


def _said(page: Page) -> Iterator[Suggestion]:
    for number, sentence in enumerate(page.sentences):
        text = sentence.text
        if len(text) > 500:
            continue
        following = page.sentences[number + 1] if number + 1 < len(page.sentences) else None
        suggestion = (
            _set_up(sentence)
            or _appointed(sentence)
            or _formed(sentence)
            or _named_last(sentence)
            or _defined(sentence, following)
            or _consisting(sentence)
        )
        if suggestion is not None:
            yield suggestion


def _set_up(sentence: Sentence) -> Suggestion | None:
    match = _SET_UP.search(sentence.text)
    if match is None:
        return None
    name = match["name"]
    definite = name + ("en" if not name.endswith("é") else "n")
    return suggest(
        "body",
        [sentence.part(*match.span())],
        0.8,
        name=definite[0].upper() + definite[1:],
        appointed_by=match["by"].strip(),
    )


def _formed(sentence: Sentence) -> Suggestion | None:
    match = _FORMED.search(sentence.text)
    if match is None or (not re.search(_GROUP, match["name"], re.IGNORECASE) and " " not in match["name"]):
        return None
    where = _WHERE.search(sentence.text)
    members = [part.strip() for part in re.split(r",\s|\s(?:och|samt|and|og)\s", where["who"])] if where else []
    return suggest("body", [sentence.span], 0.75, name=match["name"].strip(), members=tuple(members) or None)


_APPOINTED = quick(
    r"\b(?:[Ee]n|[Ee]tt?|[Aa]n?)\s(?:[\w-]+\s)?(?P<name>(?:(?:working|steering|advisory)\s)?[\w-]*(?:grupp"
    r"|råd|kommitté|nämnd|delegation|gruppe|udvalg|utvalg|group|committee|council|panel"
    r"|nätverk))\s(?:skal følge|ska följa|skal følge op|will follow|tillsätts|tillsattes|inrättas"
    r"|inrättades|bildas|bildades|utses|opprettes|nedsættes|will be set up|is set up)\b"
    r"|\b(?:nedsættes|opprettes|oprettes|tillsätts|inrättas|bildas|nedsat|nedsatt|opprettet|oprettet"
    r"|tillsatt|bildat|inrättat|set up|established)\s(?:en|ett?|an?)\s(?:(?!working|steering"
    r"|advisory)[\w-]+\s)?(?P<other>(?:(?:working|steering|advisory)\s)?[\w-]*(?:grupp|råd|kommitté|gruppe"
    r"|udvalg|utvalg|group|committee|council|panel|nätverk))\b"
)


def _appointed(sentence: Sentence) -> Suggestion | None:
    """ "A working group will be set up": a body that has only its common noun for a name yet."""
    match = _APPOINTED.search(sentence.text)
    if match is None:
        return None
    where = _WHERE.search(sentence.text)
    members = [part.strip() for part in re.split(r",\s|\s(?:och|samt|and|og)\s", where["who"])] if where else []
    return suggest("body", [sentence.span], 0.7, name=match["name"] or match["other"], members=tuple(members) or None)


def _named_last(sentence: Sentence) -> Suggestion | None:
    match = _THAT_IS.search(sentence.text)
    if match is None:
        return None
    what = next((kind for kind in _KINDS if kind in sentence.text.casefold()), None)
    return suggest("body", [sentence.span], 0.72, name=match["name"].rstrip("."), body_type=what)


def _defined(sentence: Sentence, following: Sentence | None) -> Suggestion | None:
    """ "X is a network of ..."; "X is another example. It is a national infrastructure ..."."""
    match = _DEFINED.match(sentence.text)
    if match is None:
        return None
    what, span = match["what"], sentence.span
    this = _THIS.match(following.text) if following is not None and following.unit is sentence.unit else None
    if following is not None and this is not None and re.search(r"exempel|example|eksempel", what):
        what, span = this["what"], (sentence.span[0], following.span[1])
    kind = next((word for word in _KINDS if re.search(rf"\b[\w-]*{word}", what.casefold())), None)
    if (
        kind is None
        or is_thing(match["name"])
        or re.match(r"(?i:det|den|detta|vi|här|målet|syftet|this|it|sverige|norge|danmark)\b", match["name"])
    ):
        return None
    members = (
        names_in(re.split(r"\b(?:mellan|between|mellem|mellom)\s", what)[-1])
        if re.search(r"\b(?:mellan|between|mellem|mellom)\s", what)
        else []
    )
    return suggest(
        "body",
        [span],
        0.72,
        name=match["name"],
        host=match["hosted"],
        members=tuple(members) or None,
        body_type=kind,
    )


def _consisting(sentence: Sentence) -> Suggestion | None:
    match = _CONSISTS.match(sentence.text)
    if match is None or not re.search(rf"{_GROUP}|gruppen|rådet|kontoret|styrelsen", match["name"], re.IGNORECASE):
        return None
    if " " not in match["name"] and re.fullmatch(
        r"(?i:rådet|gruppen|kommittén|styrelsen|kontoret|arbetsgruppen|nätverket|udvalget|utvalget)",
        match["name"],
    ):
        return None
    members = names_in(_after_from(match["who"]))
    return suggest("body", [sentence.span], 0.7, name=match["name"], members=tuple(members) or None)
