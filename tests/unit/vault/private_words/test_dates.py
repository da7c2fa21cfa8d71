"""A day of the care notes is found however somebody writes it; other days are left alone."""

from __future__ import annotations

from caregiver_app.model.private import PrivateKind
from caregiver_app.vault.private_words.matcher import PrivateMatcher, PrivateText

KEY = bytes(range(32))
WRITTEN = (
    "3 March 1941", "3rd March 1941", "March 3rd 1941", "March 3rd, 1941", "3rd of March 1941", "3rd of March, 1941",
    "3 March '41", "3rd Mar 41", "3 Mar. 1941", "19410303", "03031941", "3/3/41", "03.03.1941", "1941-03-03",
    "third of March 1941", "March the third, 1941", "1941/03/03", "1941 March 3",
    "3 de marzo del 1941", "3º de marzo de 1941", "3 marzo 1941",
)  # fmt: skip


def test_no_writing_of_a_day_is_missed() -> None:
    assert [each for each in WRITTEN if found("1941-03-03", each) != [each]] == []


def test_endings_and_short_months_are_those_of_the_day() -> None:
    days = {
        "1938-09-01": "1st of Sept 1938, Sept 1st 38, 01091938, 09011938", "1938-12-22": "22nd December '38",
        "1938-10-21": "twenty-first of October 1938",
        "1938-12-11": "11th Dec 1938",
        "1938-12-23": "23rd December 1938, 12231938, 23121938",
    }  # fmt: skip
    missed = [(day, each) for day, forms in days.items() for each in forms.split(", ") if found(day, each) != [each]]
    assert missed == []


def test_other_days_are_left_alone() -> None:
    others = "4th March 1941, March 1941, 3 March, 3 March 2041, 19410304, 3/3/42, 1941".split(", ")
    assert [each for each in others if found("1941-03-03", each)] == []


def found(day: str, written: str) -> list[str]:
    """Return what is found in a sentence with a day as somebody wrote it."""
    text = f"she came ({written}) to us"
    matcher = PrivateMatcher(KEY, (PrivateText(kind=PrivateKind.DATE, text=day),), languages=("en", "es"))
    return [text[hit.start : hit.end] for hit in matcher.find(text)]
