"""After a channel was made: where its key files lie and belong, and the spare key's way onto paper. A secret."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.model.printing import Pages
from caregiver_app.model.sheets.secrets import KeySheet
from caregiver_app.support.files import translated_os_errors, write_whole
from caregiver_app.support.i18n import current_locale
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.signing_keys import where_it_belongs
from caregiver_app.ui.announce import announce
from caregiver_app.ui.studio.publishing.groups_view import GroupsView
from caregiver_app.ui.studio.publishing.work import MadeChannel
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.plain import PlainLabel

NAME = "key-sheet.pdf"


class KeysDrawer(Drawer):
    """`print_wanted` and `save_wanted` (with a path) ask for the sheet; it is kept by nobody but this drawer."""

    print_wanted = Signal()
    save_wanted = Signal(object)

    def __init__(self, theme: Theme, made: MadeChannel, *, parent: QWidget | None = None) -> None:
        # Translators: {name} is how a channel of packs is called
        super().__init__(theme, _("The keys of {name}").format(name=made.name), parent=parent)
        self.made = made
        self.print_it = Button(theme, _("Print the key sheet"), kind=ButtonKind.MAIN, icon=Icon.PRINT)
        self.save_it = Button(theme, _("Save as PDF on a stick"), icon=Icon.USB)
        self.copy_it = Button(theme, _("Copy it by hand"), icon=Icon.NOTES)
        self.problem = Callout(theme, Tone.WARN, Icon.ALERT, "")
        self.groups = GroupsView(theme, _("The groups of your key sheet"), [(each, "") for each in made.sheet.groups])
        self.body.addWidget(PlainLabel(_files_words(), wrap=True))
        for label in _files(made.key_files):
            self.body.addWidget(label)
        self.body.addWidget(Callout(theme, Tone.WARN, Icon.LOCK, _("The key sheet is a secret"), _secret_words()))
        for part in (self.print_it, self.save_it, self.copy_it, self.problem, self.groups):
            self.body.addWidget(part)
        self.done = Button(theme, _("Done"), icon=Icon.CHECK)
        self.add_foot(self.done)
        self.groups.setVisible(False)
        self.say("")
        self.print_it.clicked.connect(self.print_wanted)
        self.save_it.clicked.connect(self.ask_where)
        self.copy_it.clicked.connect(self.show_groups)
        self.done.clicked.connect(self.closed)
        self.setFocusProxy(self.print_it)

    def show_groups(self) -> None:
        """Show the groups, large, to be written down."""
        self.groups.setVisible(True)
        announce(_("Write the groups on paper, in order."))
        self.groups.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.groups.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_where(self) -> QFileDialog:
        """Ask where to save the sheet."""
        dialog = QFileDialog(self.window(), _("Save the key sheet"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(NAME)
        dialog.fileSelected.connect(lambda name: self.save_wanted.emit(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        self.destroyed.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def say(self, words: str) -> None:
        """Say what is in the way, nothing for no words."""
        self.problem.set_message(words)
        self.problem.setVisible(bool(words))
        if words:
            announce(words, urgent=True)


class KeySheetPages:
    """The key sheet as a printer takes it; typesets in the thread that asks."""

    def __init__(self, sheet: KeySheet) -> None:
        self._sheet = sheet

    def pdf(self) -> bytes:
        """Return the PDF."""
        return self._typeset().pdf()

    def pages(self, *, dots_per_inch: float) -> tuple[bytes, ...]:
        """Return a PNG of each page."""
        return self._typeset().pages(dots_per_inch=dots_per_inch)

    def _typeset(self) -> Pages:
        from caregiver_app.paper.key_sheet import key_sheet
        from caregiver_app.paper.typeset import Layout

        return key_sheet(self._sheet, Layout(language=current_locale()))


def save_key_sheet(sheet: KeySheet, path: Path) -> None:
    """Save the sheet, readable by its owner alone; takes its time.

    Raises:
        StorageError: no room or no right.
    """
    pdf = KeySheetPages(sheet).pdf()
    with translated_os_errors(path):
        write_whole(path, pdf)


def _files(files: Sequence[Path]) -> list[QWidget]:
    labels: list[QWidget] = []
    for file in files:
        labels.append(PlainLabel(file.name, role=TypeRole.STRONG, wrap=True))
        labels.append(PlainLabel(where_it_belongs(file.stem), wrap=True))
        labels.append(PlainLabel(str(file), role=TypeRole.SMALL, ink="text-2", wrap=True, selectable=True))
    return labels


def _files_words() -> str:
    return _(
        "Each key is a file, locked with your passphrase. Move those that belong elsewhere, and keep a copy of each."
    )


def _secret_words() -> str:
    return _(
        "Whoever has it can sign in your name. Keep it where you keep your passport. It is the way back if you lose "
        "the other keys."
    )
