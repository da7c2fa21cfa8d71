"""Reads well-formed RSS 0.9x to 2.0, RDF and Atom with lxml: many times as fast as feedparser, and with its result.

Where it is not sure of that it says so by returning None, and the lenient reader reads the document. That both say the
same of every feed that this one accepts is held by a test over all feeds there are.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from caregiver_app.feeds.element_names import name_of, unsure_names
from caregiver_app.feeds.polling import polling_wish
from caregiver_app.feeds.raw import RawEntry, RawFeed, RawText
from caregiver_app.feeds.strict_entry import read_entry
from caregiver_app.feeds.strict_notes import first_link
from caregiver_app.feeds.strict_text import Around, Declined, address, attributes, content, link, plain
from caregiver_app.feeds.xml_tree import Tree

_ATOM = ("http://www.w3.org/2005/atom",)
_RDF_RSS = ("http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/")
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_IN_A_PICTURE = frozenset(("title", "link", "description", "url", "href", "width", "height", "name"))
_NEVER_IN_A_FEED = frozenset(
    """
    rss rdf_rdf feed channel content content_encoded fullitem body xhtml_body source tags links title_detail abstract
    media_title media_description itunes_link
    """.split()
)


def read_strict(tree: Tree, *, limit: int) -> RawFeed | None:
    """Return what the document says, at most `limit` entries of it; None where only the lenient reader knows."""
    try:
        return _FeedReader(tree, limit).read()
    except Declined:
        return None


def _base_of(tree: Tree) -> str:
    """Return the address that addresses in the document start from, empty where they stand as written.

    Raises:
        Declined: there are several, or one that only feedparser can make sense of.
    """
    text = tree.document.text
    named = text.count("xml:base")
    if not named and " base=" not in text:
        return ""
    base = str(tree.root.get(_XML_BASE, ""))
    if named > 1 or " base=" in text or not base.startswith(("http://", "https://")):
        raise Declined("base")
    around = Around(guess=False, base=base)
    if not base.isascii() or address(base, around) != base:
        raise Declined("base")
    return base


class _FeedReader:
    """Gathers what a document says of itself, and reads its entries on the way. Use once."""

    def __init__(self, tree: Tree, limit: int) -> None:
        self.tree = tree
        self.limit = limit
        self.around = Around(guess=_is_rss(tree.root), base=_base_of(tree))
        self.title: RawText | None = None
        self.title_is_final = False
        self.link: str | None = None
        self.links: list[tuple[str, str]] = []
        self.words = {"language": _language_of(tree)}
        self.has_summary = False
        self.entries: list[RawEntry] = []
        self.dropped = 0

    def read(self) -> RawFeed:
        """Return what the document says.

        Raises:
            Declined: only feedparser knows.
        """
        root = self.tree.root
        if name_of(root.tag, root.prefix) == "feed":
            self._read_children(root)
        else:
            self._read_around_channel(root)
        if not self.entries and not (self.title and self.title.value):
            raise Declined("empty")
        words = self.words.get
        return RawFeed(
            title=self.title if self.title and self.title.value else None,
            homepage=(self.link or "").strip() or first_link(self.links),
            language=words("language", ""),
            ttl_s=polling_wish(words("ttl", ""), words("sy_updateperiod", ""), words("sy_updatefrequency", "")),
            damaged=self.tree.document.mended,
            dropped=self.dropped,
            entries=tuple(self.entries),
        )

    def _read_around_channel(self, root: etree._Element) -> None:
        """Read the one channel, and the entries that stand beside it in RDF."""
        channels = 0
        for child in root:
            name = name_of(child.tag, child.prefix)
            if name == "channel" and not channels and not {"href", "lastmod"} & attributes(child).keys():
                channels += 1
                self._read_children(child)
            elif name == "item":
                self.read_entry(child)
            elif name in ("image", "textinput"):
                _picture(self, child)
            else:
                _check_harmless(child)

    def _read_children(self, parent: etree._Element) -> None:
        for child in parent:
            read = _READERS.get(name_of(child.tag, child.prefix))
            if read is None:
                _check_harmless(child)
            else:
                read(self, child)

    def read_entry(self, entry: etree._Element) -> None:
        """Read an entry, or only count it where there are enough."""
        self.title_is_final = False
        if len(self.entries) < self.limit:
            self.entries.append(read_entry(entry, self.around))
        else:
            self.dropped += 1


def _is_rss(root: etree._Element) -> bool:
    """Return True for RSS, False for Atom.

    Raises:
        Declined: it is neither, or both.
    """
    kind = name_of(root.tag, root.prefix)
    spaces = {uri.lower() for uri in root.nsmap.values()}
    own = root.tag[1:].partition("}")[0].lower() if root.tag.startswith("{") else ""
    if kind == "rss" and own not in _ATOM:
        return True
    if kind == "rdf_rdf" and spaces.intersection(_RDF_RSS) and spaces.isdisjoint(_ATOM):
        return True
    if kind == "feed" and own not in _RDF_RSS and spaces.isdisjoint(_RDF_RSS):
        return False
    raise Declined(kind)


def _language_of(tree: Tree) -> str:
    root = tree.root
    written = root.get(_XML_LANG, root.get("lang"))
    counts = name_of(root.tag, root.prefix) in ("feed", "rss")
    return (written if written and counts else tree.document.language).replace("_", "-").strip()


def _check_harmless(element: etree._Element) -> None:
    """Make sure that nothing in an element that nobody knows would be taken for something of the feed.

    Raises:
        Declined: something would.
    """
    for each in element.iter():
        if (name := name_of(each.tag, each.prefix)) in _REFUSED:
            raise Declined(name)


def _title(feed: _FeedReader, element: etree._Element) -> None:
    text = content(element, feed.around, otherwise="text")
    if not feed.title_is_final:
        feed.title = text
        feed.title_is_final = bool(text.value)


def _link(feed: _FeedReader, element: etree._Element) -> None:
    written = link(element, feed.around)
    feed.links.append(written.target)
    if written.href is None:
        if "&" in written.text and ";" in written.text:
            raise Declined("link")
        feed.link = written.text
    elif written.leads_to_page:
        feed.link = written.href


def _id(feed: _FeedReader, element: etree._Element) -> None:
    value = address(plain(element), feed.around)
    feed.link = value if feed.link is None else feed.link


def _word(feed: _FeedReader, element: etree._Element) -> None:
    if element.attrib:
        raise Declined("attributes")
    feed.words[name_of(element.tag, element.prefix)] = plain(element).strip()


def _language(feed: _FeedReader, element: etree._Element) -> None:
    feed.words["language"] = plain(element).strip()


def _picture(feed: _FeedReader, element: etree._Element) -> None:
    feed.title_is_final = False
    for child in element:
        if name_of(child.tag, child.prefix) not in _IN_A_PICTURE or len(child):
            raise Declined("picture")


def _description(feed: _FeedReader, element: etree._Element) -> None:
    """A description after a summary would be content, and change what the first entry's means."""
    if feed.has_summary or len(element):
        raise Declined("description")


def _summary(feed: _FeedReader, element: etree._Element) -> None:
    _description(feed, element)
    feed.has_summary = True


_READERS: dict[str, Callable[[_FeedReader, etree._Element], None]] = {
    **dict.fromkeys(("title", "dc_title"), _title),
    "link": _link,
    **dict.fromkeys(("id", "guid"), _id),
    **dict.fromkeys(("language", "dc_language"), _language),
    **dict.fromkeys(("ttl", "sy_updateperiod", "sy_updatefrequency"), _word),
    **dict.fromkeys(("description", "dc_description"), _description),
    **dict.fromkeys(("summary", "itunes_summary"), _summary),
    **dict.fromkeys(("image", "textinput"), _picture),
    **dict.fromkeys(("item", "entry"), _FeedReader.read_entry),
}
_REFUSED = _NEVER_IN_A_FEED.union(_READERS) | unsure_names((*_NEVER_IN_A_FEED, *_READERS))
