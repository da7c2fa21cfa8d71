"""A share in the window from its message to what leaves: what must be settled, and how each step is taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from caregiver_app.model.card import Channel, KeepReason
from caregiver_app.ui.care.clipboard import OPT_OUTS
from caregiver_app.ui.library.address_label import AddressLabel
from caregiver_app.ui.share.commands import SHARE
from caregiver_app.ui.share.keep_drawer import KeepDrawer
from caregiver_app.ui.share.replace_popover import ReplacePopover
from tests.helpers.qt_app import Listener, press, settle
from tests.helpers.share_window import (
    body_of,
    copied,
    found,
    panel_content,
    read,
    row_of,
    share_page,
    write_message,
)
from tests.helpers.shareable import ASSESSMENT, CALM
from tests.helpers.whole_window import Opened

NUMBER, PHONE = "943 476 5919", "07700 900 461"
MESSAGE = f"These helped us. The health number is {NUMBER} if they ask. Call {PHONE} after six."


def the_page_that_is_there_is_shown(opened: Opened) -> None:
    seen = [label.text() for label in body_of(opened).preview.findChildren(QLabel) if label.isVisible()]
    assert "Add a page to see here what others will get." not in seen
    (address,) = body_of(opened).items.cards[0].findChildren(AddressLabel)
    assert address.accessibleName() == "harbour-dementia.example/evenings", "broken at its marks, as elsewhere"


def test_a_page_is_shared_once_both_details_are_settled(opened: Opened, listener: Listener) -> None:
    opened.pick(CALM)
    toolbar = opened.whole.library.shelf.reader.toolbar
    assert toolbar.share.words == "Share"
    toolbar.share.click()
    opened.quiet()
    assert opened.whole.window.nav.current == SHARE
    body = body_of(opened)
    assert body.edit.hasFocus()
    the_page_that_is_there_is_shown(opened)
    write_message(opened, MESSAGE)
    assert found(opened) == [NUMBER, PHONE]
    assert ("Decide on 2 details first" in listener.words, body.foot.mail.words) == (True, "Look at 2 details")

    body.foot.copy.click()
    opened.quiet()
    assert copied() == ""
    assert opened.message == "Decide on 2 details first."
    assert row_of(opened, NUMBER).first.hasFocus()
    body.edit.setFocus()
    body.sending.copy()  # past the window's own look: the service looks again
    opened.quiet()
    assert copied() == ""
    assert row_of(opened, NUMBER).first.hasFocus()

    row_of(opened, NUMBER).first.click()
    read(opened)
    assert body.edit.toPlainText() == MESSAGE.replace(f" {NUMBER}", "")
    assert row_of(opened, PHONE).first.hasFocus()
    opened.whole.window.messages.undo()
    read(opened)
    assert body.edit.toPlainText() == MESSAGE
    opened.whole.window.messages.redo()
    read(opened)

    row_of(opened, PHONE).keep.click()
    settle()
    popover = panel_content(opened)
    assert isinstance(popover, KeepDrawer)
    popover.answers[KeepReason.MINE].click()
    read(opened)
    assert found(opened) == []
    assert body.foot.mail.words == "Open in my e-mail"

    body.foot.copy.click()
    opened.quiet()
    assert copied() == body.preview.text.toPlainText()
    assert NUMBER not in copied()
    assert f"Call {PHONE} after six." in copied()
    assert "https://harbour-dementia.example/evenings" in copied()
    held = QGuiApplication.clipboard().mimeData()
    assert all(held.hasFormat(name) for name in OPT_OUTS)
    (past,) = opened.library.shares.list()
    assert (past.title, past.channel) == (CALM, Channel.TEXT)
    assert opened.door.asked == []


def test_a_detail_is_replaced_and_kept_ones_can_be_looked_at_again(opened: Opened) -> None:
    body = share_page(opened, CALM)
    write_message(opened, f"Ring {PHONE}. My mother Joan is 83.")
    assert found(opened) == [PHONE, "Joan", "83"]
    row_of(opened, PHONE).replace.click()
    settle()
    popover = panel_content(opened)
    assert isinstance(popover, ReplacePopover)
    assert popover.edit.line.text() == "by phone"
    popover.edit.line.setText("me")
    press(Qt.Key.Key_Return)
    read(opened)
    assert body.edit.toPlainText() == "Ring me. My mother Joan is 83."
    assert found(opened) == ["Joan", "83"]
    assert not body.findings.again.isVisible()
    assert body.findings.keep_all.isVisible()
    body.findings.keep_all.click()
    read(opened)
    assert found(opened) == []
    assert body.judging.now.may_leave
    assert body.findings.again.isVisible()
    body.findings.again.click()
    read(opened)
    assert found(opened) == ["Joan", "83"]
    assert not body.findings.again.isVisible()
    row_of(opened, "Joan").keep.click()
    read(opened)
    assert found(opened) == ["83"]
    assert not body.findings.keep_all.isVisible()  # one detail is kept by its own button


def test_all_is_kept_of_what_is_looked_at_and_nothing_of_what_stops(opened: Opened) -> None:
    body = share_page(opened, CALM)
    write_message(opened, f"Ring {PHONE}. My mother Joan is 83.")
    body.findings.keep_all.click()
    read(opened)
    assert found(opened) == [PHONE]
    opened.whole.window.messages.undo()
    read(opened)
    assert found(opened) == [PHONE, "Joan", "83"]


def test_more_holds_every_way_out_and_a_new_beginning(opened: Opened) -> None:
    body = share_page(opened, CALM)
    write_message(opened, "Have a look.")
    menu = body.foot.menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "Copy the message",
        "Save flyer",
        "Save an e-mail draft",
        "Save the QR code as a picture",
        "Save the QR code for printing (SVG)",
        "Save as a web page",
        "Save as Markdown",
        "Write a social post",
        "Start again",
        "What I shared or printed",
    ]
    next(action for action in menu.actions() if action.text() == "Start again").trigger()
    read(opened)
    assert body.edit.toPlainText() == ""
    assert not list(body.items.cards)
    body.foot.copy.click()
    settle()
    assert opened.message == "Add a page first."
    assert body.items.add.hasFocus()
    opened.whole.window.messages.undo()
    read(opened)
    assert body.edit.toPlainText() == "Have a look."
    assert [card.candidate.title for card in body.items.cards] == [CALM]
    body.items.cards[0].remove.click()
    share_page(opened, ASSESSMENT)
    opened.whole.window.messages.undo()
    read(opened)
    assert [card.candidate.title for card in body.items.cards] == [CALM, ASSESSMENT]
    menu.deleteLater()
