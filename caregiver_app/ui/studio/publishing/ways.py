"""The drawers and dialogs of publishing: a channel made or chosen, its keys on paper, its signs shown, copies saved."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.model.errors import CaregiverError
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.printing import PrintWay, system_printer
from caregiver_app.ui.studio.publishing import work
from caregiver_app.ui.studio.publishing.apart import ApartInLane
from caregiver_app.ui.studio.publishing.contents_ways import ContentsWays
from caregiver_app.ui.studio.publishing.keys_drawer import KeysDrawer, KeySheetPages, save_key_sheet
from caregiver_app.ui.studio.publishing.make_drawer import MakeDrawer, ask_folder
from caregiver_app.ui.studio.publishing.set_up_drawer import SetUpDrawer
from caregiver_app.ui.studio.publishing.signs_drawer import SignsDrawer
from caregiver_app.ui.studio.publishing.work import ForSetUp, MadeChannel, NewChannel
from caregiver_app.ui.studio.step import StudioTools
from caregiver_app.ui.tasks import TaskControl
from caregiver_app.ui.theme import Icon

if TYPE_CHECKING:
    from caregiver_app.bootstrap.own_channel_facts import OwnChannelFacts
    from caregiver_app.model.channel import Fingerprint
    from caregiver_app.model.set_up import SetUp

SUFFIX = "carepack"


class PublishWays(QObject):
    """`chosen` comes once a channel was made or chosen, `refused` with a sentence on what is in the way."""

    chosen = Signal()
    refused = Signal(str)

    def __init__(self, tools: StudioTools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._window = parent
        self._print_way = self._way_to_printers
        self.contents = ContentsWays(tools, self._way, parent)

    def print_with(self, way: PrintWay) -> None:
        """Print by another way from now on."""
        self._print_way = lambda: way

    def ask_to_make(self, pack: Path, name: str) -> MakeDrawer:
        """Open the drawer in which a channel is made."""
        drawer = MakeDrawer(self._tools.desk.theme, ApartInLane(self._tools.looks), name)
        drawer.wanted.connect(lambda wanted: self._make(pack, wanted, drawer))
        self._tools.desk.overlay.open_drawer(drawer)
        return drawer

    def ask_for_channel(self, pack: Path) -> QFileDialog:
        """Ask for the folder of a channel that is there."""
        return ask_folder(self._window.window(), _("Choose the folder of the channel"), partial(self.use, pack))

    def use(self, pack: Path, channel: Path) -> None:
        """Publish a pack in a channel from now on."""
        services = self._tools.services
        self._tools.desk.ask(
            self,
            lambda library: work.use_channel(services, library, pack, channel),
            lambda _none: self.chosen.emit(),
        )

    def show_signs(self, facts: OwnChannelFacts) -> SignsDrawer:
        """Show the signs that families compare, large."""
        drawer = SignsDrawer(self._tools.desk.theme, facts.name, _groups(facts.fingerprint))
        self._tools.desk.overlay.open_drawer(drawer)
        return drawer

    def show_keys(self, made: MadeChannel) -> KeysDrawer:
        """Show where keys belong, and offer the spare one for paper."""
        drawer = KeysDrawer(self._tools.desk.theme, made)
        drawer.print_wanted.connect(lambda: self._print_sheet(made))
        drawer.save_wanted.connect(lambda path: self.save_sheet(drawer, path))
        self._tools.desk.overlay.open_drawer(drawer)
        return drawer

    def save_sheet(self, drawer: KeysDrawer, path: Path) -> None:
        """Save the sheet that a drawer holds, where it may lie."""
        from caregiver_app.bootstrap.key_sheets import why_not_there

        reason = why_not_there(path, self._tools.services.paths.data_dir)
        drawer.say(reason)
        if reason:
            return

        def in_lane(_none: None, _control: TaskControl[None]) -> None:
            save_key_sheet(drawer.made.sheet, path)

        def failed(error: BaseException) -> None:
            if not isinstance(error, CaregiverError):
                raise error
            drawer.say(sentence_for(error).text)

        self._tools.looks.run(in_lane, owner=drawer, done=lambda _done: self._say_saved(path), failed=failed)

    def ask_where_to_copy(self, channel: Path, name: str, *, as_file: bool) -> QFileDialog:
        """Ask where a copy of a channel goes: one file, or a new folder in the one that is chosen."""
        window = self._window.window()
        if not as_file:
            return ask_folder(
                window, _("Choose where to put the folder"), lambda chosen: self.copy(channel, chosen / name)
            )
        dialog = QFileDialog(window, _("Save as one file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(f"{name}.{SUFFIX}")
        dialog.fileSelected.connect(lambda chosen: self.copy(channel, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def copy(self, channel: Path, to: Path) -> None:
        """Copy a channel as it was last published."""
        services = self._tools.services

        def copied(packs: int) -> None:
            words = ngettext("{count} pack is in {name}.", "{count} packs are in {name}.", packs)
            said = words.format(count=packs, name=to.name)
            self._tools.desk.messages.say(said, icon=Icon.USB, kind="studio-copy")

        self._tools.work.begin(
            _("Saving a copy"), lambda _library, _control: services.own_channels.copy(channel, to), copied
        )

    def ask_for_stick(self, channel: Path) -> None:
        """Open the drawer that says what a first start is offered; then the stick is chosen and written."""
        self._tools.desk.ask(self, work.read_for_set_up, lambda known: self._show_set_up(channel, known))

    def write_stick(self, channel: Path, set_up: SetUp, stick: Path) -> None:
        """Write a set-up file and a copy of the channel onto a stick."""
        services = self._tools.services

        def written(file: Path) -> None:
            said = _("The stick is ready: {name}").format(name=file.name)
            self._tools.desk.messages.say(said, icon=Icon.USB, kind="studio-stick")

        self._tools.work.begin(
            _("Writing the stick"), lambda _lib, _control: work.write_stick(services, channel, stick, set_up), written
        )

    def _show_set_up(self, channel: Path, known: ForSetUp) -> None:
        drawer = SetUpDrawer(self._tools.desk.theme, known)

        def chosen(set_up: SetUp) -> None:
            self._tools.desk.overlay.close_panel()
            title = _("Choose the stick")
            ask_folder(self._window.window(), title, lambda stick: self.write_stick(channel, set_up, stick))

        drawer.wanted.connect(chosen)
        self._tools.desk.overlay.open_drawer(drawer)

    def _make(self, pack: Path, wanted: NewChannel, drawer: MakeDrawer) -> None:
        services = self._tools.services

        def made(channel: MadeChannel) -> None:
            self._tools.desk.overlay.close_panel()
            self.chosen.emit()
            self.show_keys(channel)

        begun = self._tools.work.begin(
            _("Making the channel and its keys"),
            lambda library, control: work.make_channel(services, library, pack, wanted, control),
            made,
            failed=drawer.refuse,
        )
        if not begun:
            drawer.act.set_working(False)

    def _print_sheet(self, made: MadeChannel) -> None:
        """Ask for a printer in the drawer's place; then the drawer comes back."""
        panel = self._print_way().ask(
            KeySheetPages(made.sheet),
            private=True,
            printed=lambda: self.show_keys(made),
            save_instead=lambda: self.show_keys(made).ask_where(),
        )
        panel.given_up.connect(lambda: self.show_keys(made))

    def _way(self) -> PrintWay:
        return self._print_way()

    def _way_to_printers(self) -> PrintWay:
        desk = self._tools.desk
        return PrintWay(
            theme=desk.theme,
            overlay=desk.overlay,
            messages=desk.messages,
            lane=self._tools.looks,
            printer=system_printer(),
            ring=desk.ring,
        )

    def _say_saved(self, path: Path) -> None:
        self._tools.desk.messages.say(
            _("Saved: {name}").format(name=path.name), icon=Icon.DOWNLOAD, kind="studio-saved"
        )


def _groups(fingerprint: Fingerprint) -> list[tuple[str, str]]:
    from caregiver_app.packs.channels.fingerprints import groups_of, words_of

    return list(zip(groups_of(fingerprint), words_of(fingerprint), strict=True))
