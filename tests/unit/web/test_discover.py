"""Feeds that a page names: found where they are declared or look so, harmless whatever the page holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.errors import AddressRefused
from caregiver_app.web.addresses import parse_address
from caregiver_app.web.discover import MAX_LINKS, read_page

PAGE = "https://health.example/news/index.html"


def declared(html: str) -> list[str]:
    return [link.url for link in read_page(html.encode(), PAGE).feeds if link.is_declared]


def supposed(html: str) -> list[str]:
    return [link.url for link in read_page(html.encode(), PAGE).feeds if not link.is_declared]


@pytest.mark.parametrize(
    "element",
    [
        '<link rel="alternate" type="application/rss+xml" href="/feed">',
        '<link rel="alternate" type="application/atom+xml" href="/feed">',
        '<link rel="alternate" type="application/feed+json" href="/feed">',
        '<link rel="alternate" type="application/rdf+xml" href="/feed">',
        "<LINK REL=ALTERNATE TYPE=Application/RSS+XML HREF=/feed>",
        '<link href="/feed" type=" application/rss+xml; charset=utf-8 " rel="feed alternate">',
        '<link rel="feed" href="/feed">',
        '<link rel="alternate" type="text/xml" href="/feed">',
        '<link rel="alternate" type="application/rss+xml" href="https://health.example/feed#x">',
        '<link rel="alternate" type="application/rss+xml" href=" ../feed ">',
        '</head><body><div><link rel="alternate" type="application/rss+xml" href="/feed">',
    ],
)
def test_a_declared_feed_is_found(element: str) -> None:
    assert declared(f"<html><head>{element}") == ["https://health.example/feed"]


@pytest.mark.parametrize(
    "element",
    [
        '<link rel="stylesheet" type="application/rss+xml" href="/feed">',
        '<link rel="alternate" type="text/html" hreflang="fr" href="/fr/">',
        '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/7">',
        '<link rel="alternate" type="application/json+oembed" href="/oembed?url=x">',
        '<link rel="alternate" type="application/rss+ xml" href="/feed">',
        '<link rel="alternate" href="/feed">',
        '<link rel="alternate" type="application/rss+xml" href="">',
        '<link rel="alternate" type="application/rss+xml">',
        '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
        '<link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">',
        '<link rel="alternate" type="application/rss+xml" href="https://user:pw@health.example/feed">',
        '<link rel="alternate" type="application/rss+xml" href="http://127.0.0.1/feed">',
        '<link rel="alternate" type="application/rss+xml" href="http://0x7f.1/feed">',
        '<link rel="alternate" type="application/rss+xml" href="http://localhost:8080/feed">',
        '<link rel="alternate" type="application/rss+xml" href="http://[::1/feed">',
        '<!-- <link rel="alternate" type="application/rss+xml" href="/feed"> -->',
        '<script>"<link rel=alternate type=application/rss+xml href=/feed>"</script>',
    ],
)
def test_what_is_no_feed_or_leads_nowhere_decent_is_left_out(element: str) -> None:
    assert declared(f"<html><head>{element}</head>") == []


def test_a_typed_private_page_may_name_its_own_feeds() -> None:
    html = b'<link rel="alternate" type="application/rss+xml" href="/feed">'
    assert [link.url for link in read_page(html, "http://192.168.1.5/").feeds] == ["http://192.168.1.5/feed"]


@pytest.mark.parametrize(
    ("base", "found"),
    [
        ("https://other.example/dir/", "https://other.example/dir/feed"),
        ("/dir/", "https://health.example/dir/feed"),
        ("javascript:x", "https://health.example/news/feed"),
        ("", "https://health.example/news/feed"),
    ],
)
def test_the_base_of_a_page_counts(base: str, found: str) -> None:
    html = f'<head><base href="{base}"><base href="/second/"><link rel=alternate type=application/rss+xml href=feed>'
    assert declared(html) == [found]


def test_feeds_of_comments_come_last_and_doubles_once() -> None:
    html = "".join(
        f'<link rel="alternate" type="application/rss+xml" href="{href}" title=" The \n {href} ">'
        for href in ("/comments/feed/", "/feed/", "/feed/#again", "/alerts/feed/")
    )
    found = read_page(html.encode(), PAGE).feeds
    assert [(link.url, link.title) for link in found] == [
        ("https://health.example/feed/", "The /feed/"),
        ("https://health.example/alerts/feed/", "The /alerts/feed/"),
        ("https://health.example/comments/feed/", "The /comments/feed/"),
    ]


@pytest.mark.parametrize(
    "anchor",
    [
        '<a href="/rss.xml">News</a>',
        '<a href="/feed/">News</a>',
        '<a href="/blog/atom.xml">News</a>',
        '<a href="/feeds/topics/asthma.xml">Asthma</a>',
        '<a href="/search/news.atom?keywords=carers">News</a>',
        '<a href="/index.php?format=rss">News</a>',
        '<a href="/17/abo">RSS</a>',
        '<a href="/17/abo"><img src="x"> RSS feed </a>',
        '<a href="feed:https://health.example/x">News</a>',
        '<a href="feed://health.example/feed">News</a>',
        '<map><area href="/news.rss"></map>',
    ],
)
def test_a_link_that_looks_like_a_feed_is_supposed_to_be_one(anchor: str) -> None:
    assert len(supposed(f"<body>{anchor}</body>")) == 1


@pytest.mark.parametrize(
    "anchor",
    [
        '<a href="/about">About</a>',
        '<a href="/feedback">Feedback</a>',
        '<a href="/sitemap.xml">Map</a>',
        '<a href="/across.html">Across</a>',
        '<a href="#rss">News</a>',
        '<a href="/what-is-rss.html">What is RSS and why do we offer it?</a>',
        '<a href="mailto:rss@health.example">RSS</a>',
    ],
)
def test_an_ordinary_link_is_none(anchor: str) -> None:
    assert supposed(f"<body>{anchor}</body>") == []


def test_a_page_of_many_feeds_gives_a_bounded_choice() -> None:
    html = "".join(f'<a href="/feeds/{number}.xml">{number}</a>' for number in range(500))
    assert len(supposed(html)) == MAX_LINKS


def test_links_that_only_look_like_feeds_do_not_crowd_out_a_declared_one() -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    few = "".join(f'<a href="/feeds/{number}.xml">{number}</a>' for number in range(4))
    assert (len(declared(head + few)), supposed(head + few)) == (1, [])


def test_a_page_that_lists_feeds_gives_them_all_behind_its_own() -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    many = "".join(f'<a href="/feeds/{number}.xml">{number}</a>' for number in range(6)) + '<a href="/feed">RSS</a>'
    found = read_page((head + many).encode(), PAGE).feeds
    assert [link.is_declared for link in found] == [True] + [False] * 6


def test_a_page_that_is_no_address_is_refused() -> None:
    with pytest.raises(AddressRefused):
        read_page(b"", "javascript:x")


HOSTILE = {
    "empty": b"",
    "nothing but zeros": b"\0" * 100_000,
    "deep": b"<div>" * 300_000,
    "open anchors": b"<a href=/feed>" * 100_000,
    "open comments": b"<!--" * 400_000,
    "attributes": b"<a " + b"a=b " * 400_000,
    "entities": b"&" * 1_500_000,
    "a long address": b"<a href='" + b"/feed.rss" * 200_000 + b"'>x</a>",
    "long words": b"<a href=/x>" + b"rss " * 400_000 + b"</a>",
    "billion laughs": (
        b'<!DOCTYPE h [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><a href="/feed">&c;</a>'
    ),
    "external entity": b'<!DOCTYPE h [<!ENTITY a SYSTEM "file:///etc/passwd">]><a href="/feed">&a;</a>',
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_page_gives_a_bounded_answer(html: bytes) -> None:
    found = read_page(html, PAGE).feeds
    assert len(found) <= 1
    assert all("root:" not in link.title and len(link.title) <= 200 for link in found)


@given(st.binary(max_size=400) | st.text(alphabet="<>/a=\"'linkrelhf :;&#0", max_size=200).map(str.encode))
def test_any_page_gives_addresses_that_may_be_asked(html: bytes) -> None:
    for link in read_page(html, PAGE).feeds:
        assert parse_address(link.url).url == link.url


@pytest.mark.parametrize(
    ("element", "canonical"),
    [
        ('<link rel="canonical" href="/start">', "https://health.example/start"),
        ('<link rel="CANONICAL" href="https://other.example/x#top">', "https://other.example/x"),
        ('<body><link rel="canonical" href="/start">', "https://health.example/start"),
        (f'<link rel="canonical" href="{PAGE}">', ""),
        ('<link rel="canonical" href="http://127.0.0.1/x">', ""),
        ('<link rel="canonical" href="javascript:x">', ""),
        ('<link rel="canonical">', ""),
        ("", ""),
    ],
)
def test_a_page_says_where_it_belongs(element: str, canonical: str) -> None:
    assert read_page(f"<html><head>{element}".encode(), PAGE).canonical == canonical
