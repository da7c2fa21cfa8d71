"""A page ready to be shown: taken from the library in its own thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from caregiver_app.model.article import Article, ItemId
from caregiver_app.ui.library.reader.versions import LastSeen, last_seen

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPage:
    """An article as it is shown, and when the person last saved and read it; `own`: the person added its source."""

    article: Article
    html: str
    seen: LastSeen
    own: bool


def open_page(library: Library, item_id: ItemId, *, own: bool) -> OpenPage:
    """Return a page ready to be shown; runs in the library's thread.

    Raises:
        UnknownItem: it is not there any more.
    """
    from caregiver_app.ui.library.reader.page_html import page_html  # it brings the sanitiser's library along

    article = library.articles.get(item_id)
    html = page_html(article.row.title, article.html)
    return OpenPage(article=article, html=html, seen=last_seen(library, item_id), own=own)
