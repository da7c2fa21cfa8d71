"""What everything in the care notes works with: messages that go at the lock, whom it is about, asking the notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from caregiver_app.model.errors import Cancelled, CaregiverError, VaultError, VaultTrouble
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.time import Clock, Millis
from caregiver_app.support import undo as undo_stack
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.logs import note
from caregiver_app.ui.care.access import CareAccess
from caregiver_app.ui.care.drafts import Drafts
from caregiver_app.ui.care.long_work import CareWork
from caregiver_app.ui.care.whom import Whom
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.overlay import OverlayHost

if TYPE_CHECKING:
    from caregiver_app.ui.care.library_pages import LibraryPages
    from caregiver_app.vault.changes.undoing import Undo
    from caregiver_app.vault.store import Vault

    UndoStep = Callable[[Vault, Millis], "Undo | UndoStep"]
    """Takes a step back, and returns what does it again."""

T = TypeVar("T")

_LOCK_WARNING = "care-lock"


@dataclass(frozen=True, slots=True, kw_only=True)
class CareDone:
    """What was done in the notes, in words, and how it is taken back.

    `undo` is what the store returned; of something added it is a step that takes it away, e.g. `notes.delete`. Without
    one it cannot be taken back.
    """

    text: str = field(repr=False)
    undo: Undo | UndoStep | None = field(default=None, repr=False)
    icon: Icon = Icon.CHECK


class CareDesk(QObject):
    """`changed` comes after each step, undo and redo too; `opening_asked` carries the key of a tab and a number,
    `print_asked` the word of a sheet (`SheetKind`) and the number of what it is about, 0 for nothing in particular.

    `pages` are those of the library, where there is one, for what the notes cite.
    """

    changed = Signal()
    opening_asked = Signal(str, int)
    print_asked = Signal(str, int)
    counted = Signal(str, int)

    def __init__(
        self,
        *,
        theme: Theme,
        clock: Clock,
        access: CareAccess,
        messages: Messages,
        overlay: OverlayHost,
        ring: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.clock = clock
        self.access = access
        self.overlay = overlay
        self.ring = ring
        self.drafts = Drafts(access, self)
        self.whom = Whom(self)
        self.pages: LibraryPages | None = None
        self._messages = messages
        self.work = CareWork(access, messages, self.tell, self)
        self.drafts.failed.connect(self.tell)

    def ask(
        self,
        owner: QObject,
        work: Callable[[Vault], T],
        done: Callable[[T], object],
        *,
        key: str | None = None,
        failed: Callable[[BaseException], object] | None = None,
    ) -> None:
        """Have `work` done with the notes in their own thread and its answer given to `done` in this one.

        After a lock nothing is delivered. With `key` an older question of that kind is broken off: for reading only.
        What goes wrong is told to the person, after `failed` was called.
        """

        def trouble(error: BaseException) -> None:
            if failed is not None:
                failed(error)
            self.tell(error)

        self.access.ask(owner, work, done, key=key, failed=trouble)

    def do(
        self, step: Callable[[Vault], CareDone | None], *, kind: str = "", then: Callable[[], object] | None = None
    ) -> None:
        """Have a step done and offer to undo it; `then` is called after it. None means there was nothing to do."""

        def done(what: CareDone | None) -> None:
            if what is not None:
                self.offer(what, kind=kind)
                if then is not None:
                    then()
            self.changed.emit()

        self.ask(self, step, done, failed=lambda _error: self.changed.emit())

    def say(self, text: str, *, icon: Icon = Icon.CHECK, kind: str = "") -> None:
        """Show a message that goes when the notes are locked."""
        self._messages.say(text, icon=icon, kind=kind, private=True)

    def did_setting(self, step: undo_stack.UndoStep) -> None:
        """Offer to undo a setting that was just changed."""
        self._messages.did(step, icon=Icon.SETTINGS, kind="care-setting")

    def say_openly(self, text: str, *, icon: Icon = Icon.CHECK, kind: str = "", at_once: bool = False) -> None:
        """Show a message that stays after the lock: it carries no word of the notes."""
        self._messages.say(text, icon=icon, kind=kind, at_once=at_once)

    def warn_of_lock(self, words: str, keep_open: Callable[[], None]) -> None:
        """Say that the notes will lock, with a way to keep them open."""
        self._messages.say(
            words, icon=Icon.LOCK, action=_("Keep open"), on_action=keep_open, kind=_LOCK_WARNING, private=True
        )

    def end_lock_warning(self) -> None:
        """Say it no longer: somebody is there."""
        self._messages.drop(_LOCK_WARNING)

    def tell(self, error: BaseException) -> None:
        """Tell the person what went wrong; a mistake of our own goes on to the place where those are noted."""
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, CaregiverError):
            raise error
        if isinstance(error, VaultError) and error.kind is VaultTrouble.REPLACED:
            self.access.lock()  # nothing may be written any more; what was being written is sealed
        self._messages.fail(error)

    def forget_steps(self) -> None:
        """Take back the offer to undo or to do again: what was deleted for good must not come back by it."""
        self._messages.forget_private()

    def count(self, tab: str, number: int) -> None:
        """Show a number beside the name of a tab; 0 shows none."""
        self.counted.emit(tab, number)

    def open(self, tab: str, record_id: int = 0) -> None:
        """Open a tab, and in it a record."""
        self.opening_asked.emit(tab, record_id)

    def print_sheet(self, kind: SheetKind, record_id: int = 0) -> None:
        """Go to where a sheet is printed."""
        self.print_asked.emit(kind.value, record_id)

    def forget(self) -> None:
        """Hold no word of the notes any more: messages, steps, drafts, names."""
        # Whatever panel is open goes: the palette too may show what was found in the notes.
        for step in (
            self.overlay.close_panel,
            self._messages.forget_private,
            self.drafts.forget,
            self.whom.forget,
        ):
            try:
                step()
            except Exception as error:  # noqa: BLE001  locking goes on whatever a view does
                note("care.not-forgotten", os_error=isinstance(error, OSError))

    def offer(self, what: CareDone, *, kind: str = "") -> None:
        """Say what was done in the notes, and offer to undo it where it can be taken back."""
        if not what.undo:
            self.say(what.text, icon=what.icon, kind=kind)
            return
        turn = partial(self._turn, [what.undo])
        step = undo_stack.UndoStep(text=what.text, undo=turn, redo=turn, private=True)
        self._messages.did(step, icon=what.icon, kind=kind)

    def _turn(self, next_step: list[Undo | UndoStep]) -> None:
        """Take a step back, or do it again: each turn leaves what does the other."""
        at = self.clock.now()

        def work(vault: Vault) -> None:
            step = next_step[0]
            next_step[0] = step(vault, at) if callable(step) else vault.put_back(step, at=at)

        self.ask(self, work, lambda _none: self.changed.emit(), failed=lambda _error: self.changed.emit())
