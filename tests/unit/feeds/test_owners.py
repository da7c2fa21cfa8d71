"""A source that a person adds belongs to the organisation on whose own site it lies, and to nobody by its own word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.feeds.owners import with_owner
from caregiver_app.feeds.subscribe import import_subscriptions
from caregiver_app.feeds.subscriptions import Subscription, Subscriptions
from caregiver_app.library.store import Library
from caregiver_app.model.article import Trust
from caregiver_app.model.source import NewSource
from tests.helpers.appraisals import HARBOUR, HARBOUR_HOST, REGISTER, add_organisation, judged_library
from tests.helpers.clock import MONDAY
from tests.helpers.library import an_article, store


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = judged_library(tmp_path)
    add_organisation(opened, register=REGISTER)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("url", "uid"),
    [
        (f"https://{HARBOUR_HOST}/feed", HARBOUR),
        (f"https://news.{HARBOUR_HOST}/feed", HARBOUR),
        (f"https://{HARBOUR_HOST}.example.net/feed", None),
        ("https://example.org/feed", None),
        ("http://127.0.0.1:8000/feed", None),
    ],
)
def test_the_address_says_whose_a_source_is(library: Library, url: str, uid: str | None) -> None:
    new = NewSource(url=url, homepage=f"https://{HARBOUR_HOST}/")
    assert with_owner(library, new).organisation_uid == uid


def test_what_an_own_feed_of_a_known_organisation_brings_is_from_a_well_known_source(library: Library) -> None:
    feed = Subscription(url=f"https://{HARBOUR_HOST}/feed", title="Harbour")
    import_subscriptions(library, Subscriptions(title="", feeds=(feed,)), allow_private=False, at=MONDAY)
    (source,) = library.sources.list()
    assert source.organisation == "Harbour Dementia Trust"
    on_site, elsewhere = store(
        library,
        source.id,
        an_article("a", link=f"https://{HARBOUR_HOST}/a"),
        an_article("b", link="https://example.net/b"),
    )
    words = {row.id: row.trust for row in library.articles.rows_of([on_site, elsewhere])}
    assert words == {on_site: Trust.WELL_KNOWN_SOURCE, elsewhere: Trust.LEADS_ELSEWHERE}
