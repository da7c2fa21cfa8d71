"""Subscription lists as people's tools write them are read whole; nothing in them loads, expands or runs away."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caregiver_app.feeds.opml import MAX_AMPERSANDS, MAX_BYTES, MAX_QUOTES, read_opml
from caregiver_app.feeds.outlines import MAX_ATTRIBUTES, MAX_DEPTH, MAX_OUTLINES
from caregiver_app.feeds.subscriptions import Subscription, Subscriptions
from caregiver_app.model.errors import FeedTrouble, OpmlError


def opml(body: str, *, before: str = '<?xml version="1.0" encoding="utf-8"?>', version: str = "2.0") -> bytes:
    return f'{before}<opml version="{version}"><head><title>Mine</title></head><body>{body}</body></opml>'.encode()


def read(body: str) -> Subscriptions:
    return read_opml(opml(body))


def only_feed(body: str) -> Subscription:
    (feed,) = read(body).feeds
    return feed


def trouble_of(data: bytes) -> OpmlError:
    with pytest.raises(OpmlError) as caught:
        read_opml(data)
    return caught.value


def outcome(data: bytes) -> Subscriptions | FeedTrouble:
    try:
        return read_opml(data)
    except OpmlError as trouble:
        return trouble.kind


def test_a_list_has_its_title_and_each_feed_its_facts() -> None:
    found = read(
        '<outline text="Carers" type="rss" xmlUrl=" https://example.org/feed " '
        'htmlUrl="https://example.org/" language="EN-gb"/>'
    )
    feed = Subscription(
        title="Carers", url="https://example.org/feed", homepage="https://example.org/", language="en-gb"
    )
    assert found == Subscriptions(title="Mine", feeds=(feed,))


def test_nested_folders_and_categories_become_topics() -> None:
    feed = only_feed(
        '<outline text="Health"><outline title=" At   home "><outline text="F" xmlUrl="https://example.org/f" '
        'category="/Health/Dementia, falls ,/,"/></outline></outline>'
    )
    assert feed.paths == (("Health", "At home"), ("Health", "Dementia"), ("falls",))
    assert feed.topics == ("Health", "At home", "Dementia", "falls")


def test_a_feed_in_two_folders_is_one_feed_of_two_topics() -> None:
    feed = only_feed(
        '<outline text="A"><outline text="" xmlUrl="https://EXAMPLE.org/f"/></outline>'
        '<outline text="B"><outline text="F" xmlUrl="https://example.org/f"/></outline>'
    )
    assert (feed.title, feed.topics) == ("F", ("A", "B"))


@pytest.mark.parametrize(
    "outline",
    [
        '<outline text="F" xmlurl="https://example.org/f"/>',
        '<OUTLINE TEXT="F" XMLURL="https://example.org/f"/>',
        '<outline title="F" type="rss" url="https://example.org/f"/>',
        '<outline text="F" type="Atom" url="https://example.org/f"/>',
        '<outline text="F" url="https://example.org/f/feed/"/>',
        "<outline text='F' type='link' xmlUrl='https://example.org/f'></outline>",
        '<outline text="F" xmlUrl="https://example.org/&#10;f"/>',
        '<o:outline xmlns:o="http://opml.org/spec2" text="F" xmlUrl="https://example.org/f"/>',
    ],
)
def test_however_a_feed_is_written_it_is_found(outline: str) -> None:
    feed = only_feed(outline)
    assert feed.title == "F"
    assert feed.url.startswith("https://example.org/")


@pytest.mark.parametrize(
    ("outline", "title", "url"),
    [
        ('<outline text="Q & A" xmlUrl="https://example.org/?a=1&b=2"/>', "Q & A", "https://example.org/?a=1&b=2"),
        ('<outline text="Q &amp; A & B" xmlUrl="https://e.org/f"/>', "Q & A & B", "https://e.org/f"),
        ('<outline text="The "Daily" News" xmlUrl="https://e.org/f"/>', 'The "Daily" News', "https://e.org/f"),
        ('<outline text="a < b" xmlUrl="https://e.org/f"/>', "a < b", "https://e.org/f"),
        ('<outline text="arch&aelig;ology&nbsp;1" xmlUrl="https://e.org/f"/>', "archæology 1", "https://e.org/f"),
        ('<outline text="&egregious; & &#0;&#65;" xmlUrl="https://e.org/f"/>', "&egregious; & A", "https://e.org/f"),
        ('<outline text="&LT;b&GT; &" xmlUrl="https://e.org/f"/>', "<b> &", "https://e.org/f"),
        ('<outline text="A" text="B" xmlUrl="https://e.org/f"/>', "A", "https://e.org/f"),
        ('<outline text="A"xmlUrl="https://e.org/f"/>', "A", "https://e.org/f"),
        ('<outline text="A xmlUrl="https://e.org/f"/>', "A", "https://e.org/f"),
        (
            '<outline text="A" description="see <a href="https://x.org/">it</a>" xmlUrl="https://e.org/f"/>',
            "A",
            "https://e.org/f",
        ),
        ("<outline text='He's here' xmlUrl='https://e.org/f'/>", "He's here", "https://e.org/f"),
        ('<outline text="A\x00\x08" xmlUrl="https://e.org/f"/>', "A", "https://e.org/f"),
    ],
)
def test_what_is_not_well_formed_is_mended(outline: str, title: str, url: str) -> None:
    found = read(f'{outline}<outline text="after" xmlUrl="https://example.org/after"/>')
    assert [(feed.title, feed.url) for feed in found.feeds] == [(title, url), ("after", "https://example.org/after")]


def test_mending_is_told() -> None:
    assert read('<outline text="Q & A"/>').damaged
    assert not read('<outline text="Q &amp; A"/>').damaged


def test_a_list_cut_short_keeps_what_came_before() -> None:
    whole = opml('<outline text="A" xmlUrl="https://e.org/a"/><outline text="B" xmlUrl="https://e.org/b"/>')
    assert [feed.title for feed in read_opml(whole[: whole.index(b"https://e.org/b")]).feeds] == ["A"]


def test_lists_and_pages_are_named_and_not_taken_for_feeds() -> None:
    found = read(
        '<outline text="L" type="include" url="https://e.org/list/"/><outline text="M" type="link" '
        'url="https://e.org/m.opml"/><outline text="P" type="link" url="https://e.org/p"/><outline htmlUrl="https://e.org/"/>'
    )
    assert found.feeds == ()
    assert [reference.url for reference in found.lists] == ["https://e.org/list/", "https://e.org/m.opml"]
    assert [reference.url for reference in found.pages] == ["https://e.org/p", "https://e.org/"]


@pytest.mark.parametrize("version", ["1.0", "1.1", "2.0", "9"])
def test_every_version_is_read(version: str) -> None:
    assert len(read_opml(opml('<outline xmlUrl="https://e.org/"/>', version=version)).feeds) == 1


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("us-ascii", "utf-8"),
        ("windows-1252", "cp1252"),
        ("nonsense", "utf-8"),
        ("rot13", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-8", "utf-16-le"),
    ],
)
def test_a_wrong_charset_spoils_no_title(declared: str, codec: str) -> None:
    text = opml(
        '<outline text="Cuidados – año" xmlUrl="https://e.org/"/>',
        before=f'<?xml version="1.0" encoding="{declared}"?>',
    ).decode()
    assert read_opml(text.encode(codec)).feeds[0].title == "Cuidados – año"


EXPANDING = """<?xml version="1.0"?><!DOCTYPE opml [
  <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
  <!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY % more SYSTEM "http://127.0.0.1:1/x.dtd"> %more; {}"""


@pytest.mark.parametrize("end", ["]>", "", "]", "<!ENTITY d '>]>'>]>"])
def test_nothing_that_a_list_declares_is_loaded_or_expanded(end: str) -> None:
    data = opml('<outline text="&c;&file;" xmlUrl="https://e.org/"/>', before=EXPANDING.format(end))
    try:
        titles = [feed.title for feed in read_opml(data).feeds]
    except OpmlError:
        titles = []
    assert not any("aaaa" in title or "root:" in title for title in titles)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", FeedTrouble.EMPTY),
        (b" \n\t", FeedTrouble.EMPTY),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", FeedTrouble.HTML),
        (b"<html><head><title>x</title>", FeedTrouble.HTML),
        (b'<rss version="2.0"><channel/></rss>', FeedTrouble.NOT_A_FEED),
        (b'{"feeds": []}', FeedTrouble.NOT_A_FEED),
        (b"just words", FeedTrouble.NOT_A_FEED),
        (b"PK\x03\x04\x00\x00", FeedTrouble.BINARY),
        (b"\x89PNG\r\n\x1a\n", FeedTrouble.IMAGE),
        (b" " * (MAX_BYTES + 1), FeedTrouble.TOO_LARGE),
        (opml("<outline/>" * (MAX_OUTLINES + 1)), FeedTrouble.TOO_LARGE),
        (opml("<x/>" * 200_001), FeedTrouble.TOO_LARGE),
        (opml("<outline>" * (MAX_DEPTH + 1) + "</outline>" * (MAX_DEPTH + 1)), FeedTrouble.TOO_DEEP),
    ],
)
def test_what_is_no_list_has_a_name(data: bytes, kind: FeedTrouble) -> None:
    assert trouble_of(data).kind is kind


def test_the_bounds_themselves_are_kept() -> None:
    deep = "<outline>" * (MAX_DEPTH - 2) + '<outline xmlUrl="https://e.org/"/>' + "</outline>" * (MAX_DEPTH - 2)
    assert len(read(deep).feeds) == 1
    many = "".join(f'<outline xmlUrl="https://e.org/{n}"/>' for n in range(MAX_OUTLINES))
    assert len(read(many).feeds) == MAX_OUTLINES


def test_an_outline_is_read_by_its_first_attributes_however_many_it_has() -> None:
    """A hundred thousand of them took more than a minute."""
    address = 'xmlUrl="https://e.org/"'
    others = " ".join(f'a{n}="x"' for n in range(100_000))
    assert only_feed(f"<outline {address} {others}/>").url == "https://e.org/"
    few = " ".join(f'a{n}="x"' for n in range(MAX_ATTRIBUTES - 1))
    assert only_feed(f"<outline {few} {address}/>").url == "https://e.org/"
    assert read(f"<outline {others} {address}/>").feeds == ()


@given(st.binary(max_size=300))
@example(b"<opml><outline")
@example(b'<opml><outline a="')
@example(b"<rdf:RDF")
def test_any_bytes_give_a_list_or_a_named_trouble(data: bytes) -> None:
    for attempt in (data, b"<opml><body>" + data, b'<opml><outline text="' + data + b'"/></opml>'):
        assert isinstance(outcome(attempt), Subscriptions | FeedTrouble)


@given(st.text(alphabet="<>/=\"' &;outline xmlUrl=text!-[]", max_size=120))
def test_any_mishmash_of_outlines_gives_a_list_or_a_named_trouble(body: str) -> None:
    assert isinstance(outcome(opml(body)), Subscriptions | FeedTrouble)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters='<"'), max_size=20), min_size=1, max_size=5))
def test_bare_ampersands_and_stray_marks_lose_no_feed(titles: list[str]) -> None:
    body = "".join(f'<outline text="{title} & x" xmlUrl="https://e.org/{n}"/>' for n, title in enumerate(titles))
    assert [feed.url for feed in read(body).feeds] == [f"https://e.org/{n}" for n in range(len(titles))]


def test_a_blogroll_of_agents_is_read() -> None:
    data = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:foaf="http://xmlns.com/foaf/0.1/"
      xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#" xmlns:rss="http://purl.org/rss/1.0/">
      <foaf:Group><foaf:name>Carers</foaf:name><foaf:member><foaf:Agent><foaf:name>Ann</foaf:name><foaf:weblog>
      <foaf:Document rdf:about="https://e.org/"><rdfs:seeAlso><rss:channel rdf:about="https://e.org/f"/></rdfs:seeAlso>
      </foaf:Document></foaf:weblog></foaf:Agent></foaf:member></foaf:Group></rdf:RDF>"""
    (feed,) = read_opml(data).feeds
    assert feed == Subscription(title="Ann", url="https://e.org/f", homepage="https://e.org/", paths=(("Carers",),))


def test_saved_tabs_of_igoogle_are_read() -> None:
    data = b"""<GadgetTabML xmlns="http://schemas.google.com/GadgetTabML/2008" xmlns:iGoogle="http://schemas.google.com/iGoogle/2008">
      <Tab title="Health"><Section><iGoogle:Module type="RSS"><iGoogle:ModulePrefs xmlUrl="https://e.org/f"/>
      </iGoogle:Module><iGoogle:Module type="clock"><iGoogle:ModulePrefs xmlUrl="https://e.org/no"/></iGoogle:Module>
      </Section></Tab></GadgetTabML>"""
    (feed,) = read_opml(data).feeds
    assert (feed.url, feed.topics) == ("https://e.org/f", ("Health",))


BROKEN_AND_COSTLY = {
    "ampersands": '<outline text="' + "& " * (MAX_AMPERSANDS + 1) + '" xmlUrl="https://e.org/"/>',
    "marks": "<outline " + 'a="b" ' * (MAX_QUOTES // 2 + 1) + "/>",
}


@pytest.mark.parametrize("body", BROKEN_AND_COSTLY.values(), ids=BROKEN_AND_COSTLY.keys())
def test_a_broken_list_that_would_take_seconds_to_mend_is_refused(body: str) -> None:
    assert trouble_of(opml(body)).kind is FeedTrouble.TOO_LARGE


def test_a_broken_list_of_ten_thousand_feeds_is_mended() -> None:
    line = '<outline text="A & B & C" xmlUrl="https://e.org/{n}?a=1&b=2&c=3" htmlUrl="https://e.org/{n}" type="rss"/>'
    found = read("".join(line.format(n=n) for n in range(MAX_OUTLINES)))
    assert len(found.feeds) == MAX_OUTLINES
    assert found.damaged


def test_of_endless_categories_the_first_are_kept() -> None:
    feed = only_feed(f'<outline xmlUrl="https://e.org/" category="/a/b,/c,{"/d/e," * 100_000}"/>')
    assert feed.paths[:2] == (("a", "b"), ("c",))
    assert len(feed.paths) <= 50
