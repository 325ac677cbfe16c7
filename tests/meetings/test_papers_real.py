"""Real minutes become a meeting, and what is printed from it says the same: compared by facts, never by sentences.

The documents are kept outside the repository: the folder is named by KRAFTSAMLA_REAL_DOCUMENTS.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

import docreader
from kraftsamla.accounts.models import User
from kraftsamla.core.clock import now
from kraftsamla.meetings.models import Meeting
from kraftsamla.meetings.operations.minuting import draft_minutes
from kraftsamla.meetings.operations.minuting_steps import paper_to_publish
from kraftsamla.meetings.papers.pdf import write_pdf
from kraftsamla.meetings.papers.word import write_word
from kraftsamla.reading.operations.bulk import new_step, read_and_accept
from tests.meetings.papers_case import in_order, texts

FOLDER = os.environ.get("KRAFTSAMLA_REAL_DOCUMENTS")
PEOPLE = 5


def facts(content: bytes, name: str, kind: str) -> list[dict[str, Any]]:
    return [dict(each.fields) for each in docreader.read(content, name=name).suggestions if each.kind == kind]


def minutes_in(folder: str) -> Iterator[Path]:
    """Documents that tell of one meeting and who came."""
    for path in sorted(each for each in Path(folder).rglob("*") if each.is_file()):
        try:
            content = path.read_bytes()
            came = facts(content, path.name, "participant")
            if len(came) >= PEOPLE and len(facts(content, path.name, "meeting")) == 1:
                yield path
        except docreader.UnreadableDocument:
            continue


def spoken(content: bytes) -> str:
    """Every word of a Word file in order, with one space between."""
    body = docx.Document(BytesIO(content)).element.body
    marks = (qn("w:p"), qn("w:t"), qn("w:tab"), qn("w:br"))
    lines = (each.text or "" if each.tag == qn("w:t") else " " for each in body.iter(*marks))
    return " ".join("".join(lines).split())


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.skipif(FOLDER is None, reason="set KRAFTSAMLA_REAL_DOCUMENTS to a folder of documents to read them")
def test_printed_minutes_say_what_the_original_says(alva: User, monkeypatch: pytest.MonkeyPatch) -> None:
    # The reader's own process has limits of time; here it is what comes out that counts.
    monkeypatch.setattr("docreader.sandbox.read_in_process", docreader.read)
    found = list(minutes_in(FOLDER or ""))
    assert found
    for path in found:
        content = path.read_bytes()
        taken = read_and_accept(content=content, file_name=path.name, at_least=0.0, step=new_step(), by=alva)
        assert (taken.waiting, taken.asking) == (0, 0)
        (held,) = facts(content, path.name, "meeting")
        meeting = Meeting.objects.get(starts_on=held["date"], passages__document=taken.reading.document)
        paper, _seen = paper_to_publish(draft_minutes(meeting=meeting, language="sv", by=alva), at=now())
        printed = write_pdf(paper)
        for told in (" ".join(texts(printed)), spoken(write_word(paper))):
            same_substance(content, path.name, told)
        read_back(content, path.name, printed)


def same_substance(content: bytes, name: str, told: str) -> None:
    """Who came and how many, who arranged it, the points in order, who presented, what is to be followed up."""
    (held,) = facts(content, name, "meeting")
    if held.get("organiser"):
        assert f"Arrangör {held['organiser']}" in told
    came = facts(content, name, "participant")
    assert f"Närvarande {len(came)}" in told
    for each in came:
        assert each["person"] in told
    assert in_order([each["title"] for each in facts(content, name, "agenda_item")], told)
    assert in_order([words.casefold() for words in points_and_questions(content, name)], told.casefold())
    points = before_the_list(told, after=facts(content, name, "agenda_item")[-1]["title"])
    home = {each["person"]: each.get("organisation") for each in came}
    for each in facts(content, name, "presenter"):
        organisation = each.get("organisation") or home.get(each["person"])
        assert (f"{each['person']}, {organisation}" if organisation else each["person"]) in points
    for kind in ("request", "proposal", "follow_up"):
        for each in facts(content, name, kind):
            assert each["title"].casefold() in told.casefold()


def points_and_questions(content: bytes, name: str) -> list[str]:
    """The headings of the points, each followed by the questions under it in the order in which they stand."""
    found = [
        each for each in docreader.read(content, name=name).suggestions if each.kind in {"agenda_item", "question"}
    ]
    return [str(each.fields["title"]) for each in sorted(found, key=lambda each: each.evidence[0][0])]


def before_the_list(told: str, *, after: str) -> str:
    """What stands at the points: the list of those who came names the same people and is no proof."""
    return told[: told.index("Deltagare", told.rindex(after))]


def read_back(content: bytes, name: str, printed: bytes) -> None:
    """The reader finds the same date, form, points, people and next meeting in what was printed."""
    told = {"meeting": ("date", "form"), "agenda_item": ("number", "title"), "next_meeting": ("date",)}
    for kind, keys in told.items():
        before, after = (
            [tuple(each.get(key) for key in keys) for each in facts(file, named, kind)]
            for file, named in ((content, name), (printed, "utskrift.pdf"))
        )
        assert after == before, kind
    came = {each["person"] for each in facts(content, name, "participant")}
    assert {each["person"] for each in facts(printed, "utskrift.pdf", "participant")} == came
