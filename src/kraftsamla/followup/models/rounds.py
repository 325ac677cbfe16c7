"""A round of questions to those who answer for actions: what, to whom, until when."""

from __future__ import annotations

import datetime as dt

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from kraftsamla.actors.models import Organisation
from kraftsamla.core.models import Named
from kraftsamla.core.text import Text
from kraftsamla.followup.choices import RoundState
from kraftsamla.followup.querysets.rounds import UpdateRoundQuerySet
from kraftsamla.strategy.choices import AssignmentRole, Progress
from kraftsamla.strategy.models import Action, Area, Assignment, Objective, StatusUpdate
from kraftsamla.strategy.querysets import AssignmentQuerySet

OWN_QUESTIONS = ("own_1", "own_2", "own_3")


class UpdateRound(Named):
    """Beside the standing questions (how far, how sure, in words, what came of it) at most three of its own."""

    title_sv = models.CharField(_("titel"), max_length=200)
    title_en = models.CharField(_("titel på engelska"), max_length=200, blank=True, default="")
    message_sv = models.TextField(_("hälsning till dem som svarar"), blank=True, default="")
    message_en = models.TextField(_("hälsning på engelska"), blank=True, default="")
    readers_sv = models.CharField(_("vem som läser svaren, och när"), max_length=500)
    readers_en = models.CharField(_("vem som läser svaren, på engelska"), max_length=500, blank=True, default="")
    deadline = models.DateField(_("svara senast"))
    areas = models.ManyToManyField(Area, verbose_name=_("områden"), related_name="rounds", blank=True)
    objectives = models.ManyToManyField(Objective, verbose_name=_("mål"), related_name="rounds", blank=True)
    organisations = models.ManyToManyField(
        Organisation, verbose_name=_("organisationer"), related_name="rounds", blank=True
    )
    stale_days = models.PositiveSmallIntegerField(
        _("bara insatser utan nyare uppgift än så här många dagar"), null=True, blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(3650)],
    )
    asks_results = models.BooleanField(_("fråga också efter resultat"), default=True)
    own_1_sv = models.CharField(_("egen fråga 1"), max_length=300, blank=True, default="")
    own_1_en = models.CharField(_("egen fråga 1 på engelska"), max_length=300, blank=True, default="")
    own_2_sv = models.CharField(_("egen fråga 2"), max_length=300, blank=True, default="")
    own_2_en = models.CharField(_("egen fråga 2 på engelska"), max_length=300, blank=True, default="")
    own_3_sv = models.CharField(_("egen fråga 3"), max_length=300, blank=True, default="")
    own_3_en = models.CharField(_("egen fråga 3 på engelska"), max_length=300, blank=True, default="")
    remind_every = models.PositiveSmallIntegerField(
        _("dagar mellan påminnelserna"), default=7, validators=[MinValueValidator(7), MaxValueValidator(60)],
        help_text=_("Minst sju: ingen får fler än ett brev i veckan."),
    )
    remind_most = models.PositiveSmallIntegerField(
        _("påminnelser till kontaktpersonen"), default=2, validators=[MaxValueValidator(5)],
        help_text=_("Därefter går frågan till ställföreträdaren, sedan till chefen och sist till kansliet."),
    )
    state = models.CharField(_("läge"), max_length=10, choices=RoundState.choices, default=RoundState.DRAFT)
    opened_at = models.DateTimeField(_("öppnad"), null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(_("stängd"), null=True, blank=True, editable=False)

    objects = UpdateRoundQuerySet.as_manager()

    class Meta(Named.Meta):
        verbose_name = _("uppdateringsrunda")
        verbose_name_plural = _("uppdateringsrundor")
        ordering = ["-opened_at", "-pk"]

    def __str__(self) -> str:
        return self.title_sv

    @property
    def title(self) -> Text:
        return Text(self.title_sv, self.title_en)

    @property
    def message(self) -> Text:
        return Text(self.message_sv, self.message_en)

    @property
    def readers(self) -> Text:
        return Text(self.readers_sv, self.readers_en)

    @property
    def own_questions(self) -> list[tuple[str, Text]]:
        """Those of the round's own that are asked, by the column that takes the answer."""
        asked = ((name, Text(getattr(self, f"{name}_sv"), getattr(self, f"{name}_en"))) for name in OWN_QUESTIONS)
        return [(name, words) for name, words in asked if words]

    @property
    def is_open(self) -> bool:
        return self.state == RoundState.OPEN

    def days_left(self, *, at: dt.date) -> int:
        return (self.deadline - at).days

    def parts_asked(self, *, at: dt.date) -> AssignmentQuerySet:
        """The parts whose organisations the round would ask on a day: those responsible for what is not finished."""
        actions = Action.objects.in_picture().with_progress(at=at)
        actions = actions.filter(Q(progress_now=None) | ~Q(progress_now__in=[Progress.DONE, Progress.STOPPED]))
        if self.stale_days:
            limit = (at - dt.timedelta(days=self.stale_days)).isoformat()
            newer = StatusUpdate.objects.standing(at=at).filter(action=OuterRef("pk"), on__gte=limit)
            actions = actions.filter(~Exists(newer))
        within = self._within()
        if within is not None:
            actions = actions.filter(pk__in=Action.objects.filter(within).values("pk"))
        parts = Assignment.objects.going().filter(role=AssignmentRole.RESPONSIBLE, action__in=actions.values("pk"))
        organisations = list(self.organisations.values_list("pk", flat=True))
        return parts.filter(organisation__in=organisations) if organisations else parts

    def _within(self) -> Q | None:
        areas, objectives = (list(many.values_list("pk", flat=True)) for many in (self.areas, self.objectives))
        if not areas and not objectives:
            return None
        return Q(objectives__in=objectives) | Q(areas__in=areas) | Q(objectives__area__in=areas)
