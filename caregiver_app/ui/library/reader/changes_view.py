"""See what changed: the newest text of a page beside the one before it, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.article import Article, ItemId
from caregiver_app.support.i18n import format_day, format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.word_changes import word_changes
from caregiver_app.ui.library.desk import Desk
from caregiver_app.ui.library.reader.changes_html import changes_html, count_changes
from caregiver_app.ui.library.reader.page_view import PageView
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import IconButton
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class PageChanges:
    """The changes as HTML, and how many there are."""

    html: str
    count: int


class ChangesView(QWidget):
    """A drawer's content. `closed` asks to be taken away."""

    closed = Signal()

    def __init__(self, desk: Desk, changes: PageChanges, article: Article, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What changed"))
        column = Column(desk.theme, margins=(12, 16, 8, 16), gap=8, parent=self)
        heading = Row(desk.theme, margins=(8, 0, 0, 0), gap=8)
        heading.addWidget(PlainLabel(_("What changed"), role=TypeRole.TITLE, wrap=True), 1)
        close = IconButton(desk.theme, Icon.CLOSE, _("Close"))
        close.clicked.connect(self.closed)
        heading.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(heading)
        said = Row(desk.theme, margins=(8, 0, 8, 0))
        said.addWidget(PlainLabel(_summary(changes, article), ink="text-2", wrap=True))
        column.addLayout(said)
        self.text = PageView(desk.theme, compact=True)
        self.text.setAccessibleName(_("Text with its changes"))
        self.text.show_html(changes.html)
        column.addWidget(self.text, 1)


def page_changes(library: Library, item_id: ItemId) -> PageChanges:
    """Return what changed between the text before the newest and the newest; runs in the library's thread."""
    article = library.articles.get(item_id)
    if not article.revisions:
        return PageChanges(html="", count=0)
    before = article.revisions[-1]
    pieces = word_changes(f"{before.title}\n\n{before.text}", f"{article.row.title}\n\n{article.text}")
    return PageChanges(html=changes_html(pieces), count=count_changes(pieces))


def _summary(changes: PageChanges, article: Article) -> str:
    count = ngettext("{count} change", "{count} changes", changes.count).format(count=format_number(changes.count))
    if article.changed_at is None:
        return count
    # Translators: e.g. "3 changes, seen on Monday 23 November"
    return _("{count}, seen on {day}").format(count=count, day=format_day(article.changed_at))
