"""A message that mail or paper broke into lines is read as it was written."""

from __future__ import annotations

from textwrap import fill

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.guard.plain import read_plain
from caregiver_app.guard.wrapped import unwrapped
from tests.helpers.guarding import findings, found, messages

BEFORE = "We read this page together last night and thought of you, so here it is."


def test_line_ends_of_a_mail_hide_nothing() -> None:
    missed = {}
    for width in (50, 72):
        for each in messages("private"):
            text = f"{BEFORE} {each.text}"
            if "\n" in text or "  " in text or "  " in text:
                continue
            wrapped = fill(text, width, break_on_hyphens=False, break_long_words=False)
            got = {(one.kind, one.text.replace("\n", " ")) for one in findings(wrapped)}
            if not got >= set(found(text)):
                missed[wrapped] = set(found(text)) - got
    assert missed == {}


def test_clean_messages_are_left_alone_however_they_are_broken() -> None:
    texts = [fill(f"{BEFORE} {each.text}", 60, break_on_hyphens=False) for each in messages("clean")]
    flagged = [text for text in texts if findings(text)]
    assert len(flagged) <= 0.05 * len(texts), flagged


def test_lines_that_somebody_ended_stay() -> None:
    ended = f"{BEFORE}\nMum\nJoan"
    assert unwrapped(read_plain(ended)).text == ended
    quoted = "> This is a line of a mail that somebody else once wrote\r\n> and it goes on."
    assert (
        unwrapped(read_plain(quoted)).text == "> This is a line of a mail that somebody else once wrote and it goes on."
    )


@given(st.text(alphabet="ab1. \n>\u0336\u200b", max_size=200))
def test_each_character_has_its_place_in_what_was_typed(typed: str) -> None:
    text = f"{BEFORE[:-1]}\n{typed}"
    flowing = unwrapped(read_plain(text))
    for place, sign in enumerate(flowing.text):
        start, end = flowing.span(place, place + 1)
        assert sign in text[start:end] or (sign == " " and "\n" in text[start:end])
