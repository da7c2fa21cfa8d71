"""Lines of calendars and contacts: what is written is read back, and what anybody wrote is read within bounds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.vault.formats.content_lines import (
    FOLD_BYTES,
    LONGEST_LINE,
    MOST_LINES,
    components,
    content_lines,
    escaped,
    folded,
    unescaped,
)

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=400)
ONE_LINE = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=400)


@given(text=TEXTS)
def test_escaping_is_taken_back_whole(text: str) -> None:
    value = escaped(text)
    assert unescaped(value) == text
    assert "\n" not in value


@given(texts=st.lists(TEXTS, min_size=1, max_size=4))
def test_parts_divided_by_semicolons_are_read_back(texts: list[str]) -> None:
    assert components(";".join(map(escaped, texts))) == tuple(texts)


@given(text=ONE_LINE)
def test_folded_lines_are_short_whole_letters_and_read_back(text: str) -> None:
    written = folded([f"NOTE:{text}"])
    lines = written.split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert len(line) <= FOLD_BYTES
        line.decode("utf-8")
    (read,) = content_lines(written.decode("utf-8"))
    assert (read.name, read.value) == ("NOTE", text)


@given(text=st.text(max_size=600))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for line in content_lines(text):
        assert line.name.isascii()


def test_names_parameters_and_groups_are_told_apart() -> None:
    text = 'item1.tel;TYPE="voice,cell";PREF=1;CELL:+44 1632: 960\r\nX;A=b;c:d\n:no name\nNO COLON\n'
    first, second = content_lines(text)
    assert (first.group, first.name, first.value) == ("item1", "TEL", "+44 1632: 960")
    assert first.parameters == {"TYPE": "voice,cell", "PREF": "1", "CELL": ""}
    assert (second.name, second.parameters, second.value) == ("X", {"A": "b", "C": ""}, "d")


def test_a_line_without_end_and_lines_without_end_are_bounded() -> None:
    (line,) = content_lines("NOTE:x" + "\n y" * LONGEST_LINE)
    assert len(line.value) <= LONGEST_LINE
    assert sum(1 for _line in content_lines("A:b\n" * (MOST_LINES + 5))) <= MOST_LINES
