"""When was looked for notices: a quiet line, or an amber box with a way to look now once that is long ago."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.notices import Notices
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.notices.words import looked_words, silent_words, stale_words
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.plain import PlainLabel


class LookedPart(QWidget):
    """`update_asked` asks for updates now. Without `button` where another one for that is before the eyes."""

    update_asked = Signal()

    def __init__(self, theme: Theme, *, button: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.quiet = QWidget()
        row = Row(theme, gap=10, parent=self.quiet)
        row.addWidget(IconLabel(theme, Icon.CLOCK, size=20))
        self.words = PlainLabel(ink="text-2", wrap=True)
        row.addWidget(self.words, 1)
        self.stale = Callout(theme, Tone.WARN, Icon.ALERT, "")
        if button:
            self._add_button(theme)
        column = Column(theme, parent=self)
        column.addWidget(self.quiet)
        column.addWidget(self.stale)

    def _add_button(self, theme: Theme) -> None:
        name = _("Get updates to look for safety notices")
        button = Button(theme, _("Get updates"), icon=Icon.REFRESH, name=name)
        button.clicked.connect(self.update_asked)
        self.stale.add_button(button)

    def show_looked(self, notices: Notices, *, found: bool, now: Millis) -> None:
        """Say when was looked, and whether some source did not answer."""
        text, stale = looked_words(found=found, at=notices.checked_at, now=now)
        self.quiet.setVisible(not stale)
        self.stale.setVisible(stale)
        if stale:
            self.stale.set_message(text, stale_words(notices))
        else:
            self.words.setText(" ".join(filter(None, (text, silent_words(notices)))))
