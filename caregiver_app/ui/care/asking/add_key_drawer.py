"""Taking in somebody's key: from the small file they gave, or as text, under the name by which one knows them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.errors import AskError, AskTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.letters.key_file import NAME_CHARS, KeyFile

_LONGEST_KEY = 200


class AddKeyDrawer(Drawer):
    """`wanted` carries the text of the key and the name, `file_wanted` asks for the file."""

    wanted = Signal(str, str)
    file_wanted = Signal()

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Add somebody's key"), parent=parent)
        self._desk = desk
        self.file = Button(desk.theme, _("Choose the file"), icon=Icon.FOLDER)
        self.key = Field(
            desk.theme,
            _("Or paste the key"),
            PrivateLine(longest=_LONGEST_KEY),
            hint=_("It begins with age1. A phone that scans their QR code shows it."),
        )
        self.name = Field(
            desk.theme, _("Whose key is it?"), PrivateLine(longest=NAME_CHARS), hint=_("As you know them.")
        )
        self.add = Button(desk.theme, _("Add this key"), kind=ButtonKind.MAIN, icon=Icon.PLUS)
        words = _(
            "They give you a small file, on a stick or by e-mail. It is no secret: it only locks, and opens nothing."
        )
        for part in (PlainLabel(words, wrap=True), self.file, self.key, self.name):
            self.body.addWidget(part)
        self.add_foot(self.add)
        self.file.clicked.connect(self.file_wanted)
        self.add.clicked.connect(self._go_on)
        for field in (self.key, self.name):
            line(field).returnPressed.connect(self._go_on)

    def show_key(self, key: KeyFile) -> None:
        """Show what stood in a file. The name in it is what its owner calls themselves, and may be changed here."""
        line(self.key).setText(key.recipient)
        line(self.key).setCursorPosition(0)
        self.key.set_error("")
        if key.name and not line(self.name).text().strip():
            line(self.name).setText(key.name)
        announce(_("The key was read."))
        self.name.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_working(self, working: bool) -> None:
        """Show that it is being done."""
        self.add.set_working(working)

    def refuse(self, error: BaseException) -> None:
        """Say what was wrong, at the field that it is about."""
        self.set_working(False)
        places = {AskTrouble.BAD_KEY: self.key, AskTrouble.OWN_KEY: self.key, AskTrouble.NO_NAME: self.name}
        place = places.get(error.kind) if isinstance(error, AskError) else None
        if place is not None and isinstance(error, AskError):
            place.show_error(sentence_for(error).text)
        else:
            self._desk.tell(error)

    def _go_on(self) -> None:
        key, name = line(self.key).text().strip(), line(self.name).text().strip()
        if not key:
            self.key.show_error(_("Choose the file, or paste the key."))
        elif not name:
            self.name.show_error(_("Type a name, so that you know later whose key it is."))
        else:
            self.wanted.emit(key, name)


def line(of: Field) -> PrivateLine:
    """Return the line of a field that was made with one."""
    if not isinstance(of.control, PrivateLine):
        raise TypeError("a field of another kind")
    return of.control
