"""What left these care notes: when, how, to whom, why. Counts only; the texts stay where they are."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_near_day, format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.line_list import Line, LineList
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.exchange.disclosures import Channel, Disclosure


class LeftDrawer(Drawer):
    """A list, newest first."""

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("What left these notes"), parent=parent)
        self._desk = desk
        self.said = PlainLabel(_("Nothing has left them yet."), ink="text-2", wrap=True)
        self.list = LineList(desk.theme, _("What left these notes"), ring=desk.ring)
        self.body.addWidget(self.said)
        self.body.addWidget(self.list)
        self.list.setVisible(False)
        desk.ask(self, lambda vault: vault.disclosures.list(), self._show, key="left")

    def _show(self, left: tuple[Disclosure, ...]) -> None:
        now = self._desk.clock.now()
        self.list.show_lines([_line(each, format_near_day(each.at, now)) for each in left])
        self.list.setVisible(bool(left))
        self.said.setVisible(not left)


def _line(each: Disclosure, day: str) -> Line:
    disclosed = each.disclosed
    title = " ".join(filter(None, (_channels()[disclosed.channel], disclosed.to_whom)))
    facts = ", ".join(filter(None, (_counts(disclosed.what), disclosed.why)))
    return Line(key=each.uid, title=f"{day}: {title}", facts=facts)


def _channels() -> Mapping[Channel, str]:
    return {
        # Translators: before a name, as in "Sent to Anna"
        Channel.ASK: _("Sent to"),
        Channel.PRINT: _("Printed"),
        Channel.EXPORT: _("Saved as files"),
        Channel.COPY: _("Copied"),
    }


def _counts(what: Mapping[str, int]) -> str:
    total = sum(what.values())
    return ngettext("{count} thing", "{count} things", total).format(count=format_number(total))
