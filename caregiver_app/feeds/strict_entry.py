"""Reads one entry of a well-formed feed: it says what feedparser would say of the same entry, or `Declined`.

The order and the depth of elements matter, because they do there: a second description is content, a link may come
from the guid, and what stands deeper in other elements does not replace what stands higher.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from caregiver_app.feeds.element_names import name_of, unsure_names
from caregiver_app.feeds.persons import name_in
from caregiver_app.feeds.raw import Enclosure, RawEntry
from caregiver_app.feeds.strict_notes import EntryNotes, Slot
from caregiver_app.feeds.strict_text import (
    Around,
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
_ANY_DEPTH = 1_000
_OF_A_PERSON = frozenset(("name", "email", "uri", "url", "homepage"))
_NEVER_IN_AN_ENTRY = frozenset(
    """
    abstract body xhtml_body fullitem itunes_owner tags media_category media_keywords itunes_category itunes_keywords
    item entry channel feed rss rdf_rdf image textinput date date_parsed links authors title_detail summary_detail
    content_detail description_detail published_parsed updated_parsed created_parsed
    """.split()
)


def read_entry(entry: etree._Element, around: Around) -> RawEntry:
    """Return what an entry says.

    Raises:
        Declined: only feedparser knows.
    """
    notes = EntryNotes(around=around)
    for key, value in entry.attrib.items():
        if key == _RDF_ABOUT:
            notes.guid = Slot(value=str(value), depth=_ANY_DEPTH)
        elif not str(key).startswith(_XML):
            raise Declined(key)
    _read_children(notes, entry, depth=0)
    return notes.entry()


def _read_children(notes: EntryNotes, parent: etree._Element, depth: int) -> None:
    for element in parent:
        name = name_of(element.tag, element.prefix)
        read = _READERS.get(name)
        if read is not None:
            read(notes, element, depth)
        elif name in _REFUSED:
            raise Declined(name)
        elif len(element):
            _read_children(notes, element, depth + 1)


def _title(notes: EntryNotes, element: etree._Element, depth: int) -> None:
    if _put_title(notes, element, depth):
        notes.title_depth = depth


def _put_title(notes: EntryNotes, element: etree._Element, depth: int) -> bool:
    """Take a title unless the last one stood at this depth or above; return True where there are words in it."""
    text = content(element, notes.around, otherwise="text")
    if notes.title_depth is None or depth < notes.title_depth:
        notes.title.put(text.value, depth, html=text.html)
    return bool(text.value)


def _media_title(notes: EntryNotes, element: etree._Element, depth: int) -> None:
    """Take a title that any other title may replace."""
    _put_title(notes, element, depth)


def _description(notes: EntryNotes, element: etree._Element, depth: int) -> None:
    _summary_of_kind(notes, element, depth, "html")


def _summary(notes: EntryNotes, element: etree._Element, depth: int) -> None:
    _summary_of_kind(notes, element, depth, "text")


def _summary_of_kind(notes: EntryNotes, element: etree._Element, depth: int, kind: str) -> None:
    """Take a summary; the second one, where there is no content yet, is the content."""
    if notes.summary.value is not None and not notes.has_content:
        _content(notes, element, depth)
        return
    text = content(element, notes.around, otherwise=kind)
    notes.summary.put(text.value, depth, html=text.html)


def _content(notes: EntryNotes, element: etree._Element, _depth: int) -> None:
    _content_of_kind(notes, element, "text")


def _content_of_kind(notes: EntryNotes, element: etree._Element, kind: str) -> None:
    if element.get("src") is not None:
        raise Declined("src")
    notes.has_content = True
    notes.contents.append(content(element, notes.around, otherwise=kind))


def _encoded(notes: EntryNotes, element: etree._Element, _depth: int) -> None:
    _content_of_kind(notes, element, "html")


def _link(notes: EntryNotes, element: etree._Element, _depth: int) -> None:
    written = link(element, notes.around)
    if written.href is None:
        notes.link = meant_link(written.text)
        notes.links.append((written.rel, notes.link))
        return
    notes.links.append(written.target)
    if written.rel == "enclosure":
        notes.enclosures.append(_file(written.href, written.kind, written.length))
    if written.leads_to_page:
        notes.link = written.href


def _guid(notes: EntryNotes, element: etree._Element, depth: int) -> None:
    value = plain(element)
    if attributes(element).get("ispermalink", "true") == "true":
        value = address(value, notes.around)
        notes.link = value if notes.link is None else notes.link
    notes.guid.put(value, depth)


def _published(notes: EntryNotes, element: etree._Element, depth: int) -> None:
    notes.published.put(plain(element), depth)


def _updated(notes: EntryNotes, element: etree._Element, depth: int) -> None:
    notes.updated.put(plain(element), depth)


def _created(notes: EntryNotes, element: etree._Element, depth: int) -> None:
    notes.created.put(plain(element), depth)


def _language(notes: EntryNotes, element: etree._Element, depth: int) -> None:
    notes.language.put(plain(element), depth)


def _author(notes: EntryNotes, element: etree._Element, depth: int) -> None:
    if depth:
        raise Declined("author")
    if not len(element):
        written = plain(element)
        notes.author_kinds.add("mail" if "@" in written else "words")
        notes.authors.append(name_in(written))
        return
    said = {name_of(child.tag, child.prefix): bare(child) for child in element}
    if not said.keys() <= _OF_A_PERSON or len(said) != len(element):
        raise Declined("author")
    notes.author_kinds.add("elements" if said.get("name") else "nameless")
    notes.authors.append(said.get("name") or said.get("email") or "")


def _category(notes: EntryNotes, element: etree._Element, _depth: int) -> None:
    given = attributes(element)
    tag: list[str | None] = [given.get("term"), given.get("scheme", given.get("domain")), given.get("label")]
    notes.add_tag(tag)
    value = plain(element)
    if value and notes.tags and not notes.tags[-1][0]:
        notes.tags[-1][0] = value
    elif value:
        notes.add_tag([value, None, None])


def _enclosure(notes: EntryNotes, element: etree._Element, _depth: int) -> None:
    given = attributes(element)
    url = given.get("url", given.get("uri", given.get("href", "")))
    notes.enclosures.append(_file(url, given.get("type", "").lower(), given.get("length", "")))


def _file(url: str, kind: str, length: str) -> Enclosure:
    return Enclosure(url=url.strip(), type=kind.strip(), length=length.strip())


def _contributor(_notes: EntryNotes, element: etree._Element, _depth: int) -> None:
    """Pass over somebody who is not the author."""
    if any(name_of(child.tag, child.prefix) not in _OF_A_PERSON or len(child) for child in element):
        raise Declined("contributor")


def _source(notes: EntryNotes, element: etree._Element, depth: int) -> None:
    """Pass over what is said of another feed; its title counts for the depth of the next one."""
    notes.title_depth = None
    for child in element.iterdescendants():
        name = name_of(child.tag, child.prefix)
        if name in _NEVER_IN_A_SOURCE:
            raise Declined(name)
        if name in ("title", "dc_title") and plain(child):
            notes.title_depth = depth + 1
            if child.getparent() is not element:
                raise Declined(name)


_READERS: dict[str, Callable[[EntryNotes, etree._Element, int], None]] = {
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
