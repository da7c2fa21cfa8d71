"""Which text of an article is shown, searched and measured: its feed's, or the whole page's where that says more.

The feed's own text always stays: as HTML in `article_html`, and its hash in `article.text_hash`, by which sync sees
changes. The page's stands in `offline_copy`. `item_text` and the measures in `article` follow what is shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.model.article import ItemId
from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database, Writer
from caregiver_app.support.plain_text import count_words, to_text

FULLER = 1.2
"""A page is shown when it has so many times the words of the feed: a line of boilerplate more is no fuller text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedText:
    """What the feed itself says of an article, whatever is shown."""

    text: str
    words: int


def is_fuller(page_words: int, feed_words: int) -> bool:
    """Return True where a page says enough more than its feed to be shown in its place."""
    return page_words > FULLER * feed_words


def feed_text(database: Database, item_id: ItemId) -> FeedText | None:
    """Return what the feed says, None when there is no such article."""
    row = database.one(
        "SELECT html FROM article_html WHERE item_id = :id",
        {"id": item_id},
    )
    if row is None:
        return None
    text = to_text(SafeHtml(row["html"]))
    return FeedText(text=text, words=count_words(text))


def page_outlasts(database: Database, item_id: ItemId, *, feed_words: int) -> bool:
    """Return True where the page's text is shown and says more than what the feed says now, so that it stays."""
    row = database.one("SELECT words FROM offline_copy WHERE item_id = :id AND shown = 1", {"id": item_id})
    return row is not None and is_fuller(row["words"], feed_words)


def want_page_anew(writer: Writer, item_id: ItemId, *, stays_shown: bool, at: Millis) -> None:
    """Have the page of an article whose feed says something else fetched again; nothing happens where none is kept."""
    writer.execute(
        """
        UPDATE offline_copy SET state = 'wanted', wanted_at = :at, tries = 0, next_try_at = :at, shown = :shown
        WHERE item_id = :id
        """,
        {"id": item_id, "at": at, "shown": int(stays_shown)},
    )


def show(writer: Writer, item_id: ItemId, *, text: str, words: int) -> None:
    """Let search, lists and the reader have this text; its HTML is in the copy."""
    values = {"id": item_id, "text": text, "words": words}
    writer.execute("UPDATE item_text SET text = :text WHERE item_id = :id", values)
    writer.execute("UPDATE article SET words = :words WHERE item_id = :id", values)


def show_feed(database: Database, writer: Writer, item_id: ItemId) -> None:
    """Let them have the feed's text again."""
    said = feed_text(database, item_id)
    if said is not None:
        show(writer, item_id, text=said.text, words=said.words)
