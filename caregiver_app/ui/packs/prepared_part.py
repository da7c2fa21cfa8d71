"""One pack on the install sheet: who made it, and what it brings, what matters most first.

First the web sites that would count as somebody's own after a yes, then phone numbers, then warnings with a yes of
their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caregiver_app.model.channel import name_in_channel
from caregiver_app.model.installed_pack import StatedSite
from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.packs.content_words import (
    asked_words,
    counted,
    every_title,
    imitating_words,
    site_words,
    titles,
    withdrawals,
)
from caregiver_app.ui.packs.part_words import TitledLines
from caregiver_app.ui.packs.work import Agreed
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.bootstrap.pack_steps import PreparedPack


class PreparedPart(QWidget):
    """Shows a `PreparedPack`; `agreed` is what the person says yes to."""

    def __init__(self, theme: Theme, prepared: PreparedPack, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._prepared = prepared
        self.alerts: CheckBox | None = None
        self.sites: dict[StatedSite, CheckBox] = {}
        title = _("{title}, version {version}").format(
            title=prepared.opened.pack.title, version=format_number(prepared.opened.pack.version)
        )
        self.setAccessibleName(title)
        column = Column(theme, gap=12, parent=self)
        column.addWidget(PlainLabel(title, role=TypeRole.HEADING, wrap=True))
        for part in self._parts():
            column.addWidget(part)

    def agreed(self) -> Agreed:
        """Return the pack with the answers about its sites and its warnings."""
        sites = tuple(site for site, box in self.sites.items() if box.isChecked())
        return Agreed(prepared=self._prepared, alerts=self._yes_to_alerts(), sites=sites)

    def _yes_to_alerts(self) -> bool | None:
        """Return the answer to what warns for the first time; None leaves what warned before as it was."""
        if self.alerts is None:
            return None
        before = self._prepared.before
        return self.alerts.isChecked() or (None if before is not None and before.alerts else False)

    def _parts(self) -> Iterator[QWidget]:
        pack, changes = self._prepared.opened.pack, self._prepared.changes
        yield _from(self._theme, self._prepared)
        if changes.new_sites and self._prepared.maker.is_signed:
            yield self._ask_for_sites()
        if pack.summary:
            yield PlainLabel(pack.summary, wrap=True)
        if changes.numbers:
            heading = _("Phone lines") if self._prepared.before is None else _("New or changed phone lines")
            known = {line.id: line.phone for line in pack.helplines}
            yield self._lines(heading, every_title(changes.numbers, known))
        if changes.alert_sources and self._prepared.maker.is_signed:
            yield self._ask_for_alerts()
        yield from self._entries()

    def _ask_for_sites(self) -> QWidget:
        holder = QWidget()
        column = Column(self._theme, gap=4, parent=holder)
        words = _(
            "The pack says that these sites belong to these organisations. Tick those that you know. Pages on the "
            "others are trusted only when somebody checked the page itself."
        )
        column.addWidget(self._lines(_("New web sites"), (), words))
        for said in self._prepared.changes.new_sites:
            self.sites[said] = CheckBox(self._theme, site_words(said))
            column.addWidget(self.sites[said])
            other = self._prepared.imitating.get(said)
            if other is not None:
                column.addWidget(PlainLabel(imitating_words(said, other), ink="warn", wrap=True))
        return holder

    def _ask_for_alerts(self) -> QWidget:
        holder = QWidget()
        column = Column(self._theme, gap=4, parent=holder)
        words = _("It has sources that warn of dangers. Their warnings stand first on Home.")
        column.addWidget(self._lines(_("Warnings"), every_title(self._prepared.changes.alert_sources), words))
        title = self._prepared.opened.pack.title
        self.alerts = CheckBox(self._theme, _("Let {title} warn me").format(title=title))
        column.addWidget(self.alerts)
        return holder

    def _entries(self) -> Iterator[QWidget]:
        changes = self._prepared.changes
        if any(part.list in ("sources", "pages") for part in (*changes.added, *changes.changed)):
            yield from self._asked()
        if changes.withdrawn_by_name:
            yield self._lines(_("Withdrawn"), withdrawals(changes))
        if self._prepared.before is None:
            yield self._lines(_("What is inside"), [counted(changes.added) or _("Nothing yet.")])
            gaps = [gap.words for gap in self._prepared.opened.pack.gaps]
            if gaps:
                yield self._lines(_("What it has not got"), gaps)
            return
        for heading, parts in (
            (_("Added"), tuple(part for part in changes.added if part not in changes.numbers)),
            (_("Changed"), tuple(part for part in changes.changed if part not in changes.numbers)),
            (_("Gone"), changes.gone),
        ):
            if parts:
                yield self._lines(heading, titles(parts), counted(parts))
        if not any((changes.added, changes.changed, changes.gone, changes.withdrawn_by_name)):
            yield PlainLabel(_("What is inside is as it was."), wrap=True)

    def _asked(self) -> Iterator[QWidget]:
        from caregiver_app.packs.switched_on import asked_sites

        words = asked_words(asked_sites(self._prepared.opened.pack))
        if words:
            yield PlainLabel(words, wrap=True)

    def _lines(self, heading: str, lines: tuple[str, ...] | list[str], note: str = "") -> TitledLines:
        return TitledLines(self._theme, heading, lines, note=note)


def _from(theme: Theme, prepared: PreparedPack) -> Callout:
    """Say who made it, as it was verified; how the pack itself calls its makers is shown beside that."""
    maker, pack = prepared.maker, prepared.opened.pack
    if not maker.is_signed:
        return Callout(theme, Tone.INFO, Icon.SHIELD, _("It came with Caregiver."))
    words = []
    if maker.channel_name not in ("", maker.name):
        words.append(_("You compared the signs of {name}, who let them publish.").format(name=maker.channel_name))
    if maker.name not in (pack.publisher, name_in_channel(pack.publisher, maker.channel_name)):
        words.append(_("Inside, its makers call themselves {name}.").format(name=pack.publisher))
    heading = _("This really comes from {name}, unchanged.").format(name=maker.name)
    return Callout(theme, Tone.OK, Icon.SHIELD, heading, " ".join(words))
