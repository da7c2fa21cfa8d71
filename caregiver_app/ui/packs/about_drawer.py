"""What there is to know of one installed pack: from whom, since when, how fresh, and what is in it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.pack_rows import PackRow
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.ui.packs.content_words import NUMBERS, counted, every_title, titles
from caregiver_app.ui.packs.part_words import TitledLines
from caregiver_app.ui.packs.row_words import row_facts, row_look, state_words
from caregiver_app.ui.packs.work import About
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel


class AboutDrawer(Drawer):
    """Shows; `print_asked` asks for the list of what is in it on paper."""

    print_asked = Signal()

    def __init__(self, theme: Theme, row: PackRow, about: About, today: date, *, parent: QWidget | None = None) -> None:
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
        rest = tuple(part for part in parts if part.list in ("guides", "checklists"))
        if rest:
            self.body.addWidget(TitledLines(theme, _("Guides and checklists"), titles(rest)))
