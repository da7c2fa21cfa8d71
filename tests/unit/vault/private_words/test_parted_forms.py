"""Private words that are written so as not to be seen, and what of an address tells where somebody lives."""

from __future__ import annotations

from caregiver_app.model.private import PrivateKind
from caregiver_app.vault.private_words.address_parts import parts_of_address
from caregiver_app.vault.private_words.matcher import PrivateMatcher, PrivateText
from tests.helpers.guarding import findings

MATCHER = PrivateMatcher(bytes(range(32)), (PrivateText(kind=PrivateKind.NAME, text="Rosalind"),))
HIDDEN = (
    "Ros.alind, Ro-sa-li-nd, ros_alind, Ros'alind, &#82;osalind, &#x52;osalind, Ros&shy;alind, \u202ednilasoR\u202c"
)


def test_a_word_that_something_stands_within_is_found() -> None:
    missed = [each for each in HIDDEN.split(", ") if found(each) != [each.strip("\u202e\u202c")]]
    assert missed == []


def test_words_that_only_stand_beside_each_other_are_not_joined() -> None:
    others = "Ros or alind, ros. alind, rosa-linda, A&E; R&D, &#82;osemary, \u202ednilas\u202c"
    assert [each for each in others.split(", ") if found(each)] == []


def test_a_street_and_a_postcode_tell_by_themselves() -> None:
    lines = {
        "14 Birch Lane": ["Birch Lane"], "Leeds LS6 2AB": ["LS6 2AB"], "Flat 2, 14 Birch Lane": ["Birch Lane"],
        "Calle Olivares 14": ["Calle Olivares"], "14b, Birch Lane": ["Birch Lane"], "ls6 2ab": ["ls6 2ab"],
    }  # fmt: skip
    assert {line: [*parts_of_address(line)] for line in lines} == lines


def test_what_many_addresses_have_tells_nothing() -> None:
    assert [[*parts_of_address(line)] for line in ("12 Park Road", "3 Elm", "Leeds", "joan2@example.org")] == [[]] * 4


def found(written: str) -> list[str]:
    return [each.text for each in findings(f"see {written} today", private_words=MATCHER)]
