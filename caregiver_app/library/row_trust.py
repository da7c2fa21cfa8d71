"""The trust word of each row of a list, and which rows are vetted; both by the judge that was handed in.

A library that was opened without a judge trusts nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, tzinfo

from caregiver_app.library.article_conditions import Conditions, Members
from caregiver_app.library.batches import in_batches
from caregiver_app.library.trust_facts import Judge, OrganisationFacts, TrustFactsReader
from caregiver_app.model.article import ItemId, Trust
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.storage.engine import Database

_FUNCTION = "lies_on_vetted_site"
_AT_ONCE = 500


class RowTrust:
    """Trust for lists. One page of a list costs the same few queries whatever is on it."""

    def __init__(self, database: Database, judge: Judge | None, *, zone: tzinfo | None = None) -> None:
        self._reader = TrustFactsReader(database)
        self._judge = judge
        self._zone = zone
        self._vetted: Mapping[int, OrganisationFacts] = {}
        database.define(_FUNCTION, self._lies_on_vetted_site, arguments=2)

    def words(self, ids: Collection[ItemId], *, now: Millis) -> Mapping[ItemId, Trust]:
        """Return the word of each of these items; those that are not named are not checked."""
        if self._judge is None or not ids:
            return {}
        return self._judge.trust(self._reader.of(ids), on=self._day(now))

    def vetted(self, conditions: Conditions, *, now: Millis) -> Members | None:
        """Return the condition that an article is vetted: checked itself, or on the own site of a vetted organisation.

        The condition is asked of the row `a`; its values are kept in `conditions`. None: nothing is vetted.
        """
        if self._judge is None:
            return None
        day = self._day(now)
        spoken_of = self._reader.articles_with_statements()
        checked = self._checked(spoken_of, day)
        organisations = self._reader.organisations_spoken_of()
        self._vetted = {n: facts for n, facts in organisations.items() if self._judge.is_vetted(facts, on=day)}
        if not checked and not self._vetted:
            return None
        among = conditions.bind_all(checked)
        of_vetted = conditions.bind_all(sorted(self._vetted))
        others = conditions.bind_all(spoken_of)
        return Members(
            ids=f"SELECT id AS item_id FROM item WHERE organisation_id IN ({of_vetted}) UNION {among}",
            holds=f"""(a.item_id IN ({among}) OR (a.item_id NOT IN ({others}) AND EXISTS (
                SELECT 1 FROM item AS vi WHERE vi.id = a.item_id AND vi.organisation_id IN ({of_vetted})
                AND {_FUNCTION}(vi.organisation_id, vi.url)
            )))""",
        )

    def _checked(self, ids: Iterable[ItemId], day: date) -> list[ItemId]:
        """Return those of these items that count as checked on a day."""
        assert self._judge is not None
        found: list[ItemId] = []
        for some in in_batches(list(ids), _AT_ONCE, breath_s=0):
            words = self._judge.trust(self._reader.of(some), on=day)
            found += [item_id for item_id, word in words.items() if word is Trust.CHECKED]
        return found

    def _day(self, now: Millis) -> date:
        return to_datetime(now).astimezone(self._zone).date()

    def _lies_on_vetted_site(self, organisation_id: int, url: str | None) -> bool:
        """Called by SQL for rows of organisations that are vetted by now."""
        facts = self._vetted.get(organisation_id)
        if facts is None or url is None or self._judge is None:
            return False
        return self._judge.lies_on(url, facts.sites)
