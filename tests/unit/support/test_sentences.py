"""Every fact has words: what happened, what it means, what to do; plain, short and kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, replace

import pytest

from caregiver_app.model.errors import (
    AddressRefused,
    AddressTrouble,
    BackupError,
    BackupTrouble,
    Cancelled,
    CaregiverError,
    FeedError,
    FeedTrouble,
    InstanceRunning,
    LibraryError,
    OpmlError,
    StorageError,
    StorageTrouble,
    UnknownItem,
    UnknownSource,
    WebError,
    WebTrouble,
)
from caregiver_app.model.source import Source, SourceFormat, SourceId, SourceKind, SourceState
from caregiver_app.model.sync import SourceResult, SyncReport, SyncState
from caregiver_app.support.reading import grade
from caregiver_app.support.sentences import (
    Audience,
    Sentence,
    kind_of,
    notes_on_source,
    result_word,
    sentence_for,
    sentence_for_reason,
    sentence_for_report,
    sentence_for_result,
    sentence_for_source,
    state_word,
)
from tests.helpers.clock import MONDAY

DAY_S = 24 * 3600
STATUSES = (301, 400, 401, 403, 404, 405, 418, 451, 500, 502, 503)
REASONS = [*WebTrouble, *FeedTrouble, *AddressTrouble, "something-new", ""]


def every_error() -> Iterator[CaregiverError]:
    yield from (StorageError(kind, "library.db", "") for kind in StorageTrouble)
    yield from (WebError(kind, "www.example.org") for kind in WebTrouble)
    yield from (WebError(WebTrouble.STATUS, "www.example.org", status) for status in STATUSES)
    yield from (FeedError(kind) for kind in FeedTrouble)
    yield from (OpmlError(kind) for kind in FeedTrouble)
    yield from (AddressRefused(kind) for kind in AddressTrouble)
    yield from (BackupError(kind) for kind in BackupTrouble)
    yield from (UnknownSource("7"), UnknownItem("7"), LibraryError("snapshot"), LibraryError("thing"))
    yield from (InstanceRunning("sync, process 1"), Cancelled(), CaregiverError())


ERRORS = tuple(every_error())


def source(state: SourceState, reason: str = "", detail: str = "", entries: int = 3) -> Source:
    return Source(
        id=SourceId(7),
        uid="user/7",
        url="https://www.example.org/feed",
        title="Night news",
        organisation_id=None,
        organisation="",
        kind=SourceKind.NEWS,
        format=SourceFormat.FEED,
        language="en",
        country="",
        homepage="",
        topics=(),
        enabled=state is not SourceState.OFF,
        asks_first=False,
        allow_private=False,
        state=state,
        reason=reason,
        reason_detail=detail,
        last_checked_at=None,
        last_good_at=None,
        next_due_at=None,
        entries=entries,
    )


def every_source() -> Iterator[Source]:
    yield from (source(state) for state in SourceState)
    yield replace(source(SourceState.QUIET), newest_at=MONDAY)
    yield source(SourceState.MOVED, "address-taken", "Day news")
    for state in (SourceState.FAILING, SourceState.ATTENTION):
        yield from (source(state, str(reason)) for reason in REASONS)
        yield from (source(state, "status", str(status)) for status in STATUSES)
        yield source(state, "timeout", entries=0)


def result(state: SyncState, error: str | None = None, *, new: int = 0, changed: int = 0) -> SourceResult:
    return SourceResult(
        source_id=SourceId(7),
        title="Night news",
        url="https://www.example.org/feed",
        state=state,
        new=new,
        changed=changed,
        error=error,
    )


def report(*results: SourceResult, cancelled: bool = False) -> SyncReport:
    return SyncReport(results=results, seconds=1.0, cancelled=cancelled)


REPORTS = (
    report(),
    report(result(SyncState.OK, new=1, changed=2)),
    report(result(SyncState.OK, new=34), result(SyncState.FAILED, "dns"), result(SyncState.GONE, "gone")),
    report(result(SyncState.OK, new=1), result(SyncState.OFFLINE, "offline")),
    report(result(SyncState.OFFLINE, "offline")),
    report(result(SyncState.OFFLINE, "stay-offline"), result(SyncState.PAUSED, "paused")),
    report(result(SyncState.UNCHANGED), cancelled=True),
)


def every_sentence() -> Iterator[Sentence]:
    for audience in Audience:
        yield from (sentence_for(error, audience) for error in ERRORS)
        yield from (sentence_for_source(each, audience) for each in every_source())
        yield from (sentence_for_report(each, audience) for each in REPORTS)
        yield from (sentence_for_reason(str(reason), "", audience) for reason in REASONS)
    for window_s in (1, DAY_S, 9 * DAY_S, 100 * DAY_S):
        noted = replace(source(SourceState.FINE), window_s=window_s, gap_at=MONDAY, churning=True)
        yield from notes_on_source(noted)


def parts_of(sentence: Sentence) -> Iterator[str]:
    yield from re.split(r"(?<=[.:]) ", sentence.text)


ALL = sorted({part for sentence in every_sentence() for part in parts_of(sentence)})


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: f"{kind_of(error)}-{getattr(error, 'status', '')}")
def test_every_error_says_what_happened_and_what_it_means_or_what_to_do(
    error: CaregiverError, audience: Audience
) -> None:
    sentence = sentence_for(error, audience)
    assert sentence.happened.endswith(".")
    assert sentence.means or sentence.to_do
    assert "{" not in sentence.text


@pytest.mark.parametrize("state", SourceState)
def test_every_state_of_a_source_has_a_word_and_a_sentence(state: SourceState) -> None:
    assert state_word(state)
    assert sentence_for_source(source(state, "dns")).happened


@pytest.mark.parametrize("state", SyncState)
def test_every_result_of_a_sync_has_a_word(state: SyncState) -> None:
    assert result_word(state)


@pytest.mark.parametrize("part", ALL)
def test_every_sentence_is_short_and_easy(part: str) -> None:
    """At most 18 words; all sentences together are read at school grade 8 or below."""
    assert len(part.split()) <= 18
    assert not re.search(r"!|\b(please|oops|sorry|error|invalid|URL)\b", part, re.IGNORECASE)


def test_all_sentences_together_are_read_at_school_grade_8_or_below() -> None:
    level = grade(" ".join(ALL), "en")
    assert level is not None
    assert level <= 8


NOT_SAID = re.compile(r"\b(sync|articles?|entry|entries|fetch)\b|caregiver [a-z]|--|(?<!RSS or )\bfeeds?\b")


def test_the_window_says_page_source_and_get_updates_and_names_no_commands() -> None:
    for error in ERRORS:
        text = sentence_for(error, Audience.WINDOW).text
        assert not NOT_SAID.search(text), text
    for each in every_source():
        text = sentence_for_source(each, Audience.WINDOW).text
        assert not NOT_SAID.search(text), text


def test_the_words_for_json_are_all_different_and_plain() -> None:
    kinds = [kind_of(error) for error in ERRORS if not isinstance(error, WebError) or error.status is None]
    assert len(set(kinds)) == len(kinds)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", kind) for kind in kinds)


def test_a_failing_source_is_said_to_be_asked_again_and_one_that_needs_a_person_says_what_to_do() -> None:
    failing = sentence_for_source(source(SourceState.FAILING, "timeout"))
    assert "by itself" in failing.to_do
    needing = sentence_for_source(source(SourceState.ATTENTION, "html"))
    assert "RSS" in needing.to_do


def test_a_source_that_never_brought_anything_is_not_said_to_have_kept_anything() -> None:
    assert "nothing yet" in sentence_for_source(source(SourceState.FAILING, "dns", entries=0)).means
    assert "kept" in sentence_for_source(source(SourceState.FAILING, "dns", entries=1)).means


@pytest.mark.parametrize(
    "error",
    [WebError(WebTrouble.GONE), FeedError(FeedTrouble.NO_TEXT), *map(AddressRefused, AddressTrouble)],
    ids=lambda error: str(error.kind),
)
def test_what_is_refused_when_it_is_added_is_not_said_to_have_brought_anything(error: CaregiverError) -> None:
    assert "brought" not in sentence_for(error).text


def test_a_status_number_is_a_detail_and_not_in_the_words() -> None:
    sentence = sentence_for(WebError(WebTrouble.STATUS, "www.example.org", 404))
    assert sentence.detail == "404"
    assert "404" not in sentence.text


def test_an_unknown_host_still_begins_a_sentence() -> None:
    assert sentence_for(WebError(WebTrouble.TIMEOUT)).happened.startswith("The site ")


def test_a_page_that_names_feeds_says_which() -> None:
    links = ("https://a.example/feed", "https://a.example/all.xml")
    assert all(link in sentence_for(FeedError(FeedTrouble.HTML, links=links)).to_do for link in links)
    assert "Add this address" in sentence_for(FeedError(FeedTrouble.HTML, links=links[:1])).to_do


def test_a_report_counts_what_is_new_in_the_words_of_its_reader() -> None:
    some = report(result(SyncState.OK, new=34, changed=2), result(SyncState.FAILED, "dns"))
    assert sentence_for_report(some).happened == "34 new pages, 2 changed."
    assert sentence_for_report(some, Audience.COMMAND).happened == "34 new articles, 2 changed."
    assert sentence_for_report(some).means == "1 source gave no usable answer."


def test_without_a_network_a_report_says_so_and_not_that_something_failed() -> None:
    assert "no network" in sentence_for_report(report(result(SyncState.OFFLINE, "offline"))).happened
    assert "stay offline" in sentence_for_report(report(result(SyncState.OFFLINE, "stay-offline"))).happened


def test_a_result_without_trouble_says_what_it_brought() -> None:
    assert sentence_for_result(result(SyncState.UNCHANGED)).text == "Nothing new."
    assert sentence_for_result(result(SyncState.OK, new=1)).text == "1 new page."


def test_sentences_have_their_four_parts_and_no_more() -> None:
    assert [field.name for field in fields(Sentence)] == ["happened", "means", "to_do", "detail"]


@pytest.mark.parametrize(
    ("window_s", "said"),
    [
        (60, "about 1 hour of pages"),
        (30 * 3600, "about 30 hours of pages"),
        (int(9.9 * DAY_S), "about 9 days of pages"),
        (59 * DAY_S, "about 59 days of pages"),
        (100 * DAY_S, "about 3 months of pages"),
    ],
)
def test_how_long_one_may_be_away_is_said_in_the_unit_people_use(window_s: int, said: str) -> None:
    (note,) = notes_on_source(replace(source(SourceState.FINE), window_s=window_s))
    assert said in note.happened
    assert note.means == "If you are away longer, some may be missed."


def test_a_source_that_keeps_years_or_is_not_known_yet_needs_no_note() -> None:
    assert notes_on_source(source(SourceState.FINE)) == ()
    assert notes_on_source(replace(source(SourceState.FINE), window_s=3 * 365 * DAY_S)) == ()


def test_a_quiet_source_says_since_when() -> None:
    said = sentence_for_source(replace(source(SourceState.QUIET), newest_at=MONDAY))
    assert "23 November 2026" in said.happened


def test_a_source_that_moved_onto_another_names_it() -> None:
    assert "Day news" in sentence_for_source(source(SourceState.MOVED, "address-taken", "Day news")).happened
