"""The panel that chooses what the list shows: everything, a topic or a source, each with its number of pages."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.library.desk import Desk
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.questions import COUNT_CAP, Standing
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Hairline
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.option_list import Option, OptionList

WIDTH = 376
_HEIGHT = 520


class SourcePicker(QWidget):
    """A popover's content. `picked` carries a `Pick`; the other two lead on."""

    picked = Signal(object)
    add_pressed = Signal()
    manage_pressed = Signal()

    def __init__(self, desk: Desk, standing: Standing, current: Pick, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = self._theme = desk.theme
        self.setAccessibleName(_("Choose sources"))
        self.list = OptionList(theme, _("Topics and sources"), pick_options(standing), current, ring=desk.ring)
        self.list.chosen.connect(self.picked)
        self.list.setMinimumHeight(min(theme.px(_HEIGHT), self.list.full_height()))
        column = Column(theme, margins=8, gap=8, parent=self)
        column.addWidget(self.list, 1)
        column.addWidget(Hairline(theme))
        column.addWidget(self._buttons())

    def _buttons(self) -> QWidget:
        holder = QWidget()
        flow = Flow(self._theme, gap=8, parent=holder)
        add = Button(self._theme, _("Add a source"), icon=Icon.PLUS)
        add.clicked.connect(self.add_pressed)
        manage = Button(self._theme, _("Sources and topics"), kind=ButtonKind.QUIET, icon=Icon.SOURCES)
        manage.clicked.connect(self.manage_pressed)
        flow.addWidget(add)
        flow.addWidget(manage)
        return holder


def pick_options(standing: Standing) -> tuple[Option[Pick], ...]:
    """Return everything, then the chosen topics, then the sources that are on or have pages."""
    options = [Option(value=Pick(), text=_("All sources"), icon=Icon.LIBRARY)]
    topics = [one for one in standing.topics if one.topic.chosen or one.pages]
    if topics:
        options.append(Option(value=None, text=_("Topics")))
    for one in topics:
        pick = Pick(topic=one.topic.id, title=one.topic.title)
        options.append(_counted(pick, one.pages, Icon.TOPICS))
    sources = [source for source in standing.sources if source.enabled or source.entries]
    if sources:
        options.append(Option(value=None, text=_("Sources")))
    for source in sources:
        pick = Pick(source_id=source.id, title=source.title)
        options.append(_counted(pick, source.entries, Icon.SOURCES))
    return tuple(options)


def count_words(pages: int) -> str:
    """Return a number of pages as it is shown; `COUNT_CAP` stands for so many or more."""
    return f"{format_number(COUNT_CAP)}+" if pages == COUNT_CAP else format_number(pages)


def _counted(pick: Pick, pages: int, icon: Icon) -> Option[Pick]:
    count = count_words(pages)
    # Translators: spoken for a topic or source, with its number of pages
    spoken = _("{title}, pages: {count}").format(title=pick.title, count=count)
    return Option(value=pick, text=pick.title, end=count, icon=icon, spoken=spoken)
