"""The message: marks that move with what is typed, changes that can be taken back, and what pasting may bring."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from caregiver_app.model.card import LONGEST_MESSAGE
from caregiver_app.ui.share.message_edit import MessageEdit
from caregiver_app.ui.share.pieces import Piece
from caregiver_app.ui.theme import Theme

TEXT = "\U0001f600 Anna lives here.\nCall Anna."
ANNA = Piece(start=2, end=6)


@pytest.fixture
def edit(theme: Theme) -> MessageEdit:
    """A message with a name in it, behind an emoji."""
    edit = MessageEdit(theme)
    edit.setPlainText(TEXT)
    return edit


def marked(edit: MessageEdit) -> list[str]:
    """Return the words that stand there in the look of marks."""
    QApplication.processEvents()
    found: list[str] = []
    block = edit.document().firstBlock()
    while block.isValid():
        text = block.text().encode("utf-16-le")
        marks = block.layout().formats()
        found += [text[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le") for one in marks]
        block = block.next()
    return found


def type_at(edit: MessageEdit, place: int, words: str) -> None:
    cursor = QTextCursor(edit.document())
    cursor.setPosition(place)
    cursor.insertText(words)


def test_marks_stay_on_their_words(edit: MessageEdit) -> None:
    edit.show_marks([ANNA, Piece(start=24, end=28)])
    assert marked(edit) == ["Anna", "Anna"]
    type_at(edit, 0, "Dear all,\n")
    assert marked(edit) == ["Anna", "Anna"]
    edit.show_marks([])
    assert marked(edit) == []


def test_marks_are_no_step_that_undo_takes_back(edit: MessageEdit) -> None:
    edit.show_marks([ANNA])
    assert not edit.document().isUndoAvailable()


def test_a_change_is_taken_back_and_done_again(edit: MessageEdit) -> None:
    change = edit.change(ANNA, "somebody")
    assert edit.toPlainText() == "\U0001f600 somebody lives here.\nCall Anna."
    change.undo()
    assert edit.toPlainText() == TEXT
    change.do()
    assert edit.toPlainText() == "\U0001f600 somebody lives here.\nCall Anna."


def test_a_change_is_taken_back_in_its_place_although_more_was_typed(edit: MessageEdit) -> None:
    change = edit.change(Piece(start=2, end=7), "")
    type_at(edit, 0, "So: ")
    type_at(edit, edit.document().characterCount() - 1, " Thanks.")
    change.undo()
    assert edit.toPlainText() == f"So: {TEXT} Thanks."


def test_what_the_keyboard_took_back_already_is_not_put_there_twice(edit: MessageEdit) -> None:
    change = edit.change(Piece(start=2, end=7), "")
    edit.undo()
    assert edit.toPlainText() == TEXT
    change.undo()
    assert edit.toPlainText() == TEXT


def test_a_piece_over_two_lines_comes_back_whole(edit: MessageEdit) -> None:
    change = edit.change(Piece(start=13, end=24), "")
    assert "\n" not in edit.toPlainText()
    change.undo()
    assert edit.toPlainText() == TEXT


def test_another_text_can_be_taken_back_with_the_keyboard(edit: MessageEdit) -> None:
    edit.put("")
    assert edit.toPlainText() == ""
    edit.undo()
    assert edit.toPlainText() == TEXT


def test_pasting_brings_plain_text_of_a_bounded_length_without_what_nobody_sees(edit: MessageEdit) -> None:
    data = QMimeData()
    data.setHtml('<b>bold</b><img src="file:///etc/hostname">')
    data.setText("x\u0000y\u0007z" * LONGEST_MESSAGE)
    edit.selectAll()
    edit.insertFromMimeData(data)
    assert len(edit.toPlainText()) == LONGEST_MESSAGE
    assert set(edit.toPlainText()) == {"x", "y", "z"}


def test_what_nobody_can_see_goes_as_it_is_typed(edit: MessageEdit) -> None:
    type_at(edit, 3, "\u0007")
    assert edit.toPlainText() == TEXT
