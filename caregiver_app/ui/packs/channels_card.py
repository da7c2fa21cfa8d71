"""Whose packs are taken here, and the way to trust them no more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.channel import TrustedChannel
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.packs.row_words import channel_facts
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.plain import PlainLabel


class ChannelsCard(Card):
    """`forget_asked` carries the `TrustedChannel`."""

    forget_asked = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Whose packs you take"), parent=parent)
        self._shown: tuple[TrustedChannel, ...] = ()
        self._rows: list[QWidget] = []

    def show_channels(self, channels: Sequence[TrustedChannel]) -> None:
        """Show who is trusted; the card is out of sight where it is nobody."""
        if tuple(channels) != self._shown:
            self._shown = tuple(channels)
            for row in self._rows:
                self.body.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._rows = [self._row(channel) for channel in channels]
            for row in self._rows:
                self.body.addWidget(row)
        self.setVisible(bool(channels))

    def _row(self, channel: TrustedChannel) -> QWidget:
        row = QWidget()
        column = Column(self._theme, gap=4, parent=row)
        column.addWidget(PlainLabel(channel.name, role=TypeRole.STRONG, wrap=True))
        column.addWidget(PlainLabel(channel_facts(channel), role=TypeRole.SMALL, ink="text-2", wrap=True))
        words = _("Trust no more")
        name = f"{words}: {channel.name}, {channel.id[:8]}"
        forget = Button(self._theme, words, kind=ButtonKind.QUIET, icon=Icon.CLOSE, name=name)
        forget.clicked.connect(lambda: self.forget_asked.emit(channel))
        holder = QWidget()
        Flow(self._theme, parent=holder).addWidget(forget)
        column.addWidget(holder)
        return row
