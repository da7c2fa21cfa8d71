"""The step "Sign and publish": the channel, what goes out, what came of it, and how it is handed over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.pack_publishing import PublishedPack
from caregiver_app.model.errors import PackError, PackTrouble, PublishError, PublishTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.studio.place import Place
from caregiver_app.ui.studio.publishing import work
from caregiver_app.ui.studio.publishing.channel_part import ChannelPart
from caregiver_app.ui.studio.publishing.going_out_part import GoingOutPart
from caregiver_app.ui.studio.publishing.hand_over_part import HandOverPart
from caregiver_app.ui.studio.publishing.make_drawer import ask_folder
from caregiver_app.ui.studio.publishing.told import Told
from caregiver_app.ui.studio.publishing.ways import PublishWays
from caregiver_app.ui.studio.publishing.words import published_heading, published_words
from caregiver_app.ui.studio.publishing.work import Publishing, PublishState
from caregiver_app.ui.studio.step import StudioStep, StudioTools
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.page import Page

_WIDEST = 900


class PublishStep(StudioStep):
    """Nothing of a pack is written here: what keeps it from being built is looked up and mended in other steps."""

    def __init__(self, tools: StudioTools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._folder = Path()
        self.state = PublishState(channel=None, known=())
        self._was_troubled = False
        theme = tools.desk.theme
        self.channel = ChannelPart(theme)
        self.going_out = GoingOutPart(theme)
        self.told = Told(theme)
        self.hand_over = HandOverPart(theme)
        self.ways = PublishWays(tools, self)
        self.page = Page(theme, self.title(), widest=_WIDEST)
        for part in (self.told, self.channel, self.going_out, self.hand_over):
            self.page.body.addWidget(part)
        Column(theme, parent=self).addWidget(self.page)
        self.going_out.setVisible(False)
        self.hand_over.show_channel(there=False)
        self._connect()

    def title(self) -> str:
        """Return what the row of steps calls it."""
        return _("Sign and publish")

    def open(self, folder: Path) -> None:
        """Show how it stands with a pack."""
        if folder != self._folder:
            self._folder = folder
            self.told.clear()
            self.going_out.clear()
        self._refresh()

    def go_to(self, _place: Place) -> bool:
        """Return False: nothing of a pack is written here."""
        return False

    def areas(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes through."""
        return (self.page,)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Use less room at the sides where there is little."""
        self.page.set_narrow(layout <= FrameLayout.NARROW)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the passphrase when something else is shown."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.going_out.clear()

    def publish(self, publisher: str, passphrase: str) -> None:
        """Look over, build, sign and publish."""
        if self.state.channel is None:
            return
        services = self._tools.services
        asked = Publishing(
            folder=self._folder,
            channel=self.state.channel,
            publisher=publisher,
            passphrase=passphrase,
            key_folders=self.going_out.key_folders,
        )
        self.told.clear()
        begun = self._tools.work.begin(
            _("Signing and publishing"),
            lambda library, control: work.publish(services, library, asked, control),
            self._published,
            failed=self._failed,
        )
        if begun:
            self.going_out.act.set_working(True)

    def _published(self, done: PublishedPack) -> None:
        self.going_out.act.set_working(False)
        self.going_out.clear()
        self.told.done(published_heading(done), published_words(done))
        self.page.ensureWidgetVisible(self.told)
        self._refresh()
        self.changed.emit()

    def _failed(self, error: BaseException) -> bool:
        self.going_out.act.set_working(False)
        if isinstance(error, PublishError) and error.kind is PublishTrouble.WRONG_PASSPHRASE:
            self.going_out.passphrase.refuse(sentence_for(error).text)
        elif isinstance(error, PackError | PublishError):
            not_ready = isinstance(error, PackError) and error.kind is PackTrouble.NOT_READY
            self.told.refuse(sentence_for(error).text, problems=not_ready)
            self.page.ensureWidgetVisible(self.told)
        else:
            return False
        return True

    def _refresh(self) -> None:
        services, folder = self._tools.services, self._folder
        self._tools.desk.ask(
            self, lambda library: work.read_state(services, library, folder), self._show, key="studio.publishing"
        )

    def _show(self, state: PublishState) -> None:
        self.state = state
        self.channel.show_state(state)
        self.going_out.show_state(state)
        self.hand_over.show_channel(there=state.facts is not None)
        if state.trouble is not None:
            self.told.refuse(sentence_for(state.trouble).text)
        elif self._was_troubled:
            self.told.clear()
        self._was_troubled = state.trouble is not None

    def _connect(self) -> None:
        self.channel.make_wanted.connect(self._ask_to_make)
        self.channel.open_wanted.connect(lambda: self.ways.ask_for_channel(self._folder))
        self.channel.use_wanted.connect(lambda channel: self.ways.use(self._folder, channel))
        self.channel.signs_wanted.connect(self._show_signs)
        self.going_out.wanted.connect(self.publish)
        self.going_out.keys_wanted.connect(self._ask_for_keys)
        self.told.problems_wanted.connect(self.look_over_wanted)
        self.ways.chosen.connect(self._refresh)
        self.hand_over.file.clicked.connect(lambda: self._copy(as_file=True))
        self.hand_over.folder.clicked.connect(lambda: self._copy(as_file=False))
        self.hand_over.set_up.clicked.connect(self._ask_for_stick)
        contents = self.ways.contents
        self.hand_over.contents.clicked.connect(lambda: contents.print_it(self._folder, self.state.facts))
        self.hand_over.contents_file.clicked.connect(lambda: contents.ask_where(self._folder, self.state.facts))

    def _ask_to_make(self) -> None:
        folder = self._folder

        def ask(name: str) -> None:
            self.ways.ask_to_make(folder, name)

        self._tools.desk.ask(self, lambda _library: work.publisher_of(folder), ask)

    def _show_signs(self) -> None:
        if self.state.facts is not None:
            self.ways.show_signs(self.state.facts)

    def _ask_for_keys(self) -> None:
        ask_folder(self.window(), _("Choose where the keys lie"), self.going_out.add_folder)

    def _ask_for_stick(self) -> None:
        if self.state.channel is not None:
            self.ways.ask_for_stick(self.state.channel)

    def _copy(self, *, as_file: bool) -> None:
        channel, facts = self.state.channel, self.state.facts
        if channel is not None and facts is not None:
            self.ways.ask_where_to_copy(channel, work.copy_name(facts.name), as_file=as_file)
