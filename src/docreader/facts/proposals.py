"""Proposals and requests: who proposes or asks for what, of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docreader.facts.found import Found, suggest
from docreader.facts.people import People
from docreader.model import Suggestion, SuggestionKind
from docreader.text.names import NAME_WORD, PERSON, organisation_score
from docreader.text.page import Page
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick, stems_of

_PROPOSE = quick(
    r"\b(?:yrkar(?! bifall| avslag)|yrkade(?! bifall| avslag)|föreslår(?! avslag)|föreslog(?! avslag)|föreslås"
    r"|föreslogs|foreslår|foreslo"
    r"|foreslog|foreslås|proposes|proposed|suggests|suggested)\b(?!\sgodkänna)\s?,?\s?(?:att|at|that"
    r"|to)?\s?"
    r"|\b(?:presenterade|lade fram|la fram|fremsatte|lämnade|har|lyfte|made|gav|framförde|ger) (?:ett|et|a"
    r"|flera|konkreta|the)? ?(?:konkret )?(?:förslag|forslag|proposal)(?:er)? (?:för|om|på|till|att|om at"
    r"|for|to)(?: att)?\s"
    r"|\b(?:förslag|forslag|proposal)(?: (?:från|fra|from|by|av|af) [^:.]{3,60})?\s?:\s|\bförslag att\s"
    r"|\bforslag om at\s"
    r"|\b(?:fremmet|fremsatte|lade|la)\s(?:følgende|följande|fram)\s(?:forslag|tillegg|tillægg|tilføjelse"
    r"|tilleggsforslag|förslag)"
    r"[^:]{0,30}:\s"
    r"|\bdet är ett förslag\b|\b(?:^|\s)[Ff]örslag(?:et)?(?: är)?(?: att|:)\s",
    re.IGNORECASE,
)
_REQUEST = quick(
    r"\b(?:efterfrågade[s]?|efterfrågar|efterfrågas|efterlyste[s]?|efterlyser|efterlyses|etterlyste"
    r"|etterlyser|etterspurte|efterspurgte|efterspørger|efterlyste|ombads|ombeds|uppmanas|önskade|önskar"
    r"|önskas|ønsker|ønskede|ønsket|uppmanade[s]?|uppmanar|uppmanas|vädjar|begär|begärde|"
    r"opfordrede|opfordrer|oppfordret|oppfordrer|requests|requested|calls for|called for|asks for"
    r"|asked for|invites|invited|urged|urges|wished|wants|bad om|ber om|ba om"
    r"|(?:bad|ber|ba|beder) (?:[\wåäöæø-]+ ){1,3}?(?:att|om att|om å|om at|at|om)(?= )|vädjade|vädjar|asked (?:the "
    r"|all )?[\w ]{3,30} to|asks (?:the |all )?[\w ]{3,30} to|"
    r"vill (?:gärna |gjerne |gerne )(?:se|ha|have|få|veta|vide|vite)|would like to (?:see|have|know)|hoppas att|"
    r"framförde(?:s)? önskemål om|önskemål om|det fanns önskemål om|lyftes behovet av)\b",
    re.IGNORECASE,
)
#: Outside minutes only what cannot be meant otherwise.
_STRONG = quick(
    r"\b(?:uppmanar|uppmanade|opfordrer|opfordrede|oppfordrer|oppfordret|urges|urged|calls on|called on"
    r"|kräver|krever|ber (?=(?-i:[A-ZÅÄÖÆØ]))|beder (?=(?-i:[A-ZÅÄÖÆØ]))|vädjar till|efterlyser|efterlyste"
    r"|etterlyser|(?:vi söker|vi søker|vi søger|we are looking for|we invite|we welcome|skicka (?:in )?ditt"
    r"|send oss|call for)\s|(?:vill|önskar|ønsker|wants?)\s(?:nu\s|därför\s|derfor\s|nå\s|also\s|också\s)?(?:att"
    r"|at)\s(?=(?:regering\w*"
    r"|regjering\w*|staten|riksdagen|kommun\w*|region\w*|myndighet\w*|[A-ZÅÄÖÆØ]\w+)\s)"
    r"|wants? (?:the \w+|[A-Z]\w+) to\s)",
    re.IGNORECASE,
)
#: Parts of words without which neither pattern can be met.
_SPEAKER = re.compile(rf"(?:–\s)?(?P<who>{PERSON}|{NAME_WORD})\s(?=[a-zåäöæø])")
_WELCOME = quick(r"välkom|välkommen|tackade|lycka till|god jul|glad sommar|velkom|welcome|alla en", re.IGNORECASE)
_TO = re.compile(
    r"\b(?:till|til|to)\s(?P<to>regeringen|styrgruppen|riksdagen|[A-ZÅÄÖ][\w-]{2,30}(?: [A-ZÅÄÖ][\w-]+)?)\b"
)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """In minutes by their verbs; in articles where they are called proposals."""
    people = People(found, page)
    speaker: str | None = None
    heard = 0
    requested = _REQUEST if page.is_minutes else _STRONG
    proposing, requesting = page.holding(*stems_of(_PROPOSE)), page.holding(*stems_of(requested))
    for number, sentence in enumerate(page.sentences):
        if (sentence not in proposing and sentence not in requesting) or not _is_told(sentence, found):
            continue
        text = sentence.text
        speaker = _speaker(page.sentences[heard : number + 1], found, people) or speaker
        heard = number + 1
        proposal = _PROPOSE.search(text) if sentence in proposing else None
        if proposal and not text.endswith("?"):
            yield _make("proposal", sentence, proposal, people, speaker)
            continue
        request = requested.search(text) if sentence in requesting else None
        if (
            request
            and len(text) - request.end() > 8
            and not _WELCOME.search(text)
            and not found.covers(sentence.span, "action")
        ):
            yield _make("request", sentence, request, people, speaker)


def _is_told(sentence: Sentence, found: Found) -> bool:
    """Neither of endless length nor part of a list of people or the agenda."""
    return len(sentence.text) <= 700 and not (
        found.covers(sentence.span, "participant") or found.covers(sentence.tail, "agenda_item")
    )


def _speaker(sentences: Sequence[Sentence], found: Found, people: People) -> str | None:
    """Whom "han" and "hon" in the last sentence or the next will mean: whom the last of them begins with."""
    for sentence in reversed(sentences):
        text = sentence.text
        match = _SPEAKER.match(text) if text[:1] in "–dD" or text[:1].isupper() else None
        who = people.resolve(match["who"])[0] if match and _is_told(sentence, found) else None
        if who:
            return who
    return None


def _make(
    kind: SuggestionKind, sentence: Sentence, match: re.Match[str], people: People, speaker: str | None
) -> Suggestion:
    text = sentence.text
    source = re.search(r"\b(?:från|fra|from|by|av|af) (?P<by>[^:.()]{3,50}?)\s?(?:\([^()]{1,20}\))?\s?:", match[0])
    by = _subject(text[: match.start()], people, speaker)
    if source:
        by = people.resolve(source["by"])[0] or source["by"]
    rest = text[match.end() :].strip(" .,:")
    title = rest if len(rest) > 8 else text.strip(" .")
    to = _asked(text, match) or _TO.search(text, match.end())
    # A long sentence holds other matters too: the passage begins at the clause with the verb.
    start = 0
    if match.start() > 60:
        comma = max(text.rfind(", ", 0, match.start()), text.rfind(" och ", 0, match.start()))
        start = comma + 2 if comma > 30 else max(0, text.rfind(" ", 0, match.start()))
        start = match.start() if text[start : match.start()].strip().casefold() in ("och", "") else start
    return suggest(
        kind,
        [sentence.part(start, len(text))],
        0.7 if kind == "proposal" else 0.65,
        title=title,
        by=by,
        to=to["to"] if to else None,
    )


_RECEIVER = re.compile(
    r"\s?(?:(?:att|at|that|om at|om att)\s)?(?P<to>(?:the\s)?(?:regeringen|regjeringen|staten|riksdagen"
    r"|kommunfullmäktige"
    r"|[\w-]{3,24}(?:erna|arna|orna|erne|ene|elserna|ggruppen|styrelsen)|[A-ZÅÄÖÆØ][\w-]+(?: (?:[A-ZÅÄÖÆØ]|i |för "
    r"|for )[\w-]*){0,3}))"
    r"\s(?:att|at|å|to|om|[a-zåäöæø]{2,20}(?:ar|er|r|s|te|de)?)\b"
)


def _asked(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """Whom: the subject of the clause that says what is wished ("that the regions report ..."), or who stands
    right behind the verb ("asked the members to ...")."""
    start = match.end()
    asked = re.search(r"\b(?:bad|ber|beder|asked|asks)\s", match[0])
    if asked:
        start = match.start() + asked.end()
    elif match[0].rstrip().endswith(("att", "at", "that")):
        pass
    elif not re.match(r"\s?(?:att|at|that)\s", text[start:]) and not re.search(
        r"uppmana|oppfordre|opfordre|urge|invite", match[0]
    ):
        return None
    found = _RECEIVER.match(text, start)
    return found if found is not None and not found["to"].endswith("frågorna") else None


def _subject(before: str, people: People, speaker: str | None) -> str | None:
    """Who proposes: the last name before the verb, else the one who spoke last."""
    names = re.findall(rf"{PERSON}|{NAME_WORD}", before)
    for name in reversed(names):
        person = people.resolve(name)[0]
        if person:
            return person
        if organisation_score(name) >= 0.7:
            return str(name)
    pronoun = re.search(r"\b(?:han|hon|hun|she|he|hen)\s?$", before, re.IGNORECASE)
    if pronoun:
        return speaker
    subject = re.match(r"(?P<who>[A-ZÅÄÖÆØ][\w-]{2,40})\s?$", before)
    return subject["who"] if subject else (None if before.strip() else speaker)
