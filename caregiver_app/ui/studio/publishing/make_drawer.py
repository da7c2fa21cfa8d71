"""Making a channel: what families call it, alone or as a team, where it lies, and the passphrase of its keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from caregiver_app.model.errors import CaregiverError, PublishError, PublishTrouble, VaultError
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.care.passphrase_choice import Apart, PassphraseChoice
from caregiver_app.ui.studio.publishing.work import NewChannel
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.plain import PlainLabel

ALONE, TEAM = "alone", "team"
_LONGEST_NAME = 100


class MakeDrawer(Drawer):
    """`wanted` carries a `NewChannel`."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, apart: Apart, name: str, *, parent: QWidget | None = None) -> None:
        """`name` is how the pack's makers call themselves."""
        super().__init__(theme, _("Make a channel"), parent=parent)
        self._folder: Path | None = None
        self._keys: Path | None = None
        self.name = QLineEdit(name)
        self.name.setMaxLength(_LONGEST_NAME)
        self.name_field = Field(
            theme, _("Name"), self.name, hint=_("What families see. It can hardly be changed later.")
        )
        self.kind = ChipGroup(theme, _("Who decides about these packs"), _kinds())
        self._kind_words = PlainLabel(ink="text-2", wrap=True)
        self.choose_folder = Button(theme, _("Choose an empty folder for it"), icon=Icon.FOLDER)
        self._folder_words = PlainLabel(ink="text-2", wrap=True)
        self.choose_keys = Button(theme, _("Keep the keys on a stick"), icon=Icon.USB)
        self._keys_words = PlainLabel(ink="text-2", wrap=True)
        self.passphrase = PassphraseChoice(theme, apart, _("A passphrase for the keys"))
        self.problem = Callout(theme, Tone.WARN, Icon.ALERT, "")
        self.act = Button(theme, _("Make the channel"), kind=ButtonKind.MAIN, icon=Icon.CHECK)
        self._lay_out()
        self._connect()
        self._show_kind()
        self.use_folder(None)
        self.use_keys(None)
        self.say("")
        self.setFocusProxy(self.name)

    def use_folder(self, folder: Path | None) -> None:
        """Have the channel lie there."""
        self._folder = folder
        none = _("Families' copies are made from it. Not on the stick that you hand over.")
        self._folder_words.setText(none if folder is None else str(folder))

    def use_keys(self, folder: Path | None) -> None:
        """Have the key files lie there, None: with the other data of this computer."""
        self._keys = folder
        here = _("The key files lie with Caregiver's other data on this computer, locked with the passphrase.")
        self._keys_words.setText(here if folder is None else str(folder))

    def ask_folder(self) -> QFileDialog:
        """Ask where the channel is to lie."""
        return ask_folder(self.window(), _("Choose an empty folder for the channel"), self.use_folder)

    def ask_keys(self) -> QFileDialog:
        """Ask where the keys are to lie."""
        return ask_folder(self.window(), _("Choose where the keys are to lie"), self.use_keys)

    def refuse(self, error: BaseException) -> bool:
        """Say what was wrong beside what it is about; return False where it is no matter of this drawer."""
        self.act.set_working(False)
        if isinstance(error, PublishError) and error.kind is PublishTrouble.BAD_NAME:
            self.name_field.show_error(sentence_for(error).text)
        elif isinstance(error, VaultError):
            self.passphrase.field.refuse(sentence_for(error).text)
        elif isinstance(error, CaregiverError):
            self.say(sentence_for(error).text)
        else:
            return False
        return True

    def say(self, words: str) -> None:
        """Say what is in the way, nothing for no words."""
        self.problem.set_message(words)
        self.problem.setVisible(bool(words))

    def _go_on(self) -> None:
        self.say("")
        self.name_field.set_error("")
        if not self.name.text().strip():
            self.name_field.show_error(_("Type a name for the channel."))
        elif self._folder is None:
            self.say(_("Choose an empty folder for the channel."))
            self.choose_folder.setFocus()
        else:
            self.passphrase.take(self._take)

    def _take(self, passphrase: str) -> None:
        if self._folder is None or self.act.signalsBlocked():
            return
        self.act.set_working(True)
        self.wanted.emit(
            NewChannel(
                name=self.name.text().strip(),
                team=self.kind.current == TEAM,
                folder=self._folder,
                keys=self._keys,
                passphrase=passphrase,
            )
        )

    def _show_kind(self) -> None:
        alone = _("You sign everything yourself. A spare key on paper helps if you lose the others.")
        team = _("Two of three must agree on what matters, such as who publishes. You hand out their keys afterwards.")
        self._kind_words.setText(team if self.kind.current == TEAM else alone)

    def _connect(self) -> None:
        self.kind.chosen.connect(lambda _key: self._show_kind())
        self.choose_folder.clicked.connect(self.ask_folder)
        self.choose_keys.clicked.connect(self.ask_keys)
        self.passphrase.entered.connect(self._go_on)
        self.act.clicked.connect(self._go_on)

    def _lay_out(self) -> None:
        for part in (
            self.name_field,
            PlainLabel(_("Who decides about these packs"), role=TypeRole.STRONG, wrap=True),
            self.kind,
            self._kind_words,
            self.choose_folder,
            self._folder_words,
            self.choose_keys,
            self._keys_words,
            self.passphrase,
            self.problem,
        ):
            self.body.addWidget(part)
        cancel = Button(self._theme, _("Cancel"))
        cancel.clicked.connect(self.closed)
        self.add_foot(self.act, cancel)


def ask_folder(parent: QWidget, title: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask for a folder."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _kinds() -> list[ChipChoice]:
    return [ChipChoice(key=ALONE, text=_("Just me")), ChipChoice(key=TEAM, text=_("A team"))]
