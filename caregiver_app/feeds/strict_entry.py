"""Reads one entry of a well-formed feed: it says what feedparser would say of the same entry, or `Declined`.

The order and the depth of elements matter, because they do there: a second description is content, a link may come
from the guid, and what stands deeper in other elements does not replace what stands higher.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from caregiver_app.feeds.element_names import name_of, unsure_names
from caregiver_app.feeds.persons import name_in
from caregiver_app.feeds.raw import Enclosure, RawEntry, RawText
from caregiver_app.feeds.strict_text import (
    Declined,
    address,
    attributes,
    bare,
    content,
    link,
    meant_link,
    plain,
)

_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_XML = "{http://www.w3.org/XML/1998/namespace}"
OTHER_LINKS = ("alternate", "related", "via")
_ANY_DEPTH = 1_000
_OF_A_PERSON = frozenset(("name", "email", "uri", "url", "homepage"))
_NEVER_IN_AN_ENTRY = frozenset(
    """
    abstract body xhtml_body fullitem itunes_owner tags media_category media_keywords itunes_category itunes_keywords
    item entry channel feed rss rdf_rdf image textinput date date_parsed links authors title_detail summary_detail
    content_detail description_detail published_parsed updated_parsed created_parsed
    """.split()
)


@dataclass(slots=True)
class _Slot:
    """A text that an element higher up or later on replaces; its kind is that of the last one, wherever it stood."""

    value: str | None = None
    html: bool = False
    depth: int = 0

    def put(self, value: str, depth: int, *, html: bool = False) -> None:
        """Take a text that was found `depth` elements below the entry."""
        self.html = html
        if self.value is None or depth <= self.depth:
            self.value, self.depth = value, depth

    def text(self) -> RawText | None:
        """Return what was kept."""
        return RawText(value=self.value, html=self.html) if self.value else None

    def word(self) -> str:
        """Return what was kept, in one piece."""
        return (self.value or "").strip()


class EntryReader:
    """Gathers what the children of one entry say. `guess`: see `strict_text.content`. Use once."""

    def __init__(self, *, guess: bool) -> None:
        self.guess = guess
        self.title, self.summary, self.guid = _Slot(), _Slot(), _Slot()
        self.published, self.updated, self.created, self.language = _Slot(), _Slot(), _Slot(), _Slot()
        self.title_depth: int | None = None
        self.has_content = False
        self.contents: list[RawText] = []
        self.link: str | None = None
        self.links: list[tuple[str, str]] = []
        self.authors: list[str] = []
        self.author_kinds: set[str] = set()
        self.tags: list[list[str | None]] = []
        self.enclosures: list[Enclosure] = []

    def read(self, entry: etree._Element) -> RawEntry:
        """Return what the entry says.

        Raises:
            Declined: only feedparser knows.
        """
        for key, value in entry.attrib.items():
            if key == _RDF_ABOUT:
                self.guid = _Slot(value=str(value), depth=_ANY_DEPTH)
            elif not str(key).startswith(_XML):
                raise Declined(key)
        self._read_children(entry, depth=0)
        return self._said()

    def _read_children(self, parent: etree._Element, depth: int) -> None:
        for element in parent:
            name = name_of(element.tag, element.prefix)
            read = _READERS.get(name)
            if read is not None:
                read(self, element, depth)
            elif name in _REFUSED:
                raise Declined(name)
            elif len(element):
                self._read_children(element, depth + 1)

    def _said(self) -> RawEntry:
        if len(self.authors) > 1 and self.author_kinds not in ({"words"}, {"elements"}):
            raise Declined("authors")  # feedparser has its own way with mail addresses and with both kinds together
        names = ((tag[2] or tag[0] or "").strip() for tag in self.tags)
        return RawEntry(
            guid=self.guid.word(),
            link=(self.link or "").strip(),
            related=self._related(),
            title=self.title.text(),
            summary=self.summary.text(),
            contents=tuple(text for text in self.contents if text.value),
            published=self.published.word() or self.created.word(),
            updated=self.updated.word(),
            authors=tuple(dict.fromkeys(filter(None, self.authors))),
            categories=tuple(dict.fromkeys(filter(None, names))),
            enclosures=tuple(self.enclosures),
            language=self.language.word(),
        )

    def _related(self) -> str:
        return next((href for wanted in OTHER_LINKS for rel, href in self.links if rel == wanted and href), "")


def _title(entry: EntryReader, element: etree._Element, depth: int) -> None:
    if _put_title(entry, element, depth):
        entry.title_depth = depth


def _put_title(entry: EntryReader, element: etree._Element, depth: int) -> bool:
    """Take a title unless the last one stood at this depth or above; return True where there are words in it."""
    text = content(element, otherwise="text", guess=entry.guess)
    if entry.title_depth is None or depth < entry.title_depth:
        entry.title.put(text.value, depth, html=text.html)
    return bool(text.value)


def _media_title(entry: EntryReader, element: etree._Element, depth: int) -> None:
    """Take a title that any other title may replace."""
    _put_title(entry, element, depth)


def _description(entry: EntryReader, element: etree._Element, depth: int) -> None:
    _summary_of_kind(entry, element, depth, "html")


def _summary(entry: EntryReader, element: etree._Element, depth: int) -> None:
    _summary_of_kind(entry, element, depth, "text")


def _summary_of_kind(entry: EntryReader, element: etree._Element, depth: int, kind: str) -> None:
    """Take a summary; the second one, where there is no content yet, is the content."""
    if entry.summary.value is not None and not entry.has_content:
        _content(entry, element, depth)
        return
    text = content(element, otherwise=kind, guess=entry.guess)
    entry.summary.put(text.value, depth, html=text.html)


def _content(entry: EntryReader, element: etree._Element, _depth: int) -> None:
    _content_of_kind(entry, element, "text")


def _content_of_kind(entry: EntryReader, element: etree._Element, kind: str) -> None:
    if element.get("src") is not None:
        raise Declined("src")
    entry.has_content = True
    entry.contents.append(content(element, otherwise=kind, guess=entry.guess))


def _encoded(entry: EntryReader, element: etree._Element, _depth: int) -> None:
    _content_of_kind(entry, element, "html")


def _link(entry: EntryReader, element: etree._Element, _depth: int) -> None:
    written = link(element)
    if written.href is None:
        entry.link = meant_link(written.text)
        entry.links.append((written.rel, entry.link))
        return
    entry.links.append(written.target)
    if written.rel == "enclosure":
        entry.enclosures.append(_file(written.href, written.kind, written.length))
    if written.leads_to_page:
        entry.link = written.href


def _guid(entry: EntryReader, element: etree._Element, depth: int) -> None:
    value = plain(element)
    if attributes(element).get("ispermalink", "true") == "true":
        entry.link = address(value) if entry.link is None else entry.link
    entry.guid.put(value, depth)


def _published(entry: EntryReader, element: etree._Element, depth: int) -> None:
    entry.published.put(plain(element), depth)


def _updated(entry: EntryReader, element: etree._Element, depth: int) -> None:
    entry.updated.put(plain(element), depth)


def _created(entry: EntryReader, element: etree._Element, depth: int) -> None:
    entry.created.put(plain(element), depth)


def _language(entry: EntryReader, element: etree._Element, depth: int) -> None:
    entry.language.put(plain(element), depth)


def _author(entry: EntryReader, element: etree._Element, depth: int) -> None:
    if depth:
        raise Declined("author")
    if not len(element):
        written = plain(element)
        entry.author_kinds.add("mail" if "@" in written else "words")
        entry.authors.append(name_in(written))
        return
    said = {name_of(child.tag, child.prefix): bare(child) for child in element}
    if not said.keys() <= _OF_A_PERSON or len(said) != len(element):
        raise Declined("author")
    entry.author_kinds.add("elements" if said.get("name") else "nameless")
    entry.authors.append(said.get("name") or said.get("email") or "")


def _category(entry: EntryReader, element: etree._Element, _depth: int) -> None:
    given = attributes(element)
    tag: list[str | None] = [given.get("term"), given.get("scheme", given.get("domain")), given.get("label")]
    _add_tag(entry, tag)
    value = plain(element)
    if value and entry.tags and not entry.tags[-1][0]:
        entry.tags[-1][0] = value
    elif value:
        _add_tag(entry, [value, None, None])


def _add_tag(entry: EntryReader, tag: list[str | None]) -> None:
    if any(tag) and tag not in entry.tags:
        entry.tags.append(tag)


def _enclosure(entry: EntryReader, element: etree._Element, _depth: int) -> None:
    given = attributes(element)
    url = given.get("url", given.get("uri", given.get("href", "")))
    entry.enclosures.append(_file(url, given.get("type", "").lower(), given.get("length", "")))


def _file(url: str, kind: str, length: str) -> Enclosure:
    return Enclosure(url=url.strip(), type=kind.strip(), length=length.strip())


def _contributor(_entry: EntryReader, element: etree._Element, _depth: int) -> None:
    """Pass over somebody who is not the author."""
    if any(name_of(child.tag, child.prefix) not in _OF_A_PERSON or len(child) for child in element):
        raise Declined("contributor")


def _source(entry: EntryReader, element: etree._Element, depth: int) -> None:
    """Pass over what is said of another feed; its title counts for the depth of the next one."""
    entry.title_depth = None
    for child in element.iterdescendants():
        name = name_of(child.tag, child.prefix)
        if name in _NEVER_IN_A_SOURCE:
            raise Declined(name)
        if name in ("title", "dc_title") and plain(child):
            entry.title_depth = depth + 1
            if child.getparent() is not element:
                raise Declined(name)


_READERS: dict[str, Callable[[EntryReader, etree._Element, int], None]] = {
    **dict.fromkeys(("title", "dc_title"), _title),
    "media_title": _media_title,
    **dict.fromkeys(("description", "dc_description", "media_description"), _description),
    **dict.fromkeys(("summary", "itunes_summary"), _summary),
    "content": _content,
    "content_encoded": _encoded,
    "link": _link,
    **dict.fromkeys(("guid", "id"), _guid),
    **dict.fromkeys(("pubdate", "published", "issued", "dcterms_issued"), _published),
    **dict.fromkeys(("updated", "modified", "lastbuilddate", "dc_date", "dcterms_modified"), _updated),
    **dict.fromkeys(("created", "dcterms_created"), _created),
    **dict.fromkeys(("language", "dc_language"), _language),
    **dict.fromkeys(("author", "managingeditor", "dc_creator", "dc_author", "itunes_author"), _author),
    **dict.fromkeys(("category", "dc_subject", "keywords"), _category),
    "enclosure": _enclosure,
    "source": _source,
    **dict.fromkeys(("contributor", "dc_contributor"), _contributor),
}
_REFUSED = _NEVER_IN_AN_ENTRY | unsure_names((*_NEVER_IN_AN_ENTRY, *_READERS))
_NEVER_IN_A_SOURCE = unsure_names(_REFUSED).union(
    "item entry channel feed image source".split(),
    "content content_encoded fullitem description dc_description media_description summary itunes_summary".split(),
)
