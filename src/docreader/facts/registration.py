"""By when one must sign up: on the pages of events."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docreader.facts.dating import resolve
from docreader.facts.found import Found, suggest
from docreader.model import Suggestion
from docreader.text.page import Page
from docreader.text.triggers import quick

_SIGN_UP = quick(
    r"\b(?:anmälan|anmäl (?:dig|er)|sista anmälningsdag|anmälningstid\w*|osa|registration|register|sign up|rsvp"
    r"|påmelding\w*"
    r"|meld deg på|tilmelding\w*|tilmeld dig|svarsfrist|abstracts?|call for)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:senast|före|innan|till och med|t\.o\.m\.|stänger|sista|no later than|closes|until|by|before|deadline"
    r"|innen|inden"
    r"|senest|frist|lukker|til og med)\b",
    re.IGNORECASE,
)


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """One action for each such day."""
    if page.document.kind != "event_page":
        return
    for sentence in page.sentences:
        text = sentence.text
        if re.match(r"[\w ]{2,40}:\s", text) or text.count(" ") < 3:
            continue
        if len(text) > 300 or not _SIGN_UP.search(text) or found.covers(sentence.span, "action", "request"):
            continue
        until = _UNTIL.search(text)
        dates = [d for d in page.find_dates(text) if until and d.month and d.start >= until.start()]
        if not dates:
            continue
        event = next((item for item in found.of("event") if item.fields.get("date")), None)
        date, notes = resolve(page, dates[0], past=False)
        if event is not None and dates[0].lacks_year:
            # One signs up before the day of the event, whatever the page was counted from.
            date = dates[0].before(str(event.fields["date"]))
        title = text[: dates[0].end].strip(" .")
        yield suggest(
            "action", [sentence.span], 0.7, notes, title=title, date=date.iso, date_kind="due", responsible=()
        )
