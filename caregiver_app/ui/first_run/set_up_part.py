"""The way to begin with a stick that somebody prepared: found or chosen, shown, and only then followed.

A set-up file may be from anybody. Its packs take the way of all packs: their makers are compared first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.bootstrap.set_up_file import FoundSetUp, read_set_up_file
from caregiver_app.bootstrap.sticks import set_up_files
from caregiver_app.model.errors import SetUpError
from caregiver_app.model.set_up import SetUp
from caregiver_app.support.i18n import current_locale, speaks
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.first_run.set_up_choices import (
    SetUpChoices,
    chosen_now,
    put_choices,
    with_set_up,
)
from caregiver_app.ui.first_run.set_up_sheet import SetUpSheet
from caregiver_app.ui.first_run.waiting import keep_waiting, take_waiting
from caregiver_app.ui.packs.outcome import Outcome
from caregiver_app.ui.packs.taking_in import TakingIn
from caregiver_app.ui.packs.work import Place
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.settings.long_work import HowFar, LongWork
from caregiver_app.ui.speaking import SpeakWish
from caregiver_app.ui.tasks import Lane, TaskControl
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.layouts import Column

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUpSurroundings:
    """What a set-up file can change beside the library. `speak` has the window made anew in another language."""

    services: Services
    lane: Lane[Library]
    remembered: Remembered
    speak: Callable[[SpeakWish], None]


class SetUpPart(QWidget):
    """What was found, what is done and what came of it; `choose`, the button, stands where a step puts it.

    It outlives the step that shows it, so that what it did can be taken back later.

    `changed` comes when what was chosen is other than before, `packs_changed` when packs came or went.
    """

    changed = Signal()
    packs_changed = Signal()

    def __init__(self, desk: Desk, around: SetUpSurroundings, home: QWidget) -> None:
        """`home` is where it is, out of sight, while no step shows it."""
        super().__init__(home)
        self._home = home
        self._desk = desk
        self._around = around
        self._file: Path | None = None  # on a stick that is plugged in
        theme = desk.theme
        self.work = LongWork(desk, around.lane)
        self.outcome = Outcome(theme)
        self.taking_in = TakingIn(desk, around.services, around.lane, self.work, self)
        self.found = Callout(theme, Tone.INFO, Icon.USB, _("There is a set-up file on a stick"))
        self.look = Button(theme, _("See what it would set"), icon=Icon.EYE)
        self.found.add_button(self.look)
        self.found.setVisible(False)
        self.choose = Button(theme, _("A nurse gave me a stick"), kind=ButtonKind.QUIET, icon=Icon.USB)
        column = Column(theme, gap=12, parent=self)
        for part in (self.found, self.work, self.outcome):
            column.addWidget(part)
        self._connect()
        self.go_home()

    def go_home(self) -> None:
        """Leave the step that shows this."""
        for part in (self, self.choose):
            part.setParent(self._home)

    def begin(self) -> None:
        """Go on with what waits since the language changed, and look for sticks."""
        self.go_on()
        self.look_for_sticks()

    def go_on(self) -> None:
        """Go on with the packs that wait since the language changed."""
        self._desk.ask(self, take_waiting, self._go_on_with)

    def look_for_sticks(self, parents: Iterable[Path] | None = None) -> None:
        """Offer the set-up file of a stick that is plugged in; `parents` as `bootstrap.sticks` takes them."""
        self._desk.ask(self, lambda _library: set_up_files(parents), self._offer, key="first-run.sticks")

    def ask_for_stick(self) -> QFileDialog:
        """Ask where the stick is."""
        dialog = QFileDialog(self, _("Choose the stick or the folder with the set-up file"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.read(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def read(self, where: Path, *, steps_follow: bool = True) -> None:
        """Show what a set-up file would set, in the first steps or once they are over; nothing is set by that."""
        self._read(where, partial(self._show, steps_follow))

    def _offer(self, files: tuple[Path, ...]) -> None:
        self._file = files[0] if files else None
        self.found.setVisible(self._file is not None)

    def _look(self) -> None:
        if self._file is not None:
            self.read(self._file)

    def _show(self, steps_follow: bool, found: FoundSetUp) -> None:
        sheet = SetUpSheet(self._desk.theme, found.set_up, steps_follow=steps_follow)
        sheet.wanted.connect(partial(self._follow, found))
        self._desk.overlay.open_drawer(sheet)

    def _follow(self, found: FoundSetUp) -> None:
        """Set what the file says; where that is another language, its packs wait for the window that speaks it."""
        self._desk.overlay.close_panel()
        speaks_other = _is_other_language(found.set_up)

        def following(library: Library) -> tuple[SetUpChoices, SetUpChoices]:
            before = chosen_now(library)
            after = with_set_up(before, found.set_up)
            put_choices(library, after)
            if speaks_other and found.copy is not None:
                keep_waiting(library, found.file)
            return before, after

        self._desk.ask(self, following, lambda both: self._followed(found, *both, speaks_other=speaks_other))

    def _followed(self, found: FoundSetUp, before: SetUpChoices, after: SetUpChoices, *, speaks_other: bool) -> None:
        size, theme = found.set_up.text_size, self._desk.theme
        percent = theme.percent
        if size is not None:
            theme.set_percent(size)
        if speaks_other:
            language = found.set_up.language
            self._around.remembered.change(lambda settings: replace(settings, language=language))
            self._around.speak(SpeakWish(language=language))
            return
        step = UndoStep(
            text=_("Set up as the stick says."),
            undo=lambda: self._put(before, percent),
            redo=lambda: self._put(after, theme.percent if size is None else size),
        )
        self._desk.messages.did(step, icon=Icon.SETTINGS, kind="set-up")
        self.changed.emit()
        self._take_packs(found)

    def _put(self, choices: SetUpChoices, percent: int) -> None:
        self._desk.theme.set_percent(percent)
        self._desk.ask(self, lambda library: put_choices(library, choices), lambda _none: self.changed.emit())

    def _go_on_with(self, file: Path | None) -> None:
        if file is not None:
            self._read(file, self._take_packs)

    def _read(self, where: Path, then: Callable[[FoundSetUp], None]) -> None:
        def reading(_library: Library, _control: TaskControl[HowFar]) -> FoundSetUp:
            return read_set_up_file(where)

        self.work.begin(_("Reading the set-up file"), reading, then, failed=self._refuse)

    def _refuse(self, error: BaseException) -> bool:
        if isinstance(error, SetUpError):
            self.outcome.refuse(sentence_for(error).text, heading=_("Not set up"))
        return isinstance(error, SetUpError)

    def _take_packs(self, found: FoundSetUp) -> None:
        if found.copy is not None:
            self.taking_in.look_at(Place(where=str(found.copy), asked=found))

    def _connect(self) -> None:
        self.choose.clicked.connect(self.ask_for_stick)
        self.look.clicked.connect(self._look)
        self.work.began.connect(self.outcome.clear_refusal)
        self.taking_in.refused.connect(self.outcome.refuse)
        self.taking_in.noticed.connect(self.outcome.notice)
        self.taking_in.changed.connect(self.packs_changed)


def _is_other_language(set_up: SetUp) -> bool:
    """Return whether the window would have to speak otherwise than it does."""
    wanted = set_up.language
    return bool(wanted) and speaks(wanted) and wanted not in (current_locale(), current_locale().partition("-")[0])
