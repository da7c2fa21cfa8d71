"""What a person arranges for finding again: collections, saved searches, and words that keep articles out of lists."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.model.article import CollectionId, ItemId, SavedSearchId
from caregiver_app.model.time import Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """A shelf made by hand; `items` counts what stands on it and can be seen."""

    id: CollectionId
    name: str
    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedCollection:
    """What is needed to put a removed collection back: with its place, and each item with when it was added."""

    id: CollectionId
    uid: str
    name: str
    position: int
    items: tuple[tuple[ItemId, Millis], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A search that is asked anew each time; `query` in the search syntax."""

    id: SavedSearchId
    name: str
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedSearch:
    """What is needed to put a removed saved search back."""

    id: SavedSearchId
    uid: str
    name: str
    query: str
    position: int
    created_at: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class MuteWord:
    """A word or phrase that keeps articles with it in the title out of lists; `items` counts those."""

    word: str
    items: int
