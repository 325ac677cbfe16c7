"""When a suggestion is the same thing as an annotated fact: the matching behind ``reader_accuracy.py``.

A suggestion is matched with a fact of its kind (or of one that is as good as the same) when the key fields agree and,
among several, with the one whose passage it shares most with. Names agree in any order, titles by their words, dates
at the precision of the annotation.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

Span = tuple[int, int]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: The fields that identify a fact of a kind. A kind that is not listed is known by its title.
KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "meeting": ("date",),
    "next_meeting": ("date",),
    "document_date": ("date",),
    "presenter": ("person",),
    "participant": ("person",),
    "member": ("person",),
    "person": ("person",),
    "area": ("number", "title"),
    "objective": ("number", "title"),
    "milestone": ("title", "date"),
    "event": ("title", "date"),
    "agreement": ("title", "parties"),
    "body": ("name",),
    "stakeholder": ("organisation",),
    "metric": ("title", "value"),
    "relation": ("from_", "to"),
}
#: The fields beside the keys that are compared.
OTHERS: Final[Mapping[str, str]] = {
    "meeting": "title body form place start end number chair organiser",
    "agenda_item": "number start end date",
    "presenter": "organisation role topic agenda_item",
    "participant": "organisation role attendance mode partial party",
    "member": "organisation role title_at_home",
    "person": "organisation role",
    "next_meeting": "place title",
    "strategy": "owner areas_count objectives_count start end date",
    "programme": "owner areas_count objectives_count start end date",
    "objective": "area",
    "action": "responsible partners date date_kind objective commissioner publisher",
    "milestone": "of",
    "agreement": "date place",
    "body": "host members lead appointed_by objective body_type",
    "event": "end_date place organisers form theme",
    "proposal": "by to",
    "request": "by to",
    "question": "number status",
    "media": "media_type date authors",
    "stakeholder": "of",
}
#: Kinds that count as one when a suggestion is matched; the last pair only outside minutes.
ALIKE: Final = (
    {"person", "member"},
    {"action", "agreement", "milestone"},
    {"question", "request", "proposal"},
    {"body", "stakeholder"},
    {"strategy", "programme"},
)
OUTSIDE_MINUTES: Final = {"event", "meeting"}
#: Kinds whose title the annotator words freely: half the words, or half the passage, is enough.
FREELY_WORDED: Final = _set("action question proposal request metric milestone")

_NUMBERS = _set("number area objective agenda_item")
_COUNTS = _set("areas_count objectives_count value")
_EXACT = _set("form attendance mode partial party date_kind media_type")
_PEOPLE = _set("person chair authors")
_ORGANISATIONS = _set("organisation organiser owner host appointed_by commissioner publisher parties")
_EITHER = _set("lead by to from_ responsible partners organisers members")
_NAMING = ("person", "name", "organisation", "title")
#: Short names that everybody in the field uses, beside the long one they stand for.
_SHORT = {
    "vgr": "region västra götaland",
    "raa": "riksantikvarieämbetet",
    "raä": "riksantikvarieämbetet",
    "snd": "svensk nationell datatjänst",
    "skr": "sveriges kommuner och regioner",
    "skl": "sveriges kommuner och regioner",
    "sveriges kommuner och landsting": "sveriges kommuner och regioner",
    "ki": "karolinska institutet",
    "kb": "kungliga biblioteket",
    "vr": "vetenskapsrådet",
    "fohm": "folkhälsomyndigheten",
    "fhm": "folkhälsomyndigheten",
    "ehm": "ehälsomyndigheten",
    "ivo": "inspektionen för vård och omsorg",
    "sbu": "statens beredning för medicinsk och social utvärdering",
    "msb": "myndigheten för samhällsskydd och beredskap",
    "pts": "post och telestyrelsen",
    "smhi": "sveriges meteorologiska och hydrologiska institut",
    "digg": "myndigheten för digital förvaltning",
    "scb": "statistiska centralbyrån",
    "sgu": "sveriges geologiska undersökning",
    "esv": "ekonomistyrningsverket",
    "tlv": "tandvårds och läkemedelsförmånsverket",
    "iva": "kungl. ingenjörsvetenskapsakademien",
    "kth": "kungliga tekniska högskolan",
    "uu": "uppsala universitet",
    "lu": "lunds universitet",
    "gu": "göteborgs universitet",
    "umu": "umeå universitet",
    "liu": "linköpings universitet",
    "su": "stockholms universitet",
    "slu": "sveriges lantbruksuniversitet",
    "ltu": "luleå tekniska universitet",
}
_PLAIN = str.maketrans(dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛′´`", "'") | dict.fromkeys("‐‑‒–—―−", "-"))
_DIVIDED = re.compile(r"(?<=\w)[-\u00ad][ \t]*\r?\n(?!\s*(?:och|eller|og|and)\b)\s*")
_LIST_MARK = re.compile(
    r"^(?:[-*•·▪#>]+\s+|(?:§+|sak|punkt|pkt)\s*\d+(?:/\d+)?[.:]?\s+|\d{1,3}/\d{2,4}[.:]?\s+"
    r"|\d{1,2}(?:\.\d{1,2})*[.):]?\s+|[a-z]\)\s+)+"
)
_ADDRESS = _set(
    "dr doktor prof professor docent phd md mr mrs ms hr herr fru vd ceo statsråd statssekreterare generaldirektör"
)


def plain(value: Any) -> str:
    """One spelling for what differs only in case, typography, line division or closing stops."""
    text = _DIVIDED.sub("", unicodedata.normalize("NFC", str(value)).translate(_PLAIN))
    return " ".join(text.replace("\u00ad", "").casefold().split()).rstrip(" .,;:!?…")


def words(value: Any) -> list[str]:
    """The words of a title without its list mark."""
    text = plain(value)
    return re.findall(r"\w+", _LIST_MARK.sub("", text)) or re.findall(r"\w+", text)


def f1(one: Sequence[str], other: Sequence[str]) -> float:
    """How much two bags of words share, 0 to 1."""
    common = sum((Counter(one) & Counter(other)).values())
    return 2 * common / (len(one) + len(other)) if common else 0.0


def name_parts(value: Any, *, remarks: bool = False) -> list[str]:
    """The parts of a person's name without titles and, unless kept, remarks in brackets."""
    text = re.sub(r"[()\[\]]" if remarks else r"\([^()]*\)|\[[^\[\]]*\]", " ", plain(value))
    parts = [part.strip(".") for part in text.replace(",", " ").split()]
    return [part for part in parts if part and part not in _ADDRESS and not part.endswith("minister")] or parts


def same_person(one: Any, other: Any) -> bool:
    """The same parts in any order, or the same first and last part."""
    a, b = name_parts(one), name_parts(other)
    if not a or not b:
        return False
    return Counter(a) == Counter(b) or (min(len(a), len(b)) > 1 and (a[0], a[-1]) == (b[0], b[-1]))


def _organisation(text: str) -> str:
    text = re.sub(r":s$|(?<=\w{3})s$", "", text.replace("-", ""))
    region = re.fullmatch(r"region (?P<after>.+?)(?: län)?|(?P<before>.+?) ?regionen", text)
    if region:
        text = "region " + re.sub(r"(?<=\w{3})s$", "", region["after"] or region["before"])
    return _SHORT.get(text, text)


def _shortens(short: str, long: str) -> bool:
    letters = iter(long)
    fits = bool(short) and " " not in short and len(short) < len(long) and short[0] == long[0]
    return fits and all(letter in letters for letter in short)


def organisation_forms(value: Any) -> frozenset[str]:
    """Every spelling under which an organisation is known."""
    text = plain(value)
    forms = {text}
    remark = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", text)
    if remark and (_shortens(remark[2], remark[1]) or _shortens(remark[1], remark[2])):
        forms |= {remark[1], remark[2]}
    return frozenset(re.sub(r"(?<=\w{3})s$", "", _organisation(form)) for form in forms if form)


def same_value(name: str, one: Any, other: Any, *, enough: float = 0.8) -> bool:
    """Whether two single values of a field are the same, as that field's nature demands."""
    if name in ("date", "end_date"):
        return str(one).strip() == str(other).strip()
    if name in ("start", "end"):
        return _clock(one) == _clock(other)
    if name in _COUNTS:
        try:
            return float(one) == float(other)
        except (TypeError, ValueError):
            return False
    if name in _NUMBERS or name in _EXACT:
        return plain(one) == plain(other)
    if name in _PEOPLE or (name in _EITHER and same_person(one, other)):
        return same_person(one, other)
    if name in _ORGANISATIONS or name in _EITHER or name in ("body", "name"):
        same = bool(organisation_forms(one) & organisation_forms(other))
        if same or name not in ("body", "name"):
            return same
    return f1(words(one), words(other)) >= enough


def _clock(value: Any) -> str:
    match = re.fullmatch(r"(?:kl\.?\s*)?(\d{1,2})[.:](\d{2})(?:[.:]\d{2})?", plain(value))
    return f"{int(match[1]):02}:{match[2]}" if match else plain(value)


def is_empty(value: Any) -> bool:
    """Nothing said."""
    return value is None or value is False or value == "" or value == [] or value == ()


def as_list(value: Any) -> list[Any]:
    """A value as a list of values."""
    return [] if is_empty(value) else list(value) if isinstance(value, list | tuple) else [value]


def field_points(fact: Mapping[str, Any], name: str, got: Any) -> float | None:
    """How right a field is, 0 to 1; None when there is nothing to compare."""
    expected = fact.get(name)
    if (name in _NUMBERS and expected is None) or (is_empty(expected) and is_empty(got)):
        return None
    if name == "date" and fact.get("approx") and str(fact["approx"]) == str(got):
        return 1.0
    if is_empty(got):
        return float(fact.get(f"{name}_match") == "optional")
    if is_empty(expected):
        return 0.0
    if isinstance(expected, list):
        return _list_f1(fact, name, expected, as_list(got))
    enough = 0.5 if name == "title" and fact["kind"] in FREELY_WORDED else 0.8
    naming = next((field for field in _NAMING if field in keys_of(fact)), None)
    spellings = [expected, *(fact.get("aliases") or [] if name == naming else [])]
    spellings += [fact["full_name"]] if name == "person" and fact.get("full_name") else []
    return float(any(same_value(name, spelling, got, enough=enough) for spelling in spellings))


def _list_f1(fact: Mapping[str, Any], name: str, expected: list[Any], got: list[Any]) -> float:
    left, hits = list(got), 0
    for item in expected:
        # A first name stands for the whole name that the annotation gives beside it.
        full = fact.get("full_name")
        whole = [full] if full and name_parts(item) == name_parts(full)[:1] else []
        match = next((g for g in left if any(same_value(name, s, g) for s in [item, *whole])), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return 2 * hits / (len(expected) + len(got)) if hits else 0.0


def keys_of(fact: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields that identify a fact; an organisation may attend without naming anybody."""
    if fact["kind"] == "participant" and is_empty(fact.get("person")):
        return ("organisation",)
    return KEYS.get(fact["kind"], ("title",))


def has(kind: str, name: str) -> bool:
    """Whether facts of a kind have a field."""
    return name in KEYS.get(kind, ("title",)) or name in OTHERS.get(kind, "").split()


def value_of(kind: str, fields: Mapping[str, Any], name: str) -> Any:
    """A field of a suggestion; bodies call ``name`` what stakeholders call ``organisation``."""
    if (kind, name) == ("stakeholder", "name"):
        return fields.get("organisation")
    return fields.get("name") if (kind, name) == ("body", "organisation") else fields.get(name)


def same_kind(one: str, other: str, *, minutes: bool) -> bool:
    """Whether two kinds count as one in a document."""
    groups = ALIKE if minutes else (*ALIKE, OUTSIDE_MINUTES)
    return one == other or any(one in group and other in group for group in groups)


def merged(spans: Iterable[Sequence[int]]) -> list[Span]:
    """The same positions as spans that do not meet."""
    result: list[Span] = []
    for start, end in sorted(tuple(span) for span in spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def length(spans: Iterable[Sequence[int]]) -> int:
    """How many positions spans cover."""
    return sum(end - start for start, end in merged(spans))
