"""Erasing one person or all care notes: what goes, what stays, a word to type, the passphrase. Does nothing itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.model.errors import CaregiverError
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.erasing.words import goes_words, stays_words
from caregiver_app.ui.care.passphrase_field import PassphraseField
from caregiver_app.ui.theme import Icon, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

ALL = "all"


class EraseDrawer(Drawer):
    """`wanted` carries the number of a person, 0 for all, once word and passphrase were right."""

    wanted = Signal(int)

    def __init__(
        self, desk: CareDesk, people: dict[int, str], first: int = 0, *, parent: QWidget | None = None
    ) -> None:
        """`people` by number; `first` is whom it is about at first, 0 for all."""
        super().__init__(desk.theme, _("Erase for good"), parent=parent)
        theme = desk.theme
        self._desk = desk
        self._people = people
        self.whose = ChipGroup(theme, _("What to erase"), _choices(people))
        self.goes = PlainLabel(wrap=True)
        self.stays = PlainLabel(wrap=True)
        self.word = Field(theme, _("Type the word “{word}”").format(word=erase_word()), QLineEdit())
        self.now = PassphraseField(theme, _("Passphrase of your care notes"))
        self.keep = Button(theme, _("Keep my notes"))
        self.act = Button(theme, _("Erase for good"), icon=Icon.TRASH)
        self._lay_out()
        self.add_foot(self.keep, self.act)
        self.keep.clicked.connect(self.closed)
        self.act.clicked.connect(self._check)
        self.now.entered.connect(self._check)
        self.whose.chosen.connect(lambda _key: self._say())
        if first in people:
            self.whose.set_current(str(first))
        self._say()

    def begin(self) -> None:
        """Put the keyboard at the safe answer."""
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def person(self) -> int:
        """The number of who is to be erased, 0 for all."""
        return 0 if self.whose.current == ALL else int(self.whose.current)

    def _check(self) -> None:
        typed, care = self.now.text(), self._desk.access.care
        word = self.word.control
        if not isinstance(word, QLineEdit) or word.text().strip().casefold() != erase_word().casefold():
            self.word.show_error(_("Type the word “{word}” to go on.").format(word=erase_word()))
            return
        self.word.set_error("")
        if not typed:
            self.now.refuse(_("Type the passphrase of your care notes."))
            return
        self.act.set_working(True)
        self._desk.access.apart(
            self, lambda: care.check_passphrase(typed), lambda _none: self._go_on(), failed=self._refused
        )

    def _go_on(self) -> None:
        self.act.set_working(False)
        self.wanted.emit(self.person)

    def _refused(self, error: BaseException) -> None:
        self.act.set_working(False)
        if isinstance(error, CaregiverError):
            self.now.refuse(sentence_for(error).text)
        else:
            self._desk.tell(error)

    def _say(self) -> None:
        name = self._people.get(self.person, "")
        self.goes.setText(goes_words(name))
        self.stays.setText(stays_words(name))

    def _lay_out(self) -> None:
        theme = self._desk.theme
        warning = _("Nobody can bring it back, not even with the recovery sheet.")
        self.body.addWidget(Callout(theme, Tone.WARN, Icon.ALERT, _("This cannot be undone."), warning))
        self.body.addWidget(self.whose)
        for heading, words in ((_("What goes"), self.goes), (_("What stays"), self.stays)):
            part = Column(theme, gap=2)
            part.addWidget(PlainLabel(heading, role=TypeRole.STRONG, wrap=True))
            part.addWidget(words)
            self.body.addLayout(part)
        self.body.addWidget(self.word)
        self.body.addWidget(self.now)
        self.whose.setVisible(bool(self._people))


def erase_word() -> str:
    """Return the word that is typed so that nothing goes by a slip."""
    # Translators: typed by hand before care notes are deleted for good; one plain word
    return _("erase")


def _choices(people: dict[int, str]) -> list[ChipChoice]:
    one = [ChipChoice(key=str(number), text=name) for number, name in people.items()]
    return [ChipChoice(key=ALL, text=_("All care notes")), *one]
