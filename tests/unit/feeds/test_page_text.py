"""The main text of a page: all that a carer needs of it, nothing around it, under its own title, and harmless."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.feeds import page_text
from caregiver_app.feeds.jobs import MAX_PAGE_BYTES, PageJob
from caregiver_app.feeds.page_text import read_page
from caregiver_app.model.entry import EntryText
from caregiver_app.model.errors import FeedError, FeedTrouble
from caregiver_app.support.markup import is_safe, pictures_in
from caregiver_app.support.plain_text import to_text
from tests.helpers.keeping import SENTENCE, long_page, page

URL = "https://clinic.org/falls/advice"
HEALTH = """
<div class="care-card"><h3><span class="hidden">Immediate action required: </span>Call 999 if:</h3>
<ul><li>someone has fallen and cannot get up</li><li>they hit their head</li></ul></div>
<div class="warning-callout"><h3>Important</h3><p>Do not try to lift somebody alone.</p></div>
<div class="inset-text"><p>Keep a blanket near the floor.</p></div>
<details><summary>How to get up</summary><div><p>Roll over, crawl, push up on a chair.</p></div></details>
<h2>Doses</h2><table><caption>Doses by age</caption><thead><tr><th>Age</th><th>How much</th></tr></thead>
<tbody><tr><td>65 to 74</td><td>half a tablet</td></tr></tbody></table>
<h2>Who helps</h2><ul><li><a href="tel:116123">Samaritans: 116 123</a></li>
<li><a href="tel:+448006781602">Age UK: 0800 678 1602</a></li></ul>
<p>Write to <a href="mailto:falls@clinic.org">falls@clinic.org</a>, or <a href="mailto:x@clinic.org">by mail</a>.</p>
<p>Page last reviewed: 3 March 2026</p>
"""


def read(body: bytes | str, *, content_type: str = "", url: str = URL) -> EntryText:
    data = body.encode() if isinstance(body, str) else body
    (entry,) = read_page(PageJob(url=url, headers={"content-type": content_type}, body=data)).entries
    assert entry.text is not None
    return entry.text


@pytest.mark.parametrize(
    ("head", "canonical"),
    [
        ('<link rel="canonical" href="https://clinic.org/falls">', "https://clinic.org/falls"),
        ('<link rel="alternate CANONICAL" href="/falls">', "https://clinic.org/falls"),
        ('<base href="https://clinic.org/a/"><link rel=canonical href="b">', "https://clinic.org/a/b"),
        ('<link rel="canonical" href="https://clinic.org/a"><link rel="canonical" href="https://clinic.org/b">', ""),
        ('<link rel="canonical" href="javascript:alert(1)">', ""),
        ('<link rel="canonical" href="https://joan:x@clinic.org/a">', ""),
        ('<link rel="canonical"><link rel="alternate" href="/falls">', ""),
        (f'<link rel="canonical" href="https://clinic.org/{"a" * 9_000}">', ""),
    ],
)
def test_a_page_says_where_it_belongs(head: str, canonical: str) -> None:
    body = f"<html><head>{head}</head><body><main><p>{SENTENCE * 20}</p></main></body></html>".encode()
    assert read_page(PageJob(url=URL, headers={"content-type": "text/html"}, body=body)).canonical == canonical


def trouble(body: bytes | str, *, content_type: str = "") -> FeedTrouble:
    with pytest.raises(FeedError) as caught:
        read(body, content_type=content_type)
    return caught.value.kind


@pytest.mark.parametrize(
    "words",
    [
        "Immediate action required: Call 999 if:",
        "they hit their head",
        "Important",
        "Do not try to lift somebody alone.",
        "Keep a blanket near the floor.",
        "How to get up",
        "Roll over, crawl, push up on a chair.",
        "65 to 74 half a tablet",
        "Samaritans: 116 123",
        "Age UK: 0800 678 1602",
        "falls@clinic.org",
        "Page last reviewed: 3 March 2026",
    ],
)
def test_what_health_pages_set_apart_is_kept(words: str) -> None:
    assert words in read(long_page(inside=HEALTH)).text


def test_menus_footers_and_banners_are_left_out() -> None:
    text = read(long_page(inside=HEALTH)).text
    assert "A to Z" not in text
    assert "Contact us" not in text


def test_lists_tables_and_numbers_to_call_keep_their_form() -> None:
    html = read(long_page(inside=HEALTH)).html
    assert "<li>they hit their head</li>" in html
    assert "<td>half a tablet</td>" in html
    assert '<a href="tel:116123">Samaritans: 116 123</a>' in html
    assert '<a href="mailto:falls@clinic.org">falls@clinic.org</a>' in html


def test_a_page_that_is_mostly_links_to_numbers_keeps_them() -> None:
    lines = "".join(f"<li><a href='tel:0800{n}000'>Line {n}: 0800 {n}000</a></li>" for n in range(1, 9))
    text = read(page(SENTENCE, inside=f"<ul>{lines}</ul>")).text
    assert all(f"Line {n}: 0800 {n}000" in text for n in range(1, 9))


def test_links_and_pictures_are_resolved_against_the_page() -> None:
    inside = "<p>Read <a href='../rails?x=1'>about rails</a> before you buy one for the stairs at home.</p>"
    html = read(long_page(inside=inside + "<p><img src='../i/rail.png' alt='A rail'></p>")).html
    assert '<a href="https://clinic.org/rails?x=1">about rails</a>' in html
    assert pictures_in(html) == (("A rail", "https://clinic.org/i/rail.png"),)


def test_a_base_of_the_page_counts() -> None:
    body = long_page(inside="<img src='rail.png' alt='A rail'>").replace(b"<head>", b"<head><base href='/deep/'>")
    assert pictures_in(read(body).html) == (("A rail", "https://clinic.org/deep/rail.png"),)


@pytest.mark.parametrize(
    "image",
    [
        "<img src='data:image/gif;base64,R0lGOD' data-src='/i/a' alt='A'>",
        "<img data-lazy-src='/i/a' alt='A'>",
        "<img data-original='/i/a' src='/spinner.gif' alt='A'>",
        "<img srcset='/i/a 1x, /i/b 2x' alt='A'>",
        "<picture><source srcset='/i/b.webp'><img src='/i/a' alt='A'></picture>",
        "<figure><img src='/i/a#x' alt='A'></figure>",
    ],
    ids=["data-src", "data-lazy-src", "data-original", "srcset", "picture", "fragment"],
)
def test_the_address_of_a_picture_is_found_wherever_it_is_written(image: str) -> None:
    assert pictures_in(read(long_page(inside=f"<p>{image}</p>")).html) == (("A", "https://clinic.org/i/a"),)


@pytest.mark.parametrize("size", ["width=1 height=1", "width='0' height='0'", "width='1px'"])
def test_a_picture_of_one_point_is_none(size: str) -> None:
    assert pictures_in(read(long_page(inside=f"<p><img src='/count.gif' {size}></p>")).html) == ()


@pytest.mark.parametrize(
    ("title", "heading", "head", "called"),
    [
        ("Falls - Clinic", "Falls", "", "Falls"),
        ("Falls | Clinic", "", "", "Falls | Clinic"),
        ("Falls at night | Clinic", "", "", "Falls at night"),
        ("Falls at night", "Clinic", "", "Falls at night"),
        ("Clinic", "", "<meta property='og:title' content='Falls at night'>", "Falls at night"),
        ("x", "", "<meta property='og:title' content='Falls - Clinic'><meta property='og:site_name' content='Clinic'>",
         "Falls"),
        ("", "Falls at night", "", "Falls at night"),
        ("Half-life - what is it?", "", "", "Half-life - what is it?"),
        ("  Falls \n at   night ", "", "", "Falls at night"),
    ],
)  # fmt: skip
def test_a_page_is_called_by_its_own_title(title: str, heading: str, head: str, called: str) -> None:
    body = f"<html><head><title>{title}</title>{head}</head><body><main><h1>{heading}</h1><p>{SENTENCE * 4}</p></main>"
    assert read(body).title == called


def test_a_page_without_a_title_is_called_by_its_first_words() -> None:
    assert read(f"<body><p>{SENTENCE * 4}</p></body>").title.startswith("Keep a light on")


def test_the_title_does_not_stand_over_the_text_once_more() -> None:
    assert "<h1>" not in read(long_page(title="Falls at night")).html


def test_the_text_is_that_of_the_html() -> None:
    text = read(long_page(inside=HEALTH))
    assert text.text == to_text(text.html)
    assert is_safe(text.html)


@pytest.mark.parametrize(
    ("lang", "sentence", "language"),
    [
        ("en-GB", SENTENCE, "en-GB"),
        ("", SENTENCE, "en"),
        ("", "Deje una luz encendida en el pasillo para que nadie se caiga por la noche en la casa.", "es"),
        ("not a tag!", SENTENCE, "en"),
    ],
)
def test_the_language_is_the_pages_own_word_else_that_of_its_words(lang: str, sentence: str, language: str) -> None:
    body = f"<html lang='{lang}'><head><title>T</title></head><body><main><p>{sentence * 4}</p></main></body></html>"
    assert read(body).language == language


@pytest.mark.parametrize("url", ["https://clinic.org/a b", "https://clinic.org/ä?x=|", "nonsense"])
def test_an_odd_address_of_the_page_is_no_reason_to_lose_it(url: str) -> None:
    (entry,) = read_page(PageJob(url=url, headers={}, body=long_page())).entries
    assert entry.link is None or entry.link.startswith("https://clinic.org/")


@pytest.mark.parametrize(
    ("encoding", "content_type", "meta"),
    [
        ("utf-8", "text/html; charset=utf-8", ""),
        ("utf-8", "", ""),
        ("cp1252", "text/html; charset=iso-8859-1", ""),
        ("cp1252", "text/html", "<meta charset='windows-1252'>"),
        ("cp1252", "", "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>"),
        ("shift_jis", "", "<meta charset=shift_jis>"),
        ("utf-16", "", ""),
    ],
)
def test_letters_are_read_in_the_charset_that_is_said(encoding: str, content_type: str, meta: str) -> None:
    sentence = (
        "転倒を防ぐために夜は明かりをつけておきましょう。" * 8
        if encoding == "shift_jis"
        else "Caídas — ¿qué hacer? " * 30
    )
    body = f"<html><head>{meta}<title>T</title></head><body><p>{sentence}</p></body></html>".encode(encoding)
    assert sentence.strip()[:20] in read(body, content_type=content_type).text


def test_scripts_without_spaces_have_words_too() -> None:
    assert "明かり" in read(page("転倒を防ぐために夜は明かりをつけておきましょう。" * 4)).text


def test_a_long_page_keeps_its_form() -> None:
    paragraphs = [f"{n}. {SENTENCE}" for n in range(4_000)]
    text = read(page(*paragraphs))
    assert len(text.html) > 300_000
    assert text.html.count("<p>") == 4_000
    assert is_safe(text.html)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", FeedTrouble.EMPTY),
        (b" \n ", FeedTrouble.EMPTY),
        (b"just words, no page at all, and many of them " * 20, FeedTrouble.NO_TEXT),
        (b'{"a": "' + b"word " * 99 + b'"}', FeedTrouble.NO_TEXT),
        (b"%PDF-1.4", FeedTrouble.BINARY),
        (b"PK\x03\x04", FeedTrouble.BINARY),
        (b"\x89PNG\r\n\x1a\n", FeedTrouble.IMAGE),
        (b"<html></html>", FeedTrouble.NO_TEXT),
        (b"<" * 500, FeedTrouble.NO_TEXT),
        (b"<p>" + b"x" * MAX_PAGE_BYTES, FeedTrouble.TOO_LARGE),
        (page("Too few words here."), FeedTrouble.NO_TEXT),
    ],
    ids=["nothing", "blank", "text", "json", "pdf", "zip", "png", "hollow", "signs", "large", "short"],
)
def test_what_is_no_page_with_a_text_has_a_name(body: bytes, kind: FeedTrouble) -> None:
    assert trouble(body) is kind


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (f"<alert><info><description>{SENTENCE * 5}</description></info></alert>", "application/cap+xml"),
        (f"<?xml version='1.0'?><alert><description>{SENTENCE * 5}</description></alert>", ""),
        (f"<rss><channel><item><description>{SENTENCE * 5}</description></item></channel></rss>", "text/xml"),
        (f"# Falls\n\n<b>{SENTENCE * 5}</b>", "text/plain"),
    ],
    ids=["alert", "alert without a type", "feed", "plain text"],
)
def test_other_documents_full_of_words_are_no_page(body: str, content_type: str) -> None:
    assert trouble(body, content_type=content_type) is FeedTrouble.NO_TEXT


def test_a_page_under_a_wrong_type_is_a_page() -> None:
    assert "Ask for a rail" in read(long_page(), content_type="application/octet-stream").text


def test_what_scripts_styles_and_forms_hold_never_comes_along() -> None:
    inside = (
        "<script>alert('script-word')</script><style>.style-word{}</style><form><input value='form-word'></form>"
        "<iframe src='https://tracker.net/frame-word'></iframe><svg><text>svg-word</text></svg>"
        "<p onclick='x()' style='background:url(//tracker.net)'>Hold the rail, not the arm, on every stair.</p>"
    )
    html = read(long_page(inside=inside)).html
    assert not any(f"{part}-word" in html for part in ("script", "style", "form", "frame", "svg"))
    assert "tracker" not in html
    assert "Hold the rail" in html


@given(st.text(alphabet="<>/abdivtulp &;'\"=-!\n", max_size=400))
def test_any_tangle_after_a_text_is_harmless_or_refused(tangle: str) -> None:
    try:
        text = read(long_page() + tangle.encode())
    except FeedError:
        return
    assert is_safe(text.html)
    assert text.words >= page_text.MIN_WORDS


@given(st.binary(max_size=600))
def test_any_bytes_at_all_are_a_page_or_a_named_trouble(body: bytes) -> None:
    with suppress(FeedError):
        assert is_safe(read(b"<html><body>" + body).html)
