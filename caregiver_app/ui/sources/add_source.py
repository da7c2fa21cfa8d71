"""Adding a source: an address is typed, looked at with the person watching, and taken or refused with a reason.

One feed that tells nobody more than its own publisher is added at once; of everything else the person chooses.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.model.errors import (
    AddressRefused,
    AddressTrouble,
    Cancelled,
    CaregiverError,
    WebError,
    WebTrouble,
)
from caregiver_app.model.source import SourceFormat
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.sources.candidate_choice import CandidateChoice, needs_a_choice
from caregiver_app.ui.tasks import Lane, Task, TaskControl
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.progress import ProgressStrip

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.feeds.candidates import Candidate
    from caregiver_app.feeds.subscribe import AddedSource
    from caregiver_app.library.store import Library

_LONGEST = 4_000
_NOT_NOW = frozenset((WebTrouble.OFFLINE, WebTrouble.STAY_OFFLINE))


class AddSource(Drawer):
    """`added` carries a tuple of `AddedSource`."""

    added = Signal(object)

    def __init__(self, desk: Desk, lane: Lane[Library], services: Services, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Add a source"), parent=parent)
        self._desk = desk
        self._lane = lane
        self._services = services
        self._task: Task | None = None
        self._choice: CandidateChoice | None = None
        self.address = QLineEdit()
        self.address.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.address.setMaxLength(_LONGEST)
        self.address.setPlaceholderText("https://www.example.org/news")
        self.address.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.field = Field(
            desk.theme,
            _("Web address"),
            self.address,
            hint=_("Any address of a web site will do. Or a name like @clinic@mastodon.example"),
        )
        self.allow = CheckBox(desk.theme, _("This is my own network: take it anyway"))
        self.add = Button(desk.theme, _("Add"), kind=ButtonKind.MAIN, icon=Icon.PLUS, name=_("Add this source"))
        self.strip = ProgressStrip(desk.theme)
        self._insecure = Callout(desk.theme, Tone.WARN, Icon.UNLOCK, _("Not secure"), _insecure_words())
        self._lay_out()
        self.address.returnPressed.connect(self._press)
        self.address.textChanged.connect(self._typed)
        self.add.clicked.connect(self._press)
        self.strip.stop_pressed.connect(self.stop)

    @property
    def choice(self) -> CandidateChoice | None:
        """What was found to choose from, while there is a choice to make."""
        return self._choice

    @property
    def busy(self) -> bool:
        """True while an address is looked at."""
        return self._task is not None

    def look_at(self, address: str) -> None:
        """Look at an address; add what is there, or offer a choice. One at a time."""
        services, allow = self._services, self.allow.isChecked()

        def work(library: Library, control: TaskControl[None]) -> _Looked:
            try:
                found = services.find_sources(library, address, allow_private=allow)
            except WebError as error:
                if error.kind not in _NOT_NOW:
                    raise
                return _add(library, services, control, [(address, allow, False)])
            if needs_a_choice(found):
                return _Looked(found=found)
            return _add(library, services, control, [(found[0].url, found[0].allow_private, False)])

        self._begin(_("Looking at the address"), work)

    def add_these(self, candidates: Sequence[Candidate]) -> None:
        """Add what the person ticked."""
        services = self._services

        def work(library: Library, control: TaskControl[None]) -> _Looked:
            pages = [one.url for one in candidates if one.format is SourceFormat.PAGE]
            feeds = [
                (one.url, one.allow_private, one.disclosure is not None)
                for one in candidates
                if one.format is SourceFormat.FEED
            ]
            return _add(library, services, control, feeds, pages)

        self._begin(_("Adding"), work)

    def stop(self) -> None:
        """Give the field back at once, also when the drawer goes; nothing is added, whatever is still answered."""
        if self._task is not None:
            self._task.drop()
            self._finish()

    def _begin(self, words: str, work: Callable[[Library, TaskControl[None]], _Looked]) -> None:
        if self._task is not None:
            return
        self.field.set_error("")
        self.strip.show_words(words)
        self.add.setVisible(False)
        self._task = self._lane.run(work, owner=self, done=self._done, failed=self._failed)

    def _press(self) -> None:
        address = self.address.text().strip()
        if not address:
            self.field.show_error(_("Type a web address, like https://www.example.org/news"))
            return
        self.look_at(address)

    def _typed(self) -> None:
        self.field.set_error("")
        self._show_choice(())

    def _finish(self) -> None:
        self._task = None
        self.strip.finish()
        self.add.setVisible(self._choice is None)

    def _done(self, looked: _Looked) -> None:
        self._finish()
        if looked.added:
            self.added.emit(looked.added)
        else:
            self._show_choice(looked.found)

    def _failed(self, error: BaseException) -> None:
        self._finish()
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, CaregiverError):
            raise error
        self._offer_to_allow(error)
        self.field.show_error(sentence_for(error).text)

    def _offer_to_allow(self, error: CaregiverError) -> None:
        refused = isinstance(error, AddressRefused) and error.kind in (AddressTrouble.PRIVATE, AddressTrouble.INSECURE)
        inside = isinstance(error, WebError) and error.kind is WebTrouble.PRIVATE_ADDRESS
        if refused or inside:
            self.allow.setVisible(True)
            self._insecure.setVisible(True)

    def _show_choice(self, found: Sequence[Candidate]) -> None:
        if self._choice is not None:
            self.body.removeWidget(self._choice)
            self._choice.setVisible(False)
            self._choice.deleteLater()
            self._choice = None
        self.add.setVisible(not found and self._task is None)
        if found:
            self._choice = CandidateChoice(self._desk.theme, found, self._desk.clock.now())
            self._choice.chosen.connect(self.add_these)
            self.body.addWidget(self._choice)
            self._choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        for widget in (self.field, self.allow, self._insecure, self.strip):
            self.body.addWidget(widget)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        self.allow.setVisible(False)
        self._insecure.setVisible(False)
        self.setFocusProxy(self.address)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looked:
    """What came of looking at an address: sources that were added, or a choice to make."""

    added: tuple[AddedSource, ...] = ()
    found: tuple[Candidate, ...] = ()


def _add(
    library: Library,
    services: Services,
    control: TaskControl[None],
    feeds: Sequence[tuple[str, bool, bool]],
    pages: Sequence[str] = (),
) -> _Looked:
    """Add feeds, and pages to watch; nothing stays of it after Stop.

    To each address of a feed belongs whether it may reach home, and whether what its account learns was agreed to.
    """
    added = []
    try:
        for url, allow, agreed in feeds:
            control.check()
            added.append(services.add_source(library, url, allow_private=allow, agreed=agreed))
        for url in pages:
            control.check()
            added.append(services.watch_page(library, url))
        control.check()  # stop may have come while the last answer was on its way
    except Cancelled:
        for one in added:
            if one.switched_on:
                library.sources.set_enabled(one.source.id, False)
            elif not one.known:
                library.sources.remove(one.source.id, at=services.clock.now())
        raise
    return _Looked(added=tuple(added))


def _insecure_words() -> str:
    return _("Others could read or change what comes from there. Take it only when you know this address.")
