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
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel


class TopicChoice(Drawer):
    """`chosen` carries a tuple of topic ids, or None: as the publishers sort them."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, topics: Sequence[Topic], sources: Sequence[Source], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Choose topics"), parent=parent)
        self.boxes: dict[str, CheckBox] = {}
        self.body.addWidget(PlainLabel(_explained(sources), ink="text-2", wrap=True))
        boxes = Column(theme, gap=2)
        for topic in topics:
            box = self.boxes[topic.id] = CheckBox(theme, topic_title(topic.id, topic.title))
            box.setChecked(all(topic.id in source.topics for source in sources))
            boxes.addWidget(box)
        self.body.addLayout(boxes)
        self.done = Button(theme, _("Use these topics"), kind=ButtonKind.MAIN)
        self.done.clicked.connect(self._choose)
        self.given = Button(theme, _("As their publishers sort them"))
        self.given.clicked.connect(lambda: self.chosen.emit(None))
        self.add_foot(self.done, self.given)
        self.setFocusProxy(next(iter(self.boxes.values()), self.done))

    def _choose(self) -> None:
        self.chosen.emit(tuple(topic_id for topic_id, box in self.boxes.items() if box.isChecked()))


def _explained(sources: Sequence[Source]) -> str:
    if len(sources) == 1:
        return _("“{title}” will stand below these topics. It stays on or off as it is.").format(title=sources[0].title)
    return _("The selected sources will stand below these topics. They stay on or off as they are.")
