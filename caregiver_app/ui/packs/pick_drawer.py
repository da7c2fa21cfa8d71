"""Several packs in one place: which of them are wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.channel import PackOffer
from caregiver_app.model.installed_pack import PackUid
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.packs.row_words import offer_facts
from caregiver_app.ui.packs.sheet_foot import add_sheet_foot
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.plain import PlainLabel


class PickDrawer(Drawer):
    """`picked` carries the uids of the packs that are ticked. All are, at first."""

    picked = Signal(object)

    def __init__(self, theme: Theme, name: str, offers: Sequence[PackOffer], *, parent: QWidget | None = None) -> None:
        """`name` is who made them."""
        super().__init__(theme, _("Packs of {name}").format(name=name), parent=parent)
        self.body.addWidget(
            PlainLabel(_("Take out those that you do not need. You see each before it comes."), wrap=True)
        )
        self.boxes: dict[PackUid, CheckBox] = {}
        for offer in offers:
            box = self.boxes[PackUid(offer.uid)] = CheckBox(theme, offer.title)
            box.setChecked(True)
            box.setAccessibleDescription(offer_facts(offer))
            self.body.addWidget(box)
            self.body.addWidget(PlainLabel(offer_facts(offer), role=TypeRole.SMALL, ink="text-2", wrap=True))
        self._none = PlainLabel(ink="urgent", wrap=True)
        self._none.setVisible(False)
        self.body.addWidget(self._none)
        self.act = add_sheet_foot(self, theme, _("See what is in them"), Icon.EYE)
        self.act.clicked.connect(self._go_on)

    def _go_on(self) -> None:
        picked = tuple(uid for uid, box in self.boxes.items() if box.isChecked())
        if picked:
            self.picked.emit(picked)
            return
        self._none.setText(_("Tick at least one pack."))
        self._none.setVisible(True)
        announce(self._none.text(), urgent=True)
        next(iter(self.boxes.values())).setFocus()
