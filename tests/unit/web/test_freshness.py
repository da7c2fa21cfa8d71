"""What headers say about time: three forms of a date, how long to stay away, how long an answer stays fresh."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.web.freshness import max_age_s, parse_http_date, retry_after_s

NOW = from_datetime(datetime(2026, 11, 23, 8, 0, tzinfo=UTC))
DAY = 86_400.0


def _at(*parts: int) -> Millis:
    year, month, day, *clock = parts
    hour, minute, second = (*clock, 0, 0, 0)[:3]
    return from_datetime(datetime(year, month, day, hour, minute, second, tzinfo=UTC))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Sun, 06 Nov 1994 08:49:37 GMT", _at(1994, 11, 6, 8, 49, 37)),
        ("Sunday, 06-Nov-94 08:49:37 GMT", _at(1994, 11, 6, 8, 49, 37)),
        ("Sun Nov  6 08:49:37 1994", _at(1994, 11, 6, 8, 49, 37)),
        ("sun, 06 nov 1994 08:49:37 gmt", _at(1994, 11, 6, 8, 49, 37)),
        ("Monday, 23-Nov-26 09:00:00 GMT", _at(2026, 11, 23, 9)),
        ("Thursday, 01-Jan-76 00:00:00 GMT", _at(2076, 1, 1)),
        ("Saturday, 01-Jan-77 00:00:00 GMT", _at(1977, 1, 1)),
        ("Sat, 31 Dec 2016 23:59:60 GMT", _at(2016, 12, 31, 23, 59, 59)),
        (" Sun, 06 Nov 1994 08:49:37 GMT ", _at(1994, 11, 6, 8, 49, 37)),
        ("", None),
        ("0", None),
        ("-1", None),
        ("tomorrow", None),
        ("Sun, 06 Nov 1994 08:49:37 CET", None),
        ("Sun, 06 Nov 1994 08:49:37", None),
        ("Sun, 31 Feb 1994 08:49:37 GMT", None),
        ("Sun, 06 Nov 1994 25:49:37 GMT", None),
        ("Sun, 06 Foo 1994 08:49:37 GMT", None),
        ("Sun, 06 Nov 0000 08:49:37 GMT", None),
        ("Sun, ٠٦ Nov 1994 08:49:37 GMT", None),
    ],
)
def test_all_three_forms_of_a_date_are_read(text: str, meant: Millis | None) -> None:
    assert parse_http_date(text, now=NOW) == meant


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "120"}, 120),
        ({"retry-after": " 120 "}, 120),
        ({"retry-after": "0"}, 0),
        ({"retry-after": "999999"}, DAY),
        ({"retry-after": "9" * 5_000}, DAY),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "1.5"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": ""}, None),
        ({"retry-after": "١٢"}, None),
        ({"retry-after": "Mon, 23 Nov 2026 08:10:00 GMT"}, 600),
        ({"retry-after": "Monday, 23-Nov-26 08:10:00 GMT"}, 600),
        ({"retry-after": "Mon Nov 23 08:10:00 2026"}, 600),
        ({"retry-after": "Mon, 23 Nov 2020 08:10:00 GMT"}, 0),
        ({"retry-after": "Sun, 31 Dec 9999 23:59:59 GMT"}, DAY),
        ({"retry-after": "Mon, 23 Nov 2020 08:10:00 GMT", "date": "Mon, 23 Nov 2020 08:00:00 GMT"}, 600),
        ({"retry-after": "Mon, 23 Nov 2026 08:10:00 GMT", "date": "nonsense"}, 600),
    ],
)
def test_how_long_a_server_asks_to_be_left_alone(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after_s(headers, now=NOW, at_most_s=DAY) == seconds


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"cache-control": "max-age=3600"}, 3_600),
        ({"cache-control": "public, MAX-AGE=3600"}, 3_600),
        ({"cache-control": 'max-age="3600"'}, 3_600),
        ({"cache-control": "max-age=0"}, 0),
        ({"cache-control": "max-age=60, max-age=3600"}, 60),
        ({"cache-control": "max-age=99999999"}, DAY),
        ({"cache-control": "max-age=" + "9" * 5_000}, DAY),
        ({"cache-control": "max-age=-1"}, 0),
        ({"cache-control": "max-age=soon"}, 0),
        ({"cache-control": "max-age"}, 0),
        ({"cache-control": "no-cache, max-age=3600"}, 0),
        ({"cache-control": "no-store"}, 0),
        ({"cache-control": "private, s-maxage=5"}, None),
        ({"cache-control": "max-age=5", "expires": "Mon, 23 Nov 2026 09:00:00 GMT"}, 5),
        ({"expires": "Mon, 23 Nov 2026 09:00:00 GMT"}, 3_600),
        ({"expires": "Mon, 23 Nov 2026 09:00:00 GMT", "date": "Mon, 23 Nov 2026 08:30:00 GMT"}, 1_800),
        ({"expires": "Mon, 23 Nov 2020 09:00:00 GMT", "date": "Mon, 23 Nov 2020 08:30:00 GMT"}, 1_800),
        ({"expires": "Mon, 23 Nov 2020 09:00:00 GMT"}, 0),
        ({"expires": "Sun, 31 Dec 9999 23:59:59 GMT"}, DAY),
        ({"expires": "0"}, 0),
        ({"expires": "-1"}, 0),
    ],
)
def test_how_long_an_answer_stays_fresh(headers: dict[str, str], seconds: float | None) -> None:
    assert max_age_s(headers, now=NOW, at_most_s=DAY) == seconds


_VALUES = st.text(max_size=40) | st.integers().map(str) | st.just("Sun, 06 Nov 1994 08:49:37 GMT")


@given(
    st.dictionaries(
        st.sampled_from(["retry-after", "date", "expires", "cache-control"]), _VALUES | _VALUES.map("max-age={}".format)
    )
)
def test_any_headers_give_a_bounded_time_or_none(headers: dict[str, str]) -> None:
    for seconds in (
        retry_after_s(headers, now=NOW, at_most_s=DAY),
        max_age_s(headers, now=NOW, at_most_s=DAY),
    ):
        assert seconds is None or 0 <= seconds <= DAY
