"""Which of the four languages a text is in, by its small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from docreader.model import Language
from docreader.text.words import words

_WORDS: Final[dict[Language, frozenset[str]]] = {
    "sv": words(
        "och att är för inte på som av med till den ett möte mötet från vid nästa även eller också efter "
        "vad frågor"
        " deltagare närvarande minnesanteckningar mötesanteckningar arbetet ska sig finns hur under inom "
        "punkt"
        " föregående dagordning ordförande anteckningar frånvarande genomgång presenterade"
    ),
    "nb": words(
        "og å er for ikke på som av med til den et møte møtet fra ved neste også eller etter hva saker "
        "deltakere"
        " referat skal seg finnes hvordan under innen sak forrige dagsorden innkalling leder ble noen "
        "mellom blir"
        " gjennomgang orienterte vedtak forfall frafall styret tilstede vi har jeg"
    ),
    "da": words(
        "og at er for ikke på som af med til den et møde mødet fra ved næste også eller efter hvad "
        "punkter deltagere"
        " referat skal sig findes hvordan under inden punkt sidste dagsorden formand blev nogle mellem bliver"
        " gennemgang orienterede afbud bestyrelsen eventuelt har vi jeg"
    ),
    "en": words(
        "the and of to in is that for on with as was by at from this be are an it or we will participants "
        "meeting"
        " minutes next agenda were has have not which their our"
    ),
}
_LETTERS: Final[dict[Language, str]] = {"sv": "äö", "nb": "æø", "da": "æø", "en": ""}


#: Endings that tell the two closest languages apart.
_ENDINGS: Final[dict[Language, tuple[str, ...]]] = {
    "nb": ("sjon", "sjonen", "sjoner", "heten", "ningene", "skapet", "eide", "ingen"),
    "da": ("erne", "tionen", "tioner", "heden", "ejde", "ingerne", "skabet", "melding", "ede"),
}


_WORD = re.compile(r"[^\W\d_]{1,20}")


@lru_cache(maxsize=2)
def language_of(text: str) -> Language:
    """The likeliest language; Swedish when nothing tells."""
    sample = text[:60_000].casefold()
    counts = Counter(_WORD.findall(sample))
    scores = {language: float(sum(counts[word] for word in words)) for language, words in _WORDS.items()}
    for language, marks in _LETTERS.items():
        scores[language] += 0.5 * sum(map(sample.count, marks))
    for language, endings in _ENDINGS.items():
        scores[language] += 0.5 * sum(
            count for word, count in counts.items() if len(word) > 6 and word.endswith(endings)
        )
    best = max(scores, key=lambda language: (scores[language], language == "sv"))
    return best if scores[best] > 0 else "sv"
