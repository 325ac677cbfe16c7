"""Tags of the public pages. They read frozen content and the page's own frame, nothing else."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kraftsamla.core.text import Language, Text
from kraftsamla.core.text import readable as as_read
from kraftsamla.editions.content import Body, Meeting, Money, Ref, Source
from kraftsamla.editions.rendering import figures, words
from kraftsamla.editions.rendering import structured as machine
from kraftsamla.editions.rendering.addresses import Address
from kraftsamla.editions.rendering.frame import Frame, said

register = template.Library()
LONG = re.compile(r"[^\W\d_]{15,}")
#: Where a Swedish compound most often may be parted: "forsknings-infrastruktur", "kompetens-försörjning".
JOINT = re.compile(r"((?:ing|ion|het|skap|itet|värld|företag|konsekven|kompeten)s|hälso|data)(?=\w{4})", re.IGNORECASE)


def escape(words_: str) -> SafeString:
    """As Django's own, without its detour for words that are not yet looked up: these pages escape by the million."""
    return SafeString(html.escape(words_))


def _language() -> Language:
    return "en" if get_language() == "en" else "sv"


def _marked(text: str, of: str, language: str) -> SafeString:
    """The text, told to be in another language than the page when it is."""
    if not text or not of or of == language:
        return escape(text)
    return mark_safe(f'<span lang="{escape(of)}">{escape(text)}</span>')  # noqa: S308  both parts are escaped


def _text(text: Text, language: Language) -> SafeString:
    if language == "sv":
        return escape(text.sv) if text.sv else _marked(text.en, "en", language)
    return escape(text.en) if text.en else _marked(text.sv, "sv", language)


@register.filter
def text(value: Text) -> SafeString:
    """Words in the page's language, or in the other one and marked as such."""
    return _text(value, _language())


@register.filter
def breakable(words_: SafeString) -> SafeString:
    """Long compounds with hyphens that only show at the end of a line, for browsers that know no Swedish."""
    return mark_safe(LONG.sub(lambda word: JOINT.sub("\\1\N{SOFT HYPHEN}", word[0]), words_))  # noqa: S308  was safe


@register.filter
def readable(quote: str) -> str:
    """A quotation without the signs its file had for lists, headings and bold."""
    return as_read(quote)


@register.filter
def plain(value: Text) -> str:
    """The same without markup, for titles and attributes."""
    return said(value, _language())


@register.filter
def swedish(value: str) -> SafeString:
    return _marked(value, "sv", _language())


@register.filter
def word(code: str, table: str) -> str:
    return words.word(table, code, _language())


@register.filter
def day(value: str) -> str:
    return figures.day(value, _language())


@register.filter
def short_day(value: str) -> str:
    return figures.short_day(value, _language())


@register.filter
def age(days: int) -> str:
    return figures.age(days, _language())


@register.filter
def in_words(value: int) -> str:
    return figures.in_words(value, _language())


@register.filter
def money(value: Money) -> str:
    return figures.money(value.amount, value.currency, _language())


@register.filter
def country(code: str) -> str:
    return figures.country(code, _language())


@register.filter
def external(url: str) -> str:
    """An address on the web, or "" for anything a browser should not be sent to."""
    return url if url.startswith(("https://", "http://")) else ""


@register.filter
def host(url: str) -> str:
    return url.split("/")[2].removeprefix("www.") if external(url) and url.count("/") > 1 else url


@register.simple_tag
def period(start: str, end: str) -> str:
    return figures.period(start, end, _language())


@register.simple_tag
def days(start: str, end: str) -> str:
    """When something is held: one day, or several."""
    return figures.period(start, end or start, _language())


@register.simple_tag
def clock(start: str, end: str) -> str:
    return figures.clock(start, end, _language())


@register.simple_tag(takes_context=True)
def link(context: dict[str, Any], ref: Ref) -> SafeString:
    """Another record's title, leading to its page if the edition has one. Areas and objectives say their number."""
    at: Frame = context["at"]
    words_ = _text(ref.title, at.language)
    if ref.kind in {"objective", "area"}:
        words_ = mark_safe(f"{escape(ref.slug)} {words_}")  # noqa: S308  both parts are escaped
    href = at.to_ref(ref)
    return mark_safe(f'<a href="{escape(href)}">{words_}</a>') if href else words_  # noqa: S308  escaped above


@register.simple_tag(takes_context=True)
def links(context: dict[str, Any], refs: Iterable[Ref], separator: str = ", ") -> SafeString:
    return SafeString(separator.join(link(context, ref) for ref in refs))


@register.simple_tag(takes_context=True)
def href(context: dict[str, Any], target: Address | Ref | Source | None) -> str:
    """The way from this page to an address, a record or a cited passage; "" to what the edition does not hold."""
    at: Frame = context["at"]
    if not target:
        return ""
    if isinstance(target, Address):
        return at.to(target)
    return at.to_source(target) if isinstance(target, Source) else at.to_ref(target)


@register.simple_tag(takes_context=True)
def asset(context: dict[str, Any], name: str) -> str:
    at: Frame = context["at"]
    return at.asset(name)


@register.simple_tag(takes_context=True)
def cite(context: dict[str, Any], sources: Iterable[Source]) -> SafeString:
    """Numbers that lead to the sources at the foot of the page."""
    at: Frame = context["at"]
    label, place = _("Källa"), at.place["source"]
    links = "".join(
        f'<a href="#{place}-{number}" aria-label="{label} {number}">{number}</a>'
        for number in at.notes.numbers_for(sources)
    )
    return mark_safe(f'<sup class="cite">{links}</sup>' if links else "")  # noqa: S308  numbers and a word of ours


@register.simple_tag(takes_context=True)
def structured(context: dict[str, Any], record: Meeting | Body) -> SafeString:
    """A meeting or a body as search engines read it. Data, not a script: nothing in it runs."""
    at: Frame = context["at"]
    data = machine.event(record, at) if isinstance(record, Meeting) else machine.organisation(record, at)
    return mark_safe(f'<script type="application/ld+json">{data}</script>')  # noqa: S308  its signs are escaped


@register.filter
def unlocal(value: float) -> str:
    """A measure in a drawing: with a full stop, whatever the language."""
    return f"{value:g}"


@register.filter
def at_key(rows: Mapping[str, Any], key: str) -> Any:
    """The one of several that a key names, or None."""
    return rows.get(key)


@register.simple_tag
def counted(number: int, progress: str) -> str:
    """How many actions stand at a progress: "1 beslutad", "2 beslutade"."""
    return f"{number} {words.word('progress' if number == 1 else 'progress_many', progress, _language())}"


@register.simple_tag
def chip(code: str, table: str = "progress") -> SafeString:
    """How far something has come: a shape, a colour and the word."""
    state = escape(code or "not_read")
    said_ = escape(words.word(table, code, _language()))
    return mark_safe(  # noqa: S308  escaped above
        f'<span class="chip {state}"><i class="dial {state}" aria-hidden="true"></i>{said_}</span>'
    )
