"""How a share leaves the window: marked for clipboards, and with nothing for the mail program."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from caregiver_app.ui.care.clipboard import OPT_OUTS
from caregiver_app.ui.open_outside import write_mail
from caregiver_app.ui.share.copying import copy_shared
from tests.helpers.outside import outside


def test_the_mail_program_gets_no_address_no_subject_and_no_words(qapp: QApplication) -> None:
    del qapp
    with outside() as taken:
        assert write_mail()
        QApplication.processEvents()
    assert taken.opened == ["mailto:"]


def test_a_copy_is_plain_text_and_asks_histories_and_clouds_to_leave_it_out(qapp: QApplication) -> None:
    del qapp
    copy_shared("<b>Have a look</b>")
    held = QGuiApplication.clipboard().mimeData()
    assert held.text() == "<b>Have a look</b>"
    assert not held.hasHtml()
    assert {name: bytes(held.data(name).data()) for name in OPT_OUTS} == OPT_OUTS
