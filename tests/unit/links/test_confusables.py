"""The table of look-alike letters that ships keeps its rules."""

from __future__ import annotations

import make_confusables


def test_the_table_keeps_its_rules() -> None:
    assert make_confusables.problems() == []


def test_only_what_a_host_can_hold_is_taken() -> None:
    listed = {"а": [{"c": "a"}], "Ａ": [{"c": "A"}], "∥": [{"c": "ll"}], "ꜳ": [{"c": "aa"}], "я": [{"c": "ᴙ"}]}
    made = make_confusables.make_confusables(listed)
    assert "а" in made["a"]
    assert made["aa"] == "ꜳ"
    assert not any(sign in "".join(made.values()) for sign in "Ａ∥я")
