"""What a list is asked for by its address: ``?omrade=2&lage=under_way&sok=data``. What is unknown is passed over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kraftsamla.actors.models import Organisation
from kraftsamla.strategy.choices import ActionKind, Handling, Progress
from kraftsamla.strategy.models import Strategy
from kraftsamla.ui.forms import PlainForm

Words = str | Any  # what gettext_lazy gives is a str to whoever reads it
Option = tuple[str, Words]
ALL: Option = ("", pgettext_lazy("inget filter", "Alla"))


class Filter(PlainForm):
    """``ASKS``: field → what the overview calls it."""

    ASKS: Mapping[str, str] = {}

    def asked(self) -> dict[str, str]:
        """What is asked for in words the list knows; a value it does not know counts as not asked."""
        self.is_valid()
        return {asks: str(self.cleaned_data.get(name) or "") for name, asks in self.ASKS.items() if name in self.fields}


def choice(label: Words, options: Iterable[Option], *, first: Option = ALL) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[first, *options], required=False)


class ActionFilter(Filter):
    """Areas and objectives are asked for by number, within one strategy."""

    sok = forms.CharField(label=_("Ord i titeln"), required=False, widget=forms.SearchInput)
    strategi = choice(_("Strategi"), [])
    omrade = choice(_("Område"), [])
    mal = choice(_("Mål"), [])
    lage = choice(_("Läge"), [*Progress.choices, ("ej-inlast", _("ej inläst"))])
    organisation = choice(_("Organisation"), [])
    slag = choice(_("Slag"), ActionKind.choices)
    lucka = choice(
        _("Saknas"), [("lage", _("Läge")), ("ansvarig", _("Ansvarig")), ("kalla", _("Källa"))],
        first=("", pgettext_lazy("inget filter", "Spelar ingen roll")),
    )  # fmt: skip
    visa = choice(_("Visa"), [("ur", _("Strukna och ihopslagna"))], first=("", pgettext_lazy("insatser", "I bilden")))
    sortera = choice(
        _("Ordning"),
        [("lage", _("Läge")), ("nyast", _("Senast uppdaterad")), ("aldst", _("Äldst uppgift"))],
        first=("", _("Titel")),
    )
    ASKS = {
        "sok": "words", "strategi": "strategy", "omrade": "area", "mal": "objective", "lage": "progress",
        "organisation": "organisation", "slag": "kind", "lucka": "missing", "visa": "shown", "sortera": "sort",
    }  # fmt: skip

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        strategies = list(Strategy.objects.all())
        self._offer("strategi", [(each.slug, each.title_sv) for each in strategies])
        chosen = [each for each in strategies if len(strategies) == 1 or each.slug == (data or {}).get("strategi")]
        if len(strategies) == 1:
            del self.fields["strategi"]
        if chosen:
            self._place(chosen[0])
        else:
            del self.fields["omrade"], self.fields["mal"]
        parts = Organisation.objects.filter(assignments__isnull=False).distinct()
        self._offer("organisation", [(each.slug, each.name) for each in parts])

    def _place(self, strategy: Strategy) -> None:
        self._offer("omrade", [(each.number, str(each)) for each in strategy.areas.all()])
        objectives = strategy.objectives.prefetch_related("wordings")
        self._offer("mal", [(each.number, str(each)) for each in objectives])

    def _offer(self, name: str, options: Iterable[Option]) -> None:
        shown = self.fields[name]
        assert isinstance(shown, forms.ChoiceField)
        shown.choices = [ALL, *options]


class QuestionFilter(Filter):
    sok = forms.CharField(label=_("Ord i frågan"), required=False, widget=forms.SearchInput)
    hantering = choice(_("Hantering"), Handling.choices)
    ASKS = {"sok": "words", "hantering": "handling"}
