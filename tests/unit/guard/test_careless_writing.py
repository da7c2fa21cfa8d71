"""What people write in haste is found: in small letters, glued to a word, with dots; what only resembles it is not."""

from __future__ import annotations

from caregiver_app.model.guard import FindingKind
from tests.helpers.guarding import found

WRITTEN = {
    "ls6 2ab": FindingKind.POSTCODE,
    "14 birch lane": FindingKind.ADDRESS,
    "3 old mill road": FindingKind.ADDRESS,
    "margaret.hughes @ example.org": FindingKind.EMAIL,
    "margaret.hughes (a) example.org": FindingKind.EMAIL,
    "margaret.hughes at gmail.com": FindingKind.EMAIL,
    "joan41 at hotmail.co.uk": FindingKind.EMAIL,
    "07911.123.456": FindingKind.PHONE,
}
CLEAN = (
    "it is e1 2nd floor", "we tried b6 2nd", "5 minutes down the road", "take 2 side road", "a 4 lane road",
    "30 miles of road", "1 in 3 on our street", "see (a) example.org", "is she at gmail.com", "the 2 main street shops",
    "version 10.123.456", "section 07.123.4", "NHS 111", "NHS24 is open", "take 50mg at 8 by mouth",
)  # fmt: skip


def test_what_is_written_in_haste_is_found() -> None:
    told = {each: found(f"and it is {each} as you know") for each in WRITTEN}
    assert told == {each: [(kind, each)] for each, kind in WRITTEN.items()}


def test_a_number_glued_to_its_name_and_an_age_glued_to_its_unit_are_found() -> None:
    assert found("NHS943 476 5919") == [(FindingKind.NATIONAL_NUMBER, "943 476 5919")]
    assert found("my 84yo mum fell") == [(FindingKind.AGE, "84yo")]


def test_what_only_resembles_it_is_left_alone() -> None:
    assert [each for each in CLEAN if found(f"{each}, they say")] == []
