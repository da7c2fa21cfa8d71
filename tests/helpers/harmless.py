"""Looks at HTML with two parsers that have nothing to do with ours, and names all in it that could act or load."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from lxml import etree
from lxml import html as lxml_html

_ELEMENTS = frozenset(
    "a abbr b blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ins kbd "
    "li mark ol p picture pre q s samp small strong sub sup table tbody td tfoot th thead tr u ul var".split()
)
_ATTRIBUTES = {("a", "href"), ("picture", "data-address"), ("ol", "start")} | {
    (cell, span) for cell in ("td", "th") for span in ("colspan", "rowspan")
}
_ADDRESS = re.compile(
    r"(?:https?://[^\s\"<>\\^`{|}\x00-\x20]+|mailto:[^\s?<>\"]+@[^\s?<>\"]+|tel:\+?[0-9(][0-9().-]+)\Z"
)


def dangers_in(html: str) -> list[str]:
    """Return what is in `html` beside the elements, attributes and addresses that articles are shown with."""
    return [*_dangers(_as_html_parser_sees(html)), *_dangers(_as_libxml2_sees(html))]


def _dangers(elements: Iterator[tuple[str, dict[str, str]]]) -> Iterator[str]:
    for name, attributes in elements:
        if name not in _ELEMENTS:
            yield f"element {name}"
        for attribute, value in attributes.items():
            if (name, attribute) not in _ATTRIBUTES:
                yield f"attribute {name} {attribute}"
            elif name == "a" and not _ADDRESS.match(value):
                yield f"link {value}"
            elif name == "picture" and value and not value.startswith("https://"):
                yield f"picture {value}"
            elif name in ("td", "th", "ol") and not re.fullmatch(r"-?\d{1,6}", value):
                yield f"number {value}"


def _as_html_parser_sees(html: str) -> Iterator[tuple[str, dict[str, str]]]:
    parser = _Gatherer()
    parser.feed(html)
    parser.close()
    yield from parser.found


class _Gatherer(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", {}))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("declaration", {}))

    def handle_pi(self, data: str) -> None:
        self.found.append(("processing instruction", {}))

    def unknown_decl(self, data: str) -> None:
        self.found.append(("unknown declaration", {}))


def _as_libxml2_sees(html: str) -> Iterator[tuple[str, dict[str, str]]]:
    if not html.strip():
        return
    for element in lxml_html.fragment_fromstring(html, create_parent="div").iter():
        if isinstance(element.tag, str):
            yield element.tag, {str(name): str(value) for name, value in element.attrib.items()}
        else:
            yield "comment" if element.tag is etree.Comment else "processing instruction", {}
