"""What a list to choose from says where nothing is chosen."""

from __future__ import annotations

import pytest
from django import forms
from django.utils import translation

from kraftsamla.accounts.models import User
from kraftsamla.ui.forms import PlainForm

DASHES = ("", "---------")


class ChoosingForm(PlainForm):
    needed = forms.ChoiceField(choices=[DASHES, ("a", "A")])
    optional = forms.ChoiceField(choices=[DASHES, ("a", "A")], required=False)
    worded = forms.ChoiceField(choices=[("", "alla"), ("a", "A")], required=False)
    empty = forms.ChoiceField(choices=[], required=False)
    person = forms.ModelChoiceField(queryset=User.objects.none(), required=False)
    worded_person = forms.ModelChoiceField(queryset=User.objects.none(), required=False, empty_label="alla")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", [["välj …", "A"], ["inget valt", "A"], ["alla", "A"], [], ["inget valt"], ["alla"]]),
        ("en", [["choose …", "A"], ["nothing chosen", "A"], ["alla", "A"], [], ["nothing chosen"], ["alla"]]),
    ],
)
@pytest.mark.django_db
def test_nothing_chosen_is_said_in_words(language: str, said: list[list[str]]) -> None:
    with translation.override(language):
        form = ChoosingForm()
        shown = [[str(label) for _value, label in form.fields[name].choices] for name in form.fields]  # type: ignore[attr-defined]
    assert shown == said
