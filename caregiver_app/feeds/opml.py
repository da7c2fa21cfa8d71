"""Subscription lists: OPML 1 and 2 as people's tools write it, read within bounds and written plainly.

Nothing a list points to is opened. What is not well-formed is mended first (`feeds.outline_mending`) and then read with
recovery: a strict reader loses most of the feeds in public lists. Also read are two formats of the past, FOAF and
iGoogle (`feeds.old_lists`).
"""

from __future__ import annotations

from lxml import etree

from caregiver_app.feeds.old_lists import read_foaf, read_igoogle
from caregiver_app.feeds.outline_mending import mend_outlines
from caregiver_app.feeds.outlines import MAX_OUTLINES, local_name, read_outlines
from caregiver_app.feeds.subscriptions import Subscriptions
from caregiver_app.feeds.xml_text import xml_text
from caregiver_app.model.errors import FeedTrouble, OpmlError

MAX_BYTES = 10_000_000
MAX_TAGS = 200_000  # keeps the tree in memory small; a list at its other bounds has far fewer

# Of a list that must be mended, which costs time with each of them; ten thousand feeds have a tenth of this.
MAX_AMPERSANDS = 400_000
MAX_QUOTES = 800_000

_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM")
_BINARIES = (b"PK\x03\x04", b"%PDF", b"\x1f\x8b", b"7z\xbc\xaf", b"SQLite format 3", b"{\\rtf")
_READERS = {"rdf": read_foaf, "gadgettabml": read_igoogle, "opml": read_outlines, "body": read_outlines}


def read_opml(data: bytes) -> Subscriptions:
    """Return what a subscription list says.

    Raises:
        OpmlError: it is empty, larger or deeper than the bounds, or something else (a web page, a feed, a picture).
    """
    _refuse_others(data)
    text = xml_text(data)
    if not text.strip():
        raise OpmlError(FeedTrouble.EMPTY)
    if text.count("<") > MAX_TAGS or text.lower().count("<outline") > MAX_OUTLINES:
        raise OpmlError(FeedTrouble.TOO_LARGE, "outlines")
    root, damaged = _parse(text)
    reader = _READERS.get(local_name(root))
    if reader is None:
        is_page = local_name(root) in ("html", "head")
        raise OpmlError(FeedTrouble.HTML if is_page else FeedTrouble.NOT_A_FEED, local_name(root)[:40])
    return reader(root, damaged=damaged)


def _refuse_others(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise OpmlError(FeedTrouble.TOO_LARGE, "bytes")
    if data.startswith(_IMAGES):
        raise OpmlError(FeedTrouble.IMAGE)
    if data.startswith(_BINARIES):
        raise OpmlError(FeedTrouble.BINARY)


def _parse(text: str) -> tuple[etree._Element, bool]:
    """Return the root, and whether the text had to be mended."""
    root = _tree(text, recover=False)
    if root is not None:
        return root, False
    if text.count("&") > MAX_AMPERSANDS or text.count('"') + text.count("'") > MAX_QUOTES:
        raise OpmlError(FeedTrouble.TOO_LARGE, "marks")
    root = _tree(mend_outlines(text), recover=True)
    if root is None:
        looks_like_page = text.lstrip()[:100].lower().startswith(("<!doctype html", "<html"))
        raise OpmlError(FeedTrouble.HTML if looks_like_page else FeedTrouble.NOT_A_FEED)
    return root, True


def _tree(text: str, *, recover: bool) -> etree._Element | None:
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        return None
