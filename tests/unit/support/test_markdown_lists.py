"""Lists are lists however people indent them, and what is no list stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.support.guide_html import guide_html
from caregiver_app.support.markdown_lists import plain_lists

INNER = "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>"


@pytest.mark.parametrize(
    ("written", "html"),
    [
        pytest.param("Bring:\n- a\n- b", "<p>Bring:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>", id="right below a line"),
        pytest.param("# Bring\n- a\n- b", "<h1>Bring</h1>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>", id="below a heading"),
        pytest.param("Do:\n1. a\n2. b", "<p>Do:</p>\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>", id="numbered"),
        pytest.param("- a\n  - b\n- c", INNER, id="two spaces"),
        pytest.param("- a\n   - b\n- c", INNER, id="three spaces"),
        pytest.param("- a\n    - b\n- c", INNER, id="four spaces"),
        pytest.param(
            "- a\n\n  more\n\n- b",
            "<ul>\n<li>\n<p>a</p>\n<p>more</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>",
            id="two paragraphs in an entry",
        ),
        pytest.param("In\n2026. A year", "<p>In\n2026. A year</p>", id="a year at the beginning of a line"),
        pytest.param("One - two\nthree", "<p>One - two\nthree</p>", id="a dash in a line"),
        pytest.param("- a\n\nT.\n\n    code", "<ul>\n<li>a</li>\n</ul>\n<p>T.</p>\n<pre><code>code\n</code></pre>",
                     id="code below"),
        pytest.param("* * *", "<hr>", id="a rule"),
    ],
)  # fmt: skip
def test_lists_are_shown_as_they_are_meant(written: str, html: str) -> None:
    assert guide_html(written) == html


@given(st.text(alphabet="ab1 -*.\n#>", max_size=120))
def test_no_word_is_lost_and_a_second_time_changes_nothing_more(written: str) -> None:
    once = plain_lists(written)
    assert once.split() == written.split()
    assert [line.lstrip(" ") for line in plain_lists(once).split("\n") if line.strip()] == [
        line.lstrip(" ") for line in once.split("\n") if line.strip()
    ]
