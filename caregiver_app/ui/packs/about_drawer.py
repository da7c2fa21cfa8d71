"""What there is to know of one installed pack: from whom, since when, how fresh, and what is in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.pack_rows import PackRow
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.ui.packs.content_words import NUMBERS, counted, every_title, texts
from caregiver_app.ui.packs.part_words import TitledLines
from caregiver_app.ui.packs.row_words import row_facts, row_look, state_words
from caregiver_app.ui.packs.work import About
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.line_list import Line, LineList
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel

_ROWS = 12


class AboutDrawer(Drawer):
    """Shows; `print_asked` asks for what is in it on paper, `page_asked` carries the id of a text to read."""

    print_asked = Signal()
    page_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        row: PackRow,
        about: About,
        today: date,
        *,
        ring: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, row.title, parent=parent)
        look = row_look(row)
        self.body.addWidget(Pill(theme, look.text, tone=look.tone, icon=look.icon))
        pack, parts = about.pack, about.parts
        made = _("Made on {made}. To be looked at again by {again}.").format(
            made=day_words(pack.published_on), again=day_words(pack.review_by)
        )
        for words in (row_facts(row), state_words(row, today), made):
            self.body.addWidget(PlainLabel(words, wrap=True))
        if not pack.is_built_in:
            words = _("Its warnings stand on Home.") if pack.alerts else _("Its warnings do not stand on Home.")
            self.body.addWidget(PlainLabel(words, wrap=True))
        self.body.addWidget(TitledLines(theme, _("What is inside"), [counted(parts) or _("Nothing yet.")]))
        numbers = tuple(part for part in parts if part.list == NUMBERS)
        if numbers:
            self.body.addWidget(TitledLines(theme, _("Phone lines"), every_title(numbers)))
        self.print = Button(theme, _("Print what is in it"), icon=Icon.PRINT)
        self.print.clicked.connect(self.print_asked)
        self.add_foot(self.print)
        self.pages = LineList(theme, _("Guides and checklists"), ring=ring, rows=_ROWS)
        self.pages.show_lines([Line(key=part.id, title=part.title, facts=facts) for part, facts in texts(parts)])
        self.pages.opened.connect(lambda line: self.page_asked.emit(line.key))
        to_read = QWidget()
        column = Column(theme, gap=4, parent=to_read)
        column.addWidget(PlainLabel(_("Guides and checklists"), role=TypeRole.STRONG, wrap=True))
        column.addWidget(self.pages)
        self.body.addWidget(to_read)
        if not self.pages.lines:
            to_read.setVisible(False)
