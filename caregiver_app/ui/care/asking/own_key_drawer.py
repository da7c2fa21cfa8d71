"""One's own key, to be given away: words or numbers to read out, a QR code to scan, a small file. Holds no secret."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import current_language
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.asking.add_key_drawer import line
from caregiver_app.ui.care.asking.qr_picture import QrPicture
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.private_fields import PrivateLine, PrivateText
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.letters.key_file import NAME_CHARS, QR_POINTS, key_as_qr
from caregiver_app.vault.letters.sealing import Recipient
from caregiver_app.vault.letters.words import numbers_of, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnKey:
    """The key as it is given away."""

    key: Recipient
    words: tuple[str, ...]
    numbers: tuple[str, ...]
    code: bytes


class OwnKeyDrawer(Drawer):
    """`save_wanted` carries the name that is to stand in the file, `new_wanted` asks for another key."""

    save_wanted = Signal(str)
    new_wanted = Signal()

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("My key"), parent=parent)
        theme = desk.theme
        self.words = PlainLabel(role=TypeRole.STRONG, wrap=True)
        self.numbers = PlainLabel(role=TypeRole.STRONG, wrap=True)
        self.code = QrPicture(theme, _("QR code of my key"))
        self.text = PrivateText(theme, name=_("My key as text"), lines=2)
        self.text.setReadOnly(True)
        self.name = Field(
            theme, _("My name in the file"), PrivateLine(longest=NAME_CHARS), hint=_("It may stay empty.")
        )
        self.save = Button(theme, _("Save as a small file"), kind=ButtonKind.MAIN, icon=Icon.USB)
        self.new = Button(theme, _("Make a new key"), kind=ButtonKind.QUIET, icon=Icon.REFRESH)
        self._lay_out()
        self.save.clicked.connect(lambda: self.save_wanted.emit(line(self.name).text()))
        self.new.clicked.connect(self.new_wanted)
        at = desk.clock.now()
        desk.ask(self, lambda vault: _as_given(vault.exchange.identities.own(at=at)), self._show, key="own-key")

    def beginning(self) -> None:
        """Begin at the way out: the words are read first, further down a name can be typed."""

    def _lay_out(self) -> None:
        reading = _("Read these to them by phone or in person. They type two of the groups in, and know it is yours.")
        scanning = _("Or let their telephone scan it. It is no secret: it only locks, and opens nothing.")
        if current_language().partition("-")[0] == "en":
            self._add(_("In words"), reading, self.words)
            self._add(_("In numbers"), _("The same, for somebody who reads no English."), self.numbers)
        else:
            self._add(_("In numbers"), reading, self.numbers)
            self._add(
                _("In English words"), _("The same, if you both read English. They have no other language."), self.words
            )
        self.body.addWidget(PlainLabel(_("To give away"), role=TypeRole.HEADING))
        self.body.addWidget(PlainLabel(scanning, ink="text-2", wrap=True))
        self.body.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.text)
        self.body.addWidget(self.name)
        self.add_foot(self.save, self.new)

    def _add(self, heading: str, words: str, groups: PlainLabel) -> None:
        self.body.addWidget(PlainLabel(heading, role=TypeRole.HEADING))
        self.body.addWidget(PlainLabel(words, ink="text-2", wrap=True))
        self.body.addWidget(groups)

    def _show(self, own: OwnKey) -> None:
        self.words.setText(_listed(own.words))
        self.numbers.setText(_listed(own.numbers))
        self.code.show_code(own.code, scale=QR_POINTS)
        self.text.setPlainText(own.key)


def _listed(groups: Iterable[str]) -> str:
    # Translators: a group of words or numbers of a key, e.g. "Group 1: 1831 0731 1612 1960"
    line = _("Group {number}: {signs}")
    return "\n".join(line.format(number=number, signs=signs) for number, signs in enumerate(groups, 1))


def _as_given(key: Recipient) -> OwnKey:
    words = tuple(" ".join(group) for group in words_of(key))
    return OwnKey(key=key, words=words, numbers=numbers_of(key), code=key_as_qr(key, "png"))
