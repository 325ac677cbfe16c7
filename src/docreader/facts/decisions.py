"""What was decided: labelled decisions, and sentences that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.found import Found, suggest
from docreader.model import Suggestion
from docreader.text.page import Page
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick
from docreader.text.units import Unit
from docreader.text.words import words

_LABEL = re.compile(
    r"^\W{0,4}(?:\w{0,24}beslut|beslut i korthet|vedtak|enstemmig vedtak|beslutning|indstilling|decision|konklusion"
    r"|konklusjon|slutsats|decisions|resolved|beslutade|agreed|conclusion)\W{0,3}(?:\([^()]{2,40}\)\s?)?:\W{0,3}",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^\W{0,4}(?:(?:\w{3,30}s\s)?\w{0,24}beslut|vedtak|enstemmig vedtak|beslutning|konklusion|konklusjon"
    r"|decisions?)\W{0,3}(?:\([^()]{2,40}\))?\W{0,3}$",
    re.IGNORECASE,
)
_BODY = (
    r"(?:\w{0,24}(?:nämnden|nämndens|styrelsen|rådet|utskottet|fullmäktige|kommittén|utvalget|udvalget|styret"
    r"|bestyrelsen"
    r"|kommunestyret|formannskapet|byrådet|regionrådet|forumet|årsmötet|stämman|årsmøtet|generalforsamlingen"
    r"|gruppen|gruppa"
    r"|delegationen|beredningen)|(?:[Tt]he )?(?:\w+ )?(?:board|committee|council|working group|group|meeting|assembly))"
)
_RULED = quick(
    rf"^(?:[Aa]tt )?(?:{_BODY}|[A-ZÅÄÖÆØ]{{2,5}})\s(?:godkänn\w+|godkände|fastställ\w+|utse[rd]?\w*|utsåg|valde"
    rf"|väljer|antog|antar|avsl[oåg]\w+"
    r"|bifall\w*|biföll|bevilj\w+|tillstyrk\w+|avstyrk\w+|ställe?[rd]e? sig bakom|återremittera\w*"
    r"|rekommendera\w*|upphäv\w+"
    r"|överlämna\w*|anvisa\w*|avsätt\w+|anta\w*|god(?:kjen|ken)\w+|vedtok|vedtar|slutte[rt] seg til"
    r"|slutter sig til|tilsluttede sig"
    r"|bevilg\w+|støtte[rt]?|støttede|afslog|afslår|anbefal\w+|innstill\w+|indstill\w+|approve[sd]|adopt(?:s|ed)"
    r"|endorse[sd]"
    r"|agree[sd]|reject(?:s|ed)|accept(?:s|ed)|elect(?:s|ed)|notera\w*|(?:tog|tar|tager|tok|lade"
    r"|lägger)\s.{3,60}\s(?:till handlingarna"
    r"|till protokollet|til (?:orientering|etterretning|efterretning)))\b",
    re.IGNORECASE,
)
_PASSIVE = quick(r"\b[a-zåäöæø]{4,}(?:es|as)\b(?<!deres)(?<!alles)(?<!mindes)")
#: Below "Beslut" there may also stand what somebody said about it.
_ASIDE = quick(
    r"\b(?:reserv\w+|afbud|förhinder|stemte imod|stemte mot|forbehold|yrka\w*|ønske\w*|önska\w*|votering"
    r"|deltar (?:inte|ej)|jäv|habil\w*"
    r"|protokollsanteckning|spørger|frågar|återkommer|bilag\w*|skickas till|expedieras|utdrag)\b",
    re.IGNORECASE,
)
_SENTENCE = quick(
    r"\b(?:beslutar|beslutade|beslöt|beslutades|beslutats? att|beslöts|vedtok|vedtar|besluttede|beslutter"
    r"|besluttet|decided|agreed|resolved|enades om|kom överens om|aftaltes|aftalt|avtalt|vedtatt)\b",
    re.IGNORECASE,
)
_SHORT = quick(r"^(?:Beslut(?:ades|at)?|Vedtak|Decision) (?:att|om å|om at|to) (?P<what>.{4,300})")
_APPROVED = quick(
    r"\b(?:godkändes|godkänns|godkända|fastställdes|fastställs|godkjent|godkent|godkendt|vedtatt|approved"
    r"|adopted|lades till handlingarna|utses till|utsågs|valdes|beviljades|beviljas|avslogs|avslås|bifölls|bifalls"
    r"|antogs|antas|vakantsattes|vakantsätts|förklara(?:de)?s|avsettes|bevilges|bevilgedes|ble valgt|blev valgt"
    r"|genvalgt"
    r"|gjenvalgt|afslås|(?:was|were) (?:rejected|endorsed)|återremitteras|återremitterades)\b",
    re.IGNORECASE,
)
_DECIDING = words(
    "beslutar beslutade beslöt beslutades beslutat beslutad beslutats beslutads beslöts vedtok vedtar"
    " besluttede beslutter"
    " besluttet decided agreed resolved enades överens aftaltes aftalt avtalt vedtatt godkändes godkänns"
    " godkända fastställdes"
    " beviljades beviljas avslogs avslås bifölls bifalls antogs antas vakantsattes vakantsätts förklaras"
    " förklarades avsettes"
    " bevilges bevilgedes valgt genvalgt gjenvalgt afslås afvist rejected endorsed återremitteras återremitterades"
    " fastställs godkjent godkent godkendt approved adopted lades utses utsågs valdes"
)
_PROPOSED = quick(r"\b(?:yrka\w*|föresl\w+|foresl\w+|propose[sd]?|suggest\w*|fremmet|fremsatte)\b", re.IGNORECASE)
#: How the chair put the question is not what was decided.
_VOTE = quick(
    r"\b(?:ställer|ställde|ställs)\b.{0,60}\bmot\b|\bfinner att\b|propositionsordning|satte .{0,40} opp mot"
    r"|under afstemning|ställ\w+ proposition",
    re.IGNORECASE,
)
_DATED = re.compile(r"Godk\w+ den \d")
_CLAUSE = quick(r"\b(?:att|at|that|to|om at)\s(?P<what>.{4,400})")


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """In minutes only. What stands after a label is surest."""
    if not page.is_minutes:
        return
    under = ruled = False
    listed = list(_listed(page))
    taken = Found()
    taken.extend(listed)
    yield from listed
    for unit in page.units:
        if taken.covers((unit.start, unit.end), "decision"):
            continue
        sentences = [s for s in page.sentences_in(unit) if not found.covers(s.span, "participant")]
        if _BARE.match(unit.text):
            under, ruled = True, False
            continue
        label = _LABEL.match(unit.text)
        if label or unit.kind == "heading":
            told = label is not None and bool(sentences) and len(unit.text) > label.end()
            if label is not None and told:
                yield _make(sentences[0], label.end(), 0.9)
            under, ruled = label is not None and not told, False
            continue
        under = under and not found.covers((unit.start, unit.end), "agenda_item")
        under = under and not _leaves(unit, sentences, ruled=ruled)
        if under and sentences:
            yield from _ruled_below(sentences, whole=bool(unit.bullet or unit.number))
            ruled = True
            continue
        for sentence in sentences:
            yield from _spoken(sentence)


def _leaves(unit: Unit, sentences: list[Sentence], *, ruled: bool) -> bool:
    """True for what no longer belongs to the decision above: another paragraph, or what somebody said about it."""
    if unit.bullet or unit.number or not sentences:
        return _ASIDE.match(unit.text) is not None
    again = ruled and (unit.gap > 0 or sentences[0].text[0].islower())
    return unit.kind != "paragraph" or again or _ASIDE.match(unit.text) is not None


_OPENS = quick(r"\b(?:besluta[rd]?e?|beslöt)\s?:?$")


def _listed(page: Page) -> Iterator[Suggestion]:
    """ "The board decides" with each decision on a line of its own below, beginning with "att"."""
    open_list = False
    for line in page.lines:
        if line.furniture:
            continue
        if open_list and re.match(r"(?:-\s|•\s|[a-h][.)]\s|\d{1,2}[.)]\s)?att\s", line.text):
            start = (
                line.start
                + len(line.text)
                - len(re.sub(r"^(?:-\s|•\s|[a-h][.)]\s|\d{1,2}[.)]\s)?att\s", "", line.text))
            )
            decided = re.sub(r",?\s(?:samt|och)$|[,.;]$", "", line.text.rstrip())
            yield suggest(
                "decision",
                [(line.start, line.start + len(decided))],
                0.93,
                title=page.value((start, line.start + len(decided))),
            )
            continue
        open_list = _OPENS.search(line.text) is not None and "föreslår" not in line.text


def _ruled_below(sentences: list[Sentence], *, whole: bool) -> Iterator[Suggestion]:
    """What stands under "Beslut": each point, or each sentence of a paragraph, but what was said about it."""
    first = sentences[:1] if whole else sentences[:4]
    for number, sentence in enumerate(first):
        if _ASIDE.search(sentence.text) or sentence.text.endswith("?") or not re.search(r"[^\W\d_]{3}", sentence.text):
            break
        passive = _PASSIVE.search(sentence.text[:90]) or _RULED.match(sentence.text) or _APPROVED.search(sentence.text)
        if number == 0 or passive:
            yield _make(sentence, 0, 0.85 if number == 0 else 0.7)


def _make(sentence: Sentence, start: int, confidence: float) -> Suggestion:
    title = sentence.text[start:].strip(" .:")
    confidence -= 0.3 if " " not in title and title.islower() else 0.0
    return suggest("decision", [sentence.part(start, len(sentence.text))], confidence, title=title)


def _spoken(sentence: Sentence) -> Iterator[Suggestion]:
    text = sentence.text
    proposed = _PROPOSED.search(text)
    if len(text) > 500 or text.endswith("?") or (proposed and not _SENTENCE.search(text[: proposed.start()])):
        return
    label = _LABEL.match(text)
    if label and len(text) > label.end() + 3:
        yield _make(sentence, label.end(), 0.85)
        return
    short = _SHORT.match(text)
    if short:
        yield suggest("decision", [sentence.span], 0.8, title=short["what"].strip(" ."))
        return
    ruling = _RULED.match(text) if len(text) < 260 else None
    if ruling and not _VOTE.search(text):
        yield suggest("decision", [sentence.span], 0.72, title=text.strip(" ."))
        return
    if sentence.words.isdisjoint(_DECIDING):
        return
    match = _SENTENCE.search(text)
    if (
        match
        and not _VOTE.search(text)
        and not re.search(r"\b(?:ska|kan|inte|ej|ikke|not|innan|ännu)\s(?:\w+\s)?$", text[: match.start()])
    ):
        clause = _CLAUSE.search(text, match.end())
        near = clause is not None and clause.start() - match.end() < 30
        title = clause["what"] if clause and near else text
        yield suggest("decision", [sentence.span], 0.7, title=title.strip(" ."))
    elif _APPROVED.search(text) and len(text) < 200 and not _VOTE.search(text) and not _DATED.match(text):
        yield suggest("decision", [sentence.span], 0.65, title=re.split(r":\s", text)[0].strip(" ."))
