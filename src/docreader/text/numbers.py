"""Numbers in figures and words."""

from __future__ import annotations

from typing import Final

_WORDS: Final[dict[str, int]] = {
    word: value
    for value, words in (
        (1, "ett en én et one første första first"),
        (2, "två to two andra andre second"),
        (3, "tre three tredje third"),
        (4, "fyra fire four fjärde fjerde fourth"),
        (5, "fem five femte fifth"),
        (6, "sex seks six sjätte sixth"),
        (7, "sju syv seven sjunde seventh"),
        (8, "åtta åtte otte eight åttonde eighth"),
        (9, "nio ni nine nionde ninth"),
        (10, "tio ti ten tionde tenth"),
        (11, "elva elleve eleven"),
        (12, "tolv tolv twelve"),
        (13, "tretton"),
        (14, "fjorton"),
        (15, "femton fifteen"),
        (16, "sexton"),
        (17, "sjutton"),
        (18, "arton"),
        (19, "nitton"),
        (20, "tjugo tjue tyve twenty"),
        (30, "trettio tretti thirty"),
        (40, "fyrtio"),
        (50, "femtio"),
        (100, "hundra"),
    )
    for word in words.split()
}
NUMBER_WORD: Final = r"(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")"


def number_of(text: str) -> int | None:
    """The number written in figures ("17 000") or as a word ("fyra"), else None."""
    compact = "".join(text.replace(".", "").split())
    if compact.isdigit() and len(compact) < 13:
        return int(compact)
    return _WORDS.get(text.casefold())
