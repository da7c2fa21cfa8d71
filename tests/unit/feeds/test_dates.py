"""Dates as feeds write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.feeds.dates import believable, parse_date
from caregiver_app.model.time import Millis, to_iso


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        # RFC 822, 2822 and what servers make of them
        ("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21"),
        ("1 Jan 2004 19:48 +0200", "2004-01-01T17:48:00"),
        ("Thu, 31 Dec 2003 19:48:21 EDT", "2003-12-31T23:48:21"),
        ("Fri, 14 Jun 2024 16:10:00 EDT", "2024-06-14T20:10:00"),
        ("Thu, 31 Dec 03 19:48 EST", "2004-01-01T00:48:00"),
        ("Wed, 31 Dec 97 10:00:00 GMT", "1997-12-31T10:00:00"),
        ("Mon,23 Nov 2026 10:00:00 +0000", "2026-11-23T10:00:00"),
        ("Monday, 23 November 2026 10:00:00 +01:00 (CET)", "2026-11-23T09:00:00"),
        ("Mon, 23 Nov 2026 10:00:00 GMT-05:00", "2026-11-23T15:00:00"),
        ("Mon, 23 Nov 2026 10:00:00 BST", "2026-11-23T09:00:00"),
        ("Mon, 23 Nov 2026 10:00:00 XYZ", "2026-11-23T10:00:00"),
        ("Mon, 23 Nov 2026 10:00:60 UTC", "2026-11-23T10:00:59"),
        ("Tue, 26 Oct 2004 24:00:00 GMT", "2004-10-27T00:00:00"),
        ("Tue, 26 Oct 2004 99:99:99 GMT", "2004-10-26T00:00:00"),
        ("Sun Jan  4 16:29:06 PST 2004", "2004-01-05T00:29:06"),
        # RFC 3339 and W3C-DTF
        ("2003-12-31T10:14:55Z", "2003-12-31T10:14:55"),
        ("2003-12-31T10:14:55.94-08:00", "2003-12-31T18:14:55"),
        ("2026-11-23T10:00:00.123456789+01:00", "2026-11-23T09:00:00"),
        ("2003-12-31t10:14:55z", "2003-12-31T10:14:55"),
        ("2003-12-31 10:14:55 -0500", "2003-12-31T15:14:55"),
        ("2003-12-31", "2003-12-31T00:00:00"),
        ("2003-12", "2003-12-01T00:00:00"),
        ("2003", "2003-01-01T00:00:00"),
        ("20031231T101455Z", "2003-12-31T10:14:55"),
        ("2003-335", "2003-12-01T00:00:00"),
        # Odd ones
        ("Wed, 08/05/2026 - 08:00", "2026-08-05T08:00:00"),
        ("Fri, 08/05/2026 - 08:00", "2026-05-08T08:00:00"),
        ("13/05/2026", "2026-05-13T00:00:00"),
        ("05.08.2026 14:00", "2026-08-05T14:00:00"),
        ("November 23, 2026 3:05 pm", "2026-11-23T15:05:00"),
        ("23 Nov 2026 12:05 AM EST", "2026-11-23T05:05:00"),
        ("1795420800", "2026-11-23T08:00:00"),
        ("1795420800000", "2026-11-23T08:00:00"),
        # Other languages
        ("lun, 23 nov 2026 10:00:00 -0500", "2026-11-23T15:00:00"),
        ("23 de noviembre de 2026", "2026-11-23T00:00:00"),
        ("mar., 03 févr. 2026 10:00:00 +0100", "2026-02-03T09:00:00"),
        ("Mo, 23 Mär 2026 10:00:00 +0100", "2026-03-23T09:00:00"),
        ("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00"),
        ("2004-július-13T9:15-05:00", "2004-07-13T14:15:00"),
        ("2004년 05월 28일  01:31:15", "2004-05-27T16:31:15"),
        ("2004-05-25 오후 11:23:17", "2004-05-25T14:23:17"),
    ],
)
def test_dates_are_understood_as_they_are_written(written: str, meant: str) -> None:
    assert to_iso(parse_date(written)) == f"{meant}+00:00"


@pytest.mark.parametrize(
    "written",
    ["", " ", "yesterday", "Mon, 23 Nov", "-1", "Thu, 32 Jan 2026 00:00:00 GMT", "0001-01-01T00:00:00Z", "99999999999"],
)
def test_what_is_no_date_is_none(written: str) -> None:
    assert parse_date(written) is None


def test_the_epoch_stands_for_unknown() -> None:
    assert parse_date("Thu, 01 Jan 1970 00:00:00 GMT") is None


def test_what_lies_more_than_a_day_ahead_is_not_believed() -> None:
    now = Millis(1_795_600_000_000)
    in_a_day = Millis(now + 86_400_000)
    assert believable(in_a_day, now=now) == in_a_day
    assert believable(Millis(in_a_day + 1), now=now) is None
    assert believable(None, now=now) is None


_PARTS = st.sampled_from(
    "Mon , 23 Nov mar 2026 99 0000 9999 / - . : 10:00 T Z +0100 GMT EST am pm 년 오후 \u0660".split()
)


@given(st.text() | st.lists(_PARTS | st.integers().map(str), max_size=10).map(" ".join) | st.datetimes().map(str))
def test_no_text_makes_it_fail(written: str) -> None:
    at = parse_date(written)
    assert at is None or at > 0
