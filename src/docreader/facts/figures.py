"""Figures about how things are: how many of what, how many of how many, which share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docreader.facts.found import Found, suggest
from docreader.model import Note, Suggestion, note
from docreader.text.dates import month_number
from docreader.text.numbers import number_of
from docreader.text.page import Page
from docreader.text.sentences import Sentence
from docreader.text.triggers import quick
from docreader.text.words import words

_NUMBER: Final = r"(?:\d{1,3}(?:[ \u00a0.]\d{3}){1,3}|\d{1,3}(?:,\d{3})+(?!\d)|\d{1,7}(?:[,.]\d{1,2}(?!\d))?)"
_FIGURE = re.compile(
    rf"(?<![\w.,:/§#–-])(?<!kl )(?<!nr )(?<!no )(?P<n>{_NUMBER})(?![\d/:–])(?:\s(?P<scale>miljoner|millioner|million"
    rf"|miljarder|milliarder|mio\.|mill\.|tusen|tusind|thousand))?"
    r"(?:(?P<share>\s?(?:%|procent(?:enheter|en)?|prosent(?:en)?|pct\.?|percent|per cent))(?!\w)"
    r"|(?P<of>\s(?:av|af|of|ud af|out of)\s(?:de |the |landets |alla |planens |totalt "
    r"|i alt )?(?P<all>\d{1,3}(?:[ \u00a0.]\d{3})+|\d{1,6})(?![\d,.]\d))?"
    r"(?P<what>(?:\s(?!(?:och|og|and|eller|or|samt|men|but|i|på|av|for|för|in|of|to|till|til|under|med|with|at|är|er"
    r"|is|har|have|vid|som|per|pr)\b)[^\W\d_][\w-]*){0,3}))"
)
_ABOUT = quick(
    r"\b(?P<words>drygt|dryga|knappt|knapt|cirka|circa|ca\.?|omkring|ungefär|runt|rundt|omtrent|nästan|nesten|næsten"
    r"|around|about|some|almost|nearly|approximately"
    r"|just over|just under|over|mer än|mer enn|mere end|more than|godt|vel|minst|mindst|at least|över|upp till"
    r"|op til|opp til|up to|bortåt|uppemot)\s$",
    re.IGNORECASE,
)
#: What is counted here are no figures about the matter: times, dates, places in a list, measures.
_NOT_COUNTED: Final = words("""
    år års åren årig åriga åring åringar årige månader månad veckor vecka dagar dag dygn timmar timme minuter minut
    sekunder kvartal
    mån vecko måneder måned uker uke dager timer time minutter døgn sekunder uger uge dage måneders års
    years year months month weeks week days day hours hour minutes minute seconds pages page
    sidor sida sider side kronor kr kroner euro sek nok dkk eur miljoner miljarder millioner million milliarder mkr
    tkr mnkr mio mill milj mdkr
    kap kapitel punkter punkt bilaga bilagor vedlegg bilag möte möten møte møter møde møder meeting meetings st nd rd th
    mil km kilometer meter m cm mm kg gram grader celsius mb kb gb min tim h kl am pm exemplar exemplarer
    § st. kilo of av af raden rader versjon version versioner alternativ alternativer frågor spørsmål spørgsmål
    questions
""")
_UNITS: Final = words("mw gw kw mwh gwh twh kwh ton tonn tons hektar ha kvadratmeter kvm m2 m3 km2")
#: Where something is proposed or decided a figure is a wish.
_WISH = quick(
    r"\b(?:bör|borde|skulle|ska|skall|should|shall|must|bør|burde|skal|måste|må|föreslår|föreslog|foreslår|foreslog"
    r"|yrkar|proposes?|proposed|vill|ønsker|önskar|högst|höjst|høyst|højst"
    r"|per gång|ålder\w*|sal|rum|monter|telefon|tel|phone|tlf|dnr|diarie\w*|lag|SFS|prop|artikel|paragraf|steg|etapp"
    r"|fas|nivå|level|version)\b",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"\W{0,4}(?:i |in |key |facts and )?(?:siffror|siffrorna|tall|tal|numbers|figures|fakta"
    r"|facts?)\b[\w ]{0,30}\W{0,4}$",
    re.IGNORECASE,
)
#: "Antalet resor var 81 240".
_NUMBER_OF = quick(
    r"\b(?:antal(?:et|let)?|antallet|number of|summan|total(?:t|en)?)\b[^.;\d]{2,50}\b(?:är|var|er|is|was|were|blev"
    r"|ble|uppgår till|uppgick till|ligger på|låg på|på|utgjorde|til|till)\s$",
    re.IGNORECASE,
)
_SCALES: Final = (
    ("miljard", 1_000_000_000),
    ("milliard", 1_000_000_000),
    ("milj", 1_000_000),
    ("mill", 1_000_000),
    ("mio", 1_000_000),
    ("tus", 1_000),
    ("thous", 1_000),
)
#: "Av 26 provpunkter fanns öring i nio".
_OUT_OF = quick(
    r"(?:^|[.;:]\s|,\s)(?:[Aa]v|[Aa]f|[Uu]d af|[Oo]f|[Oo]ut of|[Bb]land|[Bb]landt|[Bb]lant)\s(?:de |the |våra "
    r"|[\w]+s )?$"
)
_TIMES_WORDS: Final = words("gånger ganger gange times")
_PER = re.compile(r"\s(?:per|pr\.?)\s\d")
_LEAST, _LEAST_OF, _LEAST_IN_MINUTES = 20, 8, 100
_END = re.compile(r"[.;!?]|,\s|\s(?:men|but|och|og|and)\s(?=\d)|\s[-–]\s|\s\(")
_STARTS = re.compile(r"[,;:]\s|\s(?:men|but|och|og|and|varav|hvorav|heraf|where)\s")

_DIGIT = re.compile(r"\d")


def find(page: Page, found: Found) -> Iterator[Suggestion]:
    """Shares everywhere; what is counted where there is much of it, and in minutes only what is more than a few."""
    headed = (
        set()
        if page.is_minutes
        else {unit.start for section in page.sections if _is_figures(section.heading) for unit in section.units}
    )
    for sentence in page.sentences:
        text = sentence.text
        if len(text) > 700 or _DIGIT.search(text) is None:
            continue
        if found.covers(
            sentence.tail, "participant", "decision", "next_meeting", "milestone", "event", "proposal", "request"
        ):
            continue
        if sentence.unit.kind == "table_row" and page.is_minutes:
            continue
        for match in _FIGURE.finditer(text):
            suggestion = _figure(page, found, sentence, match, headed=sentence.unit.start in headed)
            if suggestion is not None:
                yield suggestion


def _is_figures(heading: object) -> bool:
    return heading is not None and _SECTION.match(getattr(heading, "text", "")) is not None


def _figure(page: Page, found: Found, sentence: Sentence, match: re.Match[str], *, headed: bool) -> Suggestion | None:
    text = sentence.text
    value = _value(match["n"], match["scale"])
    if value is None or not _counts(page, match, value, headed=headed):
        return None
    starts = [mark.end() for mark in _STARTS.finditer(text, 0, match.start())]
    clause = starts[-1] if starts else 0
    wish = _WISH.search(text, clause, match.end() + 12)
    if (wish and not (match["share"] and wish[0].casefold() in ("ska", "skal", "skall", "shall"))) or _is_dated(
        text, match
    ):
        return None
    end = _noun_end(text, match)
    span = sentence.part(match.start(), end)
    if found.covers(span, "metric"):
        return None
    about = _ABOUT.search(text, max(0, match.start() - 18), match.start())
    notes: list[Note] = [note("approximate", words=about["words"].strip())] if about else []
    stop = _END.search(text, end)
    title = f"{text[clause : match.start()]}{text[match.end('n') : stop.start() if stop else len(text)]}"
    title = re.sub(r"\s+", " ", title).strip(" .,:;–-")
    return suggest(
        "metric", [span], 0.62 if page.is_minutes else 0.68, notes, title=title[:160] or text[:160], value=value
    )


def _counts(page: Page, match: re.Match[str], value: float, *, headed: bool) -> bool:
    """Is this a figure worth keeping: a share, so many of so many, or a number of things."""
    if match["share"]:
        return value <= 1000
    what = (match["what"] or "").casefold().split()
    written = (match["what"] or "").split()
    if _is_year(match["n"]) or (written and written[0][0].isupper() and "-" not in written[0]):
        return False
    if _PER.match(match.string, match.end()) or (
        what and _OUT_OF.search(match.string[: match.start()]) and value >= 10
    ):
        return what[:1] != [] and what[0] not in _NOT_COUNTED
    if what and what[0] in _TIMES_WORDS:
        return value >= 100
    if match["of"]:
        every = number_of(match["all"])
        return every is not None and every >= max(_LEAST_OF, value) and not set(what[:1]) & _NOT_COUNTED
    if not what:
        counted = _NUMBER_OF.search(match.string, max(0, match.start() - 70), match.start())
        return value >= _LEAST and bool(
            headed or counted or (value >= 1000 and _ABOUT.search(match.string[: match.start()]))
        )
    if what[0] in _UNITS:
        return value >= (100 if page.is_minutes else _LEAST)
    if what[0] in _NOT_COUNTED or month_number(what[0]) or len(what[0]) < 3:
        return False
    return value >= (_LEAST_IN_MINUTES if page.is_minutes and not headed else _LEAST)


def _is_year(figure: str) -> bool:
    return len(figure) == 4 and figure.isdigit() and 1500 <= int(figure) <= 2100


def _is_dated(text: str, match: re.Match[str]) -> bool:
    """A day, a paragraph, a number in a name."""
    before = text[max(0, match.start() - 14) : match.start()].casefold()
    return bool(
        re.search(
            r"(?:\bden|\bkl\.?|§§?|\bnr\.?|\bno\.?|\bpunkt|\bsida|\bside|\bbild|\bfråga|\bsak|\bkapitel|\bbox|\bd\."
            r"|\bår|\bversion|\bdel|[a-z]-|\bper|\bpr\.?|\binom|\binnen|\binden|\bwithin|(?<!av )\bde|\bthe|\bdei"
            r"|\balla|\balle|\ball|\bsina|\bvåra|\btåg|\bnattåg|\blinje|\bbox)\s?$",
            before,
        )
    )


def _noun_end(text: str, match: re.Match[str]) -> int:
    """Where the thing counted ends: "29 procent av kommunerna", "61 borttagna vandringshinder"."""
    if match["share"]:
        part = re.match(r"\s(?:av|af|of)\s(?!(?:de|den|det|the|alla|alle|all|en|ett|et)\b)[\w-]+", text[match.end() :])
        return match.end() + (part.end() if part and part.end() < 24 else 0)
    what = list(re.finditer(r"[^\W\d_][\w-]*", match["what"] or ""))
    keep = len(what)
    for number, word in enumerate(what):
        # Until the noun: adjectives go on with -a, -e, -de, -na; what follows the noun is told of it.
        if not re.search(
            r"(?:ade|ande|ende|ska|iska|lige|liga|te|na|re|nya|nye|stora|store|small|new|registered|ala|ella|iga)$",
            word[0],
        ):
            keep = number + 1
            break
    end = match.start("what") + what[keep - 1].end() if what else match.end()
    per = re.match(r"\s(?:per|pr\.?)\s[\d \u00a0]{1,7}\s?[a-zåäöæø]+", text[end:])
    return end + per.end() if per else end


def _value(figure: str, scale: str | None) -> int | float | None:
    number = _plain_value(figure)
    times = next((value for start, value in _SCALES if scale and scale.startswith(start)), 1)
    return number if number is None or times == 1 else round(number * times)


_DECIMAL = re.compile(r"\d+[,.]\d{1,2}")


def _plain_value(figure: str) -> int | float | None:
    if _DECIMAL.fullmatch(figure):
        return float(figure.replace(",", "."))
    return number_of(figure.replace(",", ""))
