"""Below which topics one or several sources stand: a drawer with a box for each topic."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.feeds.starter_topics import topic_title
from caregiver_app.model.organisation import Topic
from caregiver_app.model.source import Source
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.drawer import DrawerHeading
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.page import Page
from caregiver_app.ui.widgets.plain import PlainLabel


class TopicChoice(QWidget):
    """`chosen` carries a tuple of topic ids, or None: as the publishers sort them. `closed` asks to be taken away."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(
        self, theme: Theme, topics: Sequence[Topic], sources: Sequence[Source], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Choose topics"))
        self.boxes: dict[str, CheckBox] = {}
        page = Page(theme, _("Choose topics"), margins=False)
        page.body.addWidget(PlainLabel(_explained(sources), ink="text-2", wrap=True))
        boxes = Column(theme, gap=2)
        for topic in topics:
            box = self.boxes[topic.id] = CheckBox(theme, topic_title(topic.id, topic.title))
            box.setChecked(all(topic.id in source.topics for source in sources))
            boxes.addWidget(box)
        page.body.addLayout(boxes)
        self.done = Button(theme, _("Use these topics"), kind=ButtonKind.MAIN)
        self.done.clicked.connect(self._choose)
        self.given = Button(theme, _("As their publishers sort them"))
        self.given.clicked.connect(lambda: self.chosen.emit(None))
        outer = Column(theme, margins=(20, 16, 20, 16), gap=12, parent=self)
        heading = DrawerHeading(theme, _("Choose topics"))
        heading.closed.connect(self.closed)
        outer.addWidget(heading)
        outer.addWidget(page, 1)
        foot = QWidget()
        buttons = Flow(theme, gap=8, parent=foot)
        for button in (self.done, self.given):
            buttons.addWidget(button)
        outer.addWidget(foot)

    def _choose(self) -> None:
        self.chosen.emit(tuple(topic_id for topic_id, box in self.boxes.items() if box.isChecked()))


def _explained(sources: Sequence[Source]) -> str:
    if len(sources) == 1:
        return _("“{title}” will stand below these topics. It stays on or off as it is.").format(title=sources[0].title)
    return _("The selected sources will stand below these topics. They stay on or off as they are.")
