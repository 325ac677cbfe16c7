"""An edition's pages, one after the other, so that no more than one is held in memory."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.template import engines
from django.utils import translation
from django.utils.safestring import SafeString

from kraftsamla.core.text import LANGUAGES, Language
from kraftsamla.editions.content import Edition
from kraftsamla.editions.rendering import addresses, feeds
from kraftsamla.editions.rendering.drafts import drafts
from kraftsamla.editions.rendering.frame import PAGES, Frame, context_of
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.open_data import oparl, popolo
from kraftsamla.editions.rendering.pages import Draft, Page, Site
from kraftsamla.editions.rendering.proof import Notes

T = TypeVar("T")


def render_edition(edition: Edition, *, site: Site) -> Iterator[Page]:
    """Every file of the edition but the static ones. The same edition and site always give the same bytes."""
    site = replace(site, address=site.address.rstrip("/"))
    index = Index(edition)
    standing = Standing()
    written: list[addresses.Address] = []
    for language in LANGUAGES:
        for draft in _within(language, drafts(index, contact=site.contact)):
            yield _page(draft, index, site, language, standing)
            if language == "sv" and draft.address != addresses.MISSING:
                written.append(draft.address)
        yield from feeds.of_language(index, site, language)
    yield from popolo(index, site)
    yield from oparl(index, site)
    yield feeds.sitemap(written, site)
    yield feeds.robots(site)


def _within(language: Language, items: Iterator[T]) -> Iterator[T]:
    """The items, each made with the language in force, which is put back before anybody else's turn."""
    while True:
        with translation.override(language):
            try:
                item = next(items)
            except StopIteration:
                return
        yield item


class Standing:
    """What stands the same on many pages, rendered once: the menu and the foot."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, dict[str, SafeString]] = {}

    def on(self, frame: Frame, context: Mapping[str, Any]) -> dict[str, SafeString]:
        is_here = frame.address == PAGES.get(frame.section)
        key = (frame.language, frame.root, frame.section, is_here)
        if key not in self._kept:
            self._kept[key] = {name: _rendered(name, context) for name in ("menu", "foot")}
        return self._kept[key]


def _rendered(template: str, context: Mapping[str, Any]) -> SafeString:
    return SafeString(engines["django"].get_template(f"editions/{template}.html").render(dict(context)))


def _page(draft: Draft, index: Index, site: Site, language: Language, standing: Standing) -> Page:
    path = draft.address.within(language)
    frame = Frame(
        index=index,
        site=site,
        language=language,
        address=draft.address,
        root=_root(draft, path, site),
        section=draft.section,
        notes=Notes(draft.sources_of),
    )
    with translation.override(language):
        context = context_of(draft, frame)
        html = _rendered(draft.template, {**context, "standing": standing.on(frame, context)})
    return Page(draft.address.file(language), html.encode())


def _root(draft: Draft, path: str, site: Site) -> str:
    """The page for the lost is shown at any address, so its links start at the site's own."""
    if draft.address == addresses.MISSING:
        return urlsplit(site.address).path + "/"
    return addresses.root_from(path)
