"""Text out of markup: as a reader sees it, in time that grows with its length."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.entry import SafeHtml
from caregiver_app.support.plain_text import (
    count_words,
    one_line,
    shorten,
    strip_markup,
    summary_of,
    to_text,
    visible,
    with_breaks,
)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>A</h1><p>b <b>c</b></p>", "A\n\nb c"),
        ("a<br>b<br><br>c", "a\nb\n\nc"),
        ("<p>x</p><ul><li>one</li><li><p>two</p></li></ul><p>y</p>", "x\n\n• one\n• two\n\ny"),
        ("<table><tbody><tr><td>1</td><td>2</td></tr><tr><th>3</th></tr></tbody></table>", "1 2\n3"),
        ("<pre>a\n  b\n\nc</pre>d\ne", "a\nb\n\nc\n\nd e"),
        ("a\n   b&nbsp;c &amp;lt; &lt;d&gt;", "a b c &lt; <d>"),
        ('<p><picture data-address="https://x.example/">A walk</picture></p>', "A walk"),
        ("", ""),
    ],
)
def test_safe_html_reads_as_it_looks(html: str, text: str) -> None:
    assert to_text(SafeHtml(html)) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("AT&amp;T &lt;b&gt;", "AT&T <b>"),
        ("1 &amp;amp; 2", "1 &amp; 2"),
        ("pressure <120/80 & pulse < 60 <3", "pressure <120/80 & pulse < 60 <3"),
        ("a<script>b</script>c<!-- d -->e<style>f", "ace"),
        ("a<svg><title>b</title></svg>c<iframe src=x>d", "acd"),
        ("<p>a<p>b", "a\n\nb"),
        ("cut <a href='x", "cut"),
        ("a\x00b\ue000c\ufeff", "abc"),
        ("<p>a&#1;b&#xe000;c", "abc"),
        ("İİİİ<script>hidden</script>shown", "İİİİshown"),
    ],
)
def test_markup_is_cut_out_of_anything(html: str, text: str) -> None:
    assert strip_markup(html) == text


@pytest.mark.parametrize(
    "piece", ["<!--", "<", "<b", "<script>", "<script></scrip", "&", "<a '", "</", "\n ", "&nbsp;\n", "<br> "]
)
def test_floods_are_read_once(piece: str) -> None:
    """That this ends soon is the claim: with a search to the end at each `<` a flood takes minutes."""
    flood = piece * (240_000 // len(piece))
    assert len(strip_markup("x" + flood)) <= len(flood) + 1
    to_text(SafeHtml(flood))
    to_text(SafeHtml("<pre>" * 40_000))


@given(
    st.text()
    | st.lists(st.sampled_from(["<", ">", "<p>", "</p", "<!--", "-->", "&lt;", "<script", " ", "a"])).map("".join)
)
def test_no_text_makes_it_fail(text: str) -> None:
    for result in (strip_markup(text), to_text(SafeHtml(visible(text))), one_line(text), visible(text)):
        assert not re.search(
            "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000\ue001\ufffe\uffff]", visible(result)
        )


@given(st.text())
def test_visible_text_is_left_alone(text: str) -> None:
    once = visible(text)
    assert visible(once) is once
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000\ue001]", once)


@given(st.text(), st.integers(min_value=1, max_value=50))
def test_shortened_text_keeps_its_bound(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit
    assert short == text or short.endswith("…")


def test_short_text_is_cut_between_words() -> None:
    assert shorten("Keep a light on, at night", 18) == "Keep a light on…"
    assert summary_of("One\n\ntwo  three", 9) == "One two…"
    assert summary_of("One\n\ntwo") == "One two"


def test_marks_that_turn_direction_do_not_reach_a_line() -> None:
    assert one_line("a\u202eb \u2066c\u2069") == "ab c"


def test_words_are_counted_in_laid_out_text() -> None:
    assert count_words("") == 0
    assert count_words("one two\n\nthree\n• four") == 4


@given(st.text(max_size=200))
def test_a_line_may_end_inside_of_the_longest_word_and_nothing_else_is_changed(text: str) -> None:
    broken = with_breaks(text)
    assert broken.replace("\u200b", "") == text.replace("\u200b", "")
    assert all(len(word) <= 24 for line in broken.split() for word in line.split("\u200b"))


def test_ordinary_words_stay_whole() -> None:
    assert with_breaks("Northfield Community Nurses") == "Northfield Community Nurses"
    assert with_breaks("W" * 30) == "W" * 24 + "\u200b" + "W" * 6
