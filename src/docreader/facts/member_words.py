"""Headings and labels of lists of members, and the role that each gives those below it. Data."""

from __future__ import annotations

import re
from typing import Final

from docreader.text.triggers import quick

#: Headings of a part of the list, and the role of everybody below.
ROLES: Final[tuple[tuple[str, str | None], ...]] = (
    (r"(?:vice|nest|næst)[ -]?(?:ordförande|leder|formand|chair)\w*|v(?:ice)?\.? ordf\w*", "vice ordförande"),
    (r"ordförande|ordf|sammankallande", "ordförande"),
    (r"leder|utvalgsleder|styreleder", "leder"),
    (r"formand|formandskab|bestyrelsesformand", "formand"),
    (r"chair\w*|president", "chair"),
    (r"(?:ordinarie |övriga |andra |valda )?(?:ledamöter|ledamot)", "ledamot"),
    (
        r"(?:øvrige |andre |faste |ordinære )?(?:medlemmer|medlem|medlemmar|styremedlemmer|bestyrelsesmedlemmer)",
        "medlem",
    ),
    (r"(?:other |board |committee |ordinary )?members?", "member"),
    (
        r"ersättare|suppleanter|suppleant|varamedlemmer|vara|stedfortrædere|substitutes?|deputies|deputy members",
        "ersättare",
    ),
    (r"adjungera\w*(?: \w+){0,3}|tilforordne\w*|co-opted(?: members)?", "adjungerad"),
    (r"observatör\w*|observatør\w*|observers?", "observatör"),
    (r"sekretariat\w*|secretariat|sekreterare|sekretær\w*|kansli\w*|secretary", None),
    (r"(?:patient|brukar|bruker|närstående)\w*", None),
    (r"(?:sak)?kunniga|experter|eksperter|experts|advisers|rådgivare|rådgivere", "expert"),
    (r"(?:företrädare|representanter|representantar|repræsentanter|representatives) .{2,50}", None),
    (
        (
            r"[\w -]{0,30}(?:grupp|gruppen|kommittén|kommitté|rådet|råd|styrelsen|styrelse|styret|bestyrelse"
            r"|bestyrelsen"
            r"|utvalget|udvalget|panelen|juryn|jury|redaktion\w*|committee|board|group|council|panel|team)"
        ),
        None,
    ),
    (
        (
            r"(?:så består|vi som|det är vi|dette er|vi er|vem är med|vilka är med|hvem er med|hvem sitter|hvem sidder"
            r"|vem sitter|who we are|who is who|sammansättning|sammensetning|sammensætning|composition"
            r"|bemanning).{0,50}"
        ),
        None,
    ),
)
#: What may follow such a word in the heading: "och personliga ersättare", "består av".
WITH: Final = (
    r"\s(?:och|og|and|samt)\s(?:personliga |personlige )?[\w-]{3,24}|\s(?:består|bestod|utgörs|utgøres|udgøres"
    r"|consists?|består|ingår|är|er|are|utgjordes)(?:\s(?:av|af|of))?"
    r"|\s(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?"
)
_BEFORE: Final = r"\W{0,6}(?:i |the |våra |our )?"
_AFTER: Final = rf"(?:{WITH})?\W{{0,4}}(?:\(\d+\)|i \w+)?\W{{0,3}}"
HEADS: Final = tuple((re.compile(rf"{_BEFORE}(?:{pattern}){_AFTER}", re.IGNORECASE), role) for pattern, role in ROLES)
#: Any of them: one test for the many lines that are none.
ANY_HEAD: Final = re.compile(rf"{_BEFORE}(?:{'|'.join(pattern for pattern, _ in ROLES)}){_AFTER}", re.IGNORECASE)
LABELLED = quick(
    r"(?P<role>ordförande|vice ordförande|ledamot|ersättare|suppleant|sekreterare|adj|adjungerad|observatör|leder"
    r"|nestleder|medlem|vara|varamedlem|sekretær|formand|næstformand|stedfortræder"
    r"|chair|vice-chair|member|deputy|substitute|secretary|observer|ordf|v ordf|sammankallande)\.?\s?[:–-]\s",
    re.IGNORECASE,
)
