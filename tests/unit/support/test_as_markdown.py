"""Sanitised HTML as Markdown: what stays, and that nothing in it becomes markup by itself."""

from __future__ import annotations

import pytest

from caregiver_app.model.entry import SafeHtml
from caregiver_app.support.as_markdown import to_markdown
from caregiver_app.support.markup import sanitise


def written(html: str) -> str:
    return to_markdown(sanitise(html, base="https://www.example.org/"))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", ""),
        ("<h2>Sleep</h2><p>A <b>regular</b>\n hour helps.</p>", "## Sleep\n\nA regular hour helps.\n"),
        ("<p>See <a href='/a (1)'>this page</a>.</p>", "See [this page](<https://www.example.org/a%20%281%29>).\n"),
        ("<ul><li>One</li><li>Two<ol start=3><li>Deep</li></ol></li></ul>", "- One\n\n- Two\n\n    3. Deep\n"),
        ("<ol><li><p>One</p><p>More</p></li><li>Two</li></ol>", "1. One\n\n    More\n\n2. Two\n"),
        ("<blockquote><p>He said<br>so</p></blockquote><p>On</p>", "> He said  \n> so\n\nOn\n"),
        (
            "<table><tr><th>Dose</th><th>When</th></tr><tr><td>a|b</td></tr></table>",
            "| Dose | When |\n| --- | --- |\n| a\\|b |  |\n",
        ),
        ("<p><img src='/a.png' alt='A lamp'></p>", "\\[Picture: A lamp\\]\n"),
        (
            "<p># no heading</p><p>1. no list</p><p>&lt;i&gt; *x*</p>",
            "\\# no heading\n\n1\\. no list\n\n&lt;i&gt; \\*x\\*\n",
        ),
        ("<pre>a\n  b</pre>", "a  \nb\n"),
        ("<p>a</p><hr><p>b</p>", "a\n\n* * *\n\nb\n"),
    ],
)  # fmt: skip
def test_a_text_keeps_its_shape_and_no_word_becomes_markup(html: str, expected: str) -> None:
    assert written(html) == expected


def test_a_list_in_a_table_and_tables_in_tables_lose_no_word() -> None:
    html = SafeHtml("<table><tr><td><ul><li>one</li></ul><table><tr><td>two</td></tr></table></td></tr></table>")
    assert to_markdown(html) == "| one two |\n| --- |\n"
