"""What sync remembers of a source, and in which order it asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from caregiver_app.library.source_states import FURTHEST_DUE_MS, LONGEST_PAUSE_MS
from caregiver_app.library.store import Library
from caregiver_app.model.source import Identity, NewSource, Pace, SourceKind, SourceState, Validators
from caregiver_app.model.time import Millis, from_datetime
from tests.helpers.clock import MONDAY
from tests.helpers.library import LATER, a_state, add_source

YEAR_2099 = from_datetime(datetime(2099, 1, 1, tzinfo=UTC))


def test_alerts_are_asked_first(library: Library) -> None:
    news = add_source(library)
    alerts = library.sources.add(NewSource(url="https://alerts.example/", kind=SourceKind.ALERTS), at=MONDAY)
    assert [feed.id for feed in library.source_states.for_sync(None)] == [alerts, news]


def test_all_that_are_on_are_asked_or_exactly_those_named(library: Library) -> None:
    on, off = add_source(library, "on"), add_source(library, "off")
    library.sources.set_enabled(off, False)
    assert [feed.id for feed in library.source_states.for_sync(None)] == [on]
    assert [feed.id for feed in library.source_states.for_sync([off])] == [off]
    assert library.source_states.for_sync([]) == ()


def test_a_source_that_is_gone_is_asked_only_by_name(library: Library) -> None:
    source_id = add_source(library)
    library.source_states.put(replace(a_state(source_id), state=SourceState.GONE))
    assert library.source_states.for_sync(None) == ()
    assert len(library.source_states.for_sync([source_id])) == 1


def test_what_a_server_said_comes_back_letter_by_letter(library: Library) -> None:
    source_id = add_source(library)
    said = Validators(etag='W/"a\\"b é"', last_modified="Tue, 04 Aug 2026 9:00 GMT")
    library.source_states.put(replace(a_state(source_id), validators=said, failures=3, moved_to="https://new.example/"))
    (feed,) = library.source_states.for_sync(None)
    assert (feed.validators, feed.body_hash, feed.failures) == (said, "hash", 3)
    assert (feed.moved_to, feed.last_good_at, feed.newest_at) == ("https://new.example/", MONDAY, MONDAY)


def test_all_that_a_sync_learnt_of_a_source_comes_back(library: Library) -> None:
    source_id = add_source(library)
    pace = Pace(window_s=30, rhythm_s=3, measured=((20, 2), (30, 3)))
    library.source_states.put(
        replace(
            a_state(source_id), pace=pace, identity=Identity.LINK, ttl_s=7, validators_at=LATER, moved_first_at=MONDAY
        )
    )
    (feed,) = library.source_states.for_sync(None)
    assert (feed.pace, feed.identity, feed.ttl_s) == (pace, Identity.LINK, 7)
    assert (feed.validators_at, feed.moved_first_at) == (LATER, MONDAY)
    assert library.sources.get(source_id).window_s == 30


def test_what_was_chosen_once_and_what_may_be_missing_stay_until_there_is_more_to_say(library: Library) -> None:
    source_id = add_source(library)
    library.source_states.put(replace(a_state(source_id), identity=Identity.GUID, gap_at=MONDAY))
    library.source_states.put(a_state(source_id))
    assert library.source_states.for_sync(None)[0].identity is Identity.GUID
    assert library.sources.get(source_id).gap_at == MONDAY
    library.source_states.put(replace(a_state(source_id), gap_at=LATER))
    assert library.sources.get(source_id).gap_at == LATER


def test_many_states_are_written_at_once(library: Library) -> None:
    first, second = add_source(library, "a"), add_source(library, "b")
    library.source_states.put(replace(a_state(first), failures=1), replace(a_state(second), failures=2))
    assert [feed.failures for feed in library.source_states.for_sync(None)] == [1, 2]
    library.source_states.put()
    assert [feed.failures for feed in library.source_states.for_sync(None)] == [1, 2]


def test_only_what_is_due_is_handed_out_when_asked_so(library: Library) -> None:
    due, later, never, far = (add_source(library, name) for name in ("due", "later", "never", "far"))
    times = {due: MONDAY, later: Millis(MONDAY + 1), far: Millis(MONDAY + FURTHEST_DUE_MS + 1)}
    library.source_states.put(*(replace(a_state(each), next_due_at=at) for each, at in times.items()))
    assert [feed.id for feed in library.source_states.for_sync(None, due_at=MONDAY)] == [due, never, far]
    assert len(library.source_states.for_sync(None)) == 4


def test_a_feeds_title_is_kept_when_a_later_state_brings_none(library: Library) -> None:
    source_id = library.sources.add(NewSource(url="https://a.example/"), at=MONDAY)
    library.source_states.put(replace(a_state(source_id), feed_title="The title"))
    library.source_states.put(a_state(source_id))
    assert library.sources.get(source_id).title == "The title"


def test_when_any_source_last_answered_well(library: Library) -> None:
    assert library.source_states.last_checked_at() is None
    library.source_states.put(a_state(add_source(library, "a")))
    library.source_states.put(replace(a_state(add_source(library, "b")), last_good_at=None))
    assert library.source_states.last_checked_at() == MONDAY


def test_a_host_rests_until_its_time_over_restarts_too(library: Library) -> None:
    library.source_states.pause("slow.example", LATER, now=MONDAY)
    assert library.source_states.pauses(now=MONDAY) == {"slow.example": LATER}
    assert library.source_states.pauses(now=LATER) == {}


def test_a_shorter_rest_does_not_cut_a_longer_one(library: Library) -> None:
    library.source_states.pause("slow.example", LATER, now=MONDAY)
    library.source_states.pause("slow.example", Millis(MONDAY + 1000), now=MONDAY)
    assert library.source_states.pauses(now=MONDAY) == {"slow.example": LATER}


def test_a_rest_counted_by_a_clock_that_was_years_ahead_does_not_last_for_years(library: Library) -> None:
    library.source_states.pause("slow.example", Millis(YEAR_2099 + 60_000), now=YEAR_2099)
    assert library.source_states.pauses(now=MONDAY) == {}
    library.source_states.pause("slow.example", LATER, now=MONDAY)
    assert library.source_states.pauses(now=MONDAY) == {"slow.example": LATER}


def test_the_longest_rest_that_is_granted_holds_to_its_end(library: Library) -> None:
    until = Millis(MONDAY + LONGEST_PAUSE_MS)
    library.source_states.pause("slow.example", until, now=MONDAY)
    assert library.source_states.pauses(now=MONDAY) == {"slow.example": until}
