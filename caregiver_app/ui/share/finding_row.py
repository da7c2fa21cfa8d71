"""One detail that the guard found: what it is, why it should not leave, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from caregiver_app.model.card import CardPart
from caregiver_app.model.guard import FindingKind
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.guard import finding_reason, finding_word
from caregiver_app.ui.share.grouping import Detail
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.plain import PlainLabel

_STACKS_BELOW = 440
_WORDS_NEED = 150  # less beside the buttons is a column of single words


class FindingRow(QWidget):
    """Signals say what was pressed; of notes that are locked `unlock_asked` comes in the place of `taken`."""

    taken = Signal()
    replace_asked = Signal()
    keep_asked = Signal()
    unlock_asked = Signal()

    def __init__(self, theme: Theme, detail: Detail, title: str = "", *, parent: QWidget | None = None) -> None:
        """`title` is that of the page on whose card it stands."""
        super().__init__(parent)
        self._theme = theme
        self.detail = detail
        self._word = finding_word(detail.first)
        self._outer = Row(theme, gap=8, parent=self)
        column = Column(theme, gap=2)
        column.addWidget(PlainLabel(self._word, role=TypeRole.STRONG, wrap=True))
        if detail.text:
            column.addWidget(PlainLabel(detail.text, wrap=True))
        column.addWidget(PlainLabel(self._why(title), role=TypeRole.SMALL, wrap=True))
        self._outer.addLayout(column, 1)
        self._outer.addWidget(self._buttons(on_card=detail.page is not None), 0, Qt.AlignmentFlag.AlignTop)

    @property
    def first(self) -> Button:
        """The first of its buttons."""
        return self._first

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where there is little room."""
        super().resizeEvent(event)
        room = self.width() - self._flow.sizeHint().width()
        stacked = self.width() < self._theme.px(_STACKS_BELOW) or room < self._theme.px(_WORDS_NEED)
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if self._outer.direction() != direction:
            self._outer.setDirection(direction)
        self._holder.setMinimumWidth(0 if stacked else self._flow.sizeHint().width())

    def begin(self) -> None:
        """Put the keyboard on the first button."""
        self._first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _why(self, title: str) -> str:
        reason = finding_reason(self.detail.first)
        if self.detail.page is None:
            return reason
        pattern = {
            # Translators: {title} is the title of a page; the reason is a sentence
            CardPart.TITLE: _("It stands in the title “{title}”. {reason}"),
            CardPart.LINK: _("It stands in the link of “{title}”. {reason}"),
            CardPart.ORGANISATION: _("It stands in the name of whose page “{title}” is. {reason}"),
        }[self.detail.part]
        return pattern.format(title=title, reason=reason)

    def _buttons(self, *, on_card: bool) -> QWidget:
        holder = self._holder = QWidget()
        flow = self._flow = Flow(self._theme, gap=4, parent=holder)
        is_locked = self.detail.kind is FindingKind.PRIVATE_WORDS_UNCHECKED
        self.keep = self._button(_("Go on without") if is_locked else _("Keep"), ButtonKind.QUIET)
        self.keep.clicked.connect(self.keep_asked)
        if is_locked:
            self._first = Button(self._theme, _("Unlock care notes"), icon=Icon.UNLOCK)
            self._first.clicked.connect(self.unlock_asked)
        else:
            self._first = self._button(_("Take the page out") if on_card else _("Take it out"), ButtonKind.NORMAL)
            self._first.clicked.connect(self.taken)
        flow.addWidget(self._first)
        if not on_card and not is_locked:
            self.replace = self._button(_("Replace"), ButtonKind.QUIET)
            self.replace.clicked.connect(self.replace_asked)
            flow.addWidget(self.replace)
        flow.addWidget(self.keep)
        return holder

    def _button(self, words: str, kind: ButtonKind) -> Button:
        parts = (self._word, self.detail.named)
        # Translators: spoken for a button of one detail, e.g. "Take it out: Phone number 07700 900 461"
        name = _("{button}: {detail}").format(button=words, detail=" ".join(part for part in parts if part))
        return Button(self._theme, words, kind=kind, name=name)
