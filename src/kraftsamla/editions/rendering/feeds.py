"""What machines read: the table of actions, the feeds, and what search engines ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from django.utils import translation
from django.utils.translation import gettext as _

from kraftsamla.core.text import Language
from kraftsamla.editions.content import Action, Change
from kraftsamla.editions.rendering import addresses, words
from kraftsamla.editions.rendering.addresses import Address
from kraftsamla.editions.rendering.calendars import calendars
from kraftsamla.editions.rendering.frame import said
from kraftsamla.editions.rendering.index import Index
from kraftsamla.editions.rendering.pages import Page, Site
from kraftsamla.editions.rendering.tables import sheet, tables


def of_language(index: Index, site: Site, language: Language) -> Iterator[Page]:
    with translation.override(language):
        table = Page(addresses.TABLE.within(language), _table(index, site, language))
        feed = Page(addresses.FEED.within(language), _feed(index, site, language))
        more = [*calendars(index, site, language), *tables(index, site, language)]
    yield table
    yield feed
    yield from more


def _table(index: Index, site: Site, language: Language) -> bytes:
    heads = (
        _("Insats"), _("Slag"), _("Område"), _("Mål"), _("Läge"), _("Läget den"), _("Dagar sedan läget uppdaterades"),
        _("Ansvarig"), _("Ansvaret är åtaget"), _("Första datum"), _("Diarienummer"), _("Källor"), _("Adress"),
    )  # fmt: skip
    return sheet(heads, (_row(action, index, site, language) for action in index.picture.actions))


def _row(action: Action, index: Index, site: Site, language: Language) -> list[str]:
    responsible = index.responsible(action)
    return [
        said(action.title, language),
        words.word("action_kind", action.kind, language),
        ", ".join(index.area_numbers[action.slug]),
        ", ".join(ref.slug for ref in action.objectives),
        words.word("progress", action.progress, language),
        action.updated_on,
        "" if action.days_since_update is None else str(action.days_since_update),
        ", ".join(said(part.organisation.title, language) for part in responsible),
        words.word("yes_no", "yes" if any(part.accepted for part in responsible) else "no", language),
        action.first_date.date if action.first_date else "",
        action.registry_number,
        " ".join(dict.fromkeys(source.url for source in action.sources if source.url)),
        _absolute(addresses.record("action", action.slug), site, language),
    ]


def _feed(index: Index, site: Site, language: Language) -> bytes:
    edition = index.edition
    page = _absolute(addresses.CHANGES, site, language)
    updated = f"{edition.published_on[:10]}T00:00:00Z"
    title = _("%(strategy)s: ändrat i utgåva %(number)s") % {
        "strategy": said(edition.picture.strategy.title, language), "number": edition.number,
    }  # fmt: skip
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">',
        f"<id>{escape(page)}</id>",
        f"<title>{escape(title)}</title>",
        f"<updated>{updated}</updated>",
        f"<author><name>{escape(said(edition.picture.strategy.title, language))}</name></author>",
        f"<link rel=\"self\" href={quoteattr(_absolute(addresses.FEED, site, language))}/>",
        f"<link rel=\"alternate\" type=\"text/html\" href={quoteattr(page)}/>",
        *_entries(index, site, language, updated),
        "</feed>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _entries(index: Index, site: Site, language: Language, updated: str) -> Iterator[str]:
    edition = index.edition
    if not edition.changes:
        title = _("Utgåva %(number)s") % {"number": edition.number}
        page = _absolute(addresses.FRONT, site, language)
        yield _entry(f"{page}#{edition.number}", title, page, updated, said(edition.note, language))
    for change in edition.changes:
        page = _address(change, index, site, language)
        identity = f"{page}#{edition.number}-{change.ref.kind}-{change.ref.slug}"
        kind = words.word("record_kind", change.ref.kind, language)
        how = words.word("how", change.how, language)
        yield _entry(
            identity, f"{said(change.ref.title, language)} ({kind}, {how})", page, updated, _told(change, language)
        )


def _told(change: Change, language: Language) -> str:
    return "; ".join(
        f"{words.word('field', field.field, language)}: "
        + " → ".join(part for part in (said(field.before, language), said(field.after, language)) if part)
        for field in change.fields
    )


def _address(change: Change, index: Index, site: Site, language: Language) -> str:
    is_there = index.holds(change.ref.kind, change.ref.slug)
    return _absolute(addresses.of(change.ref) if is_there else addresses.CHANGES, site, language)


def _entry(identity: str, title: str, page: str, updated: str, content: str) -> str:
    summary = f"<summary>{escape(content)}</summary>" if content else ""
    return (
        f"<entry><id>{escape(identity)}</id><title>{escape(title)}</title><updated>{updated}</updated>"
        f"<link href={quoteattr(page)}/>{summary}</entry>"
    )


def _absolute(address: Address, site: Site, language: Language) -> str:
    return f"{site.address}/{address.within(language)}"


def sitemap(written: Iterable[Address], site: Site) -> Page:
    urls = "\n".join(
        f"<url><loc>{escape(_absolute(address, site, language))}</loc></url>"
        for address in written
        for language in ("sv", "en")
    )
    return Page(
        "sitemap.xml",
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}\n</urlset>\n'.encode(),
    )


def robots(site: Site) -> Page:
    return Page("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site.address}/sitemap.xml\n".encode())
