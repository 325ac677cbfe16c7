"""YAML files read with the line of every value, checked by the schema, and every fault named with its remedy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import gettext as _
from pydantic import BaseModel, TypeAdapter, ValidationError

from kraftsamla.portal.exchange import schema

#: File → its lists: key in the file, row model. The order is that in which they can be loaded.
FILES: dict[str, dict[str, type[BaseModel]]] = {
    "organisations.yaml": {"organisations": schema.OrganisationRow},
    "documents.yaml": {"documents": schema.DocumentRow},
    "people.yaml": {"people": schema.PersonRow},
    "bodies.yaml": {"bodies": schema.BodyRow},
    "strategy.yaml": {"strategies": schema.StrategyRow, "areas": schema.AreaRow},
    "objectives.yaml": {"objectives": schema.ObjectiveRow},
    "actions.yaml": {"actions": schema.ActionRow},
    "questions.yaml": {"questions": schema.QuestionRow},
    "followups.yaml": {"followups": schema.FollowUpRow},
    "meetings.yaml": {"meetings": schema.MeetingRow},
}
Path_ = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: where, what, and what to do."""

    file: str
    line: int
    place: str
    message: str

    def __str__(self) -> str:
        return _("%(file)s, rad %(line)s, %(place)s: %(message)s") % {
            "file": self.file,
            "line": self.line,
            "place": self.place or "–",
            "message": self.message,
        }


class BadFiles(Exception):
    """The files cannot be loaded; ``faults`` says why. Nothing was stored."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class Lines:
    """The line on which each value of one file stands."""

    def __init__(self, file: str, node: yaml.Node | None) -> None:
        self.file = file
        self.node = node

    def fault(self, path: Path_, message: str, *, place: str = "") -> Fault:
        return Fault(self.file, self._line(path), place or ".".join(str(part) for part in path), message)

    def _line(self, path: Path_) -> int:
        node, line = self.node, 1
        for part in path:
            found = next(_inside(node, part), None)
            if found is None:
                break
            node = found
            line = node.start_mark.line + 1
        return line


@dataclass(frozen=True)
class Rows:
    """The checked rows of all files, by key ("actions"), and the lines they stand on."""

    rows: dict[str, list[Any]]
    lines: dict[str, Lines]


def read_folder(folder: Path) -> Rows:
    """Read and check every file of the folder. Raises BadFiles with all faults, not only the first."""
    if not folder.is_dir():
        raise BadFiles([Fault(str(folder), 1, "", _("Mappen finns inte. Kontrollera sökvägen."))])
    faults: list[Fault] = []
    rows: dict[str, list[Any]] = {key: [] for lists in FILES.values() for key in lists}
    lines: dict[str, Lines] = {}
    unknown = sorted(path.name for path in folder.glob("*.y*ml") if path.name not in FILES)
    faults += [
        Fault(n, 1, "", _("Okänd fil. Filerna ska heta: %(names)s.") % {"names": ", ".join(FILES)}) for n in unknown
    ]
    if not any((folder / name).exists() for name in FILES):
        faults.append(
            Fault(str(folder), 1, "", _("Mappen har ingen av filerna %(names)s.") % {"names": ", ".join(FILES)})
        )
    for name, lists in FILES.items():
        if (folder / name).exists():
            for key in lists:
                lines[key] = Lines(name, None)
            _read_file(folder / name, lists, rows, lines, faults)
    if faults:
        raise BadFiles(faults)
    return Rows(rows, lines)


def _read_file(
    path: Path,
    lists: dict[str, type[BaseModel]],
    rows: dict[str, list[Any]],
    lines: dict[str, Lines],
    faults: list[Fault],
) -> None:
    try:
        text = path.read_text(encoding="utf-8-sig")
        node = yaml.compose(text, Loader=yaml.BaseLoader)
        data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  builds nothing but strings, lists and dicts
    except UnicodeDecodeError:
        faults.append(Fault(path.name, 1, "", _("Filen är inte UTF-8. Spara den som UTF-8 och försök igen.")))
        return
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", "") or str(error)
        message = _("Filen är inte giltig YAML (%(what)s). Rätta raden; ofta är det indrag eller citattecken.")
        faults.append(Fault(path.name, mark.line + 1 if mark else 1, "", message % {"what": what}))
        return
    except RecursionError:
        faults.append(Fault(path.name, 1, "", _("Filen har för många nivåer i varandra. Jämför med exemplet.")))
        return
    twice = _("”%(key)s” står två gånger i samma post. Ta bort den ena.")
    faults += [Fault(path.name, line, key, twice % {"key": key}) for key, line in _twice(node)]
    if not isinstance(data, dict):
        faults.append(Fault(path.name, 1, "", _("Filen ska börja med ”%(key)s:”.") % {"key": next(iter(lists))}))
        return
    for key in set(data) - set(lists):
        known = ", ".join(lists)
        faults.append(Lines(path.name, node).fault((key,), _("Okänd nyckel. Skriv: %(keys)s.") % {"keys": known}))
    for key, model in lists.items():
        lines[key] = Lines(path.name, node)
        rows[key] = _check(data.get(key) or [], model, lines[key], key, faults)


def _check(data: Any, model: type[BaseModel], lines: Lines, key: str, faults: list[Fault]) -> list[Any]:
    if not isinstance(data, list):
        faults.append(lines.fault((key,), _("Det ska vara en lista: varje post börjar med ett bindestreck.")))
        return []
    checked: list[Any] = []
    adapter = TypeAdapter(model)
    for index, row in enumerate(data):
        try:
            checked.append(adapter.validate_python(row))
        except ValidationError as error:
            for each in error.errors():
                path = (key, index, *each["loc"])
                place = f"{key}[{_named(row, index)}].{'.'.join(str(part) for part in each['loc'])}".rstrip(".")
                faults.append(lines.fault(path, _remedy(each), place=place))
    return checked


def _named(row: Any, index: int) -> str:
    name = row.get("slug") or row.get("number") if isinstance(row, dict) else None
    return str(name or index + 1)


def _inside(node: yaml.Node | None, part: str | int) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                yield value if isinstance(value, yaml.ScalarNode) else _begins_at(value, key)
    elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        yield node.value[part]


def _twice(top: yaml.Node | None) -> Iterator[tuple[str, int]]:
    """Keys that stand twice in one place, with the line of the second: only the last would count."""
    seen: set[int] = set()
    left = [top]
    while left:
        node = left.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            left += node.value
        elif isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _value in node.value]
            for index, (key, value) in enumerate(node.value):
                left.append(value)
                if isinstance(key.value, str) and key.value in keys[:index]:
                    yield key.value, key.start_mark.line + 1


def _begins_at(value: yaml.Node, key: yaml.Node) -> yaml.Node:
    value.start_mark = key.start_mark
    return value


def _remedy(error: Any) -> str:  # noqa: C901  a table of faults and remedies
    """The fault in plain words, with what to write instead."""
    context = error.get("ctx", {})
    given = str(error.get("input", ""))[:60]
    match error["type"]:
        case "missing":
            return _("Uppgiften saknas. Lägg till den.")
        case "extra_forbidden":
            return _("Okänt fält. Kontrollera stavningen eller ta bort det.")
        case "literal_error":
            return _("”%(given)s” går inte. Välj ett av %(expected)s.") % {
                "given": given,
                "expected": str(context.get("expected", "")).replace(" or ", _(" eller ")),
            }
        case "string_pattern_mismatch":
            shape = _SHAPES.get(str(context.get("pattern")), str(context.get("pattern")))
            return _("”%(given)s” har fel form. Skriv %(shape)s.") % {"given": given, "shape": shape}
        case "string_too_short":
            return _("Uppgiften är tom. Fyll i den eller ta bort fältet.")
        case "string_too_long" | "too_long":
            return _("Texten är för lång. Den får ha högst %(max)s tecken.") % {"max": context.get("max_length", "")}
        case "url_parsing" | "url_scheme" | "url_type":
            return _("”%(given)s” är inte en adress. Skriv hela adressen med https://.") % {"given": given}
        case "int_parsing" | "int_type" | "greater_than" | "greater_than_equal" | "less_than_equal":
            return _("”%(given)s” går inte. Skriv ett heltal större än 0.") % {"given": given}
        case "bool_parsing":
            return _("”%(given)s” går inte. Skriv true eller false.") % {"given": given}
        case "model_type" | "model_attributes_type" | "tuple_type" | "dataclass_type":
            return _("Fel form: här väntas underfält eller en lista. Jämför med exemplet.")
        case "value_error":
            return str(context.get("error", ""))
        case other:
            return f"{error['msg']} ({other})"


_SHAPES = {
    r"^[a-z0-9]+(?:-[a-z0-9]+)*$": "små bokstäver a–z, siffror och bindestreck, till exempel region-skane",
    r"^\d{4}(?:-\d{2}(?:-\d{2})?)?$": "2021, 2021-10 eller 2021-10-22",
    r"^[0-2]\d:[0-5]\d$": "klockslag som 09:30",
    r"^[A-Z]{2}$": "landet med två stora bokstäver, till exempel SE",
    r"^[A-Z]{3}$": "valutan med tre stora bokstäver, till exempel SEK",
    r"^\d{1,2}$": "områdets nummer, till exempel 3",
    r"^\d{1,2}\.\d{1,2}$": "målets nummer, till exempel 1.2",
}
