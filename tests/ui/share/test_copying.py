"""How a share leaves the window: marked for clipboards, and with nothing for the mail program."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from caregiver_app.model.card import Channel, KeepReason, ShareForm
from caregiver_app.ui.care.clipboard import OPT_OUTS
from caregiver_app.ui.open_outside import write_mail
from caregiver_app.ui.share.copying import copy_shared
from caregiver_app.ui.share.html_view import HtmlView
from caregiver_app.ui.share.text_view import TextView
from tests.helpers.outside import outside
from tests.helpers.qt_app import press
from tests.helpers.share_window import copied, read, share_page, write_message
from tests.helpers.shareable import CALM
from tests.helpers.whole_window import Opened


def test_the_mail_program_gets_no_address_no_subject_and_no_words(qapp: QApplication) -> None:
    del qapp
    with outside() as taken:
        assert write_mail()
        QApplication.processEvents()
    assert taken.opened == ["mailto:"]


def test_what_is_only_seen_is_not_copied_before_all_is_settled(opened: Opened) -> None:
    body = share_page(opened, CALM)
    write_message(opened, "Ring 07700 900 461.")
    for form in (Channel.HTML, Channel.TEXT, Channel.SOCIAL):
        body.preview.choose(ShareForm(channel=form))
        read(opened)
        posts = body.preview.posts.findChildren(TextView)
        seen: tuple[HtmlView | TextView, ...] = (body.preview.html, body.preview.text, *posts)
        view = next(each for each in seen if each.isVisible())
        view.setFocus()
        view.selectAll()
        press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert copied() == ""
        assert opened.message == "Decide on 1 detail first."
        view.copy()  # as its menu does, past the keys
        assert copied() == ""
    body.steps.keep(body.findings.rows[0].detail, KeepReason.MINE)
    body.preview.choose(ShareForm(channel=Channel.TEXT))
    read(opened)
    body.preview.text.selectAll()
    body.preview.text.copy()
    assert copied() == body.preview.text.toPlainText()
    assert QGuiApplication.clipboard().mimeData().hasFormat(next(iter(OPT_OUTS)))


def test_a_copy_is_plain_text_and_asks_histories_and_clouds_to_leave_it_out(qapp: QApplication) -> None:
    del qapp
    copy_shared("<b>Have a look</b>")
    held = QGuiApplication.clipboard().mimeData()
    assert held.text() == "<b>Have a look</b>"
    assert not held.hasHtml()
    assert {name: bytes(held.data(name).data()) for name in OPT_OUTS} == OPT_OUTS
