"""What a worker says of pages and pictures is believed only when a sound worker could have said it."""

from __future__ import annotations

import json
from base64 import b64encode
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.feeds.jobs import PageJob, UnsoundAnswerError
from caregiver_app.feeds.offline_messages import (
    JobKind,
    answer_to_page,
    answer_to_picture,
    kind_of,
    page_from,
    page_head,
    picture_from,
    picture_head,
)
from caregiver_app.feeds.page_text import read_page
from caregiver_app.feeds.pictures import MAX_WIDTH, remake
from caregiver_app.feeds.worker_messages import answer_of, job_head
from caregiver_app.model.errors import FeedError, FeedTrouble
from tests.helpers.keeping import a_picture, long_page
from tests.helpers.parsing import a_job, read, rss
from tests.unit.feeds.test_pictures import plain, with_words, written

JOB = PageJob(url="https://clinic.org/a", headers={"content-type": "text/html", "set-cookie": "x"}, body=long_page())


def picture_said(data: bytes) -> bytes:
    return json.dumps([JobKind.PICTURE, b64encode(data).decode()]).encode()


def test_each_kind_of_job_is_told_by_its_head() -> None:
    heads = [page_head(JOB), picture_head(), job_head(a_job(b"<rss/>"))]
    assert [kind_of(head) for head in heads] == [JobKind.PAGE, JobKind.PICTURE, JobKind.FEED]


def test_only_the_header_that_counts_goes_to_the_worker() -> None:
    assert b"set-cookie" not in page_head(JOB)
    assert b"text/html" in page_head(JOB)


def test_a_page_arrives_as_it_was_read() -> None:
    assert page_from(answer_to_page(page_head(JOB), JOB.body)) == read_page(JOB)


def test_a_picture_arrives_as_it_was_made() -> None:
    body = a_picture("JPEG")
    assert picture_from(answer_to_picture(body)) == remake(body)


@pytest.mark.parametrize("reader", [page_from, picture_from])
def test_a_verdict_arrives_as_an_error(reader: object) -> None:
    assert callable(reader)
    with pytest.raises(FeedError) as caught:
        reader(answer_of(FeedError(FeedTrouble.NO_TEXT, "3")))
    assert (caught.value.kind, caught.value.detail) == (FeedTrouble.NO_TEXT, "3")


TWO = rss("<title>a</title>", "<title>b</title>")
PAGES = {
    "no entry": answer_of(read(rss())),
    "two entries": answer_of(read(TWO)),
    "no text": answer_of(read(rss("<title>a</title>"), known=[read(rss("<title>a</title>")).entries[0].raw_hash])),
    "a picture": answer_to_picture(a_picture()),
    "a script": answer_to_page(page_head(JOB), JOB.body).replace(b"<p>1.", b"<script>1."),
    "a frame": answer_to_page(page_head(JOB), JOB.body).replace(b"<p>1.", b"<iframe>1."),
    "a handler": answer_to_page(page_head(JOB), JOB.body).replace(b"<p>1.", b"<p onclick=x>1."),
    "junk": b"\xff",
    "nothing": b"",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_no_sound_worker_gives_is_not_believed(name: str) -> None:
    with pytest.raises(UnsoundAnswerError):
        page_from(PAGES[name])


PICTURES = {
    "gif": picture_said(written(plain(), "GIF")),
    "svg": picture_said(b"<svg/>"),
    "png with words": picture_said(with_words("PNG")),
    "jpeg with words": picture_said(with_words("JPEG")),
    "png and more": picture_said(written(plain(), "PNG") + b"<script>"),
    "too wide": picture_said(written(plain((MAX_WIDTH + 1, 2)), "PNG")),
    "too large": picture_said(b"\x89PNG\r\n\x1a\n" + b"\0" * 5_000_001),
    "no base64": b'["picture", "***"]',
    "a number": b'["picture", 7]',
    "more": b'["picture", "", ""]',
    "a page": answer_to_page(page_head(JOB), JOB.body),
    "nothing": b"",
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_that_no_sound_worker_gives_is_not_believed(name: str) -> None:
    with pytest.raises(UnsoundAnswerError):
        picture_from(PICTURES[name])


@given(st.binary(max_size=200), st.sampled_from([b"", b'["picture", "', b'["error","', b'["feed",']))
def test_any_bytes_are_sound_or_not_believed(said: bytes, start: bytes) -> None:
    for reader in (page_from, picture_from):
        with suppress(UnsoundAnswerError, FeedError):
            pytest.fail(f"believed: {reader(start + said)}")
