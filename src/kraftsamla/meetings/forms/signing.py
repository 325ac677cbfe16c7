"""Forms of signing up: the office's, and the public one."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from kraftsamla.meetings.choices import Mode
from kraftsamla.meetings.models import Registration, SignUp
from kraftsamla.ui.forms import RecordForm, Section

SALT = "kraftsamla.meetings.sign-up.form"
LONGEST_OPEN = dt.timedelta(days=2)
#: A person takes longer than this to write their name.
SHORTEST = dt.timedelta(seconds=2)


class SignUpForm(RecordForm):
    """How a meeting is signed up for."""

    class Meta(RecordForm.Meta):
        model = SignUp
        fields = (
            "opens_on", "closes_on", "room_places", "remote_places", "words_sv", "words_en", "keep_days", "offers_list",
        )  # fmt: skip
        help_texts = {
            "room_places": _("Tomt betyder ingen gräns. 0 betyder att det inte går att delta på det sättet."),
            "remote_places": _("Tomt betyder ingen gräns. 0 betyder att det inte går att delta på det sättet."),
            "words_sv": _("Till exempel om lunch, tillgänglighet och hur man hittar."),
            "offers_list": _("Bara den som själv kryssar i det hamnar på listan. Listan visas aldrig på webben."),
        }

    sections = (
        Section(_("När"), ("opens_on", "closes_on")), Section(_("Platser"), ("room_places", "remote_places")),
        Section(_("Vad som sägs"), ("words_sv", "words_en")), Section(_("Uppgifterna"), ("keep_days", "offers_list")),
    )  # fmt: skip


class OwnForm(RecordForm):
    """What somebody says of themselves. ``modes`` are the ways that are offered."""

    mode = forms.ChoiceField(label=_("Hur vill du delta?"), choices=Mode.choices, widget=forms.RadioSelect)

    class Meta(RecordForm.Meta):
        model = Registration
        fields = ("name", "organisation_name", "title", "on_list")
        labels = {"on_list": _("Jag vill stå på listan som delas ut till deltagarna.")}

    def __init__(self, *args: Any, modes: list[Mode], offers_list: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True
        self.fields["name"].widget.attrs["autocomplete"] = "name"
        self.fields["organisation_name"].widget.attrs["autocomplete"] = "organization"
        self.fields["title"].widget.attrs["autocomplete"] = "organization-title"
        if not offers_list:
            del self.fields["on_list"]
        offered = self.fields["mode"]
        assert isinstance(offered, forms.ChoiceField)
        offered.choices = [(mode.value, mode.label) for mode in modes]
        if len(modes) == 1:
            self.initial["mode"] = modes[0].value


class RegistrationForm(OwnForm):
    """The public form. ``opened_at`` is signed; ``website`` is for programs that fill in everything they find."""

    email = forms.EmailField(
        label=_("E-postadress"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Dit skickar vi en länk där du bekräftar anmälan."),
    )  # fmt: skip
    consent = forms.BooleanField(
        label=_("Jag samtycker till det"), error_messages={"required": _("Kryssa i rutan för att kunna anmäla dig.")}
    )
    website = forms.CharField(label=_("Lämna det här fältet tomt"), required=False, max_length=200)
    stamp = forms.CharField(widget=forms.HiddenInput, required=False)
    field_order = ("name", "organisation_name", "title", "email", "mode", "on_list", "consent", "website")

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("Töm fältet. Det är till för att stoppa program som fyller i formulär."))
        return ""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if (wrong := wrong_stamp(cleaned.get("stamp") or "")) is not None:
            self.add_error(None, wrong)
        return cleaned

    @property
    def asked(self) -> dict[str, Any]:
        """What the deed keeps."""
        return {name: value for name, value in self.values.items() if name not in {"consent", "website", "stamp"}}


def new_stamp() -> str:
    """When a form was opened, signed."""
    return signing.TimestampSigner(salt=SALT).sign("opened")


def is_outdated(stamp: str) -> bool:
    """Whether a form was opened too long ago, or not here."""
    try:
        signing.TimestampSigner(salt=SALT).unsign(stamp, max_age=LONGEST_OPEN)
    except signing.BadSignature:
        return True
    return False


def wrong_stamp(stamp: str) -> str | None:
    """What to tell who sent a form too soon, too late or from nowhere; None when it is as it should be."""
    if is_outdated(stamp):
        return str(_("Sidan har legat öppen länge. Skicka igen, det du har skrivit finns kvar."))
    try:
        signing.TimestampSigner(salt=SALT).unsign(stamp, max_age=SHORTEST)
    except signing.SignatureExpired:
        return None
    return str(_("Det gick fort. Vänta ett par sekunder och skicka igen, det du har skrivit finns kvar."))
