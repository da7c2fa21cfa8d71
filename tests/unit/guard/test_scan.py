"""The whole guard: places, order, overlaps, private words, and texts that nobody would write."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caregiver_app.guard.knowledge import Knowledge
from caregiver_app.guard.scan import scan
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.model.guard import Finding, FindingKind, Level
from caregiver_app.model.private import PrivateHit, PrivateKind
from tests.helpers.guarding import WordsOf, findings, found, messages

PIECES = (
    "943 476 5919", "07911 123456", "sam@example.org", "Mrs Whitcombe", "12 Acacia Avenue", "LS1 4AP",
    "born 12/03/1941",
    "4012 8888 8888 1881", "GB82 WEST 1234 5698 7654 32", "53.79648, -1.54785", "Ward 7B", "she is 83",
    "https://x.org/?token=a8Fk2Lp0Zr9q",
    "C:\\Users\\jo\\a.txt", "192.168.1.24", "claim no. A12345", "Mum's scan on 12 March",
    "\N{GRINNING FACE}", "\u200b", "ﬁ", "é", " ", "\n", ".", "１２",
)  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=14).map(" ".join))
@example("a\u200b07911 123456")
def test_places_always_point_at_what_they_name_and_never_overlap(text: str) -> None:
    results = findings(text)
    reached = 0
    for each in results:
        assert reached <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.text
        reached = each.end
    assert results == findings(text)


@given(st.text(alphabet="0123456789 +()-./@:#,AaMr'\n", max_size=400))
def test_texts_of_numbers_and_signs_are_read_to_their_end(text: str) -> None:
    for each in findings(text):
        assert text[each.start : each.end] == each.text


@pytest.mark.parametrize("emoji", ["\N{GRINNING FACE}", "👩‍👧", "e\u0301", "\U0001f1ec\U0001f1e7"])
def test_places_are_code_points_of_the_text_as_typed(emoji: str) -> None:
    text = f"{emoji} call 07911 123456 {emoji}"
    (finding,) = findings(text)
    assert (finding.start, finding.end) == (text.index("0"), text.index("6") + 1)


def test_signs_that_nobody_sees_hide_nothing() -> None:
    hidden = "943\u200b4765\u2060919"
    assert found(f"NHS {hidden}.") == [(FindingKind.NATIONAL_NUMBER, hidden)]
    assert found("ＮＨＳ ９４３ ４７６ ５９１９")[0][1] == "９４３ ４７６ ５９１９"


def test_of_pieces_that_overlap_the_surest_counts() -> None:
    assert [kind for kind, _text in found("Her NHS number is 943 476 5919")] == [FindingKind.NATIONAL_NUMBER]
    assert [kind for kind, _text in found("https://x.org/?token=a8Fk2Lp0Zr9q&mail=sam@example.org")] == [
        FindingKind.PRIVATE_LINK
    ]


def test_private_words_are_found_with_their_kind_and_stop() -> None:
    words = WordsOf(Rosalind=PrivateKind.NAME, Amlodipine=PrivateKind.MEDICINE)
    results = findings("Rosalind takes Amlodipine.", private_words=words)
    assert [(each.kind, each.text, each.rule, each.level) for each in results] == [
        (FindingKind.PRIVATE_WORD, "Rosalind", "name", Level.STOP),
        (FindingKind.PRIVATE_WORD, "Amlodipine", "medicine", Level.STOP),
    ]


def test_a_name_that_the_notes_hold_stops_even_beside_a_family_word() -> None:
    (finding,) = findings("My mother Rosalind sleeps.", private_words=WordsOf(Rosalind=PrivateKind.NAME))
    assert finding.kind is FindingKind.PRIVATE_WORD


def test_a_private_word_within_a_name_takes_the_whole_name_with_it() -> None:
    words = WordsOf(Rosalind=PrivateKind.NAME, Whitcombe=PrivateKind.NAME)
    assert [each.text for each in findings("It was Mrs Rosalind Whitcombe.", private_words=words)] == [
        "Mrs Rosalind Whitcombe"
    ]


def test_a_private_number_stops_although_it_is_called_ones_own_or_is_free() -> None:
    words = WordsOf(**{"07911 123456": PrivateKind.PHONE, "0800 496 0000": PrivateKind.PHONE})
    results = findings("Call me on 07911 123456 or 0800 496 0000.", private_words=words)
    assert [(each.kind, each.level) for each in results] == [(FindingKind.PRIVATE_WORD, Level.STOP)] * 2


def test_a_helpline_passes_although_it_stands_in_the_notes() -> None:
    assert findings("Call 116 123.", private_words=WordsOf(**{"116 123": PrivateKind.PHONE})) == ()


def test_what_a_private_word_is_a_part_of_goes_with_it_whole() -> None:
    words = WordsOf(**{"Acacia Avenue, Leeds": PrivateKind.PLACE, "joan": PrivateKind.NAME})
    assert [each.text for each in findings("At 12 Acacia Avenue, Leeds.", private_words=words)] == [
        "12 Acacia Avenue, Leeds"
    ]
    (finding,) = findings("Write to joan@example.org.", private_words=words)
    assert (finding.kind, finding.text) == (FindingKind.EMAIL, "joan@example.org")


def test_private_words_are_sought_in_the_text_as_typed() -> None:
    text = "\u200b\N{GRINNING FACE}ﬁ Rosalind"
    (finding,) = findings(text, private_words=WordsOf(Rosalind=PrivateKind.NAME))
    assert text[finding.start : finding.end] == "Rosalind"


class _Locked:
    def find(self, _text: str) -> tuple[PrivateHit, ...]:
        raise VaultError(VaultTrouble.LOCKED)


def test_a_lock_meanwhile_is_told_and_not_taken_for_nothing_found() -> None:
    with pytest.raises(VaultError):
        scan("Rosalind", Knowledge(private_words=_Locked()))


def test_a_finding_does_not_print_its_text() -> None:
    finding = Finding(kind=FindingKind.NAME, start=0, end=8, text="Rosalind")
    assert "Rosalind" not in repr(finding)


def test_numbers_and_names_stop_and_look_as_they_should() -> None:
    looked_at = {kind for kind in FindingKind if Finding(kind=kind, start=0, end=0, text="").level is Level.LOOK}
    assert looked_at == {
        FindingKind.NAME,
        FindingKind.AGE,
        FindingKind.LEADS_ON,
        FindingKind.OWN_PHONE,
        FindingKind.SERVICE_PHONE,
        FindingKind.ROOM,
        FindingKind.TREATMENT_DATE,
    }


def test_a_text_without_anything_is_left_alone() -> None:
    for text in ("", " ", "\n\n", "Drink enough.", "\x00", "\u200b"):
        assert findings(text) == ()


def test_what_is_found_alone_is_found_between_other_messages() -> None:
    clean = [each.text for each in messages("clean") if not re.search(r"\d|:$", each.text)]
    for place, each in enumerate(messages("private")):
        alone = [(one.kind, one.text) for one in findings(each.text)]
        text = f"{clean[place % len(clean)]}\n\n{each.text}\n\n{clean[(place + 7) % len(clean)]}"
        assert [(one.kind, one.text) for one in findings(text)] == alone, each.text
