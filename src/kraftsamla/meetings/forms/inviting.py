"""Forms about invitations: who is invited, what they answer, and that a meeting is off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kraftsamla.bodies.models import Appointment
from kraftsamla.meetings.choices import Reply
from kraftsamla.meetings.forms.fields import ORGANISATION, PERSON
from kraftsamla.meetings.models import Invitation
from kraftsamla.ui.forms import PlainForm, RecordField, RecordForm

OTHER = "other"
GREETING = forms.Textarea(attrs={"rows": 2})


class InvitationForm(RecordForm):
    organisation = RecordField(label=_("För organisationen"), required=False, **ORGANISATION)

    class Meta(RecordForm.Meta):
        model = Invitation
        fields: tuple[str, ...] = ("name", "title", "organisation", "email", "language", "role", "is_informed")
        help_texts = {
            "is_informed": _("Personen får ingen kallelse, men står med när anteckningarna skickas ut."),
            "role": _("Till exempel föredragande."),
        }


class GuestForm(InvitationForm):
    """Somebody from the register, or just a name."""

    person = RecordField(
        label=_("Person i registret"), required=False, **PERSON,
        help_text=_("Lämna tomt och skriv ett namn om personen inte finns där."),
    )  # fmt: skip

    class Meta(InvitationForm.Meta):
        fields = ("person", *InvitationForm.Meta.fields)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = False

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or self.cleaned_data
        if not kept.get("name") and not kept.get("person") and "person" not in self.errors:
            self.add_error("name", ValidationError(_("Välj en person i registret eller skriv ett namn.")))
        return kept


class ReplyForm(PlainForm):
    """What an invited person answers: each button is an answer, and the greeting goes along."""

    reply = forms.ChoiceField(choices=(), widget=forms.HiddenInput)
    greeting = forms.CharField(
        label=_("Hälsning till den som bjuder in"), required=False, max_length=500, widget=GREETING,
        help_text=_("Om du vill. Till exempel att du kommer senare."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, ways: Sequence[Reply], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        shown = self.fields["reply"]
        assert isinstance(shown, forms.ChoiceField)
        shown.choices = [(each.value, each.label) for each in (*ways, Reply.NO)]
        shown.error_messages["required"] = _("Välj ett av svaren.")


class RecordedReplyForm(ReplyForm):
    """An answer given by telephone."""

    def __init__(self, data: Any = None, *, ways: Sequence[Reply], **kwargs: Any) -> None:
        super().__init__(data, ways=ways, **kwargs)
        choices = [(each.value, each.label) for each in (*ways, Reply.NO, Reply.NONE)]
        self.fields["reply"] = forms.ChoiceField(label=_("Svar"), choices=choices, widget=forms.RadioSelect)
        self.fields["greeting"].label, self.fields["greeting"].help_text = _("Hälsning"), ""
        self.order_fields(["reply", "greeting"])


class SubstituteForm(PlainForm):
    """Who comes instead: one of those appointed, or somebody named."""

    substitute = forms.ChoiceField(label=_("Vem kommer i stället?"), choices=(), widget=forms.RadioSelect)
    name = forms.CharField(label=_("Namn"), required=False, max_length=200)
    email = forms.EmailField(
        label=_("E-postadress"), required=False,
        help_text=_("Dit skickas inbjudan. Utan adress får du själv säga till."),
    )  # fmt: skip
    greeting = forms.CharField(
        label=_("Hälsning till den som bjuder in"), required=False, max_length=500, widget=GREETING
    )  # fmt: skip

    def __init__(self, data: Any = None, *, appointed: Sequence[Appointment], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self._appointed = {str(each.pk): each for each in appointed}
        shown = self.fields["substitute"]
        assert isinstance(shown, forms.ChoiceField)
        other = _("Någon annan, som jag skriver här nedanför")
        shown.choices = [*((key, each.person.name) for key, each in self._appointed.items()), (OTHER, other)]
        if not self._appointed:  # nothing to choose among: the name is asked for straight away
            shown.required = False
            shown.widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or self.cleaned_data
        if "substitute" in kept and self.chosen is None and not kept.get("name"):
            self.add_error("name", ValidationError(_("Skriv vem som kommer i stället.")))
        return kept

    @property
    def chosen(self) -> Appointment | None:
        """The one chosen among those appointed; None for somebody named."""
        return self._appointed.get(self.cleaned_data.get("substitute") or "")


class CancelForm(PlainForm):
    why = forms.CharField(
        label=_("Varför ställs mötet in?"), max_length=300, help_text=_("Står i brevet till dem som är inbjudna."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
