"""Joins the first start into the window: begins it where it was left, and ends it at Home."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from caregiver_app.bootstrap.pack_steps import PackStep
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.record_commands import open_emergency
from caregiver_app.ui.commands import Command
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer, Done
from caregiver_app.ui.first_run import place
from caregiver_app.ui.first_run.looks import step_looks
from caregiver_app.ui.first_run.place import Stand, StepKey
from caregiver_app.ui.first_run.set_up_place import SetUpPlace
from caregiver_app.ui.first_run.surroundings import FirstRunSurroundings
from caregiver_app.ui.first_run.waiting import has_waiting
from caregiver_app.ui.library.questions import Standing, standing
from caregiver_app.ui.packs import work
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.step_row import StepState

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.ui.first_run.bringing_back import BringingBack
    from caregiver_app.ui.first_run.frame import FirstRunScreen
    from caregiver_app.ui.first_run.step import RunStep

_SOON_MS = 50


class FirstRun(QObject):
    """Asks once, when the Library is first seen. `screen` is None while nothing is asked."""

    def __init__(self, desk: Desk, around: FirstRunSurroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._around = around
        self._asked = False
        self.screen: FirstRunScreen | None = None
        self._bringing: BringingBack | None = None
        self._set_up = SetUpPlace(desk, around, self)
        self._set_up.changed.connect(self._choices_changed)
        self._doer: Doer[Library] = Doer(desk, self)
        self._doer.changed.connect(self._packs_changed)
        around.library.stood.connect(self._ask_once)
        around.care.access.changed.connect(self._look_at_notes)

    def commands(self, to_library: Callable[[], None]) -> tuple[Command, ...]:
        """Return what leads back to what was left, as long as there is something still to be asked."""
        return (
            Command(
                key="first-run.go-on",
                name=_("Go on with the first steps"),
                keywords=_("begin start set up topics packs stick"),
                action=lambda: self.go_on(to_library),
                icon=Icon.TOPICS,
                possible=lambda: self.screen is not None,
            ),
            Command(
                key="first-run.again",
                name=_("Go through the first steps again"),
                keywords=_("begin start set up topics packs stick language"),
                action=lambda: self.begin_again(to_library),
                icon=Icon.TOPICS,
                possible=lambda: self.screen is None,
            ),
        )

    def go_on(self, to_library: Callable[[], None]) -> None:
        """Open the step that was left; where none is open yet, the Library asks as soon as it is seen."""
        to_library()
        if self.screen is not None:
            self._around.library.show_behind(self.screen)

    def begin_again(self, to_library: Callable[[], None]) -> None:
        """Ask once more, from the first step on; what was chosen stands there, and stays where nothing is changed."""

        def begin(stand: Stand) -> None:
            to_library()
            self._begin(stand)

        self._desk.ask(self, place.begin_again, begin)

    def look_at_set_up_file(self, file: Path) -> None:
        """Show what a set-up file would set, in the Library, which must be open; nothing is set by that.

        It is shown at the first step, and a first start that was left goes on next time where it was. Where all was
        asked already nothing is asked again: it is shown above the Library.
        """
        self._asked = True
        let_go = self._around.library.let_go
        self._desk.ask(self, _stand_now, partial(self._show_set_up, file), failed=lambda _error: let_go())

    def _show_set_up(self, file: Path, stand: Stand | None) -> None:
        if self.screen is not None and self.screen.waits:
            QTimer.singleShot(_SOON_MS, self, partial(self.look_at_set_up_file, file))
            return
        if self.screen is None and stand is None:
            self._around.library.let_go()
            self._set_up.above_library().read(file, steps_follow=False)
            return
        if stand is not None:
            self._begin(replace(stand, key=StepKey.WELCOME))
        if self.screen is not None and self.screen.key != StepKey.WELCOME:
            self.screen.begin(StepKey.WELCOME)
        if self.screen is not None:
            self._around.library.show_behind(self.screen)
            self._set_up.part.read(file)

    def _ask_once(self, found: Standing) -> None:
        if not self._asked:
            self._asked = True
            begun = found.begun

            def where(library: Library) -> tuple[Stand | None, bool]:
                return place.stand_of(library, has_begun=begun), has_waiting(library)

            let_go = self._around.library.let_go
            self._desk.ask(self, where, lambda both: self._go_on_from(*both), failed=lambda _error: let_go())

    def _go_on_from(self, stand: Stand | None, waits: bool) -> None:
        """Begin where it was left; packs of a set-up file wait at the first step, or where all was asked already."""
        if stand is not None:
            self._begin(replace(stand, key=StepKey.WELCOME) if waits else stand)
        elif waits:
            self._set_up.above_library().go_on()
        self._around.library.let_go()

    def _begin(self, stand: Stand) -> None:
        if self.screen is not None:
            return
        from caregiver_app.ui.first_run.frame import FirstRunScreen

        screen = self.screen = FirstRunScreen(self._desk.theme, step_looks(), self._makers(), self._keep)
        screen.over.connect(partial(self._end, self._around.to_home))
        self._around.library.show_behind(screen)
        screen.begin(stand.key, stand.passed)

    def _makers(self) -> dict[str, Callable[[], RunStep]]:
        return {
            StepKey.WELCOME: self._welcome,
            StepKey.TOPICS: self._topics,
            StepKey.PACKS: self._packs,
            StepKey.UPDATES: self._updates,
            StepKey.WHEN: self._when,
            StepKey.NOTES: self._notes,
        }

    def _welcome(self) -> RunStep:
        from caregiver_app.ui.first_run.welcome_step import WelcomeStep

        step = WelcomeStep(self._desk.theme, self._around.remembered, self._set_up.part, self._around.between)
        step.backup.clicked.connect(self._bring_back)
        return step

    def _bring_back(self) -> None:
        from caregiver_app.ui.first_run.bringing_back import BringingBack

        if self._bringing is None:
            self._bringing = BringingBack(self._desk, self._around, self)
        self._bringing.open()

    def _topics(self) -> RunStep:
        from caregiver_app.ui.first_run.topics_step import TopicsStep

        step = TopicsStep(self._desk)
        step.done.connect(self._around.library.refresh_all)
        return step

    def _packs(self) -> RunStep:
        from caregiver_app.ui.first_run.packs_step import PacksStep

        step = PacksStep(self._desk, self._around.services, self._around.lane)
        step.kept.connect(self._remember_packs)
        return step

    def _updates(self) -> RunStep:
        from caregiver_app.ui.first_run.updates_step import UpdatesStep

        step = UpdatesStep(self._desk)
        step.updates_asked.connect(self._around.updates.begin)
        return step

    def _when(self) -> RunStep:
        from caregiver_app.ui.first_run.when_step import WhenStep

        return WhenStep(self._desk)

    def _notes(self) -> RunStep:
        from caregiver_app.ui.first_run.notes_step import NotesStep

        step = NotesStep(self._desk.theme, self._around.care.access)
        care = self._around.care
        step.sheet_asked.connect(partial(self._end, lambda: open_emergency(care.desk, care.open_then)))
        return step

    def _keep(self, key: str, passed: Mapping[str, StepState], then: Callable[[], None]) -> None:
        """Remember the step; where that cannot be kept, the person is told and goes on all the same."""

        def keep(library: Library) -> None:
            place.keep_place(library, Stand(StepKey(key), passed))

        self._desk.ask(self, keep, lambda _none: then(), failed=lambda _error: then())

    def _remember_packs(self, steps: tuple[PackStep, ...]) -> None:
        """Have Undo bring the packs back; nothing is said, as the step itself said what is kept."""
        services = self._around.services
        done: Done[Library] = Done(
            text=_("Your packs are as you ticked them."),
            undo=lambda library: work.take_back(services, library, steps),
            redo=lambda library: work.do_again(services, library, steps),
            icon=Icon.PACKS,
        )
        self._doer.remember(done)
        self._around.library.refresh_all()

    def _packs_changed(self) -> None:
        """Show anew what follows from the packs that are here."""
        self._around.library.refresh_all()
        if self.screen is not None and self.screen.key in (StepKey.PACKS, StepKey.UPDATES):
            self.screen.begin(self.screen.key)

    def _choices_changed(self) -> None:
        """Show anew where somebody lives: what a stick set was taken back, or set again."""
        if self.screen is not None and self.screen.key == StepKey.TOPICS:
            self.screen.begin(StepKey.TOPICS)

    def _look_at_notes(self) -> None:
        """Ask for notes no more once they were made elsewhere."""
        made = self._around.care.access.state is not LockState.ABSENT
        if made and self.screen is not None and self.screen.key == StepKey.NOTES:
            self._end(lambda: None)

    def _end(self, then: Callable[[], None]) -> None:
        """Remember that all was asked, and only then go on: who sees Home is not asked again, whatever happens."""
        screen, self.screen = self.screen, None
        if screen is None:
            return

        def leave() -> None:
            if self._around.library.behind is screen:
                self._around.library.show_shelf()
            screen.hide()
            screen.deleteLater()
            then()

        self._desk.ask(self, place.end, lambda _none: leave(), failed=lambda _error: leave())


def _stand_now(library: Library) -> Stand | None:
    return place.stand_of(library, has_begun=standing(library).begun)
