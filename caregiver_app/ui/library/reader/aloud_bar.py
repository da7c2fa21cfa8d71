"""What stands over a page that is being read aloud: that it is, and Stop."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QHideEvent
from PySide6.QtWidgets import QFrame, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.reader.page_view import PageView
from caregiver_app.ui.read_aloud import ReadAloud
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.heard_as import teach_role
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.plain import PlainLabel


class AloudBar(QFrame):
    """Shown only while there is something to hear."""

    def __init__(self, desk: Desk, view: PageView, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view = view
        self._slow = False
        self.reading = ReadAloud(desk.theme, view, self)
        set_look(self, kind="bar")
        self.setAccessibleName(_("Reading aloud"))
        self.stop_button = Button(desk.theme, _("Stop reading"), icon=Icon.STOP)
        self._lay_out(desk.theme)
        self.setVisible(False)
        self.stop_button.clicked.connect(self.leave)
        self.reading.changed.connect(self.setVisible)
        self.reading.failed.connect(self._tell)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def begin(self, language: str) -> None:
        """Read the page; where there is no voice any more, say so."""
        self.reading.begin(language, slow=self._slow)
        if self.reading.is_reading:
            self.stop_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._tell()

    def set_slow(self, slow: bool) -> None:
        """Read more slowly from the next beginning on, or as the voice does by itself."""
        self._slow = slow

    def stop(self) -> None:
        """Be silent."""
        self.reading.stop()

    def leave(self) -> bool:
        """Be silent and give the keyboard to the page; return whether there was something to hear."""
        was_reading = self.reading.is_reading
        if was_reading:
            self.stop()
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        return was_reading

    def hideEvent(self, event: QHideEvent) -> None:
        """Be silent once the page has gone from sight, whatever took it away."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.stop()

    def _tell(self) -> None:
        self._desk.messages.say(_("The voice of this computer did not answer."), icon=Icon.INFO, kind="aloud")

    def _lay_out(self, theme: Theme) -> None:
        flow = Flow(theme, gap=12, parent=self)
        flow.addWidget(PlainLabel(_("Reading this page aloud."), wrap=True))
        flow.addWidget(self.stop_button)

    def _restyle(self) -> None:
        pad = self._desk.theme.px(8)
        self.setContentsMargins(pad, pad, pad, pad)


teach_role(AloudBar, QAccessible.Role.Grouping)
