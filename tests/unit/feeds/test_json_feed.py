"""JSON Feed 1.0 and 1.1, and what calls itself so."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.feeds.parse import parse_feed
from caregiver_app.model.errors import FeedError, FeedTrouble
from caregiver_app.model.time import to_iso
from tests.helpers.parsing import a_job, only_entry, only_text, read, trouble_with

VERSION = "https://jsonfeed.org/version/1.1"


def document(*items: Any, **fields: Any) -> str:
    return json.dumps({"version": VERSION, "title": "Clinic news", "items": list(items), **fields})


def test_all_fields_are_read() -> None:
    feed = read(
        document(
            {
                "id": "n-1",
                "url": "/falls",
                "title": "Falls & stairs",
                "content_html": "<p>Keep a <b>light</b> on.</p>",
                "content_text": "Keep a light on.",
                "summary": "In short.",
                "date_published": "2026-11-23T08:05:00Z",
                "date_modified": "2026-11-23T09:00:00Z",
                "authors": [{"name": "Ann"}, {"url": "https://x.example/"}],
                "tags": ["home", "home", 7],
                "attachments": [{"url": "https://x.example/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 1}],
                "language": "en-GB",
            },
            home_page_url="https://clinic.example/",
            language="en",
        )
    )
    entry = only_entry(feed)
    assert (feed.title, feed.homepage, feed.language, feed.damaged) == (
        "Clinic news",
        "https://clinic.example/",
        "en",
        False,
    )
    assert (entry.guid, entry.link) == ("n-1", "https://clinic.example/falls")
    assert to_iso(entry.published_at) == "2026-11-23T08:05:00+00:00"
    assert to_iso(entry.updated_at) == "2026-11-23T09:00:00+00:00"
    text = entry.text
    assert text is not None
    assert (text.title, text.summary, text.author, text.categories) == ("Falls & stairs", "In short.", "Ann", ("home",))
    assert text.html == "<p>Keep a <b>light</b> on.</p>"


def test_the_feeds_authors_are_those_of_entries_without() -> None:
    assert only_text(document({"id": 1, "title": "a"}, authors=[{"name": "Ann"}])).author == "Ann"
    assert only_text(document({"id": 1, "title": "a"}, author={"name": "Bo"})).author == "Bo"


def test_numbers_as_ids_and_text_without_markup_are_taken() -> None:
    entry = only_entry(read(document({"id": 17, "content_text": "a < b\n\nc"})))
    assert entry.guid == "17"
    assert entry.text is not None
    assert (entry.text.title, entry.text.html) == ("a < b", "<p>a &lt; b</p><p>c</p>")


def test_a_title_is_plain_text_and_not_decoded() -> None:
    assert only_text(document({"id": 1, "title": "Use of &lt;b&gt; and <b>"})).title == "Use of &lt;b&gt; and <b>"


def test_a_document_that_forgot_its_version_is_damaged_and_read() -> None:
    feed = read('{"items": [{"id": "1", "title": "a"}]}')
    assert feed.damaged
    assert len(feed.entries) == 1


def test_characters_that_may_not_be_are_not() -> None:
    assert only_text(document({"id": 1, "title": "a\u0000b\ue000c\ud800d"})).title == "abcd"


def test_what_is_no_feed_has_a_name() -> None:
    for body, kind in (
        ("{}", FeedTrouble.NOT_A_FEED),
        ('{"items": {}}', FeedTrouble.NOT_A_FEED),
        ("{'items': []}", FeedTrouble.NOT_A_FEED),
        ('{"items": [' + "9" * 10_000 + "]}", FeedTrouble.NOT_A_FEED),
        ('{"version": "' + VERSION + '", "items": [{"id": "1', FeedTrouble.TRUNCATED),
        ('{"items": ' + "[" * 100_000, FeedTrouble.TOO_DEEP),
    ):
        assert trouble_with(body).kind is kind


_json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=10)
    | st.sampled_from([VERSION, "/a", "<p>b"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                "id url title content_html content_text summary date_published authors author name tags".split()
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=15,
)


@given(
    st.lists(_json, max_size=4), st.dictionaries(st.sampled_from(["version", "title", "language", "authors"]), _json)
)
def test_no_types_make_it_fail(items: list[Any], fields: dict[str, Any]) -> None:
    body = json.dumps({"items": items, **fields}).encode("utf-8", "surrogatepass")
    try:
        feed = parse_feed(a_job(body))
    except FeedError:
        return
    assert all(entry.text and entry.text.title for entry in feed.entries)


def test_half_a_letter_does_not_cost_the_feed() -> None:
    feed = read(document({"id": "1", "content_html": "<p>a\ud800b \U0001f600</p>"}))
    assert [entry.text.text for entry in feed.entries if entry.text is not None] == ["ab \U0001f600"]
