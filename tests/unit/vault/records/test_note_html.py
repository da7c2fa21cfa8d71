"""What is typed in a note is always to be seen, loads nothing, and takes no time worth mentioning."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.support.markdown_html import LONGEST_MARKDOWN
from caregiver_app.support.markup import is_safe, to_text
from caregiver_app.vault.records.note_html import note_html, note_text, note_title

SIGNS = st.text(alphabet="ab1 \n#*_`[]()<>!\\|&-+.:/~=\"'\t", max_size=200)


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("Slept *well*\nthen **not**", "<p>Slept <em>well</em><br>\nthen <strong>not</strong></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("a <b>x</b> <script>1</script>", "<p>a &lt;b&gt;x&lt;/b&gt; &lt;script&gt;1&lt;/script&gt;</p>"),
        ("pain <5 & >3", "<p>pain &lt;5 &amp; &gt;3</p>"),
        ("[10:30]: slept", "<p>[10:30]: slept</p>"),
        ("![Mum's feet](https://far.example/x.png)", "<p>Mum's feet</p>"),
        ("[x](javascript:alert(1))", "<p><a>x</a></p>"),
        ("[y](file:///etc/passwd)", "<p><a>y</a></p>"),
        ("[z](https://a.example/b)", '<p><a href="https://a.example/b">z</a></p>'),
        ("|||", "<p>|||</p>"),
        ("<!-- gone? -->", "<p>&lt;!-- gone? --&gt;</p>"),
        ("", ""),
    ],
)
def test_markdown_is_shown_and_nothing_else_becomes_markup(typed: str, html: str) -> None:
    assert note_html(typed) == html


@pytest.mark.parametrize(
    "unit", ["[", "*", "_", "`", "> ", "1. ", "\\", "|", "<b>", "![", "  - a\n", "a\n", "&", "*a _b "]
)
def test_what_would_tangle_a_reader_is_shown_as_it_was_typed(unit: str) -> None:
    """Signs that Markdown readers take minutes for come back as plain paragraphs, with every letter."""
    typed = (unit * 40_000)[:60_000]
    html = note_html(typed)
    assert is_safe(html)
    assert set(re.findall(r"<(\w+)", html)) <= {"p", "br"}


def test_a_long_note_is_shown_in_full() -> None:
    typed = "\n\n".join(f"Day {number}: tea at four." for number in range(2_000))
    assert len(typed) > LONGEST_MARKDOWN
    assert to_text(note_html(typed)).count("tea at four") == 2_000


@given(SIGNS)
def test_no_letter_that_was_typed_is_left_out(typed: str) -> None:
    """Whatever is typed gives harmless HTML in which its letters stand, but those of an address under a link's text."""
    html = note_html(typed)
    assert is_safe(html)
    assert "<img" not in html
    assert "data-address" not in html
    if "](" not in typed and "<" not in typed:
        assert _letters(to_text(html)) == _letters(typed)


@given(st.text(max_size=300))
def test_any_text_at_all_gives_harmless_html_and_one_line_for_its_title(typed: str) -> None:
    assert is_safe(note_html(typed))
    assert "\n" not in note_title(typed)
    note_text(typed)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("\n\n# A *bad* night\nmore", "A bad night"),
        ("- milk\n- tea", "milk"),
        ("1. first", "first"),
        ("2026 was hard", "2026 was hard"),
        ("***", ""),
        ("x" * 200, "x" * 79 + "…"),
    ],
)
def test_the_title_of_a_note_is_its_first_line(typed: str, title: str) -> None:
    assert note_title(typed) == title


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign in "ab")
