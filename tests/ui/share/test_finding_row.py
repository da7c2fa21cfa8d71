"""How a detail is shown that stands on the card of a page: where it stands, and that only the page can be taken out."""

from __future__ import annotations

import pytest

from caregiver_app.model.card import CardPart
from caregiver_app.model.guard import UNCHECKED, Finding, FindingKind
from caregiver_app.model.private import PrivateKind
from caregiver_app.ui.share.finding_row import FindingRow
from caregiver_app.ui.share.grouping import Detail
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.plain import PlainLabel
from tests.helpers.qt_app import Stage, settle

MEDICINE = Finding(kind=FindingKind.PRIVATE_WORD, start=0, end=10, text="Zolpitrane", rule=PrivateKind.MEDICINE.value)


def buttons_of(row: FindingRow) -> list[str]:
    return [button.words for button in row.findChildren(Button)]


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (CardPart.TITLE, "It stands in the title “Sleep”. This medicine is in your care notes."),
        (CardPart.LINK, "It stands in the link of “Sleep”. This medicine is in your care notes."),
        (
            CardPart.ORGANISATION,
            "It stands in the name of whose page “Sleep” is. This medicine is in your care notes.",
        ),
    ],
    ids=list(CardPart),
)
def test_a_detail_on_a_card_says_where_it_stands(theme: Theme, part: CardPart, words: str) -> None:
    row = FindingRow(theme, Detail(findings=(MEDICINE,), page=0, part=part), "Sleep")
    assert [label.text() for label in row.findChildren(PlainLabel)] == ["From your care notes", "Zolpitrane", words]
    assert buttons_of(row) == ["Take the page out", "Keep"]


def test_one_in_the_message_can_be_replaced_and_locked_notes_can_be_opened(theme: Theme) -> None:
    assert buttons_of(FindingRow(theme, Detail(findings=(MEDICINE,)))) == ["Take it out", "Replace", "Keep"]
    assert buttons_of(FindingRow(theme, Detail(findings=(UNCHECKED,)))) == ["Unlock care notes", "Go on without"]


def test_words_are_never_squeezed_beside_wide_buttons(stage: Stage, theme: Theme) -> None:
    rows = [FindingRow(theme, Detail(findings=(finding,))) for finding in (MEDICINE, UNCHECKED)]
    for row in rows:
        stage.hold(row)
    for width in (420, 455, 700):
        stage.resize(width, 600)
        settle()
        for row in rows:
            assert row.width() == width
            assert min(label.width() for label in row.findChildren(PlainLabel)) >= 150, (row.detail.kind, width)
