"""Turns what is asked of the list into conditions on its rows. All values travel as parameters."""

from __future__ import annotations

from collections.abc import Collection
from datetime import tzinfo

from caregiver_app.library.article_conditions import NEW, UNREAD, Conditions, Members
from caregiver_app.library.filter_names import FilterNames
from caregiver_app.library.left_out import not_found, piece_begins
from caregiver_app.library.row_trust import RowTrust
from caregiver_app.library.search_days import read_day
from caregiver_app.library.search_query import Filter, SearchQuery
from caregiver_app.library.search_words import SearchWords, match_any
from caregiver_app.model.article import ArticleFilter, ItemKind, Sort
from caregiver_app.model.search import ArticleQuery, FilterName, IsState
from caregiver_app.model.source import SourceKind
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database

FEW = 5_000
"""Up to so many items a list begins with the items and sorts them; beyond, it walks in order and leaves out."""

_ALWAYS_FEW = 100
_DENSE = 4
"""Where every fourth article is one of them, walking ends sooner than sorting."""

_NOTHING = "a.item_id < 0"
_NOT_MUTED = "NOT EXISTS (SELECT 1 FROM muted_item AS mu WHERE mu.item_id = a.item_id)"


_STARRED = Members(
    ids="SELECT item_id FROM mark WHERE starred_at IS NOT NULL", holds="coalesce(m.starred_at IS NOT NULL, 0)"
)
_ARCHIVED = Members(
    ids="SELECT item_id FROM mark WHERE archived_at IS NOT NULL", holds="coalesce(m.archived_at IS NOT NULL, 0)"
)
_READ = Members(ids="SELECT item_id FROM mark WHERE read_at IS NOT NULL", holds="coalesce(m.read_at IS NOT NULL, 0)")
_CHANGED = Members(
    ids="SELECT item_id FROM article WHERE changed_at IS NOT NULL",
    holds="coalesce(a.changed_at > coalesce(m.read_at, 0), 0)",
)


class ArticleFilters:
    """Knows the names that filters mention, the day it is, and where."""

    def __init__(self, database: Database, trust: RowTrust, *, zone: tzinfo | None = None) -> None:
        self._database = database
        self._trust = trust
        self._names = FilterNames(database)
        self._zone = zone

    def conditions(
        self, query: ArticleQuery, search: SearchQuery, *, now: Millis, due: bool | None = None
    ) -> Conditions:
        """Return what a list's chips, its pick and the typed filters ask for together; `due`: only such, or others."""
        reading = _Reading(self._names, self._trust, now, self._zone)
        conditions = reading.conditions
        shelved = query.collection is not None or any(map(_is_shelf, _plain(search)))
        put_aside = shelved or query.filter is ArticleFilter.SAVED or any(map(_is_of_starred, _plain(search)))
        if not query.muted and not put_aside:
            conditions.parts.append(_NOT_MUTED)
        reading.add_chip(query.filter, archived_too=shelved or any(map(_is_of_archived, _plain(search))))
        reading.add_pick(query)
        for group in search.filters:
            reading.add_group(group)
        if due is not None:
            reading.add_due(due)
        if search.unwanted and not search.wanted:  # beside wanted words the indexes themselves leave out
            self._leave_out(search, conditions)
        walked = NEW if query.sort is not Sort.TITLE and not search.wanted else None  # it has an order of its own
        members = [member for member in conditions.members if member != walked]
        conditions.few = [member.ids for member in members if self._is_small(member, conditions)]
        return conditions

    def _leave_out(self, search: SearchQuery, conditions: Conditions) -> None:
        unwanted = {
            "search_index": search.excluded,
            "search_words": match_any(search.unwanted, SearchWords(self._database).algorithms()),
        }
        begins = piece_begins(int(self._database.value("SELECT coalesce(max(item_id), 0) FROM article")))
        for index, match in unwanted.items():
            if match is not None:
                conditions.parts.append(not_found(index, conditions.bind(match), begins))

    def _is_small(self, member: Members, conditions: Conditions) -> bool:
        counted = f"SELECT count(*) FROM (SELECT 1 FROM ({member.ids}) LIMIT {FEW + 1})"
        size = int(self._database.value(counted, conditions.values))
        if size <= _ALWAYS_FEW or size > FEW:
            return size <= FEW
        return size * _DENSE < int(self._database.value("SELECT coalesce(max(item_id), 0) FROM article"))


class _Reading:
    """Builds the conditions of one query."""

    def __init__(self, names: FilterNames, trust: RowTrust, now: Millis, zone: tzinfo | None) -> None:
        self.conditions = Conditions()
        self._names = names
        self._trust = trust
        self._now = now
        self._zone = zone
        self._archived_too = True

    def add_chip(self, chip: ArticleFilter, *, archived_too: bool) -> None:
        self._archived_too = archived_too or chip is ArticleFilter.SAVED
        if chip is ArticleFilter.SAVED:
            self.conditions.members.append(_STARRED)
        elif chip is ArticleFilter.NEW and not archived_too:
            self.conditions.members.append(NEW)
        elif chip is ArticleFilter.NEW:
            self.conditions.parts.append(UNREAD)
        elif not archived_too:
            self.conditions.parts.append("m.archived_at IS NULL")

    def add_pick(self, query: ArticleQuery) -> None:
        if query.guides:  # no article is one
            self.conditions.parts.append(_NOTHING)
        if query.source_id is not None:
            self.conditions.members.append(self._of_sources(self.conditions.bind_all([query.source_id])))
        if query.topic is not None:
            self.conditions.members.append(self._of_topics([query.topic]))
        if query.collection is not None:
            self.conditions.members.append(self._of_collections([query.collection]))

    def add_group(self, group: Collection[Filter]) -> None:
        """Add one or other of some filters."""
        asked = [(typed, self._meaning(typed)) for typed in group]
        members = [meaning for typed, meaning in asked if isinstance(meaning, Members) and not typed.negated]
        if len(members) == len(asked) == 1:
            self.conditions.members += members
        elif len(members) == len(asked):
            ids = " UNION ".join(member.ids for member in members)
            self.conditions.members.append(
                Members(ids=ids, holds=f"({' OR '.join(member.holds for member in members)})")
            )
        else:
            self.conditions.parts.append(f"({' OR '.join(_sql(typed, meaning) for typed, meaning in asked)})")

    def add_due(self, due: bool) -> None:
        """Add that a page is to be checked again, or that it is not."""
        members = self._trust.due(self.conditions, now=self._now)
        if members is None:
            self.conditions.parts += [_NOTHING] if due else []
        elif due:
            self.conditions.members.append(members)
        else:
            self.conditions.parts.append(f"NOT coalesce({members.holds}, 0)")

    def _meaning(self, typed: Filter) -> Members | str:
        match typed.name:
            case FilterName.IS if typed.value.lower() == IsState.VETTED:
                return self._trust.vetted(self.conditions, now=self._now) or _NOTHING
            case FilterName.IS:
                return _meaning_of_state(typed.value.lower(), archived_too=self._archived_too)
            case FilterName.SOURCE:
                return self._of_sources(self.conditions.bind_all(self._names.sources(typed.value)))
            case FilterName.TOPIC:
                return self._of_topics(self._names.topics(typed.value))
            case FilterName.IN:
                return self._of_collections(self._names.collections(typed.value))
            case FilterName.ORG:
                return self._of_organisations(self._names.organisations(typed.value))
            case FilterName.KIND:
                return self._of_kind(typed.value.lower())
            case FilterName.LANG:
                return self._of_language(typed.value)
            case FilterName.AFTER | FilterName.BEFORE:
                return self._of_day(typed)

    def _of_sources(self, ids: str) -> Members:
        return Members(
            ids=f"SELECT item_id FROM article_entry WHERE source_id IN ({ids})",
            holds=f"""EXISTS (
                SELECT 1 FROM article_entry AS e WHERE e.item_id = a.item_id AND e.source_id IN ({ids})
            )""",
        )

    def _of_topics(self, topics: Collection[str]) -> Members:
        listed = self.conditions.bind_all(topics)
        return self._of_sources(f"SELECT source_id FROM source_topic WHERE topic_id IN ({listed})")

    def _of_collections(self, collections: Collection[int]) -> Members:
        among = f"collection_id IN ({self.conditions.bind_all(collections)})"
        return Members(
            ids=f"SELECT item_id FROM collection_item WHERE {among}",
            holds=f"EXISTS (SELECT 1 FROM collection_item AS ci WHERE ci.item_id = a.item_id AND ci.{among})",
        )

    def _of_organisations(self, organisations: Collection[int]) -> Members:
        among = f"organisation_id IN ({self.conditions.bind_all(organisations)})"
        return Members(
            ids=f"SELECT id AS item_id FROM item WHERE {among}",
            holds=f"EXISTS (SELECT 1 FROM item AS i WHERE i.id = a.item_id AND i.{among})",
        )

    def _of_kind(self, kind: str) -> Members | str:
        if kind in frozenset(SourceKind):
            among = f"source_id IN (SELECT id FROM source WHERE kind = {self.conditions.bind(kind)})"
            return Members(ids=f"SELECT item_id FROM article WHERE {among}", holds=f"+a.{among}")
        if kind in frozenset(ItemKind):
            wanted = self.conditions.bind(kind)
            return f"EXISTS (SELECT 1 FROM item AS i WHERE i.id = a.item_id AND i.kind = {wanted})"
        return _NOTHING

    def _of_language(self, value: str) -> str:
        begin = self.conditions.bind(value.replace("%", "").replace("_", "-") + "%")
        return f"EXISTS (SELECT 1 FROM item AS i WHERE i.id = a.item_id AND i.language LIKE {begin})"

    def _of_day(self, typed: Filter) -> str:
        day = read_day(typed.value, now=self._now, zone=self._zone)
        if day is None:
            return _NOTHING
        return f"a.sort_at {'<' if typed.name is FilterName.BEFORE else '>='} {self.conditions.bind(day)}"


def _meaning_of_state(value: str, *, archived_too: bool) -> Members | str:
    """Return what stands behind `is:`, save `vetted`, which hangs on the day."""
    match value:
        case IsState.UNREAD | IsState.NEW:
            return UNREAD if archived_too else NEW
        case IsState.READ:
            return _READ
        case IsState.STARRED:
            return _STARRED
        case IsState.ARCHIVED:
            return _ARCHIVED
        case IsState.CHANGED:
            return _CHANGED
        case _:
            return _NOTHING


def _sql(typed: Filter, meaning: Members | str) -> str:
    asked = meaning.holds if isinstance(meaning, Members) else meaning
    return f"NOT coalesce({asked}, 0)" if typed.negated else asked


def _plain(search: SearchQuery) -> list[Filter]:
    return [typed for group in search.filters for typed in group]


def _is_of_archived(typed: Filter) -> bool:
    return typed.name is FilterName.IS and typed.value.lower() == IsState.ARCHIVED


def _is_of_starred(typed: Filter) -> bool:
    return typed.name is FilterName.IS and typed.value.lower() == IsState.STARRED and not typed.negated


def _is_shelf(typed: Filter) -> bool:
    """Return whether a filter names a shelf of the person: there they see all of it, muted and archived too."""
    return typed.name is FilterName.IN and not typed.negated
