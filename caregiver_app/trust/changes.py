"""Whether a page says something else than when somebody checked it.

Only hashes made by one rule are compared: a new way to find the text of a page makes no check due.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from caregiver_app.library.trust_facts import ItemFacts, Statement
from caregiver_app.model.trust import OF_LIBRARY


def has_changed(item: ItemFacts, statement: Statement) -> bool:
    """Return whether the words of an item are others than those that a statement is about.

    Where the check knew no hash of the page itself, what the link check took for granted at its first look counts.
    """
    then, now = _by_rule(statement.content_hashes), _by_rule(item.content_hashes)
    shared = then.keys() & now.keys()
    if any(then[rule].isdisjoint(now[rule]) for rule in shared):
        return True
    if item.changed_at is not None and item.changed_at > statement.checked_at:
        return True
    return item.baseline_changed and all(rule.startswith(OF_LIBRARY) for rule in shared)


def _by_rule(hashes: Iterable[str]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for each in hashes:
        rule, _, value = each.rpartition(":")
        if rule:
            found.setdefault(rule, set()).add(value)
    return found
