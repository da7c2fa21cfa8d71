"""HTML from outside: what stays, what goes, and what no input can do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.entry import SafeHtml
from caregiver_app.support import markup_bounds
from caregiver_app.support.markup import from_text, is_safe, pictures_in, replace_pictures, sanitise, sanitise_and_read
from caregiver_app.support.plain_text import to_text
from tests.helpers.harmless import dangers_in

BASE = "https://clinic.example/news/feed.xml"

_PIECES = st.sampled_from(
    [
        *"<p> </p> <b> </b> <b/x> <script> </script> <style> </style> <svg> </svg> <math> <table> <td>".split(),
        *"<!-- --> <![CDATA[ ]]> &lt; &#x3c; &#60 &amp;lt; \" ' > < = <noscript> </noscript> <textarea>".split(),
        *"</table> <title> </a> <template> <form> <pre> </pre> word été 漢字 https://x.example/a?b=1&c=2".split(),
        *"\x00\x01\ue000\ue001\ufffe\n ",
        "<iframe src=//x.example>",
        "<a href=javascript:alert(1)>",
        "<a href=https://x.example/>",
        "<img src=x onerror=alert(1)>",
        "<img src=data:,x alt=y>",
        '<picture data-address="javascript:x">a</picture>',
        '<picture data-address="https://x.example/">b</picture>',
        "<input type=image src=x>",
        "<base href=//evil.example>",
        "<meta http-equiv=refresh content=0>",
        "<link rel=stylesheet href=x>",
        "<ol start=3>",
        "<td colspan=2 style=x>",
    ]
)
hostile_html = st.lists(_PIECES | st.text(max_size=5), max_size=25).map("".join)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("<h2 class=x>A</h2><p style='color:red'>b <em>c</em></p>", "<h2>A</h2><p>b <em>c</em></p>"),
        ("<a href='/x?a=1&b=2' onclick=e target=_blank>l</a>", '<a href="https://clinic.example/x?a=1&amp;b=2">l</a>'),
        ("<a href='mailto:a@b.example?body=secret'>m</a>", '<a href="mailto:a@b.example">m</a>'),
        ("<a href='tel:+44 800 1111'>t</a>", '<a href="tel:+448001111">t</a>'),
        ("<a href='#note'>n</a><a href='javascript:x'>j</a>", "<a>n</a><a>j</a>"),
        ("<a href='https://u:p@h.example/'>u</a>", "<a>u</a>"),
        ("<section>a</section><center><tt>b</tt></center>", "<div>a</div><div><code>b</code></div>"),
        ("<ol start=1234567><li>x</ol>", "<ol><li>x</li></ol>"),
        ("<ol start=3><li value=9><strike>x</strike></ol>", '<ol start="3"><li><s>x</s></li></ol>'),
        ("<p>a</p><script>b</script><style>c</style><form><p>d</p><input name=e></form>", "<p>a</p><p>d</p>"),
        ("2 < 3 & 4", "<p>2 &lt; 3 &amp; 4</p>"),
        ("words &lt;b&gt; only", "<p>words &lt;b&gt; only</p>"),
        (
            "<table><tr><td colspan=2 width=9>1<th rowspan=x>2</table>",
            '<table><tbody><tr><td colspan="2">1</td><th>2</th></tr></tbody></table>',
        ),
        (
            "<figure><img src=a.jpg alt='A walk'></figure>",
            '<figure><picture data-address="https://clinic.example/news/a.jpg">A walk</picture></figure>',
        ),
    ],
)
def test_what_an_article_is_made_of_stays(written: str, kept: str) -> None:
    assert sanitise(written, base=BASE) == kept


@pytest.mark.parametrize(
    ("written", "pictures"),
    [
        (
            '<img src="data:image/gif;base64,R0" data-src="/lazy.jpg" alt="">',
            (("", "https://clinic.example/lazy.jpg"),),
        ),
        ('<img src="http://pictures.example/a.png" alt="">', (("", "https://pictures.example/a.png"),)),
        ('<img src="http://pictures.example:8080/a.png" alt="A &amp; B">', (("A & B", ""),)),
        ('<img src="https://count.example/p?id=7" width="1" height="1" alt="">', ()),
        ('<img src="javascript:x">', ()),
        ('<img alt="<script>x</script>">', (("<script>x</script>", ""),)),
    ],
)
def test_pictures_become_placeholders_that_load_nothing(written: str, pictures: tuple[tuple[str, str], ...]) -> None:
    html = sanitise(written, base=BASE)
    assert "<img" not in html
    assert pictures_in(html) == pictures


def test_whoever_shows_a_page_decides_how_pictures_look() -> None:
    html = sanitise("<p>a <img src=/w.jpg alt='A \"walk\"'> b</p>", base=BASE)
    assert replace_pictures(html, lambda words, address: f"[{words}|{address}]") == (
        '<p>a [A "walk"|https://clinic.example/w.jpg] b</p>'
    )


def test_plain_text_becomes_paragraphs_lines_and_links() -> None:
    assert from_text("a < b\nc\n\n\nsee https://x.example/p?a=1&b=2.") == (
        '<p>a &lt; b<br>c</p><p>see <a href="https://x.example/p?a=1&amp;b=2">https://x.example/p?a=1&amp;b=2</a>.</p>'
    )


@pytest.mark.parametrize(
    "written",
    [
        "<div>" * 200_000 + "care",
        "<p>care " * 30_000,
        "care" + "<!--" * 60_000,
        "care" + "<b>" * 60_000,
        "<p>" + "".join(f"<b a={n}>" for n in range(190)) + "</p>" + "<p>care</p>" * 9_000,
        "<p>" + "".join(f"<b a={n}><!--</b>-->" for n in range(190)) + "</p>" + "<p>care</p>" * 9_000,
        "care" + "&CounterClockwiseContourIntegral;" * 9_000,
        "care" + "&" * 240_000,
        "care<a " + " ".join(f"a{n}" for n in range(30_000)) + ">",
        "care" + "<a '" * 60_000,
        "care" + "<table" * 40_000,
        "<ul>" + "<li>care" * 20_000,
        "<table><tr><td>" * 5_000 + "care",
    ],
    ids=lambda written: str(written)[:30],
)
def test_bombs_end_as_text_within_bounds(written: str) -> None:
    """That this test ends at all is half of its claim: without the bounds some of these take minutes."""
    html, text = sanitise_and_read(written, base=BASE)
    assert len(html) <= markup_bounds.MAX_OUTPUT_CHARS
    assert "care" in text
    assert not dangers_in(html[:20_000].rpartition("<")[0])


def test_deep_tables_are_laid_flat_and_lose_no_word() -> None:
    html = sanitise("<table><tr><td>a" * 9 + "</table>" * 9, base=BASE)
    assert "<table" not in html
    assert to_text(html).split() == ["a"] * 9


def test_a_long_text_keeps_its_form_and_what_stands_alone_is_no_nesting() -> None:
    assert sanitise("<p>a <b>b</b></p>" * 150, base=BASE).count("<b>") == 150
    alone = "area base br caption col colgroup dd dt embed hr img input li link meta option p param source tbody td"
    for name in f"{alone} tfoot th thead tr track wbr".split():
        assert "<b>kept</b>" in sanitise(f"<{name}>" * 250 + "<p>a <b>kept</b></p>", base=BASE), name


def test_beginnings_without_an_end_swallow_nothing() -> None:
    names = "audio button canvas iframe noembed noframes noscript object select svg template textarea title video"
    for name in names.split():
        assert to_text(sanitise(f"<p>before</p><{name} src=x><p>after</p>", base=BASE)) == "before\n\nafter"
    for name in (*names.split(), "script", "style"):
        held = f"<p>before</p><{name}>held</{name}><p>after</p>"
        assert to_text(sanitise(held, base=BASE)) == "before\n\nafter", name


@given(hostile_html)
def test_nothing_that_acts_or_loads_survives(written: str) -> None:
    html, text = sanitise_and_read(written, base=BASE)
    assert is_safe(html)
    assert not dangers_in(html)
    assert not set("\x00\x01\ue000\ue001\ufffe") & set(html + text)


@given(hostile_html)
def test_sanitising_twice_changes_nothing(written: str) -> None:
    once = sanitise(written, base=BASE)
    assert sanitise(once, base=BASE) == once


@given(hostile_html)
def test_the_text_is_that_of_the_html(written: str) -> None:
    html, text = sanitise_and_read(written, base=BASE)
    assert text == to_text(html)


@given(st.text())
def test_any_text_is_safe_as_html(written: str) -> None:
    html = from_text(written)
    assert is_safe(html)
    assert not dangers_in(html)


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>",
        "<p onclick=x>a</p>",
        '<p class="x">a</p>',
        "<p",
        "a < b",
        "<P>a</P>",
        '<a href="javascript:x">a</a>',
        '<a href="//x.example/">a</a>',
        '<a href="https://u@x.example/">a</a>',
        '<a href="https://x.example/" target="_blank">a</a>',
        '<img src="https://x.example/">',
        '<picture data-address="http://x.example/">a</picture>',
        '<picture data-address="https://u@x.example/">a</picture>',
        '<picture data-address="https://x.example/" onerror="x">a</picture>',
        "<!-- a -->",
        "a\x00",
        "a\ue000",
        "<table>" * 4,
        "a" * (markup_bounds.MAX_OUTPUT_CHARS + 1),
    ],
    ids=lambda html: str(html)[:40],
)
def test_what_sanitise_does_not_write_is_not_believed(html: str) -> None:
    assert not is_safe(html)


def test_empty_html_is_safe() -> None:
    assert sanitise("", base=BASE) == SafeHtml("")
    assert is_safe("")
