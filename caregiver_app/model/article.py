"""Articles as lists, the reader and the command line show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from caregiver_app.model.alert import AlertFacts
from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.offline import OfflineState
from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis

ItemId = NewType("ItemId", int)


class ItemKind(StrEnum):
    """What an item is."""

    ARTICLE = "article"
    LINK = "link"
    GUIDE = "guide"
    CHECKLIST = "checklist"
    COMMUNITY = "community"
    HELPLINE = "helpline"
    DATE = "date"


class Trust(StrEnum):
    """Why an item may be believed; computed in one place (`trust.judge`). A library without a judge trusts nothing."""

    TRUSTED_SOURCE = "trusted-source"
    WELL_KNOWN_SOURCE = "well-known-source"
    CHECKED = "checked"
    CHECK_DUE = "check-due"
    NOT_CHECKED = "not-checked"
    WITHDRAWN = "withdrawn"
    LEADS_ELSEWHERE = "leads-elsewhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """One row of a list. `snippet` has hits between U+E000 and U+E001 (private use, stripped from all input).

    A `discreet` one is of a topic whose reading leaves no sign: it counts as read before anybody opened it. `ours` is a
    text that the makers of the application wrote, as it came with it.
    """

    id: ItemId
    kind: ItemKind
    title: str
    url: str | None
    organisation: str
    source_id: SourceId
    source_title: str
    published_at: Millis | None
    sort_at: Millis
    trust: Trust
    snippet: str
    language: str
    words: int
    read: bool
    starred: bool
    archived: bool
    changed: bool
    discreet: bool = False
    changed_since_shared: bool = False
    ours: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """An earlier text of an item, oldest first; `n` counts from 1."""

    n: int
    seen_at: Millis
    title: str
    html: SafeHtml
    text: str
    kept: bool = False  # a person wants this one for good
    of_page: bool = False  # the whole page's text, not what the feed said


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A whole article. `sources` names every source that carries it, the first one first."""

    row: ArticleRow
    html: SafeHtml
    text: str
    author: str
    grade: float | None
    homepage: str
    sources: tuple[str, ...]
    revisions: tuple[Revision, ...]
    first_seen_at: Millis | None = None
    changed_at: Millis | None = None  # when its words last changed; None: they never did
    offline: OfflineState | None = None  # the copy of its page; None: none is wanted
    full_text: bool = False  # HTML and text are those of the whole page, not what the feed says
    alert: AlertFacts | None = None  # what it says of a danger
    good_until: date | None = None  # of a guide: the day by which its publisher looks at it again


class Compared(StrEnum):
    """Of which origin the two texts of a change are: a whole page says more than its feed, so the two tell nothing."""

    SHOWN = "shown"  # both as they were shown
    FEED = "feed"  # both as the feed says it; the whole page is shown in its place by now
    UNLIKE = "unlike"  # the whole page, and its feed's shorter text: no later text of the page is left


class MarkKind(StrEnum):
    """What a person may set on an item; sync never touches it."""

    READ = "read"
    STARRED = "starred"
    ARCHIVED = "archived"


class ArticleFilter(StrEnum):
    """The chips over the list."""

    ALL = "all"
    NEW = "new"
    SAVED = "saved"


class Sort(StrEnum):
    """In which order a list stands when no words are searched."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    DUE = "due"  # what is to be checked again, then the rest; the newest first in both


CollectionId = NewType("CollectionId", int)
SavedSearchId = NewType("SavedSearchId", int)

HIT_START = "\ue000"
HIT_END = "\ue001"
