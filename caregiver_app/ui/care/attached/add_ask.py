"""Asks before files that were let fall somewhere are added: a hand may have slipped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten, visible
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.asking_callout import AskingCallout
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.button import Button

_NAMED = 80


class AddAsk(AskingCallout):
    """Hidden until files were let fall. `agreed` carries their paths, `rested` comes when it is hidden again."""

    agreed = Signal(object)
    rested = Signal()

    def __init__(self, desk: CareDesk, *, means: str = "", parent: QWidget | None = None) -> None:
        """`means` says what else happens when the person agrees."""
        yes = Button(desk.theme, _("Add it"), icon=Icon.PLUS)
        no = Button(desk.theme, _("Not now"))
        super().__init__(desk.theme, Tone.PRIVATE, Icon.FLYER, no, yes, parent=parent)
        self.no, self.yes = no, yes
        self._means = means or _("A locked copy is kept in your notes. The file itself stays where it is.")
        self._paths: tuple[Path, ...] = ()
        self.yes.clicked.connect(self._agree)
        self.no.clicked.connect(self.rest)

    def ask(self, paths: Sequence[Path]) -> None:
        """Ask about these files."""
        self._paths = tuple(paths)
        if len(self._paths) == 1:
            heading = _("Add “{name}” here?").format(name=shorten(visible(self._paths[0].name), _NAMED))
            self.yes.set_words(_("Add it"))
        else:
            count = len(self._paths)
            heading = ngettext("Add {count} file here?", "Add {count} files here?", count)
            heading = heading.format(count=format_number(count))
            self.yes.set_words(_("Add them"))
        self.put(heading, self._means)

    def rest(self) -> None:
        """Ask nothing any more."""
        self._paths = ()
        self.setVisible(False)
        self.rested.emit()

    def _agree(self) -> None:
        paths = self._paths
        self.rest()
        self.agreed.emit(paths)
