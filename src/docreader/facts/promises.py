"""Actions told by who takes them on: "Pia sends out ...", "the mayor writes to ...", "Bo promised to ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docreader.facts.doers import due
from docreader.facts.people import People
from docreader.model import Span
from docreader.text.names import NAME_WORD, PERSON, organisation_score, title_of
from docreader.text.page import Page
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick
from docreader.text.words import words

_WHO = rf"(?:{PERSON}|{NAME_WORD}|[A-ZÅÄÖÆØ]{{2,6}})"
_PRESENT = re.compile(
    rf"(?:[a-h]\)\s)?(?:(?:Därefter|Sedan|Dessutom|Derefter|Deretter|Også"
    rf"|Även)\s)?(?P<who>{_WHO})(?:\s\([^()]{{1,40}}\))?"
    rf"(?:(?:,\s|\s(?:och|og|and|samt)\s)(?P<second>{_WHO}|[a-zåäöæø]{{4,24}}(?:en|et)))?"
    r"\s(?P<verb>[a-zåäöæø]{2,16}(?:[aeåöi]r|[^aeiou]s|es)|kommer med|kommer med|går vidare med|ser på|tar med"
    r"|kör|gör|gjør|gør|ser|ber|spør|går|får|tar|ger|gir|ask|review|send|write"
    r"|check|contact|prepare|draft)\s(?=\w)"
)
#: "The board is to hand in ...": any verb but those of being.
_SHALL = quick(
    rf"(?P<who>{_WHO}(?:\s(?:och|og|and)\s{_WHO})?)(?:\s\([^()]{{1,40}}\))?\s(?:ska|skall|skal|kommer att|will"
    rf"|shall)\s(?:också |även |også |also |nu |nå |nu |därefter )?"
    r"(?P<verb>(?!vara|ha|bli|kunna|få|være|bli|blive|kunne|have|be|inte|ikke|not|gälla|gjelde|gælde|innebära"
    r"|betyda|fortsätta vara)[a-zåäöæø]{3,20})\s(?=\w)"
)
_PROMISED = quick(
    rf"(?P<who>{_WHO})(?:\s\([^()]{{1,40}}\))?(?:\s(?:och|og|and)\s(?P<second>{_WHO}))?\s(?:har\s|hade\s|has\s"
    rf"|also\s|även\s)?"
    r"(?P<verb>lovade|lovar|lovat|lovet|lover|lovede|åtog sig|åtar sig|åtagit sig|tog på sig|tar på sig|påtog seg"
    r"|påtar seg"
    r"|påtok seg|tok på seg|påtog sig|påtager sig|erbjöd sig|erbjuder sig|tilbød seg|tilbød sig|tilbyr seg"
    r"|promised|undertook"
    r"|offered|volunteered|committed|fick i uppgift|får i uppgift|fikk i oppgave|får i oppgave|fik til opgave"
    r"|får til opgave"
    r"|ska återkomma|skulle återkomma|återkommer|kommer tilbake|vender tilbage|will get back|vill återkomma)\s?"
    r"(?:att|å|at|to|om att)?\s?(?P<what>.{4,300})"
)
_NOTHING = quick(r"(?:inga|inte|inget|ingen|ikke|no|not|none)\b", re.IGNORECASE)
_PROMISE_WORDS = words(
    "lovade lovar lovat lovet lover lovede åtog åtar åtagit påtog påtar påtok påtager tog tar tok erbjöd erbjuder"
    " tilbød"
    " tilbyr promised undertook offered volunteered committed uppgift oppgave opgave återkomma återkommer tilbake"
    " tilbage back"
)
#: Verbs of talking, thinking and being: what was done in the room or is so, not what is to be done.
_TOLD = re.compile(
    r"(?:säg|sei|men|tyck|ans|påpek|frågas?|undr|föreslå|foreslå|inform|berätt|present|vis|framhåll|fremhold|svar"
    r"|konstat"
    r"|tack|takk|tak|häls|öppn|avslut|delt|anslut|lämn|föredr|beskriv|instämm|yrk|påminn|rapport|redog|önsk|ønsk"
    r"|efterlys|etterlys|lyft|betyd|betydd|ha|ä|øv|öv|förklar|inled|kommenter|sammanfatt|efterfråg|nämn|nevn|nævn"
    r"|underström"
    r"|understryk|beton|hänvis|befar|stödj|støtt|stött|biträd|orient|redegj|fortell|fortæll|sie|sig|ber|bed|pek|peg"
    r"|beklag|tror|tro|trod|funder|resoner|upplys|gratuler|reserver|närvar|kom|komm|argumenter|bekräft|bekreft|bekræft"
    r"|ifrågasätt|e|vur|opplys|oplys|uttryck|uttrykk|udtrykk|fram|frem|förord|anfö|anfør|få|må|bö|bør|vill|vil"
    r"|stå|viss|känn"
    r"|kjenn|kend|bli|bliv|ligg|ersätt|erstatt|bedöm|bedømm|vurder|efterträd|representer|repræsenter|arbet|arbeid"
    r"|arbejd|jobb"
    r"|heter|hed|slut|sluttar|lev|bo|äg|eier|ejer|kräv|krev|behöv|trenger|trengs|behøv|förvänt|forvent|avvakt"
    r"|avvent|hopp|håp|håb"
    r"|oro|bekymr|uppskatt|sett|anvend|använd|bruk|följ|anmäl|anmeld|deltag|deltak|represent|utgå|omfatt|gäll"
    r"|gjeld|gæld"
    r"|saknas?|mangl|finns|finn|innebär|innebær|indebær|motsvar|ingå|inngå|indgå|pågå|verk|virk|visar sig|antyd"
    r"|spåd|mark|lär|inviter|inbjud|indbyd|invit|slutt|slut|stopp|bjuder in|ställ|still|pröv|prøv|finn|find"
    r"|rekommend|anbefal|tillstyrk|avstyrk|anmäl|hemställ|förklar|erklær|arranger"
    r"|anordn|tilldel|utse|utpek|jäv|notér|noter|godkänn|godkjenn|godkend|fastställ|beslut|vedta|vedtar|bevilj|bevilg"
    r"|bifall|avslå|återremitter|anta|avsäg|reserver|kall)"
    r"(?:ar|er|r|år|ör|ør|erar)?"
    r"|(?:say|note|think|believe|agree|report|explain|comment|suggest|propose|support|i|ha|wa|doe|want|wishe|wish"
    r"|hope|see|feel"
    r"|represent|work|lead|chair|present|show|need|remain|become|live|stand|mean|welcome|thank|like|know|expect|require"
    r"|include|provide|seem|plan|use|come|run|own|fear|doubt|question|remind|warn|tell|add|mention|point|stres"
    r"|stresse)s"
)
#: Told in the present of what was shown at the meeting, unless it lies ahead.
_SHOWN = re.compile(r"(?:redovis|present|præsent|vis|går igenom|gjennomgå|gennemgå|berätt|orienter|inform)\w*")
#: To ask somebody outside the room is a thing to do.
_ASKS = re.compile(
    r"(?:spør|spørger|frågar|asks?)\s(?:[A-ZÅÄÖÆØ][\w-]{2,30}|[a-zåäöæø-]{3,24}(?:en|et|erne|ene|erna|arna"
    r"|ten))\b(?! (?:hur|hvordan|how)\b)"
)
_AHEAD = quick(
    r"\b(?:till nästa|inför|innan|senast|före|til neste|til næste|inden|innen|før|snarast|omgående|snart"
    r"|efter mötet|etter møtet"
    r"|efter mødet|before|by (?:the end|next|\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*)|until"
    r"|next (?:meeting|week|month)|asap|no later|i (?:januari|februari|mars|april|maj|juni|juli|augusti|september"
    r"|oktober"
    r"|november|december|januar|februar|marts|mai|august|desember|höst|vår|vinter|sommar|høst|sommer|efteråret|foråret)"
    r"|(?:under|til|till|på|over|i løbet af|i løpet av) (?:hösten|våren|vintern|sommaren|høsten|våren|vinteren"
    r"|sommeren|efteråret"
    r"|foråret|veckan|uken|ugen|nästa vecka|neste uke|næste uge|fredag|måndag|tisdag|onsdag|torsdag|mandag|tirsdag))\b",
    re.IGNORECASE,
)
_PAST = quick(
    r"\b(?:\w{2,}(?:ade|ades|erte|edes|dde|ede|ade)|var|blev|ble|sa|fick|fikk|fik|gav|ga|was|were|\w{3,}ed)\b"
)
#: Passive and future: "Återuppringning ska testas i januari."
_TO_BE_DONE = quick(
    r"\b(?:ska|skall|kommer att|skal|vil|må|måste|will|must|shall|to)\s(?:\w+\s){0,2}?"
    r"(?:(?!finnas\b|minnas\b|hoppas\b|lyckas\b|synes\b|findes\b|finnes\b|deles\b|trives\b)[a-zåäöæø]{3,20}(?:as|es)\b"
    r"|be\s[a-z]{3,16}(?:ed|en|t)\b|vara (?:klar\w*|inne|inlämnad\w*|färdig\w*)|være (?:klar\w*|ferdig\w*"
    r"|færdig\w*|levert)"
    r"|på remiss|på høring|i høring)",
)


_SPEECH = re.compile(rf"(?:{PERSON}|{NAME_WORD}(?: [A-ZÅÄÖÆØ]\.?)?|\?): ")


@dataclass(frozen=True, slots=True)
class Promise:
    """A task: whose words name the doers, where it stands in the sentence, where the verb does, how sure."""

    who: str
    place: Span
    verb: int
    confidence: float


def lies_ahead(page: Page, text: str) -> bool:
    """True for a sentence that names a time to come."""
    return _AHEAD.search(text) is not None or due(page, text)[0] is not None


def told_in_past(page: Page) -> bool:
    """True for minutes that tell what happened in the past, so that the present stands out as what is to come."""
    sentences = page.sentences[:400]
    return sum(_PAST.search(sentence.text[:600]) is not None for sentence in sentences) >= 0.3 * max(1, len(sentences))


def promised(sentence: Sentence, people: People) -> Promise | None:
    """ "Olle lovade en artikel till mars" """
    if sentence.words.isdisjoint(_PROMISE_WORDS):
        return None
    match = _PROMISED.search(sentence.text)
    if match is None or match.start() > 60 or not _takes_on(match["who"], people) or _NOTHING.match(match["what"]):
        return None
    who = ", ".join(filter(None, (match["who"], match["second"])))
    return Promise(who, (match.start(), len(sentence.text)), match.start("what"), 0.75)


def undertaken(page: Page, sentence: Sentence, people: People, *, past: bool) -> Promise | None:
    """Somebody of the meeting and a verb in the present that is not one of talking."""
    text = sentence.text
    shall = _SHALL.match(text)
    if (
        shall is not None
        and _takes_on(shall["who"], people)
        and not _NOTHING.search(text[shall.start("verb") - 5 :][:24])
    ):
        return Promise(shall["who"], (shall.start("who"), len(text)), shall.start("verb"), 0.72)
    match = _PRESENT.match(text)
    if match is None or not _takes_on(match["who"], people):
        return None
    ahead = _AHEAD.search(text) is not None or due(page, text)[0] is not None
    if _TOLD.fullmatch(match["verb"]) and not (past and _ASKS.match(text, match.start("verb"))):
        return None
    known = people.knows(match["who"]) or (" " in match["who"] and people.knows(match["who"].split()[0]))
    listed = known or people.titled(match["who"]) is not None
    if _SHOWN.fullmatch(match["verb"]) and not ahead:
        return None
    house = people.knows_organisation(match["who"]) or organisation_score(match["who"]) >= 0.8
    if not (ahead or (listed and (past or len(text) < 110)) or (past and house and len(text) < 110)):
        return None
    if match["verb"].endswith("s") and page.language != "en":
        return None
    who = ", ".join(filter(None, (match["who"], match["second"])))
    confidence = 0.72 if listed and ahead else 0.62
    return Promise(who, (match.start("who"), len(text)), match.start("verb"), confidence)


def to_be_done(page: Page, sentence: Sentence) -> bool:
    """In the passive with a time: nobody is named."""
    text = sentence.text
    if len(text) > 180 or _TO_BE_DONE.search(text) is None or _SPEECH.match(text):
        return False
    return _AHEAD.search(text) is not None or due(page, text)[0] is not None


def _takes_on(who: str, people: People) -> bool:
    """Somebody listed, by name or title, or an organisation that somebody listed comes from."""
    if people.knows(who) or people.knows_organisation(who) or people.titled(who) is not None:
        return True
    first = who.split()[0]
    if organisation_score(who) >= 0.8:
        return True
    return (" " in who and people.knows(first)) or (title_of(who) is not None and who.casefold() != title_of(who))
