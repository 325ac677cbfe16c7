"""What accepting one suggestion works with, and the record of what it did."""

from __future__ import annotations

from functools import cached_property
from typing import Any, TypeVar

from django.db import models
from django.utils.translation import gettext as _

from kraftsamla.accounts.models import User
from kraftsamla.actors.choices import NameKind
from kraftsamla.actors.models import Engagement, Organisation, Person
from kraftsamla.actors.operations import (
    add_other_name,
    add_spelling,
    create_engagement,
    create_organisation,
    create_person,
)
from kraftsamla.bodies.models import Body
from kraftsamla.bodies.operations import create_body
from kraftsamla.core.errors import Refused
from kraftsamla.library.models import Passage
from kraftsamla.library.operations import add_evidence, cite
from kraftsamla.meetings.models import Meeting
from kraftsamla.reading.accepting import effects, guesses
from kraftsamla.reading.accepting.known import Entry, Known
from kraftsamla.reading.accepting.likeness import plain
from kraftsamla.reading.accepting.shape import NEW, NONE
from kraftsamla.reading.accepting.slots import said_in
from kraftsamla.reading.models import Suggestion
from kraftsamla.strategy.models import Strategy

R = TypeVar("R", bound=models.Model)


class Context:
    """One suggestion being accepted by one person. ``answers`` holds what each slot turned out to be."""

    def __init__(self, *, suggestion: Suggestion, known: Known, answers: dict[str, str], by: User) -> None:
        self.suggestion = suggestion
        self.values = suggestion.current
        self.known = known
        self.answers = answers
        self.by = by
        self.effects: list[effects.Effect] = []

    # -- what the suggestion says ---------------------------------------------------------------------------------

    def text(self, name: str, *, length: int = 0) -> str:
        """What a field says; of two dates in the document, the one that was chosen."""
        value = str((self.answers.get("date") if name == "date" else "") or self.values.get(name) or "").strip()
        return value[:length] if length else value

    def title(self, *, length: int) -> str:
        """What it is called, with the capital letter it may have lacked inside a sentence."""
        return guesses.as_name(self.text("title"))[:length]

    def answer(self, slot: str) -> str:
        return self.answers.get(slot, NONE)

    @cached_property
    def passages(self) -> list[Passage]:
        document = self.suggestion.reading.document
        return [cite(document=document, start=start, end=end, by=self.by) for start, end in self.suggestion.evidence]

    @property
    def seen_on(self) -> str:
        """The day the document shows something to be so: the meeting's, or the day it was published."""
        meeting = self.known.meeting
        return meeting.starts_on if meeting else self.suggestion.reading.document.published

    @property
    def meeting(self) -> Meeting:
        if self.known.meeting is None:
            raise Refused(_("Förslaget hör till ett möte. Godkänn mötet först, eller ange dokumentet på mötets sida."))
        return self.known.meeting

    @property
    def strategy(self) -> Strategy:
        if self.suggestion.reading.strategy is None:
            raise Refused(_("Välj först vilken strategi dokumentet hör till, under Om dokumentet."))
        return self.suggestion.reading.strategy

    # -- what was done --------------------------------------------------------------------------------------------

    def did(self, what: str, record: models.Model, **more: Any) -> None:
        self.effects.append(effects.of(what, record, **more))

    def created(self, record: R) -> R:
        """Note a record as made by this suggestion, and let it quote the passages."""
        self.did("created", record)
        return self.quoted(record)

    def quoted(self, record: R) -> R:
        """Let a record quote the passages, where it has any place for them."""
        if hasattr(record, "passages"):
            for passage in self.passages:
                if add_evidence(to=record, passage=passage, by=self.by):
                    self.did("quoted", record, passage=passage.pk)
        return record

    def noted(self, words: str, *about: models.Model) -> None:
        """Keep the passages with a note of what they show, as a source for those it is ``about``."""
        document = self.suggestion.reading.document
        spans = self.suggestion.evidence or [[None, None]]
        for start, end in spans:
            last = document.passages.order_by("-pk").values_list("pk", flat=True).first() or 0
            passage = cite(document=document, start=start, end=end, note_sv=words, by=self.by)
            if passage.pk > last:
                self.did("noted", document, passage=passage.pk)
            for record in about:
                if add_evidence(to=record, passage=passage, by=self.by):
                    self.did("quoted", record, passage=passage.pk)

    # -- the actors it names --------------------------------------------------------------------------------------

    def person(self, slot: str) -> Person | None:
        """The person a slot turned out to be; a new one is added, and another spelling is remembered."""
        answer, said = self.answer(slot), self._said(slot)
        if answer == NONE or not said:
            return None
        if answer == NEW:
            person = self.created(create_person(values={"name": said}, by=self.by))
            self.known.people.add(Entry(person.pk, person.slug, person.name), said)
            return person
        person = Person.objects.get(slug=answer)
        if not any(entry.slug == answer for entry in self.known.people.called(said)):
            self.did("created", add_spelling(person=person, name=said, by=self.by))
            self.known.people.add(Entry(person.pk, person.slug, person.name), said)
        return person

    def organisation(self, slot: str, *, said: str = "") -> Organisation | None:
        """The organisation a slot turned out to be; None when it is not to be added to the register.

        ``said`` is what it is called where the suggestion itself does not say.
        """
        answer, said = self.answer(slot), self._said(slot) or said
        if answer == NONE or not said:
            return None
        if answer.startswith(f"{NEW}:"):
            kind = answer.removeprefix(f"{NEW}:")
            values = {"name": guesses.as_name(said), "kind": kind, "sector": guesses.sector_of(kind)}
            organisation = self.created(create_organisation(values=values, by=self.by))
            self.known.organisations.add(Entry(organisation.pk, organisation.slug, organisation.name), said)
            return organisation
        organisation = Organisation.objects.get(slug=answer)
        is_person = bool(self.known.people.called(said))
        if not is_person and not any(entry.slug == answer for entry in self.known.organisations.called(said)):
            other = add_other_name(organisation=organisation, name=said, kind=NameKind.SPELLING, by=self.by)
            self.did("created", other)
            self.known.organisations.add(Entry(organisation.pk, organisation.slug, organisation.name), said)
        return organisation

    def organisations(self, field: str) -> list[Organisation]:
        found = [self.organisation(slot) for slot, _said in said_in(self.values, field)]
        return list({each.pk: each for each in found if each is not None}.values())

    def body(self, slot: str) -> Body | None:
        answer, said = self.answer(slot), self._said(slot)
        if answer == NONE or not said:
            return None
        if answer.startswith(f"{NEW}:"):
            kind = answer.removeprefix(f"{NEW}:")
            body = self.created(create_body(values={"name_sv": guesses.as_name(said)[:300], "kind": kind}, by=self.by))
            self.known.bodies.add(Entry(body.pk, body.slug, body.name_sv), said)
            return body
        return Body.objects.get(slug=answer)

    def engagement(self, person: Person | None, organisation: Organisation | None, title: str) -> None:
        """Remember that the person was seen at the organisation, unless that is known."""
        if person is None or organisation is None:
            return
        known = Engagement.objects.filter(person=person, organisation=organisation)
        same = next((each for each in known if not title or plain(each.title_sv) in {"", plain(title)}), None)
        if same is not None:
            self.quoted(same)
            return
        values = {"person": person, "organisation": organisation, "title_sv": title[:200], "seen_on": self.seen_on}
        self.created(create_engagement(values=values, by=self.by))

    def _said(self, slot: str) -> str:
        return dict(said_in(self.values, slot.split(".")[0])).get(slot, "")
