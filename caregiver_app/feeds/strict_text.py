"""What the texts in well-formed elements mean. Raises `Declined` for all that another reader should decide."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.entities import entitydefs
from typing import NamedTuple
from urllib.parse import urljoin

from lxml import etree

from caregiver_app.feeds.charset import mended
from caregiver_app.feeds.raw import RawText

_WEB_PAGES = ("html", "xhtml", "text/html", "application/xhtml+xml")
_TYPES = {"text": False, "plain": False, "text/plain": False, "html": True, "text/html": True}
_END_TAG_OR_REFERENCE = re.compile(r"</(\w+)>|&#?\w+;")
_TAG_NAMES = re.compile(r"</?(\w+)")
_REFERENCE_NAMES = re.compile(r"&(\w+);")
_AMPERSANDS = re.compile(r"&([A-Za-z0-9_]+);")
_CROWDED_SLASHES = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:///")
# Elements of HTML that plain text may turn out to be full of.
HTML_NAMES = frozenset(
    """
    a abbr acronym address area article aside audio b big blockquote br button canvas caption center cite code col
    colgroup command datagrid datalist dd del details dfn dialog dir div dl dt em event-source fieldset figcaption
    figure font footer form h1 h2 h3 h4 h5 h6 header hr i img input ins kbd keygen label legend li m map menu meter
    multicol nav nextid noscript ol optgroup option output p pre progress q s samp section select small sound source
    spacer span strike strong sub sup table tbody td textarea tfoot th thead time tr tt u ul var video
    """.split()
)


class Declined(Exception):
    """The strict reader is not sure to say what the lenient one would say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What holds for all of a document. `guess`: it is RSS, where what is said to be plain is often HTML. `base` is the
    `xml:base` of its root, empty where it has none.
    """

    guess: bool
    base: str


def bare(element: etree._Element) -> str:
    """Return the text of an element without elements in it, as written."""
    if len(element):
        raise Declined(element.tag)
    return (element.text or "").strip()


def plain(element: etree._Element) -> str:
    """Return the text of an element without elements in it, with old mistakes of charset undone."""
    return mended(bare(element))


def content(element: etree._Element, around: Around, *, otherwise: str) -> RawText:
    """Return a text of the kind that its `type` says, else of the kind `otherwise`."""
    kind = element.get("type")
    html = _TYPES.get((otherwise if kind is None else kind).lower())
    if html is None or element.get("mode") == "base64":
        raise Declined(kind)
    written = bare(element)
    html = html or (around.guess and looks_like_html(written))
    return RawText(value=mended(written), html=html, base=around.base)


def looks_like_html(text: str) -> bool:
    """Return True where plain text holds an end tag or a reference, and none that HTML does not know."""
    if not _END_TAG_OR_REFERENCE.search(text):
        return False
    return all(name.lower() in HTML_NAMES for name in _TAG_NAMES.findall(text)) and all(
        name in entitydefs for name in _REFERENCE_NAMES.findall(text)
    )


def address(text: str, around: Around) -> str:
    """Return an address as written, or where it leads from the document's base."""
    if _CROWDED_SLASHES.match(text):
        raise Declined(text)
    if not around.base or not text:
        return text
    if not text.isascii():
        raise Declined("address")
    try:
        return urljoin(around.base, text)
    except ValueError:
        raise Declined("address") from None


class WrittenLink(NamedTuple):
    """A link element: `href` is None where the address stands in `text`."""

    rel: str
    kind: str
    href: str | None
    text: str
    length: str

    @property
    def leads_to_page(self) -> bool:
        """True for what a reader would open."""
        return self.rel == "alternate" and self.kind in _WEB_PAGES

    @property
    def target(self) -> tuple[str, str]:
        """Relation and address."""
        return self.rel, (self.text if self.href is None else self.href).strip()


def link(element: etree._Element, around: Around) -> WrittenLink:
    """Return what a link element says; Atom and RSS write it in different ways."""
    given = attributes(element)
    if "url" in given or "uri" in given or given.get("href") == "":
        raise Declined("link")
    rel = given.get("rel", "alternate").lower()
    kind = given.get("type", "application/atom+xml" if rel == "self" else "text/html").lower()
    href = given.get("href")
    text = address(plain(element), around) if href is None else ""
    return WrittenLink(rel, kind, None if href is None else address(href, around), text, given.get("length", ""))


def attributes(element: etree._Element) -> dict[str, str]:
    """Return the attributes of an element by their names in lower case."""
    return {str(key).lower(): str(value) for key, value in element.attrib.items()} if element.attrib else {}


def meant_link(text: str) -> str:
    """Return an address that stands as text, its ampersands as they were meant."""
    return _AMPERSANDS.sub(r"&\1", text.replace("&amp;", "&")) if "&" in text else text
