"""The few words that the printed paper itself brings, in the paper's language."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def words(language: str) -> dict[str, str]:
    with translation.override(language):
        return {
            "page": _("Sida"), "date": pgettext("på en handling", "Datum"), "reference": _("Diarienummer"),
            "signatures": pgettext("rubrik över underskrifter", "Justering"), "sign_here": _("Datum och underskrift"),
        }  # fmt: skip
