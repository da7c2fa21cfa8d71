"""The page on which a link or a message is checked. What is pasted is in this window's memory until it is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from caregiver_app.model.forwarded import LONGEST_CHARS, Checked
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.forwarded import picture_hint
from caregiver_app.ui.announce import announce
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.care.private_fields import PrivateText
from caregiver_app.ui.check_link.answer_cards import AnswerView
from caregiver_app.ui.check_link.reply_card import Reply
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.page import Page, ScreenHeader

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

_WIDEST = 820

Check = Callable[["Library", str], Checked]


class CheckLinkScreen(Screen):
    """`left` asks for the library to be shown again, `opened_page` carries a page of it to be read."""

    left = Signal()
    opened_page = Signal(object)

    def __init__(self, desk: Desk, check: Check, reply: Reply, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._check = check
        self._reply = reply
        self.answer: AnswerView | None = None
        theme = desk.theme
        self.page = Page(theme, _("Check a link or message"), widest=_WIDEST)
        self.back = Button(theme, _("Back to the library"), kind=ButtonKind.TOOL, icon=Icon.BACK)
        self.text = PrivateText(theme, name=_("The link or the whole message"), lines=4)
        self.field = Field(theme, _("The link or the whole message"), self.text, hint=picture_hint())
        self.check = Button(theme, _("Check"), kind=ButtonKind.MAIN, icon=Icon.SHIELD, name=_("Check this"))
        self.paste = Button(theme, _("Paste and check"), icon=Icon.COPY)
        self.again = Button(theme, _("Start again"), kind=ButtonKind.QUIET)
        self._lay_out()
        self.back.clicked.connect(self._leave)
        self.check.clicked.connect(self.look)
        self.paste.clicked.connect(self._paste)
        self.again.clicked.connect(self.start_again)
        self.text.textChanged.connect(self._changed)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.look)

    def title(self) -> str:
        """Return the name of the page."""
        return _("Check a link or message")

    def areas(self) -> Sequence[QWidget]:
        """Return the page."""
        return (self.page,)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Use the room there is."""
        self.page.set_narrow(layout <= FrameLayout.NARROW)

    def begin(self) -> None:
        """Put the keyboard into the field."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> bool:
        """Forget what was pasted; the library comes back."""
        self.forget()
        return False

    def look(self) -> None:
        """Check what the field holds."""
        text = self.text.toPlainText()
        if not text.strip():
            self.field.show_error(_("Paste a link or a message first."))
            return
        self.check.set_working(True)
        check = self._check
        self._desk.ask(
            self,
            lambda library: check(library, text),
            lambda checked: self._show(text, checked),
            key="check-link",
            failed=lambda _error: self.check.set_working(False),
        )

    def start_again(self) -> None:
        """Forget what was pasted and what was said of it, and begin anew."""
        self.forget()
        self.begin()

    def forget(self) -> None:
        """Forget what was pasted and what was said of it; nothing of it can be brought back."""
        self.text.setPlainText("")

    def _leave(self) -> None:
        self.forget()
        self.left.emit()

    def _paste(self) -> None:
        self.text.setPlainText(QGuiApplication.clipboard().text()[: LONGEST_CHARS + 1])
        self.look()

    def _changed(self) -> None:
        self.field.set_error("")
        self._drop_answer()

    def _show(self, text: str, checked: Checked) -> None:
        self.check.set_working(False)
        if text != self.text.toPlainText():
            return  # something else is typed by now
        self._drop_answer()
        answer = AnswerView(self._desk, checked, self._reply)
        answer.opened.connect(self.opened_page)
        self.answer = answer
        self._place.addWidget(answer)
        self.again.setVisible(True)
        announce(answer.spoken)
        QTimer.singleShot(0, self, self._scroll_to_answer)

    def _scroll_to_answer(self) -> None:
        """Bring the answer into sight, with the buttons over it, where the keyboard is."""
        self.page.verticalScrollBar().setValue(self._buttons.y())

    def _drop_answer(self) -> None:
        self.again.setVisible(False)
        if self.answer is None:
            return
        self._place.removeWidget(self.answer)
        self.answer.setVisible(False)
        self.answer.deleteLater()
        self.answer = None

    def _lay_out(self) -> None:
        theme = self._desk.theme
        body = self.page.body
        body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        words = _("Works without the internet. Nothing is sent, and nothing of it is kept.")
        body.addWidget(ScreenHeader(theme, _("Check a link or message"), words))
        body.addWidget(self.field)
        self._buttons = QWidget()
        buttons = Flow(theme, gap=12, parent=self._buttons)
        for button in (self.check, self.paste, self.again):
            buttons.addWidget(button)
        self.again.setVisible(False)
        body.addWidget(self._buttons)
        self._place = Column(theme)
        body.addLayout(self._place)
        Column(theme, parent=self).addWidget(self.page)
