"""The strict XML parser, with everything switched off that reaches outside: no network, no DTD, no entities, no huge
documents, and no more than 256 elements in each other (a bound of libxml2; a feed needs a dozen).

What it refuses is mended once (`mending`) and tried again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from caregiver_app.feeds.document import Document
from caregiver_app.feeds.mending import mend
from caregiver_app.model.errors import FeedError, FeedTrouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A well-formed document; `document` is the one that came, or what mending made of it."""

    root: etree._Element
    document: Document


def read_tree(document: Document) -> Tree:
    """Return the document as a tree, mended where that is enough.

    Raises:
        FeedError: elements do not match (NOT_A_FEED), or they are nested too deep (TOO_DEEP).
    """
    try:
        return Tree(root=_parsed(document.text), document=document)
    except etree.XMLSyntaxError as error:
        _refuse_depth(error)
    better = mended(document)
    if better.text == document.text:
        raise FeedError(FeedTrouble.NOT_A_FEED, document.root)
    try:
        return Tree(root=_parsed(better.text), document=better)
    except etree.XMLSyntaxError as error:
        _refuse_depth(error)
        raise FeedError(FeedTrouble.NOT_A_FEED, document.root) from None


def mended(document: Document) -> Document:
    """Return the document with those mistakes undone that can be undone without guessing."""
    return replace(document, text=mend(document.text, document.root), mended=True)


def parsed_alone(text: str) -> etree._Element | None:
    """Return a piece of XML that stood as text in a document, None where it is none or declares anything."""
    if "<!DOCTYPE" in text.upper():
        return None
    try:
        return _parsed(text.partition("?>")[2] if text.startswith("<?xml") else text)
    except etree.XMLSyntaxError:
        return None


def parsed_anyway(text: str) -> etree._Element | None:
    """Return what can be made out of a broken document, None where nothing can: good for a look, not for reading."""
    try:
        found: etree._Element | None = etree.fromstring(text.encode("utf-8", "replace"), _parser(recover=True))
    except etree.XMLSyntaxError:
        return None
    return found


def _parsed(text: str) -> etree._Element:
    return etree.fromstring(text.encode("utf-8", "replace"), _parser(recover=False))


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def _refuse_depth(error: etree.XMLSyntaxError) -> None:
    """Tell depth from other trouble: both come as a resource limit or a syntax error.

    Raises:
        FeedError: elements are nested too deep.
    """
    if "depth" in str(error).lower():
        raise FeedError(FeedTrouble.TOO_DEEP) from None
