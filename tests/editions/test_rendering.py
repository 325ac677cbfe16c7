"""Every page of an edition, rendered from content alone."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from posixpath import normpath
from urllib.parse import urldefrag, urlsplit
from xml.etree import ElementTree

import pytest
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser

from kraftsamla.core.text import Text
from kraftsamla.editions import content
from kraftsamla.editions.rendering import Site, render_edition
from tests.editions import sample


@cache
def pages() -> dict[str, bytes]:
    return {page.path: page.body for page in render_edition(sample.edition(), site=sample.SITE)}


@cache
def trees() -> dict[str, LexborHTMLParser]:
    return {path: LexborHTMLParser(body.decode()) for path, body in pages().items() if path.endswith(".html")}


def page(path: str, edition: content.Edition | None = None) -> LexborHTMLParser:
    if edition is None:
        return trees()[path]
    return next(
        LexborHTMLParser(each.body.decode()) for each in render_edition(edition, site=sample.SITE) if each.path == path
    )


def words(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text(separator=" ").split()) for node in tree.css(selector)]


def links() -> Iterator[tuple[str, str]]:
    """Every address that a page names, with the page."""
    for path, tree in trees().items():
        for node in tree.css("[href], [src], [action]"):
            for name in ("href", "src", "action"):
                target = node.attributes.get(name)
                if target is not None and node.attributes.get("rel") not in {"canonical", "alternate"}:
                    yield path, target


def test_every_address_is_made_once_and_in_both_languages() -> None:
    paths = [each.path for each in render_edition(sample.edition(), site=sample.SITE)]
    assert len(paths) == len(set(paths))
    swedish = {path for path in paths if not path.startswith("en/")}
    assert len([path for path in paths if path.endswith(".html")]) == 2 * len(
        [path for path in swedish if path.endswith(".html")]
    )
    assert {"index.html", "strategi/index.html", "omrade/1/index.html", "mal/1.2/index.html", "insatser.csv",
            "insatser/omrade-2/lage-pagar/index.html", "insatser/lage-ej-inlast/index.html", "andringar.atom",
            "insats/insats-1/index.html", "en/objective/1.2/index.html", "404.html", "robots.txt", "sitemap.xml",
            "en/actions/area-2/progress-under-way/index.html"} - set(paths) == set()  # fmt: skip


def test_every_link_inside_the_edition_leads_to_a_page_and_to_a_place_on_it() -> None:
    files = set(pages()) | set(sample.SITE.static.values())
    ids = {path: {node.attributes["id"] for node in tree.css("[id]")} for path, tree in trees().items()}
    broken = []
    for path, target in links():
        if urlsplit(target).scheme or path.endswith("404.html"):
            continue
        file, place = urldefrag(target)
        found = normpath(f"{path.rpartition('/')[0] or '.'}/{file or path.rpartition('/')[2]}")
        if file.endswith("/"):
            found = normpath(f"{found}/index.html")
        if found not in files or (place and place not in ids.get(found, set())):
            broken.append((path, target))
    assert broken == []


def test_every_page_names_its_twin_in_the_other_language() -> None:
    for path, tree in trees().items():
        named = {node.attributes["hreflang"]: node.attributes["href"] for node in tree.css("link[hreflang]")}
        assert set(named) == {"sv", "en", "x-default"}
        own = named["en" if path.startswith("en/") else "sv"] or ""
        assert own.removeprefix("https://exempel.se/luft/") == path.removesuffix("index.html")


def test_links_are_relative_so_that_the_folder_works_at_any_address() -> None:
    absolute = [(path, target) for path, target in links() if target.startswith(("/", sample.SITE.address))]
    assert [each for each in absolute if not each[0].endswith("404.html")] == []


def test_the_page_for_the_lost_works_at_any_depth() -> None:
    for path in ("404.html", "en/404.html"):
        local = [target for where, target in links() if where == path and not urlsplit(target).scheme]
        assert [target for target in local if not target.startswith(("/luft/", "#"))] == []


def test_an_edition_at_the_root_of_a_site_begins_its_lost_links_with_a_slash() -> None:
    site = replace(sample.SITE, address="https://exempel.se/")
    lost = next(each.body.decode() for each in render_edition(sample.edition(), site=site) if each.path == "404.html")
    assert 'href="/insatser/"' in lost
    assert '<link rel="canonical" href="https://exempel.se/404.html">' in lost


def test_the_same_edition_gives_the_same_bytes() -> None:
    again = {each.path: each.body for each in render_edition(sample.edition(), site=sample.SITE)}
    assert again == pages()


def test_the_language_of_the_caller_is_left_as_it_was() -> None:
    with translation.override("en"):
        rendering = render_edition(sample.edition(), site=sample.SITE)
        next(rendering)
        assert translation.get_language() == "en"


def test_no_page_weighs_a_hundred_kilobytes() -> None:
    assert {path: len(body) for path, body in pages().items() if len(body) > 70_000} == {}


def test_no_page_asks_another_host_for_anything_or_carries_style_or_script() -> None:
    for path, tree in trees().items():
        asked = [node.attributes.get("src") or "" for node in tree.css("[src]")]
        asked += [node.attributes.get("href") or "" for node in tree.css("link[rel=stylesheet], link[rel=icon]")]
        assert [target for target in asked if urlsplit(target).netloc] == [], path
        assert tree.css("style, [style], iframe, object, img") == [], path
        kinds = {node.attributes.get("type") for node in tree.css("script:not([src])")}
        assert kinds <= {"application/ld+json"}, path  # data, which no browser runs
        assert [node.tag for node in tree.css("*") if any(name.startswith("on") for name in node.attributes)] == []


def test_headings_come_in_order_under_one_title() -> None:
    for path, tree in trees().items():
        levels = [int((node.tag or "h0")[1]) for node in tree.css("h1, h2, h3, h4")]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == [], path


def test_no_id_is_given_twice_on_a_page() -> None:
    for path, tree in trees().items():
        ids = [node.attributes["id"] for node in tree.css("[id]")]
        assert len(ids) == len(set(ids)), path


def hostile() -> content.Edition:
    edition = sample.edition()
    script = '<script>alert("x")</script>'
    picture = edition.picture
    action = replace(picture.actions[0], title=Text(script, script), registry_number=script)
    bad = replace(sample.DOCUMENTS["air-review"], url="javascript:alert(1)", title=script)
    source = replace(action.sources[0], title=script, url="javascript:alert(1)", quote=script)
    action = replace(action, sources=(source,))
    return replace(
        edition, note=Text(script),
        picture=replace(picture, actions=(action, *picture.actions[1:]), documents=(bad, *picture.documents[1:])),
    )  # fmt: skip


def test_hostile_words_are_shown_as_words() -> None:
    for each in render_edition(hostile(), site=sample.SITE):
        if each.path.endswith((".html", ".atom")):
            assert b"<script>" not in each.body, each.path
            assert b'href="javascript:' not in each.body, each.path


def test_a_table_for_spreadsheets_has_a_row_an_action_and_no_formulas() -> None:
    edition = sample.edition()
    first = replace(edition.picture.actions[0], title=Text("=1+1"))
    formula = replace(edition, picture=replace(edition.picture, actions=(first, *edition.picture.actions[1:])))
    body = next(each.body for each in render_edition(formula, site=sample.SITE) if each.path == "insatser.csv")
    assert body.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 1 + len(edition.picture.actions)
    assert {len(row) for row in rows} == {13}
    assert rows[1][:5] == ["'=1+1", "uppdrag", "1", "1.1", "pågår"]
    assert rows[1][12] == "https://exempel.se/luft/insats/insats-1/"


@pytest.mark.parametrize("path", ["andringar.atom", "en/changes.atom"])
def test_the_feed_tells_each_change_once(path: str) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.fromstring(pages()[path])
    entries = feed.findall(f"{atom}entry")
    assert len(entries) == len(sample.edition().changes)
    ids = [entry.findtext(f"{atom}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    assert feed.findtext(f"{atom}updated") == "2024-11-18T00:00:00Z"


def test_the_sitemap_names_every_page_but_the_one_for_the_lost() -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    named = [url.findtext(f"{space}loc") for url in ElementTree.fromstring(pages()["sitemap.xml"])]
    made = [f"https://exempel.se/luft/{path.removesuffix('index.html')}" for path in trees() if "404" not in path]
    assert sorted(filter(None, named)) == sorted(made)


def test_a_long_list_is_cut_into_parts_that_lead_to_each_other() -> None:
    edition = sample.edition()
    template = edition.picture.organisations[0]
    many = tuple(replace(template, slug=f"o-{number}", name=Text(f"Organisation {number}")) for number in range(300))
    long = replace(edition, picture=replace(edition.picture, organisations=many))
    site = Site("https://exempel.se", sample.SITE.static)
    made = {each.path: each.body.decode() for each in render_edition(long, site=site)}
    assert "aktorer/sida-3/index.html" in made
    assert "aktorer/sida-4/index.html" not in made
    second = LexborHTMLParser(made["aktorer/sida-2/index.html"])
    assert [node.attributes["href"] for node in second.css(".parts a")] == ["../../aktorer/", "../../aktorer/sida-3/"]
    assert len(second.css(".rows > li")) == 120


def test_rendering_starts_before_the_whole_is_done() -> None:
    rendering = render_edition(sample.edition(), site=sample.SITE)
    assert next(rendering).path == "index.html"
