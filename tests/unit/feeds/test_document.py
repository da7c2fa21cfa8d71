"""What kind of document some bytes are, and that no declaration in them ever reaches a parser."""

from __future__ import annotations

import pytest

from caregiver_app.feeds import doctype
from caregiver_app.feeds.document import open_document
from caregiver_app.feeds.jobs import MAX_BODY_BYTES
from caregiver_app.feeds.mending import ends_with, mend
from caregiver_app.model.errors import FeedTrouble
from tests.helpers.parsing import URL, read, rss, trouble_with


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", FeedTrouble.EMPTY),
        (b" \n\t\xef\xbb\xbf", FeedTrouble.EMPTY),
        (b"\x89PNG\r\n\x1a\n", FeedTrouble.IMAGE),
        (b"GIF89a", FeedTrouble.IMAGE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", FeedTrouble.IMAGE),
        (b"%PDF-1.7", FeedTrouble.BINARY),
        (b"PK\x03\x04", FeedTrouble.BINARY),
        (b"\x1f\x8b\x08", FeedTrouble.BINARY),
        (bytes(range(256)) * 4, FeedTrouble.BINARY),
        (b"Not found", FeedTrouble.NOT_A_FEED),
        (b"<opml version='2.0'><body/></opml>", FeedTrouble.NOT_A_FEED),
        (b'{"error": "no such page"}', FeedTrouble.NOT_A_FEED),
        (b"[]", FeedTrouble.NOT_A_FEED),
        (b"<!DOCTYPE html><title>Welcome</title>", FeedTrouble.HTML),
        (b"<html><body>Welcome</body></html>", FeedTrouble.HTML),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", FeedTrouble.HTML),
        (b"<p>Down for maintenance</p>", FeedTrouble.HTML),
        (b"Error: <html><body>x", FeedTrouble.HTML),
        (b"<rss version='2.0'><channel><title>Cut", FeedTrouble.TRUNCATED),
        (b'{"version": "https://jsonfeed.org/version/1", "items": [', FeedTrouble.TRUNCATED),
        (b"<rss><channel>" + b"<a>" * 300, FeedTrouble.TOO_DEEP),
        (b"[" * 200_000, FeedTrouble.TOO_DEEP),
        (b" " * (MAX_BODY_BYTES + 1), FeedTrouble.TOO_LARGE),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_no_feed_has_a_name(body: bytes, kind: FeedTrouble) -> None:
    assert trouble_with(body).kind is kind


def test_a_web_page_comes_with_the_feeds_that_it_names() -> None:
    page = '<html><head><link rel="alternate" type="application/rss+xml" href="/all.xml" title="All"></head></html>'
    assert trouble_with(page).links == ("https://clinic.example/all.xml",)


@pytest.mark.parametrize(
    "before",
    [
        "\n\n  <?xml version='1.0'?>",
        "<br />\n<b>Warning</b>: mysql_connect() in /x.php<br />\n<?xml version='1.0'?>",
        "Notice: undefined index\n",
        "<!-- a --><?xml-stylesheet href='x'?><!-- b -->",
        "<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://my.netscape.com/rss-0.91.dtd'>",
        "<!DOCTYPE rss [ <!-- don't > --> <!ENTITY a 'b>c'> ]>",
    ],
)
def test_what_stands_before_a_feed_does_not_hide_it(before: str) -> None:
    feed = read(before + rss("<title>Falls</title>"))
    assert feed.title == "Clinic news"
    assert [entry.text and entry.text.title for entry in feed.entries] == ["Falls"]


def test_white_space_before_a_root_is_no_damage_and_before_a_declaration_it_is() -> None:
    assert not read("\n " + rss("<title>a</title>")).damaged
    assert read("\n <?xml version='1.0'?>" + rss("<title>a</title>")).damaged


@pytest.mark.parametrize(
    "flood", ["<!a>", "<!-- -->", "<?a?>", "<!'", "<!DOCTYPE [", " " * 2_000, "<?xml version='1.0'?>x"]
)
def test_a_flood_before_the_root_ends_soon(flood: str) -> None:
    """That it ends is the claim: nothing is looked for again and again."""
    assert trouble_with(flood * (2_000_000 // len(flood))).kind in (FeedTrouble.NOT_A_FEED, FeedTrouble.EMPTY)


def test_a_feed_inside_a_page_is_found() -> None:
    page = f"<!DOCTYPE html><html><body>{rss('<title>Falls</title>')}</body></html>"
    feed = read(page)
    assert feed.damaged
    assert len(feed.entries) == 1


def test_external_entities_are_neither_loaded_nor_kept() -> None:
    body = (
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY % p SYSTEM "http://127.0.0.1:1/x"> %p;]>'
        + rss("<title>before &x; after</title>")
    )
    (entry,) = read(body).entries
    assert entry.text is not None
    assert entry.text.title == "before &x; after"


def test_plain_abbreviations_are_written_out() -> None:
    body = '<!DOCTYPE rss [<!ENTITY clinic "St. Mary&#39;s">]>' + rss("<title>News of &clinic;</title>")
    (entry,) = read(body).entries
    assert entry.text is not None
    assert entry.text.title == "News of St. Mary's"


def test_abbreviations_that_multiply_are_not() -> None:
    """The billion laughs, and one long entity named a million times: reading goes on, and nothing grows."""
    laughs = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>' + rss(
        "<title>Falls &c;</title>"
    )
    (entry,) = read(laughs).entries
    assert entry.text is not None
    assert entry.text.title.startswith("Falls")
    names_alone = f'{laughs.partition("<rss")[0]}<rss version="2.0"><channel><title>&c;</title></channel></rss>'
    assert not read(names_alone).title, "its host says more than the name of an abbreviation"
    long = f'<!DOCTYPE rss [<!ENTITY a "{"x" * 900}">]>' + rss("&a;" * 100_000)
    document = open_document(URL, {}, long.encode())
    assert len(document.text) < len(long) + doctype.MAX_GROWTH_CHARS


def test_declarations_are_found_to_their_end() -> None:
    text = "<!DOCTYPE a [ <!ENTITY b ']>'> <!-- ]> --> ]><rss>"
    assert text[doctype.end_of(text, 0) :] == "<rss>"
    assert doctype.end_of("<!DOCTYPE never", 0) == len("<!DOCTYPE never")
    assert doctype.entities("<!ENTITY a 'b'><!ENTITY a 'c'><!ENTITY d '&a;'><!ENTITY lt 'x'>") == {"a": "b"}


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("<a>Tom & Jerry &amp; Co &nbsp;&eacute; &nonsense; &#233; &#x41;</a>",
         "<a>Tom &amp; Jerry &amp; Co \xa0é &amp;nonsense; &#233; &#x41;</a>"),
        ("<a b='?x=1&y=2'/></a>", "<a b='?x=1&amp;y=2'/></a>"),
        ("<a>\x00\x0b\ufffe&#0;&#xD800;&#x110000;&#999999999999;x</a>", "<a>x</a>"),
        ("<a><![CDATA[Tom & Jerry &nbsp;]]>&</a>", "<a><![CDATA[Tom & Jerry &nbsp;]]>&amp;</a>"),
        ("<a></a><script>track()</script>", "<a></a>"),
        ("<a></x:A >\n<!-- cached -->", "<a></x:A >"),
    ],
)  # fmt: skip
def test_mistakes_without_loss_are_undone(written: str, mended: str) -> None:
    assert mend(written, "a") == mended


def test_the_end_of_a_document_is_seen() -> None:
    assert ends_with("<rss></rss>", "rss")
    assert ends_with("<rss></rss", "rss")
    assert not ends_with("<rss><channel>", "rss")
