"""Saying nothing settles nothing: to stop at needs a reason, to look at a word, and only for the very same text."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.guard.readable import readable
from caregiver_app.model.card import CardPart, KeepReason, Kept, ShareFinding
from caregiver_app.model.guard import Finding, FindingKind, Looked, Words
from caregiver_app.sharing.reading import Reading, readings_of
from caregiver_app.sharing.settling import keep_all_looked_at, may_pass, settled_findings
from tests.helpers.sharing import CHECKED, judged

PHONE = Finding(kind=FindingKind.PHONE, start=4, end=16, text="07911 123456")
AGAIN = Finding(kind=FindingKind.PHONE, start=18, end=30, text="07911 123456")
NAME = Finding(kind=FindingKind.NAME, start=0, end=3, text="Ann")


def settled(found: tuple[Finding, ...], kept: tuple[Kept, ...] = ()) -> tuple[ShareFinding, ...]:
    """Return what was found in a message, and what of it is settled."""
    message = Reading(words=Words(text="Ann 07911 123456, 07911 123456 or 07911 123457."))
    return settled_findings((message,), Looked(found=(found,)), kept)


def open_ones(*kept: Kept, again: Finding = AGAIN) -> list[FindingKind]:
    return [each.finding.kind for each in settled((NAME, PHONE, again), kept) if not each.settled]


def test_all_is_open_at_first() -> None:
    assert open_ones() == [FindingKind.NAME, FindingKind.PHONE, FindingKind.PHONE]


def test_the_same_words_are_one_detail_however_often_they_stand_there() -> None:
    kept = Kept(kind=FindingKind.PHONE, text="07911 123456", reason=KeepReason.PUBLIC)
    assert open_ones(kept) == [FindingKind.NAME]
    other = Finding(kind=FindingKind.PHONE, start=34, end=46, text="07911 123457")
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
    found = settled((NAME, PHONE))
    assert keep_all_looked_at(found) == (Kept(kind=FindingKind.NAME, text="Ann"),)
    assert open_ones(*keep_all_looked_at(found)) == [FindingKind.PHONE, FindingKind.PHONE]


def test_findings_say_where_they_stand_and_locked_notes_are_said_once() -> None:
    readings = readings_of("Hello", (judged(title="Falls"), judged(title="For Ann", own_title=True)))
    found = tuple((NAME,) if reading.words.text == "For Ann" else () for reading in readings)
    told = settled_findings(readings, Looked(found=found, unchecked=True), ())
    assert [(each.finding.kind, each.page, each.part) for each in told] == [
        (FindingKind.PRIVATE_WORDS_UNCHECKED, None, CardPart.TITLE),
        (FindingKind.NAME, 1, CardPart.TITLE),
    ]


def test_only_what_a_person_put_in_is_read_for_everything() -> None:
    theirs, ours = judged(title="Ann, 83, tells her story"), judged(title="For Ann", own_title=True)
    typed = [reading for reading in readings_of("Hello", (theirs, ours)) if reading.words.typed]
    assert [(each.page, each.part) for each in typed] == [
        (None, CardPart.TITLE),
        (1, CardPart.TITLE),
        (1, CardPart.LINK),
        (1, CardPart.LINK),
    ]


def test_nothing_is_read_of_a_page_that_has_no_card() -> None:
    assert len(readings_of("Hello", (judged(stamp=replace(CHECKED, page_changed=True), own_title=True),))) == 1


def test_a_host_is_read_in_its_own_letters() -> None:
    assert readable("https://www.xn--mller-kva.example/xn--") == "https://www.müller.example/xn--"


@given(st.text(max_size=40))
def test_a_link_is_read_however_often_it_was_encoded(words: str) -> None:
    plain = words.encode("utf-8", "replace").decode().replace("%", "").replace("--", "")
    assert readable(quote(quote(quote(plain)))) == plain


def test_no_reason_and_no_words_stand_in_what_is_logged_of_them() -> None:
    kept = Kept(kind=FindingKind.PHONE, text="07911 123456", reason=KeepReason.OTHER, words="of my sister")
    assert "07911" not in repr(kept)
    assert "sister" not in repr(kept)
