"""What a person asks of the library."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.model.article import ArticleFilter, CollectionId, Sort
from caregiver_app.model.source import SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleQuery:
    """Which rows a list shows: `text` in the search syntax (empty: no search), narrowed by what is set."""

    text: str = ""
    filter: ArticleFilter = ArticleFilter.ALL
    source_id: SourceId | None = None
    topic: str | None = None
    ranked: bool = True  # False: newest first, for answers while somebody types
    begun: bool = False  # True: the last word is still being typed, so it stands for all that begin like it
    collection: CollectionId | None = None
    sort: Sort = Sort.NEWEST  # where words are searched and `ranked`, the best come first instead
    muted: bool = False  # True: also what a mute word keeps out of lists
