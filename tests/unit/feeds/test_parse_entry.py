"""What may be stored of an entry: hashes, titles, bounds, and nothing made for what is known."""

from __future__ import annotations

from caregiver_app.feeds import parse_entry
from caregiver_app.feeds.raw import RawEntry, RawFeed, RawText
from caregiver_app.model.entry import ParsedFeed
from tests.helpers.parsing import NOW, URL, only_entry, only_text, read, rss

ITEM = "<title>Falls</title><guid isPermaLink='false'>1</guid><description>Keep a light on.</description>"


def finished(*entries: RawEntry, language: str = "en") -> ParsedFeed:
    return parse_entry.finish_feed(RawFeed(entries=entries, language=language), url=URL, known=frozenset(), now=NOW)


def html(value: str) -> RawText:
    return RawText(value=value, html=True)


def test_a_hash_is_of_the_entry_alone_and_always_the_same() -> None:
    one = only_entry(read(rss(ITEM))).raw_hash
    among_others = read(rss("<title>other</title>", ITEM, channel="<title>x</title><lastBuildDate>now</lastBuildDate>"))
    assert among_others.entries[1].raw_hash == one
    assert RawEntry(guid="1", title=RawText(value="Falls", html=False)).hash() == (
        "4a6bc5e05f05a32c1257e6ab466f0201dd19dda7e7011a8ed3f2076280eb127c"
    )


def test_counts_of_comments_change_no_hash_and_words_do() -> None:
    counted = rss(
        ITEM + "<slash:comments>7</slash:comments>",
        root='rss version="2.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"',
    )
    assert only_entry(read(counted)).raw_hash == only_entry(read(rss(ITEM))).raw_hash
    for was, becomes in (("Falls", "Fall"), (">1<", ">2<"), ("light", "lamp")):
        assert only_entry(read(rss(ITEM.replace(was, becomes)))).raw_hash != only_entry(read(rss(ITEM))).raw_hash


def test_the_same_words_have_the_same_hash_whichever_reader_read_them() -> None:
    """A document that is damaged today and whole tomorrow has no changed entries."""
    whole, damaged = rss(ITEM, "<title>b</title>"), rss(ITEM, "<title>b<title>")
    assert read(damaged).damaged
    assert read(damaged).entries[0].raw_hash == read(whole).entries[0].raw_hash


def test_of_known_entries_nothing_is_made_but_what_finds_them() -> None:
    item = ITEM + "<link>/falls</link><pubDate>Mon, 23 Nov 2026 08:05:00 GMT</pubDate>"
    new = only_entry(read(rss(item)))
    known = only_entry(read(rss(item), known=[new.raw_hash]))
    assert known.text is None
    assert (known.guid, known.link, known.published_at) == (new.guid, new.link, new.published_at)


def test_titles_are_plain_text_decoded_once() -> None:
    for written, title in (
        ("AT&amp;T", "AT&T"),
        ("AT&amp;amp;T", "AT&T"),
        ("1 &lt; 2", "1 < 2"),
        ("Use of &lt;b&gt; in HTML", "Use of <b> in HTML"),
        ("&lt;b&gt;Bold&lt;/b&gt; &amp;#8211; news", "Bold – news"),
        ("<![CDATA[Tom &amp; Jerry]]>", "Tom & Jerry"),
        ("  two\n lines ", "two lines"),
        ("turned \u202eround", "turned round"),
        ("x" * 2_000, "x" * 999 + "…"),
    ):
        assert only_text(rss(f"<title>{written}</title><guid>1</guid>")).title == title


def test_an_entry_without_title_is_called_by_what_it_has() -> None:
    for item, title in (
        ("<description>Keep a light on. And more.\n</description>", "Keep a light on. And more."),
        ("<description>&lt;img src='https://x.example/w.jpg' alt='A walk'&gt;</description>", "A walk"),
        ("<description>&lt;img src='https://x.example/w.jpg'&gt;</description>", "w.jpg"),
        ("<enclosure url='https://x.example/talk.mp3' type='audio/mpeg' length='1'/>", "talk.mp3"),
        ("<link>https://x.example/y</link>", "https://x.example/y"),
        ("<guid isPermaLink='false'>n-1</guid>", "n-1"),
        ("<pubDate>Mon, 23 Nov 2026 08:05:00 GMT</pubDate>", "Mon, 23 Nov 2026 08:05:00 GMT"),
    ):
        assert only_text(rss(item)).title == title


def test_an_entry_that_says_nothing_is_none() -> None:
    assert read(rss("", "<title> </title>", "<title>a</title>")).entries[0].text is not None
    assert len(read(rss("", "<title> </title>", "<title>a</title>")).entries) == 1


def test_the_fullest_text_is_the_article() -> None:
    short, full = html("<p>In short.</p>"), html("<p>All of it, word for word.</p>")
    for entry in (RawEntry(summary=short, contents=(full,)), RawEntry(summary=full, contents=(short,))):
        (made,) = finished(entry).entries
        assert made.text is not None
        assert made.text.text == "All of it, word for word."
    only_picture = html('<p><img src="https://x.example/a-very-long-name-of-a-picture.jpg"></p>')
    (made,) = finished(RawEntry(summary=short, contents=(only_picture,))).entries
    assert made.text is not None
    assert made.text.text == "In short."


def test_plain_text_keeps_its_lines() -> None:
    (made,) = finished(RawEntry(contents=(RawText(value="a < b\n\nc", html=False),))).entries
    assert made.text is not None
    assert made.text.html == "<p>a &lt; b</p><p>c</p>"


def test_bounds_hold() -> None:
    entry = RawEntry(
        guid="g" * 9_000,
        title=RawText(value="t " * 9_000, html=False),
        contents=(html("<p>" + "word " * 100_000 + "</p>"),),
        authors=("a" * 300, "b"),
        categories=tuple(f"{n}" + "c" * 200 for n in range(100)),
    )
    (made,) = finished(entry).entries
    text = made.text
    assert made.guid is not None
    assert text is not None
    assert len(made.guid) == parse_entry.MAX_GUID_CHARS
    assert len(text.title) <= parse_entry.MAX_TITLE_CHARS
    assert len(text.author) <= parse_entry.MAX_AUTHOR_CHARS
    assert len(text.categories) == parse_entry.MAX_CATEGORIES
    assert max(map(len, text.categories)) <= parse_entry.MAX_CATEGORY_CHARS
    assert len(text.summary) <= 300
    assert text.text.startswith("word word")
    assert len(text.text) <= 150_000


def test_more_entries_than_the_bound_are_counted_not_read() -> None:
    feed = read(rss(*(f"<title>{n}</title>" for n in range(parse_entry.MAX_ENTRIES + 7))))
    assert (len(feed.entries), feed.dropped) == (parse_entry.MAX_ENTRIES, 7)
    damaged = read(rss(*(f"<title>{n}</title>" for n in range(parse_entry.MAX_ENTRIES + 7)))[:-20])
    assert (len(damaged.entries), damaged.dropped) == (parse_entry.MAX_ENTRIES, 7)


def test_dates_in_the_future_are_none() -> None:
    for written, is_believed in (("Tue, 24 Nov 2026 08:00:00 GMT", True), ("Tue, 24 Nov 2037 08:00:00 GMT", False)):
        entry = only_entry(read(rss(f"{ITEM}<pubDate>{written}</pubDate>")))
        assert (entry.published_at is not None) == is_believed


def test_names_of_authors_are_names() -> None:
    for written, name in (
        ("ann@clinic.example (Ann Other)", "Ann Other"),
        ("ann@clinic.example", "ann@clinic.example"),
        ("Ann Other (mailto:ann@clinic.example)", "Ann Other"),
        ("Ann Other", "Ann Other"),
    ):
        assert only_text(rss(f"{ITEM}<author>{written}</author>")).author == name
