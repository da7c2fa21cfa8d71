"""Choosing what leaves the notes as files, how, and why; then the passphrase once more, and a place. Writes nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.errors import CaregiverError
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.care.carrying.about_me import AboutMePart, read_about_me
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.target import TargetAsk
from caregiver_app.ui.care.passphrase_choice import PassphraseChoice
from caregiver_app.ui.care.passphrase_field import PassphraseField
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.theme import Icon, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.carrying.choice import ExportChoice
from caregiver_app.vault.records.people import PersonId

LOCKED, FOLDER = "locked", "folder"
LOCKED_NAME, FOLDER_NAME = "care-notes.age", "care-notes"
"""How they are called at first: nothing that tells of whom or when."""

_EVERYBODY = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWish:
    """What goes where; without a `passphrase` into a folder that anybody can read."""

    choice: ExportChoice
    target: Path
    passphrase: str | None = field(default=None, repr=False)
    to_whom: str = field(default="", repr=False)
    why: str = field(default="", repr=False)


class ExportDrawer(Drawer):
    """`wanted` carries the `ExportWish`, once the passphrase was right and a place was picked."""

    wanted = Signal(object)

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Save everything as files"), parent=parent)
        theme = desk.theme
        self._desk = desk
        self.whose = ChipGroup(theme, _("Whose notes"), _people(desk))
        self.how = ChipGroup(theme, _("How"), _ways())
        self.open_folder = Callout(
            theme, Tone.WARN, Icon.UNLOCK, _("Anybody who has this folder can read it."), _open()
        )
        self.lock = PassphraseChoice(theme, desk.access, _("Passphrase for this file"), family=self._names)
        self.about_me = AboutMePart(theme)
        self.files = CheckBox(theme, _("Files that were added, too"))
        self.files.setChecked(True)
        self.to_whom = Field(
            theme, _("To whom it goes"), PrivateLine(), hint=_("For your own record. It may stay empty.")
        )
        self.why = Field(theme, _("Why"), PrivateLine(), hint=_("For your own record. It does not go along."))
        self.now = PassphraseField(
            theme,
            _("Passphrase of your care notes"),
            hint=_("Asked again, so that nobody takes your notes away while they are open."),
        )
        self.target = TargetAsk(desk)
        self.go_on = Button(theme, _("Choose where"), kind=ButtonKind.MAIN, icon=Icon.DOWNLOAD)
        self._lay_out()
        self.add_foot(self.go_on)
        self.go_on.clicked.connect(self._check)
        self.now.entered.connect(self._check)
        self.how.chosen.connect(lambda _key: self._show_how())
        self.whose.chosen.connect(lambda _key: self._read())
        self._show_how()
        self._read()

    @property
    def is_locked(self) -> bool:
        """Whether one locked file is wanted."""
        return self.how.current == LOCKED

    def clear(self) -> None:
        """Forget the passphrases that were typed."""
        self.now.clear()
        self.lock.clear()

    def _check(self) -> None:
        """Ask for what is missing, then whether the passphrase is right, then for a place."""
        if self.is_locked:
            self.lock.take(self._prove)
        else:
            self._prove(None)

    def _prove(self, passphrase: str | None) -> None:
        typed, care = self.now.text(), self._desk.access.care
        if not typed:
            self.now.refuse(_("Type the passphrase of your care notes."))
            return
        self.go_on.set_working(True)
        self._desk.access.apart(
            self,
            lambda: care.check_passphrase(typed),
            lambda _none: self._ask_where(passphrase),
            failed=self._refused,
        )

    def _refused(self, error: BaseException) -> None:
        self.go_on.set_working(False)
        if isinstance(error, CaregiverError):
            self.now.refuse(sentence_for(error).text)
        else:
            self._desk.tell(error)

    def _ask_where(self, passphrase: str | None) -> None:
        self.go_on.set_working(False)
        name = FOLDER_NAME if passphrase is None else LOCKED_NAME
        title = _("Save into a new folder") if passphrase is None else _("Save the locked file")
        self.target.ask(title, name, lambda path: self.wanted.emit(self._wish(path, passphrase)))

    def _wish(self, target: Path, passphrase: str | None) -> ExportWish:
        all_about_me = self.about_me.all.isChecked()
        choice = ExportChoice(
            person_id=self._person(),
            about_me=frozenset() if all_about_me else self.about_me.picked,
            all_about_me=all_about_me,
            files=self.files.isChecked(),
        )
        return ExportWish(
            choice=choice, target=target, passphrase=passphrase, to_whom=_text(self.to_whom), why=_text(self.why)
        )

    def _person(self) -> PersonId | None:
        return None if self.whose.current == _EVERYBODY else PersonId(int(self.whose.current))

    def _read(self) -> None:
        whose, now = self._person(), self._desk.clock.now()
        self._desk.ask(
            self, lambda vault: read_about_me(vault, whose, now=now), self.about_me.show_notes, key="about-me"
        )

    def _show_how(self) -> None:
        self.lock.setVisible(self.is_locked)
        self.open_folder.setVisible(not self.is_locked)

    def _names(self) -> list[str]:
        return [person.name for person in self._desk.whom.people]

    def _lay_out(self) -> None:
        words = _(
            "Text to read, tables, and all of it for other programs (Markdown, CSV, JSON). It stays here as well."
        )
        self.body.addWidget(PlainLabel(words, wrap=True))
        for heading, chips in ((_("Whose notes"), self.whose), (_("How"), self.how)):
            part = QWidget()
            column = Column(self._desk.theme, gap=6, parent=part)
            column.addWidget(PlainLabel(heading, role=TypeRole.STRONG, wrap=True))
            column.addWidget(chips)
            self.body.addWidget(part)
            part.setVisible(chips is self.how or len(self._desk.whom.people) > 1)
        for widget in (
            self.open_folder,
            self.lock,
            self.files,
            self.about_me,
            self.to_whom,
            self.why,
            self.now,
            self.target,
        ):
            self.body.addWidget(widget)


def _people(desk: CareDesk) -> list[ChipChoice]:
    people = [ChipChoice(key=str(person.id), text=person.name) for person in desk.whom.people]
    return [ChipChoice(key=_EVERYBODY, text=_("Everybody")), *people]


def _ways() -> list[ChipChoice]:
    return [
        ChipChoice(key=LOCKED, text=_("One locked file"), icon=Icon.LOCK),
        ChipChoice(key=FOLDER, text=_("A folder to read"), icon=Icon.FOLDER),
    ]


def _open() -> str:
    return _("It is not locked. Keep it somewhere safe, and delete it when it has done its work.")


def _text(of: Field) -> str:
    control = of.control
    return control.text().strip() if isinstance(control, PrivateLine) else ""
