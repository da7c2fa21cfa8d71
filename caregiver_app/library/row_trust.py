"""The trust word of each row of a list, and which rows are vetted or due; all by the judge that was handed in.

A library that was opened without a judge trusts nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, tzinfo

from caregiver_app.library.article_conditions import Conditions, Members
from caregiver_app.library.batches import in_batches
from caregiver_app.library.trust_facts import Judge, OrganisationFacts
from caregiver_app.library.trust_reading import TrustFactsReader, hosts_above
from caregiver_app.model.article import ItemId, Trust
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.storage.engine import Database

_FUNCTION = "lies_on_site_of"
_BY_FEED = "comes_from_site"
_FEEDS = "SELECT id, url, organisation_id FROM source"
_AT_ONCE = 500


class RowTrust:
    """Trust for lists. One page of a list costs the same few queries whatever is on it."""

    def __init__(self, database: Database, judge: Judge | None, *, zone: tzinfo | None = None) -> None:
        self._reader = TrustFactsReader(database)
        self._judge = judge
        self._zone = zone
        self._spoken_of: Mapping[int, OrganisationFacts] = {}
        self._database = database
        self._feeds: dict[int, tuple[str, int]] = {}
        database.define(_FUNCTION, self._lies_on_site_of, arguments=2)
        database.define(_BY_FEED, self._comes_from_site, arguments=2)

    def words(self, ids: Collection[ItemId], *, now: Millis) -> Mapping[ItemId, Trust]:
        """Return the word of each of these items; those that are not named are not checked."""
        if self._judge is None or not ids:
            return {}
        return self._judge.trust(self._reader.of(ids), on=self._day(now))

    def vetted(self, conditions: Conditions, *, now: Millis) -> Members | None:
        """Return the condition that an article is vetted: checked itself, or on the own site of a vetted organisation.

        The condition is asked of the row `a`; its values are kept in `conditions`. None: nothing is vetted.
        """
        return self._with_word(conditions, now, itself=Trust.CHECKED, by_site=Trust.TRUSTED_SOURCE)

    def due(self, conditions: Conditions, *, now: Millis) -> Members | None:
        """Return the condition that an article is to be checked again, or whoever publishes it; else as `vetted`."""
        return self._with_word(conditions, now, itself=Trust.CHECK_DUE, by_site=Trust.CHECK_DUE)

    def _with_word(self, conditions: Conditions, now: Millis, *, itself: Trust, by_site: Trust) -> Members | None:
        """Return the condition that an article has a word itself, or what lies on its organisation's site has one."""
        if self._judge is None:
            return None
        day = self._day(now)
        spoken_of, self._spoken_of = self._reader.articles_with_statements(), self._reader.organisations_spoken_of()
        words = self._words_on(spoken_of, day)
        having = [item_id for item_id, word in words.items() if word is itself]
        sites = [n for n, facts in self._spoken_of.items() if self._judge.of_site(facts, on=day) is by_site]
        if not having and not sites:
            return None
        among = conditions.bind_all(having)
        organisations = conditions.bind_all(sorted(sites))
        feeds = conditions.bind_all(self._feeds_of(sites))
        others = conditions.bind_all(spoken_of)
        return Members(
            ids=f"""
                SELECT id AS item_id FROM item WHERE organisation_id IN ({organisations})
                UNION SELECT item_id FROM article WHERE source_id IN ({feeds}) UNION {among}
            """,
            holds=f"""(a.item_id IN ({among}) OR (a.item_id NOT IN ({others}) AND EXISTS (
                SELECT 1 FROM item AS vi WHERE vi.id = a.item_id AND (
                    (vi.organisation_id IN ({organisations}) AND {_FUNCTION}(vi.organisation_id, vi.url))
                    OR (+a.source_id IN ({feeds}) AND {_BY_FEED}(a.source_id, vi.url))
                )
            )))""",
        )

    def _feeds_of(self, organisations: Collection[int]) -> list[int]:
        """Return the sources on the own site of one of these that nobody else says are theirs; kept for `_BY_FEED`."""
        assert self._judge is not None
        self._feeds = {}
        near = {site.host: number for number in organisations for site in self._spoken_of[number].sites}
        for row in self._database.rows(_FEEDS) if near else ():
            for number in {near[host] for host in hosts_above(row["url"]) if host in near}:
                if row["organisation_id"] != number and self._judge.lies_on(row["url"], self._spoken_of[number].sites):
                    self._feeds[row["id"]] = (row["url"], number)
        return sorted(self._feeds)

    def _comes_from_site(self, source_id: int, url: str | None) -> bool:
        """Called by SQL for rows of these sources."""
        feed = self._feeds.get(source_id)
        if feed is None or url is None or self._judge is None:
            return False
        return self._judge.says_it_itself(feed[0], url, self._spoken_of[feed[1]].sites)

    def _words_on(self, ids: Iterable[ItemId], day: date) -> Mapping[ItemId, Trust]:
        assert self._judge is not None
        found: dict[ItemId, Trust] = {}
        for some in in_batches(list(ids), _AT_ONCE, breath_s=0):
            found |= self._judge.trust(self._reader.of(some), on=day)
        return found

    def _day(self, now: Millis) -> date:
        return to_datetime(now).astimezone(self._zone).date()

    def _lies_on_site_of(self, organisation_id: int, url: str | None) -> bool:
        """Called by SQL for rows of organisations that somebody spoke of."""
        facts = self._spoken_of.get(organisation_id)
        if facts is None or url is None or self._judge is None:
            return False
        return self._judge.lies_on(url, facts.sites)
