"""The tick that locks a PDF, and the password for it: judged as a passphrase is, and never that of the notes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from caregiver_app.model.errors import PrintError, VaultError, VaultTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.access import CareAccess
from caregiver_app.ui.care.passphrase_choice import PassphraseChoice
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel


class PdfLock(QWidget):
    """What it means stands below the tick, whether it is set or not."""

    def __init__(
        self, theme: Theme, access: CareAccess, *, opens_notes: bool = True, parent: QWidget | None = None
    ) -> None:
        """`opens_notes` says that whoever has the file has the key of the notes."""
        super().__init__(parent)
        self._opens_notes = opens_notes
        self._access = access
        self.tick = CheckBox(theme, _("Lock it with a password"))
        self.means = PlainLabel(ink="text-2", wrap=True)
        self.password = PassphraseChoice(theme, access, _("Password for the PDF"))
        column = Column(theme, gap=8, parent=self)
        for part in (self.tick, self.means, self.password):
            column.addWidget(part)
        self.tick.toggled.connect(self._turn)
        self._turn(False)

    def take(self, done: Callable[[str], object]) -> None:
        """Give `done` the password, "" without the tick; where it does not do, say so at the field instead."""
        if self.tick.isChecked():
            self.password.take(lambda password: self._check(password, done))
        else:
            done("")

    def _check(self, password: str, done: Callable[[str], object]) -> None:
        care = self._access.care

        def work() -> bool:
            from caregiver_app.paper.locking import check_password

            check_password(password)
            try:
                care.check_passphrase(password)
            except VaultError as error:
                if error.kind is VaultTrouble.WRONG_PASSPHRASE:
                    return True
                raise
            return False

        def checked(is_another: bool) -> None:
            if is_another:
                done(password)
            else:
                words = _("This is the passphrase of your notes. Take another one: it is typed at other computers.")
                self.password.field.refuse(words)

        def refused(error: BaseException) -> None:
            if not isinstance(error, PrintError | VaultError):
                raise error
            self.password.field.refuse(sentence_for(error).text)

        self._access.apart(self, work, checked, failed=refused)

    def _turn(self, locked: bool) -> None:
        self.password.setVisible(locked)
        if locked:
            words = _("You type it where you print. If you forget it, nobody can open this PDF: make a new one then.")
            announce(words)
        else:
            self.password.clear()
            words = _("Without a password, whoever has the file can read it.")
            if self._opens_notes:
                words = _("Without a password, whoever has the file can open your notes.")
        self.means.setText(words)
