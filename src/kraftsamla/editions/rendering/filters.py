"""A filter asked for in the query, and the page that already shows it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kraftsamla.editions.rendering import addresses

AREA = re.compile(r"[1-9]\d?")


def filter_address(path: str, query: Mapping[str, str]) -> str | None:
    """The address of the filtered list for "insatser/" with ``omrade`` and ``lage`` (in English ``area`` and
    ``progress``); None when nothing is filtered. Words that no list has are passed over."""
    languages = {addresses.ACTIONS.sv: 0, addresses.ACTIONS.en: 1}
    if path not in languages:
        return None
    language = languages[path]
    area = query.get(addresses.AREA_FILTER[language], "")
    wanted = query.get(addresses.PROGRESS_FILTER[language], "")
    progress = next((code for code, words in addresses.PROGRESS.items() if words[language] == wanted), None)
    found = addresses.actions(area if AREA.fullmatch(area) else None, progress if wanted else None)
    address = (found.sv, found.en)[language]
    return address if address != path else None
