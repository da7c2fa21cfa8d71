"""Redirects: followed each time, believed late, undone for good; a captive portal rewrites nothing."""

from __future__ import annotations

import pytest

from caregiver_app.model.errors import UnknownSource
from caregiver_app.model.source import NewSource, SourceId, SourceState
from caregiver_app.model.sync import SyncState
from caregiver_app.model.time import Millis
from tests.helpers.feed_documents import pages, rss
from tests.helpers.http_server import Answer, conditional
from tests.helpers.syncing import Stage

BODY = rss(*pages(3))
DAY_S = 24 * 3600


def redirect(status: int = 301, to: str = "/new") -> Answer:
    """Return an answer that leads elsewhere."""
    return Answer(status=status, headers={"Location": to})


def a_known_source(stage: Stage) -> SourceId:
    """Add a source that was fetched at its old address, and let its publisher move now."""
    source = stage.add("/old", conditional(BODY))
    stage.sync()
    stage.clock.advance(3600)
    stage.server.answer("/old", redirect())
    stage.server.answer("/new", conditional(BODY, etag='"new"'))
    return source


def path_of(stage: Stage, source: SourceId) -> str:
    """Return the path that a source is asked at."""
    return stage.source(source).url.removeprefix(stage.server.url(""))


def sync_daily(stage: Stage, days: int) -> None:
    """Sync once a day, each time as a program that was just started."""
    for _ in range(days):
        stage.sync()
        stage.restart()
        stage.clock.advance(DAY_S)


@pytest.mark.parametrize("status", [301, 308])
def test_a_permanent_redirect_is_saved_after_it_was_seen_on_two_days(stage: Stage, status: int) -> None:
    source = a_known_source(stage)
    stage.server.answer("/old", redirect(status))
    stage.sync()
    stage.clock.advance(DAY_S - 1)
    stage.restart()
    stage.sync()
    assert (path_of(stage, source), stage.source(source).state) == ("/old", SourceState.MOVED)
    stage.clock.advance(1)
    stage.sync()
    assert (path_of(stage, source), stage.source(source).state) == ("/new", SourceState.FINE)
    asked = len(stage.server.seen("/old"))
    assert stage.sync().count(SyncState.UNCHANGED) == 1
    assert len(stage.server.seen("/old")) == asked
    assert len(stage.rows()) == 3


def test_a_saved_move_can_be_seen_with_both_addresses(stage: Stage) -> None:
    source = a_known_source(stage)
    sync_daily(stage, 2)
    (move,) = stage.library.source_moves.list()
    assert (move.source_id, move.title) == (source, "Night news")
    assert (move.from_url, move.to_url) == (stage.server.url("/old"), stage.server.url("/new"))
    assert move.at == stage.clock.now() - DAY_S * 1000
    assert stage.library.source_moves.list(undone=True) == ()


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_redirect_for_now_is_followed_and_never_kept(stage: Stage, status: int) -> None:
    source = a_known_source(stage)
    stage.server.answer("/old", redirect(status))
    sync_daily(stage, 5)
    assert (path_of(stage, source), stage.source(source).state) == ("/old", SourceState.FINE)
    assert len(stage.server.seen("/new")) == 5


def test_a_redirect_that_is_permanent_only_in_part_is_not_kept(stage: Stage) -> None:
    source = a_known_source(stage)
    stage.server.answer("/old", redirect(301, "/half"))
    stage.server.answer("/half", redirect(302, "/new"))
    sync_daily(stage, 4)
    assert path_of(stage, source) == "/old"


PORTALS = {
    "a-page-to-sign-in": b"<!doctype html><html><body>Sign in</body></html>",
    "a-feed-of-its-own": rss(*pages(5, first=50, host="portal.example")),
    "a-feed-without-entries": rss(),
}


@pytest.mark.parametrize("portal", PORTALS.values(), ids=PORTALS)
def test_a_captive_portal_rewrites_nothing_however_long_it_stands(stage: Stage, portal: bytes) -> None:
    source = a_known_source(stage)
    stage.server.answer("/new", conditional(portal, etag='"portal"'))
    sync_daily(stage, 4)
    assert path_of(stage, source) == "/old"
    assert stage.library.source_moves.list() == ()
    stage.server.answer("/old", conditional(BODY))
    stage.sync()
    assert stage.source(source).state is SourceState.FINE
    assert {"Page 0", "Page 1", "Page 2"} <= set(stage.titles())


def test_a_source_that_was_never_seen_at_its_old_address_moves_with_the_entries_it_came_with(stage: Stage) -> None:
    source = stage.add("/old", redirect())
    stage.server.answer("/new", conditional(BODY))
    sync_daily(stage, 1)
    assert path_of(stage, source) == "/old"
    sync_daily(stage, 1)
    assert path_of(stage, source) == "/new"


def test_a_move_with_new_entries_beside_a_known_one_is_believed(stage: Stage) -> None:
    source = a_known_source(stage)
    stage.server.answer("/new", [Answer(body=rss(*pages(3, first=2))), Answer(body=rss(*pages(3, first=4)))])
    sync_daily(stage, 2)
    assert path_of(stage, source) == "/new"
    assert len(stage.rows()) == 7


def test_where_the_thread_once_tore_the_redirect_is_only_followed_until_it_leads_elsewhere(stage: Stage) -> None:
    source = a_known_source(stage)
    stage.server.answer("/new", [Answer(body=rss(*pages(3, first=9))), Answer(body=rss(*pages(3, first=10)))])
    sync_daily(stage, 4)
    assert path_of(stage, source) == "/old"
    stage.server.answer("/elsewhere", conditional(rss(*pages(3, first=11))))
    stage.server.answer("/old", redirect(301, "/elsewhere"))
    sync_daily(stage, 2)
    assert path_of(stage, source) == "/elsewhere"


def test_a_document_without_entries_does_not_ripen_a_move(stage: Stage) -> None:
    source = a_known_source(stage)
    stage.server.answer("/new", [Answer(body=BODY), Answer(body=rss()), Answer(body=BODY)])
    sync_daily(stage, 2)
    assert path_of(stage, source) == "/old"
    sync_daily(stage, 1)
    assert path_of(stage, source) == "/new"


def test_another_target_begins_the_count_anew(stage: Stage) -> None:
    source = a_known_source(stage)
    stage.sync()
    stage.clock.advance(DAY_S)
    stage.server.answer("/old", redirect(301, "/elsewhere"))
    stage.server.answer("/elsewhere", conditional(BODY))
    stage.sync()
    assert path_of(stage, source) == "/old"
    stage.clock.advance(DAY_S)
    stage.sync()
    assert path_of(stage, source) == "/elsewhere"


def test_a_day_without_the_redirect_begins_the_count_anew(stage: Stage) -> None:
    source = a_known_source(stage)
    stage.server.answer("/old", [redirect(), conditional_body(), redirect(), redirect()])
    sync_daily(stage, 3)
    assert path_of(stage, source) == "/old"
    stage.sync()
    assert path_of(stage, source) == "/new"


def test_failures_in_between_neither_help_nor_harm(stage: Stage) -> None:
    source = a_known_source(stage)
    stage.server.answer("/old", [redirect(), Answer(status=500), redirect()])
    sync_daily(stage, 3)
    assert path_of(stage, source) == "/new"


def test_a_clock_set_back_does_not_count_as_a_day(stage: Stage) -> None:
    source = a_known_source(stage)
    stage.clock.advance(30 * DAY_S)
    stage.sync()
    stage.clock.jump(Millis(stage.clock.now() - 29 * DAY_S * 1000))
    stage.sync()
    assert path_of(stage, source) == "/old"


def test_undoing_puts_the_old_address_back_and_it_is_not_moved_again(stage: Stage) -> None:
    source = a_known_source(stage)
    sync_daily(stage, 2)
    stage.library.source_moves.undo(source, at=stage.clock.now())
    assert path_of(stage, source) == "/old"
    sync_daily(stage, 4)
    assert path_of(stage, source) == "/old"
    assert stage.library.source_moves.list() == ()
    assert [move.to_url for move in stage.library.source_moves.list(undone=True)] == [stage.server.url("/new")]
    assert len(stage.rows()) == 3


def test_an_undone_move_does_not_keep_the_publisher_from_moving_elsewhere(stage: Stage) -> None:
    source = a_known_source(stage)
    sync_daily(stage, 2)
    stage.library.source_moves.undo(source, at=stage.clock.now())
    stage.server.answer("/old", redirect(301, "/third"))
    stage.server.answer("/third", conditional(BODY))
    sync_daily(stage, 2)
    assert path_of(stage, source) == "/third"


def test_undoing_what_never_moved_is_told(stage: Stage) -> None:
    source = a_known_source(stage)
    with pytest.raises(UnknownSource):
        stage.library.source_moves.undo(source, at=stage.clock.now())


def test_undoing_asks_for_the_whole_document_again(stage: Stage) -> None:
    source = a_known_source(stage)
    sync_daily(stage, 2)
    stage.library.source_moves.undo(source, at=stage.clock.now())
    stage.sync()
    assert stage.server.seen("/old")[-1].header("If-None-Match") is None
    assert stage.sync(due_only=True).results == ()
    assert stage.source(source).allow_private


def test_a_move_onto_another_source_keeps_both_and_says_so(stage: Stage) -> None:
    source = a_known_source(stage)
    other = stage.add("/new", conditional(BODY, etag='"new"'))
    stage.library.sources.set_title(other, "The other one")
    sync_daily(stage, 3)
    assert (path_of(stage, source), path_of(stage, other)) == ("/old", "/new")
    told = stage.source(source)
    assert (told.state, told.reason, told.reason_detail) == (SourceState.MOVED, "address-taken", "The other one")
    assert stage.source(other).state is SourceState.FINE
    assert len(stage.rows()) == 3


def test_a_move_onto_a_source_that_was_removed_is_only_followed(stage: Stage) -> None:
    source = a_known_source(stage)
    stage.library.sources.remove(stage.add("/new", conditional(BODY, etag='"new"')), at=stage.clock.now())
    sync_daily(stage, 3)
    told = stage.source(source)
    assert (path_of(stage, source), told.state, told.reason) == ("/old", SourceState.MOVED, "")


def test_a_permission_for_a_private_place_ends_where_the_place_does(stage: Stage) -> None:
    """Scheme, host and port are what a person allowed; within them a move keeps the permission."""
    source = a_known_source(stage)
    sync_daily(stage, 2)
    assert stage.source(source).allow_private
    kept = stage.library.source_moves.make(source, "https://public.example/", keeps_permission=False, at=Millis(0))
    assert kept.made
    assert not stage.source(source).allow_private
    stage.library.source_moves.undo(source, at=stage.clock.now())
    assert stage.source(source).allow_private


def test_who_still_names_the_old_address_brings_no_second_source(stage: Stage) -> None:
    source = a_known_source(stage)
    sync_daily(stage, 2)
    again = stage.library.sources.add(NewSource(url=stage.server.url("/old")), at=stage.clock.now())
    assert again == source
    assert path_of(stage, source) == "/new"


def test_starter_content_does_not_move_a_source_back(stage: Stage) -> None:
    new = NewSource(url=stage.server.url("/old"), uid="starter/night", author="starter")
    source = stage.library.sources.add(new, at=stage.clock.now())
    stage.library.source_moves.make(source, "https://new.example/feed", keeps_permission=False, at=stage.clock.now())
    stage.library.sources.add(new, at=stage.clock.now())
    assert stage.source(source).url == "https://new.example/feed"


def test_loops_and_long_ways_are_named_and_slow_down(stage: Stage) -> None:
    loop = stage.add("/loop", redirect(301, "/loop"))
    far = stage.add("/0", redirect(301, "/1"))
    for hop in range(1, 7):
        stage.server.answer(f"/{hop}", redirect(301, f"/{hop + 1}"))
    stage.server.answer("/7", Answer(body=BODY))
    stage.sync()
    for source in (loop, far):
        told = stage.source(source)
        assert (told.reason, told.state) == ("too-many-redirects", SourceState.ATTENTION)


def conditional_body() -> Answer:
    """Return the document as the old address gave it."""
    return Answer(body=BODY, headers={"ETag": '"v1"'})
