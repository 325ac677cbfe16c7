"""Comparing one document's suggestions with its annotation: who is paired with what, and what is counted."""

from __future__ import annotations

import fnmatch
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from reader_matching import (
    FREELY_WORDED,
    OTHERS,
    as_list,
    f1,
    field_points,
    has,
    is_empty,
    keys_of,
    length,
    merged,
    name_parts,
    same_kind,
    same_value,
    value_of,
    words,
)

from docreader import read

#: Kinds that count in minutes even when the annotation has none of them.
ALWAYS = frozenset({"next_meeting", "participant", "agenda_item"})
#: How much longer than the annotated passage a passage may be.
SLACK = 400


@dataclass
class Result:
    """What one document gave: counts per kind, and every counted suggestion with whether it was right."""

    name: str
    kinds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    judged: list[tuple[float, str, bool, str]] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    seconds: float = 0.0
    about: Counter[str] = field(default_factory=Counter)


def documents(folder: Path, only: str) -> Iterator[tuple[dict[str, Any], Path]]:
    """Each annotation with the path of its text."""
    gold = folder / "gold" if (folder / "gold").is_dir() else folder
    texts = next((folder / name for name in ("texts", "seeds") if (folder / name).is_dir()), folder)
    for path in sorted(gold.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        if not fnmatch.fnmatchcase(str(data["id"]), only):
            continue
        names = (f"{data['id']}.txt", str(data["source"].get("seed_file")))
        source = next((texts / name for name in names if (texts / name).is_file()), None)
        if source is None:
            print(f"{path.name}: no text in {texts}", file=sys.stderr)
        else:
            yield data, source


def judge(gold: dict[str, Any], source: Path) -> Result:
    """Read one document and compare."""
    result = Result(gold["id"])
    started = time.process_time()
    reading = read(source.read_bytes(), name=f"document{source.suffix}")
    result.seconds = time.process_time() - started
    text, said = reading.text, [item.to_json() for item in reading.suggestions]
    pairs = paired(gold, said)
    found = set(pairs.values())
    for number, fact in enumerate(gold["facts"]):
        if fact["weight"] == "core":
            result.kinds[fact["kind"]]["core"] += 1
            result.kinds[fact["kind"]]["found"] += number in found
            if number not in found:
                result.missed.append(f"{fact['kind']} {shown(fact, keys_of(fact))} {quote(text, [fact['evidence']])}")
    kinds = {fact["kind"] for fact in gold["facts"]}
    for number, item in enumerate(said):
        trapped = trap(gold, item)
        result.kinds[item["kind"]]["traps"] += trapped
        if number in pairs:
            count_match(result, gold, gold["facts"][pairs[number]], item)
        elif counts(gold, item["kind"], kinds):
            result.kinds[item["kind"]]["said"] += 1
        else:
            continue
        words_ = f"{item['kind']} {shown(item['fields'], item['fields'])} {quote(text, item['evidence'])}"
        result.judged.append((item["confidence"], item["kind"], number in pairs and not trapped, words_))
    document = reading.document
    result.about.update(
        kind=document.kind == gold["doc_type"],
        language=document.language == gold["language"],
        published=document.published == (str(gold["published"]) if gold.get("published") else None),
        title=f1(words(document.title), words(gold["title"])) >= 0.8,
    )
    return result


def counts(gold: dict[str, Any], kind: str, kinds: Iterable[str]) -> bool:
    """Whether suggestions of a kind count for precision in a document."""
    minutes = gold["doc_type"] == "minutes"
    return (minutes and kind in ALWAYS) or any(same_kind(kind, other, minutes=minutes) for other in kinds)


def paired(gold: dict[str, Any], said: list[dict[str, Any]]) -> dict[int, int]:
    """Suggestions and facts one to one, the greatest shared passage first: number of suggestion to that of fact."""
    minutes = gold["doc_type"] == "minutes"
    candidates = []
    for s, item in enumerate(said):
        for f, fact in enumerate(gold["facts"]):
            if not same_kind(item["kind"], fact["kind"], minutes=minutes):
                continue
            shared = overlap(item["evidence"], fact["evidence"])
            if agrees(fact, item, shared):
                keys = keys_of(fact)
                alike = f1(key_words(fact, fact["kind"], keys), key_words(item["fields"], item["kind"], keys))
                candidates.append((-shared, -alike, item["kind"] != fact["kind"], fact["weight"] != "core", s, f))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, s, f in sorted(candidates):
        if s not in pairs and f not in taken:
            pairs[s] = f
            taken.add(f)
    return {s: original(gold["facts"], f, taken) for s, f in pairs.items()}


def original(facts: list[dict[str, Any]], number: int, taken: set[int]) -> int:
    """The core fact that an optional one only repeats, unless it was found already."""
    fact = facts[number]
    if fact["weight"] == "core":
        return number
    for other, core in enumerate(facts):
        if core["weight"] == "core" and identity(core) == identity(fact) and other not in taken:
            taken.add(other)
            return other
    return number


def identity(fact: dict[str, Any]) -> tuple[str, str]:
    """What two annotations of the same thing share."""
    return fact["kind"], repr([fact.get(name) for name in keys_of(fact)])


def agrees(fact: dict[str, Any], item: dict[str, Any], shared: float) -> bool:
    """Whether all key fields agree. A shared passage stands in for a title in one's own words."""
    fields, keys = item["fields"], keys_of(fact)
    if keys == ("organisation",) and fact["kind"] == "participant" and not is_empty(fields.get("person")):
        return False
    for name in keys:
        named = item["kind"] in ("body", "stakeholder") and name in ("name", "organisation")
        if not named and not has(item["kind"], name):
            continue
        if name == "title" and fact["kind"] in FREELY_WORDED and shared >= 0.5:
            continue
        points = field_points(fact, name, value_of(item["kind"], fields, name))
        if points is not None and points < 0.8:
            return False
    return True


def key_words(values: dict[str, Any], kind: str, keys: Iterable[str]) -> list[str]:
    """The words of the key fields."""
    return words(" ".join(str(value) for name in keys for value in as_list(value_of(kind, values, name))))


def overlap(spans: list[list[int]], gold: list[int]) -> float:
    """The share of all positions covered by either that both cover."""
    common = sum(max(0, min(end, gold[1]) - max(start, gold[0])) for start, end in merged(spans))
    return common / (length(spans) + gold[1] - gold[0] - common)


def count_match(result: Result, gold: dict[str, Any], fact: dict[str, Any], item: dict[str, Any]) -> None:
    """One matched suggestion: its passage and its other fields."""
    tally = result.kinds[fact["kind"]]
    goals = [fact["evidence"], *(fact.get("field_evidence") or {}).values()]
    if fact["weight"] == "core":
        goals += [f["evidence"] for f in gold["facts"] if f["weight"] != "core" and identity(f) == identity(fact)]
    tally.update(said=1, matched=1, evidence=touches(item["evidence"], goals))
    for name in OTHERS.get(fact["kind"], "").split():
        if name not in fact or name in keys_of(fact) or not has(item["kind"], name):
            continue
        points = field_points(fact, name, value_of(item["kind"], item["fields"], name))
        if points is not None:
            tally.update(fields=1, points=round(100 * points))


def touches(spans: list[list[int]], goals: list[list[int]]) -> bool:
    """Whether a passage meets an annotated one and they are not much longer in all."""
    if length(spans) > length(goals) + SLACK:
        return False
    return any(
        start < goal[1] and goal[0] < end and end - start <= goal[1] - goal[0] + SLACK
        for start, end in spans
        for goal in goals
    )


def trap(gold: dict[str, Any], item: dict[str, Any]) -> bool:
    """Whether a suggestion is one of the mistakes that the annotation warns of."""
    minutes = gold["doc_type"] == "minutes"
    for mistake in gold.get("traps") or []:
        if same_kind(mistake["kind"], item["kind"], minutes=minutes) and walks_into(mistake, item["fields"]):
            listed = [f for f in gold["facts"] if f["kind"] == mistake["kind"] and walks_into(mistake, f)]
            attendance = item["fields"].get("attendance")
            if not any(is_empty(f.get("attendance")) or f["attendance"] == attendance for f in listed):
                return True
    return False


def walks_into(mistake: dict[str, Any], fields: dict[str, Any]) -> bool:
    """Every field of the mistake has the same value. A finer date is the same mistake; a remark in a name counts."""
    for name, expected in mistake.items():
        got = fields.get(name)
        if name in ("kind", "why"):
            continue
        if is_empty(expected) or is_empty(got):
            same = is_empty(expected) == is_empty(got)
        elif name == "person":
            same = Counter(name_parts(expected, remarks=True)) == Counter(name_parts(got, remarks=True))
        elif name in ("date", "end_date"):
            same = str(got).startswith(str(expected))
        else:
            same = same_value(name, expected, got)
        if not same:
            return False
    return True


def shown(fields: dict[str, Any], names: Iterable[str]) -> str:
    """Fields on one line."""
    return " ".join(f"{name}={fields.get(name)!r}" for name in names)


def quote(text: str, spans: Iterable[Any]) -> str:
    """The passages on one line."""
    return " … ".join("«" + " ".join(text[start:end].split())[:140] + "»" for start, end in spans)
