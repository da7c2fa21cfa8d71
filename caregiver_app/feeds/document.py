"""What kind of document some bytes are, told from their beginning; every kind that is no feed has its own name.

Reads no further than the root element. A document type declaration is cut out here, so that no parser ever sees one:
external entities are never loaded, internal ones are written out within bounds (`doctype`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from caregiver_app.feeds import doctype
from caregiver_app.feeds.charset import decode
from caregiver_app.feeds.jobs import MAX_BODY_BYTES
from caregiver_app.model.errors import AddressRefused, FeedError, FeedTrouble

_MAX_BEFORE_ROOT = 1_000  # comments, instructions, declarations, thousands of spaces
_BEGINNING = 65_536  # characters in which a root element must come

_IMAGES = (b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"BM", b"\x00\x00\x01\x00", b"II*\x00", b"MM\x00*")
_BINARIES = (
    b"%PDF", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf",
    b"Rar!", b"\x7fELF", b"MZ", b"ID3", b"OggS", b"fLaC", b"RIFF", b"\xd0\xcf\x11\xe0", b"SQLite format 3", b"\x00asm",
    b"wOF",
)  # fmt: skip
_HTML_ROOTS = frozenset(
    "a article b base body br center div font form frameset h1 h2 h3 head html iframe img link meta noscript p pre "
    "script section span strong style table title ul".split()
)
_FEED_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]{0,20}:)?(rss|feed|RDF|channel|alert)(?=[\s/>])", re.IGNORECASE)
_FEED_IN_PAGE = re.compile(
    r"<(?:rdf:)?(rss(?=\s[^>]{0,500}?version\s*=)|feed(?=\s[^>]{0,500}?w3\.org/2005/Atom)|RDF(?=\s[^>]{0,500}?xmlns))"
)
_ROOT = re.compile(r"<(?:[^\W\d][\w.-]*:)?([^\W\d][\w.-]*)")
_HTML_SIGN = re.compile(r"<(?:html|head|body|!doctype html)[\s>]", re.IGNORECASE)
_PADDING = " \t\r\n\x00\x0b\x0c\ufeff\u200b\xa0\u2028"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document that may be a feed: `text` begins at its root element (or `{`), `root` is that element's local name,
    lower case, or "json". `mended` says that something had to be put right to get here.
    """

    url: str
    root: str
    text: str
    mended: bool = False
    language: str = ""


def open_document(url: str, headers: Mapping[str, str], body: bytes) -> Document:
    """Return the document in `body`.

    Raises:
        FeedError: nothing in it can be a feed; `kind` says what it is instead.
    """
    if len(body) > MAX_BODY_BYTES:
        raise FeedError(FeedTrouble.TOO_LARGE, str(len(body)))
    refuse_binary(body)
    decoded = decode(body, headers.get("content-type", ""))
    text = decoded.text.lstrip(_PADDING)
    if not text:
        raise FeedError(FeedTrouble.EMPTY)
    # White space may stand before a root element, but not before a declaration (XML 1.0 section 2.8).
    lied = decoded.lied or (text.startswith("<?xml") and not decoded.text.startswith("<?xml"))
    language = headers.get("content-language", "")
    if text[0] in "{[":
        return Document(url=url, root="json", text=text, mended=decoded.lied, language=language)
    document = _from_root(url, text)
    return replace(document, mended=document.mended or lied, language=language)


def refuse_binary(body: bytes) -> None:
    """Refuse pictures, archives and other files that are no text.

    Raises:
        FeedError: IMAGE or BINARY.
    """
    if body.startswith(_IMAGES) or body[8:12] in (b"WEBP", b"avif") or body[4:12] in (b"ftypavif", b"ftypheic"):
        raise FeedError(FeedTrouble.IMAGE)
    if body.startswith(_BINARIES) or body[4:8] == b"ftyp":
        raise FeedError(FeedTrouble.BINARY)


def _from_root(url: str, text: str) -> Document:
    """Return the document from its root element on, without what stands before it.

    Raises:
        FeedError: there is no root, or the root is that of a web page or a drawing.
    """
    prolog = _read_prolog(text)
    root = "" if prolog.root is None else prolog.root[1].lower()
    if root == "html" or prolog.declares_html:
        return _from(_FEED_IN_PAGE.search(text, prolog.end, prolog.end + _BEGINNING), url, text)
    if root in _HTML_ROOTS:
        return _from(_FEED_ROOT.search(text, prolog.end + 1, prolog.end + _BEGINNING), url, text)
    if not root:
        return _after_junk(url, text, prolog.end)
    if root == "svg":
        raise FeedError(FeedTrouble.IMAGE)
    body = doctype.written_out(text[prolog.end :], doctype.entities(prolog.declaration))
    return Document(url=url, root=root, text=body)


def _from(feed: re.Match[str] | None, url: str, text: str) -> Document:
    """Return the feed that was found in a page or behind what a server printed before it.

    Raises:
        FeedError: none was found.
    """
    if feed is None:
        raise _web_page(url, text)
    return Document(url=url, root=feed[1].lower(), text=text[feed.start() :], mended=True)


def _after_junk(url: str, text: str, at: int) -> Document:
    """Look for a feed behind text.

    Raises:
        FeedError: there is none.
    """
    feed = _FEED_ROOT.search(text, at + 1, at + _BEGINNING)
    if feed is not None or _HTML_SIGN.search(text, 0, _BEGINNING):
        return _from(feed, url, text)
    beginning = text[:1_000]
    unreadable = sum(
        beginning.count(char) for char in set(beginning) if (char < " " and char not in "\t\n\r") or char == "\ufffd"
    )
    raise FeedError(FeedTrouble.BINARY if unreadable * 20 > len(beginning) else FeedTrouble.NOT_A_FEED)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prolog:
    """What stands before the root element; `end` is where that begins, or what is no XML begins."""

    root: re.Match[str] | None
    end: int
    declaration: str

    @property
    def declares_html(self) -> bool:
        """True where the document says that it is a web page."""
        return self.declaration[9:40].strip().lower().startswith("html")


def _read_prolog(text: str) -> _Prolog:
    at = 0
    declaration = ""
    for _ in range(_MAX_BEFORE_ROOT):
        at += len(text[at : at + 1_000]) - len(text[at : at + 1_000].lstrip(_PADDING))
        if text.startswith("<?", at):
            at = _after(text, ">", at)
        elif text.startswith("<!--", at):
            at = _after(text, "-->", at + 4)
        elif text.startswith("<!", at):
            end = doctype.end_of(text, at)
            declaration, at = declaration or text[at:end], end
        elif at >= len(text) or text[at] not in _PADDING:
            break
    return _Prolog(root=_ROOT.match(text, at), end=at, declaration=declaration)


def _after(text: str, what: str, start: int) -> int:
    found = text.find(what, start)
    return len(text) if found == -1 else found + len(what)


def _web_page(url: str, text: str) -> FeedError:
    """Return the error for a web page, with the feeds that the page names."""
    from caregiver_app.web.discover import read_page  # only now: its imports are slow and seldom needed

    try:
        page = read_page(text.encode("utf-8", "replace"), url)
    except AddressRefused:
        return FeedError(FeedTrouble.HTML)
    return FeedError(FeedTrouble.HTML, links=tuple(link.url for link in page.feeds), canonical=page.canonical)
