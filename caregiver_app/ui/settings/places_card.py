"""Where each file of the application lies, to be read, marked and copied."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.plain import PlainLabel


class PlacesCard(Card):
    """One field and one button for each place."""

    def __init__(
        self,
        theme: Theme,
        messages: Messages,
        heading: str,
        words: str,
        places: Sequence[tuple[str, Path]],
        *,
        parent: QWidget | None = None,
    ) -> None:
        """`places` are what lies there, in words, and where."""
        super().__init__(theme, heading, parent=parent)
        self._theme = theme
        self._messages = messages
        self.fields: dict[str, QLineEdit] = {}
        self.body.addWidget(PlainLabel(words, ink="text-2", wrap=True))
        for label, path in places:
            self.body.addLayout(self._place(label, path))

    def _place(self, label: str, path: Path) -> Column:
        field = QLineEdit(str(path))
        field.setReadOnly(True)
        field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        field.setCursorPosition(0)
        field.setAccessibleName(label)
        self.fields[label] = field
        # Translators: spoken for the button "Copy" beside the place of something, e.g. "Copy: the settings"
        copy = Button(self._theme, _("Copy"), icon=Icon.COPY, name=_("Copy: {what}").format(what=label))
        copy.clicked.connect(lambda: self._copy(path))
        column = Column(self._theme, gap=4)
        heading = PlainLabel(label, role=TypeRole.SMALL_STRONG, ink="text-2", wrap=True)
        column.addWidget(heading)
        row = Row(self._theme, gap=8)
        row.addWidget(field, 1)
        row.addWidget(copy)
        column.addLayout(row)
        return column

    def _copy(self, path: Path) -> None:
        QGuiApplication.clipboard().setText(str(path))
        self._messages.say(_("Copied. Paste it where you like."), icon=Icon.COPY, kind="copied")


def all_places(theme: Theme, paths: Paths, messages: Messages) -> PlacesCard:
    """Return the card of everything."""
    words = _("All files lie in one folder that only you can open. Nothing lies anywhere else.")
    return PlacesCard(theme, messages, _("Where everything lies"), words, _places(paths))


def log_place(theme: Theme, paths: Paths, messages: Messages) -> PlacesCard:
    """Return the card of the log, for who asks somebody for help."""
    words = _("A list of what the program did, such as an update that began. It holds no word of yours.")
    return PlacesCard(theme, messages, _("Notes for troubleshooting"), words, ((_("The file"), paths.log),))


def _places(paths: Paths) -> tuple[tuple[str, Path], ...]:
    return (
        (_("Everything"), paths.data_dir),
        (_("Library: sources, pages, marks, connections"), paths.library),
        (_("Copies of the library, made by themselves"), paths.data_dir / "snapshots"),
        (_("Pictures of pages"), paths.assets),
        (_("How the window looks"), paths.settings),
        (_("Notes for troubleshooting, without content"), paths.log),
    )
