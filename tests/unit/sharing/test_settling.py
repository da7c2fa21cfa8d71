"""Saying nothing settles nothing: to stop at needs a reason, to look at a word, and only for the very same text."""

from __future__ import annotations

import pytest

from caregiver_app.model.card import KeepReason, Kept
from caregiver_app.model.guard import Finding, FindingKind
from caregiver_app.sharing.settling import keep_all_looked_at, may_pass, own_titles, settled_findings
from tests.helpers.sharing import judged

PHONE = Finding(kind=FindingKind.PHONE, start=4, end=16, text="07911 123456")
NAME = Finding(kind=FindingKind.NAME, start=0, end=3, text="Ann")


def open_ones(*kept: Kept, again: Finding = PHONE) -> list[FindingKind]:
    found = settled_findings((NAME, PHONE, again), (), kept)
    return [each.finding.kind for each in found if not each.settled]


def test_all_is_open_at_first() -> None:
    assert open_ones() == [FindingKind.NAME, FindingKind.PHONE, FindingKind.PHONE]


def test_the_same_words_are_one_detail_however_often_they_stand_there() -> None:
    kept = Kept(kind=FindingKind.PHONE, text="07911 123456", reason=KeepReason.PUBLIC)
    assert open_ones(kept) == [FindingKind.NAME]
    other = Finding(kind=FindingKind.PHONE, start=20, end=32, text="07911 123457")
    assert open_ones(kept, again=other) == [FindingKind.NAME, FindingKind.PHONE]


def test_the_same_text_of_another_kind_stays_open() -> None:
    kept = Kept(kind=FindingKind.RECORD_NUMBER, text="07911 123456", reason=KeepReason.PUBLIC)
    assert FindingKind.PHONE in open_ones(kept)


@pytest.mark.parametrize(
    ("kept", "passes"),
    [
        (Kept(kind=FindingKind.PHONE, text="1"), False),
        (Kept(kind=FindingKind.PHONE, text="1", reason=KeepReason.OTHER, words="  "), False),
        (Kept(kind=FindingKind.PHONE, text="1", reason=KeepReason.OTHER, words="the clinic's"), True),
        (Kept(kind=FindingKind.PHONE, text="1", reason=KeepReason.AGREED), True),
        (Kept(kind=FindingKind.PRIVATE_WORDS_UNCHECKED, text=""), False),
        (Kept(kind=FindingKind.NAME, text="Ann"), True),
    ],
    ids=["no-reason", "blank", "words", "ready-answer", "locked-notes", "to-look-at"],
)
def test_a_detail_to_stop_at_needs_a_reason(kept: Kept, passes: bool) -> None:
    assert may_pass(kept) is passes


def test_keep_all_settles_what_is_to_be_looked_at_and_nothing_else() -> None:
    found = settled_findings((NAME, PHONE), (), ())
    assert keep_all_looked_at(found) == (Kept(kind=FindingKind.NAME, text="Ann"),)
    assert open_ones(*keep_all_looked_at(found)) == [FindingKind.PHONE, FindingKind.PHONE]


def test_findings_in_titles_carry_their_place_and_locked_notes_are_said_once() -> None:
    locked = Finding(kind=FindingKind.PRIVATE_WORDS_UNCHECKED, start=0, end=0, text="")
    found = settled_findings((locked,), ((1, locked), (1, NAME)), ())
    assert [(each.finding.kind, each.title_of) for each in found] == [
        (FindingKind.PRIVATE_WORDS_UNCHECKED, None),
        (FindingKind.NAME, 1),
    ]


def test_only_titles_that_somebody_here_wrote_are_read() -> None:
    theirs, ours = judged(title="Ann, 83, tells her story"), judged(title="For Ann", own_title=True)
    assert own_titles((theirs, ours)) == ((1, "For Ann"),)


def test_no_reason_and_no_words_stand_in_what_is_logged_of_them() -> None:
    kept = Kept(kind=FindingKind.PHONE, text="07911 123456", reason=KeepReason.OTHER, words="of my sister")
    assert "07911" not in repr(kept)
    assert "sister" not in repr(kept)
