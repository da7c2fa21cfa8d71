"""Search tips: examples that can be pressed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel


class SearchTips(QWidget):
    """A popover's content: each way to search with an example, which is searched for when pressed."""

    def __init__(self, theme: Theme, search: Callable[[str], None], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Search tips"))
        column = Column(theme, margins=20, gap=4, parent=self)
        column.addWidget(PlainLabel(_("Search tips"), role=TypeRole.HEADING))
        column.addWidget(PlainLabel(_("Press an example to try it."), ink="text-2", wrap=True))
        for example, meaning in examples():
            column.add_gap(6)
            column.addWidget(PlainLabel(meaning, wrap=True))
            column.addWidget(self._button(theme, example, meaning, search), 0, Qt.AlignmentFlag.AlignLeading)

    @staticmethod
    def _button(theme: Theme, example: str, meaning: str, search: Callable[[str], None]) -> Button:
        button = Button(theme, example, name=f"{example}: {meaning}")
        button.clicked.connect(lambda: search(example))
        return button


def examples() -> tuple[tuple[str, str], ...]:
    """Return the examples and what each does."""
    return (
        # Translators: an example of words to search for
        (_("sleep evening"), _("Pages with both words, in any form")),
        # Translators: an example of words to search for; keep the quotation marks
        (_('"day centre"'), _("Exactly these words, in this order")),
        # Translators: an example of words to search for; keep the minus sign
        (_("pain -back"), _("With the first word, without the second")),
        # Translators: an example of a word to search for; keep the star
        (_("swallow*"), _("All words that begin like this")),
        ("is:unread", _("Only pages you have not read")),
        ("after:2026-01-01", _("Only pages from this day on")),
    )
