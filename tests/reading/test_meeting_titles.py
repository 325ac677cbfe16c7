"""What a meeting is called when its minutes are read."""

from __future__ import annotations

import pytest

from kraftsamla.reading.accepting.meeting import title_of


@pytest.mark.parametrize(
    ("title", "body", "called"),
    [
        ("Minnesanteckningar möte med rådet den 3 mars", "rådet", "Möte med rådet den 3 mars"),
        ("Minnesanteckningar", "Vattenrådet", "Möte med Vattenrådet"),
        ("Protokoll fört vid årsmötet", "", "Årsmötet"),
        ("Møtereferat fra styringsgruppen", "", "Styringsgruppen"),
        ("Minutes of the steering group", "", "Steering group"),
        ("Protokollsutskott", "", "Protokollsutskott"),
        ("Samverkansmöte", "rådet", "Samverkansmöte"),
        ("", "", "Möte 14 mars 2023"),
    ],
)
def test_a_meeting_is_called_what_it_is_not_what_its_document_is(title: str, body: str, called: str) -> None:
    assert title_of({"title": title, "body": body, "date": "2023-03-14"}) == called
