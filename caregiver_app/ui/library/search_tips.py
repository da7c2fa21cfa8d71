"""Search tips: examples that can be pressed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.model.search import SEARCH_TIPS, SearchWay
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.overlay import SHRINKS
from caregiver_app.ui.widgets.page import Page
from caregiver_app.ui.widgets.plain import PlainLabel

_TALL = 520


class SearchTips(QWidget):
    """A popover's content: each way to search with an example, which is searched for when pressed."""

    def __init__(self, theme: Theme, search: Callable[[str], None], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(_("Search tips"))
        self.setProperty(SHRINKS, True)
        column = Column(theme, margins=(20, 16, 8, 12), gap=4, parent=self)
        column.addWidget(PlainLabel(_("Search tips"), role=TypeRole.HEADING))
        column.addWidget(PlainLabel(_("Press an example to try it."), ink="text-2", wrap=True))
        column.add_gap(8)
        page = Page(theme, _("Examples"), margins=False)
        for example, meaning in examples():
            page.body.addWidget(self._tip(example, meaning, search))
        column.addWidget(page, 1)

    def sizeHint(self) -> QSize:
        """Return a height at which some examples are seen; the others are a little further down."""
        return QSize(super().sizeHint().width(), self._theme.px(_TALL))

    def _tip(self, example: str, meaning: str, search: Callable[[str], None]) -> QWidget:
        holder = QWidget()
        column = Column(self._theme, gap=4, margins=(0, 0, 8, 0), parent=holder)
        column.addWidget(PlainLabel(meaning, wrap=True))
        button = Button(self._theme, example, name=f"{example}: {meaning}")
        button.clicked.connect(lambda: search(example))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return holder


def examples() -> tuple[tuple[str, str], ...]:
    """Return the examples and what each does."""
    meanings = {
        SearchWay.WORDS: _("Pages with both words, in any form"),
        SearchWay.PHRASE: _("Exactly these words, in this order"),
        SearchWay.WITHOUT: _("With the first word, without the second"),
        SearchWay.BEGIN: _("All words that begin like this"),
        SearchWay.EITHER: _("Pages with one word or the other"),
        SearchWay.STATE: _("Only pages you have not read"),
        SearchWay.SOURCE: _("Only pages of a source with this in its name"),
        SearchWay.TOPIC: _("Only pages of a topic"),
        SearchWay.COLLECTION: _("Only pages on one of your collections"),
        SearchWay.LANGUAGE: _("Only pages in one language, here Spanish"),
        SearchWay.SINCE_DAY: _("Only pages from this day on"),
        SearchWay.LAST_DAYS: _("Only pages of the last 7 days"),
    }
    own = _own_words()
    return tuple((own.get(tip.way, tip.example), meanings[tip.way]) for tip in SEARCH_TIPS)


def _own_words() -> dict[SearchWay, str]:
    """Return the examples that are words of the reader's language; signs and what is written in capitals stay."""
    return {
        # Translators: words to search for, as somebody types them
        SearchWay.WORDS: _("sleep evening"),
        # Translators: words to search for, as somebody types them; the quotation marks stay
        SearchWay.PHRASE: _('"day centre"'),
        # Translators: words to search for, as somebody types them; the sign - stays
        SearchWay.WITHOUT: _("pain -back"),
        # Translators: the beginning of a word to search for; the sign * stays
        SearchWay.BEGIN: _("swallow*"),
        # Translators: words to search for, as somebody types them; OR stays
        SearchWay.EITHER: _("wheelchair OR walker"),
        # Translators: a part of the name of a source; source: and the quotation marks stay
        SearchWay.SOURCE: _('source:"harbour trust"'),
        # Translators: the name of a collection; in: and the quotation marks stay
        SearchWay.COLLECTION: _('in:"for the nurse"'),
    }
