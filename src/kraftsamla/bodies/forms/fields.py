"""Fields that the forms of bodies share."""

from __future__ import annotations

from typing import Any

from django import forms

from kraftsamla.library.models import Document
from kraftsamla.ui.forms import RecordField

SHORT = forms.Textarea(attrs={"rows": 4})


def document_field(**kwargs: Any) -> RecordField:
    """A document in the library, by its title."""
    return RecordField(
        records=lambda: Document.objects.without_text_column(), source="library:document-choices", **kwargs
    )
