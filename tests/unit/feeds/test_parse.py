"""Documents of every format, whole and damaged, read to entries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.feeds.parse import parse_feed
from caregiver_app.model.entry import ParsedFeed
from caregiver_app.model.errors import FeedError
from caregiver_app.model.time import to_iso
from caregiver_app.support.markup import is_safe
from tests.helpers.parsing import a_job, atom, only_entry, only_text, read, rss

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel rdf:about="https://clinic.example/"><title>Clinic news</title><link>https://clinic.example/</link>
<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel>
<item rdf:about="https://clinic.example/falls"><title>Falls</title><link>https://clinic.example/falls</link>
<dc:date>2026-11-23T08:05:00Z</dc:date><dc:creator>Ann</dc:creator><description>Keep a light on.</description></item>
</rdf:RDF>"""


def test_rss_with_its_modules_is_read() -> None:
    item = """<title>Falls &amp;amp; stairs</title><link>/falls</link><guid isPermaLink="false">n-1</guid>
    <pubDate>Mon, 23 Nov 2026 08:05:00 EST</pubDate><dc:creator>Ann</dc:creator><category>Home</category>
    <category>Falls</category><description>In short.</description><slash:comments>7</slash:comments>
    <content:encoded><![CDATA[<p>Keep a <b>light</b> on. <a href="more">More</a></p>]]></content:encoded>"""
    root = (
        'rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:slash="http://purl.org/rss/1.0/modules/slash/"'
    )
    channel = "<title>Clinic news</title><link>https://clinic.example/</link><language>en-gb</language><ttl>90</ttl>"
    feed = read(rss(item, channel=channel, root=root))
    assert (feed.title, feed.homepage, feed.language, feed.ttl_s, feed.damaged, feed.dropped) == (
        "Clinic news", "https://clinic.example/", "en-gb", 5_400, False, 0,
    )  # fmt: skip
    entry = only_entry(feed)
    assert (entry.guid, entry.link) == ("n-1", "https://clinic.example/falls")
    assert to_iso(entry.published_at) == "2026-11-23T13:05:00+00:00"
    text = entry.text
    assert text is not None
    assert (text.title, text.author, text.categories) == ("Falls & stairs", "Ann", ("Home", "Falls"))
    assert text.html == '<p>Keep a <b>light</b> on. <a href="https://clinic.example/news/more">More</a></p>'
    assert (text.text, text.summary, text.words) == ("Keep a light on. More", "In short.", 5)


def test_atom_is_read() -> None:
    entry = """<id>tag:clinic.example,2026:1</id><title type="html">&lt;b&gt;Falls&lt;/b&gt; &amp;amp; stairs</title>
    <link rel="self" href="/entry/1"/><link href="/falls"/><updated>2026-11-23T09:00:00Z</updated>
    <published>2026-11-23T08:05:00Z</published><author><name>Ann</name><email>ann@clinic.example</email></author>
    <category term="home" label="At home"/><content type="html">&lt;p&gt;Keep a light on.&lt;/p&gt;</content>"""
    parsed = only_entry(read(atom(entry)))
    assert (parsed.guid, parsed.link) == ("tag:clinic.example,2026:1", "https://clinic.example/falls")
    assert to_iso(parsed.published_at) == "2026-11-23T08:05:00+00:00"
    assert to_iso(parsed.updated_at) == "2026-11-23T09:00:00+00:00"
    assert parsed.text is not None
    assert (parsed.text.title, parsed.text.author) == ("Falls & stairs", "Ann")
    assert parsed.text.categories == ("At home",)
    assert parsed.text.html == "<p>Keep a light on.</p>"


def test_rdf_is_read() -> None:
    feed = read(RDF)
    entry = only_entry(feed)
    assert feed.ttl_s == 1_800
    assert entry.guid == entry.link == "https://clinic.example/falls"
    assert to_iso(entry.published_at) == to_iso(entry.updated_at) == "2026-11-23T08:05:00+00:00"


def test_xhtml_in_atom_is_read() -> None:
    content = (
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Keep a <b>light</b> on.</p></div></content>'
    )
    assert only_text(atom(f"<title>Falls</title>{content}")).html == "<p>Keep a <b>light</b> on.</p>"


def test_old_atom_and_odd_roots_are_read() -> None:
    assert only_text(
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>Falls</title></entry></feed>'
    ).title
    assert only_text("<channel><item><title>Falls</title></item></channel>").title == "Falls"
    assert only_text(
        '<x:feed xmlns:x="http://www.w3.org/2005/Atom"><x:entry><x:title>Falls</x:title></x:entry></x:feed>'
    ).title


def test_addresses_are_resolved_against_xml_base() -> None:
    feed = read(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/a/"><title>t</title><entry>'
        '<title>t</title><link href="b"/><content type="html">&lt;a href="c"&gt;x&lt;/a&gt;</content></entry></feed>'
    )
    entry = only_entry(feed)
    assert entry.link == "https://other.example/a/b"
    assert entry.text is not None
    assert entry.text.html == '<a href="https://other.example/a/c">x</a>'


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://u:p@x.example/"]
)
def test_links_that_do_not_lead_to_the_web_are_none(link: str) -> None:
    entry = only_entry(read(rss(f"<title>t</title><link>{link}</link><guid isPermaLink='false'>{link}</guid>")))
    assert entry.link is None
    assert entry.guid == link


def test_a_guid_that_is_no_address_is_no_link() -> None:
    entry = only_entry(read(rss("<title>t</title><guid>12345</guid>")))
    assert (entry.guid, entry.link) == ("12345", None)
    entry = only_entry(read(rss("<title>t</title><guid>https://clinic.example/1</guid>")))
    assert entry.link == "https://clinic.example/1"


def test_an_entry_with_a_related_document_only_leads_there() -> None:
    assert only_entry(read(atom('<title>t</title><link rel="related" href="/alert.cap"/>'))).link == (
        "https://clinic.example/alert.cap"
    )


def test_a_truncated_feed_gives_what_it_has() -> None:
    whole = rss(*(f"<title>Entry {n}</title><link>https://clinic.example/{n}</link>" for n in range(5)))
    feed = read(whole[: len(whole) * 2 // 3])
    assert feed.damaged
    assert [entry.link for entry in feed.entries][:2] == ["https://clinic.example/0", "https://clinic.example/1"]


def test_an_item_that_is_never_closed_is_kept() -> None:
    feed = read("<rss><channel><title>t</title><item><title>a</title></item><item><title>b</title></channel></rss>")
    assert feed.damaged
    assert [entry.text and entry.text.title for entry in feed.entries] == ["a", "b"]


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Tom & Jerry", "Tom & Jerry"),
        ("Stairs&nbsp;and&eacute;t&hellip;", "Stairs andét…"),
        ("Stairs\x0b and \x00steps", "Stairs and steps"),
        ("Stairs &#x1F; and &#xD800; steps", "Stairs and steps"),
        ("Search ue\ue000mark\ue001", "Search uemark"),
    ],
)
def test_a_document_that_is_no_xml_is_read_all_the_same(written: str, title: str) -> None:
    assert only_text(rss(f"<title>{written}</title><link>https://clinic.example/?a=1&b=2</link>")).title == title


def test_a_feed_without_entries_is_a_feed() -> None:
    feed = read(rss(channel="<title>Clinic news</title>"))
    assert (feed.title, feed.entries, feed.damaged) == ("Clinic news", (), False)


def test_charset_lies_are_survived_and_told() -> None:
    body = '<?xml version="1.0" encoding="utf-8"?>' + rss("<title>Café – “naïve”</title>")
    feed = read(body.encode("cp1252"), headers={"content-type": "text/xml; charset=utf-8"})
    assert feed.damaged
    assert feed.entries[0].text is not None
    assert feed.entries[0].text.title == "Café – “naïve”"


def test_the_language_of_the_answer_counts_where_the_feed_says_none() -> None:
    assert read(rss("<title>t</title>"), headers={"content-language": "es"}).language == "es"
    assert read(rss("<title>t</title>"), headers={"content-language": "<b>"}).language == ""


_TAGS = (
    "rss channel item title link description guid pubDate content:encoded dc:creator feed entry content summary id "
    "rdf:RDF author name category enclosure source image media:group media:title itunes:summary xhtml:div p b"
).split()
_XML = st.recursive(
    st.sampled_from(
        ["text", " ", "&amp;", "&", "&#0;", "&x;", "<![CDATA[<b>x</b>]]>", "<!-- c -->", "\x00", "é", "]]>"]
    ),
    lambda inner: st.tuples(st.sampled_from(_TAGS), st.lists(inner, max_size=4)).map(
        lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0]}>"
    ),
    max_leaves=20,
)
_START = st.sampled_from(
    ["", "<?xml version='1.0'?>", "<rss>", '<feed xmlns="http://www.w3.org/2005/Atom">', "{", "<html>"]
)


@given(st.binary(max_size=300) | st.tuples(_START, _XML).map(lambda made: "".join(made).encode()))
def test_any_bytes_end_as_a_feed_or_as_a_named_trouble(body: bytes) -> None:
    try:
        feed = parse_feed(a_job(body))
    except FeedError:
        return
    _check(feed)


def _check(feed: ParsedFeed) -> None:
    for entry in feed.entries:
        assert entry.text is not None
        assert entry.text.title
        assert is_safe(entry.text.html)
        assert entry.link is None or entry.link.startswith(("http://", "https://"))
        for text in (entry.text.title, entry.text.text, entry.text.summary, entry.text.author, entry.guid or ""):
            assert not set("\x00\ue000\ue001") & set(text)
