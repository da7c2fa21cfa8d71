"""Turns what is asked of the list into conditions on its rows. All values travel as parameters."""

from __future__ import annotations

from dataclasses import dataclass, field

from caregiver_app.library.search_query import Filter, SearchQuery, read_day
from caregiver_app.library.source_titles import SHOWN_TITLE
from caregiver_app.model.article import ArticleFilter
from caregiver_app.model.search import ArticleQuery

_NOTHING = "0"
_STARRED = "a.item_id IN (SELECT item_id FROM mark WHERE starred_at IS NOT NULL)"  # few: by their own index
_IS = {
    "unread": "m.read_at IS NULL",
    "read": "m.read_at IS NOT NULL",
    "starred": _STARRED,
    "archived": "m.archived_at IS NOT NULL",
    "changed": "a.changed_at > coalesce(m.read_at, 0)",
}
_LIKE = {
    "source": f"""a.item_id IN (
        SELECT e.item_id FROM article_entry AS e JOIN source AS s ON s.id = e.source_id
        LEFT JOIN source_choice AS c ON c.source_id = s.id LEFT JOIN source_state AS st ON st.source_id = s.id
        WHERE {SHOWN_TITLE} LIKE :{{0}} ESCAPE '\\'
        OR s.uid LIKE :{{0}} ESCAPE '\\')""",
    "topic": """a.item_id IN (
        SELECT e.item_id FROM article_entry AS e JOIN source_topic AS st ON st.source_id = e.source_id
        JOIN topic AS t ON t.id = st.topic_id
        WHERE t.id LIKE :{0} ESCAPE '\\' OR t.title LIKE :{0} ESCAPE '\\')""",
    "org": "i.organisation_id IN (SELECT id FROM organisation WHERE name LIKE :{0} ESCAPE '\\')",
}


@dataclass(slots=True)
class Conditions:
    """SQL conditions on `item AS i JOIN article AS a LEFT JOIN mark AS m`, with their parameters."""

    parts: list[str] = field(default_factory=lambda: ["a.hidden = 0"])
    values: dict[str, object] = field(default_factory=dict)

    @property
    def sql(self) -> str:
        """All conditions joined by AND."""
        return " AND ".join(self.parts)

    def bind(self, value: object) -> str:
        """Keep a value; return the name of its parameter."""
        name = f"v{len(self.values)}"
        self.values[name] = value
        return name


def conditions_for(query: ArticleQuery, search: SearchQuery) -> Conditions:
    """Return the conditions that a list's chips, its source and topic, and the typed filters make together."""
    conditions = Conditions()
    _add_chip(conditions, query.filter, search)
    if query.source_id is not None:
        name = conditions.bind(query.source_id)
        conditions.parts.append(f"a.item_id IN (SELECT item_id FROM article_entry WHERE source_id = :{name})")
    if query.topic is not None:
        name = conditions.bind(query.topic)
        conditions.parts.append(
            "a.item_id IN (SELECT e.item_id FROM article_entry AS e JOIN source_topic AS t "
            f"ON t.source_id = e.source_id WHERE t.topic_id = :{name})"
        )
    if search.excluded is not None:
        name = conditions.bind(search.excluded)
        conditions.parts.append(f"a.item_id NOT IN (SELECT rowid FROM search_index WHERE search_index MATCH :{name})")
    for typed in search.filters:
        _add_typed(conditions, typed)
    return conditions


def _add_chip(conditions: Conditions, chip: ArticleFilter, search: SearchQuery) -> None:
    if chip is ArticleFilter.SAVED:
        conditions.parts.append(_STARRED)
        return
    if not any(typed.name == "is" and typed.value == "archived" for typed in search.filters):
        conditions.parts.append("m.archived_at IS NULL")
    if chip is ArticleFilter.NEW:
        conditions.parts.append("m.read_at IS NULL")


def _add_typed(conditions: Conditions, typed: Filter) -> None:
    part = _typed_condition(conditions, typed)
    conditions.parts.append(f"NOT coalesce({part}, 0)" if typed.negated else part)


def _typed_condition(conditions: Conditions, typed: Filter) -> str:
    value = typed.value.strip()
    if typed.name == "is":
        return _IS.get(value.lower(), _NOTHING)
    if typed.name in _LIKE:
        escaped = value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        return _LIKE[typed.name].format(conditions.bind(f"%{escaped}%"))
    if typed.name == "lang":
        return f"i.language LIKE :{conditions.bind(value.replace('%', '').replace('_', '') + '%')}"
    if typed.name == "kind":
        name = conditions.bind(value.lower())
        return f"(i.kind = :{name} OR a.source_id IN (SELECT id FROM source WHERE kind = :{name}))"
    day = read_day(value)
    if day is None:
        return _NOTHING
    return f"a.sort_at {'<' if typed.name == 'before' else '>='} :{conditions.bind(day)}"
