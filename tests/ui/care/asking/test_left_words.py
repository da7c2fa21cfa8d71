"""What left the notes on paper is read in the list of what left, in words."""

from __future__ import annotations

import pytest

from caregiver_app.model.sheets.kinds import PRIVATE, Audience
from caregiver_app.support.sentences.sheet_names import sheet_name
from caregiver_app.ui.care.asking.left_words import how_it_left, how_much
from caregiver_app.vault.exchange.disclosures import Channel, Disclosed


@pytest.mark.parametrize(
    ("to_whom", "words"),
    [
        ("", "Printed"),
        (Audience.AMBULANCE.value, "Printed for the ambulance"),
        (Audience.WARD.value, "Printed for the hospital ward"),
        (Audience.RELIEF_CARER.value, "Printed for a helper"),
        (Audience.RELATIVE.value, "Printed for a relative or friend"),
        ("Anna", "Printed for Anna"),
    ],
)
def test_for_whom_a_sheet_was_printed_is_said(to_whom: str, words: str) -> None:
    left = Disclosed(channel=Channel.PRINT, what={"emergency": 1}, to_whom=to_whom)
    assert how_it_left(left) == words


def test_sheets_are_said_by_name_and_records_by_number() -> None:
    assert (
        how_much({"emergency": 1, "medicines": 2, "medicine": 2}) == "Emergency sheet, Medicines list (2), 2 medicines"
    )
    assert [how_much({kind.value: 1}) for kind in PRIVATE] == [sheet_name(kind) for kind in PRIVATE]
