"""A person with the title before the name: "mikrobiologen Anna Ek", "Jordbruksverkets generaldirektör Bo Ek", "minister
for Public Administration Carl Ek", and what stands behind the name then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docreader.facts.phrases import phrases
from docreader.model import Span
from docreader.text.names import (
    PERSON,
    is_given_name,
    is_registered,
    is_title,
    organisation_score,
    person_score,
    role_score,
    title_of,
)
from docreader.text.organisation_words import ORGANISATION_WORDS
from docreader.text.register import COUNTRIES, PLACES
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick
from docreader.text.words import words

_NAME = re.compile(PERSON)
#: Endings of words for what somebody is, in the definite and the indefinite form.
_OCCUPATION = re.compile(
    r"(?:olog|ologi|nom|iker|ist|ör|ør|are|arie|arkitekt|pedagog|kirurg|psykiater|tandläkare|tannlege|tandlæge|lege"
    r"|læge|läkare|jurist|advokat|chef|sjef"
    r"|leder|ledare|råd|rådgiver|minister|mästare|mester|direktör|direktør|rektor|skötare|sköterska|plejer|pleier"
    r"|forsker|lärare|lærer"
    r"|ingenjör|ingeniør|historiker|kritiker|tekniker|politiker|praktikant|assistent|konsulent|konsult|representant"
    r"|kandidat|student"
    r"|doktorand|stipendiat|professor|docent|lektor|amanuensis|kapten|kaptein|general|överste|biskop|präst|prest"
    r"|præst|kyrkoherde|sogneprest|proviantør"
    r"|general|redaktør|redaktör|vært|värd|vert|ordfører|ordstyrer|formand|ordförande|moderator|koordinator|sekretær"
    r"|sekreterare|samordnare|ansvarig|ansvarlig"
    r"|fisker|fiskare|bonde|bager|bagare|baker|lantbrukare|gårdbruker|landmand|gårdejer|ägare|eier|ejer|gründer"
    r"|grundare|grundlægger|medarbejder|medarbetare|medarbeider"
    r"|officer|mayor|councillor|gardener|farmer|nurse|doctor|architect|lawyer|author|historian|journalist|curator"
    r"|warden|chairman|chairwoman|founder|owner|lecturer|pastor|priest|bishop|ranger|manager|director|adviser"
    r"|advisor|engineer|scientist|researcher|coordinator|analyst|secretary|president|spokesperson|spokeswoman"
    r"|spokesman|teacher"
    r"|economist|planner|consultant|ombudsman|ombud|kommissær|kommissionær|kommissarie|inspektör|inspektør|strateg"
    r"|planlægger|planlegger|planerare|antikvar|antikvarie"
    r"|elev|lærling|lärling|förälder|bibliotekar|bibliotekarie|arkivar|arkivarie|vaktmästare|vaktmester|kock|kokk"
    r"|kok|landshövding|statsforvalter|borgmester|borgmästare|ledamot|medlem)"
    r""
)
_DEFINITE: Final = ("", "n", "en", "et", "a", "s", "ns", "ens")
#: What stands between a title and the name: "Ordförande är Anna Ek".
_COPULA: Final = words("är er is var was blir bliver blev ble heter hedder")
_CREDIT = re.compile(
    r"(?:foto\w*|photo\w*|bild\w*|billede\w*|bilde\w*|illustration\w*|illustrasjon\w*|©|\(c\)|design|formgivning"
    r"|layout|text|tekst|grafik)\s?(?:av|by|af|:|/)?\W{0,3}$",
    re.I,
)
_APPOINTED = quick(
    rf"\b(?:utse\w*|utnämn\w*|förordna\w*|val[tdj]\w*|appoint\w*|elected|named|udpeg\w*|udnævn\w*|oppnevn\w*"
    rf"|utnevn\w*|utpek\w*)\s(?P<person>{PERSON})\s(?:till|som|til|as|to be)\s(?:ny |nye |new )?"
    r"(?P<role>[a-zåäöæø][\w-]+(?: [a-zåäöæø][\w-]+){0,2}?)(?=[,.;]|\s(?:för|for|i|of|vid|på|av|och|og|and|från"
    r"|at)\s|$)"
)
#: Words that look like that and are something else when a name follows.
_NO_TITLE: Final = words("""
    områden området område leder styrer senare tidigare snarare närmare vidare forsker møder deler gør för før hör
    hør kör kjører kører gör läser
    vinner finner minner are fire flere heter hedder vert värd råd elev ansvarig kandidat general medlem klare bare
    sådan eller
    ellers efter etter under över över høyere större större lär rör rører berør tilhører hører
    svarar svarare frågar undrar minister's nyere eldre äldre yngre
""")
_MODIFIER = re.compile(
    r"(?:[\w-]{2,30}(?:isk|iske|iska|sk|ske|ska|ell|ella|elle|ande|ende)|tidigare|tidligere|förre|förra|forrige"
    r"|avgående|vice|tf|tillförordnad|biträdande|assisterende|ny|nye|nya|senior|former"
    r"|deputy|acting|chief|project|policy|programme|course|team|general|managing|executive|regional|national|daglig"
    r"|fungerende|konstituert|leitende|ledande|[\w-]{2,24}-)"
)
_OF = quick(
    r"\b(?P<role>(?i:(?:minister|chef|direktör|direktør|head|director|leder|ansvarig|samordnare|secretary|adviser"
    r"|professor|manager|coordinator|rådgiver|president|vice-president)(?:n|en)?)"
    r"\s(?:för|for|of|i|in)\s(?:the )?[\w-]+(?:\s(?:och|og|and|&)?\s?[\w-]+){0,4}?)\s$"
)
_BRACKET = re.compile(r"\s?\((?P<what>[^()]{2,90})\)")
_COMMA = re.compile(r",\s(?P<what>[^,.;:()\"]{2,70}(?:,\s[A-ZÅÄÖÆØ][^,.;:()\"]{1,60})?)(?=[,.;)\"]|$)")
_AT = re.compile(
    r"\s(?:från|fra|from|of|på|vid|hos|ved|at)\s(?:the )?(?P<what>[A-ZÅÄÖÆØ][\w&:.-]*(?:\s(?:[A-ZÅÄÖÆØ][\w&-]*"
    r"|[a-zåäöæø]*(?:universitet|högskola|høgskole|kommun|kommune|län|sjukhus|sykehus|museum|förbund|forbund|centrum"
    r"|senter|center|institut|institutt|bibliotek|skola|akademi|förening|forening"
    r"|verk)\b))*(?:\si\s[A-ZÅÄÖÆØ][\w-]+)?)"
)
#: Names that go on behind "i".
_HEADED = quick(r"(?:Høgskolen|Högskolan|Universitetet|Länsstyrelsen|Handelshögskolan|Museet|Nämnden|Rådet)\b")
_WORD = re.compile(r"[\w&'’.-]+[,:;]?")
#: What may begin a sentence and be taken for a part of the name.
_NOT_FIRST: Final = words("""
    och men när där här på i hos med av till för från om så nu då vad hur är har sedan enligt samtidigt även bara
    också inte
    og når der her hos med af til for fra om så nå da hva hvad hvor er har siden ifølge også ikke bare i
    and but when where here at in on with by to for from so now then what how is has since according also not only
    meanwhile
    illustration illustrationer formgivning grafik design tack förlåt hej kära kjære kære foto photo bild text
    kontakt contact ansvarig presskontakt dr prof herr frau fru mr mrs ms
""")


@dataclass(frozen=True, slots=True)
class Title:
    """What stands before a name: a title, perhaps with the organisation in the genitive, and where it begins."""

    role: str
    organisation: str | None
    start: int


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A name with what is said before and behind it."""

    person: str
    role: str | None
    organisation: str | None
    start: int
    end: int
    titled: bool


def people_named(sentence: Sentence) -> Iterator[NamedPerson]:
    """Everybody whom the sentence names in full."""
    text = sentence.text
    for match in _NAME.finditer(text):
        start, name = _without_lead(match.start(), match[0])
        inner = _title_inside(name)
        if inner is not None:
            title: Title | None = Title(occupation_of(inner[0]) or inner[0].lower(), None, start)
            start, name = start + len(inner[0]) + 1, inner[1]
        else:
            title = title_before(text, start)
        role, organisation, end = _behind(text, start + len(name))
        if not _is_person(text, start, name, title, told=bool(role or organisation)):
            continue
        begin = title.start if title else start
        yield NamedPerson(
            name,
            title.role if title else role,
            organisation or (title.organisation if title else None),
            begin,
            end,
            title is not None,
        )


def _is_person(text: str, start: int, name: str, title: Title | None, *, told: bool) -> bool:
    """A full name and no credit; without title or employer only one that begins with a common given name."""
    first, _, rest = name.partition(" ")
    score = person_score(name)
    colon = title is not None and text[max(0, start - 2) : start] == ": "
    least = 0.5 if title and not colon else 0.65
    if not rest or score < least or is_registered(name) or organisation_score(name) >= 0.6 or title_of(first):
        return False
    if _CREDIT.search(text, max(0, start - 24), start):
        return False
    return title is not None or is_given_name(first) or (told and score >= 0.65)


def appointed(sentence: Sentence) -> Iterator[NamedPerson]:
    """ "Regeringen har utsett Anna Ek till nationell samordnare"."""
    for match in _APPOINTED.finditer(sentence.text):
        if person_score(match["person"]) >= 0.5 and role_score(match["role"]) >= 0.7:
            yield NamedPerson(match["person"], match["role"], None, match.start("person"), match.end(), True)


def _without_lead(start: int, name: str) -> tuple[int, str]:
    """Without a word that begins the sentence: "Och Mouna Kassis"."""
    first, _, rest = name.partition(" ")
    while rest and first.casefold().rstrip(".") in _NOT_FIRST and not is_given_name(first):
        start += len(first) + 1
        first, _, rest = rest.partition(" ")
        name = f"{first} {rest}".strip()
    return start, name


def _title_inside(name: str) -> tuple[str, str] | None:
    """A title with a capital at the start of a sentence: "Läkaren Anna Ek"."""
    first, _, rest = name.partition(" ")
    if " " in rest and not is_given_name(first) and (is_title(first) or (len(first) > 6 and occupation_of(first))):
        return first, rest
    return None


def occupation_of(word: str) -> str | None:
    """What somebody is, in the indefinite form: "mikrobiologen" is mikrobiolog. None for any other word."""
    lowered = word.casefold().rstrip(":")
    if lowered in _NO_TITLE or len(lowered) < 4:
        return lowered if lowered in ("vd", "gd", "ceo", "cto") else None
    bare = title_of(word.rstrip(":"))
    if bare is not None:
        return bare
    for ending in _DEFINITE:
        if lowered.endswith(ending):
            stem = lowered[: len(lowered) - len(ending)]
            if any(_OCCUPATION.fullmatch(stem, at) for at in range(max(0, len(stem) - 16), max(0, len(stem) - 2))):
                return stem
    return None


def title_before(text: str, start: int) -> Title | None:
    """The title right before a name, read backwards word by word."""
    long = _OF.search(text, max(0, start - 90), start)
    if long and role_score(long["role"].split()[0]) >= 0.7:
        return Title(long["role"], None, long.start("role"))
    before = list(_WORD.finditer(text, max(0, start - 90), start))
    if before and before[-1][0] in ("Dr", "Dr.", "Prof.", "Professor", "Docent"):
        before.pop()
    if not before or before[-1][0][-1] in ",;" or text[before[-1].end() : start].strip("\" '\u201d"):
        return None
    joined = before[-1][0] in _COPULA
    if joined:
        before.pop()
    if not before:
        return None
    last = before.pop()
    word = last[0].rstrip(":")
    occupation = occupation_of(word)
    if not (word[0].islower() or last.start() == 0 or last[0].endswith(":")) or occupation is None:
        return None
    begin, role = last.start(), occupation
    while before and _MODIFIER.fullmatch(before[-1][0]) and (before[-1][0][0].islower() or before[-1].start() == 0):
        piece = before.pop()
        begin, role = piece.start(), f"{piece[0].lower()} {role}"
    if before and before[-1][0] in ("och", "og", "and") and len(before) > 1 and before[-2][0].endswith("-"):
        begin, role = before[-2].start(), f"{before[-2][0]} {before[-1][0]} {role}"
        before = before[:-2]
    return _with_owner(before, role, begin)


def _with_owner(before: list[re.Match[str]], role: str, begin: int) -> Title:
    """ "SMHI:s klimatolog": the organisation in the genitive; "Litauens energiminister" keeps the country."""
    owner = before[-1] if before else None
    if owner is None or not owner[0][:1].isupper() or not owner[0].endswith("s"):
        return Title(role, None, begin)
    name = re.sub(r"(?::|')?s$", "", owner[0])
    if name in COUNTRIES or name in PLACES:
        return Title(f"{owner[0]} {role}", None, owner.start())
    if name.casefold() in ORGANISATION_WORDS:
        return Title(role, None, begin)  # "kommunens miljöchef" names no municipality
    if organisation_score(name) >= 0.45 and person_score(name) < 0.5:
        return Title(role, name, owner.start())
    return Title(role, None, begin)


def _behind(text: str, end: int) -> tuple[str | None, str | None, int]:
    """The title and the employer behind a name, and where they end."""
    match = _BRACKET.match(text, end) or _COMMA.match(text, end) or _AT.match(text, end)
    if match is None:
        return None, None, end
    role = organisation = None
    for item in phrases(match["what"]):
        if item.sort == "role" and role is None and organisation is None:
            role = item.text
        elif item.sort == "organisation" and organisation is None and organisation_score(item.text) >= 0.45:
            organisation = item.text
        elif item.sort == "person":
            break
    if organisation in PLACES:
        organisation = None
    if organisation is not None and match.re is _AT and not _HEADED.match(organisation):
        organisation = re.split(r"\si\s(?=[A-ZÅÄÖÆØ])", organisation)[0]
    return role, organisation, match.end() if role or organisation else end


def span_of(sentence: Sentence, named: NamedPerson) -> Span:
    """Where the person is named."""
    return sentence.part(named.start, named.end)
