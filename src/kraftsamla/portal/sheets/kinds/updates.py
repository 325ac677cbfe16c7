"""How actions stand, as a sheet: one row an action with the newest update, and what is changed becomes a new update."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from kraftsamla.accounts.rules import Visitor, may_edit
from kraftsamla.actors.models import Representation
from kraftsamla.actors.rules import Voice, voice_of
from kraftsamla.core.errors import Refused
from kraftsamla.portal.sheets.cells import choice_cell, text_cell
from kraftsamla.portal.sheets.known import Known
from kraftsamla.portal.sheets.shape import Column, Kind, Scene, Stored, Takes
from kraftsamla.strategy.choices import Confidence, Progress
from kraftsamla.strategy.models import Action, StatusUpdate
from kraftsamla.strategy.operations import report_no_change, report_status
from kraftsamla.strategy.rules import represents_any

SAID = ("on", "progress", "confidence", "words_sv", "words_en", "on_behalf_of")


class Updates(Kind):
    name = "lagesuppdateringar"
    title = "Lägesuppdateringar"
    named = "title"
    whole = True
    appends = True
    about = (
        "Varje rad visar det senaste som är sagt om insatsen. Skriv det nya läget och dagen det gäller i dess ställe.",
        "Är läget oförändrat: ändra bara dagen. En rad som lämnas som den är lägger inte till något.",
        "Rätta en gammal uppgift på insatsens sida, inte här.",
    )
    columns = (
        Column("title", "Insats", Takes.SHOWN, "Står här för den som läser.", 60),
        Column("on", "Läget den", Takes.DATE, "Dagen som uppgiften gäller.", 13, required=True),
        Column("progress", "Läge", Takes.CHOICE, choices=Progress, width=14, required=True),
        Column("confidence", "Säkerhet", Takes.CHOICE, "Hur säkert det är att insatsen når dit den ska.", 14,
               choices=Confidence),
        Column("words_sv", "Vad har hänt", width=70),
        Column("words_en", "Vad har hänt, på engelska", width=50),
        Column("on_behalf_of", "För organisationen", Takes.ONE, "Vems uppgift det är.", 36, register="organisations"),
    )  # fmt: skip

    def may_bring(self, visitor: Visitor, *, at: dt.date) -> bool:
        return may_edit(visitor) or represents_any(visitor, at=at)

    def stored(self, visitor: Visitor, *, known: Known, at: dt.date) -> Iterator[Stored]:
        standing = StatusUpdate.objects.standing(at=at).order_by("on", "pk")
        newest = {update.action_id: update for update in standing.iterator()}
        actions = Action.objects.visible_to(visitor).in_picture().order_by("strategy__sort_key", "sort_key", "pk")
        for record in actions:
            update = newest.get(record.pk)
            cells = {"title": text_cell(record.title_sv)}
            if update is not None:
                cells |= {name: text_cell(getattr(update, name)) for name in ("on", "words_sv", "words_en")}
                cells["progress"] = choice_cell(Progress, update.progress)
                cells["confidence"] = choice_cell(Confidence, update.confidence)
                cells["on_behalf_of"] = known.organisations.label(update.on_behalf_of_id)
            yield Stored(record.slug, str(update.pk if update else 0), cells, record)

    def add(self, values: dict[str, Any], *, scene: Scene) -> models.Model:
        raise ValidationError(_("Nyckeln är tom. Skriv insatsens nyckel; en ny insats läggs till på bladet Insatser."))

    def change(
        self, stored: Stored, values: dict[str, Any], *, touched: frozenset[str], version: int, scene: Scene
    ) -> bool:
        if stored.version != "0" and "on" not in touched:
            message = _("Skriv vilken dag det nya läget gäller. Är det gamla fel: rätta det på insatsens sida.")
            raise ValidationError({"on": message})
        action: Action = stored.record
        voice = None if may_edit(scene.by) else self._voice(action, values, touched=touched, scene=scene)
        if touched == {"on"} and voice is None:
            report_no_change(action=action, on=values["on"], by=scene.by)
            return True
        said = {name: values[name] for name in SAID}
        if self._is_said(action, said):
            return False
        if voice is not None:
            del said["on_behalf_of"]
        if touched <= {"on", "on_behalf_of"} and stored.version != "0":
            report_no_change(action=action, on=values["on"], voice=voice, by=scene.by)
        else:
            report_status(action=action, values=said, voice=voice, by=scene.by)
        return True

    @staticmethod
    def _is_said(action: Action, said: dict[str, Any]) -> bool:
        """Whether the very same stands already, for instance because the file is brought a second time."""
        return action.updates.filter(corrected_by=None, **said).exists()

    @staticmethod
    def _voice(action: Action, values: dict[str, Any], *, touched: frozenset[str], scene: Scene) -> Voice:
        """The organisation of hers that has a part in the action."""
        theirs = action.assignments.going().held_by(scene.by, at=scene.at).values("organisation")
        held = Representation.objects.held_by(scene.by, at=scene.at).filter(organisation__in=theirs)
        found = list(held.select_related("organisation", "user"))
        if not found:
            raise Refused(
                _("Du företräder ingen organisation som har en del i insatsen. Skriv tillbaka det som stod i raden.")
            )
        named = values["on_behalf_of"]
        for each in found:
            if named is not None and each.organisation_id == named.pk:
                return voice_of(each)
        if "on_behalf_of" in touched and named is not None:
            raise ValidationError({"on_behalf_of": _("Du företräder inte den organisationen. Välj en av dina egna.")})
        if len(found) > 1:
            names = ", ".join(str(each.organisation) for each in found)
            raise ValidationError({"on_behalf_of": _("Skriv vilken av dem det gäller: %(names)s.") % {"names": names}})
        return voice_of(found[0])
