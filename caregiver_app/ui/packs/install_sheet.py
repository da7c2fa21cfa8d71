"""What packs bring, before anything of them is here: each with its maker, and one button for all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.ui.packs.prepared_part import PreparedPart
from caregiver_app.ui.packs.sheet_foot import add_sheet_foot
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.card import Hairline
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.bootstrap.pack_steps import PreparedPack


class InstallSheet(Drawer):
    """`wanted` carries a tuple of `Agreed`."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, packs: Sequence[PreparedPack], *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _heading(packs), parent=parent)
        words = _("Installing uses no internet. What you starred, wrote and added stays as it is.")
        self.body.addWidget(PlainLabel(words, ink="text-2", wrap=True))
        self.parts = tuple(PreparedPart(theme, each) for each in packs)
        for number, part in enumerate(self.parts):
            if number:
                self.body.addWidget(Hairline(theme))
            self.body.addWidget(part)
        self.act = add_sheet_foot(self, theme, _act(packs), Icon.DOWNLOAD)
        self.act.clicked.connect(lambda: self.wanted.emit(tuple(part.agreed() for part in self.parts)))


def _heading(packs: Sequence[PreparedPack]) -> str:
    if all(each.before is not None for each in packs):
        return _("What is new")
    return ngettext("Install this pack?", "Install these packs?", len(packs))


def _act(packs: Sequence[PreparedPack]) -> str:
    if all(each.before is not None for each in packs):
        return _("Bring up to date")
    return _("Install")
