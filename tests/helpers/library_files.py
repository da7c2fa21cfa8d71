"""Library files filled through the store's own doors, as a sync fills them: for window tests and pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from caregiver_app.library.entry_values import ChangedArticle, EntryChanges, NewArticle
from caregiver_app.library.source_states import StateAfterSync
from caregiver_app.library.store import Library
from caregiver_app.links.address import address_key
from caregiver_app.model.article import ItemId
from caregiver_app.model.entry import EntryText
from caregiver_app.model.organisation import Organisation
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource, SourceId, SourceKind, SourceState, Validators
from caregiver_app.model.time import Millis
from caregiver_app.support.markup import sanitise
from caregiver_app.support.plain_text import shorten, to_text
from tests.helpers.organisations import put_organisation

DAY_MS = 24 * 3600 * 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class APage:
    """A page as its publisher wrote it; `days_ago` says when, counted from the time of storing."""

    title: str
    html: str = "<p>Keep a light on at night.</p>"
    days_ago: float = 1.0
    slug: str = ""

    @property
    def key(self) -> str:
        """What the page is recognised by."""
        return self.slug or hashlib.sha256(self.title.encode()).hexdigest()[:12]


def add_source(
    library: Library,
    title: str,
    *,
    host: str = "",
    topics: Sequence[str] = (),
    author: str = "starter",
    kind: SourceKind = SourceKind.NEWS,
    asks_first: bool = False,
    at: Millis,
) -> SourceId:
    """Add a source of an organisation of the same name; `author="user"` makes it the person's own."""
    host = host or f"{title.lower().replace(' ', '-')}.example"
    if author != "user":
        put_organisation(
            library, Organisation(uid=f"org/{host}", name=title, homepage=f"https://{host}/"), author=author
        )
    for position, topic in enumerate(topics):
        library.topics.define(topic, topic.replace("-", " ").capitalize(), position, author="starter")
    return library.sources.add(
        NewSource(
            url=f"https://{host}/feed.xml",
            title=title,
            uid="" if author == "user" else f"starter/{host}",
            author=author,
            organisation_uid=None if author == "user" else f"org/{host}",
            homepage=f"https://{host}/",
            language="en",
            kind=kind,
            topics=tuple(topics),
            asks_first=asks_first,
        ),
        at=at,
    )


def add_pages(library: Library, source_id: SourceId, pages: Sequence[APage], *, at: Millis) -> list[ItemId]:
    """Store pages as a sync does, put them into the search index, and return their ids in the order given."""
    new = tuple(_new_article(library, source_id, page, at) for page in pages)
    library.entries.store(source_id, EntryChanges(new=new, seen=tuple(page.key for page in pages)), at=at)
    while library.search.catch_up():
        pass
    return [_item_of(library, source_id, page) for page in pages]


def change_page(library: Library, source_id: SourceId, before: APage, after: APage, *, at: Millis) -> None:
    """Store that the publisher changed a page."""
    known = next(
        entry for entry in library.known_entries.find(source_id, [before.key], []) if entry.entry_key == before.key
    )
    article = _new_article(library, source_id, after, at)
    changed = ChangedArticle(
        known=known,
        entry_key=known.entry_key,
        link=article.link,
        link_key=article.link_key,
        raw_hash=article.raw_hash,
        updated_at=at,
        text=article.text,
        revise=True,
    )
    library.entries.store(source_id, EntryChanges(changed=(changed,), seen=(known.entry_key,)), at=at)
    while library.search.catch_up():
        pass


def set_state(
    library: Library,
    source_id: SourceId,
    state: SourceState,
    *,
    at: Millis,
    reason: str = "",
    reason_detail: str = "",
    good_at: Millis | None = None,
) -> None:
    """Write down how a source is doing, as a sync does."""
    library.source_states.put(
        StateAfterSync(
            source_id=source_id,
            validators=Validators(),
            body_hash=None,
            last_checked_at=at,
            last_good_at=good_at,
            newest_at=good_at,
            next_due_at=at,
            interval_s=3600,
            failures=0,
            state=state,
            reason=reason,
            reason_detail=reason_detail,
            feed_title=None,
            moved_to=None,
        )
    )


def fill_with_pages(library: Library, count: int, *, at: Millis, title: str = "Page") -> SourceId:
    """Add one source with so many short pages, the first the newest."""
    source_id = add_source(library, "Harbour Dementia Trust", topics=("dementia",), at=at)
    pages = [APage(title=f"{title} {number + 1}", days_ago=0.01 * (number + 1)) for number in range(count)]
    add_pages(library, source_id, pages, at=at)
    return source_id


def item_titled(library: Library, title: str) -> ItemId:
    """Return the id of the page with this title."""
    rows = library.articles.page(ArticleQuery(), limit=1_000).rows
    return next(row.id for row in rows if row.title == title)


def _item_of(library: Library, source_id: SourceId, page: APage) -> ItemId:
    return next(e.item_id for e in library.known_entries.find(source_id, [page.key], []) if e.entry_key == page.key)


def _new_article(library: Library, source_id: SourceId, page: APage, at: Millis) -> NewArticle:
    homepage = library.sources.get(source_id).homepage or "https://own.example/"
    link = f"{homepage}{page.key}"
    published = Millis(at - round(page.days_ago * DAY_MS))
    return NewArticle(
        entry_key=page.key,
        link=link,
        link_key=address_key(link),
        raw_hash=hashlib.sha256(f"{page.title}\0{page.html}".encode()).hexdigest(),
        published_at=published,
        updated_at=None,
        sort_at=published,
        text=_text_of(page, link),
    )


def _text_of(page: APage, base: str) -> EntryText:
    html = sanitise(page.html, base=base)
    text = to_text(html)
    return EntryText(
        title=page.title,
        html=html,
        text=text,
        summary=shorten(" ".join(text.split()), 300),
        author="",
        categories=(),
        words=len(text.split()),
    )
