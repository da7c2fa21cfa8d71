"""Text that is shown letter for letter: the one label class, and tooltips.

Qt guesses whether a text is HTML and would load what it names; text from feeds must never reach that guess.
"""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QSizePolicy, QWidget

from caregiver_app.support.plain_text import with_breaks
from caregiver_app.ui.theme import TypeRole
from caregiver_app.ui.widgets.heard_as import teach
from caregiver_app.ui.widgets.look import set_look

_HEADINGS = (TypeRole.DISPLAY, TypeRole.TITLE, TypeRole.HEADING)


class PlainLabel(QLabel):
    """A label that never reads its text as HTML.

    `ink` is one of text, text-2, accent, on-accent, on-toast, info, ok, warn, urgent, private. With `wrap` the text
    takes as many lines as it needs, and an endless word is no wider than others. With `selectable` the mouse and the
    keyboard can copy it, to the letter. What is set as a heading is heard as one.
    """

    is_heading = False
    _heads = True

    def __init__(
        self,
        text: str = "",
        *,
        role: TypeRole = TypeRole.BODY,
        ink: str = "text",
        wrap: bool = False,
        centred: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.is_heading = self._heads and role in _HEADINGS
        self._said = ""
        self._breaks = wrap and not selectable
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self._centred = centred
        self._align()
        if wrap:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        set_look(self, role=role.value, ink=ink)

    def text(self) -> str:
        """Return what it says, as it was given."""
        return self._said

    def setText(self, text: str) -> None:
        """Say something else. A web address in a note would else make its page wider than the window."""
        self._said = text
        super().setText(with_breaks(text) if self._breaks else text)

    def changeEvent(self, event: QEvent) -> None:
        """Begin at the other side when the direction of the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        # Absolute: Qt would else go by the letters, and an English name would stand apart in an Arabic window.
        across = Qt.AlignmentFlag.AlignHCenter if self._centred else side | Qt.AlignmentFlag.AlignAbsolute
        self.setAlignment(across | Qt.AlignmentFlag.AlignVCenter)


class Figure(PlainLabel):
    """What is set large to be read, not to head what follows: a number to call, the words of a key."""

    _heads = False


class _Words(QAccessibleWidget):
    """Says a text as it was given: what lets a long word break is nothing to be heard."""

    def text(self, kind: QAccessible.Text) -> str:
        label = self.object()
        if kind == QAccessible.Text.Name and isinstance(label, PlainLabel):
            return label.accessibleName() or label.text()
        return super().text(kind)


def _heard(label: QWidget) -> QAccessibleInterface | None:
    if isinstance(label, PlainLabel) and label.is_heading:
        return _Words(label, QAccessible.Role.Heading)
    is_broken = isinstance(label, PlainLabel) and QLabel.text(label) != label.text()
    return _Words(label, QAccessible.Role.StaticText) if is_broken else None


teach(PlainLabel, _heard)


def tooltip_text(text: str) -> str:
    """Return `text` as Qt's tooltips take it: always as HTML, with nothing in it that is HTML."""
    return f"<p>{html.escape(text)}</p>" if text else ""


def without_mnemonic(text: str) -> str:
    """Return `text` for a button or a label with a buddy, where a single & would be taken for a shortcut."""
    return text.replace("&", "&&")
