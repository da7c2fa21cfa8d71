"""Beginning a pack: what is asked, where its folder is to be, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.organisation import Topic
from caregiver_app.support.files import read_bounded, translated_os_errors
from caregiver_app.support.i18n import current_language
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.studio.folders import ask_for_list, ask_where_to_keep
from caregiver_app.ui.studio.the_pack.begin_drawer import BeginDrawer
from caregiver_app.ui.studio.the_pack.left_out_drawer import LeftOutDrawer

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library
    from caregiver_app.model.pack_problem import PackProblem
    from caregiver_app.packs.starting import BegunPack, NewPack

_LARGEST_LIST = 10_000_000


class Beginning(QObject):
    """`begun` carries the folder of a new pack."""

    begun = Signal(object)

    def __init__(self, desk: Desk, services: Services, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._services = services
        self._window = window

    def ask(self) -> None:
        """Ask what the new pack is called and about."""

        def read(library: Library) -> tuple[tuple[Topic, ...], str]:
            return library.topics.list(), library.topics.place()[0]

        def show(found: tuple[tuple[Topic, ...], str]) -> None:
            topics, country = found
            drawer = BeginDrawer(self._desk.theme, topics, language=current_language(), country=country)
            drawer.list_wanted.connect(lambda: ask_for_list(self._window, drawer.show_list))
            drawer.wanted.connect(lambda asked, file: self._ask_where(drawer, asked, file))
            self._desk.overlay.open_drawer(drawer)

        self._desk.ask(self, read, show, key="studio.begin")

    def _ask_where(self, drawer: BeginDrawer, asked: NewPack, file: Path | None) -> None:
        ask_where_to_keep(self._window, lambda parent: self._begin(drawer, asked, file, parent))

    def _begin(self, drawer: BeginDrawer, asked: NewPack, file: Path | None, parent: Path) -> None:
        """Make the folder, named after the pack, in the one that was chosen."""
        from caregiver_app.packs.starting import BegunPack, slug_of

        making = self._services.pack_making
        folder = parent / slug_of(asked.title)

        def work(_library: Library) -> BegunPack | tuple[PackProblem, ...]:
            rows = () if file is None else making.read_list(_bytes_of(file), file.name)
            return making.begin(folder, asked, rows)

        def done(begun: BegunPack | tuple[PackProblem, ...]) -> None:
            if not isinstance(begun, BegunPack):
                drawer.show_problems(begun)
                return
            self._desk.overlay.close_panel()
            self.begun.emit(folder)
            if begun.left_out:
                left_out = LeftOutDrawer(self._desk.theme, begun.taken, begun.left_out)
                self._desk.overlay.open_drawer(left_out)

        self._desk.ask(drawer, work, done)


def _bytes_of(file: Path) -> bytes:
    with translated_os_errors(file, reading=True):
        data = read_bounded(file, _LARGEST_LIST)
    if data is None:
        raise PackError(PackTrouble.NOT_A_LIST, file.name)
    return data
