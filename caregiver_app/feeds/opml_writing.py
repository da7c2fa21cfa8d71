"""Writes a subscription list that other readers take: OPML 2, a folder for each topic, the same bytes for the same day.

It names feeds and nothing else: no owner, no time of day, no reading marks. Sources whose address carries something
private (`links.tokens`) or leads to a private place are left out, always.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.utils import format_datetime
from types import MappingProxyType

from lxml import etree

from caregiver_app.feeds.xml_text import without_forbidden
from caregiver_app.links.hosts import is_home_name
from caregiver_app.links.tokens import has_token, shown_title
from caregiver_app.model.errors import AddressRefused
from caregiver_app.model.source import Source, SourceFormat, SourceId
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.web.addresses import parse_address

_NO_TITLES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenOpml:
    """A list ready to be saved. `left_out` are sources that must not leave this computer; `pages` are followed pages,
    which other readers could not follow. `names_left_out` counts names that a person gave and that give somebody away;
    `names_unchecked`: all such names, since care notes were locked. `unread` counts written sources whose addresses and
    publishers' titles could not be read for words of the notes then.
    """

    data: bytes
    written: int
    left_out: tuple[SourceId, ...]
    pages: tuple[SourceId, ...] = ()
    names_left_out: int = 0
    names_unchecked: bool = False
    unread: int = 0


def write_opml(
    sources: Iterable[Source], *, title: str, now: Millis, topic_titles: Mapping[str, str] = _NO_TITLES
) -> WrittenOpml:
    """Return the list of `sources`; `topic_titles` are what folders are called, by topic id (the id itself if absent).

    A source with several topics stands in each folder: readers, ours too, take the same address once.
    """
    every = sorted(sources, key=lambda source: (source.title.casefold(), source.url))
    pages = tuple(source.id for source in every if source.format is not SourceFormat.FEED)
    every = [source for source in every if source.format is SourceFormat.FEED]
    shown = [source for source in every if may_leave(source)]
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = _clean(title)
    etree.SubElement(head, "dateCreated").text = _day(now)
    body = etree.SubElement(root, "body")
    for folder, inside in _folders(shown, topic_titles):
        parent = etree.SubElement(body, "outline", text=folder, title=folder) if folder else body
        for source in inside:
            _add_outline(parent, source)
    etree.indent(root)
    data = etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
    left_out = tuple(source.id for source in every if not may_leave(source))
    return WrittenOpml(data=data, written=len(shown), left_out=left_out, pages=pages)


def may_leave(source: Source) -> bool:
    """Return True when a source's address may stand in a file that others see."""
    if source.format is not SourceFormat.FEED or has_token(source.url):
        return False
    return _is_public(source.url)


def _is_public(url: str) -> bool:
    try:
        address = parse_address(url)
    except AddressRefused:
        return False
    return not (address.names_private_place or is_home_name(address.host))


def _folders(sources: list[Source], titles: Mapping[str, str]) -> list[tuple[str, list[Source]]]:
    """Return folders by name, each with its sources in their order; those without a topic come last, in none."""
    folders: dict[str, list[Source]] = {}
    loose: list[Source] = []
    for source in sources:
        names = {_name(titles.get(topic, topic)) for topic in source.topics} - {""}
        for place in [folders.setdefault(name, []) for name in names] or [loose]:
            place.append(source)
    return [*sorted(folders.items(), key=lambda folder: (folder[0].casefold(), folder[0])), ("", loose)]


def _add_outline(parent: etree._Element, source: Source) -> None:
    title = _name(source.title) or source.url
    outline = etree.SubElement(parent, "outline", type="rss", text=title, title=title, xmlUrl=_clean(source.url))
    if source.homepage and not has_token(source.homepage) and _is_public(source.homepage):
        outline.set("htmlUrl", _clean(source.homepage))
    if source.language:
        outline.set("language", _clean(source.language))


def _name(text: str) -> str:
    """Return a title or a folder's name; an address that stands for one may be another than the feed's own."""
    return _clean(shown_title(text))


def _clean(text: str) -> str:
    return " ".join(without_forbidden(text).split())


def _day(at: Millis) -> str:
    """Return the day in the form that OPML wants (RFC 822), at midnight UTC."""
    return format_datetime(to_datetime(at).replace(hour=0, minute=0, second=0, microsecond=0), usegmt=True)
