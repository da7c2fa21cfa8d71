"""Topics to tick: those that this library knows, and those that a pack has already."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.feeds.starter_topics import topic_title
from caregiver_app.model.organisation import Topic
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.plain import PlainLabel


class TopicBoxes(QWidget):
    """`changed` comes with each press. What is ticked keeps the order of the boxes."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.boxes: dict[str, CheckBox] = {}
        self.setAccessibleName(_("Topics"))
        column = Column(theme, gap=4, parent=self)
        column.addWidget(PlainLabel(_("Topics"), role=TypeRole.STRONG))
        column.addWidget(PlainLabel(_("Families who chose one of these are offered it."), ink="text-2", wrap=True))
        holder = QWidget()
        self._flow = Flow(theme, gap=16, parent=holder)
        column.addWidget(holder)
        self._error = PlainLabel(ink="urgent", wrap=True)
        self._error_row = QWidget()
        row = Row(theme, gap=6, parent=self._error_row)
        row.addWidget(IconLabel(theme, Icon.ALERT, size=20, tone=Tone.URGENT), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._error, 1)
        self._error_row.setVisible(False)
        column.addWidget(self._error_row)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids that are ticked."""
        return tuple(topic_id for topic_id, box in self.boxes.items() if box.isChecked())

    @property
    def error(self) -> str:
        """What is wrong with the choice, empty where nothing is."""
        return self._error.text()

    def know(self, topics: Sequence[Topic]) -> None:
        """Have a box for each of these."""
        for topic in topics:
            self._have(topic.id, topic_title(topic.id, topic.title))

    def tick(self, topic_ids: Sequence[str]) -> None:
        """Tick exactly these, with a box for those that nobody knew."""
        for topic_id in topic_ids:
            self._have(topic_id, topic_title(topic_id, topic_id))
        for topic_id, box in self.boxes.items():
            box.setChecked(topic_id in topic_ids)

    def set_error(self, words: str) -> None:
        """Say what is wrong with the choice; empty takes it away."""
        self._error.setText(words)
        self._error_row.setVisible(bool(words))

    def begin(self) -> None:
        """Put the keyboard at the first box."""
        for box in tuple(self.boxes.values())[:1]:
            box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _have(self, topic_id: str, title: str) -> None:
        if topic_id not in self.boxes:
            box = self.boxes[topic_id] = CheckBox(self._theme, title)
            box.clicked.connect(lambda _on: self.changed.emit())
            self._flow.addWidget(box)
            box.setVisible(True)
        elif self.boxes[topic_id].text() != title and title != topic_id:
            self.boxes[topic_id].set_words(title)
