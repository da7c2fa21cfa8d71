"""Conditions on the rows of a list, with their parameters; they stand on `article AS a LEFT JOIN mark AS m`.

Some of them are known by a table that holds just the items that fulfil them (a `Members`): where these are few, a list
begins with them instead of walking through everything.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, field

from caregiver_app.library.discreet import DISCREET_ITEMS


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """A condition known by a table: `ids` selects the items that fulfil it, or some more, `holds` asks the row `a`."""

    ids: str
    holds: str


@dataclass(slots=True)
class Conditions:
    """Everything that is asked of a row, with its parameters.

    `members` are asked besides `parts`; `few` are the queries of those of them that not many items fulfil.
    """

    parts: list[str] = field(default_factory=lambda: ["a.hidden = 0"])
    members: list[Members] = field(default_factory=list)
    few: list[str] = field(default_factory=list)
    values: dict[str, object] = field(default_factory=dict)

    @property
    def sql(self) -> str:
        """All conditions joined by AND."""
        return " AND ".join((*self.parts, *(member.holds for member in self.members)))

    def bind(self, value: object) -> str:
        """Keep a value; return its parameter."""
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def bind_all(self, values: Collection[object]) -> str:
        """Keep a list; return a query for its elements."""
        return f"SELECT value FROM json_each({self.bind(json.dumps(list(values)))})"


TELLS_NOTHING = f"a.item_id NOT IN ({DISCREET_ITEMS})"
"""Asked of a row: whether it may be told that this was read or not."""

NEW = Members(
    ids=f"SELECT item_id FROM new_item WHERE item_id NOT IN ({DISCREET_ITEMS})",
    holds=f"(EXISTS (SELECT 1 FROM new_item AS n WHERE n.item_id = a.item_id) AND {TELLS_NOTHING})",
)

UNREAD = f"(m.read_at IS NULL AND {TELLS_NOTHING})"
"""As `NEW`, where archived articles count too."""
