"""Records of any kind that can quote sources: to fetch is to be allowed."""

from __future__ import annotations

import datetime as dt

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404
from django.shortcuts import get_object_or_404

from kraftsamla.accounts.access import Purpose, admit
from kraftsamla.accounts.rules import Visitor
from kraftsamla.library.models import Passage
from kraftsamla.portal.sheets.kinds import KINDS, kind_named
from kraftsamla.portal.sheets.shape import Kind


def get_evidenced(visitor: Visitor, kind: str, key: int, *, to: Purpose) -> models.Model:
    """The record of a kind ("actors.organisation") that can quote passages."""
    admit(visitor, to=to)
    try:
        model = apps.get_model(kind)
    except (LookupError, ValueError):
        raise Http404 from None
    if model not in {field.related_model for field in Passage._meta.get_fields() if field.many_to_many}:
        raise Http404
    return get_object_or_404(model._default_manager.all(), pk=key)


def get_quoted(visitor: Visitor, record: models.Model, key: int, *, to: Purpose) -> Passage:
    """A passage that the record quotes."""
    admit(visitor, to=to)
    passages: models.QuerySet[Passage] = record.passages.select_related("document")  # type: ignore[attr-defined]  # get_evidenced
    return get_object_or_404(passages, pk=key)


def get_kind(visitor: Visitor, name: str) -> Kind:
    """A sheet by its name in addresses. Everybody in the workspace may take out what they may see."""
    admit(visitor, to="view")
    kind = kind_named(name)
    if kind is None:
        raise Http404
    return kind


def may_bring(visitor: Visitor, kind: Kind, *, at: dt.date) -> bool:
    return kind.may_bring(visitor, at=at)


def admit_to_bring(visitor: Visitor, *, at: dt.date) -> None:
    """Raise Http404 for a stranger, PermissionDenied for somebody who may bring no sheet back."""
    admit(visitor, to="view")
    if not any(may_bring(visitor, kind, at=at) for kind in KINDS):
        raise PermissionDenied
