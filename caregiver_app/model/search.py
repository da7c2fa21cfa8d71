"""What a person asks of the library."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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
    guides: bool = False  # True: guides and checklists of packs, and nothing else
    with_guides: bool = (
        False  # True: these too, at the beginning; `kind:guide` and `kind:checklist` ask for them as well
    )
    with_links: bool = False  # True: at the end, pages of the web whose text is not here; `kind:link` asks for them too
    language: str = ""  # of guides that are translations of each other the one in this (ISO 639-1); "": all


class FilterName(StrEnum):
    """What may stand before a colon in the search syntax; docs/formats/command-line.md tells people."""

    SOURCE = "source"
    TOPIC = "topic"
    ORG = "org"
    LANG = "lang"
    KIND = "kind"
    IS = "is"
    IN = "in"
    AFTER = "after"
    BEFORE = "before"


class IsState(StrEnum):
    """What may stand behind `is:`."""

    UNREAD = "unread"
    NEW = "new"  # as the list's own word for unread
    READ = "read"
    STARRED = "starred"
    ARCHIVED = "archived"
    CHANGED = "changed"
    VETTED = "vetted"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchTip:
    """A way to search: its name, and an example in English that may be pressed. Words stay words in any language."""

    way: SearchWay
    example: str


class SearchWay(StrEnum):
    """What a tip shows."""

    WORDS = "words"
    PHRASE = "phrase"
    WITHOUT = "without"
    BEGIN = "begin"
    EITHER = "either"
    STATE = "state"
    SOURCE = "source"
    TOPIC = "topic"
    COLLECTION = "collection"
    LANGUAGE = "language"
    SINCE_DAY = "since-day"
    LAST_DAYS = "last-days"


SEARCH_TIPS = (
    SearchTip(way=SearchWay.WORDS, example="sleep evening"),
    SearchTip(way=SearchWay.PHRASE, example='"day centre"'),
    SearchTip(way=SearchWay.WITHOUT, example="pain -back"),
    SearchTip(way=SearchWay.BEGIN, example="swallow*"),
    SearchTip(way=SearchWay.EITHER, example="wheelchair OR walker"),
    SearchTip(way=SearchWay.STATE, example="is:unread"),
    SearchTip(way=SearchWay.SOURCE, example='source:"harbour trust"'),
    SearchTip(way=SearchWay.TOPIC, example="topic:dementia"),
    SearchTip(way=SearchWay.COLLECTION, example='in:"for the nurse"'),
    SearchTip(way=SearchWay.LANGUAGE, example="lang:es"),
    SearchTip(way=SearchWay.SINCE_DAY, example="after:2026-01-01"),
    SearchTip(way=SearchWay.LAST_DAYS, example="after:7d"),
)
"""All ways, the plainest first."""
