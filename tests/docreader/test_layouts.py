"""Participants' lists in every layout and language: who was there, for whom, and who was not."""

from __future__ import annotations

import re

import pytest

from docreader import read
from tests.docreader.layouts import LAYOUTS, NAMES, Expected, Layout, minutes

SEEDS = 6
#: Layouts where less can be told, and why: a name without mark before the next one may be cut wrongly.
LESS = {"one_line": 0.8, "from_organisations": 0.6, "with_initials": 0.7}
LEAST = 0.85


def folded(text: object) -> str:
    return " ".join(re.findall(r"\w+", str(text or "").casefold()))


def found_in(text: str) -> dict[str, Expected]:
    people = [item.fields for item in read(text.encode(), name="d.txt").suggestions if item.kind == "participant"]
    return {
        folded(each.get("person")): Expected(
            str(each.get("person")), folded(each.get("organisation")), each.get("attendance") == "absent"
        )
        for each in people
    }


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_people_are_found_with_their_organisation_and_whether_they_were_there(layout: Layout, language: str) -> None:
    wanted = told = right = placed = attended = 0
    for seed in range(SEEDS):
        text, expected = minutes(layout, language=language, seed=seed)
        found = found_in(text)
        hits = [(each, found[folded(each.person)]) for each in expected if folded(each.person) in found]
        wanted, told, right = wanted + len(expected), told + len(found), right + len(hits)
        placed += sum(folded(each.organisation) == got.organisation for each, got in hits)
        attended += sum(each.absent == got.absent for each, got in hits)
    least = LESS.get(layout.__name__, LEAST)
    assert right / wanted >= least, "people missed"
    assert right / told >= least, "people who are none"
    assert placed / right >= least, "wrong organisation"
    assert attended / right >= 0.95, "absent or present mixed up"
