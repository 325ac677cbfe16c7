"""What the words in a field may point at: a record we know, one that is nearly called so, or a new one."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.choices import OrganisationKind
from kraftsamla.bodies.choices import BodyKind
from kraftsamla.reading.accepting import guesses
from kraftsamla.reading.accepting.known import Entry, Known, Names
from kraftsamla.reading.accepting.likeness import plain, words_moved
from kraftsamla.reading.accepting.shape import NEW, NONE, Field, Kind, Option, Slot, Values, Words
from kraftsamla.reading.models import Suggestion
from kraftsamla.ui.templatetags.ui import partial_date

ORGANISATION_OPTIONS = (
    Option(NONE, _("lägg inte till i registret")),
    *(Option(f"{NEW}:{kind.value}", kind.label) for kind in OrganisationKind),
)
BODY_OPTIONS = (
    Option(NONE, _("lägg inte till organet")),
    *(Option(f"{NEW}:{kind.value}", kind.label) for kind in BodyKind),
)


def slots_of(suggestion: Suggestion, kind: Kind, known: Known) -> list[Slot]:
    """Everything the suggestion points at, in the order of its fields; first what the document itself disagrees on."""
    values = suggestion.current
    slots = [slot for field in kind.fields if field.noun for slot in _of_field(field, values, known)]
    placed = kind.placed(values, known, suggestion.evidence)
    return [*_two_dates(suggestion, kind, values), *slots, *kind.slots(values, known), *placed]


def _two_dates(suggestion: Suggestion, kind: Kind, values: Values) -> Iterator[Slot]:
    """A document that gives two dates for the same thing is asked about, until a person has written one."""
    said = str(values.get("date") or "")
    others = [str(n.get("other")) for n in suggestion.notes if n.get("code") == "conflicting_date" and n.get("other")]
    field = next((each for each in kind.fields if each.name == "date"), None)
    if field is None or not others or said != str(suggestion.fields.get("date") or ""):
        return
    options = tuple(Option(date, partial_date(date)) for date in dict.fromkeys([said, *others]) if date)
    yield Slot("date", field.label, "", options=options, remark=_("dokumentet anger flera datum"))


def said_in(values: Values, name: str) -> list[tuple[str, str]]:
    """The words of a field with the name of the slot each of them gets."""
    said = values.get(name)
    if isinstance(said, list | tuple):
        return [(f"{name}.{number}", str(each).strip()) for number, each in enumerate(said) if str(each).strip()]
    return [(name, str(said).strip())] if said and str(said).strip() else []


def _of_field(field: Field, values: Values, known: Known) -> Iterator[Slot]:
    for name, said in said_in(values, field.name):
        if field.noun == "person":
            yield person_slot(name, field.label, said, known)
        elif field.noun == "organisation":
            yield organisation_slot(name, field.label, said, known, otherwise=field.otherwise)
        elif field.noun == "body":
            yield body_slot(name, field.label, said, known)


def person_slot(name: str, label: Words, said: str, known: Known) -> Slot:
    """A known person; or a question when the name is nearly somebody's, or is carried by several; or a new one."""
    exact, near = _found(said, known.people)
    if len(exact) == 1:
        return _recognised(name, label, said, exact[0], Option(NEW, _("En annan person")))
    if exact or near:
        options = [Option(each.slug, _same_person(each)) for each in exact or near]
        remark = _("flera personer heter så") if exact else _("två stavningar")
        options = [*options, Option(NEW, _("En annan person"))]
        return Slot(name, label, said, options=tuple(options), remark=remark, why=_why(said, near))
    return Slot(name, label, said, options=(Option(NEW, _("ny person")),), default=NEW)


def organisation_slot(name: str, label: Words, said: str, known: Known, *, otherwise: str = "") -> Slot:
    """A known organisation; a question when the name is nearly one's; else new, of the kind its name says.

    ``otherwise`` is the kind when the name says none; without it, such a one is left out until somebody says.
    """
    exact, near = _found(said, known.organisations)
    if len(exact) == 1:
        return _recognised(name, label, said, exact[0], ORGANISATION_OPTIONS[0])
    if exact or near:
        options = [Option(each.slug, _same_organisation(each)) for each in exact or near]
        remark = _("flera organisationer heter så") if exact else _("två stavningar")
        options = [*options, *ORGANISATION_OPTIONS]
        return Slot(name, label, said, options=tuple(options), remark=remark, why=_why(said, near))
    if people := known.people.called(said):
        return _of_person(name, label, said, people[0], known)
    guess = guesses.organisation_kind(said)
    if otherwise and not guess:
        remark = _("inte känd här; läggs till som annan organisation om du inte väljer slag")
        return _new(name, label, said, ORGANISATION_OPTIONS, otherwise, remark=remark)
    return _new(name, label, said, ORGANISATION_OPTIONS, guess)


def _of_person(name: str, label: Words, said: str, person: Entry, known: Known) -> Slot:
    """Somebody answers for something: not an organisation by that name, but perhaps the one the person is at."""
    homes = known.employers.get(person.key, [])[:3]
    options = (ORGANISATION_OPTIONS[0], *(Option(each.slug, each.name) for each in homes))
    remark = _("en person; välj organisationen, om det är den som åtar sig detta")
    return Slot(name, label, said, options=options, default=NONE, remark=remark)


def body_slot(name: str, label: Words, said: str, known: Known) -> Slot:
    exact, near = _found(said, known.bodies)
    if len(exact) == 1:
        return _recognised(name, label, said, exact[0], BODY_OPTIONS[0])
    if exact or near:
        options = [Option(each.slug, _("Samma organ som %(name)s") % {"name": each.name}) for each in exact or near]
        options = [*options, *BODY_OPTIONS]
        return Slot(name, label, said, options=tuple(options), remark=_("två stavningar"), why=_why(said, near))
    return _new(name, label, said, BODY_OPTIONS, guesses.body_kind(said))


def _why(said: str, near: list[Entry]) -> Words:
    """Why a name is taken for another spelling."""
    if not near:
        return ""
    moved = any(words_moved(plain(said), plain(entry.name)) for entry in near)
    return _("samma ord i annan ordning") if moved else _("en bokstav skiljer")


def _found(said: str, names: Names) -> tuple[list[Entry], list[Entry]]:
    exact = names.called(said)
    return exact, [] if exact else names.nearly_called(said)


def _recognised(name: str, label: Words, said: str, entry: Entry, other: Option) -> Slot:
    known = Option(entry.slug, entry.name)
    return Slot(name, label, said, known=known, options=(known, other), default=entry.slug)


def _new(
    name: str, label: Words, said: str, options: tuple[Option, ...], guess: str, *, remark: Words = ""
) -> Slot:
    default = f"{NEW}:{guess}" if guess else NONE
    if not guess:
        remark = _("inte känd här; välj slag för att lägga till")
    return Slot(name, label, said, options=options, default=default, remark=remark)


def _same_person(entry: Entry) -> Words:
    return _("Samma person som %(name)s") % {"name": entry.name}


def _same_organisation(entry: Entry) -> Words:
    return _("Samma som %(name)s") % {"name": entry.name}
