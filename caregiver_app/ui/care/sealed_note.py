"""Writing a note while the notes are locked: it is sealed at once, and nobody can read it before the next unlock."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.access import CareAccess
from caregiver_app.ui.care.drafts import written_in
from caregiver_app.ui.care.private_fields import PrivateText, keep_copies_private
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.field import Field

REST_MS = 300_000
"""So long words may stand here without a further key; then they are sealed as they are and the drawer closes."""


class SealedNoteDrawer(Drawer):
    """`sealed_one` comes when the note is kept, `failed` carries what went wrong. Closed halfway, it is sealed too."""

    sealed_one = Signal()
    failed = Signal(object)

    def __init__(self, theme: Theme, access: CareAccess, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Write a note"), parent=parent)
        self._access = access
        self._kept = False
        self.edit = PrivateText(theme, name=_("What happened"), lines=8)
        keep_copies_private(self.edit)
        self.keep = Button(theme, _("Seal this note"), kind=ButtonKind.MAIN, icon=Icon.LOCK)
        self.body.addWidget(
            Callout(
                theme,
                Tone.PRIVATE,
                Icon.LOCK,
                _("It will be sealed"),
                _("Nobody can read it before you unlock your notes, and you cannot either. It joins them then."),
            )
        )
        self.body.addWidget(Field(theme, _("What happened"), self.edit))
        self.add_foot(self.keep)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.closed)
        self.edit.textChanged.connect(self._rest.start)
        self.keep.clicked.connect(self._seal)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.keep.click)

    def begin(self) -> None:
        """Put the keyboard into the text."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def seal_rest(self) -> None:
        """Keep what was not sealed yet: the drawer was closed halfway. Nobody knows who wrote it: it opens no form."""
        from caregiver_app.vault.folder.sealed import SealedNote

        written = written_in(self.edit)
        if self._kept or not written:
            return
        self._kept = True
        care, note = self._access.care, SealedNote(text=written.text, at=self._access.clock.now())
        self._access.apart(
            self._access,
            lambda: care.seal_note(note, finished=False),
            lambda _none: None,
            failed=self._access.failed.emit,
        )

    def _seal(self) -> None:
        from caregiver_app.vault.folder.sealed import SealedNote

        text = self.edit.toPlainText().strip()
        if not text:
            self.begin()
            announce(_("Write something first."))
            return
        self.keep.set_working(True)
        care, note = self._access.care, SealedNote(text=text, at=self._access.clock.now())

        def done(_none: None) -> None:
            self._kept = True
            self.edit.clear()
            self.sealed_one.emit()

        def refused(error: BaseException) -> None:
            self.keep.set_working(False)
            self.failed.emit(error)

        self._access.apart(self, lambda: care.seal_note(note), done, failed=refused)
