"""A share as posts for a social network: each in full, with its length as that network counts, and a way to copy it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.share.copying import CopyGate
from caregiver_app.ui.share.text_view import TextView
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.plain import PlainLabel


class PostsView(QWidget):
    """`copied` carries the place of the post whose button was pressed; `arranged` comes when other posts are shown."""

    copied = Signal(int)
    arranged = Signal()

    def __init__(self, theme: Theme, gate: CopyGate, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._gate = gate
        self._parts: list[QWidget] = []
        self._column = Column(theme, gap=16, parent=self)

    def show_posts(self, posts: Sequence[str], lengths: Sequence[int], limit: int | None) -> None:
        """Show other posts."""
        for old in self._parts:
            self._column.removeWidget(old)
            old.setVisible(False)
            old.deleteLater()
        self._parts = [
            self._made(place, post, length, limit)
            for place, (post, length) in enumerate(zip(posts, lengths, strict=True))
        ]
        for part in self._parts:
            self._column.addWidget(part)
        self.arranged.emit()

    def _made(self, place: int, post: str, length: int, limit: int | None) -> QWidget:
        part = QWidget()
        column = Column(self._theme, gap=6, parent=part)
        name = _("Post {number}").format(number=place + 1)
        text = TextView(self._theme, name, self._gate)
        text.show_words(post)
        column.addWidget(text)
        row = Row(self._theme, gap=8)
        row.addWidget(PlainLabel(length_words(length, limit), ink="text-2", wrap=True), 1)
        # Translators: spoken for the button that copies one of several posts, e.g. "Copy Post 2"
        copy = Button(
            self._theme, _("Copy this post"), icon=Icon.COPY, name=_("Copy this post: {name}").format(name=name)
        )
        copy.clicked.connect(partial(self.copied.emit, place))
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        return part


def length_words(length: int, limit: int | None) -> str:
    """Return how long a post is, and of how much."""
    if limit is None:
        return ngettext("{count} character", "{count} characters", length).format(count=format_number(length))
    # Translators: the length of a post and how long one may be, e.g. "212 of 300 characters"
    return _("{count} of {limit} characters").format(count=format_number(length), limit=format_number(limit))
