"""The strict reader says what the lenient one says, or nothing."""

from __future__ import annotations

import feedparser.sanitizer
import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from caregiver_app.feeds.parse_entry import finish_feed
from caregiver_app.feeds.raw import RawFeed
from caregiver_app.feeds.strict_text import HTML_NAMES
from caregiver_app.model.entry import ParsedFeed
from tests.helpers.both_readers import both
from tests.helpers.parsing import NOW, URL, atom, rss

SPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "odd": "urn:odd",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "cap": "urn:oasis:names:tc:emergency:cap:1.2",
    "xhtml": "http://www.w3.org/1999/xhtml",
}
DECLARED = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
RSS_ROOT = f'rss version="2.0" {DECLARED}'

_words = st.sampled_from(
    [
        "", " ", "Falls", "Tom &amp; Jerry", "&lt;b&gt;Bold&lt;/b&gt;", "&amp;eacute;", "<![CDATA[<p>Rest</p>]]>",
        "caf\xc3\xa9 \x93x\x94", "été", " https://x.example/a?b=1&amp;c=2 ", "https://x.example/?a&amp;amp;b", "/there",
        "2026-11-23T08:05:00Z", "Mon, 23 Nov 2026 08:05:00 GMT", "ann@x.example (Ann)", "Ann", "tag:x,2026:1",
        "a<!-- b -->c", "&#233;&#x2019;", "<![CDATA[a]]>b<![CDATA[&amp;c]]>", "&lt;![CDATA[d]]&gt;", "a\n\tb",
        "&clinic;", "http:///x", "?page=2", "&amp;lt;i&amp;gt;", "\u2028x\u00a0",
    ]
)  # fmt: skip
_names = st.sampled_from(
    """title link description guid pubDate author category enclosure comments source language dc:title dc:description
    dc:creator dc:date dc:subject dc:language dcterms:issued dcterms:modified dcterms:created content:encoded
    itunes:summary itunes:author itunes:subtitle itunes:keywords media:title media:description media:thumbnail
    media:content slash:comments odd:thing odd:title atom:link atom:updated atom:id atom:author atom:summary
    atom:content cap:event cap:status cap:areaDesc cap:description content:items xhtml:body
    Title pubdate media:keywords dc:rights published updated id summary content expirationDate image textInput date tags
    body fullitem
    """.split()
)
_attributes = st.sampled_from(
    ["", ' isPermaLink="false"', ' isPermaLink="true"', ' domain="d"', ' term="t" label="l"', ' href="/there"',
     ' rel="enclosure" href="https://x.example/a.mp3" type="audio/mpeg" length="1"', ' rel="related" href="https://x.example/r"',
     ' rel="alternate" type="text/html" href="https://x.example/h"', ' type="html"', ' type="text"', ' type="xhtml"',
     ' url="https://x.example/f.mp3" length="2" type="AUDIO/mpeg"', ' xml:lang="es"', ' mode="escaped"',
     ' xml:base="https://y.example/"', ' xml:space="preserve"', ' rdf:about="a"', ' HREF="/up"', ' xmlns="urn:odd"',
     ' xmlns="urn:oasis:names:tc:emergency:cap:1.2"', ' type="application/xhtml+xml"', ' rel="self" href="/s"']
)  # fmt: skip


def _element(name: str, attributes: str, inside: str) -> str:
    return f"<{name}{attributes}>{inside}</{name}>"


_leaves = st.builds(_element, _names, _attributes, _words)
_persons = st.builds(
    _element,
    st.sampled_from(["author", "contributor", "itunes:owner", "atom:author"]),
    st.just(""),
    st.lists(
        st.builds(_element, st.sampled_from(["name", "email", "uri", "itunes:name", "title"]), st.just(""), _words),
        max_size=3,
    ).map("".join),
)
_groups = st.builds(
    _element,
    st.sampled_from(
        ["media:group", "media:content", "odd:box", "source", "description", "cap:alert", "alert", "content"]
    ),
    _attributes,
    st.lists(_leaves, max_size=3).map("".join),
)
_twice = _leaves.map(lambda leaf: leaf * 2)
_items = st.lists(_leaves | _leaves | _persons | _groups | _twice, max_size=7).map("".join)
_feed_parts = st.sampled_from(
    ["<title>Clinic</title>", "<title/>", "<title>Other</title>", "<link>https://x.example/</link>", "<link/>",
     '<atom:link rel="self" href="https://x.example/feed"/>', '<atom:link href="https://x.example/home"/>',
     "<language>en-GB</language>", "<dc:language>es</dc:language>", "<ttl>60</ttl>", "<ttl a='b'>60</ttl>",
     "<id>tag:x</id>",
     "<sy:updatePeriod> daily </sy:updatePeriod>", "<sy:updateFrequency>2</sy:updateFrequency>",
     "<description>About</description>", "<itunes:summary>About</itunes:summary>", "<dc:title>Named</dc:title>",
     "<image><title>Logo</title><url>u</url><link>https://x.example/l</link></image>", "<image><guid>x</guid></image>",
     "<textInput><title>Search</title><name>q</name></textInput>", "<itunes:image href='i'/>", "<author>Ann</author>",
     "<itunes:owner><itunes:name>Ann</itunes:name></itunes:owner>", "<odd:box><title>no</title></odd:box>"]
)  # fmt: skip
_bases = st.sampled_from(
    ["", "", ' xml:base="https://y.example/feeds/a.xml"', ' xml:base="http://y.example"', ' xml:base="/there"',
     ' xml:base="https://y.example/a/../b?c=1#d"', ' base="https://y.example/"', ' xml:base="https://y.example/ü"',
     ' xml:base="HTTPS://Y.example/?"', ' xml:base="javascript:x"', ' xml:base=" https://y.example/"',
     ' xml:base="https://[y/"']
)  # fmt: skip
_channels = st.lists(_feed_parts, max_size=5).map("".join)


DOCTYPE = '<!DOCTYPE x [<!ENTITY clinic "Clinic &#169;">]>'


def _compare(body: str, headers: dict[str, str] | None = None) -> None:
    said = both((DOCTYPE + body if "&clinic;" in body else body).encode(), headers)
    event("declined" if said is None else "read")
    if said is not None:
        strict, lenient = said
        assert strict == lenient
        assert _finished(strict) == _finished(lenient)


def _finished(raw: RawFeed) -> ParsedFeed:
    """What follows after reading knows only what was read, so it cannot tell the readers apart."""
    return finish_feed(raw, url=URL, known=frozenset(), now=NOW)


@given(_channels, st.lists(_items, max_size=3), _bases)
def test_both_say_the_same_of_rss(channel: str, items: list[str], base: str) -> None:
    _compare(rss(*items, channel=channel, root=RSS_ROOT + base), {"content-language": "fr"})


@given(_channels, st.lists(_items, max_size=3), _bases)
def test_both_say_the_same_of_atom(feed: str, entries: list[str], base: str) -> None:
    _compare(atom(*entries, feed=feed).replace("<feed ", f"<feed {DECLARED}{base} ", 1))


@given(
    _channels,
    st.lists(_items, max_size=3),
    st.sampled_from(["http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/"]),
)
def test_both_say_the_same_of_rdf(channel: str, items: list[str], space: str) -> None:
    declared = DECLARED.replace(f'xmlns:atom="{SPACES["atom"]}"', "")
    channel, inside = (
        text.replace("atom:", "odd:") for text in (channel, "".join(f"<item rdf:about='a'>{i}</item>" for i in items))
    )
    _compare(f'<rdf:RDF xmlns="{space}" {declared}><channel rdf:about="c">{channel}</channel>{inside}</rdf:RDF>')


@pytest.mark.parametrize(
    "body",
    [
        rss("<title>a</title><link>https://x.example/</link><description>&lt;p&gt;b&lt;/p&gt;</description>"),
        rss("<title>a</title><guid>https://x.example/1</guid><description>b</description><itunes:summary>c</itunes:summary>",
            root=RSS_ROOT),
        rss("<title>a</title><description>b</description><content:encoded>c</content:encoded><slash:comments>1</slash:comments>",
            root=RSS_ROOT),
        atom("<title>a</title><link href='https://x.example/'/><content type='html'>b</content>"),
    ],
)  # fmt: skip
def test_everyday_documents_are_read_strictly(body: str) -> None:
    """What nearly all publishers send does not pay for the lenient reader."""
    said = both(body.encode())
    assert said is not None
    assert said[0] == said[1]


def test_a_base_of_the_whole_document_is_read_strictly() -> None:
    """What Drupal writes, which many health authorities use."""
    item = "<title>a</title><link>/news/1</link><description>&lt;a href='/b'&gt;b&lt;/a&gt;</description>"
    said = both(rss(item, root='rss version="2.0" xml:base="https://y.example/en/"').encode())
    assert said is not None
    assert said[0] == said[1]
    (entry,) = said[0].entries
    assert (entry.link, entry.summary and entry.summary.base) == ("https://y.example/news/1", "https://y.example/en/")


def test_a_guid_that_feedparser_would_write_in_another_way_is_left_to_it() -> None:
    assert both(rss("<title>a</title><guid>http:///x</guid>").encode()) is None


def test_a_document_that_mending_makes_whole_is_read_strictly() -> None:
    said = both(rss("<title>Tom & Jerry&nbsp;&hellip;</title>").encode() + b"\x00<script>x</script>")
    assert said is not None
    assert said[0] == said[1]
    assert said[0].damaged


def test_the_elements_of_html_are_those_that_feedparser_knows() -> None:
    assert feedparser.sanitizer._HTMLSanitizer.acceptable_elements == HTML_NAMES  # noqa: SLF001  the reference itself
