"""Forms for minutes: their parts, the steps on their way, comments and signatures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from kraftsamla.accounts.choices import InterfaceLanguage
from kraftsamla.core.clock import today
from kraftsamla.meetings.choices import CommentState
from kraftsamla.meetings.forms.fields import ORGANISATION
from kraftsamla.meetings.models import Minutes, MinutesPart
from kraftsamla.ui.forms import PartialDateFormField, PlainForm, RecordField, RecordForm

LONG = forms.Textarea(attrs={"rows": 14, "class": "minutes-text"})
WORDS = forms.Textarea(attrs={"rows": 4})
MARKS = _("Skilj stycken åt med en tom rad. En rad som börjar med ”- ” blir en punkt i en lista.")
USUALLY_OUT_FOR = dt.timedelta(days=10)


class BeginForm(PlainForm):
    language = forms.ChoiceField(
        label=_("Språk"), choices=InterfaceLanguage.choices, initial=InterfaceLanguage.SWEDISH
    )


class SettingsForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Minutes
        fields = ("language", "reference")


class PartForm(RecordForm):
    """``note_seen`` is the version of the point's note that the page showed."""

    note_seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta(RecordForm.Meta):
        model = MinutesPart
        fields = ("heading", "text")
        widgets = {"text": LONG}
        help_texts = {"heading": _("Lämna tomt för att använda rubriken från mötet."), "text": MARKS}

    def has_shown(self, note_version: int) -> None:
        """The newer note stands on the page now: saving again is a choice."""
        data = cast(QueryDict, self.data).copy()
        data[self.add_prefix("note_seen")] = str(note_version)
        self.data = data


class OwnPartForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = MinutesPart
        fields = ("heading", "text")
        widgets = {"text": LONG}
        help_texts = {"text": MARKS}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["heading"].required = True


class CirculateForm(PlainForm):
    comments_until = PartialDateFormField(label=_("Synpunkter senast"), help_text=_("Till exempel 2026-12-01."))

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        initial = {"comments_until": (today() + USUALLY_OUT_FOR).isoformat()}
        super().__init__(data, initial=initial, **kwargs)


class ReasonForm(PlainForm):
    reason = forms.CharField(label=_("Skäl"), widget=WORDS, max_length=2000)


class ToAdjustForm(PlainForm):
    """The reason is asked for only where members have not been asked first."""

    reason = forms.CharField(
        label=_("Varför sänds anteckningarna inte ut för synpunkter först?"), widget=WORDS, max_length=2000
    )

    def __init__(self, data: Any = None, *, asks: bool, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if not asks:
            del self.fields["reason"]


class PublishForm(PlainForm):
    seen = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Varför justeras anteckningarna inte?"), widget=WORDS, max_length=2000)
    letters = forms.ChoiceField(
        label=_("Besked till inbjudna och till dem som bara får anteckningarna"), widget=forms.RadioSelect,
        choices=[("weekly", _("i nästa veckobrev")), ("at_once", _("genast"))], initial="weekly",
    )  # fmt: skip

    def __init__(self, data: Any = None, *, asks: bool, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if not asks:
            del self.fields["reason"]


class AdjusterForm(PlainForm):
    """Somebody who was present, or somebody else by name."""

    present = forms.ChoiceField(label=_("Någon som deltog"), required=False)
    name = forms.CharField(label=_("Eller namn"), max_length=200, required=False)
    title = forms.CharField(label=_("Titel"), max_length=200, required=False)
    organisation = RecordField(label=_("För organisationen"), required=False, **ORGANISATION)
    email = forms.EmailField(
        label=_("E-postadress"), required=False,
        help_text=_("Dit går länken. Lämna tomt för den som är inbjuden härifrån, eller som justerar på papper."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, present: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        shown = self.fields["present"]
        assert isinstance(shown, forms.ChoiceField)
        shown.choices = [("", _("ingen av dem")), *present]

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        if not values.get("present") and not values.get("name"):
            self.add_error("name", _("Välj någon som deltog, eller skriv ett namn."))
        return values


class CommentForm(PlainForm):
    part = forms.ChoiceField(label=_("Avsnitt"), required=False)
    text = forms.CharField(label=_("Din synpunkt"), widget=WORDS, max_length=5000)

    def __init__(self, data: Any = None, *, parts: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        shown = self.fields["part"]
        assert isinstance(shown, forms.ChoiceField)
        shown.choices = [("", _("hela texten")), *((str(key), heading) for key, heading in parts)]


class AnswerCommentForm(PlainForm):
    state = forms.ChoiceField(
        label=_("Vad blir det av synpunkten?"), widget=forms.RadioSelect,
        choices=[(CommentState.TAKEN, _("Den förs in")), (CommentState.DECLINED, _("Den förs inte in"))],
    )
    answer = forms.CharField(
        label=_("Svar"), required=False, max_length=1000, widget=WORDS,
        help_text=_("Den som lämnade synpunkten ser svaret på sin länk. Behövs när den inte förs in."),
    )
    text = forms.CharField(label=_("Avsnittets text"), required=False, max_length=100_000, widget=LONG, help_text=MARKS)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, part: MinutesPart | None, **kwargs: Any) -> None:
        initial = {"text": part.text, "version": part.version} if part else {}
        super().__init__(data, initial=initial, **kwargs)
        if part is None:
            del self.fields["text"]


class SignForm(PlainForm):
    seen = forms.CharField(widget=forms.HiddenInput)
    name = forms.CharField(label=_("Ditt namn"), max_length=200)
    title = forms.CharField(label=_("Din titel"), max_length=200, required=False)


class ObjectForm(PlainForm):
    seen = forms.CharField(widget=forms.HiddenInput)
    words = forms.CharField(label=_("Vad ska ändras?"), widget=WORDS, max_length=2000)


class OnPaperForm(PlainForm):
    seen = forms.CharField(widget=forms.HiddenInput)
    words = forms.CharField(
        label=_("Var finns det undertecknade pappret?"), widget=WORDS, max_length=2000,
        help_text=_("Till exempel diarienummer eller pärm. Kontrollera att pappret visar samma kontrollsumma."),
    )  # fmt: skip
