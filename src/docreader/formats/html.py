"""HTML: the main matter of a page, block by block. Scripts are never run, nothing is fetched."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from docreader.composing import Composer
from docreader.decoding import decode
from docreader.errors import Broken
from docreader.model import Block, BlockKind, Extract, Note

_DROPPED = (
    "script,style,noscript,template,svg,iframe,object,embed,nav,form,button,select,input,dialog,head,canvas,audio,video"
)
_CHROME = re.compile(
    r"(?:^|[\s_-])(?:cookie|consent|breadcrumbs?|menu|navbar|navigation|sidebar|share|social|skip|banner"
    r"|newsletter|related|pagination|search|login|toolbar|toc)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCK_NAMES = (
    "p div section article main ul ol li table tr td th dl dt dd blockquote pre figure figcaption address "
    "details summary header footer aside hr body html center fieldset"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split()) | set(_HEADINGS)
_FURNITURE = ("figcaption", "footer", "aside")
_DEPTH = 400
_DATES = (
    'meta[property="article:published_time"]',
    'meta[name="dcterms.issued"]',
    'meta[name="DC.date.issued"]',
    'meta[name="publish-date"]',
    'meta[name="date"]',
    'meta[itemprop="datePublished"]',
    'meta[name="article:published_time"]',
)


def extract(source: bytes) -> Extract:
    """The text of a page. Raises WrongEncoding or UnknownFormat when the bytes are no text, Broken without a body."""
    text, notes = decode(source, _declared(source))
    tree = LexborHTMLParser(text)
    title, published = _meta(tree)
    for node in tree.css(_DROPPED):
        node.decompose()
    root = _main(tree)
    if root is None:
        raise Broken(format="html")
    walker = _Walker()
    walker.block(root, 0)
    walker.flush()
    return _made(walker.composer, title, published, notes)


def _made(composer: Composer, title: str | None, published: str | None, notes: tuple[Note, ...]) -> Extract:
    blocks: list[Block] = composer.blocks
    return Extract(composer.text, "html", tuple(blocks), title=title, published=published, notes=notes)


def _declared(source: bytes) -> str | None:
    match = re.search(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{3,20})", source[:4096], re.IGNORECASE)
    return match[1].decode("ascii") if match else None


def _meta(tree: LexborHTMLParser) -> tuple[str | None, str | None]:
    """The title without the site's name, and the day of publication."""
    published = None
    for selector in _DATES:
        node = tree.css_first(selector)
        match = re.match(r"\d{4}-\d\d-\d\d", (node.attributes.get("content") or "").strip()) if node else None
        if match:
            published = match[0]
            break
    heading = tree.css_first("main h1") or tree.css_first("article h1") or tree.css_first("h1")
    words = heading.text(separator=" ") if heading else None
    if not words:
        node = tree.css_first("title")
        words = re.split(r"\s[|–]\s|\s-\s", node.text())[0] if node else None
    return " ".join(words.split()) if words and words.strip() else None, published


def _main(tree: LexborHTMLParser) -> LexborNode | None:
    for selector in ("main", '[role="main"]', "article"):
        nodes = [node for node in tree.css(selector) if len(node.text(strip=True)) > 80]
        if nodes:
            return max(nodes, key=lambda node: len(node.text(strip=True)))
    return tree.body


class _Walker:
    """Goes through the tree once; inline text gathers until a block begins or ends."""

    def __init__(self) -> None:
        self.composer = Composer()
        self._inline: list[str] = []
        self._mark = ""
        self._level = 0
        self._furniture = 0
        self._has_main = False

    def flush(self) -> None:
        """Close the paragraph or list item that is open."""
        words = "".join(self._inline)
        self._inline = []
        lines = [" ".join(line.split()) for line in words.split("\n")]
        text = "\n".join(line for line in lines if line)
        if not text:
            return
        if self._furniture:
            self.composer.add("furniture", text)
        elif self._mark:
            self.composer.add("list_item", f"{self._mark} {text}", max(1, self._level))
        else:
            for line in text.split("\n"):
                self.composer.add("paragraph", line)
        self._mark = ""

    def block(self, node: LexborNode, depth: int) -> None:
        """Everything inside a node."""
        if depth > _DEPTH:
            return
        child = node.child
        while child is not None:
            self._node(child, depth)
            child = child.next

    def _node(self, node: LexborNode, depth: int) -> None:
        tag = node.tag
        if tag == "-text":
            self._inline.append(re.sub(r"\s+", " ", node.text_content or ""))
        elif tag == "br":
            self._inline.append("\n")
        elif tag in _HEADINGS:
            self.flush()
            kind: BlockKind = "furniture" if self._furniture else "heading"
            self.composer.add(kind, " ".join(node.text(separator=" ").split()), _HEADINGS[tag])
        elif tag == "table":
            self.flush()
            self._table(node, depth)
        elif tag in ("ul", "ol"):
            self._list(node, depth)
        elif tag in _BLOCKS and not tag.startswith("_"):
            self._block(node, depth)
        elif tag and not tag.startswith(("_", "!", "-")):
            self.block(node, depth + 1)

    def _block(self, node: LexborNode, depth: int) -> None:
        self.flush()
        if _hidden(node):
            return
        outer = node.tag in _FURNITURE or _is_chrome(node)
        self._furniture += outer
        if node.tag in ("p", "blockquote", "section", "dl"):
            self.composer.gap()
        self.block(node, depth + 1)
        self.flush()
        self._furniture -= outer

    def _list(self, node: LexborNode, depth: int) -> None:
        self.flush()
        if _hidden(node):
            return
        outer = _is_chrome(node)
        self._furniture += outer
        self._level += 1
        number = 0
        child = node.child
        while child is not None:
            if child.tag == "li":
                number += 1
                self._mark = f"{number}." if node.tag == "ol" else "•"
                self.block(child, depth + 1)
                self.flush()
                self._mark = ""
            child = child.next
        self._level -= 1
        self._furniture -= outer
        self.composer.gap()

    def _table(self, node: LexborNode, depth: int) -> None:
        """Rows as cells between bars. A table of one column is only layout."""
        for row in node.css("tr"):
            cells = [" ".join(cell.text(separator=" ").split()) for cell in row.css("td,th")]
            if len(cells) == 1:
                cell = row.css_first("td,th")
                if cell is not None:
                    self.block(cell, depth + 1)
                    self.flush()
            elif any(cells):
                self.composer.add("table_row", " | ".join(cells))
        self.composer.gap()


def _hidden(node: LexborNode) -> bool:
    style = node.attributes.get("style") or ""
    return "hidden" in node.attributes or bool(re.search(r"display\s*:\s*none", style))


def _is_chrome(node: LexborNode) -> bool:
    words = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    return bool(len(words) > 1 and _CHROME.search(words)) and node.tag not in (
        "body",
        "main",
        "article",
        "html",
    )
