"""What rows are made of when records are written out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel

from kraftsamla.core.text import Text
from kraftsamla.portal.exchange import schema

R = TypeVar("R", bound=BaseModel)


def row_of(model: type[R], **values: Any) -> R:
    """A row checked as one that is read: a choice or a date that could not be loaded again is not written."""
    return model.model_validate(values)


def text_of(text: Text) -> schema.Text | None:
    return schema.Text(sv=text.sv or text.en, en=text.en or None) if text else None


def known(**values: Any) -> dict[str, Any]:
    """Without what is not known, so that it is left out of the file."""
    return {name: value for name, value in values.items() if value not in ("", None, ())}


def ordered(relation: Any) -> Iterable[Any]:
    """Related records in the order they were tied, which is the order of the file."""
    field, through = relation.target_field_name, relation.through
    links = through._base_manager.filter(**{relation.source_field_name: relation.instance}).order_by("pk")
    return [getattr(link, field) for link in links.select_related(field)]


def sources_of(record: Any) -> tuple[schema.Source, ...]:
    return tuple(
        row_of(schema.Source, document=p.document.slug, quote=p.quote or None, note=p.note_sv or None)
        for p in ordered(record.passages)
    )


def slug_of(record: Any) -> str | None:
    return record.slug if record is not None else None
