"""The headings of lists of people, and what they say about all in the list."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ABSENT = (
    r"(?:ej|icke|inte) (?:närvarande|deltagande)|frånvarande|frånvaro|(?:anmält "
    r"|anmälda )?förhinder(?:ade)?|förhindrade|(?:lämnat )?återbud"
    r"|avanmälda|(?:meldt )?forfall|frafall|fravær(?:ende)?|ikke til ?stede|ikke mødt|afbud|absent"
    r"|apologies(?: for absence)?|regrets|excused"
)


_PRESENT = (
    r"närvarande|närvaro|deltagare|deltagande|deltog|mötesdeltagare|medverkande|medverkade|beslutande"
    r"|ledamöter|ordinarie ledamöter|tjänstgörande"
    r"|(?:ej |icke )tjänstgörande(?: ersättare)?|ersättare|suppleanter|adjungerade?|kallade?|inbjudna?"
    r"|gäster|övriga|gruppens medlemmar|medlemmar"
    r"|(?:dessuten|i tillegg) (?:møtte|deltok)|desuden (?:deltog|mødte)|dessutom (?:deltog|närvarade)"
    r"|också närvarande|også til ?stede|also present|från \w{2,30}|representanter|til ?stede"
    r"|tilstedeværende|deltakere|møtende|møtte|medlemmer|varamedlemmer|observatør(?:er)?"
    r"|fra (?:administrasjonen|sekretariatet|forvaltningen)|deltagere|fremmødte|mødedeltagere|øvrige|andre"
    r"|participants|present|attendees|attendance|in attendance"
    r"|members|others|guests|observers|observatörer|föredragande|tjänstemän|digitalt|på plats|fysiskt"
    r"|på distans|via länk|i \w{3,20}"
)


_ROLE = (
    r"ordförande|mötesordförande|sekreterare|mötessekreterare|vid protokollet|antecknare|samordnare"
    r"|sammankallande|justerare|leder|møteleder|referent|sekretær|ordstyrer|formand|mødeleder|chair(?:person"
    r"|man)?|secretary|note ?taker"
)


_TAIL = (
    r"(?:[ /,]{1,3}(?:vid|på|på|i|till|av|från|under|och|og|and|samt|ved|på|at|the|mötet|møtet|mødet"
    r"|meeting|dagens|deltagare|deltog|närvarande|ledamöter|ledamot|"
    r"ersättare|tjänstemän|digitalt|digitala|digital|fysiskt|fysisk|distans|plats|länk|teams|via|zoom"
    r"|skype|online|remotely|remote|onsite|on|site|room|person|in|personer|"
    r"övriga|medverkande|adjungerade|suppleanter|organisationer|organisation|gäster|arbetsgruppen"
    r"|styrgruppen|referensgruppen|gruppen|politiker|tjänstgörande|"
    r"del|delar|members|deltagere|deltakere|deltager|tilstede|stede|medlemmer|øvrige|observers|present"
    r"|participants|attendees|förhinder|"
    r"[A-ZÅÄÖ][\wåäö]{2,20})){0,6}"
)


_HEAD = re.compile(
    rf"(?P<absent>{_ABSENT})(?![\wåäö]){_TAIL}(?P<count>\s?\(?\d{{0,3}}\s?(?:st|personer"
    rf"|pers)?\.?\)?)?\s*(?P<colon>:)?\s*"
    rf"|(?P<present>(?:(?:övriga|också|ytterligare|även|øvrige|andre|other|also|samtliga|inbjudna|digitala"
    rf"|fysiska|närvarande|deltagande)\s)?"
    rf"(?:{_PRESENT}))(?![\wåäö]){_TAIL}(?P<count2>\s?\((?:\d{{1,3}}\s?(?:st|personer|pers)?\.?"
    rf"|[^()]{{0,40}})\))?\s*(?P<colon2>:)?\s*"
    rf"|(?P<role>{_ROLE})(?![\wåäö])\s*(?P<colon3>:)\s*",
    re.IGNORECASE,
)


_OPENERS = re.compile(
    rf"(?:{_ABSENT}|närvarande|närvaro|deltagare|deltagande|deltog|mötesdeltagare|medverkande|beslutande"
    rf"|ledamöter|ordinarie ledamöter|til ?stede|tilstedeværende"
    r"|deltakere|møtende|møtte|deltagere|fremmødte|mødedeltagere|participants|present|attendees|attendance"
    r"|in attendance|members present|övriga närvarande"
    r"|närvarande ledamöter|digitala deltagare|fysiska deltagare|övriga deltagare|samtliga deltagare"
    r"|medlemmer|medlemmar)(?![\wåäö])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the heading of a list says about all in it."""

    attendance: str = "present"
    mode: str | None = None
    role: str | None = None
    organisation: str | None = None


def head_of(text: str, *, opening: bool) -> tuple[Head, int] | None:
    """The meaning of a heading at the start of a line, and where the words after it begin.

    ``opening`` demands a word that can open a list by itself ("Deltagare"); inside a list lesser words do
    ("Övriga", "Digitalt").
    """
    prefix = re.match(r"(?:[#>*_\s|-]|\d{1,2}[.)]\s){0,8}", text)
    start = prefix.end() if prefix else 0
    match = _HEAD.match(text, start)
    if match is None or (
        opening and not _OPENERS.match(text, start) and not re.search(_OPENERS.pattern, match[0], re.I)
    ):
        return None
    end = match.end()
    rest = text[end:].lstrip("*_ ").lstrip()
    colon = match["colon"] or match["colon2"] or match["colon3"] or text[end:].lstrip("*_ ").startswith(":")
    if rest.startswith(":"):
        rest = rest[1:]
    rest = rest.lstrip("*_ :").rstrip("*_ ")
    if rest and not colon and not rest.startswith("|"):
        return None
    if text[start].islower() and not colon:
        return None
    words = match[0].casefold()
    return _meaning(words, match), len(text.rstrip("*_ ")) - len(rest) if rest else len(text)


def _meaning(words: str, match: re.Match[str]) -> Head:
    mode = None
    if re.search(r"digital|distans|länk|teams|zoom|skype|online|remot", words):
        mode = "digital"
    elif re.search(r"fysisk|på plats|on ?site|in person|\bi [a-zåäö]", words):
        mode = "physical"
    attendance = "absent" if match["absent"] else "present"
    role = None
    if match["role"]:
        role = match["role"].casefold()
    elif re.search(r"ersättare|suppleant|varamed", words):
        role = "ersättare"
    elif re.search(r"adjungera", words):
        role = "adjungerad"
    elif re.search(r"föredragande", words):
        role = "föredragande"
    source = re.fullmatch(r"(?:från|fra) (\w{2,30})[\s:]*", match[0].strip(), re.IGNORECASE)
    return Head(attendance, mode, role, source[1] if source else None)
