"""The part of a drawer that says how far the copy of a page is, and asks for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.offline import CopyState, OfflineSpace, OfflineState
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sizes import size_words
from caregiver_app.ui.library.reader.copy_words import can_be_tried_again, copy_badge, copy_reason
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel


class CopyPart(QWidget):
    """`asked` comes when the page is to be fetched now."""

    asked = Signal()

    def __init__(self, theme: Theme, *, own: bool, parent: QWidget | None = None) -> None:
        """`own` says that the person added the source: only then one page alone may be asked for."""
        super().__init__(parent)
        self._own = own
        self._badge = Pill(theme)
        self._reason = PlainLabel(wrap=True)
        self._space = PlainLabel(role=TypeRole.SMALL, ink="text-2", wrap=True)
        self.button = Button(theme, _("Keep this page"), icon=Icon.DOWNLOAD)
        self.button.clicked.connect(self.asked)
        column = Column(theme, gap=6, parent=self)
        column.addWidget(PlainLabel(_("This page without the internet"), role=TypeRole.SMALL_STRONG, ink="text-2"))
        for widget in (self._badge, self._reason, self.button, self._space):
            column.addWidget(widget)

    def show_copy(self, copy: OfflineState | None, space: OfflineSpace) -> None:
        """Show how far the copy is and what all copies take."""
        self._badge.set_look(copy_badge(copy))
        reason = copy_reason(copy)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        again = can_be_tried_again(copy)
        self.button.set_words(_("Try again") if again else _("Keep this page"))
        self.button.set_icon(Icon.REFRESH if again else Icon.DOWNLOAD)
        self.button.setVisible(again or (self._own and (copy is None or copy.state is CopyState.WANTED)))
        self._space.setText(_space_words(copy, space))


def _space_words(copy: OfflineState | None, space: OfflineSpace) -> str:
    used = _("All saved pages take {used} of {limit}.").format(
        used=size_words(space.used_bytes), limit=size_words(space.limit_bytes)
    )
    if copy is None or not copy.size_bytes:
        return used
    # Translators: how much room one saved page takes, before the room of all of them
    return _("This page takes {size}. {all}").format(size=size_words(copy.size_bytes), all=used)
