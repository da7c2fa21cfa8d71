"""Which changes of a text say something else, and which are only printed otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.support.real_changes import is_real_change

ALIKE = {
    "white-space": ("Keep  a light\n\non.", "Keep a light on."),
    "a-line-joined": ("One line.\nAnother.", "One line. Another."),
    "hard-spaces": ("2\u00a0mg", "2 mg"),
    "quotes": ('It\'s "on".', "It\u2019s \u201con\u201d."),
    "other-quotes": ("\u00abon\u00bb", '"on"'),
    "dashes": ("9-5", "9\u20135"),
    "an-ellipsis": ("wait...", "wait\u2026"),
    "hidden-signs": ("medi\u00adcine", "medicine"),
    "composed-letters": ("cafe\u0301", "caf\u00e9"),
    "a-view-counter": ("Rest. 1,203 views", "Rest. 1,204 views"),
    "a-counter-in-a-row": ("A | 12 views | 3 shares", "A | 13 views | 4 shares"),
    "a-counter-behind-its-word": ("Views: 12", "Views: 13"),
    "a-counter-in-brackets": ("Comments (3)\nRest", "Comments (14)\nRest"),
    "an-updated-stamp": ("Last updated: 3 March 2026\nRest.", "Last updated: 14 March 2026\nRest."),
    "a-stamp-with-a-time": ("Updated 2026-03-01 10:20\nRest", "Updated 2026-03-02 11:00\nRest"),
    "an-american-stamp": ("Reviewed on March 3, 2026 at 9:20 am. Rest", "Reviewed on March 13, 2026 at 1:05 pm. Rest"),
    "a-spanish-stamp": ("Actualizado el 3 de marzo de 2026. X", "Actualizado el 4 de marzo de 2026. X"),
    "a-german-stamp": ("Stand: 12.03.2026. X", "Stand: 13.03.2026. X"),
    "an-age": ("Posted 5 minutes ago. Rest", "Posted 2 hours ago. Rest"),
    "a-day-in-a-line-of-its-own": ("A\nMonday, 23 November 2026\nB", "A\nTuesday, 24 November 2026\nB"),
}
REAL = {
    "a-dose": ("Take 2 tablets.", "Take 3 tablets."),
    "a-point-in-a-number": ("Take 2.5 mg.", "Take 25 mg."),
    "a-word-less": ("Do not stop.", "Do stop."),
    "a-capital": ("in may", "in May"),
    "a-full-stop": ("Yes.", "Yes"),
    "a-day-in-a-sentence": ("It opens on 3 March 2026.", "It opens on 4 March 2026."),
    "opening-hours": ("Open 9:00 to 17:00.", "Open 10:00 to 17:00."),
    "hours-between-doses": ("Dose every 4 hours.", "Dose every 6 hours."),
    "an-age-in-a-sentence": ("The fever began 2 days ago.", "The fever began 3 days ago."),
    "visits-in-a-sentence": ("You need 2 visits a day.", "You need 3 visits a day."),
    "a-number-to-call": ("Call 0800 11.", "Call 0800 12."),
    "words-behind-a-stamp": ("Updated 3 March 2026. Take 2.", "Updated 3 March 2026. Take 3."),
    "all-of-it": ("", "Something."),
}


@pytest.mark.parametrize(("before", "after"), ALIKE.values(), ids=ALIKE)
def test_what_is_only_printed_otherwise_is_no_change(before: str, after: str) -> None:
    assert not is_real_change(before, after)
    assert not is_real_change(after, before)


@pytest.mark.parametrize(("before", "after"), REAL.values(), ids=REAL)
def test_what_says_something_else_is_a_change(before: str, after: str) -> None:
    assert is_real_change(before, after)
    assert is_real_change(after, before)


@given(st.text(max_size=300))
def test_no_text_differs_from_itself(text: str) -> None:
    assert not is_real_change(text, text)


@given(st.text(max_size=100), st.text(max_size=100))
def test_it_does_not_matter_which_text_came_first(one: str, other: str) -> None:
    assert is_real_change(one, other) is is_real_change(other, one)


@given(st.lists(st.text(alphabet="abcd", min_size=1, max_size=5), min_size=2, max_size=8), st.data())
def test_a_word_put_in_is_always_a_change(words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words)))
    assert is_real_change(" ".join(words), " ".join([*words[:place], "not", *words[place:]]))


@pytest.mark.parametrize("piece", ["1 ", "1. ", "updated on 1 ", ". monday ", "12:30\n", "\n", "1,", "a"])
def test_long_texts_made_to_be_slow_are_compared(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert is_real_change(text, f"{text} and more")
