"""What a well-formed feed said of one entry so far, and what comes of it in the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from caregiver_app.feeds.raw import Enclosure, RawEntry, RawText
from caregiver_app.feeds.strict_text import Around, Declined

OTHER_LINKS = ("alternate", "related", "via")


@dataclass(slots=True)
class Slot:
    """A text that an element higher up or later on replaces; its kind is that of the last one, wherever it stood."""

    value: str | None = None
    html: bool = False
    depth: int = 0

    def put(self, value: str, depth: int, *, html: bool = False) -> None:
        """Take a text that was found `depth` elements below the entry."""
        self.html = html
        if self.value is None or depth <= self.depth:
            self.value, self.depth = value, depth

    def text(self, base: str) -> RawText | None:
        """Return what was kept."""
        return RawText(value=self.value, html=self.html, base=base) if self.value else None

    def word(self) -> str:
        """Return what was kept, in one piece."""
        return (self.value or "").strip()


@dataclass(slots=True)
class EntryNotes:
    """A tag is term, scheme and label; a link is relation and address."""

    around: Around
    guid: Slot = field(default_factory=Slot)
    title: Slot = field(default_factory=Slot)
    summary: Slot = field(default_factory=Slot)
    published: Slot = field(default_factory=Slot)
    updated: Slot = field(default_factory=Slot)
    created: Slot = field(default_factory=Slot)
    language: Slot = field(default_factory=Slot)
    title_depth: int | None = None
    has_content: bool = False
    contents: list[RawText] = field(default_factory=list)
    link: str | None = None
    links: list[tuple[str, str]] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    author_kinds: set[str] = field(default_factory=set)
    tags: list[list[str | None]] = field(default_factory=list)
    enclosures: list[Enclosure] = field(default_factory=list)

    def add_tag(self, tag: list[str | None]) -> None:
        """Take a tag that says something and was not there yet."""
        if any(tag) and tag not in self.tags:
            self.tags.append(tag)

    def entry(self) -> RawEntry:
        """Return the entry.

        Raises:
            Declined: only feedparser knows whose names these are.
        """
        if len(self.authors) > 1 and self.author_kinds not in ({"words"}, {"elements"}):
            raise Declined("authors")  # it has its own way with mail addresses and with both kinds together
        names = ((tag[2] or tag[0] or "").strip() for tag in self.tags)
        return RawEntry(
            guid=self.guid.word(),
            link=(self.link or "").strip(),
            related=first_link(self.links),
            title=self.title.text(self.around.base),
            summary=self.summary.text(self.around.base),
            contents=tuple(text for text in self.contents if text.value),
            published=self.published.word() or self.created.word(),
            updated=self.updated.word(),
            authors=tuple(dict.fromkeys(filter(None, self.authors))),
            categories=tuple(dict.fromkeys(filter(None, names))),
            enclosures=tuple(self.enclosures),
            language=self.language.word(),
        )


def first_link(links: list[tuple[str, str]]) -> str:
    """Return where to lead when there is no link to a page."""
    return next((href for wanted in OTHER_LINKS for rel, href in links if rel == wanted and href), "")
