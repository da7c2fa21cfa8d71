"""The files of a record whose own place has no room for them, in a drawer: an appointment, a medicine, a contact."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.attached.part import AttachedPart
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.menu import Action
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.option_list import Option


class FilesDrawer(Drawer):
    """Says whose files they are, and lists them."""

    def __init__(self, desk: CareDesk, kind: str, record_id: int, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Files"), parent=parent)
        self.files = AttachedPart(desk, kind, record_id, heading=title)
        self.body.addWidget(self.files)


def files_option(desk: CareDesk, kind: str, record_id: int, title: str) -> Option[Action]:
    """Return what a menu of a record offers."""
    return Option(
        value=lambda: desk.overlay.open_drawer(FilesDrawer(desk, kind, record_id, title)),
        text=_("Files"),
        icon=Icon.FLYER,
    )
