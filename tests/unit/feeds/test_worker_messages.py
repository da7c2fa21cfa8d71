"""What a worker says is believed only when a sound worker could have said it."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.feeds.jobs import UnsoundAnswerError
from caregiver_app.feeds.worker_messages import answer_of, job_from, job_head, result_from
from caregiver_app.model.errors import FeedError, FeedTrouble
from tests.helpers.parsing import a_job, read, rss

FEED = read(
    rss(
        "<title>Bed rails: recall</title><link>https://clinic.example/1</link><guid isPermaLink='false'>1</guid>"
        "<pubDate>Mon, 23 Nov 2026 08:05:00 GMT</pubDate><author>Ann</author><category>Home</category>"
        "<description>&lt;p&gt;Keep a &lt;a href='https://x.example/'&gt;light&lt;/a&gt; on é.&lt;/p&gt;</description>",
        channel="<title>Clinic</title><link>https://clinic.example/</link><ttl>60</ttl>",
    )
)


def test_a_job_arrives_as_it_was_sent_with_the_headers_that_count() -> None:
    headers = {"content-type": "text/xml", "content-language": "es", "set-cookie": "secret"}
    job = a_job(b"<rss/>", headers=headers, known=["a" * 64])
    arrived = job_from(job_head(job), job.body)
    assert (arrived.url, arrived.body, arrived.known, arrived.now) == (job.url, job.body, job.known, job.now)
    assert arrived.headers == {"content-type": "text/xml", "content-language": "es"}


def test_a_feed_arrives_as_it_was_read() -> None:
    assert result_from(answer_of(FEED)) == FEED
    known = read(rss("<title>a</title>"), known=[read(rss("<title>a</title>")).entries[0].raw_hash])
    assert result_from(answer_of(known)) == known


def test_a_verdict_arrives_as_an_error() -> None:
    with pytest.raises(FeedError) as caught:
        result_from(answer_of(FeedError(FeedTrouble.HTML, "page", ("https://clinic.example/feed",))))
    assert (caught.value.kind, caught.value.detail, caught.value.links) == (
        FeedTrouble.HTML, "page", ("https://clinic.example/feed",),
    )  # fmt: skip


def altered(change: Callable[[Any], None]) -> bytes:
    said = json.loads(answer_of(FEED))
    change(said)
    return json.dumps(said).encode()


def _set(*path: int, to: Any) -> Callable[[Any], None]:
    def change(said: Any) -> None:
        for step in path[:-1]:
            said = said[step]
        said[path[-1]] = to

    change.__name__ = f"{path} is {str(to)[:30]!r}, {type(to).__name__}"  # the same in every process
    return change


ENTRY, TEXT, ALERT = (7, 0), (7, 0, 5), (7, 0, 6)


@pytest.mark.parametrize(
    "change",
    [
        _set(0, to="other"),
        _set(1, to=7),
        _set(1, to="x" * 301),
        _set(1, to="a\ue000b"),
        _set(2, to="javascript:alert(1)"),
        _set(2, to=None),
        _set(4, to=-1),
        _set(4, to=True),
        _set(5, to=1),
        _set(6, to=1.5),
        _set(7, to={}),
        _set(7, to=[[]] * 2_001),
        _set(*ENTRY, to=[]),
        _set(*ENTRY, 0, to="g" * 2_001),
        _set(*ENTRY, 1, to="javascript:alert(1)"),
        _set(*ENTRY, 1, to="https://user:pass@clinic.example/"),
        _set(*ENTRY, 1, to="file:///etc/passwd"),
        _set(*ENTRY, 2, to="b" * 63),
        _set(*ENTRY, 3, to=10**15),
        _set(*ENTRY, 3, to="now"),
        _set(*TEXT, 0, to=""),
        _set(*TEXT, 0, to="t" * 1_001),
        _set(*TEXT, 0, to="\x00"),
        _set(*TEXT, 1, to="<script>alert(1)</script>"),
        _set(*TEXT, 1, to='<a href="javascript:alert(1)">x</a>'),
        _set(*TEXT, 1, to='<img src="https://x.example/count">'),
        _set(*TEXT, 1, to="<p>" * 400_000),
        _set(*TEXT, 2, to="x" * 1_000_001),
        _set(*TEXT, 2, to=["x"]),
        _set(*TEXT, 3, to="s" * 301),
        _set(*TEXT, 5, to=["c"] * 31),
        _set(*TEXT, 5, to="c"),
        _set(*TEXT, 6, to="easy"),
        _set(*TEXT, 6, to=-1),
        _set(*TEXT, 7, to="not a language"),
        _set(*TEXT, 8, to="a.org"),
        _set(*TEXT, 8, to=[7]),
        _set(*TEXT, 8, to=[["a.org"]]),
        _set(*TEXT, 8, to=["https://a.org/path"]),
        _set(*TEXT, 8, to=["A.org"]),
        _set(*TEXT, 8, to=["a.org\n"]),
        _set(*TEXT, 8, to=["\xe9.org"]),
        _set(*TEXT, 8, to=["a.org", "a.org"]),
        _set(*TEXT, 8, to=[f"{'a.' * 126}org"]),
        _set(*TEXT, 8, to=[f"h{n}.org" for n in range(201)]),
        _set(*ALERT, to=[]),
        _set(*ALERT, 0, to="rumour"),
        _set(*ALERT, 1, 0, to="x" * 21),
        _set(*ALERT, 1, to=["Actual"]),
        _set(*ALERT, 2, to="i" * 501),
        _set(*ALERT, 4, to="e\x00"),
        _set(*ALERT, 5, to="a" * 2_001),
        _set(*ALERT, 6, to="soon"),
        _set(*ALERT, 8, to=10**15),
        _set(*ALERT, 9, to=["r"] * 101),
        _set(*ALERT, 9, to="r"),
        _set(*TEXT, to=None),
    ],
    ids=lambda change: change.__name__,
)
def test_an_answer_that_is_not_sound_is_not_believed(change: Callable[[Any], None]) -> None:
    with pytest.raises(UnsoundAnswerError):
        result_from(altered(change))


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\xff",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'["error","no-such-kind","",[]]',
        b'["error","html","",["javascript:alert(1)"]]',
        b'["error","html","",[7]]',
        b'["feed"]',
        b'["feed","t","","",NaN,false,0,[]]',
        b"9" * 10_000,
    ],
    ids=lambda answer: repr(answer[:40]),
)
def test_an_answer_of_another_shape_is_not_believed(answer: bytes) -> None:
    with pytest.raises(UnsoundAnswerError):
        result_from(answer)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=8) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=20,
)


@given(st.binary(max_size=50) | _json.map(lambda said: json.dumps(said).encode()) | st.lists(_json).map(
    lambda said: json.dumps(["feed", *said]).encode()))  # fmt: skip
def test_no_answer_makes_it_fail_otherwise(answer: bytes) -> None:
    with suppress(FeedError, UnsoundAnswerError):
        result_from(answer)
