"""HTML in texts: seen through, while offsets count in the text as it is."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docreader import Reading, read
from docreader.text.markup import unmarked

PAGE = """<!DOCTYPE html><html><head><title>Rådet | Sajten</title>
<meta property="article:published_time" content="2022-05-06T10:00"><style>.a{color:red}</style></head><body>
<nav><ul><li><a href="/">Anna Meny, SMHI</a></li></ul></nav><script>var x = "Bo Falsk, SMHI"</script>
<div class="cookie"><p>Vi använder kakor.</p></div>
<h1>Minnesanteckningar Vattenr&aring;det</h1><p>Datum: 4&nbsp;maj 2022</p><h2>Deltagare</h2>
<ul><li>&Aring;sa Ek, <b>SMHI</b></li><li>Bo &Ouml;st, HaV</li></ul><h2>1. L&auml;get</h2>
<table><tr><th>Vad</th><th>Vem</th></tr><tr><td>Fr&aring;ga regionen</td><td>Bo</td></tr></table></body></html>"""


def said(reading: Reading, kind: str) -> list[tuple[dict[str, object], str]]:
    """The fields of the suggestions of a kind, each with its first passage."""
    return [
        (dict(item.fields), reading.text[slice(*item.evidence[0])]) for item in reading.suggestions if item.kind == kind
    ]


def test_a_page_saved_as_text_is_seen_through_and_stays_the_text_it_is() -> None:
    reading = read(PAGE.encode(), name="sida.txt")
    assert (reading.format, reading.text) == ("txt", PAGE)
    people = said(reading, "participant")
    assert [fields["person"] for fields, _ in people] == ["Åsa Ek", "Bo Öst"]
    assert people[0][0]["organisation"] == "SMHI"
    assert people[0][1].startswith("&Aring;sa Ek")
    assert people[1][1] == "Bo &Ouml;st, HaV"
    assert reading.document.published == "2022-05-06"
    assert said(reading, "meeting")[0][0]["date"] == "2022-05-04"


def test_the_same_page_as_a_file_of_html_is_read_as_one() -> None:
    reading = read(PAGE.encode(), name="sida.html")
    assert reading.format == "html"
    assert "<" not in reading.text
    assert [fields["person"] for fields, _ in said(reading, "participant")] == ["Åsa Ek", "Bo Öst"]


def test_entities_left_over_in_a_text_are_letters() -> None:
    text = "Minnesanteckningar 2022-05-04\n\nDeltagare:\n&Aring;sa Ek, SMHI\nBo &Ouml;st, Ha&shy;V\n"
    assert [(fields["person"], passage) for fields, passage in said(read(text), "participant")] == [
        ("Åsa Ek", "&Aring;sa Ek, SMHI"),
        ("Bo Öst", "Bo &Ouml;st, Ha&shy;V"),
    ]


def test_blocks_and_passages_never_begin_or_end_within_a_tag() -> None:
    reading = read(PAGE.encode(), name="sida.txt")
    spans = [(block.start, block.end) for block in reading.blocks]
    spans += [span for item in reading.suggestions for span in item.evidence]
    for start, end in spans:
        if reading.text[start:end] == "2022-05-06":
            # The day of publication, which a page only tells in a tag.
            continue
        assert reading.text[start] not in "<>"
        assert reading.text[:start].count("<") == reading.text[:start].count(">")
        assert reading.text[:end].count("<") == reading.text[:end].count(">")


@pytest.mark.parametrize("text", ["a < b och b > c", "Anna & Bo", "R&D", "x<y>z", "1 & 2; 3", "AT&T;"])
def test_signs_that_are_no_mark_up_stay(text: str) -> None:
    assert unmarked(text) is None


TAGS = st.sampled_from(
    re.findall(
        r"\S+",
        "<p> </p> <li> </li> <ul> <ol> </ol> <td> </td> <tr> <h1> </h2> <br> <b> </b> <nav> </nav> <script> </script>"
        " <!-- --> &aring; &nbsp; &#228; <html> < <head> </head> > & ; Anna , SMHI"
        " <div_class='cookie'> </div> <dt> </dt>",
    )
).map(lambda piece: piece.replace("_", " "))


@settings(max_examples=150, deadline=None)
@given(st.lists(TAGS, max_size=50))
def test_the_copy_is_as_long_as_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    copy = unmarked(text)
    if copy is not None:
        assert len(copy.text) == len(text)
        assert all(text[start] == "<" for start, _ in copy.tags)


def test_tags_without_end_take_no_more_than_their_share_of_time() -> None:
    """Counted: whatever is opened and never closed is gone through once."""
    for text in ("<nav>" * 3000, "<!--" * 3000, "<a " * 3000, "<p>" * 3000):
        copy = unmarked(text + "<br><br><br>")
        assert copy is not None
        assert len(copy.text) == len(text) + 12
