"""What a deed may refuse with. The message is shown to a person: it says what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Refused(Exception):
    """The deed cannot be done now; nothing was changed."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotAllowed(Refused):
    """The person lacks the right."""


class Stale(Refused):
    """Somebody changed the record after the form was opened; ``current`` holds what stands there now."""

    def __init__(self, message: str, *, current: Mapping[str, Any], version: int) -> None:
        super().__init__(message)
        self.current = dict(current)
        self.version = version
