"""Reads a document with the strict and with the lenient reader, to compare what they say."""

from __future__ import annotations

from collections.abc import Mapping

from caregiver_app.feeds.document import open_document
from caregiver_app.feeds.parse import read_leniently
from caregiver_app.feeds.parse_strict import read_strict
from caregiver_app.feeds.raw import RawFeed
from caregiver_app.feeds.xml_tree import read_tree
from caregiver_app.model.errors import FeedError
from tests.helpers.parsing import URL


def both(body: bytes, headers: Mapping[str, str] | None = None) -> tuple[RawFeed, RawFeed] | None:
    """Return what both readers say; None where the document is none for the strict one, or it declines."""
    try:
        document = open_document(URL, headers or {}, body)
        if document.root in ("json", "alert"):
            return None
        tree = read_tree(document)
    except FeedError:
        return None
    strict = read_strict(tree, limit=2_000)
    return None if strict is None else (strict, read_leniently(tree.document))
