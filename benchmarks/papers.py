"""Minutes as PDF and as Word at 31 and 300 participants, against the bare tools that make them.

The PDF is set against the compiler on an empty page with the same standard (what cannot be avoided), the Word file
against python-docx writing the same words as plain paragraphs (what the headings, lists and styles cost). All are
measured in turn within a round, in processor time; what is printed is seconds a document and the median of the ratios.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from io import BytesIO

import django
import docx
import typst

from kraftsamla.meetings.papers.content import Facts, Paper, People, Points, Prose, Section, Table
from kraftsamla.meetings.papers.pdf import write_pdf
from kraftsamla.meetings.papers.word import write_word

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kraftsamla.config.settings")
ROUNDS = 5
SAID = "Mötet gick igenom läget i strategin och enades om hur arbetet ska fortsätta fram till nästa möte. "
EMPTY = b'#set document(title: "Tom")\n#title()\n'


def paper(people: int, items: int) -> Paper:
    """Minutes with presentations, questions, a decision at each point, follow-ups and everybody who came."""
    points = tuple(
        Section("item", f"Punkt {number}", (
            Prose(f"{SAID * 4}\n\n{SAID * 3}\n\nFrågor:\n- {SAID}\n- {SAID}"),
            Points((("Nya uppdrag", "Karin Strand, Vinnova"), ("Läget", "Per Lind, Havsmyndigheten"))),
            Facts((("Beslut", SAID),)),
        ), number=f"{number}")
        for number in range(1, items + 1)
    )  # fmt: skip
    rows = tuple((SAID, "Vinnova", "30 juni 2026") for _ in range(items))
    tasks = Section("followups", "Uppföljning", (Table("Att följa upp", ("Vad", "Vem", "När"), rows),))
    came = People((("Närvarande", tuple((f"Person {number}", "Myndigheten för prov") for number in range(people))),))
    return Paper(
        language="sv", word="Mötesanteckningar", title="Möte", sender="Kansliet", date="5 mars 2026", reference="1",
        note="Utkast.", facts=(("Plats", "Malmö"),), signatures=(("Gun Ek", ""),), foot="Möte",
        sections=(*points, tasks, Section("participants", "Deltagare", (came,))),
    )  # fmt: skip


def lines(content: Paper) -> Iterator[str]:
    """The words of the paper, a paragraph each."""
    for section in content.sections:
        yield section.heading
        for block in section.blocks:
            if isinstance(block, Prose):
                yield from (line for _is_list, piece in block.pieces for line in piece)
            elif isinstance(block, People):
                yield from (", ".join(row) for _heading, rows in block.groups for row in rows)
            else:
                yield from (", ".join(row) for row in block.rows)


def plain_word(content: Paper) -> bytes:
    document = docx.Document()
    for line in lines(content):
        document.add_paragraph(line)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def empty_page(_content: Paper) -> bytes:
    made = typst.compile(EMPTY, format="pdf", ignore_system_fonts=True, pdf_standards=["ua-1"])
    assert isinstance(made, bytes)
    return made


def seconds(make: Callable[[Paper], bytes], content: Paper) -> float:
    began = time.process_time()
    make(content)
    return time.process_time() - began


def main() -> None:
    django.setup()
    for people, items in ((31, 5), (300, 30)):
        content = paper(people, items)
        for name, ours, bare in (("PDF", write_pdf, empty_page), ("Word", write_word, plain_word)):
            ours(content), bare(content)  # typefaces and templates are read once
            rounds = [(seconds(ours, content), seconds(bare, content)) for _ in range(ROUNDS)]
            took = statistics.median(each for each, _bare in rounds)
            ratio = statistics.median(each / other for each, other in rounds)
            print(f"{name}, {people} participants, {items} items: {took:.3f} s, {ratio:.1f} times the bare tool")


if __name__ == "__main__":
    main()
