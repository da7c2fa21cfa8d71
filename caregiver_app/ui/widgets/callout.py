"""A tinted box that says one thing, with at most two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.tone_frame import ToneFrame

_STACKS_BELOW = 520
_MOST_BUTTONS = 2


class Callout(ToneFrame):
    """A bold first line and one or two sentences on a tinted ground, with a bar at the side where lines start.

    A `slim` one says one plain line over a text that matters more.
    """

    def __init__(
        self,
        theme: Theme,
        tone: Tone,
        icon: Icon,
        heading: str,
        text: str = "",
        *,
        slim: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, tone, parent=parent)
        self._slim = slim
        self._buttons: list[QPushButton] = []
        self._icon = IconLabel(theme, icon, size=24, tone=tone)
        self._heading = PlainLabel(role=TypeRole.STRONG, ink=_ink(tone), wrap=True)
        self._text = PlainLabel(wrap=True)
        self._outer = Row(theme, margins=(20, 4, 6, 4) if slim else (20, 14, 16, 14), gap=16, parent=self)
        self._lay_out(theme)
        self.set_message(heading, text)

    def set_message(self, heading: str, text: str = "") -> None:
        """Say something else in the same tone."""
        self._heading.setText(heading)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        role = TypeRole.BODY if self._slim else TypeRole.HEADING if text else TypeRole.STRONG
        set_look(self._heading, role=role.value, ink="text" if self._slim else _ink(self._tone))
        self.setAccessibleName(heading)

    def add_button(self, button: QPushButton) -> None:
        """Add a button at the end; two are the most.

        Raises:
            RuntimeError: there are two already.
        """
        if len(self._buttons) >= _MOST_BUTTONS:
            raise RuntimeError("a callout has at most two buttons")
        self._buttons.append(button)
        self._actions.addWidget(button)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the text where there is little room."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self, theme: Theme) -> None:
        words = Column(theme, gap=2)
        words.addWidget(self._heading)
        words.addWidget(self._text)
        said = Row(theme, gap=14)
        said.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        said.addLayout(words, 1)
        centred = Column(theme)
        centred.addStretch(1)
        centred.addLayout(said)
        centred.addStretch(1)
        self._outer.addLayout(centred, 1)
        holder = QWidget()
        self._actions = Flow(theme, gap=8, parent=holder)
        self._holder = holder
        holder.setVisible(False)
        self._outer.addWidget(holder, 0, Qt.AlignmentFlag.AlignVCenter)

    def _arrange(self) -> None:
        self._holder.setVisible(bool(self._buttons))
        stacked = self.width() < self._theme.px(_STACKS_BELOW)
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if self._outer.direction() != direction:
            self._outer.setDirection(direction)


def _ink(tone: Tone) -> str:
    return "text" if tone is Tone.NEUTRAL else tone.value
