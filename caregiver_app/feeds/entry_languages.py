"""What languages the entries of a document are said to be in by `xml:lang` (XML 1.0, section 2.12). Pure.

Neither reader tells: feedparser gives each text the language that was in force, the feed's included.
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from caregiver_app.feeds.raw import RawFeed
from caregiver_app.feeds.xml_tree import Tree

_ATTRIBUTE = "{http://www.w3.org/XML/1998/namespace}lang"
_TEXTS = ("{*}content", "{*}encoded", "{*}summary", "{*}description", "{*}title")


def languages_in(tree: Tree) -> tuple[str, ...]:
    """Return one tag for each entry in the order of the document, empty where it has none; nothing where none has."""
    if "xml:lang" not in tree.document.text:
        return ()
    return tuple(map(_language_of, tree.root.iter("{*}item", "{*}entry")))


def with_languages(feed: RawFeed, languages: tuple[str, ...]) -> RawFeed:
    """Return the feed with the language of each entry that does not name one in an element of its own."""
    if not any(languages) or len(languages) != len(feed.entries) + feed.dropped:
        return feed
    return replace(
        feed,
        entries=tuple(
            replace(entry, language=entry.language or language) if language else entry
            for entry, language in zip(feed.entries, languages, strict=False)
        ),
    )


def _language_of(entry: etree._Element) -> str:
    """Return the language of an entry, else the one of its main text."""
    texts = (text for name in _TEXTS for text in entry.iterfind(name))
    said = (str(element.get(_ATTRIBUTE, "")).strip() for element in (entry, *texts))
    return next(filter(None, said), "")
