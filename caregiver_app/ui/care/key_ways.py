"""Another passphrase, and a new key when somebody may know it: asked, prepared, carried out, told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.opening import SHEET, SheetState
from caregiver_app.ui.care.passphrase_drawer import DrawerWords, PassphraseDrawer
from caregiver_app.ui.care.sheet.ways import SheetWays
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.model.sheets.secrets import RecoverySheet
    from caregiver_app.vault.folder.renewal import Renewal


class KeyWays(QObject):
    """Needs open notes."""

    def __init__(self, desk: CareDesk, sheets: SheetWays, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sheets = sheets

    def change_passphrase(self) -> PassphraseDrawer:
        """Open the drawer that changes the passphrase."""
        words = DrawerWords(
            heading=_("Change the passphrase"),
            means=_("Your notes stay as they are."),
            text=_("Your recovery sheet still opens them. Old backups still open with the old passphrase."),
            verb=_("Change it"),
        )
        drawer = PassphraseDrawer(self._desk, words)
        care = self._desk.access.care

        def done(_none: None) -> None:
            self._desk.overlay.close_panel()
            self._desk.say_openly(_("The new passphrase opens your notes from now on."), icon=Icon.LOCK)

        def act(now: str, new: str) -> None:
            drawer.set_working(True)
            self._desk.access.apart(
                drawer,
                lambda: care.change_passphrase(now, new),
                done,
                failed=lambda error: self._refused(drawer, error),
            )

        drawer.wanted.connect(act)
        return self._opened(drawer)

    def somebody_may_know(self) -> PassphraseDrawer:
        """Open the drawer that begins the change to a new key."""
        words = DrawerWords(
            heading=_("Somebody may know it"),
            means=_("Your notes get a new key."),
            text=_(
                "You choose a new passphrase and get a new recovery sheet. The old passphrase and the old sheet "
                "open nothing any more. Backups made before still open with them. Your key for questions and answers "
                "stays as it is: make a new one under “My key”."
            ),
            verb=_("Continue"),
        )
        drawer = PassphraseDrawer(self._desk, words)
        care = self._desk.access.care

        def prepare(now: str, new: str) -> tuple[Renewal, RecoverySheet]:
            renewal = care.prepare_new_key(now, new)
            return renewal, renewal.sheet(self._desk.clock)

        def act(now: str, new: str) -> None:
            drawer.set_working(True)
            self._desk.access.apart(
                drawer,
                lambda: prepare(now, new),
                lambda prepared: self._hand_over_sheet(*prepared),
                failed=lambda error: self._refused(drawer, error),
            )

        drawer.wanted.connect(act)
        return self._opened(drawer)

    def _hand_over_sheet(self, renewal: Renewal, sheet: RecoverySheet) -> None:
        """Have the new sheet on paper first: the change is carried out only then."""
        reached: list[SheetState] = []

        def closed() -> None:
            if reached and self._desk.access.is_open:
                self._carry_out(renewal, reached[-1])
            else:
                self._desk.say_openly(_("Nothing was changed. The passphrase is still the one of before."))

        self._sheets.hand_over(sheet, reached.append, closed)

    def _carry_out(self, renewal: Renewal, state: SheetState) -> None:
        announce(_("Writing your notes under the new key."))
        self._desk.say_openly(_("Writing your notes under the new key."), icon=Icon.LOCK, kind="new-key")
        self._desk.drafts.save_now()
        self._desk.access.with_notes_closed(
            lambda care: care.carry_out_new_key(renewal),
            lambda: self._carried_out(state),
            self._desk.tell,
        )

    def _carried_out(self, state: SheetState) -> None:
        self._desk.say_openly(
            _("Your notes have a new key. Destroy the old recovery sheet."), icon=Icon.LOCK, kind="new-key"
        )
        self._desk.ask(
            self,
            lambda vault: vault.settings.set(SHEET, state.value),
            lambda _none: self._sheets.state_changed.emit(state),
        )
        self._desk.changed.emit()

    def _refused(self, drawer: PassphraseDrawer, error: BaseException) -> None:
        if not drawer.refuse(error):
            self._desk.tell(error)

    def _opened(self, drawer: PassphraseDrawer) -> PassphraseDrawer:
        self._desk.overlay.open_drawer(drawer)
        drawer.now.begin()
        return drawer
