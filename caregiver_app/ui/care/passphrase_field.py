"""A field for a passphrase: hidden, with a real button that shows it, and a word when Caps Lock seems to be on.

What is shown is hidden again a minute after the last key, and when the window or the field is left: who was called away
leaves it on the screen.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.private_fields import keep_copies_private
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.plain import PlainLabel

LONGEST = 1_000
SHOWN_MS = 60_000
_LEFT = frozenset({QEvent.Type.WindowDeactivate, QEvent.Type.Hide})


class PassphraseField(QWidget):
    """`entered` comes with Enter. Paste is allowed; nothing is ever suggested or learnt."""

    entered = Signal()

    def __init__(self, theme: Theme, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST)
        hidden = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhNoPredictiveText
        self.line.setInputMethodHints(
            hidden | Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        keep_copies_private(self.line)
        self.line.installEventFilter(self)
        self.line.returnPressed.connect(self.entered)
        self.line.textEdited.connect(self._typed)
        self.until_hidden = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self.until_hidden.timeout.connect(partial(self._show, False))
        self._label = label
        # Translators: "Show" is a button beside a hidden passphrase; this is what is spoken for it
        self.show_button = Button(theme, _("Show"), icon=Icon.EYE, name=_("Show: {field}").format(field=label))
        self.show_button.clicked.connect(self._turn)
        both = QWidget()
        row = Row(theme, gap=8, parent=both)
        row.addWidget(self.line, 1)
        row.addWidget(self.show_button)
        both.setFocusProxy(self.line)
        self.field = Field(theme, label, both, hint=hint)
        self.line.setAccessibleName(label)
        self._caps = self._caps_notice(theme)
        column = Column(theme, gap=6, parent=self)
        column.addWidget(self.field)
        column.addWidget(self._caps)

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def begin(self) -> None:
        """Put the keyboard into the field."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget what was typed and hide it again."""
        self.line.setText("")  # in place of `clear`, after which Ctrl+Z would bring it back
        self._show(False)
        self._clear_error()
        self._caps.setVisible(False)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong, with the keyboard in the field and all of it selected."""
        self.field.set_error(sentence)
        set_look(self.field.control, error=False)  # the edge belongs to the line, not to the button beside it
        self.line.setAccessibleDescription(sentence)
        set_look(self.line, error=True)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    @property
    def error(self) -> str:
        """What is wrong, empty when nothing is."""
        return self.field.error

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at each letter: capitals without Shift mean Caps Lock. Where the field is left, hide what is in it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._stay()
            self._look_at(event)
        elif event.type() in _LEFT and self._is_shown:
            self._show(False)
        return False

    def _typed(self) -> None:
        self._stay()
        self._clear_error()

    @property
    def _is_shown(self) -> bool:
        return self.line.echoMode() is QLineEdit.EchoMode.Normal

    def _stay(self) -> None:
        if self._is_shown:
            self.until_hidden.start()

    def _look_at(self, event: QKeyEvent) -> None:
        letter = event.text()
        if len(letter) != 1 or letter.lower() == letter.upper():
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        locked = letter.isupper() != shift
        if locked and not self._caps.isVisibleTo(self):
            announce(_("Caps Lock seems to be on."))
        self._caps.setVisible(locked)

    def _turn(self) -> None:
        self._show(not self._is_shown)

    def _show(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        if shown:
            self.show_button.set_words(_("Hide"), name=_("Hide: {field}").format(field=self._label))
            self.show_button.set_icon(Icon.EYE_OFF)
            self.until_hidden.start()
        else:
            self.until_hidden.stop()
            self.show_button.set_words(_("Show"), name=_("Show: {field}").format(field=self._label))
            self.show_button.set_icon(Icon.EYE)

    def _clear_error(self) -> None:
        if self.field.error:
            self.field.set_error("")
            self.line.setAccessibleDescription("")
            set_look(self.line, error=False)

    @staticmethod
    def _caps_notice(theme: Theme) -> QWidget:
        notice = QWidget()
        row = Row(theme, gap=6, parent=notice)
        row.addWidget(IconLabel(theme, Icon.ALERT, size=20, tone=Tone.WARN), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(_("Caps Lock seems to be on."), ink="warn", wrap=True), 1)
        notice.setVisible(False)
        return notice
