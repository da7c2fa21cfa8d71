"""A drawer with one form: a draft until Done, closed only once it is kept. Ctrl+Enter is Done, Esc leaves the draft.

A subclass fills `form` and `body`, calls `begin`, and says in `keep` what Done does: `self.do(step)` with a step of the
notes' own thread. Open it by `open_form(desk, drawer)`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk, CareDone
from caregiver_app.ui.care.parts.form import Form, FormPart, line_part, text_part
from caregiver_app.ui.care.private_fields import PrivateLine, PrivateText
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.field import Field

if TYPE_CHECKING:
    from caregiver_app.vault.store import Vault

D = TypeVar("D", bound="FormDrawer")


class FormDrawer(Drawer):
    """`kept` comes once what was typed is a record."""

    kept = Signal()

    def __init__(
        self, desk: CareDesk, heading: str, place: str, *, verb: str = "", parent: QWidget | None = None
    ) -> None:
        """`verb` stands on the main button, "Done" when empty."""
        super().__init__(desk.theme, heading, parent=parent)
        self.desk = desk
        self.form = Form(desk, place, self)
        self.save = Button(desk.theme, verb or _("Done"), kind=ButtonKind.MAIN)
        self.save.clicked.connect(self.keep)
        self.throw_away = Button(desk.theme, _("Throw away what I typed"), kind=ButtonKind.QUIET)
        self.throw_away.setVisible(False)
        self.throw_away.clicked.connect(self._throw_away)
        self.add_foot(self.save, self.throw_away)
        self.form.changed.connect(self._offer_to_throw_away)
        desk.changed.connect(self._stop_working)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.keep)

    def keep(self) -> None:
        """Do what Done does."""
        raise NotImplementedError

    def do(self, step: Callable[[Vault], CareDone | None], *, kind: str) -> None:
        """Have a step done and close; where it is refused the form stays as it is, and the person is told."""
        if self.save.signalsBlocked():
            return  # it is being kept already
        self.save.set_working(True)
        self.desk.do(_always(step), kind=kind, then=self._close_kept)

    def showEvent(self, event: QShowEvent) -> None:
        """Offer to throw away what came back."""
        super().showEvent(event)
        self._offer_to_throw_away()

    def leave(self) -> None:
        """Keep what is typed as a draft."""
        self.form.leave()

    def add_line(self, name: str, label: str, *, hint: str = "") -> FormPart:
        """Add one labelled line to form and body."""
        line = PrivateLine()
        field = Field(self.desk.theme, label, line, hint=hint)
        self.body.addWidget(field)
        return self.form.add(line_part(name, line, field))

    def add_text(self, name: str, label: str, *, hint: str = "", lines: int = 3) -> FormPart:
        """Add several labelled lines to form and body."""
        edit = PrivateText(self.desk.theme, name=label, lines=lines)
        field = Field(self.desk.theme, label, edit, hint=hint)
        self.body.addWidget(field)
        return self.form.add(text_part(name, edit, field))

    def _offer_to_throw_away(self) -> None:
        self.throw_away.setVisible(self.form.is_changed)

    def _throw_away(self) -> None:
        self.form.finish()
        self.closed.emit()

    def _close_kept(self) -> None:
        self.form.finish()
        self.kept.emit()
        self.closed.emit()

    def _stop_working(self) -> None:
        self.save.set_working(False)


def open_form(desk: CareDesk, drawer: D) -> D:
    """Open a drawer with a form, the keyboard in its first field or where the draft was left."""
    panel = desk.overlay.open_drawer(drawer)
    panel.closed.connect(drawer.leave)
    drawer.form.focus()
    return drawer


def _always(step: Callable[[Vault], CareDone | None]) -> Callable[[Vault], CareDone]:
    """Return a step that counts as done even where nothing was changed, so that its form closes."""

    def work(vault: Vault) -> CareDone:
        return step(vault) or CareDone(text=_("Nothing was changed."))

    return work
