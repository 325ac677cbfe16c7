"""Names in addresses: lower case, a–z and digits, hyphens between; å and ä become a, ö becomes o."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SPELT_OUT = str.maketrans({"æ": "a", "ø": "o", "ß": "ss", "&": " och ", "đ": "d", "ł": "l", "ð": "d", "þ": "th"})


def slug_from(text: str, *, length: int = 60) -> str:
    """A slug made of ``text``, cut between words; "post" when no letter is left."""
    plain = unicodedata.normalize("NFD", text.casefold().translate(SPELT_OUT)).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) > length:
        cut = slug[: length + 1]
        slug = cut[: cut.rfind("-")] if "-" in cut else slug[:length]
    return slug or "post"


def free_slug(text: str, *, taken: Callable[[str], bool]) -> str:
    """The first of "slug", "slug-2", "slug-3" … that is not taken."""
    slug = slug_from(text)
    number = 1
    candidate = slug
    while taken(candidate):
        number += 1
        candidate = f"{slug}-{number}"
    return candidate
