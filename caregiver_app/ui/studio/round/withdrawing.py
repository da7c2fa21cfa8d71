"""Withdrawing something in a round: why, and what to use in its place; then one step that can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.bootstrap.pack_round import Answered
from caregiver_app.model.pack_problem import PackProblem
from caregiver_app.ui.doer import Doer
from caregiver_app.ui.studio.contents.entries import PackEntry
from caregiver_app.ui.studio.contents.withdraw_drawer import WithdrawDrawer
from caregiver_app.ui.studio.round import work
from caregiver_app.ui.studio.step import StudioTools
from caregiver_app.ui.widgets.line_list import Line

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.packs.round import RoundRow


class Withdrawing(QObject):
    """Opens the drawer and does what it says."""

    def __init__(self, tools: StudioTools, doer: Doer[Library], parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._doer = doer

    def ask(self, folder: Path, row: RoundRow, ids: Sequence[tuple[str, str]]) -> WithdrawDrawer:
        """Ask why, and what to use in its place."""
        desk = self._tools.desk
        others = [_entry("", identifier, title) for identifier, title in ids]
        drawer = WithdrawDrawer(desk.theme, _entry(row.listed, row.id, row.title), others, ring=desk.ring)
        drawer.wanted.connect(lambda reason, instead: self._withdraw(folder, row, drawer, (reason, instead)))
        desk.overlay.open_drawer(drawer)
        return drawer

    def _withdraw(self, folder: Path, row: RoundRow, drawer: WithdrawDrawer, word: tuple[str, str]) -> None:
        services, (reason, replacement) = self._tools.services, word

        def done(answer: tuple[Answered | None, tuple[PackProblem, ...]]) -> None:
            answered, problems = answer
            if answered is None:
                drawer.show_problems(problems)
                return
            self._tools.desk.overlay.close_panel()
            self._doer.do(work.withdrawn(services, folder, row, answered), kind="studio-round")

        self._tools.desk.ask(
            self,
            lambda _library: services.pack_round.withdraw(folder, row, reason=reason, replacement=replacement),
            done,
        )


def _entry(listed: str, key: str, title: str) -> PackEntry:
    return PackEntry(listed=listed, key=key, title=title, line=Line(key=key, title=title))
