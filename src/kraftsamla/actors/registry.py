"""What personal links may be for: a purpose that no app has registered opens nothing."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class LinkPurpose:
    """``days``: how long a link lives unless its deed says otherwise. ``per_hour``: how often it may be opened."""

    name: str
    label: str | Promise
    days: int
    per_hour: int


_purposes: dict[str, LinkPurpose] = {}


def register_purpose(name: str, label: str | Promise, *, days: int, per_hour: int = 600) -> str:
    """Register a purpose and return its name. The same name twice is an error."""
    if name in _purposes:
        raise ValueError(f"link purpose {name!r} is registered twice")
    _purposes[name] = LinkPurpose(name, label, days, per_hour)
    return name


def purpose_named(name: str) -> LinkPurpose:
    """The registered purpose. Raises LookupError."""
    try:
        return _purposes[name]
    except KeyError:
        raise LookupError(f"link purpose {name!r} is not registered; add it to the app's choices.py") from None
