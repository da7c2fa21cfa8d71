"""From a place to installed packs: looked at, compared at first contact, chosen, shown, and only then installed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.pack_rows import PackRow
from caregiver_app.model.channel import ChannelId
from caregiver_app.model.errors import (
    AddressRefused,
    Cancelled,
    ChannelError,
    ChannelTrouble,
    PackError,
    SetUpError,
)
from caregiver_app.model.installed_pack import PackUid
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer, Done
from caregiver_app.ui.packs import work
from caregiver_app.ui.packs.asking import late_question
from caregiver_app.ui.packs.compare_drawer import CompareDrawer
from caregiver_app.ui.packs.install_sheet import InstallSheet
from caregiver_app.ui.packs.notice_words import notices
from caregiver_app.ui.packs.pick_drawer import PickDrawer
from caregiver_app.ui.packs.place_drawer import PlaceDrawer, ask_for_file, ask_for_folder
from caregiver_app.ui.packs.row_words import is_built_in
from caregiver_app.ui.packs.work import Agreed, Found, Installed, Met, Place
from caregiver_app.ui.settings.long_work import HowFar, LongWork
from caregiver_app.ui.tasks import Lane, TaskControl
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.confirm import ask_first

if TYPE_CHECKING:
    from caregiver_app.bootstrap.pack_steps import PreparedPack
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library

T = TypeVar("T")


class TakingIn(QObject):
    """`refused` carries why nothing was installed, `noticed` sentences about a channel; `changed` follows each step.

    Where sticks lie is remembered as long as the window is there: a pack chosen later is fetched from its stick.
    """

    refused = Signal(str)
    noticed = Signal(object)
    changed = Signal()

    def __init__(
        self, desk: Desk, services: Services, lane: Lane[Library], long_work: LongWork, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._services = services
        self._lane = lane
        self._work = long_work
        self._window = parent
        self._places: dict[ChannelId, Place] = {}
        self._doer: Doer[Library] = Doer(desk, self)
        self._doer.changed.connect(self.changed)

    def ask_place(self, *, lost: bool = False) -> PlaceDrawer:
        """Ask where the packs are."""
        drawer = PlaceDrawer(self._desk.theme, lost=lost)
        drawer.file_wanted.connect(lambda: ask_for_file(self._window, self.look_at_path))
        drawer.folder_wanted.connect(lambda: ask_for_folder(self._window, self.look_at_path))
        drawer.address_wanted.connect(lambda typed: self.look_at(Place(where=typed)))
        self._desk.overlay.open_drawer(drawer)
        return drawer

    def look_at(self, place: Place) -> None:
        """Look what lies in a place, and go on to what is to be done there."""
        services = self._services

        def looking(library: Library, control: TaskControl[HowFar]) -> Met | Found:
            return work.look_at(services, library, place, control)

        self._begin(
            _("Looking at the packs"),
            looking,
            partial(self._go_on, place),
            again=lambda: self.look_at(replace(place, late=True)),
        )

    def prepare_row(self, row: PackRow) -> None:
        """Fetch a pack that is offered and show what it brings; a stick that nobody chose yet is asked for."""
        channel_id = ChannelId(row.uid.partition("/")[0])

        def has_address(library: Library) -> bool:
            channel = library.channels.get(channel_id)
            return channel is not None and bool(channel.address)

        def go_on(on_web: bool) -> None:
            place = self._places.get(channel_id)
            if place is None and not on_web:
                self.ask_place(lost=True)
            else:
                self._prepare((row.uid,), place or Place())

        if is_built_in(row):
            self._prepare((row.uid,), Place())
        else:
            self._desk.ask(self, has_address, go_on, key="packs.address")

    def look_at_path(self, path: Path) -> None:
        """Look what lies in a file or a folder."""
        self.look_at(Place(where=str(path)))

    def _go_on(self, place: Place, answer: Met | Found) -> None:
        if isinstance(answer, Met):
            self._compare(place, answer)
        else:
            self._choose(place, answer)

    def _compare(self, place: Place, met: Met) -> None:
        drawer = CompareDrawer(self._desk.theme, met, unproven="" if place.asked is None else place.address)
        drawer.wanted.connect(partial(self._trust, drawer, place, met))
        self._desk.overlay.open_drawer(drawer)

    def _trust(self, drawer: CompareDrawer, place: Place, met: Met, typed: Mapping[int, str]) -> None:
        services = self._services
        address = place.address if place.asked is None else drawer.news_at()
        drawer.set_working(True)

        def trusting(library: Library, _control: TaskControl[HowFar]) -> None:
            services.channels.trust(library, met.look, typed, address=address)

        def failed(error: BaseException) -> None:
            if not drawer.refuse(error):
                self._desk.tell(error)

        def go_on(_none: None) -> None:
            drawer.set_working(False)
            self.look_at(place)

        self._lane.run(trusting, owner=drawer, done=go_on, failed=failed)

    def _choose(self, place: Place, found: Found) -> None:
        self._places[found.checked.channel.id] = place
        self.noticed.emit(notices(found.checked))
        self.changed.emit()
        if not found.offers:
            name = found.checked.channel.name
            words = _("You have the newest of all packs of {name} that are there.").format(name=name)
            self._desk.messages.say(words, kind="packs")
        elif len(found.offers) == 1:
            self._prepare((PackUid(found.offers[0].uid),), place)
        else:
            drawer = PickDrawer(self._desk.theme, found.checked.channel.name, found.offers)
            drawer.picked.connect(lambda uids: self._prepare(uids, place))
            self._desk.overlay.open_drawer(drawer)

    def _prepare(self, uids: Sequence[PackUid], place: Place) -> None:
        services = self._services

        def preparing(library: Library, control: TaskControl[HowFar]) -> tuple[PreparedPack, ...]:
            return work.prepare_all(services, library, uids, place, control)

        again = partial(self._prepare, uids, replace(place, late=True))
        self._begin(_("Checking what is in the packs"), preparing, self._show, again=again)

    def _show(self, packs: tuple[PreparedPack, ...]) -> None:
        sheet = InstallSheet(self._desk.theme, packs)
        sheet.wanted.connect(self._install)
        self._desk.overlay.open_drawer(sheet)

    def _install(self, agreed: tuple[Agreed, ...]) -> None:
        services = self._services

        def installing(library: Library, control: TaskControl[HowFar]) -> Installed:
            return work.install_all(services, library, agreed, control)

        self._begin(_("Installing packs"), installing, self._tell_installed)

    def _begin(
        self,
        words: str,
        doing: Callable[[Library, TaskControl[HowFar]], T],
        done: Callable[[T], None],
        *,
        again: Callable[[], object] | None = None,
    ) -> None:
        """Have something done and close what led to it; while other work runs, that stays open to be pressed later."""
        if self._work.begin(words, doing, done, failed=partial(self._refuse, again=again)):
            self._desk.overlay.close_panel()

    def _tell_installed(self, installed: Installed) -> None:
        services, steps = self._services, installed.steps
        if steps:
            count = len(steps)
            words = ngettext("{count} pack is installed.", "{count} packs are installed.", count)
            done: Done[Library] = Done(
                text=words.format(count=format_number(count)),
                undo=lambda library: work.take_back(services, library, steps),
                redo=lambda library: work.do_again(services, library, steps),
                icon=Icon.PACKS,
            )
            self._doer.offer(done, kind="packs")
        self.changed.emit()
        if isinstance(installed.error, Cancelled):
            self._desk.messages.say(_("Stopped. No pack is half installed."), icon=Icon.STOP, kind="stopped")
        elif installed.error is not None and not self._refuse(installed.error):
            self._desk.tell(installed.error)

    def _refuse(self, error: BaseException, *, again: Callable[[], object] | None = None) -> bool:
        """Say why nothing was taken; return False where it is no matter of packs.

        `again` is what follows a yes to a copy whose date has passed.
        """
        if isinstance(error, ChannelError) and error.kind is ChannelTrouble.LATE and again is not None:
            ask_first(self._desk.overlay, self._desk.theme, late_question(error), again)
            return True
        if isinstance(error, ChannelError | PackError | SetUpError | AddressRefused):
            self.refused.emit(sentence_for(error).text)
            return True
        return False
