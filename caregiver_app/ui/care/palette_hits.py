"""Finds records of open care notes for the palette. What is sought is kept nowhere, and what is found goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.model.article import HIT_END, HIT_START
from caregiver_app.support.i18n import format_near_day
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.notes_commands import OpenThen
from caregiver_app.ui.care.record_looks import look_of
from caregiver_app.ui.care.screen import CareScreen
from caregiver_app.ui.palette.private_hits import PrivateHit

if TYPE_CHECKING:
    from caregiver_app.vault.finding.searchable import Hit
    from caregiver_app.vault.store import Vault

MOST = 6


class NotesInPalette:
    """A `FindPrivate`; what is chosen is opened in the care notes."""

    def __init__(self, desk: CareDesk, screen: CareScreen, open_then: OpenThen) -> None:
        self._desk = desk
        self._screen = screen
        self._open_then = open_then

    def __call__(self, owner: QObject, typed: str, done: Callable[[tuple[PrivateHit, ...]], None]) -> None:
        """Have `done` given the newest records with these words, of everybody."""
        if not self._desk.access.is_open:
            return

        def work(vault: Vault) -> tuple[Hit, ...]:
            return tuple(vault.searchable.find(typed, limit=MOST))

        self._desk.ask(owner, work, lambda hits: done(tuple(map(self._shown, hits))), key="palette")

    def _shown(self, hit: Hit) -> PrivateHit:
        look = look_of(hit.kind)
        text = " ".join(hit.text.replace(HIT_START, "").replace(HIT_END, "").split())
        day = format_near_day(hit.at, self._desk.clock.now())
        spoken = f"{look.word}. {text}. {day}"
        return PrivateHit(text=text, day=day, spoken=spoken, icon=look.icon, open=partial(self._open, hit))

    def _open(self, hit: Hit) -> None:
        def show() -> None:
            if self._screen.ways is not None:
                self._screen.ways.open_hit(hit)

        self._open_then(show, "")
