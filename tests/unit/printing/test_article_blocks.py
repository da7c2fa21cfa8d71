"""Sanitised HTML becomes blocks that say the same: no word is lost, none changes its meaning, and all is bounded."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.sheets.blocks import Block, Items, Mark, Picture, Rows, Table, Words
from caregiver_app.printing.article_blocks import sections_of
from caregiver_app.printing.outline import MOST_CHARS, Section
from caregiver_app.support.guide_html import guide_html
from caregiver_app.support.markup import sanitise
from caregiver_app.support.plain_text import to_text
from tests.helpers.said_on_sheets import said_in


def sections(html: str, title: str = "") -> tuple[Section, ...]:
    return read(sanitise(html, base="https://a.example/"), title)


def read(html: SafeHtml, title: str = "") -> tuple[Section, ...]:
    def show(description: str, address: str) -> Picture:
        return Picture(data=None, says=f"{description} <{address}>")

    return sections_of(html, title=title, show=show, leading=lambda link: link.removesuffix("?token=1"))


def only(html: str) -> Block:
    ((block,),) = (section.blocks for section in sections(html))
    return block


def said(found: tuple[Section, ...]) -> Iterator[str]:
    for section in found:
        yield section.heading
        for block in section.blocks:
            yield from said_in(block)


def paragraphs(html: str) -> list[str]:
    block = only(html)
    assert isinstance(block, Words)
    return ["".join(run.text for run in paragraph.runs) for paragraph in block.paragraphs]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("10<sup>6</sup> cells", "10⁶ cells"),
        ("the 5<sup>th</sup>", "the 5th"),
        ("x<sup>2a</sup>", "x^2a"),
        ("H<sub>2</sub>O", "H₂O"),
        ("<s>Take two</s> Take one", "(crossed out: Take two) Take one"),
        ("<q>No</q>", "“No”"),
        ("a<br>b", "a\nb"),
        ("a \n b  <b> c</b>", "a b c"),
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
        ("120 <i>over</i> 80", "120 over 80"),
    ],
    ids=["raised", "ordinal", "mixed", "lowered", "crossed-out", "quoted", "break", "white", "signs", "plain"],
)
def test_a_paragraph_says_on_paper_what_it_says_on_the_screen(html: str, text: str) -> None:
    assert paragraphs(f"<p>{html}</p>") == [text]


def test_emphasis_and_links_are_kept_and_links_are_looked_at_first() -> None:
    block = only('<p>See <b>the <i>page</i></b> <a href="https://b.example/x?token=1">here</a>.</p>')
    assert isinstance(block, Words)
    runs = [(run.text, run.strong, run.emphasis, run.link) for run in block.paragraphs[0].runs]
    assert runs == [
        ("See ", False, False, ""),
        ("the ", True, False, ""),
        ("page", True, True, ""),
        (" ", False, False, ""),
        ("here", False, False, "https://b.example/x"),
        (".", False, False, ""),
    ]


def test_headings_begin_sections_and_no_level_is_left_out() -> None:
    found = sections(
        "<h1>T</h1><h4>Deep first</h4><p>a</p><h2>Two</h2><h4>Four</h4><h5>Five</h5><h6>Six</h6>", title="t"
    )
    assert [section.heading for section in found] == ["Deep first", "Two"]
    words = found[1].blocks[0]
    assert isinstance(words, Words)
    assert [(each.runs[0].text, each.level) for each in words.paragraphs] == [("Four", 3), ("Five", 4), ("Six", 4)]


def test_lists_keep_their_numbers_and_what_is_nested() -> None:
    steps = only("<ol><li>Wash<ul><li>hands</li><li>cup</li></ul></li><li>Pour<p>slowly</p></li></ol>")
    assert isinstance(steps, Items)
    assert steps.mark is Mark.NUMBER
    assert [(item.text, item.lines) for item in steps.items] == [("Wash", ("– hands", "– cup")), ("Pour\nslowly", ())]
    later = only('<ol start="4"><li>Drink</li><li>Rest</li></ol>')
    assert isinstance(later, Items)
    assert (later.mark, [item.text for item in later.items]) == (Mark.NONE, ["4. Drink", "5. Rest"])


def test_the_boxes_of_a_checklist_become_boxes_wherever_they_stand() -> None:
    html = guide_html("Before:\n\n- [ ] Lamp **on**\n  - [ ] both\n- [x] Door\n\nLast ☐ here.\n")
    assert html is not None
    (section,) = read(html)
    first, boxes, last = section.blocks
    assert isinstance(boxes, Items)
    assert boxes.mark is Mark.BOX
    assert [item.text for item in boxes.items] == ["Lamp on", "both", "Door"]
    assert "☐" not in "".join(said((section,)))
    assert [*said_in(first), *said_in(last)] == ["Before:", "Last [  ] here."]


def test_a_dose_that_stands_for_two_rows_stands_in_both() -> None:
    table = only(
        "<table><tr><th>Medicine</th><th>When</th><th>Dose</th></tr><tr><td rowspan=2>Levodopa</td><td>8:00</td>"
        "<td>1</td></tr><tr><td>12:00</td><td>2</td></tr><tr><td colspan=2>Patch</td><td>1</td></tr></table>"
    )
    assert isinstance(table, Table)
    assert [column.heading for column in table.columns] == ["Medicine", "When", "Dose"]
    assert table.rows == (("Levodopa", "8:00", "1"), ("Levodopa", "12:00", "2"), ("Patch", "", "1"))


def test_tables_that_no_page_holds_become_rows_with_names() -> None:
    wide = only("<table><tr>" + "<th>A</th>" * 5 + "</tr><tr>" + "<td>b</td>" * 4 + "<td></td></tr></table>")
    assert isinstance(wide, Items)
    assert [(item.text, item.lines) for item in wide.items] == [("A: b", ("A: b",) * 3)]
    pairs = only("<table><tr><td>Opens</td><td>8:00</td></tr><tr><td>Closes</td><td>18:00</td></tr></table>")
    assert isinstance(pairs, Rows)
    assert [(row.label, row.value) for row in pairs.rows] == [("Opens", "8:00"), ("Closes", "18:00")]
    assert sections("<table><tr><td></td></tr></table>") == ()


def test_what_a_table_is_called_stands_above_it() -> None:
    found = sections("<table><caption>Doses</caption><tr><td>a</td><td>b</td></tr></table>")
    assert [*said(found)] == ["", "Doses", "a", "b"]


def test_a_picture_stands_where_it_stood_and_in_a_list_its_words_do() -> None:
    found = sections(
        '<p>a</p><img src="/l.png" alt="A lamp"><p>b</p><ul><li>c <img src="/m.png" alt="A mat"></li></ul>'
    )
    assert [*said(found)] == ["", "a", "A lamp <https://a.example/l.png>", "b", "c [Picture: A mat]"]


def test_a_text_without_end_is_cut_and_says_so() -> None:
    for html in (
        "<p>word word</p>" * 8_000,
        f"<p>{'word ' * 120_000}</p>",
        "<ul>" + "<li>a</li>" * 12_000 + "</ul>",
        "<table>" + "<tr><td>a</td></tr>" * 12_000 + "</table>",
        f'<table><tr><td rowspan="200">{"word " * 15_000}</td></tr>{"<tr></tr>" * 200}</table>',
    ):
        found = read(SafeHtml(html))
        texts = [*said(found)]
        assert texts[-1].startswith("The text goes on. It is longer than a sheet holds")
        assert sum(map(len, texts)) <= 2 * MOST_CHARS


_TAGS = st.sampled_from("p div h1 h2 h3 ul ol li blockquote b i table caption tr td th dl dt dd pre a figure".split())
_PIECES = st.one_of(
    st.builds("<{}>".format, _TAGS),
    st.builds("</{}>".format, _TAGS),
    st.text("abc é&<>\"'\n☐", max_size=12),
    st.just('<td rowspan="3" colspan="2">'),
)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_whatever_a_text_is_made_of_each_word_of_it_stands_on_paper(html: str) -> None:
    safe = sanitise(html, base="https://a.example/")
    paper = "".join("".join(said(read(safe))).split()).replace("[]", "")
    words = to_text(safe).replace("☐", "").replace("•", "").split()
    assert [word for word in words if word not in paper] == []
